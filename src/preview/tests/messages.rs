//! The preview speaks the language of the site, and what is not in it says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use handbill::diag::{FileId, Severity};
use handbill::words::{Lang, Own, Wordings};

use super::build;
use super::pages::finding;
use crate::preview::inject::{Answers, inject, not_found};
use crate::preview::list::list;
use crate::preview::messages::Messages;
use crate::preview::shelf::{Build, Notes, Shelf};

/// Returns the messages in a language, with a site's own words in it.
fn messages(tag: &str, own: &str) -> Messages {
    let lang = Lang::parse(tag).unwrap();
    let own = Own { lang: lang.clone(), file: FileId(0), text: Arc::from(own) };
    Messages::new(Arc::clone(Wordings::new(&[own]).0.of(&lang)))
}

/// Returns a page with two findings, and the list of all, of a site in a language.
fn shown(messages: Messages) -> (String, String) {
    let shelf = Shelf::new();
    let page = "<html lang=\"en\"><head></head><body></body></html>";
    let made = build([("index.html", page.as_bytes().to_vec())].into(), &[("content/index.md", "/")], &[]);
    let all =
        [finding("content/index.md", 0..1, Severity::Error), finding("content/index.md", 2..3, Severity::Warning)];
    shelf.replace(Build { messages: Arc::new(messages), ..made }, all.to_vec());
    let state = shelf.state();
    let html = inject(page, &state.notes("index.html", &[]), Answers::Page, &state.messages());
    (html, list(&state, ""))
}

fn holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

#[test]
fn it_speaks_the_language_of_the_site_and_findings_say_that_they_are_english() {
    let (page, list) = shown(messages("cy", ""));
    holds(
        &page,
        &[
            "<div class=\"preview\" lang=\"cy\" dir=\"ltr\">",
            "<summary>2 ganfyddiad ar y dudalen hon, 1 ohonynt yn atal cyhoeddi</summary>",
            "<strong class=\"level\">Gwall 1</strong> <span lang=\"en\"><code>content/index.md</code> has a fault.",
            "<p class=\"place\">content/index.md, llinell 5, colofn 3 ",
            "<strong>Beth i’w wneud:</strong> <span lang=\"en\">mend it</span>",
            " data-updated=\"Diweddarwyd y dudalen.\" data-updated-with-findings=\"Diweddarwyd y dudalen. 2 ganfyddiad ar y \
             dudalen hon, 1 ohonynt yn atal cyhoeddi.\"",
        ],
    );
    assert!(!page.contains("-lang=\""), "{page}");
    holds(
        &list,
        &[
            "<html lang=\"cy\" dir=\"ltr\">",
            "<h1>Canfyddiadau</h1><ul class=\"tally\"><li>1 gwall</li><li>1 rhybudd</li></ul>",
            "<option value=\"error\">Gwall (1)</option>",
            "<p class=\"shown\">Yn dangos 2 o’r canfyddiadau, o gyfanswm o 2</p>",
        ],
    );
    let none = not_found(&Notes::default(), &messages("cy", ""));
    holds(&none, &["<html lang=\"cy\" dir=\"ltr\">", "<h1>Heb ddod o hyd i’r dudalen</h1>"]);
}

#[test]
fn where_lines_start_at_the_right_the_panel_stands_at_the_left_and_paths_hold_together() {
    let (page, _) = shown(messages("ur", ""));
    holds(
        &page,
        &[
            "<handbill-preview class=\"rtl\"",
            "<div class=\"preview\" lang=\"ur\" dir=\"rtl\">",
            "<p class=\"place\">\u{2068}content/index.md\u{2069}، سطر 5، کالم 3 <span class=\"code\" dir=\"ltr\">A003",
            "<span lang=\"en\" dir=\"ltr\">mend it</span>",
        ],
    );
}

#[test]
fn what_a_site_does_not_say_itself_is_english_and_says_so() {
    let (page, list) = shown(messages("ro", "preview-title = Constatări\npreview-error = Eroare\n"));
    holds(
        &page,
        &[
            "<div class=\"preview\" lang=\"ro\" dir=\"ltr\">",
            "<summary><span lang=\"en\">2 findings on this page, 1 of them stops publication</span></summary>",
            " data-gone=\"This page is gone. Its last version stays here.\" data-gone-lang=\"en\"",
            " data-level=\"Eroare\" data-finding=\"0\"",
        ],
    );
    holds(
        &list,
        &[
            "<h1>Constatări</h1>",
            "<option value=\"error\">Eroare (1)</option>",
            "<option value=\"warning\" lang=\"en\">Warning (1)</option>",
            "<button><span lang=\"en\">Apply</span></button>",
        ],
    );
}

#[test]
fn before_a_site_could_be_read_it_is_english() {
    let shelf = Shelf::new();
    shelf.fail(vec![finding("site.toml", 0..1, Severity::Error)]);
    let page = not_found(&shelf.state().notes("404.html", &[]), &shelf.state().messages());
    holds(&page, &["<html lang=\"en\" dir=\"ltr\">", "<h1>Page not found</h1>", "1 finding on this page, which stops"]);
}

#[test]
fn counts_are_told_as_the_language_tells_them() {
    let told = |tag: &str| {
        let messages = messages(tag, "");
        let on_this_page = [(0, 0), (1, 0), (2, 0), (5, 0), (1, 1), (1200, 1), (22, 2)];
        let told = on_this_page.map(|(number, errors)| messages.on_this_page(number, errors).to_string());
        told.join("\n")
    };
    let expected = BTreeMap::from([
        (
            "en",
            "No findings on this page\n1 finding on this page\n2 findings on this page\n5 findings on this page\n\
             1 finding on this page, which stops publication\n1,200 findings on this page, 1 of them stops publication\n\
             22 findings on this page, 2 of them stop publication",
        ),
        (
            "cy",
            "Dim canfyddiadau ar y dudalen hon\n1 canfyddiad ar y dudalen hon\n2 ganfyddiad ar y dudalen hon\n\
             5 canfyddiad ar y dudalen hon\n1 canfyddiad ar y dudalen hon, sy’n atal cyhoeddi\n\
             1,200 canfyddiad ar y dudalen hon, 1 ohonynt yn atal cyhoeddi\n\
             22 canfyddiad ar y dudalen hon, 2 ohonynt yn atal cyhoeddi",
        ),
        (
            "pl",
            "Brak uwag na tej stronie\n1 uwaga na tej stronie\n2 uwagi na tej stronie\n5 uwag na tej stronie\n\
             1 uwaga na tej stronie, która wstrzymuje publikację\n\
             1200 uwag na tej stronie; wstrzymujących publikację: 1\n22 uwagi na tej stronie; wstrzymujących publikację: 2",
        ),
        (
            "ur",
            "اس صفحے پر کوئی نکتہ نہیں\nاس صفحے پر 1 نکتہ\nاس صفحے پر 2 نکات\nاس صفحے پر 5 نکات\n\
             اس صفحے پر 1 نکتہ، جو اشاعت روکتا ہے\nاس صفحے پر 1,200 نکات، جن میں سے 1 اشاعت روکتا ہے\n\
             اس صفحے پر 22 نکات، جن میں سے 2 اشاعت روکتے ہیں",
        ),
    ]);
    for (tag, expected) in expected {
        assert_eq!(told(tag), expected, "{tag}");
    }
}

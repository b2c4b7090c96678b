//! A translation follows its original, and may only be stricter. A case is an original's keys, a translation's keys, and
//! what is then so.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

const CONSENT: &str =
    "consent: { reference: CS-1, scope: [web], given: 2026-01-01, expires: 2026-12-31, reviewer: Us }\n";

fn files(original: &str, translation: &str) -> Memory {
    let mut files = kit::site();
    let page = |title: &str, keys: &str| {
        format!("---\ntitle: {title}\nsummary: What it is about.\nowner: Us\n{keys}---\nText.\n")
    };
    files.add("content/a.md", page("The original", original));
    files.add("content/a.cy.md", page("Y cyfieithiad", translation));
    files
}

fn build(files: &Memory, at: &str, drafts: bool) -> (String, BTreeMap<String, String>) {
    let instant = |zone: &Zone| zone.instant(Moment::parse(at).unwrap());
    let options = Options { root: ".", at: &instant, drafts, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let made = made.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// Checks at which of some moments the original and its translation are there.
fn there(original: &str, translation: &str, moments: &[(&str, bool, bool)]) {
    let files = files(original, translation);
    for (at, first, second) in moments {
        let (found, made) = build(&files, at, false);
        assert!(!found.contains(": error: "), "{found}");
        let got = (made.contains_key("a/index.html"), made.contains_key("cy/a/index.html"));
        assert_eq!(got, (*first, *second), "at {at}:\n{original}---\n{translation}\n{found}");
        if !second {
            assert!(!made.iter().any(|(_, text)| text.contains("Y cyfieithiad")), "at {at}: the title is out");
        }
    }
}

/// Checks what is said of a translation, at its line.
fn says(original: &str, translation: &str, wanted: &str) {
    let (found, _) = build(&files(original, translation), kit::AT, false);
    assert!(found.contains(wanted), "{original}---\n{translation}--- wanted\n{wanted}\n--- got\n{found}");
}

#[test]
fn a_translation_is_there_only_while_its_original_is() {
    let (early, late) = ("publish_from: 2026-12-01T09:00\n", "expires: 2026-12-01\n");
    there(early, "", &[("2026-12-01T08:59", false, false), ("2026-12-01T09:00", true, true)]);
    there(
        "published: 2026-12-01\n",
        "published: 2026-01-01\n",
        &[("2026-11-30", false, false), ("2026-12-01", true, true)],
    );
    there("", early, &[("2026-12-01", true, false), ("2026-12-02", true, true)]);
    there(early, "publish_from: 2026-12-05\n", &[("2026-12-04", true, false), ("2026-12-05", true, true)]);
    there(late, "", &[("2026-11-30", true, true), ("2026-12-01", false, false)]);
    there(late, "expires: 2026-11-01\n", &[("2026-11-01", true, false), ("2026-12-01", false, false)]);
    there("draft: true\n", "", &[(kit::AT, false, false)]);
    there("", "draft: true\n", &[(kit::AT, true, false)]);
    let story = format!("kind: case-study\n{CONSENT}");
    let days = [("2026-12-31", true, true), ("2027-01-01", false, false)];
    there(&story, "", &days);
    there(&story, "kind: case-study\n", &days);
    there(
        &story.replace("expires", "withdrawn: 2026-06-01, expires"),
        "",
        &[("2026-05-31", true, true), ("2026-06-01", false, false)],
    );
    there(&story, "consent: { expires: 2026-06-30 }\n", &[("2026-07-01", true, false)]);
}

#[test]
fn a_translation_without_an_original_is_its_own() {
    let mut files = kit::site();
    files.add(
        "content/a.cy.md",
        "---\ntitle: Y cyfieithiad\nsummary: Beth ydyw.\nowner: Us\npublish_from: 2026-12-01\n---\nTestun.\n",
    );
    assert!(!build(&files, "2026-11-30", false).1.contains_key("cy/a/index.html"));
    assert!(build(&files, "2026-12-01", false).1.contains_key("cy/a/index.html"));
}

#[test]
fn drafts_can_be_looked_at_with_their_translations() {
    let (_, made) = build(&files("draft: true\n", ""), kit::AT, true);
    assert!(made.contains_key("a/index.html") && made.contains_key("cy/a/index.html"));
}

#[test]
fn what_is_less_strict_is_an_error_at_its_line() {
    let at = "content/a.cy.md:5:1: error: ";
    let says = |original: &str, translation: &str, wanted: &str| says(original, translation, &format!("{at}{wanted}"));
    says(
        "publish_from: 2026-12-02\n",
        "publish_from: 2026-12-01T09:00\n",
        "this translation is published from 9am on 1 December 2026, and `a.md` only from 2 December 2026 [C042",
    );
    says(
        "expires: 2026-12-02\n",
        "expires: 2026-12-03\n",
        "this translation expires on 3 December 2026, and `a.md` on 2 December 2026 [C042",
    );
    says(
        "draft: true\n",
        "draft: false\n",
        "this translation says `draft: false`, and `a.md` says `draft: true` [C042",
    );
    says(
        "sensitive: true\n",
        "sensitive: false\n",
        "this translation says `sensitive: false`, and `a.md` says `sensitive: true` [C042",
    );
    says(
        "kind: report\n",
        "kind: page\n",
        "this translation says `kind: page`, and `a.md` is of the kind `report` [C042",
    );
    let story = format!("kind: case-study\n{CONSENT}");
    let own = |keys: &str| format!("consent: {{ {keys} }}\n");
    says(&story, &own("scope: [web, print]"), "this consent is for `print`, and the consent to `a.md` is not [C042");
    says(
        &story,
        &own("expires: 2027-01-01"),
        "this consent ends on 1 January 2027, and the consent to `a.md` on 31 December 2026 [C042",
    );
    says(
        &story,
        &own("given: 2025-12-31"),
        "this consent begins on 31 December 2025, and the consent to `a.md` on 1 January 2026 [C042",
    );
    says(
        &story,
        &own("reference: illustration"),
        "this is the consent `illustration`, and `a.md` stands on `CS-1` [C042",
    );
}

#[test]
fn what_is_inherited_is_used() {
    let (found, made) = build(&files("sensitive: true\n", ""), kit::AT, false);
    assert!(made["cy/a/index.html"].contains("class=\"sensitive"), "{found}{}", made["cy/a/index.html"]);
    assert!(made["_headers"].contains("/cy/a/*\n  Cache-Control: no-store"), "{}", made["_headers"]);
    let ask = "kind: consultation\nopens: 2026-11-01\ncloses: 2026-12-31\nrespond: { phone: 01707 806100 }\n";
    let (found, made) = build(&files(ask, ""), kit::AT, false);
    assert!(!found.contains("error"), "{found}");
    assert!(made["cy/a/index.html"].contains("31 Rhagfyr 2026"), "{}", made["cy/a/index.html"]);
    assert!(made["cy/a/index.html"].contains("01707 806100"));
    says(
        ask,
        "closes: 2026-12-30\n",
        "content/a.cy.md:5:1: warning: `closes` is not what it is in `a.md`, of which this is a translation [C043",
    );
    let (found, _) = build(&files(ask, ask), kit::AT, false);
    assert!(!found.contains("C043"), "{found}");
}

/// Returns a leaflet of six panels.
fn leaflet(title: &str, keys: &str, words: &str) -> String {
    let panels = format!("::::panel\n{words}\n::::\n").repeat(6);
    format!("---\ntitle: {title}\nissued: 2026-11-01\nreview: 2027-11-01\n{keys}---\n{panels}")
}

#[test]
fn a_leaflet_s_translation_has_its_reference_and_lies_below_it() {
    let mut files = kit::site();
    files.add("print/rj.md", leaflet("Help", "reference: RJ-01\nsheet: trifold\nfor: [gp-surgery]\n", "Call us."));
    files.add("print/rj.cy.md", leaflet("Cymorth", "", "Ffoniwch ni."));
    let (found, made) = build(&files, kit::AT, false);
    assert!(!found.contains("print/"), "{found}");
    let pdfs: Vec<&str> = made.keys().map(String::as_str).filter(|path| path.ends_with(".pdf")).collect();
    let names = ["giant-print.pdf", "how-to-print.pdf", "large-print.pdf", "trifold-press.pdf", "trifold.pdf"];
    let in_folder = |folder: &str| names.map(|name| format!("leaflets/RJ-01{folder}/{name}"));
    assert_eq!(pdfs, [in_folder("/cy"), in_folder("")].concat());
    let hub = &made["leaflets/index.html"];
    for part in [
        "<li><a href=\"/leaflets/for/gp-surgery/\">GP surgeries</a></li>",
        "<h2>Help</h2>\n<p class=\"size\">RJ-01, edition 1, November 2026.",
        "<li><a href=\"/leaflets/RJ-01/cy/trifold.pdf\" lang=\"cy\">Cymraeg<span class=\"hidden\">: Cymorth</span></a></li>",
        "<a href=\"/leaflets/RJ-01/\">All files, and how to print and fold<span class=\"hidden\">: Help</span></a>",
    ] {
        assert!(hub.contains(part), "{part}\nis not in\n{hub}");
    }
    assert_eq!(hub.matches("<h2>").count(), 1, "both are one entry\n{hub}");
    let page = &made["leaflets/RJ-01/index.html"];
    assert!(page.contains("<h2 lang=\"cy\">Cymraeg</h2>\n<ul class=\"files\">"), "{page}");
    assert!(page.contains("<a href=\"/leaflets/RJ-01/cy/trifold.pdf\">To print in the office"), "{page}");
    let place = &made["leaflets/for/gp-surgery/index.html"];
    assert!(place.contains("<h1>Leaflets: GP surgeries</h1>") && place.contains("<li id=\"rj-01\">"), "{place}");
}

#[test]
fn a_leaflet_s_translation_with_another_reference_is_told() {
    let mut files = kit::site();
    files.add("print/rj.md", leaflet("Help", "reference: RJ-01\nsheet: trifold\n", "Call us."));
    files.add("print/rj.cy.md", leaflet("Cymorth", "reference: RJ-01-CY\n", "Ffoniwch ni."));
    files.add("print/alone.cy.md", leaflet("Arall", "sheet: trifold\n", "Ffoniwch ni."));
    let (found, _) = build(&files, kit::AT, false);
    let told: Vec<&str> = found.lines().filter(|line| line.starts_with("print/")).collect();
    assert_eq!(
        told,
        [
            "print/alone.cy.md:2:1: error: `reference` is missing [C004 front-matter-value]",
            "print/rj.cy.md:5:1: warning: `reference` is not what it is in `rj.md`, of which this is a translation [C043 \
             translation-differs]",
        ]
    );
}

/// Returns a site with a page in Welsh that shows a contact, a figure and an abbreviation.
fn shown(contacts: &str, settings: &str) -> Memory {
    let mut files = kit::site();
    let toml = "title = \"Test\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\nlanguages = [\"cy\"]\n\
                notice = \"A demonstration.\"\n";
    files.add("site.toml", format!("{toml}{settings}\n[publish]\nalso = [\"office.png\"]\n"));
    files.add("content/_data/contacts.yaml", contacts);
    files.add(
        "content/what-next.cy.md",
        "---\ntitle: Beth nesaf\nsummary: Y camau.\nowner: Us\nformats: [web, print]\n---\nMASH.\n\n:::contact line\n\n\
         :::stat rj-satisfied\n:::\n\nFfoniwch rhwng [](contact:line.hours). Neu [](contact:line.phone).\n",
    );
    files
}

const LINE: &str =
    "line:\n  title: Call us\n  name: A line\n  phone: 01438 123456\n  hours: 9am to 5pm\n  note: Say who you are.\n";

#[test]
fn what_is_written_once_and_not_in_a_page_s_language_is_marked_and_told() {
    let (found, made) = build(&shown(LINE, ""), kit::AT, false);
    let told: Vec<&str> = found.lines().filter(|line| line.contains("C048")).collect();
    assert_eq!(
        told,
        [
            "content/_data/contacts.yaml:1:1: warning: `line` has no `hours`, `note` or `title` in Welsh, and \
             `what-next.cy.md` shows it [C048 not-translated]",
            "content/_data/facts.yaml:1:1: warning: `rj-satisfied` has no `statement` in Welsh, and `what-next.cy.md` \
             shows it [C048 not-translated]",
            "content/_data/glossary.yaml:1:1: warning: `MASH` has no `full` in Welsh, and `what-next.cy.md` shows it \
             [C048 not-translated]",
            "site.toml:4:14: warning: there is no `title` or `notice` in Welsh, and pages in Welsh show it [C048 \
             not-translated]",
        ]
    );
    let html = &made["cy/what-next/index.html"];
    for part in [
        "<p><span lang=\"en-GB\">Multi-agency Safeguarding Hub</span> (<abbr lang=\"en-GB\" title=\"Multi-agency Safeguarding Hub\">MASH</abbr>).</p>",
        "<span lang=\"en-GB\">Call us</span></h2>",
        "<p lang=\"en-GB\">9am to 5pm. Say who you are.</p>",
        "Ffoniwch rhwng <span lang=\"en-GB\">9am to 5pm</span>. Neu <a href=\"tel:+441438123456\">01438 123456</a>.",
        "<strong class=\"number\">85%</strong> <span lang=\"en-GB\">of victims were satisfied.</span>",
        "<small lang=\"en-GB\">A demonstration.</small>",
        "<strong lang=\"en-GB\">Test</strong>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

#[test]
fn what_is_written_once_can_be_in_each_language() {
    let both = "line:\n  title: { en: Call us, cy: Ffoniwch ni }\n  name: { en: A line, cy: Llinell }\n  phone: 01438 123456\n  \
                hours: { en: 9am to 5pm, cy: 9am tan 5pm }\n  note:\n    en: Say who you are.\n    cy: Dywedwch pwy ydych chi.\n";
    let mut files = shown(both, "[translations.cy]\ntitle = \"Prawf\"\nnotice = \"Arddangosiad.\"\n");
    files.add(
        "content/_data/facts.yaml",
        "rj-satisfied:\n  value: 85\n  unit: \"%\"\n  statement: { en: 85% of victims were satisfied., cy: Roedd 85% o \
         ddioddefwyr yn fodlon. }\n  source: { title: A report, publisher: A ministry, date: 2007-06 }\n",
    );
    files.add(
        "content/_data/glossary.yaml",
        "MASH:\n  full: { en: Multi-agency Safeguarding Hub, cy: Canolfan Ddiogelu }\n",
    );
    let (found, made) = build(&files, kit::AT, false);
    assert!(!found.contains("C048"), "{found}");
    let html = &made["cy/what-next/index.html"];
    for part in [
        "<title>Beth nesaf – Prawf</title>",
        "<p>Canolfan Ddiogelu (<abbr title=\"Canolfan Ddiogelu\">MASH</abbr>).</p>",
        ">Ffoniwch ni</h2>",
        "<p>9am tan 5pm. Dywedwch pwy ydych chi.</p>",
        "Ffoniwch rhwng 9am tan 5pm.",
        "Roedd 85% o ddioddefwyr yn fodlon.",
        "<small>Arddangosiad.</small>",
        "<strong>Prawf</strong>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    let english = &made["what-next/index.html"];
    assert!(
        english.contains("<strong>Test</strong>") && english.contains("<small>A demonstration.</small>"),
        "{english}"
    );
}

#[test]
fn a_language_that_is_none_is_told() {
    let (found, _) = build(&shown(&LINE.replace("Say who you are.", "{ en: A, welsh_: B }"), ""), kit::AT, false);
    assert!(
        found.contains(
            "content/_data/contacts.yaml:6:3: error: `welsh_` of `note` is no language with words in it [C011 store-invalid]"
        ),
        "{found}"
    );
    let (found, _) = build(&shown(&LINE.replace("Say who you are.", "{ cy: B }"), ""), kit::AT, false);
    assert!(found.contains("`note` is not given in `en-GB`, the site's own language [C011 store-invalid]"), "{found}");
    let files = shown(LINE, "[translations.pl]\ntitle = \"Test\"\n");
    let found = kit::checked(&files);
    assert!(
        found.contains("site.toml:6:1: error: `pl` is none of the site's `languages` [C001 settings-invalid]"),
        "{found}"
    );
}

#[test]
fn readers_are_told_that_the_original_was_changed_since() {
    let changed = "published: 2026-01-05\nupdated: [{ date: 2026-10-01, note: A new number }]\n";
    let of = |translated: &str| {
        let (found, made) = build(&files(changed, translated), kit::AT, false);
        (found, made["cy/a/index.html"].clone(), made["a/index.html"].clone())
    };
    let told = "Newidiwyd tudalen wreiddiol y dudalen hon ar 1 Hydref 2026.";
    let (found, page, original) = of("translated: 2026-01-05\n");
    assert!(page.contains(told) && !original.contains("original of this page"), "{page}");
    assert!(
        found.contains("content/a.cy.md:5:1: warning: the Welsh page follows its original of 2026-01-05"),
        "{found}"
    );
    let (found, page, _) = of("translated: 2026-10-01\n");
    assert!(!page.contains(told) && !found.contains("A173"), "{found}{page}");
}

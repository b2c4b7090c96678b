//! What is left of a page that is not published at this moment: nothing that stops the rest, and no link to it.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

const STORY: &str = "---\ntitle: How Anna got answers\nsummary: What happened to Anna after a burglary.\n\
                     kind: case-study\nowner: Victims team\nformats: [web]\n\
                     consent: { reference: CS-12, scope: [web, print], given: 2026-01-01, expires: 2026-12-31, reviewer: Us }\n\
                     ---\n## Her story {#story}\n\nIt was a long year.\n";

/// The last day of the consent, and the first day without it.
const WITH: &str = "2026-12-31T23:59";
const WITHOUT: &str = "2027-01-01";

fn page(body: &str) -> String {
    format!("---\ntitle: What people say\nsummary: What people told us.\nowner: Us\n---\n{body}")
}

fn build(files: &Memory, at: &str) -> (String, BTreeMap<String, String>) {
    let instant = |zone: &Zone| zone.instant(Moment::parse(at).unwrap());
    let options = Options { root: ".", at: &instant, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    let made = made.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

fn with_story(body: &str) -> Memory {
    let mut files = kit::site();
    files.add("content/story.md", STORY);
    files.add("content/say.md", page(body));
    files
}

/// Returns the main part of a page's HTML.
fn main(made: &BTreeMap<String, String>, path: &str) -> String {
    let html = &made[path];
    let start = html.find("<main").unwrap();
    html[start..html.find("</main>").unwrap()].to_string()
}

/// Builds a page while there is consent, when it must be clean of errors and hold `before`, and when it has ended: then it
/// holds each of `after` and none of `never`, and there is no error.
fn judge(body: &str, before: &str, after: &[&str], never: &[&str]) {
    let files = with_story(body);
    let (found, made) = build(&files, WITH);
    assert!(!found.contains(": error: ") && !found.contains("C041"), "{body}\n{found}");
    assert!(main(&made, "say/index.html").contains(before), "{body}\n{}", main(&made, "say/index.html"));
    let (found, made) = build(&files, WITHOUT);
    assert!(!found.contains(": error: "), "{body}\n{found}");
    assert!(found.contains("content/say.md:") && found.contains("[C041 left-out]"), "{body}\n{found}");
    let html = main(&made, "say/index.html");
    for words in after {
        assert!(html.contains(words), "{body}\nlacks {words}\n{html}");
    }
    for words in never.iter().chain(&["/story/", "Anna"]) {
        assert!(!html.contains(words), "{body}\nhas {words}\n{html}");
    }
}

#[test]
fn a_link_keeps_its_words_unless_they_are_the_story_s() {
    let link = "<a href=\"/story/\"";
    judge("Read [how it went](story.md) now.\n", link, &["Read how it went now."], &[]);
    judge("Read [**how** it went](/story/) now.\n", link, &["Read <strong>how</strong> it went now."], &[]);
    judge(
        "Read it [here on this site](https://www.example.org/story/).\n",
        "/story/",
        &["Read it here on this site."],
        &[],
    );
    judge("We asked. [how Anna  got *answers*](story.md#story) tells.\n", "/story/", &["We asked. tells."], &[]);
    judge("First. [Read “How Anna got answers” now](story.md)\n", link, &["First."], &["Read"]);
    judge("First: [What happened to Anna after a burglary](story.md).\n\nLast.\n", link, &["Last."], &["First"]);
    judge("We help. [![Anna at her door](office.png)](story.md)\n", link, &["We help."], &["<img"]);
}

#[test]
fn no_hole_is_left_where_words_have_gone() {
    let link = "href=\"/story/\"";
    judge("- [How Anna got answers](story.md)\n- Two\n- Three\n", link, &["<li>Two</li>"], &["<li></li>"]);
    judge("Read these:\n\n- [How Anna got answers](story.md)\n\nLast.\n", link, &["Last."], &["<ul", "Read these"]);
    judge(
        "## One\n\nText.\n\n## [How Anna got answers](story.md) {#a}\n\nTeaser.\n\n### More\n\nMore.\n\n## Two\n\nText.\n",
        link,
        &[">Two</h2>"],
        &["Teaser", ">More<"],
    );
    judge(
        "## One\n\nText.\n\n## More people\n\n[How Anna got answers](story.md)\n",
        link,
        &[">One</h2>"],
        &["More people"],
    );
    judge(":::action Read about it\n[Read how it went](story.md)\n:::\n\nLast.\n", link, &["Last."], &["Read"]);
    judge(
        "| Who | Where |\n|---|---|\n| [How Anna got answers](story.md) | |\n| Us | Here |\n",
        link,
        &["Us"],
        &["<td></td>"],
    );
    judge("Text[^1].\n\n[^1]: [How Anna got answers](story.md)\n", "/story/", &["Text."], &["footnote", "sup"]);
    judge(":::film story.md What happened\n\nLast.\n", "/story/", &["Last."], &["What happened"]);
}

#[test]
fn an_include_brings_nothing_also_through_another_page() {
    let include = ":::include story.md#story\n";
    judge(&format!("## One\n\nText.\n\n{include}"), "long year", &[">One</h2>"], &["long year", "Her story"]);
    judge(&format!("## One\n\nText.\n\n## Stories\n\n{include}"), "long year", &[">One</h2>"], &["Stories"]);
    let mut files = with_story(&format!(
        "## Told {{#told}}\n\nText.\n\n{include}\n## Gone {{#gone}}\n\n[How Anna got answers](story.md)\n"
    ));
    files.add("content/other.md", "---\ntitle: Another page\nsummary: It brings in words.\nowner: Us\n---\nStart.\n\n:::include say.md#told\n\n:::include say.md#gone\n\n[To the part](say.md#gone) and [hers](other.md#story).\n");
    let (found, made) = build(&files, WITH);
    assert!(!found.contains(": error: ") && main(&made, "other/index.html").contains("long year"), "{found}");
    let (found, made) = build(&files, WITHOUT);
    assert!(!found.contains(": error: "), "{found}");
    assert!(
        found.contains(
            "content/other.md:10:1: warning: this brings in nothing: `say.md#gone` is not there at this moment [C041"
        ),
        "{found}"
    );
    assert!(found.contains("content/other.md:12:1: warning: `say.md` has no heading `gone` at this moment, so this leads to the page's top [C041"), "{found}");
    let html = main(&made, "other/index.html");
    assert!(html.contains("Text.") && html.contains("<a href=\"/say/\">To the part</a>"), "{html}");
    assert!(!html.contains("long year") && !html.contains("Her story") && !html.contains("Anna"), "{html}");
}

#[test]
fn a_leaflet_that_holds_its_words_is_not_made() {
    let leaflet = |reference: &str, body: &str| {
        format!(
            "---\ntitle: A leaflet\nsummary: What it is.\nreference: {reference}\nissued: 2026-01-01\nreview: 2028-01-01\nsheet: trifold\nfor: [library]\n---\n::::panel\n## Talk to us\n\n{body}\n::::\n{}",
            "::::panel\nMore.\n::::\n".repeat(5)
        )
    };
    let mut files = with_story("## Told {#told}\n\n:::include story.md#story\n");
    files.add("print/own.md", leaflet("OW-01", ":::include story.md#story"));
    files.add("print/other.md", leaflet("OT-01", ":::include say.md#told"));
    files.add("print/kept.md", leaflet("KE-01", "We help. [Read how it went](story.md)"));
    let names = ["OW-01", "OT-01", "KE-01"];
    let (found, made) = build(&files, WITH);
    assert!(!found.contains(": error: "), "{found}");
    assert!(names.iter().all(|name| made.keys().any(|path| path.contains(name))), "{:?}", made.keys());
    let (found, made) = build(&files, WITHOUT);
    assert!(!found.contains(": error: "), "{found}");
    let says = "warning: this line brings in words that are not published at this moment, so the leaflet is left out whole [C041";
    for file in ["own", "other"] {
        assert!(found.contains(&format!("print/{file}.md:13:1: {says}")), "{found}");
    }
    for gone in ["OW-01", "OT-01"] {
        assert!(!made.iter().any(|(path, text)| path.contains(gone) || text.contains(gone)), "{gone} is still there");
    }
    assert!(made.keys().any(|path| path.contains("KE-01")) && made["leaflets/index.html"].contains("KE-01"));
}

#[test]
fn lists_and_addresses_that_go_with_it_are_no_errors() {
    let mut files = kit::site();
    files.add("content/story.md", STORY.replace("owner:", "topics: [answers]\nowner:"));
    files.add("content/talk.md", "---\ntitle: What do you think?\nsummary: Tell us by the end of November.\nkind: consultation\nowner: Us\ncloses: 2026-11-30\nrespond: { phone: 01707 806100 }\n---\nText.\n");
    files.add("content/say.md", page("See [all of them](/topics/answers/), and [say it](talk.md#how-to-answer).\n\n:::include talk.md#how-to-answer\n"));
    let (found, _) = build(&files, "2026-11-30");
    assert!(!found.contains(": error: ") && !found.contains("C041"), "{found}");
    let (found, made) = build(&files, WITHOUT);
    assert!(!found.contains(": error: "), "{found}");
    assert!(found.contains("`talk.md` has no heading `how-to-answer` at this moment"), "{found}");
    assert!(main(&made, "say/index.html").contains("See all of them, and <a href=\"/talk/\">say it</a>."));
    assert!(!made.iter().any(|(path, text)| path.contains("answers") || text.contains("topics/answers")));
}

#[test]
fn a_picture_of_it_stays_home_though_site_toml_names_its_folder() {
    let mut files = with_story("Words.\n");
    files.add("content/story.md", format!("{STORY}\n![A lamp](photos/lamp.png)\n"));
    files.add("content/photos/lamp.png", kit::PNG);
    files.add("content/photos/CNAME", "a.example\n");
    files.add(
        "site.toml",
        "title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n[publish]\nalso = [\"photos/**\"]\n",
    );
    let (found, made) = build(&files, WITH);
    assert!(made.contains_key("photos/lamp.png") && !found.contains("C041"), "{found}");
    let (found, made) = build(&files, WITHOUT);
    assert!(!made.contains_key("photos/lamp.png") && made.contains_key("photos/CNAME"), "{found}");
    let told = "site.toml:5:9: warning: `photos/lamp.png` stays home with `story.md`, which is not published, because the \
                consent to it ended on 31 December 2026 [C041 left-out]";
    assert!(found.contains(told) && !found.contains(": error: "), "{found}");
}

#[test]
fn what_stands_elsewhere_is_told_for_somebody_to_judge() {
    let mut files = with_story("We know How Anna got answers by heart.\n\n![A door](office.png)\n");
    files.add("content/story.md", format!("{STORY}\n![Her door](office.png)\n"));
    let (found, _) = build(&files, WITHOUT);
    assert!(found.contains("content/say.md:6:1: warning: this has words of `story.md`, which is not published, because the consent to it ended on 31 December 2026 [C044"), "{found}");
    assert!(found.contains("content/say.md:8:1: warning: this file is also on `story.md`"), "{found}");
}

#[test]
fn nothing_about_a_story_without_consent_stops_the_rest() {
    let broken = STORY.replace("CS-12", "\"\"").replace("reviewer: Us", "withdrawn: 2026-03-01")
        + "\n:::unknown\n:::\n\n[Nowhere](gone.md)\n";
    let mut files = kit::site();
    files.add("content/story.md", broken);
    let (found, made) = build(&files, "2026-06-01");
    assert!(!found.contains(": error: "), "{found}");
    assert!(
        found.contains("content/story.md:7:1: warning: the consent to this case study was withdrawn on 1 March 2026"),
        "{found}"
    );
    assert!(!made.keys().any(|path| path.contains("story")));
    files.add("content/story.md", STORY.replace("given: 2026-01-01", "given: 2026-08-01"));
    let (found, made) = build(&files, "2026-07-31");
    assert!(
        found.contains("the consent is given on 1 August 2026, which has not come yet")
            && !made.contains_key("story/index.html"),
        "{found}"
    );
    let (found, made) = build(&files, "2026-08-01");
    assert!(found.is_empty() && made.contains_key("story/index.html"), "{found}");
}

#[test]
fn what_kinds_keep_for_data_leads_to_no_page_that_is_gone() {
    let mut files = with_story("Text.\n");
    files.add(
        "content/buy.md",
        "---\ntitle: We buy support\nsummary: How Anna got answers, and what we plan.\nkind: notice\nowner: Us\nreference: B-1\n\
         documents: [{ title: How Anna got answers, url: https://www.example.org/story/ }]\n---\nText.\n",
    );
    let (found, made) = build(&files, WITH);
    assert!(!found.contains(": error: ") && made["buy/release.json"].contains("/story/"), "{found}");
    let (found, made) = build(&files, WITHOUT);
    assert!(!found.contains(": error: "), "{found}");
    assert!(!made["buy/release.json"].contains("/story/"), "{}", made["buy/release.json"]);
    assert!(found.contains("content/buy.md:3:1: warning: this has words of `story.md`"), "{found}");
    assert!(!main(&made, "buy/index.html").contains("/story/"));
}

#[test]
fn a_story_s_name_of_one_word_goes_with_its_link() {
    let title = |kind: &str| format!("---\ntitle: Anna\nsummary: What happened.\nowner: Us\n{kind}---\nText.\n");
    let story = "kind: case-study\nconsent: { reference: CS-1, scope: [web], given: 2026-01-01, expires: 2026-12-31, reviewer: Us }\n";
    let mut files = kit::site();
    files.add("content/say.md", page("We help. [Hear Anna’s way out](anna.md)\n"));
    files.add("content/anna.md", title(story));
    assert!(!main(&build(&files, WITHOUT).1, "say/index.html").contains("Hear"));
    files.add("content/anna.md", title("expires: 2026-12-31\n"));
    assert!(main(&build(&files, WITHOUT).1, "say/index.html").contains("We help. Hear Anna’s way out"));
}

//! The files of words are whole, and say what the language says.

use std::sync::Arc;

use serde_json::Value;

use super::{Arg, BUILT_IN, Lang, Own, Wordings};
use crate::diag::FileId;

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("a tag")
}

fn own(tag: &str, text: &str) -> Own {
    Own { lang: lang(tag), file: FileId(0), text: Arc::from(text) }
}

/// Reads a site's own file, and returns what is wrong with it: place, code and message.
fn wrong(tag: &str, text: &str) -> Vec<String> {
    let (_, found) = Wordings::new(&[own(tag, text)]);
    found.iter().map(|one| format!("{} {} {}: {}", one.span.start, one.kind.code, one.message, one.help)).collect()
}

#[test]
fn every_message_has_its_field_and_every_field_its_message() {
    let words = Wordings::built_in();
    let english = words.english();
    let groups = [
        ("audio", serde_json::to_value(&english.audio)),
        ("braille", serde_json::to_value(&english.braille)),
        ("easy", serde_json::to_value(&english.easy)),
        ("callout", serde_json::to_value(&english.callouts)),
        ("data", serde_json::to_value(&english.data)),
        ("kind", serde_json::to_value(&english.kinds)),
        ("preview", serde_json::to_value(english.preview())),
        ("print", serde_json::to_value(&english.print)),
        ("progress", serde_json::to_value(&english.progress)),
        ("sentence", serde_json::to_value(&english.sentences)),
        ("state", serde_json::to_value(&english.states)),
        ("web", serde_json::to_value(&english.web)),
    ];
    let mut fields = Vec::new();
    for (group, value) in groups {
        let Ok(Value::Object(all)) = value else { panic!("a group has fields") };
        for (name, value) in all {
            assert_ne!(value, Value::from(""), "`{group}-{name}` has no words in `en.ftl`");
            fields.push(format!("{group}-{}", name.replace('_', "-")));
        }
    }
    let named = |id: &&String| ["language-", "place-"].iter().any(|group| id.starts_with(group));
    let messages: Vec<&String> = english.messages().filter(|id| !named(id)).collect();
    fields.sort();
    assert_eq!(messages, fields.iter().collect::<Vec<_>>());
}

#[test]
fn every_file_in_the_binary_is_whole() {
    for (tag, text) in BUILT_IN {
        // As a site's own file of a language that the binary lacks, it is held to all that such a file must have.
        assert_eq!(wrong("xx", text), Vec::<String>::new(), "{tag}.ftl");
    }
}

#[test]
fn words_that_a_language_lacks_are_english_and_say_so() {
    let (words, _) = Wordings::new(&[own("ro", "web-home = Acasă\n")]);
    let words = words.of(&lang("ro-RO"));
    assert_eq!((&*words.web.home, words.web.home.lang.tag()), ("Acasă", "ro"));
    assert_eq!((&*words.web.skip, words.web.skip.lang.tag()), ("Skip to the main text", "en"));
    let pages = words.say(&words.sentences.page_count, &[("count", Arg::Count(1200))]);
    assert_eq!((&*pages, pages.lang.tag()), ("1,200 pages", "en"));
}

#[test]
fn a_site_may_say_one_thing_otherwise() {
    let (words, found) = Wordings::new(&[own("cy", "web-home = Adref\n")]);
    assert!(found.is_empty(), "{found:?}");
    let words = words.of(&lang("cy"));
    assert_eq!((&*words.web.home, &*words.web.leaflets), ("Adref", "Taflenni"));
}

#[test]
fn what_is_wrong_with_a_file_is_told_at_its_place() {
    assert_eq!(
        wrong("cy", "web-home = A\nweb-hom = B\nweb-skip C\nsentence-note = { $numbr }\nweb-home = D\n"),
        [
            "34 C045 these words cannot be read: expected a token starting with `=`: write `name = words` on a line, and \
             further lines of the same words with spaces before them",
            "13 C046 Handbill has no words called `web-hom`: write `web-home`",
            "36 C045 nothing is put into `sentence-note` in the place of `{ $numbr }`: these can be put in: `{ $number }`",
            "63 C045 `web-home` is written twice, and the second is used: delete one of the two",
        ]
    );
    let lacking = wrong("ro", "web-home = Acasă\nweb-leaflets = Pliante\n");
    assert!(
        lacking.contains(
            &"0 C047 `web-crumbs` is missing, and is shown in English: write `web-crumbs = ` and the words in Română"
                .to_string()
        )
    );
}

#[test]
fn braces_without_end_are_told() {
    let deep = format!("web-home = {}\n", "{".repeat(100_000));
    assert_eq!(wrong("cy", &deep).len(), 1);
}

#[test]
fn figures_are_written_as_the_language_writes_them() {
    let words = Wordings::built_in();
    let said = |tag: &str| {
        let words = words.of(&lang(tag));
        let figures = words.figures();
        let list = figures.and(&["a", "b", "ci"]);
        (figures.day(2026, 11, 2), figures.month(2026, 11), figures.number(1_234_567, 2), list)
    };
    let owned = |day: &str, month: &str, number: &str, list: &str| {
        (day.to_string(), month.to_string(), number.to_string(), list.to_string())
    };
    assert_eq!(said("en-GB"), owned("2 November 2026", "November 2026", "12,345.67", "a, b and ci"));
    assert_eq!(said("cy"), owned("2 Tachwedd 2026", "Tachwedd 2026", "12,345.67", "a, b, a ci"));
    assert_eq!(said("pl"), owned("2 listopada 2026", "listopad 2026", "12\u{a0}345,67", "a, b i ci"));
    assert_eq!(said("ur"), owned("2 نومبر، 2026", "نومبر 2026", "12,345.67", "a، b، اور ci"));
    assert_eq!(words.of(&lang("cy")).figures().and(&["a", "iâ"]), "a ac iâ");
    let figures = words.of(&lang("cy")).figures();
    let mut towns = ["Llan", "Lwc", "Chwilog", "Cwm"];
    towns.sort_by(|one, other| figures.order(one, other));
    assert_eq!(towns, ["Cwm", "Chwilog", "Lwc", "Llan"]);
}

#[test]
fn times_sums_and_sizes_are_told_as_readers_know_them() {
    let words = Wordings::built_in();
    let english = words.english();
    let times = [0, 540, 720, 1050, 1439].map(|minute| english.time(minute));
    assert_eq!(times, ["12am", "9am", "midday", "5:30pm", "11:59pm"]);
    let sizes = [1, 30_600, 1_900_000].map(|bytes| english.size(bytes).to_string());
    assert_eq!(sizes, ["1 KB", "31 KB", "1.90 MB"]);
    let sums =
        [41_516_900, 12_345, 126_000_000, 150_000_000, 200_000_000].map(|pence| english.money(pence).to_string());
    assert_eq!(sums, ["£415,169", "£123.45", "£1.26 million", "£1.5 million", "£2 million"]);
    assert_eq!(words.of(&lang("pl")).time(1050), "17:30");
    assert_eq!(words.of(&lang("pl")).money(12_345).to_string(), "123,45 £");
    assert_eq!(words.of(&lang("cy")).money(126_000_000).to_string(), "£1.26 miliwn");
    let long = [205, 3600, 3661].map(|seconds| english.duration(seconds).to_string());
    assert_eq!(long, ["3 minutes 25 seconds", "1 hour", "1 hour 1 minute 1 second"]);
}

#[test]
fn languages_are_named_for_the_reader() {
    let words = Wordings::built_in();
    let name = |tag: &str, of: &str| {
        let said = words.of(&lang(tag)).in_language(&lang(of));
        format!("{said} ({})", said.lang)
    };
    assert_eq!(name("cy", "en-GB"), "Saesneg (cy)");
    assert_eq!(name("en", "cy"), "in Welsh (en)");
    assert_eq!(name("cy", "tlh"), "in tlh (en)");
}

#[test]
fn plurals_are_those_of_the_language() {
    let words = Wordings::built_in();
    let pages = |tag: &str| {
        let words = words.of(&lang(tag));
        [1u32, 2, 3, 5, 22].map(|count| words.say(&words.sentences.page_count, &[("count", count.into())]).to_string())
    };
    assert_eq!(pages("en"), ["1 page", "2 pages", "3 pages", "5 pages", "22 pages"]);
    assert_eq!(pages("cy"), ["1 dudalen", "2 dudalen", "3 tudalen", "5 tudalen", "22 tudalen"]);
    assert_eq!(pages("pl"), ["1 strona", "2 strony", "3 strony", "5 stron", "22 strony"]);
    assert_eq!(pages("ur"), ["1 صفحہ", "2 صفحات", "3 صفحات", "5 صفحات", "22 صفحات"]);
}

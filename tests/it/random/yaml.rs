//! Random YAML: mappings of keys that Handbill knows, with values that it may not expect.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::pick;

/// Keys of pages, of each kind of page, and of leaflets.
const KEYS: &str = "title¦summary¦kind¦published¦updated¦publish_from¦expires¦review¦owner¦topics¦aliases¦sensitive¦formats¦\
    draft¦nav¦nav_title¦order¦allow¦cascade¦aims¦period¦supersedes¦superseded_by¦status¦embargo¦notes¦contact¦\
    reference¦ocid¦regime¦notice_type¦buyer¦cpv¦value¦engagement_deadline¦contract_start¦contract_end¦links¦\
    documents¦opens¦closes¦submission_deadline¦total¦minimum¦maximum¦eligible¦not_eligible¦respond¦outcome¦\
    consent¦details_changed¦meeting¦submitted_by¦recommendations¦captions¦transcript¦bsl¦duration¦tested_by¦\
    original¦edition¦issued¦sheet¦design¦discreet¦languages¦for";

/// Keys of what stands in a store, or in a list of a page.
const INNER: &str = "value¦unit¦display¦statement¦source¦base¦place¦period¦checked¦review¦title¦publisher¦series¦url¦date¦\
    name¦phone¦textphone¦email¦hours¦address¦note¦full¦meaning¦well_known¦id¦text¦response¦status¦updated¦\
    reference¦scope¦given¦expires¦reviewer¦label¦file";

const KINDS: &str = "page¦section¦strategy¦explainer¦news¦notice¦funding¦consultation¦case-study¦report¦film¦easy-read¦nws¦¦\
    [a]";

/// Scalars that YAML can read: dates and numbers at their ends, other scripts, characters that nobody sees.
const SCALARS: &str = "~¦null¦true¦false¦yes¦0¦-1¦3¦1e999¦-1e-999¦.nan¦.inf¦0x1F¦0o17¦1_000¦4294967296¦18446744073709551615¦\
    2026-11-22¦2026-02-30¦2026-11-22T09:30¦2026-11-22T24:00¦0001-01-01¦9999-12-31¦99999-01-01¦2026-13-01¦2027¦\
    2007-06¦12:30¦P1D¦words¦A title¦\"quoted: words\"¦'single'¦\"\\u202e\\0\\t\"¦&a x¦!tag x¦!!binary aGVsbG8=¦\
    []¦{}¦[a, b]¦[[[]]]¦{ a: { b: [c] } }¦\u{202e}abc¦\u{200b}¦\u{1f469}\u{200d}\u{1f467}¦caf\u{e9}¦e\u{301}¦\
    \u{627}\u{644}¦\u{5d0}¦\u{4e2d}¦\u{10ffff}¦/old/¦/what-next/¦/../¦office¦rj-satisfied¦en¦cy¦ur¦web¦print¦\
    large-print¦giant-print¦trifold¦plain¦RJ-01¦../..¦content/page.md¦office.png¦https://www.example.org¦85%¦\
    '12,000'¦'heading-skip: because, until 2027-01-01'¦\"[[gap]]\"";

/// Scalars that YAML cannot read, or only in some places.
const BROKEN: &str = "¦\"\\ud800\"¦\"¦'¦a: b¦# c¦*a¦*b¦| ¦>-¦|\n  kept\n  words¦>\n  folded\n\n  more¦[¦{¦]¦@at¦`tick`¦%percent¦?¦- ¦\
    ---¦...¦\t¦a\tb¦\u{85}¦\u{2028}¦\u{feff}¦\u{7}¦\u{1b}[31m¦12,000¦a # b¦99999999999999999999¦18446744073709551616";

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        40 => pick(SCALARS),
        1 => pick(BROKEN),
        1 => "\\PC{0,12}",
        1 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| number.to_string()),
        1 => "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        1 => (1_usize..400).prop_map(|long| "long ".repeat(long)),
    ]
}

/// A value in one line, with brackets inside one another.
fn flow() -> impl Strategy<Value = String> {
    scalar().prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            vec((pick(INNER), inner), 0..4).prop_map(|pairs| {
                let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{ {} }}", pairs.join(", "))
            }),
        ]
    })
}

/// A value on the lines after its key, with indents.
fn block() -> impl Strategy<Value = String> {
    flow().prop_recursive(4, 16, 4, |inner| {
        let indented = |text: &String| text.replace('\n', "\n  ");
        prop_oneof![
            vec(inner.clone(), 1..4)
                .prop_map(move |items| items.iter().map(|item| format!("\n- {}", indented(item))).collect()),
            vec((pick(INNER), inner), 1..5).prop_map(move |pairs| {
                pairs.iter().map(|(key, value)| format!("\n  {key}: {}", indented(value))).collect()
            }),
        ]
    })
}

/// Lines of keys and values: mostly each key once, and not those in `taken`.
fn lines(keys: &'static str, taken: &'static [&'static str]) -> impl Strategy<Value = String> {
    let line = (pick(keys), prop_oneof![4 => flow(), 2 => block()]);
    let odd =
        "\t- x\n¦? a\n: b\n¦<<: *a\n¦# words\n¦\n¦- item\n¦\"a: b\": c\n¦''\n¦&a b: c\n¦titel: x\n¦title: again\n";
    let odd = prop_oneof![12 => Just(String::new()), 1 => pick(odd), 1 => "\\PC{0,20}\n"];
    (vec(line, 0..6), odd).prop_map(|(lines, odd)| {
        let mut seen: BTreeSet<String> = taken.iter().map(|key| (*key).to_string()).collect();
        let fresh = lines.into_iter().filter(|(key, _)| seen.insert(key.clone()));
        fresh.map(|(key, value)| format!("{key}: {value}\n")).collect::<String>() + &odd
    })
}

fn front(start: impl Strategy<Value = String>, taken: &'static [&'static str]) -> impl Strategy<Value = String> {
    let close = prop_oneof![30 => Just("---\n"), 1 => Just("...\n"), 1 => Just("")];
    (start, lines(KEYS, taken), close).prop_map(|(start, lines, close)| format!("---\n{start}{lines}{close}"))
}

fn usually(line: &'static str) -> impl Strategy<Value = &'static str> {
    prop_oneof![15 => Just(line), 1 => Just("")]
}

/// Front matter of a page.
pub fn page() -> impl Strategy<Value = String> {
    let all = "formats: [web, print, large-print, giant-print]\n";
    let formats = prop_oneof![4 => Just(""), 1 => Just("formats: [web, print]\n"), 1 => Just(all)];
    let start = (usually("title: A page\n"), usually("summary: It is a page.\n"), pick(KINDS), formats);
    let start = start.prop_map(|(title, summary, kind, formats)| format!("{title}{summary}kind: {kind}\n{formats}"));
    front(start, &["title", "summary", "kind", "formats"])
}

/// Front matter of a leaflet.
pub fn leaflet() -> impl Strategy<Value = String> {
    let dates = usually("issued: 2026-11-01\nreview: 2027-11-01\n");
    let start = (usually("title: A leaflet\n"), usually("reference: T-1\n"), dates, usually("sheet: trifold\n"));
    let start = start.prop_map(|(title, reference, dates, sheet)| format!("{title}{reference}{dates}{sheet}"));
    front(start, &["title", "reference", "issued", "review", "sheet"])
}

/// The keys in `sound`.
const SOUND: &[&str] = &["value", "unit", "statement", "source", "name", "phone", "full"];

/// What a store's entries have where they are right.
fn sound(name: &str) -> &'static str {
    match name {
        "facts" => "  value: 85\n  unit: \"%\"\n  statement: 85% did.\n  source: { title: A }\n",
        "contacts" => "  name: The office\n  phone: 01707 806100\n",
        _ => "  full: Multi-agency Safeguarding Hub\n",
    }
}

/// A file of `content/_data/`.
pub fn store(name: &'static str) -> impl Strategy<Value = String> {
    let keys = pick("rj-satisfied¦office¦MASH¦NHS¦a b¦\"\"¦1¦~¦caf\u{e9}¦x.y¦..¦A\u{300}");
    let whole = (keys, prop_oneof![3 => Just(sound(name)), 1 => Just("")], lines(INNER, SOUND)).prop_map(
        |(key, sound, lines)| {
            let lines: String = lines.split_inclusive('\n').map(|line| format!("  {line}")).collect();
            format!("{key}:\n{sound}{lines}")
        },
    );
    vec(prop_oneof![6 => whole, 1 => lines(INNER, &[])], 0..4).prop_map(|entries| entries.concat())
}

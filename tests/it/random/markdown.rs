//! Random Markdown, made from a grammar: blocks and marks inside one another, closed and unclosed, right and wrong.

use proptest::collection::vec;
use proptest::prelude::*;

use super::pick;

const WORDS: &str = "word¦words¦we¦can't¦utilise¦MASH¦NHS¦PCC¦12000¦1,5¦£1.5m¦£12,000¦85%¦5pm¦12:00am¦midnight¦e.g.¦1st¦\
    4 May¦04/05/2026¦on Monday¦between 3-5¦01707806100¦a@b.org¦www.example.org¦Click here¦--¦\u{2026}¦\
    \u{2013}¦'¦\"¦(¦)¦&amp;¦&#0;¦&#x202e;¦&nosuch;¦\\¦\\*¦\\[¦`¦``¦*¦**¦_¦~¦~~¦|¦<¦>¦[¦]¦![¦](¦{¦}¦{#id}¦\
    {lang=cy}¦{lang=¦:¦::¦#¦\u{202e}evil\u{202c}¦\u{2066}¦\u{200b}¦\u{200d}¦\u{ad}¦caf\u{e9}¦e\u{301}¦\
    \u{301}¦\u{3a9}¦\u{645}\u{631}\u{62d}\u{628}\u{627}¦\u{5e9}\u{5dc}¦\u{4f60}\u{597d}¦\
    \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467}¦\u{1f1ec}\u{1f1e7}¦\u{df}¦\u{fb01}¦\u{130}¦\u{1c4}¦\u{fffc}¦\
    \u{fffd}¦\u{7}¦\u{b}¦\u{c}¦\u{1b}[31m¦\u{85}¦\u{2028}¦\u{a0}¦\u{feff}¦\u{10ffff}¦\u{e000}¦[[gap]]¦TODO¦\
    FAQ¦ALL CAPITALS HERE¦\t¦  ";

const ADDRESSES: &str = "¦#¦#top¦#two¦what-next.md¦what-next.md#next¦what-next.md#none¦page.md¦index.md¦/¦/what-next/¦../x.md¦\
    ../../etc/passwd¦gone.md¦office.png¦none.png¦./office.png¦a%20b.md¦%¦%zz¦https://www.example.org/¦\
    http://example.org¦https://¦https:x¦//example.org¦mailto:a@b.org¦mailto:¦tel:01707806100¦tel:x¦\
    javascript:alert(1)¦JaVaScRiPt:x¦data:text/html,x¦ftp://x¦file:///etc/passwd¦fact:rj-satisfied¦\
    fact:none¦fact:¦contact:office.phone¦contact:office¦contact:office.none¦contact:.¦contact:none.phone¦\
    lang:cy¦lang:¦lang:\"¦lang:zz-zz-zz¦a:b¦<with spaces>¦\u{202e}¦caf\u{e9}.md¦/leaflets/¦/atom.xml¦?q¦\
    a#b#c¦..¦.¦x\\y";

const DIRECTIVES: &str = "action¦address¦contact¦details¦download¦example¦film¦formats¦important¦include¦information¦key-facts¦\
    language¦panel¦quote¦row¦stat¦steps¦timeline¦warning¦wrong¦¦\u{e9}¦stat{a=b}";

const ARGUMENTS: &str = "¦office¦rj-satisfied¦calls-a-day¦none¦what-next.md¦what-next.md#next¦page.md¦index.md#x¦#¦cy¦ur¦en-GB¦\
    not a language¦office.png A picture¦office.png¦Title¦**Bold** [link](what-next.md)¦\
    [x](fact:rj-satisfied)¦{lang=cy}¦Words {lang=cy}¦{a=\"b c\" d=}¦{¦}¦{=}¦\u{202e}¦# Heading¦- item¦\
    | a | b |¦<b>¦`code¦Who said it {lang=}¦1. one";

fn word() -> impl Strategy<Value = String> {
    prop_oneof![20 => pick(WORDS), 2 => "\\PC{1,6}", 1 => "[a-z]{30,60}"]
}

fn words() -> impl Strategy<Value = String> {
    vec(word(), 1..6).prop_map(|words| words.join(" "))
}

/// Running text with marks inside one another.
fn inlines() -> impl Strategy<Value = String> {
    words().prop_recursive(3, 12, 3, |inner| {
        let address = pick(ADDRESSES);
        let odd = "<b>¦</b>¦<script>alert(1)</script>¦<!-- note -->¦<!-- allow heading-skip: because -->¦<br>¦\
        <https://www.example.org>¦<a@b.org>¦[^1]¦[^none]¦[ref]¦[ref][]¦[none][ref]¦  \nnext¦\\\nnext¦\
        \nnext¦\n¦<!-- open¦<?php¦<![CDATA[x¦[x]{lang=cy}¦[x]{lang=}¦[x]{lang=\"ur\"}¦$x$¦[ ]¦[x]¦^up^¦\
        ==mark==¦https://bare.example.org/a_b¦&lt;b&gt;";
        prop_oneof![
            2 => inner.clone().prop_map(|text| format!("*{text}*")),
            2 => inner.clone().prop_map(|text| format!("**{text}**")),
            1 => inner.clone().prop_map(|text| format!("~~{text}~~")),
            1 => inner.clone().prop_map(|text| format!("`{text}`")),
            4 => (inner.clone(), address.clone()).prop_map(|(text, address)| format!("[{text}]({address})")),
            2 => address.clone().prop_map(|address| format!("[]({address})")),
            2 => (inner.clone(), address, pick("¦ \"decorative\"¦ 'x"))
                .prop_map(|(text, address, title)| format!("![{text}]({address}{title})")),
            1 => (inner.clone(), pick("cy¦ur¦¦zz¦en-GB-x"))
                .prop_map(|(text, lang)| format!("[{text}]{{lang={lang}}}")),
            3 => pick(odd),
            3 => vec(inner, 2..4).prop_map(|parts| parts.join(" ")),
        ]
    })
}

fn table() -> impl Strategy<Value = String> {
    let row = vec(prop_oneof![inlines().prop_map(|text| text.replace('\n', " ")), Just(String::new())], 1..4);
    let rule = pick("|---|---|¦|:--|--:|:-:|¦|---|¦---|---¦| |");
    let caption = prop_oneof![2 => Just(""), 1 => Just("Table: What it shows\n\n"), 1 => Just("Table: ")];
    (caption, row.clone(), rule, vec(row, 0..4)).prop_map(|(caption, head, rule, rows)| {
        let line = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
        format!("{caption}{}{rule}\n{}", line(&head), rows.iter().map(line).collect::<String>())
    })
}

/// A block that holds no others.
fn leaf() -> impl Strategy<Value = String> {
    let odd = "---¦***¦===¦<div>\nhtml\n</div>¦<!-- allow sentence-long: quoted, until 2027-01-01 -->¦\
        <!-- allow none -->¦<!-- allow heading-skip: x, until 2020-01-01 -->¦<!--\nopen¦    indented code¦\
        ```\nopen fence¦~~~ rust\n:::warning\n~~~¦[ref]: what-next.md \"Title\"¦[ref]: <>¦[^1]: A note.¦\
        [^1]: A note with [85%](fact:rj-satisfied).\n\n    And more.¦[^2]:¦Term\n: Meaning\n: Another¦\
        Term\n\n: Loose¦:::¦::::¦:¦:::::::::::::::::::::::::¦- ¦1.¦99999999999. x¦\
        - [ ] open\n- [x] done¦> ¦\t- tab¦Heading\n===¦#¦####### seven¦## Same\n\n## Same¦\
        ![A door](office.png)¦\u{c}¦\\¦::: warning¦:::warning:::¦  :::warning¦+ a\n- b\n* c¦> a\nlazy";
    prop_oneof![
        5 => inlines(),
        3 => (1_usize..8, inlines(), pick("¦ {#id}¦ {#}¦ {.c #id a=b}"))
            .prop_map(|(level, text, id)| format!("{} {}{id}", "#".repeat(level), text.replace('\n', " "))),
        2 => table(),
        3 => (3_usize..6, pick(DIRECTIVES), pick(ARGUMENTS))
            .prop_map(|(colons, name, argument)| format!("{}{name} {argument}", ":".repeat(colons))),
        4 => pick(odd),
    ]
}

fn indented(text: &str, first: &str) -> String {
    let rest = if first.starts_with('>') { "> ".to_string() } else { " ".repeat(first.len()) };
    format!("{first}{}", text.replace('\n', &format!("\n{rest}")))
}

fn block() -> impl Strategy<Value = String> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let blocks = vec(inner.clone(), 1..4).prop_map(|blocks| blocks.join("\n\n"));
        let mark = pick("- ¦1. ¦7) ¦* ¦- [x] ¦> ¦[^1]: ¦: ¦    ");
        let directive = (3_usize..7, pick(DIRECTIVES), pick(ARGUMENTS), blocks.clone(), 0_usize..8);
        prop_oneof![
            3 => (mark, vec(blocks, 1..4)).prop_map(|(mark, items)| {
                items.iter().map(|item| indented(item, &mark)).collect::<Vec<_>>().join("\n")
            }),
            4 => directive.prop_map(|(colons, name, argument, inner, close)| {
                // Mostly closed as it must be; sometimes with other colons, or not at all.
                let close = if close == 0 { 0 } else if close == 1 { colons + 1 } else { colons };
                format!("{}{name} {argument}\n{inner}\n{}", ":".repeat(colons), ":".repeat(close))
            }),
        ]
    })
}

/// The body of a page.
pub fn body() -> impl Strategy<Value = String> {
    let between = pick("\n\n¦\n\n¦\n\n¦\n¦\n\n\n¦\r\n\r\n¦\n \n");
    (vec(block(), 0..8), between, any::<bool>()).prop_map(|(blocks, between, ends)| {
        let body = blocks.join(&between);
        if ends { format!("{body}\n") } else { body }
    })
}

/// The body of a leaflet: six panels or so.
pub fn panels() -> impl Strategy<Value = String> {
    let blocks = vec(block(), 0..3).prop_map(|blocks| blocks.join("\n\n"));
    let panel = blocks.prop_map(|blocks| format!("::::::::panel\n{blocks}\n::::::::\n\n"));
    let stray = prop_oneof![8 => Just(String::new()), 1 => block()];
    let many = prop_oneof![6 => Just(6_usize), 1 => 0_usize..9];
    (vec(panel, 8), many, stray).prop_map(|(panels, many, stray)| format!("{}{stray}", panels[..many].concat()))
}

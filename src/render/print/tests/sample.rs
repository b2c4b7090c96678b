//! A small site built in code: one page with every block, and one leaflet.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::prelude::*;

/// Where nothing in particular stands.
pub fn nowhere() -> Span {
    Span::whole(FileId(0))
}

/// Returns plain words.
pub fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(Text::made(text, nowhere()))]
}

/// Returns a paragraph.
pub fn paragraph(text: &str) -> Block {
    said(words(text))
}

/// Returns a paragraph of any running text.
pub fn said(content: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { content, span: nowhere() })
}

/// Returns a heading.
pub fn heading(level: u8, text: &str) -> Block {
    let id = text.to_lowercase().replace(' ', "-");
    Block::Heading(Box::new(Heading { level, id, content: words(text), span: nowhere() }))
}

/// Returns a list with discs, or with numbers from `start`.
pub fn list(start: Option<u64>, items: &[&str]) -> Block {
    let item = |text: &&str| ListItem { task: None, blocks: vec![paragraph(text)], span: nowhere() };
    Block::List(Box::new(List { start, items: items.iter().map(item).collect(), span: nowhere() }))
}

/// Returns terms with their meanings.
pub fn definitions(entries: &[(&str, &str)]) -> Definitions {
    let entry = |(term, meaning): &(&str, &str)| Definition {
        term: words(term),
        meanings: vec![vec![paragraph(meaning)]],
        lines: 0,
        span: nowhere(),
    };
    Definitions { entries: entries.iter().map(entry).collect(), span: nowhere() }
}

/// Returns a link.
pub fn link(target: Target, text: &str) -> Inline {
    Inline::Link(Box::new(Link { target, content: words(text), span: nowhere() }))
}

/// Returns the office's phone number as it stands in text.
pub fn phone() -> Inline {
    Inline::Contact(Box::new(ContactUse {
        contact: "office".to_string(),
        field: Ok(ContactField::Phone),
        text: "01707 806100".to_string(),
        detail: None,
        span: nowhere(),
    }))
}

/// Returns a drawn figure.
pub fn statistic(key: &str, sentence: &str) -> Block {
    Block::Statistic(Box::new(Statistic {
        key: key.to_string(),
        sentence: words(sentence),
        fact: None,
        span: nowhere(),
    }))
}

/// Returns a callout.
pub fn callout(kind: CalloutKind, title: &str, blocks: Vec<Block>) -> Block {
    Block::Callout(Box::new(Callout {
        kind,
        title: if title.is_empty() { Vec::new() } else { words(title) },
        blocks,
        span: nowhere(),
    }))
}

/// Returns a contact block.
pub fn contact(key: &str) -> Block {
    Block::Contact(Box::new(ContactBlock { key: key.to_string(), contact: None, span: nowhere() }))
}

/// Returns steps.
pub fn steps(steps: &[(&str, &str)]) -> Block {
    let step =
        |(title, text): &(&str, &str)| Step { title: words(title), blocks: vec![paragraph(text)], span: nowhere() };
    Block::Steps(Steps { steps: steps.iter().map(step).collect(), span: nowhere() })
}

/// Returns somebody's words.
pub fn quote(text: &str, attribution: &str) -> Block {
    Block::Quote(Box::new(Quote { blocks: vec![paragraph(text)], attribution: words(attribution), span: nowhere() }))
}

/// Returns a table.
pub fn table(caption: &str, header: &[&str], rows: &[&[&str]]) -> Block {
    let cells = |row: &[&str]| row.iter().map(|cell| words(cell)).collect::<Vec<_>>();
    Block::Table(Box::new(Table {
        caption: words(caption),
        header: cells(header),
        columns: vec![Align::Start; header.len()],
        rows: rows.iter().map(|row| cells(row)).collect(),
        bars: false,
        groups: Vec::new(),
        span: nowhere(),
    }))
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("a language tag")
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn office() -> Contact {
    Contact {
        key: "office".to_string(),
        title: "Talk to us".into(),
        name: "Police and Crime Commissioner for Hertfordshire".into(),
        phone: "01707 806100".to_string(),
        textphone: "18001 01707 806100".to_string(),
        email: String::new(),
        hours: "Monday to Friday, 9am to 5pm".into(),
        address: ["Harpenden Police Station", "15 Vaughan Road", "Harpenden", "AL5 4GZ"].map(String::from).to_vec(),
        note: "Say if it is not safe for us to call you back.".into(),
        span: nowhere(),
    }
}

fn fact(key: &str, value: f64, statement: &str) -> Fact {
    Fact {
        displayed: false,
        key: key.to_string(),
        display: (&*format!("{value}%")).into(),
        value,
        unit: "%".to_string(),
        statement: statement.into(),
        source: FactSource {
            title: "Restorative justice: the views of victims and offenders".to_string(),
            publisher: "Ministry of Justice".to_string(),
            series: "Research Series 3/07".to_string(),
            url: String::new(),
            date: "June 2007".to_string(),
        },
        base: "216 victims took part".into(),
        place: "".into(),
        period: String::new(),
        checked: None,
        review: None,
        span: nowhere(),
    }
}

/// Returns a page.
pub fn page(title: &str, route: &str, blocks: Vec<Block>, notes: Vec<Note>) -> Page {
    Page {
        file: FileId(0),
        path: "page.md".to_string(),
        route: route.to_string(),
        slug: route.trim_matches('/').rsplit('/').next().unwrap_or("").to_string(),
        lang: lang("en-GB"),
        meta: Arc::new(Meta {
            short: String::new(),
            related: None,
            title: title.to_string(),
            summary: "You can ask questions of the person who harmed you, safely.".to_string(),
            kind: PageKind::Explainer,
            published: Moment::parse("2026-03-02"),
            updated: vec![Update { date: date("2026-09-01"), note: "New opening hours".to_string() }],
            translated: None,
            review: Some(date("2027-03-01")),
            owner: String::new(),
            topics: Vec::new(),
            sensitive: false,
            search: true,
            formats: ["print", "large-print", "giant-print"].map(FormatName).to_vec(),
            nav: None,
            nav_title: String::new(),
            order: None,
            details: Details::None,
            publish_from: None,
            expires: None,
            unknown: Vec::new(),
            spans: BTreeMap::new(),
            span: nowhere(),
        }),
        blocks,
        notes,
        sources: Vec::new(),
        waivers: Vec::new(),
        kept: false,
        topics: Vec::new(),
        parent: None,
        children: Vec::new(),
        translations: Vec::new(),
        around: Around::default(),
        terms: None,
    }
}

/// Returns a site of these pages and leaflets, with fonts, one design and one picture.
pub fn site(pages: Vec<Page>, leaflets: Vec<Leaflet>) -> Site {
    let facts = [
        fact("rj-satisfied", 85.0, "85% of victims who took part were satisfied with it."),
        fact("rj-recommend", 78.0, "78% of victims would recommend it to others."),
    ];
    Site {
        words: crate::words::Wordings::built_in(),
        about: About {
            languages_span: crate::diag::Span::whole(crate::diag::FileId(0)),
            title: "Safer Together".into(),
            base_url: "https://pcc.example".to_string(),
            language: lang("en-GB"),
            languages: Vec::new(),
            organisation: office(),
            short_name: "the Commissioner".into(),
            identifier: String::new(),
            grants_prefix: "".into(),
            data_licence: String::new(),
            emergency: "".into(),
            emergency_checked: None,
            security: None,
            notice: "".into(),
            exit: Exit { label: "Exit".into(), url: "https://www.bbc.co.uk/weather".to_string(), everywhere: false },
            search: false,
        },
        clock: Clock::at(Zone::utc(), Moment::parse("2026-11-22T09:30").expect("a moment")),
        pages: pages.into(),
        leaflets: leaflets.into(),
        facts: facts.map(|fact| (fact.key.clone(), Arc::new(fact))).into(),
        contacts: [("office".to_string(), Arc::new(office()))].into(),
        glossary: BTreeMap::new(),
        assets: vec![Asset {
            path: "desk.png".to_string(),
            source: "content/desk.png".to_string(),
            kind: AssetKind::Image { width: 2, height: 1 },
            size: PIXELS.len() as u64,
            goes: Goes::Used,
            bytes: Some(Arc::from(PIXELS)),
            remarks: Vec::new(),
        }]
        .into(),
        aliases: Vec::new(),
        theme: Arc::default(),
        fonts: fonts(),
        designs: [("plain".to_string(), design())].into(),
        embossed: crate::model::Embossed::default(),
        checked: std::sync::Arc::default(),
        images: std::sync::Arc::default(),
        drafts: Vec::new(),
        shows_drafts: false,
        sheets: sheets(),
        editions: Default::default(),
        sounds: Default::default(),
        navigation: Vec::new(),
        topics: BTreeMap::new(),
        next_change: None,
        gaps: std::collections::BTreeSet::new(),
        headers: Vec::new(),
        shared: BTreeMap::new(),
    }
}

/// Returns the design `plain`, as it is built in.
fn design() -> Design {
    crate::config::design("plain", include_str!("../../../../print/designs/plain.toml"), FileId(0)).expect("a design")
}

/// Returns the sheets, as they are built in.
fn sheets() -> Sheets {
    macro_rules! built_in {
        ($($name:literal),*) => {
            [$(($name, include_str!(concat!("../../../../print/sheets/", $name, ".toml")))),*]
        };
    }
    let all = built_in!(
        "a4",
        "a5",
        "a5-folded",
        "booklet",
        "card",
        "dl",
        "poster-a3",
        "poster-a4",
        "strip",
        "trifold",
        "zfold"
    );
    let read = |(name, text): (&str, &str)| {
        let sheet = crate::config::sheet(name, text, FileId(0)).expect("a sheet");
        (name.to_string(), Arc::new(sheet))
    };
    all.into_iter().map(read).collect()
}

/// A picture of two pixels.
const PIXELS: &[u8] = include_bytes!("two-pixels.png");

fn fonts() -> Vec<FontFile> {
    let font = |name: &str, bytes: &'static [u8]| FontFile { name: name.to_string(), bytes: Arc::from(bytes) };
    vec![
        font(
            "AtkinsonHyperlegibleNext-Regular",
            include_bytes!("../../../../print/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        ),
        font(
            "AtkinsonHyperlegibleNext-Bold",
            include_bytes!("../../../../print/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
        ),
        font("Fallback-Regular", include_bytes!("../../../../print/fonts/Fallback-Regular.ttf")),
    ]
}

/// Returns a page with every block and every inline.
pub fn everything() -> Page {
    let inlines = vec![
        Inline::Text(Text::made("Somebody can help you ", nowhere())),
        Inline::Strong(Nested { content: words("today"), span: nowhere() }),
        Inline::Text(Text::made(". Call ", nowhere())),
        phone(),
        Inline::Text(Text::made(" or read ", nowhere())),
        link(Target::Web("https://www.gov.uk/restorative-justice".to_string()), "what the law says about it"),
        Inline::Text(Text::made(" and ", nowhere())),
        link(Target::Page { page: PageId(0).into(), heading: Some("what-happens".to_string()) }, "what happens"),
        Inline::Text(Text::made(". The ", nowhere())),
        Inline::Abbreviation(Box::new(Abbreviation {
            short: "PCC".into(),
            full: "Police and Crime Commissioner".into(),
            expand: true,
            span: nowhere(),
        })),
        Inline::Text(Text::made(" had a budget of £1.26 million from 1 April 2015", nowhere())),
        Inline::FootnoteMark(Box::new(FootnoteMark { label: "a".to_string(), number: Some(1), span: nowhere() })),
        Inline::Text(Text::made(". In Welsh it is ", nowhere())),
        Inline::Language(Box::new(Foreign {
            lang: lang("cy"),
            content: words("Cyfiawnder adferol: tŷ, dŵr"),
            span: nowhere(),
        })),
        Inline::Text(Text::made(".", nowhere())),
    ];
    let image = Image {
        asset: Some(AssetId(0).into()),
        wanted: "desk.png".to_string(),
        alt: "The front desk at Harpenden, with a ramp to the door.".to_string(),
        decorative: false,
        span: nowhere(),
    };
    let blocks = vec![
        callout(
            CalloutKind::Information,
            "You do not need the internet",
            vec![paragraph("Call us and ask for this page on paper, in large print or in braille.")],
        ),
        heading(2, "What it is"),
        said(inlines),
        list(
            None,
            &[
                "You choose whether to take part.",
                "You can stop at any time.",
                "You can bring somebody with you, who may be a friend, a relation or a worker that you trust.",
            ],
        ),
        heading(2, "What people say"),
        statistic("rj-satisfied", "of victims who took part were satisfied with it."),
        statistic("rj-recommend", "of victims would recommend it to others."),
        heading(2, "What happens"),
        steps(&[
            ("You get in touch", "Call us, write to us, or ask the police to refer you."),
            ("A trained person meets you", "They check that it is safe, and answer your questions."),
            ("You choose how to talk", "Write a letter, send a message or meet face to face."),
        ]),
        quote("I wanted to ask why it was our house. Now I know.", "A made-up illustration"),
        Block::Action(Box::new(Boxed {
            title: words("Ask for restorative justice"),
            blocks: vec![said(vec![phone()]), paragraph("Say if it is not safe for us to call you back.")],
            span: nowhere(),
        })),
        heading(3, "Terms"),
        Block::Definitions(definitions(&[
            ("Facilitator", "A trained person who helps both sides to talk."),
            ("Offender", "The person who did the harm."),
        ])),
        heading(2, "Dates and money"),
        Block::KeyFacts(definitions(&[
            ("Deadline", "26 February 2027"),
            ("Value", "£415,169 for one year"),
            ("Reference", "PCC/2026/014"),
        ])),
        Block::Timeline(definitions(&[
            ("2 March 2026", "We asked people what they need."),
            ("1 September 2026", "We published the strategy."),
            ("1 November 2026", "The service began."),
        ])),
        table(
            "Grants in 2026",
            &["Project", "Measure", "Sum"],
            &[
                &["Help after burglary", "Harpenden", "£12,500"],
                &["Letters and meetings", "Stevenage and villages nearby", "£8,000"],
            ],
        ),
        table(
            "Meetings",
            &["Day", "Measure", "Topic", "Chair", "Papers", "Outcome"],
            &[
                &["2 March", "Hatfield", "Strategy", "A. Green", "4", "Agreed"],
                &["9 April", "Ware", "Budget", "B. Brown", "7", "Put off"],
            ],
        ),
        Block::Figure(Box::new(Figure {
            image: image.clone(),
            caption: words("The front desk is open on weekdays."),
            span: nowhere(),
        })),
        list(Some(9), &["Ninth", "Tenth"]),
        Block::Code(Code { text: "handbill build\nhandbill check".to_string(), span: nowhere() }),
        Block::Break(nowhere()),
        callout(CalloutKind::Warning, "", vec![paragraph("Do not keep this if it is not safe.")]),
        Block::Details(Box::new(Boxed {
            title: words("What if I change my mind?"),
            blocks: vec![paragraph("Tell us. Nobody asks you why.")],
            span: nowhere(),
        })),
        Block::Address(Address {
            lines: vec![words("Harpenden Police Station"), words("15 Vaughan Road"), words("AL5 4GZ")],
            span: nowhere(),
        }),
        Block::Film(Box::new(Film {
            title: "A meeting, acted".to_string(),
            target: Target::Route("/film/".to_string()),
            span: nowhere(),
        })),
        Block::Video(Box::new(Video {
            title: "What happens at a meeting".to_string(),
            signed: false,
            wanted: "meeting.mp4".to_string(),
            file: Some(AssetId(0).into()),
            captions: None,
            seconds: Some(205),
            page: None,
            span: nowhere(),
        })),
        Block::Download(Box::new(Download {
            asset: Some(AssetId(0).into()),
            wanted: "desk.png".to_string(),
            label: "Picture of the desk".to_string(),
            lang: None,
            span: nowhere(),
        })),
        Block::Row(Box::new(Row { image: Some(image), blocks: vec![paragraph("This is the desk.")], span: nowhere() })),
        Block::Language(Box::new(ForeignBlock {
            lang: lang("cy"),
            blocks: vec![paragraph("Gofynnwch i ni am y daflen hon yn Gymraeg.")],
            span: nowhere(),
        })),
        Block::Formats(nowhere()),
        Block::RawHtml(Text::made("<b>Words</b>", nowhere())),
        contact("office"),
    ];
    let note = Note {
        label: "a".to_string(),
        number: 1,
        blocks: vec![paragraph("It came over from central government.")],
        span: nowhere(),
    };
    page("Restorative justice: talking to the person who harmed you", "/restorative-justice/", blocks, vec![note])
}

/// Returns a page of so many sections.
pub fn long(sections: usize) -> Page {
    let text = "Restorative justice helps people harmed by a crime to talk safely with the people responsible. You can ask questions, and say how the crime changed things for you. The other person answers you directly. Together you look for a way to repair the harm.";
    let mut blocks = Vec::new();
    for number in 1..=sections {
        blocks.push(heading(2, &format!("Section {number} of the strategy")));
        blocks.extend((0..3).map(|_| paragraph(text)));
        blocks.push(list(
            None,
            &["You choose whether to take part.", "You can stop at any time.", "It costs you nothing."],
        ));
        blocks.push(table(
            "Grants",
            &["Project", "Sum"],
            &[&["Help after burglary", "£12,500"], &["Letters", "£8,000"]],
        ));
    }
    page("A long strategy", "/strategy/", blocks, Vec::new())
}

/// Returns the leaflet.
pub fn leaflet() -> Leaflet {
    let panel = |head: Vec<Block>, foot: Vec<Block>| Panel { head, foot, span: nowhere() };
    let panels = vec![
        panel(
            vec![
                heading(1, "Hurt by a crime? You can ask why."),
                paragraph("Restorative justice can help you talk safely with the person who harmed you."),
            ],
            vec![contact("office")],
        ),
        panel(
            vec![
                heading(2, "Is it safe for me?"),
                paragraph("A trained person looks at this first. Nothing goes ahead before that."),
                paragraph("You can:"),
                list(None, &["choose whether to take part", "ask questions and have your say", "stop at any time"]),
            ],
            vec![callout(
                CalloutKind::Important,
                "Not safe to keep this leaflet?",
                vec![paragraph("Leave it behind. Remember our number, or ask somebody you trust to call with you.")],
            )],
        ),
        panel(
            vec![
                heading(2, "What it is"),
                paragraph(
                    "Restorative justice helps people harmed by a crime to talk safely with the people responsible.",
                ),
                paragraph(
                    "You can ask questions, and say how the crime changed things for you. The other person answers you directly. Together you look for a way to repair the harm.",
                ),
                paragraph("It does not replace a court case. It can happen beside one."),
            ],
            vec![quote("I wanted to ask why it was our house. Now I know.", "A made-up illustration")],
        ),
        panel(
            vec![
                heading(2, "What people say"),
                statistic("rj-satisfied", "of victims who took part were satisfied with it."),
                statistic("rj-recommend", "of victims would recommend it to others."),
            ],
            vec![
                heading(2, "Who can ask"),
                paragraph("Anybody harmed by a crime can ask, at every stage of the criminal justice system."),
            ],
        ),
        panel(
            vec![
                heading(2, "What happens"),
                steps(&[
                    ("You get in touch", "Call us or write to us."),
                    ("A trained person checks first", "They look at whether it is safe."),
                    ("You choose", "You can say yes or no."),
                    ("You have your say", "You get answers. You can stop at any time."),
                ]),
            ],
            vec![Block::Action(Box::new(Boxed {
                title: words("Ask for restorative justice"),
                blocks: vec![said(vec![phone()]), paragraph("Say if it is not safe for us to call you back.")],
                span: nowhere(),
            }))],
        ),
        panel(
            vec![
                heading(2, "This leaflet in another way"),
                paragraph("Ask us for it in large print, braille, Easy Read, on audio, or in another language."),
                said(vec![Inline::Language(Box::new(Foreign {
                    lang: lang("cy"),
                    content: words("Gofynnwch i ni am y daflen hon yn Gymraeg."),
                    span: nowhere(),
                }))]),
                heading(2, "Tell us what you think"),
                said(vec![words("Call ").remove(0), phone(), words(" or write to us.").remove(0)]),
            ],
            vec![Block::Address(Address {
                lines: [
                    "Police and Crime Commissioner for Hertfordshire",
                    "Harpenden Police Station",
                    "15 Vaughan Road",
                    "Harpenden",
                    "AL5 4GZ",
                ]
                .map(words)
                .to_vec(),
                span: nowhere(),
            })],
        ),
    ];
    Leaflet {
        cover: None,
        file: FileId(0),
        title: "Restorative justice".to_string(),
        summary: "You can ask questions of the person who harmed you.".to_string(),
        reference: "RJ-01".to_string(),
        edition: 1,
        issued: date("2026-11-01"),
        review: date("2027-11-01"),
        sheet: "trifold".to_string(),
        sheet_span: nowhere(),
        design: "plain".to_string(),
        design_span: nowhere(),
        edition_span: nowhere(),
        discreet: false,
        hide: Vec::new(),
        hide_span: nowhere(),
        lang: lang("en-GB"),
        languages: vec![lang("en")],
        made_for: Vec::new(),
        formats: Vec::new(),
        leads: Leads::default(),
        panels,
        pages: Vec::new(),
        notes: Vec::new(),
        sources: Vec::new(),
        waivers: Vec::new(),
    }
}

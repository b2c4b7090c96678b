//! A small site in code, with the theme as it is in the tree.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{FileId, Span};
use crate::model::*;

/// A span where none matters.
pub const AT: Span = Span { file: FileId(0), start: 0, end: 0 };

macro_rules! theme_files {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/civic/", $path)).as_slice())),*]
    };
}

pub fn theme() -> Theme {
    let files = theme_files![
        "style.css",
        "leaflets.css",
        "exit.js",
        "search.css",
        "search.js",
        "finder.js",
        "icon.svg",
        "fonts/OFL.txt",
        "fonts/atkinson-latin.woff2",
        "fonts/atkinson-latin-ext.woff2",
        "templates/base.html",
        "templates/page.html",
        "templates/section.html",
        "templates/home.html",
        "templates/404.html",
        "templates/leaflets.html",
        "templates/redirect.html",
        "templates/end.html",
        "templates/side.html",
        "templates/contents.html",
        "templates/a-z.html",
        "templates/pages.html",
        "templates/parts.html",
        "templates/list.html",
        "templates/search.html",
        "templates/topics.html",
        "templates/changes.html",
    ];
    let files = files.into_iter().map(|(path, bytes)| (path.to_string(), Arc::from(bytes)));
    Theme { name: "civic".to_string(), files: files.collect(), ..Theme::default() }
}

pub fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("a language tag")
}

pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

pub fn text(words: &str) -> Inline {
    Inline::Text(Text::made(words, AT))
}

pub fn words(words: &str) -> Vec<Inline> {
    vec![text(words)]
}

pub fn paragraph(content: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { content, span: AT })
}

pub fn heading(level: u8, id: &str, title: &str) -> Block {
    Block::Heading(Box::new(Heading { level, id: id.to_string(), content: words(title), span: AT }))
}

pub fn link(target: Target, title: &str) -> Inline {
    Inline::Link(Box::new(Link { target, content: words(title), span: AT }))
}

pub fn contact(key: &str) -> Contact {
    Contact {
        key: key.to_string(),
        title: "Talk to us".into(),
        name: "The Office".into(),
        phone: "01707 806100".to_string(),
        textphone: "18001 01707 806100".to_string(),
        email: "us@pcc.example".to_string(),
        hours: "Monday to Friday".into(),
        address: vec!["1 High Road".to_string(), "AL5 4GZ".to_string()],
        note: "Say if it is <not> safe.".into(),
        span: AT,
    }
}

pub fn fact(key: &str, value: f64, unit: &str) -> Fact {
    Fact {
        displayed: false,
        key: key.to_string(),
        display: (*format!("{value}{unit}")).into(),
        value,
        unit: unit.to_string(),
        statement: (*format!("{value}{unit} of people said <yes>.")).into(),
        source: FactSource {
            title: "The views".to_string(),
            publisher: "Ministry".to_string(),
            series: String::new(),
            url: "https://gov.example/views".to_string(),
            date: "June 2007".to_string(),
        },
        base: "216 people".into(),
        place: "England".into(),
        period: String::new(),
        checked: None,
        review: None,
        span: AT,
    }
}

pub fn page(route: &str, title: &str, blocks: Vec<Block>) -> Page {
    let slug = route.trim_matches('/').rsplit('/').next().filter(|slug| !slug.is_empty()).unwrap_or("home");
    Page {
        file: FileId(0),
        path: String::new(),
        route: route.to_string(),
        slug: slug.to_string(),
        lang: lang("en-GB"),
        meta: Arc::new(Meta {
            short: String::new(),
            related: None,
            title: title.to_string(),
            summary: format!("About {title}."),
            kind: PageKind::Explainer,
            published: Moment::parse("2026-03-02T09:30"),
            updated: Vec::new(),
            translated: None,
            review: Some(day("2027-03-01")),
            owner: "Victims team".to_string(),
            topics: Vec::new(),
            sensitive: false,
            search: true,
            formats: vec![FormatName::WEB],
            nav: None,
            nav_title: String::new(),
            order: None,
            details: Details::None,
            publish_from: None,
            expires: None,
            unknown: Vec::new(),
            spans: BTreeMap::new(),
            span: AT,
        }),
        blocks,
        notes: Vec::new(),
        sources: Vec::new(),
        waivers: Vec::new(),
        kept: false,
        topics: Vec::new(),
        parent: (route != "/").then_some(PageId(0)),
        children: Vec::new(),
        translations: Vec::new(),
        around: Around::default(),
        terms: None,
    }
}

/// A site with a home page, these pages below it, a picture, a document, two facts and a contact.
pub fn site(pages: Vec<Page>) -> Site {
    let mut all = vec![page("/", "Help for you", vec![paragraph(words("Welcome."))])];
    all.extend(pages);
    let below = (1..).map(PageId).take(all.len() - 1);
    all[0].children = below.collect();
    let asset = |path: &str, kind, size| Asset {
        path: path.to_string(),
        source: format!("content/{path}"),
        kind,
        size,
        goes: Goes::Used,
        bytes: None,
        remarks: Vec::new(),
    };
    Site {
        about: About {
            languages_span: AT,
            title: "Safer".into(),
            base_url: "https://pcc.example".to_string(),
            language: lang("en-GB"),
            languages: vec![lang("cy")],
            organisation: Contact { title: "".into(), ..contact("organisation") },
            short_name: "".into(),
            identifier: String::new(),
            grants_prefix: "".into(),
            data_licence: String::new(),
            emergency: "Emergency: 999. Cannot speak?".into(),
            emergency_checked: None,
            security: None,
            notice: "A demonstration.".into(),
            exit: Exit {
                label: "Leave this site".into(),
                url: "https://www.bbc.co.uk/weather".to_string(),
                everywhere: false,
            },
            search: true,
        },
        clock: Clock::at(Zone::utc(), Moment::parse("2026-11-22").expect("a moment")),
        pages: all.into(),
        leaflets: Vec::new().into(),
        facts: [fact("yes", 85.0, "%"), fact("money", 54.0, "£")].map(|fact| (fact.key.clone(), Arc::new(fact))).into(),
        contacts: [("office".to_string(), Arc::new(contact("office")))].into(),
        glossary: BTreeMap::new(),
        assets: vec![
            asset("news/a photo.jpg", AssetKind::Image { width: 40, height: 30 }, 10),
            asset("news/form.pdf", AssetKind::File, 545_000),
        ]
        .into(),
        aliases: Vec::new(),
        theme: std::sync::Arc::new(theme()),
        fonts: Vec::new(),
        designs: BTreeMap::new(),
        embossed: crate::model::Embossed::default(),
        checked: std::sync::Arc::default(),
        images: std::sync::Arc::default(),
        drafts: Vec::new(),
        shows_drafts: false,
        sheets: BTreeMap::new(),
        editions: Default::default(),
        sounds: Default::default(),
        navigation: Vec::new(),
        topics: BTreeMap::new(),
        next_change: None,
        gaps: std::collections::BTreeSet::new(),
        headers: Vec::new(),
        words: crate::words::Wordings::built_in(),
        shared: BTreeMap::new(),
    }
}

/// Returns a site, finished as one that was read is.
pub fn finished(site: &Site) -> Site {
    let mut site = site.clone();
    crate::content::finish(&mut site);
    site
}

//! Whole pages, and what a site has once.

use std::sync::Arc;

use super::fixture::*;
use crate::model::*;
use crate::render::web::WEB;
use crate::render::web::website::WebsitePress;
use crate::render::{Audience, Catalogue, File, Format, Given, Job, Offer, Press, Subject};

/// Makes everything of a site.
fn files(site: &Site, catalogue: &Catalogue) -> Vec<File> {
    let site = finished(site);
    let press = WEB.set_up(&site).expect("a theme that can be used");
    let made = press.jobs().into_iter().map(|job| press.make(&job, &Given::of(catalogue)).expect("a page"));
    made.flat_map(|made| {
        assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
        made.files
    })
    .collect()
}

fn read(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(file.bytes.clone()).expect("text")
}

fn sensitive() -> Page {
    let mut page = page("/help/now/", "Help <now>", vec![heading(2, "a", "A"), heading(2, "b", "B")]);
    Arc::make_mut(&mut page.meta).sensitive = true;
    page
}

#[test]
fn a_page_has_all_that_stands_around_its_text() {
    let mut site = site(vec![sensitive()]);
    site.navigation = vec![PageId(1)];
    let html = read(&files(&site, &Catalogue::default()), "help/now/index.html");
    for part in [
        "<html lang=\"en-GB\" dir=\"ltr\">",
        "<title>Help &lt;now&gt; – Safer</title>",
        "<meta name=\"description\" content=\"About Help &lt;now&gt;.\">",
        "<link rel=\"canonical\" href=\"https://pcc.example/help/now/\">",
        "img-src 'self'; script-src 'self'; base-uri 'none'",
        "<body class=\"explainer sensitive\">",
        "<li><a href=\"/help/now/\" aria-current=\"page\">Help &lt;now&gt;</a></li>",
        "<li><a href=\"/\">Home</a></li>",
        "<li><a href=\"#a\">A</a></li>",
        "data-hint=\"or press Shift 3 times\"",
        "<p class=\"phone\"><a href=\"tel:+441707806100\">",
        "Looked after by the Victims team.",
        "<strong>Emergency: <a class=\"tel\" href=\"tel:999\">999</a>.</strong></p>\n    <details class=\"folds\"><summary>Cannot speak?</summary>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    assert!(!html.contains("href=\"/style.css\""), "the style sheet has its published name");
    assert_eq!(html.matches("<script").count(), 1);
    let calm = read(&files(&site, &Catalogue::default()), "index.html");
    assert!(!calm.contains("<script src") && !calm.contains("script-src") && !calm.contains("data-exit"), "{calm}");
}

#[test]
fn the_emergency_and_the_way_out_come_before_all_else() {
    let html = read(&files(&site(vec![sensitive()]), &Catalogue::default()), "help/now/index.html");
    let at = |part: &str| html.find(part).unwrap_or_else(|| panic!("{part}\nis not in\n{html}"));
    let order = [
        "class=\"skip\"",
        "class=\"exit\"",
        "<header",
        "<strong>Emergency: <a class=\"tel\" href=\"tel:999\">999</a>.</strong>",
        "class=\"org\"",
        "<nav",
    ];
    let places = order.map(at);
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(html.matches("<strong>Emergency: ").count(), 1);
}

#[test]
fn no_page_has_the_number_without_textphone_and_note() {
    let mut other = contact("helpline");
    other.phone = "0808 000 0000".to_string();
    let block = |key: &str| Block::Contact(Box::new(ContactBlock { key: key.to_string(), contact: None, span: AT }));
    let mut hub = page("/hub/", "Hub", Vec::new());
    hub.children = vec![PageId(2)];
    let mut welsh = page("/cy/", "Hafan", Vec::new());
    welsh.lang = lang("cy");
    let below = page("/hub/other/", "Other", vec![block("helpline")]);
    let mut site = site(vec![hub, below, welsh]);
    site.contacts.insert("helpline".to_string(), std::sync::Arc::new(other));
    // The settings write the number in another way than the store, and have neither textphone nor note.
    site.about.organisation.phone = "+44 (0)1707 806100".to_string();
    site.about.organisation.textphone = String::new();
    site.about.organisation.note = "".into();
    let made = files(&site, &Catalogue::default());
    let pages = made.iter().filter(|file| file.path.ends_with(".html"));
    let pages: Vec<&str> = pages.map(|file| file.path.as_str()).collect();
    assert!(["404.html", "cy/index.html", "hub/index.html"].iter().all(|path| pages.contains(path)), "{pages:?}");
    for path in pages {
        let html = read(&made, path);
        for part in ["href=\"tel:1800101707806100\">18001 01707 806100</a>", "Say if it is &lt;not&gt; safe."] {
            assert!(html.contains(part), "{part}\nis not in {path}\n{html}");
        }
    }
}

/// On paper, ink is black and nothing has a background; an address is whole; a film takes no room.
#[test]
fn a_style_sheet_for_paper_hides_nothing() {
    let made = files(&site(Vec::new()), &Catalogue::default());
    let sheet = made.iter().find(|file| file.path.starts_with("style.")).expect("the style sheet");
    let css = read(&made, &sheet.path);
    let paper = css.split_once("@media print{").expect("a part for paper").1;
    for part in [
        "*,::before,::after{background:none !important;color:#000 !important;",
        ".text a[href^=\"/\"]::after{content:\" (\" var(--site) attr(href) \")\"}",
        ".video video{display:none}",
        ":root { --site: \"https://pcc.example\" }",
    ] {
        assert!(paper.contains(part), "{part}\nis not in\n{paper}");
    }
}

#[test]
fn pages_in_other_languages_lead_to_each_other() {
    let mut welsh = page("/cy/help/", "Help nawr", vec![heading(2, "a", "A")]);
    welsh.lang = lang("cy");
    welsh.translations = vec![PageId(2)];
    let mut english = page("/help/", "Help now", Vec::new());
    english.translations = vec![PageId(1)];
    let made = files(&site(vec![welsh, english]), &Catalogue::default());
    let english = read(&made, "help/index.html");
    assert!(
        english.contains("<link rel=\"alternate\" hreflang=\"cy\" href=\"https://pcc.example/cy/help/\">"),
        "{english}"
    );
    assert!(
        english.contains("lang=\"cy\" hreflang=\"cy\">Cymraeg <span lang=\"en\" dir=\"ltr\">(Welsh)</span></a>"),
        "{english}"
    );
    let welsh = read(&made, "cy/help/index.html");
    assert!(welsh.contains("English <span lang=\"cy\" dir=\"ltr\">(Saesneg)</span>"), "{welsh}");
    assert!(
        welsh.contains("Neidio i’r prif gynnwys") && welsh.contains("<strong lang=\"en\">Safer</strong>"),
        "{welsh}"
    );
}

#[test]
fn tables_are_wrapped_and_links_away_are_marked() {
    let table = |caption| {
        let (header, rows) = (vec![words("H")], vec![vec![words("c")]]);
        Block::Table(Box::new(Table {
            caption,
            header,
            columns: vec![Align::Start],
            rows,
            groups: Vec::new(),
            bars: false,
            span: AT,
        }))
    };
    let away = paragraph(vec![link(Target::Web("https://a.example/".to_string()), "A")]);
    let own = paragraph(vec![link(Target::Web("https://pcc.example/y/".to_string()), "Y")]);
    let blocks = vec![table(words("C")), table(Vec::new()), table(Vec::new()), away, own];
    let html = read(&files(&site(vec![page("/x/", "X", blocks)]), &Catalogue::default()), "x/index.html");
    for part in [
        "<section class=\"scroll\" aria-labelledby=\"table-1\" tabindex=\"0\">\n<table>\n<caption id=\"table-1\">",
        "aria-label=\"Table\" tabindex=\"0\">\n<table>",
        "aria-label=\"Table 2\" tabindex=\"0\">\n<table>",
        "</table>\n</section>",
        "<a href=\"https://a.example/\" rel=\"external noreferrer\">A</a>",
        "<a href=\"https://pcc.example/y/\">Y</a>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

#[test]
fn a_site_below_its_hosts_root_keeps_its_links() {
    let mut site = site(vec![page("/x/", "X", Vec::new())]);
    site.about.base_url = "https://host.example/safer".to_string();
    let html = read(&files(&site, &Catalogue::default()), "x/index.html");
    assert!(html.contains("<a class=\"org\" href=\"/safer/\">"), "{html}");
    assert!(html.contains("href=\"/safer/style."), "{html}");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://host.example/safer/x/\">"), "{html}");
}

#[test]
fn a_link_to_nothing_on_its_page_is_a_finding() {
    let target = Target::Page { page: PageId(1).into(), heading: Some("gone".to_string()) };
    let site = site(vec![page("/x/", "X", vec![paragraph(vec![link(target, "A")])])]);
    let site = finished(&site);
    let press = WebsitePress::new(&site).expect("a theme");
    let made =
        press.make(&Job { subject: Subject::Page(PageId(1)) }, &Given::of(&Catalogue::default())).expect("a page");
    assert_eq!(made.diagnostics.len(), 1);
    assert!(made.diagnostics[0].message.contains("`#gone`"), "{:?}", made.diagnostics);
}

#[test]
fn old_addresses_lead_to_present_ones() {
    let mut site = site(vec![page("/x/", "X", Vec::new())]);
    let alias = |from: &str| Alias { from: from.to_string(), to: AliasTo::Page(PageId(1)), short: false, span: AT };
    site.aliases = vec![alias("/old/"), alias("/a.html"), alias("/x/"), alias("/../evil/"), alias("/a\nb/")];
    let made = files(&site, &Catalogue::default());
    assert_eq!(read(&made, "_redirects"), "/old /x/ 301\n/old/ /x/ 301\n/a.html /x/ 301\n");
    let page = read(&made, "old/index.html");
    assert!(page.contains("content=\"0; url=/x/\"") && page.contains("noindex"), "{page}");
    assert!(made.iter().any(|file| file.path == "a.html"));
}

#[test]
fn hosts_are_told_what_browsers_may_keep() {
    let mut below = page("/help/later/", "Later", Vec::new());
    Arc::make_mut(&mut below.meta).sensitive = true;
    let mut alone = page("/victims/", "Victims", Vec::new());
    Arc::make_mut(&mut alone.meta).sensitive = true;
    let mut first = page("/help/", "Help", Vec::new());
    Arc::make_mut(&mut first.meta).sensitive = true;
    let site = site(vec![first, below, sensitive(), alone, page("/victims/money/", "Money", Vec::new())]);
    let headers = read(&files(&site, &Catalogue::default()), "_headers");
    assert!(headers.contains("frame-ancestors 'none'") && headers.contains("immutable"), "{headers}");
    let sensitive = "/help\n  Cache-Control: no-store\n/help/*\n  Cache-Control: no-store\n/search\n  Cache-Control: no-store\n/search/*\n  \
                     Cache-Control: no-store\n/victims\n  Cache-Control: \
                     no-store\n/victims/*\n  Cache-Control: no-store\n";
    assert!(headers.starts_with(sensitive), "{headers}");
    for name in
        ["Cross-Origin-Resource-Policy: same-origin", "X-Frame-Options: DENY", "Strict-Transport-Security: max-age="]
    {
        assert!(headers.contains(name), "{headers}");
    }
}

#[test]
fn the_map_and_the_feed_know_each_page() {
    let mut changed = page("/x/", "A & B", Vec::new());
    Arc::make_mut(&mut changed.meta).updated = vec![Update { date: day("2026-09-01"), note: "New hours.".to_string() }];
    let made = files(&site(vec![changed]), &Catalogue::default());
    let map = read(&made, "sitemap.xml");
    assert!(map.contains("<url><loc>https://pcc.example/x/</loc><lastmod>2026-09-01</lastmod></url>"), "{map}");
    let feed = read(&made, "atom.xml");
    assert!(feed.contains("<title>A &amp; B</title>\n<id>https://pcc.example/x/</id>"), "{feed}");
    assert!(feed.contains("<updated>2026-09-01T00:00:00Z</updated>"), "{feed}");
}

#[test]
fn leaflets_are_listed_by_who_prints_them() {
    let mut site = site(vec![page("/x/", "X", Vec::new())]);
    site.leaflets = vec![Leaflet {
        file: crate::diag::FileId(0),
        title: "Ask".to_string(),
        summary: "You can ask.".to_string(),
        reference: "RJ-01".to_string(),
        edition: 3,
        issued: day("2026-11-01"),
        review: day("2027-11-01"),
        sheet: "trifold".to_string(),
        sheet_span: AT,
        design: String::new(),
        design_span: AT,
        edition_span: AT,
        discreet: false,
        hide: Vec::new(),
        hide_span: AT,
        lang: lang("en-GB"),
        languages: Vec::new(),
        made_for: vec!["gp-surgery".to_string()],
        formats: Vec::new(),
        leads: Leads::default(),
        cover: None,
        panels: Vec::new(),
        pages: vec![PageId(1)],
        notes: Vec::new(),
        sources: Vec::new(),
        waivers: Vec::new(),
    }]
    .into();
    let mut catalogue = Catalogue::default();
    catalogue.add([Offer {
        subject: Subject::Leaflet(LeafletId(0)),
        format: "print",
        label: crate::words::Said::new("Folded leaflet", &lang("en")),
        route: "/leaflets/RJ-01/trifold.pdf".to_string(),
        media: "PDF",
        bytes: 31_000,
        pages: Some(2),
        volumes: None,
        starts: std::sync::Arc::default(),
        audience: Audience::Person,
        unread: false,
        pixels: None,
        played: None,
    }]);
    let made = files(&site, &catalogue);
    let list = read(&made, "leaflets/index.html");
    for part in [
        "<li><a href=\"/leaflets/for/gp-surgery/\">GP surgeries</a></li>",
        "<li id=\"rj-01\">\n",
        "RJ-01, edition 3, November 2026. To be reviewed by November 2027.",
        "<a href=\"/leaflets/RJ-01/\">All files, and how to print and fold<span class=\"hidden\">: Ask</span></a>",
    ] {
        assert!(list.contains(part), "{part}\nis not in\n{list}");
    }
    let page = read(&made, "leaflets/RJ-01/index.html");
    let file = "<a href=\"/leaflets/RJ-01/trifold.pdf\">Folded leaflet<span class=\"hidden\">: English</span></a> <span class=\"size\">PDF, 2 pages, 31 KB</span>";
    assert!(page.contains(file), "{page}");
    assert!(read(&made, "x/index.html").contains("Folded leaflet<span class=\"hidden\">: Ask</span>"));
}

#[test]
fn the_same_site_gives_the_same_bytes_and_light_pages() {
    let site = site(vec![sensitive()]);
    let (first, second) = (files(&site, &Catalogue::default()), files(&site, &Catalogue::default()));
    assert_eq!(first, second);
    let needed = |file: &&File| {
        let light = ["woff2", "css", "js", "svg"].iter().any(|ending| file.path.ends_with(ending));
        let of_search = ["search.", "finder."].iter().any(|name| file.path.starts_with(name));
        (light && !of_search && !file.path.contains("-ext.")) || file.path == "help/now/index.html"
    };
    let weight: usize = first.iter().filter(needed).map(|file| file.bytes.len()).sum();
    assert!(weight < 60_000, "{weight} bytes");
}

#[test]
fn a_call_says_whether_it_is_open() {
    let said = |closes: &str| {
        let mut call = page("/call/", "Call", Vec::new());
        let funding = kinds::Funding { closes: Deadline::parse(closes), ..kinds::Funding::default() };
        Arc::make_mut(&mut call.meta).details = Details::Funding(Box::new(funding));
        let html = read(&files(&site(vec![call]), &Catalogue::default()), "call/index.html");
        let from = html.find("<p class=\"status").expect("a status");
        let from = from + html[from..].find("<strong>").expect("its words") + 8;
        html[from..].split("</strong>").next().unwrap_or("").to_string()
    };
    assert_eq!(said("2026-11-22"), "Open until the end of <time datetime=\"2026-11-22\">22 November 2026</time>.");
    assert_eq!(said("2026-11-21"), "Closed. The last day was <time datetime=\"2026-11-21\">21 November 2026</time>.");
    assert!(said("2026-11-22T00:00").starts_with("Closed"));
    let evening = "Open until <time datetime=\"2026-11-22T17:30\">5:30pm on 22 November 2026</time>.";
    assert_eq!(said("2026-11-22T17:30"), evening);
}

#[test]
fn fixed_words_are_marked_on_a_page_in_a_language_without_them() {
    let figure = Statistic { key: "yes".to_string(), sentence: words("ہاں"), fact: None, span: AT };
    let mut urdu = page("/ur/x/", "بحالی", vec![Block::Statistic(Box::new(figure))]);
    urdu.lang = lang("fa");
    let html = read(&files(&site(vec![urdu]), &Catalogue::default()), "ur/x/index.html");
    for part in [
        "<html lang=\"fa\" dir=\"rtl\">",
        "<header lang=\"en\" dir=\"ltr\">",
        "<p class=\"source\" lang=\"en\" dir=\"ltr\">Source: <a",
        "<p lang=\"en\" dir=\"ltr\">Textphone:",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

//! Tests of this format on small sites built in code.

mod corpus;
mod documents;
mod sample;

use std::collections::BTreeSet;

use self::prelude::*;
use super::{GIANT_PRINT, KINDS, LARGE_PRINT, LEAFLETS, PRINT};
use crate::preflight::{self, Report};
use crate::render::{Catalogue, Format, Given, Made};

/// What the sample is written with.
mod prelude {
    pub use crate::diag::{FileId, Span};
    pub use crate::model::*;
    pub use crate::units::Pt;
}

fn made(site: &Site, format: &dyn Format) -> Vec<Made> {
    let site = finished(site);
    let press = format.set_up(&site).expect("fonts");
    press.jobs().iter().map(|job| press.make(job, &Given::of(&Catalogue::default())).expect("a PDF")).collect()
}

/// Returns a site, finished as one that was read is.
fn finished(site: &Site) -> Site {
    let mut site = site.clone();
    crate::content::finish(&mut site);
    site
}

fn first(site: &Site, format: &dyn Format) -> (Report, Made) {
    let made = made(site, format).remove(0);
    (preflight::look(&made.files[0].bytes), made)
}

/// Checks the structure tree of a page in clear print, between its title block and its end matter.
fn check_tree(blocks: Vec<Block>, expected: &str) {
    let site = sample::site(vec![sample::page("Title", "/page/", blocks, Vec::new())], Vec::new());
    let (report, made) = first(&site, &PRINT);
    assert_eq!(report.findings, Vec::new());
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let lines: Vec<&str> = report.tags.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
    let start = lines.iter().position(|line| *line == "P \"1 September 2026\"").expect("a date") + 1;
    let end = lines.iter().rposition(|line| line.starts_with("P \"To get this")).expect("an end");
    let end = lines[..end].iter().rposition(|line| *line == "Div").unwrap_or(end);
    assert_eq!(lines[start..end].join("\n"), expected.trim());
}

/// Returns a site with one leaflet, changed.
fn with_leaflet(change: impl FnOnce(&mut Leaflet)) -> Site {
    let mut leaflet = sample::leaflet();
    change(&mut leaflet);
    sample::site(Vec::new(), vec![leaflet])
}

fn findings(site: &Site) -> Vec<String> {
    let made = made(site, &LEAFLETS).remove(0);
    made.diagnostics.iter().map(|d| format!("{} {} ({})", d.kind.code, d.message, d.help)).collect()
}

#[test]
fn a_paragraph_with_a_link() {
    let content = vec![
        sample::words("Read ").remove(0),
        sample::link(Target::Web("https://www.gov.uk/law/".to_string()), "the law"),
        sample::words(" on 1 April 2015.").remove(0),
    ];
    check_tree(
        vec![sample::heading(4, "Deep"), sample::said(content)],
        "H2 \"Deep\"\nP\n  \"Read \"\n  Link (link) \"the law (www.gov.uk/law)\"\n  \" on 1 April 2015.\"",
    );
}

#[test]
fn lists_have_labels() {
    check_tree(
        vec![sample::list(None, &["One"]), sample::list(Some(9), &["Nine"])],
        "
L
  LI
    Lbl \"•\"
    LBody
      P \"One\"
L
  LI
    Lbl \"9.\"
    LBody
      P \"Nine\"",
    );
}

#[test]
fn tables_have_scopes() {
    check_tree(
        vec![sample::table("Grants", &["Project", "Sum"], &[&["Letters", "£8,000"]])],
        "
Table
  Caption \"Grants\"
  THead
    TR
      TH Column \"Project\"
      TH Column \"Sum\"
  TBody
    TR
      TH Row \"Letters\"
      TD \"£8,000\"",
    );
}

#[test]
fn a_figure_is_a_picture_and_a_sentence() {
    let site = sample::site(
        vec![sample::page(
            "Title",
            "/page/",
            vec![sample::statistic("rj-satisfied", "of victims were satisfied.")],
            Vec::new(),
        )],
        Vec::new(),
    );
    let (report, _) = first(&site, &PRINT);
    let expected = "  Div\n    Figure Alt=\"85% of victims who took part were satisfied with it.\"\n    P \"85%\"\n    P \"of victims were satisfied.\"\n";
    assert!(report.tags.contains(expected), "{}", report.tags);
    assert!(report.tags.contains("H2 \"Where the figures come from\""), "{}", report.tags);
}

#[test]
fn words_from_right_to_left_are_spelled_out() {
    let passage = ForeignBlock {
        lang: Lang::parse("he").expect("a tag"),
        blocks: vec![sample::paragraph("שלום")],
        span: sample::nowhere(),
    };
    let page = sample::page("Title", "/page/", vec![Block::Language(Box::new(passage))], Vec::new());
    let site = sample::site(vec![page], Vec::new());
    let (report, made) = first(&site, &PRINT);
    assert_eq!(report.findings, Vec::new());
    // No font of the sample has Hebrew letters, and the author is told so.
    assert!(report.tags.contains("Div Lang=\"he\""), "{}", report.tags);
    let said: Vec<_> = made.diagnostics.iter().map(|d| (d.kind.code, d.message.as_str())).collect();
    assert_eq!(said, [("P005", "no font has the character `ש` (U+05E9) and 3 more here")]);
}

#[test]
fn every_block_is_tagged_in_every_size() {
    let site = sample::site(vec![sample::everything()], Vec::new());
    for format in [&PRINT, &LARGE_PRINT, &GIANT_PRINT] {
        let (report, made) = first(&site, format);
        assert_eq!(report.findings, Vec::new(), "{}", format.name());
        assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
        assert_eq!(made.downloads[0].pages, Some(report.facts.pages.len()));
        assert!(report.tags.contains("Note ID=\"note-1\""), "{}", report.tags);
        assert!(report.tags.contains("Lang=\"cy\""), "{}", report.tags);
    }
}

/// A table becomes records only where its longest words do not fit beside each other; what heads the row is their title.
#[test]
fn a_table_that_does_not_fit_becomes_records() {
    let rows: &[&[&str]] = &[&["2 March", "Hatfield", "Strategy", "A. Green", "Agreed"], &["", "Ware", "", "", ""]];
    let wide = sample::table("Meetings", &["Day", "Neighbourhood", "Subject", "Chairwoman", "Outcome"], rows);
    let hours: &[&[&str]] = &[&["Monday", "9 am", "5 pm"], &["Wednesday", "10 am", "7.30 pm"]];
    let narrow = sample::table("Hours", &["Day", "Opens", "Closes"], hours);
    let page = sample::page("Title", "/page/", vec![wide, narrow], Vec::new());
    let site = sample::site(vec![page], Vec::new());
    let (large, _) = first(&site, &LARGE_PRINT);
    let records = "    P \"2 March\"\n    L\n      LI\n        LBody \"Neighbourhood: Hatfield\"\n";
    assert!(large.tags.contains(records), "{}", large.tags);
    assert!(large.tags.contains("    L\n      LI\n        LBody \"Day:\"\n"), "{}", large.tags);
    assert!(large.tags.contains("TH Row \"Wednesday\"\n        TD \"10 am\""), "{}", large.tags);
    let (clear, _) = first(&site, &PRINT);
    assert!(clear.tags.contains("TH Column \"Outcome\""), "{}", clear.tags);
    let (giant, _) = first(&site, &GIANT_PRINT);
    assert!(giant.tags.contains("TH Row \"Wednesday\""), "{}", giant.tags);
}

#[test]
fn a_leaflet_is_read_in_the_order_in_which_it_unfolds() {
    let site = with_leaflet(|_| {});
    let made = made(&site, &LEAFLETS).remove(0);
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let paths: Vec<&str> = made.files.iter().map(|file| file.path.as_str()).collect();
    let folder = "leaflets/RJ-01";
    assert_eq!(
        paths,
        ["trifold", "trifold-press", "preview-1", "preview-2", "large-print", "giant-print", "how-to-print"]
            .map(|name| format!("{folder}/{name}.{}", if name.contains("preview") { "png" } else { "pdf" }))
    );
    for file in &made.files[..2] {
        let report = preflight::look(&file.bytes);
        assert_eq!(report.findings, Vec::new());
        let headings: Vec<&str> = report.tags.lines().map(str::trim).filter(|line| line.starts_with('H')).collect();
        let expected = [
            "H1 \"Hurt by a crime? You can ask why.\"",
            "H2 \"Is it safe for me?\"",
            "H2 \"What it is\"",
            "H2 \"What people say\"",
            "H2 \"Who can ask\"",
            "H2 \"What happens\"",
            "H2 \"This leaflet in another way\"",
            "H2 \"Tell us what you think\"",
        ];
        assert_eq!(headings, expected);
        assert!(report.tags.trim_end().ends_with("We check it again in November 2027.\""), "{}", report.tags);
    }
}

#[test]
fn a_press_gets_room_to_cut() {
    let site = with_leaflet(|_| {});
    let made = made(&site, &LEAFLETS).remove(0);
    let boxes = |at: usize| {
        let pdf = lopdf::Document::load_mem(&made.files[at].bytes).expect("a PDF");
        let page = pdf.page_iter().next().expect("a page");
        let page = pdf.get_dictionary(page).expect("a page");
        ["MediaBox", "TrimBox", "BleedBox"].map(|name| {
            let sides = page.get(name.as_bytes()).and_then(lopdf::Object::as_array).ok();
            sides.map(|sides| {
                sides.iter().map(|side| Pt(side.as_float().expect("a number")).mm().0.round()).collect::<Vec<_>>()
            })
        })
    };
    let office = vec![0.0, 0.0, 297.0, 210.0];
    assert_eq!(boxes(0), [Some(office.clone()), Some(office), None]);
    let press = [vec![0.0, 0.0, 321.0, 234.0], vec![12.0, 12.0, 309.0, 222.0], vec![9.0, 9.0, 312.0, 225.0]];
    assert_eq!(boxes(1), press.map(Some));
}

#[test]
fn what_does_not_fit_is_told() {
    let long = sample::paragraph(&"Somebody listens to you and takes their time. ".repeat(30));
    let site = with_leaflet(|leaflet| leaflet.panels[2].head.push(long));
    let told = findings(&site);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("P004 panel 3 (inside left) has ") && told[0].contains(" mm) too many"), "{told:?}");
}

/// A number never stands without its textphone and its note; where the cover has no room for them, that is told.
#[test]
fn a_cover_has_its_contact_whole() {
    let site = with_leaflet(|_| {});
    let made = made(&site, &LEAFLETS).remove(0);
    let tree = preflight::look(&made.files[0].bytes).tags;
    let cover = tree.split("H2 ").next().expect("a cover");
    let office = &site.contacts["office"];
    assert!(cover.contains(&office.textphone) && cover.contains(&*office.note), "{cover}");
    let mut site = site;
    let office = site.contacts.get_mut("office").expect("a contact");
    std::sync::Arc::make_mut(office).note = (*"Say if it is not safe for us to call you back. ".repeat(40)).into();
    assert!(
        findings(&site).iter().any(|found| found.starts_with("P004 panel 1 (cover) has ")),
        "{:?}",
        findings(&site)
    );
}

/// A page that has another contact than the publisher still has the publisher's textphone and note beside the number.
#[test]
fn paper_never_loses_textphone_and_note() {
    let block = |key: &str| {
        Block::Contact(Box::new(ContactBlock { key: key.to_string(), contact: None, span: Span::whole(FileId(0)) }))
    };
    for blocks in [Vec::new(), vec![block("office")], vec![block("helpline")]] {
        let mut site = sample::site(vec![sample::page("Title", "/page/", blocks, Vec::new())], Vec::new());
        let mut other = site.contacts["office"].as_ref().clone();
        other.phone = "0808 000 0000".to_string();
        site.about.organisation = site.contacts["office"].as_ref().clone();
        (other.textphone, other.note) = ("".into(), "".into());
        site.contacts.insert("helpline".to_string(), std::sync::Arc::new(other));
        for format in [&PRINT, &LARGE_PRINT] {
            let tree = first(&site, format).0.tags;
            for part in ["18001 01707 806100", "Say if it is not safe for us to call you back."] {
                assert!(tree.contains(part), "{part} is not in {}:\n{tree}", format.name());
            }
        }
    }
}

#[test]
fn a_character_without_a_shape_is_told() {
    let site = with_leaflet(|leaflet| leaflet.panels[1].head.push(sample::paragraph("Ring ☏")));
    let expected = "P005 no font has the character `☏` (U+260F) (write it another way, or add a font that has it to \
                    `print/fonts`)";
    assert_eq!(findings(&site), [expected]);
}

#[test]
fn bytes_are_the_same_in_any_order_and_side_by_side() {
    let site = sample::site(vec![sample::everything(), sample::long(3)], vec![sample::leaflet()]);
    let site = finished(&site);
    for format in [&PRINT as &dyn Format, &LEAFLETS] {
        let press = format.set_up(&site).expect("fonts");
        let jobs = press.jobs();
        let make =
            |at: usize| press.make(&jobs[at % jobs.len()], &Given::of(&Catalogue::default())).expect("a PDF").files;
        let alone: Vec<_> = (0..jobs.len()).map(make).collect();
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|at| scope.spawn(move || (at, make(at)))).collect();
            for thread in threads {
                let (at, files) = thread.join().expect("no panic");
                assert!(files == alone[at % jobs.len()], "{} {at}", format.name());
            }
        });
    }
}

#[test]
fn a_broken_font_stops_the_press() {
    let mut site = sample::site(vec![sample::everything()], Vec::new());
    site.fonts[0].bytes = std::sync::Arc::from(&b"no font"[..]);
    let refused = PRINT.set_up(&site).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(refused.starts_with("the font `AtkinsonHyperlegibleNext-Regular` cannot be used"), "{refused}");
    site.pages = Vec::new().into();
    assert!(PRINT.set_up(&site).is_ok(), "a site without paper needs no font");
}

#[test]
fn kinds_are_complete() {
    let codes: BTreeSet<&str> = KINDS.iter().map(|kind| kind.code).collect();
    assert_eq!(codes.len(), KINDS.len());
    for kind in KINDS {
        assert!(kind.summary().ends_with('.'), "{}", kind.code);
        assert!(!kind.source().is_empty(), "{}", kind.code);
    }
}

#[test]
fn what_has_no_shape_is_not_drawn() {
    let odd = "Soft\u{ad}hyphen, joiner\u{200d}, null\u{0}, tab\t, separator\u{2028}, narrow\u{202f}space.";
    let site =
        sample::site(vec![sample::page("Title", "/page/", vec![sample::paragraph(odd)], Vec::new())], Vec::new());
    let (report, made) = first(&site, &PRINT);
    assert!(made.diagnostics.is_empty(), "{:?}", made.diagnostics);
    let expected = "P \"Softhyphen, joiner, null, tab , separator , narrow space.\"";
    assert!(report.tags.replace('\u{200d}', "").contains(expected), "{}", report.tags);
}

#[test]
fn pages_are_numbered_and_words_of_paper_speak_welsh() {
    let mut page = sample::page("Help nawr", "/cy/help-nawr/", vec![sample::paragraph("Ffoniwch ni.")], Vec::new());
    page.lang = Lang::parse("cy").expect("a tag");
    let site = sample::site(vec![page], Vec::new());
    let (report, made) = first(&site, &LARGE_PRINT);
    assert!(report.tags.contains("P \"Print bras, 18 pwynt\""), "{}", report.tags);
    assert_eq!(made.downloads[0].label.to_string(), "Print bras, 18 pwynt");
    assert_eq!(made.files[0].path, "cy/help-nawr/help-nawr-large-print.pdf");
    assert_eq!(report.facts.pages.len(), 2);
}

#[test]
fn words_that_a_language_lacks_are_tagged_as_english() {
    let mut page = sample::page("Ajutor", "/ro/ajutor/", vec![sample::paragraph("Sunați-ne.")], Vec::new());
    page.lang = Lang::parse("ro").expect("a tag");
    let site = sample::site(vec![page], Vec::new());
    let (report, made) = first(&site, &LARGE_PRINT);
    for line in ["P Lang=\"en\" \"Large print, 18 point\"", "P \"Sunați-ne.\""] {
        assert!(report.tags.contains(line), "{line}\nis not in\n{}", report.tags);
    }
    assert_eq!(made.downloads[0].label.lang.tag(), "en");
}

/// The numbers of steps stand where lines start: at the right where the language is written from there.
#[test]
fn steps_are_numbered_where_lines_start() {
    for (tag, at_the_right) in [("en-GB", false), ("ur", true)] {
        let steps = sample::steps(&[("One", "Two."), ("Three", "Four.")]);
        let mut page = sample::page("Title", "/page/", vec![steps], Vec::new());
        page.lang = Lang::parse(tag).expect("a tag");
        let site = finished(&sample::site(vec![page], Vec::new()));
        let press = super::PaperPress { site: &site, faces: super::Faces::read(&site).expect("faces"), profile: None };
        let (_, page) = site.page_ids().next().expect("a page");
        let words = site.words.of(&page.lang);
        let manuscript = super::Manuscript {
            title: "",
            summary: "",
            lang: &page.lang,
            blocks: vec![&page.blocks],
            end_notes: Vec::new(),
            here: "",
            reference: "",
            changed: None,
            standing: words.said(""),
            notices: Vec::new(),
            cover: "",
            asks_in_rows: false,
            offered: crate::render::manuscript::Offered::default(),
            credits: Vec::new(),
            imprint: words.said(""),
            route: "/page/".to_string(),
        };
        let shared = press.shared(&page.lang).expect("words");
        let (document, _) =
            super::document::lay_out(shared, &press.faces, &super::profile::CLEAR, press.design(), &manuscript);
        let page = &document.pages[0];
        let number = page.items.iter().filter_map(|item| item.draw.text()).find(|run| &*run.text == "1");
        let number = number.expect("the first step's number");
        assert_eq!(number.x > page.width / 2.0, at_the_right, "{tag}: {}", number.x);
    }
}

/// What is filled in is a field that says what it asks, in the order in which it is read, and has a shape.
#[test]
fn forms_are_filled_in() {
    let question = |term: &str, lines: usize, choices: &[&str]| Definition {
        term: sample::words(term),
        meanings: choices.iter().map(|choice| vec![sample::paragraph(choice)]).collect(),
        lines,
        span: sample::nowhere(),
    };
    let entries = vec![question("What helps?", 3, &[]), question("How?", 0, &["by letter", "by phone"])];
    let form = Block::Form(Definitions { entries, span: sample::nowhere() });
    let site = sample::site(vec![sample::page("Title", "/page/", vec![form], Vec::new())], Vec::new());
    let (report, made) = first(&site, &PRINT);
    assert_eq!(report.findings, Vec::new());
    let pdf = lopdf::Document::load_mem(&made.files[0].bytes).expect("a PDF");
    let catalog = pdf.catalog().expect("a catalogue");
    let form = catalog.get(b"AcroForm").and_then(|form| pdf.dereference(form)).expect("a form").1;
    let form = form.as_dict().expect("a form");
    assert!(!form.has(b"NeedAppearances"), "a reader must not make what is seen");
    let fields = form.get(b"Fields").and_then(lopdf::Object::as_array).expect("fields");
    let told: Vec<(String, bool)> = fields
        .iter()
        .map(|field| {
            let field = pdf.get_dictionary(field.as_reference().expect("a field")).expect("a field");
            let asked = lopdf::decode_text_string(field.get(b"TU").expect("what it asks")).expect("text");
            assert!(field.has(b"StructParent") && field.has(b"AP") && field.has(b"T"), "{asked}");
            (asked, field.get(b"FT").and_then(lopdf::Object::as_name).expect("a kind") == b"Btn")
        })
        .collect();
    let expected = [("What helps?", false), ("How? by letter", true), ("How? by phone", true)];
    assert_eq!(told, expected.map(|(asked, tick)| (asked.to_string(), tick)));
}

//! Letters on A4 paper, folded in three for a window envelope.

use super::letter::Letter;
use super::line::Line;
use super::said;
use crate::diag::Diagnostic;
use crate::model::{Align, Block, Design, Lang, List, ListItem, Paragraph, Shared, Site};
use crate::render::manuscript::{postal_line, ways};
use crate::render::print::display::{ContentTag, Document, PrintedPage};
use crate::render::print::flow::{Composer, Measure, Strip, height, keep_together};
use crate::render::print::font::Faces;
use crate::render::print::front::publisher;
use crate::render::print::kinds::ADDRESS_TOO_LONG;
use crate::render::print::pages::{Metadata, Paper, TypeArea};
use crate::render::print::profile::{PAPER, Profile};
use crate::render::print::running_text::RunningText;
use crate::render::print::structure::{NodeId, Role, StructureTree};
use crate::render::print::style::{PrintStyle, TextStyle};
use crate::units::{Mm, Pt};
use crate::words::Said;

/// How letters are set: at the smallest size of clear print, so that one fits on a page. Source: UKAAF G003, clear print: at least
/// 12 point.
pub const LETTER: Profile = Profile {
    name: "letter",
    suffix: "",
    label: |print| &print.clear,
    text: Pt(12.0),
    leading: 1.35,
    headings: [Pt(17.0), Pt(13.0), Pt(12.0), Pt(12.0)],
    phone: Pt(14.0),
    inner: Mm(20.0),
    outer: Mm(20.0),
    top: Mm(15.0),
    bottom: Mm(15.0),
    cover: false,
};

/// How an address is set, size and line height over it: the largest that sorting machines are said to read, and five lines in a
/// window. Source: Royal Mail, machine readable addresses: 10 to 12 point.
pub const ADDRESS: (Pt, f32) = (Pt(12.0), 1.03);

/// Where the address stands on the paper: what a window of 35 × 90 mm, 20 mm from the left and 18 to 20 mm from the foot of a DL
/// envelope, always shows, however the paper has slipped. Source: ISO 269, DL, 110 × 220 mm; the window as British makers of envelopes
/// state it; A4 folded in three is 99 × 210 mm.
const WINDOW: [Mm; 4] = [Mm(20.0), Mm(57.0), Mm(80.0), Mm(22.0)];

/// Where the letter itself starts, unless the address is longer than the window.
const BODY: Mm = Mm(97.0);

/// The space between an address that is longer than the window and the letter.
const BELOW: Mm = Mm(8.0);

/// The space for a foot, where a letter has more than one page.
const FOOT: Mm = Mm(8.0);

/// Lays letters out, each from a page of its own; returns them with what the author must mend.
pub fn lay_out(
    site: &Site,
    shared: &Shared,
    (faces, design): (&Faces, Option<&Design>),
    letters: &[Letter<'_>],
    reference: &str,
) -> (Document, Vec<Diagnostic>) {
    let style = PrintStyle::of_document(&LETTER, design);
    let lang = shared.lang.clone();
    let mut composer = Composer::new(shared, faces, style, lang.clone());
    composer.deep = room(LETTER.top);
    let mut paper = Paper::default();
    let title = said::heading(site, reference, composer.wording);
    for letter in letters {
        let first = paper.pages.len();
        set(site, &mut composer, &mut paper, letter, &title);
        number(&mut composer, &mut paper, first, letter.to);
    }
    let metadata = Metadata {
        title: title.text(),
        summary: "",
        publisher: shared.about.organisation.name.in_lang(&lang),
        lang: &lang,
        date: shared.today,
    };
    paper.into_document(composer, metadata)
}

/// Returns the height from a place on the paper to the foot, in points.
fn room(from: Mm) -> f32 {
    PAPER.1.pt().0 - from.pt().0 - LETTER.bottom.pt().0 - FOOT.pt().0
}

/// Returns an area of the last page, given in millimetres from its edges.
fn area(paper: &Paper, x: Mm, y: Mm, height: f32) -> TypeArea {
    TypeArea { page: paper.pages.len().saturating_sub(1), x: x.pt().0, y: y.pt().0, height }
}

fn blank(paper: &mut Paper) {
    paper.pages.push(PrintedPage::new(PAPER.0.pt().0, PAPER.1.pt().0));
}

/// Sets one letter: its head, the address in the window, and what it says, over as many pages as it needs.
fn set(site: &Site, composer: &mut Composer<'_>, paper: &mut Paper, letter: &Letter<'_>, title: &Line) {
    let section = composer.tree.add(StructureTree::ROOT, Role::Section);
    let width = PAPER.0.pt().0 - LETTER.inner.pt().0 - LETTER.outer.pt().0;
    let measure = composer.measure(width);
    blank(paper);
    let once = |strips: Vec<Strip>, paper: &mut Paper, place: TypeArea, composer: &Composer<'_>| {
        let mut place = Some(place);
        paper.fill(strips, &composer.borders, |_| place.take());
    };
    let [x, y, wide, high] = WINDOW;
    let head = sender(composer, section, &measure);
    once(head, paper, area(paper, LETTER.inner, LETTER.top, y.pt().0 - LETTER.top.pt().0), composer);
    let address = address(composer, section, letter, wide.pt().0);
    let tall = height(&address);
    if tall > high.pt().0 + 0.5 {
        too_long(composer, letter, "the window of an envelope");
    }
    once(address, paper, area(paper, x, y, tall + 1.0), composer);
    let start = Mm(BODY.0.max(y.0 + Pt(tall).mm().0 + BELOW.0));
    let body = body(site, composer, section, letter, title, &measure);
    let mut begun = false;
    paper.fill(body, &composer.borders, |paper| {
        if std::mem::replace(&mut begun, true) {
            blank(paper);
            return Some(area(paper, LETTER.inner, LETTER.top, room(LETTER.top)));
        }
        Some(area(paper, LETTER.inner, start, room(start)))
    });
}

/// Composes who writes: the publisher, and where a reply reaches it.
fn sender(composer: &mut Composer<'_>, section: NodeId, measure: &Measure) -> Vec<Strip> {
    let mut strips = publisher(composer, section, measure);
    let organisation = &composer.shared.about.organisation;
    let style = composer.style.body();
    let parts =
        [postal_line(&organisation.address), organisation.phone.replace(' ', "\u{a0}"), organisation.email.clone()];
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let said = Said::new(part.as_str(), &composer.shared.about.language);
        strips.append(&mut composer.fixed(section, &said, measure, &style, 0.0));
    }
    strips
}

/// Composes the lines of an address, which are in the site's own language.
pub fn address(composer: &mut Composer<'_>, parent: NodeId, letter: &Letter<'_>, width: f32) -> Vec<Strip> {
    let mut lines = letter.address();
    if lines.is_empty() {
        lines = vec![letter.to];
    }
    let lang = composer.shared.about.language.clone();
    let measure = composer.measure(width);
    let measure = composer.measure_of(&lang, &measure);
    let node = composer.node(parent, Role::Division, &measure);
    let (size, leading) = ADDRESS;
    let style = TextStyle { size: size.0, leading, align: Align::Start, ..composer.style.body() };
    let span = letter.place();
    let mut strips = Vec::new();
    // No envelope and no label has room for a page of them.
    for line in lines.iter().take(MOST_LINES) {
        let line = composer.checked(line, span);
        strips.append(
            &mut composer.within(MOST_HEIGHT, |composer| composer.sentence(node, &line, &measure, &style, 0.0)).0,
        );
    }
    strips
}

/// The most lines of an address that are set at all.
const MOST_LINES: usize = 20;

/// The most points of one line of an address, broken as often as it may be.
const MOST_HEIGHT: f32 = 100.0;

/// Reports an address that finds no room.
pub fn too_long(composer: &mut Composer<'_>, letter: &Letter<'_>, place: &str) {
    let Some(span) = letter.place() else { return };
    let message = format!("the address of `{}` is longer than {place} has room for", letter.to);
    let help = "write fewer or shorter lines; the name and the contact stand above them";
    composer.diagnostics.push(Diagnostic::new(&ADDRESS_TOO_LONG, span, message, help));
}

fn body(
    site: &Site,
    composer: &mut Composer<'_>,
    section: NodeId,
    letter: &Letter<'_>,
    title: &Line,
    measure: &Measure,
) -> Vec<Strip> {
    let style = composer.style.clone();
    let wording = composer.wording;
    let print = &wording.print;
    let day = Said::new(composer.shared.today.in_words(&composer.lang), &composer.lang);
    let mut strips = composer.fixed(section, &day, measure, &style.body(), 0.0);
    strips.append(&mut heading(composer, section, 1, title, Some(letter.to), measure));
    strips.append(&mut composer.fixed(section, &print.recall_thanks, measure, &style.body(), style.gap));
    let changed = said::changed(site, letter, wording);
    let parts = [
        (&print.recall_have, said::have(letter, wording), None),
        (&print.recall_wrong, changed, None),
        (&print.recall_do, said::steps(site, letter, wording), Some(1)),
    ];
    for (title, lines, start) in parts.into_iter().filter(|(_, lines, _)| !lines.is_empty()) {
        strips.append(&mut heading(composer, section, 2, &title.clone().into(), None, measure));
        let list = list(letter, &lines, (start, &composer.lang));
        strips.append(&mut composer.list(&list, section, measure));
    }
    let organisation = &composer.shared.about.organisation;
    let mut last = Vec::new();
    if let Some(ways) = ways(organisation, wording) {
        let said = wording.say(&wording.sentences.recall_question, &[("ways", (&ways).into())]);
        last.append(&mut composer.fixed(section, &said, measure, &style.body(), style.gap * 1.4));
    }
    let name = organisation.name.in_lang(&composer.lang).clone();
    if !name.is_empty() {
        let bold = TextStyle { bold: true, ..style.body() };
        last.append(&mut composer.fixed(section, &name, measure, &bold, style.gap));
    }
    keep_together(&mut last);
    strips.append(&mut last);
    strips
}

/// Composes a heading; the outline of the file names the first of a letter by whom it is to.
fn heading(
    composer: &mut Composer<'_>,
    section: NodeId,
    level: u8,
    line: &Line,
    bookmark: Option<&str>,
    measure: &Measure,
) -> Vec<Strip> {
    let level = composer.heading_level(level);
    let node = composer.node(section, Role::Heading(level), measure);
    composer.tree.attributes_mut(node).title = Some(line.text());
    let style = composer.style.display(composer.style.heading(level));
    let mut text = RunningText::default();
    line.parts().iter().for_each(|said| composer.worded(node, said, &mut text));
    let mut strips = composer.set(&text, measure, &style, composer.style.above * 0.8);
    strips.iter_mut().for_each(|strip| strip.keep = true);
    if let (Some(first), Some(to)) = (strips.first_mut(), bookmark) {
        first.heading = Some((1, to.to_string()));
    }
    strips
}

/// Returns lines as a list, numbered where it starts with a number.
fn list(letter: &Letter<'_>, lines: &[Line], (start, lang): (Option<u64>, &Lang)) -> List {
    let span =
        letter.copies.first().map_or_else(|| crate::diag::Span::whole(crate::diag::FileId(0)), |(issue, _)| issue.span);
    let item = |line: &Line| {
        let content = line.inlines(lang, span);
        ListItem { task: None, blocks: vec![Block::Paragraph(Paragraph { content, span })], span }
    };
    List { start, items: lines.iter().map(item).collect(), span }
}

/// Writes the numbers of its pages at the feet of a letter that has more than one.
fn number(composer: &mut Composer<'_>, paper: &mut Paper, first: usize, to: &str) {
    let count = paper.pages.len() - first;
    if count < 2 {
        return;
    }
    let measure = composer.measure(PAPER.0.pt().0 - LETTER.inner.pt().0 - LETTER.outer.pt().0);
    let style = composer.style.body();
    for (at, page) in paper.pages.iter_mut().skip(first).enumerate() {
        let parts = [("holder", to.into()), ("number", (at + 1).into()), ("count", count.into())];
        let said = composer.wording.say(&composer.wording.sentences.recall_page, &parts);
        let (items, _) = composer.artifact(&said, &measure, &style);
        let y = page.height - LETTER.bottom.pt().0 - style.size;
        page.items.extend(items.into_iter().map(|mut item| {
            item.tag = ContentTag::Foot;
            item.shift(LETTER.inner.pt().0, y);
            item
        }));
    }
}

//! A page of the site, or a leaflet's words, as a document on A4 paper: cover or title block, text, notes, and how to
//! reach the publisher.

use std::sync::Arc;

use super::breaks::{close_cover, close_up};
use super::display::{ContentTag, Document, PrintedPage};
use super::flow::{Composer, Measure, Strip, keep_together, keep_whole};
use super::font::Faces;
use super::pages::{Paper, TypeArea};
use super::profile::{PAPER, Profile};
use super::shapes;
use super::structure::{Role, StructureTree};
use super::style::{PrintStyle, TextStyle};
use crate::diag::Diagnostic;
use crate::model::phone::dialled;
use crate::model::{Block, Date, Design, EndNote, Fact, Lang, Leaflet, Page, Shared, walk};
use crate::render::print::flow::{note_anchor, postal_line};
use crate::words::{Said, Wording};

/// What a document is made from.
pub struct Manuscript<'a> {
    /// Its title.
    pub title: &'a str,
    /// One sentence about it.
    pub summary: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// Its words.
    pub blocks: Vec<&'a [Block]>,
    /// Its footnotes, and the sources of its figures, by number.
    pub end_notes: Vec<EndNote<'a>>,
    /// The address of the page that it is; empty where it is none.
    pub here: &'a str,
    /// The day of its last change.
    pub changed: Option<Date>,
    /// Where it stands in its life, in words, such as `Open until 3 May 2027.`; empty where that is not known.
    pub standing: Said,
    /// The line that says when it was published, changed and will be looked at again.
    pub imprint: Said,
    /// Its address on the site.
    pub route: &'a str,
}

/// Lays a document out; returns it with what the author must mend.
pub fn lay_out(
    shared: &Shared,
    faces: &Faces,
    profile: &Profile,
    design: Option<&Design>,
    manuscript: &Manuscript<'_>,
) -> (Document, Vec<Diagnostic>) {
    let style = PrintStyle::of_document(profile, design);
    let mut composer = Composer::new(shared, faces, style, manuscript.lang.clone());
    (composer.here, composer.marks) = (manuscript.here, true);
    let (width, side) = (PAPER.0.pt().0, profile.side.pt().0);
    let measure = composer.measure(width - side * 2.0);
    let mut sections = Vec::new();
    let foot = Foot::of(profile, &composer.style);
    composer.deep = foot.text_height(profile);
    if profile.cover {
        let mut cover = cover(&mut composer, profile, manuscript, &measure);
        close_cover(&mut cover, foot.text_height(profile));
        sections.push(cover);
        sections.push(Vec::new());
    } else {
        sections.push(title_block(&mut composer, manuscript, &measure));
    }
    let mut body = Vec::new();
    for blocks in &manuscript.blocks {
        body.append(&mut composer.blocks(blocks, StructureTree::ROOT, &measure));
    }
    end_matter(&mut composer, profile, manuscript, &measure, &mut body);
    if let Some(last) = sections.last_mut() {
        last.append(&mut body);
    }
    let mut paper = Paper::default();
    for mut strips in sections {
        for plan in close_up(&mut strips, foot.text_height(profile)) {
            let area = foot.new_page(&mut paper, profile);
            paper.set(&mut strips, &plan, &composer.borders, area);
        }
    }
    foot.run(&mut composer, &mut paper, profile, manuscript.title);
    let pictures = std::mem::take(&mut composer.pictures);
    let (tree, diagnostics) = composer.finish();
    let document = Document {
        title: manuscript.title.to_string(),
        summary: manuscript.summary.to_string(),
        publisher: shared.about.organisation.name.in_lang(manuscript.lang).to_string(),
        lang: Arc::from(manuscript.lang.tag()),
        date: manuscript.changed.unwrap_or(shared.today),
        pages: paper.pages,
        tree,
        outline: paper.outline,
        figures: paper.figures,
        pictures,
        anchors: paper.anchors,
        inks: Vec::new(),
        flip: None,
    };
    (document, diagnostics)
}

/// Composes the title with what stands around it, at the head of the first page.
fn title_block(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let mut strips = publisher(composer, measure);
    strips.append(&mut title(composer, manuscript.title, measure, style.text * 0.9));
    let lead = TextStyle { size: style.lead, ..style.body() };
    if !manuscript.summary.is_empty() {
        strips.append(&mut composer.sentence(StructureTree::ROOT, manuscript.summary, measure, &lead, style.gap));
    }
    standing(composer, manuscript, measure, &mut strips);
    if let Some(date) = manuscript.changed {
        let date = date.in_words(manuscript.lang);
        strips.append(&mut composer.sentence(StructureTree::ROOT, &date, measure, &style.body(), style.gap));
    }
    let y = style.text * 1.1;
    let pen = shapes::pen(style.brand, 1.5);
    let line = shapes::line((measure.x, y), (measure.x + measure.width, y), pen);
    strips.push(Strip { height: y + style.text * 0.4, items: vec![line], ..Strip::default() });
    keep_together(&mut strips);
    strips
}

/// Says where a page stands in its life, such as until when it is open.
fn standing(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure, strips: &mut Vec<Strip>) {
    if !manuscript.standing.is_empty() {
        let style = composer.style.clone();
        let bold = TextStyle { bold: true, ..style.body() };
        strips.append(&mut composer.fixed(StructureTree::ROOT, &manuscript.standing, measure, &bold, style.gap));
    }
}

/// Composes the cover of large print.
fn cover(composer: &mut Composer<'_>, profile: &Profile, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let mut strips = publisher(composer, measure);
    strips.append(&mut title(composer, manuscript.title, measure, style.text * 3.2));
    let lead = TextStyle { size: style.lead, ..style.body() };
    if !manuscript.summary.is_empty() {
        strips.append(&mut composer.sentence(StructureTree::ROOT, manuscript.summary, measure, &lead, style.gap * 1.4));
    }
    standing(composer, manuscript, measure, &mut strips);
    if let Some(date) = manuscript.changed {
        let date = date.in_words(manuscript.lang);
        strips.append(&mut composer.sentence(StructureTree::ROOT, &date, measure, &style.body(), style.gap * 1.6));
    }
    let bold = TextStyle { bold: true, ..style.body() };
    strips.append(&mut composer.fixed(
        StructureTree::ROOT,
        (profile.label)(&composer.wording.print),
        measure,
        &bold,
        style.gap * 0.6,
    ));
    let organisation = &composer.shared.about.organisation;
    let node = composer.tree.add(StructureTree::ROOT, Role::Division);
    let ask = &composer.wording.print.another;
    let mut asked = composer.outlined(measure, |composer, inner| {
        let mut strips = composer.fixed(node, ask, inner, &bold, 0.0);
        strips.append(&mut composer.loud_phone(&organisation.phone, node, inner, style.gap * 0.4));
        strips.append(&mut composer.textphone(organisation, node, inner));
        strips.append(&mut composer.note(organisation, node, inner));
        if !organisation.address.is_empty() {
            let address = postal_line(&organisation.address);
            strips.append(&mut composer.sentence(node, &address, inner, &style.body(), style.gap * 0.5));
        }
        strips
    });
    if let Some(first) = asked.first_mut() {
        first.gap = style.text * 1.6;
    }
    strips.append(&mut asked);
    strips
}

fn title(composer: &mut Composer<'_>, words: &str, measure: &Measure, gap: f32) -> Vec<Strip> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let level = composer.heading_level(1);
    let node = composer.tree.add(StructureTree::ROOT, Role::Heading(level));
    composer.tree.attributes_mut(node).title = Some(words.to_string());
    let style = composer.style.display(composer.style.heading(1));
    let text = composer.plain(node, words);
    let mut strips = composer.set(&text, measure, &style, gap);
    for strip in &mut strips {
        strip.keep = true;
    }
    if let Some(first) = strips.first_mut() {
        first.heading = Some((level, words.to_string()));
    }
    strips
}

/// Composes the brand bar and the publisher's name.
fn publisher(composer: &mut Composer<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let thick = style.text * 0.5;
    let area = super::display::Rect { left: measure.x, top: 0.0, right: measure.x + measure.width, bottom: thick };
    let bar = Strip { height: thick, items: vec![shapes::bar(area, style.brand)], keep: true, ..Strip::default() };
    let mut strips = vec![bar];
    let bold = TextStyle { bold: true, colour: style.brand, ..style.body() };
    let name = composer.shared.about.organisation.name.in_lang(&composer.lang).clone();
    if !name.is_empty() {
        strips.append(&mut composer.fixed(StructureTree::ROOT, &name, measure, &bold, style.text * 0.7));
    }
    strips
}

/// Composes what follows the words: notes, sources, how to reach the publisher, when to look again. The lines that say only
/// how the document came about have no page to themselves.
fn end_matter(
    composer: &mut Composer<'_>,
    profile: &Profile,
    manuscript: &Manuscript<'_>,
    measure: &Measure,
    strips: &mut Vec<Strip>,
) {
    let style = composer.style.clone();
    strips.append(&mut notes(composer, manuscript, measure));
    let organisation = &composer.shared.about.organisation;
    let known = |block: &Block| matches!(block, Block::Contact(_));
    let same = |block: &Block| {
        let contact = if let Block::Contact(block) = block { block.contact.as_ref() } else { None };
        contact.is_some_and(|contact| dialled(&contact.phone) == dialled(&organisation.phone))
    };
    let has = |wanted: &dyn Fn(&Block) -> bool| manuscript.blocks.iter().any(|blocks| holds(blocks, wanted));
    let (any, own) = (has(&known), has(&same));
    if !any {
        let mut contact = composer.contact_box(organisation, StructureTree::ROOT, measure);
        if let Some(first) = contact.first_mut() {
            first.gap = style.above;
        }
        strips.append(&mut contact);
    }
    if let Some(before) = strips.last_mut() {
        before.keep = true;
    }
    let mut last = vec![rule(&style, measure)];
    // The cover says how to ask for other formats.
    if !profile.cover
        && !manuscript.blocks.iter().any(|blocks| holds(blocks, |block| matches!(block, Block::Formats(_))))
    {
        last.append(&mut composer.formats(StructureTree::ROOT, measure));
    }
    if any && !own {
        // The publisher's number stands in the line above, and nowhere with what its callers should know.
        last.append(&mut composer.note(organisation, StructureTree::ROOT, measure));
    }
    if !manuscript.imprint.is_empty() {
        last.append(&mut composer.fixed(StructureTree::ROOT, &manuscript.imprint, measure, &style.body(), style.gap));
    }
    if !manuscript.route.is_empty() {
        let target = crate::model::Target::Route(manuscript.route.to_string());
        last.append(&mut composer.pointer(
            StructureTree::ROOT,
            &composer.wording.print.web,
            &target,
            measure,
            style.gap * 0.3,
        ));
    }
    keep_whole(&mut last);
    strips.append(&mut last);
}

/// Composes the list of notes and sources, each with the number of its marks; after it the sources of figures that are
/// drawn, which have none.
fn notes(composer: &mut Composer<'_>, manuscript: &Manuscript<'_>, measure: &Measure) -> Vec<Strip> {
    let style = composer.style.clone();
    let drawn = drawn(manuscript);
    let listed = |wanted: fn(&EndNote<'_>) -> bool| manuscript.end_notes.iter().any(wanted);
    let footnotes = listed(|end| matches!(end, EndNote::Note(_)));
    let sources = listed(|end| matches!(end, EndNote::Source(_))) || !drawn.is_empty();
    let heading = match (footnotes, sources) {
        (false, false) => return Vec::new(),
        (true, false) => &composer.wording.print.notes,
        (false, true) => &composer.wording.print.sources,
        (true, true) => &composer.wording.print.notes_and_sources,
    };
    let mut strips = engine_heading(composer, heading, measure);
    for end in &manuscript.end_notes {
        strips.append(&mut note_strips(composer, end, measure));
    }
    for line in source_lines(&drawn, composer.wording) {
        let line = Said::new(line, &composer.shared.about.language);
        let mut added = composer.fixed(StructureTree::ROOT, &line, measure, &style.body(), style.gap);
        keep_together(&mut added);
        strips.append(&mut added);
    }
    strips
}

/// Returns the facts that are drawn and whose sources have no number, each once, in order.
fn drawn<'a>(manuscript: &Manuscript<'a>) -> Vec<&'a Fact> {
    let numbered = |fact: &Fact| {
        let same = |end: &EndNote<'_>| matches!(end, EndNote::Source(source) if source.fact.key == fact.key);
        manuscript.end_notes.iter().any(same)
    };
    let mut drawn: Vec<&Fact> = Vec::new();
    for blocks in &manuscript.blocks {
        walk::blocks(blocks, &mut |block| {
            if let Block::Statistic(statistic) = block
                && let Some(fact) = statistic.fact.as_deref()
                && !numbered(fact)
                && !drawn.iter().any(|known| known.key == fact.key)
            {
                drawn.push(fact);
            }
        });
    }
    drawn
}

/// Returns the line that says which edition of a leaflet it is.
pub fn edition(leaflet: &Leaflet, words: &Wording) -> Said {
    let issued = leaflet.issued.month_in_words(&words.lang);
    let review = leaflet.review.month_in_words(&words.lang);
    let parts = [
        ("reference", (&leaflet.reference).into()),
        ("edition", leaflet.edition.into()),
        ("issued", (&issued).into()),
        ("review", (&review).into()),
    ];
    words.say(&words.sentences.print_edition, &parts)
}

/// Returns the shortest line that says which edition of a leaflet it is, for a card or a strip.
pub fn short_edition(leaflet: &Leaflet, words: &Wording) -> Said {
    let issued = leaflet.issued.month_in_words(&words.lang);
    let parts =
        [("reference", (&leaflet.reference).into()), ("edition", leaflet.edition.into()), ("issued", (&issued).into())];
    words.say(&words.sentences.print_edition_short, &parts)
}

/// Returns the line that says when a page was published, changed and will be looked at again.
pub fn imprint(page: &Page, words: &Wording) -> Said {
    let mut parts = Vec::new();
    let said = |phrase, date: Date| words.say(phrase, &[("day", (&date.in_words(&words.lang)).into())]).to_string();
    let published = page.meta.published.map(|moment| moment.date);
    if let Some(date) = published {
        parts.push(said(&words.sentences.print_published, date));
    }
    if let Some(date) = page.changed().filter(|date| Some(*date) != published) {
        parts.push(said(&words.sentences.print_changed, date));
    }
    let review = page.meta.review.map(|date| said(&words.sentences.print_review, date));
    let sentences = [Some(parts.join(", ")).filter(|said| !said.is_empty()), review];
    let sentences = sentences.into_iter().flatten().map(|said| {
        let mut letters = said.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}.", letters.as_str())
    });
    words.said(sentences.collect::<Vec<_>>().join(" "))
}

/// Returns where figures come from, a line for each source.
fn source_lines(facts: &[&Fact], wording: &Wording) -> Vec<String> {
    let mut sources: Vec<(String, Vec<Said>)> = Vec::new();
    for fact in facts {
        let (note, shown) = (fact.source_note(&wording.lang), fact.shown(wording));
        match sources.iter_mut().find(|(known, _)| *known == note) {
            Some((_, figures)) => figures.push(shown),
            None => sources.push((note, vec![shown])),
        }
    }
    let line = |(note, figures): (String, Vec<Said>)| {
        let figures: Vec<&str> = figures.iter().map(|figure| &*figure.text).collect();
        format!("{}: {note}.", wording.figures().and(&figures))
    };
    sources.into_iter().map(line).collect()
}

fn engine_heading(composer: &mut Composer<'_>, said: &Said, measure: &Measure) -> Vec<Strip> {
    let (measure, words) = (&composer.measure_of(&said.lang, measure), &*said.text);
    let level = composer.heading_level(2);
    let node = composer.node(StructureTree::ROOT, Role::Heading(level), measure);
    composer.tree.attributes_mut(node).title = Some(words.to_string());
    let style = composer.style.display(composer.style.heading(2));
    let text = composer.plain(node, words);
    let above = composer.style.above;
    let mut strips = composer.set(&text, measure, &style, above);
    for strip in &mut strips {
        strip.keep = true;
    }
    if let Some(first) = strips.first_mut() {
        first.heading = Some((level, words.to_string()));
    }
    strips
}

fn note_strips(composer: &mut Composer<'_>, end: &EndNote<'_>, measure: &Measure) -> Vec<Strip> {
    let node = composer.tree.add(StructureTree::ROOT, Role::Note);
    let anchor = note_anchor(end.number());
    composer.tree.attributes_mut(node).id = Some(anchor.to_string());
    let mark = composer.tree.add(node, Role::Label);
    let (body, gap) = (composer.style.body(), composer.style.gap);
    let words = composer.plain(mark, &format!("[{}]", end.number()));
    let label = composer.set(&words, measure, &body, 0.0);
    let inner = Measure { x: measure.x + body.size * 2.2, width: measure.width - body.size * 2.2, ..measure.clone() };
    let mut strips = match end {
        EndNote::Note(note) => composer.blocks(&note.blocks, node, &inner),
        EndNote::Source(source) => {
            let line = format!("{}: {}.", source.fact.shown(composer.wording), source.fact.source_note(&composer.lang));
            let line = Said::new(line, &composer.shared.about.language);
            let mut strips = composer.fixed(node, &line, &inner, &body, 0.0);
            keep_together(&mut strips);
            strips
        }
    };
    if let (Some(first), Some(label)) = (strips.first_mut(), label.into_iter().next()) {
        first.gap = gap;
        first.anchor = Some(anchor);
        let mut items = label.items;
        items.append(&mut first.items);
        first.items = items;
    }
    strips
}

fn rule(style: &PrintStyle, measure: &Measure) -> Strip {
    let line = shapes::line((measure.x, 0.0), (measure.x + measure.width, 0.0), shapes::pen(style.brand, 0.8));
    Strip { height: style.text * 0.2, gap: style.above, items: vec![line], keep: true, ..Strip::default() }
}

fn holds(blocks: &[Block], wanted: impl Fn(&Block) -> bool) -> bool {
    let mut found = false;
    walk::blocks(blocks, &mut |block| found |= wanted(block));
    found
}

/// The running foot: the title and the number of the page, at the size of text.
struct Foot {
    height: f32,
}

impl Foot {
    fn of(profile: &Profile, style: &PrintStyle) -> Foot {
        Foot { height: profile.text.0 * 1.4 + style.text * 1.3 }
    }

    /// Returns the height of a page's text.
    fn text_height(&self, profile: &Profile) -> f32 {
        PAPER.1.pt().0 - profile.top.pt().0 - profile.bottom.pt().0 - self.height
    }

    fn new_page(&self, paper: &mut Paper, profile: &Profile) -> TypeArea {
        let (width, height) = (PAPER.0.pt().0, PAPER.1.pt().0);
        paper.pages.push(PrintedPage::new(width, height));
        let (x, y) = (profile.side.pt().0, profile.top.pt().0);
        TypeArea { page: paper.pages.len() - 1, x, y, height: self.text_height(profile) }
    }

    fn run(&self, composer: &mut Composer<'_>, paper: &mut Paper, profile: &Profile, title: &str) {
        let count = paper.pages.len();
        let style = composer.style.clone();
        let x = profile.side.pt().0;
        let measure = composer.measure(PAPER.0.pt().0 - x * 2.0);
        let right = TextStyle { align: crate::model::Align::End, ..style.body() };
        let number = |composer: &mut Composer<'_>, at: usize| {
            let counts = [("number", at.into()), ("count", count.into())];
            let words = composer.wording.say(&composer.wording.sentences.print_page, &counts);
            composer.artifact(&words, &measure, &right)
        };
        let (_, widest) = number(composer, count);
        let room = Measure { width: measure.width - widest - style.text * 1.5, ..measure.clone() };
        let (titled, _) = composer.artifact(title, &room, &style.body());
        for (at, page) in paper.pages.iter_mut().enumerate() {
            let y = page.height - profile.bottom.pt().0 - profile.text.0 * 1.4;
            let (numbered, _) = number(composer, at + 1);
            let rule = shapes::line(
                (0.0, -style.text * 0.45),
                (measure.width, -style.text * 0.45),
                shapes::pen(style.brand, 0.8),
            );
            for mut item in std::iter::once(rule).chain(titled.iter().cloned()).chain(numbered) {
                item.tag = ContentTag::Foot;
                item.shift(x, y);
                page.items.push(item);
            }
        }
    }
}

//! Ten documents of varied structure, laid out in every size: where their pages end, what their lines break, and where their
//! links lead on paper, judged by rules and not by pictures. The documents stand in `tests/fixtures/print`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::display::{ContentTag, Destination, Document, Draw};
use super::super::profile::{CLEAR, GIANT, LARGE, PAPER, Profile};
use super::super::structure::{ListMarks, NodeId, Role, StructureTree};
use super::super::{PaperPress, font::Faces, pdf};
use crate::content::files::Disk;
use crate::model::{Moment, Site, Zone};
use crate::pipeline::{self, Options};
use crate::preflight;

/// The most that lines which are not the last of their paragraph may leave empty, on average, as a share of their measure.
const MOST_RAGGED: f32 = 0.12;

/// The most lines of an item, its mark with them, that must not stand alone before or after the end of a page.
const LONE: usize = 4;

/// The share of a page's height that may stay empty before the page goes on elsewhere.
const MOST_EMPTY: f32 = 0.55;

fn corpus() -> Site {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/print");
    let at = |zone: &Zone| zone.instant(Moment::parse("2026-11-28T00:00").expect("a moment"));
    let options = Options { root, at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let reading = pipeline::read(&Disk::new(root), &options).expect("a folder");
    reading.site.expect("settings").as_ref().clone()
}

/// One line of one paragraph, heading, cell or label, as it stands on paper.
#[derive(Clone, Debug)]
struct Line {
    page: usize,
    y: f32,
    left: f32,
    right: f32,
    text: String,
    /// What follows it in its text: the first letter of the next line, or a line break.
    next: Option<char>,
    /// What it is a line of.
    holder: NodeId,
}

/// A document as a reader meets it.
struct Laid<'d> {
    document: &'d Document,
    profile: &'static Profile,
    lines: Vec<Line>,
    faults: Vec<String>,
}

fn holds_lines(role: Role) -> bool {
    matches!(
        role,
        Role::Paragraph
            | Role::Heading(_)
            | Role::Cell
            | Role::HeaderCell(_)
            | Role::Label
            | Role::Body
            | Role::Caption
            | Role::Note
            | Role::ContentsItem
    )
}

/// Returns a node and all that hold it, the nearest first.
fn above(tree: &StructureTree, node: NodeId) -> impl Iterator<Item = NodeId> {
    std::iter::successors(Some(node), |node| tree.get(*node).parent)
}

impl<'d> Laid<'d> {
    fn new(document: &'d Document, profile: &'static Profile) -> Laid<'d> {
        let tree = &document.tree;
        let mut lines: Vec<Line> = Vec::new();
        for (page, printed) in document.pages.iter().enumerate() {
            for item in &printed.items {
                let (ContentTag::Content(leaf), Draw::Run(run)) = (item.tag, &item.draw) else { continue };
                let Some(holder) = above(tree, leaf).find(|node| holds_lines(tree.get(*node).role)) else { continue };
                let text: String = run
                    .glyphs
                    .iter()
                    .filter_map(|glyph| run.text.get(glyph.text.start as usize..glyph.text.end as usize))
                    .collect();
                let end = run.glyphs.iter().map(|glyph| glyph.text.end).max().unwrap_or(0);
                let next = run.text.get(end as usize..).and_then(|rest| rest.chars().next());
                let (left, right) = (run.x, run.x + run.inked());
                let same =
                    |line: &&mut Line| line.page == page && line.holder == holder && (line.y - run.y).abs() < 0.5;
                match lines.iter_mut().rev().take(40).find(same) {
                    Some(line) => {
                        (line.left, line.right) = (line.left.min(left), line.right.max(right));
                        line.text.push_str(&text);
                        line.next = next;
                    }
                    None => lines.push(Line { page, y: run.y, left, right, text, next, holder }),
                }
            }
        }
        Laid { document, profile, lines, faults: Vec::new() }
    }

    fn role(&self, node: NodeId) -> Role {
        self.document.tree.get(node).role
    }

    fn fault(&mut self, rule: &str, line: &Line) {
        self.faults.push(format!("page {}: {rule}: {:?}", line.page + 1, line.text));
    }

    /// Returns the lines of a page from its head to its foot.
    fn page(&self, page: usize) -> Vec<Line> {
        let mut lines: Vec<Line> = self.lines.iter().filter(|line| line.page == page).cloned().collect();
        lines.sort_by(|a, b| a.y.total_cmp(&b.y));
        lines
    }

    /// Returns the lines of each paragraph, heading or cell, in the order in which they are read.
    fn paragraphs(&self) -> BTreeMap<NodeId, Vec<Line>> {
        let mut found: BTreeMap<NodeId, Vec<Line>> = BTreeMap::new();
        for line in &self.lines {
            found.entry(line.holder).or_default().push(line.clone());
        }
        found.values_mut().for_each(|lines| lines.sort_by(|a, b| a.page.cmp(&b.page).then(a.y.total_cmp(&b.y))));
        found
    }

    /// Nothing that introduces something stands alone at the foot of a page.
    fn feet(&mut self) {
        for page in 0..self.document.pages.len() {
            let Some(last) = self.page(page).pop() else { continue };
            if self.document.figures.values().any(|(at, area)| *at == page && area.top > last.y) {
                continue;
            }
            let role = self.role(last.holder);
            let kids = &self.document.tree.get(last.holder).kids;
            let bold = !kids.is_empty() && kids.iter().all(|kid| self.role(*kid) == Role::Strong);
            if matches!(role, Role::Heading(_)) {
                self.fault("a heading at the foot", &last);
            } else if last.text.trim_end().ends_with(':') {
                self.fault("a lead-in at the foot", &last);
            } else if role == Role::Paragraph && bold {
                self.fault("a label at the foot", &last);
            }
        }
    }

    /// Of a list or table of three or more, no first item stands alone at a foot, and no last one at a head.
    fn items(&mut self) {
        let tree = &self.document.tree;
        let mut pages: BTreeMap<NodeId, BTreeSet<usize>> = BTreeMap::new();
        for line in &self.lines {
            for node in above(tree, line.holder) {
                pages.entry(node).or_default().insert(line.page);
            }
        }
        let first = |node: &NodeId| pages.get(node).and_then(|pages| pages.first().copied());
        let last = |node: &NodeId| pages.get(node).and_then(|pages| pages.last().copied());
        let mut faults = Vec::new();
        for (_, node) in tree.iter() {
            if !matches!(node.role, Role::List(_) | Role::TableBody) || node.kids.len() < 3 {
                continue;
            }
            let count = |item: &NodeId| {
                self.lines.iter().filter(|line| above(tree, line.holder).any(|node| node == *item)).count()
            };
            let ([start, second, ..], [.., before, end]) = (node.kids.as_slice(), node.kids.as_slice()) else {
                continue;
            };
            if last(start) < first(second) && count(start) <= LONE {
                faults.push(format!("page {:?}: the first item alone", last(start).map(|page| page + 1)));
            }
            if last(before) < first(end) && count(end) <= LONE {
                faults.push(format!("page {:?}: the last item alone {:?}", first(end).map(|page| page + 1), node.role));
            }
            for item in &node.kids {
                let short = count(item) <= 6;
                let row = self.role(*item) == Role::TableRow;
                if (short || row) && first(item) != last(item) {
                    faults.push(format!("page {:?}: an item or a row is parted", first(item).map(|page| page + 1)));
                }
            }
        }
        self.faults.append(&mut faults);
    }

    /// No line of a paragraph stands alone before or after the end of a page, and no line ends within a word, a number, a date
    /// or a phone number.
    fn lines(&mut self) {
        for lines in self.paragraphs().into_values() {
            for pair in lines.windows(2) {
                let [one, next] = pair else { continue };
                if one.next == Some('\n') {
                    continue;
                }
                let (before, after) = (one.text.chars().last(), one.next);
                if before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric) {
                    self.fault("a word is broken", one);
                }
                let group = |text: &str, word: Option<&str>| {
                    let digits = |word: &str| word.chars().all(|c| c.is_ascii_digit());
                    !text.trim().is_empty() && word.is_some_and(digits)
                };
                let (ends, starts) = (one.text.trim_end(), next.text.trim_start());
                if group(ends, ends.rsplit([' ', '\u{a0}']).next())
                    && group(starts, starts.split([' ', '\u{a0}']).next())
                {
                    self.fault("a number is broken", one);
                }
                if next.text.starts_with('[') && next.text.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
                    self.fault("a mark left its word", one);
                }
            }
            let pages: BTreeSet<usize> = lines.iter().map(|line| line.page).collect();
            for page in pages.iter().filter(|_| pages.len() > 1) {
                if lines.iter().filter(|line| line.page == *page).count() == 1 {
                    let alone = lines.iter().find(|line| line.page == *page).cloned();
                    alone.into_iter().for_each(|line| self.fault("a line stands alone", &line));
                }
            }
        }
    }

    /// No page holds nothing but how the document came about, and no page is left half empty before a picture.
    fn ends(&mut self) {
        let tree = &self.document.tree;
        let pages = self.document.pages.len();
        let top =
            |line: &Line| above(tree, line.holder).find(|node| tree.get(*node).parent == Some(StructureTree::ROOT));
        // The imprint is the paragraphs after the last box or list.
        let kids = &tree.get(StructureTree::ROOT).kids;
        let imprint = kids.iter().rposition(|kid| tree.get(*kid).role != Role::Paragraph).unwrap_or(0);
        let place = |line: &Line| top(line).and_then(|node| kids.iter().position(|kid| *kid == node)).unwrap_or(0);
        let alone = self.page(pages - 1).iter().all(|line| place(line) > imprint);
        if let (true, true, Some(first)) = (alone, pages > 1, self.page(pages - 1).first().cloned()) {
            self.fault("the last page holds the imprint alone", &first);
        }
        let height = PAPER.1.pt().0 - self.profile.top.pt().0 - self.profile.bottom.pt().0;
        for page in 1..pages.saturating_sub(1) {
            let foot = self.page(page).last().map_or(0.0, |line| line.y) - self.profile.top.pt().0;
            let pictures = |at: usize| self.document.figures.values().filter(move |(page, _)| *page == at);
            let foot = pictures(page).map(|(_, area)| area.bottom - self.profile.top.pt().0).fold(foot, f32::max);
            let head = self.page(page + 1).first().map_or(f32::INFINITY, |line| line.y);
            let picture = pictures(page + 1).any(|(_, area)| area.top < head);
            let contents = self.page(page).iter().any(|line| self.role(line.holder) == Role::ContentsItem);
            if !contents && (1.0 - foot / height > MOST_EMPTY || picture && 1.0 - foot / height > 0.4) {
                self.faults.push(format!("page {}: {:.0}% stays empty", page + 1, (1.0 - foot / height) * 100.0));
            }
        }
    }

    /// Every web address that a link leads to is printed, every place of the document has its page, and both are right.
    fn links(&mut self) {
        let tree = &self.document.tree;
        let printed: String =
            self.lines.iter().map(|line| line.text.trim_end()).collect::<String>().replace('\u{a0}', " ");
        let mut faults = Vec::new();
        let number = |anchor: &str| self.document.anchors.get(anchor).map(|spot| spot.page + 1);
        for link in self.document.pages.iter().flat_map(|page| &page.links) {
            match &link.to {
                Destination::Uri(uri) if uri.starts_with("http") => {
                    let place = uri.split('#').next().unwrap_or(uri);
                    let shown = place.trim_start_matches("https://").trim_end_matches('/').to_string();
                    if !printed.contains(&shown) {
                        faults.push(format!("{shown} is not printed"));
                    }
                }
                Destination::Uri(_) | Destination::Field(_) => {}
                Destination::Anchor(anchor) => {
                    let Some(page) = number(anchor) else {
                        faults.push(format!("{anchor} is nowhere"));
                        continue;
                    };
                    let contents = above(tree, link.node).any(|node| tree.get(node).role == Role::ContentsItem);
                    let mark = above(tree, link.node).any(|node| tree.get(node).role == Role::Reference);
                    let holder = above(tree, link.node).find(|node| holds_lines(tree.get(*node).role));
                    let said: String = self
                        .lines
                        .iter()
                        .filter(|line| Some(line.holder) == holder)
                        .map(|line| line.text.trim_end())
                        .collect();
                    let right = match (contents, mark) {
                        (true, _) => said.ends_with(&page.to_string()),
                        (false, true) => true,
                        (false, false) => said.replace('\u{a0}', " ").contains(&format!("(page {page})")),
                    };
                    if !right {
                        faults.push(format!("{anchor} is on page {page}, and the text says {said:?}"));
                    }
                }
            }
        }
        self.faults.append(&mut faults);
    }

    /// Returns what lines leave empty, each as a share of its measure: of running text, without the last of each paragraph.
    fn ragged(&self) -> Vec<f32> {
        let tree = &self.document.tree;
        let plain = |role: Role| {
            matches!(
                role,
                Role::Document
                    | Role::Paragraph
                    | Role::Body
                    | Role::Item
                    | Role::List(ListMarks::Disc | ListMarks::Decimal)
            )
        };
        let width = PAPER.0.pt().0 - self.profile.inner.pt().0 - self.profile.outer.pt().0;
        let mut found = Vec::new();
        for (holder, lines) in self.paragraphs() {
            if !above(tree, holder).all(|node| plain(tree.get(node).role)) {
                continue;
            }
            for line in lines.iter().rev().skip(1) {
                let left = if line.page.is_multiple_of(2) { self.profile.inner } else { self.profile.outer };
                let end = left.pt().0 + width;
                found.push((end - line.right) / (end - line.left));
            }
        }
        found
    }
}

#[test]
fn pages_end_where_a_reader_would_end_them() {
    let site = corpus();
    let mut told = Vec::new();
    let mut measured = Vec::new();
    for profile in [&CLEAR, &LARGE, &GIANT] {
        let press = PaperPress { site: &site, faces: Faces::read(&site).expect("fonts"), profile: Some(profile) };
        let mut ragged = Vec::new();
        let mut pages = 0;
        for page in site.pages.iter().filter(|page| page.has_format(crate::model::FormatName(profile.name))) {
            let (document, diagnostics) = press.laid_out(page, profile).expect("a document");
            assert!(diagnostics.is_empty(), "{}: {diagnostics:?}", page.path);
            let written = pdf::write(&press.faces, &document).expect("a PDF");
            assert_eq!(preflight::look(&written).findings, Vec::new(), "{}", page.path);
            let mut laid = Laid::new(&document, profile);
            laid.feet();
            laid.items();
            laid.lines();
            laid.ends();
            laid.links();
            ragged.extend(laid.ragged());
            pages += document.pages.len();
            told.extend(laid.faults.iter().map(|fault| format!("{} in {}: {fault}", page.path, profile.name)));
        }
        #[expect(clippy::cast_precision_loss, reason = "lines of ten documents are few")]
        let mean = ragged.iter().sum::<f32>() / ragged.len() as f32;
        assert!(mean < MOST_RAGGED, "{}: lines leave {mean} empty", profile.name);
        measured.push(format!("{}: {pages} pages, {} lines, {:.1}% empty", profile.name, ragged.len(), mean * 100.0));
    }
    assert!(told.is_empty(), "{}\n{}", told.join("\n"), measured.join("\n"));
}

/// A table stays a table wherever its longest words fit beside each other: three short columns do in every size.
#[test]
fn short_tables_stay_tables_in_every_size() {
    let site = corpus();
    for profile in [&CLEAR, &LARGE, &GIANT] {
        let press = PaperPress { site: &site, faces: Faces::read(&site).expect("fonts"), profile: Some(profile) };
        let page = site.pages.iter().find(|page| page.path == "opening-hours.md").expect("a page");
        let (document, _) = press.laid_out(page, profile).expect("a document");
        let laid = Laid::new(&document, profile);
        let headed = |word: &str| {
            let mut lines = laid.lines.iter().filter(|line| line.text.trim() == word);
            lines.any(|line| matches!(laid.role(line.holder), Role::HeaderCell(_)))
        };
        assert!(headed("Wednesday") && headed("Textphone"), "{}", profile.name);
    }
}

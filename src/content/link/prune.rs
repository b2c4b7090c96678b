//! Blocks from which something is taken out, tidied so that no hole is left: an empty item, a heading over nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::link::settle::{AllGone, Gone};
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{
    Block, Boxed, Broken, BrokenWhy, Definitions, Included, Inline, Lang, Link, List, Note, Panel, Steps, Table,
    Target, Text, plain_text, walk,
};

/// Takes out what leads to pages that are not published.
pub struct Pruning<'a> {
    gone: &'a AllGone,
    lang: &'a Lang,
    /// The words of those pages.
    words: Vec<OwnWords>,
    /// Lines that bring in nothing, and go.
    left: Option<&'a BTreeSet<Span>>,
    /// Whether something was taken out since this was last unset.
    pub lost: bool,
    /// What was taken out.
    pub found: Vec<Diagnostic>,
}

/// Returns words without what does not count between two ways of writing them: capitals, signs, spaces.
pub fn key(words: &str) -> String {
    let lower = words.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// A title or a summary of a page that is not published.
pub struct OwnWords {
    words: String,
    /// Whether they count only where they stand alone: one word is too common to be looked for inside others, unless it
    /// is what somebody's story is called.
    alone: bool,
}

impl OwnWords {
    /// Returns what a page is called and what is said of it.
    pub fn of(gone: &Gone) -> impl Iterator<Item = OwnWords> {
        let story = gone.absence.is_for_consent();
        gone.words.iter().map(|words| key(words)).filter(|words| !words.is_empty()).map(move |words| {
            let alone = !story && !words.contains(' ');
            OwnWords { words, alone }
        })
    }

    /// Returns whether they are more than one word.
    pub fn several(&self) -> bool {
        self.words.contains(' ')
    }

    /// Returns whether a text, as [`key`] has it, is or holds them.
    pub fn are_in(&self, text: &str) -> bool {
        text == self.words || (!self.alone && format!(" {text} ").contains(&format!(" {} ", self.words)))
    }
}

impl<'a> Pruning<'a> {
    /// Returns one that takes out links and films.
    pub fn of_links(gone: &'a AllGone, lang: &'a Lang) -> Pruning<'a> {
        let words = gone.values().flat_map(|gone| OwnWords::of(gone)).collect();
        Pruning { gone, lang, words, left: None, lost: false, found: Vec::new() }
    }

    /// Returns one that takes out lines that bring in nothing.
    pub fn of_includes(gone: &'a AllGone, lang: &'a Lang, left: &'a BTreeSet<Span>) -> Pruning<'a> {
        Pruning { left: Some(left), ..Pruning::of_links(gone, lang) }
    }

    /// Prunes a panel of a leaflet.
    pub fn panel(&mut self, panel: &mut Panel) {
        self.blocks(&mut panel.head);
        self.blocks(&mut panel.foot);
    }

    /// Prunes footnotes, and returns those that are empty now.
    pub fn notes(&mut self, notes: &mut Vec<Note>) -> BTreeSet<(FileId, String)> {
        let mut emptied = BTreeSet::new();
        notes.retain_mut(|note| {
            let kept = self.blocks(&mut note.blocks);
            if !kept {
                emptied.insert((note.span.file, note.label.clone()));
            }
            kept
        });
        emptied
    }

    /// Prunes blocks that stand one under the other. Returns `false` where something was taken out and nothing is left.
    pub fn blocks(&mut self, blocks: &mut Vec<Block>) -> bool {
        let mut pruned: Vec<Option<Block>> = Vec::with_capacity(blocks.len());
        let mut under: Option<u8> = None;
        for mut block in std::mem::take(blocks) {
            // What stands under a heading that is a link to the page is about that page.
            if let (Some(level), Block::Heading(heading)) = (under, &block)
                && heading.level <= level
            {
                under = None;
            }
            let kept = under.is_none() && self.block(&mut block);
            if let (false, None, Block::Heading(heading)) = (kept, under, &block) {
                under = Some(heading.level);
            }
            pruned.push(kept.then_some(block));
        }
        let whole = pruned.iter().all(Option::is_some);
        if !whole {
            tidy(&mut pruned);
        }
        blocks.extend(pruned.into_iter().flatten());
        whole || !blocks.is_empty()
    }

    /// Prunes a block; returns whether it stays.
    fn block(&mut self, block: &mut Block) -> bool {
        match block {
            Block::Heading(heading) => self.run(&mut heading.content),
            Block::Paragraph(paragraph) => self.run(&mut paragraph.content),
            Block::List(list) => self.list(list),
            Block::Definitions(entries)
            | Block::KeyFacts(entries)
            | Block::Timeline(entries)
            | Block::Form(entries) => self.entries(entries),
            Block::Quote(quote) => {
                self.run(&mut quote.attribution);
                self.blocks(&mut quote.blocks)
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                self.run(&mut figure.caption);
                true
            }
            Block::Callout(callout) => {
                self.run(&mut callout.title);
                self.blocks(&mut callout.blocks)
            }
            Block::Statistic(statistic) => {
                self.run(&mut statistic.sentence);
                true
            }
            Block::Steps(steps) => self.steps(steps),
            Block::Action(boxed) => self.action(boxed),
            Block::Details(boxed) => self.run(&mut boxed.title) & self.blocks(&mut boxed.blocks),
            Block::Address(address) => {
                address.lines.retain_mut(|line| self.run(line));
                !address.lines.is_empty()
            }
            Block::Row(row) => self.blocks(&mut row.blocks),
            Block::Language(foreign) => self.blocks(&mut foreign.blocks),
            Block::Included(included) => self.included(included),
            Block::Film(film) => match &film.target {
                Target::Broken(broken) if broken.why == BrokenWhy::NotPublished => {
                    let (broken, span) = (broken.clone(), film.span);
                    self.tell(&broken, span, "so the film is left out here");
                    false
                }
                _ => true,
            },
            Block::Code(_)
            | Block::Break(_)
            | Block::Contact(_)
            | Block::Video(_)
            | Block::Download(_)
            | Block::Formats(_)
            | Block::RawHtml(_) => true,
        }
    }

    fn list(&mut self, list: &mut List) -> bool {
        let before = list.items.len();
        list.items.retain_mut(|item| self.blocks(&mut item.blocks));
        before == 0 || !list.items.is_empty()
    }

    fn entries(&mut self, entries: &mut Definitions) -> bool {
        let before = entries.entries.len();
        entries.entries.retain_mut(|entry| {
            let named = self.run(&mut entry.term);
            let meanings = entry.meanings.len();
            entry.meanings.retain_mut(|meaning| self.blocks(meaning));
            named && (meanings == 0 || !entry.meanings.is_empty())
        });
        before == 0 || !entries.entries.is_empty()
    }

    fn table(&mut self, table: &mut Table) -> bool {
        self.run(&mut table.caption);
        for cell in table.groups.iter_mut().map(|group| &mut group.heading).chain(&mut table.header) {
            self.run(cell);
        }
        let before = table.rows.len();
        table.rows.retain_mut(|row| {
            let mut whole = true;
            for cell in row.iter_mut() {
                whole &= self.run(cell);
            }
            whole || row.iter().any(|cell| !is_blank(cell))
        });
        before == 0 || !table.rows.is_empty()
    }

    fn steps(&mut self, steps: &mut Steps) -> bool {
        let before = steps.steps.len();
        steps.steps.retain_mut(|step| {
            let named = self.run(&mut step.title);
            self.blocks(&mut step.blocks);
            named
        });
        before == 0 || !steps.steps.is_empty()
    }

    /// Takes out an action box that has lost its link: there is nothing left to do in it.
    fn action(&mut self, boxed: &mut Boxed) -> bool {
        let had = has_link(&boxed.blocks);
        self.run(&mut boxed.title) && self.blocks(&mut boxed.blocks) && (!had || has_link(&boxed.blocks))
    }

    fn included(&mut self, included: &mut Included) -> bool {
        if self.left.is_some_and(|left| left.contains(&included.span)) {
            self.lost = true;
            return false;
        }
        self.blocks(&mut included.blocks)
    }

    /// Prunes running text. Returns `false` where something was taken out and nothing is left that says anything.
    fn run(&mut self, run: &mut Vec<Inline>) -> bool {
        let mut whole = true;
        let mut emptied = false;
        let mut out: Vec<Inline> = Vec::with_capacity(run.len());
        for mut inline in std::mem::take(run) {
            if let Inline::Link(link) = &inline
                && let Target::Broken(broken) = &link.target
                && broken.why == BrokenWhy::NotPublished
            {
                let Inline::Link(link) = inline else { continue };
                let kept = self.link(&link);
                // A link that the page's kind wrote has no words; what stands round it says only what it leads to.
                emptied |= matches!(link.content.as_slice(), [Inline::Text(text)] if text.text.is_empty());
                whole &= kept;
                out.extend(link.content.into_iter().filter(|_| kept));
                continue;
            }
            if let Some(children) = inline.children_mut() {
                if self.run(children) {
                    out.push(inline);
                } else {
                    whole = false;
                }
                continue;
            }
            out.push(inline);
        }
        *run = out;
        if whole {
            return true;
        }
        close_up(run);
        if emptied || plain_text(run).trim_end_matches(['.', ' ']).ends_with(':') {
            run.clear();
        }
        !is_blank(run)
    }

    /// Returns whether the words of a link to a page that is not published may stay.
    fn link(&mut self, link: &Link) -> bool {
        let Target::Broken(broken) = &link.target else { return true };
        let text = key(&plain_text(&link.content));
        let mut pictures = false;
        walk::each(&link.content, &mut |inline| pictures |= matches!(inline, Inline::Image(_)));
        let own = text.is_empty() || pictures || self.words.iter().any(|own| own.are_in(&text));
        let what = match own {
            true => "so these words of it are left out",
            false => "so these words stay, and lead nowhere",
        };
        self.tell(broken, link.span, what);
        !own
    }

    fn tell(&mut self, broken: &Broken, span: Span, what: &str) {
        self.lost = true;
        let gone = broken.nearest.as_ref().and_then(|path| self.gone.get(path));
        let because = gone.map_or_else(String::new, |gone: &Arc<Gone>| gone.absence.because(self.lang));
        let path = gone.map_or(broken.wanted.as_str(), |gone| gone.path.as_str());
        let message = format!("`{path}` is not published, because {because}, {what}");
        let help = "take the link out, if the page is not to come back; it comes back by itself with the page";
        self.found.push(Diagnostic::new(&problems::LEFT_OUT, span, message, help));
    }
}

/// Takes out headings under which nothing is left, and words that lead over to a list that is gone.
fn tidy(blocks: &mut [Option<Block>]) {
    for at in (0..blocks.len()).rev() {
        let rest = &blocks[at + 1..];
        if !matches!(rest.first(), Some(None)) {
            continue;
        }
        let next = rest.iter().flatten().next();
        let bare = match &blocks[at] {
            Some(Block::Heading(heading)) => match next {
                None => true,
                Some(Block::Heading(next)) => next.level <= heading.level,
                Some(_) => false,
            },
            Some(Block::Paragraph(paragraph)) => plain_text(&paragraph.content).trim_end().ends_with(':'),
            _ => false,
        };
        if bare {
            blocks[at] = None;
        }
    }
}

fn has_link(blocks: &[Block]) -> bool {
    let mut has = false;
    walk::inlines(blocks, &mut |inline| has |= matches!(inline, Inline::Link(_) | Inline::Contact(_)));
    walk::blocks(blocks, &mut |block| has |= matches!(block, Block::Contact(_) | Block::Download(_) | Block::Film(_)));
    has
}

/// Returns whether running text says nothing.
fn is_blank(run: &[Inline]) -> bool {
    let mut says = false;
    walk::each(run, &mut |inline| match inline {
        Inline::Text(text) => says |= text.text.chars().any(char::is_alphanumeric),
        Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Strikethrough(_)
        | Inline::Language(_)
        | Inline::Link(_)
        | Inline::LineBreak(_) => {}
        Inline::Code(_)
        | Inline::Image(_)
        | Inline::Fact(_)
        | Inline::Contact(_)
        | Inline::Abbreviation(_)
        | Inline::FootnoteMark(_)
        | Inline::RawHtml(_) => says = true,
    });
    !says
}

/// Closes the gaps between words: no two spaces, none before a full stop or at an end.
fn close_up(run: &mut [Inline]) {
    for at in 0..run.len() {
        let stop = match run.get(at + 1) {
            Some(Inline::Text(next)) => next.text.starts_with([' ', '.', ',', ';', ':', '!', '?', ')']),
            Some(_) => false,
            None => true,
        };
        if let Inline::Text(Text { text, .. }) = &mut run[at]
            && stop
        {
            text.truncate(text.trim_end_matches(' ').len());
        }
    }
    if let Some(Inline::Text(first)) = run.first_mut() {
        let spaces = first.text.len() - first.text.trim_start_matches(' ').len();
        if spaces > 0 {
            *first = first.slice(spaces..first.text.len());
        }
    }
}

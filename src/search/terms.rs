//! The words of one page, each once and with a weight, kept in few bytes, so that a page can be found whose text is no longer held.

use std::borrow::Cow;

use super::fold::{LEAST, words};
use crate::model::{Block, Leaflet, Page, plain_text, walk};

/// The weights are below this number.
pub const WEIGHTS: u8 = 8;

/// How often a word must stand in a text to weigh more than one that stands there once.
const OFTEN: usize = 3;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Title,
    Heading,
    Summary,
    Text,
}

/// Returns a page's words, in the form that [`each`] reads: those that were kept, where its text was let go.
pub fn of_page(page: &Page) -> Cow<'_, [u8]> {
    match &page.terms {
        Some(kept) => Cow::Borrowed(kept),
        None => Cow::Owned(gather(page)),
    }
}

/// Returns a page's words from its text.
pub fn gather(page: &Page) -> Vec<u8> {
    let (meta, mut gathered) = (&page.meta, Gathered::default());
    gathered.title(&meta.title);
    gathered.add(Place::Heading, &meta.nav_title);
    meta.topics.iter().for_each(|topic| gathered.add(Place::Heading, topic));
    gathered.add(Place::Summary, &meta.summary);
    gathered.blocks(&page.blocks);
    page.notes.iter().for_each(|note| gathered.blocks(&note.blocks));
    gathered.kept()
}

/// Returns what a leaflet is found by: its title, its code and what it is about. Its words are those of pages.
pub fn of_leaflet(leaflet: &Leaflet) -> Vec<u8> {
    let mut gathered = Gathered::default();
    gathered.title(&leaflet.title);
    gathered.add(Place::Title, &leaflet.reference);
    gathered.add(Place::Summary, &leaflet.summary);
    gathered.kept()
}

/// Calls `visit` with every word of a page and its weight, in the order of the words.
pub fn each(terms: &[u8], visit: &mut dyn FnMut(&str, u8)) {
    let (mut word, mut rest) = (Vec::new(), terms);
    while let Some(([head, length], after)) = rest.split_first_chunk::<2>() {
        let Some((tail, after)) = after.split_at_checked(usize::from(*length)) else { return };
        word.truncate(usize::from(head / WEIGHTS));
        word.extend_from_slice(tail);
        // What was cut is put together again, so that it is text.
        if let Ok(word) = std::str::from_utf8(&word) {
            visit(word, head % WEIGHTS);
        }
        rest = after;
    }
}

/// Words as they are gathered: all in one string, with where each stands.
#[derive(Default)]
struct Gathered {
    text: String,
    words: Vec<(usize, usize, Place)>,
    /// How many words the title has.
    title: usize,
}

impl Gathered {
    fn add(&mut self, place: Place, text: &str) {
        let (all, found) = (&mut self.text, &mut self.words);
        words(text, &mut |word| {
            if word.chars().count() >= LEAST {
                let start = all.len();
                all.push_str(word);
                found.push((start, all.len(), place));
            }
        });
    }

    fn title(&mut self, title: &str) {
        self.add(Place::Title, title);
        self.title = self.words.len();
    }

    fn blocks(&mut self, blocks: &[Block]) {
        walk::blocks(blocks, &mut |block| {
            let place = if matches!(block, Block::Heading(_)) { Place::Heading } else { Place::Text };
            for run in walk::own_runs(block).into_iter().filter(|run| !run.is_empty()) {
                self.add(place, &plain_text(run));
            }
            self.data(block);
        });
    }

    /// Adds what a block says that is no running text.
    fn data(&mut self, block: &Block) {
        match block {
            Block::Statistic(statistic) if statistic.sentence.is_empty() => {
                if let Some(fact) = &statistic.fact {
                    self.add(Place::Text, &fact.statement);
                }
            }
            Block::Contact(contact) => {
                if let Some(contact) = &contact.contact {
                    self.add(Place::Text, &contact.name);
                    self.add(Place::Text, &contact.phone);
                }
            }
            // People look for a document by its name.
            Block::Download(download) => self.add(Place::Summary, &download.label),
            Block::Film(film) => self.add(Place::Text, &film.title),
            Block::Video(video) => self.add(Place::Text, &video.title),
            Block::Code(code) => self.add(Place::Text, &code.text),
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Quote(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Break(_)
            | Block::Callout(_)
            | Block::Statistic(_)
            | Block::Steps(_)
            | Block::Action(_)
            | Block::Details(_)
            | Block::Address(_)
            | Block::KeyFacts(_)
            | Block::Timeline(_)
            | Block::Form(_)
            | Block::Formats(_)
            | Block::Row(_)
            | Block::Language(_)
            | Block::Included(_)
            | Block::RawHtml(_) => {}
        }
    }

    /// Returns the words sorted, each once: two bytes, of how much it begins as the one before, of its weight and of how many
    /// bytes follow; then these.
    fn kept(self) -> Vec<u8> {
        let Gathered { text, mut words, title } = self;
        let of = |&(start, end, _): &(usize, usize, Place)| text.get(start..end).unwrap_or_default();
        words.sort_unstable_by(|one, other| of(one).cmp(of(other)).then(one.2.cmp(&other.2)));
        let (mut kept, mut before) = (Vec::new(), "");
        for same in words.chunk_by(|one, other| of(one) == of(other)) {
            let Some(first) = same.first() else { continue };
            let often = same.iter().filter(|word| word.2 == Place::Text).count() >= OFTEN;
            let weight = match first.2 {
                Place::Title if title <= 2 => 7,
                Place::Title if title <= 4 => 6,
                Place::Title => 5,
                Place::Heading => 3 + u8::from(often),
                Place::Summary => 2 + u8::from(often),
                Place::Text => u8::from(often),
            };
            let word = of(first);
            let shared = word.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count().min(31);
            let tail = word.as_bytes().get(shared..).unwrap_or_default();
            let (head, length) = (u8::try_from(shared).unwrap_or(0) * WEIGHTS + weight, u8::try_from(tail.len()));
            if let Ok(length) = length {
                kept.extend([head, length]);
                kept.extend(tail);
                before = word;
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::{Gathered, Place, each};

    #[test]
    fn words_come_back_with_their_weight() {
        let mut gathered = Gathered::default();
        gathered.title("Report a crime");
        gathered.add(Place::Summary, "How to report what happened.");
        gathered.add(Place::Heading, "What happens next");
        gathered.add(Place::Text, "Call 101. We call you. Nobody calls nobody; nobody else. Skargę złóż.");
        let mut found = Vec::new();
        each(&gathered.kept(), &mut |word, weight| found.push(format!("{word} {weight}")));
        let all = "101 0, call 0, calls 0, crime 7, else 0, happened 2, happens 3, how 2, next 3, nobody 1, report 7, skarge 0, \
                   what 3, you 0, zloz 0";
        assert_eq!(found.join(", "), all);
    }

    #[test]
    fn damaged_words_end() {
        let mut found = 0;
        each(&[0, 9, b'a'], &mut |_, _| found += 1);
        each(&[8 * 31, 1, 0xFF, 0], &mut |_, _| found += 1);
        assert_eq!(found, 0);
    }
}

//! The words of a page as a reader meets them: each paragraph, item, cell or heading as one text with its words and
//! sentences, and the way back to the source. Other people's words (quotations, other languages) are left out.

use std::cell::OnceCell;
use std::ops::Range;

use super::chars::Chars;
use super::found::{Share, Written};
use super::split::{self, HOLE, Sign, Word};
use crate::diag::{FileId, Fix, Span};
use crate::model::{Block, Inline, Target, Text, phone};

/// What a passage is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, or the title of a box or a step.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The words of a list item.
    Item,
    /// A cell or a caption, a term, a line of an address.
    Label,
}

/// How words are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    /// They are not.
    No,
    /// To an email address or a telephone number.
    Contact,
    /// To a page, a file or another website.
    Page,
}

/// One run of text with its words and sentences.
pub struct Passage<'a> {
    /// What it is on its page.
    pub role: Role,
    /// The words, without marks.
    pub text: String,
    /// Every word, in order.
    pub words: Vec<Word>,
    /// Every sentence, as a range of words.
    pub sentences: Vec<Range<usize>>,
    /// The characters that stand in it.
    pub chars: Chars,
    lower: String,
    fragments: Vec<Fragment<'a>>,
    /// Every day with its month, once a rule has asked for them.
    pub(super) dates: OnceCell<Vec<Written>>,
    /// Every share of a whole, once a rule has asked for them.
    pub(super) shares: OnceCell<Vec<Share>>,
    numbers: OnceCell<Vec<Range<usize>>>,
}

/// A part of a passage's text.
struct Fragment<'a> {
    at: usize,
    span: Span,
    /// The words of the page; nothing where it is the letters of an abbreviation, or a hole.
    text: Option<&'a Text>,
    marks: Marks,
}

/// The marks that words stand in.
#[derive(Clone, Copy)]
struct Marks {
    linked: Linked,
    emphasis: bool,
}

/// Returns what a block's own words are on its page, given what they are for the blocks around it; nothing where they are
/// not the author's own English.
pub fn role(block: &Block, around: Role) -> Option<Role> {
    match block {
        // Another person's words, another language, and words that are checked on the page they come from.
        Block::Quote(_) | Block::Language(_) | Block::Included(_) => None,
        Block::Heading(_) | Block::Callout(_) | Block::Action(_) | Block::Details(_) | Block::Steps(_) => {
            Some(Role::Heading)
        }
        Block::Table(_)
        | Block::Figure(_)
        | Block::Address(_)
        | Block::Definitions(_)
        | Block::KeyFacts(_)
        | Block::Timeline(_)
        | Block::Form(_)
        | Block::Statistic(_) => Some(Role::Label),
        Block::Paragraph(_)
        | Block::List(_)
        | Block::Code(_)
        | Block::Break(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Video(_)
        | Block::Download(_)
        | Block::Formats(_)
        | Block::Row(_)
        | Block::RawHtml(_) => Some(around),
    }
}

impl<'a> Passage<'a> {
    /// Returns the passage of one run.
    pub fn read(run: &'a [Inline], role: Role) -> Passage<'a> {
        let mut passage = Passage {
            role,
            text: String::new(),
            words: Vec::new(),
            sentences: Vec::new(),
            chars: Chars::default(),
            lower: String::new(),
            fragments: Vec::new(),
            dates: OnceCell::new(),
            shares: OnceCell::new(),
            numbers: OnceCell::new(),
        };
        passage.push(run, Marks { linked: Linked::No, emphasis: false });
        passage.lower = passage.text.to_ascii_lowercase();
        passage.chars = Chars::of(&passage.text);
        passage.split();
        passage
    }

    fn push(&mut self, run: &'a [Inline], marks: Marks) {
        for inline in run {
            match inline {
                Inline::Text(text) if !text.is_filled() => self.push_fragment(&text.text, text.span, Some(text), marks),
                Inline::Abbreviation(used) => self.push_fragment(&used.short, used.span, None, marks),
                Inline::Emphasis(nested) => self.push(&nested.content, Marks { emphasis: true, ..marks }),
                Inline::Strong(nested) => self.push(&nested.content, marks),
                Inline::Link(link) => {
                    let contact = matches!(link.target, Target::Email(_) | Target::Phone(_) | Target::TextMessage(_));
                    let linked = if contact { Linked::Contact } else { Linked::Page };
                    self.push(&link.content, Marks { linked, ..marks });
                }
                Inline::LineBreak(_) => self.text.push('\n'),
                Inline::RawHtml(html) if html.text.starts_with("<br") => self.text.push('\n'),
                Inline::FootnoteMark(_) => {}
                // Struck-out words no longer hold; the rest are not the author's running words.
                Inline::Text(_)
                | Inline::Strikethrough(_)
                | Inline::Code(_)
                | Inline::Image(_)
                | Inline::Fact(_)
                | Inline::Contact(_)
                | Inline::Language(_)
                | Inline::RawHtml(_) => self.push_fragment(HOLE.encode_utf8(&mut [0; 4]), inline.span(), None, marks),
            }
        }
    }

    fn push_fragment(&mut self, words: &str, span: Span, text: Option<&'a Text>, marks: Marks) {
        self.fragments.push(Fragment { at: self.text.len(), span, text, marks });
        self.text.push_str(words);
    }

    /// Finds the words and the sentences.
    fn split(&mut self) {
        self.words = split::words(&self.text);
        self.sentences = split::sentences(&self.text, &mut self.words);
        let quotes = split::quoted(&self.text);
        // A paragraph that is all in emphasis speaks of nothing: it is a remark under a text.
        let plain = |fragment: &Fragment<'_>| !fragment.marks.emphasis;
        let whole = self.role == Role::Paragraph && !self.fragments.iter().any(plain);
        let emphasis = !whole && self.fragments.iter().any(|fragment| fragment.marks.emphasis);
        if quotes.is_empty() && !emphasis {
            return;
        }
        let mut quotes = quotes.iter().peekable();
        for i in 0..self.words.len() {
            let start = self.words[i].start;
            while quotes.peek().is_some_and(|range| range.end <= start) {
                quotes.next();
            }
            let inside = quotes.peek().is_some_and(|range| range.start < start);
            self.words[i].quoted =
                inside || (emphasis && self.fragment(start).is_some_and(|fragment| fragment.marks.emphasis));
        }
    }

    /// Returns whether the passage is running text: a paragraph's or an item's.
    pub fn is_prose(&self) -> bool {
        matches!(self.role, Role::Paragraph | Role::Item)
    }

    /// Returns the number of every word that has a sign.
    pub fn with(&self, sign: Sign) -> impl Iterator<Item = usize> {
        let words = if self.chars.any(sign.chars()) { self.words.as_slice() } else { &[] };
        words.iter().enumerate().filter(move |(_, word)| word.has(sign)).map(|(i, _)| i)
    }

    /// Returns the whole text in small letters, as far as they are in ASCII.
    pub fn lower_text(&self) -> &str {
        &self.lower
    }

    /// Returns every telephone number and other run of digits, as bytes of the text, looked for once.
    pub fn numbers(&self) -> &[Range<usize>] {
        let find = || if self.chars.any(Chars::DIGITS) { phone::numbers(&self.text) } else { Vec::new() };
        self.numbers.get_or_init(find)
    }

    /// Returns the number of the word that a byte of the text stands in, or else of the next; nothing after the last.
    pub fn word_at(&self, at: usize) -> Option<usize> {
        let i = self.words.partition_point(|word| word.end <= at);
        (i < self.words.len()).then_some(i)
    }

    /// Returns a word as it is written; nothing past the last.
    pub fn word(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |word| &self.text[word.start..word.end])
    }

    /// Returns a word in lower case; nothing past the last.
    pub fn lower(&self, i: usize) -> &str {
        self.words.get(i).map_or("", |word| &self.lower[word.start..word.end])
    }

    /// Returns the word before, in lower case, where only a space stands between.
    pub fn lower_before(&self, i: usize) -> &str {
        if i > 0 && self.gap(i - 1) == " " { self.lower(i - 1) } else { "" }
    }

    /// Returns the word after, in lower case, where only a space stands between.
    pub fn lower_after(&self, i: usize) -> &str {
        if self.gap(i) == " " { self.lower(i + 1) } else { "" }
    }

    /// Returns what stands between a word and the next, or the end.
    pub fn gap(&self, i: usize) -> &str {
        let end = self.words.get(i + 1).map_or(self.text.len(), |next| next.start);
        self.words.get(i).map_or("", |word| &self.text[word.end..end])
    }

    /// Returns what stands between the word before, or the start, and a word.
    pub fn gap_before(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.words[i - 1].end };
        &self.text[start..self.words[i].start]
    }

    /// Returns whether a word is the first of its sentence.
    pub fn starts_sentence(&self, i: usize) -> bool {
        i == 0 || self.words[i - 1].sentence != self.words[i].sentence
    }

    /// Returns whether a word looks like part of a name: it has a capital, and that is not because a sentence starts.
    pub fn name_like(&self, i: usize) -> bool {
        let capital = |i: usize| self.word(i).starts_with(|c: char| c.is_uppercase());
        let after = self.gap(i) == " " && capital(i + 1);
        capital(i) && (!self.starts_sentence(i) || after)
    }

    /// Returns whether a word starts what stands on a button or in a menu, as in "choose Click here": a page says it as it is.
    pub fn starts_label(&self, i: usize) -> bool {
        const BEFORE: &[&str] =
            &["select", "choose", "press", "tap", "pick", "button", "called", "labelled", "marked", "says"];
        let capital = self.word(i).starts_with(|c: char| c.is_uppercase());
        capital && !self.starts_sentence(i) && BEFORE.contains(&self.lower_before(i))
    }

    /// Returns whether words with only spaces between them, from `i`, are those given in lower case.
    pub fn phrase(&self, i: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(at, word)| self.lower(i + at) == *word && (at + 1 == words.len() || self.gap(i + at) == " "))
    }

    /// Returns the bytes of the text from one word to another, both included.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.words[first].start..self.words[last].end
    }

    /// Returns how the text at a byte is linked.
    pub fn linked(&self, at: usize) -> Linked {
        self.fragment(at).map_or(Linked::No, |fragment| fragment.marks.linked)
    }

    /// Returns where some bytes of the text stand in the author's file. Where their exact place is not known, it is that of the
    /// words around them.
    pub fn span(&self, range: Range<usize>) -> Span {
        let (Some(first), Some(last)) = (self.fragment(range.start), self.fragment(range.end.saturating_sub(1))) else {
            let any = self.fragments.iter().rfind(|fragment| fragment.at <= range.start).or(self.fragments.first());
            return any.map_or(Span::whole(FileId(0)), |fragment| fragment.span);
        };
        let start = first.place(range.start..range.start + 1);
        let end = last.place(range.end - 1..range.end);
        start.to(end)
    }

    /// Returns where some bytes of the text stand, if the file has just these bytes there: not where it has `&amp;` for `&`.
    fn exact(&self, range: Range<usize>) -> Option<Span> {
        let first = self.fragment(range.start)?;
        let last = self.fragment(range.end.checked_sub(1)?)?;
        let same = first.at == last.at;
        first.text.filter(|_| same)?.exact(range.start - first.at..range.end - first.at)
    }

    /// Returns a change of some bytes of the text that surely keeps the meaning, where their source is known exactly.
    pub fn fix(&self, range: Range<usize>, text: impl Into<String>) -> Option<Fix> {
        self.exact(range).map(|span| Fix { span, text: text.into(), safe: true })
    }

    /// Returns the fragment that a byte of the text comes from.
    fn fragment(&self, at: usize) -> Option<&Fragment<'a>> {
        // The last byte of a word may be inside its last character.
        let at = (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let fragment = &self.fragments[self.fragments.partition_point(|fragment| fragment.at <= at).checked_sub(1)?];
        // A line break is in no fragment: it is one character that follows one.
        (!self.text[at..].starts_with('\n')).then_some(fragment)
    }
}

impl Fragment<'_> {
    /// Returns where some bytes of the passage's text stand.
    fn place(&self, range: Range<usize>) -> Span {
        self.text.map_or(self.span, |text| text.place(range.start - self.at..range.end - self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn run(text: &str) -> [Inline; 1] {
        [Inline::Text(Text::written(text, Span::new(FileId(0), 0, text.len())))]
    }

    fn sentences(text: &str) -> Vec<String> {
        let run = run(text);
        let passage = Passage::read(&run, Role::Paragraph);
        let all = passage.sentences.iter();
        all.map(|words| passage.text[passage.range(words.start, words.end - 1)].to_string()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let cases: &[(&str, usize)] = &[
            ("We call you. You answer.", 2),
            ("Ask Mr. Smith, e.g. by phone. He knows.", 2),
            ("It costs 2.50 pounds at 5.30pm. Pay at www.example.org. Thank you.", 3),
            ("See No. 10. He said no. Others agreed.", 3),
            ("J. B. Priestley wrote \"Why?\" and left.", 1),
            ("\"Is it safe?\" Yes.", 2),
            ("Open (7 a.m. to 4 p.m.), Monday to Friday.", 1),
        ];
        for (text, count) in cases {
            assert_eq!(sentences(text).len(), *count, "{text}: {:?}", sentences(text));
        }
    }

    #[test]
    fn a_word_may_end_with_any_letter() {
        let run = run("Sit in the café");
        let cafe = Passage::read(&run, Role::Paragraph);
        let span = cafe.span(cafe.range(3, 3));
        assert_eq!((span.start, span.end), (11, 16));
        let file = FileId(0);
        let text = |text: &str, at: usize| Text::written(text, Span::new(file, at, at + text.len()));
        let run = [Inline::Text(text("See ", 0)), Inline::Code(text("x", 4)), Inline::Text(text(" or ", 7))];
        let run = [&run[..], &[Inline::Code(text("y", 11))]].concat();
        let passage = Passage::read(&run, Role::Paragraph);
        assert_eq!(passage.span(passage.range(0, 3)), Span::new(file, 0, 12));
        assert_eq!(passage.span(passage.range(1, 2)), Span::new(file, 4, 10));
    }

    #[test]
    fn words_spoken_of_are_quoted() {
        let run = run("Write \"use\", not 'utilise', in the panel's text.");
        let passage = Passage::read(&run, Role::Paragraph);
        let quoted: Vec<&str> =
            (0..passage.words.len()).filter(|i| passage.words[*i].quoted).map(|i| passage.word(i)).collect();
        assert_eq!(quoted, ["use", "utilise"]);
    }
}

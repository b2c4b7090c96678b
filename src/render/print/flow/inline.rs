//! Running text: every inline node into words with marks and into nodes of the structure tree.

use std::sync::Arc;

use super::composer::Composer;
use super::strip::{Measure, Strip};
use crate::diag::Span;
use crate::model::{Abbreviation, ContactUse, FactUse, Inline, Lang, Link, Target, phone, plain_text};
use crate::render::address;
use crate::render::manuscript::shown_address;
use crate::render::print::display::Destination;
use crate::render::print::running_text::{LinkUse, Mark, RunningText};
use crate::render::print::structure::{NodeId, Role};
use crate::render::print::ties::JOINER;
use crate::render::prose;
use crate::words::Said;

/// What holds at one place of running text: the node that the text belongs to, and the marks that are open around it.
#[derive(Clone)]
struct Runner {
    node: NodeId,
    bold: bool,
    struck: bool,
    lang: Option<Arc<str>>,
    link: Option<usize>,
    quiet: bool,
}

impl Composer<'_> {
    /// Returns inline nodes as running text, and adds their nodes of the structure tree under `node`. `bold` sets all of it
    /// in bold, as in a heading of a table.
    pub fn words(&mut self, node: NodeId, content: &[Inline], bold: bool) -> RunningText {
        let mut words = RunningText::default();
        let runner = Runner { node, bold, struck: false, lang: None, link: None, quiet: false };
        self.run(content, &runner, &mut words);
        words
    }

    /// Composes a heading.
    pub fn heading(
        &mut self,
        parent: NodeId,
        wanted: u8,
        content: &[Inline],
        measure: &Measure,
        gap: f32,
    ) -> Vec<Strip> {
        if plain_text(content).trim().is_empty() {
            return Vec::new();
        }
        let level = self.heading_level(wanted);
        let node = self.node(parent, Role::Heading(level), measure);
        let style = self.style.display(self.style.heading(wanted));
        let words = self.words(node, content, false);
        let title = plain_text(content);
        let mut strips = self.set(&words, measure, &style, gap);
        self.tree.attributes_mut(node).title = Some(title.clone());
        for strip in &mut strips {
            strip.keep = true;
        }
        if let Some(first) = strips.first_mut() {
            first.heading = Some((level, title));
        }
        strips
    }

    fn run(&mut self, content: &[Inline], runner: &Runner, words: &mut RunningText) {
        for inline in content {
            match inline {
                Inline::Text(text) | Inline::RawHtml(text) => self.say(&text.text, Some(text.span), runner, words),
                Inline::Code(text) => {
                    let node = self.tree.add(runner.node, Role::Code);
                    self.say(&text.text, Some(text.span), &Runner { node, ..runner.clone() }, words);
                }
                Inline::Emphasis(nested) => {
                    let node = self.tree.add(runner.node, Role::Emphasis);
                    self.run(&nested.content, &Runner { node, bold: true, ..runner.clone() }, words);
                }
                Inline::Strong(nested) => {
                    let node = self.tree.add(runner.node, Role::Strong);
                    self.run(&nested.content, &Runner { node, bold: true, ..runner.clone() }, words);
                }
                Inline::Strikethrough(nested) => {
                    let node = self.tree.add(runner.node, Role::Span);
                    self.run(&nested.content, &Runner { node, struck: true, ..runner.clone() }, words);
                }
                Inline::Language(foreign) => {
                    let node = self.tree.add(runner.node, Role::Span);
                    let lang: Arc<str> = Arc::from(foreign.lang.tag());
                    self.tree.attributes_mut(node).lang = Some(Arc::clone(&lang));
                    self.run(&foreign.content, &Runner { node, lang: Some(lang), ..runner.clone() }, words);
                }
                Inline::Link(link) => self.link(link, runner, words),
                Inline::Image(image) => {
                    if !image.decorative && !image.alt.is_empty() {
                        self.say(&format!("[{}]", image.alt), Some(image.span), runner, words);
                    }
                }
                Inline::Fact(fact) => self.fact(fact, runner, words),
                Inline::Contact(contact) => self.contact_use(contact, runner, words),
                Inline::Abbreviation(abbreviation) => self.abbreviation(abbreviation, runner, words),
                Inline::FootnoteMark(mark) => self.note_mark(mark.number, runner, words),
                Inline::LineBreak(_) => self.say("\n", None, runner, words),
            }
        }
    }

    fn say(&mut self, text: &str, span: Option<Span>, runner: &Runner, words: &mut RunningText) {
        let text = self.checked(text, span);
        let text = if text == "\n" { text } else { spaced(&text) };
        let leaf = self.tree.add(runner.node, Role::Content);
        let colour = match runner.link {
            Some(_) if !runner.quiet => Some(self.style.link),
            Some(_) | None => None,
        };
        let mark = Mark {
            leaf,
            bold: runner.bold,
            struck: runner.struck,
            colour,
            lang: runner.lang.clone(),
            link: runner.link,
        };
        words.push(&text, mark);
    }

    fn link(&mut self, link: &Link, runner: &Runner, words: &mut RunningText) {
        let said = plain_text(&link.content);
        let Some(to) = self.destination(&link.target) else {
            return self.run(&link.content, runner, words);
        };
        let quiet = matches!(link.target, Target::Phone(_) | Target::TextMessage(_));
        let inner = self.open_link(to.clone(), &said, runner, words, quiet);
        self.run(&link.content, &inner, words);
        match &link.target {
            Target::Web(address) => {
                let shown = shown_address(address);
                if shown != shown_address(&said) {
                    self.say(&format!(" ({shown})"), None, &inner, words);
                }
            }
            // Somebody with paper in hand needs the number or the address itself.
            Target::Phone(written) | Target::Email(written) | Target::TextMessage(written)
                if self.references.is_some() =>
            {
                let (written, _) = phone::texted(written);
                let plain = |text: &str| text.replace([' ', '\u{a0}'], "").to_lowercase();
                if !plain(&said).contains(&plain(written)) {
                    self.say(&format!(" ({written})"), None, &inner, words);
                }
            }
            Target::Page { .. } | Target::Asset(_) | Target::Route(_) => self.lead(link, &said, &to, runner, words),
            Target::Phone(_) | Target::TextMessage(_) | Target::Email(_) | Target::Broken(_) | Target::Unread(_) => {}
        }
    }

    /// Says after a link where it leads on paper: on which page of the document, or to which entry of the list of where to
    /// read more.
    fn lead(&mut self, link: &Link, said: &str, to: &Destination, runner: &Runner, words: &mut RunningText) {
        if let Destination::Anchor(anchor) = to {
            if self.references.is_some() {
                self.say(" ", None, runner, words);
                let leaf = self.tree.add(runner.node, Role::Content);
                self.page_of(anchor, leaf, runner.bold, words);
            }
            return;
        }
        if let (true, Destination::Uri(uri)) = (self.spells_links, to) {
            let shown = format!(" ({})", shown_address(uri));
            return self.say(&shown, None, runner, words);
        }
        let Some((mark, anchor)) = self.further(&link.target, said) else { return };
        let node = self.tree.add(runner.node, Role::Reference);
        let runner = Runner { node, link: None, ..runner.clone() };
        let inner = self.open_link(Destination::Anchor(anchor), &mark, &runner, words, true);
        self.say(&format!("\u{a0}{JOINER}[{mark}]"), None, &inner, words);
    }

    fn open_link(
        &mut self,
        to: Destination,
        said: &str,
        runner: &Runner,
        words: &mut RunningText,
        quiet: bool,
    ) -> Runner {
        let node = self.tree.add(runner.node, Role::Link);
        words.links.push(LinkUse { node, to, words: Arc::from(said), underlined: !quiet });
        let bold = runner.bold || quiet;
        Runner { node, link: Some(words.links.len() - 1), quiet, bold, ..runner.clone() }
    }

    /// Returns where a link in the PDF leads: a web address, or a named place of the same document. Returns `None` where the
    /// target is on no page and on no host, such as a page that is not on the web.
    pub fn destination(&self, target: &Target) -> Option<Destination> {
        let base = &self.shared.about.base_url;
        let uri = match target {
            Target::Page { page, heading } => {
                let to = page.outline.as_ref()?;
                if let (Some(heading), true) = (heading, self.here == to.route) {
                    return Some(Destination::Anchor(Arc::from(heading.as_str())));
                }
                let fragment = heading.as_ref().map(|id| format!("#{id}")).unwrap_or_default();
                format!("{base}{}{fragment}", address::encoded(&to.route))
            }
            Target::Asset(asset) => format!("{base}/{}", address::encoded(&asset.outline.as_ref()?.path)),
            Target::Route(route) => format!("{base}{}", address::with_place(route)),
            Target::Web(address) => address.clone(),
            Target::Email(address) => format!("mailto:{address}"),
            Target::Phone(number) => format!("tel:{}", prose::dial(number)),
            Target::TextMessage(number) => prose::text_address(number),
            Target::Broken(_) | Target::Unread(_) => return None,
        };
        Some(Destination::Uri(Arc::from(percent_encoded(&uri))))
    }

    fn fact(&mut self, fact: &FactUse, runner: &Runner, words: &mut RunningText) {
        let shown = fact.shown.as_ref().filter(|_| fact.text.is_empty());
        let inner = self.runner_of(shown, runner);
        self.say(fact.words(), Some(fact.span), &inner, words);
        self.note_mark(fact.number, runner, words);
    }

    fn contact_use(&mut self, contact: &ContactUse, runner: &Runner, words: &mut RunningText) {
        let (text, target) = (contact.words(), contact.target());
        let inner = match target.and_then(|target| self.destination(target)) {
            Some(to) if runner.link.is_none() => {
                let quiet = matches!(target, Some(Target::Phone(_)));
                self.open_link(to, text, runner, words, quiet)
            }
            Some(_) | None => runner.clone(),
        };
        let detail = contact.detail.as_ref().filter(|_| contact.text.is_empty());
        let inner = self.runner_of(detail.map(|detail| &detail.words), &inner);
        self.say(text, Some(contact.span), &inner, words);
    }

    /// Adds words of ours or of a store to running text under `node`, marked where they are not in the document's language.
    pub fn worded(&mut self, node: NodeId, said: &Said, words: &mut RunningText) {
        let runner = Runner { node, bold: false, struck: false, lang: None, link: None, quiet: false };
        let runner = self.runner_of(Some(said), &runner);
        self.say(&said.text, None, &runner, words);
    }

    /// Returns the runner for words from a store: the same one, or one with the words' language where it is another than that
    /// of the text around them.
    fn runner_of(&mut self, said: Option<&Said>, runner: &Runner) -> Runner {
        let around = runner.lang.as_deref().and_then(Lang::parse);
        let foreign = |said: &&Said| !said.lang.is_same_language(around.as_ref().unwrap_or(&self.lang));
        let Some(said) = said.filter(foreign) else { return runner.clone() };
        let lang: Arc<str> = Arc::from(said.lang.tag());
        let node = self.tree.add(runner.node, Role::Span);
        self.tree.attributes_mut(node).lang = Some(Arc::clone(&lang));
        Runner { node, lang: Some(lang), ..runner.clone() }
    }

    fn abbreviation(&mut self, abbreviation: &Abbreviation, runner: &Runner, words: &mut RunningText) {
        let text = if abbreviation.expand && !abbreviation.full.is_empty() {
            format!("{} ({})", abbreviation.full, abbreviation.short)
        } else {
            abbreviation.short.clone()
        };
        let runner = self.runner_of(Some(&abbreviation.full), runner);
        self.say(&text, Some(abbreviation.span), &runner, words);
    }

    /// Writes the mark that leads to a note or a source; none inside a link, and none where there is no list.
    fn note_mark(&mut self, number: Option<usize>, runner: &Runner, words: &mut RunningText) {
        let Some(number) = number.filter(|_| self.marks && runner.link.is_none()) else { return };
        let reference = self.tree.add(runner.node, Role::Reference);
        let to = Destination::Anchor(note_anchor(number));
        let runner = Runner { node: reference, ..runner.clone() };
        let inner = self.open_link(
            to,
            &self.wording.say(&self.wording.sentences.note, &[("number", number.into())]),
            &runner,
            words,
            true,
        );
        self.say(&format!("{JOINER}[{number}]"), None, &inner, words);
    }
}

/// Returns text with plain spaces for every other kind that may end a line, and without what has no shape.
fn spaced(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{a0}' | '\u{202f}' => Some('\u{a0}'),
        '\u{ad}' | '\u{feff}' => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// Returns the name of the place where a note stands, such as `note-3`.
pub fn note_anchor(number: usize) -> Arc<str> {
    Arc::from(format!("note-{number}"))
}

/// Returns an address in the characters that a PDF's URI may hold. Source: ISO 32000-1:2008, 12.6.4.7; RFC 3986, 2.
pub fn percent_encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        let plain =
            byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}');
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;
    use crate::render::manuscript::shown_address;

    #[test]
    fn addresses_are_typed_without_their_scheme() {
        assert_eq!(shown_address("https://www.gov.uk/a/"), "www.gov.uk/a");
        assert_eq!(percent_encoded("https://pcc.example/ŵ a?b=%20"), "https://pcc.example/%C5%B5%20a?b=%20");
    }
}

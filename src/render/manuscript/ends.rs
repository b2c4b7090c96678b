//! What a document must say after its words: whom to call, where drawn figures come from, how to ask for another form.

use super::offered::Offered;
use super::whole::Manuscript;
use crate::model::phone::dialled;
use crate::model::{Block, Contact, ContactField, EndNote, Fact, Inline, walk};
use crate::words::{Said, Wording};

/// Whom readers are told of at the end, because the words themselves do not say all of it.
pub struct Called<'a> {
    /// These contacts, whole.
    pub whole: Vec<&'a Contact>,
    /// Whether the publisher's number stands nowhere with what its callers should know.
    pub note: bool,
}

impl<'a> Manuscript<'a> {
    /// Returns whom the end must tell of: the publisher where the words have no contact at all, and everybody whose number
    /// stands in them without the textphone or the note that belongs to it.
    pub fn called(&self, organisation: &'a Contact) -> Called<'a> {
        let publisher = dialled(&organisation.phone);
        let contacts = self.contacts();
        let any = !contacts.is_empty() || self.asks_in_rows;
        let own = self.asks_in_rows
            || contacts.iter().any(|(_, contact)| contact.is_some_and(|it| dialled(&it.phone) == publisher));
        let mut whole: Vec<&Contact> = if any { Vec::new() } else { vec![organisation] };
        whole.extend(self.rung(&contacts).into_iter().filter(|contact| dialled(&contact.phone) != publisher));
        Called { whole, note: any && !own }
    }

    /// Returns the contacts that the words show whole, by name.
    fn contacts(&self) -> Vec<(&'a str, Option<&'a Contact>)> {
        let mut found = Vec::new();
        for blocks in &self.blocks {
            walk::blocks(blocks, &mut |block| {
                if let Block::Contact(block) = block {
                    found.push((block.key.as_str(), block.contact.as_deref()));
                }
            });
        }
        found
    }

    /// Returns the contacts whose numbers stand in the text, and nowhere with the textphone or the note that they have.
    fn rung(&self, whole: &[(&str, Option<&Contact>)]) -> Vec<&'a Contact> {
        let mut rung: Vec<&Contact> = Vec::new();
        for blocks in &self.blocks {
            walk::inlines(blocks, &mut |inline| {
                if let Inline::Contact(used) = inline
                    && used.field == Ok(ContactField::Phone)
                    && let Some(contact) = used.detail.as_deref().map(|detail| &*detail.contact)
                    && !(contact.textphone.is_empty() && contact.note.is_empty())
                    && !rung.iter().any(|known| known.key == contact.key)
                {
                    rung.push(contact);
                }
            });
        }
        rung.retain(|contact| !whole.iter().any(|(key, _)| *key == contact.key));
        rung
    }

    /// Returns the facts that are drawn and whose sources have no number, each once, in order.
    pub fn drawn(&self) -> Vec<&'a Fact> {
        let numbered = |fact: &Fact| {
            let same = |end: &EndNote<'_>| matches!(end, EndNote::Source(source) if source.fact.key == fact.key);
            self.end_notes.iter().any(same)
        };
        let mut drawn: Vec<&Fact> = Vec::new();
        for blocks in &self.blocks {
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

    /// Returns what stands over the list of notes and sources; nothing where there are none.
    pub fn notes_heading<'w>(&self, words: &'w Wording) -> Option<&'w Said> {
        let listed = |wanted: fn(&EndNote<'_>) -> bool| self.end_notes.iter().any(wanted);
        let footnotes = listed(|end| matches!(end, EndNote::Note(_)));
        let sources = listed(|end| matches!(end, EndNote::Source(_))) || !self.drawn().is_empty();
        match (footnotes, sources) {
            (false, false) => None,
            (true, false) => Some(&words.print.notes),
            (false, true) => Some(&words.print.sources),
            (true, true) => Some(&words.print.notes_and_sources),
        }
    }

    /// Returns whether the words say themselves how to ask for other formats.
    pub fn says_formats(&self) -> bool {
        let mut found = self.asks_in_rows;
        for blocks in &self.blocks {
            walk::blocks(blocks, &mut |block| found |= matches!(block, Block::Formats(_)));
        }
        found
    }
}

/// Returns where figures come from, a line for each source.
pub fn source_lines(facts: &[&Fact], wording: &Wording) -> Vec<String> {
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

/// Returns how to ask a publisher for the forms that something does not come in, as a sentence; nothing where there is no way to
/// ask.
pub fn asked(organisation: &Contact, offered: Offered, wording: &Wording) -> Option<Said> {
    let (ways, forms) = (ways(organisation, wording)?, offered.others(wording));
    Some(wording.say(&wording.sentences.print_ask, &[("forms", (&forms).into()), ("ways", (&ways).into())]))
}

/// Returns how to ask a publisher, as a part of a sentence, such as `call 01234 567890 or email office@a.example`; nothing where
/// there is no way to ask.
pub fn ways(organisation: &Contact, wording: &Wording) -> Option<String> {
    let mut ways = Vec::new();
    if !organisation.phone.is_empty() {
        let textphone = match organisation.textphone.as_str() {
            "" => String::new(),
            number => format!(" ({} {number})", wording.print.textphone),
        };
        let call = wording.say(&wording.sentences.print_call, &[("phone", (&organisation.phone).into())]);
        ways.push(format!("{call}{textphone}"));
    }
    if !organisation.email.is_empty() {
        let email = wording.say(&wording.sentences.print_email, &[("email", (&organisation.email).into())]);
        ways.push(email.to_string());
    }
    if !organisation.address.is_empty() {
        let address = postal_line(&organisation.address);
        let write = wording.say(&wording.sentences.print_write, &[("address", (&address).into())]);
        ways.push(write.to_string());
    }
    let ways: Vec<&str> = ways.iter().map(String::as_str).collect();
    (!ways.is_empty()).then(|| wording.figures().or(&ways))
}

/// Returns a postal address as running text; none of its lines is broken, so a house number keeps its street.
pub fn postal_line(lines: &[String]) -> String {
    lines.iter().map(|line| line.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(", ")
}

/// Returns an address as readers type it: without its scheme and without a slash at its end.
pub fn shown_address(address: &str) -> &str {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    bare.strip_suffix('/').unwrap_or(bare)
}

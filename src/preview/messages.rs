//! What the preview says itself: its messages in the language of the site, and how they stand in HTML. The words are in
//! `locales/`. Findings are written in English, whatever the site's language is.

use std::sync::Arc;

use handbill::diag::Severity;
use handbill::words::{Arg, Direction, Lang, Phrase, Preview, Said, Wording, Wordings};

use super::markup::escaped;

/// The preview's messages in one language.
pub struct Messages {
    wording: Arc<Wording>,
    /// Each message.
    pub of: Preview,
}

impl Messages {
    /// Looks the messages up in the words of a language.
    pub fn new(wording: Arc<Wording>) -> Messages {
        Messages { of: wording.preview(), wording }
    }

    /// Returns the messages in English, for a site that could not be read yet.
    pub fn english() -> Messages {
        Messages::new(Arc::clone(Wordings::built_in().english()))
    }

    /// Returns the attributes of an element whose words are these messages, such as `lang="cy" dir="ltr"`.
    pub fn attributes(&self) -> String {
        let lang = &self.wording.lang;
        format!("lang=\"{}\" dir=\"{}\"", escaped(lang.tag()), lang.direction().name())
    }

    /// Returns the direction in which the messages are written.
    pub fn direction(&self) -> Direction {
        self.wording.lang.direction()
    }

    /// Returns words as HTML, marked with their language where that is another than that of the messages.
    pub fn html(&self, said: &Said) -> String {
        self.in_language(&said.lang, &escaped(said))
    }

    /// Returns HTML of a finding, which is English.
    pub fn finding(&self, html: &str) -> String {
        self.in_language(&Lang::default(), html)
    }

    fn in_language(&self, lang: &Lang, html: &str) -> String {
        match self.foreign(lang) {
            Some(attributes) => format!("<span{attributes}>{html}</span>"),
            None => html.to_string(),
        }
    }

    /// Returns the attributes of an element that has English words in it, with a space before; empty where all is English.
    pub fn finding_attributes(&self) -> String {
        self.foreign(&Lang::default()).unwrap_or_default()
    }

    /// Returns the attributes that an element with these words needs, with a space before; empty where it needs none.
    pub fn said_attributes(&self, said: &Said) -> String {
        self.foreign(&said.lang).unwrap_or_default()
    }

    /// Returns the attributes of words of a language; nothing where all messages are in it.
    fn foreign(&self, lang: &Lang) -> Option<String> {
        let is_foreign = !lang.is_same_language(&self.wording.lang);
        is_foreign.then(|| {
            let turned = lang.direction() != self.direction();
            let dir = if turned { format!(" dir=\"{}\"", lang.direction().name()) } else { String::new() };
            format!(" lang=\"{}\"{dir}", escaped(lang.tag()))
        })
    }

    /// Returns what the script says, as attributes: `data-gone="…"`, and `data-gone-lang="en"` where that is in another
    /// language than the other messages. `findings` is how many findings the page has.
    pub fn script(&self, findings: &Said) -> String {
        let of = &self.of;
        let with = |phrase| self.wording.say(phrase, &[("findings", findings.into())]);
        let (updated_with_findings, findings_updated) = (with(&of.updated_with_findings), with(&of.findings_updated));
        let all = [
            ("updated", &of.updated),
            ("updated-with-findings", &updated_with_findings),
            ("findings-updated", &findings_updated),
            ("gone", &of.gone),
            ("stopped", &of.stopped),
            ("copied", &of.copied),
            ("not-copied", &of.not_copied),
            ("show", &of.show),
            ("marks", &of.marks),
        ];
        let attribute = |(name, said): &(&str, &Said)| {
            let is_foreign = !said.lang.is_same_language(&self.wording.lang);
            let lang = if is_foreign { format!(" data-{name}-lang=\"{}\"", said.lang) } else { String::new() };
            format!(" data-{name}=\"{}\"{lang}", escaped(said))
        };
        all.iter().map(attribute).collect()
    }

    /// Returns what a level is called.
    pub fn level(&self, severity: Severity) -> &Said {
        match severity {
            Severity::Error => &self.of.error,
            Severity::Warning => &self.of.warning,
            Severity::Info => &self.of.note,
        }
    }

    /// Returns what one finding of a page is called there, such as `Error 1`.
    pub fn numbered(&self, severity: Severity, number: usize) -> Said {
        self.wording.say(&self.of.numbered, &[("level", self.level(severity).into()), ("number", number.into())])
    }

    /// Returns how many findings there are, such as `1 finding`.
    pub fn findings(&self, number: usize) -> Said {
        self.counted(&self.of.findings, number)
    }

    /// Returns how many findings a page has and how many of them stop publication: the panel's heading.
    pub fn on_this_page(&self, number: usize, errors: usize) -> Said {
        self.stopping((&self.of.on_this_page, &self.of.on_this_page_stops), number, errors)
    }

    /// Returns how many findings there are elsewhere, and how many of them stop publication.
    pub fn elsewhere(&self, number: usize, errors: usize) -> Said {
        self.stopping((&self.of.elsewhere, &self.of.elsewhere_stops), number, errors)
    }

    fn stopping(&self, (phrase, stops): (&Phrase, &Phrase), number: usize, errors: usize) -> Said {
        match errors {
            0 => self.counted(phrase, number),
            _ => self.wording.say(stops, &[("count", number.into()), ("errors", errors.into())]),
        }
    }

    /// Returns how many findings there are at each level that has some, such as `2 errors` and `1 warning`.
    pub fn tally(&self, errors: usize, warnings: usize, notes: usize) -> Vec<Said> {
        let parts = [(&self.of.errors, errors), (&self.of.warnings, warnings), (&self.of.notes, notes)];
        let parts = parts.into_iter().filter(|(_, number)| *number > 0);
        parts.map(|(phrase, number)| self.counted(phrase, number)).collect()
    }

    fn counted(&self, phrase: &Phrase, number: usize) -> Said {
        self.wording.say(phrase, &[("count", number.into())])
    }

    /// Returns how many of all findings are shown.
    pub fn shown(&self, number: usize, all: usize) -> Said {
        self.wording.say(&self.of.shown, &[("shown", number.into()), ("all", all.into())])
    }

    /// Returns where a finding stands in its file.
    pub fn place(&self, line: usize, column: usize) -> Said {
        let (line, column) = (line.to_string(), column.to_string());
        self.wording.say(&self.of.place, &[("line", (&line).into()), ("column", (&column).into())])
    }

    /// Returns the name of a picture of one side of a leaflet, from 1.
    pub fn side(&self, number: usize) -> Said {
        self.wording.say(&self.of.room_side, &[("number", number.into())])
    }

    /// Returns where a finding stands, with its file.
    pub fn place_in_file(&self, file: &str, line: usize, column: usize) -> Said {
        let (file, line, column) = (self.path(file), line.to_string(), column.to_string());
        let parts: [(&str, Arg<'_>); 3] =
            [("file", (&file).into()), ("line", (&line).into()), ("column", (&column).into())];
        self.wording.say(&self.of.place_in_file, &parts)
    }

    /// Returns the words before what stands at another place.
    pub fn see(&self, file: &str, line: usize) -> Said {
        let (file, line) = (self.path(file), line.to_string());
        self.wording.say(&self.of.see, &[("file", (&file).into()), ("line", (&line).into())])
    }

    /// Returns a path as it is put into a message. In a language that is written from right to left it is isolated, so that its
    /// parts stay in order.
    fn path(&self, path: &str) -> String {
        match self.direction() {
            Direction::Ltr => path.to_string(),
            // First strong isolate and pop directional isolate. Source: Unicode Standard Annex 9, 2.7.
            Direction::Rtl => format!("\u{2068}{path}\u{2069}"),
        }
    }

    /// Returns what a page says at an address that has none, and the words of its link to the home page.
    pub fn no_page(&self) -> (&Said, &Said) {
        (&self.wording.web.not_found, &self.wording.web.go_home)
    }
}

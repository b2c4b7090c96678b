//! XML as it is written: every word goes through here, and every element that is opened is closed.

/// An XML document, or a part of one.
#[derive(Debug, Default)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

/// What stands first in a file. Source: XML 1.0, 2.8.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

impl Xml {
    /// Returns a file without elements.
    pub fn file() -> Xml {
        Xml { out: DECLARATION.to_string(), open: Vec::new() }
    }

    /// Opens an element.
    pub fn start(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Xml {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
        self
    }

    /// Closes the element that was opened last.
    pub fn end(&mut self) -> &mut Xml {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// Writes an element that holds nothing.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> &mut Xml {
        self.tag(name, attributes);
        self.out.push_str("/>");
        self
    }

    /// Writes an element that holds words alone.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) -> &mut Xml {
        self.start(name, attributes).text(words).end()
    }

    /// Writes words.
    pub fn text(&mut self, words: &str) -> &mut Xml {
        escape(words, &mut self.out);
        self
    }

    /// Writes a line end between elements, for people who look into the file.
    pub fn line(&mut self) -> &mut Xml {
        self.out.push('\n');
        self
    }

    /// Writes a part that was written apart from the rest.
    pub fn append(&mut self, part: Xml) -> &mut Xml {
        self.out.push_str(&part.done());
        self
    }

    /// Returns what was written; what is open still is closed.
    pub fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Adds words, escaped for text and for attributes. Characters that XML forbids are left out. Source: XML 1.0, 2.2.
fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn words_are_words_and_elements_are_closed() {
        let mut xml = Xml::default();
        xml.start("p", &[("title", "\"A&E\" <now>")]).text("1 < 2\u{0}\u{b}").empty("br", &[]).start("b", &[]);
        let expected = "<p title=\"&quot;A&amp;E&quot; &lt;now&gt;\">1 &lt; 2<br/><b></b></p>";
        assert_eq!(xml.done(), expected);
    }
}

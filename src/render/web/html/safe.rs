//! HTML that may be put into a page as it is. There are two ways to it and no third: the writer, which escapes every word
//! that it writes, and [`Html`], which takes markup from this program's own text alone and escapes the rest.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use tera::Value;

use crate::diag::Span;
use crate::model::Lang;
use crate::render::web::{escape, words};
use crate::words::Said;

/// HTML in which every word is escaped. Templates put it in as it is; all else they escape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml {
    html: String,
    /// Which bytes come from which place of an author's file. A range comes before the ranges inside it.
    spans: Vec<(Range<usize>, Span)>,
}

impl SafeHtml {
    /// Returns what the writer has written as safe. Only the writer may call this: it has escaped every word.
    pub(super) fn written(html: String, spans: Vec<(Range<usize>, Span)>) -> SafeHtml {
        SafeHtml { html, spans }
    }

    /// Returns attributes that mark words of one language among words of another, with a space before, such as ` lang="cy"`;
    /// empty where the two are the same.
    pub fn mark(lang: &str, around: &str) -> SafeHtml {
        SafeHtml { html: words::mark(lang, around), spans: Vec::new() }
    }

    /// Returns words of this program, marked where those around them are in another language.
    pub fn said(said: &Said, around: &Lang) -> SafeHtml {
        SafeHtml { html: words::html(said, around), spans: Vec::new() }
    }

    /// Returns words of this program with HTML in the place of [`words::STAND_IN`].
    pub fn said_with(said: &Said, around: &Lang, put_in: &SafeHtml) -> SafeHtml {
        let html = words::html_with(said, around, (words::STAND_IN, &put_in.html));
        SafeHtml { html, spans: Vec::new() }
    }

    /// Returns data for programs, which browsers do not run: no character of it can end the element that it stands in.
    /// Source: HTML, 4.12.1.3 (what scripts may hold).
    pub fn data(type_of: &'static str, data: &serde_json::Value) -> SafeHtml {
        let data = data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        SafeHtml { html: format!("<script type=\"{type_of}\">{data}</script>"), spans: Vec::new() }
    }

    /// Returns the HTML.
    pub fn as_str(&self) -> &str {
        &self.html
    }

    /// Returns which bytes come from which place of an author's file.
    pub fn spans(&self) -> &[(Range<usize>, Span)] {
        &self.spans
    }

    /// Returns whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// Returns this with other HTML after it.
    pub fn then(mut self, other: &SafeHtml) -> SafeHtml {
        let by = self.html.len();
        self.html.push_str(&other.html);
        self.spans.extend(other.spans.iter().map(|(range, span)| (range.start + by..range.end + by, *span)));
        self
    }
}

impl Serialize for SafeHtml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The template engine keeps what it is told of its own values, here that this one is safe.
        Value::safe_string(&self.html).serialize(serializer)
    }
}

impl JsonSchema for SafeHtml {
    fn schema_name() -> Cow<'static, str> {
        "SafeHtml".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// HTML that is put together from markup of this program and from words.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// Returns HTML to be put together, empty so far.
    pub fn new() -> Html {
        Html::default()
    }

    /// Adds markup. It must stand in this program's source word for word, so that nothing an author wrote can be part of it.
    pub fn markup(&mut self, markup: &'static str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Adds words, escaped for text and for attributes.
    pub fn words(&mut self, words: &str) -> &mut Html {
        escape::text(words, &mut self.0);
        self
    }

    /// Adds HTML that is safe already.
    pub fn html(&mut self, html: &SafeHtml) -> &mut Html {
        self.0.push_str(&html.html);
        self
    }

    /// Returns what was put together, and starts again.
    pub fn done(&mut self) -> SafeHtml {
        SafeHtml { html: std::mem::take(&mut self.0), spans: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::{Html, SafeHtml};

    #[test]
    fn a_template_escapes_all_but_safe_html() {
        let mut html = Html::new();
        let html = html.markup("<b title=\"").words("a \"b\"").markup("\">").words("<i>").markup("</b>").done();
        let mut context = Context::new();
        context.insert("words", "<i>");
        context.insert("html", std::slice::from_ref(&html));
        let mut tera = Tera::new();
        tera.add_raw_template("a.html", "{{ words }} {{ html[0] }}").expect("a template");
        let filled = tera.render("a.html", &context).expect("a page");
        assert_eq!(filled, "&lt;i&gt; <b title=\"a &quot;b&quot;\">&lt;i&gt;</b>");
        let marked = SafeHtml::mark("cy", "en").then(&html);
        assert!(marked.as_str().starts_with(" lang=\"cy\"<b"), "{marked:?}");
    }
}

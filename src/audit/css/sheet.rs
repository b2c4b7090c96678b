//! A style sheet to rules: selectors, declarations and the media queries that they stand in.

use std::sync::Arc;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserInput, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};
use selectors::parser::{SelectorList, SelectorParseErrorKind};

use super::selector::{self, Selectors};

/// One declaration, such as `color: red`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The property in lower case; a custom one as it is written.
    pub property: Arc<str>,
    /// The value without `!important`.
    pub value: Arc<str>,
    /// Whether it has `!important`.
    pub important: bool,
}

/// A rule with its declarations.
#[derive(Clone, Debug)]
pub struct StyleRule {
    /// What it is for.
    pub selectors: SelectorList<Selectors>,
    /// What it says.
    pub declarations: Vec<Declaration>,
    /// The media queries that it stands in, from the outside in.
    pub media: Vec<Arc<str>>,
    /// Its layer among those of the sheet; what stands in none wins over all.
    pub layer: u32,
}

/// A layer that is none.
pub const NO_LAYER: u32 = u32::MAX;

/// A style sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its rules in order.
    pub rules: Vec<StyleRule>,
    /// What it brings in, with the media queries for that.
    pub imports: Vec<(String, String)>,
    /// The names of its layers; one without a name is a layer of its own.
    pub layers: Vec<String>,
}

/// How deep rules may stand in rules. Deeper ones are left out.
const DEEPEST: usize = 32;

/// Reads a style sheet as browsers do: what is wrong in it is left out.
pub fn parse(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    if is_too_deep(text) {
        return sheet;
    }
    let mut input = ParserInput::new(text);
    let mut input = Parser::new(&mut input);
    let mut reader = Reader::new(&mut sheet, 0);
    for rule in StyleSheetParser::new(&mut input, &mut reader) {
        let _ = rule;
    }
    sheet
}

/// Reads the declarations of a `style` attribute.
pub fn declarations(text: &str) -> Vec<Declaration> {
    let mut sheet = Sheet::default();
    let text = if is_too_deep(text) { "" } else { text };
    let mut input = ParserInput::new(text);
    let mut input = Parser::new(&mut input);
    let mut reader = Reader::new(&mut sheet, DEEPEST);
    for item in RuleBodyParser::new(&mut input, &mut reader) {
        let _ = item;
    }
    reader.own
}

/// The most brackets in each other.
const MOST_BRACKETS: usize = 128;

/// Returns whether brackets stand so deep in each other that reading them takes more room than there is.
fn is_too_deep(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'(' | b'[' | b'{' => open += 1,
            b')' | b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MOST_BRACKETS
    })
}

struct Reader<'a> {
    sheet: &'a mut Sheet,
    media: Vec<Arc<str>>,
    layer: u32,
    /// The selectors of the rules around, from the outside in.
    parents: Vec<SelectorList<Selectors>>,
    depth: usize,
    /// The declarations of the rule that is being read.
    own: Vec<Declaration>,
}

type Wrong<'i> = ParseError<'i, SelectorParseErrorKind<'i>>;

/// An at-rule before its block.
enum Around {
    Media(String),
    Layer(Vec<String>),
    Import(String, String),
    Within,
    Skipped,
}

fn rest<'i>(input: &mut Parser<'i, '_>) -> &'i str {
    let start = input.position();
    while input.next().is_ok() {}
    input.slice_from(start)
}

impl<'a> Reader<'a> {
    /// Returns a reader that adds to a sheet, as deep in rules as it is said.
    fn new(sheet: &'a mut Sheet, depth: usize) -> Reader<'a> {
        Reader { sheet, media: Vec::new(), layer: NO_LAYER, parents: Vec::new(), depth, own: Vec::new() }
    }
}

impl Reader<'_> {
    fn layer_of(&mut self, name: &str) -> u32 {
        let at = self.sheet.layers.iter().position(|layer| !name.is_empty() && layer == name).unwrap_or_else(|| {
            self.sheet.layers.push(name.to_string());
            self.sheet.layers.len() - 1
        });
        u32::try_from(at).unwrap_or(NO_LAYER)
    }

    /// Reads what stands in a block: rules, and where a rule is around, declarations too.
    fn body<'i>(&mut self, input: &mut Parser<'i, '_>) {
        if self.depth >= DEEPEST {
            return;
        }
        self.depth += 1;
        if self.parents.is_empty() {
            for rule in StyleSheetParser::new(input, self) {
                let _ = rule;
            }
        } else {
            let around = std::mem::take(&mut self.own);
            // The rule stands before those in it, which come later and so win.
            let at = self.sheet.rules.len();
            for item in RuleBodyParser::new(input, self) {
                let _ = item;
            }
            let declarations = std::mem::replace(&mut self.own, around);
            if let Some(selectors) = self.parents.last().filter(|_| !declarations.is_empty()) {
                let rule = StyleRule {
                    selectors: selectors.clone(),
                    declarations,
                    media: self.media.clone(),
                    layer: self.layer,
                };
                let at = at.min(self.sheet.rules.len());
                if at == self.sheet.rules.len() {
                    self.sheet.rules.push(rule);
                } else {
                    self.sheet.rules.insert(at, rule);
                }
            }
        }
        self.depth -= 1;
    }
}

impl<'i> QualifiedRuleParser<'i> for Reader<'_> {
    type Prelude = SelectorList<Selectors>;
    type QualifiedRule = ();
    type Error = SelectorParseErrorKind<'i>;

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<SelectorList<Selectors>, Wrong<'i>> {
        let list = selector::parse(input, !self.parents.is_empty())?;
        Ok(match self.parents.last() {
            Some(parent) => list.replace_parent_selector(parent),
            None => list,
        })
    }

    fn parse_block<'t>(
        &mut self,
        selectors: SelectorList<Selectors>,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<(), Wrong<'i>> {
        self.parents.push(selectors);
        self.body(input);
        self.parents.pop();
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Reader<'_> {
    type Prelude = Around;
    type AtRule = ();
    type Error = SelectorParseErrorKind<'i>;

    fn parse_prelude<'t>(&mut self, name: CowRcStr<'i>, input: &mut Parser<'i, 't>) -> Result<Around, Wrong<'i>> {
        Ok(match name.to_ascii_lowercase().as_str() {
            "media" => Around::Media(rest(input).trim().to_string()),
            "layer" => Around::Layer(rest(input).split(',').map(|name| name.trim().to_string()).collect()),
            "import" => {
                let address = input.expect_url_or_string()?.to_string();
                Around::Import(address, rest(input).trim().to_string())
            }
            "supports" => {
                // Browsers of today know nearly all that a sheet asks about; what it does without is for old ones.
                let condition = rest(input).trim_start();
                if condition.starts_with("not") { Around::Skipped } else { Around::Within }
            }
            _ => {
                rest(input);
                Around::Skipped
            }
        })
    }

    fn rule_without_block(&mut self, around: Around, _start: &ParserState) -> Result<(), ()> {
        match around {
            Around::Layer(names) => {
                for name in names {
                    self.layer_of(&name);
                }
            }
            Around::Import(address, media) => self.sheet.imports.push((address, media)),
            Around::Media(_) | Around::Within | Around::Skipped => {}
        }
        Ok(())
    }

    fn parse_block<'t>(
        &mut self,
        around: Around,
        _start: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<(), Wrong<'i>> {
        match around {
            Around::Media(query) => {
                self.media.push(Arc::from(query));
                self.body(input);
                self.media.pop();
            }
            Around::Layer(names) => {
                let before = self.layer;
                self.layer = self.layer_of(names.first().map_or("", String::as_str));
                self.body(input);
                self.layer = before;
            }
            Around::Within => self.body(input),
            Around::Import(..) | Around::Skipped => {
                rest(input);
            }
        }
        Ok(())
    }
}

impl<'i> DeclarationParser<'i> for Reader<'_> {
    type Declaration = ();
    type Error = SelectorParseErrorKind<'i>;

    fn parse_value<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
        _start: &ParserState,
    ) -> Result<(), Wrong<'i>> {
        let value = rest(input).trim();
        let (value, important) = match value.rfind('!') {
            Some(at) if value[at + 1..].trim().eq_ignore_ascii_case("important") => (value[..at].trim_end(), true),
            _ => (value, false),
        };
        if !is_asked_for(&name) {
            return Ok(());
        }
        let property = if name.starts_with("--") { name.to_string() } else { name.to_ascii_lowercase() };
        let value = without_comments(value);
        self.own.push(Declaration { property: Arc::from(property), value: Arc::from(value.as_str()), important });
        Ok(())
    }
}

fn without_comments(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

impl<'i> RuleBodyItemParser<'i, (), SelectorParseErrorKind<'i>> for Reader<'_> {
    fn parse_declarations(&self) -> bool {
        true
    }

    fn parse_qualified(&self) -> bool {
        self.depth < DEEPEST
    }
}

/// The properties that anything here asks for; the others are not kept.
const ASKED_FOR: &[&str] = &[
    "-webkit-background-clip",
    "-webkit-text-fill-color",
    "animation",
    "animation-name",
    "appearance",
    "backdrop-filter",
    "background",
    "background-clip",
    "background-color",
    "background-image",
    "border",
    "border-bottom",
    "border-color",
    "border-style",
    "border-width",
    "bottom",
    "box-shadow",
    "clip",
    "clip-path",
    "color",
    "color-scheme",
    "content",
    "content-visibility",
    "cursor",
    "display",
    "filter",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "inset-inline-start",
    "left",
    "letter-spacing",
    "line-height",
    "margin-left",
    "margin-top",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "mix-blend-mode",
    "opacity",
    "outline",
    "outline-color",
    "outline-style",
    "outline-width",
    "overflow",
    "overflow-x",
    "overflow-y",
    "padding",
    "position",
    "right",
    "rotate",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-shadow",
    "text-transform",
    "top",
    "transform",
    "visibility",
    "white-space",
    "width",
    "word-spacing",
];

fn is_asked_for(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with("--") || ASKED_FOR.binary_search(&lower.as_str()).is_ok()
}

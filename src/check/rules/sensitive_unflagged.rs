//! Pages about abuse that have no way off the site.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Fix, Severity, Span};
use crate::model::plain_text;

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A082",
        name: "sensitive-unflagged",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("sensitive_unflagged.md"),
    },
    look: Look::Body(look),
};

/// What a reader may be in danger for reading about. Source: GOV.UK Design System, exit a page quickly.
const TOPICS: &[&str] = &[
    "domestic abuse",
    "domestic violence",
    "sexual assault",
    "sexual abuse",
    "sexual violence",
    "rape",
    "raped",
    "child abuse",
    "child sexual exploitation",
    "stalking",
    "stalker",
    "coercive control",
    "human trafficking",
    "people trafficking",
    "modern slavery",
    "fgm",
    "female genital mutilation",
    "forced marriage",
    "honour-based abuse",
    "honour-based violence",
    "cam-drin domestig",
    "trais domestig",
    "cam-drin rhywiol",
    "trais rhywiol",
];

/// Finds the few texts that may name a topic.
static NAMED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let search = AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(TOPICS);
    search.expect("a short list of words can be searched for")
});

/// How often the text alone must speak of it.
const OFTEN: usize = 3;

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page.filter(|page| !page.meta.sensitive) else { return };
    let mut named: Option<(&str, Span)> = topic(&page.meta.title).map(|topic| (topic, page.key_span("title")));
    named = named.or_else(|| topic(&page.meta.summary).map(|topic| (topic, page.key_span("summary"))));
    for heading in body.headings() {
        named = named.or_else(|| topic(&plain_text(&heading.content)).map(|topic| (topic, heading.span)));
    }
    if named.is_none() {
        let mut count = 0;
        let mut first = None;
        for run in body.runs() {
            if let Some(topic) = topic(&run.words) {
                count += 1;
                let span = run.inlines.first().map_or(page.meta.span, |inline| inline.span());
                first = first.or(Some((topic, span)));
            }
        }
        named = first.filter(|_| count >= OFTEN);
    }
    let Some((topic, span)) = named else { return };
    let message = format!("this page is about `{topic}`, and is not marked as sensitive");
    let help = "add a line `sensitive: true` to the front matter, so that the page has its way off the site";
    let mut finding = report.finding(span, message, help);
    let end = Span { start: page.meta.span.end, ..page.meta.span };
    finding.fix = Some(Fix { span: end, text: "sensitive: true\n".to_string(), safe: false });
    report.push(finding);
}

/// Returns the topic that words name, as whole words.
fn topic(words: &str) -> Option<&'static str> {
    if !NAMED.is_match(words) {
        return None;
    }
    // A rural page may speak of crops and of game.
    let lower = words.to_lowercase().replace("oilseed rape", "").replace("deer stalking", "");
    let mut starts = true;
    for (at, c) in lower.char_indices() {
        let named = |topic: &&&str| {
            let rest = lower[at..].strip_prefix(**topic);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        if starts && let Some(topic) = TOPICS.iter().find(named) {
            return Some(topic);
        }
        starts = !c.is_alphanumeric();
    }
    None
}

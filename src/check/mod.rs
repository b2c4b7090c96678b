//! Rules: what would shut a reader out, found in the model. One rule is one file and its page, and one line in
//! [`RULES`](rules::RULES).

mod allow;
mod beside;
mod body;
mod chars;
mod copies;
mod dates;
mod dictionary;
mod figures;
pub mod fix;
mod found;
mod harmful;
mod homophones;
mod known;
mod lexicon;
mod national;
mod particulars;
mod phrases;
mod postcode;
mod raw;
mod rows;
pub mod rules;
mod sink;
mod split;
mod statement;
mod summary;
mod text;
mod weekdays;

use std::sync::LazyLock;

use crate::config::Config;
use crate::diag::{Diagnostic, FindingKind, Sources, Span, fault};
use crate::model::Site;

use lexicon::Lexicon;

pub use allow::{accepts, is_in_force, unaccepted, unused};
pub use body::{Body, Run, words};
pub use chars::Chars;
pub use known::{Elsewhere, Known, Subject};
pub use particulars::{Particular, ParticularKind, particulars, sentences};
pub use phrases::Phrase;
pub use sink::Sink;
pub use split::Sign;
pub use summary::{PageCount, ReadingAge, ReadingAges, RuleCount, Summary};
pub use text::{Linked, Passage, Role};

/// One rule.
pub struct Rule {
    /// Its code, name, level and page.
    pub kind: FindingKind,
    /// How it looks.
    pub look: Look,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Look {
    /// One page or leaflet at a time.
    Body(fn(&Body<'_>, &Known<'_>, &mut Sink<'_>)),
    /// Each of these words, in lower case, wherever it stands in the author's own English: its passage and its number.
    Words(&'static [&'static str], fn(&Passage, usize, &mut Sink<'_>)),
    /// Each of these phrases, wherever the author's own English uses it: its passage and its first word's number.
    Phrases(&'static [Phrase], fn(&Passage, usize, &Phrase, &mut Sink<'_>)),
    /// The whole site at once.
    Site(fn(&Site, &mut Sink<'_>)),
}

/// The words that rules wait for.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(rules::RULES));

/// Rules whose findings can begin without any change of the sources, because time passes.
const TIMED: &[&str] = &[
    "review-due",
    "review-overdue",
    "fact-review-due",
    "deadline-passed",
    "future-passed",
    "consent-ending",
    "picture-ending",
    "story-on-copies",
    "waiver-expired",
    "weekday-unlikely",
];

/// Rules that can report what an author did not do: words were left out of the page because they belong to a page that is not
/// published, and the rest looks wrong. So a heading may follow one two levels above it.
const ROUND_A_GAP: &[&str] =
    &["heading-skip", "table-header-missing", "table-cell-empty", "list-one-item", "waiver-unused"];

/// Returns every kind of finding that checking can make, by code.
pub fn kinds() -> Vec<&'static FindingKind> {
    rules::RULES.iter().map(|rule| &rule.kind).chain(allow::KINDS.iter().copied()).collect()
}

/// Runs every rule that is not off and looks at one page or leaflet.
pub fn one(subject: Subject<'_>, known: &Known<'_>, config: &Config, sources: &Sources) -> Vec<Diagnostic> {
    if config.checks.all_off() {
        return Vec::new();
    }
    let body = match subject {
        Subject::Page(page) => Body::of_page(page, sources),
        Subject::Leaflet(leaflet) => Body::of_leaflet(leaflet, sources),
    };
    look(&body, known, config, sources)
}

/// Runs every rule that is not off and looks at the whole site.
pub fn whole(site: &Site, config: &Config, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if config.checks.all_off() {
        return found;
    }
    for rule in rules::RULES {
        if let Look::Site(look) = rule.look {
            let mut own = Vec::new();
            let done = fault::caught(|| look(site, &mut Sink::new(&rule.kind, config, sources, &mut own)));
            if let Err(why) = done {
                own.push(fault::fault(Span::whole(sources.settings()), "check this", &why));
            }
            found.append(&mut own);
        }
    }
    found
}

/// Drops what authors accept, adds what is wrong with that, and marks what the clock or a gap alone can have made.
///
/// `later` are kinds of finding that others make, and that authors accept likewise.
pub fn judged(
    site: &Site,
    config: &Config,
    sources: &Sources,
    later: &[&'static FindingKind],
    found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    if config.checks.all_off() {
        return Vec::new();
    }
    let mut found = allow::apply(site, config, (sources, later), found);
    for finding in &mut found {
        let name = finding.kind.name;
        finding.timed |= TIMED.contains(&name);
        finding.timed |= site.gaps.contains(&finding.span.file) && ROUND_A_GAP.contains(&name);
    }
    found
}

/// Runs every rule that looks at one page or leaflet, or at the words of one.
fn look(body: &Body<'_>, known: &Known<'_>, config: &Config, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut off = Vec::with_capacity(rules::RULES.len());
    for rule in rules::RULES {
        let mut report = Sink::new(&rule.kind, config, sources, &mut found);
        off.push(report.is_off(body.file));
        if let Look::Body(look) = rule.look
            && !report.is_off(body.file)
        {
            look(body, known, &mut report);
        }
    }
    for passage in body.english() {
        for i in 0..passage.words.len() {
            for awaited in LEXICON.of(passage.lower(i)).iter().filter(|awaited| !off[awaited.rule]) {
                let kind = &rules::RULES[awaited.rule].kind;
                awaited.look(passage, i, &mut Sink::new(kind, config, sources, &mut found));
            }
        }
    }
    found
}

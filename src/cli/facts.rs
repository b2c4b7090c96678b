//! `handbill facts`: every stored figure, where it comes from, and where it is used.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use handbill::diag::{Severity, Span, nearest};
use handbill::model::{Date, Fact, FactPlace, Lang, ShownOn, Site, fact_places};
use handbill::pipeline::{Carrier, Reading, carriers};
use handbill::render::Subject;
use serde::Serialize;

use super::columns::{counted, wrapped};
use super::terminal::{self, Terminal};
use super::{ListFormat, ShownArgs, SiteArgs};

/// List every figure of facts.yaml: its source, its review, and where it is used
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill facts                  every figure
  handbill facts rj-satisfied     one of them
  handbill facts --format json    for other programs")]
pub struct Facts {
    /// The fact's name in facts.yaml
    #[arg(value_name = "KEY")]
    key: Option<String>,
    /// How the facts are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// One fact, as it is shown. The shape of the JSON is fixed: keys are added, never renamed.
#[derive(Serialize)]
struct Entry<'a> {
    key: &'a str,
    display: &'a str,
    statement: &'a str,
    source: Source<'a>,
    base: &'a str,
    place: &'a str,
    period: &'a str,
    checked: Option<String>,
    review: Option<String>,
    overdue: bool,
    file: &'a str,
    line: usize,
    uses: Vec<Use<'a>>,
    /// Every published file that shows it.
    files: Vec<CarriedBy<'a>>,
    #[serde(skip)]
    fact: &'a Fact,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    publisher: &'a str,
    series: &'a str,
    url: &'a str,
    date: &'a str,
}

/// A published file that shows a fact.
#[derive(Serialize)]
struct CarriedBy<'a> {
    format: &'static str,
    path: &'a str,
}

/// One place where a fact is used.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Use<'a> {
    file: &'a str,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaflet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brought_in: Option<SourceLine<'a>>,
}

/// A line of a source file.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct SourceLine<'a> {
    file: &'a str,
    line: usize,
}

impl Facts {
    /// Prints the list and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, reading) = match self.site.read(&terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        let site = &site;
        if let Some(key) = self.key.as_ref().filter(|key| !site.facts.contains_key(*key)) {
            let near = nearest(key, site.facts.keys().map(String::as_str)).map_or_else(
                || "`handbill facts` lists every fact".to_string(),
                |near| format!("did you mean `{near}`?"),
            );
            return terminal::cannot(&format!("there is no fact `{key}`; {near}"));
        }
        let carriers = match carriers(site) {
            Ok(carriers) => carriers,
            Err(error) => return terminal::cannot(&error),
        };
        let entries = entries(site, &reading, &carriers, self.key.as_deref());
        terminal::out(&match self.format.unwrap_or_else(terminal::list_format) {
            ListFormat::Text => text(&entries, site) + &closing(&entries, &self.shown),
            ListFormat::Plain => plain(&entries, site) + &closing(&entries, &self.shown),
            ListFormat::Json => json(&entries),
        });
        // A page that cannot be read may use a fact that then seems unused.
        let unread = |kind: &str, level| level == Severity::Error && kind.starts_with('C');
        let errors = reading.diagnostics.iter().filter(|found| unread(found.kind.code, found.severity)).count();
        if errors > 0 && !self.shown.quiet {
            let errors = counted(errors, "error");
            terminal::aside(&format!(
                "{errors} in the site may keep something off this list; `handbill check` shows them"
            ));
        }
        ExitCode::SUCCESS
    }
}

/// Returns the facts by name, those that nothing uses last.
fn entries<'a>(site: &'a Site, reading: &'a Reading, carriers: &'a [Carrier], only: Option<&str>) -> Vec<Entry<'a>> {
    let places = fact_places(site);
    let wanted = site.facts.values().filter(|fact| only.is_none_or(|key| key == fact.key));
    let mut entries: Vec<Entry<'a>> = wanted
        .map(|fact| {
            let places = places.get(fact.key.as_str()).map_or(&[][..], Vec::as_slice);
            let mut uses: Vec<Use<'a>> = places.iter().map(|place| shown_use(place, site, reading)).collect();
            uses.sort();
            uses.dedup();
            entry(fact, uses, carried(places, carriers), site, reading)
        })
        .collect();
    entries.sort_by_key(|entry| entry.uses.is_empty());
    entries
}

/// Returns the files that show a fact, given where it is used.
fn carried<'a>(places: &[FactPlace], carriers: &'a [Carrier]) -> Vec<CarriedBy<'a>> {
    let subject = |place: &FactPlace| match place.on {
        ShownOn::Page(id) => Subject::Page(id),
        ShownOn::Leaflet(id) => Subject::Leaflet(id),
    };
    let shown: Vec<Subject> = places.iter().map(subject).collect();
    let files = carriers.iter().filter(|carrier| carrier.holds.iter().any(|held| shown.contains(held)));
    files.map(|carrier| CarriedBy { format: carrier.format, path: &carrier.path }).collect()
}

fn entry<'a>(
    fact: &'a Fact,
    uses: Vec<Use<'a>>,
    files: Vec<CarriedBy<'a>>,
    site: &Site,
    reading: &'a Reading,
) -> Entry<'a> {
    let SourceLine { file, line } = place(fact.span, reading);
    let source = &fact.source;
    Entry {
        key: &fact.key,
        display: &fact.display,
        statement: &fact.statement,
        source: Source {
            title: &source.title,
            publisher: &source.publisher,
            series: &source.series,
            url: &source.url,
            date: &source.date,
        },
        base: &fact.base,
        place: &fact.place,
        period: &fact.period,
        checked: fact.checked.map(|day| day.to_string()),
        review: fact.review.map(|day| day.to_string()),
        overdue: fact.review.is_some_and(|day| day < site.today()),
        file,
        line,
        uses,
        files,
        fact,
    }
}

fn place(span: Span, reading: &Reading) -> SourceLine<'_> {
    let source = reading.sources.get(span.file);
    SourceLine { file: &source.path, line: source.position(span.start).line }
}

fn shown_use<'a>(used: &FactPlace, site: &'a Site, reading: &'a Reading) -> Use<'a> {
    let SourceLine { file, line } = place(used.span, reading);
    let (page, leaflet) = match used.on {
        ShownOn::Page(id) => (Some(site.page(id).route.as_str()), None),
        ShownOn::Leaflet(id) => (None, Some(site.leaflet(id).reference.as_str())),
    };
    Use { file, line, leaflet, page, brought_in: used.brought_in.map(|span| place(span, reading)) }
}

impl Use<'_> {
    /// Returns what shows the words, such as `leaflet RJ-01, brought in at print/rj.md:44`.
    fn on(&self) -> String {
        let on = match (self.page, self.leaflet) {
            (Some(page), _) => format!("page {page}"),
            (None, Some(leaflet)) => format!("leaflet {leaflet}"),
            (None, None) => String::new(),
        };
        match &self.brought_in {
            Some(at) => format!("{on}, brought in at {}:{}", at.file, at.line),
            None => on,
        }
    }
}

/// Returns the source with the rest of what a reader needs to trust the figure.
fn source(entry: &Entry<'_>, lang: &Lang) -> String {
    let (note, period) = (entry.fact.source_note(lang), entry.period);
    let parts = [note.as_str(), period, entry.source.url];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// One fact a paragraph, for people at a terminal.
fn text(entries: &[Entry<'_>], site: &Site) -> String {
    let mut out = String::new();
    for entry in entries {
        out.push_str(&wrapped("", &format!("{}: {}", entry.key, entry.display)));
        out.push_str(&wrapped("  ", entry.statement));
        out.push_str(&wrapped("  Source: ", &source(entry, &site.about.language)));
        let day = |day: Date| day.in_words(&site.about.language);
        let checked = entry.fact.checked.map_or("Never checked.".to_string(), |on| format!("Checked on {}.", day(on)));
        let mark = if entry.overdue { ": OVERDUE" } else { "" };
        let due = |on| format!("Review due on {}{mark}.", day(on));
        let review = entry.fact.review.map_or("No review is set.".to_string(), due);
        out.push_str(&wrapped("  ", &format!("{checked} {review}")));
        if entry.uses.is_empty() {
            out.push_str("  Unused.\n");
        } else {
            let _ = writeln!(out, "  Used in {}:", counted(entry.uses.len(), "place"));
            for used in &entry.uses {
                out.push_str(&wrapped("    ", &format!("{}:{}, {}", used.file, used.line, used.on())));
            }
            let _ = writeln!(out, "  Shown by {}:", counted(entry.files.len(), "published file"));
            for CarriedBy { format, path } in &entry.files {
                out.push_str(&wrapped("    ", &format!("{format}: {path}")));
            }
        }
        out.push('\n');
    }
    out
}

/// One line a fact, then a line for each thing about it: for pipes and screen readers.
fn plain(entries: &[Entry<'_>], site: &Site) -> String {
    let mut out = String::new();
    for entry in entries {
        let _ = writeln!(out, "{}: {}", entry.key, entry.display);
        let _ = writeln!(out, "  statement: {}", entry.statement);
        let _ = writeln!(out, "  source: {}", source(entry, &site.about.language));
        let _ = writeln!(out, "  checked: {}", entry.checked.as_deref().unwrap_or("never"));
        let overdue = if entry.overdue { " (overdue)" } else { "" };
        let _ = writeln!(out, "  review: {}{overdue}", entry.review.as_deref().unwrap_or("never"));
        for used in &entry.uses {
            let _ = writeln!(out, "  used: {}:{}: {}", used.file, used.line, used.on());
        }
        for CarriedBy { format, path } in &entry.files {
            let _ = writeln!(out, "  shown by: {path}: {format}");
        }
        if entry.uses.is_empty() {
            out.push_str("  unused\n");
        }
    }
    out
}

fn closing(entries: &[Entry<'_>], shown: &ShownArgs) -> String {
    let overdue = entries.iter().filter(|entry| entry.overdue).count();
    let unused = entries.iter().filter(|entry| entry.uses.is_empty()).count();
    let facts = counted(entries.len(), "fact");
    if shown.quiet { String::new() } else { format!("{facts}, {overdue} overdue, {unused} unused\n") }
}

fn json(entries: &[Entry<'_>]) -> String {
    serde_json::to_string_pretty(entries).map_or_else(|_| String::new(), |text| text + "\n")
}

//! `handbill changes`: what changes for the public between an earlier output and this site.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use handbill::compare::{Change, How, MARK, Marked, Report, marked, said, sheet};
use handbill::content::files::Disk;
use handbill::diag::Severity;
use handbill::pipeline::Options;
use handbill::pipeline::public::{self, Changed, Earlier};

use super::columns::{counted, wrapped};
use super::terminal::{self, Terminal};
use super::{ListFormat, ShownArgs, SiteArgs, written_over};

/// Say what changes for the public between an earlier output and this site, in words that a manager signs
///
/// It makes the site in memory, writes nothing of it, and reads both sides sentence by sentence. First come deadlines,
/// contacts, dates and figures that change; then pages that are new, gone or moved, leaflets to print again with who has
/// copies, other words, and what changes next by itself. Another theme or other file names are no change.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill changes --since public                        what the next build changes
  handbill changes --since public --html changes.html    also as a sheet to print and sign
  handbill changes --since last.json --format json       since a build with `--summary last.json`
  handbill changes --since public --at 2027-04-01        as the site will be then")]
pub struct Changes {
    /// The earlier output folder, or what `handbill build --summary` wrote
    #[arg(long, value_name = "DIR")]
    since: PathBuf,
    /// Write a sheet to sign too, as one file of HTML
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// How the changes are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

impl Changes {
    /// Prints the changes and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let earlier = match Earlier::read(&self.since) {
            Ok(earlier) => earlier,
            Err(why) => return terminal::cannot(&why),
        };
        let files = Disk::new(&self.site.root);
        let changes = |options: &Options<'_>| public::changes(&files, &earlier, options);
        let Changed { reading, report } = match self.site.with(&[], &terminal, changes) {
            Ok(changed) => changed,
            Err(error) => return terminal::cannot(&error),
        };
        let Some(report) = report else {
            let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
            let tally = counted(errors, "error");
            terminal::aside(&format!(
                "the site has {tally}, so a build publishes nothing; `handbill check` shows them"
            ));
            return ExitCode::from(1);
        };
        if let Some(path) = &self.html
            && let Err(why) = written_over(path, MARK, &sheet(&report))
        {
            return terminal::cannot(&why);
        }
        match self.format.unwrap_or_else(terminal::list_format) {
            ListFormat::Json => match serde_json::to_string_pretty(&report) {
                Ok(json) => terminal::out(&format!("{json}\n")),
                Err(error) => return terminal::cannot(&error),
            },
            ListFormat::Plain => terminal::out(&plain(&report)),
            ListFormat::Text => terminal.coloured(&text(&report)),
        }
        if let Some(path) = self.html.as_ref().filter(|_| self.format != Some(ListFormat::Json)) {
            terminal.line(format!("Sheet to sign: {}", path.display()));
        }
        ExitCode::SUCCESS
    }
}

/// Returns the report for people at a terminal. What differs within a sentence stands between the terminal's marks.
fn text(report: &Report) -> String {
    let mut out = format!("{}\n", strong(&format!("What changes for the public: {}", report.site)));
    out += &wrapped("", &said::compared(report));
    if report.nothing {
        out += &format!("\n{}\n", said::NOTHING);
    }
    let totals = said::totals(report);
    if !totals.is_empty() {
        out.push('\n');
    }
    totals.iter().for_each(|line| out += &wrapped("- ", line));
    let (weighty, words) = report.changes.split_at(report.weighty());
    let mut number = 0;
    for (title, changes) in [(said::parts::WEIGHTY, weighty), (said::parts::WORDS, words)] {
        if title == said::parts::WORDS {
            lines(&mut out, said::parts::PAGES, &said::page_lines(report));
            leaflets(&mut out, report);
        }
        if !changes.is_empty() {
            heading(&mut out, title);
        }
        for (head, changes) in said::groups(changes) {
            number += 1;
            out += &wrapped(&format!("{number}. "), &strong(&head));
            for change in changes {
                entry(&mut out, change, &head);
                out += &wrapped("   On:  ", &said::on(change, report));
            }
        }
    }
    lines(&mut out, said::parts::DOCUMENTS, &said::document_lines(report));
    lines(&mut out, said::parts::ADDRESSES, &report.redirects.iter().map(said::redirect).collect::<Vec<_>>());
    match &report.next {
        None => out += "\nNothing will change by itself.\n",
        Some(next) => {
            let title = format!("{}: on {}", said::parts::NEXT, said::moment(&next.at));
            let then: Vec<String> = next.then.iter().flat_map(|then| said::next_lines(then)).collect();
            lines(&mut out, &title, &then);
        }
    }
    out
}

/// Adds one change under its head: its words before and after.
fn entry(out: &mut String, change: &Change, head: &str) {
    if let Some(own) = said::own_head(change, head) {
        *out += &wrapped("   ", &own);
    }
    if let Some(what) = said::besides(change) {
        *out += &wrapped("   ", &what);
    }
    if change.how == How::Changed {
        let (then, now) = marked(&change.then, &change.now);
        *out += &wrapped("   Was: ", &pieces(&then));
        *out += &wrapped("   Is:  ", &pieces(&now));
        return;
    }
    for (name, words) in said::lines(change) {
        *out += &wrapped(&format!("   {name}: "), &words);
    }
}

fn pieces(pieces: &Marked) -> String {
    pieces.iter().map(|(is_other, words)| if *is_other { strong(words) } else { words.clone() }).collect()
}

/// Returns words between the marks of what a terminal shows in colour.
fn strong(words: &str) -> String {
    format!("{}{words}{}", terminal::STRONG, terminal::PLAIN)
}

fn heading(out: &mut String, title: &str) {
    *out += &format!("\n{}\n", strong(title));
}

fn lines(out: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    heading(out, title);
    lines.iter().for_each(|line| *out += &wrapped("- ", line));
}

fn leaflets(out: &mut String, report: &Report) {
    if report.leaflets.is_empty() {
        return;
    }
    heading(out, said::parts::LEAFLETS);
    for leaflet in &report.leaflets {
        *out += &wrapped("- ", &strong(&said::leaflet(leaflet)));
        *out += &wrapped("   ", &said::leaflet_how(leaflet));
        said::heads(&leaflet.changes).iter().for_each(|head| *out += &wrapped("   ", head));
        for change in leaflet.changes.iter().filter(|change| change.particulars.is_empty()) {
            entry(out, change, "");
        }
        *out += &wrapped("   ", &said::copies(leaflet));
        leaflet.holders.iter().for_each(|held| *out += &wrapped("     ", &said::held(held)));
    }
}

/// Returns the report a line for each change, for pipes and screen readers.
fn plain(report: &Report) -> String {
    if report.nothing {
        return format!("{}\n{}", said::NOTHING, next(report));
    }
    let line = |change: &Change| {
        let words = said::lines(change).into_iter().map(|(name, words)| format!("{name}: {words}"));
        let head = [Some(said::head(change)), said::besides(change)].into_iter().flatten();
        head.chain(words).collect::<Vec<_>>().join(" | ")
    };
    let mut out = String::new();
    for change in &report.changes {
        out += &format!("{} | On: {}\n", line(change), said::on(change, report));
    }
    for said in said::page_lines(report) {
        out += &format!("{said}\n");
    }
    for leaflet in &report.leaflets {
        let name = said::leaflet(leaflet);
        out += &format!("Leaflet {name} | {} | {}\n", said::leaflet_how(leaflet), said::copies(leaflet));
        leaflet.changes.iter().for_each(|change| out += &format!("Leaflet {name} | {}\n", line(change)));
        leaflet.holders.iter().for_each(|held| out += &format!("Leaflet {name} | {}\n", said::held(held)));
    }
    let redirects = report.redirects.iter().map(said::redirect);
    said::document_lines(report).into_iter().chain(redirects).for_each(|said| out += &format!("{said}\n"));
    out + &next(report)
}

/// Returns what changes next by itself, a line for each thing.
fn next(report: &Report) -> String {
    let Some(next) = &report.next else { return "Nothing will change by itself.\n".to_string() };
    let at = said::moment(&next.at);
    let then = next.then.iter().flat_map(|then| said::next_lines(then));
    then.map(|line| format!("By itself on {at} | {line}\n")).collect()
}

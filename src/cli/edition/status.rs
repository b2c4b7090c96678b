//! `handbill edition status`.

use std::process::ExitCode;

use clap::Args;
use handbill::model::{Changed, Issue, Other, changes};
use serde::Serialize;

use super::{ListFormat, ShownArgs, SiteArgs, Terminal, read, terminal};
use crate::cli::columns::{counted, wrapped};

/// List the editions that are out, who has them, and what has changed since: exit status 1 if anything has
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill edition status
  handbill edition status RJ-01            one leaflet in all its languages
  handbill edition status --format json    for other programs")]
pub struct StatusArgs {
    /// Only the editions of this leaflet
    #[arg(value_name = "REFERENCE")]
    reference: Option<String>,
    /// How the editions are shown [default: text on a terminal, plain on a pipe]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<ListFormat>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// One edition that is out, as it is shown. The shape of the JSON is fixed: keys are added, never renamed.
#[derive(Serialize)]
struct Entry<'a> {
    reference: &'a str,
    language: &'a str,
    /// The format of the copies; empty for the sheet itself.
    form: &'a str,
    edition: u32,
    issued: String,
    to: &'a str,
    copies: u32,
    changed: Vec<String>,
    details: Vec<Detail>,
}

/// A detail of a fact or contact that is not as the copies have it.
#[derive(Serialize)]
struct Detail {
    /// `fact` or `contact`.
    of: &'static str,
    /// The fact's or contact's name.
    key: String,
    /// The detail's name.
    detail: String,
    /// What the copies say; empty where they say nothing.
    then: String,
    /// What is so now; empty where there is nothing.
    now: String,
}

impl StatusArgs {
    /// Lists them and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, _) = match read(&self.site, &terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        let all = changes(&site);
        let wanted = |issue: &Issue| self.reference.as_ref().is_none_or(|only| *only == issue.reference);
        let entries: Vec<Entry<'_>> =
            all.iter().filter(|(issue, _)| wanted(issue)).map(|(issue, changed)| entry(issue, changed)).collect();
        let changed = entries.iter().filter(|entry| !entry.changed.is_empty()).count();
        terminal::out(&match self.format.unwrap_or_else(terminal::list_format) {
            ListFormat::Json => {
                serde_json::to_string_pretty(&entries).map_or_else(|_| String::new(), |text| text + "\n")
            }
            ListFormat::Text | ListFormat::Plain => {
                let closing = format!("{}, {changed} changed since\n", counted(entries.len(), "issue"));
                listed(&entries) + if self.shown.quiet { "" } else { &closing }
            }
        });
        if changed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}

fn entry<'a>(issue: &'a Issue, changed: &[Changed]) -> Entry<'a> {
    Entry {
        reference: &issue.reference,
        language: issue.language.tag(),
        form: &issue.form,
        edition: issue.edition,
        issued: issue.issued.to_string(),
        to: &issue.to,
        copies: issue.copies,
        changed: changed.iter().map(told).collect(),
        details: changed.iter().flat_map(details).collect(),
    }
}

fn details(changed: &Changed) -> Vec<Detail> {
    let of = |of: &'static str, other: &Other| {
        let owned = |text: &str| text.to_string();
        let detail = |detail: handbill::model::ChangedDetail<'_>| Detail {
            of,
            key: other.key.clone(),
            detail: owned(detail.name),
            then: owned(detail.then),
            now: owned(detail.now),
        };
        other.details().into_iter().map(detail).collect()
    };
    match changed {
        Changed::Fact(other) => of("fact", other),
        Changed::Contact(other) => of("contact", other),
        Changed::Gone
        | Changed::Edition(_)
        | Changed::Panel(_)
        | Changed::Pictures
        | Changed::Story(_)
        | Changed::Review(_) => Vec::new(),
    }
}

fn listed(entries: &[Entry<'_>]) -> String {
    let mut out = String::new();
    for Entry { reference, language, form, edition, issued, to, copies, changed, .. } in entries {
        let form = if form.is_empty() { String::new() } else { format!(", {form}") };
        out.push_str(&wrapped(
            "",
            &format!("{reference}, {language}{form}, edition {edition}: {copies} at {to}, since {issued}"),
        ));
        for change in changed {
            out.push_str(&wrapped("  ", change));
        }
        if changed.is_empty() {
            out.push_str("  as it was\n");
        }
    }
    out
}

fn told(changed: &Changed) -> String {
    match changed {
        Changed::Gone => "the leaflet is not made any more: ask for the copies back".to_string(),
        Changed::Edition(now) => format!("edition {now} is out"),
        Changed::Fact(other) => format!("the fact `{}`: {}", other.key, other.told()),
        Changed::Contact(other) => format!("the contact `{}`: {}", other.key, other.told()),
        Changed::Panel(number) => format!("panel {number} has other words"),
        Changed::Pictures => "it has other pictures".to_string(),
        Changed::Story(path) => format!("the story `{path}` may not be told any more: ask for the copies back"),
        Changed::Review(day) => format!("it was to be reviewed by {day}"),
    }
}

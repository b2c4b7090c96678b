//! `handbill add`: a new page of a kind, with its front matter ready and its gaps marked.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use handbill::content::files::{create_new, io_reason};
use handbill::content::{KINDS, slug};
use handbill::diag::nearest;

use super::{
    ShownArgs, SiteArgs, now,
    terminal::{self, Terminal},
};

/// Add a page of a kind; what you must write is marked, and `check` finds it
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill add news \"The hall is open again\"
  handbill add explainer \"How to complain\"")]
pub struct Add {
    /// The kind of page, such as news, explainer, notice or report
    #[arg(value_name = "KIND")]
    kind: String,
    /// What the page is called
    #[arg(value_name = "TITLE")]
    title: String,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// The folder under `content/` that a kind's pages usually stand in, where there is such a folder.
const FOLDERS: &[(&str, &str)] = &[
    ("news", "news"),
    ("notice", "notices"),
    ("funding", "notices"),
    ("consultation", "consultations"),
    ("case-study", "case-studies"),
    ("report", "reports"),
    ("film", "films"),
];

/// What a kind's own keys look like; `[[…]]` marks what must be written.
const KEYS: &[(&str, &str)] = &[
    ("notice", "reference: \"[[the notice's reference number]]\"\nbuyer: \"[[who buys]]\"\n"),
    ("funding", "opens: \"[[the first day to apply]]\"\ncloses: \"[[the last day to apply]]\"\n"),
    (
        "consultation",
        "opens: \"[[the first day]]\"\ncloses: \"[[the last day]]\"\nrespond: \"[[how to answer by phone, by post and online]]\"\n",
    ),
    (
        "case-study",
        "details_changed: true\nconsent:\n  reference: \"[[where the signed form is]]\"\n  scope: [web]\n  given: \"[[the day it was given]]\"\n  expires: \"[[the day it ends]]\"\n  reviewer: \"[[who checked it]]\"\n",
    ),
    ("report", "meeting: \"[[the day of the meeting]]\"\nsubmitted_by: \"[[who wrote it]]\"\n"),
];

impl Add {
    /// Writes the page and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let names = || KINDS.iter().map(|kind| kind.name);
        if !names().any(|name| name == self.kind) {
            let near = nearest(&self.kind, names()).map_or_else(
                || format!("use one of: {}", names().collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return terminal::cannot(&format!("`{}` is not a kind of page; {near}", self.kind));
        }
        let content = self.site.root.join("content");
        let folder = FOLDERS.iter().find(|(kind, _)| *kind == self.kind).map(|(_, folder)| content.join(folder));
        let folder = folder.filter(|folder| folder.is_dir()).unwrap_or(content);
        let path = folder.join(format!("{}.md", slug(&self.title)));
        if path.exists() {
            return terminal::cannot(&format!("`{}` is there already; choose another title", path.display()));
        }
        match create_new(&path, self.page().as_bytes()) {
            Ok(()) => {
                terminal.line(format!("Wrote {}. Fill in what stands in [[double brackets]].", path.display()));
                ExitCode::SUCCESS
            }
            Err(error) => terminal::cannot(&format!("`{}` cannot be written: {}", path.display(), io_reason(&error))),
        }
    }

    fn page(&self) -> String {
        let today = self.site.at.unwrap_or_else(|| now("Europe/London")).date;
        let title = self.title.replace('\\', "").replace('"', "\u{201d}");
        let keys = KEYS.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, keys)| keys);
        let mut page =
            format!("---\ntitle: \"{title}\"\nsummary: \"[[one sentence that says what the page is about]]\"\n");
        let _ = write!(page, "kind: {}\npublished: {today}\nowner: \"[[your team]]\"\n{keys}---\n\n", self.kind);
        page.push_str("[[what readers need to know first]]\n\n## [[a heading]]\n\n[[the rest, in short sentences]]\n");
        page
    }
}

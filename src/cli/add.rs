//! `handbill add`: a new page of a kind, with its front matter ready and its gaps marked.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use handbill::content::files::create_new;
use handbill::content::{KindDefinition, PAGE_KINDS, slug};
use handbill::diag::{nearest, reason};
use handbill::model::Zone;

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

impl Add {
    /// Writes the page and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let names = || PAGE_KINDS.iter().map(KindDefinition::name);
        let Some(kind) = PAGE_KINDS.iter().find(|kind| kind.name() == self.kind) else {
            let near = nearest(&self.kind, names()).map_or_else(
                || format!("use one of: {}", names().collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return terminal::cannot(&format!("`{}` is not a kind of page; {near}", self.kind));
        };
        let content = self.site.root.join("content");
        let folder = content.join(kind.folder);
        let folder = if folder.is_dir() { folder } else { content };
        let path = folder.join(format!("{}.md", slug(&self.title)));
        if path.exists() {
            return terminal::cannot(&format!("`{}` is there already; choose another title", path.display()));
        }
        match create_new(&path, self.page(kind).as_bytes()) {
            Ok(()) => {
                terminal.line(format!("Wrote {}. Fill in what stands in [[double brackets]].", path.display()));
                ExitCode::SUCCESS
            }
            Err(error) => terminal::cannot(&format!("`{}` cannot be written: {}", path.display(), reason(&error))),
        }
    }

    fn page(&self, kind: &KindDefinition) -> String {
        let zone = Zone::utc();
        let today = zone.moment(self.site.at.map_or_else(now, |at| at.instant(&zone))).date;
        let title = self.title.replace('\\', "").replace('"', "\u{201d}");
        let keys = kind.starter;
        let mut page =
            format!("---\ntitle: \"{title}\"\nsummary: \"[[one sentence that says what the page is about]]\"\n");
        let _ = write!(page, "kind: {}\npublished: {today}\nowner: \"[[your team]]\"\n{keys}---\n\n", self.kind);
        page.push_str("[[what readers need to know first]]\n\n## [[a heading]]\n\n[[the rest, in short sentences]]\n");
        page
    }
}

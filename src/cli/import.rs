//! `handbill import`: documents of others brought in as pages, checked, with what is left to do.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use handbill::content::files::{Disk, Files};
use handbill::content::{KindDefinition, slug};
use handbill::diag::reason;
use handbill::import::{self, Draft, Page, Refusal, Wanted};
use handbill::model::Site;
use handbill::pipeline;
use serde_json::Map;

use super::add::{kind_named, section_folder};
use super::terminal::{self, Terminal};
use super::{ReportArgs, SiteArgs, report};

/// Bring Word documents, OpenDocument texts and saved web pages in as pages, and say what is left to do
///
/// Each becomes a page of its own with its pictures beside it, and the pages are checked. Comments, tracked deletions and what could
/// not be brought over stand in the file as `<!-- … -->`, where no reader sees them. Nothing is fetched, and nothing that is there is
/// written over. Exit status: 0 the pages have no error, 1 they have, 2 a document could not be read.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill import report.docx
  handbill import report.docx annexes/*.docx --in reports --kind report
  handbill import minutes.odt --in about --format plain
  handbill import support.html --in victims")]
pub struct Import {
    /// The documents: Word (.docx), OpenDocument text (.odt), a saved web page (.html)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The folder under `content/` that the pages are put into, such as reports, so that the list there leads to them
    #[arg(long = "in", value_name = "FOLDER")]
    folder: Option<String>,
    /// The kind of the pages, such as explainer, news or report
    #[arg(long, value_name = "KIND", default_value = "page")]
    kind: String,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// A page that was brought in.
struct Written {
    path: PathBuf,
    /// Whether something stands in it for its author alone.
    has_remarks: bool,
}

/// The most letters of a page's name.
const LONGEST_NAME: usize = 60;

impl Import {
    /// Brings the documents in and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        let kind = match kind_named(&self.kind, &[]) {
            Ok(kind) => kind,
            Err(message) => return terminal::cannot(&message),
        };
        let folder = match section_folder(&self.site.root, self.folder.as_deref(), kind) {
            Ok(folder) => folder,
            Err(message) => return terminal::cannot(&message),
        };
        let site = match self.site.read(&terminal) {
            Ok((site, _)) => site,
            Err(status) => return status,
        };
        let mut written = Vec::new();
        let mut refused = false;
        for file in &self.files {
            match self.bring_in(file, &folder, kind, &site) {
                Ok((path, page)) => {
                    self.tell(&terminal, file, &path, &page);
                    written.push(Written { path, has_remarks: page.text.contains("<!-- ") });
                }
                Err(message) => {
                    terminal::cannot(&message);
                    refused = true;
                }
            }
        }
        if written.is_empty() {
            return ExitCode::from(2);
        }
        let status = self.check(&terminal, &written);
        if refused { ExitCode::from(2) } else { status }
    }

    /// Brings one document in, and returns where its page is.
    ///
    /// # Errors
    ///
    /// A sentence that says why it cannot be.
    fn bring_in(
        &self,
        file: &Path,
        folder: &Path,
        kind: &KindDefinition,
        site: &Arc<Site>,
    ) -> Result<(PathBuf, Page), String> {
        let shown = file.display();
        let bytes = bytes(file)?;
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let draft = import::read(&bytes, &stem, &|path| beside(file, path))
            .map_err(|why| format!("`{shown}` is not brought over: {why}"))?;
        let name = name(&draft, folder);
        let today = super::add::today(&self.site).to_string();
        let wanted =
            Wanted { kind: (kind.name(), kind.starter), today: &today, stem: &stem, lang: &site.about.language };
        let page = draft.page(&name, &wanted, &|name| folder.join(name).symlink_metadata().is_err());
        let file_name = format!("{name}.md");
        let pictures = page.pictures.iter().map(|picture| (picture.name.as_str(), picture.bytes.as_slice()));
        let files: Vec<(&str, &[u8])> = pictures.chain([(file_name.as_str(), page.text.as_bytes())]).collect();
        let path = folder.join(&file_name);
        match import::place(folder, &files) {
            Ok(()) => Ok((path, page)),
            Err(error) => Err(format!("`{}` cannot be written: {}", path.display(), reason(&error))),
        }
    }

    fn tell(&self, terminal: &Terminal, file: &Path, path: &Path, page: &Page) {
        if !self.report.for_people() {
            return;
        }
        let pictures = match page.pictures.len() {
            0 => String::new(),
            1 => " and 1 picture beside it".to_string(),
            many => format!(" and {many} pictures beside it"),
        };
        let path = path.strip_prefix(".").unwrap_or(path);
        terminal.line(format!("Wrote {}{pictures}, from {}.", path.display(), file.display()));
        for said in &page.told {
            terminal.line(format!("  {said}"));
        }
    }

    /// Checks the site, prints what was found on the pages that were brought in, and returns the exit status for it.
    fn check(&self, terminal: &Terminal, written: &[Written]) -> ExitCode {
        let files = Disk::new(&self.site.root);
        let read = self.site.with(&[], terminal, |options| pipeline::check(&files, options));
        let mut reading = match read {
            Ok(reading) => reading,
            Err(error) => return terminal::cannot(&error),
        };
        let ours: Vec<String> = written
            .iter()
            .filter_map(|page| page.path.strip_prefix(&self.site.root).ok())
            .map(|path| path.to_string_lossy().replace('\\', "/"))
            .collect();
        reading.diagnostics.retain(|found| ours.contains(&reading.sources.get(found.span.file).path));
        let status = report(&reading, &self.report, terminal, Map::new());
        if self.report.for_people() {
            for line in next(&reading, &ours, written) {
                terminal.line(line);
            }
        }
        status
    }
}

/// Returns what the author does next.
fn next(reading: &pipeline::Reading, ours: &[String], written: &[Written]) -> Vec<String> {
    let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &reading.diagnostics {
        *by_name.entry(found.kind.name).or_default() += 1;
    }
    let has = |name: &str| by_name.contains_key(name);
    let mut steps = Vec::new();
    if has("gap-left") {
        steps.push("Fill in what stands in [[double brackets]].".to_string());
    }
    steps.push(
        match written.iter().any(|page| page.has_remarks) {
            true => "Read each page beside its document, and decide on each `<!-- … -->`; delete it when that is done.",
            false => "Read each page beside its document.",
        }
        .to_string(),
    );
    if has("page-unreachable") {
        steps.push(
            "Link to the page from one that readers find, or give it `nav:`; nothing leads to it yet.".to_string(),
        );
    }
    let others = by_name.keys().filter(|name| !["gap-left", "page-unreachable"].contains(name)).count();
    if others > 0 {
        steps.push("Mend what is listed above; `handbill explain NAME` says what each means, `handbill check --fix` mends some.".to_string());
    }
    let see = if let [one] = ours { format!(" and look at {one}") } else { String::new() };
    steps.push(format!("Type `handbill serve`{see} in your browser."));
    let numbered = steps.into_iter().enumerate().map(|(at, step)| format!("  {}. {step}", at + 1));
    std::iter::once("What to do next:".to_string()).chain(numbered).collect()
}

/// Returns a file's bytes.
///
/// # Errors
///
/// A sentence that says why it cannot be read.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let shown = file.display();
    let unreadable = |error: &std::io::Error| format!("`{shown}` cannot be read: {}", reason(error));
    let data = file.metadata().map_err(|error| unreadable(&error))?;
    if data.is_dir() {
        return Err(format!("`{shown}` cannot be read: it is a folder"));
    }
    if data.len() > import::MOST_BYTES {
        return Err(format!("`{shown}` is not brought over: {}", Refusal::TooLarge));
    }
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Disk::new(folder).read(&name).map_err(|error| unreadable(&error))
}

/// Returns a file of the folder that a browser makes beside a page that it saves, such as `Page_files` beside `Page.html`.
fn beside(page: &Path, path: &str) -> Option<Vec<u8>> {
    let (folder, name) = path.split_once('/')?;
    let stem = page.file_stem()?.to_string_lossy();
    let rest = folder.strip_prefix(&*stem)?;
    let folder = page.with_file_name(folder);
    if !rest.starts_with(['_', '-', '.']) || !folder.symlink_metadata().is_ok_and(|data| data.is_dir()) {
        return None;
    }
    // A link out of the folder has no size.
    let folder = Disk::new(folder);
    folder.size(name).filter(|size| *size <= import::MOST_BYTES)?;
    folder.read(name).ok()
}

/// Returns a name for a page that no file or folder has.
fn name(draft: &Draft, folder: &Path) -> String {
    let mut name = String::new();
    for word in slug(&draft.title).split('-') {
        if !name.is_empty() && name.len() + word.len() >= LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST_NAME));
    }
    let is_free = |name: &str| {
        [format!("{name}.md"), name.to_string()].iter().all(|taken| folder.join(taken).symlink_metadata().is_err())
    };
    if name != "index" && is_free(&name) {
        return name;
    }
    let numbered = |number: &u32| format!("{name}-{number}");
    (2..).map(|number| numbered(&number)).find(|name| is_free(name)).unwrap_or(name)
}

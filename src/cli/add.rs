//! `handbill add`: a new page of a kind or a leaflet, with its front matter ready and its gaps marked.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use handbill::content::files::{Disk, Files, create_new};
use handbill::content::{KindDefinition, PAGE_KINDS, slug};
use handbill::diag::{nearest, reason};
use handbill::model::{Date, Zone};

use super::{
    ShownArgs, SiteArgs, now,
    terminal::{self, Terminal},
};

/// Add a page of a kind, or a leaflet; what you must write is marked, and `check` finds it
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill add news \"The hall is open again\"
  handbill add explainer \"How to complain\" --in victims
  handbill add section \"Money advice\"
  handbill add leaflet \"Help after a crime\"")]
pub struct Add {
    /// The kind of page, such as news, explainer, section, notice or report; or `leaflet`
    #[arg(value_name = "KIND")]
    kind: String,
    /// What the page or the leaflet is called
    #[arg(value_name = "TITLE")]
    title: String,
    /// The folder under `content/` that it is put into, such as victims, so that the list there leads to it
    #[arg(long = "in", value_name = "FOLDER")]
    folder: Option<String>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// What stands for a leaflet in the place of a kind.
const LEAFLET: &str = "leaflet";

impl Add {
    /// Writes the page and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        match self.place_and_text() {
            Ok((path, text)) => self.write(&terminal, &path, &text),
            Err(message) => terminal::cannot(&message),
        }
    }

    /// Returns where the new file goes and what stands in it.
    ///
    /// # Errors
    ///
    /// A sentence that says why there is none: an unknown kind, or a folder that is not there.
    fn place_and_text(&self) -> Result<(PathBuf, String), String> {
        let name = slug(&self.title);
        if self.kind == LEAFLET {
            let print = self.site.root.join("print");
            return Ok((print.join(format!("{name}.md")), self.leaflet(&self.reference())));
        }
        let kind = kind_named(&self.kind, &[LEAFLET])?;
        let folder = section_folder(&self.site.root, self.folder.as_deref(), kind)?;
        // A section is a folder, and the page of it lists what is put there.
        let path =
            if self.kind == "section" { folder.join(name).join("index.md") } else { folder.join(format!("{name}.md")) };
        Ok((path, self.page(kind)))
    }

    fn write(&self, terminal: &Terminal, path: &Path, text: &str) -> ExitCode {
        if path.exists() {
            return terminal::cannot(&format!("`{}` is there already; choose another title", path.display()));
        }
        if let Err(error) = create_new(path, text.as_bytes()) {
            return terminal::cannot(&format!("`{}` cannot be written: {}", path.display(), reason(&error)));
        }
        terminal.line(format!("Wrote {}. Fill in what stands in [[double brackets]].", path.display()));
        let listed = path
            .parent()
            .is_some_and(|folder| folder.join("index.md").is_file() && folder != self.site.root.join("content"));
        if self.kind == "section" || (self.kind != LEAFLET && !listed) {
            terminal.line(
                "Nothing leads to it yet: link to it from a page, or give it a place in the navigation with `nav: 5`."
                    .to_string(),
            );
        }
        ExitCode::SUCCESS
    }

    fn quoted_title(&self) -> String {
        self.title.replace('\\', "").replace('"', "\u{201d}")
    }

    fn page(&self, kind: &KindDefinition) -> String {
        let (today, title, keys) = (today(&self.site), self.quoted_title(), kind.starter);
        let mut page =
            format!("---\ntitle: \"{title}\"\nsummary: \"[[one sentence that says what the page is about]]\"\n");
        let _ = write!(page, "kind: {}\npublished: {today}\nowner: \"[[your team]]\"\n{keys}---\n\n", self.kind);
        page.push_str("[[what readers need to know first]]\n\n## [[a heading]]\n\n[[the rest, in short sentences]]\n");
        page
    }

    fn leaflet(&self, reference: &str) -> String {
        let (today, title) = (today(&self.site), self.quoted_title());
        let review = Date::new(today.year() + 1, today.month(), today.day()).unwrap_or(today);
        let mut leaflet = format!(
            "---\ntitle: \"{title}\"\nsummary: \"[[one sentence that says what the leaflet is about]]\"\nreference: {reference}\n\
             edition: 1\nissued: {today}\nreview: {review}\nsheet: trifold\ndesign: plain\nfor: [library]\n---\n\n\
             ::::panel\n# {title}\n\n[[one sentence that speaks to the reader]]\n::::\n"
        );
        for heading in PANELS {
            let _ = write!(leaflet, "\n::::panel\n## [[{heading}]]\n\n[[about 70 words]]\n::::\n");
        }
        leaflet
    }

    /// Returns a reference that no leaflet has: the initials of the title and a number.
    fn reference(&self) -> String {
        let words = self.title.split_whitespace().filter_map(|word| word.chars().next());
        let letters: String = words.filter(char::is_ascii_alphabetic).take(2).collect::<String>().to_ascii_uppercase();
        let letters = if letters.is_empty() { "L".to_string() } else { letters };
        let disk = Disk::new(&self.site.root);
        let files = disk.list("print", &|path| path.ends_with(".md") || path == "print");
        let files = files.map(|listing| listing.files).unwrap_or_default();
        let texts = files.iter().filter_map(|file| disk.read(&file.path).ok());
        let taken: Vec<String> = texts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
        let free =
            |number: &u32| !taken.iter().any(|text| text.contains(&format!("reference: {letters}-{number:02}\n")));
        format!("{letters}-{:02}", (1..100).find(free).unwrap_or(100))
    }
}

/// Returns the day that a new page is dated with.
pub fn today(site: &SiteArgs) -> Date {
    let zone = Zone::utc();
    zone.moment(site.at.map_or_else(now, |at| at.instant(&zone))).date
}

/// Returns a kind of page by its name; `besides` may be named too.
///
/// # Errors
///
/// A sentence that names the nearest kind, where there is none of that name.
pub fn kind_named(wanted: &str, besides: &[&'static str]) -> Result<&'static KindDefinition, String> {
    let names = || PAGE_KINDS.iter().map(KindDefinition::name).chain(besides.iter().copied());
    PAGE_KINDS.iter().find(|kind| kind.name() == wanted).ok_or_else(|| {
        let near = nearest(wanted, names()).map_or_else(
            || format!("use one of: {}", names().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        format!("`{wanted}` is not a kind of page; {near}")
    })
}

/// Returns the folder that a new page is put into: the one that was named, or the one where pages of its kind usually stand.
///
/// # Errors
///
/// A sentence that names the nearest folder, where it is not there.
pub fn section_folder(root: &Path, named: Option<&str>, kind: &KindDefinition) -> Result<PathBuf, String> {
    let content = root.join("content");
    match named {
        Some(folder) => section(&content, folder),
        None => Ok(Some(content.join(kind.folder)).filter(|folder| folder.is_dir()).unwrap_or(content)),
    }
}

/// What the headings of a new leaflet say, after its cover: one for each other panel of the sheet that it starts with.
const PANELS: [&str; 5] = [
    "who can ask, and for what",
    "what happens when they ask",
    "what it costs, and how long it takes",
    "what people worry about",
    "how to reach you, by phone and by post",
];

/// Returns a folder under `content/`.
///
/// # Errors
///
/// A sentence that names the folder nearest to it, where it is not there.
fn section(content: &Path, wanted: &str) -> Result<PathBuf, String> {
    let wanted = wanted.trim_matches('/');
    let inside = !wanted.split(['/', '\\']).any(|part| part == ".." || part.starts_with('_'));
    let folder = content.join(wanted);
    if inside && folder.is_dir() {
        return Ok(folder);
    }
    let entries = std::fs::read_dir(content).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.retain(|name| !name.starts_with('_'));
    names.sort();
    let near = nearest(wanted, names.iter().map(String::as_str)).map_or_else(
        || "make it first with `handbill add section \"Its title\"`".to_string(),
        |near| format!("did you mean `{near}`?"),
    );
    Err(format!("`content/` has no folder `{wanted}`; {near}"))
}

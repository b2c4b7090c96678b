//! `handbill checked`: that a person has read what a machine made, or tested what is in Easy Read.

use std::process::ExitCode;

use clap::Args;
use handbill::content::checked::{self, CHECKED};
use handbill::content::files::Disk;
use handbill::content::mend::NotMended;
use handbill::diag::{Span, nearest, unseen};
use handbill::model::{
    Checked as Entry, Details, EASY_READ, Leaflet, Page, Site, easy_words, leaflet_words, page_words,
};
use handbill::pipeline::Reading;
use handbill::render::FORMATS;

use super::terminal::{self, Terminal};
use super::{ShownArgs, SiteArgs};

/// Write down that somebody has read a page or leaflet in braille or on audio, or tested a page in Easy Read
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill checked braille content/help-now.md --by \"Braille reader, county library\"
  handbill checked audio RJ-01 --by \"Access officer\"
  handbill checked braille RJ-01/cy --by \"Braille reader, county library\"
  handbill checked easy-read content/easy/help.md --by \"Speaking-up group\"

It is written down in content/_data/checked.yaml with the day and what stands for the words. When the words change, the file
falls back to a draft until somebody has read it again. Of a page in Easy Read it is written down too what stands for the words
of the full page: when those change, readers are told. Name a post, and not a person.")]
pub struct Checked {
    /// The format, such as braille, or easy-read
    #[arg(value_name = "FORMAT")]
    format: String,
    /// The page's file, such as content/help-now.md, or a leaflet's code, such as RJ-01 or RJ-01/cy
    #[arg(value_name = "FILE")]
    file: String,
    /// Who has read it, such as \"Braille reader, county library\"
    #[arg(long, value_name = "POST")]
    by: String,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

/// What was read.
enum Read<'s> {
    Page(&'s Page),
    Leaflet(&'s Leaflet),
}

impl Checked {
    /// Writes it down and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, reading) = match self.site.read(&terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        match self.write(&site, &reading) {
            Ok(said) if self.shown.quiet => drop(said),
            Ok(said) => terminal::out(&said),
            Err(why) => return terminal::cannot(&why),
        }
        ExitCode::SUCCESS
    }

    fn write(&self, site: &Site, reading: &Reading) -> Result<String, String> {
        let format = format(&self.format)?;
        let by = post(&self.by)?;
        let read = self.find(site, reading)?;
        let mut original = String::new();
        let (file, words, asks) = match read {
            Read::Page(page) if format == EASY_READ => {
                if !matches!(page.meta.details, Details::EasyRead(_)) {
                    return Err(format!("`{}` is not in Easy Read: it has not `kind: easy-read`", page.source_path()));
                }
                original = page.around.original.map(|id| page_words(site.page(id))).unwrap_or_default();
                (page.source_path(), easy_words(page), true)
            }
            Read::Leaflet(_) if format == EASY_READ => {
                return Err("a leaflet is not in Easy Read: name the page that is".to_string());
            }
            Read::Page(page) => {
                let asks = page.meta.formats.iter().any(|name| name.0 == format);
                (page.source_path(), page_words(page), asks)
            }
            Read::Leaflet(leaflet) => {
                let asks = leaflet.formats.iter().any(|name| name.0 == format);
                (leaflet.code(&site.about.language), leaflet_words(leaflet), asks)
            }
        };
        if !asks {
            return Err(format!("`{file}` does not come in `{format}`: add it to `formats:` there first"));
        }
        let whole = Span::whole(handbill::diag::FileId(0));
        let entry = Entry { format: format.to_string(), file, by, date: site.today(), words, original, span: whole };
        let sources = &reading.sources;
        let text = sources.has(CHECKED).then(|| &*sources.get(sources.names().id(CHECKED)).text);
        let added = checked::added(text.unwrap_or(""), &entry).ok_or_else(|| {
            format!(
                "nothing can be added to `{CHECKED}`: write its entries below one another, without brackets around them"
            )
        })?;
        Disk::new(&self.site.root).append(CHECKED, text, &added).map_err(|why| match why {
            NotMended::Left(why) => format!("`{CHECKED}` was left as it is: it {why}"),
            NotMended::Failed(why) => format!("`{CHECKED}` cannot be written: {why}"),
        })?;
        Ok(format!(
            "{} of {} was read by {} on {}: written down in {CHECKED}\n",
            entry.format, entry.file, entry.by, entry.date
        ))
    }

    /// Returns the page or leaflet that is meant: by its file, or a leaflet by its code.
    fn find<'s>(&self, site: &'s Site, reading: &Reading) -> Result<Read<'s>, String> {
        let wanted = self.file.replace('\\', "/");
        let wanted = wanted.trim_start_matches("./");
        if let Some(page) = site.pages.iter().find(|page| page.source_path() == wanted) {
            return Ok(Read::Page(page));
        }
        let own = &site.about.language;
        let names = reading.sources.names();
        let is =
            |leaflet: &&Leaflet| leaflet.code(own) == wanted || names.path(leaflet.file).as_deref() == Some(wanted);
        if let Some(leaflet) = site.leaflets.iter().find(is) {
            return Ok(Read::Leaflet(leaflet));
        }
        let pages: Vec<String> = site.pages.iter().map(Page::source_path).collect();
        let codes: Vec<String> = site.leaflets.iter().map(|leaflet| leaflet.code(own)).collect();
        let near = nearest(wanted, pages.iter().chain(&codes).map(String::as_str));
        let near = near.map_or_else(
            || "write the path of a page that is published, or a leaflet's code".to_string(),
            |near| format!("did you mean `{near}`?"),
        );
        Err(format!("`{wanted}` is no page or leaflet that is published now; {near}"))
    }
}

/// Returns a format that somebody must have read, or why this is none.
fn format(wanted: &str) -> Result<&'static str, String> {
    let made = FORMATS.iter().filter(|format| format.is_read_first()).map(|format| format.name());
    let read_first: Vec<&str> = made.chain([EASY_READ]).collect();
    let known = read_first.iter().find(|name| **name == wanted);
    known.copied().ok_or_else(|| match FORMATS.iter().any(|format| format.name() == wanted) {
        true => format!("nobody need read `{wanted}`: it is made from the same words"),
        false => format!("`{wanted}` is none of: {}", read_first.join(", ")),
    })
}

/// Returns who has read it as it is written down, or why it cannot be.
fn post(wanted: &str) -> Result<String, String> {
    let post = wanted.trim();
    if post.is_empty() {
        return Err("`--by` is empty: say which post has read it".to_string());
    }
    if unseen::any(post) || post.contains(['\n', '\t']) {
        return Err(format!("`--by` has a character that nobody sees: `{}`; type it again", unseen::on_one_line(post)));
    }
    if post.chars().count() > 120 {
        return Err("`--by` has more than 120 letters; write a shorter one".to_string());
    }
    Ok(post.to_string())
}

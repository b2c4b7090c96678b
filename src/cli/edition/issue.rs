//! `handbill edition issue`.

use std::process::ExitCode;

use clap::Args;
use handbill::content::editions::{self, EDITIONS, HOLDERS, MOST_NAME};
use handbill::content::files::Disk;
use handbill::content::mend::NotMended;
use handbill::diag::{Sources, Span, nearest, unseen};
use handbill::model::{Issue, Leaflet, Site};

use super::{ShownArgs, SiteArgs, Terminal, copies, leaflets, read, terminal};

/// Write down that copies of a leaflet went to somebody
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill edition issue RJ-01 --to \"Harpenden surgery\" --copies 200
  handbill edition issue RJ-01 --lang cy --to \"Harpenden surgery\" --copies 20
  handbill edition issue RJ-01 --form braille --to \"County library\" --copies 2

It adds an entry to print/editions.yaml, and a new name to print/holders.yaml. Write the address there: letters and labels
of `handbill edition recall` need it.")]
pub struct IssueArgs {
    /// The leaflet's code, such as RJ-01
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// Who has the copies, such as \"Harpenden surgery\"
    #[arg(long, value_name = "NAME")]
    to: String,
    /// The format of the copies, such as braille or large-print [default: the sheet itself]
    #[arg(long, value_name = "FORMAT")]
    form: Option<String>,
    /// How many copies
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    copies: u32,
    /// The language of the copies, such as cy [default: the site's own]
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    shown: ShownArgs,
}

impl IssueArgs {
    /// Writes it down and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let (site, reading) = match read(&self.site, &terminal) {
            Ok(read) => read,
            Err(status) => return status,
        };
        match self.write(&site, &reading.sources) {
            Ok(said) if self.shown.quiet => drop(said),
            Ok(said) => terminal::out(&said),
            Err(why) => return terminal::cannot(&why),
        }
        ExitCode::SUCCESS
    }

    fn write(&self, site: &Site, sources: &Sources) -> Result<String, String> {
        let lang = self.lang.as_deref().unwrap_or(site.about.language.tag());
        let leaflet = in_language(&leaflets(site, &self.reference)?, lang)?;
        let issue = Issue {
            reference: leaflet.reference.clone(),
            language: leaflet.lang.clone(),
            form: self.form.as_deref().map_or(Ok(String::new()), |form| comes_in(leaflet, form))?,
            edition: leaflet.edition,
            issued: site.today(),
            to: name(&self.to)?,
            copies: self.copies,
            carried: leaflet.carried(site),
            span: Span::whole(leaflet.file),
            to_span: Span::whole(leaflet.file),
        };
        let is_new = !site.editions.holders.contains_key(&issue.to);
        if is_new {
            self.add(sources, HOLDERS, |text| editions::holder(text, &issue.to))?;
        }
        self.add(sources, EDITIONS, |text| editions::issue(text, &issue))?;
        let (Issue { reference, form, edition, to, .. }, count) = (&issue, copies(issue.copies.into()));
        let form = if form.is_empty() { String::new() } else { format!(", {form}") };
        let mut said =
            format!("{count} of {reference}{form}, edition {edition}, for {to}: written down in {EDITIONS}\n");
        if is_new {
            said += &format!("{to} is new in {HOLDERS}: write the address there\n");
            let near = nearest(to, site.editions.holders.keys().map(String::as_str));
            said +=
                &near.map_or_else(String::new, |near| format!("did you mean {near}? Then delete both new entries\n"));
        } else if site.editions.holders.get(to).is_some_and(|holder| holder.address.is_empty()) {
            said += &format!("{HOLDERS} has no address of {to} yet\n");
        }
        Ok(said)
    }

    /// Adds an entry to a file, given how it is written after the text that stands there.
    fn add(&self, sources: &Sources, path: &str, entry: impl Fn(&str) -> Option<String>) -> Result<(), String> {
        let text = sources.has(path).then(|| &*sources.get(sources.names().id(path)).text);
        let added = entry(text.unwrap_or("")).ok_or_else(|| {
            format!(
                "nothing can be added to `{path}`: write its entries below one another, without brackets around them"
            )
        })?;
        Disk::new(&self.site.root).append(path, text, &added).map_err(|why| match why {
            NotMended::Left(why) => format!("`{path}` was left as it is: it {why}"),
            NotMended::Failed(why) => format!("`{path}` cannot be written: {why}"),
        })
    }
}

/// Returns a holder's name as it is written down, or why it cannot be.
fn name(wanted: &str) -> Result<String, String> {
    let name = wanted.trim();
    if name.is_empty() {
        return Err("`--to` is empty: say who has the copies".to_string());
    }
    if unseen::any(name) || name.contains(['\n', '\t']) {
        let shown = unseen::on_one_line(name);
        return Err(format!("`--to` has a character that nobody sees: `{shown}`; type the name again"));
    }
    if name.chars().count() > MOST_NAME {
        return Err(format!("`--to` has more than {MOST_NAME} letters; write a shorter name"));
    }
    Ok(name.to_string())
}

/// Returns the name of a format that a leaflet comes in, or why it does not.
fn comes_in(leaflet: &Leaflet, form: &str) -> Result<String, String> {
    /// What is made of every leaflet.
    const ALWAYS: [&str; 3] = ["large-print", "giant-print", "text"];
    let known: Vec<&str> = ALWAYS.into_iter().chain(leaflet.formats.iter().map(|name| name.0)).collect();
    if known.contains(&form) {
        return Ok(form.to_string());
    }
    let near = nearest(form, known.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(format!("the leaflet `{}` does not come in `{form}`, but in {}{near}", leaflet.reference, known.join(", ")))
}

/// Returns the leaflet of a language among those of one code, or why there is none.
fn in_language<'s>(of: &[&'s Leaflet], lang: &str) -> Result<&'s Leaflet, String> {
    let spoken = |leaflet: &&&Leaflet| leaflet.lang.tag() == lang || leaflet.lang.primary() == lang;
    of.iter().find(spoken).copied().ok_or_else(|| {
        let reference = of.first().map_or("", |leaflet| &leaflet.reference);
        let known: Vec<&str> = of.iter().map(|leaflet| leaflet.lang.tag()).collect();
        format!("the leaflet `{reference}` is not there in `{lang}`, but in {}", known.join(", "))
    })
}

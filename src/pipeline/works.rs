//! Formats made ready for a site, the register of what they will make, and their jobs run side by side.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::ahead::MadeAhead;
use super::audited::{About, Auditor};
use super::{Error, Options, chosen, proof, settings_place};
use crate::diag::{Diagnostic, Sources, Span, fault};
use crate::model::{FormatName, Page, PageId, Site};
use crate::publish;
use crate::render::packs::{self, Packs};
use crate::render::web::hosting::Table;
use crate::render::{Catalogue, Claim, Copied, File, Given, Job, Made, Offer, Packed, Press, Register, Right, Subject};

/// The job of the website that lists leaflets.
const LEAFLET_LISTS: &str = "leaflets";

/// A file to keep.
pub(super) enum Kept {
    /// It was made.
    File(File),
    /// It is to be copied.
    Copied(Copied),
    /// It is to be put together from files that were kept before.
    Packed(Packed),
}

/// A format made ready for a site, with its jobs, and the number of the first of them among all jobs.
struct Ready<'s> {
    format: &'static str,
    press: Box<dyn Press + 's>,
    jobs: Vec<Job>,
    first: usize,
}

impl Ready<'_> {
    /// Returns what is wrong with a page of the website that was made ahead.
    fn made_ahead<'a>(&self, job: &Job, ahead: &'a MadeAhead) -> Option<&'a Vec<Diagnostic>> {
        let Subject::Page(id) = job.subject else { return None };
        ahead.get(&id).filter(|_| self.format == FormatName::WEB.0)
    }
}

/// Every chosen format made ready for a site, and the register of what their jobs will make.
pub(super) struct Works<'s> {
    site: &'s Site,
    settings: Span,
    presses: Vec<Ready<'s>>,
    register: Register,
}

impl<'s> Works<'s> {
    /// Sets up the presses and enters every file that they will make into one register; returns what is wrong there.
    pub(super) fn set_up(
        site: &'s Site,
        only: &[String],
        sources: &mut Sources,
    ) -> Result<(Works<'s>, Vec<Diagnostic>), Error> {
        let settings = settings_place(sources);
        let mut presses: Vec<Ready<'s>> = Vec::new();
        let mut faults = Vec::new();
        let mut claims: Vec<Vec<Claim>> = Vec::new();
        let formats = chosen(only)?;
        // Packs hold what leaflets are printed from, and a page of the website offers each.
        let packed =
            ["leaflets", "large-print", "web"].iter().all(|name| formats.iter().any(|known| known.name() == *name));
        for (at, format) in formats.iter().enumerate() {
            if packed && at + 1 == formats.len() {
                let press: Box<dyn Press + 's> = Box::new(Packs::new(site));
                let jobs = press.jobs();
                let claimed: Vec<Vec<Claim>> = jobs.iter().map(|job| press.files(job)).collect();
                presses.push(Ready { format: packs::NAME, press, jobs, first: claims.len() });
                claims.extend(claimed);
            }
            let ready = fault::caught(|| {
                let press = format.set_up(site)?;
                let jobs = press.jobs();
                let claims: Vec<Vec<Claim>> = jobs.par_iter().map(|job| press.files(job)).collect();
                Ok::<_, Error>((press, jobs, claims))
            });
            match ready {
                Ok(ready) => {
                    let (press, jobs, claimed) = ready?;
                    faults.extend(press.judge());
                    presses.push(Ready { format: format.name(), press, jobs, first: claims.len() });
                    claims.extend(claimed);
                }
                Err(why) => faults.push(fault::fault(settings, &format!("make `{}`", format.name()), &why)),
            }
        }
        claims.push(vec![Claim { right: Right::Own, ..Claim::site(publish::LIST, "the list of what a build wrote") }]);
        let (register, mut found) = Register::new(claims, sources);
        found.append(&mut faults);
        Ok((Works { site, settings, presses, register }, found))
    }

    /// Returns whether the words of a page decide which files there are of it.
    pub(super) fn is_decided_by_words(&self, page: &Page) -> bool {
        self.presses.iter().any(|ready| ready.press.is_decided_by_words(page))
    }

    /// Returns how a host must answer, where a website is made.
    pub(super) fn host_table(&self) -> Option<Arc<Table>> {
        self.presses.iter().find_map(|ready| ready.press.host_table())
    }

    /// Makes the wanted formats, their jobs side by side: first those that are told nothing, then those that are told what
    /// these made, such as the pages of print, then packs, then the last, which is told what all others made. Files go to `keep`
    /// as they are made, and pages are looked at first. Pages that were made ahead are not made again. A fault of ours in one
    /// job is a finding, and the other jobs go on. Returns what there is to take away, and what the author must mend.
    pub(super) fn make(
        &self,
        options: &Options<'_>,
        wanted: &dyn Fn(&str) -> bool,
        auditor: Option<&Auditor>,
        keep: &(dyn Fn(Kept) -> Result<(), Error> + Sync),
        ahead: &MadeAhead,
    ) -> Result<(Catalogue, Vec<Diagnostic>), Error> {
        let presses: Vec<&Ready<'s>> = self.presses.iter().filter(|ready| wanted(ready.format)).collect();
        let total = presses.iter().map(|ready| ready.jobs.len()).sum();
        let done = AtomicUsize::new(0);
        let mut catalogue = Catalogue::default();
        let mut diagnostics = Vec::new();
        let (before, last) = presses.split_at(presses.len().saturating_sub(1));
        let (formats, packs): (Vec<&Ready<'s>>, Vec<&Ready<'s>>) =
            before.iter().partition(|ready| ready.format != packs::NAME);
        let (told, first): (Vec<&Ready<'s>>, Vec<&Ready<'s>>) =
            formats.into_iter().partition(|ready| ready.press.is_told());
        for stage in [first.as_slice(), told.as_slice(), packs.as_slice(), last] {
            let jobs: Vec<(&Ready<'s>, (&Job, usize))> =
                stage.iter().flat_map(|ready| ready.jobs.iter().zip(ready.first..).map(|job| (*ready, job))).collect();
            let made: Vec<(Vec<Offer>, Vec<Diagnostic>)> = jobs
                .into_par_iter()
                .map(|(ready, (job, number))| {
                    if let Some(found) = ready.made_ahead(job, ahead) {
                        (options.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
                        return Ok((Vec::new(), found.clone()));
                    }
                    let made = self.one(ready, job, number, &Given { catalogue: &catalogue, page: None })?;
                    self.audits(ready, job, &made, &Given::of(&catalogue), auditor);
                    for file in made.files {
                        keep(Kept::File(file))?;
                    }
                    for copied in made.copies {
                        keep(Kept::Copied(copied))?;
                    }
                    for packed in made.packed {
                        keep(Kept::Packed(packed))?;
                    }
                    (options.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
                    Ok((made.downloads, made.diagnostics))
                })
                .collect::<Result<_, Error>>()?;
            for (offers, found) in made {
                catalogue.add(offers);
                diagnostics.extend(found);
            }
        }
        Ok((catalogue, diagnostics))
    }

    /// Makes a few jobs of each format, which between them use what all share, such as templates, and keeps only what is
    /// wrong with it. `whole` returns a page with its words, where the site has it without. Who looks at pages, where somebody
    /// does, is told of each.
    pub(super) fn try_out(
        &self,
        whole: &dyn Fn(PageId) -> Option<Arc<Page>>,
        auditor: Option<&Auditor>,
    ) -> Result<Vec<Diagnostic>, Error> {
        let mut found = Vec::new();
        for ready in &self.presses {
            let page = |job: &Job| if let Subject::Page(id) = job.subject { whole(id) } else { None };
            let jobs = ready.press.samples().into_iter().map(|job| (page(&job), job));
            let jobs: Vec<(Option<Arc<Page>>, Job)> = jobs.collect();
            let made: Vec<Vec<Diagnostic>> = jobs
                .par_iter()
                .map(|(page, job)| {
                    let catalogue = Catalogue::default();
                    let given = Given { page: page.as_deref(), ..Given::of(&catalogue) };
                    match fault::caught(|| ready.press.make(job, &given)) {
                        Ok(made) => {
                            let made = made?;
                            self.audits(ready, job, &made, &given, auditor);
                            Ok(made.diagnostics)
                        }
                        Err(why) => Ok(vec![broke(self.site, self.settings, ready.format, job, &why)]),
                    }
                })
                .collect::<Result<_, Error>>()?;
            found.extend(made.into_iter().flatten());
        }
        Ok(found)
    }

    /// Has the pages looked at that a job made.
    fn audits(&self, ready: &Ready<'s>, job: &Job, made: &Made, given: &Given<'_>, auditor: Option<&Auditor>) {
        let Some(auditor) = auditor.filter(|_| ready.format == FormatName::WEB.0) else { return };
        let about = match job.subject {
            Subject::Page(id) => About::page(given.page(self.site, id), self.site.today()),
            _ => About { place: self.settings, waivers: &[], today: self.site.today() },
        };
        auditor.look(&made.files, &made.traces, about, &|path| ready.press.shared_file(path));
    }

    /// Returns a file that pages of the website ask for and share, by its path under the output folder.
    pub(super) fn shared_file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.presses.iter().find_map(|ready| ready.press.shared_file(path))
    }

    /// Returns the number of the job that makes a file; nothing for a file that the output has besides.
    pub(super) fn owner(&self, path: &str) -> Option<usize> {
        self.register.owner(path).filter(|number| self.job(*number).is_some())
    }

    /// Returns every file that is made, by path.
    pub(super) fn paths(&self) -> Vec<String> {
        self.register.paths().into_iter().filter(|path| self.owner(path).is_some()).collect()
    }

    /// Returns a job by its number.
    pub(super) fn job(&self, number: usize) -> Option<&Job> {
        self.with_press(number).map(|(_, job)| job)
    }

    fn with_press(&self, number: usize) -> Option<(&Ready<'s>, &Job)> {
        let ready = self.presses.iter().rev().find(|ready| ready.first <= number)?;
        Some((ready, ready.jobs.get(number - ready.first)?))
    }

    /// Returns the jobs of other formats that a job is told of. What is made last tells readers of a page's own files and
    /// those of its leaflets, and where the site has it once, of those of all leaflets; a pack holds those of a place; a
    /// book names the pages of the page's print.
    pub(super) fn before(&self, number: usize, page: Option<&Page>) -> Vec<usize> {
        let Some((ready, job)) = self.with_press(number) else { return Vec::new() };
        let subject = job.subject;
        let is_last = self.presses.last().is_some_and(|last| last.first <= number);
        if !is_last && ready.format != packs::NAME {
            let first = self.presses.iter().filter(|other| ready.press.is_told() && !other.press.is_told());
            let pages = first.filter(|other| other.first < ready.first && other.format != packs::NAME);
            let jobs: Vec<(usize, &Job)> = pages.flat_map(|ready| (ready.first..).zip(&ready.jobs)).collect();
            let held = if matches!(subject, Subject::Page(_)) { ready.press.holds(job) } else { Vec::new() };
            // The first of them is the printed edition that hands its pages on.
            let first = |of: &Subject| jobs.iter().find(|(_, job)| job.subject == *of).map(|(number, _)| *number);
            return held.iter().filter_map(first).collect();
        }
        let leaflets = page.map_or(&[][..], |page| page.around.leaflets.as_slice());
        let held = if ready.format == packs::NAME { ready.press.holds(job) } else { Vec::new() };
        let told = |other: Subject| match (subject, other) {
            (Subject::Page(_), Subject::Leaflet(leaflet)) => leaflets.iter().any(|of_page| of_page.id == leaflet),
            (Subject::SiteWide(name), Subject::Pack(_)) => name == LEAFLET_LISTS,
            (Subject::Pack(_), other) => held.contains(&other),
            (Subject::SiteWide(_), Subject::Leaflet(_)) => true,
            _ => subject == other,
        };
        let before = self.presses.split_last().map_or(&[][..], |(_, before)| before);
        let jobs = before.iter().flat_map(|ready| (ready.first..).zip(&ready.jobs));
        jobs.filter(|(_, job)| told(job.subject)).map(|(number, _)| number).collect()
    }

    /// Returns the jobs that lay out leaflets.
    pub(super) fn leaflets(&self) -> Vec<usize> {
        let jobs = self.presses.iter().flat_map(|ready| (ready.first..).zip(&ready.jobs));
        jobs.filter(|(_, job)| matches!(job.subject, Subject::Leaflet(_))).map(|(number, _)| number).collect()
    }

    /// Makes the files of one job.
    pub(super) fn make_one(&self, number: usize, given: &Given<'_>) -> Result<Made, Error> {
        match self.with_press(number) {
            Some((ready, job)) => self.one(ready, job, number, given),
            None => Ok(Made::default()),
        }
    }

    /// Makes one job's files, which must be the ones that it claimed.
    fn one(&self, ready: &Ready<'s>, job: &Job, number: usize, given: &Given<'_>) -> Result<Made, Error> {
        match fault::caught(|| ready.press.make(job, given)) {
            Ok(made) => {
                let mut made = made?;
                self.register.admit(number, &mut made)?;
                made.diagnostics.extend(proof::read(place(self.site, self.settings, job), &made.files));
                Ok(made)
            }
            Err(why) => {
                let diagnostics = vec![broke(self.site, self.settings, ready.format, job, &why)];
                Ok(Made { diagnostics, ..Made::default() })
            }
        }
    }
}

/// Returns the finding of a job that met a fault of ours, at the file that the job is about.
fn broke(site: &Site, settings: Span, format: &str, job: &Job, why: &str) -> Diagnostic {
    let of = match job.subject {
        Subject::Page(_) => "this page".to_string(),
        Subject::Leaflet(_) => "this leaflet".to_string(),
        Subject::Pack(_) => "a pack".to_string(),
        Subject::Asset(id) => format!("`content/{}`", site.asset(id).path),
        Subject::SiteWide(name) => format!("the site's `{name}`"),
    };
    fault::fault(place(site, settings, job), &format!("make `{format}` of {of}"), why)
}

/// Returns the place of what concerns the whole file that a job is about; that of the settings where it is about none.
fn place(site: &Site, settings: Span, job: &Job) -> Span {
    match job.subject {
        Subject::Page(id) => Span::whole(site.page(id).file),
        Subject::Leaflet(id) => Span::whole(site.leaflet(id).file),
        Subject::Pack(_) | Subject::Asset(_) | Subject::SiteWide(_) => settings,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use crate::content::files::Memory;
    use crate::model::{Instant, Zone};
    use crate::pipeline::{first_fault, read};
    use crate::render::RenderError;

    /// A press that breaks on one page.
    struct Brittle<'s> {
        site: &'s Site,
    }

    impl Press for Brittle<'_> {
        fn jobs(&self) -> Vec<Job> {
            self.site.page_ids().map(|(id, _)| Job { subject: Subject::Page(id) }).collect()
        }

        fn files(&self, job: &Job) -> Vec<Claim> {
            let Subject::Page(id) = job.subject else { return Vec::new() };
            let page = self.site.page(id);
            vec![Claim::at(page.slug.clone(), "a page", page.meta.span)]
        }

        fn make(&self, job: &Job, _: &Given<'_>) -> Result<Made, RenderError> {
            let Subject::Page(id) = job.subject else { return Ok(Made::default()) };
            let page = self.site.page(id);
            assert!(page.slug != "b", "too many styles");
            let file = File { path: page.slug.clone(), bytes: Vec::new() };
            Ok(Made { files: vec![file], ..Made::default() })
        }
    }

    #[test]
    fn a_job_that_panics_is_a_finding_at_its_page_and_the_others_go_on() {
        let mut files = Memory::default();
        files.add("site.toml", "title = \"T\"\nbase_url = \"https://a.example\"\nlanguage = \"en\"\n");
        for name in ["a", "b", "c"] {
            files.add(format!("content/{name}.md"), format!("---\ntitle: {name}\nsummary: It is {name}.\n---\nA.\n"));
        }
        let at = |_: &Zone| Instant::parse("2026-11-22T00:00Z").unwrap_or(Instant(0));
        let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
        let mut reading = read(&files, &options).expect("there are settings");
        let site = reading.site.take().expect("the site is well");
        let press: Box<dyn Press + '_> = Box::new(Brittle { site: &site });
        let jobs = press.jobs();
        let (register, _) = Register::new(jobs.iter().map(|job| press.files(job)).collect(), &mut reading.sources);
        let presses = vec![Ready { format: "print", jobs, press, first: 0 }];
        let works = Works { site: &site, settings: settings_place(&reading.sources), presses, register };
        let kept = Mutex::new(Vec::new());
        let keep = |one: Kept| {
            if let Kept::File(file) = one {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(file.path);
            }
            Ok(())
        };
        let made = works.make(&options, &|_| true, None, &keep, &MadeAhead::new());
        let found = made.unwrap_or_default().1;
        let told: Vec<String> = found
            .iter()
            .map(|found| format!("{}: {}", reading.sources.get(found.span.file).path, found.message))
            .collect();
        let said = "content/b.md: Handbill itself has a fault and could not make `print` of this page: too many styles";
        assert!(told.len() == 1 && told[0].starts_with(said), "{told:?}");
        assert!(first_fault(&found).is_some());
        let mut kept = kept.into_inner().unwrap_or_default();
        kept.sort();
        assert_eq!(kept, ["a", "c"]);
    }
}

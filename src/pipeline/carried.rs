//! Which published files hold the words of which pages and leaflets, in all formats: what has to be made again, and handed out
//! again, where something in them changes.

use super::{Error, chosen};
use crate::model::{FormatName, Site};
use crate::render::folding::HOW_TO_PRINT;
use crate::render::packs::{self, Packs};
use crate::render::{Certain, Claim, Job, Press, Subject};

/// A file that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// The format's name, such as `braille`; `packs` for all that a place prints.
    pub format: &'static str,
    /// The path under the output folder.
    pub path: String,
    /// Whose words stand in it.
    pub holds: Vec<Subject>,
}

/// What is made for programs, and shows no figure as its page shows it.
const FOR_PROGRAMS: FormatName = FormatName("data");

/// Returns every file of pages, leaflets and packs, in the order of the formats.
///
/// # Errors
///
/// A format that cannot be made ready: a template or a font.
pub fn carriers(site: &Site) -> Result<Vec<Carrier>, Error> {
    let mut all = Vec::new();
    for format in chosen(&[])?.into_iter().filter(|format| format.name() != FOR_PROGRAMS.0) {
        let press = format.set_up(site)?;
        all.extend(press.jobs().iter().flat_map(|job| of_job(format.name(), &*press, job)));
    }
    let packs = Packs::new(site);
    all.extend(packs.jobs().iter().flat_map(|job| of_job(packs::NAME, &packs, job)));
    Ok(all)
}

fn of_job(format: &'static str, press: &dyn Press, job: &Job) -> Vec<Carrier> {
    let holds = match job.subject {
        Subject::Page(_) | Subject::Leaflet(_) | Subject::Pack(_) => press.holds(job),
        Subject::Asset(_) | Subject::SiteWide(_) => return Vec::new(),
    };
    let file = |path: String| Carrier { format, path, holds: holds.clone() };
    // How many volumes a document has, only its job can tell.
    let shows = |claim: &Claim| claim.certain == Certain::Yes && !claim.path.ends_with(HOW_TO_PRINT);
    press.files(job).into_iter().filter(shows).map(|claim| file(claim.path)).collect()
}

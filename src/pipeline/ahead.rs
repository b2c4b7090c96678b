//! Pages of the website that need nothing but themselves and what all pages share: each is made and written as soon as it is
//! finished and checked, before the rest of the site is known, so that its words need not stay in the memory. What is wrong with
//! the rest still keeps all of it from being published, as it is written beside the old output.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::audited::{About, Auditor};
use super::chosen;
use crate::config::Config;
use crate::content::read::page::Head;
use crate::diag::{Diagnostic, fault};
use crate::model::{Date, FormatName, Page, PageId, Site};
use crate::publish::Staging;
use crate::render::address::output_path;
use crate::render::{Catalogue, Given, Job, Made, Press, Subject};

/// Pages that were made ahead, each with what is wrong with what was made.
pub(super) type MadeAhead = HashMap<PageId, Vec<Diagnostic>>;

/// The website made ready for what all pages share, and the folder that its pages are written to.
pub(super) struct Ahead<'s> {
    press: Box<dyn Press + 's>,
    config: Arc<Config>,
    staging: Staging,
    made: Mutex<MadeAhead>,
    /// Who looks at pages before they go out.
    auditor: Option<&'s Auditor>,
    today: Date,
}

impl<'s> Ahead<'s> {
    /// Makes the website ready, given a site without its pages; nothing where no page can be made ahead, or nothing can be
    /// written: that is told when the whole site is made.
    pub(super) fn set_up(
        bare: &'s Site,
        config: &Arc<Config>,
        only: &[String],
        (out, root): (&Path, Option<&Path>),
        auditor: Option<&'s Auditor>,
    ) -> Option<Ahead<'s>> {
        let web = chosen(only).ok()?.into_iter().find(|format| FormatName(format.name()) == FormatName::WEB)?;
        let press = fault::caught(|| web.set_up(bare)).ok()?.ok().filter(|press| press.makes_pages_ahead())?;
        let staging = Staging::begin(out, root).ok()?;
        let (config, today) = (Arc::clone(config), bare.today());
        Some(Ahead { press, config, staging, made: Mutex::default(), auditor, today })
    }

    /// Returns whether a page can be made ahead, if nothing looks into it. No file that `site.toml` names may be meant to come in
    /// its place.
    pub(super) fn wants(&self, head: &Head) -> bool {
        let path = output_path(&head.route);
        head.front.meta.is_on_the_web() && !self.config.also.iter().any(|also| also.names(&path))
    }

    /// Makes a page and writes it; returns whether that is done. Where it is not, the page is made with the others, and what is
    /// wrong is told then.
    pub(super) fn takes(&self, page: &Page) -> bool {
        let id = PageId(page.file.0);
        let (job, catalogue) = (Job { subject: Subject::Page(id) }, Catalogue::default());
        let given = Given { catalogue: &catalogue, page: Some(page) };
        let Ok(Ok(made)) = fault::caught(|| self.press.make(&job, &given)) else { return false };
        let Made { files, copies, packed, downloads, diagnostics, traces } = made;
        let alone = copies.is_empty() && packed.is_empty() && downloads.is_empty();
        let ([file], true) = (files.as_slice(), alone) else { return false };
        if file.path != output_path(&page.route) || self.staging.write(file).is_err() {
            return false;
        }
        if let Some(auditor) = self.auditor {
            let about = About::page(page, self.today);
            auditor.look(&files, &traces, about, &|path| self.press.shared_file(path));
        }
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(id, diagnostics);
        true
    }

    /// Returns the folder, and the pages in it.
    pub(super) fn end(self) -> (Staging, MadeAhead) {
        (self.staging, self.made.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}

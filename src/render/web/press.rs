//! The format `web`: its jobs, the files that each claims, and who makes them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::hosting::Table;
use super::long_lists::{self, ListPage};
use super::page;
use super::security;
use super::site_wide::SITE_WIDE;
use super::website::WebsitePress;
use crate::diag::{Diagnostic, Span};
use crate::model::kinds::Scope;
use crate::model::{Goes, Site};
use crate::render::address::output_path;
use crate::render::claim::Claim;
use crate::render::format::{Copied, Format, Given, Job, Made, Press, RenderError, Subject};

/// The website.
pub struct WebsiteFormat;

/// The format `web`.
pub static WEB: WebsiteFormat = WebsiteFormat;

impl Format for WebsiteFormat {
    fn name(&self) -> &'static str {
        "web"
    }

    fn consent(&self) -> Scope {
        Scope::Web
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(WebsitePress::new(site)?))
    }
}

impl Press for WebsitePress<'_> {
    fn jobs(&self) -> Vec<Job> {
        let pages = self.site.page_ids().filter(|(_, page)| page.is_on_the_web()).map(|(id, _)| Subject::Page(id));
        let assets = self.site.going_out().map(|(id, _)| Subject::Asset(id));
        let parts = SITE_WIDE.iter().map(|part| Subject::SiteWide(part.name));
        // Without templates there are no pages; the finding says why.
        let templates = self.templates.is_some();
        let pages = pages.filter(|_| templates);
        let parts = parts.filter(|_| templates);
        pages.chain(assets).chain(parts).map(|subject| Job { subject }).collect()
    }

    fn samples(&self) -> Vec<Job> {
        let mut seen = BTreeSet::new();
        let pages = self.site.page_ids().filter(|(_, page)| page.is_on_the_web()).filter(|(_, page)| {
            let meta = &page.meta;
            let listing = (page.is_home(), page.children.is_empty());
            seen.insert((listing, meta.kind, page.lang.tag(), meta.sensitive, page.translations.is_empty()))
        });
        let parts = SITE_WIDE.iter().map(|part| Subject::SiteWide(part.name));
        let all = pages.map(|(id, _)| Subject::Page(id)).chain(parts);
        all.filter(|_| self.templates.is_some()).map(|subject| Job { subject }).collect()
    }

    /// Templates of a site's own may lead to anything that is on the site.
    fn makes_pages_ahead(&self) -> bool {
        self.templates.is_some() && !self.site.theme.own_templates
    }

    fn shared_file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.assets.all().find(|asset| asset.path == path).map(|asset| Arc::clone(&asset.bytes))
    }

    fn host_table(&self) -> Option<Arc<Table>> {
        Some(Arc::clone(&self.table))
    }

    fn judge(&self) -> Vec<Diagnostic> {
        self.found.iter().cloned().chain(security::judge(self.site)).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        match job.subject {
            Subject::Page(id) => {
                let page = self.site.page(id);
                let what = format!("the page `content/{}`", page.path);
                let own = Claim::at(output_path(&page.route), what, Span::whole(page.file));
                let part = |list: ListPage| {
                    let what = format!("the list of what lies below `content/{}`", page.path);
                    Claim::at(output_path(&list.route), what, Span::whole(page.file))
                };
                std::iter::once(own).chain(long_lists::below(page).into_iter().skip(1).map(part)).collect()
            }
            Subject::Asset(id) => {
                let asset = self.site.asset(id);
                let claim = Claim::file(asset.path.as_str(), asset.source.as_str());
                vec![if asset.goes == Goes::Named { claim.replacing() } else { claim }]
            }
            Subject::SiteWide(name) => {
                SITE_WIDE.iter().find(|part| part.name == name).map_or(Vec::new(), |part| (part.files)(self))
            }
            Subject::Leaflet(_) | Subject::Pack(_) => Vec::new(),
        }
    }

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        match job.subject {
            Subject::Page(id) => page::make(self, id, given),
            Subject::Asset(id) => {
                let asset = self.site.asset(id);
                let copied = Copied { path: asset.path.clone(), source: asset.source.clone(), bytes: asset.size };
                Ok(Made { copies: vec![copied], ..Made::default() })
            }
            Subject::SiteWide(name) => match SITE_WIDE.iter().find(|part| part.name == name) {
                Some(part) => (part.make)(self, given.catalogue),
                None => Ok(Made::default()),
            },
            // Leaflets are printed; the website only lists them.
            Subject::Leaflet(_) | Subject::Pack(_) => Ok(Made::default()),
        }
    }
}

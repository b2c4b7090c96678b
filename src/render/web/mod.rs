//! The website: pages from the theme's templates, and what a site has once, such as its map and its feed.
//! What the words of a page are in HTML lives in `html`, `block`, `inline` and `component`; what stands around them in
//! the theme's templates.

mod assets;
mod block;
mod component;
mod context;
mod escape;
mod film;
mod frame;
mod html;
mod inline;
mod leaflets;
mod lists;
mod parts;
mod recommendations;
mod rewrite;
mod template;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

use tera::{Context, Value};

use self::assets::Assets;
use self::context::View;
use self::frame::Frame;
use self::rewrite::Rewriter;
use self::template::Templates;
use super::{Catalogue, Claim, Copied, File, Format, Job, Made, Press, RenderError, Subject};
use crate::diag::{Diagnostic, Kind, Severity, Span};
use crate::model::{Goes, Lang, PageId, SheetId, Site};

/// A link within a page that leads to nothing on it.
pub const TARGET_MISSING: Kind = Kind {
    code: "W001",
    name: "target-missing",
    severity: Severity::Error,
    wcag: &["2.4.4"],
    act: &[],
    doc: include_str!("problems/target_missing.md"),
};

/// Every kind of finding that making the website can report.
pub const KINDS: &[&Kind] = &[&TARGET_MISSING];

/// The website.
pub struct Web;

/// The format `web`.
pub static WEB: Web = Web;

/// The website, made ready for one site.
pub(crate) struct WebPress<'s> {
    site: &'s Site,
    templates: Templates,
    assets: Assets,
    rewriter: Rewriter,
    /// What stands around pages, by language; as templates know it, so that it is made once.
    frames: BTreeMap<String, (Frame, Value)>,
    sheets: BTreeMap<PageId, Vec<SheetId>>,
}

impl Format for Web {
    fn name(&self) -> &'static str {
        "web"
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(WebPress::new(site)?))
    }
}

impl<'s> WebPress<'s> {
    pub(crate) fn new(site: &'s Site) -> Result<WebPress<'s>, RenderError> {
        let mut frames = BTreeMap::new();
        for lang in site.pages.iter().map(|page| &page.lang).chain([&site.about.language]) {
            frames.entry(lang.tag().to_string()).or_insert_with(|| {
                let frame = Frame::new(site, lang);
                let value = Value::from_serializable(&frame);
                (frame, value)
            });
        }
        let mut sheets: BTreeMap<PageId, Vec<SheetId>> = BTreeMap::new();
        for (id, sheet) in site.sheet_ids() {
            for page in &sheet.pages {
                sheets.entry(*page).or_default().push(id);
            }
        }
        Ok(WebPress {
            site,
            templates: Templates::new(&site.theme)?,
            assets: Assets::new(&site.theme, &site.about.base_url),
            rewriter: Rewriter::new(&site.about.base_url)?,
            frames,
            sheets,
        })
    }

    fn page(&self, id: PageId, catalogue: &Catalogue) -> Result<Made, RenderError> {
        let page = self.site.page(id);
        let (frame, _) = self.frame(&page.lang)?;
        let sheets = self.sheets.get(&id).map_or(&[][..], Vec::as_slice);
        let view = View::of(self.site, id, frame, sheets, catalogue);
        let template = match (page.is_home(), page.children.is_empty()) {
            (true, _) => "home.html",
            (false, false) => "section.html",
            (false, true) => "page.html",
        };
        let (html, missing) = self.fill(template, &view, &page.lang)?;
        let mut made = one(output_path(&page.route), html);
        for id in missing {
            let message = format!("a link on this page leads to `#{id}`, which is not on it");
            let help = "give a heading this id, or correct the link";
            made.diagnostics.push(Diagnostic::new(&TARGET_MISSING, page.meta.span, message, help));
        }
        Ok(made)
    }

    /// Fills in a template and finishes the page; returns it with the ids that its links miss.
    fn fill(&self, template: &str, view: &View, lang: &Lang) -> Result<(String, Vec<String>), RenderError> {
        let (frame, value) = self.frame(lang)?;
        let mut context = Context::new();
        context.insert("page", view);
        context.insert_value("frame", value.clone());
        let html = self.templates.fill(template, &context)?;
        let finished = self.rewriter.finish(&html, &self.assets, frame.fixed)?;
        Ok((finished.html, finished.missing))
    }

    fn frame(&self, lang: &Lang) -> Result<&(Frame, Value), RenderError> {
        let missing =
            || RenderError::File { path: lang.to_string(), reason: "no page is in this language".to_string() };
        self.frames.get(lang.tag()).ok_or_else(missing)
    }
}

impl Press for WebPress<'_> {
    fn jobs(&self) -> Vec<Job> {
        let pages = self.site.page_ids().filter(|(_, page)| page.has_format("web")).map(|(id, _)| Subject::Page(id));
        let assets = self.site.going_out().map(|(id, _)| Subject::Asset(id));
        let parts = parts::PARTS.iter().map(|part| Subject::Part(part.name));
        pages.chain(assets).chain(parts).map(|subject| Job { subject }).collect()
    }

    fn files(&self, job: &Job) -> Vec<Claim> {
        match job.subject {
            Subject::Page(id) => {
                let page = self.site.page(id);
                let what = format!("the page `content/{}`", page.path);
                vec![Claim::at(output_path(&page.route), what, Span::whole(page.file))]
            }
            Subject::Asset(id) => {
                let asset = self.site.asset(id);
                let claim = Claim::file(asset.path.as_str(), asset.source.as_str());
                vec![if asset.goes == Goes::Named { claim.replacing() } else { claim }]
            }
            Subject::Part(name) => {
                parts::PARTS.iter().find(|part| part.name == name).map_or(Vec::new(), |part| (part.files)(self))
            }
            Subject::Sheet(_) => Vec::new(),
        }
    }

    fn make(&self, job: &Job, catalogue: &Catalogue) -> Result<Made, RenderError> {
        match job.subject {
            Subject::Page(id) => self.page(id, catalogue),
            Subject::Asset(id) => {
                let asset = self.site.asset(id);
                let copied = Copied { path: asset.path.clone(), source: asset.source.clone(), bytes: asset.size };
                Ok(Made { copies: vec![copied], ..Made::default() })
            }
            Subject::Part(name) => match parts::PARTS.iter().find(|part| part.name == name) {
                Some(part) => (part.make)(self, catalogue),
                None => Ok(Made::default()),
            },
            // Leaflets are printed; the website only lists them.
            Subject::Sheet(_) => Ok(Made::default()),
        }
    }
}

/// Returns one file as all that a job made.
fn one(path: String, bytes: impl Into<Vec<u8>>) -> Made {
    Made { files: vec![File { path, bytes: bytes.into() }], ..Made::default() }
}

/// Returns the file that a host serves at an address.
fn output_path(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() }
}

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
pub mod hosting;
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
mod theme;
mod together;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lol_html::errors::RewritingError;
use tera::{Context, Value};

use self::assets::Assets;
use self::context::{Offers, View};
use self::frame::Frame;
use self::html::SafeHtml;
use self::rewrite::{Finished, Rewriter};
use self::template::Templates;
use super::{Catalogue, Claim, Copied, File, Format, Given, Job, Made, Press, RenderError, Subject, Trace};
use crate::diag::{Diagnostic, Kind, Severity, Span};
use crate::model::kinds::Scope;
use crate::model::{Goes, Lang, PageId, Shared, Site, generated};

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
pub const KINDS: &[&Kind] = &[
    &TARGET_MISSING,
    &hosting::PROTECTION_WEAKENED,
    &hosting::HOST_LIMIT,
    &theme::TEMPLATE_BROKEN,
    &theme::HEADING_LOST,
    &theme::THEME_LINK_BROKEN,
    &theme::POLICY_REFUSES,
];

/// The website.
pub struct Web;

/// The format `web`.
pub static WEB: Web = Web;

/// The website, made ready for one site.
pub(crate) struct WebPress<'s> {
    site: &'s Site,
    /// The theme's templates; nothing where they cannot be used.
    templates: Option<Templates>,
    /// The theme, looked through for what is wrong.
    look: theme::Look<'s>,
    /// Every address that the website has by itself.
    addresses: Arc<theme::Addresses>,
    assets: Assets,
    /// What addresses begin with that templates are told of: nothing where the pass over what a site's own templates wrote
    /// has yet to put it there.
    root: String,
    /// How the host must answer.
    table: hosting::Table,
    /// What is wrong with what the site asks its host for, or with the theme.
    found: Vec<Diagnostic>,
    /// The pass over what templates wrote, where some are the site's own.
    rewriter: Option<Rewriter>,
    /// What stands around pages, by language; as templates know it, so that it is made once.
    frames: BTreeMap<String, (Frame, Value)>,
}

impl Format for Web {
    fn name(&self) -> &'static str {
        "web"
    }

    fn consent(&self) -> Scope {
        Scope::Web
    }

    fn set_up<'s>(&self, site: &'s Site) -> Result<Box<dyn Press + 's>, RenderError> {
        Ok(Box::new(WebPress::new(site)?))
    }
}

impl<'s> WebPress<'s> {
    pub(crate) fn new(site: &'s Site) -> Result<WebPress<'s>, RenderError> {
        let own = site.theme.own_templates;
        let root = if own { String::new() } else { hosting::base_path(&site.about.base_url) };
        let frame = |(tag, shared): (&String, &Arc<Shared>)| {
            let frame = Frame::new(shared, &root);
            let value = Value::from_serializable(&frame);
            (tag.clone(), (frame, value))
        };
        let frames = site.shared.iter().map(frame).collect();
        let assets = Assets::new(&site.theme, &site.about.base_url);
        let (table, mut found) = hosting::build(site, &assets);
        let look = theme::Look::new(&site.theme);
        let addresses = Arc::new(theme::Addresses::new(addresses(site, &assets, &table)));
        let (templates, faults) = match Templates::new(&site.theme, asset(&assets, &addresses, &root, own)) {
            Ok(templates) => (Some(templates), Vec::new()),
            Err(faults) => (None, faults),
        };
        let unreadable = faults.iter().any(|fault| fault.unreadable);
        let unknown = if unreadable { Vec::new() } else { look.names() };
        // What would be said of a page made from such a template is said already.
        let templates = templates.filter(|_| unknown.is_empty());
        found.extend(faults.into_iter().map(|fault| broken(&look, fault)));
        found.extend(unknown);
        found.extend(look.judge(&addresses, &assets));
        Ok(WebPress {
            site,
            table,
            found,
            templates,
            look,
            addresses,
            assets,
            root,
            rewriter: own.then(|| Rewriter::new(&site.about.base_url)),
            frames,
        })
    }

    fn page(&self, id: PageId, given: &Given<'_>) -> Result<Made, RenderError> {
        let (page, catalogue) = (given.page(self.site, id), given.catalogue);
        let (frame, _) = self.frame(&page.lang)?;
        let view = View::of(page, self.shared(&page.lang)?, frame, &Offers::of(id, page, catalogue));
        let template = match (page.is_home(), page.children.is_empty()) {
            (true, _) => "home.html",
            (false, false) => "section.html",
            (false, true) => "page.html",
        };
        let mut made = Made::default();
        for id in self.fill(template, view, &page.lang, catalogue, output_path(&page.route), &mut made)? {
            let message = format!("a link on this page leads to `#{id}`, which is not on it");
            let help = "give a heading this id, or correct the link";
            made.diagnostics.push(Diagnostic::new(&TARGET_MISSING, page.meta.span, message, help));
        }
        Ok(made)
    }

    /// Fills in a template, finishes the page and adds it with what is wrong with it; returns the ids that links in its
    /// text miss. A template that cannot be filled in is a finding, and gives no page.
    fn fill(
        &self,
        template: &str,
        mut view: View,
        lang: &Lang,
        catalogue: &Catalogue,
        path: String,
        made: &mut Made,
    ) -> Result<Vec<String>, RenderError> {
        let (_, frame) = self.frame(lang)?;
        let parts = view.set_aside();
        let mut context = Context::new();
        context.insert("page", &view);
        context.insert_value("frame", frame.clone());
        let Some(mut html) = self.filled(template, &context, made) else { return Ok(Vec::new()) };
        let mut missing = view.missing;
        if let Some(rewriter) = &self.rewriter {
            match rewriter.finish(&html, &self.assets) {
                Ok(finished) => {
                    missing.extend(self.judge_own(template, &finished, &parts, catalogue, made));
                    html = finished.html;
                }
                Err(error) => made.diagnostics.push(self.unreadable(template, &error)?),
            }
        }
        let (html, spans) = together::together(&html, &parts);
        if !spans.is_empty() {
            made.traces.push(Trace { path: path.clone(), spans });
        }
        made.files.push(File { path, bytes: html.into_bytes() });
        Ok(missing)
    }

    /// Adds what is wrong with what a site's own templates wrote; returns the ids that links in it miss.
    fn judge_own(
        &self,
        template: &str,
        finished: &Finished,
        parts: &[(&'static str, SafeHtml)],
        catalogue: &Catalogue,
        made: &mut Made,
    ) -> Vec<String> {
        if !finished.headed {
            made.diagnostics.push(self.look.lost_heading(template));
        }
        let leads = |address: &&String| {
            let name = address.trim_start_matches('/');
            self.addresses.has(address) || self.assets.published(name).is_some() || catalogue.has(address)
        };
        for dead in finished.addresses.iter().filter(|address| !leads(address)) {
            made.diagnostics.push(self.look.dead(template, dead, &self.addresses));
        }
        let in_parts = |wanted: &str| parts.iter().any(|(_, part)| part.as_str().contains(wanted));
        let mut asked = finished.asked.clone();
        let of_parts = rewrite::ASKING.iter().filter(|(element, ..)| in_parts(&format!("<{element} ")));
        asked.extend(of_parts.map(|(element, _, directive)| (*directive, *element)));
        let policy = finished.policy.as_deref().unwrap_or_default();
        made.diagnostics.extend(self.look.refused(template, policy, &asked));
        let mut missing: Vec<String> = finished.wanted.difference(&finished.ids).cloned().collect();
        // A quotation mark in an author's words is written `&quot;`, so this can be nothing but an id.
        missing.retain(|id| !in_parts(&format!(" id=\"{}\"", escape::escaped(id))));
        missing.retain(|id| match self.look.dead_place(template, id) {
            Some(found) => {
                made.diagnostics.push(found);
                false
            }
            None => true,
        });
        missing
    }

    /// Returns that nobody can say how a browser reads what a template wrote.
    fn unreadable(&self, template: &str, error: &RewritingError) -> Result<Diagnostic, RenderError> {
        if let RewritingError::ParsingAmbiguity(_) = error {
            let message = "browsers may read this template's markup in two ways".to_string();
            let help = "put only `<option>` into `<select>`";
            return Ok(self.look.at(&theme::TEMPLATE_BROKEN, template, 0..0, message, help));
        }
        Err(RenderError::Mistake { what: format!("a page from `{template}` could not be finished: {error}") })
    }

    /// Fills in a template as it is; what is wrong with it is added.
    fn filled(&self, template: &str, context: &Context, made: &mut Made) -> Option<String> {
        match self.templates.as_ref()?.fill(template, context) {
            Ok(html) => Some(html),
            Err(fault) => {
                made.diagnostics.push(broken(&self.look, fault));
                None
            }
        }
    }

    fn frame(&self, lang: &Lang) -> Result<&(Frame, Value), RenderError> {
        self.frames.get(lang.tag()).ok_or_else(|| no_page_in(lang))
    }

    fn shared(&self, lang: &Lang) -> Result<&Shared, RenderError> {
        self.site.shared.get(lang.tag()).map(Arc::as_ref).ok_or_else(|| no_page_in(lang))
    }
}

impl Press for WebPress<'_> {
    fn jobs(&self) -> Vec<Job> {
        let pages = self.site.page_ids().filter(|(_, page)| page.has_format("web")).map(|(id, _)| Subject::Page(id));
        let assets = self.site.going_out().map(|(id, _)| Subject::Asset(id));
        let parts = parts::PARTS.iter().map(|part| Subject::Part(part.name));
        // Without templates there are no pages; the finding says why.
        let templates = self.templates.is_some();
        let pages = pages.filter(|_| templates);
        let parts = parts.filter(|_| templates);
        pages.chain(assets).chain(parts).map(|subject| Job { subject }).collect()
    }

    fn samples(&self) -> Vec<Job> {
        let mut seen = BTreeSet::new();
        let pages = self.site.page_ids().filter(|(_, page)| page.has_format("web")).filter(|(_, page)| {
            let meta = &page.meta;
            let listing = (page.is_home(), page.children.is_empty());
            seen.insert((listing, &meta.kind, page.lang.tag(), meta.sensitive, page.translations.is_empty()))
        });
        let parts = parts::PARTS.iter().map(|part| Subject::Part(part.name));
        let all = pages.map(|(id, _)| Subject::Page(id)).chain(parts);
        all.filter(|_| self.templates.is_some()).map(|subject| Job { subject }).collect()
    }

    fn judge(&self) -> Vec<Diagnostic> {
        self.found.clone()
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

    fn make(&self, job: &Job, given: &Given<'_>) -> Result<Made, RenderError> {
        match job.subject {
            Subject::Page(id) => self.page(id, given),
            Subject::Asset(id) => {
                let asset = self.site.asset(id);
                let copied = Copied { path: asset.path.clone(), source: asset.source.clone(), bytes: asset.size };
                Ok(Made { copies: vec![copied], ..Made::default() })
            }
            Subject::Part(name) => match parts::PARTS.iter().find(|part| part.name == name) {
                Some(part) => (part.make)(self, given.catalogue),
                None => Ok(Made::default()),
            },
            // Leaflets are printed; the website only lists them.
            Subject::Sheet(_) => Ok(Made::default()),
        }
    }
}

/// Returns what gives templates the address of a file of the theme, or of a page or file of the site, as pages have it. What
/// a site's own templates write is finished later.
fn asset(
    assets: &Assets,
    known: &Arc<theme::Addresses>,
    root: &str,
    own: bool,
) -> impl Fn(&str) -> Option<String> + Send + Sync + 'static {
    let named = |(name, asset): (&str, &assets::Asset)| {
        (format!("/{name}"), if own { format!("/{name}") } else { format!("{root}/{}", asset.path) })
    };
    let files: BTreeMap<String, String> = assets.named().map(named).collect();
    let (known, root) = (Arc::clone(known), root.to_string());
    move |path| files.get(path).cloned().or_else(|| known.has(path).then(|| format!("{root}{path}")))
}

fn no_page_in(lang: &Lang) -> RenderError {
    RenderError::Mistake { what: format!("nothing was worked out for the language `{lang}`") }
}

/// Returns what is wrong with a template as a finding.
fn broken(look: &theme::Look<'_>, fault: template::Fault) -> Diagnostic {
    look.at(&theme::TEMPLATE_BROKEN, &fault.template, fault.range, fault.message, &fault.help)
}

/// Returns every address that the website has, whatever other formats there are.
fn addresses(site: &Site, assets: &Assets, table: &hosting::Table) -> Vec<String> {
    let pages = site.pages.iter().filter(|page| page.has_format("web")).map(|page| page.route.clone());
    let files = site.going_out().map(|(_, asset)| format!("/{}", asset.path));
    let theme = assets.all().map(|asset| format!("/{}", asset.path));
    let lists = lists::routes(site).into_iter().map(str::to_string);
    let old = table.redirects.iter().map(|redirect| redirect.route.clone());
    // A start page that is missing is told once, as what it is.
    let once = generated().iter().chain(&["/"]).map(|address| (*address).to_string());
    pages.chain(files).chain(theme).chain(lists).chain(old).chain(once).collect()
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

//! The website made ready for one site: what all its pages share, and how a template is filled in and finished. Which pages
//! there are is not here.

use std::collections::BTreeMap;
use std::sync::Arc;

use lol_html::errors::RewritingError;
use tera::{Context, Value};

use super::addresses::Addresses;
use super::assets::{ThemeAsset, ThemeAssets};
use super::context::PageContext;
use super::frame::Frame;
use super::html::SafeHtml;
use super::rewrite::{self, Rewriter, Rewritten};
use super::template::{self, Templates};
use super::{escape, hosting, theme, together};
use crate::diag::Diagnostic;
use crate::model::{Lang, Shared, Site};
use crate::render::address::base_path;
use crate::render::format::{Catalogue, File, Made, RenderError, Trace, shared};
use crate::words::Wording;

/// The website, made ready for one site.
pub struct WebsitePress<'s> {
    /// The site.
    pub site: &'s Site,
    /// The theme's templates; `None` where they cannot be used.
    pub templates: Option<Templates>,
    /// The theme, looked through for what is wrong.
    pub inspected: theme::InspectedTheme<'s>,
    /// Every address that the website has by itself.
    pub addresses: Arc<Addresses>,
    /// The theme's files as they are published.
    pub assets: ThemeAssets,
    /// What the addresses that templates are told begin with: the folder that the site stands in. Empty where templates are the
    /// site's own, because the pass over what they wrote adds it.
    pub root: String,
    /// How the host must answer.
    pub table: Arc<hosting::Table>,
    /// What is wrong with what the site asks its host for, or with the theme.
    pub found: Vec<Diagnostic>,
    /// The pass over what templates wrote, where some are the site's own.
    rewriter: Option<Rewriter>,
    /// What stands around pages, by language, and the same as a value for templates, so that it is made once.
    frames: BTreeMap<String, (Frame, Value)>,
}

impl<'s> WebsitePress<'s> {
    /// Makes a site's website ready. What is wrong with the theme or with what the site asks of its host is in `found`.
    ///
    /// # Errors
    ///
    /// What the operator must mend.
    pub fn new(site: &'s Site) -> Result<WebsitePress<'s>, RenderError> {
        let own = site.theme.own_templates;
        let root = if own { String::new() } else { base_path(&site.about.base_url) };
        let frame = |(tag, shared): (&String, &Arc<Shared>)| {
            let frame = Frame::new(shared, &root);
            let value = Value::from_serializable(&frame);
            (tag.clone(), (frame, value))
        };
        let frames = site.shared.iter().map(frame).collect();
        let assets = ThemeAssets::new(&site.theme, &site.about.base_url);
        let (table, mut found) = hosting::table(site, &assets);
        let inspected = theme::InspectedTheme::new(&site.theme);
        let addresses = Arc::new(Addresses::of(site, &assets, &table));
        let (templates, faults) = match Templates::new(&site.theme, asset(&assets, &addresses, &root, own)) {
            Ok(templates) => (Some(templates), Vec::new()),
            Err(faults) => (None, faults),
        };
        let unreadable = faults.iter().any(|fault| fault.unreadable);
        let unknown = if unreadable { Vec::new() } else { inspected.names() };
        // What would be said of a page made from such a template is said already.
        let templates = templates.filter(|_| unknown.is_empty());
        found.extend(faults.into_iter().map(|fault| broken(&inspected, fault)));
        found.extend(unknown);
        found.extend(inspected.judge(&addresses, &assets));
        Ok(WebsitePress {
            site,
            table: Arc::new(table),
            found,
            templates,
            inspected,
            addresses,
            assets,
            root,
            rewriter: own.then(|| Rewriter::new(&site.about.base_url)),
            frames,
        })
    }

    /// Fills in a template, finishes the page, and adds it to `made` with what is wrong with it. Returns the ids that links in
    /// its text lead to and that it does not have. A template that cannot be filled in is a finding, and gives no page.
    ///
    /// # Errors
    ///
    /// A mistake of ours.
    pub fn fill(
        &self,
        template: &str,
        mut page_context: PageContext,
        lang: &Lang,
        catalogue: &Catalogue,
        path: String,
        made: &mut Made,
    ) -> Result<Vec<String>, RenderError> {
        let (around, frame) = self.frame(lang)?;
        page_context.alerts = around.alerts.at(&path);
        let parts = page_context.set_aside();
        let mut context = Context::new();
        context.insert("page", &page_context);
        context.insert_value("frame", frame.clone());
        let Some(mut html) = self.filled(template, &context, made) else { return Ok(Vec::new()) };
        let mut missing = page_context.missing;
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
        made.traces.push(Trace { path: path.clone(), template: template.to_string(), spans });
        made.files.push(File { path, bytes: html.into_bytes() });
        Ok(missing)
    }

    /// Adds what is wrong with what a site's own templates wrote. Returns the ids that links in it lead to and that the page does
    /// not have.
    fn judge_own(
        &self,
        template: &str,
        finished: &Rewritten,
        parts: &[(&'static str, SafeHtml)],
        catalogue: &Catalogue,
        made: &mut Made,
    ) -> Vec<String> {
        if !finished.headed {
            made.diagnostics.push(self.inspected.lost_heading(template));
        }
        let leads = |address: &&String| {
            let name = address.trim_start_matches('/');
            // A link to a part of a sound names its file and a time.
            let file = address.split('#').next().unwrap_or_default();
            self.addresses.has(address) || self.assets.published(name).is_some() || catalogue.has(file)
        };
        for dead in finished.addresses.iter().filter(|address| !leads(address)) {
            made.diagnostics.push(self.inspected.dead(template, dead, &self.addresses));
        }
        let in_parts = |wanted: &str| parts.iter().any(|(_, part)| part.as_str().contains(wanted));
        let mut asked = finished.asked.clone();
        let of_parts = rewrite::ASKING.iter().filter(|(element, ..)| in_parts(&format!("<{element} ")));
        asked.extend(of_parts.map(|(element, _, directive)| (*directive, *element)));
        let policy = finished.policy.as_deref().unwrap_or_default();
        made.diagnostics.extend(self.inspected.refused(template, policy, &asked));
        let mut missing: Vec<String> = finished.wanted.difference(&finished.ids).cloned().collect();
        // A quotation mark in an author's words is written `&quot;`, so this can be nothing but an id.
        missing.retain(|id| !in_parts(&format!(" id=\"{}\"", escape::escaped(id))));
        missing.retain(|id| match self.inspected.dead_place(template, id) {
            Some(found) => {
                made.diagnostics.push(found);
                false
            }
            None => true,
        });
        missing
    }

    /// Returns the finding that browsers may read in two ways what a template wrote.
    fn unreadable(&self, template: &str, error: &RewritingError) -> Result<Diagnostic, RenderError> {
        if let RewritingError::ParsingAmbiguity(_) = error {
            let message = "browsers may read this template's markup in two ways".to_string();
            let help = "put only `<option>` into `<select>`";
            return Ok(self.inspected.at(&theme::TEMPLATE_BROKEN, template, 0..0, message, help));
        }
        Err(RenderError::Mistake { what: format!("a page from `{template}` could not be finished: {error}") })
    }

    /// Fills in a template and returns the HTML as it is; `None` where that fails, with a finding added to `made`.
    pub fn filled(&self, template: &str, context: &Context, made: &mut Made) -> Option<String> {
        match self.templates.as_ref()?.fill(template, context) {
            Ok(html) => Some(html),
            Err(fault) => {
                made.diagnostics.push(broken(&self.inspected, fault));
                None
            }
        }
    }

    /// Returns what stands around the pages of a language.
    ///
    /// # Errors
    ///
    /// A mistake of ours: nothing was worked out for the language.
    pub fn frame(&self, lang: &Lang) -> Result<&(Frame, Value), RenderError> {
        self.frames.get(lang.tag()).ok_or_else(|| RenderError::no_words_for(lang))
    }

    /// Returns what the pages of a language share.
    ///
    /// # Errors
    ///
    /// A mistake of ours: nothing was worked out for the language.
    pub fn shared(&self, lang: &Lang) -> Result<&Shared, RenderError> {
        shared(self.site, lang)
    }

    /// Returns the fixed words of the site's own language.
    pub fn words(&self) -> &'s Wording {
        self.site.words.of(&self.site.about.language)
    }
}

/// Returns the function `asset` of templates. Given a path, it returns the address of a file of the theme, or of a page or
/// file of the site, as pages have it; `None` where there is no such thing. With `own` templates the address is finished
/// later.
fn asset(
    assets: &ThemeAssets,
    known: &Arc<Addresses>,
    root: &str,
    own: bool,
) -> impl Fn(&str) -> Option<String> + Send + Sync + 'static {
    let named = |(name, asset): (&str, &ThemeAsset)| {
        (format!("/{name}"), if own { format!("/{name}") } else { format!("{root}/{}", asset.path) })
    };
    let files: BTreeMap<String, String> = assets.named().map(named).collect();
    let (known, root) = (Arc::clone(known), root.to_string());
    move |path| files.get(path).cloned().or_else(|| known.has(path).then(|| format!("{root}{path}")))
}

/// Returns what is wrong with a template as a finding.
fn broken(inspected: &theme::InspectedTheme<'_>, fault: template::TemplateFault) -> Diagnostic {
    inspected.at(&theme::TEMPLATE_BROKEN, &fault.template, fault.range, fault.message, &fault.help)
}

//! The last pass over a finished page: published names of the theme's files, what a link tells of where it leads, a way
//! to scroll a wide table, and a look whether every link within the page leads somewhere.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, rewrite_str};

use super::assets::Assets;
use super::escape;
use super::hosting::base_path;
use crate::render::RenderError;
use crate::words::Wording;

/// What the last pass needs to know of a site, worked out once.
pub struct Rewriter {
    addresses: Selector,
    tables: Selector,
    pictures: Selector,
    ids: Selector,
    heads: Selector,
    /// The address of the site, without a slash at the end.
    base_url: String,
    /// The part of that address after the host: where the site does not stand at its host's root.
    base_path: String,
}

/// A page after the last pass.
#[derive(Debug)]
pub struct Finished {
    /// The page.
    pub html: String,
    /// The ids that links on the page lead to and that nothing on it has.
    pub missing: Vec<String>,
    /// The addresses on this site that the page names, as they are written.
    pub addresses: BTreeSet<String>,
    /// Whether it has a main heading.
    pub headed: bool,
    /// The policy in its head.
    pub policy: Option<String>,
    /// What it asks for from this site: the directive that must allow it, and an element that asks.
    pub asked: BTreeMap<&'static str, &'static str>,
}

/// Elements that ask for a file, and the directive of a policy that must allow it.
const ASKING: [(&str, &str, &str); 5] = [
    ("script", "src", "script-src"),
    ("img", "src", "img-src"),
    ("video", "src", "media-src"),
    ("audio", "src", "media-src"),
    ("source", "src", "media-src"),
];

impl Rewriter {
    /// Gets ready for a site that will stand at an address.
    ///
    /// # Errors
    ///
    /// None that can happen: the selectors are constants.
    pub fn new(base_url: &str) -> Result<Rewriter, RenderError> {
        let selector = |text: &str| text.parse::<Selector>().map_err(|error| unusable(&error.to_string()));
        Ok(Rewriter {
            addresses: selector("[href], [src]")?,
            tables: selector("table")?,
            pictures: selector("img")?,
            ids: selector("[id]")?,
            heads: selector("h1, meta[http-equiv=\"Content-Security-Policy\" i]")?,
            base_url: base_url.to_string(),
            base_path: base_path(base_url),
        })
    }

    /// Finishes a page.
    ///
    /// # Errors
    ///
    /// Markup that a template left broken.
    pub fn finish(&self, html: &str, assets: &Assets, words: &Wording) -> Result<Finished, RenderError> {
        let ids: RefCell<BTreeSet<String>> = RefCell::default();
        let wanted: RefCell<BTreeSet<String>> = RefCell::default();
        let (mut addresses, mut asked) = (BTreeSet::new(), BTreeMap::new());
        let (mut headed, mut policy) = (false, None);
        let mut unnamed = 0;
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(on(&self.addresses, |element| {
                for name in ["href", "src"] {
                    let Some(address) = element.get_attribute(name) else { continue };
                    if let Some(id) = address.strip_prefix('#') {
                        wanted.borrow_mut().insert(id.to_string());
                    }
                    if address.starts_with('/') && !address.starts_with("//") {
                        addresses.insert(address.clone());
                    }
                    let tag = element.tag_name();
                    let asks = ASKING.iter().find(|(asking, with, _)| *asking == tag && *with == name);
                    asked.extend(asks.map(|(asking, _, directive)| (*directive, *asking)));
                    if let Some(published) = self.published(&address, assets) {
                        element.set_attribute(name, &published)?;
                    }
                    if name == "href" && element.tag_name() == "a" && self.leads_away(&address) {
                        leads_away(element)?;
                    }
                }
                Ok(())
            }))
            .append_element_content_handler(on(&self.tables, |element| {
                let label = match element.get_attribute("aria-labelledby") {
                    Some(id) => format!("aria-labelledby=\"{id}\""),
                    None => {
                        unnamed += 1;
                        let number = if unnamed > 1 { format!(" {unnamed}") } else { String::new() };
                        format!("aria-label=\"{}{number}\"", escape::escaped(&words.web.table))
                    }
                };
                element.remove_attribute("aria-labelledby");
                let open = format!("<div class=\"scroll\" role=\"region\" {label} tabindex=\"0\">\n");
                element.before(&open, ContentType::Html);
                element.after("\n</div>", ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(on(&self.pictures, |element| {
                if !element.has_attribute("loading") {
                    element.set_attribute("loading", "lazy")?;
                }
                Ok(())
            }))
            .append_element_content_handler(on(&self.heads, |element| {
                match element.tag_name().as_str() {
                    "h1" => headed = true,
                    _ if policy.is_none() => policy = element.get_attribute("content"),
                    _ => {}
                }
                Ok(())
            }))
            .append_element_content_handler(on(&self.ids, |element| {
                ids.borrow_mut().extend(element.get_attribute("id"));
                Ok(())
            }));
        let html = rewrite_str(html, settings).map_err(|error| broken(&error))?;
        let missing = wanted.borrow().difference(&ids.borrow()).cloned().collect();
        Ok(Finished { html, missing, addresses, headed, policy, asked })
    }

    /// Returns the address under which the host knows what an element asks for, where that is another one.
    fn published(&self, address: &str, assets: &Assets) -> Option<String> {
        let name = address.strip_prefix('/').filter(|rest| !rest.starts_with('/'))?;
        match assets.published(name) {
            Some(path) => Some(format!("{}/{path}", self.base_path)),
            None => (!self.base_path.is_empty()).then(|| format!("{}{address}", self.base_path)),
        }
    }

    fn leads_away(&self, address: &str) -> bool {
        let scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme));
        (scheme("https://") || scheme("http://")) && !address.starts_with(&self.base_url)
    }
}

/// Marks a link to another site: nothing tells that site where its reader came from.
fn leads_away(element: &mut Element<'_, '_>) -> HandlerResult {
    if !element.has_attribute("rel") {
        element.set_attribute("rel", "external noreferrer")?;
    }
    Ok(())
}

fn on<'h, 's>(
    selector: &'s Selector,
    handler: impl FnMut(&mut Element<'_, '_>) -> HandlerResult + 'h,
) -> (Cow<'s, Selector>, ElementContentHandlers<'h>) {
    (Cow::Borrowed(selector), ElementContentHandlers::default().element(handler))
}

fn broken(error: &RewritingError) -> RenderError {
    RenderError::Template { template: "templates/base.html".to_string(), reason: error.to_string() }
}

fn unusable(reason: &str) -> RenderError {
    RenderError::File { path: "src/render/web/rewrite.rs".to_string(), reason: reason.to_string() }
}

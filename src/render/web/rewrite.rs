//! A pass over what a site's own templates wrote, and nothing else: the addresses in it as they are published, what a link
//! tells of where it leads, and a look at what it asks for. What Handbill's own writer wrote is final and is not in it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{ElementContentHandlers, HandlerResult, RewriteStrSettings, Selector, rewrite_str};

use super::assets::ThemeAssets;
use crate::render::address::base_path;

/// What the pass needs to know of a site, worked out once.
pub struct Rewriter {
    addresses: Selector,
    ids: Selector,
    heads: Selector,
    /// The address of the site, without a slash at the end.
    base_url: String,
    /// The folder that the site stands in, such as `/safer`; empty at its host's root.
    base_path: String,
}

/// What templates wrote, after the pass.
#[derive(Debug)]
pub struct Rewritten {
    /// The HTML.
    pub html: String,
    /// The ids that links within the page lead to.
    pub wanted: BTreeSet<String>,
    /// The ids that elements have.
    pub ids: BTreeSet<String>,
    /// The addresses on this site, as they are written.
    pub addresses: BTreeSet<String>,
    /// Whether there is a main heading.
    pub headed: bool,
    /// The policy in the page's head.
    pub policy: Option<String>,
    /// What is asked for from this site: the directive that must allow it, and an element that asks.
    pub asked: BTreeMap<&'static str, &'static str>,
}

/// Elements that ask for a file, and the directive of a policy that must allow it.
pub const ASKING: [(&str, &str, &str); 5] = [
    ("script", "src", "script-src"),
    ("img", "src", "img-src"),
    ("video", "src", "media-src"),
    ("audio", "src", "media-src"),
    ("source", "src", "media-src"),
];

impl Rewriter {
    /// Gets ready for a site that will stand at an address.
    pub fn new(base_url: &str) -> Rewriter {
        let selector = |text: &str| text.parse::<Selector>().expect("the selectors of this file are selectors");
        Rewriter {
            addresses: selector("[href], [src]"),
            ids: selector("[id]"),
            heads: selector("h1, meta[http-equiv=\"Content-Security-Policy\" i]"),
            base_url: base_url.to_string(),
            base_path: base_path(base_url),
        }
    }

    /// Finishes what templates wrote.
    ///
    /// # Errors
    ///
    /// Markup that browsers may read in two ways.
    pub fn finish(&self, html: &str, assets: &ThemeAssets) -> Result<Rewritten, RewritingError> {
        let (mut ids, mut wanted) = (BTreeSet::new(), BTreeSet::new());
        let (mut addresses, mut asked) = (BTreeSet::new(), BTreeMap::new());
        let headed_and_policy = RefCell::new((false, None));
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(on(&self.addresses, |element| {
                for name in ["href", "src"] {
                    let Some(address) = element.get_attribute(name) else { continue };
                    wanted.extend(address.strip_prefix('#').map(str::to_string));
                    if address.starts_with('/') && !address.starts_with("//") {
                        addresses.insert(address.clone());
                    }
                    let tag = element.tag_name();
                    let asks = ASKING.iter().find(|(asking, with, _)| *asking == tag && *with == name);
                    asked.extend(asks.map(|(asking, _, directive)| (*directive, *asking)));
                    if let Some(published) = self.published(&address, assets) {
                        element.set_attribute(name, &published)?;
                    }
                    let away = name == "href" && tag == "a" && self.leads_away(&address);
                    if away && !element.has_attribute("rel") {
                        // Nothing tells the other site where its reader came from.
                        element.set_attribute("rel", "external noreferrer")?;
                    }
                }
                Ok(())
            }))
            .append_element_content_handler(on(&self.heads, |element| {
                let (headed, policy) = &mut *headed_and_policy.borrow_mut();
                match element.tag_name().as_str() {
                    "h1" => *headed = true,
                    _ if policy.is_none() => *policy = element.get_attribute("content"),
                    _ => {}
                }
                Ok(())
            }))
            .append_element_content_handler(on(&self.ids, |element| {
                ids.extend(element.get_attribute("id"));
                Ok(())
            }));
        let html = rewrite_str(html, settings)?;
        let (headed, policy) = headed_and_policy.into_inner();
        Ok(Rewritten { html, wanted, ids, addresses, headed, policy, asked })
    }

    /// Returns the address at which the host serves what an element asks for; `None` where it is the one that is written.
    fn published(&self, address: &str, assets: &ThemeAssets) -> Option<String> {
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

fn on<'h, 's>(
    selector: &'s Selector,
    handler: impl FnMut(&mut Element<'_, '_>) -> HandlerResult + 'h,
) -> (Cow<'s, Selector>, ElementContentHandlers<'h>) {
    (Cow::Borrowed(selector), ElementContentHandlers::default().element(handler))
}

//! What several files of data say alike: addresses, days, sums, the publisher.

use serde_json::{Value, json};

use crate::model::kinds::{Money, Reference};
use crate::model::{Date, Page, Site};
use crate::render::address::encoded;

/// Returns the address of the site without its scheme, such as `www.example.org/safer`: the end of ids that nobody else
/// uses.
pub fn host(site: &Site) -> &str {
    let url = site.about.base_url.as_str();
    url.split_once("://").map_or(url, |(_, host)| host)
}

/// Returns the publisher's name, or else the site's.
pub fn publisher(site: &Site) -> &str {
    let name = &*site.about.organisation.name;
    if name.is_empty() { &site.about.title } else { name }
}

/// Returns the register and the number of an organisation identifier: `GB-CHC` and `1234567` of `GB-CHC-1234567`. Source:
/// org-id.guide, where a register's code is the country's and one of its own.
pub fn identified(identifier: &str) -> Option<(&str, &str)> {
    let (hyphen, _) = identifier.match_indices('-').nth(1)?;
    let (scheme, number) = identifier.split_at(hyphen);
    Some((scheme, number.get(1..).filter(|number| !number.is_empty())?))
}

/// Returns a page's whole address.
pub fn address(site: &Site, page: &Page) -> String {
    format!("{}{}", site.about.base_url, encoded(&page.route))
}

/// Returns the address of a document: what the author wrote, or where the file beside the page is published. `None` where
/// there is no such file.
pub fn document(site: &Site, reference: &Reference) -> Option<String> {
    if reference.address.contains("://") {
        return Some(reference.address.clone());
    }
    let file = reference.file.as_ref()?.outline.as_ref()?;
    Some(format!("{}/{}", site.about.base_url, encoded(&file.path)))
}

/// Returns the day of the page's last change; the day of the build where the page has none.
pub fn said_on(site: &Site, page: &Page) -> Date {
    page.changed().unwrap_or(site.today())
}

/// Returns a sum in pounds as a number: `1200`, or `1200.5` where there are pence.
pub fn pounds(money: Money) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "no public sum is more pence than a float counts exactly")]
    if money.0.is_multiple_of(100) { json!(money.0 / 100) } else { json!(money.0 as f64 / 100.0) }
}

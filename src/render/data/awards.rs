//! What was awarded, as a table and as open data. Source: 360Giving Data Standard 1.4, the ten required fields and the
//! package schema.

use serde_json::{Map, Value, json};

use super::fields::{address, host, pounds, publisher, said_on};
use crate::model::kinds::{Award, Funding};
use crate::model::{Details, Page, Site};

/// The version of the standard, as packages name it.
const VERSION: &str = "1.4";

/// The columns, as the standard names them.
const COLUMNS: [&str; 10] = [
    "Identifier",
    "Title",
    "Description",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Recipient Org:Identifier",
    "Recipient Org:Name",
    "Funding Org:Identifier",
    "Funding Org:Name",
];

fn awarded(page: &Page) -> Option<&Funding> {
    let Details::Funding(funding) = &page.meta.details else { return None };
    Some(funding).filter(|funding| !funding.awards.is_empty()).map(|funding| &**funding)
}

/// Makes the table; `None` where nothing was awarded. It starts with the mark by which spreadsheets know UTF-8.
pub fn table(site: &Site, page: &Page, _: &str) -> Option<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(b"\xEF\xBB\xBF".to_vec());
    let funding = awarded(page)?;
    writer.write_record(COLUMNS).ok()?;
    for award in &funding.awards {
        let row = [
            id(site, award),
            award.title.clone(),
            award.description.clone(),
            "GBP".to_string(),
            award.amount.plain(),
            award.date.to_string(),
            recipient_id(site, award),
            award.recipient.clone(),
            funder_id(site),
            publisher(site).to_string(),
        ];
        writer.write_record(row.map(|cell| harmless(&cell))).ok()?;
    }
    writer.into_inner().ok()
}

/// Makes the open data; `None` where nothing was awarded. `name` is the file's name, beside the page.
pub fn grants(site: &Site, page: &Page, name: &str) -> Option<Vec<u8>> {
    let grant = |award: &Award| {
        json!({
            "id": id(site, award),
            "title": award.title,
            "description": award.description,
            "currency": "GBP",
            "amountAwarded": pounds(award.amount),
            "awardDate": award.date.to_string(),
            "recipientOrganization": [{ "id": recipient_id(site, award), "name": award.recipient }],
            "fundingOrganization": [{ "id": funder_id(site), "name": publisher(site) }],
        })
    };
    let grants: Vec<Value> = awarded(page)?.awards.iter().map(grant).collect();
    let text = serde_json::to_string_pretty(&package(site, page, name, grants)).ok()?;
    Some(format!("{text}\n").into_bytes())
}

/// Returns a package of grants. It is issued on the day that the page was published, and modified on the day of the page's
/// last change.
fn package(site: &Site, page: &Page, name: &str, grants: Vec<Value>) -> Value {
    let at = address(site, page);
    let mut who = json!({ "name": publisher(site), "website": format!("{}/", site.about.base_url) });
    if !site.about.identifier.is_empty() {
        who["identifier"] = json!(site.about.identifier);
    }
    let mut package = Map::new();
    let mut put = |key: &str, value: Value| drop(package.insert(key.to_string(), value));
    put("version", json!(VERSION));
    put("title", json!(page.meta.title));
    put("description", json!(page.meta.summary));
    put("identifier", json!(format!("{at}{name}")));
    if let Some(published) = page.meta.published {
        put("issued", json!(published.date.to_string()));
    }
    put("modified", json!(said_on(site, page).to_string()));
    put("publisher", who);
    put("downloadURL", json!(format!("{at}{name}")));
    put("accessURL", json!(at));
    if !site.about.data_licence.is_empty() {
        put("license", json!(site.about.data_licence));
    }
    put("grants", Value::Array(grants));
    Value::Object(package)
}

/// Returns an award's id under the funder's prefix; a prefix of 360Giving is never made up.
fn id(site: &Site, award: &Award) -> String {
    format!("{}-{}", prefix(site), award.id)
}

fn prefix(site: &Site) -> String {
    let own = &site.about.grants_prefix;
    if own.is_empty() { host(site).replace('/', "-") } else { own.clone() }
}

fn funder_id(site: &Site) -> String {
    let own = &site.about.identifier;
    if own.is_empty() { format!("{}-Org:funder", prefix(site)) } else { own.clone() }
}

fn recipient_id(site: &Site, award: &Award) -> String {
    if !award.recipient_id.is_empty() {
        return award.recipient_id.clone();
    }
    let words = award.recipient.to_lowercase();
    let slug: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    format!("{}-Org:{}", prefix(site), slug.join("-"))
}

/// Returns a cell that no spreadsheet takes for a formula. Source: OWASP, CSV injection.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_string() }
}

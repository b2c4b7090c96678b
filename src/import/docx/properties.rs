//! What a Word document says of itself. Source: ECMA-376, part 2, 11 (core properties); part 1, 22.2 (application).

use super::super::document::Properties;
use super::super::refusal::Refusal;
use super::package::Package;

/// The most topics that are taken over.
const MOST_TOPICS: usize = 8;

/// Reads a document's properties. Names of people are noted and not kept.
///
/// # Errors
///
/// They are damaged.
pub fn read(package: &mut Package<'_>) -> Result<Properties, Refusal> {
    let mut properties = Properties::default();
    let Some(name) = package.of_sort("", "core-properties")?.into_iter().next() else { return Ok(properties) };
    let Some(core) = package.xml(&name)? else { return Ok(properties) };
    let value = |name: &str| core.child(name).map(|one| one.text().trim().to_string()).filter(|text| !text.is_empty());
    properties.title = value("dc:title");
    properties.summary = value("dc:description").or_else(|| value("dc:subject"));
    let topics = value("cp:keywords").unwrap_or_default();
    let topics =
        topics.split([',', ';']).map(str::trim).filter(|topic| !topic.is_empty() && topic.chars().count() <= 40);
    properties.topics = topics.take(MOST_TOPICS).map(str::to_string).collect();
    properties.names_people = value("dc:creator").or_else(|| value("cp:lastModifiedBy")).is_some();
    Ok(properties)
}

//! A package around a release: who publishes it, when, under which licence, and what of it stands in extensions of the
//! standard. Source: OCDS 1.1.5, release package schema.

use serde_json::{Map, Value, json};

use super::fields::{identified, publisher};
use crate::model::Site;

/// The version of the standard, as packages name it.
const VERSION: &str = "1.1";

/// An extension of the standard.
struct Extension {
    /// Where it is described, as the Find a Tender service names it or the extension itself.
    address: &'static str,
    /// The fields that it adds.
    fields: &'static [&'static str],
    /// The codes that it adds.
    codes: &'static [&'static str],
}

/// The extensions that releases may use.
const EXTENSIONS: &[Extension] = &[
    Extension {
        address: "https://raw.githubusercontent.com/open-contracting-extensions/ocds_legalBasis_extension/master/extension.json",
        fields: &["legalBasis"],
        codes: &[],
    },
    Extension {
        address: "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json",
        fields: &["noticeType", "amountGross"],
        codes: &["marketEngagementNotice", "UKPGA"],
    },
];

/// Returns the package of one release. It is published when the release was: a release says what held from a moment on.
pub fn around(site: &Site, uri: &str, release: Value) -> Value {
    let mut package = Map::new();
    let mut put = |key: &str, value: Value| drop(package.insert(key.to_string(), value));
    put("uri", json!(uri));
    put("version", json!(VERSION));
    let used = EXTENSIONS.iter().filter(|extension| uses(&release, extension));
    put("extensions", used.map(|extension| json!(extension.address)).collect());
    put("publishedDate", release.get("date").cloned().unwrap_or_default());
    put("publisher", publishes(site));
    if !site.about.data_licence.is_empty() {
        put("license", json!(site.about.data_licence));
    }
    put("releases", json!([release]));
    Value::Object(package)
}

fn publishes(site: &Site) -> Value {
    let mut who = json!({ "name": publisher(site), "uri": format!("{}/", site.about.base_url) });
    if let Some((scheme, number)) = identified(&site.about.identifier) {
        who["scheme"] = json!(scheme);
        who["uid"] = json!(number);
    }
    who
}

/// Returns whether a field or a code of an extension stands anywhere in data.
fn uses(data: &Value, extension: &Extension) -> bool {
    match data {
        Value::Object(fields) => fields.iter().any(|(name, value)| {
            let coded = value.as_str().is_some_and(|code| extension.codes.contains(&code));
            let is_coded = coded && ["documentType", "scheme"].contains(&name.as_str());
            extension.fields.contains(&name.as_str()) || is_coded || uses(value, extension)
        }),
        Value::Array(values) => values.iter().any(|value| uses(value, extension)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

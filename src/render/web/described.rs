//! What a page is, for programs that read data and not words: who publishes the site, and what a piece of news or an event is.
//! Source: schema.org 29.0, GovernmentOrganization, NewsArticle and Event.

use serde_json::{Map, Value, json};

use super::html::SafeHtml;
use crate::model::{About, Details, Page, PageKind};
use crate::render::prose;

/// Returns what programs are told of a page; nothing of one that may put a reader in danger.
pub fn page(page: &Page, about: &About, url: &str) -> SafeHtml {
    let mut data = match (page.meta.sensitive, page.is_home(), page.meta.kind) {
        (true, _, _) => return SafeHtml::default(),
        (false, true, _) => publisher(about),
        (false, false, PageKind::News) => news(page, about, url),
        (false, false, PageKind::Event) => event(page, about, url),
        (false, false, _) => return SafeHtml::default(),
    };
    data.insert("@context".to_string(), json!("https://schema.org"));
    SafeHtml::data("application/ld+json", &Value::Object(data))
}

/// Returns the body that publishes the site.
fn publisher(about: &About) -> Map<String, Value> {
    let office = &about.organisation;
    let name = if office.name.is_empty() { &about.title } else { &office.name };
    let mut data = Map::new();
    let mut put = |key: &str, value: String| {
        if !value.is_empty() {
            data.insert(key.to_string(), Value::String(value));
        }
    };
    put("@type", "GovernmentOrganization".to_string());
    put("name", name.to_string());
    put("url", format!("{}/", about.base_url));
    put("telephone", prose::dial(&office.phone));
    put("email", office.email.clone());
    put("address", office.address.join(", "));
    data
}

/// Returns a piece of news.
fn news(page: &Page, about: &About, url: &str) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".to_string(), json!("NewsArticle"));
    data.insert("headline".to_string(), json!(page.meta.title));
    data.insert("description".to_string(), json!(page.meta.summary));
    data.insert("url".to_string(), json!(url));
    data.insert("inLanguage".to_string(), json!(page.lang.tag()));
    if let Some(published) = page.meta.published {
        data.insert("datePublished".to_string(), json!(published.date.to_string()));
    }
    if let Some(changed) = page.changed() {
        data.insert("dateModified".to_string(), json!(changed.to_string()));
    }
    data.insert("publisher".to_string(), Value::Object(publisher(about)));
    data
}

/// Returns an event. Its times are those of the place, so they say no distance from UTC.
fn event(page: &Page, about: &About, url: &str) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".to_string(), json!("Event"));
    data.insert("name".to_string(), json!(page.meta.title));
    data.insert("description".to_string(), json!(page.meta.summary));
    data.insert("url".to_string(), json!(url));
    data.insert("inLanguage".to_string(), json!(page.lang.tag()));
    if let Details::Event(event) = &page.meta.details {
        for (key, at) in [("startDate", event.starts), ("endDate", event.ends)] {
            if let Some(at) = at {
                let day = at.date.to_string();
                let written = at.minute.map_or(day, |_| at.begins().to_string());
                data.insert(key.to_string(), json!(written));
            }
        }
        if !event.place.is_empty() {
            data.insert(
                "location".to_string(),
                json!({ "@type": "Place", "name": event.place, "address": event.place }),
            );
        }
    }
    data.insert("organizer".to_string(), Value::Object(publisher(about)));
    data
}

//! How much paper braille takes, said before anybody sends a file to an embosser.

use handbill::model::grouped;
use handbill::render::{Catalogue, Offer};
use serde_json::{Value, json};

/// How many documents are named one by one.
const NAMED: usize = 10;

/// Returns every braille document for an embosser, by path.
fn documents(catalogue: &Catalogue) -> Vec<&Offer> {
    let mut documents: Vec<&Offer> =
        catalogue.offers().filter(|offer| offer.format == "braille" && offer.media == "BRF").collect();
    documents.sort_by(|a, b| a.route.cmp(&b.route));
    documents
}

/// Returns each document with its pages and volumes, for programs.
pub fn as_json(catalogue: &Catalogue) -> Value {
    let one = |offer: &Offer| {
        json!({
            "file": path(offer),
            "pages": offer.pages.unwrap_or_default(),
            "volumes": offer.volumes.unwrap_or_default(),
            "unread": offer.unread,
        })
    };
    documents(catalogue).into_iter().map(one).collect()
}

/// Returns lines about all braille, and each document; nothing where there is none.
pub fn lines(catalogue: &Catalogue) -> Vec<String> {
    let documents = documents(catalogue);
    if documents.is_empty() {
        return Vec::new();
    }
    let pages: usize = documents.iter().filter_map(|offer| offer.pages).sum();
    let mut lines = vec![format!("Braille: {} in {}", counted(pages, "page"), counted(documents.len(), "file"))];
    for offer in documents.iter().take(NAMED) {
        let (pages, volumes) = (offer.pages.unwrap_or_default(), offer.volumes.unwrap_or_default());
        let volumes = if volumes > 1 { format!("{}, ", counted(volumes, "volume")) } else { String::new() };
        lines.push(format!("  {}: {volumes}{}", path(offer), counted(pages, "page")));
    }
    if documents.len() > NAMED {
        lines.push(format!("  and {} more; --format json names all", documents.len() - NAMED));
    }
    lines
}

fn path(offer: &Offer) -> &str {
    offer.route.trim_start_matches('/')
}

fn counted(count: usize, thing: &str) -> String {
    format!("{} {thing}{}", grouped(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbill::model::{Lang, PageId};
    use handbill::render::{Audience, Subject};
    use handbill::words::Said;

    fn offer(page: u32, pages: usize, volumes: usize) -> Offer {
        Offer {
            subject: Subject::Page(PageId(page)),
            format: "braille",
            label: Said::new("Braille", &Lang::parse("en").expect("a language")),
            route: format!("/p{page:02}/p{page:02}.brf"),
            media: "BRF",
            bytes: 1,
            pages: Some(pages),
            volumes: Some(volumes),
            starts: std::sync::Arc::default(),
            audience: Audience::Person,
            unread: true,
            pixels: None,
            played: None,
        }
    }

    #[test]
    fn volumes_and_pages_are_told_by_file() {
        let mut catalogue = Catalogue::default();
        assert!(lines(&catalogue).is_empty());
        catalogue.add([offer(1, 1, 1), offer(2, 1_120, 9)]);
        catalogue.add([Offer { media: "PEF", ..offer(2, 1_120, 9) }]);
        assert_eq!(
            lines(&catalogue),
            ["Braille: 1,121 pages in 2 files", "  p01/p01.brf: 1 page", "  p02/p02.brf: 9 volumes, 1,120 pages"]
        );
        assert_eq!(as_json(&catalogue)[1], json!({"file": "p02/p02.brf", "pages": 1120, "volumes": 9, "unread": true}));
        catalogue.add((3..15).map(|page| offer(page, 2, 1)));
        assert_eq!(lines(&catalogue).last().map(String::as_str), Some("  and 4 more; --format json names all"));
    }
}

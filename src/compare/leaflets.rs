//! The leaflets of two builds compared, with who has copies.

use std::collections::BTreeMap;

use super::changes::edits;
use super::leaflet::Leaflet;
use super::output::Output;
use super::report::{Held, LeafletChange, LeafletHow};
use crate::model::{Lang, Site};

/// Returns the leaflets that are not as they were, by code and language.
pub fn compare_leaflets(then: &Output, now: &Output, site: &Site) -> Vec<LeafletChange> {
    type Both<'a> = (Option<&'a Leaflet>, Option<&'a Leaflet>);
    let mut all: BTreeMap<(&str, &str), Both<'_>> = BTreeMap::new();
    for leaflet in &then.leaflets {
        all.entry((&leaflet.reference, &leaflet.lang)).or_default().0 = Some(leaflet);
    }
    for leaflet in &now.leaflets {
        all.entry((&leaflet.reference, &leaflet.lang)).or_default().1 = Some(leaflet);
    }
    all.into_values().filter_map(|(old, new)| one(old, new, site)).collect()
}

fn one(old: Option<&Leaflet>, new: Option<&Leaflet>, site: &Site) -> Option<LeafletChange> {
    let shown = new.or(old)?;
    let language = Lang::parse(&shown.lang).unwrap_or_else(|| site.about.language.clone());
    let (how, changes) = match (old, new) {
        (Some(old), Some(new)) => {
            let changes = edits(&old.sentences, &new.sentences, language.tag(), &|old, new| old == new);
            if changes.is_empty() {
                return None;
            }
            (LeafletHow::Changed, changes)
        }
        (None, _) => (LeafletHow::New, Vec::new()),
        (_, None) => (LeafletHow::Gone, Vec::new()),
    };
    // The sentence with its code has the number of its edition.
    let numbered = |leaflet: &Leaflet| -> Option<String> {
        let mut said = leaflet.sentences.iter().rev().map(|one| one.words.as_str());
        said.find(|words| words.contains(&leaflet.reference)).map(str::to_string)
    };
    let edition_unchanged = old.zip(new).is_some_and(|(old, new)| numbered(old) == numbered(new));
    let mut holders = Vec::new();
    for issue in &site.editions.issues {
        if issue.reference == shown.reference && issue.language.is_same_language(&language) {
            holders.push(Held {
                to: issue.to.clone(),
                copies: issue.copies,
                edition: issue.edition,
                issued: issue.issued.to_string(),
            });
        }
    }
    Some(LeafletChange {
        reference: shown.reference.clone(),
        language: shown.lang.clone(),
        title: shown.title.clone(),
        how,
        edition_unchanged,
        changes,
        holders,
    })
}

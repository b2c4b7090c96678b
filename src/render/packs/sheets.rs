//! What stands in a pack besides leaflets: what is in it, how to print and fold each, and a note for staff.

use std::collections::BTreeSet;

use super::held::Held;
use crate::model::{Leaflet, Site};
use crate::render::folding;
use crate::words::{Said, Wording};

/// Returns each sheet's name in the pack and its words, in the order in which they are read.
pub fn all(site: &Site, place: &str, held: &[Held], leaflets: &[&Leaflet]) -> [(&'static str, String); 3] {
    let words = site.words.of(&site.about.language);
    [
        ("1-contents.txt", contents(site, place, held, words)),
        ("2-how-to-print.txt", how_to_print(site, leaflets, words)),
        ("3-note-for-staff.txt", note_for_staff(site, words)),
    ]
}

/// Returns a heading and what stands under it, with an empty line between.
fn sheet(title: &Said, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = std::iter::once(title.to_string()).chain(parts).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

fn contents(site: &Site, place: &str, held: &[Held], words: &Wording) -> String {
    let lines: Vec<String> = held.iter().map(|file| format!("{}\n  {}", file.name, file.label)).collect();
    let address = format!("{}{}for/{place}/", site.about.base_url, crate::model::LEAFLETS);
    sheet(&words.print.pack_contents, [lines.join("\n"), format!("{} {address}", words.print.web), call(site, words)])
}

fn how_to_print(site: &Site, leaflets: &[&Leaflet], words: &Wording) -> String {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut parts = vec![words.print.pack_scale.to_string()];
    for leaflet in leaflets.iter().filter(|leaflet| told.insert(leaflet.reference.as_str())) {
        let Some(sheet) = site.sheets.get(&leaflet.sheet) else { continue };
        let steps = folding::steps(sheet, leaflet, words);
        let steps: Vec<String> = steps.iter().map(|step| format!("- {}", step.words)).collect();
        parts.push(format!("{}, {}\n{}", leaflet.reference, leaflet.title, steps.join("\n")));
    }
    self::sheet(&words.print.pack_how, parts)
}

fn note_for_staff(site: &Site, words: &Wording) -> String {
    let print = &words.print;
    let parts = [&print.pack_private, &print.pack_safe, &print.pack_instead].map(|part| part.to_string());
    sheet(&print.pack_staff, parts.into_iter().chain([call(site, words)]))
}

/// Returns how to get more copies, or an answer.
fn call(site: &Site, words: &Wording) -> String {
    let phone = &site.about.organisation.phone;
    if phone.is_empty() {
        return String::new();
    }
    words.say(&words.sentences.leaflet_copies, &[("phone", phone.into())]).to_string()
}

//! Letters that ask for copies of a leaflet back, and address labels for them. They are printed in the office and are no part of
//! what is published.
//!
//! The way: who has copies of what (`letter`) → what a letter says (`said`) → pages (`letters`, `labels`).

mod labels;
mod letter;
mod letters;
mod line;
mod said;

use std::collections::BTreeMap;

use super::font::Faces;
use super::{File, PAGE_DESIGN, pdf};
use crate::diag::Diagnostic;
use crate::model::{Issue, Lang, Shared, Site, changes};
use crate::render::format::RenderError;

use letter::Letter;

/// The most letters of one file: about a ream of paper, as an office printer takes it. Source: ISO 22414, cut-size office paper is
/// packed in reams of 500 sheets.
const MOST_LETTERS: usize = 500;

/// Which letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To those whose copies say what is no longer so, or are of another edition.
    Changed,
    /// To all who have copies.
    All,
}

/// What is printed to ask for copies back.
#[derive(Debug, Default)]
pub struct Recall {
    /// The PDF files: letters, and labels where anybody has an address.
    pub files: Vec<File>,
    /// How many letters there are.
    pub letters: usize,
    /// How many labels there are.
    pub labels: usize,
    /// How many copies are asked for.
    pub copies: u64,
    /// Who has copies and no address.
    pub unaddressed: Vec<String>,
    /// What the author must mend.
    pub found: Vec<Diagnostic>,
}

/// Makes the letters and labels for the copies of a leaflet, in a language of the site; no files where nobody has any.
///
/// # Errors
///
/// A face or a PDF library fails.
pub fn recall(site: &Site, reference: &str, reach: Reach, lang: &Lang) -> Result<Recall, RenderError> {
    let letters = addressed(site, reference, reach);
    let mut recall = Recall { letters: letters.len(), ..Recall::default() };
    if letters.is_empty() {
        return Ok(recall);
    }
    let shared = shared(site, lang)?;
    let faces = Faces::read(site)?;
    let design = site.designs.get(PAGE_DESIGN);
    let name = |what: &str| format!("recall-{reference}-{}-{what}.pdf", site.today());
    recall.copies = letters.iter().flat_map(|letter| &letter.copies).map(|(issue, _)| u64::from(issue.copies)).sum();
    let unaddressed = letters.iter().filter(|letter| letter.address().is_empty());
    recall.unaddressed = unaddressed.map(|letter| letter.to.to_string()).collect();

    for (at, some) in letters.chunks(MOST_LETTERS).enumerate() {
        let (document, found) = letters::lay_out(site, &shared, (&faces, design), some, reference);
        let path = if letters.len() > MOST_LETTERS { name(&format!("letters-{}", at + 1)) } else { name("letters") };
        recall.files.push(File { path, bytes: pdf::write(&faces, &document)? });
        recall.found.extend(found);
    }
    let (document, count, found) = labels::lay_out(&shared, (&faces, design), &letters, reference);
    if count > 0 {
        recall.files.push(File { path: name("labels"), bytes: pdf::write(&faces, &document)? });
    }
    recall.labels = count;
    recall.found.extend(found);
    Ok(recall)
}

/// Returns what pages of a language share. A language without pages has of it what a letter needs: its words.
fn shared(site: &Site, lang: &Lang) -> Result<Shared, RenderError> {
    let own = &site.about.language;
    let known = site.shared.get(lang.tag()).or_else(|| site.shared.get(own.tag()));
    known.map(|known| Shared { lang: lang.clone(), ..(**known).clone() }).ok_or_else(|| RenderError::no_words_for(own))
}

/// Returns a letter for each who has copies, by name.
fn addressed<'s>(site: &'s Site, reference: &str, reach: Reach) -> Vec<Letter<'s>> {
    let mut letters: BTreeMap<&str, Letter<'s>> = BTreeMap::new();
    for (issue, changed) in changes(site) {
        let of_it: &Issue = issue;
        if of_it.reference != reference || reach == Reach::Changed && !letter::is_wrong(&changed) {
            continue;
        }
        let holder = site.editions.holders.get(&issue.to);
        let new = || Letter { to: &issue.to, holder, copies: Vec::new() };
        letters.entry(&issue.to).or_insert_with(new).copies.push((issue, changed));
    }
    letters.into_values().collect()
}

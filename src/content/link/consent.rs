//! Nobody's story is published without a whole record of their consent, or where it was not given for. This is no rule of
//! the checks: nobody can switch it off. What begins by the clock alone, such as a consent that ends, is no error: the story
//! is then not among the pages (see `settle.rs`).

use std::collections::BTreeMap;

use super::world::World;
use crate::content::read::page::Head;
use crate::content::{Asked, problems};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::{Consent, Scope};
use crate::model::{Block, Details, PageId, PageKind, walk};

/// Judges a page: its own record, where it is a story, and the words of stories that it brings in.
pub fn of_page(world: &dyn World, page: &Head, blocks: &[Block]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let meta = &page.front.meta;
    if let Details::CaseStudy(story) = &meta.details {
        match &story.consent {
            Some(consent) => record(page, consent, world.asked(), &mut found),
            None => missing(page, &mut found),
        }
    }
    let mut wanted: Vec<Scope> = meta.formats.iter().filter_map(|format| world.asked().scope_of(*format)).collect();
    wanted.extend((meta.kind == PageKind::News).then_some(Scope::Press));
    wanted.dedup();
    elsewhere(world, blocks, page.file, "this page", &wanted, &mut found);
    found
}

/// Judges a leaflet, which brings in words to be printed.
pub fn of_leaflet(world: &dyn World, file: FileId, blocks: &[Block]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    elsewhere(world, blocks, file, "this leaflet", &[Scope::Print], &mut found);
    found
}

/// Reports words of stories that may not stand where they are brought in.
fn elsewhere(
    world: &dyn World,
    blocks: &[Block],
    own: FileId,
    place: &str,
    wanted: &[Scope],
    found: &mut Vec<Diagnostic>,
) {
    for (file, spans) in brought_in(blocks, own) {
        let Some(story) = world.head(PageId(file.0)) else { continue };
        let Details::CaseStudy(details) = &story.front.meta.details else { continue };
        let covers = |wanted: &str| details.consent.as_ref().is_some_and(|consent| consent.covers(wanted));
        for wanted in wanted.iter().map(|scope| scope.name()).filter(|wanted| !covers(wanted)) {
            for span in &spans {
                let message = format!("{place} brings in words of `{}`, and the consent is not for that", story.path);
                let help = format!("remove this line, or ask again and add `{wanted}` to `scope`");
                found.push(Diagnostic::new(&problems::CONSENT_INVALID, *span, message, help));
            }
        }
    }
}

fn missing(page: &Head, found: &mut Vec<Diagnostic>) {
    let help = "add `consent:` with `reference`, `scope`, `given`, `expires` and `reviewer`, or write `draft: true`";
    let message = "this case study does not say that its people agreed to it";
    found.push(Diagnostic::new(&problems::CONSENT_INVALID, page.at("kind"), message, help));
}

fn record(page: &Head, consent: &Consent, asked: &Asked, found: &mut Vec<Diagnostic>) {
    let span = page.at("consent");
    // A key that was written wrongly was reported when it was read; the rule `gap-left` reports a gap.
    let mut tell = |message: String, help: &str| {
        found.push(Diagnostic::new(&problems::CONSENT_INVALID, span, message, help));
    };
    if consent.reference.is_empty() {
        tell("the consent has no reference".to_string(), "add `reference:` with the number of the signed form");
    }
    if consent.given.is_none() {
        tell("the consent does not say when it was given".to_string(), "add `given:` with the day");
    }
    if consent.expires.is_none() {
        tell("the consent does not say when it ends".to_string(), "add `expires:` with a day, such as `2027-11-01`");
    }
    if consent.reviewer.is_empty() {
        tell("nobody is named who checked the consent".to_string(), "add `reviewer:` with a name or a role");
    }
    if consent.scope.is_empty() {
        tell("the consent does not say what it is for".to_string(), "add a line such as `scope: [web, print]`");
        return;
    }
    for format in &page.front.meta.formats {
        let Some(wanted) = asked.scope_of(*format).map(Scope::name) else { continue };
        if !consent.covers(wanted) {
            let message = format!("this case study is made as `{format}`, and the consent is not for that");
            let help = format!("take `{format}` out of `formats`, or ask again and add `{wanted}` to `scope`");
            tell(message, &help);
        }
    }
}

/// Returns the files whose words blocks bring in, with the lines that ask for them.
fn brought_in(blocks: &[Block], own: FileId) -> BTreeMap<FileId, Vec<Span>> {
    let mut files: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    walk::blocks(blocks, &mut |block| {
        let Block::Included(included) = block else { return };
        for file in included.blocks.iter().map(|block| block.span().file).filter(|file| *file != own) {
            let spans = files.entry(file).or_default();
            if !spans.contains(&included.span) {
                spans.push(included.span);
            }
        }
    });
    files
}

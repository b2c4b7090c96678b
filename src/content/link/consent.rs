//! Nobody's story is published without a whole record of their consent, or where it was not given for. This is no rule of
//! the checks: nobody can switch it off. What begins by the clock alone, such as a consent that ends, is no error: the story
//! is then not among the pages (see `settle.rs`).

use crate::content::Loading;
use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::{CaseStudy, Consent, Scope};
use crate::model::{Block, Details, Page, Site, walk};

/// Says what consent a format needs; nothing where there is no such format.
type ScopeOf = fn(&str) -> Option<Scope>;

/// Judges every case study, and every page and leaflet that brings in words of one.
pub fn judge(site: &Site, scope_of: ScopeOf, loading: &mut Loading) {
    for page in &site.pages {
        let Details::CaseStudy(story) = &page.meta.details else { continue };
        match &story.consent {
            Some(consent) => record(page, consent, scope_of, &mut loading.found),
            None => missing(page, &mut loading.found),
        }
        elsewhere(site, page, story, scope_of, &mut loading.found);
    }
}

fn missing(page: &Page, found: &mut Vec<Diagnostic>) {
    let help = "add `consent:` with `reference`, `scope`, `given`, `expires` and `reviewer`, or write `draft: true`";
    let message = "this case study does not say that its people agreed to it";
    found.push(Diagnostic::new(&problems::CONSENT_INVALID, page.key_span("kind"), message, help));
}

fn record(page: &Page, consent: &Consent, scope_of: ScopeOf, found: &mut Vec<Diagnostic>) {
    let span = page.key_span("consent");
    // A key that was written wrongly has been told of already; a gap is told of by the checks.
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
    for format in &page.meta.formats {
        let Some(wanted) = scope_of(format).map(Scope::name) else { continue };
        if !consent.covers(wanted) {
            let message = format!("this case study is made as `{format}`, and the consent is not for that");
            let help = format!("take `{format}` out of `formats`, or ask again and add `{wanted}` to `scope`");
            tell(message, &help);
        }
    }
}

/// Reports leaflets and news that bring in words of a story that may not stand there.
fn elsewhere(site: &Site, page: &Page, story: &CaseStudy, scope_of: ScopeOf, found: &mut Vec<Diagnostic>) {
    let covers = |wanted: &str| story.consent.as_ref().is_some_and(|consent| consent.covers(wanted));
    let mut tell = |span: Span, place: &str, wanted: &str| {
        let message = format!("{place} brings in words of `{}`, and the consent is not for that", page.path);
        let help = format!("remove this line, or ask again and add `{wanted}` to `scope`");
        found.push(Diagnostic::new(&problems::CONSENT_INVALID, span, message, help));
    };
    if !covers(Scope::Print.name()) {
        for sheet in &site.sheets {
            let panels = sheet.panels.iter().flat_map(|panel| [&panel.head, &panel.foot]);
            for span in panels.flat_map(|blocks| brought_in(blocks, page.file)) {
                tell(span, "this leaflet", Scope::Print.name());
            }
        }
    }
    for other in site.pages.iter().filter(|other| other.file != page.file) {
        let spans = brought_in(&other.blocks, page.file);
        if spans.is_empty() {
            continue;
        }
        let mut wanted: Vec<Scope> = other.meta.formats.iter().filter_map(|format| scope_of(format)).collect();
        wanted.extend((other.meta.kind == "news").then_some(Scope::Press));
        wanted.dedup();
        for wanted in wanted.into_iter().map(Scope::name).filter(|wanted| !covers(wanted)) {
            for span in &spans {
                tell(*span, "this page", wanted);
            }
        }
    }
}

/// Returns where blocks bring in words of a file.
fn brought_in(blocks: &[Block], file: FileId) -> Vec<Span> {
    let mut spans = Vec::new();
    walk::blocks(blocks, &mut |block| {
        if let Block::Included(included) = block
            && included.blocks.iter().any(|block| block.span().file == file)
        {
            spans.push(included.span);
        }
    });
    spans
}

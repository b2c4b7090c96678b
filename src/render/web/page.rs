//! A page of the site: what templates are told of it, put into the one that fits it.

use super::context::{Child, Offers, PageContext};
use super::listed::{self, FEED};
use super::long_lists;
use super::parts::Part;
use super::website::WebsitePress;
use crate::diag::{Diagnostic, FindingKind, Severity};
use crate::model::PageId;
use crate::render::address::output_path;
use crate::render::format::{Given, Made, RenderError};
use crate::render::manuscript::{credits, notices};

/// A link within a page that leads to nothing on it.
pub const TARGET_MISSING: FindingKind = FindingKind {
    code: "W001",
    name: "target-missing",
    severity: Severity::Error,
    wcag: &["2.4.4"],
    act: &[],
    doc: include_str!("problems/target_missing.md"),
};

/// Makes a page.
///
/// # Errors
///
/// What the operator must mend. What the author must mend is in [`Made::diagnostics`].
pub fn make(press: &WebsitePress<'_>, id: PageId, given: &Given<'_>) -> Result<Made, RenderError> {
    let (page, catalogue) = (given.page(press.site, id), given.catalogue);
    let (frame, _) = press.frame(&page.lang)?;
    let mut page_context = PageContext::of(page, press.shared(&page.lang)?, frame, &Offers::of(id, page, catalogue));
    let words = press.site.words.of(&page.lang);
    let (notices, credits) = (notices(press.site, page, words), credits(press.site, page, words));
    page_context.around_easy_read(&notices, &credits, &page.lang);
    let lists = long_lists::below(page);
    let part = |at| Part { lists: &lists, at, name: &page.meta.title, root: &frame.root };
    if listed::has_feed(page) {
        page_context.feed = format!("{}{FEED}", page_context.route);
    }
    if !page.is_home() {
        page_context.pages = Child::all(&lists[0], &page.lang, &press.site.words, &frame.root);
        part(0).place(&mut page_context, &press.site.about, &frame.fixed, &page.lang);
    }
    let (above, section) = (page_context.crumbs.clone(), page_context.section.clone());
    let template = match (page.is_home(), page.children.is_empty()) {
        (true, _) => "home.html",
        (false, false) => "section.html",
        (false, true) => "page.html",
    };
    let mut made = Made::default();
    for id in press.fill(template, page_context, &page.lang, catalogue, output_path(&page.route), &mut made)? {
        let message = format!("a link on this page leads to `#{id}`, which is not on it");
        let help = "give a heading this id, or correct the link";
        made.diagnostics.push(Diagnostic::new(&TARGET_MISSING, page.meta.span, message, help));
    }
    for (at, list) in lists.iter().enumerate().skip(1) {
        let mut more = part(at).context(&press.site.about, &frame.fixed, &page.lang);
        more.summary.clone_from(&page.meta.summary);
        more.crumbs.splice(0..0, above.iter().cloned());
        more.section.clone_from(&section);
        more.mark_sensitive(page.meta.sensitive);
        more.pages = Child::all(list, &page.lang, &press.site.words, &frame.root);
        press.fill("list.html", more, &page.lang, catalogue, output_path(&list.route), &mut made)?;
    }
    Ok(made)
}

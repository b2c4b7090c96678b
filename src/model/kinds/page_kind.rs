//! What a page is for.

use std::fmt;

/// What a page is for: `kind` in its front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKind {
    /// Any page; what a page is that names no kind.
    Page,
    /// The page of a folder, which lists the pages in it.
    Section,
    /// A strategy.
    Strategy,
    /// What a service does, or how something is done.
    Explainer,
    /// Something new.
    News,
    /// A procurement notice.
    Notice,
    /// A call for applications.
    Funding,
    /// A consultation.
    Consultation,
    /// Somebody's story.
    CaseStudy,
    /// A report with recommendations.
    Report,
    /// A film.
    Film,
    /// A text in pictures and short sentences.
    EasyRead,
    /// Something that happens at a time and a place.
    Event,
    /// Something to do or know in parts, each a page.
    Guide,
}

impl PageKind {
    /// Returns its name in front matter.
    pub fn name(self) -> &'static str {
        match self {
            PageKind::Page => "page",
            PageKind::Section => "section",
            PageKind::Strategy => "strategy",
            PageKind::Explainer => "explainer",
            PageKind::News => "news",
            PageKind::Notice => "notice",
            PageKind::Funding => "funding",
            PageKind::Consultation => "consultation",
            PageKind::CaseStudy => "case-study",
            PageKind::Report => "report",
            PageKind::Film => "film",
            PageKind::EasyRead => "easy-read",
            PageKind::Event => "event",
            PageKind::Guide => "guide",
        }
    }
}

impl fmt::Display for PageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

//! Pages of the website looked at as they are made, before they go out. What is wrong is told at the author's words, or at the
//! theme's file, and once for all pages that have it. What is looked for lives in `audit`.

mod template;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::audit::css::cascade::Placed;
use crate::audit::css::index::{Index, Indexes};
use crate::audit::css::sheet::{self, Sheet};
use crate::audit::wcag::{Level as Wcag, level};
use crate::audit::{self, Beside, Found, Outcome, Rule, address};
use crate::check;
use crate::config::{Config, Level};
use crate::diag::{Diagnostic, FileId, FindingKind, Markup, Severity, Sources, Span};
use crate::model::{Date, Page, Theme, Waiver, grouped};
use crate::render::address::base_path;
use crate::render::{File, Trace};

/// Rules of the audit that an author's own words are looked at for already, each by a rule that knows what was meant and that
/// authors can set and accept. In what a theme writes they are told.
const TOLD_BY: &[(&str, &str)] = &[
    ("alt-is-file-name", "alt-filename"),
    ("heading-level-left-out", "heading-skip"),
    ("heading-unnamed", "heading-empty"),
    ("image-unnamed", "image-alt-missing"),
    ("link-words-empty", "link-text-vague"),
    ("other-hosts", "policy-refuses"),
    ("table-without-headers", "table-header-missing"),
];

/// Rules of the audit that others answer for in a build: links and the first heading are looked at when a page is put together.
const ANSWERED_FOR: &[&str] = &["anchor-missing", "file-missing", "heading-first-missing"];

/// Rules whose findings stand at the root of a page and are about its own words.
const OF_WORDS: &[&str] = &["page-language-wrong", "page-title-missing"];

/// Who looks at pages, with what was found so far.
pub(super) struct Auditor {
    rules: Vec<&'static Rule>,
    config: Arc<Config>,
    theme: Arc<Theme>,
    /// The folder that the site stands in at its host, such as `/safer`.
    root: String,
    /// Style sheets by path, read once for all pages and settings.
    sheets: Mutex<BTreeMap<String, Option<Arc<Sheet>>>>,
    indexes: Indexes,
    told: Mutex<BTreeMap<Key, Told>>,
}

/// What is told once: a rule at a place, and where the place says too little, the words or the element.
type Key = (&'static str, FileId, u32, String);

/// The place of what no file writes.
const NO_FILE: FileId = FileId(u32::MAX);

/// Something that was found, on as many pages as it was.
struct Told {
    /// The path of the first page that has it.
    first: String,
    pages: usize,
    found: Diagnostic,
}

/// What a page was made from.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// Where what concerns the whole page is told.
    pub place: Span,
    /// What its author accepts.
    pub waivers: &'a [Waiver],
    /// The day that the site is made for.
    pub today: Date,
}

impl<'a> About<'a> {
    /// Returns what a page of the site was made from.
    pub(super) fn page(page: &'a Page, today: Date) -> About<'a> {
        About { place: page.meta.span, waivers: &page.waivers, today }
    }
}

/// Returns a file that pages ask for, by its path under the output folder.
pub(super) type FileOf<'a> = &'a dyn Fn(&str) -> Option<Arc<[u8]>>;

impl Auditor {
    /// Returns who looks at the pages of a site; nothing where `site.toml` cannot be read, or has all rules for it off.
    pub(super) fn new(config: Option<&Arc<Config>>, theme: &Arc<Theme>) -> Option<Auditor> {
        let config = config?;
        let rules: Vec<&'static Rule> = audit::rules().filter(|rule| is_looked_for(config, &rule.kind)).collect();
        (!rules.is_empty()).then(|| Auditor {
            rules,
            config: Arc::clone(config),
            theme: Arc::clone(theme),
            root: base_path(&config.about.base_url),
            sheets: Mutex::default(),
            indexes: Indexes::default(),
            told: Mutex::default(),
        })
    }

    /// Returns whether this is who looks at the pages of a site with such settings and such a theme.
    pub(super) fn is_for(&self, config: &Arc<Config>, theme: &Arc<Theme>) -> bool {
        Arc::ptr_eq(&self.config, config) && Arc::ptr_eq(&self.theme, theme)
    }

    /// Looks at the pages among files that were made.
    pub(super) fn look(&self, files: &[File], traces: &[Trace], about: About<'_>, file_of: FileOf<'_>) {
        for file in files.iter().filter(|file| file.path.ends_with(".html")) {
            let found = self.one(file, traces, about, file_of);
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, (found, _)) in found {
                let entry = told.entry(key).or_insert_with(|| Told {
                    first: file.path.clone(),
                    pages: 0,
                    found: found.clone(),
                });
                entry.pages += 1;
                if file.path < entry.first {
                    (entry.first, entry.found) = (file.path.clone(), found);
                }
            }
        }
    }

    /// Returns what is wrong with one page, each thing once, and the byte of the page at which its element starts; nothing for
    /// what no element of it has.
    pub(super) fn one(
        &self,
        file: &File,
        traces: &[Trace],
        about: About<'_>,
        file_of: FileOf<'_>,
    ) -> BTreeMap<Key, (Diagnostic, Option<usize>)> {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { return BTreeMap::new() };
        let around = Around { auditor: self, page: &file.path, file_of };
        let looked = audit::look_for(&self.rules, text, &around);
        let traced = traces.iter().find(|trace| trace.path == file.path);
        let mut used = vec![false; about.waivers.len()];
        let mut all = BTreeMap::new();
        for found in looked.found.iter().filter(|found| found.outcome == Outcome::Failed) {
            let Some((key, diagnostic)) = self.placed(found, text, traced, about) else { continue };
            if !check::accepts(about.waivers, &diagnostic, about.today, &mut used) {
                let start =
                    text.as_bytes().get(..=found.place.start).and_then(|up_to| up_to.iter().rposition(|b| *b == b'<'));
                all.entry(key).or_insert((diagnostic, start));
            }
        }
        for (waiver, used) in about.waivers.iter().zip(used) {
            let own = self.rules.iter().any(|rule| waiver.rule == rule.kind.name || waiver.rule == rule.kind.code);
            if own && !used && check::is_in_force(waiver, about.today) {
                let unused = check::unused(waiver);
                let key = (unused.kind.code, unused.span.file, unused.span.start, unused.message.clone());
                all.insert(key, (unused, None));
            }
        }
        all
    }

    /// Returns a finding at its place in a source; nothing where another rule tells it there.
    fn placed(&self, found: &Found, text: &str, traced: Option<&Trace>, about: About<'_>) -> Option<(Key, Diagnostic)> {
        // A range comes before those inside it, so that the last is the narrowest.
        let mut around = traced.into_iter().flat_map(|trace| &trace.spans);
        let words = around.rfind(|(range, _)| range.contains(&found.place.start)).map(|(_, span)| *span);
        if words.is_some() && TOLD_BY.iter().any(|(rule, _)| *rule == found.kind.name) {
            return None;
        }
        let of_page = OF_WORDS.contains(&found.kind.name).then_some(about.place);
        let entry = traced.map_or("", |trace| trace.template.as_str());
        let written = || template::place(&self.theme, entry, text, found.place.start);
        let (span, file, told_once) = match words.or(of_page) {
            Some(span) => (span, span.file, found.message.clone()),
            None => match written() {
                Some(span) if span.start < span.end => (span, span.file, String::new()),
                Some(span) => (span, span.file, found.target.clone()),
                // What Handbill itself writes is told at the first page that has it.
                None => (Span::whole(about.place.file), NO_FILE, found.target.clone()),
            },
        };
        let mut diagnostic = Diagnostic::new(found.kind, span, found.message.clone(), found.help.clone());
        diagnostic.markup =
            Some(Box::new(Markup { target: found.target.clone(), html: found.html.clone(), sure: true }));
        Some(((found.kind.code, file, span.start, told_once), diagnostic))
    }

    /// Returns what was found on all pages, at the levels of the site.
    pub(super) fn end(&self, sources: &Sources) -> Vec<Diagnostic> {
        let told = std::mem::take(&mut *self.told.lock().unwrap_or_else(PoisonError::into_inner));
        let said = |Told { first, pages, mut found }: Told| {
            if pages > 1 {
                found.help = format!("{}; it is so on {} pages, first `{first}`", found.help, grouped(pages));
            }
            self.levelled(found, sources)
        };
        told.into_values().filter_map(said).collect()
    }

    /// Returns a finding at the level of the site; nothing where that is off.
    pub(super) fn levelled(&self, mut found: Diagnostic, sources: &Sources) -> Option<Diagnostic> {
        let path = &sources.get(found.span.file).path;
        let path = path.strip_prefix("content/").unwrap_or(path);
        match self.config.checks.level(found.kind.name, found.kind.severity, path) {
            Level::At(severity) => found.severity = severity,
            Level::Off => return None,
        }
        Some(found)
    }
}

/// Returns whether a rule of the audit looks at pages as they are made. Advice, and what is beyond the law, level AAA of WCAG, is
/// looked for where the site names its rule.
fn is_looked_for(config: &Config, kind: &FindingKind) -> bool {
    let named = config.checks.named.iter().any(|(rule, _)| rule == kind.name);
    let told = kind.severity != Severity::Info && level(kind.wcag).is_none_or(|level| level <= Wcag::Aa);
    let asked = (named || told) && !ANSWERED_FOR.contains(&kind.name);
    let sections = config.checks.sections.iter().any(|(_, levels)| levels.contains_key(kind.name));
    asked && (sections || config.checks.level(kind.name, kind.severity, "") != Level::Off)
}

/// What lies beside a page of the site.
struct Around<'a> {
    auditor: &'a Auditor,
    page: &'a str,
    file_of: FileOf<'a>,
}

impl Around<'_> {
    fn path(&self, written: &str) -> Option<String> {
        let own = written.strip_prefix(self.auditor.root.as_str()).filter(|rest| rest.starts_with('/'));
        address::beside(self.page, own.unwrap_or(written))
    }
}

impl Beside for Around<'_> {
    fn text(&self, address: &str) -> Option<String> {
        let bytes = (self.file_of)(&self.path(address)?)?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn sheet(&self, address: &str) -> Option<Arc<Sheet>> {
        let path = self.path(address)?;
        let mut sheets = self.auditor.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = sheets.get(&path) {
            return known.clone();
        }
        let read = (self.file_of)(&path).map(|bytes| Arc::new(sheet::parse(&String::from_utf8_lossy(&bytes))));
        sheets.insert(path, read.clone());
        read
    }

    fn index(&self, sheets: &[Placed], quirks: bool) -> Arc<Index> {
        self.auditor.indexes.of(sheets, quirks)
    }

    fn known_as(&self, address: &str) -> Option<String> {
        self.path(address)
    }
}

//! One Markdown file to a page, and pages to a site: addresses, sections, translations, navigation.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::content::Asked;
use crate::content::Loading;
use crate::content::kinds::{Compose, Composed};
use crate::content::link::settle::{self, Absence, AllGone};
use crate::content::link::uses;
use crate::content::problems;
use crate::content::read::front_matter::{self, Front, Original};
use crate::content::read::markdown::{Reader, slug};
use crate::content::yaml::values;
use crate::diag::nearest;
use crate::diag::{Diagnostic, FileId, Sources, Span};
use crate::model::{Alias, Around, Block, HOME, Lang, Note, Page, PageId, Site, Topic, Waiver, generated};
use crate::words::Wordings;

/// A page as its file has it.
pub struct Draft {
    /// Its file.
    pub file: FileId,
    /// Its path under `content/`.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Its front matter.
    pub front: Front,
    /// What stands on it.
    pub blocks: Vec<Block>,
    notes: Vec<Note>,
    waivers: Vec<Waiver>,
}

impl Draft {
    /// Returns its path without its language, which its translations share.
    pub fn bare(&self) -> String {
        untranslated(&self.path, &self.lang)
    }

    /// Returns the paths under `content/` that the page asks for.
    pub fn wanted(&self) -> BTreeSet<String> {
        let notes = self.notes.iter().map(|note| note.blocks.as_slice());
        let parts = std::iter::once(self.blocks.as_slice()).chain(notes);
        uses::wanted(&self.path, parts, Some(&self.front.meta.details))
    }
}

/// The originals of translations, by their paths without a language.
pub type Originals = BTreeMap<String, (String, Original)>;

/// Reads the front matter of every file of a folder that there is a translation of; what is wrong with it is told when the file itself
/// is read.
pub fn originals(files: &[(FileId, Arc<str>)], root: &str, sources: &Sources, config: &Config) -> Originals {
    let own = &config.about.language;
    let named = |file: FileId| {
        let path = sources.get(file).path.strip_prefix(root).unwrap_or("").to_string();
        let lang = language(&path, config, file, &mut Vec::new());
        (untranslated(&path, &lang), path, lang)
    };
    let translated: BTreeSet<String> =
        files.iter().map(|(file, _)| named(*file)).filter(|(.., lang)| lang != own).map(|(bare, ..)| bare).collect();
    let mut originals = Originals::new();
    for (file, text) in files.iter().filter(|_| !translated.is_empty()) {
        let (bare, path, lang) = named(*file);
        if lang == *own
            && translated.contains(&bare)
            && let Ok(split) = front_matter::split(text, *file)
            && let Ok(values) = values::parse(&text[split.yaml.clone()], *file, split.yaml.start)
        {
            originals.insert(bare, (path, Original { values }));
        }
    }
    originals
}

/// Reads one file.
pub fn parse(
    path: &str,
    text: &str,
    file: FileId,
    (config, asked, originals, words): (&Config, &Asked<'_>, &Originals, &Wordings),
    found: &mut Vec<Diagnostic>,
) -> Option<Draft> {
    let split = front_matter::split(text, file).map_err(|problem| found.push(*problem)).ok()?;
    let path = crate::content::plain_path(path);
    let lang = language(&path, config, file, found);
    let original = originals.get(&untranslated(&path, &lang)).filter(|_| lang != config.about.language);
    let original = original.map(|(path, original)| (path.as_str(), original));
    let mut front = front_matter::page(text, &split, file, (&asked.clock.zone, original), found);
    let mut reader = Reader::new(text, file, found);
    let mut composed = Composed::default();
    if let Some(front) = &mut front {
        let publisher = &config.about.organisation;
        let write = std::mem::replace(&mut front.compose, Box::new(|_| {}));
        let meta = &front.meta;
        let mut compose =
            Compose::new(&mut reader, (&lang, &meta.title, words.of(&lang)), &asked.clock, publisher, meta.span);
        write(&mut compose);
        composed = compose.finish();
    }
    let blocks = around(composed, reader.body(split.body..text.len()));
    let (notes, mut waivers) = (reader.notes, reader.waivers);
    let front = front?;
    waivers.extend(front.waivers.iter().cloned());
    Some(Draft { file, path, lang, front, blocks, notes, waivers })
}

/// Puts what a page's kind wrote around its text; contacts and formats at the text's end stay last.
fn around(composed: Composed, mut text: Vec<Block>) -> Vec<Block> {
    if composed.lead.is_empty() && composed.middle.is_empty() && composed.tail.is_empty() {
        return text;
    }
    let closing = |block: &&Block| matches!(block, Block::Contact(_) | Block::Formats(_));
    let last = text.split_off(text.len() - text.iter().rev().take_while(closing).count());
    let opening = text.iter().take_while(|block| !matches!(block, Block::Heading(_))).count();
    let mut rest = text.split_off(opening);
    let mut blocks = composed.lead;
    let bare = text.first().is_some_and(|block| !matches!(block, Block::Heading(_)));
    blocks.extend(composed.between.filter(|_| bare));
    blocks.append(&mut text);
    blocks.extend(composed.middle);
    blocks.append(&mut rest);
    blocks.extend(composed.tail);
    blocks.extend(last);
    blocks
}

/// Returns the language in a file's name, such as `cy` of `page.cy.md`, or else the site's.
pub fn language(path: &str, config: &Config, file: FileId, found: &mut Vec<Diagnostic>) -> Lang {
    let own = &config.about.language;
    let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    let Some((_, tag)) = stem.rsplit_once('.') else { return own.clone() };
    let mut known = std::iter::once(own).chain(&config.about.languages);
    if let Some(lang) = known.find(|lang| lang.tag() == tag || lang.primary() == tag) {
        return lang.clone();
    }
    if tag.len() == 2
        && let Some(lang) = Lang::parse(tag)
    {
        let message = format!("this file is a translation into `{tag}`, which is not one of the site's languages");
        let help = format!("add \"{tag}\" to `languages` in site.toml, or rename the file");
        found.push(Diagnostic::new(&problems::FRONT_MATTER_VALUE, Span::whole(file), message, help));
        return lang;
    }
    own.clone()
}

/// Returns a file's path without its language, such as `help-now.md` of `help-now.cy.md`.
pub fn untranslated(path: &str, lang: &Lang) -> String {
    let stem = path.trim_end_matches(".md");
    let bare =
        [lang.tag(), &lang.primary()].iter().find_map(|tag| stem.strip_suffix(&format!(".{tag}"))).unwrap_or(stem);
    format!("{bare}.md")
}

/// Returns a page's address: its folders and name in lower case, with a slash at both ends.
fn route(path: &str, lang: &Lang, own: &Lang) -> String {
    let bare = untranslated(path, lang);
    let bare = bare.trim_end_matches(".md");
    let bare = bare.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(bare);
    let mut route = String::from("/");
    if lang != own {
        route.push_str(&lang.primary());
        route.push('/');
    }
    for part in bare.split('/').filter(|part| !part.is_empty()) {
        route.extend(part.chars().flat_map(char::to_lowercase).map(|c| if c.is_whitespace() { '-' } else { c }));
        route.push('/');
    }
    route
}

/// Puts the pages into the site. Returns those that are not published at this moment.
pub fn arrange(
    site: &mut Site,
    mut drafts: Vec<Draft>,
    config: &Config,
    asked: &Asked<'_>,
    loading: &mut Loading,
) -> AllGone {
    let own = &config.about.language;
    let absences = settle::settle(&mut drafts, own, asked, &mut loading.found);
    site.next_change = settle::next_change(&drafts, asked);
    let mut gone = AllGone::new();
    let mut ready: Vec<(String, Draft)> = Vec::with_capacity(drafts.len());
    for (draft, absence) in drafts.into_iter().zip(absences) {
        let route = route(&draft.path, &draft.lang, own);
        loading.to_come |= absence.is_some_and(Absence::is_to_come);
        match absence {
            Some(absence) => drop(gone.insert(draft.path.clone(), settle::gone(&draft, own, route, absence))),
            None => ready.push((route, draft)),
        }
    }
    ready.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.path.cmp(&b.1.path)));
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    let mut aliases = Vec::new();
    for (route, draft) in ready {
        let span = Span::whole(draft.file);
        if generated().contains(&route.as_str()) {
            let help = "give the file another name; Handbill makes this page itself";
            let message = format!("this page would stand at `{route}`, which is taken");
            loading.found.push(Diagnostic::new(&problems::ROUTE_TAKEN, span, message, help));
            continue;
        }
        if let Some(first) = taken.get(&route) {
            let message =
                format!("this page and `{}` would both stand at `{route}`", loading.sources.get(first.file).path);
            let problem =
                Diagnostic::new(&problems::ROUTE_TAKEN, span, message, "give one of the two files another name");
            loading.found.push(problem.with_label(*first, "the other page"));
            continue;
        }
        taken.insert(route.clone(), span);
        let page = page(route, draft, config, asked, &mut aliases, &mut loading.found);
        site.pages.push(page);
    }
    hang_together(site);
    topics(site);
    site.aliases = kept(aliases, &taken, site, loading);
    no_start(site, &gone, loading);
    gone
}

/// Reports a site that has pages and no start page: every page leads to it. One that is not there at this moment only is
/// no reason to stop a build that runs by itself.
fn no_start(site: &Site, gone: &AllGone, loading: &mut Loading) {
    let mut on_the_web = site.pages.iter().filter(|page| page.has_format("web")).peekable();
    if on_the_web.peek().is_none() || on_the_web.any(|page| page.route == "/") {
        return;
    }
    let (there, away) = (site.pages.iter().any(|page| page.route == "/"), gone.values().any(|gone| gone.route == "/"));
    if !there && !away && loading.sources.iter().any(|(_, source)| source.path == "content/index.md") {
        // It cannot be read, which is told at its own place.
        return;
    }
    let settings = loading.sources.iter().next().map_or(FileId(0), |(file, _)| file);
    let (message, help) = if there {
        ("the start page is not on the web", "add `web` to `formats` in `content/index.md`; every page leads there")
    } else {
        ("the site has no start page", "write it: `content/index.md`; every page leads there")
    };
    let mut found = Diagnostic::new(&problems::START_MISSING, Span::whole(settings), message, help);
    found.timed = away;
    loading.found.push(found);
}

fn page(
    route: String,
    draft: Draft,
    config: &Config,
    asked: &Asked<'_>,
    aliases: &mut Vec<(String, String, Span)>,
    found: &mut Vec<Diagnostic>,
) -> Page {
    let mut meta = draft.front.meta;
    let formats = config.formats.get(&meta.kind).or_else(|| config.formats.get("default"));
    if !draft.front.formats_named {
        let default = || vec!["web".to_string()];
        meta.formats = formats.map_or_else(default, |names| names.iter().map(|(name, _)| name.clone()).collect());
    }
    let mut slug = route.trim_end_matches('/').rsplit('/').next().unwrap_or("").to_string();
    let translated = draft.lang != config.about.language && route == format!("/{}/", draft.lang.primary());
    if slug.is_empty() || translated {
        slug = HOME.to_string();
    }
    let at = |key: &str| meta.spans.get(key).copied().unwrap_or(meta.span);
    if draft.front.formats_named {
        for name in meta.formats.iter().filter(|name| !asked.formats.contains(&name.as_str())) {
            found.push(unknown_format(name, at("formats"), asked.formats));
        }
    }
    aliases.extend(draft.front.aliases.into_iter().map(|(from, span)| (from, route.clone(), span)));
    Page {
        file: draft.file,
        path: draft.path,
        route,
        slug,
        lang: draft.lang,
        meta,
        blocks: draft.blocks,
        notes: draft.notes,
        sources: Vec::new(),
        waivers: draft.waivers,
        kept: draft.front.kind.kept,
        topics: Vec::new(),
        parent: None,
        children: Vec::new(),
        translations: Vec::new(),
        around: Around::default(),
    }
}

/// Reports a format that this version does not make.
pub fn unknown_format(name: &str, span: Span, formats: &[&'static str]) -> Diagnostic {
    let help = match nearest(name, formats.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use some of: {}", formats.join(", ")),
    };
    Diagnostic::new(&problems::FORMAT_UNKNOWN, span, format!("`{name}` is not a format that Handbill makes"), help)
}

/// Works out sections, translations and the navigation.
fn hang_together(site: &mut Site) {
    let own = site.about.language.clone();
    let mut by_source: BTreeMap<(String, Lang), PageId> = BTreeMap::new();
    let mut by_bare: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    for (id, page) in site.page_ids() {
        let bare = untranslated(&page.path, &page.lang);
        by_source.insert((bare.clone(), page.lang.clone()), id);
        by_bare.entry(bare).or_default().push(id);
    }
    let mut parents = Vec::with_capacity(site.pages.len());
    for page in &site.pages {
        parents.push(parent(&untranslated(&page.path, &page.lang), &page.lang, &own, &by_source));
    }
    let mut children: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for ((id, page), parent) in site.page_ids().zip(&parents) {
        if let Some(parent) = parent
            && site.page(*parent).lang == page.lang
        {
            children.entry(*parent).or_default().push(id);
        }
    }
    for list in children.values_mut() {
        list.sort_by_cached_key(|id| {
            let page = site.page(*id);
            let newest = Reverse(page.meta.published.filter(|_| page.meta.kind == "news"));
            (page.meta.order.unwrap_or(u32::MAX), newest, page.meta.title.clone())
        });
    }
    let mut navigation: Vec<PageId> =
        site.page_ids().filter(|(_, page)| page.meta.nav.is_some() && page.lang == own).map(|(id, _)| id).collect();
    navigation.sort_by_key(|id| (site.page(*id).meta.nav, *id));
    site.navigation = navigation;
    for (number, page) in site.pages.iter_mut().enumerate() {
        let id = PageId(u32::try_from(number).unwrap_or(u32::MAX));
        page.parent = parents[number];
        page.children = children.remove(&id).unwrap_or_default();
        let bare = untranslated(&page.path, &page.lang);
        let same = by_bare.get(&bare).map_or(&[][..], Vec::as_slice);
        page.translations = same.iter().copied().filter(|other| *other != id).collect();
    }
}

/// Gathers what pages of the site's own language are about.
fn topics(site: &mut Site) {
    let own = site.about.language.clone();
    let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
    for (id, page) in site.page_ids().filter(|(_, page)| page.lang == own && page.has_format("web")) {
        for name in page.meta.topics.iter().filter(|name| !name.trim().is_empty()) {
            let topic = topics.entry(format!("/topics/{}/", slug(name)));
            let topic = topic.or_insert_with(|| Topic { name: name.trim().to_string(), pages: Vec::new() });
            if topic.pages.last() != Some(&id) {
                topic.pages.push(id);
            }
        }
    }
    // A page of the author's at the same address stands for the topic.
    let taken: BTreeSet<&str> = site.pages.iter().map(|page| page.route.as_str()).collect();
    topics.retain(|route, _| !taken.contains(route.as_str()));
    for (route, topic) in &topics {
        for id in &topic.pages {
            site.pages[id.0 as usize].topics.push(route.clone());
        }
    }
    site.topics = topics;
}

/// Returns the page of the section that a file is in: in its own language, or else in the site's.
fn parent(bare: &str, lang: &Lang, own: &Lang, pages: &BTreeMap<(String, Lang), PageId>) -> Option<PageId> {
    let (mut folder, name) = bare.rsplit_once('/').unwrap_or(("", bare));
    if name == "index.md" {
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    loop {
        let index = if folder.is_empty() { "index.md".to_string() } else { format!("{folder}/index.md") };
        let find = |lang: &Lang| pages.get(&(index.clone(), lang.clone())).copied();
        if let Some(found) = find(lang).or_else(|| find(own)) {
            return Some(found);
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

/// Returns whether Handbill makes something at an old address, be it a page or a file.
fn is_generated(from: &str) -> bool {
    generated().iter().any(|made| *made == from || *made == from.trim_end_matches('/'))
}

/// Keeps the old addresses that meet nothing else, and reports the others.
fn kept(
    aliases: Vec<(String, String, Span)>,
    taken: &BTreeMap<String, Span>,
    site: &Site,
    loading: &mut Loading,
) -> Vec<Alias> {
    let pages: BTreeMap<&str, PageId> = site.page_ids().map(|(id, page)| (page.route.as_str(), id)).collect();
    let mut kept: BTreeMap<String, Alias> = BTreeMap::new();
    for (from, to, span) in aliases {
        let other = taken.get(&from).copied().or_else(|| kept.get(&from).map(|alias| alias.span));
        if other.is_some() || is_generated(&from) {
            let message = format!("the old address `{from}` is already the address of something else");
            let mut problem = Diagnostic::new(&problems::ROUTE_TAKEN, span, message, "remove this alias");
            if let Some(other) = other {
                problem = problem.with_label(other, "this stands there");
            }
            loading.found.push(problem);
        } else if let Some(page) = pages.get(to.as_str()) {
            kept.insert(from.clone(), Alias { from, page: *page, span });
        }
    }
    kept.into_values().collect()
}

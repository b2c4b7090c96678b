//! Pages put in order: addresses, sections, translations, topics, the navigation, and what is not there at this moment.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::related;
use super::settle::{self, Absence, AllGone};
use super::world::{Placed, Standing};
use crate::config::Config;
use crate::content::Asked;
use crate::content::problems;
use crate::content::read::markdown::slug;
use crate::content::read::page::Head;
use crate::content::read::paths::decoded;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::path::join;
use crate::model::{
    Alias, AliasTo, Credit, Details, Instant, Lang, OPEN_RECOMMENDATIONS, PageId, PageKind, Topic, generated,
};

/// How the pages hang together at one moment.
#[derive(Debug, Default, PartialEq)]
pub struct Tree {
    /// The pages that are published, by address.
    pub pages: Vec<Arc<Head>>,
    /// The place of each among the others, in the same order.
    pub around: Vec<Arc<Placed>>,
    /// The pages that are not, by path.
    pub gone: Arc<AllGone>,
    /// The pages of the main navigation, in order.
    pub navigation: Vec<PageId>,
    /// What pages are about, by address.
    pub topics: BTreeMap<String, Topic>,
    /// Addresses that lead to a page's present one.
    pub aliases: Vec<Alias>,
    /// Whether there is a report with recommendations.
    pub reports: bool,
    /// The next moment at which a build of the same files would differ.
    pub next_change: Option<Instant>,
    /// Whether there is a page whose moment is still to come.
    pub to_come: bool,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
    places: HashMap<FileId, usize>,
    paths: HashMap<String, usize>,
    routes: HashMap<String, usize>,
    /// Addresses that are empty without a page that is not published, each with that page's path.
    emptied: BTreeMap<String, String>,
}

/// What is asked of the reader of the site besides the heads.
pub struct Given<'a> {
    /// The site's settings.
    pub config: &'a Config,
    /// What the build was asked for.
    pub asked: &'a Asked,
    /// Who may use which picture, and until when.
    pub images: &'a BTreeMap<String, Credit>,
    /// The file of the settings.
    pub settings: FileId,
    /// Whether there is a start page that cannot be read.
    pub start_unread: bool,
    /// Returns the paths that a page asks for.
    pub wanted: &'a dyn Fn(FileId) -> BTreeSet<String>,
}

/// Puts pages in order, given their heads by path.
pub fn arrange(mut heads: Vec<Arc<Head>>, given: &Given<'_>) -> Tree {
    let own = &given.config.about.language;
    let mut tree = Tree::default();
    let absences = settle::settle(&heads, own, given.asked, &mut tree.found);
    tree.next_change = settle::next_change(&heads, given.images, given.asked);
    let mut gone = AllGone::new();
    let mut ready: Vec<Arc<Head>> = Vec::with_capacity(heads.len());
    for (head, absence) in heads.drain(..).zip(absences) {
        tree.to_come |= absence.is_some_and(Absence::is_to_come);
        match absence {
            Some(absence) => {
                let files = (given.wanted)(head.file);
                gone.insert(head.path.clone(), Arc::new(settle::gone(&head, own, absence, files)));
            }
            None => ready.push(head),
        }
    }
    ready.sort_by(|a, b| a.route.cmp(&b.route).then_with(|| a.path.cmp(&b.path)));
    for head in ready {
        tree.put(head);
    }
    tree.emptied = emptied(&gone);
    tree.gone = Arc::new(gone);
    let is_report = |head: &Arc<Head>| matches!(&head.front.meta.details, Details::Report(report) if !report.recommendations.is_empty());
    tree.reports = tree.pages.iter().any(is_report);
    tree.hang_together(own);
    tree.gather_topics(own);
    related::by_topic(&tree.pages, &mut tree.around, &tree.topics);
    tree.keep_aliases();
    tree.no_start(given);
    tree
}

/// Returns addresses of pages that are not published, and of lists that are empty without them.
fn emptied(gone: &AllGone) -> BTreeMap<String, String> {
    let mut routes = BTreeMap::new();
    for gone in gone.values() {
        let lists = gone.topics.iter().map(String::as_str).chain(gone.recommends.then_some(OPEN_RECOMMENDATIONS));
        let topics = (!gone.topics.is_empty()).then_some("/topics/");
        let own = [gone.route.as_str(), gone.route.trim_end_matches('/')];
        for route in lists.chain(topics).chain(own).filter(|route| !route.is_empty()) {
            routes.entry(route.to_string()).or_insert_with(|| gone.path.clone());
        }
    }
    routes
}

impl Tree {
    /// Returns what stands at a path under `content/`.
    pub fn at_path(&self, path: &str) -> Standing {
        match self.paths.get(path) {
            Some(at) => Standing::Here(Arc::clone(&self.pages[*at])),
            None => self.gone.get(path).map_or(Standing::Nowhere, |gone| Standing::Gone(Arc::clone(gone))),
        }
    }

    /// Returns the page at an address.
    pub fn at_route(&self, route: &str) -> Standing {
        self.routes.get(route).map_or(Standing::Nowhere, |at| Standing::Here(Arc::clone(&self.pages[*at])))
    }

    /// Returns the path of the page without which an address is empty.
    pub fn emptied(&self, route: &str) -> Option<String> {
        self.emptied.get(route).cloned()
    }

    /// Returns whether an address is that of a topic, or of the list of them.
    pub fn is_topic(&self, route: &str) -> bool {
        route == "/topics/" || self.topics.contains_key(route)
    }

    /// Returns a published page.
    pub fn head(&self, file: FileId) -> Option<&Arc<Head>> {
        self.places.get(&file).map(|at| &self.pages[*at])
    }

    /// Returns a published page's place among the others.
    pub fn placed(&self, file: FileId) -> Option<&Arc<Placed>> {
        self.places.get(&file).map(|at| &self.around[*at])
    }

    /// Returns whether two trees differ at most in what pages are called and say of themselves in a sentence, and so in the
    /// order in which they are listed. The same files are then made for both.
    pub fn is_same_but_for_titles(&self, other: &Tree) -> bool {
        let same = |(one, other): (&Arc<Head>, &Arc<Head>)| one.is_same_but_for_titles(other);
        self.pages.len() == other.pages.len()
            && self.pages.iter().zip(&other.pages).all(same)
            && self.gone == other.gone
            && self.navigation == other.navigation
            && self.topics == other.topics
            && self.aliases == other.aliases
            && self.reports == other.reports
            && self.next_change == other.next_change
    }

    /// Puts a page at its address, unless that is taken.
    fn put(&mut self, head: Arc<Head>) {
        let (span, route) = (Span::whole(head.file), &head.route);
        if generated().contains(&route.as_str()) {
            let help = "give the file another name; Handbill makes this page itself";
            let message = format!("this page would stand at `{route}`, which is taken");
            self.found.push(Diagnostic::new(&problems::ROUTE_TAKEN, span, message, help));
            return;
        }
        if let Some(first) = self.routes.get(route).map(|at| &self.pages[*at]) {
            let message = format!("this page and `content/{}` would both stand at `{route}`", first.path);
            let problem =
                Diagnostic::new(&problems::ROUTE_TAKEN, span, message, "give one of the two files another name");
            self.found.push(problem.with_label(Span::whole(first.file), "the other page"));
            return;
        }
        let at = self.pages.len();
        self.routes.insert(route.clone(), at);
        self.paths.insert(head.path.clone(), at);
        self.places.insert(head.file, at);
        self.pages.push(head);
    }

    /// Works out sections, translations and the navigation.
    fn hang_together(&mut self, own: &Lang) {
        let bares: Vec<String> = self.pages.iter().map(|head| head.bare()).collect();
        let mut by_source: HashMap<(&str, &Lang), usize> = HashMap::with_capacity(bares.len());
        let mut by_bare: HashMap<&str, Vec<PageId>> = HashMap::with_capacity(bares.len());
        for (at, (head, bare)) in self.pages.iter().zip(&bares).enumerate() {
            by_source.insert((bare, &head.lang), at);
            by_bare.entry(bare).or_default().push(id(head));
        }
        let parents: Vec<Option<usize>> =
            self.pages.iter().zip(&bares).map(|(head, bare)| parent(bare, &head.lang, own, &by_source)).collect();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); bares.len()];
        for (at, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent.filter(|parent| self.pages[*parent].lang == self.pages[at].lang) {
                children[parent].push(at);
            }
        }
        for list in &mut children {
            list.sort_by_cached_key(|at| {
                let meta = &self.pages[*at].front.meta;
                let newest = Reverse(meta.published.filter(|_| meta.kind == PageKind::News));
                (meta.order.unwrap_or(u32::MAX), newest, meta.title.clone())
            });
        }
        let mut navigation: Vec<&Arc<Head>> =
            self.pages.iter().filter(|head| head.front.meta.nav.is_some() && head.lang == *own).collect();
        navigation.sort_by_key(|head| head.front.meta.nav);
        let navigation = navigation.into_iter().map(id).collect();
        let originals: Vec<Option<PageId>> = self.pages.iter().map(|head| self.original(head)).collect();
        let mut easy_reads: HashMap<PageId, Vec<PageId>> = HashMap::new();
        for (head, original) in self.pages.iter().zip(&originals) {
            original.iter().for_each(|original| easy_reads.entry(*original).or_default().push(id(head)));
        }
        let around = |at: usize| {
            let head = &self.pages[at];
            let same = by_bare.get(bares[at].as_str()).map_or(&[][..], Vec::as_slice);
            Placed {
                parent: parents[at].map(|parent| id(&self.pages[parent])),
                children: children[at].iter().map(|child| id(&self.pages[*child])).collect(),
                translations: same.iter().copied().filter(|other| *other != id(head)).collect(),
                topics: Vec::new(),
                related: Vec::new(),
                easy_reads: easy_reads.get(&id(head)).cloned().unwrap_or_default(),
                original: originals[at],
            }
        };
        let around = (0..self.pages.len()).map(|at| Arc::new(around(at))).collect();
        self.navigation = navigation;
        self.around = around;
    }

    /// Returns the published page that another says in Easy Read.
    fn original(&self, head: &Arc<Head>) -> Option<PageId> {
        let Details::EasyRead(easy) = &head.front.meta.details else { return None };
        let wanted = Some(easy.original.as_str()).filter(|wanted| !wanted.is_empty())?;
        let files = [join(&head.path, wanted), join(&head.path, &decoded(wanted))];
        let mut known = files.into_iter().flatten().filter_map(|file| self.paths.get(&file));
        let found = known.next().and_then(|at| self.pages.get(*at)).map(id);
        found.filter(|found| *found != id(head))
    }

    /// Gathers what pages of the site's own language are about.
    fn gather_topics(&mut self, own: &Lang) {
        let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
        // Most names stand on many pages.
        let mut routes: HashMap<&str, String> = HashMap::new();
        for head in self.pages.iter().filter(|head| head.lang == *own && head.front.meta.is_on_the_web()) {
            let page = id(head);
            for name in head.front.meta.topics.iter().filter(|name| !name.trim().is_empty()) {
                let route = routes.entry(name).or_insert_with(|| format!("/topics/{}/", slug(name)));
                if !topics.contains_key(route) {
                    topics.insert(route.clone(), Topic { name: name.trim().to_string(), pages: Vec::new() });
                }
                let Some(topic) = topics.get_mut(route) else { continue };
                if topic.pages.last() != Some(&page) {
                    topic.pages.push(page);
                }
            }
        }
        // A page of the author's at the same address stands for the topic.
        topics.retain(|route, _| !self.routes.contains_key(route.as_str()));
        for (route, topic) in &topics {
            let route: Arc<str> = Arc::from(route.as_str());
            for page in &topic.pages {
                if let Some(at) = self.places.get(&FileId(page.0)) {
                    Arc::make_mut(&mut self.around[*at]).topics.push(Arc::clone(&route));
                }
            }
        }
        self.topics = topics;
    }

    /// Keeps the old addresses that meet nothing else, and reports the others.
    fn keep_aliases(&mut self) {
        let mut kept: BTreeMap<&str, Alias> = BTreeMap::new();
        for (at, head) in self.pages.iter().enumerate() {
            for (from, span) in &head.front.aliases {
                let taken = self.routes.get(from).map(|at| Span::whole(self.pages[*at].file));
                let other = taken.or_else(|| kept.get(from.as_str()).map(|alias| alias.span));
                let short = from.trim_matches('/') == head.front.meta.short;
                if other.is_none() && !is_generated(from) {
                    let to = AliasTo::Page(id(&self.pages[at]));
                    kept.insert(from, Alias { from: from.clone(), to, short, span: *span });
                    continue;
                }
                let (what, help) = match short {
                    true => ("short", "choose another short address"),
                    false => ("old", "remove this alias"),
                };
                let message = format!("the {what} address `{from}` is already the address of something else");
                let mut problem = Diagnostic::new(&problems::ROUTE_TAKEN, *span, message, help);
                if let Some(other) = other {
                    problem = problem.with_label(other, "this stands there");
                }
                self.found.push(problem);
            }
        }
        self.aliases = kept.into_values().collect();
    }

    /// Reports a site that has pages and no start page: every page leads to it. One that is not there at this moment only
    /// is no reason to stop a build that runs by itself.
    fn no_start(&mut self, given: &Given<'_>) {
        let mut on_the_web = self.pages.iter().filter(|head| head.front.meta.is_on_the_web()).peekable();
        if on_the_web.peek().is_none() || on_the_web.any(|head| head.route == "/") {
            return;
        }
        let there = self.routes.contains_key("/");
        let away = self.gone.values().any(|gone| gone.route == "/");
        if !there && !away && given.start_unread {
            // That is told at its own place.
            return;
        }
        let (message, help) = if there {
            ("the start page is not on the web", "add `web` to `formats` in `content/index.md`; every page leads there")
        } else {
            ("the site has no start page", "write it: `content/index.md`; every page leads there")
        };
        let mut found = Diagnostic::new(&problems::START_MISSING, Span::whole(given.settings), message, help);
        found.timed = away;
        self.found.push(found);
    }
}

/// Returns a page's id.
fn id(head: &Arc<Head>) -> PageId {
    PageId(head.file.0)
}

/// Returns the page of the section that a file is in: in its own language, or else in the site's.
fn parent(bare: &str, lang: &Lang, own: &Lang, pages: &HashMap<(&str, &Lang), usize>) -> Option<usize> {
    let (mut folder, name) = bare.rsplit_once('/').unwrap_or(("", bare));
    if name == "index.md" {
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    let mut index = String::new();
    loop {
        index.clear();
        index.extend([folder, if folder.is_empty() { "" } else { "/" }, "index.md"]);
        let find = |lang: &Lang| pages.get(&(index.as_str(), lang)).copied();
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

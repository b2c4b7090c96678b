//! Links, pictures and footnotes looked up: every address becomes a page, a file or the reason why it is neither.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::content::Loading;
use crate::content::link::settle::AllGone;
use crate::content::link::takedown;
use crate::content::problems;
use crate::content::read::assets;
use crate::diag::{Diagnostic, Guesses};
use crate::model::address::percent_decoded;
use crate::model::{
    Asset, AssetId, AssetKind, Block, Broken, BrokenWhy, Foreign, Image, Inline, Lang, Link, OPEN_RECOMMENDATIONS,
    PageId, Site, Target, generated, walk,
};

/// Where addresses are looked up.
struct Index {
    pages: HashMap<String, PageId>,
    routes: HashMap<String, PageId>,
    assets: HashMap<String, (AssetId, bool)>,
    gone: Vanished,
    /// Files that are never published, each with the ending by which it could run.
    refused: BTreeMap<String, String>,
    topics: BTreeSet<String>,
    titles: Vec<(String, Lang)>,
    /// Whether there is a report with recommendations.
    reports: bool,
}

impl Index {
    fn new(site: &Site, gone: &AllGone, refused: &BTreeMap<String, String>) -> Index {
        let number =
            |(id, asset): (AssetId, &Asset)| (asset.path.clone(), (id, matches!(asset.kind, AssetKind::Image { .. })));
        Index {
            pages: site.page_ids().map(|(id, page)| (page.path.clone(), id)).collect(),
            routes: site.page_ids().map(|(id, page)| (page.route.clone(), id)).collect(),
            assets: site.asset_ids().map(number).collect(),
            gone: Vanished::new(site, gone),
            refused: refused.clone(),
            topics: site.topics.keys().cloned().chain(["/topics/".to_string()]).collect(),
            reports: site.reports().next().is_some(),
            titles: site.pages.iter().map(|page| (page.meta.title.clone(), page.lang.clone())).collect(),
        }
    }

    fn target(&self, wanted: &str, from: &str, own: Option<PageId>, guesses: &Guesses) -> Target {
        let broken = |why, nearest| Target::Broken(Broken { wanted: wanted.to_string(), why, nearest });
        let gone = |path: &String| broken(BrokenWhy::NotPublished, Some(path.clone()));
        if wanted.is_empty() {
            return broken(BrokenWhy::Empty, None);
        }
        if let Some(path) = self.gone.at_address(wanted) {
            return gone(path);
        }
        if let Some((scheme, rest)) = wanted.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" if rest.starts_with("//") && rest.len() > 2 => Target::Web(wanted.to_string()),
                "mailto" if rest.contains('@') => Target::Email(rest.to_string()),
                "tel" if rest.chars().any(|c| c.is_ascii_digit()) => Target::Phone(rest.to_string()),
                _ => broken(BrokenWhy::Scheme, None),
            };
        }
        let (path, heading) = wanted.split_once('#').map_or((wanted, None), |(path, id)| (path, Some(id.to_string())));
        let heading = heading.filter(|id| !id.is_empty());
        if path.is_empty() {
            return own
                .map_or_else(|| broken(BrokenWhy::NoFile, None), |page| Target::Page { page: page.into(), heading });
        }
        let plain = decoded(path);
        if let Some(page) = self.routes.get(path).or_else(|| self.routes.get(&plain)) {
            return Target::Page { page: (*page).into(), heading };
        }
        let made = generated().contains(&path) && (self.reports || path != OPEN_RECOMMENDATIONS);
        if made || self.topics.contains(&plain) {
            return Target::Route(heading.map_or_else(|| plain.clone(), |id| format!("{plain}#{id}")));
        }
        if let Some(path) = self.gone.at_route(path).or_else(|| self.gone.at_route(&plain)) {
            return gone(path);
        }
        let Some(file) = self.file(from, path) else {
            return broken(BrokenWhy::Outside, None);
        };
        if let Some(page) = self.pages.get(&file) {
            return Target::Page { page: (*page).into(), heading };
        }
        if let Some((asset, _)) = self.assets.get(&file) {
            return Target::Asset((*asset).into());
        }
        if self.gone.files.contains(&file) {
            return gone(&file);
        }
        if self.refused.contains_key(&file) {
            return broken(BrokenWhy::CouldRun, None);
        }
        broken(BrokenWhy::NoFile, self.near(&file, guesses))
    }

    /// Returns the path of a file as an author wrote it: as it is, where there is such a file, or else as an address.
    fn file(&self, from: &str, wanted: &str) -> Option<String> {
        let known = |file: &String| {
            let there = self.pages.contains_key(file) || self.assets.contains_key(file);
            there || self.gone.files.contains(file) || self.refused.contains_key(file)
        };
        join(from, wanted).filter(known).or_else(|| join(from, &decoded(wanted)))
    }

    fn near(&self, file: &str, guesses: &Guesses) -> Option<String> {
        if guesses.are_over() {
            return None;
        }
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_string();
        let wanted = name(file);
        guesses.spend(self.pages.len());
        let mut same: Vec<&String> = self.pages.keys().filter(|path| name(path) == wanted).collect();
        same.sort();
        match same.first() {
            Some(path) => Some((*path).clone()),
            None => guesses.nearest(file, self.pages.keys().map(String::as_str)),
        }
    }

    fn image(&self, image: &mut Image, from: &str, guesses: &Guesses) -> Option<Diagnostic> {
        let file = self.file(from, &image.wanted);
        let found = file.as_ref().and_then(|file| self.assets.get(file));
        match found {
            Some((asset, true)) => {
                image.asset = Some((*asset).into());
                None
            }
            Some((_, false)) => Some(assets::broken_picture(&image.wanted, image.span)),
            None if ["http:", "https:", "//"].iter().any(|start| image.wanted.starts_with(start)) => {
                let message = format!("the picture `{}` comes from another website", image.wanted);
                let help =
                    "save it beside the page, if you may publish it: that website would learn who reads this page";
                Some(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help))
            }
            None if file.as_ref().is_some_and(|file| self.refused.contains_key(file)) => {
                let message = format!("`{}` is never published, because it could run a program", image.wanted);
                let help = "save the picture as PNG, and name that file";
                Some(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help))
            }
            None => {
                let message = format!("there is no picture `{}`", image.wanted);
                let near = file.and_then(|file| guesses.nearest(&file, self.assets.keys().map(String::as_str)));
                let help = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "put the picture beside the page, and write its name as it is".to_string(),
                };
                Some(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help))
            }
        }
    }

    /// Gives a link that a page's kind wrote without words the title of the page that it leads to. What an author
    /// leaves without words stays so, and is told of by the checks.
    fn name(&self, link: &mut Link, wanted: String, own: Option<PageId>) {
        let [Inline::Text(text)] = link.content.as_mut_slice() else { return };
        if !text.text.is_empty() {
            return;
        }
        let (words, lang) = match &link.target {
            Target::Broken(broken) if broken.why == BrokenWhy::NotPublished => return,
            Target::Page { page, .. } => {
                let (title, lang) = &self.titles[page.id.0 as usize];
                (title.clone(), Some(lang))
            }
            _ => (wanted, None),
        };
        text.text = words;
        let here = own.map(|own| &self.titles[own.0 as usize].1);
        if let (Some(lang), Some(here)) = (lang, here)
            && lang.primary() != here.primary()
        {
            let (content, span) = (std::mem::take(&mut link.content), link.span);
            link.content = vec![Inline::Language(Foreign { lang: lang.clone(), content, span })];
        }
    }

    fn blocks(&self, blocks: &mut [Block], from: &str, own: Option<PageId>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let guesses = Guesses::default();
        walk::blocks_mut(blocks, &mut |block| {
            let image = match block {
                Block::Figure(figure) => Some(&mut figure.image),
                Block::Row(row) => row.image.as_mut(),
                Block::Film(film) => {
                    if let Target::Unread(wanted) = &film.target {
                        film.target = self.target(&wanted.clone(), from, own, &guesses);
                    }
                    None
                }
                Block::Download(download) => {
                    download.asset = self
                        .file(from, &download.wanted)
                        .and_then(|file| self.assets.get(&file))
                        .map(|(asset, _)| (*asset).into());
                    None
                }
                _ => None,
            };
            if let Some(image) = image {
                found.extend(self.image(image, from, &guesses));
            }
        });
        walk::runs_mut(blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| match inline {
                Inline::Link(link) => {
                    if let Target::Unread(wanted) = &link.target {
                        let wanted = wanted.clone();
                        link.target = self.target(&wanted, from, own, &guesses);
                        self.name(link, wanted, own);
                    }
                }
                Inline::Image(image) => found.extend(self.image(image, from, &guesses)),
                _ => {}
            });
        });
        found
    }
}

/// Addresses of what is not published at this moment, each with the path of a page that is not.
pub struct Vanished {
    base: String,
    files: BTreeSet<String>,
    routes: BTreeMap<String, String>,
}

impl Vanished {
    /// Returns the addresses of pages that are not published, and of lists that are empty without them.
    pub fn new(site: &Site, gone: &AllGone) -> Vanished {
        let mut routes = BTreeMap::new();
        for gone in gone.values() {
            let lists = gone.topics.iter().map(String::as_str).chain(gone.recommends.then_some(OPEN_RECOMMENDATIONS));
            let topics = (!gone.topics.is_empty()).then_some("/topics/");
            let own = [gone.route.as_str(), gone.route.trim_end_matches('/')];
            for route in lists.chain(topics).chain(own).filter(|route| !route.is_empty()) {
                routes.entry(route.to_string()).or_insert_with(|| gone.path.clone());
            }
        }
        Vanished { base: site.about.base_url.clone(), files: gone.keys().cloned().collect(), routes }
    }

    /// Returns whether an address that stands in a file leads to such a page.
    pub fn leads(&self, wanted: &str, from: &str) -> bool {
        let path = wanted.split('#').next().unwrap_or(wanted);
        let file = join(from, &decoded(path)).is_some_and(|file| self.files.contains(&file));
        file || self.at_address(wanted).or_else(|| self.at_route(path)).is_some()
    }

    fn at_route(&self, route: &str) -> Option<&String> {
        self.routes.get(route)
    }

    /// Returns the page that a whole address of this site leads to.
    fn at_address(&self, wanted: &str) -> Option<&String> {
        let rest = wanted.strip_prefix(self.base.as_str()).filter(|rest| rest.starts_with('/'))?;
        self.at_route(rest.split(['#', '?']).next().unwrap_or(rest))
    }
}

fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Returns a path with the letters that its percent signs stand for, such as `a b` for `a%20b`; as it is where they
/// stand for none. Source: RFC 3986, 2.1.
pub fn decoded(path: &str) -> String {
    if path.is_ascii() && !path.contains('%') {
        return path.to_string();
    }
    percent_decoded(path).map_or_else(|| path.to_string(), |plain| plain.nfc().collect())
}

/// Returns the path that `wanted` means in the file `from`; nothing where it climbs out of the site.
pub fn join(from: &str, wanted: &str) -> Option<String> {
    let mut parts: Vec<&str> = match wanted.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in wanted.trim_start_matches('/').split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Looks up every link and picture, given the pages that are not published at this moment and the files that never are.
pub fn links(site: &mut Site, gone: &AllGone, refused: &BTreeMap<String, String>, loading: &mut Loading) {
    let index = Index::new(site, gone, refused);
    let mut found: Vec<Vec<Diagnostic>> = Vec::new();
    site.pages
        .par_iter_mut()
        .enumerate()
        .map(|(number, page)| {
            let own = Some(PageId(u32::try_from(number).unwrap_or(u32::MAX)));
            let mut found = index.blocks(&mut page.blocks, &page.path, own);
            for note in &mut page.notes {
                found.extend(index.blocks(&mut note.blocks, &page.path, own));
            }
            found
        })
        .collect_into_vec(&mut found);
    loading.found.extend(found.into_iter().flatten());
    for sheet in &mut site.sheets {
        for panel in &mut sheet.panels {
            for blocks in [&mut panel.head, &mut panel.foot] {
                // A leaflet's links start at `content/`, like its includes.
                let found = index.blocks(blocks, "", None);
                loading.found.extend(found);
            }
        }
    }
}

/// Checks that the headings which links name are there. A heading that has gone with the words of a page which is not
/// published, or that is there only for a time, is no mistake: the link then leads to the page.
pub fn headings(site: &mut Site, loading: &mut Loading) {
    let ids: Vec<(BTreeSet<String>, bool, &'static [&'static str])> = site
        .pages
        .par_iter()
        .map(|page| {
            let rows = page.headings().into_iter().map(|heading| heading.id.clone());
            (rows.collect(), site.gaps.contains(&page.file), page.meta.details.passing())
        })
        .collect();
    let paths: Vec<String> = site.pages.iter().map(|page| page.path.clone()).collect();
    let check = |blocks: &mut Vec<Block>| {
        let mut found = Vec::new();
        let guesses = Guesses::default();
        walk::runs_mut(blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| {
                let Inline::Link(link) = inline else { return };
                let Target::Page { page, heading: Some(heading) } = &link.target else { return };
                let (known, gap, passing) = &ids[page.id.0 as usize];
                if known.contains(heading) {
                    return;
                }
                if *gap || passing.contains(&heading.as_str()) {
                    found.push(takedown::no_heading(&paths[page.id.0 as usize], heading, link.span));
                    link.target = Target::Page { page: page.clone(), heading: None };
                    return;
                }
                let near = guesses.nearest(heading, known.iter().map(String::as_str));
                let wanted = format!("#{heading}");
                let nearest = near.map(|id| format!("#{id}"));
                link.target = Target::Broken(Broken { wanted, why: BrokenWhy::NoHeading, nearest });
            });
        });
        found
    };
    let found: Vec<Vec<Diagnostic>> = site.pages.par_iter_mut().map(|page| check(&mut page.blocks)).collect();
    loading.found.extend(found.into_iter().flatten());
    for panel in site.sheets.iter_mut().flat_map(|sheet| &mut sheet.panels) {
        loading.found.extend(check(&mut panel.head));
        loading.found.extend(check(&mut panel.foot));
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, join};

    #[test]
    fn percent_signs_stand_for_letters() {
        assert_eq!(decoded("a%20b%2Fcaf%C3%A9%25.md"), "a b/café%.md");
        assert_eq!(decoded("100%.md"), "100%.md");
        assert_eq!(decoded("%FF.md"), "%FF.md");
        assert_eq!(decoded("%+1%€"), "%+1%€");
    }

    #[test]
    fn paths_are_joined_and_cannot_climb_out() {
        assert_eq!(join("a/b.md", "c.md"), Some("a/c.md".to_string()));
        assert_eq!(join("a/b.md", "../c.md"), Some("c.md".to_string()));
        assert_eq!(join("a/b.md", "/c/d.md"), Some("c/d.md".to_string()));
        assert_eq!(join("a/b.md", "../../c.md"), None);
    }
}

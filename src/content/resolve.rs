//! Links, pictures and footnotes looked up: every address becomes a page, a file or the reason why it is neither.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::{Loading, assets, problems};
use crate::diag::Guesses;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{
    Asset, AssetId, AssetKind, Block, Broken, BrokenWhy, Foreign, Image, Inline, Lang, Link, Note,
    OPEN_RECOMMENDATIONS, Page, PageId, Site, Target, generated, walk,
};

/// Where addresses are looked up.
struct Index {
    pages: HashMap<String, PageId>,
    routes: HashMap<String, PageId>,
    assets: HashMap<String, (AssetId, bool)>,
    hidden: BTreeSet<String>,
    topics: BTreeSet<String>,
    titles: Vec<(String, Lang)>,
    /// Whether there is a report with recommendations.
    reports: bool,
}

impl Index {
    fn new(site: &Site, hidden: &BTreeSet<String>) -> Index {
        let number =
            |(id, asset): (AssetId, &Asset)| (asset.path.clone(), (id, matches!(asset.kind, AssetKind::Image { .. })));
        Index {
            pages: site.page_ids().map(|(id, page)| (page.path.clone(), id)).collect(),
            routes: site.page_ids().map(|(id, page)| (page.route.clone(), id)).collect(),
            assets: site.asset_ids().map(number).collect(),
            hidden: hidden.clone(),
            topics: site.topics.keys().cloned().chain(["/topics/".to_string()]).collect(),
            reports: site.reports().next().is_some(),
            titles: site.pages.iter().map(|page| (page.meta.title.clone(), page.lang.clone())).collect(),
        }
    }

    fn target(&self, wanted: &str, from: &str, own: Option<PageId>, guesses: &Guesses) -> Target {
        let broken = |why, nearest| Target::Broken(Broken { wanted: wanted.to_string(), why, nearest });
        if wanted.is_empty() {
            return broken(BrokenWhy::Empty, None);
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
            return own.map_or_else(|| broken(BrokenWhy::NoFile, None), |page| Target::Page { page, heading });
        }
        if let Some(page) = self.routes.get(path) {
            return Target::Page { page: *page, heading };
        }
        let made = generated().contains(&path) && (self.reports || path != OPEN_RECOMMENDATIONS);
        if made || self.topics.contains(path) {
            return Target::Route(wanted.to_string());
        }
        let Some(file) = join(from, &decoded(path)) else {
            return broken(BrokenWhy::Outside, None);
        };
        if let Some(page) = self.pages.get(&file) {
            return Target::Page { page: *page, heading };
        }
        if let Some((asset, _)) = self.assets.get(&file) {
            return Target::Asset(*asset);
        }
        if self.hidden.contains(&file) {
            return broken(BrokenWhy::NotPublished, None);
        }
        broken(BrokenWhy::NoFile, self.near(&file, guesses))
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
        let file = join(from, &decoded(&image.wanted));
        let found = file.as_ref().and_then(|file| self.assets.get(file));
        match found {
            Some((asset, true)) => {
                image.asset = Some(*asset);
                None
            }
            Some((_, false)) => Some(assets::broken_picture(&image.wanted, image.span)),
            None if ["http:", "https:", "//"].iter().any(|start| image.wanted.starts_with(start)) => {
                let message = format!("the picture `{}` comes from another website", image.wanted);
                let help =
                    "save it beside the page, if you may publish it: that website would learn who reads this page";
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
            Target::Page { page, .. } => {
                let (title, lang) = &self.titles[page.0 as usize];
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
                    if let Target::Broken(broken) = &film.target {
                        film.target = self.target(&broken.wanted.clone(), from, own, &guesses);
                    }
                    None
                }
                Block::Download(download) => {
                    download.asset = join(from, &decoded(&download.wanted))
                        .and_then(|file| self.assets.get(&file))
                        .map(|(asset, _)| *asset);
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
                    if let Target::Broken(broken) = &link.target {
                        let wanted = broken.wanted.clone();
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

fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Returns a path without its `%20`.
pub fn decoded(path: &str) -> String {
    path.replace("%20", " ")
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

/// Looks up every link and picture.
pub fn links(site: &mut Site, hidden: &BTreeSet<String>, loading: &mut Loading) {
    let index = Index::new(site, hidden);
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

/// Checks that the headings which links name are there.
pub fn headings(site: &mut Site) {
    let ids: Vec<BTreeSet<String>> = site
        .pages
        .par_iter()
        .map(|page| {
            let rows = page.headings().into_iter().map(|heading| heading.id.clone());
            rows.collect()
        })
        .collect();
    let check = |blocks: &mut Vec<Block>| {
        let guesses = Guesses::default();
        walk::runs_mut(blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| {
                let Inline::Link(link) = inline else { return };
                let Target::Page { page, heading: Some(heading) } = &link.target else { return };
                let known = &ids[page.0 as usize];
                if !known.contains(heading) {
                    let near = guesses.nearest(heading, known.iter().map(String::as_str));
                    let wanted = format!("#{heading}");
                    let nearest = near.map(|id| format!("#{id}"));
                    link.target = Target::Broken(Broken { wanted, why: BrokenWhy::NoHeading, nearest });
                }
            });
        });
    };
    site.pages.par_iter_mut().for_each(|page| check(&mut page.blocks));
    for panel in site.sheets.iter_mut().flat_map(|sheet| &mut sheet.panels) {
        check(&mut panel.head);
        check(&mut panel.foot);
    }
}

/// Numbers footnotes in order of use; notes that come with included words are taken along.
pub fn footnotes(site: &mut Site, loading: &mut Loading) {
    let has_marks = |page: &Page| {
        let mut marks = false;
        walk::inlines(&page.blocks, &mut |inline| marks |= matches!(inline, Inline::FootnoteMark(_)));
        marks || !page.notes.is_empty()
    };
    let with: Vec<usize> = (0..site.pages.len()).filter(|at| has_marks(&site.pages[*at])).collect();
    let mut notes: BTreeMap<(FileId, String), Note> = BTreeMap::new();
    for at in &with {
        let page = &mut site.pages[*at];
        for note in std::mem::take(&mut page.notes) {
            notes.insert((note.span.file, note.label.clone()), note);
        }
    }
    for at in with {
        let page = &mut site.pages[at];
        let mut used: Vec<(FileId, String)> = Vec::new();
        let mut numbers: BTreeMap<(FileId, String), usize> = BTreeMap::new();
        let mut missing: Vec<(String, Span)> = Vec::new();
        walk::runs_mut(&mut page.blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| {
                let Inline::FootnoteMark(mark) = inline else { return };
                let key = (mark.span.file, mark.label.clone());
                if !notes.contains_key(&key) {
                    missing.push((mark.label.clone(), mark.span));
                    return;
                }
                let number = *numbers.entry(key).or_insert_with_key(|key| {
                    used.push(key.clone());
                    used.len()
                });
                mark.number = Some(number);
            });
        });
        page.notes = used.iter().zip(1..).map(|(key, number)| Note { number, ..notes[key].clone() }).collect();
        for (label, span) in missing {
            let message = format!("the footnote `{label}` is not on this page");
            let help = format!("add a line `[^{label}]: the note` at the end of the page");
            loading.found.push(Diagnostic::new(&problems::FOOTNOTE_MISSING, span, message, help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined_and_cannot_climb_out() {
        assert_eq!(join("a/b.md", "c.md"), Some("a/c.md".to_string()));
        assert_eq!(join("a/b.md", "../c.md"), Some("c.md".to_string()));
        assert_eq!(join("a/b.md", "/c/d.md"), Some("c/d.md".to_string()));
        assert_eq!(join("a/b.md", "../../c.md"), None);
    }
}

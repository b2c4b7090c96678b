//! What no browser may keep a copy of: everything in the folder of a page that may put a reader in danger, its old
//! addresses, the pictures and leaflets that show what it is about, and each list that names it.

use std::collections::BTreeSet;

use super::places::Place;
use crate::diag::FileId;
use crate::model::{
    AssetId, Block, Details, Inline, OPEN_RECOMMENDATIONS, Page, PageId, Sheet, Site, TOPICS, Target, walk,
};
use crate::render::web::{lists, parts, recommendations};

/// The list of leaflets.
const LEAFLETS: &str = "/leaflets/";

/// Returns every place that is sensitive.
pub fn places(site: &Site) -> Vec<Place> {
    let search = Search::new(site);
    let mut places = Vec::new();
    for (id, page) in site.page_ids() {
        if search.is_sensitive(id) {
            places.push(Place::folder(&page.route));
            assets(site, &page.blocks, &mut places);
            page.notes.iter().for_each(|note| assets(site, &note.blocks, &mut places));
            details(site, page, &mut places);
        } else if search.lists_one(id, page) {
            places.push(Place::Page(page.route.clone()));
        }
    }
    for alias in site.aliases.iter().filter(|alias| search.is_sensitive(alias.page)) {
        places.push(Place::folder(&alias.from));
    }
    leaflets(&search, &mut places);
    search.generated(&mut places);
    places
}

/// Which pages are sensitive, worked out once.
struct Search<'s> {
    site: &'s Site,
    pages: BTreeSet<PageId>,
    files: BTreeSet<FileId>,
}

impl<'s> Search<'s> {
    fn new(site: &'s Site) -> Search<'s> {
        let said = |(_, page): &(PageId, &Page)| page.meta.sensitive;
        let files: BTreeSet<FileId> = site.page_ids().filter(said).map(|(_, page)| page.file).collect();
        let mut search = Search { site, pages: BTreeSet::new(), files };
        // A page that brings in words of a sensitive one shows them as that one does.
        let is = |page: &Page| page.meta.sensitive || (!search.files.is_empty() && search.brings_in(&page.blocks));
        search.pages = site.page_ids().filter(|(_, page)| is(page)).map(|(id, _)| id).collect();
        search
    }

    fn is_sensitive(&self, page: PageId) -> bool {
        self.pages.contains(&page)
    }

    /// Returns whether words among these stand in the file of a sensitive page.
    fn brings_in(&self, blocks: &[Block]) -> bool {
        let mut found = false;
        walk::blocks(blocks, &mut |block| {
            if let Block::Included(included) = block {
                found |= included.blocks.iter().any(|block| self.files.contains(&block.span().file));
            }
        });
        found
    }

    /// Returns whether a list of a page's own names a sensitive page: of the pages below a section, of the ways into the
    /// site on its start page, or one that the author wrote on either. The navigation, which every page has, is none.
    fn lists_one(&self, id: PageId, page: &Page) -> bool {
        let home = page.is_home();
        if !home && page.children.is_empty() {
            return false;
        }
        let ways_in = if home { &self.site.navigation } else { &page.children };
        let other = |child: &PageId| {
            let languages = &self.site.page(*child).translations;
            *child != id && (self.is_sensitive(*child) || languages.iter().any(|other| self.is_sensitive(*other)))
        };
        ways_in.iter().any(other) || self.links_to_one(&page.blocks)
    }

    fn links_to_one(&self, blocks: &[Block]) -> bool {
        let mut found = false;
        walk::inlines(blocks, &mut |inline| {
            if let Inline::Link(link) = inline
                && let Target::Page { page, .. } = &link.target
            {
                found |= self.is_sensitive(page.id);
            }
        });
        found
    }

    /// Adds the lists that the site makes by itself.
    fn generated(&self, places: &mut Vec<Place>) {
        let site = self.site;
        let any = |pages: &[PageId]| pages.iter().any(|page| self.is_sensitive(*page));
        let page = |route: &str| Place::Page(route.to_string());
        for (route, topic) in &site.topics {
            if any(&topic.pages) {
                places.push(page(route));
            }
            // A topic of nothing else says by its name what those pages say by theirs.
            if topic.pages.iter().all(|page| self.is_sensitive(*page)) {
                places.push(page(TOPICS));
            }
        }
        if site.changes_told().iter().any(|change| self.is_sensitive(change.page)) {
            places.push(page(lists::CHANGES));
        }
        if recommendations::reports(site).any(|(id, _)| self.is_sensitive(id)) {
            places.push(page(OPEN_RECOMMENDATIONS));
        }
        if parts::newest(site).iter().any(|(id, _, _)| self.is_sensitive(*id)) {
            places.push(Place::File("/atom.xml".to_string()));
        }
        if self.pages.iter().any(|id| site.page(*id).has_format("web")) {
            places.push(Place::File("/sitemap.xml".to_string()));
        }
    }
}

/// Adds leaflets that are not to be noticed or that bring in words of a sensitive page, and the list that names them.
fn leaflets(search: &Search<'_>, places: &mut Vec<Place>) {
    let site = search.site;
    let tells = |sheet: &Sheet| {
        let brought = sheet.panels.iter().any(|panel| search.brings_in(&panel.head) || search.brings_in(&panel.foot));
        sheet.discreet || brought || sheet.pages.iter().any(|page| search.is_sensitive(*page))
    };
    for sheet in site.sheets.iter().filter(|sheet| tells(sheet)) {
        places.push(Place::Folder(format!("{LEAFLETS}{}/", sheet.reference)));
        places.push(Place::Page(LEAFLETS.to_string()));
        sheet.panels.iter().for_each(|panel| {
            assets(site, &panel.head, places);
            assets(site, &panel.foot, places);
        });
    }
}

/// Adds the files that words use, wherever they lie.
fn assets(site: &Site, blocks: &[Block], places: &mut Vec<Place>) {
    let mut used: Vec<AssetId> = Vec::new();
    walk::blocks(blocks, &mut |block| match block {
        Block::Figure(figure) => used.extend(figure.image.asset.iter().map(|asset| asset.id)),
        Block::Video(video) => used.extend(video.file.iter().chain(&video.captions).map(|asset| asset.id)),
        Block::Download(download) => used.extend(download.asset.iter().map(|asset| asset.id)),
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Definitions(_)
        | Block::Quote(_)
        | Block::Table(_)
        | Block::Code(_)
        | Block::Break(_)
        | Block::Callout(_)
        | Block::Statistic(_)
        | Block::Steps(_)
        | Block::Action(_)
        | Block::Details(_)
        | Block::Address(_)
        | Block::KeyFacts(_)
        | Block::Timeline(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Formats(_)
        | Block::Row(_)
        | Block::Language(_)
        | Block::Included(_)
        | Block::RawHtml(_) => {}
    });
    walk::inlines(blocks, &mut |inline| {
        if let Inline::Image(image) = inline {
            used.extend(image.asset.iter().map(|asset| asset.id));
        } else if let Inline::Link(link) = inline
            && let Target::Asset(asset) = &link.target
        {
            used.push(asset.id);
        }
    });
    add(site, used, places);
}

/// Adds the files that a page's front matter names.
fn details(site: &Site, page: &Page, places: &mut Vec<Place>) {
    if let Details::Film(film) = &page.meta.details {
        let signed = film.bsl.as_ref().and_then(|bsl| bsl.video_file);
        add(site, film.video_file.into_iter().chain(film.captions.file).chain(signed).collect(), places);
    }
}

fn add(site: &Site, used: Vec<AssetId>, places: &mut Vec<Place>) {
    places.extend(used.into_iter().map(|id| Place::File(format!("/{}", site.asset(id).path))));
}

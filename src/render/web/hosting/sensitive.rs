//! What no browser may keep a copy of: everything in the folder of a page that may put a reader in danger, its old
//! addresses, the pictures and leaflets that show what it is about, and each list that names it.

use std::collections::BTreeSet;

use super::groups::AddressGroup;
use crate::diag::FileId;
use crate::model::{
    Alias, AliasTo, AssetId, Block, Details, Inline, LEAFLETS, Leaflet, OPEN_RECOMMENDATIONS, Page, PageId, Site,
    TOPICS, Target, walk,
};
use crate::render::web::searched::searched;
use crate::render::web::{listed, long_lists};

/// Returns every group that is sensitive.
pub fn groups(site: &Site) -> Vec<AddressGroup> {
    let search = SensitivePages::new(site);
    let mut groups = Vec::new();
    for (id, page) in site.page_ids() {
        if search.is_sensitive(id) {
            groups.push(AddressGroup::folder(&page.route));
        }
        // What a page in such a folder shows may lie elsewhere.
        if search.is_sensitive(id) || search.within.contains(&id) {
            assets(site, &page.blocks, &mut groups);
            page.notes.iter().for_each(|note| assets(site, &note.blocks, &mut groups));
            details(site, page, &mut groups);
        } else if search.lists_one(id, page) {
            groups.push(AddressGroup::Page(page.route.clone()));
        }
    }
    let tells = |alias: &&Alias| match alias.to {
        AliasTo::Page(page) => search.is_sensitive(page),
        AliasTo::Leaflet(leaflet) => search.tells(site.leaflet(leaflet)),
    };
    for alias in site.aliases.iter().filter(tells) {
        groups.push(AddressGroup::folder(&alias.from));
    }
    leaflets(&search, &mut groups);
    search.generated(&mut groups);
    groups
}

/// Which pages are sensitive, worked out once.
struct SensitivePages<'s> {
    site: &'s Site,
    pages: BTreeSet<PageId>,
    files: BTreeSet<FileId>,
    /// Those pages, and all in their folders.
    within: BTreeSet<PageId>,
    /// The files of those.
    files_within: BTreeSet<FileId>,
}

impl<'s> SensitivePages<'s> {
    fn new(site: &'s Site) -> SensitivePages<'s> {
        let said = |(_, page): &(PageId, &Page)| page.meta.sensitive;
        let files: BTreeSet<FileId> = site.page_ids().filter(said).map(|(_, page)| page.file).collect();
        let (pages, within, files_within) = Default::default();
        let mut search = SensitivePages { site, pages, files, within, files_within };
        // A page that brings in words of a sensitive one shows them as that one does.
        let is =
            |page: &Page| page.meta.sensitive || (!search.files.is_empty() && brings_in(&page.blocks, &search.files));
        search.pages = site.page_ids().filter(|(_, page)| is(page)).map(|(id, _)| id).collect();
        let folders: Vec<&str> = search.pages.iter().map(|id| site.page(*id).route.as_str()).collect();
        let folders: Vec<&str> = folders.into_iter().filter(|folder| *folder != "/").collect();
        let inside = |page: &Page| folders.iter().any(|folder| page.route.starts_with(folder));
        let within: Vec<(PageId, FileId)> =
            site.page_ids().filter(|(_, page)| inside(page)).map(|(id, page)| (id, page.file)).collect();
        search.within = within.iter().map(|(id, _)| *id).collect();
        search.files_within = within.into_iter().map(|(_, file)| file).collect();
        search
    }

    fn is_sensitive(&self, page: PageId) -> bool {
        self.pages.contains(&page)
    }

    /// Returns whether a leaflet is not to be noticed, or brings in words of a sensitive page, or of one in its folder.
    fn tells(&self, leaflet: &Leaflet) -> bool {
        let files = &self.files_within;
        let brought = leaflet.panels.iter().any(|panel| brings_in(&panel.head, files) || brings_in(&panel.foot, files));
        leaflet.discreet || brought || leaflet.pages.iter().any(|page| self.within.contains(page))
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
    fn generated(&self, groups: &mut Vec<AddressGroup>) {
        let site = self.site;
        let any = |pages: &[PageId]| pages.iter().any(|page| self.is_sensitive(*page));
        let page = |route: &str| AddressGroup::Page(route.to_string());
        let names_one = |list: &long_lists::ListPage| list.items.iter().any(|(item, _)| self.is_sensitive(item.id));
        groups.extend(long_lists::more(site).iter().filter(|list| names_one(list)).map(|list| page(&list.route)));
        for (route, topic) in &site.topics {
            if any(&topic.pages) {
                groups.push(page(route));
            }
            // A topic of nothing else says by its name what those pages say by theirs.
            if topic.pages.iter().all(|page| self.is_sensitive(*page)) {
                groups.push(page(TOPICS));
            }
        }
        let named = listed::by_title(site).any(|page| self.is_sensitive(page));
        if named || listed::leaflets_by_title(site).any(|leaflet| self.tells(leaflet)) {
            groups.extend(listed::a_to_z(site).iter().map(|route| page(route)));
        }
        // What a browser keeps of the search tells what was looked for.
        if !self.pages.is_empty() || site.leaflets.iter().any(|leaflet| self.tells(leaflet)) {
            groups.extend(searched(site).into_iter().map(|one| AddressGroup::Folder(one.route)));
        }
        if site.changes_told().iter().any(|change| self.is_sensitive(change.page)) {
            groups.push(page(listed::CHANGES));
        }
        if listed::reports(site).any(|(id, _)| self.is_sensitive(id)) {
            groups.push(page(OPEN_RECOMMENDATIONS));
        }
        for feed in listed::feeds(site).into_iter().filter(|feed| any(&feed.pages)) {
            groups.push(AddressGroup::File(format!("/{}", feed.file())));
        }
        if listed::newest(site).iter().any(|(id, _, _)| self.is_sensitive(*id)) {
            groups.push(AddressGroup::File("/atom.xml".to_string()));
        }
        if self.pages.iter().any(|id| site.page(*id).is_on_the_web()) {
            groups.push(AddressGroup::File("/sitemap.xml".to_string()));
            groups.extend(
                listed::maps(listed::mapped(site).len()).iter().map(|path| AddressGroup::File(format!("/{path}"))),
            );
        }
    }
}

/// Returns whether words among these stand in one of these files.
fn brings_in(blocks: &[Block], files: &BTreeSet<FileId>) -> bool {
    let mut found = false;
    walk::blocks(blocks, &mut |block| {
        if let Block::Included(included) = block {
            found |= included.blocks.iter().any(|block| files.contains(&block.span().file));
        }
    });
    found
}

/// Adds leaflets that are not to be noticed or that bring in words of a sensitive page, and the list that names them.
fn leaflets(search: &SensitivePages<'_>, groups: &mut Vec<AddressGroup>) {
    let site = search.site;
    for leaflet in site.leaflets.iter().filter(|leaflet| search.tells(leaflet)) {
        groups.push(AddressGroup::Folder(format!("{LEAFLETS}{}/", leaflet.reference)));
        groups.push(AddressGroup::Page(LEAFLETS.to_string()));
        for place in leaflet.places() {
            groups.push(AddressGroup::Page(listed::leaflets_for(&place)));
            groups.push(AddressGroup::File(listed::pack(&place)));
        }
        leaflet.panels.iter().for_each(|panel| {
            assets(site, &panel.head, groups);
            assets(site, &panel.foot, groups);
        });
    }
}

/// Adds the files that words use, wherever they lie.
fn assets(site: &Site, blocks: &[Block], groups: &mut Vec<AddressGroup>) {
    let mut used: Vec<AssetId> = Vec::new();
    walk::blocks(blocks, &mut |block| match block {
        Block::Figure(figure) => used.extend(figure.image.asset.iter().map(|asset| asset.id)),
        Block::Video(video) => used.extend(video.file.iter().chain(&video.captions).map(|asset| asset.id)),
        Block::Row(row) => used.extend(row.image.iter().filter_map(|image| image.asset.as_ref()).map(|asset| asset.id)),
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
        | Block::Form(_)
        | Block::Contact(_)
        | Block::Film(_)
        | Block::Formats(_)
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
    add(site, used, groups);
}

/// Adds the files that a page's front matter names.
fn details(site: &Site, page: &Page, groups: &mut Vec<AddressGroup>) {
    if let Details::Film(film) = &page.meta.details {
        let signed = film.bsl.as_ref().and_then(|bsl| bsl.video_file);
        add(site, film.video_file.into_iter().chain(film.captions.file).chain(signed).collect(), groups);
    }
}

fn add(site: &Site, used: Vec<AssetId>, groups: &mut Vec<AddressGroup>) {
    groups.extend(used.into_iter().map(|id| AddressGroup::File(format!("/{}", site.asset(id).path))));
}

//! Where a leaflet leads on the web: its page looked up, in the leaflet's own language where there is one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::left_out;
use super::world::{Standing, World};
use crate::content::problems;
use crate::content::read::page::Head;
use crate::diag::{Diagnostic, FileId, Guesses, Span};
use crate::model::{Alias, AliasTo, Lang, Leaflet, LeafletId, OnPaper, PageId, PageUse};

/// The folder that an author may write before a page's path.
const FOLDER: &str = "content/";

/// Returns the leaflets that lead to each page that is published, in all its languages, from the leaflets as their own files
/// have them, in the order of their references.
pub fn on_paper<'l>(
    world: &dyn World,
    drafts: impl Iterator<Item = &'l Leaflet>,
) -> BTreeMap<FileId, Arc<Vec<OnPaper>>> {
    let mut led: BTreeMap<FileId, Vec<OnPaper>> = BTreeMap::new();
    for draft in drafts {
        let Some((wanted, _)) = &draft.leads.wanted else { continue };
        let Standing::Here(head) = world.at_path(path(wanted)) else { continue };
        let translations = world.placed(head.file);
        for file in std::iter::once(head.file).chain(translations.translations.iter().map(|page| FileId(page.0))) {
            let known = led.entry(file).or_default();
            match known.iter_mut().find(|leaflet| leaflet.reference == draft.reference) {
                Some(leaflet) => leaflet.languages.push(draft.lang.clone()),
                None => {
                    let (reference, languages) = (draft.reference.clone(), vec![draft.lang.clone()]);
                    known.push(OnPaper { reference, languages });
                }
            }
        }
    }
    led.into_iter().map(|(page, leaflets)| (page, Arc::new(leaflets))).collect()
}

fn path(wanted: &str) -> &str {
    wanted.strip_prefix(FOLDER).unwrap_or(wanted)
}

/// Looks up the page that a leaflet leads to. Returns what is wrong with it.
pub fn look_up(world: &dyn World, leaflet: &mut Leaflet) -> Option<Diagnostic> {
    let (wanted, span) = leaflet.leads.wanted.clone()?;
    let path = path(&wanted);
    let head = match world.at_path(path) {
        Standing::Here(head) => head,
        Standing::Gone(gone) => return Some(left_out::page_of_leaflet(&gone, &leaflet.lang, span)),
        Standing::Nowhere => return Some(missing(world, &wanted, path, span)),
    };
    if !head.front.meta.is_on_the_web() {
        let message = format!("this leaflet leads to `{wanted}`, which is not on the web");
        let help = "add `web` to that page's `formats`, or name another page";
        return Some(Diagnostic::new(&problems::LEAFLET_PAGE_MISSING, span, message, help));
    }
    let page = in_language(world, &head, &leaflet.lang);
    leaflet.leads.page = Some(PageUse { id: page, outline: world.outline(page) });
    None
}

/// Returns a page in a language, or itself where it is not on the web in it.
fn in_language(world: &dyn World, head: &Arc<Head>, lang: &Lang) -> PageId {
    let own = PageId(head.file.0);
    if head.lang.is_same_language(lang) {
        return own;
    }
    let translations = world.placed(head.file).translations.clone();
    let fits = |page: &PageId| {
        world.head(*page).is_some_and(|head| head.lang.is_same_language(lang) && head.front.meta.is_on_the_web())
    };
    translations.into_iter().find(fits).unwrap_or(own)
}

fn missing(world: &dyn World, wanted: &str, path: &str, span: Span) -> Diagnostic {
    let paths = world.paths();
    let near = Guesses::default().nearest(path, paths.iter().map(String::as_str));
    let help = match near {
        Some(near) => format!("write `{FOLDER}{near}`"),
        None => "write the path of the page's file, such as `content/victims/help.md`, or remove the line".to_string(),
    };
    let message = format!("this leaflet leads to `{wanted}`, and there is no such page");
    Diagnostic::new(&problems::LEAFLET_PAGE_MISSING, span, message, help)
}

/// Returns the short addresses of leaflets as addresses that lead on, but those that a page has too which they lead to.
pub fn aliases<'l>(leaflets: impl Iterator<Item = (LeafletId, &'l Leaflet)>, known: &[Alias]) -> Vec<Alias> {
    let alias = |(id, leaflet): (LeafletId, &Leaflet)| {
        let (short, span) = leaflet.leads.short.as_ref()?;
        let to = leaflet.leads.page.as_ref().map_or(AliasTo::Leaflet(id), |page| AliasTo::Page(page.id));
        Some(Alias { from: format!("/{short}/"), to, short: true, span: *span })
    };
    let same = |alias: &Alias| known.iter().any(|known| known.from == alias.from && known.to == alias.to);
    leaflets.filter_map(alias).filter(|alias| !same(alias)).collect()
}

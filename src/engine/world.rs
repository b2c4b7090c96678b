//! The rest of the site as linking one page sees it: each question is one remembered answer. Where a page is worked out only
//! once, nobody needs to know what it asked for, and what stands in the tree is looked up there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::db::{self, File, Name, Number, Rest, Seen, Sought, State, Store, View};
use crate::config::Config;
use crate::content::link::World;
use crate::content::link::settle::AllGone;
use crate::content::link::tree::Tree;
use crate::content::link::world::{Assembled, Barred, Beside, Captions, Headings, Placed, Standing, Unshowable};
use crate::content::read::page::Head;
use crate::content::{Asked, problems};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{
    AssetId, AssetKind, AssetOutline, Block, Contact, Fact, LeafletOutline, Note, Outline, PageId, Term, TopicOutline,
    credit_of,
};
use crate::words::Wordings;

/// The site at a moment.
pub struct At<'db> {
    /// What is remembered.
    pub db: &'db dyn Store,
    /// The moment.
    pub view: View,
    /// Whether it is noted what is asked for: in answers that are remembered.
    pub noted: bool,
}

impl<'db> At<'db> {
    /// Returns the site as a remembered answer sees it.
    pub fn noted(db: &'db dyn Store, view: View) -> At<'db> {
        At { db, view, noted: true }
    }

    fn tree(&self) -> &'db Tree {
        db::tree(self.db, self.view)
    }

    fn rest(&self) -> Rest {
        Rest::get(self.db)
    }

    fn name(&self, text: &str) -> Name<'db> {
        Name::new(self.db, text)
    }

    fn sought(&self, text: &str) -> Sought<'db> {
        Sought::new(self.db, self.view, text)
    }

    fn file(&self, id: FileId) -> Option<File> {
        if self.noted {
            db::file_of(self.db, Number::new(self.db, id))
        } else {
            self.rest().by_id(self.db).get(&id).copied()
        }
    }

    fn as_beside(&self, file: File) -> Beside {
        let picture = matches!(db::kind(self.db, file), AssetKind::Image { .. });
        Beside { id: AssetId(file.id(self.db).0), picture }
    }

    fn seen(&self, id: FileId) -> Option<Seen<'db>> {
        self.file(id).map(|file| Seen::new(self.db, self.view, file))
    }
}

impl At<'_> {
    /// Returns that a picture may not be shown any more, where its day has passed.
    fn ended(&self, file: File) -> Option<Unshowable> {
        let State::Beside(beside, _) = file.state(self.db) else { return None };
        let until = credit_of(self.rest().images(self.db), &beside.path)?.ended(self.asked().clock.moment().date)?;
        let message = format!("`{}` could be shown until {until}, and is taken away", beside.path);
        let help = "ask again and change `until` in `content/_data/images.yaml`, or show another picture";
        let finding = Diagnostic::new(&problems::PICTURE_ENDED, Span::whole(file.id(self.db)), message, help);
        Some(Unshowable { finding: Some(finding), taken: true })
    }
}

impl World for At<'_> {
    fn config(&self) -> &Config {
        Rest::get(self.db).for_pages(self.db)
    }

    fn asked(&self) -> &Asked {
        self.view.asked(self.db)
    }

    fn at_path(&self, path: &str) -> Standing {
        if self.noted { db::at_path(self.db, self.sought(path)) } else { self.tree().at_path(path) }
    }

    fn at_route(&self, route: &str) -> Standing {
        if self.noted { db::at_route(self.db, self.sought(route)) } else { self.tree().at_route(route) }
    }

    fn head(&self, page: PageId) -> Option<Arc<Head>> {
        let file = FileId(page.0);
        if self.noted { db::head(self.db, self.seen(file)?) } else { self.tree().head(file).cloned() }
    }

    fn emptied(&self, route: &str) -> Option<String> {
        if self.noted { db::emptied(self.db, self.sought(route)) } else { self.tree().emptied(route) }
    }

    fn is_topic(&self, route: &str) -> bool {
        if self.noted { db::is_topic(self.db, self.sought(route)) } else { self.tree().is_topic(route) }
    }

    fn has_reports(&self) -> bool {
        db::has_reports(self.db, self.view)
    }

    fn beside(&self, path: &str) -> Option<Beside> {
        let file = match self.noted {
            true => db::file_beside(self.db, self.name(path))?,
            false => *self.rest().beside(self.db).get(path)?,
        };
        Some(self.as_beside(file))
    }

    fn beside_leaflets(&self, path: &str) -> Option<Beside> {
        self.rest().beside_leaflets(self.db).get(path).map(|file| self.as_beside(*file))
    }

    fn paths_beside_leaflets(&self) -> Vec<String> {
        self.rest().beside_leaflets(self.db).keys().cloned().collect()
    }

    fn is_refused(&self, path: &str) -> bool {
        if self.noted {
            db::is_refused(self.db, self.name(path))
        } else {
            self.rest().refused(self.db).contains_key(path)
        }
    }

    fn path_of(&self, asset: AssetId) -> String {
        match self.file(FileId(asset.0)).map(|file| file.state(self.db)) {
            Some(State::Beside(beside, _)) => beside.path.clone(),
            _ => String::new(),
        }
    }

    fn gone(&self) -> Arc<AllGone> {
        db::gone(self.db, self.view)
    }

    fn paths(&self) -> Arc<Vec<String>> {
        db::paths(self.db, self.view)
    }

    fn paths_beside(&self) -> Arc<Vec<String>> {
        db::paths_beside(self.db)
    }

    fn barred(&self, file: FileId, at: u32) -> Option<Barred> {
        db::barred(self.db, self.view, file, at)
    }

    fn assembled(&self, file: FileId) -> Option<Arc<Assembled>> {
        db::assembled(self.db, self.seen(file)?)
    }

    fn blocks(&self, file: FileId) -> Vec<Block> {
        self.seen(file).map(|seen| db::blocks_of(self.db, seen)).unwrap_or_default()
    }

    fn headings(&self, file: FileId) -> Arc<Headings> {
        self.seen(file).map(|seen| db::headings(self.db, seen)).unwrap_or_default()
    }

    fn notes(&self, file: FileId) -> Arc<Vec<Note>> {
        self.seen(file).map(|seen| db::notes(self.db, seen)).unwrap_or_default()
    }

    fn placed(&self, file: FileId) -> Arc<Placed> {
        match self.noted {
            true => self.seen(file).map(|seen| db::placed(self.db, seen)).unwrap_or_default(),
            false => self.tree().placed(file).cloned().unwrap_or_default(),
        }
    }

    fn outline(&self, page: PageId) -> Option<Arc<Outline>> {
        db::outline(self.db, self.seen(FileId(page.0))?)
    }

    fn outline_beside(&self, asset: AssetId, printed: bool) -> Option<Arc<AssetOutline>> {
        Some(super::beside::outline(self.db, self.file(FileId(asset.0))?, printed))
    }

    fn leaflets_of(&self, page: FileId) -> Arc<Vec<Arc<LeafletOutline>>> {
        match self.noted {
            true => self.seen(page).map(|seen| db::leaflets_of(self.db, seen)).unwrap_or_default(),
            false => db::leaflets_by_page(self.db, self.view).get(&page).cloned().unwrap_or_default(),
        }
    }

    fn topic(&self, route: &str) -> Option<Arc<TopicOutline>> {
        db::topic(self.db, self.sought(route))
    }

    fn fact(&self, key: &str) -> Option<Arc<Fact>> {
        if self.noted { db::fact(self.db, self.name(key)) } else { self.rest().facts(self.db).get(key).cloned() }
    }

    fn publisher(&self) -> Contact {
        Rest::get(self.db).about(self.db).organisation.clone()
    }

    fn contact(&self, key: &str) -> Option<Arc<Contact>> {
        if self.noted { db::contact(self.db, self.name(key)) } else { self.rest().contacts(self.db).get(key).cloned() }
    }

    fn words(&self) -> Arc<Wordings> {
        Arc::clone(Rest::get(self.db).words(self.db))
    }

    fn glossary(&self) -> Arc<BTreeMap<String, Term>> {
        Arc::clone(Rest::get(self.db).glossary(self.db))
    }

    fn captions(&self, asset: AssetId) -> Arc<Captions> {
        self.file(FileId(asset.0)).map(|file| db::captions_in(self.db, file)).unwrap_or_default()
    }

    fn unshowable(&self, asset: AssetId, printed: bool) -> Option<Unshowable> {
        let file = self.file(FileId(asset.0))?;
        self.ended(file).or_else(|| super::beside::unshowable(self.db, file, printed))
    }
}

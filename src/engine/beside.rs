//! What is remembered of files beside the pages: pictures are decoded once, and documents looked into once.
#![allow(unsafe_code, reason = "what the macros of salsa write for answers")]

use std::sync::Arc;

use super::db::{File, State, Store};
use crate::content::link::world::Unshowable;
use crate::model::AssetOutline;

#[cfg(feature = "formats")]
pub use looked_into::{said, verdict};

/// Returns what is shown of a file; its bytes too, where it is a picture that is printed.
#[salsa::tracked(returns(clone))]
pub fn outline(db: &dyn Store, file: File, printed: bool) -> Arc<AssetOutline> {
    let State::Beside(beside, _) = file.state(db) else {
        return Arc::new(AssetOutline {
            path: String::new(),
            kind: crate::model::AssetKind::File,
            size: 0,
            bytes: None,
        });
    };
    let kind = super::db::kind(db, file);
    let mut outline = AssetOutline { path: beside.path.clone(), kind, size: beside.size, bytes: None };
    as_published(db, file, printed, &mut outline);
    Arc::new(outline)
}

#[cfg(feature = "formats")]
fn as_published(db: &dyn Store, file: File, printed: bool, outline: &mut AssetOutline) {
    use crate::content::pictures::Verdict;
    use crate::model::AssetKind;
    if let Verdict::Sound { kind, size, bytes } = &*verdict(db, file, printed) {
        outline.kind = if outline.kind == AssetKind::File { AssetKind::File } else { *kind };
        outline.size = *size;
        outline.bytes.clone_from(bytes);
    }
}

/// Without formats nothing is published.
#[cfg(not(feature = "formats"))]
fn as_published(_: &dyn Store, _: File, _: bool, _: &mut AssetOutline) {}

/// Returns what is wrong with a picture; nothing where it can be shown.
#[cfg(feature = "formats")]
pub fn unshowable(db: &dyn Store, file: File, printed: bool) -> Option<Unshowable> {
    let State::Beside(beside, _) = file.state(db) else { return None };
    let verdict = verdict(db, file, printed);
    let finding = verdict.told(&beside.path, crate::diag::Span::whole(file.id(db)));
    let taken = verdict.takes_away();
    (taken || finding.is_some()).then_some(Unshowable { finding, taken })
}

/// Without formats nothing is shown.
#[cfg(not(feature = "formats"))]
pub fn unshowable(_: &dyn Store, _: File, _: bool) -> Option<Unshowable> {
    None
}

#[cfg(feature = "formats")]
mod looked_into {
    use std::sync::Arc;

    use crate::content::inspect;
    use crate::content::pictures::{self, Verdict};
    use crate::engine::db::{File, Rest, State, Store};

    /// Returns what came of a look at a file beside the pages; the bytes of a picture that is printed are kept.
    #[salsa::tracked(returns(clone))]
    pub fn verdict(db: &dyn Store, file: File, printed: bool) -> Arc<Verdict> {
        match file.state(db) {
            State::Beside(beside, _) => Arc::new(pictures::look(beside, printed, &*db.ground().files)),
            State::Text(_) | State::Missing => Arc::new(Verdict::File),
        }
    }

    /// Returns what a file says besides what it shows.
    #[salsa::tracked(returns(clone))]
    pub fn said(db: &dyn Store, file: File) -> Arc<inspect::Said> {
        match file.state(db) {
            State::Beside(beside, _) => {
                Arc::new(inspect::said(beside, &*db.ground().files, &Rest::get(db).config(db).about))
            }
            State::Text(_) | State::Missing => Arc::default(),
        }
    }
}

//! What is remembered of files beside the pages that go out: pictures are decoded once, and documents looked into once.
#![allow(unsafe_code, reason = "what the macros of salsa write for answers")]

use std::sync::Arc;

use super::db::{File, Rest, State, Store};
use crate::content::inspect;
use crate::content::pictures::{self, Verdict};

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

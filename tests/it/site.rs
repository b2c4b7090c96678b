//! This repository's own site, which must have nothing to mend.

use std::path::Path;

use handbill::content::files::Disk;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

#[test]
fn the_sample_has_nothing_to_mend() {
    let files = Disk::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let reading = pipeline::check(&files, &options).unwrap();
    assert_eq!(plain::report(&reading.diagnostics, &reading.sources), "");
    assert!(reading.site.unwrap().pages.len() >= 20);
}

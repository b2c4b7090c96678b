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

/// The site that the judges from outside are shown besides: a film and an Easy Read page.
#[test]
fn the_site_of_other_kinds_has_nothing_to_mend() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/fixtures/kinds");
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let reading = pipeline::check(&Disk::new(root), &options).unwrap();
    assert_eq!(plain::report(&reading.diagnostics, &reading.sources), "");
}

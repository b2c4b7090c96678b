//! How long the sample takes: read and checked, and built whole into memory.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may panic, and says what it measured"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use handbill::content::files::Disk;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

fn sample(criterion: &mut Criterion) {
    let files = Disk::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let at = |zone: &Zone| zone.instant(Moment::parse("2026-11-22T09:00").unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    criterion.bench_function("sample: read and check", |bencher| {
        bencher.iter(|| black_box(pipeline::read(&files, &options).unwrap()));
    });
    criterion.bench_function("sample: every format into memory", |bencher| {
        bencher.iter(|| black_box(pipeline::build_in_memory(&files, &options).unwrap()));
    });
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = sample }
criterion_main!(benches);

//! How long paper takes, warm: fonts loaded, templates parsed, one job at a time on one thread, so that time is what the
//! processor spends. To hold: a tri-fold under 5 ms for the office and for a press each, sixty pages of large print under 40 ms.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may panic, and says what it measured"
)]

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use handbill::content::files::{Disk, Files, Memory};
use handbill::model::{Moment, Site, Zone};
use handbill::pipeline::{self, Options};
use handbill::render::print::{Printer, measured};
use handbill::render::{Catalogue, FORMATS, Subject};

fn read(files: &dyn Files) -> std::sync::Arc<Site> {
    let at = |zone: &Zone| zone.instant(Moment::parse("2026-11-22T09:00").unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    pipeline::read(files, &options).unwrap().site.unwrap()
}

/// A page that is about sixty sides of large print: headings, paragraphs, lists.
fn long_page() -> Memory {
    let mut text =
        String::from("---\ntitle: A long report\nsummary: Sixty sides of it.\nformats: [large-print]\n---\n");
    for section in 1..=60 {
        let _ = write!(text, "\n## Part {section} of the report\n");
        for _ in 0..4 {
            text.push_str(
                "\nPeople who were harmed by a crime told us what helped them and what did not. Most of them wanted to be \
                 heard, to know what happens next, and to have one person to call. We wrote down what they said.\n",
            );
        }
        text.push_str("\n- one person to call\n- regular news of the case\n- help that does not end too soon\n");
    }
    let mut files = Memory::default();
    files.add("site.toml", "title = \"T\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\n");
    files.add("content/report.md", text);
    files
}

fn bench(criterion: &mut Criterion, name: &str, site: &Site, format: &str, wanted: fn(Subject) -> bool) {
    let format = FORMATS.iter().find(|known| known.name() == format).unwrap();
    let press = format.set_up(site).unwrap();
    let jobs = press.jobs();
    let job = jobs.iter().find(|job| wanted(job.subject)).unwrap();
    let catalogue = Catalogue::default();
    let made = press.make(job, &handbill::render::Given::of(&catalogue)).unwrap();
    let files: Vec<String> = made
        .downloads
        .iter()
        .map(|offer| format!("{} {:?} pages {} bytes", offer.route, offer.pages, offer.bytes))
        .collect();
    println!("{name}: {}", files.join("; "));
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| black_box(press.make(job, &handbill::render::Given::of(&catalogue)).unwrap()))
    });
}

/// Measures one PDF of the sample's tri-fold.
fn tri_fold(criterion: &mut Criterion, name: &str, site: &Site, printer: Printer) {
    let leaflet =
        site.leaflets.iter().find(|leaflet| leaflet.reference == "RJ-01" && leaflet.sheet == "trifold").unwrap();
    let make = measured::ready(site, leaflet, printer).unwrap();
    println!("{name}: {} bytes", make().unwrap().len());
    criterion.bench_function(name, |bencher| bencher.iter(|| black_box(make().unwrap())));
}

fn paper(criterion: &mut Criterion) {
    let sample = read(&Disk::new(Path::new(env!("CARGO_MANIFEST_DIR"))));
    tri_fold(criterion, "tri-fold: office", &sample, Printer::Office);
    tri_fold(criterion, "tri-fold: press", &sample, Printer::Press);
    bench(criterion, "leaflet: all its files of print", &sample, "leaflets", |subject| {
        matches!(subject, Subject::Leaflet(_))
    });
    let long = read(&long_page());
    bench(criterion, "large print: sixty pages", &long, "large-print", |subject| matches!(subject, Subject::Page(_)));
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = paper }
criterion_main!(benches);

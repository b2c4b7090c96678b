//! How long the sample takes, read and checked, and built whole into memory; and how long many pages take, read and checked.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may panic, and says what it measured"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use handbill::content::files::{Disk, Memory};
use handbill::model::{Instant, Moment, Zone};
use handbill::pipeline::{self, Options};

/// How many pages the site in memory has. The time for each page is the same from a few hundred on.
const PAGES: usize = 500;

/// Words of a page, about 600 of them: what a council's page has, and here and there what a rule looks for.
const SECTIONS: &[&str] = &[
    "If you are in danger, call 999 straight away. Keep a copy of everything that you send to us. The change takes \
     effect on the first Monday after we write to you, and you can ask for more time.\n",
    "You can use this service if you:\n\n- have your National Insurance number\n- have lived at the same address \
     since 2022\n- have a household income below \u{a3}20,500\n- can come to a meeting at 10am\n",
    "| Who it is for | Cost | How long it takes |\n|---|---|---|\n| Adults | \u{a3}12.50 | 10 weeks |\n\
     | Families | Free | 4 weeks |\n",
    "Tell us within 21 days if your circumstances change. Read [what happens next](page-0.md), or call \
     [01707 806 100](tel:01707806100). **Bring your letter** with you: it has your reference.\n",
    "1. Wait for our letter.\n2. Pay the charge.\n3. Choose a date for the visit.\n4. Read the decision and keep it \
     safe.\n\nSomeone else can apply for you if you give them permission in writing by 4 May 2027.\n",
];

/// Returns a site of many pages.
fn many_pages() -> Memory {
    let mut files = Memory::default();
    files.add("site.toml", "title = \"Many\"\nbase_url = \"https://www.example.org\"\nlanguage = \"en-GB\"\n");
    for page in 0..PAGES {
        let mut text = format!(
            "---\ntitle: Help with matter {page}\nsummary: Who can get help with matter {page}, and how.\n---\n"
        );
        for section in 0..15 {
            let words = SECTIONS[(page + section) % SECTIONS.len()];
            text.push_str(&format!("## Part {section} of matter {page}\n\n{words}\n"));
        }
        files.add(format!("content/page-{page}.md"), text);
    }
    files
}

fn at(zone: &Zone) -> Instant {
    zone.instant(Moment::parse("2026-11-22T09:00").unwrap())
}

fn many(criterion: &mut Criterion) {
    let files = many_pages();
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    criterion.bench_function(&format!("{PAGES} pages: read and check"), |bencher| {
        bencher.iter(|| black_box(pipeline::read(&files, &options).unwrap()));
    });
}

fn sample(criterion: &mut Criterion) {
    let files = Disk::new(Path::new(env!("CARGO_MANIFEST_DIR")));
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    criterion.bench_function("sample: read and check", |bencher| {
        bencher.iter(|| black_box(pipeline::read(&files, &options).unwrap()));
    });
    criterion.bench_function("sample: every format into memory", |bencher| {
        bencher.iter(|| black_box(pipeline::build_in_memory(&files, &options).unwrap()));
    });
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = sample, many }
criterion_main!(benches);

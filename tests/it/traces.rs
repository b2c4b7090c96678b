//! Each range of bytes of a page leads to the words in an author's file that it was made from.

use std::path::Path;

use handbill::content::files::Disk;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};
use handbill::render::web::WEB;
use handbill::render::{Catalogue, Format};

use crate::kit;

/// Returns the words of HTML, without its tags.
fn words_of(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => words.push(c),
            _ => {}
        }
    }
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_block_and_link_of_the_sample_leads_to_its_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let only = ["web".to_string()];
    let options = Options { root: ".", at: &at, drafts: false, only: &only, progress: &|_, _| {} };
    let reading = pipeline::read(&Disk::new(root), &options).unwrap();
    let site = reading.site.unwrap();
    let press = WEB.set_up(&site).unwrap();
    let (mut links, mut paragraphs, mut wrong) = (0, 0, Vec::new());
    for job in press.jobs() {
        let made = press.make(&job, &handbill::render::Given::of(&Catalogue::default())).unwrap();
        for trace in &made.traces {
            let file = made.files.iter().find(|file| file.path == trace.path).unwrap();
            let html = std::str::from_utf8(&file.bytes).unwrap();
            for (range, span) in &trace.spans {
                let slice = &html[range.clone()];
                let text = &reading.sources.get(span.file).text;
                let front_matter =
                    text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map_or(0, |at| at + 4);
                if (span.start as usize) < front_matter {
                    // Words that a kind of page composes lead to the key that it composes them from.
                    assert!(slice.starts_with('<') && slice.trim_end().ends_with('>'), "{slice}");
                    continue;
                }
                let source = &text[span.start as usize..span.end as usize];
                let told = if let Some((words, _)) = source.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
                    links += 1;
                    assert!(slice.starts_with("<a ") && slice.ends_with("</a>"), "{}: {slice}", trace.path);
                    words
                } else if slice.starts_with("<p>")
                    && !source.starts_with(":::")
                    && !source.contains(['[', '*', '`', '&', '\\'])
                {
                    paragraphs += 1;
                    source
                } else {
                    continue;
                };
                // Sizes of files and abbreviations written out are words that the author did not write.
                let added = slice.contains("<abbr") || slice.contains(" KB)");
                let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
                if !added && typed(&words_of(slice)) != told {
                    wrong.push(format!("{}: {} is not {told}", trace.path, words_of(slice)));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(links > 30 && paragraphs > 100, "{links} links and {paragraphs} paragraphs were compared");
}

/// Returns words with the marks of a typewriter, which an author types.
fn typed(words: &str) -> String {
    words.replace(['‘', '’'], "'").replace(['“', '”'], "\"")
}

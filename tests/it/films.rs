//! Films: what is found wrong with one, with its captions and its transcript, and what readers get.

use std::collections::BTreeMap;

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

const CAPTIONS: &str = "WEBVTT\n\n00:01.000 --> 00:05.000\nRestorative justice\nis a safe talk.\n";

const WHOLE: &str = "video: talk.mp4\ncaptions: talk.vtt\nduration: 3:25\n";

const TRANSCRIPT: &str = "## Transcript {#transcript}\n\nA voice says: Restorative justice is a safe talk.\n";

/// Returns a site with a film's files, and a page about it with these keys and words.
fn site(front: &str, words: &str, captions: &str) -> Memory {
    let mut files = kit::site();
    let front = format!("---\ntitle: A safe talk\nsummary: A film about a talk.\nkind: film\n{front}---\n");
    files.add("content/films/page.md", format!("{front}{words}"));
    files.add("content/films/talk.mp4", "a film");
    files.add("content/films/talk.vtt", captions);
    files
}

fn made(files: &Memory) -> (String, BTreeMap<String, Vec<u8>>) {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let (reading, made) = pipeline::build_in_memory(files, &options).unwrap();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

fn html(made: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(made[path].clone()).unwrap()
}

/// Checks that these are the findings, each by place, code and first words.
fn finds(front: &str, words: &str, captions: &str, expected: &[&str]) {
    let found = kit::findings(&site(front, words, captions));
    let lines: Vec<&str> =
        found.lines().filter(|line| line.starts_with("content/") && !line.contains("[C030")).collect();
    assert_eq!(lines.len(), expected.len(), "{front}{words}:\n{found}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "expected `{expected}` in:\n{found}");
    }
}

#[test]
fn a_film_has_its_file_captions_and_transcript() {
    finds(WHOLE, TRANSCRIPT, CAPTIONS, &[]);
    finds(
        "duration: 3:25\n",
        "Words.\n",
        CAPTIONS,
        &[
            "content/films/page.md:4:1: error: this film has no captions [C018",
            "content/films/page.md:4:1: error: this film has no transcript [C018",
            "content/films/page.md:4:1: error: this page is about a film, and does not name its file [C018",
        ],
    );
    finds(
        "video: tlak.mp4\ncaptions: talk.srt\nduration: 3:25\n",
        TRANSCRIPT,
        CAPTIONS,
        &[
            "content/films/page.md:5:1: error: there is no file `tlak.mp4` [C018",
            "content/films/page.md:6:1: error: there is no file `talk.srt` [C018",
        ],
    );
    finds(
        "video: https://films.example/talk.mp4\ncaptions: talk.mp4\nduration: 3:25\n",
        TRANSCRIPT,
        CAPTIONS,
        &[
            "content/films/page.md:5:1: error: `https://films.example/talk.mp4` is on another website [C018",
            "content/films/page.md:6:1: error: `talk.mp4` is not a file of captions that browsers read [C018",
        ],
    );
    let found = kit::findings(&site("video: tlak.mp4\ncaptions: talk.vtt\nduration: 3:25\n", TRANSCRIPT, CAPTIONS));
    assert!(found.contains("did you mean `films/talk.mp4`?"), "{found}");
    finds(
        "video: talk.vtt\ncaptions: talk.vtt\nduration: 3:25\nbsl:\n  interpreter: Sam Field\n",
        TRANSCRIPT,
        CAPTIONS,
        &[
            "content/films/page.md:5:1: error: `talk.vtt` is not a film that every browser plays [C018",
            "content/films/page.md:8:1: error: `bsl` does not name a film [C018",
        ],
    );
}

#[test]
fn a_transcript_stands_on_the_page_or_on_one_that_it_names() {
    let with = |transcript: &str| format!("{WHOLE}transcript: {transcript}\n");
    finds(&with("../what-next.md"), "Words.\n", CAPTIONS, &[]);
    finds(
        &with("page.md#words"),
        "## Words {#words}\n\nA voice.\n",
        CAPTIONS,
        &["content/films/page.md:8:1: error: `transcript` names this page itself [C018"],
    );
    finds(
        &with("talk.mp4"),
        "Words.\n",
        CAPTIONS,
        &["content/films/page.md:8:1: error: the transcript `talk.mp4` is not a page [C018"],
    );
    finds(
        &with("lost.md"),
        "Words.\n",
        CAPTIONS,
        &["content/films/page.md:8:1: error: there is no file `lost.md` [A003"],
    );
    let empty = "## Transcript {#transcript}\n\n## Thanks\n\nTo all.\n";
    finds(WHOLE, empty, CAPTIONS, &["content/films/page.md:9:1: error: the transcript is empty [C018"]);
    let included = ":::include words.md#transcript\n";
    let mut files = site(WHOLE, included, CAPTIONS);
    files.add(
        "content/films/words.md",
        format!("---\ntitle: Words\nsummary: All that the film says.\n---\n{TRANSCRIPT}"),
    );
    assert_eq!(kit::findings(&files), "");
}

#[test]
fn gaps_of_a_new_page_are_told_of_once() {
    let gaps = "video: \"[[the film's file]]\"\ncaptions: \"[[its captions]]\"\nduration: \"[[how long]]\"\n";
    let found = kit::findings(&site(gaps, "[[What it shows.]]\n", CAPTIONS));
    let lines: Vec<&str> =
        found.lines().filter(|line| line.starts_with("content/") && !line.contains("[C030")).collect();
    assert!(lines.len() == 4 && lines.iter().all(|line| line.contains("A088 gap-left")), "{found}");
}

#[test]
fn captions_are_reported_at_their_own_lines() {
    let fault = "WEBVTT\n\n00:01.000 --> 00:05.000\nRestorative justice\n\n00:06.000 --> 00:0.000\nis a safe talk.\n";
    let line = "content/films/talk.vtt:6:15: error: `00:0.000` is not a time, so nobody sees this caption [C017";
    finds(WHOLE, TRANSCRIPT, fault, &[line]);
    finds(WHOLE, TRANSCRIPT, "", &["content/films/talk.vtt:1:1: error: this file does not start with `WEBVTT`"]);
    // A translation with the same captions does not say it all again.
    let mut files = site(WHOLE, TRANSCRIPT, fault);
    let welsh = format!("---\ntitle: Sgwrs\nsummary: Ffilm.\nkind: film\n{WHOLE}---\n{TRANSCRIPT}");
    files.add("content/films/page.cy.md", welsh);
    assert_eq!(kit::findings(&files).matches("error:").count(), 1);
    let mut files = site(WHOLE, TRANSCRIPT, CAPTIONS);
    files.add("content/films/talk.vtt", b"WEBVTT\n\n00:01.000 --> 00:05.000\nCaf\xE9\n".to_vec());
    let found = kit::findings(&files);
    assert!(found.contains("content/films/talk.vtt:4:1: error: the file is not saved as UTF-8"), "{found}");
}

#[test]
fn a_page_accepts_findings_of_its_captions() {
    let fast = "WEBVTT\n\n00:01.000 --> 00:01.500\nRestorative justice\nis a safe talk.\n";
    finds(WHOLE, TRANSCRIPT, fast, &["content/films/talk.vtt:3:1: warning: this caption has 35 characters"]);
    let allowed = format!("{WHOLE}allow: {{ caption-fast: the speaker is quoted }}\n");
    finds(&allowed, TRANSCRIPT, fast, &[]);
}

#[test]
fn readers_get_a_player_that_loads_nothing_by_itself() {
    let front = format!("{WHOLE}bsl:\n  video: signed.webm\n  interpreter: Sam Field\nformats: [web, print]\n");
    let mut files = site(&front, &format!("Watch it.\n\n{TRANSCRIPT}"), CAPTIONS);
    files.add("content/films/signed.webm", "another film");
    files.add("content/quoted.md", format!("{}:::include films/page.md\n", kit::FRONT));
    let (found, made) = made(&files);
    assert_eq!(found, "");
    let page = html(&made, "films/page/index.html");
    let player = "<div class=\"video\">\n<video controls preload=\"none\" aria-label=\"A safe talk\">\n\
                  <source src=\"/films/talk.mp4\" type=\"video/mp4\">\n\
                  <track kind=\"captions\" src=\"/films/talk.vtt\" srclang=\"en-GB\" label=\"English\" default>\n</video>\n\
                  <p class=\"download\"><a href=\"/films/talk.mp4\">Download the film</a> \
                  <span class=\"size\">MP4, 1 KB, 3 minutes 25 seconds</span></p>\n</div>\n<p>Watch it.</p>\n\
                  <h2 id=\"bsl\">In British Sign Language</h2>\n<p>Signed by Sam Field.</p>\n";
    assert!(page.contains(player), "{page}");
    let signed = "aria-label=\"A safe talk, in British Sign Language\">\n<source src=\"/films/signed.webm\" \
                  type=\"video/webm\">\n</video>";
    assert!(page.contains(signed), "{page}");
    assert!(!page.contains("autoplay") && !page.contains("<script"), "{page}");
    for (path, plays) in [("films/page/index.html", true), ("quoted/index.html", true), ("index.html", false)] {
        let page = html(&made, path);
        assert_eq!(page.contains("media-src 'self'"), plays, "{path}");
        assert_eq!(page.contains("<video"), plays, "{path}");
    }
    assert!(made.contains_key("films/page/page.pdf"));
    assert_eq!(made["films/talk.vtt"], CAPTIONS.as_bytes());
}

#[test]
fn a_link_to_a_film_tells_what_comes_with_it() {
    let mut files = site(WHOLE, TRANSCRIPT, CAPTIONS);
    files.add("content/page.md", format!("{}:::film films/page.md Watch a talk\n", kit::FRONT));
    let (found, made) = made(&files);
    assert_eq!(found, "");
    let line =
        "Watch a talk</a> <span class=\"size\">Film, 3 minutes 25 seconds, with captions and the words as text</span>";
    assert!(html(&made, "page/index.html").contains(line));
}

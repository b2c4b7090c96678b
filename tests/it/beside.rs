//! Files beside the pages: what goes out, what stays home, and what is told of it.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use handbill::content::files::{Files, Listing, Memory, Opened};
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit::{self, FRONT, Folder, PNG, stderr, stdout};

fn at(zone: &Zone) -> handbill::model::Instant {
    zone.instant(Moment::parse(kit::AT).unwrap())
}

fn options<'a>() -> Options<'a> {
    Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} }
}

fn made(files: &Memory) -> (String, BTreeMap<String, Vec<u8>>) {
    let (reading, made) = pipeline::build_in_memory(files, &options()).unwrap();
    (plain::report(&reading.diagnostics, &reading.sources), made)
}

/// Returns the small site with these lines in its settings instead of its own `[publish]`.
fn with_also(also: &str) -> Memory {
    let mut files = kit::site();
    files.add("content/index.md", format!("{FRONT}![The office](office.png)\n"));
    let settings = String::from_utf8(files.read("site.toml").unwrap()).unwrap();
    let settings = settings.split("[publish]").next().unwrap().to_string();
    files.add("site.toml", format!("{settings}[publish]\nalso = [{also}]\n"));
    files
}

#[test]
fn only_what_a_published_page_uses_goes_out() {
    let mut files = kit::site();
    for used in ["a.png", "b.png", "c.pdf", "d.docx", "e.pdf", "in note.pdf", "row.png", "included.png", "leaflet.png"]
    {
        files.add(format!("content/in/{used}"), if used.ends_with("png") { PNG } else { b"x" });
    }
    for film in ["talk.mp4", "signed.mp4", "talk.vtt"] {
        files.add(format!("content/in/{film}"), "WEBVTT\n\n00:01.000 --> 00:05.000\nRestorative justice\nis a talk.\n");
    }
    let film = "---\ntitle: A talk\nsummary: A film.\nkind: film\nvideo: talk.mp4\ncaptions: talk.vtt\nduration: 3:25\n\
                bsl: { video: signed.mp4, interpreter: Sam Field }\n---\n## Transcript {#transcript}\n\nA voice speaks.\n";
    files.add("content/in/film.md", film);
    files.add("content/in/words.md", format!("{FRONT}## Words {{#words}}\n\n![A door](included.png)\n"));
    files.add(
        "content/in/page.md",
        format!(
            "{FRONT}![A door](a.png) and ![A hall](/in/b.png), [the plan](c.pdf)[^1].\n\n:::download d.docx The form\n\n\
             [^1]: See [the note](in%20note.pdf).\n"
        ),
    );
    files.add(
        "content/list.md",
        format!("{FRONT}:::row\n![A desk](in/row.png)\n\nWords.\n:::\n\n- [A plan](in/e.pdf)\n- More\n"),
    );
    files.add("content/in/brings.md", format!("{FRONT}:::include in/words.md#words\n"));
    let leaflet = "title: T\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\nsheet: trifold\n";
    let panels = "::::panel\n## One\n\n![A door](in/leaflet.png)\n::::\n\n".repeat(6);
    files.add("print/t.md", format!("---\n{leaflet}---\n{panels}"));
    let (found, made) = made(&files);
    assert!(!found.contains("[C0"), "{found}");
    for used in ["a.png", "b.png", "c.pdf", "d.docx", "e.pdf", "in note.pdf", "row.png", "included.png", "leaflet.png"]
    {
        assert!(made.contains_key(&format!("in/{used}")), "{used} is missing");
    }
    for film in ["talk.mp4", "signed.mp4", "talk.vtt"] {
        assert!(made.contains_key(&format!("in/{film}")), "{film} is missing");
    }
}

#[test]
fn what_nothing_uses_stays_home_and_is_told() {
    let mut files = kit::site();
    files.add("content/photos/IMG_2041.jpg", "not even a picture");
    files.add("content/id_rsa", "SECRET KEY");
    files.add("content/page.md.txt", "words");
    let (found, made) = made(&files);
    assert_eq!(
        found,
        "content/id_rsa:1:1: warning: no page or leaflet uses `id_rsa`, so it is not published [C030 file-unused]\n  \
         help: use it on a page, move it out of `content/`, or name it in site.toml: `[publish]` and `also = \
         [\"id_rsa\"]`\n\
         content/page.md.txt:1:1: warning: no page or leaflet uses `page.md.txt`, so it is not published [C030 \
         file-unused]\n  help: use it on a page, move it out of `content/`, or name it in site.toml: `[publish]` and \
         `also = [\"page.md.txt\"]`\n\
         content/photos/IMG_2041.jpg:1:1: warning: no page or leaflet uses `IMG_2041.jpg`, so it is not published \
         [C030 file-unused]\n  help: use it on a page, move it out of `content/`, or name it in site.toml: `[publish]` \
         and `also = [\"photos/IMG_2041.jpg\"]`\n"
    );
    assert!(!made.keys().any(|path| path.contains("id_rsa")
        || path.contains("IMG_2041")
        || path.ends_with(".txt") && path.contains("page")));
}

#[test]
fn what_only_an_unpublished_page_uses_stays_home_in_silence() {
    let mut files = kit::site();
    for (name, line) in
        [("draft", "draft: true"), ("early", "publish_from: 2027-01-01"), ("late", "expires: 2026-01-01")]
    {
        files.add(format!("content/{name}.pdf"), format!("SECRET of {name}"));
        files.add(format!("content/{name}.png"), [PNG, b"SECRET"].concat());
        let front = format!("---\ntitle: A page\nsummary: What it is about.\n{line}\n---\n");
        files.add(
            format!("content/{name}.md"),
            format!("{front}![A door]({name}.png)\n\n:::download {name}.pdf A form\n"),
        );
    }
    let (found, made) = made(&files);
    assert_eq!(found, "");
    for (path, bytes) in &made {
        assert!(!bytes.windows(6).any(|part| part == b"SECRET"), "{path}");
    }
}

#[test]
fn what_nobody_wrote_for_the_site_is_neither_page_nor_file() {
    let folder = Folder::with_site();
    let page = "---\ntitle: SECRET\nsummary: SECRET words.\n---\nSECRET\n";
    for path in [
        "content/.git/config",
        "content/.trash/deleted.md",
        "content/hall.md~",
        "content/~$hall.docx",
        "content/.env",
        "content/a.bak/x.md",
        "content/#hall.md#",
        "content/hall.md.orig",
        "content/b.tmp",
        "content/Thumbs.db",
        "print/.old.md",
        "print/.git/x.md",
        "print/~$t.md",
        "themes/civic/.git/config",
        "themes/civic/css/style.css~",
        "themes/civic/css/.style.css.swp",
        "print/designs/.x.toml",
    ] {
        folder.write(path, page);
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc", folder.path().join("content/.git/out")).unwrap();
    let output = folder.run(&["build", "--at", "2026-11-22"]);
    assert_eq!(stdout(&output).lines().next(), Some("nothing to mend in 4 files"), "{}", stdout(&output));
    let mut folders = vec![folder.path().join("public")];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                assert!(!bytes.windows(6).any(|part| part == b"SECRET"), "{}", path.display());
            }
        }
    }
}

#[test]
fn what_site_toml_names_goes_out_in_the_place_of_ours() {
    let mut files = with_also("\"CNAME\", \".well-known/**\", \".nojekyll\", \"404.html\"");
    files.add("content/CNAME", "www.example.org");
    files.add("content/.well-known/security.txt", "Contact: mailto:a@b.org");
    files.add("content/.well-known/page.md", "not a page");
    files.add("content/.well-known/.git/config", "SECRET");
    files.add("content/.nojekyll", "");
    files.add("content/.other/x.txt", "SECRET");
    files.add("content/404.html", "<script>");
    let (found, made) = made(&files);
    let lines: Vec<&str> = found.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        lines,
        [
            "content/404.html:1:1: warning: a file with `.html` in its name is never published, because it could run a \
             program [C031 file-could-run]",
            "site.toml:6:49: error: `404.html` is not published: a file with `.html` in its name could run a program \
             [C032 also-unmatched]",
        ]
    );
    assert_eq!(made["CNAME"], b"www.example.org");
    assert!(made.contains_key(".well-known/security.txt") && made.contains_key(".well-known/page.md"));
    assert!(made.contains_key(".nojekyll") && !made.keys().any(|path| path.contains("git") || path.contains("other")));
    assert_ne!(made["404.html"], b"<script>");
    let mut files = with_also("\"next-change.txt\"");
    files.add("content/next-change.txt", "mine");
    assert_eq!(self::made(&files).1["next-change.txt"], b"mine");
}

#[test]
fn a_line_of_also_that_names_nothing_is_told_at_its_line() {
    for (also, said) in [
        ("\"cname\"", "site.toml:6:9: error: `cname` names no file under `content/` [C032 also-unmatched]"),
        ("\"*\", \".git/*\"", "site.toml:6:14: error: `.git/*` names no file under `content/` [C032"),
        ("\"a.bak\"", "site.toml:6:9: error: `a.bak` names files that are never published [C032"),
        ("\"_data/facts.yaml\"", "site.toml:6:9: error: `_data/facts.yaml` names files that are never published [C032"),
        ("\"../x\"", "site.toml:6:9: error: `../x` is not a path under `content/` [C001"),
        ("\"a**\"", "site.toml:6:9: error: `a**` is not a pattern of paths [C001"),
    ] {
        let mut files = with_also(also);
        files.add("content/CNAME", "www.example.org");
        files.add("content/a.bak", "x");
        let found = kit::findings(&files);
        assert!(found.contains(said), "{also}:\n{found}");
    }
}

#[test]
fn what_could_run_never_goes_out_and_is_told_where_it_is_used() {
    let mut files = kit::site();
    for name in ["a.html", "b.php.jpg", "logo.svg", "x.xml", "y.hta", "z.shtml."] {
        files.add(format!("content/{name}"), "<script>");
    }
    files.add("content/page.md", format!("{FRONT}![Our logo](logo.svg)\n\n[A page](a.html)\n"));
    let (found, made) = made(&files);
    let lines: Vec<&str> = found.lines().filter(|line| !line.starts_with(' ')).collect();
    let run = |name: &str, ending: &str| {
        format!(
            "content/{name}:1:1: warning: a file with `.{ending}` in its name is never published, because it could run \
             a program [C031 file-could-run]"
        )
    };
    let never = |at: &str, name: &str, code: &str| {
        format!("content/page.md:{at}: error: `{name}` is never published, because it could run a program [{code}]")
    };
    assert_eq!(
        lines,
        [
            run("a.html", "html"),
            run("b.php.jpg", "php"),
            // An SVG is written anew, and this is none.
            "content/page.md:5:1: error: `logo.svg` is not a picture that can be shown [C013 picture-unreadable]"
                .to_string(),
            never("7:1", "a.html", "A003 link-broken"),
            run("x.xml", "xml"),
            run("y.hta", "hta"),
            run("z.shtml.", "shtml"),
        ]
    );
    assert!(!made.values().any(|bytes| bytes.starts_with(b"<script>")));
}

#[test]
fn a_page_whose_name_ends_in_capital_letters_is_told() {
    let mut files = kit::site();
    files.add("content/HALL.MD", FRONT);
    files.add("print/T.Md", FRONT);
    let (found, made) = made(&files);
    assert!(found.contains("content/HALL.MD:1:1: error: `HALL.MD` ends in `.MD`, so it is not read as a page [C033"));
    assert!(
        found.contains("print/T.Md:1:1: error: `T.Md` ends in `.Md`, so it is not read as a page [C033"),
        "{found}"
    );
    assert!(!made.keys().any(|path| path.contains("HALL")));
}

#[test]
fn a_film_is_never_held_in_memory_and_its_size_is_what_was_written() {
    let files = FilmOf { site: kit::site(), bytes: 3_000_000_000, copied: 0, largest: Arc::default() };
    let kept = pipeline::preview(&files, &options()).unwrap();
    assert_eq!(plain::report(&kept.reading.diagnostics, &kept.reading.sources), "");
    assert_eq!(kept.copied["film.mp4"].bytes, 3_000_000_000);
    assert!(!kept.made.contains_key("film.mp4"));
    let folder = Folder::new();
    let out = folder.path().join("public");
    // The film that is told to have three thousand million bytes has a few when it is copied.
    let error = pipeline::build(&FilmOf { copied: 70_000, ..files }, &out, &options()).err().unwrap();
    assert_eq!(error.to_string(), "`content/film.mp4` changed while the site was built; build again");
    assert!(!out.exists());
    let same = FilmOf { site: kit::site(), bytes: 200_000, copied: 200_000, largest: Arc::default() };
    pipeline::build(&same, &out, &options()).unwrap();
    assert!(same.largest.load(Ordering::Relaxed) <= 65_536, "read in pieces");
    assert_eq!(std::fs::metadata(out.join("film.mp4")).unwrap().len(), 200_000);
    let list = std::fs::read_to_string(out.join(".handbill")).unwrap();
    assert!(list.contains("\n200000\tfilm.mp4\n"), "{list}");
}

/// The small site with a film that must not be read whole.
#[derive(Clone)]
struct FilmOf {
    site: Memory,
    bytes: u64,
    copied: u64,
    largest: Arc<AtomicUsize>,
}

/// So many bytes, which nobody holds.
struct Zeros {
    length: u64,
    at: u64,
    largest: Arc<AtomicUsize>,
}

impl io::Read for Zeros {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.largest.fetch_max(into.len(), Ordering::Relaxed);
        let read = into.len().min(usize::try_from(self.length - self.at).unwrap());
        self.at += read as u64;
        Ok(read)
    }
}

impl Files for FilmOf {
    fn list(&self, folder: &str, wanted: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        let mut site = self.site.clone();
        site.add("content/film.mp4", "");
        site.add("content/page.md", "");
        let mut listing = site.list(folder, wanted)?;
        for found in listing.files.iter_mut().filter(|found| found.path.ends_with("film.mp4")) {
            found.bytes = self.bytes;
        }
        Ok(listing)
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        assert!(!path.ends_with("film.mp4"), "the film is read whole");
        if path == "content/page.md" {
            return Ok(format!("{FRONT}[The film, in full](film.mp4)\n").into_bytes());
        }
        self.site.read(path)
    }

    fn size(&self, path: &str) -> Option<u64> {
        if path == "content/film.mp4" { Some(self.bytes) } else { self.site.size(path) }
    }

    fn stamp(&self, path: &str) -> u64 {
        self.site.stamp(path)
    }

    fn shared(&self) -> Arc<dyn Files + Send + Sync> {
        Arc::new(self.clone())
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Opened>> {
        if path != "content/film.mp4" {
            return self.site.open(path);
        }
        let length = if self.copied == 0 { self.bytes } else { self.copied };
        Ok(Box::new(Zeros { length, at: 0, largest: Arc::clone(&self.largest) }))
    }
}

impl io::Seek for Zeros {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.at = match to {
            io::SeekFrom::Start(at) => at,
            io::SeekFrom::End(by) => self.length.saturating_add_signed(by),
            io::SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn a_build_says_what_cannot_be_copied() {
    let folder = Folder::with_site();
    folder.write("content/form.pdf", "%PDF-1.4 a form");
    folder.write("content/page.md", format!("{FRONT}[The form to fill in](form.pdf)\n"));
    assert_eq!(folder.run(&["build", "--at", "2026-11-22"]).status.code(), Some(0));
    assert_eq!(std::fs::read(folder.path().join("public/form.pdf")).unwrap(), b"%PDF-1.4 a form");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        std::fs::remove_file(folder.path().join("content/form.pdf")).unwrap();
        symlink("nowhere.pdf", folder.path().join("content/form.pdf")).unwrap();
        let output = folder.run(&["build", "--at", "2026-11-22"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stdout(&output).contains("content/form.pdf:1:1: error: this cannot be read"), "{}", stdout(&output));
    }
}

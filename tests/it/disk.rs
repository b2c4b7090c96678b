//! Files of the author's and of others: what a build may replace, what a fix may change, what cannot be read or printed.

use std::fs;

use handbill::publish::{PublishError, Staging};
use handbill::render::File;

use crate::kit::{Folder, stderr};

const AT: [&str; 2] = ["--at", "2026-11-22"];

fn build(folder: &Folder, args: &[&str]) -> (Option<i32>, String) {
    let output = folder.run(&[&["build"], &AT[..], args].concat());
    (output.status.code(), stderr(&output))
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

/// Returns every name in a folder, sorted.
fn names(folder: &Folder, path: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.path().join(path)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_output_that_holds_or_lies_in_the_sources_is_refused_before_anything_is_touched() {
    for (out, said) in [
        (".", "`.` holds the site's `site.toml`, and each build replaces the whole folder; name another with --out"),
        ("..", "`..` holds the site's `site.toml`"),
        ("content", "`content` holds the site's `content`"),
        ("content/new", "`content/new` lies in the site's `content`"),
        ("new/../content", "`new/../content` holds the site's `content`"),
        ("print/deep/new", "`print/deep/new` lies in the site's `print`"),
        ("themes", "`themes` holds the site's `themes`"),
    ] {
        let above = Folder::new();
        let folder = above.path().join("site");
        let site = Folder::with_site();
        fs::rename(site.path(), &folder).unwrap();
        for part in ["print", "themes", "new"] {
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        // As if Handbill had made them all once.
        let marked = Folder::with_site();
        assert_eq!(build(&marked, &[]).0, Some(0));
        let mark = fs::read(marked.path().join("public/.handbill")).unwrap();
        for part in ["..", ".", "content", "print", "themes"] {
            fs::write(folder.join(part).join(".handbill"), &mark).unwrap();
        }
        let root = folder.to_string_lossy().into_owned();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_handbill"));
        let output = command.current_dir(&root).args(["build", "--out", out]).args(AT).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{out}");
        assert!(stderr(&output).contains(said), "{out}: {}", stderr(&output));
        assert!(folder.join("content/index.md").is_file() && folder.join("site.toml").is_file(), "{out}");
        assert_eq!(names(&above, "."), [".handbill", "site"], "{out}");
    }
}

#[test]
fn a_file_in_the_place_of_the_output_is_left_alone() {
    let folder = Folder::with_site();
    folder.write("public", "mine");
    let (status, said) = build(&folder, &[]);
    assert_eq!(
        (status, said.contains("`public` is not a folder") || said.contains("/public` is not a folder")),
        (Some(2), true)
    );
    assert_eq!(read(&folder, "public"), "mine");
    folder.write("other/.handbill", "a note of my own");
    folder.write("other/letter.txt", "Dear all");
    assert!(build(&folder, &["--out", "other"]).1.contains("holds files that Handbill did not make"));
    assert_eq!(read(&folder, "other/letter.txt"), "Dear all");
}

#[test]
fn files_of_others_beside_the_output_are_left_alone() {
    let folder = Folder::with_site();
    folder.write(".public.lock", "mine");
    folder.write(".public.new/half.html", "mine");
    folder.write(".public.old/old.html", "mine");
    folder.write(".public.handbill.lock", "mine, whatever its name");
    folder.write(".public.handbill-1.new/page.html", "mine");
    folder.write(".public.handbill-2.old", "mine");
    for _ in 0..2 {
        assert_eq!(build(&folder, &[]).0, Some(0));
    }
    for path in [".public.lock", ".public.new/half.html", ".public.old/old.html", ".public.handbill-2.old"] {
        assert_eq!(read(&folder, path), "mine", "{path}");
    }
    assert_eq!(read(&folder, ".public.handbill.lock"), "mine, whatever its name");
    assert_eq!(read(&folder, ".public.handbill-1.new/page.html"), "mine");
    assert!(folder.path().join("public/index.html").is_file());
    let ours = |name: &String| name.starts_with(".public.handbill-3");
    assert!(!names(&folder, ".").iter().any(ours), "{:?}", names(&folder, "."));
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let folder = Folder::with_site();
    assert_eq!(build(&folder, &[]).0, Some(0));
    let before = read(&folder, "public/index.html");
    // Everything that a build has on disk at its work, as it stays when the build is killed.
    let staging = Staging::begin(&folder.path().join("public"), Some(folder.path())).unwrap();
    staging.write(&File { path: "half.html".to_string(), bytes: b"half".to_vec() }).unwrap();
    let left: Vec<String> = names(&folder, ".").into_iter().filter(|name| name.starts_with(".public")).collect();
    assert_eq!(left, [".public.handbill.lock", ".public.handbill.new"]);
    let busy = build(&folder, &[]);
    assert_eq!(busy.0, Some(2));
    assert!(busy.1.contains("another build is writing to"), "{}", busy.1);
    fs::create_dir(folder.path().join("kept")).unwrap();
    let lock = fs::read(folder.path().join(&left[0])).unwrap();
    fs::rename(folder.path().join(&left[1]), folder.path().join("kept/new")).unwrap();
    drop(staging);
    assert_eq!(read(&folder, "public/index.html"), before);
    folder.write(&left[0], &lock);
    fs::rename(folder.path().join("kept/new"), folder.path().join(&left[1])).unwrap();
    assert_eq!(build(&folder, &[]).0, Some(0));
    assert!(!folder.path().join("public/half.html").exists());
    assert!(!names(&folder, ".").iter().any(|name| name.starts_with(".public")), "{:?}", names(&folder, "."));
    // Killed between the two steps of a swap, on a disk that cannot do both in one.
    fs::rename(folder.path().join("public"), folder.path().join(".public.handbill.old")).unwrap();
    let staging = Staging::begin(&folder.path().join("public"), Some(folder.path())).unwrap();
    assert_eq!(read(&folder, "public/index.html"), before);
    drop(staging);
    assert!(!names(&folder, ".").iter().any(|name| name.starts_with(".public")), "{:?}", names(&folder, "."));
}

#[test]
fn a_second_build_at_the_same_time_is_told_to_wait() {
    let folder = Folder::new();
    let out = folder.path().join("public");
    let first = Staging::begin(&out, None).unwrap();
    assert!(matches!(Staging::begin(&out, None), Err(PublishError::Busy { .. })));
    first.write(&File { path: "a/index.html".to_string(), bytes: b"a".to_vec() }).unwrap();
    assert_eq!(first.finish().unwrap().files, 1);
    assert!(Staging::begin(&out, None).is_ok());
    assert_eq!(names(&folder, "."), ["public"]);
}

const FIXABLE: &str = "---\ntitle: A page\nsummary: What it is about.\n---\n";

/// Runs `check --fix` and returns its status with what it complained of.
fn fix(folder: &Folder) -> (Option<i32>, String) {
    let output = folder.run(&[&["check", "--fix"], &AT[..]].concat());
    (output.status.code(), stderr(&output))
}

#[test]
fn a_fix_changes_what_it_mends_and_not_one_byte_more() {
    let folder = Folder::with_site();
    let front = FIXABLE.replace('\n', "\r\n");
    let words = |verb: &str| format!("\u{feff}{front}Cafe\u{301}s open.\r\n\nWe {verb} say why.\rNai\u{308}ve.\r\n");
    let before = words("don't");
    folder.write("content/a.md", &before);
    assert_eq!(fix(&folder), (Some(0), String::new()));
    assert_eq!(read(&folder, "content/a.md"), words("do not"));
    assert!(names(&folder, "content").iter().all(|name| !name.starts_with(".handbill")));
}

#[cfg(unix)]
mod unix {
    use std::collections::BTreeMap;
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::{Command, Stdio};

    use super::{AT, FIXABLE, build, fix, names, read};
    use crate::kit::{Folder, stderr, stdout};

    /// Returns each file of the output with its number on the disk and the time of its last change.
    fn same_files(folder: &Folder) -> BTreeMap<String, (u64, i64, i64)> {
        let list = read(folder, "public/.handbill");
        let files = list.lines().filter_map(|line| line.split_once('\t')).map(|(_, path)| path.to_string());
        files
            .map(|path| {
                let known = folder.path().join("public").join(&path).metadata().unwrap();
                (path, (known.ino(), known.mtime(), known.mtime_nsec()))
            })
            .collect()
    }

    #[test]
    fn a_rebuild_touches_only_what_changed() {
        let folder = Folder::with_site();
        folder.write("content/old.md", "---\ntitle: Old\nsummary: It goes.\n---\nGone soon.\n");
        let at = ["build", "--at", "2026-11-22T09:00"];
        let first = stdout(&folder.run(&at));
        assert!(!first.contains("changed"), "{first}");
        let before = same_files(&folder);
        assert!(stdout(&folder.run(&at)).contains(&format!("\n0 of {} files changed, 0 removed\n", before.len())));
        assert_eq!(same_files(&folder), before, "nothing changed, so nothing is a new file");
        fs::remove_file(folder.path().join("content/old.md")).unwrap();
        folder.write("public/404.html", "somebody's own words");
        let again = folder.run(&["build", "--at", "2026-11-22T09:01", "--format", "json"]);
        let said: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
        let remade = [
            "404.html",
            "a-z/index.html",
            "atom.xml",
            "built.txt",
            "search/en/pages-0.json",
            "search/en/words-0.json",
            "search/index.json",
            "sitemap.xml",
        ];
        assert_eq!(said["changed"], serde_json::json!(remade));
        assert_eq!(said["removed"], serde_json::json!(["old/index.html"]));
        assert!(read(&folder, "public/404.html").contains("Page not found"));
        let after = same_files(&folder);
        let kept: Vec<&String> =
            after.iter().filter(|(path, file)| before.get(*path) == Some(file)).map(|(path, _)| path).collect();
        let others = after.keys().filter(|path| !remade.contains(&path.as_str()));
        assert_eq!(kept, others.collect::<Vec<_>>());
    }

    #[test]
    fn a_link_in_the_place_of_the_output_is_followed_and_stays() {
        let folder = Folder::with_site();
        let host = Folder::new();
        fs::create_dir(host.path().join("www")).unwrap();
        symlink(host.path().join("www"), folder.path().join("public")).unwrap();
        for title in ["First", "Second"] {
            folder.write("content/index.md", format!("---\ntitle: {title}\nsummary: Where to start.\n---\nWelcome.\n"));
            assert_eq!(build(&folder, &[]), (Some(0), String::new()));
            assert!(read(&host, "www/index.html").contains(title));
            assert!(folder.path().join("public").symlink_metadata().unwrap().is_symlink());
        }
        assert_eq!(
            (names(&host, "."), names(&folder, ".")),
            (vec!["www".into()], vec!["content".into(), "public".into(), "site.toml".into()])
        );
        fs::remove_dir_all(host.path().join("www")).unwrap();
        let (status, said) = build(&folder, &[]);
        assert_eq!(status, Some(2));
        assert!(said.contains("is a link that leads nowhere; make the folder that it should lead to"), "{said}");
    }

    #[test]
    fn a_link_to_the_sources_is_seen_through() {
        let folder = Folder::with_site();
        folder.write("content/.handbill", "Made by Handbill. This folder is replaced whole by each build.\n");
        symlink("content", folder.path().join("public")).unwrap();
        assert!(build(&folder, &[]).1.contains("public` holds the site's `content`"));
        fs::remove_file(folder.path().join("public")).unwrap();
        fs::rename(folder.path().join("content"), folder.path().join("words")).unwrap();
        symlink("words", folder.path().join("content")).unwrap();
        assert!(build(&folder, &["--out", "words/new"]).1.contains("`words/new` lies in the site's `content`"));
        assert!(build(&folder, &["--out", "words"]).1.contains("`words` holds the site's `content`"));
        assert_eq!(build(&folder, &["--out", "new"]).0, Some(0));
    }

    #[test]
    fn who_may_read_the_output_stays_the_same() {
        let folder = Folder::with_site();
        assert_eq!(build(&folder, &[]).0, Some(0));
        let public = folder.path().join("public");
        fs::set_permissions(&public, fs::Permissions::from_mode(0o2750)).unwrap();
        assert_eq!(build(&folder, &[]).0, Some(0));
        assert_eq!(public.metadata().unwrap().mode() & 0o7777, 0o2750);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_mount_in_the_place_of_the_output_is_refused_with_the_reason() {
        let folder = Folder::with_site();
        let said =
            "is where a disk or a folder is mounted, and a new site cannot take its place in one step; name a folder";
        let (status, told) = build(&folder, &["--out", "/proc"]);
        assert_eq!((status, told.lines().count()), (Some(2), 1));
        assert!(told.starts_with(&format!("handbill: `/proc` {said}")), "{told}");
        // A folder of the same disk, where this system lets a test mount one.
        folder.write("public/.keep", "");
        fs::remove_file(folder.path().join("public/.keep")).unwrap();
        let mount = |then: &str| {
            let script = format!("mount --bind public public && {then}");
            let mut command = Command::new("unshare");
            command.args(["--mount", "sh", "-c", &script]).current_dir(folder.path());
            command.output().unwrap()
        };
        if mount("true").status.success() {
            let output = mount(&format!("exec '{}' build --at 2026-11-22", env!("CARGO_BIN_EXE_handbill")));
            assert_eq!(output.status.code(), Some(2));
            assert!(stderr(&output).contains(said), "{}", stderr(&output));
            let inside =
                mount(&format!("exec '{}' build --out public/site --at 2026-11-22", env!("CARGO_BIN_EXE_handbill")));
            assert_eq!(inside.status.code(), Some(0), "{}", stderr(&inside));
            assert_eq!(names(&folder, "public"), ["site"]);
        }
    }

    #[test]
    fn a_fixed_file_keeps_its_mode_its_owner_and_the_link_to_it() {
        let folder = Folder::with_site();
        folder.write("content/shared/words.txt", format!("{FIXABLE}We don't know.\n"));
        let words = folder.path().join("content/shared/words.txt");
        fs::set_permissions(&words, fs::Permissions::from_mode(0o640)).unwrap();
        let owner = words.metadata().unwrap();
        symlink("shared/words.txt", folder.path().join("content/a.md")).unwrap();
        assert_eq!(fix(&folder), (Some(0), String::new()));
        assert!(folder.path().join("content/a.md").symlink_metadata().unwrap().is_symlink());
        assert!(read(&folder, "content/shared/words.txt").contains("We do not know."));
        let now = words.metadata().unwrap();
        assert_eq!((now.mode(), now.uid(), now.gid()), (owner.mode(), owner.uid(), owner.gid()));
        assert_eq!(names(&folder, "content/shared"), ["words.txt"]);
    }

    #[test]
    fn a_file_that_may_only_be_read_is_left_and_told_and_the_others_are_mended() {
        let folder = Folder::with_site();
        folder.write("content/a.md", format!("{FIXABLE}We don't know.\n"));
        folder.write("content/b.md", format!("{}We don't know.\n", FIXABLE.replace("A page", "B")));
        let path = folder.path().join("content/a.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let output = folder.run(&[&["check", "--fix"], &AT[..]].concat());
        assert_eq!(stderr(&output), "handbill: `content/a.md` is left as it is: it may only be read\n");
        assert!(
            stdout(&output).starts_with("Mended 1 of them; the rest needs you.\ncontent/a.md:5:"),
            "{}",
            stdout(&output)
        );
        assert!(read(&folder, "content/a.md").contains("don't") && read(&folder, "content/b.md").contains("do not"));
        assert_eq!(path.metadata().unwrap().mode() & 0o777, 0o444);
    }

    #[test]
    fn another_name_of_a_fixed_file_keeps_the_old_words() {
        let folder = Folder::with_site();
        folder.write("content/a.md", format!("{FIXABLE}We don't know.\n"));
        fs::hard_link(folder.path().join("content/a.md"), folder.path().join("backup.md")).unwrap();
        assert_eq!(fix(&folder), (Some(0), String::new()));
        assert!(read(&folder, "content/a.md").contains("do not") && read(&folder, "backup.md").contains("don't"));
    }

    #[test]
    fn settings_that_cannot_be_read_are_told_as_what_they_are() {
        let folder = Folder::with_site();
        let settings = folder.path().join("site.toml");
        let told = |why: &str| {
            for command in ["check", "build", "facts", "serve"] {
                let output = folder.run(&[command]);
                assert_eq!(output.status.code(), Some(2), "{command}");
                assert_eq!(stderr(&output), format!("handbill: the site.toml in `.` cannot be read: {why}\n"));
            }
        };
        fs::remove_file(&settings).unwrap();
        fs::create_dir(&settings).unwrap();
        told("it is a folder");
        fs::remove_dir(&settings).unwrap();
        symlink("site.toml", &settings).unwrap();
        told("its links lead round in a circle");
        fs::remove_file(&settings).unwrap();
        symlink("nowhere.toml", &settings).unwrap();
        told("it is a link that leads nowhere");
        fs::remove_file(&settings).unwrap();
        folder.write("site.toml", b"title = \"caf\xe9\"\n");
        let output = folder.run(&["check"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            stdout(&output).contains("site.toml:1:1: error: the file is not saved as UTF-8"),
            "{}",
            stdout(&output)
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn an_answer_that_cannot_be_printed_is_status_2_and_a_closed_pipe_is_none() {
        let folder = Folder::with_site();
        let run = |args: &[&str], to: Stdio| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
            command.current_dir(folder.path()).args(args).stdout(to).stderr(Stdio::piped()).output().unwrap()
        };
        for args in [
            &["check", "--format", "json"][..],
            &["check"],
            &["build"],
            &["rules"],
            &["--help"],
            &["facts"],
            &["serve"],
        ] {
            let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let output = run(args, full.into());
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert_eq!(stderr(&output), "handbill: the report cannot be written: the disk is full\n", "{args:?}");
        }
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = run(&["rules"], writer.into());
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    }
}

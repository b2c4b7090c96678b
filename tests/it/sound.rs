//! Sound: what a voice says, what is kept of it, recordings, and the player. Voices are scripts for the shell here.
#![cfg(unix)]

use std::path::PathBuf;

use crate::kit::{AT, Folder, stderr, stdout};

/// A page that comes in audio, of some sixty words.
const PAGE: &str = "---\ntitle: Help\nsummary: Who to call.\nformats: [web, audio]\n---\nCall us, and say what you need. \
                    We listen first. Then we say what can be done, by whom, and when.\n\n## When it is urgent\n\n\
                    Call 999. If you cannot speak, listen, and press 55.\n\n## When it is not\n\nWrite to us.\n";

/// The command of a voice.
const VOICE: &str = "sh voice.sh";

/// A voice that is heard.
const WELL: &str = "cat >/dev/null; cat voice.wav";

/// Returns a WAV of two seconds of a tone.
fn tone() -> Vec<u8> {
    let rate: u32 = 16_000;
    let sample = |at: u32| ((at as f32 * 0.3).sin() * 4000.0) as i16;
    let data: Vec<u8> = (0..rate * 2).flat_map(|at| sample(at).to_le_bytes()).collect();
    let mut out = b"RIFF\xff\xff\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
    out.extend(rate.to_le_bytes());
    out.extend((rate * 2).to_le_bytes());
    out.extend([2, 0, 16, 0]);
    out.extend(b"data\xff\xff\xff\x7f");
    out.extend(data);
    out
}

/// Returns a site with the page, whose drafts go out, and a voice.
fn site(voice: &str) -> Folder {
    let folder = Folder::with_site();
    let settings = std::fs::read_to_string(folder.path().join("site.toml")).unwrap();
    folder.write("site.toml", settings + "[publish]\ndrafts = [\"audio\"]\n[checks]\ndefault = \"off\"\n");
    folder.write("content/help.md", PAGE);
    // A site with a theme of its own has the links of its pages judged.
    let page = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/civic/templates/page.html")).unwrap();
    folder.write("themes/civic/templates/page.html", page);
    folder.write("voice.wav", tone());
    folder.write("voice.sh", voice);
    folder
}

/// Builds, with the voice or without, and returns the status and what is said of audio.
fn build(folder: &Folder, args: &[&str]) -> (i32, String) {
    let mut all = vec!["build", "--at", AT, "--format", "plain"];
    all.extend(args);
    let output = folder.run(&all);
    let said = stdout(&output);
    let told: Vec<&str> = said.lines().filter(|line| line.contains("A15")).collect();
    (output.status.code().unwrap(), format!("{}{}", told.join("\n"), stderr(&output)))
}

const SPEAK: &[&str] = &["--only", "audio", "--tts-command", VOICE, "--tts-timeout", "1"];

fn kept(folder: &Folder) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.path().join(".handbill/sound")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn read(folder: &Folder, path: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(folder.path().join(path)).unwrap_or_default()).into_owned()
}

#[test]
fn a_voice_reads_a_page_out_once_and_later_builds_play_it() {
    let folder = site(WELL);
    assert_eq!(build(&folder, SPEAK), (0, String::new()));
    let sound = read(&folder, "public/help/help.opus");
    assert!(sound.starts_with("OggS"));
    for part in ["TITLE=Help", "LANGUAGE=en-GB", "CHAPTER002NAME=When it is urgent", "CHAPTER003NAME=When it is not"] {
        assert!(sound.contains(part), "{part}");
    }
    assert!(!sound.contains("ARTIST"));
    assert_eq!(kept(&folder).len(), 1);
    // The same words are not said again, even by a voice that could not any more.
    folder.write("voice.sh", "exit 1");
    assert_eq!(build(&folder, SPEAK), (0, String::new()));
    assert_eq!(build(&folder, &[]), (0, String::new()));
    let page = read(&folder, "public/help/index.html");
    for part in [
        "media-src 'self'",
        "<audio controls preload=\"none\" aria-labelledby=\"listen\" src=\"/help/help.opus\"></audio>",
        "A computer\u{2019}s voice reads it out.",
        "<li><a href=\"/help/help.opus#t=",
        "<a href=\"/help/help-script.txt\">Read the words of the sound</a>",
        "Sound, read by a computer\u{2019}s voice</a> <span class=\"size\">Opus, ",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("autoplay"));
    assert_eq!(read(&folder, "public/help/help.opus"), sound);
    // Other words have no sound, and say so; those of before are kept until a voice has read out the new ones.
    folder.write("content/help.md", PAGE.replace("999", "101"));
    let (status, told) = build(&folder, &[]);
    assert_eq!(status, 0);
    assert!(told.contains("A151") && told.contains("has no sound of its words as they are now"), "{told}");
    assert!(!read(&folder, "public/help/index.html").contains("<audio"));
    assert!(!folder.path().join("public/help/help.opus").exists());
    let (status, told) = build(&folder, SPEAK);
    assert!(status == 0 && told.contains("A150") && told.contains("failed with status 1"), "{told}");
    assert_eq!(kept(&folder).len(), 1);
    folder.write("voice.sh", WELL);
    assert_eq!(build(&folder, SPEAK), (0, String::new()));
    assert_eq!(kept(&folder).len(), 1, "what was said before is gone");
}

#[test]
fn a_voice_that_fails_is_one_sentence_and_nothing_is_lost() {
    for (voice, why) in [
        ("echo 'no such tongue' >&2; exit 3", "`sh` failed with status 3: no such tongue"),
        ("sleep 60", "`sh` had not ended after 1 seconds"),
        ("sleep 60 & wait", "`sh` had not ended after 1 seconds"),
        ("cat", "`sh` wrote something that is not sound in WAV"),
        ("true", "`sh` wrote something that is not sound in WAV"),
        ("head -c 44 voice.wav", "`sh` wrote WAV without samples"),
        ("head -c 44 voice.wav; head -c 64000 /dev/zero", "`sh` failed: it wrote nothing but silence"),
        ("cat /dev/zero", "`sh` wrote over 128 MB for one passage"),
        ("kill -9 $$", "`sh` failed because something ended it"),
    ] {
        let folder = site(voice);
        let (status, told) = build(&folder, SPEAK);
        assert_eq!(status, 0, "{voice}: {told}");
        let start = format!("no sound was made of `content/help.md`: {why}");
        assert!(told.contains("A150") && told.contains(&start) && told.lines().count() == 1, "{voice}: {told}");
        assert!(read(&folder, "public/help/help-script.txt").contains("nine nine nine"), "{voice}: the script is gone");
        assert_eq!(kept(&folder), Vec::<PathBuf>::new(), "{voice}: something unfinished is kept");
        assert!(!folder.path().join("public/help/help.opus").exists(), "{voice}");
    }
}

#[test]
fn a_voice_that_hangs_in_the_middle_of_a_long_page_keeps_nobody_waiting() {
    // It says two passages, slowly, and then no more.
    let folder = site("echo . >> said; [ $(wc -l < said) -lt 3 ] || sleep 600; sleep 0.2; cat voice.wav");
    folder.write(
        "content/help.md",
        format!(
            "{PAGE}{}",
            (0..14).map(|_| "We listen to you. You can say stop. ".repeat(100) + "\n\n").collect::<String>()
        ),
    );
    let (status, told) = build(&folder, SPEAK);
    let why = "no sound was made of `content/help.md`: `sh` had not ended after 1 seconds";
    assert!(status == 0 && told.contains(why) && told.lines().count() == 1, "{told}");
    let script = read(&folder, "public/help/help-script.txt");
    assert_eq!(script.matches("You can say stop.").count(), 1_400, "nothing of the script is lost");
    assert_eq!(kept(&folder), Vec::<PathBuf>::new());
}

#[test]
fn a_voice_is_asked_for_by_hand_and_only_for_sound() {
    let folder = site(WELL);
    let audio = ["--only", "audio", "--tts-command"];
    for (args, why) in [
        (vec!["--tts-command", VOICE], "add `--only audio`"),
        ([audio.as_slice(), &["sh 'voice.sh"]].concat(), "a quotation mark is not closed"),
        ([audio.as_slice(), &["say {words}"]].concat(), "`{words}` stands for nothing"),
        ([audio.as_slice(), &[" "]].concat(), "there is no program in it"),
    ] {
        let (status, told) = build(&folder, &args);
        assert!(status == 2 && told.contains(why) && told.lines().count() == 1, "{args:?}: {told}");
    }
    let (status, told) = build(&folder, &["--only", "audio", "--tts-command", "no-such-voice --stdin"]);
    assert!(status == 0 && told.contains("there is no program `no-such-voice`"), "{told}");
    // Nothing that stands in a site can name a program.
    folder.write("site.toml", read(&folder, "site.toml") + "tts_command = \"sh voice.sh\"\n");
    let (status, _) = build(&folder, &[]);
    assert_eq!((status, kept(&folder).len()), (1, 0));
}

#[test]
fn what_is_kept_stays_within_the_site() {
    let (folder, other) = (site(WELL), Folder::new());
    std::os::unix::fs::symlink(other.path(), folder.path().join(".handbill")).unwrap();
    let (status, told) = build(&folder, SPEAK);
    assert!(status == 2 && told.contains("leads out of the site's folder"), "{told}");
    let left: Vec<PathBuf> = walk(other.path()).into_iter().filter(|path| path.extension().is_some()).collect();
    assert_eq!(left, Vec::<PathBuf>::new());
}

fn walk(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(walk(&path));
        }
        out.push(path);
    }
    out
}

#[test]
fn a_recording_takes_the_place_of_a_voice_and_is_looked_at() {
    let folder = site(WELL);
    assert_eq!(build(&folder, SPEAK).0, 0);
    let sound = std::fs::read(&kept(&folder)[0]).unwrap();
    // A person's file is published as it is, although nobody has read the script and drafts do not go out.
    let settings = read(&folder, "site.toml").replace("drafts = [\"audio\"]\n", "");
    folder.write("site.toml", settings);
    folder.write("content/help.en.opus", &sound);
    assert_eq!(build(&folder, &[]), (0, String::new()));
    assert_eq!(std::fs::read(folder.path().join("public/help/help.opus")).unwrap(), sound);
    assert!(!folder.path().join("public/help/help-script.txt").exists());
    let page = read(&folder, "public/help/index.html");
    assert!(page.contains("A person reads it out.") && page.contains("Sound, read by a person</a>"), "{page}");
    // It is told when it cannot be a recording of the page.
    folder.write("content/help.md", format!("{PAGE}{}", "We have more to say, and you hear it. ".repeat(60)));
    let (status, told) = build(&folder, &[]);
    assert!(status == 0 && told.contains("A153") && told.contains("is too short for `content/help.md`"), "{told}");
    folder.write("content/help.md", PAGE.replace(", audio]", "]"));
    let (status, told) = build(&folder, &[]);
    assert!(status == 0 && told.contains("A154") && told.contains("does not come in audio"), "{told}");
    folder.write("content/help.md", PAGE);
    // What players add to it makes it far too quiet, or drives it over the top: 24 dB less, 40 dB more.
    let head = sound.windows(8).position(|part| part == b"OpusHead").unwrap();
    for (decibels, code, says) in [(-24_i16, "A156", "is far too quiet: -40 LUFS"), (40, "A157", "was driven too high")]
    {
        let mut other = sound.clone();
        other[head + 16..head + 18].copy_from_slice(&(decibels * 256).to_le_bytes());
        folder.write("content/help.en.opus", other);
        let (status, told) = build(&folder, &[]);
        assert!(status == 0 && told.contains(code) && told.contains(says), "{told}");
    }
    let at = sound.windows(10).position(|part| part == b"TITLE=Help").unwrap();
    let named = [&sound[..at], b"ARTIST=Ann", &sound[at + 10..]].concat();
    folder.write("content/help.en.opus", named);
    let (status, told) = build(&folder, &[]);
    assert!(status == 0 && told.contains("A155") && told.contains("ARTIST"), "{told}");
    folder.write("content/help.en.opus", "ID3 an old song");
    let (status, told) = build(&folder, &[]);
    assert!(status == 1 && told.contains("A152") && told.contains("content/help.en.opus"), "{told}");
    assert!(told.contains("this recording is not Opus in an Ogg file"), "{told}");
}

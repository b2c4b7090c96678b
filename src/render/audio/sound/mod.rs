//! Sound of pages and leaflets: which lies ready, whether it is of the words as they are, and what a voice has to say where there
//! is none. Nothing is spoken here: a format runs no program.

mod steps;

use super::pronounced::Pronounced;
use super::recital::Recital;
use super::{problems, reader};
use crate::diag::{Diagnostic, Span};
use crate::model::{FormatName, Site, Sound, fnv};
use crate::render::format::{Played, Speaker};
use crate::render::linear::{Document, FileKind, Ready, Whole};
use steps::steps;
pub use steps::{Step, Words};

/// The most words in a minute that a person reads out. Source: chosen; an auctioneer's speed.
const FASTEST: u64 = 250;
/// The fewest.
const SLOWEST: u64 = 75;
/// What a recording may have besides its words, in milliseconds: a silence, a jingle.
const BESIDES_MILLIS: u64 = 30_000;
/// The lowest loudness of a recording that readers can follow: 10 LU below that of broadcasts, half as loud. Source: EBU R 128,
/// −23 LUFS; the distance is chosen.
const LEAST_LUFS: i32 = -33;
/// How many samples of 10,000 may stand at the highest level: a clean recording has none. Source: EBU R 128, −1 dB of true peak at
/// most; the share is chosen.
const MOST_CLIPPED_IN_10_000: u32 = 10;
/// What changes when other sound is made of the same words.
const MAKING: &str = "1";

/// What a voice has to say of a page or leaflet.
pub struct Reading {
    /// What authors call the page or leaflet.
    pub name: String,
    /// Where it asks for audio.
    pub span: Span,
    /// Its title.
    pub title: String,
    /// The tag of its language.
    pub lang: String,
    /// What stands for its words.
    pub words: u64,
    /// What is said, in order.
    pub steps: Vec<Step>,
}

/// Returns what a voice has to say of a page or leaflet; nothing where somebody recorded it.
pub fn reading(site: &Site, whole: &Whole<'_>) -> Option<Reading> {
    if site.sounds.recordings.contains_key(&whole.file) {
        return None;
    }
    let document = (whole.document)()?;
    let steps = steps(&recital(site, &document, whole.unread));
    let lang = document.lang.tag().to_string();
    let words = words(&lang, &steps);
    Some(Reading { name: whole.name.clone(), span: whole.span, title: document.title, lang, words, steps })
}

/// Returns the finding that a voice gave no sound: why, and what to do, each as a sentence without its end.
pub fn not_made(reading: &Reading, why: &str, help: &str) -> Diagnostic {
    let message = format!("no sound was made of `{}`: {why}", reading.name);
    Diagnostic::new(&problems::SOUND_NOT_MADE, reading.span, message, help)
}

/// Returns the sound that goes out of a page or leaflet: what a person recorded, or else what a voice said of the words as they
/// are.
pub fn ready<'s>(site: &'s Site, whole: &Whole<'_>) -> Option<Ready<'s>> {
    const RECORDED: FileKind =
        FileKind { of_page: ".opus", of_leaflet: "audio.opus", media: "Opus", label: |words| &words.audio.recorded };
    const SPOKEN: FileKind = FileKind { label: |words| &words.audio.spoken, ..RECORDED };
    let (kind, sound, speaker) = match site.sounds.recordings.get(&whole.file) {
        Some(sound) => (RECORDED, sound, Speaker::Person),
        None => (SPOKEN, spoken(site, whole)?, Speaker::Machine),
    };
    let played = Played { millis: sound.millis, chapters: sound.chapters.clone(), speaker };
    Some(Ready { kind, source: &sound.source, bytes: sound.bytes, played })
}

/// Returns what is wrong with the sound of a page or leaflet.
pub fn judge(site: &Site, whole: &Whole<'_>) -> Vec<Diagnostic> {
    let Some(sound) = site.sounds.recordings.get(&whole.file) else {
        let missing = whole.goes_out && !site.sounds.spoken.is_empty() && spoken(site, whole).is_none();
        let message = || format!("`{}` has no sound of its words as they are now, and other pages have", whole.name);
        let help = "make it with `handbill build --only audio --tts-command \"…\"`";
        let found = missing.then(|| Diagnostic::new(&problems::SOUND_MISSING, whole.span, message(), help));
        return found.into_iter().collect();
    };
    let Some(document) = (whole.document)() else { return Vec::new() };
    let length = length(sound, &recital(site, &document, false), whole);
    length.into_iter().chain(level(sound, whole)).collect()
}

/// Returns what is wrong with how loud a recording is.
fn level(sound: &Sound, whole: &Whole<'_>) -> Option<Diagnostic> {
    let level = sound.level?;
    let (source, lufs) = (&sound.source, level.lufs);
    if level.clipped_in_10_000 > MOST_CLIPPED_IN_10_000 {
        let message = format!("the recording `{source}` was driven too high: its peaks are cut off");
        let help = "record it again at a lower level; what was cut off cannot be brought back";
        return Some(Diagnostic::new(&problems::RECORDING_CLIPPED, whole.span, message, help));
    }
    (lufs < LEAST_LUFS).then(|| {
        let message = format!("the recording `{source}` is far too quiet: {lufs} LUFS, and a broadcast has -23");
        let help = "make it louder: `ffmpeg -i old.opus -af loudnorm=I=-16:TP=-1 -ac 1 -c:a libopus -b:a 32k new.opus`";
        Diagnostic::new(&problems::RECORDING_QUIET, whole.span, message, help)
    })
}

/// Returns what is wrong with the length of a recording. It may leave the opening out, which a person need not read.
fn length(sound: &Sound, recital: &Recital, whole: &Whole<'_>) -> Option<Diagnostic> {
    const MINUTE_MILLIS: u64 = 60_000;
    let (own, all) = (recital.own_words as u64, recital.count() as u64);
    let (least, most) = (own * MINUTE_MILLIS / FASTEST, all * MINUTE_MILLIS / SLOWEST + BESIDES_MILLIS);
    let (how, help) = if sound.millis + BESIDES_MILLIS < least {
        ("short", "listen whether it holds the whole page, and record what is missing")
    } else if sound.millis > most {
        ("long", "listen whether it is a recording of this page and of nothing else")
    } else {
        return None;
    };
    let usual = clock(all * MINUTE_MILLIS / reader::WORDS_A_MINUTE as u64);
    let message = format!(
        "the recording `{}` is too {how} for `{}`: it has {}, and to read its {all} words takes about {usual}",
        sound.source,
        whole.name,
        clock(sound.millis)
    );
    Some(Diagnostic::new(&problems::RECORDING_LENGTH, whole.span, message, help))
}

/// Returns what is wrong with recordings of pages and leaflets that do not come in audio.
pub fn overlooked(site: &Site, format: FormatName) -> Vec<Diagnostic> {
    let pages = site.pages.iter().filter(|page| !page.has_format(format));
    let pages = pages.map(|page| (page.file, page.source_path(), page.key_span("formats")));
    let leaflets = site.leaflets.iter().filter(|leaflet| !leaflet.formats.contains(&format));
    let leaflets =
        leaflets.map(|leaflet| (leaflet.file, leaflet.code(&site.about.language), Span::whole(leaflet.file)));
    pages
        .chain(leaflets)
        .filter_map(|(file, name, span)| {
            let sound = site.sounds.recordings.get(&file)?;
            let message = format!("the recording `{}` is not published: `{name}` does not come in audio", sound.source);
            let help = "add `audio` to `formats:` there, or take the recording away";
            Some(Diagnostic::new(&problems::RECORDING_UNASKED, span, message, help))
        })
        .collect()
}

fn spoken<'s>(site: &'s Site, whole: &Whole<'_>) -> Option<&'s Sound> {
    if site.sounds.spoken.is_empty() || !whole.goes_out {
        return None;
    }
    let document = (whole.document)()?;
    let steps = steps(&recital(site, &document, whole.unread));
    site.sounds.spoken.get(&words(document.lang.tag(), &steps))
}

fn recital(site: &Site, document: &Document, unread: bool) -> Recital {
    let words = site.words.of(&document.lang);
    let pronounced = Pronounced::of(&site.glossary);
    reader::recital(document, words, &pronounced, unread.then_some(&words.web.unread))
}

/// Returns what stands for the words of a reading: others have another.
fn words(lang: &str, steps: &[Step]) -> u64 {
    let mut all = format!("{MAKING}\n{lang}\n");
    for step in steps {
        match step {
            Step::Chapter(title) => all.push_str(title),
            Step::Pause(millis) => all.push_str(&millis.to_string()),
            Step::Say(words) => {
                all.push_str(&words.lang);
                all.push_str(&words.text);
            }
        }
        all.push('\n');
    }
    fnv::hash(all.as_bytes())
}

/// Returns a length of time in minutes and seconds, such as `2 min 5 s`.
fn clock(millis: u64) -> String {
    let seconds = millis.div_ceil(1000);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

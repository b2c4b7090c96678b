//! Films: the file, its captions, its transcript, and its version in British Sign Language.

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::Fields;
use crate::content::yaml::shape::Shape;
use crate::content::yaml::values::scalar;
use crate::model::kinds::{Bsl, Captions, FilmDetails};
use crate::model::{Block, Details, PageKind, Video};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Film,
    about: "A film with captions and a transcript.",
    folder: "films",
    kept: false,
    starter: "video: \"[[the film's file, such as film.mp4]]\"\ncaptions: \"[[its captions, such as film.vtt]]\"\n\
              duration: \"[[how long it is, such as 3:25]]\"\n",
    shared: &["video", "captions", "duration", "bsl"],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let film = FilmDetails {
        video: fields.text("video", "The film's file in content/").unwrap_or_default(),
        video_file: None,
        captions: Captions {
            wanted: fields.text("captions", "Its captions, a WebVTT file").unwrap_or_default(),
            ..Captions::default()
        },
        transcript: fields
            .text("transcript", "The file of the page that has all that is said and shown in it")
            .unwrap_or_default(),
        seconds: duration(fields),
        bsl: fields.map("bsl", "The same film in British Sign Language", |inner| Bsl {
            video: inner.text("video", "The film's file in content/").unwrap_or_default(),
            video_file: None,
            interpreter: inner.text("interpreter", "Who signs, with their registration").unwrap_or_default(),
        }),
    };
    Keys { details: Details::Film(Box::new(film)), markdown: Markdown::Nothing }
}

fn compose(details: &Details, _: &Markdown, to: &mut Compose<'_, '_>) {
    let Details::Film(film) = details else { return };
    to.at("video");
    if !film.video.is_empty() {
        let video = video(&film.video, film, to);
        to.lead(Block::Video(Box::new(video)));
    }
    if let Some(bsl) = &film.bsl {
        to.at("bsl");
        signed(bsl, film, to);
    }
    if !film.transcript.is_empty() {
        to.at("transcript");
        to.section(Placement::Middle, 2, "transcript", &to.words.kinds.transcript);
        let line = vec![to.fixed(&to.words.kinds.read_transcript), to.plain(" "), to.link("", &film.transcript)];
        to.middle(to.paragraph(line));
    }
}

/// Returns a film to be shown; its files are looked up when all of them are known.
fn video(wanted: &str, film: &FilmDetails, to: &Compose<'_, '_>) -> Video {
    Video {
        title: to.meta.title.clone(),
        signed: false,
        wanted: wanted.to_string(),
        file: None,
        captions: None,
        seconds: film.seconds,
        page: None,
        span: to.span,
    }
}

/// Writes the version in British Sign Language, and who signs it.
fn signed(bsl: &Bsl, film: &FilmDetails, to: &mut Compose<'_, '_>) {
    to.section(Placement::Middle, 2, "bsl", &to.words.kinds.signed_version);
    if !bsl.interpreter.is_empty() {
        let name = bsl.interpreter.trim_end_matches('.');
        let line = vec![to.fixed(&to.words.kinds.signed_by), to.plain(&format!(" {name}."))];
        to.middle(to.paragraph(line));
    }
    if !bsl.video.is_empty() {
        let video = Video { signed: true, seconds: None, ..video(&bsl.video, film, to) };
        to.middle(Block::Video(Box::new(video)));
    }
}

/// Reads `3:25`, `1:02:03` or a number of minutes, in seconds.
fn duration(fields: &mut Fields<'_>) -> Option<u32> {
    let value = fields.value("duration", "How long it is: minutes and seconds, such as 3:25", Shape::Words)?;
    let text = scalar(&value).unwrap_or_default();
    let text = text.trim_end_matches("minutes").trim();
    let mut seconds = 0_u32;
    let count = text.split(':').count();
    let mut good = !text.is_empty() && count <= 3;
    for part in text.split(':') {
        let number = part.trim().parse::<u32>().ok().filter(|number| count == 1 || *number < 60);
        good &= number.is_some();
        seconds = seconds.saturating_mul(60).saturating_add(number.unwrap_or(0));
    }
    let seconds = if count == 1 { seconds.saturating_mul(60) } else { seconds };
    if good {
        return Some(seconds);
    }
    if !text.starts_with("[[") {
        let message = format!("`duration` is `{text}`, which is no length of time");
        fields.wrong("duration", message, "write minutes and seconds, such as 3:25");
    }
    None
}

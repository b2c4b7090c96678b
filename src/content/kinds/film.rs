//! Films: the file, its captions, its transcript, and its version in British Sign Language.

use super::{Kind, PageKind};
use crate::content::fields::Fields;
use crate::content::shape::Shape;
use crate::content::yaml::scalar;
use crate::model::Details;
use crate::model::kinds::{Bsl, Captions, FilmDetails};

pub const KIND: PageKind = PageKind {
    name: "film",
    about: "A film with captions and a transcript.",
    folder: "films",
    kept: false,
    starter: "video: \"[[the film's file, such as film.mp4]]\"\ncaptions: \"[[its captions, such as film.vtt]]\"\n\
              duration: \"[[how long it is, such as 3:25]]\"\n",
    read,
};

fn read(fields: &mut Fields<'_>) -> Kind {
    let film = FilmDetails {
        video: fields.string("video", "The film's file in content/"),
        video_file: None,
        captions: Captions { wanted: fields.string("captions", "Its captions, a WebVTT file"), ..Captions::default() },
        transcript: fields.string("transcript", "The file of the page that has all that is said and shown in it"),
        seconds: duration(fields),
        bsl: fields.map("bsl", "The same film in British Sign Language", |inner| Bsl {
            video: inner.string("video", "The film's file in content/"),
            video_file: None,
            interpreter: inner.string("interpreter", "Who signs, with their registration"),
        }),
    };
    Kind::silent(Details::Film(Box::new(film)))
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

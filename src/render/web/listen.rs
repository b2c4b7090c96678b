//! Listening to a page or leaflet: the browser's own player, its parts as links, and its words. It needs no script, and nothing
//! is fetched before a reader plays it.

use super::escape;
use super::html::{Html, SafeHtml};
use crate::render::format::{Offer, Speaker};
use crate::words::Wording;

/// The id of the heading over a page's player.
const HEADING: &str = "listen";

/// Returns the player of a page with its heading; empty where there is no sound. `root` is the folder that the site stands in.
pub fn section(offers: &[Offer], root: &str, words: &Wording, around: &str) -> SafeHtml {
    let mut html = Html::new();
    let player = player(offers, (root, HEADING), words, around);
    if player.is_empty() {
        return player;
    }
    html.markup("<section class=\"listen\" aria-labelledby=\"listen\"").html(&SafeHtml::mark(words.lang.tag(), around));
    html.markup(">\n<h2 id=\"listen\">").html(&SafeHtml::said(&words.audio.listen, &words.lang)).markup("</h2>\n");
    html.html(&player).markup("</section>\n").done()
}

/// Returns the player of what is offered; empty where there is no sound. `named_by` is the id of the heading that names it.
pub fn player(offers: &[Offer], (root, named_by): (&str, &str), words: &Wording, around: &str) -> SafeHtml {
    let mut html = Html::new();
    let sound = offers.iter().find_map(|offer| Some((offer, offer.played.as_ref()?)));
    let Some((offer, played)) = sound else { return html.done() };
    let said = |said| SafeHtml::said(said, &words.lang);
    let address = format!("{root}{}", escape::encoded(&offer.route));
    html.markup("<audio controls preload=\"none\" aria-labelledby=\"").words(named_by).markup("\" src=\"");
    html.words(&address).markup("\"></audio>\n<p class=\"size\"").html(&SafeHtml::mark(words.lang.tag(), around));
    let speaker = match played.speaker {
        Speaker::Person => &words.audio.read_by_person,
        Speaker::Machine => &words.audio.read_by_machine,
    };
    let seconds = u32::try_from(played.millis.div_ceil(1000)).unwrap_or(u32::MAX);
    let (length, size) = (words.duration(seconds), words.size(offer.bytes));
    html.markup(">").html(&said(speaker)).markup(" ").html(&said(&length)).markup(", ");
    html.html(&said(&size)).markup("</p>\n");
    if played.chapters.len() > 1 {
        html.markup("<details><summary>").html(&said(&words.audio.parts)).markup("</summary>\n<ol>\n");
        for chapter in &played.chapters {
            let (seconds, tenths) = (chapter.millis / 1000, chapter.millis % 1000 / 100);
            // Source: W3C, Media Fragments URI 1.0, 4.2.1.
            let place = format!("{address}#t={seconds}.{tenths}");
            html.markup("<li><a href=\"").words(&place).markup("\">").words(&chapter.title).markup("</a> ");
            html.markup("<span class=\"at\">").words(&clock(seconds)).markup("</span></li>\n");
        }
        html.markup("</ol></details>\n");
    }
    // The script has the words of the sound, also of tables and pictures, and where it is read by a person nearly so.
    let script = offers.iter().find(|other| other.format == offer.format && other.media == "TXT");
    if let Some(script) = script {
        html.markup("<p><a href=\"").words(root).words(&escape::encoded(&script.route)).markup("\">");
        html.html(&said(&words.audio.transcript)).markup("</a></p>\n");
    }
    html.done()
}

/// Returns a time as players show it, such as `2:05`.
fn clock(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, section};
    use crate::model::PageId;
    use crate::render::format::{Audience, Offer, Played, Speaker, Subject};
    use crate::sound::Chapter;
    use crate::words::{Said, Wordings};

    fn offer(media: &'static str, route: &str, played: Option<Played>) -> Offer {
        let words = Wordings::built_in();
        Offer {
            subject: Subject::Page(PageId(1)),
            format: "audio",
            label: Said::new("A file", &words.english().lang),
            route: route.to_string(),
            media,
            bytes: 720_000,
            pages: None,
            volumes: None,
            starts: std::sync::Arc::default(),
            audience: Audience::Person,
            unread: false,
            pixels: None,
            played,
        }
    }

    #[test]
    fn a_page_with_sound_has_a_player_its_parts_and_its_words() {
        let words = Wordings::built_in();
        let chapter = |millis, title: &str| Chapter { millis, title: title.to_string() };
        let chapters = vec![chapter(0, "Help now"), chapter(31_660, "If you <cannot> speak")];
        let played = Played { millis: 182_090, chapters, speaker: Speaker::Machine };
        let offers = [offer("Opus", "/help/é.opus", Some(played)), offer("TXT", "/help/help-script.txt", None)];
        let html = section(&offers, "/site", words.english(), "en-GB");
        let expected = "<section class=\"listen\" aria-labelledby=\"listen\">\n<h2 id=\"listen\">Listen to this page</h2>\n\
            <audio controls preload=\"none\" aria-labelledby=\"listen\" src=\"/site/help/%C3%A9.opus\"></audio>\n\
            <p class=\"size\">A computer’s voice reads it out. 3 minutes 3 seconds, 720 KB</p>\n\
            <details><summary>Parts</summary>\n<ol>\n\
            <li><a href=\"/site/help/%C3%A9.opus#t=0.0\">Help now</a> <span class=\"at\">0:00</span></li>\n\
            <li><a href=\"/site/help/%C3%A9.opus#t=31.6\">If you &lt;cannot&gt; speak</a> <span class=\"at\">0:31</span></li>\n\
            </ol></details>\n<p><a href=\"/site/help/help-script.txt\">Read the words of the sound</a></p>\n</section>\n";
        assert_eq!(html.as_str(), expected);
        assert!(section(&offers[1..], "", words.english(), "en-GB").is_empty());
    }

    #[test]
    fn a_time_is_written_as_players_do() {
        assert_eq!([5, 65, 3_725].map(clock), ["0:05", "1:05", "1:02:05"]);
    }
}

//! Which of the forms that readers ask for a page or a leaflet comes in already, so that it names only the others.

use crate::model::{Details, FormatName, Leaflet, Page, Site, leaflet_words, page_words};
use crate::render::format::Offer;
use crate::words::{Said, Wording};

/// The forms that a page or a leaflet comes in, of those that readers must else ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// It comes in large print.
    pub large_print: bool,
    /// It comes in braille, and that is published.
    pub braille: bool,
    /// It is in Easy Read, or another page says it so.
    pub easy_read: bool,
    /// It can be listened to.
    pub audio: bool,
}

const LARGE_PRINT: [FormatName; 2] = [FormatName("large-print"), FormatName("giant-print")];
const BRAILLE: FormatName = FormatName("braille");
const AUDIO: FormatName = FormatName("audio");

impl Offered {
    /// Returns what a page comes in.
    pub fn of_page(page: &Page, site: &Site) -> Offered {
        let read = || !site.read_state(BRAILLE, &page.source_path(), &page_words(page)).is_unread();
        let sound = site.sounds.recordings.contains_key(&page.file) || !site.sounds.spoken.is_empty();
        Offered {
            large_print: LARGE_PRINT.iter().any(|name| page.has_format(*name)),
            braille: page.has_format(BRAILLE) && (site.publishes_drafts(BRAILLE) || read()),
            easy_read: matches!(page.meta.details, Details::EasyRead(_)) || !page.around.easy_reads.is_empty(),
            audio: page.has_format(AUDIO) && sound,
        }
    }

    /// Returns what a leaflet comes in; each has its large print.
    pub fn of_leaflet(leaflet: &Leaflet, site: &Site) -> Offered {
        let file = || leaflet.code(&site.about.language);
        let read = || !site.read_state(BRAILLE, &file(), &leaflet_words(leaflet)).is_unread();
        let sound = site.sounds.recordings.contains_key(&leaflet.file) || !site.sounds.spoken.is_empty();
        Offered {
            large_print: true,
            braille: leaflet.formats.contains(&BRAILLE) && (site.publishes_drafts(BRAILLE) || read()),
            easy_read: false,
            audio: leaflet.formats.contains(&AUDIO) && sound,
        }
    }

    /// Returns what a page comes in, given its files to take away: without them, what stands on the website alone.
    pub fn of_offers(page: Option<&Page>, offers: &[&Offer]) -> Offered {
        let comes = |name: FormatName| offers.iter().any(|offer| offer.format == name.0);
        let easy =
            |page: &Page| matches!(page.meta.details, Details::EasyRead(_)) || !page.around.easy_reads.is_empty();
        Offered {
            large_print: LARGE_PRINT.into_iter().any(comes),
            braille: comes(BRAILLE),
            easy_read: page.is_some_and(easy),
            audio: offers.iter().any(|offer| offer.played.is_some()),
        }
    }

    /// Returns the forms that readers must ask for, as a part of a sentence, such as `in braille, on audio or in another language`.
    pub fn others(self, wording: &Wording) -> String {
        let ask = &wording.print;
        let forms = [
            (self.large_print, &ask.form_large_print),
            (self.braille, &ask.form_braille),
            (self.easy_read, &ask.form_easy_read),
            (self.audio, &ask.form_audio),
            (false, &ask.form_language),
        ];
        let asked: Vec<&str> = forms.iter().filter(|(there, _)| !there).map(|(_, said)| &*said.text).collect();
        wording.figures().or(&asked)
    }
}

/// Returns how the format of copies is called beside their number, such as `in braille`; nothing for the sheet itself.
pub fn form<'w>(name: &str, wording: &'w Wording) -> Option<&'w Said> {
    match name {
        "large-print" | "giant-print" => Some(&wording.print.form_large_print),
        "braille" => Some(&wording.print.form_braille),
        "audio" => Some(&wording.print.form_audio),
        "text" => Some(&wording.web.plain_text),
        "word" => Some(&wording.web.word),
        "epub" => Some(&wording.web.epub),
        _ => None,
    }
}

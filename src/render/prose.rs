//! Wording that every format shares: sizes of files, page counts, the words that name a callout.

use crate::model::kinds::Standing;
use crate::model::{CalloutKind, Lang, State, phone};

/// Returns a file's size as readers are told it: whole kilobytes, or megabytes with two decimals.
/// Source: NHS digital service manual, formatting and punctuation.
pub fn size(bytes: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    if bytes < MEGABYTE {
        return format!("{} KB", bytes.div_ceil(1000).max(1));
    }
    let hundredths = (bytes + MEGABYTE / 200) / (MEGABYTE / 100);
    format!("{}.{:02} MB", hundredths / 100, hundredths % 100)
}

/// Returns a page count in words, such as `1 page`.
pub fn pages(count: usize) -> String {
    if count == 1 { "1 page".to_string() } else { format!("{count} pages") }
}

/// Returns the word that names a callout, so that no reader depends on its colour or sign.
pub fn callout(kind: CalloutKind, lang: &Lang) -> &'static str {
    let welsh = lang.primary() == "cy";
    match (kind, welsh) {
        (CalloutKind::Information, false) => "Information",
        (CalloutKind::Warning, false) => "Warning",
        (CalloutKind::Important, false) => "Important",
        (CalloutKind::Example, false) => "Example",
        (CalloutKind::Information, true) => "Gwybodaeth",
        (CalloutKind::Warning, true) => "Rhybudd",
        (CalloutKind::Important, true) => "Pwysig",
        (CalloutKind::Example, true) => "Enghraifft",
    }
}

/// How a standing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingWords {
    /// The state alone, such as `Open`.
    pub short: &'static str,
    /// What stands before the day that counts, such as `Open until`; all that is said where there is no day.
    pub words: &'static str,
}

/// Returns how a standing is said; English where the language has no words for it here.
pub fn standing(standing: Standing, lang: &Lang) -> StandingWords {
    let welsh = lang.primary() == "cy";
    let day = standing.day;
    let said = |short, words| StandingWords { short, words: if day.is_some() { words } else { short } };
    let hour = day.is_some_and(|day| day.minute.is_some());
    match (standing.state, welsh) {
        (State::Open, false) if hour => said("Open", "Open until"),
        (State::Open, false) => said("Open", "Open until the end of"),
        (State::Open, true) => said("Ar agor", "Ar agor tan"),
        (State::EngagementOpen, false) => said("Open to suppliers", "Suppliers can talk to us until"),
        (State::EngagementOpen, true) => said("Ar agor i gyflenwyr", "Gall cyflenwyr siarad â ni tan"),
        (State::TenderPublished, false) => said("Tender published", "Tender published. The day that counts:"),
        (State::TenderPublished, true) => {
            said("Tendr wedi’i gyhoeddi", "Tendr wedi’i gyhoeddi. Y diwrnod sy’n cyfrif:")
        }
        (State::InConsultation, false) => said("Draft, out for your views", "Draft, out for your views until"),
        (State::InConsultation, true) => said("Drafft, yn agored i’ch barn", "Drafft, yn agored i’ch barn tan"),
        (State::NotYetOpen, false) => said("Not open yet", "Not open yet. Opens on"),
        (State::NotYetOpen, true) => said("Heb agor eto", "Heb agor eto. Yn agor ar"),
        (State::Planned, false) => said("Planned", "Planned for"),
        (State::Planned, true) => said("Wedi’i gynllunio", "Wedi’i gynllunio ar gyfer"),
        (State::Draft, false) => said("Draft", "Draft of"),
        (State::Draft, true) => said("Drafft", "Drafft o"),
        (State::Adopted, false) => said("In force", "In force since"),
        (State::Adopted, true) => said("Mewn grym", "Mewn grym ers"),
        (State::OutcomePublished, false) => said("Closed: outcome published", "Closed. Outcome published on"),
        (State::OutcomePublished, true) => {
            said("Ar gau: canlyniad wedi’i gyhoeddi", "Ar gau. Cyhoeddwyd y canlyniad ar")
        }
        (State::Closed, false) if hour => said("Closed", "Closed at"),
        (State::Closed, false) => said("Closed", "Closed. The last day was"),
        (State::Closed, true) => said("Ar gau", "Ar gau ers"),
        (State::Superseded, false) => said("Replaced by a newer one", "Replaced by a newer one on"),
        (State::Superseded, true) => said("Wedi’i ddisodli", "Wedi’i ddisodli ar"),
        (State::Withdrawn, false) => said("Withdrawn", "Withdrawn on"),
        (State::Withdrawn, true) => said("Wedi’i dynnu’n ôl", "Wedi’i dynnu’n ôl ar"),
        (State::Expired, false) => said("Out of date: kept as a record", "Out of date: kept as a record since"),
        (State::Expired, true) => said("Wedi dyddio: cofnod yn unig", "Wedi dyddio: cofnod yn unig ers"),
    }
}

/// Returns what happens when a standing begins, for a list of days to come: what stands before the day up to which it
/// then is so, or all that is said.
pub fn beginning(standing: Standing, lang: &Lang) -> &'static str {
    let welsh = lang.primary() == "cy";
    match (standing.state, welsh) {
        (State::Open, false) => "Opens. It is open until",
        (State::Open, true) => "Yn agor. Mae ar agor tan",
        (State::EngagementOpen, false) => "Opens to suppliers. They can talk to us until",
        (State::EngagementOpen, true) => "Yn agor i gyflenwyr. Gallant siarad â ni tan",
        (State::TenderPublished, false) => "The tender is published. The day that counts:",
        (State::TenderPublished, true) => "Cyhoeddir y tendr. Y diwrnod sy’n cyfrif:",
        (State::Closed, false) => "Closes",
        (State::Closed, true) => "Yn cau",
        (State::OutcomePublished, false) => "The outcome is published",
        (State::OutcomePublished, true) => "Cyhoeddir y canlyniad",
        (State::Expired, false) => "Goes out of date, and is kept as a record",
        (State::Expired, true) => "Yn dyddio, ac yn cael ei gadw fel cofnod",
        (
            State::InConsultation
            | State::NotYetOpen
            | State::Planned
            | State::Draft
            | State::Adopted
            | State::Superseded
            | State::Withdrawn,
            _,
        ) => self::standing(Standing::new(standing.state), lang).short,
    }
}

/// Returns how long a film is, such as `3 minutes 25 seconds`.
pub fn duration(seconds: u32, lang: &Lang) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let welsh = lang.primary() == "cy";
    let part = |count: u32, one: &str, many: &str, cy: &str| {
        let unit = if welsh {
            cy
        } else if count == 1 {
            one
        } else {
            many
        };
        (count > 0).then(|| format!("{count} {unit}"))
    };
    let parts = [
        part(hours, "hour", "hours", "awr"),
        part(minutes, "minute", "minutes", "munud"),
        part(seconds, "second", "seconds", "eiliad"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns a phone number as a machine dials it: digits only, with the country's code. Source: RFC 3966.
pub fn dial(number: &str) -> String {
    phone::from_anywhere(number)
}

#[cfg(test)]
mod tests {
    use super::{dial, size};

    #[test]
    fn sizes_are_told_as_readers_know_them() {
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(30_600), "31 KB");
        assert_eq!(size(1_900_000), "1.90 MB");
    }

    #[test]
    fn a_number_is_dialled_from_anywhere() {
        assert_eq!(dial("01707 806100"), "+441707806100");
        assert_eq!(dial("999"), "999");
        assert_eq!(dial("18001 01707 806100"), "1800101707806100");
        assert_eq!(dial("+44 (0)1707 806100"), "+441707806100");
        assert_eq!(dial("+353 1 234 5678"), "+35312345678");
    }
}

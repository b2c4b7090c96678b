//! Which words every format says of the same thing: the name of a callout, where a page stands in its life.

use crate::model::kinds::Standing;
use crate::model::{CalloutKind, State, phone};
use crate::words::{Said, Wording};

/// Returns the word that names a callout, so that no reader depends on its colour or sign.
pub fn callout(kind: CalloutKind, words: &Wording) -> &Said {
    match kind {
        CalloutKind::Information => &words.callouts.information,
        CalloutKind::Warning => &words.callouts.warning,
        CalloutKind::Important => &words.callouts.important,
        CalloutKind::Example => &words.callouts.example,
    }
}

/// How a standing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingWords<'w> {
    /// The state alone, such as `Open`.
    pub short: &'w Said,
    /// What stands before the day that counts, such as `Open until`; all that is said where there is no day.
    pub words: &'w Said,
}

/// Returns how a standing is said.
pub fn standing(standing: Standing, words: &Wording) -> StandingWords<'_> {
    let (day, states) = (standing.day, &words.states);
    let hour = day.is_some_and(|day| day.minute.is_some());
    let (short, dated) = match standing.state {
        State::Open if hour => (&states.open, &states.open_hour),
        State::Open => (&states.open, &states.open_day),
        State::EngagementOpen => (&states.engagement_open, &states.engagement_open_day),
        State::TenderPublished => (&states.tender_published, &states.tender_published_day),
        State::InConsultation => (&states.in_consultation, &states.in_consultation_day),
        State::Coming => (&states.coming, &states.coming_day),
        State::NotYetOpen => (&states.not_yet_open, &states.not_yet_open_day),
        State::Planned => (&states.planned, &states.planned_day),
        State::Draft => (&states.draft, &states.draft_day),
        State::Adopted => (&states.adopted, &states.adopted_day),
        State::OutcomePublished => (&states.outcome_published, &states.outcome_published_day),
        State::Closed if hour => (&states.closed, &states.closed_hour),
        State::Closed => (&states.closed, &states.closed_day),
        State::Over => (&states.over, &states.over_day),
        State::Superseded => (&states.superseded, &states.superseded_day),
        State::Withdrawn => (&states.withdrawn, &states.withdrawn_day),
        State::Expired => (&states.expired, &states.expired_day),
    };
    StandingWords { short, words: if day.is_some() { dated } else { short } }
}

/// Returns what happens when a standing begins, for a list of days to come, such as `Opens. It is open until`, which stands
/// before the day on which that ends, or `Closes`, which is all that is said.
pub fn beginning(standing: Standing, words: &Wording) -> &Said {
    let states = &words.states;
    match standing.state {
        State::Open => &states.opens,
        State::EngagementOpen => &states.engagement_opens,
        State::TenderPublished => &states.tender_begins,
        State::Closed => &states.closes,
        State::Over => &states.ends,
        State::OutcomePublished => &states.outcome_begins,
        State::Expired => &states.expires,
        State::InConsultation
        | State::Coming
        | State::NotYetOpen
        | State::Planned
        | State::Draft
        | State::Adopted
        | State::Superseded
        | State::Withdrawn => self::standing(Standing::new(standing.state), words).short,
    }
}

/// Returns a phone number as a machine dials it: digits only, with the country's code. Source: RFC 3966.
pub fn dial(number: &str) -> String {
    phone::from_anywhere(number)
}

/// Returns the address that starts a text message, from what an author wrote after `sms:`. Source: RFC 5724, 2.2.
pub fn text_address(written: &str) -> String {
    let (number, rest) = phone::texted(written);
    format!("sms:{}{}", dial(number), rest.replace(' ', "%20"))
}

#[cfg(test)]
mod tests {
    use super::{dial, text_address};

    #[test]
    fn a_text_message_goes_to_a_number() {
        assert_eq!(text_address("07700 900142"), "sms:+447700900142");
        assert_eq!(text_address("85258?body=SHOUT now"), "sms:85258?body=SHOUT%20now");
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

//! A procurement notice: what a body plans to buy, and where that stands.

use super::{Money, Reference, Standing, State};
use crate::model::{Clock, Date, Deadline, Moment};

/// What a notice's front matter says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notice {
    /// The number that the notice service or the buyer gave it.
    pub reference: String,
    /// The Open Contracting id, where the notice service gave one.
    pub ocid: String,
    /// The law that it is made under.
    pub regime: Option<Regime>,
    /// What kind of notice it is, such as `UK2` or `Prior Information Notice`.
    pub notice_type: String,
    /// Who buys.
    pub buyer: String,
    /// What is bought, by the Common Procurement Vocabulary.
    pub cpv: Vec<Cpv>,
    /// What it may cost.
    pub value: Value,
    /// The first moment to talk to the buyer.
    pub engagement_opens: Option<Deadline>,
    /// The last moment to talk to the buyer.
    pub engagement_deadline: Option<Deadline>,
    /// The day on which the tender is meant to be published.
    pub tender_planned: Option<Date>,
    /// The day on which the tender was published.
    pub tender_published: Option<Deadline>,
    /// The last moment to bid.
    pub tender_deadline: Option<Deadline>,
    /// The first day of the contract.
    pub contract_start: Option<Date>,
    /// The last day of the contract.
    pub contract_end: Option<Date>,
    /// The address of the legal notice.
    pub legal_notice: String,
    /// Other addresses.
    pub links: Vec<Reference>,
    /// Files that belong to it.
    pub documents: Vec<Reference>,
    /// The file of the page that takes its place, as written.
    pub superseded_by: String,
    /// A state that the dates cannot tell.
    pub status: Option<State>,
}

/// The law that a procurement is made under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// The Public Contracts Regulations 2015: for what began before 24 February 2025.
    Pcr2015,
    /// The Procurement Act 2023.
    Pa2023,
}

/// A code of the Common Procurement Vocabulary. Source: Regulation (EC) No 213/2008.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cpv {
    /// Eight digits, a hyphen and the check digit.
    pub code: String,
    /// What it stands for, where the author says so.
    pub meaning: String,
}

/// What a contract may cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// Without value added tax.
    pub without_vat: Option<Money>,
    /// With value added tax.
    pub with_vat: Option<Money>,
}

impl Cpv {
    /// Returns the check digit of eight digits: their sum, weighted 3, 7 and 1 in turn, modulo 10. The Regulation names
    /// no formula; this one was worked out from codes of the vocabulary, those of the test below among them.
    pub fn check_digit(code: &str) -> Option<u32> {
        if code.len() != 8 {
            return None;
        }
        let digits = code.chars().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>()?;
        Some(digits.iter().zip([3, 7, 1].iter().cycle()).map(|(digit, weight)| digit * weight).sum::<u32>() % 10)
    }
}

impl Notice {
    /// Returns where the procurement stands. What was taken back or replaced stays so; then the dates tell, the latest
    /// step first; a state that somebody wrote counts where no date is left to come.
    pub fn standing(&self, clock: &Clock) -> Standing {
        if self.status == Some(State::Withdrawn) {
            return Standing::new(State::Withdrawn);
        }
        if !self.superseded_by.is_empty() || self.status == Some(State::Superseded) {
            return Standing::new(State::Superseded);
        }
        let began = |date: Date| clock.reached(date.begins());
        if let Some(published) = self.tender_published.filter(|published| clock.reached(published.begins())) {
            return match self.tender_deadline {
                Some(deadline) if clock.passed(deadline) => Standing::on(State::Closed, deadline),
                Some(deadline) => Standing::on(State::TenderPublished, deadline),
                None if self.contract_start.is_some_and(began) => Standing::new(State::Closed),
                None => Standing::on(State::TenderPublished, published),
            };
        }
        if let Some(deadline) = self.engagement_deadline {
            return match self.engagement_opens {
                Some(opens) if !clock.reached(opens.begins()) => Standing::new(State::Planned),
                _ if clock.passed(deadline) => Standing::on(State::Closed, deadline),
                _ => Standing::on(State::EngagementOpen, deadline),
            };
        }
        if let Some(status) = self.status {
            return Standing::new(status);
        }
        let over = self.contract_start.is_some_and(began);
        Standing::new(if over { State::Closed } else { State::Planned })
    }

    /// Returns the moments at which the standing changes.
    pub fn changes(&self) -> Vec<Moment> {
        let days = [self.contract_start].into_iter().flatten().map(Date::begins);
        let begins = [self.engagement_opens, self.tender_published].into_iter().flatten().map(Deadline::begins);
        let over = [self.engagement_deadline, self.tender_deadline].into_iter().flatten().map(Deadline::over);
        days.chain(begins).chain(over).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cpv, Notice};
    use crate::model::{Clock, Deadline, Moment, State, Zone};

    #[test]
    fn check_digits_are_those_of_the_vocabulary() {
        // Divisions and groups of the vocabulary.
        let printed = [
            "03000000-1",
            "03100000-2",
            "03110000-5",
            "03111000-2",
            "09000000-3",
            "14000000-1",
            "15000000-8",
            "30000000-9",
            "31000000-6",
            "32000000-3",
            "33000000-0",
            "45000000-7",
            "45100000-8",
            "45110000-1",
            "48000000-8",
            "50000000-5",
            "71000000-8",
            "72000000-5",
            "79000000-4",
            "80000000-4",
            "85000000-9",
            "85300000-2",
            "85312000-9",
            "85320000-8",
            "90000000-7",
            "98000000-3",
        ];
        for code in printed {
            let (digits, check) = code.split_once('-').expect("a hyphen");
            assert_eq!(Cpv::check_digit(digits).map(|digit| digit.to_string()).as_deref(), Some(check), "{code}");
        }
        assert_eq!(Cpv::check_digit("8531200"), None);
        assert_eq!(Cpv::check_digit("8531200x"), None);
    }

    #[test]
    fn dates_tell_where_a_notice_stands() {
        let deadline = |text| Deadline::parse(text);
        let notice = Notice {
            engagement_opens: deadline("2026-01-10"),
            engagement_deadline: deadline("2026-02-10T17:00"),
            tender_published: deadline("2026-03-01"),
            tender_deadline: deadline("2026-04-01"),
            ..Notice::default()
        };
        let at = |text| {
            let clock = Clock::at(Zone::utc(), Moment::parse(text).expect("a moment"));
            notice.standing(&clock).state
        };
        assert_eq!(at("2026-01-09T23:59"), State::Planned);
        assert_eq!(at("2026-01-10"), State::EngagementOpen);
        assert_eq!(at("2026-02-10T16:59"), State::EngagementOpen);
        assert_eq!(at("2026-02-10T17:00"), State::Closed);
        assert_eq!(at("2026-03-01"), State::TenderPublished);
        assert_eq!(at("2026-04-01T23:59"), State::TenderPublished);
        assert_eq!(at("2026-04-02"), State::Closed);
    }
}

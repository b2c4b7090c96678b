//! What each kind of page knows besides its text, and where it stands in its life at the moment of a build. One file a
//! kind, and a line in [`Details`].

mod case_study;
mod consultation;
mod easy_read;
mod event;
mod film;
mod funding;
mod news;
mod notice;
mod page_kind;
mod report;
mod strategy;

pub use case_study::{CaseStudy, Consent, Scope};
pub use consultation::{Consultation, Outcome, Respond};
pub use easy_read::{EASY_READ_PICTURES, EasyRead};
pub use event::Event;
pub use film::{Bsl, Captions, Cue, CueLine, Film as FilmDetails};
pub use funding::{Award, Funding};
pub use news::News;
pub use notice::{Cpv, Notice, Regime, Value};
pub use page_kind::PageKind;
pub use report::{Progress, Recommendation, Report};
pub use strategy::Strategy;

use super::{AssetUse, Clock, Date, Deadline, Moment, grouped};

/// What a page's kind adds to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Details {
    /// Nothing: a page, a section, an explainer.
    #[default]
    None,
    /// A strategy.
    Strategy(Strategy),
    /// A procurement notice.
    Notice(Box<Notice>),
    /// A call for applications.
    Funding(Box<Funding>),
    /// A consultation.
    Consultation(Box<Consultation>),
    /// A piece of news.
    News(News),
    /// Somebody's story.
    CaseStudy(CaseStudy),
    /// A report with recommendations.
    Report(Report),
    /// A film.
    Film(Box<FilmDetails>),
    /// A text in pictures and short sentences.
    EasyRead(EasyRead),
    /// An event.
    Event(Box<Event>),
}

/// Where a page stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// The day that counts: until when, or since when.
    pub day: Option<Deadline>,
}

/// A state in the life of a page. The order is the order of lists: what readers can act on comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Readers can answer or apply.
    Open,
    /// Suppliers can talk to the buyer.
    EngagementOpen,
    /// Suppliers can bid.
    TenderPublished,
    /// People are asked what they think of it.
    InConsultation,
    /// People can come to it.
    Coming,
    /// It will open.
    NotYetOpen,
    /// It is meant to come.
    Planned,
    /// It is being written.
    Draft,
    /// It is in force.
    Adopted,
    /// It is over, and what came of it is said.
    OutcomePublished,
    /// It is over.
    Closed,
    /// It has happened.
    Over,
    /// A newer one has taken its place.
    Superseded,
    /// It was taken back.
    Withdrawn,
    /// It is kept as a record only.
    Expired,
}

impl State {
    /// Returns whether the state says that readers can act, now or later.
    pub fn is_live(self) -> bool {
        self < State::Adopted
    }

    /// Returns the name used in front matter and in style sheets, such as `not-yet-open`.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::EngagementOpen => "engagement-open",
            State::TenderPublished => "tender-published",
            State::InConsultation => "consultation",
            State::Coming => "coming",
            State::NotYetOpen => "not-yet-open",
            State::Planned => "planned",
            State::Draft => "draft",
            State::Adopted => "adopted",
            State::OutcomePublished => "outcome-published",
            State::Closed => "closed",
            State::Over => "over",
            State::Superseded => "superseded",
            State::Withdrawn => "withdrawn",
            State::Expired => "expired",
        }
    }
}

impl Standing {
    /// Returns a state without a day.
    pub fn new(state: State) -> Standing {
        Standing { state, day: None }
    }

    /// Returns a state with the day that counts.
    pub fn on(state: State, day: Deadline) -> Standing {
        Standing { state, day: Some(day) }
    }
}

/// A day on which something of a page is due, for calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What is due.
    pub what: DueKind,
    /// When.
    pub by: Deadline,
    /// When it ends, where it lasts.
    pub until: Option<Deadline>,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// The last moment to apply or to answer.
    Closes,
    /// The last moment to talk to a buyer.
    Engagement,
    /// The last moment to bid.
    Tender,
    /// The first moment to apply or to answer.
    Opens,
    /// The event itself.
    Event,
}

impl Details {
    /// Returns where the page stands; nothing where its kind has no life.
    pub fn standing(&self, clock: &Clock) -> Option<Standing> {
        match self {
            Details::Strategy(strategy) => strategy.standing(clock),
            Details::Notice(notice) => Some(notice.standing(clock)),
            Details::Funding(funding) => funding.standing(clock),
            Details::Consultation(consultation) => consultation.standing(clock),
            Details::Event(event) => event.standing(clock),
            Details::None
            | Details::News(_)
            | Details::CaseStudy(_)
            | Details::Report(_)
            | Details::Film(_)
            | Details::EasyRead(_) => None,
        }
    }

    /// Returns every moment at which the page changes by itself: its standing, or what it says of its dates.
    pub fn changes(&self) -> Vec<Moment> {
        match self {
            Details::Strategy(strategy) => strategy.changes(),
            Details::Notice(notice) => notice.changes(),
            Details::Funding(funding) => spell(funding.opens, funding.closes),
            Details::Consultation(consultation) => consultation.changes(),
            Details::Event(event) => event.changes(),
            Details::None
            | Details::News(_)
            | Details::CaseStudy(_)
            | Details::Report(_)
            | Details::Film(_)
            | Details::EasyRead(_) => Vec::new(),
        }
    }

    /// Returns the ids of headings that the kind writes on the page for a part of its life only.
    pub fn passing(&self) -> &'static [&'static str] {
        match self {
            Details::Consultation(_) => &["how-to-answer", "outcome", "we-asked", "you-said", "we-did"],
            Details::None
            | Details::Strategy(_)
            | Details::Notice(_)
            | Details::Funding(_)
            | Details::News(_)
            | Details::CaseStudy(_)
            | Details::Report(_)
            | Details::Film(_)
            | Details::EasyRead(_)
            | Details::Event(_) => &[],
        }
    }

    /// Returns what is due of readers, for their calendars.
    pub fn due(&self) -> Vec<Due> {
        match self {
            Details::Notice(notice) => {
                dues([(DueKind::Engagement, notice.engagement_deadline), (DueKind::Tender, notice.tender_deadline)])
            }
            Details::Funding(funding) => dues([(DueKind::Opens, funding.opens), (DueKind::Closes, funding.closes)]),
            Details::Consultation(consultation) => {
                dues([(DueKind::Opens, consultation.opens), (DueKind::Closes, consultation.closes)])
            }
            Details::Event(event) => {
                let due = |by| Due { what: DueKind::Event, by, until: event.ends };
                event.starts.map(due).into_iter().collect()
            }
            Details::None
            | Details::Strategy(_)
            | Details::News(_)
            | Details::CaseStudy(_)
            | Details::Report(_)
            | Details::Film(_)
            | Details::EasyRead(_) => Vec::new(),
        }
    }
}

fn dues(dated: [(DueKind, Option<Deadline>); 2]) -> Vec<Due> {
    dated.into_iter().filter_map(|(what, by)| Some(Due { what, by: by?, until: None })).collect()
}

/// Returns the moments at which something opens and is over.
fn spell(opens: Option<Deadline>, closes: Option<Deadline>) -> Vec<Moment> {
    opens.map(Deadline::begins).into_iter().chain(closes.map(Deadline::over)).collect()
}

/// Returns whether something that opens and closes is open.
fn opening(opens: Option<Deadline>, closes: Option<Deadline>, clock: &Clock) -> Option<Standing> {
    if let Some(opens) = opens.filter(|opens| !clock.reached(opens.begins())) {
        return Some(Standing::on(State::NotYetOpen, opens));
    }
    match closes {
        Some(closes) if clock.passed(closes) => Some(Standing::on(State::Closed, closes)),
        Some(closes) => Some(Standing::on(State::Open, closes)),
        None => opens.map(|_| Standing::new(State::Open)),
    }
}

/// A sum of money in pence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(pub u64);

impl Money {
    /// Reads `415169`, `£415,169`, `415169.50` or `£1.26 million`, or returns nothing.
    pub fn parse(text: &str) -> Option<Money> {
        let text = text.trim().trim_start_matches('£').trim_end();
        let (text, times) = match text.strip_suffix("million").or_else(|| text.strip_suffix('m')) {
            Some(rest) => (rest.trim_end(), 1_000_000),
            None => (text, 1),
        };
        let (pounds, part) = text.split_once('.').unwrap_or((text, ""));
        let grouped = pounds.split(',').skip(1).all(|group| group.len() == 3);
        let pounds: String = pounds.split(',').collect();
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !grouped || pounds.is_empty() || !digits(&pounds) || !digits(part) || part.len() > 6 {
            return None;
        }
        let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
        let whole = pounds.parse::<u64>().ok()?.checked_mul(scale)?;
        let all = whole.checked_add(if part.is_empty() { 0 } else { part.parse().ok()? })?;
        let pence = all.checked_mul(100)?.checked_mul(times)?;
        (pence.is_multiple_of(scale)).then_some(Money(pence / scale))
    }

    /// Returns the pounds, as a number that a machine reads: `415169` or `415169.50`.
    pub fn plain(self) -> String {
        match (self.0 / 100, self.0 % 100) {
            (pounds, 0) => pounds.to_string(),
            (pounds, pence) => format!("{pounds}.{pence:02}"),
        }
    }
}

impl std::fmt::Display for Money {
    /// Writes the sum as readers know it: `£415,169`, `£1.26 million`. Source: GOV.UK style guide, money.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (pounds, pence) = (self.0 / 100, self.0 % 100);
        if pence == 0 && pounds >= 1_000_000 && pounds.is_multiple_of(10_000) {
            let (whole, hundredths) = (pounds / 1_000_000, pounds % 1_000_000 / 10_000);
            let part = format!(".{hundredths:02}");
            let part = if hundredths == 0 { "" } else { part.trim_end_matches('0') };
            return write!(f, "£{}{part} million", grouped(whole));
        }
        write!(f, "£{}", grouped(pounds))?;
        if pence == 0 { Ok(()) } else { write!(f, ".{pence:02}") }
    }
}

/// Words that lead somewhere: a document, a web page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it is called.
    pub title: String,
    /// Where it is, as it was written: a file of the site, or a whole web address.
    pub address: String,
    /// The file, filled in; nothing where it is not published.
    pub file: Option<AssetUse>,
}

/// Two days, one of which may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn money_is_read_and_told() {
        let told = |text| Money::parse(text).map(|money| money.to_string());
        assert_eq!(told("415169").as_deref(), Some("£415,169"));
        assert_eq!(told("£54,750").as_deref(), Some("£54,750"));
        assert_eq!(told("£1.26 million").as_deref(), Some("£1.26 million"));
        assert_eq!(told("1500000").as_deref(), Some("£1.5 million"));
        assert_eq!(told("99.5").as_deref(), Some("£99.50"));
        assert_eq!(Money::parse("1.26 million").map(Money::plain).as_deref(), Some("1260000"));
        for bad in ["", "£", "1,00", "ten", "1.005", "-5", "99999999999999999999"] {
            assert_eq!(Money::parse(bad), None, "{bad}");
        }
    }
}

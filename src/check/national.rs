//! National helplines that ring in all of England and Wales at least, with the websites to compare them with. The list was
//! made in November 2026.

/// A helpline that rings in all of the United Kingdom, or in England and Wales.
pub struct Helpline {
    /// Its name, as texts write it.
    pub name: &'static str,
    /// Its number, in groups.
    pub number: &'static str,
    /// The website on which to compare it.
    pub website: &'static str,
    /// Whether a number that is nearly this one is surely meant for it, also without its name. Other helplines have numbers that
    /// are one figure away from those of the rest.
    pub alone: bool,
}

/// When the list was made, for the message that uses it.
pub const LISTED: &str = "November 2026";

/// The helplines, by name. Where the number of one was read elsewhere than on its own website, the comment names the page; each
/// was read in November 2026.
pub const HELPLINES: &[Helpline] = &[
    // Nottinghamshire Police, fraud. The second number is its textphone.
    named("Action Fraud", "0300 123 2040", "actionfraud.police.uk"),
    named("Action Fraud", "0300 123 2050", "actionfraud.police.uk"),
    alone("Childline", "0800 1111", "childline.org.uk"),
    alone("Crimestoppers", "0800 555 111", "crimestoppers-uk.org"),
    // Middlesbrough Council, flooding advice.
    named("Floodline", "0345 988 1188", "check-for-flooding.service.gov.uk"),
    named("HOPELINE", "0800 068 4141", "papyrus-uk.org"),
    // Scottish Government, news of 29 April 2010; Base 25, domestic abuse.
    named("Men\u{2019}s Advice Line", "0808 801 0327", "mensadviceline.org.uk"),
    alone("Missing People", "116 000", "missingpeople.org.uk"),
    alone("National Domestic Abuse Helpline", "0808 2000 247", "nationaldahelpline.org.uk"),
    // Arun District Council, stalking; Cambridgeshire and Peterborough, domestic abuse and sexual violence partnership.
    named("National Stalking Helpline", "0808 802 0300", "suzylamplugh.org"),
    named("NSPCC", "0808 800 5000", "nspcc.org.uk"),
    named("PAPYRUS", "0800 068 4141", "papyrus-uk.org"),
    alone("Rape Crisis", "0808 500 2222", "247sexualabusesupport.org.uk"),
    alone("Samaritans", "116 123", "samaritans.org"),
    // Age Scotland, news.
    named("Silver Line", "0800 470 8090", "thesilverline.org.uk"),
    named("Stop It Now", "0808 1000 900", "stopitnow.org.uk"),
    alone("Victim Support", "0808 1689 111", "victimsupport.org.uk"),
];

const fn alone(name: &'static str, number: &'static str, website: &'static str) -> Helpline {
    Helpline { name, number, website, alone: true }
}

const fn named(name: &'static str, number: &'static str, website: &'static str) -> Helpline {
    Helpline { name, number, website, alone: false }
}

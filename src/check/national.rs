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
}

/// When the list was made, for the message that uses it.
pub const LISTED: &str = "November 2026";

/// The helplines, by name.
pub const HELPLINES: &[Helpline] = &[
    Helpline { name: "Childline", number: "0800 1111", website: "childline.org.uk" },
    Helpline { name: "Crimestoppers", number: "0800 555 111", website: "crimestoppers-uk.org" },
    Helpline { name: "Missing People", number: "116 000", website: "missingpeople.org.uk" },
    Helpline {
        name: "National Domestic Abuse Helpline",
        number: "0808 2000 247",
        website: "nationaldahelpline.org.uk",
    },
    Helpline { name: "Rape Crisis", number: "0808 500 2222", website: "247sexualabusesupport.org.uk" },
    Helpline { name: "Samaritans", number: "116 123", website: "samaritans.org" },
    Helpline { name: "Victim Support", number: "0808 1689 111", website: "victimsupport.org.uk" },
];

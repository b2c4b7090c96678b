//! What the report says of changes, in words: on a terminal and on the sheet alike.

use super::page::SentenceKind;
use super::report::{
    Change, DocumentHow, GonePage, Held, How, LeafletChange, LeafletHow, MovedPage, PageName, ParticularChange,
    Redirect, Report,
};
use crate::check::ParticularKind;
use crate::model::{Date, Lang, grouped};
use crate::words::Wordings;

/// What is said where nothing changes.
pub const NOTHING: &str = "Nothing changes for the public.";

/// The most pages that are named for one change.
const NAMED: usize = 6;

/// The titles of the parts of a report, in their order.
pub mod parts {
    /// Changes that a reader acts on.
    pub const WEIGHTY: &str = "Deadlines, contacts, dates and figures";
    /// Pages that came, went or moved.
    pub const PAGES: &str = "Pages";
    /// All other words.
    pub const WORDS: &str = "Other words and links";
    /// Files.
    pub const DOCUMENTS: &str = "Documents and pictures";
    /// Addresses that lead on.
    pub const ADDRESSES: &str = "Addresses that lead on";
    /// Leaflets.
    pub const LEAFLETS: &str = "Leaflets";
    /// What the clock brings.
    pub const NEXT: &str = "What changes next by itself";
}

/// Returns a number and its noun, such as `1 page` or `1,200 pages`.
pub fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {one}s", grouped(number)) }
}

/// Returns a moment as RFC 3339 has it in words, such as `28 November 2026` or `28 November 2026 at 09:30`.
pub fn moment(at: &str) -> String {
    let date = at.get(..10).and_then(Date::parse).zip(Lang::parse("en-GB"));
    let Some((date, english)) = date else { return at.to_string() };
    let words = date.in_words(&english);
    match at.get(11..16) {
        Some("00:00") | None => words,
        Some(time) => format!("{words} at {time}"),
    }
}

/// Returns what the report compares.
pub fn compared(report: &Report) -> String {
    let now = moment(&report.at);
    match report.since.as_str() {
        "" => format!("The site as it is on {now}, compared with an earlier one that does not say its date."),
        since => format!("The site as it is on {now}, compared with that of {}.", moment(since)),
    }
}

/// Returns in short lines how much of what changes.
pub fn totals(report: &Report) -> Vec<String> {
    let weighty = report.weighty();
    let reprints = report.leaflets.iter().filter(|leaflet| leaflet.how == LeafletHow::Changed).count();
    let verb = |number: usize, one: &'static str, many: &'static str| if number == 1 { one } else { many };
    let line = |number: usize, one: &str, said: &str| (number > 0).then(|| format!("{} {said}", counted(number, one)));
    let (new, gone, moved) = (report.new.len(), report.gone.len(), report.moved.len());
    let leads = match report.redirects.len() {
        0 => None,
        1 => Some("1 other address leads elsewhere".to_string()),
        many => Some(format!("{} other addresses lead elsewhere", grouped(many))),
    };
    let lines = [
        line(weighty, "change", "of a deadline, contact, date or figure"),
        line(report.changes.len() - weighty, "other change", "of words or links"),
        line(new, "page", verb(new, "is new", "are new")),
        line(gone, "page", verb(gone, "is gone", "are gone")),
        line(moved, "page", verb(moved, "has moved", "have moved")),
        leads,
        line(report.documents.len(), "file", "to read or to look at, new, replaced or gone"),
        line(reprints, "leaflet", "to print again"),
        line(report.leaflets.len() - reprints, "leaflet", "new or gone"),
    ];
    lines.into_iter().flatten().collect()
}

/// Returns what a change is headed with besides the head of its group; nothing where that says enough.
pub fn own_head(change: &Change, head: &str) -> Option<String> {
    let own = self::head(change);
    let told = change.particulars.len() == 1 && group(change) == head;
    (own != head && !told).then_some(own)
}

/// Returns what a change is headed with, such as `Contact: 01707 806100 → 01707 806101`.
pub fn head(change: &Change) -> String {
    let particulars: Vec<String> = change.particulars.iter().map(particular).collect();
    if !particulars.is_empty() {
        return particulars.join("; ");
    }
    let what = what(change);
    let what = if what.is_empty() { "Words".to_string() } else { what };
    match change.how {
        How::Changed => what,
        How::Added => format!("{what}, new"),
        How::Removed => format!("{what}, gone"),
        How::Link => format!("Link “{}”", change.words),
        How::Order => "Order of words".to_string(),
    }
}

/// Returns what changes are told of together: the first particular that is not as it was, such as
/// `Contact: 01707 806100 → 01707 806101`; empty where there is none.
pub fn group(change: &Change) -> String {
    let Some(first) = change.particulars.first() else { return String::new() };
    let one = |list: &[String]| list.first().cloned().into_iter().collect();
    let alone = first.then.len() == first.now.len();
    let (then, now) = if alone { (one(&first.then), one(&first.now)) } else { (first.then.clone(), first.now.clone()) };
    particular(&ParticularChange { kind: first.kind, then, now })
}

/// Returns changes that stand side by side and are told of together, with what they are headed with.
pub fn groups(changes: &[Change]) -> Vec<(String, &[Change])> {
    let same = |a: &Change, b: &Change| !a.particulars.is_empty() && group(a) == group(b);
    changes.chunk_by(same).map(|these| (these.first().map(headed).unwrap_or_default(), these)).collect()
}

/// Returns what a group that starts with a change is headed with.
fn headed(first: &Change) -> String {
    if first.particulars.is_empty() { head(first) } else { group(first) }
}

/// Returns what the changes of a leaflet are headed with, each once.
pub fn heads(changes: &[Change]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for change in changes.iter().filter(|change| !change.particulars.is_empty()) {
        let head = group(change);
        if !said.contains(&head) {
            said.push(head);
        }
    }
    said
}

fn particular(change: &ParticularChange) -> String {
    let name = match change.kind {
        ParticularKind::Deadline => "Deadline",
        ParticularKind::Contact => "Contact",
        ParticularKind::Date => "Date",
        ParticularKind::Figure => "Figure",
    };
    match (change.then.join(", "), change.now.join(", ")) {
        (then, now) if then.is_empty() => format!("{name}, new: {now}"),
        (then, now) if now.is_empty() => format!("{name}, gone: {then}"),
        (then, now) => format!("{name}: {then} → {now}"),
    }
}

/// Returns what a sentence is on its page, where its head tells of a particular; nothing for running words.
pub fn besides(change: &Change) -> Option<String> {
    let what = what(change);
    (!what.is_empty() && !change.particulars.is_empty()).then_some(what)
}

/// Returns what a sentence is on its page; empty for running words.
fn what(change: &Change) -> String {
    let label =
        |name: &str| if change.label.is_empty() { name.to_string() } else { format!("{name} “{}”", change.label) };
    let what = match change.kind {
        SentenceKind::Words | SentenceKind::Item => String::new(),
        SentenceKind::Title => "Title".to_string(),
        SentenceKind::Summary => "Summary".to_string(),
        SentenceKind::Heading => "Heading".to_string(),
        SentenceKind::Cell => label("Cell"),
        SentenceKind::Detail => label("Detail"),
        SentenceKind::Picture => "Words for a picture".to_string(),
    };
    if change.around && what.is_empty() { "Around the page".to_string() } else { what }
}

/// Returns the lines below the head of a change: what each is called, and its words.
pub fn lines(change: &Change) -> Vec<(&'static str, String)> {
    let nowhere = |to: &str| if to.is_empty() { "nowhere, it is no link".to_string() } else { to.to_string() };
    match change.how {
        How::Changed => vec![("Was", change.then.clone()), ("Is", change.now.clone())],
        How::Added => vec![("New", change.now.clone())],
        How::Removed => vec![("Gone", change.then.clone())],
        How::Link => {
            let ways = [("Led to", nowhere(&change.then)), ("Leads to", nowhere(&change.now))];
            let words = (!change.particulars.is_empty()).then(|| ("Link", change.words.clone()));
            words.into_iter().chain(ways).collect()
        }
        How::Order => {
            let count = change.words.parse().unwrap_or(1);
            let words = format!("{} in another place, such as “{}”", counted(count, "sentence"), change.now);
            vec![("Order", words)]
        }
    }
}

/// Returns how a page is named, such as `Contact us (/contact/)`.
pub fn page(page: &PageName) -> String {
    let sensitive = if page.sensitive { ", sensitive" } else { "" };
    let title = if page.title.is_empty() { "Page without a title" } else { &page.title };
    format!("{title} ({}{sensitive})", page.address)
}

/// Returns the pages that have a change, the first of them by name.
pub fn on(change: &Change, report: &Report) -> String {
    if change.pages.len() == report.pages && report.pages > NAMED {
        return format!("every page ({})", grouped(report.pages));
    }
    match change.pages.as_slice() {
        [one] if !change.under.is_empty() => format!("{}, under “{}”", page(one), change.under),
        pages => named(pages),
    }
}

/// Returns pages by name, and how many more there are.
pub fn named(pages: &[PageName]) -> String {
    let mut said: Vec<String> = pages.iter().take(NAMED).map(page).collect();
    if pages.len() > NAMED {
        said.push(counted(pages.len() - NAMED, "more page"));
    }
    said.join("; ")
}

/// Returns what becomes of the address of a page that is gone.
pub fn gone(page: &GonePage) -> String {
    match &page.leads_to {
        Some(to) => format!("Its address leads to {to}."),
        None => "Its address says that there is no such page.".to_string(),
    }
}

/// Returns where a page was.
pub fn moved(page: &MovedPage) -> String {
    let old = if page.leads_on { "which leads here" } else { "which now says that there is no such page" };
    format!("It was at {}, {old}.", page.from)
}

/// Returns on how many pages a page is or was listed; nothing where on none.
pub fn listed(verb: &str, on: &[String]) -> Option<String> {
    let first: Vec<&str> = on.iter().take(NAMED).map(String::as_str).collect();
    let more = on.len() - first.len();
    let more = if more == 0 { String::new() } else { format!(" and {}", counted(more, "other page")) };
    (!on.is_empty()).then(|| format!("{verb} on {}{more}.", first.join(", ")))
}

/// Returns what has become of an address that leads on.
pub fn redirect(redirect: &Redirect) -> String {
    let Redirect { address, then, now } = redirect;
    match (then, now) {
        (Some(then), Some(now)) => format!("{address} led to {then}, and leads to {now}."),
        (None, Some(now)) => format!("{address} is new, and leads to {now}."),
        (Some(then), None) => format!("{address} led to {then}, and says now that there is no such page."),
        (None, None) => format!("{address} is as it was."),
    }
}

/// Returns what has become of a file.
pub fn document(how: DocumentHow) -> &'static str {
    match how {
        DocumentHow::Replaced => "has been replaced under the same name",
        DocumentHow::New => "is new",
        DocumentHow::Gone => "is gone",
    }
}

/// Returns how a leaflet is named, such as `RJ-01, Restorative justice` or `RJ-01, Cyfiawnder adferol, in Welsh`.
pub fn leaflet(leaflet: &LeafletChange) -> String {
    let named = Lang::parse(&leaflet.language).map(|lang| {
        let english = Lang::parse("en").unwrap_or_else(|| lang.clone());
        format!(", {}", Wordings::built_in().of(&english).in_language(&lang))
    });
    format!("{}, {}{}", leaflet.reference, leaflet.title, named.unwrap_or_default())
}

/// Returns what has become of a leaflet and must be done.
pub fn leaflet_how(leaflet: &LeafletChange) -> String {
    let said = match leaflet.how {
        LeafletHow::Changed => "Its words change: print it again.",
        LeafletHow::New => "It is new.",
        LeafletHow::Gone => "It is gone: ask for the copies back.",
    };
    let edition = if leaflet.edition_unchanged { " Its edition still has the same number: raise it." } else { "" };
    format!("{said}{edition}")
}

/// Returns how many copies of a leaflet are out, and with how many holders.
pub fn copies(leaflet: &LeafletChange) -> String {
    let copies: usize = leaflet.holders.iter().map(|held| held.copies as usize).sum();
    match leaflet.holders.len() {
        0 => "Nobody is written down as having copies.".to_string(),
        holders => {
            let copies = if copies == 1 { "1 copy is".to_string() } else { format!("{} copies are", grouped(copies)) };
            format!("{copies} out, with {}:", counted(holders, "holder"))
        }
    }
}

/// Returns one line for each page that came, went or moved.
pub fn page_lines(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    for new in &report.new {
        let list = listed(" Listed", &new.listed_on).unwrap_or_default();
        let words = counted(new.words, "word");
        lines.push(format!("New: {}. {} {words}.{list}", page(&new.page), new.summary));
        lines.extend(new.particular.iter().map(|words| format!("New: {} says: {words}", new.page.address)));
    }
    for one in &report.gone {
        let list = listed(" It was listed", &one.listed_on).unwrap_or_default();
        lines.push(format!("Gone: {}. {}{list}", page(&one.page), gone(one)));
    }
    lines.extend(report.moved.iter().map(|one| format!("Moved: {}. {}", page(&one.page), moved(one))));
    lines
}

/// Returns one line for each file that is not as it was.
pub fn document_lines(report: &Report) -> Vec<String> {
    let on = |pages: &[PageName]| if pages.is_empty() { String::new() } else { format!(" On: {}", named(pages)) };
    report.documents.iter().map(|one| format!("{} {}.{}", one.address, document(one.how), on(&one.pages))).collect()
}

/// Returns who has copies of a leaflet, and which.
pub fn held(held: &Held) -> String {
    let copies = if held.copies == 1 { "1 copy".to_string() } else { format!("{} copies", grouped(held.copies)) };
    format!("{}: {copies} of edition {}, since {}", held.to, held.edition, moment(&held.issued))
}

/// Returns in short lines what changes by the clock alone: pages, then sentences.
pub fn next_lines(report: &Report) -> Vec<String> {
    let mut lines: Vec<String> = report.new.iter().map(|new| format!("New: {}", page(&new.page))).collect();
    lines.extend(report.gone.iter().map(|gone| format!("Gone: {}", page(&gone.page))));
    for change in report.changes.iter().take(NEXT) {
        let words = lines_joined(change);
        lines.push(format!("{} – {words} – On: {}", head(change), on(change, report)));
    }
    if report.changes.len() > NEXT {
        lines.push(format!("And {}.", counted(report.changes.len() - NEXT, "more change")));
    }
    lines.extend(report.leaflets.iter().map(|one| format!("Leaflet {}: {}", leaflet(one), leaflet_how(one))));
    if lines.is_empty() {
        lines.push("What pages say of their state, and no word of any page.".to_string());
    }
    lines
}

/// The most changes by the clock alone that are named.
const NEXT: usize = 10;

fn lines_joined(change: &Change) -> String {
    lines(change).into_iter().map(|(name, words)| format!("{name}: {words}")).collect::<Vec<_>>().join("; ")
}

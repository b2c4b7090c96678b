//! What a letter says, in the words of one language.

use super::letter::Letter;
use crate::model::{Changed, ChangedDetail, LEAFLETS, Leaflet, Other, Panel, Site, plain_text, walk};
use crate::render::manuscript::shown_address;
use crate::words::{Print, Said, Wording};

/// Returns what a letter is about, as its heading has it.
pub fn heading(site: &Site, reference: &str, wording: &Wording) -> Said {
    let of = |leaflet: &&Leaflet| leaflet.reference == reference;
    let own = site.leaflets.iter().filter(of).find(|leaflet| leaflet.lang.is_same_language(&wording.lang));
    let leaflet = own.or_else(|| site.leaflets.iter().find(of)).map(|leaflet| leaflet.title.as_str());
    let name = match leaflet {
        Some(title) => beside(reference, title, wording),
        None => reference.to_string(),
    };
    wording.say(&wording.sentences.recall_stop, &[("leaflet", (&name).into())])
}

/// Returns what somebody has, a line for each edition and day.
pub fn have(letter: &Letter<'_>, wording: &Wording) -> Vec<Said> {
    let copies = letter.copies.iter().map(|(issue, _)| {
        let day = issue.issued.in_words(&wording.lang);
        let parts = [
            ("count", issue.copies.into()),
            ("edition", issue.edition.into()),
            ("language", issue.language.own_name().into()),
            ("day", (&day).into()),
        ];
        wording.say(&wording.sentences.recall_copies, &parts)
    });
    copies.collect()
}

/// Returns what has changed since, each once.
pub fn changed(site: &Site, letter: &Letter<'_>, wording: &Wording) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for (issue, changed) in &letter.copies {
        let is_of = |leaflet: &&Leaflet| leaflet.reference == issue.reference && leaflet.lang == issue.language;
        let leaflet = site.leaflets.iter().find(is_of);
        for said in changed.iter().flat_map(|one| one_changed(site, leaflet, one, wording)) {
            if !all.contains(&said) {
                all.push(said);
            }
        }
    }
    all
}

fn one_changed(site: &Site, leaflet: Option<&Leaflet>, changed: &Changed, wording: &Wording) -> Vec<Said> {
    let sentences = &wording.sentences;
    match changed {
        Changed::Gone | Changed::Review(_) => Vec::new(),
        Changed::Edition(now) => vec![wording.say(&sentences.recall_edition, &[("edition", (*now).into())])],
        Changed::Panel(number) => {
            let panel = leaflet.and_then(|leaflet| leaflet.panels.get(number.saturating_sub(1)));
            vec![match panel.and_then(headed) {
                Some(heading) => wording.say(&sentences.recall_panel, &[("heading", (&heading).into())]),
                None => wording.say(&sentences.recall_part, &[("number", (*number).into())]),
            }]
        }
        Changed::Fact(other) => details(other, "", wording),
        Changed::Contact(other) => {
            let stored = site.contacts.get(&other.key).map(|contact| contact.name.in_lang(&wording.lang).to_string());
            let name = stored.or_else(|| other.then.get("name").cloned()).unwrap_or_default();
            details(other, &name, wording)
        }
        Changed::Story(_) => vec![wording.print.recall_story.clone()],
    }
}

fn headed(panel: &Panel) -> Option<String> {
    walk::headings(&panel.head).first().map(|heading| plain_text(&heading.content))
}

/// Returns what was and what is, for each detail of something that bears a name, or none.
fn details(other: &Other, name: &str, wording: &Wording) -> Vec<Said> {
    let sentences = &wording.sentences;
    let one = |detail: ChangedDetail<'_>| {
        let label = label(detail.name, &wording.print);
        let what = if name.is_empty() { label.to_string() } else { beside(name, label, wording) };
        let ChangedDetail { then, now, .. } = detail;
        let (then, now) = (unbroken(then), unbroken(now));
        let what = ("what", (&what).into());
        match (then.is_empty(), now.is_empty()) {
            (true, _) => wording.say(&sentences.recall_new, &[what, ("now", (&now).into())]),
            (false, true) => wording.say(&sentences.recall_gone, &[what, ("then", (&then).into())]),
            (false, false) => {
                wording.say(&sentences.recall_was, &[what, ("then", (&then).into()), ("now", (&now).into())])
            }
        }
    };
    other.details().into_iter().map(one).collect()
}

/// Returns a number so that it stands on one line; words may be broken.
fn unbroken(text: &str) -> String {
    let number = text.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '+');
    if number { text.replace(' ', "\u{a0}") } else { text.to_string() }
}

fn beside(name: &str, detail: &str, wording: &Wording) -> String {
    wording.say(&wording.sentences.recall_of, &[("name", name.into()), ("detail", detail.into())]).to_string()
}

/// Returns what a detail is called; what nobody knows, by its name in the file.
fn label<'w>(name: &'w str, print: &'w Print) -> &'w str {
    match name {
        "figure" => &print.detail_figure,
        "statement" => &print.detail_statement,
        "name" => &print.detail_name,
        "title" => &print.detail_title,
        "phone" => &print.detail_phone,
        "textphone" => &print.detail_textphone,
        "email" => &print.detail_email,
        "hours" => &print.detail_hours,
        "address" => &print.detail_address,
        "note" => &print.detail_note,
        other => other,
    }
}

/// Returns what to do, in order.
pub fn steps(site: &Site, letter: &Letter<'_>, wording: &Wording) -> Vec<Said> {
    let print = &wording.print;
    let any = |is: fn(&Changed) -> bool| letter.copies.iter().any(|(_, changed)| changed.iter().any(is));
    let story = any(|changed| matches!(changed, Changed::Story(_)));
    let gone = any(|changed| *changed == Changed::Gone);
    let clear = if story { &print.recall_destroy } else { &print.recall_clear };
    let next = if gone {
        print.recall_none.clone()
    } else {
        let address = format!("{}{LEAFLETS}", site.about.base_url);
        wording.say(&wording.sentences.recall_get, &[("address", shown_address(&address).into())])
    };
    vec![print.recall_stop.clone(), clear.clone(), next, print.recall_tell.clone()]
}

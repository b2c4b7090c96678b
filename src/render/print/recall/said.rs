//! What a letter says, in the words of one language; what it quotes of a leaflet stays in the leaflet's.

use super::letter::Letter;
use super::line::{Line, Quotes};
use crate::model::{Changed, ChangedDetail, LEAFLETS, Lang, Leaflet, Other, Panel, Site, plain_text, walk};
use crate::render::manuscript::{form, shown_address};
use crate::words::{Print, Said, Wording};

/// Returns what a letter is about, as its heading has it.
pub fn heading(site: &Site, reference: &str, wording: &Wording) -> Line {
    let of = |leaflet: &&Leaflet| leaflet.reference == reference;
    let own = site.leaflets.iter().filter(of).find(|leaflet| leaflet.lang.is_same_language(&wording.lang));
    let mut quotes = Quotes::default();
    let name = match own.or_else(|| site.leaflets.iter().find(of)) {
        Some(leaflet) => beside(reference, &quotes.put(&leaflet.title, &leaflet.lang), wording),
        None => reference.to_string(),
    };
    quotes.line(&wording.say(&wording.sentences.recall_stop, &[("leaflet", (&name).into())]))
}

/// Returns what somebody has, a line for each edition and day.
pub fn have(letter: &Letter<'_>, wording: &Wording) -> Vec<Line> {
    let copies = letter.copies.iter().map(|(issue, _)| {
        let mut quotes = Quotes::default();
        let day = issue.issued.in_words(&wording.lang);
        let language = quotes.put(issue.language.own_name(), &issue.language);
        let parts = [
            ("count", issue.copies.into()),
            ("edition", issue.edition.into()),
            ("language", (&language).into()),
            ("day", (&day).into()),
        ];
        let said = wording.say(&wording.sentences.recall_copies, &parts);
        match form(&issue.form, wording) {
            Some(form) => quotes.line(&Said::new(beside(&said, form, wording), &said.lang)),
            None => quotes.line(&said),
        }
    });
    copies.collect()
}

/// Returns what has changed since, each once.
pub fn changed(site: &Site, letter: &Letter<'_>, wording: &Wording) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    for (issue, changed) in &letter.copies {
        let is_of = |leaflet: &&Leaflet| leaflet.reference == issue.reference && leaflet.lang == issue.language;
        let leaflet = site.leaflets.iter().find(is_of);
        for said in changed.iter().flat_map(|one| one_changed(site, (leaflet, &issue.language), one, wording)) {
            if !all.contains(&said) {
                all.push(said);
            }
        }
    }
    all
}

fn one_changed(
    site: &Site,
    (leaflet, lang): (Option<&Leaflet>, &Lang),
    changed: &Changed,
    wording: &Wording,
) -> Vec<Line> {
    let sentences = &wording.sentences;
    match changed {
        Changed::Gone | Changed::Review(_) => Vec::new(),
        Changed::Edition(now) => vec![wording.say(&sentences.recall_edition, &[("edition", (*now).into())]).into()],
        Changed::Panel(number) => {
            let panel = leaflet.and_then(|leaflet| leaflet.panels.get(number.saturating_sub(1)));
            vec![match panel.and_then(headed) {
                Some(heading) => {
                    let mut quotes = Quotes::default();
                    let heading = quotes.put(&heading, lang);
                    quotes.line(&wording.say(&sentences.recall_panel, &[("heading", (&heading).into())]))
                }
                None => wording.say(&sentences.recall_part, &[("number", (*number).into())]).into(),
            }]
        }
        Changed::Fact(other) => details(other, None, lang, wording),
        Changed::Contact(other) => {
            let stored = site.contacts.get(&other.key).map(|contact| contact.name.in_lang(&wording.lang).clone());
            let printed = || other.then.get("name").map(|name| Said::new(name.as_str(), lang));
            details(other, stored.or_else(printed).as_ref(), lang, wording)
        }
        Changed::Pictures => vec![wording.print.recall_pictures.clone().into()],
        Changed::Story(_) => vec![wording.print.recall_story.clone().into()],
    }
}

fn headed(panel: &Panel) -> Option<String> {
    walk::headings(&panel.head).first().map(|heading| plain_text(&heading.content))
}

/// Returns what was and what is, for each detail of something that bears a name, or none; `lang` is that of the copies.
fn details(other: &Other, name: Option<&Said>, lang: &Lang, wording: &Wording) -> Vec<Line> {
    let sentences = &wording.sentences;
    let one = |detail: ChangedDetail<'_>| {
        let mut quotes = Quotes::default();
        let label = label(detail.name, &wording.print);
        let what = match name.filter(|name| !name.is_empty()) {
            Some(name) => beside(&quotes.put(name, &name.lang), label, wording),
            None => label.to_string(),
        };
        let ChangedDetail { then, now, .. } = detail;
        let [then, now] = [then, now].map(|value| quotes.put(&unbroken(value), lang));
        let what = ("what", (&what).into());
        let said = match (then.is_empty(), now.is_empty()) {
            (true, _) => wording.say(&sentences.recall_new, &[what, ("now", (&now).into())]),
            (false, true) => wording.say(&sentences.recall_gone, &[what, ("then", (&then).into())]),
            (false, false) => {
                wording.say(&sentences.recall_was, &[what, ("then", (&then).into()), ("now", (&now).into())])
            }
        };
        quotes.line(&said)
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
pub fn steps(site: &Site, letter: &Letter<'_>, wording: &Wording) -> Vec<Line> {
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
    [print.recall_stop.clone(), clear.clone(), next, print.recall_tell.clone()].map(Line::from).to_vec()
}

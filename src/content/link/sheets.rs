//! Leaflets against what they are printed on: the sheet, its panels, the design, and what a discreet one must not show.

use crate::content::problems;
use crate::diag::{Diagnostic, Span, nearest};
use crate::model::{Block, Inline, Lang, Leaflet, Panel, PanelRole, Sheet, Site, plain_text, walk};

/// Returns what is wrong with every leaflet of a site.
pub fn judge(site: &Site) -> Vec<Diagnostic> {
    site.leaflets.iter().flat_map(|leaflet| of_leaflet(site, leaflet)).collect()
}

fn of_leaflet(site: &Site, leaflet: &Leaflet) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let sheet = site.sheets.get(&leaflet.sheet);
    if sheet.is_none() {
        let message = format!("there is no sheet `{}`", leaflet.sheet);
        let help = instead(&leaflet.sheet, site.sheets.keys().map(String::as_str));
        wrong.push(Diagnostic::new(&problems::UNKNOWN_SHEET, leaflet.sheet_span, message, help));
    }
    if !site.designs.contains_key(&leaflet.design) {
        let message = format!("there is no design `{}`", leaflet.design);
        let help = instead(&leaflet.design, site.designs.keys().map(String::as_str));
        wrong.push(Diagnostic::new(&problems::UNKNOWN_DESIGN, leaflet.design_span, message, help));
    }
    if let Some(sheet) = sheet {
        wrong.extend(counted(sheet, leaflet));
        if leaflet.discreet {
            shown(sheet, leaflet, &mut wrong);
        }
    }
    wrong
}

/// Returns what is wrong with the number of panels.
fn counted(sheet: &Sheet, leaflet: &Leaflet) -> Option<Diagnostic> {
    let (least, most, have) = (sheet.least, sheet.most(), leaflet.panels.len());
    if (least..=most).contains(&have) {
        return None;
    }
    let wanted = if least == most { format!("{most}") } else { format!("{least} to {most}") };
    let noun = if most == 1 { "panel" } else { "panels" };
    let are = if have == 1 { "is" } else { "are" };
    let message = format!("a `{}` has {wanted} {noun}, and here {are} {have}", sheet.name);
    let names: Vec<&str> = sheet.panels.iter().map(|panel| panel.name.as_str()).collect();
    let help = format!("write the panels in reading order: {}", names.join(", "));
    let span = leaflet.panels.get(most).or(leaflet.panels.last()).map_or(leaflet.sheet_span, |panel| panel.span);
    Some(Diagnostic::new(&problems::PANEL_COUNT, span, message, help))
}

/// Adds what a discreet leaflet shows outside, though it should hide it.
fn shown(sheet: &Sheet, leaflet: &Leaflet, wrong: &mut Vec<Diagnostic>) {
    let mut tell = |word: &str, place: String, span: Span| {
        let message = format!("`{word}` stands {place}, and this leaflet should hide it");
        let help = "say it in words that give nobody away, or inside where it is folded";
        wrong.push(Diagnostic::new(&problems::HIDDEN_WORD_SHOWN, span, message, help));
    };
    for word in leaflet.hide.iter().filter(|word| !word.trim().is_empty()) {
        let named = [("title", &leaflet.title), ("summary", &leaflet.summary), ("reference", &leaflet.reference)];
        for (key, _) in named.iter().filter(|(_, text)| says(text, word)) {
            let place = format!("in the {key}, which a computer shows of the file");
            tell(word, place, leaflet.hide_span);
        }
        let short = leaflet.leads.short.as_ref().filter(|(short, _)| says(&short.replace('-', " "), word));
        if let Some((_, span)) = short {
            tell(word, "in the short address, which is printed outside".to_string(), *span);
        }
        for (slot, panel) in sheet.panels.iter().zip(&leaflet.panels).filter(|(slot, _)| slot.outside) {
            // A cover has a contact's number, and nothing of who and where it is.
            let whole = !matches!(slot.role, PanelRole::Cover | PanelRole::Headline);
            if let Some(span) = said_on(panel, word, &leaflet.lang, whole) {
                tell(word, format!("on the {}, which is seen while it is folded", slot.name), span);
            }
        }
    }
}

/// Returns where a panel says a word.
fn said_on(panel: &Panel, word: &str, lang: &Lang, whole: bool) -> Option<Span> {
    let mut found = None;
    for blocks in [&panel.head, &panel.foot] {
        walk::blocks(blocks, &mut |block| {
            let here = walk::own_runs(block).into_iter().find_map(|run| said_in(run, word));
            let contact = if let Block::Contact(block) = block { block.contact.as_deref() } else { None };
            let by_contact = contact.is_some_and(|contact| {
                let who = contact
                    .address
                    .iter()
                    .map(String::as_str)
                    .chain([&*contact.name.in_lang(lang).text, &contact.email]);
                [&contact.title, &contact.note, &contact.hours].iter().any(|said| says(said.in_lang(lang), word))
                    || whole && who.into_iter().any(|text| says(text, word))
            });
            let by_figure = if let Block::Statistic(statistic) = block {
                statistic.fact.as_deref().is_some_and(|fact| says(fact.statement.in_lang(lang), word))
            } else {
                false
            };
            let here = here.or_else(|| (by_contact || by_figure).then(|| block.span()));
            found = found.or(here);
        });
    }
    found
}

fn said_in(run: &[Inline], word: &str) -> Option<Span> {
    if !says(&plain_text(run), word) {
        return None;
    }
    let own = run.iter().find(|inline| says(&plain_text(std::slice::from_ref(*inline)), word));
    own.or(run.first()).map(Inline::span)
}

/// Returns whether a text has a word, in small letters or capitals, and not as a part of a longer one.
fn says(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.trim().to_lowercase());
    text.match_indices(&word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let part_of = |near: Option<char>| near.is_some_and(char::is_alphanumeric);
        !part_of(before) && !part_of(after)
    })
}

/// Returns what to write instead of a name that there is not.
fn instead<'n>(wanted: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let quoted = || known.clone().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match nearest(wanted, known.clone()) {
        Some(name) => format!("write `{name}`"),
        None if known.clone().next().is_some() => format!("write one of these: {}", quoted()),
        None => "there is none to choose from: add one".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_hidden_word_is_a_whole_word() {
        assert!(says("Hurt by Abuse?", "abuse"));
        assert!(!says("disabused", "abuse"));
        assert!(says("the police’s number", "police"));
    }
}

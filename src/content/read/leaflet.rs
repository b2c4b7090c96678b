//! One file of `print/` to a leaflet: its panels, each with a head and a foot.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::content::Loading;
use crate::content::link::uses;
use crate::content::problems;
use crate::content::read::directive::Piece;
use crate::content::read::directives;
use crate::content::read::front_matter;
use crate::content::read::markdown::Reader;
use crate::content::read::page::{self, Originals};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, Panel, Sheet, Site};

/// Reads one file.
pub fn parse(
    path: &str,
    text: &str,
    file: FileId,
    (config, originals): (&Config, &Originals),
    found: &mut Vec<Diagnostic>,
) -> Option<Sheet> {
    let split = front_matter::split(text, file).map_err(|problem| found.push(*problem)).ok()?;
    let lang = page::language(path, config, file, found);
    let bare = page::untranslated(path.trim_start_matches("print/"), &lang);
    let original = originals.get(&bare).filter(|_| lang != config.about.language);
    let original = original.map(|(path, original)| (path.as_str(), original));
    let sheet = front_matter::sheet(text, &split, file, (&lang, original), found);
    let mut reader = Reader::new(text, file, found);
    let pieces = reader.pieces(split.body..text.len());
    let mut panels = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Directive(directive) if directive.name == "panel" => {
                let blocks = directives::blocks(&mut reader, &directive.pieces);
                panels.push(panel(blocks, directive.line));
            }
            Piece::Directive(directive) => {
                outside(&mut reader, directive.line);
            }
            Piece::Markdown(range) => {
                let words = &text[range.clone()];
                if !words.trim().is_empty() {
                    let start = range.start + (words.len() - words.trim_start().len());
                    let end = text[start..].find('\n').map_or(range.end, |at| start + at);
                    outside(&mut reader, Span::new(file, start, end));
                }
            }
        }
    }
    let waivers = reader.waivers;
    let mut sheet = sheet?;
    sheet.panels = panels;
    sheet.waivers = waivers;
    Some(sheet)
}

/// Returns the paths under `content/` that a leaflet asks for.
pub fn wanted(sheet: &Sheet) -> BTreeSet<String> {
    let panels = sheet.panels.iter().flat_map(|panel| [panel.head.as_slice(), panel.foot.as_slice()]);
    uses::wanted("", panels, None)
}

fn outside(reader: &mut Reader<'_>, span: Span) {
    let help = "put `::::panel` before it and `::::` after it";
    reader.found.push(Diagnostic::new(&problems::DIRECTIVE_MISUSED, span, "these words stand in no panel", help));
}

/// Splits a panel at its first break: what follows stands at the panel's foot.
fn panel(blocks: Vec<Block>, span: Span) -> Panel {
    let mut panel = Panel { head: Vec::new(), foot: Vec::new(), span };
    let mut at_foot = false;
    for block in blocks {
        match block {
            Block::Break(_) if !at_foot => at_foot = true,
            other if at_foot => panel.foot.push(other),
            other => panel.head.push(other),
        }
    }
    panel
}

/// Puts the leaflets into the site, by reference.
pub fn arrange(site: &mut Site, mut sheets: Vec<Sheet>, loading: &mut Loading) {
    let own = site.about.language.clone();
    // A leaflet in the site's own language comes before its translations.
    sheets.sort_by(|a, b| {
        let key = |sheet: &Sheet| (sheet.reference.clone(), sheet.lang != own, sheet.lang.clone());
        key(a).cmp(&key(b))
    });
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    for sheet in sheets {
        let span = Span::whole(sheet.file);
        let folder = sheet.folder(&own).to_lowercase();
        if let Some(first) = taken.get(&folder) {
            let message = format!("the reference `{}` is already taken by another leaflet", sheet.reference);
            let problem = Diagnostic::new(&problems::ROUTE_TAKEN, span, message, "give this leaflet another reference");
            loading.found.push(problem.with_label(*first, "the other leaflet"));
            continue;
        }
        taken.insert(folder, span);
        site.sheets.push(sheet);
    }
}

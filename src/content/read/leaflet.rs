//! One file of `print/` to a leaflet: its panels, each with a head and a foot.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{self, Config};
use crate::content::problems;
use crate::content::read::directive::Stretch;
use crate::content::read::directives;
use crate::content::read::front_matter::{self, Original};
use crate::content::read::markdown::Reader;
use crate::content::read::page;
use crate::content::read::paths;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::{Block, FormatName, Lang, Leaflet, Panel};

/// A leaflet as its own file has it.
#[derive(Debug, Default)]
pub struct LeafletDraft {
    /// The leaflet; nothing where its front matter cannot be read.
    pub leaflet: Option<Leaflet>,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

/// Reads one file, given its path from the site's folder: that of a translation together with its original's path under
/// `print/`, text and file.
pub fn read(
    path: &str,
    text: &str,
    file: FileId,
    original: Option<(&str, &str, FileId)>,
    (config, formats): (&Config, &[&'static str]),
) -> LeafletDraft {
    let mut found = Vec::new();
    let leaflet = parse((path, text, file), original, (config, formats), &mut found);
    LeafletDraft { leaflet, found }
}

fn parse(
    (path, text, file): (&str, &str, FileId),
    original: Option<(&str, &str, FileId)>,
    (config, formats): (&Config, &[&'static str]),
    found: &mut Vec<Diagnostic>,
) -> Option<Leaflet> {
    let split = front_matter::split(text, file).map_err(|problem| found.push(*problem)).ok()?;
    let lang = page::language(path, config, file, found);
    let original = original.and_then(|(path, text, file)| Some((path, Original::read(text, file)?)));
    let original = original.as_ref().map(|(path, original)| (*path, original));
    let leaflet = front_matter::leaflet(text, &split, file, (&lang, original), found);
    let mut reader = Reader::new(text, file, &lang, found);
    let pieces = directives::pieces(&mut reader, split.body..text.len());
    let mut panels = Vec::new();
    for piece in &pieces {
        match piece {
            Stretch::Directive(directive) if directive.name == "panel" => {
                let blocks = directives::blocks(&mut reader, &directive.pieces);
                panels.push(panel(blocks, directive.line));
            }
            Stretch::Directive(directive) => {
                outside(&mut reader, directive.line);
            }
            Stretch::Markdown(range) => {
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
    let (mut leaflet, named) = leaflet?;
    let settings = config.formats.get(config::LEAFLET).map(Vec::as_slice).unwrap_or_default();
    leaflet.formats = match &named {
        Some((named, span)) => page::formats_named(named, *span, formats, reader.found),
        // What is wrong in the settings is told once, and not with every leaflet.
        None => settings.iter().filter_map(|(name, _)| FormatName::find(name, formats)).collect(),
    };
    leaflet.panels = panels;
    leaflet.waivers.extend(waivers);
    Some(leaflet)
}

/// Returns the paths under `content/` that a leaflet asks for.
pub fn wanted(leaflet: &Leaflet) -> BTreeSet<String> {
    let panels = leaflet.panels.iter().flat_map(|panel| [panel.head.as_slice(), panel.foot.as_slice()]);
    paths::wanted("", panels, None)
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

/// Returns the leaflets in order, given those that could be read by path, without those whose reference is taken; and what
/// is wrong with these.
pub fn in_order<'a>(leaflets: impl IntoIterator<Item = &'a Leaflet>, own: &Lang) -> (Vec<FileId>, Vec<Diagnostic>) {
    let mut leaflets: Vec<&Leaflet> = leaflets.into_iter().collect();
    // A leaflet in the site's own language comes before its translations.
    leaflets.sort_by_key(|leaflet| (&leaflet.reference, leaflet.lang != *own, &leaflet.lang));
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    let (mut order, mut found) = (Vec::new(), Vec::new());
    for leaflet in leaflets {
        let span = Span::whole(leaflet.file);
        let folder = leaflet.folder(own).to_lowercase();
        if let Some(first) = taken.get(&folder) {
            let message = format!("the reference `{}` is already taken by another leaflet", leaflet.reference);
            let problem = Diagnostic::new(&problems::ROUTE_TAKEN, span, message, "give this leaflet another reference");
            found.push(problem.with_label(*first, "the other leaflet"));
            continue;
        }
        taken.insert(folder, span);
        order.push(leaflet.file);
    }
    (order, found)
}

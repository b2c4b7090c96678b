//! One title and sound headings for a document: headings that are known by their look alone, the title, levels without gaps.

use super::document::{Block, Cell, Document, Inline, Paragraph, Remark, Table, Told, words};
use super::runs::{is_all_strong, plain, trimmed, unmarked};
use super::typed;

/// The most words and letters of a line that is taken for a heading by its look. Source: ours; a longer line is a sentence.
const MOST_WORDS: usize = 14;
const MOST_LETTERS: usize = 100;

/// How much larger than most of the text a heading is that is known by its size. Source: ours; Word's own smallest step from
/// 11 to 13 points is 1.18.
const LARGER: f32 = 1.14;

/// How many blocks at a document's start may hold its title and its summary.
const NEAR_TOP: usize = 6;

/// Gives a document sound headings, takes its title out of it, and returns that. `stem` is the title where there is no other.
pub fn settle(document: &mut Document, stem: &str) -> String {
    let blocks = std::mem::take(&mut document.blocks);
    let mut blocks = typed::lists(tidy(blocks));
    let by_look = by_look(&mut blocks);
    if by_look > 0 {
        document.told.insert(Told::HeadingsByLook, by_look);
    }
    for note in &mut document.notes {
        *note = tidy(std::mem::take(note));
    }
    captions(&mut blocks);
    let title = title(&mut blocks, document.properties.title.as_deref(), stem);
    level(&mut blocks);
    // What the front matter says needs no second place.
    if let Some(summary) = document.properties.sentence(&title) {
        let says_it = |block: &Block| matches!(block, Block::Paragraph(one) if words(&one.content).trim() == summary);
        if let Some(at) = blocks.iter().take(NEAR_TOP).position(says_it) {
            blocks.remove(at);
        }
    }
    document.blocks = blocks;
    title
}

/// Makes the running text of blocks plain, and drops what holds nothing.
fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Title(content) => heading(unmarked(content), &mut out, Block::Title),
            Block::Heading(level, content) => {
                heading(unmarked(content), &mut out, |words| Block::Heading(level, words))
            }
            Block::Paragraph(paragraph) => self::paragraph(paragraph, &mut out),
            Block::Caption(content) => {
                let content = trimmed(plain(content));
                out.extend((!content.is_empty()).then_some(Block::Caption(content)));
            }
            Block::Quote(inner) => out.extend(filled(inner).map(Block::Quote)),
            Block::Boxed(inner) => out.extend(filled(inner).map(Block::Boxed)),
            Block::Language(lang, inner) => out.extend(filled(inner).map(|inner| Block::Language(lang, inner))),
            Block::List(mut list) => {
                for item in &mut list.items {
                    *item = below(tidy(std::mem::take(item)));
                }
                list.items.retain(|item| !item.is_empty());
                out.extend((!list.items.is_empty()).then_some(Block::List(list)));
            }
            Block::Table(mut table) => {
                table.caption = trimmed(plain(table.caption));
                let headings = table.headings;
                for (row, cell) in
                    table.rows.iter_mut().enumerate().flat_map(|(row, cells)| cells.iter_mut().map(move |c| (row, c)))
                {
                    cell.blocks = below(tidy(std::mem::take(&mut cell.blocks)));
                    if row < headings {
                        cell.blocks.iter_mut().for_each(unmark);
                    }
                }
                name_rows(&mut table);
                out.push(Block::Table(table));
            }
            Block::Definitions(entries) => out.push(Block::Definitions(
                entries
                    .into_iter()
                    .map(|(term, meanings)| (trimmed(plain(term)), meanings.into_iter().map(tidy).collect()))
                    .collect(),
            )),
            Block::Code(_) | Block::Rule | Block::Remark(_) => out.push(block),
        }
    }
    out
}

fn filled(inner: Vec<Block>) -> Option<Vec<Block>> {
    Some(below(tidy(inner))).filter(|inner| !inner.is_empty())
}

/// Makes headings inside other blocks bold lines: they are no part of the page's outline.
fn below(blocks: Vec<Block>) -> Vec<Block> {
    let bold = |content| Block::Paragraph(Paragraph::of(vec![Inline::Strong(content)]));
    let lower = |block| match block {
        Block::Title(content) | Block::Heading(_, content) => bold(content),
        other => other,
    };
    blocks.into_iter().map(lower).collect()
}

/// Takes bold from the first column where all of it is: it names the rows.
fn name_rows(table: &mut Table) {
    let headings = table.headings;
    let first = |row: &Vec<Cell>| row.first().is_none_or(|cell| cell.blocks.iter().all(is_bold_line));
    if table.rows.iter().skip(headings).all(first) {
        for cell in table.rows.iter_mut().skip(headings).filter_map(|row| row.first_mut()) {
            cell.blocks.iter_mut().for_each(unmark);
        }
    }
}

fn is_bold_line(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if is_all_strong(&paragraph.content))
}

/// Takes bold and italic from a paragraph: the heading of a column is bold by itself.
fn unmark(block: &mut Block) {
    if let Block::Paragraph(paragraph) = block {
        paragraph.content = unmarked(std::mem::take(&mut paragraph.content));
    }
}

/// Adds a heading. What is not words, such as a picture, stands below it.
fn heading(content: Vec<Inline>, out: &mut Vec<Block>, make: impl FnOnce(Vec<Inline>) -> Block) {
    let (beside, words): (Vec<Inline>, Vec<Inline>) =
        content.into_iter().partition(|inline| matches!(inline, Inline::Picture(_) | Inline::Remark(_)));
    if self::words(&words).trim().is_empty() {
        paragraph(Paragraph::of(words.into_iter().chain(beside).collect()), out);
        return;
    }
    out.push(make(trimmed(words)));
    paragraph(Paragraph::of(beside), out);
}

/// Adds a paragraph: two line ends in a row begin another, and pictures at its ends stand alone.
fn paragraph(paragraph: Paragraph, out: &mut Vec<Block>) {
    let Paragraph { content, points, plain: is_plain } = paragraph;
    let content = plain(content);
    let mut parts: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in content {
        let broken = matches!(inline, Inline::LineBreak)
            && parts.last().is_some_and(|part| matches!(part.last(), Some(Inline::LineBreak)));
        if broken {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(inline);
        }
    }
    for part in parts {
        let part = trimmed(part);
        let is_beside = |inline: &Inline| match inline {
            Inline::Picture(_) | Inline::LineBreak => true,
            Inline::Text(words) => words.trim().is_empty(),
            _ => false,
        };
        let start = part.iter().position(|inline| !is_beside(inline)).unwrap_or(part.len());
        let end = part.iter().rposition(|inline| !is_beside(inline)).map_or(start, |last| last + 1);
        let mut part = part;
        let after: Vec<Inline> = part.split_off(end).into_iter().filter(is_picture).collect();
        let rest = part.split_off(start);
        for picture in part.into_iter().filter(is_picture) {
            alone(picture, out);
        }
        let part = trimmed(rest);
        // A paragraph of remarks alone is remarks.
        if part.iter().all(|inline| matches!(inline, Inline::Remark(_))) {
            out.extend(part.into_iter().filter_map(|inline| match inline {
                Inline::Remark(remark) => Some(Block::Remark(remark)),
                _ => None,
            }));
        } else {
            out.push(Block::Paragraph(Paragraph { content: part, points, plain: is_plain }));
        }
        for picture in after {
            alone(picture, out);
        }
    }
}

fn is_picture(inline: &Inline) -> bool {
    matches!(inline, Inline::Picture(_))
}

fn alone(picture: Inline, out: &mut Vec<Block>) {
    out.push(Block::Paragraph(Paragraph { content: vec![picture], points: 0.0, plain: true }));
}

/// Makes headings of lines that look like some, and returns how many they were.
fn by_look(blocks: &mut [Block]) -> usize {
    let body = body_points(blocks);
    let looks: Vec<Option<(u32, bool)>> = blocks.iter().map(|block| look(block, body)).collect();
    let mut ranks: Vec<(u32, bool)> = Vec::new();
    let mut chosen = vec![false; blocks.len()];
    for (at, look) in looks.iter().enumerate() {
        let Some(look) = look else { continue };
        let next = looks.get(at + 1);
        let before = at.checked_sub(1).and_then(|before| looks.get(before)).copied().flatten();
        // A heading stands over something. Bold lines of the text's own size in a row are an address or a list.
        let over_title = matches!(blocks.get(at + 1), Some(Block::Title(_) | Block::Heading(1, _)));
        let stands =
            next.is_some() && !over_title && (look.0 > 0 || next != Some(&Some(*look)) && before != Some(*look));
        if stands {
            chosen[at] = true;
            if !ranks.contains(look) {
                ranks.push(*look);
            }
        }
    }
    ranks.sort_by(|one, other| other.cmp(one));
    let mut above = 0;
    let mut count = 0;
    for (at, block) in blocks.iter_mut().enumerate() {
        match block {
            Block::Heading(level, _) => above = *level,
            Block::Paragraph(paragraph) if chosen.get(at) == Some(&true) => {
                let rank =
                    looks.get(at).copied().flatten().and_then(|look| ranks.iter().position(|rank| *rank == look));
                let level = above.saturating_add(1 + u8::try_from(rank.unwrap_or(0)).unwrap_or(5)).min(9);
                let content = unmarked(std::mem::take(&mut paragraph.content));
                *block = Block::Heading(level, content);
                count += 1;
            }
            _ => {}
        }
    }
    count
}

/// Returns the size of most letters of the text; 0 where it is not known.
fn body_points(blocks: &[Block]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for block in blocks {
        let Block::Paragraph(Paragraph { content, points, .. }) = block else { continue };
        let letters = words(content).chars().count();
        match sizes.iter_mut().find(|(size, _)| size == points) {
            Some((_, count)) => *count += letters,
            None => sizes.push((*points, letters)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}

/// Returns what makes a paragraph look like a heading: by how many half points it is larger, and whether it is bold.
fn look(block: &Block, body: f32) -> Option<(u32, bool)> {
    let Block::Paragraph(paragraph) = block else { return None };
    let said = words(&paragraph.content);
    let said = said.trim();
    let has_other = paragraph.content.iter().any(|inline| matches!(inline, Inline::Picture(_) | Inline::LineBreak));
    let is_line = said.chars().count() <= MOST_LETTERS
        && said.split_whitespace().count() <= MOST_WORDS
        && said.chars().any(char::is_alphabetic)
        && !said.ends_with(['.', ',', ';', ':', '!']);
    if paragraph.plain || has_other || !is_line {
        return None;
    }
    let bold = is_all_strong(&paragraph.content);
    let larger = body > 0.0 && paragraph.points >= body * LARGER;
    let by = if larger { ((paragraph.points - body) * 2.0).round().clamp(1.0, 1000.0) as u32 } else { 0 };
    (bold || larger).then_some((by, bold))
}

/// Gives tables the words over them, or under them, as their captions; at pictures they stay paragraphs.
fn captions(blocks: &mut Vec<Block>) {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let is_bare = |block: Option<&Block>| matches!(block, Some(Block::Table(table)) if table.caption.is_empty());
    let mut rest = std::mem::take(blocks).into_iter().peekable();
    while let Some(block) = rest.next() {
        match block {
            Block::Caption(content) => {
                let names_table = words(&content).trim_start().to_lowercase().starts_with("table");
                if is_bare(out.last()) && (names_table || !is_bare(rest.peek())) {
                    if let Some(Block::Table(table)) = out.last_mut() {
                        table.caption = content;
                    }
                } else if let Some(Block::Table(table)) = rest.peek_mut()
                    && table.caption.is_empty()
                    && !is_of_figure(&content)
                {
                    table.caption = content;
                } else {
                    out.push(Block::Paragraph(Paragraph { content, points: 0.0, plain: true }));
                }
            }
            other => out.push(other),
        }
    }
    *blocks = out;
}

/// Returns whether words belong to a picture.
fn is_of_figure(content: &[Inline]) -> bool {
    words(content).trim_start().to_lowercase().starts_with("fig")
}

/// Takes the title out of the blocks and returns it.
fn title(blocks: &mut Vec<Block>, property: Option<&str>, stem: &str) -> String {
    let property = property.and_then(sound_title);
    let titled = blocks.iter().position(|block| matches!(block, Block::Title(_)));
    let firsts = blocks.iter().filter(|block| matches!(block, Block::Heading(1, _))).count();
    let first = blocks.iter().position(|block| matches!(block, Block::Heading(..)));
    let is_top = |at: usize| matches!(blocks.get(at), Some(Block::Heading(1, _)));
    let says = |at: usize, said: &str| matches!(blocks.get(at), Some(Block::Heading(_, content)) if words(content).trim().eq_ignore_ascii_case(said));
    let named = property.as_deref().and_then(|said| (0..blocks.len().min(NEAR_TOP)).find(|at| says(*at, said)));
    let taken =
        titled.or(named).or_else(|| first.filter(|at| is_top(*at) && (firsts == 1 || *at == 0 && property.is_none())));
    let title = match taken {
        Some(at) => {
            let (Block::Title(content) | Block::Heading(_, content)) = blocks.remove(at) else {
                return stem.to_string();
            };
            let said = words(&content).trim().to_string();
            let marks: Vec<Inline> = content.into_iter().filter(|inline| matches!(inline, Inline::Note(_))).collect();
            if !marks.is_empty() {
                let told = Inline::Remark(Remark::lost("this note stood at the title, which can have none"));
                blocks.insert(at, Block::Paragraph(Paragraph::of(marks.into_iter().chain([told]).collect())));
            }
            said
        }
        None => {
            let title = property.unwrap_or_else(|| from_stem(stem));
            let is_first =
                |block: &mut Block| matches!(block, Block::Paragraph(first) if words(&first.content).trim() == title);
            if blocks.first_mut().is_some_and(is_first) {
                blocks.remove(0);
            }
            title
        }
    };
    // A second title is a heading like the first of them.
    for block in blocks.iter_mut() {
        if let Block::Title(content) = block {
            *block = Block::Heading(1, std::mem::take(content));
        }
    }
    title
}

/// Returns a title that a person gave; programs fill in others.
fn sound_title(title: &str) -> Option<String> {
    let title = title.trim().strip_prefix("Microsoft Word - ").unwrap_or(title.trim());
    let lower = title.to_lowercase();
    let stem = [".docx", ".doc", ".odt", ".rtf"].iter().find_map(|ending| lower.strip_suffix(ending)).map(str::len);
    let title = stem.and_then(|length| title.get(..length)).unwrap_or(title).trim();
    let empty = ["untitled", "document", "title", "powerpoint presentation", "template", "blank"];
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    (title.chars().filter(|c| c.is_alphabetic()).count() > 1 && !empty.contains(&bare)).then(|| title.to_string())
}

/// Returns a file's name as words.
fn from_stem(stem: &str) -> String {
    let spaced: String = stem.chars().map(|c| if matches!(c, '_' | '-' | '.') { ' ' } else { c }).collect();
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = spaced.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Document".to_string(),
    }
}

/// Gives headings levels without gaps, from 2: the title is 1.
fn level(blocks: &mut [Block]) {
    let mut open: Vec<u8> = Vec::new();
    for block in blocks {
        let Block::Heading(level, _) = block else { continue };
        while open.last().is_some_and(|last| last >= level) {
            open.pop();
        }
        open.push(*level);
        *level = u8::try_from(open.len() + 1).unwrap_or(6).min(6);
    }
}

//! The outline that a reader opens beside the pages: headings, nested by level.

use lopdf::{Document as Pdf, Object, ObjectId, dictionary};

use super::values::{height_of, text_string};
use crate::render::print::display::Document;

/// The entries that one entry points to, as numbers in the list of all.
#[derive(Clone, Copy, Default)]
struct Ties {
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    below: i64,
}

/// Writes the outline and returns its object; `None` where the document has no heading.
pub fn write(pdf: &mut Pdf, document: &Document, pages: &[ObjectId]) -> Option<ObjectId> {
    let entries = &document.outline;
    if entries.is_empty() {
        return None;
    }
    let (ties, top) = tie(&entries.iter().map(|entry| entry.level).collect::<Vec<_>>());
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    for ((entry, tie), id) in entries.iter().zip(&ties).zip(&ids) {
        let (Some(page_id), Some(page)) = (pages.get(entry.at.page), document.pages.get(entry.at.page)) else {
            continue;
        };
        let place = vec![Object::from(*page_id), "XYZ".into(), 0.into(), height_of(page, entry.at.y), 0.into()];
        let parent = tie.parent.map_or(root, |at| ids[at]);
        let mut object = dictionary! { "Title" => text_string(&entry.title), "Parent" => parent, "Dest" => place };
        let around = [("Prev", tie.before), ("Next", tie.after), ("First", tie.first), ("Last", tie.last)];
        for (key, at) in around {
            if let Some(at) = at {
                object.set(key, ids[at]);
            }
        }
        if tie.below > 0 {
            object.set("Count", tie.below);
        }
        pdf.objects.insert(*id, object.into());
    }
    let mut outline = dictionary! { "Type" => "Outlines", "Count" => top.below };
    for (key, at) in [("First", top.first), ("Last", top.last)] {
        if let Some(at) = at {
            outline.set(key, ids[at]);
        }
    }
    pdf.objects.insert(root, outline.into());
    Some(root)
}

/// Returns for each entry, given its level, which entries it points to, and last what the outline itself points to.
fn tie(levels: &[u8]) -> (Vec<Ties>, Ties) {
    let mut ties = vec![Ties::default(); levels.len()];
    let mut top = Ties::default();
    let mut above: Vec<usize> = Vec::new();
    for (at, level) in levels.iter().enumerate() {
        while above.last().is_some_and(|before| levels[*before] >= *level) {
            above.pop();
        }
        let parent = above.last().copied();
        let holder = match parent {
            Some(parent) => &mut ties[parent],
            None => &mut top,
        };
        let before = holder.last.replace(at);
        holder.first.get_or_insert(at);
        ties[at].parent = parent;
        ties[at].before = before;
        if let Some(before) = before {
            ties[before].after = Some(at);
        }
        for holder in &above {
            ties[*holder].below += 1;
        }
        top.below += 1;
        above.push(at);
    }
    (ties, top)
}

#[cfg(test)]
mod tests {
    use super::tie;

    #[test]
    fn headings_nest_by_level() {
        let (ties, top) = tie(&[1, 2, 3, 3, 2, 1]);
        let parents: Vec<Option<usize>> = ties.iter().map(|tie| tie.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(1), Some(0), None]);
        assert_eq!((top.first, top.last, top.below), (Some(0), Some(5), 6));
        assert_eq!((ties[0].below, ties[1].below, ties[2].after, ties[1].after), (4, 2, Some(3), Some(4)));
    }
}

//! Which part of a page is its text: what the page says is, or else the smallest part that has most of its words.

use super::aside::{is_around, is_hidden};
use super::tree::{Kind, Tree};

/// How many of a hundred letters the text has at least, where the page does not say which part that is. Chosen here: more leaves
/// lists of other pages in, less loses the text's first part where that stands by itself.
const MOST_OF_HUNDRED: usize = 85;

/// Returns the element that holds a page's text.
pub fn of(tree: &Tree) -> usize {
    let body = tree.find(0, "body").unwrap_or(0);
    let shown = tree.below(body, &|node| !is_hidden(tree, node));
    let is_main = |node: &usize| tree.name(*node) == "main" || tree.attribute(*node, "role") == Some("main");
    if let Some(main) = shown.iter().copied().filter(is_main).max_by_key(|node| letters(tree, *node)) {
        return main;
    }
    let all = letters(tree, body);
    let articles = shown.iter().copied().filter(|node| tree.name(*node) == "article");
    let article = articles.map(|node| (letters(tree, node), node)).max_by_key(|(count, _)| *count);
    // A list of short articles is the text as a whole.
    if let Some((count, article)) = article
        && count * 2 > all
    {
        return article;
    }
    let mut at = body;
    loop {
        let children = || tree.node(at).children.iter().copied().filter(|child| !is_hidden(tree, *child));
        // What has paragraphs of its own is text, and no frame around text.
        if children().any(|child| is_text(tree.name(child)) && !tree.words(child).is_empty()) {
            return at;
        }
        let densest = children()
            .filter(|child| is_frame(tree.name(*child)))
            .map(|child| (letters(tree, child), child))
            .max_by_key(|(count, _)| *count);
        match densest {
            // A table of figures is a part of the text.
            Some((count, child)) if count * 100 >= all * MOST_OF_HUNDRED && !is_figures(tree, child) => at = child,
            _ => return at,
        }
    }
}

fn is_frame(name: &str) -> bool {
    matches!(name, "div" | "section" | "td" | "tr" | "tbody" | "table" | "center" | "form" | "article")
}

fn is_text(name: &str) -> bool {
    matches!(name, "p" | "pre" | "blockquote" | "dl" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Returns a first heading of the highest level that stands outside the text: before it, and not around the whole site's name.
pub fn title(tree: &Tree, main: usize) -> Option<usize> {
    let shown = tree.below(0, &|node| node != main && !is_hidden(tree, node) && tree.name(node) != "nav");
    let headings: Vec<usize> = shown.into_iter().filter(|node| tree.name(*node) == "h1").collect();
    match headings.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Returns how many letters of text an element has, without those of links and of what is around the text.
fn letters(tree: &Tree, at: usize) -> usize {
    let goes_in = |node: usize| {
        !is_hidden(tree, node) && tree.name(node) != "a" && !(node != at && is_around_shallow(tree, node))
    };
    let texts = tree.below(at, &goes_in).into_iter().map(|node| match &tree.node(node).kind {
        Kind::Text(text) => text.chars().filter(|c| !c.is_whitespace()).count(),
        Kind::Element(..) | Kind::Other => 0,
    });
    texts.sum()
}

/// As `is_around`, without looking at words: that would take long for each part of a page.
fn is_around_shallow(tree: &Tree, at: usize) -> bool {
    matches!(tree.name(at), "nav" | "footer" | "aside") || tree.name(at) == "header" && is_around(tree, at)
}

fn is_figures(tree: &Tree, at: usize) -> bool {
    tree.name(at) == "table" && (tree.find(at, "th").is_some() || tree.find(at, "caption").is_some())
}

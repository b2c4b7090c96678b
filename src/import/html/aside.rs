//! What of a page is no part of its text: what is not shown, ways through the site, banners about cookies, buttons to share. Names
//! of classes are guesses, so that they count only where most words are those of links and buttons, too.

use super::tree::{Kind, Tree};

/// Returns whether an element is not shown, or has nothing to read.
pub fn is_hidden(tree: &Tree, at: usize) -> bool {
    let name = tree.name(at);
    if matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "base"
            | "datalist"
            | "param"
            | "source"
            | "track"
            | "area"
            | "map"
            | "rp"
            | "noembed"
            | "noframes"
            | "optgroup"
            | "option"
    ) {
        return true;
    }
    let is = |attribute: &str, value: &str| {
        tree.attribute(at, attribute).is_some_and(|said| said.trim().eq_ignore_ascii_case(value))
    };
    let hidden = tree.attribute(at, "hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"));
    let closed = name == "dialog" && tree.attribute(at, "open").is_none();
    let style = tree.attribute(at, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    hidden
        || closed
        || is("aria-hidden", "true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Returns whether an element is around the text of a page and no part of it.
pub fn is_around(tree: &Tree, at: usize) -> bool {
    let role = tree.attribute(at, "role").unwrap_or_default().to_ascii_lowercase();
    match (tree.name(at), role.as_str()) {
        (
            _,
            "navigation" | "search" | "banner" | "contentinfo" | "menu" | "menubar" | "dialog" | "alertdialog"
            | "toolbar",
        ) => true,
        ("nav" | "search" | "menuitem", _) => true,
        ("header", "") => !is_in(tree, at, &["main", "article", "section", "figure", "blockquote"]),
        ("footer", "") => !is_in(tree, at, &["blockquote", "figure"]),
        ("aside", _) | (_, "complementary") => is_mostly_links(tree, at, 50),
        ("html" | "body" | "main" | "article", _) => false,
        _ => is_named_so(tree, at),
    }
}

/// Returns whether an element is inside one of these.
pub fn is_in(tree: &Tree, at: usize, names: &[&str]) -> bool {
    let mut next = tree.node(at).parent;
    while let Some(parent) = next {
        if names.contains(&tree.name(parent)) {
            return true;
        }
        next = tree.node(parent).parent;
    }
    false
}

fn is_named_so(tree: &Tree, at: usize) -> bool {
    let mut names = String::new();
    for attribute in ["class", "id"] {
        names.push_str(tree.attribute(at, attribute).unwrap_or_default());
        names.push(' ');
    }
    if names.trim().is_empty() {
        return false;
    }
    let names = names.to_ascii_lowercase();
    let parts: Vec<&str> = names.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let has = |known: &[&str]| parts.iter().any(|part| known.contains(part));
    if has(&["editsection"]) {
        return true;
    }
    let says = || tree.words(at);
    if has(&["cookie", "cookies", "consent", "gdpr", "onetrust", "cookiebot"]) {
        let said = says().to_lowercase();
        return said.contains("cookie") && said.split_whitespace().count() < 400 && has_button(tree, at);
    }
    let ways = [
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "pager",
        "skiplink",
        "skip",
        "navbar",
        "navigation",
        "sharing",
        "share",
        "social",
        "sidebar",
        "menu",
        "related",
        "toolbar",
        "tags",
        "prevnext",
        "backlink",
        "navfooter",
        "navheader",
    ];
    has(&ways) && is_mostly_links(tree, at, 60) || has(&["toc"]) && leads_to_itself(tree, at)
}

/// Returns whether all links of an element lead to places of one page.
fn leads_to_itself(tree: &Tree, at: usize) -> bool {
    let links = tree.below(at, &|_| true).into_iter().filter(|node| tree.name(*node) == "a");
    let mut pages = links
        .filter_map(|link| tree.attribute(link, "href"))
        .map(|address| address.split_once('#').map(|(page, _)| page));
    match pages.next() {
        Some(Some(first)) => pages.all(|page| page == Some(first)),
        _ => false,
    }
}

fn has_button(tree: &Tree, at: usize) -> bool {
    tree.below(at, &|_| true).into_iter().any(|node| matches!(tree.name(node), "button" | "a" | "input"))
}

/// Returns whether more than so many of a hundred letters are those of links and buttons.
fn is_mostly_links(tree: &Tree, at: usize, share: usize) -> bool {
    let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let (mut all, mut linked) = (0, 0);
    let mut open = vec![(at, false)];
    while let Some((node, in_link)) = open.pop() {
        let name = tree.name(node);
        if node != at && matches!(name, "script" | "style" | "template") {
            continue;
        }
        let in_link = in_link || matches!(name, "a" | "button");
        if let Kind::Text(text) = &tree.node(node).kind {
            all += count(text);
            linked += if in_link { count(text) } else { 0 };
        }
        open.extend(tree.node(node).children.iter().map(|child| (*child, in_link)));
    }
    linked * 100 >= all * share
}

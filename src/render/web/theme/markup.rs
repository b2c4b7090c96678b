//! The HTML of a template, as far as it is written out there: what a browser would refuse under the site's
//! policy, and links that lead nowhere. Source: W3C, Content Security Policy 3; WHATWG, HTML.

use std::ops::Range;

use super::scan::BLANK;

/// An element's start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name, in small letters.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// Where its start tag stands.
    pub range: Range<usize>,
}

/// An attribute that is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, in small letters.
    pub name: String,
    /// Its value; `None` where a template fills in some of it.
    pub value: Option<String>,
    /// Where it stands.
    pub range: Range<usize>,
}

impl Element {
    /// Returns the value of an attribute, where it is written out.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name)?.value.as_deref()
    }

    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.name == name)
    }
}

/// Something that a browser would refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedMarkup {
    /// Where it stands.
    pub range: Range<usize>,
    /// What is refused.
    pub what: String,
    /// What to do instead.
    pub help: &'static str,
}

/// Returns every start tag of HTML with template tags blanked out.
pub fn elements(bare: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut at = 0;
    while let Some(open) = bare[at..].find('<').map(|open| at + open) {
        let rest = &bare[open + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at = comment.find("-->").map_or(bare.len(), |end| open + 4 + end + 3);
            continue;
        }
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = open + 1;
            continue;
        }
        let name = rest[..length].to_ascii_lowercase();
        let (attributes, end) = attributes(bare, open + 1 + length);
        at = end;
        if ["script", "style", "textarea", "title"].contains(&name.as_str()) {
            // What stands in these is no HTML.
            let closes = |at: usize| {
                let rest = bare[at + 2..].get(..name.len());
                rest.is_some_and(|rest| rest.eq_ignore_ascii_case(&name))
            };
            let mut ends = bare[end..].match_indices("</").map(|(at, _)| end + at);
            at = ends.find(|at| closes(*at)).unwrap_or(bare.len());
        }
        elements.push(Element { name, attributes, range: open..end });
    }
    elements
}

/// Returns the attributes from a place on, and where the start tag ends.
fn attributes(bare: &str, from: usize) -> (Vec<Attribute>, usize) {
    let mut found = Vec::new();
    let mut at = from;
    loop {
        let rest = &bare[at..];
        let skip = |c: char| c.is_whitespace() || c == '/' || c == BLANK;
        let Some(start) = rest.find(|c| !skip(c)).map(|skip| at + skip) else { return (found, bare.len()) };
        let rest = &bare[start..];
        if rest.starts_with('>') {
            return (found, start + 1);
        }
        let length =
            rest.find(|c: char| c.is_whitespace() || ['=', '>', '/', BLANK].contains(&c)).unwrap_or(rest.len());
        let length = length.max(rest.chars().next().map_or(1, char::len_utf8));
        let name = rest[..length].to_ascii_lowercase();
        at = start + length;
        let after = bare[at..].trim_start();
        let Some(after) = after.strip_prefix('=') else {
            found.push(Attribute { name, value: Some(String::new()), range: start..at });
            continue;
        };
        let after = after.trim_start();
        let begin = bare.len() - after.len();
        let (value, end) = match after.chars().next().filter(|mark| ['"', '\''].contains(mark)) {
            Some(mark) => {
                let inside = &after[1..];
                let close = inside.find(mark).unwrap_or(inside.len());
                (&inside[..close], (begin + close + 2).min(bare.len()))
            }
            None => {
                let close = after.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(after.len());
                (&after[..close], begin + close)
            }
        };
        let value = (!value.contains(BLANK)).then(|| value.replace("&amp;", "&"));
        found.push(Attribute { name, value, range: start..end });
        at = end;
    }
}

/// Returns whether an address leads away from the site, or holds the file itself, which the policy refuses alike.
pub fn is_elsewhere(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    address.starts_with("//") || is_scheme
}

/// Returns what a browser refuses of an element, whatever page it is on.
pub fn refused(element: &Element) -> Vec<RefusedMarkup> {
    const OWN: &str = "put the file into the theme, and ask for it from there";
    let mut found = Vec::new();
    let mut refuse =
        |range: &Range<usize>, what: String, help| found.push(RefusedMarkup { range: range.clone(), what, help });
    for attribute in &element.attributes {
        if attribute.name.starts_with("on") && attribute.name.len() > 2 {
            let help = "put the script into a file of the theme, and listen for the event there";
            refuse(&attribute.range, format!("`{}` is a script inside the page", attribute.name), help);
        }
        if attribute.name == "style" {
            refuse(
                &attribute.range,
                "`style` is a style inside the page".to_string(),
                "use a class, and say it in `style.css`",
            );
        }
        let script = attribute
            .value
            .as_deref()
            .is_some_and(|value| value.trim_start().to_ascii_lowercase().starts_with("javascript:"));
        if script {
            refuse(&attribute.range, format!("`{}` holds a script", attribute.name), "link to a page instead");
        }
    }
    let kind = element.value("type").unwrap_or("").trim().to_ascii_lowercase();
    let runs = kind.is_empty() || kind == "module" || kind.contains("javascript") || kind.contains("ecmascript");
    match element.name.as_str() {
        "script" if !element.has("src") && runs => {
            let help = "put the script into a file of the theme, and write `<script src=\"/name.js\" defer></script>`";
            refuse(&element.range, "a script inside the page".to_string(), help);
        }
        "style" => refuse(&element.range, "a style inside the page".to_string(), "say it in `style.css`"),
        "iframe" | "frame" | "object" | "embed" | "applet" | "fencedframe" => {
            refuse(&element.range, format!("`<{}>`", element.name), "link to the page or file instead");
        }
        "base" => refuse(&element.range, "`<base>`".to_string(), "write addresses from the first slash"),
        "form" => {
            let help = "say how to write or call instead: nothing on the host could take a form in";
            refuse(&element.range, "`<form>`".to_string(), help);
        }
        _ => {}
    }
    for attribute in &element.attributes {
        let Some(value) = &attribute.value else { continue };
        let away = match (element.name.as_str(), attribute.name.as_str()) {
            ("link", "href") => loads(element) && is_elsewhere(value),
            (_, "src" | "poster" | "data" | "background") => is_elsewhere(value),
            (_, "srcset" | "imagesrcset") => value.split(',').any(is_elsewhere),
            _ => false,
        };
        if away {
            refuse(&attribute.range, format!("`{value}` is not on this site"), OWN);
        }
    }
    found
}

/// Returns whether a `link` makes the browser ask for something.
fn loads(link: &Element) -> bool {
    let relations = link.value("rel").unwrap_or("").to_ascii_lowercase();
    let mut relations = relations.split_ascii_whitespace();
    relations.any(|one| {
        !["alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"].contains(&one)
    })
}

/// Returns the addresses on this site that an element names, as they are written, with where.
pub fn addresses(element: &Element) -> Vec<(&str, &Range<usize>)> {
    let mut found = Vec::new();
    for attribute in &element.attributes {
        let Some(value) = attribute.value.as_deref().map(str::trim) else { continue };
        match attribute.name.as_str() {
            "href" | "src" | "poster" => found.push((value, &attribute.range)),
            "srcset" => {
                let parts = value.split(',').filter_map(|part| part.split_ascii_whitespace().next());
                found.extend(parts.map(|part| (part, &attribute.range)));
            }
            _ => {}
        }
    }
    found.retain(|(address, _)| !address.is_empty() && !is_elsewhere(address));
    found
}

#[cfg(test)]
mod tests {
    use super::{elements, refused};
    use crate::render::web::theme::scan::tags;

    fn told(html: &str) -> Vec<String> {
        let (_, bare) = tags(html);
        elements(&bare).iter().flat_map(refused).map(|one| one.what).collect()
    }

    #[test]
    fn what_the_policy_refuses_is_told() {
        for (html, what) in [
            ("<script>alert(1)</script>", "a script inside the page"),
            ("<script type=module>a</script>", "a script inside the page"),
            ("<SCRIPT src='https://cdn.example/a.js'></SCRIPT>", "`https://cdn.example/a.js` is not on this site"),
            ("<img src=//a.example/p.gif>", "`//a.example/p.gif` is not on this site"),
            ("<img src=\"data:image/png;base64,AA\">", "`data:image/png;base64,AA` is not on this site"),
            ("<p style=\"color: red\">", "`style` is a style inside the page"),
            ("<p {{ a }} ONCLICK=x>", "`onclick` is a script inside the page"),
            ("<a href=\" javascript:x\">", "`href` holds a script"),
            ("<style>a{}</style>", "a style inside the page"),
            ("<form>", "`<form>`"),
            ("<link rel=\"preconnect\" href=\"https://a.example\">", "`https://a.example` is not on this site"),
            ("<link href=\"https://a.example/s.css\" rel=stylesheet>", "`https://a.example/s.css` is not on this site"),
        ] {
            assert_eq!(told(html), [what], "{html}");
        }
    }

    #[test]
    fn what_the_policy_allows_is_left_alone() {
        for html in [
            "<script src=\"/exit.js\" defer></script>",
            "<script type=\"application/ld+json\">{\"a\": \"<form>\"}</script>",
            "<a href=\"https://a.example/\">A</a>",
            "<img src=\"{{ page.picture }}\" alt=\"\">",
            "<link rel=\"canonical\" href=\"https://pcc.example/\">",
            "<body{% if page.class %} class=\"{{ page.class }}\"{% endif %}>",
            "<!-- <form> -->",
            "<p>5 < 6 and on = off",
        ] {
            assert_eq!(told(html), Vec::<String>::new(), "{html}");
        }
    }
}

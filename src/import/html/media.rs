//! Pictures that lie beside a saved page or stand in it; and what moves, sounds or shows another page, which is told. Nothing is
//! fetched: what is only on the web is told with its address.

use super::Reader;
use super::address::{scheme, whole};
use crate::import::document::{Inline, Picture, PictureFile, Remark};
use crate::model::address::percent_decoded;

/// How many bytes the pictures of a page may have. Chosen here; it is what a document may have.
pub const MOST_BYTES: usize = 50_000_000;

impl Reader<'_> {
    /// Reads a picture, a film, or the like.
    pub fn medium(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        let what = match tree.name(at) {
            "img" => return self.picture(at),
            "picture" => return tree.find(at, "img").map(|image| self.picture(image)).unwrap_or_default(),
            "svg" => return self.drawing(at),
            "math" => {
                let formula = tree.attribute(at, "alttext").map_or_else(|| tree.words(at), str::to_string);
                return vec![Inline::Remark(Remark::lost(format!("a formula: {formula}")))];
            }
            "iframe" => "a window with another page",
            "video" => "a film",
            "audio" => "a sound",
            "canvas" => "a drawing that a program made",
            _ => "an object of another program",
        };
        let source = tree.find(at, "source");
        let from = [Some(at), source].into_iter().flatten().find_map(|node| {
            ["src", "data", "data-src"]
                .iter()
                .find_map(|name| tree.attribute(node, name))
                .filter(|from| !from.is_empty())
        });
        let shown = self.shown(at);
        let words = if matches!(tree.name(at), "iframe") { String::new() } else { tree.words(at) };
        let mut told = what.to_string();
        if let Some(from) = from.filter(|from| !from.starts_with("data:") && !from.starts_with("about:")) {
            let from = whole(self.head.base.as_deref(), from).unwrap_or_else(|| from.to_string());
            told.push_str(&format!(" from {from}"));
        }
        for said in [shown, words] {
            if !said.is_empty() {
                told.push_str(&format!(", with the words \u{201c}{said}\u{201d}"));
            }
        }
        // A window without an address or a name is a program's own.
        if told == what && matches!(tree.name(at), "iframe" | "canvas" | "object" | "embed") {
            return Vec::new();
        }
        vec![Inline::Remark(Remark::lost(told))]
    }

    fn drawing(&mut self, at: usize) -> Vec<Inline> {
        let mut shown = self.shown(at);
        if shown.is_empty()
            && let Some(title) = self.tree.find(at, "title")
        {
            shown = self.tree.words(title);
        }
        // What has no name is an icon beside words.
        if shown.is_empty() {
            return Vec::new();
        }
        vec![Inline::Remark(Remark::lost(format!("a drawing of \u{201c}{shown}\u{201d}")))]
    }

    fn shown(&self, at: usize) -> String {
        let named = ["aria-label", "title"].iter().find_map(|name| self.tree.attribute(at, name));
        named.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
    }

    fn picture(&mut self, at: usize) -> Vec<Inline> {
        let tree = self.tree;
        let alt = tree.attribute(at, "alt").map(|alt| alt.split_whitespace().collect::<Vec<_>>().join(" "));
        let decorative =
            alt.as_deref() == Some("") || matches!(tree.attribute(at, "role"), Some("presentation" | "none"));
        let is_dot = ["width", "height"].iter().any(|name| matches!(tree.attribute(at, name), Some("0" | "1" | "1px")));
        let lazy = ["src", "data-src", "data-original", "data-lazy-src"];
        let sources: Vec<&str> =
            lazy.iter().filter_map(|name| tree.attribute(at, name)).filter(|from| !from.trim().is_empty()).collect();
        if is_dot || sources.is_empty() {
            return Vec::new();
        }
        let alt = alt.unwrap_or_default();
        if let Some(file) = sources.iter().find_map(|from| self.picture_file(from)) {
            return vec![Inline::Picture(Picture { file, alt, decorative })];
        }
        if decorative {
            return Vec::new();
        }
        let from = sources
            .iter()
            .find(|from| !from.starts_with("data:"))
            .map(|from| whole(self.head.base.as_deref(), from).unwrap_or_else(|| (*from).to_string()));
        let mut told =
            from.map_or_else(|| "a picture".to_string(), |from| format!("a picture from {from}, which is not fetched"));
        if !alt.is_empty() {
            told.push_str(&format!(", described as \u{201c}{alt}\u{201d}"));
        }
        vec![Inline::Remark(Remark::lost(told))]
    }

    /// Returns the place of a picture in the document's list; nothing where it is not in the page or beside it.
    fn picture_file(&mut self, from: &str) -> Option<usize> {
        let from = from.trim();
        if let Some(known) = self.pictures.get(from) {
            return Some(*known);
        }
        let bytes = match from.strip_prefix("data:") {
            Some(data) => inside(data)?,
            None => (self.beside)(&beside(from)?)?,
        };
        self.left = self.left.checked_sub(bytes.len())?;
        crate::content::pictures::Format::of(&bytes)?;
        let place = self.document.pictures.len();
        self.document.pictures.push(PictureFile { bytes, cut: [0.0; 4] });
        self.pictures.insert(from.to_string(), place);
        Some(place)
    }
}

/// Returns the path of a file beside a saved page; nothing where an address leads elsewhere.
fn beside(address: &str) -> Option<String> {
    if scheme(address).is_some() || address.starts_with(['/', '\\']) {
        return None;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path)?;
    let path = path.strip_prefix("./").unwrap_or(&path);
    let sound = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']);
    path.split('/').all(sound).then(|| path.to_string())
}

/// Returns the bytes of an address that holds them. Source: RFC 2397.
fn inside(data: &str) -> Option<Vec<u8>> {
    let (form, data) = data.split_once(',')?;
    if !form.trim_end().to_ascii_lowercase().ends_with("base64") {
        return None;
    }
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in percent_decoded(data)?.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ if byte.is_ascii_whitespace() => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{beside, inside};

    #[test]
    fn a_picture_lies_beside_the_page_and_nowhere_else() {
        assert_eq!(beside("Page_files/a%20b.png?x").as_deref(), Some("Page_files/a b.png"));
        assert_eq!(beside("./Page_files/a.png").as_deref(), Some("Page_files/a.png"));
        for bad in [
            "../a.png",
            "Page_files/../../a.png",
            "/etc/passwd",
            "%2e%2e/a.png",
            "a\\..\\b.png",
            "file:///etc/passwd",
            "C:/a.png",
            "a//b.png",
        ] {
            assert_eq!(beside(bad), None, "{bad}");
        }
    }

    #[test]
    fn bytes_in_an_address_are_read() {
        assert_eq!(inside("image/png;base64,SGFuZGJpbGw=").as_deref(), Some(&b"Handbill"[..]));
        assert_eq!(inside("image/svg+xml,%3Csvg/%3E"), None);
        assert_eq!(inside("image/png;base64,!!"), None);
    }
}

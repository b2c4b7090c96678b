//! The theme's files as they are published: each under a name that changes with its bytes, so that browsers may keep it
//! for ever; style sheets a little smaller.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::stylesheet::wanted;
use crate::model::{Theme, fnv, path};

/// Endings of files that pages and style sheets ask for by a fingerprinted name.
const FINGERPRINTED: [&str; 10] = ["css", "gif", "ico", "jpg", "js", "png", "svg", "webp", "woff", "woff2"];

/// The theme's files, ready to publish.
#[derive(Debug, Default)]
pub struct ThemeAssets {
    by_name: BTreeMap<String, ThemeAsset>,
}

/// One file of the theme.
#[derive(Debug)]
pub struct ThemeAsset {
    /// Where it is published, from the site's root and without a slash in front.
    pub path: String,
    /// Whether the name changes with the bytes.
    pub fingerprinted: bool,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

impl ThemeAssets {
    /// Returns a theme's files. A style sheet's name depends on what it asks for, so style sheets come last, each after
    /// those that it imports. One that asks for `--site` is told where the site stands, so that addresses on paper are
    /// whole: a style sheet sees only what a link has.
    pub fn new(theme: &Theme, base_url: &str) -> ThemeAssets {
        let mut assets = ThemeAssets::default();
        let published = theme.files.iter().filter(|(path, _)| is_published(path));
        let (mut sheets, others): (Vec<_>, Vec<_>) = published.partition(|(path, _)| ending(path) == "css");
        for (path, bytes) in others {
            assets.add(path, bytes.clone());
        }
        while !sheets.is_empty() {
            let waiting: BTreeSet<&String> = sheets.iter().map(|(path, _)| *path).collect();
            let waits = |path: &str, bytes: &[u8]| {
                let css = std::str::from_utf8(bytes).unwrap_or("");
                let asked = wanted(css).into_iter().filter_map(|one| resolved(path, one.address));
                asked.into_iter().any(|other| other != path && waiting.contains(&other))
            };
            let (mut later, mut now): (Vec<_>, Vec<_>) = sheets.iter().partition(|(path, bytes)| waits(path, bytes));
            if now.is_empty() {
                // They import one another in a circle: one of them keeps plain names.
                now = later.split_off(later.len() - 1);
            }
            for (path, bytes) in now {
                let small = match std::str::from_utf8(bytes) {
                    Ok(css) => {
                        let mut css = assets.with_published_names(&minified(css), path);
                        if css.contains("var(--site)") {
                            css.push_str(&format!(":root {{ --site: \"{}\" }}\n", origin(base_url)));
                        }
                        Arc::from(css.into_bytes())
                    }
                    Err(_) => bytes.clone(),
                };
                assets.add(path, small);
            }
            sheets = later;
        }
        assets
    }

    fn add(&mut self, name: &str, bytes: Arc<[u8]>) {
        let fingerprinted = FINGERPRINTED.contains(&ending(name));
        let path = if fingerprinted { with_fingerprint(name, &bytes) } else { name.to_string() };
        self.by_name.insert(name.to_string(), ThemeAsset { path, fingerprinted, bytes });
    }

    /// Returns where a file of the theme is published, given its path in the theme.
    pub fn published(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).map(|asset| asset.path.as_str())
    }

    /// Returns every file, by path in the theme.
    pub fn all(&self) -> impl Iterator<Item = &ThemeAsset> {
        self.by_name.values()
    }

    /// Returns every file with its path in the theme.
    pub fn named(&self) -> impl Iterator<Item = (&str, &ThemeAsset)> {
        self.by_name.iter().map(|(name, asset)| (name.as_str(), asset))
    }

    /// Returns a style sheet with the addresses of what it asks for as they are published.
    fn with_published_names(&self, css: &str, sheet: &str) -> String {
        let mut out = String::with_capacity(css.len() + 64);
        let mut from = 0;
        for one in wanted(css) {
            let published = resolved(sheet, one.address).and_then(|path| self.published(&path));
            let Some(path) = published else { continue };
            let folder = one.address.rfind('/').map_or("", |slash| &one.address[..=slash]);
            let name = path.rsplit('/').next().unwrap_or(path);
            out.push_str(&css[from..one.range.start]);
            out.push_str(folder);
            out.push_str(name);
            from = one.range.end;
        }
        out.push_str(&css[from..]);
        out
    }
}

/// Returns an address up to its host: `https://example.org` of `https://example.org/safer`.
fn origin(base_url: &str) -> &str {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    &base_url[..base_url[host..].find('/').map_or(base_url.len(), |slash| host + slash)]
}

/// Returns whether a file of a theme is one that readers' browsers ask for.
pub fn is_published(path: &str) -> bool {
    path != "_headers" && !path.starts_with("templates/") && !path.starts_with("components/") && ending(path) != "toml"
}

/// Returns whether a file's name has an ending, given without its dot.
pub fn with_ending(path: &str, wanted: &str) -> bool {
    ending(path) == wanted
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Returns the path in the theme that an address in a style sheet means: `../a.woff2` in `css/b.css` is `a.woff2`. `None`
/// where it leads out of the theme.
pub fn resolved(sheet: &str, url: &str) -> Option<String> {
    if url.is_empty() || url.starts_with(['/', '#']) || url.contains(':') {
        return None;
    }
    path::join(sheet, url)
}

/// Returns a name that changes with the bytes, such as `style.0f3a9c21d7.css`.
pub fn with_fingerprint(name: &str, bytes: &[u8]) -> String {
    let hash = format!("{:016x}", fnv::hash(bytes));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{ending}", &hash[..10])
}

/// Returns a style sheet without comments and spaces that nothing needs, a rule on each line; what stands in quotation marks is
/// kept.
pub fn minified(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut quoted: Option<char> = None;
    let mut characters = css.chars().peekable();
    while let Some(character) = characters.next() {
        if quoted.is_none() && character == '/' && characters.peek() == Some(&'*') {
            let mut before = ' ';
            characters.next();
            for inside in characters.by_ref() {
                if before == '*' && inside == '/' {
                    break;
                }
                before = inside;
            }
            continue;
        }
        // Outside quotation marks, no space is needed after these signs or before a bracket.
        if quoted.is_none() && character == ' ' && bare.ends_with(['{', ';', ':', ',', ' ']) {
            continue;
        }
        if quoted.is_none() && matches!(character, '{' | '}') {
            let kept = bare.trim_end().len();
            if bare.ends_with(' ') || character == '}' && bare[..kept].ends_with(';') {
                bare.truncate(kept);
            }
            if character == '}' && bare.ends_with(';') {
                bare.pop();
            }
        }
        bare.push(character);
        match (quoted, character) {
            (Some(_), '\\') => bare.extend(characters.next()),
            (Some(mark), _) if mark == character => quoted = None,
            (None, '"' | '\'') => quoted = Some(character),
            _ => {}
        }
    }
    let mut out = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(line);
        if !line.ends_with(['{', '}', ';']) {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ThemeAssets, minified, with_fingerprint};
    use crate::model::Theme;

    #[test]
    fn a_name_changes_with_the_bytes_and_with_nothing_else() {
        assert_eq!(with_fingerprint("style.css", b""), "style.cbf29ce484.css");
        assert_eq!(with_fingerprint("fonts/a.woff2", b"a"), "fonts/a.af63dc4c86.woff2");
    }

    #[test]
    fn comments_go_and_strings_stay() {
        let css = "/* a */\na {\n  content: \"/* kept */\"; /* gone */\n\n  color: red;\n}\n";
        assert_eq!(minified(css), "a{content:\"/* kept */\";color:red}");
        let one = "a, b > c { content: \"{ ; }\"; margin: 0 auto; }\n@media (min-width: 2rem) and (color) { a :is(b) { top: 0 } }\n";
        let small = "a,b > c{content:\"{ ; }\";margin:0 auto}@media (min-width:2rem) and (color){a :is(b){top:0}}";
        assert_eq!(minified(one), small);
        assert_eq!(minified("a{} /* never closed"), "a{}");
    }

    #[test]
    fn a_style_sheet_asks_for_published_names() {
        let mut theme = Theme::default();
        let mut add = |path: &str, text: &str| theme.files.insert(path.to_string(), Arc::from(text.as_bytes()));
        add("fonts/a.woff2", "a");
        add(
            "css/style.css",
            "@font-face { src: url( '../fonts/a.woff2' ) } b { background: url(data:x) url(none.png) }",
        );
        add("templates/page.html", "");
        add("css/paper.css", "a::after { content: var(--site) attr(href) }");
        let assets = ThemeAssets::new(&theme, "https://www.example.org/sub");
        let sheet = |name: &str| {
            let sheet = assets.all().find(|asset| asset.path.starts_with(name)).expect("the style sheet");
            std::str::from_utf8(&sheet.bytes).expect("text")
        };
        let text = sheet("css/style");
        assert!(!text.contains("--site"), "{text}");
        assert!(sheet("css/paper").ends_with(":root { --site: \"https://www.example.org\" }\n"));
        assert!(text.contains("url( '../fonts/a.af63dc4c86.woff2' )"), "{text}");
        assert!(text.contains("url(data:x) url(none.png)"), "{text}");
        assert_eq!(assets.published("templates/page.html"), None);
    }

    #[test]
    fn a_style_sheet_that_is_imported_is_published_first() {
        let mut theme = Theme::default();
        let mut add = |path: &str, text: &str| theme.files.insert(path.to_string(), Arc::from(text.as_bytes()));
        add("a.css", "@import \"z.css\";\n@import url(m.css);");
        add("m.css", "@import 'z.css';");
        add("z.css", "a { color: red }");
        add("one.css", "@import \"two.css\";");
        add("two.css", "@import \"one.css\";");
        let assets = ThemeAssets::new(&theme, "https://www.example.org");
        let name = |name: &str| assets.published(name).expect("a style sheet").to_string();
        let bytes = |name: &str| assets.by_name[name].bytes.to_vec();
        let text = |name: &str| String::from_utf8(bytes(name)).expect("text");
        assert_eq!(text("a.css"), format!("@import \"{}\";@import url({});", name("z.css"), name("m.css")));
        assert_eq!(text("m.css"), format!("@import '{}';", name("z.css")));
        assert_eq!(text("one.css"), format!("@import \"{}\";", name("two.css")));
    }
}

//! Language tags: whether there is such a language.

use std::collections::HashSet;
use std::sync::LazyLock;

static SUBTAGS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("language_subtags.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_ascii_whitespace).collect()
});

/// Returns the primary subtag of a language tag, in lower case.
pub fn primary(tag: &str) -> String {
    tag.trim().split('-').next().unwrap_or("").to_ascii_lowercase()
}

/// Returns whether a tag begins with a language that is registered, or with one for private use (`qaa` to `qtz`).
pub fn is_known(tag: &str) -> bool {
    let primary = primary(tag);
    let private = primary.len() == 3 && primary.starts_with('q') && ("qaa"..="qtz").contains(&primary.as_str());
    SUBTAGS.contains(primary.as_str()) || private
}

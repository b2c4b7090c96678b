//! Paths between files of one root, as authors and style sheets write them.

/// Returns the path that `wanted` means in the file `from`, such as `a.woff2` for `../a.woff2` in `css/b.css`; nothing where it
/// climbs out of the root.
pub fn join(from: &str, wanted: &str) -> Option<String> {
    let mut parts: Vec<&str> = match wanted.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in wanted.trim_start_matches('/').split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined_and_cannot_climb_out() {
        assert_eq!(join("a/b.md", "c.md"), Some("a/c.md".to_string()));
        assert_eq!(join("a/b.md", "../c.md"), Some("c.md".to_string()));
        assert_eq!(join("a/b.md", "/c/d.md"), Some("c/d.md".to_string()));
        assert_eq!(join("a/b.md", "../../c.md"), None);
    }
}

//! `[publish] also`: files that go out though no page uses them, each by its path or by a pattern of paths.

use glob::{MatchOptions, Pattern};
use toml::Spanned;

use super::invalid;
use crate::diag::{Diagnostic, FileId, Span};

/// As in a shell: a star stops at a slash, and never means a dot that a name begins with.
const MATCHING: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

/// One path or pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Also {
    /// As it was written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    whole: Pattern,
    parts: Vec<Pattern>,
}

impl Also {
    /// Returns whether it names a file, given its path under `content/`.
    pub fn names(&self, path: &str) -> bool {
        self.whole.matches_with(path, MATCHING)
    }

    /// Returns whether a file that it names could stand in a folder, given the folder's path under `content/`.
    pub fn leads_into(&self, folder: &str) -> bool {
        let mut parts = self.parts.iter();
        for name in folder.split('/') {
            match parts.next() {
                Some(part) if part.as_str() == "**" => return true,
                Some(part) if part.matches_with(name, MATCHING) => {}
                _ => return false,
            }
        }
        parts.next().is_some()
    }
}

/// Reads one line of `also`.
pub fn read(written: &Spanned<String>, file: FileId) -> Result<Also, Box<Diagnostic>> {
    let (text, span) = (written.get_ref(), Span::new(file, written.span().start, written.span().end));
    let refuse = |message: String, help: &str| Err(invalid(span, message, help));
    if text.is_empty() || text.starts_with('/') || text.contains('\\') || text.split('/').any(|part| part == "..") {
        let help = "write the path from `content/` on, such as `CNAME` or `.well-known/**`";
        return refuse(format!("`{text}` is not a path under `content/`"), help);
    }
    let pattern = |text: &str| Pattern::new(text);
    let (whole, parts) = (pattern(text), text.split('/').map(pattern).collect::<Result<Vec<_>, _>>());
    match (whole, parts) {
        (Ok(whole), Ok(parts)) => Ok(Also { text: text.clone(), span, whole, parts }),
        _ => {
            let help = "`*` stands for any name in a folder, and `**`, between slashes, for any folders";
            refuse(format!("`{text}` is not a pattern of paths"), help)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Also, read};
    use crate::diag::Sources;

    fn also(text: &str) -> Option<Also> {
        let mut sources = Sources::default();
        let file = sources.add("site.toml", text);
        read(&toml::Spanned::new(0..text.len(), text.to_string()), file).ok()
    }

    fn names(text: &str, path: &str) -> bool {
        also(text).expect("a pattern").names(path)
    }

    #[test]
    fn a_star_never_means_a_dot_or_a_slash() {
        assert!(names("CNAME", "CNAME") && !names("CNAME", "a/CNAME") && !names("CNAME", "cname"));
        assert!(names(".well-known/**", ".well-known/a/b.txt") && names(".well-known/**", ".well-known/security.txt"));
        assert!(!names(".well-known/**", ".well-known/.git/config"));
        assert!(!names("**", ".git/config") && !names("**", "a/.htpasswd") && !names("*", ".env"));
        assert!(names("**", "a/b.txt") && names("**/*.pdf", "a/b/c.pdf") && names("**/*.pdf", "c.pdf"));
        assert!(names("a/*.pdf", "a/b.pdf") && !names("a/*.pdf", "a/b/c.pdf"));
    }

    #[test]
    fn only_folders_that_can_hold_a_named_file_are_entered() {
        let leads = |text: &str, folder: &str| also(text).expect("a pattern").leads_into(folder);
        assert!(leads(".well-known/**", ".well-known") && leads(".well-known/**", ".well-known/a"));
        assert!(leads(".well-known/acme/x", ".well-known") && !leads(".well-known/acme/x", ".well-known/other"));
        assert!(!leads(".well-known/**", ".git") && !leads("CNAME", ".git") && !leads("*", ".git"));
        assert!(!leads(".nojekyll", ".nojekyll"));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for wrong in ["", "/CNAME", "..", "a/../b", "a\\b", "a**", "[", "***"] {
            assert!(also(wrong).is_none(), "{wrong}");
        }
    }
}

//! Which of a site's files have changed, as whoever watches a folder tells whoever keeps what was made from it.

use std::collections::BTreeSet;

/// The most paths that are told one by one. Beyond it, looking at every file is as quick.
const MOST: usize = 50_000;

/// What may have changed since somebody last looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// These files and folders, by path from the site's root with forward slashes, such as `content/help/index.md`. A file
    /// may have been written, made, or removed. A folder stands for everything under it: one that was moved away or came
    /// back is told once, and not file by file.
    Paths(BTreeSet<String>),
    /// Anything: what happened was not seen, as when the system had too much to tell.
    Everything,
}

impl Default for Changes {
    /// Returns no change.
    fn default() -> Changes {
        Changes::Paths(BTreeSet::new())
    }
}

impl Changes {
    /// Returns whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        matches!(self, Changes::Paths(paths) if paths.is_empty())
    }

    /// Adds a path.
    pub fn add(&mut self, path: String) {
        if let Changes::Paths(paths) = self {
            paths.insert(path);
            if paths.len() > MOST {
                *self = Changes::Everything;
            }
        }
    }

    /// Adds all that others say.
    pub fn join(&mut self, others: &Changes) {
        match others {
            Changes::Paths(paths) => paths.iter().for_each(|path| self.add(path.clone())),
            Changes::Everything => *self = Changes::Everything,
        }
    }

    /// Returns whether a file, or anything in a folder, may have changed: it is named, or a folder is that holds it, or
    /// something in it.
    pub fn touch(&self, path: &str) -> bool {
        let Changes::Paths(paths) = self else { return true };
        let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let inside = format!("{path}/");
        let within = paths.range(inside.clone()..).next().is_some_and(|first| first.starts_with(&inside));
        within || paths.contains(path) || folders.any(|folder| paths.contains(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::{Changes, MOST};

    #[test]
    fn a_folder_stands_for_what_is_in_it() {
        let mut changes = Changes::default();
        assert!(changes.is_empty() && !changes.touch("content/a.md"));
        changes.add("content/help".to_string());
        changes.add("site.toml".to_string());
        for (file, touched) in [
            ("content/help/index.md", true),
            ("content/help/deep/down.md", true),
            ("content/help", true),
            ("content/helpers.md", false),
            ("content", true),
            ("content/hel", false),
            ("content/index.md", false),
            ("site.toml", true),
        ] {
            assert_eq!(changes.touch(file), touched, "{file}");
        }
        assert!(Changes::Everything.touch("content/index.md") && !Changes::Everything.is_empty());
    }

    #[test]
    fn too_many_paths_are_everything() {
        let mut changes = Changes::default();
        (0..=MOST).for_each(|number| changes.add(format!("content/{number}.md")));
        assert_eq!(changes, Changes::Everything);
    }
}

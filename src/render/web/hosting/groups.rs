//! Groups of addresses that one rule covers: a folder, a page, a file; and how they are gathered until there are few
//! enough rules for every host.

use std::collections::BTreeMap;

use super::pattern::Pattern;

/// Addresses that are sensitive together. Held as the site knows them, without the folder that the site stands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressGroup {
    /// Everything.
    All,
    /// A folder, such as `/refuge/`, with all in it; also its address without the last slash.
    Folder(String),
    /// A page, such as `/topics/`, in each form of its address, and not what lies below it.
    Page(String),
    /// One file.
    File(String),
}

impl AddressGroup {
    /// Returns the group that is a page's own folder. The start page's folder is the whole site.
    pub fn folder(route: &str) -> AddressGroup {
        match route {
            "/" => AddressGroup::All,
            route if route.ends_with('/') => AddressGroup::Folder(route.to_string()),
            route => AddressGroup::File(route.to_string()),
        }
    }

    /// Returns its patterns, given the folder that the site stands in.
    pub fn patterns(&self, base: &str) -> Vec<Pattern> {
        match self {
            AddressGroup::All => vec![Pattern::below(&format!("{base}/"))],
            AddressGroup::Folder(route) => {
                let bare = route.trim_end_matches('/');
                vec![Pattern::exact(&format!("{base}{bare}")), Pattern::below(&format!("{base}{route}"))]
            }
            AddressGroup::Page(route) => {
                let mut all = vec![
                    Pattern::exact(&format!("{base}{route}")),
                    Pattern::exact(&format!("{base}{route}index.html")),
                ];
                let bare = format!("{base}{}", route.trim_end_matches('/'));
                if !bare.is_empty() {
                    all.insert(0, Pattern::exact(&bare));
                }
                all
            }
            AddressGroup::File(path) => vec![Pattern::exact(&format!("{base}{path}"))],
        }
    }

    /// Returns how many patterns it has.
    fn rules(&self) -> usize {
        match self {
            AddressGroup::All | AddressGroup::File(_) => 1,
            AddressGroup::Folder(_) => 2,
            AddressGroup::Page(route) if route == "/" => 2,
            AddressGroup::Page(_) => 3,
        }
    }

    fn path(&self) -> &str {
        match self {
            AddressGroup::All => "/",
            AddressGroup::Folder(path) | AddressGroup::Page(path) | AddressGroup::File(path) => path,
        }
    }

    /// Returns the folder that it lies in; `None` at the top of the site.
    fn above(&self) -> Option<&str> {
        let path = self.path().trim_end_matches('/');
        path.rfind('/').map(|slash| &path[..=slash]).filter(|above| above.len() > 1)
    }

    fn depth(&self) -> usize {
        self.path().trim_end_matches('/').matches('/').count()
    }
}

/// Returns groups in order, without those that lie in others.
pub fn settled(mut groups: Vec<AddressGroup>) -> Vec<AddressGroup> {
    groups.sort();
    groups.dedup();
    if groups.contains(&AddressGroup::All) {
        return vec![AddressGroup::All];
    }
    let mut folders: Vec<String> = Vec::new();
    let mut kept: Vec<AddressGroup> = Vec::with_capacity(groups.len());
    for group in groups {
        // Sorted, so that a folder comes just before what lies in it, and every folder before pages and files.
        let within = |folder: &String| group.path().starts_with(folder.as_str());
        let near = folders.partition_point(|folder| folder.as_str() <= group.path());
        let held = folders[..near].last().is_some_and(within);
        if held && !matches!(group, AddressGroup::All) {
            continue;
        }
        if let AddressGroup::Folder(route) = &group {
            folders.push(route.clone());
        }
        kept.push(group);
    }
    kept
}

/// Gathers groups until they need no more than `most` rules: groups in one folder become that folder. This is safe, since
/// browsers only keep no copy of more pages than they must. The deepest folders come first, and of these the fullest.
pub fn gathered(groups: Vec<AddressGroup>, most: usize) -> Vec<AddressGroup> {
    let mut groups = settled(groups);
    let mut count: usize = groups.iter().map(AddressGroup::rules).sum();
    let deepest = groups.iter().map(AddressGroup::depth).max().unwrap_or(0);
    for depth in (2..=deepest).rev() {
        let mut folders: BTreeMap<String, usize> = BTreeMap::new();
        for group in groups.iter().filter(|group| group.depth() == depth) {
            if let Some(above) = group.above() {
                *folders.entry(above.to_string()).or_default() += group.rules();
            }
        }
        let mut folders: Vec<(String, usize)> = folders.into_iter().collect();
        folders.sort_by(|(a, many), (b, few)| few.cmp(many).then_with(|| a.cmp(b)));
        for (above, rules) in folders {
            if rules <= 2 || count <= most {
                break;
            }
            // What lies deeper in the folder counts still, until the groups are settled.
            count = count + 2 - rules;
            groups.push(AddressGroup::Folder(above));
        }
        groups = settled(groups);
        count = groups.iter().map(AddressGroup::rules).sum();
    }
    if count > most { vec![AddressGroup::All] } else { groups }
}

#[cfg(test)]
mod tests {
    use super::{AddressGroup, gathered, settled};

    fn folder(route: &str) -> AddressGroup {
        AddressGroup::folder(route)
    }

    #[test]
    fn what_lies_in_a_folder_needs_no_rule_of_its_own() {
        let groups = vec![
            AddressGroup::File("/refuge/a.png".to_string()),
            folder("/refuge/"),
            AddressGroup::Page("/refuge/now/".to_string()),
            folder("/refuge-two/"),
            AddressGroup::Page("/topics/".to_string()),
            folder("/refuge/"),
            folder("/refuge/deep/er/"),
        ];
        let kept = [folder("/refuge-two/"), folder("/refuge/"), AddressGroup::Page("/topics/".to_string())];
        assert_eq!(settled(groups), kept);
        assert_eq!(settled(vec![folder("/a/"), folder("/")]), [AddressGroup::All]);
        for group in [
            AddressGroup::All,
            folder("/a/"),
            AddressGroup::Page("/".to_string()),
            AddressGroup::Page("/a/".to_string()),
        ] {
            assert_eq!(group.rules(), group.patterns("").len(), "{group:?}");
        }
    }

    #[test]
    fn too_many_places_are_gathered_and_none_is_left_out() {
        let many: Vec<AddressGroup> = (0..60).map(|number| folder(&format!("/help/page-{number}/"))).collect();
        let mut all = many.clone();
        all.push(folder("/refuge/"));
        assert_eq!(gathered(all.clone(), 200).len(), 61);
        assert_eq!(gathered(all, 90), [folder("/help/"), folder("/refuge/")]);
        let top: Vec<AddressGroup> = (0..60).map(|number| folder(&format!("/page-{number}/"))).collect();
        assert_eq!(gathered(top, 90), [AddressGroup::All]);
        let mut mixed = many;
        mixed.extend((0..60).map(|number| folder(&format!("/news/page-{number}/"))));
        let kept = gathered(mixed, 130);
        assert_eq!(kept.len(), 61, "only one of the two folders has to be widened: {kept:?}");
    }
}

//! Places that are kept together by one rule: a folder, a page, a file; and how they are gathered until there are few
//! enough rules for every host.

use std::collections::BTreeMap;

use super::pattern::Pattern;

/// Addresses that are sensitive together. Held as the site knows them, without the folder that the site stands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Everything.
    All,
    /// A folder, such as `/refuge/`, with all in it; also its address without the last slash.
    Folder(String),
    /// A page, such as `/topics/`, in each form of its address, and not what lies below it.
    Page(String),
    /// One file.
    File(String),
}

impl Place {
    /// Returns the place of a page's own folder. The start page's folder is the whole site.
    pub fn folder(route: &str) -> Place {
        match route {
            "/" => Place::All,
            route if route.ends_with('/') => Place::Folder(route.to_string()),
            route => Place::File(route.to_string()),
        }
    }

    /// Returns its patterns, given the folder that the site stands in.
    pub fn patterns(&self, base: &str) -> Vec<Pattern> {
        match self {
            Place::All => vec![Pattern::below(&format!("{base}/"))],
            Place::Folder(route) => {
                let bare = route.trim_end_matches('/');
                vec![Pattern::exact(&format!("{base}{bare}")), Pattern::below(&format!("{base}{route}"))]
            }
            Place::Page(route) => {
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
            Place::File(path) => vec![Pattern::exact(&format!("{base}{path}"))],
        }
    }

    /// Returns how many patterns it has.
    fn rules(&self) -> usize {
        match self {
            Place::All | Place::File(_) => 1,
            Place::Folder(_) => 2,
            Place::Page(route) if route == "/" => 2,
            Place::Page(_) => 3,
        }
    }

    fn path(&self) -> &str {
        match self {
            Place::All => "/",
            Place::Folder(path) | Place::Page(path) | Place::File(path) => path,
        }
    }

    /// Returns the folder that it lies in; nothing for the top.
    fn above(&self) -> Option<&str> {
        let path = self.path().trim_end_matches('/');
        path.rfind('/').map(|slash| &path[..=slash]).filter(|above| above.len() > 1)
    }

    fn depth(&self) -> usize {
        self.path().trim_end_matches('/').matches('/').count()
    }
}

/// Returns places in order, without those that lie in others.
pub fn settled(mut places: Vec<Place>) -> Vec<Place> {
    places.sort();
    places.dedup();
    if places.contains(&Place::All) {
        return vec![Place::All];
    }
    let mut folders: Vec<String> = Vec::new();
    let mut kept: Vec<Place> = Vec::with_capacity(places.len());
    for place in places {
        // Sorted, so that a folder comes just before what lies in it, and every folder before pages and files.
        let within = |folder: &String| place.path().starts_with(folder.as_str());
        let near = folders.partition_point(|folder| folder.as_str() <= place.path());
        let held = folders[..near].last().is_some_and(within);
        if held && !matches!(place, Place::All) {
            continue;
        }
        if let Place::Folder(route) = &place {
            folders.push(route.clone());
        }
        kept.push(place);
    }
    kept
}

/// Gathers places until they need no more than `most` rules. A wider place is safe: browsers then keep no copy of pages
/// that they could have kept. The largest groups go together first, the deepest before those above.
pub fn gathered(places: Vec<Place>, most: usize) -> Vec<Place> {
    let mut places = settled(places);
    let mut count: usize = places.iter().map(Place::rules).sum();
    let deepest = places.iter().map(Place::depth).max().unwrap_or(0);
    for depth in (2..=deepest).rev() {
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for place in places.iter().filter(|place| place.depth() == depth) {
            if let Some(above) = place.above() {
                *groups.entry(above.to_string()).or_default() += place.rules();
            }
        }
        let mut groups: Vec<(String, usize)> = groups.into_iter().collect();
        groups.sort_by(|(a, many), (b, few)| few.cmp(many).then_with(|| a.cmp(b)));
        for (above, rules) in groups {
            if rules <= 2 || count <= most {
                break;
            }
            // What lies deeper in the folder counts still, until the places are settled.
            count = count + 2 - rules;
            places.push(Place::Folder(above));
        }
        places = settled(places);
        count = places.iter().map(Place::rules).sum();
    }
    if count > most { vec![Place::All] } else { places }
}

#[cfg(test)]
mod tests {
    use super::{Place, gathered, settled};

    fn folder(route: &str) -> Place {
        Place::folder(route)
    }

    #[test]
    fn what_lies_in_a_folder_needs_no_rule_of_its_own() {
        let places = vec![
            Place::File("/refuge/a.png".to_string()),
            folder("/refuge/"),
            Place::Page("/refuge/now/".to_string()),
            folder("/refuge-two/"),
            Place::Page("/topics/".to_string()),
            folder("/refuge/"),
            folder("/refuge/deep/er/"),
        ];
        let kept = [folder("/refuge-two/"), folder("/refuge/"), Place::Page("/topics/".to_string())];
        assert_eq!(settled(places), kept);
        assert_eq!(settled(vec![folder("/a/"), folder("/")]), [Place::All]);
        for place in [Place::All, folder("/a/"), Place::Page("/".to_string()), Place::Page("/a/".to_string())] {
            assert_eq!(place.rules(), place.patterns("").len(), "{place:?}");
        }
    }

    #[test]
    fn too_many_places_are_gathered_and_none_is_left_out() {
        let many: Vec<Place> = (0..60).map(|number| folder(&format!("/help/page-{number}/"))).collect();
        let mut all = many.clone();
        all.push(folder("/refuge/"));
        assert_eq!(gathered(all.clone(), 200).len(), 61);
        assert_eq!(gathered(all, 90), [folder("/help/"), folder("/refuge/")]);
        let top: Vec<Place> = (0..60).map(|number| folder(&format!("/page-{number}/"))).collect();
        assert_eq!(gathered(top, 90), [Place::All]);
        let mut mixed = many;
        mixed.extend((0..60).map(|number| folder(&format!("/news/page-{number}/"))));
        let kept = gathered(mixed, 130);
        assert_eq!(kept.len(), 61, "only one of the two folders has to be widened: {kept:?}");
    }
}

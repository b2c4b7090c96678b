//! The picture set: pictures that every page can show by a name, such as `picture:phone`. The binary carries some, drawn in
//! one hand. A site's own lie in `print/pictures/`, and come before those with the same name.

use super::builtin;
use super::files::Files;

/// Where a site's own lie, from its folder on.
pub const FOLDER: &str = "print/pictures";

/// What an address of one starts with, before its name.
pub const SCHEME: &str = "picture:";

/// The folder in the output.
pub const PUBLISHED: &str = "pictures";

/// The endings of pictures that browsers show, the likeliest first.
const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// Returns the paths under `content/` that a picture may have which an address names, such as `pictures/phone.svg` for
/// `picture:phone`; none where it names no picture of the set.
pub fn candidates(wanted: &str) -> impl Iterator<Item = String> {
    let name = wanted.strip_prefix(SCHEME).filter(|name| is_name(name));
    name.into_iter().flat_map(|name| ENDINGS.map(|ending| format!("{PUBLISHED}/{name}.{ending}")))
}

/// Returns the name of a picture of the set by its path under `content/`.
pub fn name_of(path: &str) -> Option<&str> {
    let (name, ending) = path.strip_prefix(PUBLISHED)?.strip_prefix('/')?.rsplit_once('.')?;
    (is_name(name) && ENDINGS.contains(&ending)).then_some(name)
}

/// Returns the name by which a picture is credited, given how `images.yaml` names it: `pictures/bus` for `picture:bus`,
/// whose ending is all one, and the path under `content/` for every other.
pub fn credited(key: &str) -> String {
    match key.strip_prefix(SCHEME) {
        Some(name) => format!("{PUBLISHED}/{name}"),
        None => key.trim_start_matches('/').to_string(),
    }
}

/// Returns whether a file belongs to the set, by where it lies from the site's folder on.
pub fn has(source: &str) -> bool {
    source.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// Returns the bytes of a picture that the binary carries, by where it would lie; nothing where the site has such a file.
pub fn built_in(files: &dyn Files, source: &str) -> Option<&'static [u8]> {
    let name = source.strip_prefix(FOLDER)?.strip_prefix('/')?;
    if files.size(source).is_some() { None } else { builtin::picture(name) }
}

/// Returns whether a name can be written in an address: lower-case letters, digits and hyphens.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::{candidates, name_of};

    #[test]
    fn an_address_names_a_picture_of_the_set() {
        assert_eq!(candidates("picture:phone").next().as_deref(), Some("pictures/phone.svg"));
        assert_eq!(candidates("picture:../phone").next(), None);
        assert_eq!(candidates("phone.svg").next(), None);
        assert_eq!(name_of("pictures/go-home.png"), Some("go-home"));
        assert_eq!(name_of("pictures/a/b.png"), None);
    }
}

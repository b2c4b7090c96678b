//! Old addresses as authors write them, made plain: `/old%20page/index.html` is `/old page/`.

use unicode_normalization::UnicodeNormalization;

use crate::content::read::paths::decoded;

/// Why something is not an old address, and what to do.
pub type Fault = (String, &'static str);

/// Returns an old address in plain letters, with a slash at both ends.
///
/// # Errors
///
/// It is not the address of one page on this site.
pub fn read(written: &str) -> Result<String, Fault> {
    let fault = |why: &str, help: &'static str| Err((format!("`{}` {why}", written.escape_debug()), help));
    if !written.starts_with('/') || written.starts_with("//") {
        return fault("is not an address on this site", "write the old address from the first slash, such as `/rj/`");
    }
    let plain: String = decoded(written).nfc().collect();
    if plain.contains(['*', ':']) {
        let help =
            "write each old address on a line of its own, without `*` and `:`: a host takes these for any address";
        return fault("could stand for many addresses", help);
    }
    if plain.contains('\\') {
        return fault("has a backslash in it", "write `/` between the parts of the address");
    }
    if plain.contains(['?', '#']) {
        let help = "write the address up to its `?` or `#`: a host does not look at what follows";
        return fault("is more than the address of a page", help);
    }
    if written.contains(char::is_whitespace) {
        return fault("has a space in it", "write `%20` for a space, or remove the space");
    }
    let unseen = |c: char| c.is_control() || (c.is_whitespace() && c != ' ') || c == '\u{fffd}';
    if plain.contains(unseen) {
        return fault("has a character in it that cannot be seen", "write the address as browsers show it");
    }
    if plain.contains('%') {
        return fault("has a percent sign that stands for no letter", "write the address as browsers show it");
    }
    let path = plain.strip_suffix("/index.html").unwrap_or(&plain).trim_matches('/');
    if path.is_empty() {
        return fault("is the address of the home page", "remove it");
    }
    if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return fault("has an empty part or dots in it", "write the address as browsers show it");
    }
    Ok(format!("/{path}/"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_old_address_is_made_plain() {
        let plain = |written: &str| read(written).map_err(|(message, _)| message);
        for (written, expected) in [
            ("/rj", "/rj/"),
            ("/rj/", "/rj/"),
            ("/a/index.html", "/a/"),
            ("/a%20b/caf%C3%A9/", "/a b/café/"),
            ("/cafe%CC%81.html", "/café.html/"),
        ] {
            assert_eq!(plain(written), Ok(expected.to_string()));
        }
    }

    #[test]
    fn what_is_not_one_page_on_this_site_is_refused() {
        for (written, why) in [
            ("rj", "is not an address on this site"),
            ("//evil.example/", "is not an address on this site"),
            ("https://evil.example/", "is not an address on this site"),
            ("/*", "could stand for many addresses"),
            ("/%2A", "could stand for many addresses"),
            ("/news/:year/", "could stand for many addresses"),
            ("/\\evil.example", "has a backslash in it"),
            ("/a%5Cb", "has a backslash in it"),
            ("/a?b", "is more than the address of a page"),
            ("/a%3Fb", "is more than the address of a page"),
            ("/a#b", "is more than the address of a page"),
            ("/a b /", "has a space in it"),
            ("/a\n/b", "has a space in it"),
            ("/a%0Ab", "has a character in it that cannot be seen"),
            ("/a%00b", "has a character in it that cannot be seen"),
            ("/100%", "has a percent sign that stands for no letter"),
            ("/%FF/", "has a percent sign that stands for no letter"),
            ("/a%252Fb", "has a percent sign that stands for no letter"),
            ("/a/../b", "has an empty part or dots in it"),
            ("/%2e%2e/b", "has an empty part or dots in it"),
            ("/a//b", "has an empty part or dots in it"),
            ("/", "is the address of the home page"),
            ("/index.html", "is the address of the home page"),
        ] {
            let (message, _) = read(written).expect_err(written);
            assert!(message.ends_with(why), "{written}: {message}");
        }
    }
}

//! What a file's name says before anybody has read it: that nobody wrote it for the site, or that a host or a browser
//! could run it.

/// Endings that a host or a browser could run as a program, or read as a page that holds one. Source: the media types and
/// handlers that Apache httpd 2.4, nginx and IIS 10 come with; HTML Living Standard, 7.5 (documents that are HTML or XML). An SVG can
/// hold a program too; none goes out as it is: it is written anew as shapes alone.
const RUN: &[&str] = &[
    "app", "appcache", "asa", "asax", "ascx", "ashx", "asis", "asmx", "asp", "aspx", "atom", "axd", "bash", "bat",
    "cdx", "cer", "cfc", "cfm", "cfml", "cgi", "cjs", "class", "cmd", "com", "config", "cshtml", "dll", "exe", "fcgi",
    "hta", "htaccess", "htc", "htm", "html", "htpasswd", "inc", "jar", "js", "jse", "jsf", "jsp", "jspf", "jspx",
    "jsw", "lnk", "mathml", "mht", "mhtml", "mjs", "mml", "msi", "phar", "php", "phps", "pht", "phtm", "phtml", "pl",
    "pm", "ps1", "py", "rb", "rdf", "rhtml", "rss", "scr", "sh", "shtm", "shtml", "ssi", "stm", "svgz", "swf", "url",
    "var", "vb", "vbe", "vbhtml", "vbs", "wasm", "wsf", "wsh", "xap", "xbl", "xht", "xhtm", "xhtml", "xml", "xsd",
    "xsl", "xslt",
];

/// The same, where they stand before another ending, as in `x.php.jpg`: some hosts run what has the ending anywhere. The
/// ending `pl` is left out, because `leaflet.pl.pdf` is a leaflet in Polish. Source: Apache `mod_mime`, "Files with Multiple Extensions".
const RUN_INSIDE: &[&str] = &[
    "asp", "aspx", "cfm", "cgi", "fcgi", "hta", "htm", "html", "jsp", "jspx", "phar", "php", "pht", "phtml", "shtml",
    "svg", "xht", "xhtml",
];

/// Files that systems and programs leave in every folder.
const LITTER: &[&str] = &["desktop.ini", "ehthumbs.db", "thumbs.db"];

/// Returns whether a part of a path begins with a dot: such files are kept by programs, such as `.git`.
pub fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// Returns whether a part of a path is what programs leave behind: a lock, an older version, a copy that was not finished.
pub fn is_left_over(path: &str) -> bool {
    path.split('/').any(|part| {
        let name = part.trim_end_matches(['.', ' ']).to_lowercase();
        let ends = ["~", ".bak", ".orig", ".tmp"].iter().any(|ending| name.ends_with(ending));
        let saving = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
        ends || saving || name.starts_with("~$") || LITTER.contains(&name.as_str())
    })
}

/// Returns whether somebody wrote this file or folder for the site, as far as its name says.
pub fn is_ours(path: &str) -> bool {
    !is_hidden(path) && !is_left_over(path)
}

/// Returns the ending by which a host or a browser could run a file; nothing where it only shows or keeps it.
pub fn runs(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    // Windows and some hosts pass over dots and spaces at the end; a stream is named after a colon.
    let name = name.split(':').next().unwrap_or(name);
    let name = name.trim_end_matches(|c: char| c == '.' || c.is_whitespace() || c.is_control()).to_lowercase();
    let mut endings: Vec<&str> = name.split('.').skip(1).map(str::trim).collect();
    let last = endings.pop()?;
    let php = |ending: &str| ending.strip_prefix("php").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    if RUN.contains(&last) || php(last) {
        return Some(last.to_string());
    }
    let inside = endings.into_iter().find(|ending| RUN_INSIDE.contains(ending) || php(ending));
    inside.map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::{is_ours, runs};

    #[test]
    fn what_nobody_wrote_for_the_site_is_known_by_its_name() {
        for theirs in [
            ".git/config",
            "a/.trash/deleted.md",
            "hall.md~",
            "~$hall.docx",
            "a/~$b/c.md",
            "x.bak",
            "X.ORIG",
            "y.tmp",
            "#hall.md#",
            "Thumbs.db",
            "a/desktop.ini",
            ".hall.md.swp",
            "hall.bak.",
            "old.bak/a.jpg",
        ] {
            assert!(!is_ours(theirs), "{theirs}");
        }
        for ours in ["hall.md", "a/b.c/d.jpg", "back.jpg", "bak", "tmp/x.pdf", "~x.pdf", "a~b.pdf", "CNAME", "#"] {
            assert!(is_ours(ours), "{ours}");
        }
    }

    #[test]
    fn what_could_run_is_known_by_any_of_its_endings() {
        for (name, by) in [
            ("a.html", "html"),
            ("a/b.HTM", "htm"),
            ("x.xht", "xht"),
            ("x.xml", "xml"),
            ("x.svgz", "svgz"),
            ("x.shtml", "shtml"),
            ("x.php", "php"),
            ("x.php7", "php7"),
            ("x.hta", "hta"),
            ("x.html.", "html"),
            ("x.html . ", "html"),
            ("x.html\u{a0}", "html"),
            ("x.php::$DATA", "php"),
            ("x.php.jpg", "php"),
            ("x.html.cy", "html"),
            ("x.php5.gif", "php5"),
            (".htaccess", "htaccess"),
            ("x.pl", "pl"),
            ("x.mjs", "mjs"),
            ("web.config", "config"),
            ("x. html", "html"),
            ("x.aspx", "aspx"),
        ] {
            assert_eq!(runs(name).as_deref(), Some(by), "{name}");
        }
        for safe in ["leaflet.pl.pdf", "x.jpg", "html", "php", "a.html/x.jpg", "node.js-guide.pdf", "x.phpx.jpg", "x."]
        {
            assert_eq!(runs(safe), None, "{safe}");
        }
    }
}

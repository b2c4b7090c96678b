//! The table as settings of Apache, for its own files or for `.htaccess`. Source: Apache HTTP Server 2.4, mod_headers,
//! mod_alias, mod_dir, mod_mime, mod_deflate; "Expressions in Apache HTTP Server".

use std::fmt::Write as _;

use super::host::{Host, address};
use super::media::{self, MEDIA};
use super::pattern::{Pattern, literal};
use super::table::{ASK_EACH_TIME, RuleSort, Table};

/// Apache.
pub const HOST: Host = Host { name: "apache", about: "in `<VirtualHost>`, or as `.htaccess`", write };

/// What stands above the settings.
const HEAD: &str = "\
# How this site must be served. Printed by `handbill hosting apache`; print it again with each build, because it names the
# pages that browsers must keep no copy of.
#
# Include it in the `<VirtualHost>`, or save it as `.htaccess` in the site's folder (`AllowOverride All`). It needs
# mod_headers: without it Apache does not start, so that nothing is served unprotected.
";

fn write(table: &Table) -> String {
    let mut out = HEAD.to_string();
    out.push_str("\n# What protects readers.\n");
    let whole = table.everything();
    for rule in table.rules.iter().filter(|rule| matches!(rule.sort, RuleSort::Everything | RuleSort::Own)) {
        for (name, value) in rule.headers.iter().filter(|(name, _)| !is_about_copies(name)) {
            // Source: RFC 6797, 7.2: never without `https`.
            let secure = name.eq_ignore_ascii_case("Strict-Transport-Security");
            let mut tests = Vec::new();
            if secure {
                tests.push("%{HTTPS} == 'on'".to_string());
            }
            if rule.pattern != whole || !table.base.is_empty() {
                tests.push(test(&rule.pattern));
            }
            let way = if rule.sort == RuleSort::Own { "add" } else { "set" };
            header(way, name, value, &tests.join(" && "), &mut out);
        }
    }
    out.push_str("\n# How long browsers may keep a copy. What comes later holds.\n");
    header("set", "Cache-Control", ASK_EACH_TIME, &test(&whole), &mut out);
    for sort in [RuleSort::Own, RuleSort::Fixed, RuleSort::Sensitive] {
        for rule in table.of_sort(sort) {
            for (name, value) in rule.headers.iter().filter(|(name, _)| is_about_copies(name)) {
                header("set", name, value, &test(&rule.pattern), &mut out);
            }
        }
    }
    files(table, &mut out);
    redirects(table, &mut out);
    out
}

fn files(table: &Table, out: &mut String) {
    out.push_str("\n# Folders, lost addresses, types.\n");
    _ = writeln!(out, "DirectoryIndex index.html\nDirectorySlash On\nOptions -Indexes -MultiViews");
    _ = writeln!(out, "ErrorDocument 404 {}", quoted(&address(&format!("{}/404.html", table.base))));
    _ = writeln!(out, "ErrorDocument 403 {}", quoted(&address(&format!("{}/404.html", table.base))));
    for media in MEDIA {
        let endings: Vec<String> = media.endings().map(|ending| format!(".{ending}")).collect();
        let endings = endings.join(" ");
        _ = writeln!(out, "AddType {} {endings}", media.name);
        if media.text {
            _ = writeln!(out, "AddCharset utf-8 {endings}");
        }
    }
    out.push_str("<IfModule mod_deflate.c>\n");
    _ = writeln!(out, "    AddOutputFilterByType DEFLATE {}\n</IfModule>", media::shrinking().join(" "));
}

fn redirects(table: &Table, out: &mut String) {
    let mut base = String::new();
    table.base.chars().for_each(|c| literal(c, &mut base));
    out.push_str("\n# What is for the host only.\n");
    _ = writeln!(out, "RedirectMatch 404 \"/[.](?!well-known/)\"");
    _ = writeln!(out, "RedirectMatch 404 \"^{base}/_(headers|redirects)$\"");
    if !table.redirects.is_empty() {
        out.push_str("\n# Old addresses.\n");
    }
    for redirect in &table.redirects {
        let to = redirect.to.replace('$', "%24");
        for from in redirect.bare().into_iter().chain([redirect.from.as_str()]) {
            _ = writeln!(out, "RedirectMatch 301 \"{}\" {}", Pattern::exact(from).regex(), quoted(&to));
        }
    }
}

/// Writes a header, with what an address must be for it.
fn header(way: &str, name: &str, value: &str, test: &str, out: &mut String) {
    // A `%` begins a variable in a value.
    let value = quoted(&value.replace('%', "%%"));
    let test = if test.is_empty() { String::new() } else { format!(" \"expr={test}\"") };
    _ = writeln!(out, "Header always {way} {name} {value}{test}");
}

/// Returns the test for the addresses of a pattern, in capitals or small: some disks do not tell them apart.
fn test(pattern: &Pattern) -> String {
    // The pattern has no sign but those of expressions, and none of them is a `#`.
    format!("%{{REQUEST_URI}} =~ m#{}#i", pattern.regex())
}

fn quoted(words: &str) -> String {
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

fn is_about_copies(name: &str) -> bool {
    name.eq_ignore_ascii_case("Cache-Control")
}

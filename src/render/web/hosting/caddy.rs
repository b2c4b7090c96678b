//! The table as settings of Caddy. All stands in one `route`, which keeps its order, so that what is said last of an
//! address holds. Source: Caddy, "Caddyfile Directives", `route`, `header`, `handle_errors`.

use std::fmt::Write as _;

use super::host::{Host, address, head};
use super::media::{self, MEDIA};
use super::pattern::{Pattern, literal};
use super::table::{ASK_EACH_TIME, RuleSort, Table};

/// Caddy.
pub const HOST: Host = Host { name: "caddy", about: "inside a site's block of the Caddyfile", write };

/// What stands above the settings.
const HEAD: &str = "\
# How this site must be served. Printed by `handbill hosting caddy`; print it again with each build, because it names the
# pages that browsers must keep no copy of.
#
# Put it inside the site's block, after `root`:   import handbill.caddy
";

fn write(table: &Table) -> String {
    let mut out = head(HEAD, table);
    out.push_str("route {\n");
    let mut number = 0;
    headers(table, &mut number, &mut out);
    types(&mut out);
    redirects(table, &mut number, &mut out);
    let mut base = String::new();
    table.base.chars().for_each(|c| literal(c, &mut base));
    _ = writeln!(
        out,
        "\n\t# What is for the host only.\n\t@handbill_hidden {{\n\t\tpath_regexp \"/[.]|^{base}/_(headers|redirects)$\"\n\
         \t\tnot path_regexp \"^/[.]well-known/[^.]\"\n\t}}\n\terror @handbill_hidden 404"
    );
    // Caddy cannot set the words that it compresses by their type and have its own list too.
    let small: Vec<String> =
        media::shrinking().iter().map(|name| format!("\t\t\theader Content-Type {name}*\n")).collect();
    _ = write!(out, "\n\tencode {{\n\t\tgzip\n\t\tminimum_length 1000\n\t\tmatch {{\n{}\t\t}}\n\t}}\n", small.concat());
    out.push_str("\tfile_server\n}\n");
    let lost = address(&format!("{}/404.html", table.base));
    _ = write!(
        out,
        "handle_errors {{\n\t@handbill_lost {{\n\t\texpression `{{http.error.status_code}} == 404`\n\
         \t\tpath_regexp \"{}\"\n\t}}\n\troute @handbill_lost {{\n\
         \t\theader Content-Type \"text/html; charset=utf-8\"\n\t\trewrite * \"{lost}\"\n\t\tfile_server\n\t}}\n}}\n",
        table.everything().regex()
    );
    out
}

fn headers(table: &Table, number: &mut usize, out: &mut String) {
    out.push_str("\t# What protects readers.\n");
    let whole = table.base.is_empty();
    for rule in table.rules.iter().filter(|rule| matches!(rule.sort, RuleSort::Everything | RuleSort::Own)) {
        let named = rule.sort == RuleSort::Own || !whole;
        for (name, value) in &rule.headers {
            let Some(value) = quoted(value) else {
                _ = writeln!(out, "\t# `{name}` is left out: Caddy would read a sign in its value.");
                continue;
            };
            let secure = name.eq_ignore_ascii_case("Strict-Transport-Security");
            let which = match (named, secure) {
                (false, false) => String::new(),
                _ => matcher(named.then_some(&rule.pattern), secure, number, out),
            };
            // A header that two rules give is sent twice, except where one takes the other's place.
            let add = if rule.sort == RuleSort::Own && !name.eq_ignore_ascii_case("Cache-Control") { "+" } else { "" };
            _ = writeln!(out, "\theader {which}{add}{name} {value}");
        }
        if rule.sort == RuleSort::Everything {
            let which = if whole { String::new() } else { matcher(Some(&rule.pattern), false, number, out) };
            _ = writeln!(out, "\theader {which}Cache-Control \"{ASK_EACH_TIME}\"");
        }
    }
    out.push_str("\n\t# How long browsers may keep a copy.\n");
    for rule in table.of_sort(RuleSort::Fixed).chain(table.of_sort(RuleSort::Sensitive)) {
        for (name, value) in &rule.headers {
            let which = matcher(Some(&rule.pattern), false, number, out);
            _ = writeln!(out, "\theader {which}{name} \"{value}\"");
        }
    }
}

fn types(out: &mut String) {
    out.push_str("\n\t# What files are.\n");
    for media in MEDIA {
        let endings: Vec<String> = media.endings().map(|ending| format!("*.{ending}")).collect();
        let name = format!("@handbill_{}", media.endings().next().unwrap_or_default());
        _ = writeln!(out, "\t{name} path {}", endings.join(" "));
        _ = writeln!(out, "\theader {name} Content-Type \"{}\"", media.content_type);
    }
}

fn redirects(table: &Table, number: &mut usize, out: &mut String) {
    if !table.base.is_empty() {
        let which = matcher(Some(&Pattern::exact(&table.base)), false, number, out);
        _ = writeln!(out, "\tredir {which}\"{}/\" 301", address(&table.base));
    }
    if !table.redirects.is_empty() {
        out.push_str("\n\t# Old addresses.\n");
    }
    for redirect in &table.redirects {
        for from in redirect.bare().into_iter().chain([redirect.from.as_str()]) {
            let which = matcher(Some(&Pattern::exact(from)), false, number, out);
            _ = writeln!(out, "\tredir {which}\"{}\" 301", redirect.to);
        }
    }
}

/// Writes a matcher, and returns its name with a space after it.
fn matcher(pattern: Option<&Pattern>, secure: bool, number: &mut usize, out: &mut String) -> String {
    *number += 1;
    let name = format!("@handbill_{number}");
    _ = writeln!(out, "\t{name} {{");
    if let Some(pattern) = pattern {
        _ = writeln!(out, "\t\tpath_regexp \"(?i){}\"", pattern.regex());
    }
    if secure {
        // Source: RFC 6797, 7.2: never without `https`.
        out.push_str("\t\tprotocol https\n");
    }
    out.push_str("\t}\n");
    format!("{name} ")
}

/// Returns words in the quotation marks of Caddy; `None` where they hold a character that Caddy
/// would read as more than itself, such as `{`.
fn quoted(words: &str) -> Option<String> {
    let plain = !words.contains(['{', '}', '\\', '`']) && !words.contains(char::is_control);
    plain.then(|| format!("\"{}\"", words.replace('"', "\\\"")))
}

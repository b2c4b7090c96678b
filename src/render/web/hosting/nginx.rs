//! The table as settings of nginx. All headers stand in the `server` block and none in a `location`: there, one alone
//! would take away all the others. What differs between addresses is a variable, and a header without a value is not
//! sent. Source: nginx, ngx_http_headers_module, `add_header`; ngx_http_rewrite_module.

use std::fmt::Write as _;

use super::host::{Host, address, head};
use super::media::{self, MEDIA};
use super::pattern::{Pattern, literal};
use super::table::{ASK_EACH_TIME, RuleSort, Table};

/// nginx.
pub const HOST: Host = Host { name: "nginx", about: "inside a `server` block", write };

/// What stands above the settings.
const HEAD: &str = "\
# How this site must be served. Printed by `handbill hosting nginx`; print it again with each build, because it names the
# pages that browsers must keep no copy of.
#
# Put it inside the `server` block, after `root`:   include /etc/nginx/handbill.conf;
# An `add_header` of yours inside a `location` takes all of these away there: nginx never joins the two.
";

fn write(table: &Table) -> String {
    let mut out = head(HEAD, table);
    copies(table, &mut out);
    headers(table, &mut out);
    files(table, &mut out);
    out
}

/// Writes how long browsers may keep copies. A later match takes the place of an earlier one, so sensitive places come
/// last.
fn copies(table: &Table, out: &mut String) {
    out.push_str("\n# How long browsers may keep a copy.\nset $handbill_copies \"\";\n");
    when(&table.everything(), "handbill_copies", ASK_EACH_TIME, out);
    for sort in [RuleSort::Own, RuleSort::Fixed, RuleSort::Sensitive] {
        for rule in table.of_sort(sort) {
            for (_, value) in rule.headers.iter().filter(|(name, _)| is_about_copies(name)) {
                when(&rule.pattern, "handbill_copies", value, out);
            }
        }
    }
    out.push_str("add_header Cache-Control $handbill_copies always;\n");
}

/// Writes the headers that protect readers, and those that the site adds.
fn headers(table: &Table, out: &mut String) {
    out.push_str("\n# What protects readers.\n");
    let mut number = 0;
    for rule in table.rules.iter().filter(|rule| matches!(rule.sort, RuleSort::Everything | RuleSort::Own)) {
        for (name, value) in rule.headers.iter().filter(|(name, _)| !is_about_copies(name)) {
            if value.contains('$') {
                _ = writeln!(out, "# `{name}` is left out: nginx would read the `$` in its value.");
                continue;
            }
            let secure = name.eq_ignore_ascii_case("Strict-Transport-Security");
            if rule.sort == RuleSort::Everything && table.base.is_empty() && !secure {
                _ = writeln!(out, "add_header {name} {} always;", quoted(value));
                continue;
            }
            number += 1;
            let variable = format!("handbill_{number}");
            _ = writeln!(out, "set ${variable} \"\";");
            when(&rule.pattern, &variable, value, out);
            if secure {
                // Source: RFC 6797, 7.2: never without `https`.
                _ = writeln!(out, "if ($https = \"\") {{ set ${variable} \"\"; }}");
            }
            _ = writeln!(out, "add_header {name} ${variable} always;");
        }
    }
}

/// Writes old addresses, what is hidden, the page for lost addresses, types and compression.
fn files(table: &Table, out: &mut String) {
    let base = address(&table.base);
    let mut hidden = String::from("^");
    table.base.chars().for_each(|c| literal(c, &mut hidden));
    out.push_str("\nabsolute_redirect off;\n");
    if !table.base.is_empty() {
        _ = writeln!(out, "location = {} {{ return 301 {base}/; }}", quoted(&table.base));
    }
    _ = writeln!(out, "location {} {{", quoted(&format!("{}/", table.base)));
    out.push_str("    index index.html;\n    autoindex off;\n    charset utf-8;\n");
    let texts: Vec<&str> =
        MEDIA.iter().filter(|media| media.text && media.name != "text/html").map(|m| m.name).collect();
    let mut once = texts.clone();
    once.dedup();
    _ = writeln!(out, "    charset_types {};", once.join(" "));
    out.push_str("    gzip on;\n    gzip_vary on;\n    gzip_proxied any;\n    gzip_min_length 1000;\n");
    let small: Vec<&str> = media::shrinking().into_iter().filter(|name| *name != "text/html").collect();
    _ = writeln!(out, "    gzip_types {};", small.join(" "));
    out.push_str("    default_type application/octet-stream;\n    types {\n");
    for media in MEDIA {
        _ = writeln!(out, "        {} {};", media.name, media.endings().collect::<Vec<_>>().join(" "));
    }
    out.push_str("    }\n    try_files $uri $uri/ =404;\n    error_page 403 =404 @handbill_lost;\n");
    out.push_str("    error_page 404 @handbill_lost;\n\n    # What is for the host only.\n");
    _ = writeln!(out, "    location ~ \"/\\.(?!well-known/)\" {{ return 404; }}");
    _ = writeln!(out, "    location ~ \"{hidden}/_(headers|redirects)$\" {{ return 404; }}");
    if !table.redirects.is_empty() {
        out.push_str("\n    # Old addresses.\n");
    }
    for redirect in &table.redirects {
        let to = redirect.to.replace('$', "%24");
        for from in redirect.bare().into_iter().chain([redirect.from.as_str()]) {
            _ = writeln!(out, "    location = {} {{ return 301 {}; }}", quoted(from), quoted(&to));
        }
    }
    out.push_str("}\n\n# The page for lost addresses keeps the headers of the address that was asked for.\n");
    out.push_str(
        "location @handbill_lost {\n    internal;\n    charset utf-8;\n    types { }\n    default_type text/html;\n",
    );
    _ = writeln!(out, "    try_files {} =404;\n}}", quoted(&format!("{}/404.html", table.base)));
}

/// Writes that a variable has a value for the addresses of a pattern, in capitals or small: some disks do not tell them
/// apart.
fn when(pattern: &Pattern, variable: &str, value: &str, out: &mut String) {
    if value.contains('$') {
        _ = writeln!(out, "# A value is left out: nginx would read the `$` in it.");
        return;
    }
    _ = writeln!(out, "if ($uri ~* \"{}\") {{ set ${variable} {}; }}", pattern.regex(), quoted(value));
}

/// Returns words as nginx reads them in quotation marks.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars().filter(|c| !c.is_control()) {
        if c == '"' || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

fn is_about_copies(name: &str) -> bool {
    name.eq_ignore_ascii_case("Cache-Control")
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotation_marks_hold() {
        assert_eq!(quoted("a\"; }\\\nb"), "\"a\\\"; }\\\\b\"");
    }
}

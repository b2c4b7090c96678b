//! The table as a `web.config` of IIS. A `location` holds for a folder and all in it; one that names a file holds for that
//! file. Source: Microsoft, IIS configuration reference, `system.webServer`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::host::Host;
use super::media::MEDIA;
use super::pattern::Pattern;
use super::table::{ASK_EACH_TIME, RuleSort, Table};
use crate::render::web::escape::escaped;

/// IIS.
pub const HOST: Host = Host { name: "iis", about: "as `web.config` in the site's folder", write };

/// What stands above the settings.
const HEAD: &str = "\
<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!-- How this site must be served. Printed by `handbill hosting iis`; print it again with each build, because it names the
     pages that browsers must keep no copy of. Save it as web.config in the site's folder. Old addresses need the feature
     \"HTTP Redirection\". -->
<configuration>
";

/// What a `location` holds.
#[derive(Default)]
struct Location<'t> {
    headers: Vec<(&'t str, &'t str)>,
    to: Option<&'t str>,
}

fn write(table: &Table) -> String {
    let mut out = HEAD.to_string();
    let mut left_out = Vec::new();
    whole(table, &mut out);
    let mut places: BTreeMap<String, Location<'_>> = BTreeMap::new();
    for sort in [RuleSort::Own, RuleSort::Fixed, RuleSort::Sensitive] {
        for rule in table.of_sort(sort) {
            let Some(path) = location(&rule.pattern, table) else {
                left_out.extend(rule.headers.iter().map(|(name, _)| (name.as_str(), rule.pattern.in_list())));
                continue;
            };
            let place = places.entry(path).or_default();
            for (name, value) in &rule.headers {
                place.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                place.headers.push((name, value));
            }
        }
    }
    for redirect in &table.redirects {
        if let Some(path) = location(&Pattern::exact(redirect.bare().unwrap_or(&redirect.from)), table) {
            places.entry(path).or_default().to = Some(&redirect.to);
        }
    }
    for (path, place) in &places {
        // Writing to a string cannot fail.
        _ = writeln!(out, "  <location path=\"{}\">\n    <system.webServer>", escaped(path));
        if !place.headers.is_empty() {
            out.push_str("      <httpProtocol>\n        <customHeaders>\n");
            for (name, value) in &place.headers {
                _ = writeln!(out, "          <remove name=\"{}\" />", escaped(name));
                _ = writeln!(out, "          <add name=\"{}\" value=\"{}\" />", escaped(name), escaped(value));
            }
            out.push_str("        </customHeaders>\n      </httpProtocol>\n");
        }
        if let Some(to) = place.to {
            _ = writeln!(
                out,
                "      <httpRedirect enabled=\"true\" destination=\"{}\" exactDestination=\"true\" \
                 httpResponseStatus=\"Permanent\" />",
                escaped(to)
            );
        }
        out.push_str("    </system.webServer>\n  </location>\n");
    }
    for (name, pattern) in left_out {
        let words = format!("{name} for {pattern}").replace('-', "&#45;");
        _ = writeln!(out, "  <!-- Left out, because IIS knows only folders and files: {words} -->");
    }
    out.push_str("</configuration>\n");
    out
}

/// Writes what holds for the whole site.
fn whole(table: &Table, out: &mut String) {
    out.push_str(
        "  <system.webServer>\n    <httpProtocol>\n      <customHeaders>\n        <remove name=\"X-Powered-By\" />\n",
    );
    for (name, value) in table.protections() {
        _ = writeln!(out, "        <remove name=\"{}\" />", escaped(name));
        _ = writeln!(out, "        <add name=\"{}\" value=\"{}\" />", escaped(name), escaped(value));
    }
    let said = table.protections().iter().any(|(name, _)| name.eq_ignore_ascii_case("Cache-Control"));
    if !said {
        _ = writeln!(out, "        <add name=\"Cache-Control\" value=\"{ASK_EACH_TIME}\" />");
    }
    out.push_str("      </customHeaders>\n    </httpProtocol>\n    <staticContent>\n");
    for media in MEDIA {
        for ending in media.endings() {
            let name = media.content_type;
            _ = writeln!(out, "      <remove fileExtension=\".{ending}\" />");
            _ = writeln!(out, "      <mimeMap fileExtension=\".{ending}\" mimeType=\"{name}\" />");
        }
    }
    out.push_str(
        "    </staticContent>\n    <defaultDocument enabled=\"true\">\n      <files>\n        <clear />\n        \
         <add value=\"index.html\" />\n      </files>\n    </defaultDocument>\n    <directoryBrowse enabled=\"false\" />\n    \
         <httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n",
    );
    for status in [403, 404] {
        _ = writeln!(out, "      <remove statusCode=\"{status}\" />");
    }
    // A folder without a start page is as lost as any other address; the file keeps the status.
    out.push_str(
        "      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n    </httpErrors>\n    <security>\n      \
         <requestFiltering>\n        <hiddenSegments>\n",
    );
    for name in [".handbill", "_headers", "_redirects"] {
        _ = writeln!(out, "          <add segment=\"{name}\" />");
    }
    out.push_str(
        "        </hiddenSegments>\n      </requestFiltering>\n    </security>\n    \
         <urlCompression doStaticCompression=\"true\" />\n  </system.webServer>\n",
    );
}

/// Returns a pattern as the path of a `location`, below the site's folder; `None` where it is neither a folder nor a file.
fn location(pattern: &Pattern, table: &Table) -> Option<String> {
    let path = pattern.as_exact().or_else(|| pattern.as_below())?;
    let path = path.strip_prefix(table.base.as_str())?.trim_matches('/').to_string();
    // Characters that IIS allows in no path of a `location`.
    let allowed = !path.contains(['?', ':', '\\', '<', '>', '|', '"', '*', '%', '&']);
    if path.is_empty() {
        return pattern.as_exact().map(|_| "index.html".to_string());
    }
    allowed.then_some(path)
}

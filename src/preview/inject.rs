//! What the preview adds to a page: the findings, and a script that reloads it. Neither is ever published.

use super::shelf::{Finding, Notes};

/// The address under which the preview's own files stand.
pub const OWN: &str = "/_handbill/";

/// Waits for the next build, then loads the page again.
pub const SCRIPT: &str = include_str!("preview.js");

/// The look of the findings.
pub const STYLE: &str = include_str!("preview.css");

/// The policy of a page in the preview: the published one, and the preview's own script.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; \
                          script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                          frame-ancestors 'none'";

/// Returns a page with the findings and the script added.
pub fn inject(html: &str, notes: &Notes) -> String {
    let mut page = without_policy(html);
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{OWN}preview.css\">\
         <script src=\"{OWN}preview.js\" data-version=\"{}\" defer></script>",
        notes.version
    );
    insert(&mut page, "</head>", &head);
    insert(&mut page, "</body>", &panel(notes));
    page
}

/// Returns a page for an address that has none.
pub fn not_found(notes: &Notes) -> String {
    let html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not found</title></head>\
                <body><main><h1>There is no page here</h1><p><a href=\"/\">Start page</a></p></main></body></html>";
    inject(html, notes)
}

/// The published page's policy forbids the preview's script; the preview sends its own policy instead.
fn without_policy(html: &str) -> String {
    let Some(mark) = html.find("http-equiv=\"Content-Security-Policy\"") else { return html.to_string() };
    let start = html[..mark].rfind('<').unwrap_or(mark);
    let end = html[mark..].find('>').map_or(html.len(), |at| mark + at + 1);
    format!("{}{}", &html[..start], &html[end..])
}

fn insert(page: &mut String, before: &str, text: &str) {
    match page.rfind(before) {
        Some(at) => page.insert_str(at, text),
        None => page.push_str(text),
    }
}

fn panel(notes: &Notes) -> String {
    let total = notes.own.len() + notes.others.len();
    if total == 0 {
        return String::new();
    }
    let errors = notes.own.iter().chain(&notes.others).filter(|found| found.error).count();
    let findings = if total == 1 { "1 finding".to_string() } else { format!("{total} findings") };
    let title = match errors {
        0 => findings,
        _ if total == 1 => format!("{findings}, which stops publication"),
        1 => format!("{findings}, 1 of them stops publication"),
        _ => format!("{findings}, {errors} of them stop publication"),
    };
    let mut html = String::from("<aside id=\"handbill-findings\" aria-label=\"Findings of Handbill\">");
    html.push_str(&format!("<details{}><summary>{title}</summary>", if errors > 0 { " open" } else { "" }));
    list(&mut html, "On this page", &notes.own);
    list(&mut html, "Elsewhere", &notes.others);
    html.push_str("</details></aside>");
    html
}

fn list(html: &mut String, title: &str, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    html.push_str(&format!("<p>{title}</p><ul>"));
    for found in findings {
        html.push_str(&format!("<li><pre>{}</pre></li>", escaped(found.text.trim_end())));
    }
    html.push_str("</ul>");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{Finding, Notes, inject};

    #[test]
    fn findings_are_words_and_the_policy_is_the_previews() {
        let page = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head><body></body></html>";
        let own = vec![Finding { file: "a.md".into(), text: "a.md:1:1: error: `<script>`\n".into(), error: true }];
        let html = inject(page, &Notes { own, others: Vec::new(), version: 7 });
        assert!(!html.contains("http-equiv"));
        assert!(html.contains("data-version=\"7\""));
        assert!(html.contains("`&lt;script&gt;`"));
        assert!(html.contains("1 finding, which stops publication"));
    }
}

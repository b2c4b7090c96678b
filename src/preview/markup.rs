//! One finding as HTML, for the panel of a page and for the list of all.

use handbill::diag::Severity;
use handbill::words::Said;

use super::finding::{Finding, Fix};
use super::messages::Messages;

/// The direction of an author's own words, which may be in any language.
const AS_WRITTEN: &str = " dir=\"auto\"";

/// Returns a text as it stands in HTML, also within quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns a message or help, in which what stands between backticks is code.
pub fn said(text: &str) -> String {
    let text = escaped(text);
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without its other half is one that the author wrote.
    if parts.len().is_multiple_of(2) {
        return text;
    }
    let pieces = parts.iter().enumerate();
    pieces
        .map(|(at, part)| if !at.is_multiple_of(2) { format!("<code>{part}</code>") } else { (*part).to_string() })
        .collect()
}

/// Returns a sentence of a message or help, which has neither a capital nor a full stop.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let stop = if text.ends_with(['.', '?', '!', ':']) || text.is_empty() { "" } else { "." };
    said(&format!("{first}{}{stop}", letters.as_str()))
}

/// Returns the CSS class of a level.
pub fn class(severity: Severity) -> &'static str {
    severity.name()
}

/// Returns what an item says of a finding: its level and message, then `place` as HTML, then how to mend it.
pub fn finding(found: &Finding, level: &Said, place: &str, messages: &Messages) -> String {
    let of = &messages.of;
    let mut html = format!(
        "<p class=\"message\"><strong class=\"level\">{}</strong> <span{}>{}</span></p>",
        messages.html(level),
        messages.finding_attributes(),
        sentence(&found.message)
    );
    html.push_str(place);
    if found.stops_every_page() {
        html.push_str(&format!("<p>{}</p>", messages.html(&of.every_page)));
    }
    if !found.help.is_empty() {
        let (label, help) = (messages.html(&of.help), messages.finding(&said(&found.help)));
        html.push_str(&format!("<p class=\"help\"><strong>{label}</strong> {help}</p>"));
    }
    if !found.see.is_empty() {
        html.push_str("<ul class=\"see\">");
        for see in &found.see {
            let (place, text) = (messages.html(&messages.see(&see.file, see.line)), said(&see.text));
            html.push_str(&format!("<li>{place} {}</li>", messages.finding(&text)));
        }
        html.push_str("</ul>");
    }
    if let Some(change) = &found.fix {
        html.push_str(&fix(change, messages));
    }
    html
}

/// Returns a fix, with what is to be copied.
fn fix(fix: &Fix, messages: &Messages) -> String {
    let of = &messages.of;
    let title = messages.html(if fix.unsure { &of.fix_unsure } else { &of.fix });
    let old = |label: &Said| {
        let (label, before) = (messages.html(label), escaped(&fix.before));
        format!("<p>{label}</p><pre class=\"old\"{AS_WRITTEN}><code>{before}</code></pre>")
    };
    let new = |label: &Said| {
        let (label, copied, copy) = (messages.html(label), escaped(&fix.after), messages.html(&of.copy));
        format!(
            "<p>{label}</p><div class=\"copied\"><pre{AS_WRITTEN}><code>{copied}</code></pre>\
             <button type=\"button\" data-copy=\"{copied}\">{copy}</button></div>"
        )
    };
    let change = match (fix.before.is_empty(), fix.after.is_empty()) {
        (_, true) => old(&of.take_out),
        (true, false) => new(&of.put_in),
        (false, false) => old(&of.change) + &new(&of.into),
    };
    format!("<div class=\"fix\"><p><strong>{title}</strong></p>{change}</div>")
}

#[cfg(test)]
mod tests {
    use super::{said, sentence};

    #[test]
    fn what_a_finding_says_is_a_sentence_with_code() {
        assert_eq!(sentence("there is no file `a<b>.md`"), "There is no file <code>a&lt;b&gt;.md</code>.");
        assert_eq!(sentence("`x` is \"none\"?"), "<code>x</code> is &quot;none&quot;?");
        assert_eq!(sentence("élan"), "Élan.");
        assert_eq!(sentence(""), "");
        assert_eq!(said("a ` b"), "a ` b");
    }
}

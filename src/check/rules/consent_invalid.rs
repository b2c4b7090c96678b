//! Stories of people who did not, or no longer, agree.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity};
use crate::model::{Data, Date, Site};

pub const RULE: Rule = Rule {
    kind: Kind {
        code: "A086",
        name: "consent-invalid",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("consent_invalid.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Site, report: &mut Report<'_>) {
    let Some(page) = body.page.filter(|page| page.meta.kind == "case-study") else { return };
    let Some(Data::Map(consent)) = page.meta.more.get("consent") else {
        let help = "add `consent:` with `reference`, `scope`, `given` and `expires`, or take the page down";
        report.add(page.key_span("kind"), "this case study does not say that its people agreed to it", help);
        return;
    };
    let span = page.key_span("consent");
    let off = |data: &Data| match data {
        Data::Null | Data::Bool(false) => true,
        Data::Text(text) => matches!(text.trim(), "" | "no" | "No" | "false"),
        _ => false,
    };
    if consent.get("withdrawn").is_some_and(|data| !off(data)) {
        report.add(span, "the consent to this case study was withdrawn", "take the page down: write `draft: true`");
    }
    if !matches!(consent.get("reference"), Some(Data::Text(text)) if !text.trim().is_empty())
        && !matches!(consent.get("reference"), Some(Data::Number(_)))
    {
        report.add(span, "the consent has no reference", "add `reference:` with the number of the signed form");
    }
    match consent.get("expires") {
        Some(Data::Text(written)) => match Date::parse(written) {
            Some(day) if day < site.at.date => {
                let message = format!("the consent to this case study ended on {}", day.in_words(body.lang));
                report.add(span, message, "ask again, or take the page down: write `draft: true`");
            }
            Some(_) => {}
            None => {
                report.add(span, format!("`{written}` is no day on which the consent ends"), "write it as `2027-11-01`")
            }
        },
        _ => {
            report.add(span, "the consent does not say when it ends", "add `expires:` with a day, such as `2027-11-01`")
        }
    }
    let Some(Data::List(scope)) = consent.get("scope") else {
        report.add(span, "the consent does not say what it is for", "add a line such as `scope: [web, print]`");
        return;
    };
    for format in &page.meta.formats {
        let asked = if matches!(format.as_str(), "large-print" | "giant-print" | "dyslexia") {
            "print"
        } else {
            format.as_str()
        };
        let agreed = |word: &str| scope.iter().any(|data| matches!(data, Data::Text(text) if text == word));
        if !agreed(asked) && !agreed(format) {
            let message = format!("this case study is made as `{format}`, and the consent is not for that");
            let help = format!("take `{format}` out of `formats`, or ask again and add `{asked}` to `scope`");
            report.add(span, message, help);
        }
    }
}

//! Email addresses of single people.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A084",
        name: "personal-email",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("personal_email.md"),
    },
    look: Look::Body(look),
};

/// Words that show that an address belongs to a team.
const TEAMS: &str = "\
    abuse access accessibility analysis audit borough care casework chief city commissioner commissioning comms \
    community complaints consultation contact contracts control correspondence council county court crime \
    custody customer data digital district do domestic duty east email engagement enquiries events executive \
    finance foi freedom funding general grants hate have help hours hr human info information it jobs justice \
    language legal mail media news no north not office opcc our out panel partnership partnerships pcc people \
    performance plain police policy press privacy procurement protection public recruitment reply research \
    resources restorative road roads room rural safety say service services south station strategy support team \
    the town traffic training vetting victim victims visiting visitors volunteer volunteers web west witness \
    witnesses young your youth";

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for run in body.runs() {
        addresses(run.inlines, report);
    }
}

fn addresses(run: &[Inline], report: &mut Sink<'_>) {
    let help = "use the address of a team, such as `office@pcc.example`, which somebody reads when a person leaves";
    for inline in run {
        match inline {
            Inline::Link(link) => {
                if let Target::Email(address) = &link.target
                    && personal(address)
                {
                    report.add(link.span, format!("`{address}` is one person's address"), help);
                }
            }
            Inline::Text(text) if text.text.contains('@') => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | ':');
                for word in text.text.split(ends) {
                    let word = word.trim_end_matches(['.', '?', '!']);
                    if personal(word) {
                        let at = word.as_ptr() as usize - text.text.as_ptr() as usize;
                        let span = text.place(at..at + word.len());
                        report.add(span, format!("`{word}` is one person's address"), help);
                    }
                }
            }
            _ => addresses(inline.children(), report),
        }
    }
}

/// Returns whether an address is made of a first name, or its letter, and a family name.
fn personal(address: &str) -> bool {
    let Some((name, domain)) = address.split_once('@') else { return false };
    let Some((first, last)) = name.split_once(['.', '_']) else { return false };
    let lower = [first.to_lowercase(), last.to_lowercase()];
    let letters = |word: &String| word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'');
    let team = |word: &String| TEAMS.split_whitespace().any(|team| team == word);
    domain.contains('.')
        && !first.is_empty()
        && last.chars().count() > 2
        && lower.iter().all(letters)
        && !lower.iter().any(team)
}

//! Email addresses of single people.

use crate::check::{Body, Look, Report, Rule};
use crate::diag::{Kind, Severity};
use crate::model::{Inline, Site, Target};

pub const RULE: Rule = Rule {
    kind: Kind {
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
const TEAMS: &[&str] = &[
    "office",
    "team",
    "press",
    "enquiries",
    "info",
    "contact",
    "support",
    "help",
    "data",
    "protection",
    "complaints",
    "media",
    "comms",
    "victims",
    "victim",
    "services",
    "service",
    "police",
    "commissioner",
    "panel",
    "public",
    "freedom",
    "information",
    "foi",
    "customer",
    "care",
    "hr",
    "people",
    "consultation",
    "access",
    "privacy",
    "web",
    "accessibility",
    "reply",
    "no",
    "news",
    "north",
    "south",
    "east",
    "west",
    "hate",
    "crime",
    "rural",
    "road",
    "roads",
    "traffic",
    "young",
    "youth",
    "domestic",
    "abuse",
    "out",
    "hours",
    "duty",
    "court",
    "witness",
    "witnesses",
    "justice",
    "restorative",
    "custody",
    "visitors",
    "visiting",
    "vetting",
    "chief",
    "executive",
    "finance",
    "legal",
    "audit",
    "casework",
    "correspondence",
    "general",
    "email",
    "city",
    "town",
    "county",
    "district",
    "council",
    "borough",
    "station",
    "control",
    "room",
    "digital",
    "it",
    "human",
    "resources",
    "jobs",
    "recruitment",
    "volunteer",
    "volunteers",
    "events",
    "engagement",
    "strategy",
    "policy",
    "performance",
    "research",
    "analysis",
    "partnership",
    "partnerships",
    "commissioning",
    "contracts",
    "your",
    "have",
    "say",
    "do",
    "not",
    "training",
    "plain",
    "language",
    "community",
    "safety",
    "grants",
    "funding",
    "procurement",
    "mail",
    "the",
    "our",
    "opcc",
    "pcc",
];

fn look(body: &Body<'_>, _: &Site, report: &mut Report<'_>) {
    body.runs(&mut |run| addresses(run, report));
}

fn addresses(run: &[Inline], report: &mut Report<'_>) {
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
            Inline::Text(text) => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | ':');
                for word in text.text.split(ends) {
                    let word = word.trim_end_matches(['.', '?', '!']);
                    if personal(word) {
                        let at = word.as_ptr() as usize - text.text.as_ptr() as usize;
                        let span = report.part(text, at..at + word.len()).unwrap_or(text.span);
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
    let team = |word: &String| TEAMS.contains(&word.as_str());
    domain.contains('.')
        && !first.is_empty()
        && last.chars().count() > 2
        && lower.iter().all(letters)
        && !lower.iter().any(team)
}

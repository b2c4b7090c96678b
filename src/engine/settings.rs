//! Names in `site.toml` that only the whole of Handbill knows: rules, kinds of page, formats.

use crate::check;
use crate::config::{self, Config};
use crate::content::{self, problems};
use crate::diag::{Diagnostic, FindingKind, Guesses, nearest};

/// Reports rules and formats in `site.toml` that there are not. `later` are kinds of finding that others make.
pub fn judge(config: &Config, formats: &[&'static str], later: &[&'static FindingKind]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut kinds = check::kinds();
    kinds.extend(later);
    let guesses = Guesses::default();
    let known = |name: &str| kinds.iter().any(|kind| kind.name == name);
    for (rule, span) in config.checks.named.iter().filter(|(rule, _)| !known(rule)) {
        let help = match guesses.nearest(rule, kinds.iter().map(|kind| kind.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`handbill rules` lists every rule".to_string(),
        };
        let message = format!("there is no rule `{rule}`");
        found.push(Diagnostic::new(&problems::RULE_UNKNOWN, *span, message, help));
    }
    for (kind, names) in config.formats.iter().filter(|(kind, _)| *kind != "default") {
        let known = content::PAGE_KINDS.iter().map(content::KindDefinition::name).chain([config::LEAFLET]);
        if !known.clone().any(|known| known == kind) {
            let span = names.first().map_or(config.theme_span, |(_, span)| *span);
            let help = nearest(kind, known)
                .map_or("the README lists the kinds".to_string(), |near| format!("did you mean `{near}`?"));
            let message = format!("`{kind}` is not a kind of page");
            found.push(Diagnostic::new(&config::SETTINGS_INVALID, span, message, help));
        }
    }
    for (name, span) in
        config.formats.values().flatten().chain(&config.drafts).filter(|(name, _)| !formats.contains(&name.as_str()))
    {
        found.push(content::unknown_format(name, *span, formats));
    }
    found
}

//! Content security policies, directive by directive: which allows more, and what two come to together.
//! Source: W3C, Content Security Policy 3, 6.

use std::collections::{BTreeMap, BTreeSet};

/// A policy: its directives, each with its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy(BTreeMap<String, BTreeSet<String>>);

/// What each directive falls back to, nearest first. Source: CSP 3, 6.8.3.
const FALLBACKS: &[(&str, &[&str])] = &[
    ("child-src", &["default-src"]),
    ("connect-src", &["default-src"]),
    ("font-src", &["default-src"]),
    ("frame-src", &["child-src", "default-src"]),
    ("img-src", &["default-src"]),
    ("manifest-src", &["default-src"]),
    ("media-src", &["default-src"]),
    ("object-src", &["default-src"]),
    ("prefetch-src", &["default-src"]),
    ("script-src", &["default-src"]),
    ("script-src-attr", &["script-src", "default-src"]),
    ("script-src-elem", &["script-src", "default-src"]),
    ("style-src", &["default-src"]),
    ("style-src-attr", &["style-src", "default-src"]),
    ("style-src-elem", &["style-src", "default-src"]),
    ("worker-src", &["child-src", "script-src", "default-src"]),
];

/// Directives that can only forbid more.
const STRICTER: [&str; 5] =
    ["block-all-mixed-content", "require-trusted-types-for", "sandbox", "trusted-types", "upgrade-insecure-requests"];

/// Directives that tell another computer what a reader's browser was refused, and so what the reader looked at.
const TELLING: [&str; 2] = ["report-uri", "report-to"];

impl Policy {
    /// Reads a policy. Of a directive that stands twice, browsers take the first. Source: CSP 3, 2.2.1.
    pub fn parse(text: &str) -> Policy {
        let mut directives: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for directive in text.split(';') {
            let mut words = directive.split_ascii_whitespace();
            let Some(name) = words.next() else { continue };
            let values = words.filter(|value| !value.eq_ignore_ascii_case("'none'"));
            let values =
                values.map(|value| if value.starts_with('\'') { value.to_ascii_lowercase() } else { value.into() });
            directives.entry(name.to_ascii_lowercase()).or_insert_with(|| values.collect());
        }
        Policy(directives)
    }

    /// Returns the values that hold for a directive, its own or those that it falls back to; `None` where everything is
    /// allowed.
    pub fn holding(&self, directive: &str) -> Option<&BTreeSet<String>> {
        let falls = FALLBACKS.iter().find(|(name, _)| *name == directive).map_or(&[][..], |(_, falls)| falls);
        std::iter::once(&directive).chain(falls).find_map(|name| self.0.get(*name))
    }

    /// Returns why a policy of somebody else's weakens this one: a sentence for each directive. `origin` is where the
    /// site stands, which is the same as `'self'`.
    pub fn weakened_by(&self, other: &Policy, origin: &str) -> Vec<String> {
        let mut why = Vec::new();
        for (name, values) in &other.0 {
            if TELLING.contains(&name.as_str()) {
                why.push(format!("`{name}` tells another computer what a reader looks at"));
                continue;
            }
            if STRICTER.contains(&name.as_str()) {
                continue;
            }
            let known = self.0.contains_key(name) || FALLBACKS.iter().any(|(known, _)| known == name);
            let Some(ours) = self.holding(name).filter(|_| known) else {
                why.push(format!("browsers know no directive `{name}`, so it protects nobody"));
                continue;
            };
            let own = |value: &str| ours.contains("'self'") && (value == origin || value == format!("{origin}/"));
            let more = values.iter().find(|value| !ours.contains(*value) && !own(value));
            if let Some(more) = more {
                why.push(format!("`{name} {more}` allows more than `{name} {}`", shown(ours)));
            }
        }
        why
    }

    /// Returns this policy joined with one that does not weaken it.
    pub fn narrowed_by(mut self, other: &Policy) -> Policy {
        self.0.extend(other.0.iter().map(|(name, values)| (name.clone(), values.clone())));
        self
    }

    /// Returns the policy as a header has it.
    pub fn header(&self) -> String {
        // What everything else falls back to comes first, then what each page needs, then the rest.
        let place = |name: &str| {
            ["default-src", "style-src", "font-src", "img-src", "media-src", "script-src", "connect-src"]
                .iter()
                .position(|known| *known == name)
                .unwrap_or(usize::MAX)
        };
        let mut directives: Vec<(&String, &BTreeSet<String>)> = self.0.iter().collect();
        directives.sort_by_key(|(name, _)| (place(name), (*name).clone()));
        let directive = |(name, values): (&String, &BTreeSet<String>)| match STRICTER.contains(&name.as_str()) {
            true if values.is_empty() => name.clone(),
            _ => format!("{name} {}", shown(values)),
        };
        directives.into_iter().map(directive).collect::<Vec<_>>().join("; ")
    }
}

fn shown(values: &BTreeSet<String>) -> String {
    if values.is_empty() { "'none'".to_string() } else { values.iter().cloned().collect::<Vec<_>>().join(" ") }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    const OURS: &str =
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    fn weaker(theirs: &str) -> Vec<String> {
        Policy::parse(OURS).weakened_by(&Policy::parse(theirs), "https://pcc.example")
    }

    #[test]
    fn a_policy_that_allows_more_is_told_by_its_directive() {
        for (theirs, told) in [
            ("default-src 'self'", "`default-src 'self'` allows more than `default-src 'none'`"),
            (
                "script-src 'self' https://cdn.example",
                "`script-src https://cdn.example` allows more than `script-src 'self'`",
            ),
            (
                "script-src-elem 'unsafe-inline'",
                "`script-src-elem 'unsafe-inline'` allows more than `script-src-elem 'self'`",
            ),
            ("connect-src https:", "`connect-src https:` allows more than `connect-src 'none'`"),
            ("Frame-Ancestors 'self'", "`frame-ancestors 'self'` allows more than `frame-ancestors 'none'`"),
            ("worker-src *", "`worker-src *` allows more than `worker-src 'self'`"),
            ("report-uri https://log.example/", "`report-uri` tells another computer what a reader looks at"),
            ("scrpt-src 'self'", "browsers know no directive `scrpt-src`, so it protects nobody"),
        ] {
            assert_eq!(weaker(theirs), [told]);
        }
    }

    #[test]
    fn a_policy_that_allows_less_is_taken_in() {
        for theirs in [
            "script-src 'none'",
            "script-src",
            "style-src https://pcc.example",
            "sandbox allow-same-origin",
            "upgrade-insecure-requests",
            "img-src 'none'; script-src 'SELF'",
        ] {
            assert_eq!(weaker(theirs), Vec::<String>::new(), "{theirs}");
        }
        let both = Policy::parse(OURS).narrowed_by(&Policy::parse("script-src 'none'; upgrade-insecure-requests"));
        assert_eq!(
            both.header(),
            "default-src 'none'; style-src 'self'; script-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
             upgrade-insecure-requests"
        );
    }
}

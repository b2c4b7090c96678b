//! Media queries, answered for a setting of a reader.

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// What the setting is called in findings; empty for the usual one.
    pub name: &'static str,
    /// Width of the window in CSS pixels.
    pub width: f32,
    /// Height of the window in CSS pixels.
    pub height: f32,
    /// Whether the reader asked for dark colours.
    pub dark: bool,
    /// Whether the system chooses all colours.
    pub forced: bool,
    /// Whether the reader asked for less movement.
    pub still: bool,
}

/// The settings for which pages are looked at. 1280 and 320 pixels are the widths of WCAG 2.2, 1.4.10 (Reflow); the others are
/// what Media Queries 5 lets readers ask for.
pub const SETTINGS: &[Setting] = &[
    Setting { name: "", width: 1280.0, height: 1024.0, dark: false, forced: false, still: false },
    Setting { name: "on a narrow screen", width: 320.0, height: 256.0, dark: false, forced: false, still: false },
    Setting { name: "in dark mode", width: 1280.0, height: 1024.0, dark: true, forced: false, still: false },
    Setting { name: "in forced colours", width: 1280.0, height: 1024.0, dark: false, forced: true, still: false },
    Setting { name: "with less movement", width: 1280.0, height: 1024.0, dark: false, forced: false, still: true },
];

/// How deep brackets are followed.
const DEEPEST: usize = 16;

impl Setting {
    /// Returns whether a list of media queries holds. What is not known does not hold.
    pub fn answers(&self, queries: &str) -> bool {
        let queries = queries.trim();
        queries.is_empty() || split(queries, ',').any(|query| self.query(query.trim()))
    }

    fn query(&self, query: &str) -> bool {
        let lower = query.to_ascii_lowercase();
        let lower = lower.trim();
        let (negated, rest) = match lower.strip_prefix("not ") {
            Some(rest) if !rest.trim_start().starts_with('(') => (true, rest.trim_start()),
            _ => (false, lower.strip_prefix("only ").map_or(lower, str::trim_start)),
        };
        if rest.starts_with('(') || rest.starts_with("not") {
            return self.condition(rest, 0);
        }
        let (kind, rest) = match rest.split_once(" and ") {
            Some((kind, rest)) => (kind.trim(), Some(rest)),
            None => (rest, None),
        };
        let shown = matches!(kind, "screen" | "all");
        (shown && rest.is_none_or(|rest| self.condition(rest.trim(), 0))) != negated
    }

    fn condition(&self, text: &str, depth: usize) -> bool {
        let text = text.trim();
        if depth > DEEPEST {
            return false;
        }
        if let Some(rest) = text.strip_prefix("not").filter(|rest| rest.trim_start().starts_with('(')) {
            return !self.condition(rest, depth + 1);
        }
        let mut parts = Vec::new();
        for (word, all) in [(" and ", true), (" or ", false)] {
            let found = split_word(text, word);
            if found.len() > 1 {
                parts = found;
                return if all {
                    parts.iter().all(|part| self.condition(part, depth + 1))
                } else {
                    parts.iter().any(|part| self.condition(part, depth + 1))
                };
            }
        }
        drop(parts);
        let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return false };
        let inner = inner.trim();
        if inner.starts_with('(') || inner.starts_with("not ") {
            return self.condition(inner, depth + 1);
        }
        self.feature(inner)
    }

    fn feature(&self, text: &str) -> bool {
        if let Some((name, value)) = text.split_once(':') {
            return self.is(name.trim(), value.trim());
        }
        if text.contains(['<', '>', '=']) {
            return self.range(text);
        }
        match text {
            "color" | "hover" | "any-hover" | "pointer" | "any-pointer" | "width" | "height" | "scripting" => true,
            "prefers-reduced-motion" => self.still,
            "forced-colors" => self.forced,
            "prefers-color-scheme" => true,
            _ => false,
        }
    }

    fn is(&self, name: &str, value: &str) -> bool {
        let compared = |own: f32, minimum: &str, maximum: &str| {
            let value = length(value)?;
            Some(match name {
                _ if name == minimum => own >= value,
                _ if name == maximum => own <= value,
                _ => (own - value).abs() < f32::EPSILON,
            })
        };
        match name {
            "width" | "min-width" | "max-width" | "device-width" | "min-device-width" | "max-device-width" => {
                let name = name.replace("device-", "");
                let value = length(value).unwrap_or(f32::NAN);
                match name.as_str() {
                    "min-width" => self.width >= value,
                    "max-width" => self.width <= value,
                    _ => (self.width - value).abs() < f32::EPSILON,
                }
            }
            "height" | "min-height" | "max-height" => {
                compared(self.height, "min-height", "max-height").unwrap_or(false)
            }
            "orientation" => (value == "landscape") == (self.width > self.height),
            "prefers-color-scheme" => value == if self.dark { "dark" } else { "light" },
            "prefers-reduced-motion" => (value == "reduce") == self.still,
            "forced-colors" => (value == "active") == self.forced,
            "prefers-contrast" => value == if self.forced { "custom" } else { "no-preference" },
            "hover" | "any-hover" => value == "hover",
            "pointer" | "any-pointer" => value == "fine",
            "scripting" => value == "enabled",
            "min-resolution" | "-webkit-min-device-pixel-ratio" => false,
            "display-mode" => value == "browser",
            "prefers-reduced-transparency" | "prefers-reduced-data" => value == "no-preference",
            _ => false,
        }
    }

    /// Answers `width >= 600px` and `400px <= width <= 700px`.
    fn range(&self, text: &str) -> bool {
        let mut terms: Vec<String> = vec![String::new()];
        let mut signs: Vec<String> = Vec::new();
        for c in text.chars() {
            if matches!(c, '<' | '>' | '=') {
                match signs.last_mut() {
                    Some(sign) if signs_open(&terms) => sign.push(c),
                    _ => {
                        signs.push(c.to_string());
                        terms.push(String::new());
                    }
                }
            } else if let Some(term) = terms.last_mut() {
                term.push(c);
            }
        }
        let of = |term: &str| match term.trim() {
            "width" => Some(self.width),
            "height" => Some(self.height),
            "aspect-ratio" => Some(self.width / self.height),
            other => length(other),
        };
        signs.iter().zip(terms.iter().zip(terms.iter().skip(1))).all(|(sign, (left, right))| {
            match (of(left), of(right)) {
                (Some(left), Some(right)) => match sign.as_str() {
                    "<" => left < right,
                    "<=" => left <= right,
                    ">" => left > right,
                    ">=" => left >= right,
                    _ => (left - right).abs() < f32::EPSILON,
                },
                _ => false,
            }
        })
    }
}

fn signs_open(terms: &[String]) -> bool {
    terms.last().is_some_and(|term| term.trim().is_empty()) && terms.len() > 1
}

/// Returns a length of a media query in pixels. `em` and `rem` are of the first size of letters, 16 pixels.
fn length(text: &str) -> Option<f32> {
    super::value::Length::parse(text)?.pixels(super::value::FIRST_SIZE, super::value::FIRST_SIZE, None)
}

/// Splits at a sign that stands outside brackets.
pub fn split(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut depth = 0_i32;
    text.split(move |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        depth == 0 && c == at
    })
}

fn split_word<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' if depth == 0 && at >= start && text[at..].starts_with(word) => {
                parts.push(&text[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or(""));
    parts
}

#[cfg(test)]
mod tests {
    use super::SETTINGS;

    #[test]
    fn queries_are_answered_for_each_setting() {
        for (query, expected) in [
            ("", [true, true, true, true, true]),
            ("print", [false; 5]),
            ("not print", [true; 5]),
            ("screen and (min-width: 40em)", [true, false, true, true, true]),
            ("(width < 600px)", [false, true, false, false, false]),
            ("(300px <= width <= 400px)", [false, true, false, false, false]),
            ("(prefers-color-scheme: dark)", [false, false, true, false, false]),
            ("(forced-colors: active), (prefers-reduced-motion)", [false, false, false, true, true]),
            ("(min-width: 20em) and (not (prefers-color-scheme: dark))", [true, true, false, true, true]),
            ("(nonsense: 3)", [false; 5]),
        ] {
            let got: Vec<bool> = SETTINGS.iter().map(|setting| setting.answers(query)).collect();
            assert_eq!(got, expected, "{query}");
        }
    }
}

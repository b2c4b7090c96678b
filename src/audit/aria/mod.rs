//! The tables of WAI-ARIA: roles, states and properties.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A role.
#[derive(Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name.
    pub name: &'static str,
    flags: &'static str,
    /// States and properties that it must have, without `aria-`.
    pub required: Vec<&'static str>,
    /// States and properties that it may have besides those of all roles, without `aria-`.
    pub supported: Vec<&'static str>,
    /// Roles of which one must stand around it.
    pub context: Vec<&'static str>,
    /// Roles of which one must stand in it.
    pub owned: Vec<&'static str>,
}

impl Role {
    /// Returns whether it is named by what stands in it.
    pub fn named_by_contents(&self) -> bool {
        self.has("c")
    }

    /// Returns whether authors may not name it.
    pub fn is_nameless(&self) -> bool {
        self.has("p")
    }

    /// Returns whether what stands in it is read as words alone.
    pub fn flattens(&self) -> bool {
        self.has("k")
    }

    /// Returns whether it only orders others and may not be used.
    pub fn is_abstract(&self) -> bool {
        self.has("a")
    }

    /// Returns whether readers act on it.
    pub fn is_widget(&self) -> bool {
        self.has("w")
    }

    /// Returns whether it is a part of the page that readers jump to.
    pub fn is_landmark(&self) -> bool {
        self.has("l")
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.split(' ').any(|own| own == flag)
    }
}

/// What a state or property may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// `true` or `false`.
    TrueFalse,
    /// `true`, `false` or `mixed`.
    Tristate,
    /// `true`, `false` or `undefined`.
    TrueFalseUndefined,
    /// The id of an element.
    Id,
    /// Ids of elements.
    Ids,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Words.
    String,
    /// One of the tokens.
    Token,
    /// Some of the tokens.
    Tokens,
}

/// A state or property.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name with `aria-`.
    pub name: &'static str,
    /// What it may be.
    pub value: Value,
    /// Whether every role may have it.
    pub global: bool,
    /// The tokens.
    pub tokens: Vec<&'static str>,
}

static ROLES: LazyLock<BTreeMap<&str, Role>> = LazyLock::new(|| {
    let rows = rows(include_str!("roles.txt"));
    let role = |[name, flags, required, supported, context, owned]: [&'static str; 6]| {
        let list = |text: &'static str| text.split_whitespace().collect();
        let (required, supported, context, owned) = (list(required), list(supported), list(context), list(owned));
        (name, Role { name, flags, required, supported, context, owned })
    };
    rows.map(role).collect()
});

static ATTRIBUTES: LazyLock<BTreeMap<&str, Attribute>> = LazyLock::new(|| {
    let rows = rows(include_str!("attributes.txt"));
    let attribute = |[name, kind, global, tokens]: [&'static str; 4]| {
        let value = match kind {
            "true-false" => Value::TrueFalse,
            "tristate" => Value::Tristate,
            "true-false-undefined" => Value::TrueFalseUndefined,
            "id" => Value::Id,
            "ids" => Value::Ids,
            "integer" => Value::Integer,
            "number" => Value::Number,
            "token" => Value::Token,
            "tokens" => Value::Tokens,
            _ => Value::String,
        };
        (name, Attribute { name, value, global: global == "global", tokens: tokens.split_whitespace().collect() })
    };
    rows.map(attribute).collect()
});

/// Returns the rows of a table, each with its cells.
fn rows<const CELLS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; CELLS]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut cells = [""; CELLS];
        for (cell, text) in cells.iter_mut().zip(line.split('|')) {
            *cell = text.trim();
        }
        cells
    })
}

/// Returns a role that authors may use or not, by its name in any case.
pub fn role(name: &str) -> Option<&'static Role> {
    ROLES.get(name.to_ascii_lowercase().as_str())
}

/// Returns the names of the roles that authors may use.
pub fn role_names() -> impl Iterator<Item = &'static str> {
    ROLES.values().filter(|role| !role.is_abstract()).map(|role| role.name)
}

/// Returns a state or property by its name with `aria-`.
pub fn attribute(name: &str) -> Option<&'static Attribute> {
    ATTRIBUTES.get(name)
}

/// Returns the names of all states and properties.
pub fn attribute_names() -> impl Iterator<Item = &'static str> {
    ATTRIBUTES.keys().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_name_only_what_they_have() {
        assert_eq!((ROLES.len(), ATTRIBUTES.len()), (142, 53));
        for role in ROLES.values() {
            for name in role.required.iter().chain(&role.supported) {
                assert!(attribute(&format!("aria-{name}")).is_some(), "{}: {name}", role.name);
            }
            for name in role.context.iter().chain(&role.owned) {
                assert!(super::role(name).is_some(), "{}: {name}", role.name);
            }
        }
    }
}

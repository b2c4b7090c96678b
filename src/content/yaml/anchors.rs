//! YAML values that are written once with `&` and brought in with `*`: whether that grows past all measure. The text is
//! walked as the parser would read it, and only counted, so that nothing is built.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_yaml::Value;

/// How much larger than its text YAML may be when it is read: far more than anybody saves by not writing twice.
const TIMES: usize = 10;

/// What YAML may always come to, in bytes and values.
const ALWAYS: usize = 100_000;

/// Returns the key of the outermost mapping under which the values grow past all measure; an empty one in a list.
pub fn swollen(text: &str) -> Option<String> {
    if !text.contains('&') || !text.contains('*') {
        return None;
    }
    let count = Count { left: Cell::new(text.len() * TIMES + ALWAYS), key: RefCell::default() };
    let read = Top(&count).deserialize(serde_yaml::Deserializer::from_str(text));
    // The parser itself stops at values that hold themselves.
    let stopped = |error: &serde_yaml::Error| error.to_string().contains("limit exceeded");
    (count.left.get() == 0 || read.is_err_and(|error| stopped(&error))).then(|| count.key.take())
}

/// What may still come, and under which key it stands.
struct Count {
    left: Cell<usize>,
    key: RefCell<String>,
}

impl Count {
    fn take<E: Error>(&self, amount: usize) -> Result<(), E> {
        self.left.set(self.left.get().saturating_sub(amount + 1));
        if self.left.get() == 0 { Err(E::custom("too large")) } else { Ok(()) }
    }
}

/// The outermost mapping, whose keys are remembered, or the outermost list.
struct Top<'c>(&'c Count);

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("keys and values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Any(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(Key(self.0))? {
            self.0.key.replace(key);
            map.next_value_seed(Any(self.0))?;
        }
        Ok(())
    }
}

/// A key of the outermost mapping.
struct Key<'c>(&'c Count);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        let key = match Value::deserialize(from)? {
            Value::String(key) => key,
            Value::Number(key) => key.to_string(),
            _ => String::new(),
        };
        self.0.take(key.len())?;
        Ok(key)
    }
}

/// Any value, which is counted.
struct Any<'c>(&'c Count);

impl<'de> DeserializeSeed<'de> for Any<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.0.take(0)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.0.take(0)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.0.take(0)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.0.take(0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.take(text.len())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.take(0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.take(0)?;
        while items.next_element_seed(Any(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.take(0)?;
        while map.next_key_seed(Any(self.0))?.is_some() {
            map.next_value_seed(Any(self.0))?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let (tag, value) = tagged.variant::<String>()?;
        self.0.take(tag.len())?;
        value.newtype_variant_seed(self)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::swollen;

    #[test]
    fn values_written_once_are_welcome() {
        assert_eq!(swollen("source: &s { title: A }\nother: *s\n"), None);
        assert_eq!(swollen("title: A * B & C\nlist: [1, 2.5, ~, true, !x y, { a: b }]\n"), None);
        assert_eq!(swollen("a: &a *b\n"), None);
    }

    #[test]
    fn the_key_that_grows_is_named() {
        let mut text = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (one, two) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
            let _ = writeln!(text, "{two}: &{two} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}]");
        }
        assert_eq!(swollen(&text), Some("f".to_string()));
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(50_000), "*a, ".repeat(100));
        assert_eq!(swollen(&long), Some("b".to_string()));
        assert_eq!(swollen("a: 1\nb: &b [*b]\n"), Some("b".to_string()));
        let list = format!("- &a {}\n- [{}]\n", "x".repeat(50_000), "*a, ".repeat(100));
        assert_eq!(swollen(&list), Some(String::new()));
    }
}

//! JSON, element by element. Must not hold more of a document than one element, and must not pass on what serde says of
//! one: its words quote the value they stumble over.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Read;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::{Error, Reason};

/// What is done with each element; its text, and its number from 1.
pub(crate) type Each<'a> = &'a mut dyn FnMut(usize, &str) -> Result<(), Error>;

/// Hands each element of the array that is the whole document to `each`.
///
/// # Errors
/// What `each` answers; [`Error::UnknownShape`] if it is JSON and no array; [`Error::Damaged`].
pub(crate) fn for_each_element(
    reader: impl Read,
    what: &'static str,
    expected: &'static str,
    each: Each<'_>,
) -> Result<(), Error> {
    let mut own = None;
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let outcome = Elements { each, own: &mut own }.deserialize(&mut deserializer);
    let outcome = outcome.and_then(|()| deserializer.end());
    match (own, outcome) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) if error.is_data() => Err(Error::UnknownShape { expected }),
        (None, Err(error)) => Err(damaged(what, error)),
    }
}

/// A JSON error, without its words.
pub(crate) fn damaged(what: &'static str, error: serde_json::Error) -> Error {
    let (line, column) = (error.line(), error.column());
    if error.is_io() {
        return Error::io(what, &std::io::Error::from(error));
    }
    Error::Damaged { what, line, column }
}

/// Why one element cannot be read.
pub(crate) fn reason(error: &serde_json::Error) -> Reason {
    if error.is_data() { Reason::UnexpectedFields } else { Reason::NotJson { column: error.column() } }
}

/// An array whose elements are handed on as they come.
pub(crate) struct Elements<'a, 'e> {
    pub(crate) each: Each<'a>,
    /// The error of `each`, as serde can only carry a text.
    pub(crate) own: &'e mut Option<Error>,
}

impl<'de> DeserializeSeed<'de> for Elements<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut number = 0;
        // As it is written: a bad element is then one failure, and nesting costs no stack.
        while let Some(element) = elements.next_element::<Box<RawValue>>()? {
            number += 1;
            if let Err(error) = (self.each)(number, element.get()) {
                *self.own = Some(error);
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// How a document begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// An array with nothing in it.
    EmptyArray,
    /// An array; the keys of its first element, if that is an object.
    Array(BTreeSet<String>),
    /// An object: its keys, and the value of `type` if that is a short text.
    Object(BTreeSet<String>, Option<String>),
    /// Something else, or it ends before the first element does.
    Unclear,
}

/// Looks at the first object of a document, without holding more of it than its keys.
pub(crate) fn beginning(reader: impl Read) -> Beginning {
    let mut seen = Beginning::Unclear;
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    // An error is how a look at an array ends early.
    let _ = Look { seen: &mut seen }.deserialize(&mut deserializer);
    seen
}

/// Keys that are worth a look; a file may have a million others.
const MOST_KEYS: usize = 64;

struct Look<'a> {
    seen: &'a mut Beginning,
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an array or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut keys = BTreeSet::new();
        match elements.next_element_seed(Keys { keys: &mut keys, kind: &mut None }) {
            Ok(None) => *self.seen = Beginning::EmptyArray,
            Ok(Some(())) => *self.seen = Beginning::Array(keys),
            // Cut off within the first element, where only the beginning is looked at: what was seen counts.
            Err(_) if !keys.is_empty() => *self.seen = Beginning::Array(keys),
            Err(_) => {}
        }
        Err(A::Error::custom("enough was seen"))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let (mut keys, mut kind) = (BTreeSet::new(), None);
        let outcome = Keys { keys: &mut keys, kind: &mut kind }.visit_map(map);
        if !keys.is_empty() {
            *self.seen = Beginning::Object(keys, kind);
        }
        outcome
    }
}

struct Keys<'a> {
    keys: &'a mut BTreeSet<String>,
    kind: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "type" {
                *self.kind = map.next_value::<LenientText>()?.0;
            } else {
                // Noted before its value is passed over: that may be cut off.
                if self.keys.len() < MOST_KEYS {
                    self.keys.insert(key);
                }
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            self.keys.insert(key);
        }
        Ok(())
    }
}

/// A text, or nothing where something else stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LenientText(pub(crate) Option<String>);

impl<'de> serde::Deserialize<'de> for LenientText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LenientText, D::Error> {
        deserializer.deserialize_any(LenientVisitor).map(|scalar| {
            LenientText(match scalar {
                Scalar::Text(text) => Some(text),
                _ => None,
            })
        })
    }
}

/// A text or a number, or nothing where something else stands: programs write an id or a time either way.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Scalar {
    Text(String),
    Number(f64),
    #[default]
    Other,
}

impl<'de> serde::Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scalar, D::Error> {
        deserializer.deserialize_any(LenientVisitor)
    }
}

struct LenientVisitor;

impl<'de> Visitor<'de> for LenientVisitor {
    type Value = Scalar;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(text))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Scalar, A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
}

/// Elements of an array that are held at most: a hostile one of `{},{},…` would take fifty times its own size.
const MOST_ELEMENTS: usize = 100_000;

/// A list that is held up to a limit and passed over from there on.
#[derive(Debug)]
pub(crate) struct Capped<T> {
    pub(crate) values: Vec<T>,
    pub(crate) too_many: bool,
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Capped<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Capped<T>, D::Error> {
        struct CappedVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: serde::Deserialize<'de>> Visitor<'de> for CappedVisitor<T> {
            type Value = Capped<T>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Capped<T>, A::Error> {
                let mut capped = Capped { values: Vec::new(), too_many: false };
                while capped.values.len() < MOST_ELEMENTS {
                    let Some(value) = elements.next_element()? else { return Ok(capped) };
                    capped.values.push(value);
                }
                while elements.next_element::<IgnoredAny>()?.is_some() {
                    capped.too_many = true;
                }
                Ok(capped)
            }
        }
        deserializer.deserialize_seq(CappedVisitor(std::marker::PhantomData))
    }
}

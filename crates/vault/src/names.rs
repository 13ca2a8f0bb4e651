//! The names that classes, actions and presets have in what is stored, on the command line and in the window: serde's. Must keep no
//! list of its own.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The name of an enum's plain variant.
pub fn name_of(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What a name stands for, if it is known.
pub fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use keepsake_filter::Class;

    use super::*;

    #[test]
    fn every_class_has_a_name_that_stands_for_it() {
        for class in Class::ALL {
            assert_eq!(named(&name_of(class)), Some(class));
        }
        assert_eq!(named::<Class>("no such class"), None);
    }
}

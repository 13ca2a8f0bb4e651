//! What a person types to open the vault, and whether it is strong enough. It must not know what it opens, and no
//! advice may repeat what was typed.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::error::Error;

/// In bytes, after normalising.
const LONGEST: usize = 1024;
/// In characters, for an acceptable one.
const SHORTEST_ACCEPTABLE: usize = 10;
/// Guessing gets no harder to judge beyond this, only slower.
const JUDGED_CHARACTERS: usize = 100;

/// A passphrase in Unicode normalisation form C, so that every keyboard's way of typing "é" opens the same vault.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Refuses an empty one and one above 1024 bytes. It judges no strength: see [`passphrase_strength`].
    pub fn new(text: &str) -> Result<Self, Error> {
        const TOO_LONG: Error =
            Error::BadInput("the passphrase is longer than 1024 bytes: choose a shorter one");
        if text.is_empty() {
            return Err(Error::BadInput("the passphrase is empty: type at least one character"));
        }
        // A decomposed spelling can be longer than the composed one that counts.
        if text.len() > 4 * LONGEST {
            return Err(TOO_LONG);
        }
        // Form C grows UTF-8 at most threefold (Unicode FAQ); with room for that, nothing is left behind by growing.
        let mut normalised = Zeroizing::new(String::with_capacity(3 * text.len()));
        normalised.extend(text.nfc());
        if normalised.len() > LONGEST {
            return Err(TOO_LONG);
        }
        Ok(Self(normalised))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl ZeroizeOnDrop for Passphrase {}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(redacted)")
    }
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// From 0, guessed at once, to 4, very hard to guess (zxcvbn's score).
    pub score: u8,
    /// Score 3 or 4, ten characters or more, and not too long.
    pub acceptable: bool,
    /// One or two plain sentences.
    pub advice: String,
}

/// Judges a passphrase as it is typed.
pub fn passphrase_strength(text: &str) -> Strength {
    let normalised = match Passphrase::new(text) {
        Ok(passphrase) => passphrase,
        Err(refused) => {
            return Strength { score: 0, acceptable: false, advice: refused.to_string() };
        }
    };
    let characters = normalised.0.chars().count();
    let mut judged = Zeroizing::new(String::with_capacity(normalised.0.len()));
    judged.extend(normalised.0.chars().take(JUDGED_CHARACTERS));
    let estimate = zxcvbn::zxcvbn(&judged, &["keepsake"]);
    let score = estimate.score() as u8;
    let acceptable = score >= 3 && characters >= SHORTEST_ACCEPTABLE;
    let advice = if acceptable {
        "This passphrase is hard to guess.".to_owned()
    } else {
        advice(estimate.feedback(), &normalised)
    };
    Strength { score, acceptable, advice }
}

/// zxcvbn's sentences are fixed, yet "password" stands in one of them: then a shorter one is said.
fn advice(feedback: Option<&zxcvbn::feedback::Feedback>, typed: &Passphrase) -> String {
    const HINT: &str = "Use four or more words that do not belong together.";
    let reason = feedback.and_then(|feedback| {
        let warning = feedback.warning().map(|warning| warning.to_string());
        warning.or_else(|| feedback.suggestions().first().map(|suggestion| suggestion.to_string()))
    });
    let reason = reason.unwrap_or_else(|| "It is too short.".to_owned());
    let sentences = [format!("{reason} {HINT}"), HINT.to_owned()];
    let typed = Zeroizing::new(typed.0.to_lowercase());
    let fit = sentences.into_iter().find(|sentence| !sentence.to_lowercase().contains(typed.as_str()));
    fit.unwrap_or_else(|| "Too easy to guess.".to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_spellings_are_one() {
        let composed = Passphrase::new("caf\u{e9} \u{ac00}").unwrap();
        let decomposed = Passphrase::new("cafe\u{301} \u{1100}\u{1161}").unwrap();
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
    }

    #[test]
    fn refuses_empty_and_endless() {
        assert!(Passphrase::new("").is_err());
        assert!(Passphrase::new(&"a".repeat(1024)).is_ok());
        assert!(Passphrase::new(&"a".repeat(1025)).is_err());
        assert!(Passphrase::new(&"e\u{301}".repeat(512)).is_ok(), "1536 bytes typed, 1024 counted");
        assert!(Passphrase::new(&"a".repeat(1 << 20)).is_err());
    }

    #[test]
    fn debug_hides_it() {
        assert_eq!(format!("{:?}", Passphrase::new("open sesame").unwrap()), "Passphrase(redacted)");
    }

    #[test]
    fn judges_strength() {
        for weak in ["", "password", "Tr0ub4dour", "aaaaaaaaaaaa", "qwertyuiop", "keepsake2024", "kZ8#qW"] {
            let strength = passphrase_strength(weak);
            assert!(!strength.acceptable, "{weak:?}: {strength:?}");
            assert!(strength.advice.ends_with('.') || weak.is_empty(), "{}", strength.advice);
            assert!(weak.len() < 4 || !strength.advice.to_lowercase().contains(&weak.to_lowercase()));
        }
        let strong = passphrase_strength("velvet otter ladder mumbles noon");
        assert!(strong.acceptable && strong.score >= 3, "{strong:?}");
        assert!(!passphrase_strength(&"x".repeat(2000)).acceptable);
    }

    #[test]
    fn a_long_one_is_judged_by_its_beginning() {
        let long: String = (0..900u32).map(|n| char::from(b'!' + (n * n % 90) as u8)).collect();
        let judged: String = long.chars().take(JUDGED_CHARACTERS).collect();
        assert_eq!(passphrase_strength(&long).score, passphrase_strength(&judged).score);
    }
}

//! The recovery code: 256 random bits on paper. It must not know what it opens.
//!
//! 52 characters of Crockford's base32 (<https://www.crockford.com/base32.html>) hold the bits, the last one padded
//! with four zero bits; four more hold the first 20 bits of SHA-256 over `keepsake/v1/recovery-code` and the 32
//! bytes. Shown as 14 groups of four with `-` between them.

use std::fmt;

use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::entropy::Entropy;
use crate::error::Error;
use crate::hazmat;
use crate::secret::Secret;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_CHARACTERS: usize = 52;
const ALL_CHARACTERS: usize = 56;
/// Generous for a code with spaces between all its characters; beyond it nothing is read.
const LONGEST_INPUT: usize = 1024;

/// The way in that works when the device and the passphrase are gone.
pub struct RecoveryCode(Secret<32>);

impl RecoveryCode {
    /// A new code.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self, Error> {
        Secret::random(entropy).map(Self)
    }

    /// The code as it is shown once: 56 characters, 14 groups.
    pub fn display(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(digits_of(&self.0));
        let mut text = Zeroizing::new(String::with_capacity(ALL_CHARACTERS + 13));
        for (at, digit) in digits.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[usize::from(*digit)]));
        }
        text
    }

    /// Reads a code as people write it: any case, O for 0, I and L for 1, spaces and dashes anywhere.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.len() > LONGEST_INPUT {
            return Err(Error::BadRecoveryCode);
        }
        let mut digits = Zeroizing::new([0u8; ALL_CHARACTERS]);
        let mut count = 0;
        for character in text.chars().filter(|c| !is_separator(*c)) {
            let digit = digit_of(character).ok_or(Error::BadRecoveryCode)?;
            *digits.get_mut(count).ok_or(Error::BadRecoveryCode)? = digit;
            count += 1;
        }
        if count != ALL_CHARACTERS {
            return Err(Error::BadRecoveryCode);
        }
        let secret = bytes_of(&digits[..SECRET_CHARACTERS]);
        // Writing it again finds a wrong checksum and a padding bit that is set at one stroke.
        if *Zeroizing::new(digits_of(&secret)) != *digits {
            return Err(Error::BadRecoveryCode);
        }
        Ok(Self(secret))
    }

    pub(crate) fn secret(&self) -> &Secret<32> {
        &self.0
    }
}

impl ZeroizeOnDrop for RecoveryCode {}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(redacted)")
    }
}

/// Word processors turn a hyphen into a dash of their own.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// `None` for U, which Crockford leaves out, and for all that is no letter or digit.
fn digit_of(character: char) -> Option<u8> {
    let letter = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(at).ok()
}

fn digits_of(secret: &Secret<32>) -> [u8; ALL_CHARACTERS] {
    let mut digits = [0; ALL_CHARACTERS];
    let (code, check) = digits.split_at_mut(SECRET_CHARACTERS);
    split_into_fives(secret.dangerously_expose(), code);
    let digest = hazmat::sha256(&[b"keepsake/v1/recovery-code", secret.dangerously_expose()]);
    split_into_fives(&digest[..3], check);
    digits
}

/// The first `digits.len() * 5` bits, most significant first, zeros after the end of `bytes`.
fn split_into_fives(bytes: &[u8], digits: &mut [u8]) {
    for (at, digit) in digits.iter_mut().enumerate() {
        let bit = at * 5;
        let high = bytes.get(bit / 8).copied().unwrap_or(0);
        let low = bytes.get(bit / 8 + 1).copied().unwrap_or(0);
        let window = u16::from_be_bytes([high, low]);
        *digit = (window >> (11 - bit % 8) & 0x1f) as u8;
    }
}

fn bytes_of(digits: &[u8]) -> Secret<32> {
    let mut secret = Secret::zeroed();
    for (at, byte) in secret.as_mut().iter_mut().enumerate() {
        for bit in at * 8..at * 8 + 8 {
            let set = digits[bit / 5] >> (4 - bit % 5) & 1;
            *byte = *byte << 1 | set;
        }
    }
    secret
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::entropy::SystemEntropy;
    use crate::error::ErrorCode;

    fn refused(text: &str) {
        assert_eq!(RecoveryCode::parse(text).unwrap_err().code(), ErrorCode::BadRecoveryCode, "{text}");
    }

    #[test]
    fn shape() {
        let code = RecoveryCode::random(&mut SystemEntropy).unwrap();
        let text = code.display();
        let groups: Vec<&str> = text.split('-').collect();
        assert_eq!(groups.len(), 14);
        assert!(groups.iter().all(|group| group.len() == 4));
        assert!(RecoveryCode::parse(&text).unwrap().0 == code.0);
        assert_eq!(format!("{code:?}"), "RecoveryCode(redacted)");
    }

    #[test]
    fn read_as_people_write() {
        let code = RecoveryCode(Secret::from_bytes(&[0x08; 32]).unwrap());
        let text = code.display();
        assert!(text.contains('0') && text.contains('1'));
        for spelled in [
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " "),
            text.replace('-', "\u{2013}"),
            text.replace('0', "O").replace('1', "l"),
            text.replace('0', "o").replace('1', "I"),
            format!("  {}\n", text.as_str()),
        ] {
            assert!(RecoveryCode::parse(&spelled).unwrap().0 == code.0, "{spelled}");
        }
    }

    #[test]
    fn every_single_mistake_is_noticed() {
        let code = RecoveryCode::random(&mut SystemEntropy).unwrap();
        let plain = code.display().replace('-', "");
        let mut unnoticed = 0;
        for at in 0..plain.len() {
            for other in ALPHABET {
                let mut wrong = plain.clone().into_bytes();
                if wrong[at] == *other {
                    continue;
                }
                wrong[at] = *other;
                unnoticed += usize::from(RecoveryCode::parse(&String::from_utf8(wrong).unwrap()).is_ok());
            }
            let mut missing = plain.clone();
            missing.remove(at);
            refused(&missing);
        }
        // 20 bits: one in a million of 1736 mistakes.
        assert!(unnoticed <= 1, "{unnoticed}");
        refused("");
        refused(&format!("{plain}0"));
        refused(&plain.replacen(&plain[..1], "U", 1));
        refused(&plain.replacen(&plain[..1], "é", 1));
        refused(&"0".repeat(56));
        refused(&"-".repeat(100_000));
    }
}

//! The text forms of coins' addresses and keys with their checksums: base58check, Monero's base58, bech32 and bech32m (BIP-173,
//! BIP-350), EIP-55. It must not look for them.

use sha2::{Digest, Sha256};

use super::keccak::keccak_256;

const BITCOIN: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
/// Monero writes eight bytes as eleven characters, and the rest shorter.
const MONERO_BLOCK: usize = 11;

/// Bytes in base 58; leading first digits are leading zeros.
fn base58(text: &[u8], alphabet: &[u8; 58]) -> Option<Vec<u8>> {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    for letter in text {
        let mut carry = u32::try_from(alphabet.iter().position(|known| known == letter)?).ok()?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = (carry % 256) as u8;
            carry /= 256;
        }
        while carry > 0 {
            bytes.push((carry % 256) as u8);
            carry /= 256;
        }
    }
    let zeros = text.iter().take_while(|letter| alphabet.first() == Some(letter)).count();
    bytes.extend(std::iter::repeat_n(0, zeros));
    bytes.reverse();
    Some(bytes)
}

/// What base58check holds, without its checksum: in Bitcoin's alphabet or in Ripple's.
pub(super) fn base58check(text: &[u8]) -> Option<Vec<u8>> {
    [BITCOIN, RIPPLE].into_iter().find_map(|alphabet| {
        let bytes = base58(text, alphabet)?;
        let (payload, check) = bytes.split_at_checked(bytes.len().checked_sub(4)?)?;
        let sum = Sha256::digest(Sha256::digest(payload));
        sum.starts_with(check).then(|| payload.to_vec())
    })
}

/// Whether text is 32 bytes in base 58, as Solana's addresses are.
pub(super) fn is_32_bytes(text: &[u8]) -> bool {
    base58(text, BITCOIN).is_some_and(|bytes| bytes.len() == 32)
}

/// Whether text is a Monero address: Keccak's first four bytes at its end.
pub(super) fn is_monero(text: &[u8]) -> bool {
    let mut bytes = Vec::new();
    for block in text.chunks(MONERO_BLOCK) {
        let width: usize = match block.len() {
            11 => 8,
            7 => 5,
            _ => return false,
        };
        let Some(decoded) = base58(block, BITCOIN) else { return false };
        // Leading ones stand for zeros beyond the block's width.
        let significant: Vec<u8> = decoded.into_iter().skip_while(|byte| *byte == 0).collect();
        let Some(zeros) = width.checked_sub(significant.len()) else { return false };
        bytes.extend(std::iter::repeat_n(0, zeros));
        bytes.extend(significant);
    }
    let Some((payload, check)) = bytes.len().checked_sub(4).and_then(|at| bytes.split_at_checked(at)) else {
        return false;
    };
    keccak_256(payload).is_some_and(|sum| sum.starts_with(check))
}

/// Whether text is bech32 or bech32m: a human-readable part, "1", data and six letters of checksum, in one case.
pub(super) fn is_bech32(text: &str) -> bool {
    const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const BECH32: u32 = 1;
    const BECH32M: u32 = 0x2bc8_30a3;
    let lower = text.to_ascii_lowercase();
    if lower != text && text.to_ascii_uppercase() != text {
        return false;
    }
    let Some((prefix, data)) = lower.rsplit_once('1') else { return false };
    let values: Option<Vec<u32>> = data
        .bytes()
        .map(|letter| LETTERS.iter().position(|known| *known == letter).and_then(|at| u32::try_from(at).ok()))
        .collect();
    let Some(values) = values.filter(|values| values.len() >= 6) else { return false };
    let high = prefix.bytes().map(|letter| u32::from(letter) >> 5);
    let low = prefix.bytes().map(|letter| u32::from(letter) & 31);
    let sum = high.chain([0]).chain(low).chain(values).fold(1, step);
    sum == BECH32 || sum == BECH32M
}

/// One step of BIP-173's checksum.
fn step(sum: u32, value: u32) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = sum >> 25;
    let shifted = (sum & 0x01ff_ffff) << 5 ^ value;
    GENERATOR
        .iter()
        .enumerate()
        .filter(|(bit, _)| top >> bit & 1 == 1)
        .fold(shifted, |sum, (_, part)| sum ^ part)
}

/// Whether the capitals of forty hexadecimal digits are Ethereum's checksum (EIP-55).
pub(super) fn is_eip55(digits: &str) -> bool {
    let Some(sum) = keccak_256(digits.to_ascii_lowercase().as_bytes()) else { return false };
    digits.bytes().enumerate().all(|(at, digit)| {
        let byte = sum.get(at / 2).copied().unwrap_or(0);
        let high = if at % 2 == 0 { byte >> 4 } else { byte & 15 } >= 8;
        !digit.is_ascii_alphabetic() || digit.is_ascii_uppercase() == high
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_examples() {
        // BIP-173, BIP-350 and EIP-55.
        assert!(
            is_bech32("A12UEL5L")
                && is_bech32("a1lqfn3a")
                && !is_bech32("a12uel5m")
                && !is_bech32("A12uel5l")
        );
        assert!(
            is_eip55("fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")
                && !is_eip55("fb6916095ca1df60bB79Ce92cE3Ea74c37c5d359")
        );
        // The address that Bitcoin's first block pays.
        assert_eq!(base58check(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa").map(|bytes| bytes.len()), Some(21));
        assert_eq!(base58check(b"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"), None);
        assert!(is_32_bytes(b"11111111111111111111111111111111"));
        // Monero's own donation address.
        assert!(is_monero(
            b"888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H"
        ));
    }
}

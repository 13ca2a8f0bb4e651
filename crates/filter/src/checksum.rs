//! Checks that a number holds true in itself. Pure arithmetic on bytes: it must not know texts or kinds.

/// Luhn's check (ISO/IEC 7812-1, annex B) over ASCII digits.
pub(crate) fn luhn_holds(digits: &[u8]) -> bool {
    let mut sum = 0u32;
    for (place, digit) in digits.iter().rev().enumerate() {
        let value = u32::from(digit.wrapping_sub(b'0'));
        sum += match (place % 2, value * 2) {
            (0, _) => value,
            (_, doubled) if doubled > 9 => doubled - 9,
            (_, doubled) => doubled,
        };
    }
    !digits.is_empty() && sum.is_multiple_of(10)
}

/// The length of an IBAN in each country of the SWIFT IBAN registry and of countries that use the form without being in it.
const IBAN_LENGTHS: &str = "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 CV25 CY28 \
CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 \
IR26 IS26 IT27 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 \
NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 \
VA22 VG24 XK20 YE30";

/// How long an IBAN of this country is, by its two upper-case letters.
pub(crate) fn iban_length(country: &[u8]) -> Option<usize> {
    IBAN_LENGTHS
        .split(' ')
        .find(|entry| entry.as_bytes().starts_with(country))
        .and_then(|entry| entry.get(2..)?.parse().ok())
}

/// Whether upper-case letters and digits are an IBAN: the country's length and ISO 7064 mod 97-10.
pub(crate) fn iban_holds(iban: &[u8]) -> bool {
    let Some((country, rest)) = iban.split_at_checked(2) else { return false };
    let Some((check, account)) = rest.split_at_checked(2) else { return false };
    if !country.iter().all(u8::is_ascii_uppercase)
        || !check.iter().all(u8::is_ascii_digit)
        || iban_length(country) != Some(iban.len())
    {
        return false;
    }
    let remainder = account.iter().chain(country).chain(check).try_fold(0u32, |sum, byte| match byte {
        b'0'..=b'9' => Some((sum * 10 + u32::from(byte - b'0')) % 97),
        b'A'..=b'Z' => Some((sum * 100 + u32::from(byte - b'A') + 10) % 97),
        _ => None,
    });
    remainder == Some(1)
}

/// CRC-32 as in ISO 3309 and zlib.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (0u32.wrapping_sub(crc & 1)));
        }
    }
    !crc
}

/// A number in base 62 (digits, capitals, small letters), filled with zeros to `width`, as GitHub ends its tokens.
pub(crate) fn base62(mut number: u32, width: usize) -> Vec<u8> {
    const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut out = vec![b'0'; width];
    for place in out.iter_mut().rev() {
        *place = ALPHABET.get((number % 62) as usize).copied().unwrap_or(b'0');
        number /= 62;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luhn() {
        assert!(luhn_holds(b"4242424242424242") && luhn_holds(b"378282246310005"));
        assert!(!luhn_holds(b"4242424242424241") && !luhn_holds(b""));
    }

    #[test]
    fn iban() {
        assert!(iban_holds(b"DE91100000000123456789"));
        assert!(!iban_holds(b"DE92100000000123456789"), "wrong check digits");
        assert!(!iban_holds(b"DE9110000000012345678"), "too short");
        assert!(!iban_holds(b"ZZ91100000000123456789") && !iban_holds(b"D"));
        assert_eq!(iban_length(b"NO"), Some(15));
    }

    #[test]
    fn crc_and_base62() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(base62(61, 3), b"00z");
        assert_eq!(base62(62, 3), b"010");
    }
}

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
    // Two letters, two digits and a blank each.
    let entry = IBAN_LENGTHS.as_bytes().chunks(5).find(|entry| entry.starts_with(country))?;
    let [.., tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = entry.get(..4)? else { return None };
    Some(usize::from(tens - b'0') * 10 + usize::from(ones - b'0'))
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

/// The value of a digit, or of a letter as in base 36 (A is 10); 0 for anything else and outside of the number.
pub(crate) fn value(number: &[u8], at: usize) -> u32 {
    match number.get(at) {
        Some(digit @ b'0'..=b'9') => u32::from(digit - b'0'),
        Some(letter @ b'A'..=b'Z') => u32::from(letter - b'A') + 10,
        _ => 0,
    }
}

/// The digits from one place to before another, as a number.
pub(crate) fn part(number: &[u8], from: usize, to: usize) -> u64 {
    number
        .get(from..to)
        .unwrap_or_default()
        .iter()
        .fold(0, |sum, digit| sum * 10 + u64::from(digit.wrapping_sub(b'0').min(9)))
}

/// The sum of all values, each times its weight.
pub(crate) fn weighted(number: &[u8], weights: &[u32]) -> u32 {
    weights.iter().enumerate().map(|(at, weight)| value(number, at) * weight).sum()
}

/// Whether the digit at a place is `check`, where 10 stands for 0.
pub(crate) fn is_check(number: &[u8], at: usize, check: u32) -> bool {
    number.len() > at && value(number, at) == check % 10
}

/// ISO/IEC 7064 mod 11,10 over digits.
pub(crate) fn mod_11_10_holds(digits: &[u8]) -> bool {
    let Some((_, before)) = digits.split_last() else { return false };
    let product = (0..before.len()).fold(10, |product, at| {
        let sum = (product + value(digits, at)) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (product + value(digits, before.len())) % 10 == 1
}

/// Verhoeff's check (1969) over digits.
pub(crate) fn verhoeff_holds(digits: &[u8]) -> bool {
    /// Products in the dihedral group of order ten.
    fn product(left: u32, right: u32) -> u32 {
        match (left < 5, right < 5) {
            (true, true) => (left + right) % 5,
            (true, false) => (left + right - 5) % 5 + 5,
            (false, true) => (left + 5 - right) % 5 + 5,
            (false, false) => (left + 5 - right) % 5,
        }
    }
    const PERMUTATION: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let permuted = |digit: u32, times: usize| {
        (0..times % 8).fold(digit, |digit, _| PERMUTATION.get(digit as usize).copied().unwrap_or(0))
    };
    let sum = (0..digits.len())
        .fold(0, |sum, place| product(sum, permuted(value(digits, digits.len() - 1 - place), place)));
    !digits.is_empty() && sum == 0
}

/// The 7-3-1 check of machine-readable documents (ICAO 9303): the digit of a stretch in which `<` counts as 0.
pub(crate) fn document_digit(stretch: &[u8]) -> u8 {
    let weights = [7, 3, 1].into_iter().cycle();
    let sum: u32 = (0..stretch.len()).zip(weights).map(|(at, weight)| value(stretch, at) * weight).sum();
    b'0' + (sum % 10) as u8
}

/// Whether there is such a day. Without its century a year can be a leap year if any can.
pub(crate) fn is_date(year: u64, month: u64, day: u64) -> bool {
    let century = year >= 100 && year.is_multiple_of(100);
    let leap = if century { year.is_multiple_of(400) } else { year.is_multiple_of(4) };
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Whether six digits are a day written year, month, day.
pub(crate) fn is_year_month_day(number: &[u8], at: usize) -> bool {
    is_date(part(number, at, at + 2), part(number, at + 2, at + 4), part(number, at + 4, at + 6))
}

/// Whether six digits are a day written day, month, year.
pub(crate) fn is_day_month_year(number: &[u8], at: usize) -> bool {
    is_date(part(number, at + 4, at + 6), part(number, at + 2, at + 4), part(number, at, at + 2))
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

    #[test]
    fn checks_of_numbers_that_states_give() {
        assert!(mod_11_10_holds(b"33392005961") && !mod_11_10_holds(b"33392005962"));
        assert!(verhoeff_holds(b"2363") && !verhoeff_holds(b"2364") && !verhoeff_holds(b""));
        assert_eq!(document_digit(b"L898902C3"), b'6');
        assert_eq!(value(b"9Z<", 1), 35);
        assert!(is_date(2000, 2, 29) && !is_date(1900, 2, 29) && is_date(0, 2, 29) && !is_date(99, 13, 1));
        assert!(is_year_month_day(b"851231", 0) && !is_day_month_year(b"851231", 0));
    }
}

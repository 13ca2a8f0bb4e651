//! Italy, Spain, Portugal, Greece, Malta and Cyprus. Sources: D.M. 12 March 1974 (codice fiscale), the Spanish interior
//! ministry's letters, the Portuguese and Greek tax offices.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_date, is_day_month_year, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("it_fiscal_code", "Italian tax code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["AAAAAA**A**A***A", "AAA AAA **A** A***A", "AAA?AAA?**A**?A***A"],
            fiscal_code,
            Needs::Nothing,
        ),
        context: &["codice fiscale", "cf", "fiscale"],
        fires: &["BNCLRA85L70F205S"],
        silent: &["BNCLRA85L70F205A", "BNCLRA85Z70F205X"],
    },
    Detector {
        kind: &kind("it_vat_code", "Italian VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "it?99999999999"], luhn_holds, Needs::ContextOrAlone),
        context: &["piva", "p iva", "partita iva", "iva", "partita"],
        fires: &["Partita IVA 01480290376", "P.IVA 07334610727"],
        silent: &["Partita IVA 01486926851", "note 07334610727", "IVA 00000000000"],
    },
    Detector {
        kind: &kind("it_vat_code", "Italian VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["it99999999999", "it 99999999999"], prefixed_luhn, Needs::Capitals),
        context: &["piva", "partita iva", "iva"],
        fires: &["IT07643520567"],
        silent: &["IT07643520568", "IT0764352056"],
    },
    Detector {
        kind: &kind("it_identity_card", "Italian identity card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["AA99999AA", "AA9999999", "AA 9999999", "9999999AA"],
            unchecked,
            Needs::ContextOrAlone,
        ),
        context: &["carta", "carta d identità", "identità", "cie", "documento", "identita"],
        fires: &["carta d'identità CA40718KM", "CIE: CA40718KM"],
        silent: &["part CA40718KM", "cartone AX4071826 rosso e grande e bello"],
    },
    Detector {
        kind: &kind("it_passport", "Italian passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AA9999999"], unchecked, Needs::ContextOrAlone),
        context: &["passaporto", "passaporti", "viaggio"],
        fires: &["passaporto YA4071826"],
        silent: &["part YA4071826", "passaporto YA407182"],
    },
    Detector {
        kind: &kind("it_driver_license", "Italian driving licence number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AA9999999A", "u1*******A"], it_licence, Needs::ContextOrAlone),
        context: &["patente", "patente di guida", "licenza"],
        fires: &["patente U1K4M7L82B", "RM4071826K"],
        silent: &["part RM4071826K", "patente U1A0O4Q82"],
    },
    Detector {
        kind: &kind("es_nif", "Spanish DNI", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["99999999~A", "9999999-A", "99.999.999-A", "99.999.999A", "99999999 A"],
            nif,
            Needs::ContextOrAlone,
        ),
        context: &["dni", "nif", "documento nacional", "identificación", "identidad", "cif", "documento"],
        fires: &["DNI 40276357E", "30425560-X", "mi NIF es 20.718.265-A"],
        silent: &["DNI 40584027G", "commit 1234567A", "part 40276357E"],
    },
    Detector {
        kind: &kind("es_nie", "Spanish foreigner's number", Class::NationalId).tagged("NIE"),
        trigger: Trigger::Digits,
        find: number(&["A9999999~A", "A-9999999-A", "A 9999999 A", "A99999999A"], nie, Needs::Capitals),
        context: &["nie", "número de identificación de extranjero", "extranjero"],
        fires: &["X7536045A", "NIE Y9354402-V", "nie Z2702752G"],
        silent: &["X4984487X", "W1234567L", "X12345678"],
    },
    Detector {
        kind: &kind("es_cif", "Spanish company number", Class::NationalId).tagged("CIF"),
        trigger: Trigger::Digits,
        find: number(&["A99999999", "A9999999A", "A-99999999", "A-9999999-A"], cif, Needs::ContextOrAlone),
        context: &["cif", "nif", "sociedad"],
        fires: &["CIF B98798259", "A-11139441"],
        silent: &["CIF B71564344", "part B98798259"],
    },
    Detector {
        kind: &kind("es_nss", "Spanish social security number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["99/99999999/99", "99~99999999~99", "999999999999", "99/9999999/99"],
            nss,
            Needs::ContextOrAlone,
        ),
        context: &["seguridad social", "nss", "afiliación", "naf"],
        fires: &["NSS 28/12345678/40", "seguridad social 281234567840"],
        silent: &["NSS 28/12345678/41", "note 281234567840"],
    },
    Detector {
        kind: &kind("es_passport", "Spanish passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AAA999999", "AA999999", "A99999999"], unchecked, Needs::ContextOrAlone),
        context: &["pasaporte", "pasaportes"],
        fires: &["pasaporte PAC407182"],
        silent: &["part PAC407182", "pasaporte PAC40718"],
    },
    Detector {
        kind: &kind("pt_nif", "Portuguese tax number", Class::NationalId).tagged("NIF"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999", "pt?999999999"], pt_nif, Needs::ContextOrAlone),
        context: &["nif", "contribuinte", "número de contribuinte", "nipc", "fiscal"],
        fires: &["NIF 246 031 565", "contribuinte 525606408"],
        silent: &["NIF 209 046 055", "note 525606408"],
    },
    Detector {
        kind: &kind("pt_cc", "Portuguese citizen card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["99999999 9 AA9", "999999999AA9", "99999999 9AA9", "99999999-9-AA9"],
            citizen_card,
            Needs::Nothing,
        ),
        context: &["cartão de cidadão", "cartao de cidadao", "bilhete de identidade", "cc", "bi"],
        fires: &["683368229ZZ8", "06209640 0 ZZ1"],
        silent: &["135733379ZZ6", "00000000 0 ZZ44"],
    },
    Detector {
        kind: &kind("pt_niss", "Portuguese social security number", Class::NationalId).tagged("NISS"),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "999 999 999 99"], niss, Needs::ContextOrAlone),
        context: &["niss", "segurança social", "seguranca social"],
        fires: &["NISS 12040293137", "segurança social 12040293137"],
        silent: &["NISS 12040293138", "note 12040293137"],
    },
    Detector {
        kind: &kind("gr_afm", "Greek tax number", Class::NationalId).tagged("AFM"),
        trigger: Trigger::Digits,
        find: number(&["999999999", "el?999999999"], afm, Needs::ContextOrAlone),
        context: &["αφμ", "afm", "φπα", "α φ μ"],
        fires: &["ΑΦΜ 114878460"],
        silent: &["ΑΦΜ 175386524", "note 114878460"],
    },
    Detector {
        kind: &kind("gr_amka", "Greek social security number", Class::NationalId).tagged("AMKA"),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "999999 99999"], amka, Needs::ContextOrAlone),
        context: &["αμκα", "amka", "α μ κ α"],
        fires: &["ΑΜΚΑ 12038516352", "AMKA 30117870466"],
        silent: &["ΑΜΚΑ 12038526451", "note 12038516352"],
    },
    Detector {
        kind: &kind("gr_id_card", "Greek identity card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AA~999999", "A-999999"], unchecked, Needs::Context),
        context: &["ταυτότητα", "ταυτότητας", "αδτ", "δελτίο ταυτότητας", "taftotita"],
        fires: &["ΑΔΤ AK 407182", "αριθμός ταυτότητας AK-407182"],
        silent: &["note AK-407182", "ταυτότητα AK-40718"],
    },
    Detector {
        kind: &kind("mt_id", "Maltese identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999A", "999999A"], maltese, Needs::Context),
        context: &["karta tal identità", "karta ta l identità", "identity card", "malta"],
        fires: &["Malta identity card 0407182M"],
        silent: &["note 0407182M", "identity card 0407182"],
    },
    Detector {
        kind: &kind("cy_tic", "Cypriot tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999A", "cy?99999999A"], tic, Needs::Context),
        context: &["tic", "αφτ", "αφμ", "cyprus", "vat"],
        fires: &["TIC 10664081Y"],
        silent: &["TIC 10827438B", "part 10664081Y"],
    },
];

/// Six letters of the names, year, month letter, day (women 40 more), the place, and a letter over all of it. Where two people
/// would have the same code, digits are replaced by letters.
fn fiscal_code(number: &[u8]) -> bool {
    const ODD: [u32; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12,
        14, 16, 10, 22, 25, 24, 23,
    ];
    let digits: Vec<u8> = number
        .iter()
        .enumerate()
        .map(|(at, byte)| match (at, b"LMNPQRSTUV".iter().position(|letter| letter == byte)) {
            (6 | 7 | 9 | 10 | 12..=14, Some(digit)) => b'0' + digit as u8,
            _ => *byte,
        })
        .collect();
    let month = digits.get(8).and_then(|letter| b"ABCDEHLMPRST".iter().position(|known| known == letter));
    let plain = [6, 7, 9, 10, 12, 13, 14].iter().all(|at| digits.get(*at).is_some_and(u8::is_ascii_digit));
    let day = part(&digits, 9, 11);
    let sum: u32 = (0..15)
        .map(|at| match (at % 2, value(number, at)) {
            (0, value) => ODD.get(value as usize).copied().unwrap_or(0),
            (_, value) if value > 9 => value - 10,
            (_, value) => value,
        })
        .sum();
    plain
        && month.is_some_and(|month| is_date(part(&digits, 6, 8), month as u64 + 1, day % 40))
        && value(number, 15) == sum % 26 + 10
}

fn prefixed_luhn(number: &[u8]) -> bool {
    luhn_holds(number.get(2..).unwrap_or_default())
}

fn it_licence(number: &[u8]) -> bool {
    number.iter().skip(1).take(1).any(u8::is_ascii_alphabetic)
        || !number.iter().skip(2).take(7).any(|byte| matches!(byte, b'A' | b'I' | b'O' | b'Q' | b'V'))
}

const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

fn letter_of(digits: u64) -> Option<&'static u8> {
    LETTERS.get((digits % 23) as usize)
}

fn nif(number: &[u8]) -> bool {
    let last = number.len() - 1;
    number.get(last) == letter_of(part(number, 0, last))
}

fn nie(number: &[u8]) -> bool {
    let last = number.len() - 1;
    let first = match number.first() {
        Some(letter @ b'X'..=b'Z') => u64::from(letter - b'X'),
        _ => return false,
    };
    let digits = part(number, 1, last) + first * 10_u64.pow(last as u32 - 1);
    number.get(last) == letter_of(digits)
}

fn cif(number: &[u8]) -> bool {
    let doubled = |at: usize| {
        let value = value(number, at) * 2;
        value / 10 + value % 10
    };
    let sum: u32 = [1, 3, 5, 7].into_iter().map(doubled).chain([2, 4, 6].map(|at| value(number, at))).sum();
    let check = (10 - sum % 10) % 10;
    let kind = number.first().is_some_and(|kind| b"ABCDEFGHJNPQRSUVW".contains(kind));
    let last = number.get(8).copied().unwrap_or(0);
    kind && (last == b'0' + check as u8 || Some(&last) == b"JABCDEFGHI".get(check as usize))
}

fn nss(number: &[u8]) -> bool {
    let body = number.len().saturating_sub(2);
    let (province, rest) = (part(number, 0, 2), part(number, 2, body));
    let whole = if rest < 10_000_000 { province * 10_000_000 + rest } else { part(number, 0, body) };
    (1..=66).contains(&province) && whole % 97 == part(number, body, number.len())
}

fn pt_nif(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"PT").unwrap_or(number);
    let check = 11 - weighted(digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    value(digits, 0) != 0 && value(digits, 0) != 4 && value(digits, 8) == if check > 9 { 0 } else { check }
}

/// Luhn's check in base 36, from the right.
fn citizen_card(number: &[u8]) -> bool {
    let sum: u32 = (0..12)
        .map(|back| {
            let value = value(number, 11 - back) * (back as u32 % 2 + 1);
            if back % 2 == 1 && value > 9 { value - 9 } else { value }
        })
        .sum();
    part(number, 0, 9) != 0 && sum.is_multiple_of(10)
}

fn niss(number: &[u8]) -> bool {
    matches!(value(number, 0), 1 | 2)
        && value(number, 10) == 9 - weighted(number, &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10
}

fn afm(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"EL").unwrap_or(number);
    value(digits, 8) == weighted(digits, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10
}

fn amka(number: &[u8]) -> bool {
    is_day_month_year(number, 0) && luhn_holds(number)
}

fn maltese(number: &[u8]) -> bool {
    number.last().is_some_and(|last| b"MGAPLHBZ".contains(last))
}

fn tic(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"CY").unwrap_or(number);
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let sum: u32 = (0..8)
        .map(|at| match (at % 2, value(digits, at)) {
            (0, value) => ODD.get(value as usize).copied().unwrap_or(0),
            (_, value) => value,
        })
        .sum();
    value(digits, 8) == sum % 26 + 10
}

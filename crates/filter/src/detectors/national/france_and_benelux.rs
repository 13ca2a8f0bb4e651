//! France, Belgium, the Netherlands and Luxembourg. Sources: INSEE (NIR, SIREN), DGFiP, the Belgian national register, the
//! Dutch tax office's proof of eleven, Luxembourg's identification number.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_date, luhn_holds, part, value, verhoeff_holds, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("fr_nir", "French social security number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "9~99~99~99~999~999~99",
                "9~99~99~99~999~999 99",
                "9 99 99 9A 999 999 99",
                "999999A99999999",
                "9999999999999 99",
                "9~99~99~99999~999~99",
            ],
            nir,
            Needs::Nothing,
        ),
        context: &[
            "nir",
            "sécurité sociale",
            "securite sociale",
            "numéro de sécu",
            "sécu",
            "vitale",
            "insee",
        ],
        fires: &["2 85 07 33 063 446 89", "NIR 185117511600851"],
        silent: &["NIR 2 85 07 33 063 277 59", "285073306312345", "2 85 77 33 063 123 45"],
    },
    Detector {
        kind: &kind("fr_spi", "French tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99~99~999~999~999", "9999999999999"], spi, Needs::ContextOrAlone),
        context: &["numéro fiscal", "numero fiscal", "spi", "référence fiscale", "impôts", "fiscal"],
        fires: &["numéro fiscal 30 23 217 600 053", "0123456789211"],
        silent: &["numéro fiscal 30 23 217 600 014", "note 3023217600053"],
    },
    Detector {
        kind: &kind("fr_siren", "French company number", Class::NationalId).tagged("SIREN"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999"], luhn_holds, Needs::ContextOrAlone),
        context: &["siren", "rcs", "entreprise"],
        fires: &["SIREN 732 724 489", "551289804", "RCS Paris 448658518"],
        silent: &["the siren went at 732 724 4891", "SIREN 732 459 740", "note 551289804"],
    },
    Detector {
        kind: &kind("fr_siret", "French branch number", Class::NationalId).tagged("SIRET"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999~99999", "999 999 999 999 99"], siret, Needs::ContextOrAlone),
        context: &["siret", "siren", "établissement"],
        fires: &["SIRET 732 829 320 08549", "73282932051507"],
        silent: &["SIRET 732 829 320 28747", "note 73282932000074"],
    },
    Detector {
        kind: &kind("fr_tva", "French VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["fr?**?999?999?999"], tva, Needs::Nothing),
        context: &["tva", "vat"],
        fires: &["FR96414791913", "TVA FR29 537 266 645"],
        silent: &["FR83404833047", "FR00000000000"],
    },
    Detector {
        kind: &kind("fr_cni", "French identity card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["999999999999", "*********"], identity_card, Needs::Context),
        context: &[
            "carte d identité",
            "carte nationale d identité",
            "carte nationale",
            "cni",
            "carte d identite",
        ],
        fires: &["carte d'identité 880692310285", "CNI: X4RTBPFW4"],
        silent: &["note 880692310285", "carte d'identité perdue"],
    },
    Detector {
        kind: &kind("be_nrn", "Belgian national number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "99.99.99-999.99",
                "99~99~99~999~99",
                "99 99 99 999 99",
                "999999-999-99",
                "999999-999.99",
                "999999 999 99",
            ],
            nrn,
            Needs::Separators,
        ),
        context: &[
            "rijksregisternummer",
            "rijksregister",
            "registre national",
            "numéro national",
            "nationalregister",
            "national number",
            "nrn",
            "niss",
            "insz",
            "inss",
        ],
        fires: &["85.07.30-117.41", "rijksregisternummer 85073099140"],
        silent: &["85.07.30-854.77", "note 85073099140", "rijksregisternummer 85.13.30-033.28"],
    },
    Detector {
        kind: &kind("be_enterprise", "Belgian company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999.999.999", "9999999999", "9999 999 999", "be?9999?999?999"],
            enterprise,
            Needs::Separators,
        ),
        context: &["kbo", "bce", "ondernemingsnummer", "entreprise", "btw", "tva", "vat"],
        fires: &["KBO 0402347882", "BE 0430 655 848"],
        silent: &["KBO 0455906084", "note 0402347882"],
    },
    Detector {
        kind: &kind("nl_bsn", "Dutch citizen number", Class::NationalId).tagged("BSN"),
        trigger: Trigger::Digits,
        find: number(&["999999999", "9999~99~999", "999~999~999", "99999999"], bsn, Needs::ContextOrAlone),
        context: &["bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi"],
        fires: &["BSN 101380938", "burgerservicenummer: 9209 07 015", "BSN 279987985"],
        silent: &["BSN 150405179", "note 101380938", "mijn BSN is 111222334"],
    },
    Detector {
        kind: &kind("nl_btw", "Dutch VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["nl?999999999b99", "nl 9999.99.999.b99", "nl999999999 b99", "nl 999999999 b 99"],
            unchecked,
            Needs::Capitals,
        ),
        context: &["btw", "vat", "omzetbelasting"],
        fires: &["NL407182659B01", "btw NL 407182659B01"],
        silent: &["NL407182659A01", "NL4071826B01"],
    },
    Detector {
        kind: &kind("lu_nin", "Luxembourg national number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999999999999", "9999~99~99~999~99", "99999999~99999", "9999 9999 99999"],
            luxembourg,
            Needs::Nothing,
        ),
        context: &["matricule", "luxembourg", "cns", "numéro d identification"],
        fires: &["matricule 1985073013096"],
        silent: &["matricule 1985073012345", "1985133012345"],
    },
];

/// Two check digits of 97; Corsica's departments count as 19 and 18.
fn nir(number: &[u8]) -> bool {
    let digits: Vec<u8> = match number.get(5..7) {
        Some(b"2A") => {
            [number.get(..5).unwrap_or_default(), b"19", number.get(7..).unwrap_or_default()].concat()
        }
        Some(b"2B") => {
            [number.get(..5).unwrap_or_default(), b"18", number.get(7..).unwrap_or_default()].concat()
        }
        _ => number.to_vec(),
    };
    let month = part(&digits, 3, 5);
    digits.iter().all(u8::is_ascii_digit)
        && matches!(value(&digits, 0), 1..=4 | 7 | 8)
        && matches!(month, 1..=12 | 20 | 30..=42 | 50..=99)
        && part(&digits, 13, 15) == 97 - part(&digits, 0, 13) % 97
}

fn spi(number: &[u8]) -> bool {
    value(number, 0) < 4 && part(number, 0, 10) % 511 == part(number, 10, 13)
}

fn siret(number: &[u8]) -> bool {
    luhn_holds(number) && luhn_holds(number.get(..9).unwrap_or_default())
}

fn tva(number: &[u8]) -> bool {
    let siren = part(number, 4, 13);
    let key = number.get(2..4).unwrap_or_default();
    let digits = key.iter().all(u8::is_ascii_digit);
    luhn_holds(number.get(4..).unwrap_or_default())
        && (!digits || part(number, 2, 4) == (12 + 3 * (siren % 97)) % 97)
}

/// Twelve digits until 2021; nine letters and digits since.
fn identity_card(number: &[u8]) -> bool {
    number.iter().filter(|byte| byte.is_ascii_digit()).count() >= 2
}

/// Two check digits of 97, over a 2 before the number for those born since 2000; unknown days are 0.
fn nrn(number: &[u8]) -> bool {
    let (born, check) = (part(number, 0, 9), part(number, 9, 11));
    // Numbers for people without a place in the register have 20 or 40 added to the month.
    let (month, day) = (part(number, 2, 4) % 20, part(number, 4, 6));
    let known = month == 0 || day == 0 || is_date(part(number, 0, 2), month, day);
    known && month <= 12 && [born, born + 2_000_000_000].iter().any(|born| 97 - born % 97 == check)
}

fn enterprise(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"BE").unwrap_or(number);
    value(digits, 0) < 2 && 97 - part(digits, 0, 8) % 97 == part(digits, 8, 10)
}

fn bsn(number: &[u8]) -> bool {
    let mut padded = if number.len() == 8 { vec![b'0'] } else { Vec::new() };
    padded.extend(number);
    let sum = weighted(&padded, &[9, 8, 7, 6, 5, 4, 3, 2]);
    part(&padded, 0, 8) != 0 && sum % 11 == value(&padded, 8)
}

/// A day, three digits, Luhn's digit, and Verhoeff's over the rest.
fn luxembourg(number: &[u8]) -> bool {
    let without_luhn: Vec<u8> =
        number.iter().enumerate().filter(|(at, _)| *at != 11).map(|(_, digit)| *digit).collect();
    is_date(part(number, 0, 4), part(number, 4, 6), part(number, 6, 8))
        && luhn_holds(number.get(..12).unwrap_or_default())
        && verhoeff_holds(&without_luhn)
}

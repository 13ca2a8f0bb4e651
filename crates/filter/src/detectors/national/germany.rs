//! Germany. Sources: the Federal Central Tax Office (IdNr, USt-IdNr), the pension insurance's form of its number, GKV's of the
//! Krankenversichertennummer, KBV's of LANR and BSNR, the identity card ordinance.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{document_digit, is_check, is_date, mod_11_10_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("de_tax_id", "German tax id", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99~999~999~999", "999 999 999 99"], tax_id, Needs::ContextOrAlone),
        context: &[
            "steuer",
            "steueridentifikationsnummer",
            "steuerid",
            "steuer id",
            "identifikationsnummer",
            "idnr",
            "tin",
            "steuernummer",
            "steuernr",
            "bzst",
            "tax id",
        ],
        fires: &["Steuer-ID 69 704 301 808", "IdNr 30478579176", "IdNr. 87543162198"],
        silent: &["Steuer-ID 64 112 478 954", "note 30478579176"],
    },
    Detector {
        kind: &kind("de_tax_number", "German tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "999/999/99999",
                "99/999/99999",
                "999/9999/9999",
                "9999999999999",
                "999 999 99999",
                "99 999 99999",
                "999/9999/99999",
                "99/9999/9999",
                "99999/99999",
                "999 9999 9999",
                "99999999999",
            ],
            tax_number,
            Needs::Context,
        ),
        context: &[
            "steuernummer",
            "steuernr",
            "steuer nr",
            "st nr",
            "stnr",
            "finanzamt",
            "umsatzsteuer",
            "einkommensteuer",
            "steuerbescheid",
            "gewerbesteuer",
            "körperschaftsteuer",
        ],
        fires: &["Steuernummer 151/815/08156", "St.-Nr. 93/815/08152", "Finanzamt: 2893081508152"],
        silent: &["note 151/815/08156", "Steuern 0000000000000", "Steuerberater 151/815/08156"],
    },
    Detector {
        kind: &kind("de_tax_number", "German tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "999/999/99999",
                "999/9999/9999",
                "99/999/99999",
                "99/9999/9999",
                "999/9999/99999",
                "99/9999/99999",
                "999/999/9999",
            ],
            unchecked,
            Needs::ContextOrAlone,
        ),
        context: &["steuernummer", "steuernr", "finanzamt"],
        fires: &["151/815/08156", "181/8150/8155"],
        silent: &["15/81/5081", "151/815/081567", "a/151/815/08156"],
    },
    Detector {
        kind: &kind("de_social_security", "German pension insurance number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["99999999A999", "99 999999 A 999", "99~999999~A~99~9", "99 999999 A999", "99999999 A 999"],
            social_security,
            Needs::Nothing,
        ),
        context: &[
            "rentenversicherungsnummer",
            "sozialversicherungsnummer",
            "versicherungsnummer",
            "rvnr",
            "svnr",
            "sv nummer",
            "rentenversicherung",
        ],
        fires: &["65170839J003", "RVNR 12 010188 M 011"],
        silent: &["65170839J009", "65174839J003", "65170839J0031"],
    },
    Detector {
        kind: &kind("de_id_card", "German identity card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["********9", "A99999999"], card, Needs::ContextOrAlone),
        context: &[
            "personalausweis",
            "personalausweisnummer",
            "ausweis",
            "ausweisnummer",
            "perso",
            "dokumentennummer",
            "seriennummer",
            "identity card",
            "id card",
        ],
        fires: &["Personalausweis L4K7HN206", "Ausweisnummer LZ6C04K77"],
        silent: &["Ausweis LZ6C04K76", "part LZ6C04K77"],
    },
    Detector {
        kind: &kind("de_passport", "German passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["********9"], passport, Needs::ContextOrAlone),
        context: &["reisepass", "pass", "passnummer", "pass nr", "reisepassnummer", "passport"],
        fires: &["Reisepass C4K7LN205", "passport number: G7F1HX025"],
        silent: &["Pass C4K7LN207", "passend C4K7LN205"],
    },
    Detector {
        kind: &kind("de_health_insurance", "German health insurance number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["A999999999", "A999 999 999", "A 999 999 999"],
            health_insurance,
            Needs::ContextOrAlone,
        ),
        context: &[
            "krankenversicherungsnummer",
            "krankenversichertennummer",
            "versichertennummer",
            "kvnr",
            "krankenkasse",
            "krankenversicherung",
            "gesundheitskarte",
            "egk",
            "versichertenkarte",
            "aok",
            "barmer",
            "dak",
            "tk",
        ],
        fires: &["KVNR T903184558", "K651689342", "Versichertennummer: M728956977"],
        silent: &["KVNR T720601608", "part K651689342"],
    },
    Detector {
        kind: &kind("de_lanr", "German doctor's number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999", "999999 9 99", "9999999 99"], lanr, Needs::ContextOrAlone),
        context: &[
            "lanr",
            "arztnummer",
            "arzt nr",
            "arzt nummer",
            "vertragsarzt",
            "kassenarzt",
            "behandelnder arzt",
        ],
        fires: &["LANR 407185067", "Arztnummer 826576997"],
        silent: &["LANR 407132866", "note 407185067"],
    },
    Detector {
        kind: &kind("de_bsnr", "German practice number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999", "99 9999999", "99 99999 99"], practice, Needs::Context),
        context: &[
            "bsnr",
            "betriebsstättennummer",
            "betriebsstätten nummer",
            "betriebsstätte",
            "praxisnummer",
        ],
        fires: &["BSNR 714071826", "Betriebsstättennummer: 524071826"],
        silent: &["note 714071826", "BSNR 000000000", "der Betrieb 714071826"],
    },
    Detector {
        kind: &kind("de_handelsregister", "German company register number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "hrb?9",
                "hrb?99",
                "hrb?999",
                "hrb?9999",
                "hrb?99999",
                "hrb?999999",
                "hra?9",
                "hra?99",
                "hra?999",
                "hra?9999",
                "hra?99999",
                "hra?999999",
            ],
            unchecked,
            Needs::Capitals,
        ),
        context: &[
            "handelsregister",
            "handelsregisternummer",
            "amtsgericht",
            "registergericht",
            "handelsregistereintrag",
        ],
        fires: &["HRB 40718", "Amtsgericht Köln, HRA 4071", "HRB123"],
        silent: &["THRB 40718", "an hrb 12 of it", "HRB 4071826"],
    },
    Detector {
        kind: &kind("ehic", "European health insurance card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["80999999999999999999", "80999~99999~99999~99999", "80 999 99999 99999 99999"],
            unchecked,
            Needs::Context,
        ),
        context: &[
            "ehic",
            "gesundheitskarte",
            "versicherungskarte",
            "insurance card",
            "carte européenne",
            "kennnummer",
        ],
        fires: &["EHIC 80276881024071826591", "health insurance card 80276 88102 40718 26591"],
        silent: &["note 80276881024071826591", "EHIC 90276881024071826591"],
    },
];

/// Ten digits in which none stands more than three times, and ISO 7064's digit.
fn tax_id(number: &[u8]) -> bool {
    let mut counts = [0_u32; 10];
    for digit in number.iter().take(10) {
        if let Some(count) = counts.get_mut(usize::from(digit.wrapping_sub(b'0'))) {
            *count += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    value(number, 0) != 0 && most <= 3 && mod_11_10_holds(number)
}

/// No check digit in common; the long form of the offices begins with the state and never with two zeros.
fn tax_number(number: &[u8]) -> bool {
    part(number, 0, 2) != 0
}

fn social_security(number: &[u8]) -> bool {
    let letter = value(number, 8) - 9;
    let day = match part(number, 2, 4) {
        day @ 51..=81 => day - 50,
        day => day,
    };
    let digits: Vec<u8> = number
        .iter()
        .take(8)
        .copied()
        .chain([b'0' + (letter / 10) as u8, b'0' + (letter % 10) as u8])
        .chain(number.iter().skip(9).take(2).copied())
        .collect();
    let sum: u32 = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
        .iter()
        .enumerate()
        .map(|(at, weight)| {
            let product = value(&digits, at) * weight;
            product / 10 + product % 10
        })
        .sum();
    is_date(0, part(number, 4, 6), day) && value(number, 11) == sum % 10
}

/// Letters that are no vowels, and the digit of travel documents.
fn document(number: &[u8], first: &[u8]) -> bool {
    let letters = number.iter().all(|byte| byte.is_ascii_digit() || b"CFGHJKLMNPRTVWXYZ".contains(byte));
    let Some((_, stretch)) = number.split_last() else { return false };
    letters
        && number.first().is_some_and(|letter| first.contains(letter))
        && number.get(8) == Some(&document_digit(stretch))
}

/// Cards before 2010 had a T and eight digits without a check.
fn card(number: &[u8]) -> bool {
    let old = number.first() == Some(&b'T') && number.iter().skip(1).all(u8::is_ascii_digit);
    old || document(number, b"CFGHJKLMNPRTVWXYZ")
}

fn passport(number: &[u8]) -> bool {
    document(number, b"CFGHJKLMNPRTVWXYZ")
}

fn health_insurance(number: &[u8]) -> bool {
    let letter = value(number, 0) - 9;
    let digits = [letter / 10, letter % 10].into_iter().chain((1..9).map(|at| value(number, at)));
    let sum: u32 = digits
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, weight)| {
            let product = digit * weight;
            product / 10 + product % 10
        })
        .sum();
    value(number, 9) == sum % 10
}

fn lanr(number: &[u8]) -> bool {
    part(number, 0, 6) != 0 && is_check(number, 6, 10 - weighted(number, &[4, 9, 4, 9, 4, 9]) % 10)
}

fn practice(number: &[u8]) -> bool {
    part(number, 0, 2) != 0
}

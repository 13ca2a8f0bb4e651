//! The United States and Canada. Sources: IRS Publication 1915 (ITIN), CMS's forms of the NPI and the Medicare number, DEA and
//! ABA check digits, Canada's Social Insurance Number.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("us_itin", "US taxpayer number", Class::NationalId).tagged("ITIN"),
        trigger: Trigger::Digits,
        find: number(
            &["999-99-9999", "999 99 9999", "999999999", "999-999999", "99999-9999"],
            itin,
            Needs::Separators,
        ),
        context: &["itin", "taxpayer", "tax id", "tin", "taxid", "individual taxpayer"],
        fires: &["912-74-5630", "my ITIN is 912745630", "taxpayer id 912 74 5630"],
        silent: &["912-34-5630", "note 912745630", "900-93-1111", "order 912-74-5630-1"],
    },
    Detector {
        kind: &kind("us_ein", "US employer number", Class::NationalId).tagged("EIN"),
        trigger: Trigger::Digits,
        find: number(&["99-9999999", "999999999"], ein, Needs::ContextOrAlone),
        context: &["ein", "eins", "fein", "employer identification", "employer id", "tax id", "federal tax"],
        fires: &["our EIN is 46-1930572", "46-1930572", "Employer Identification Number: 461930572"],
        silent: &["pages 46-1930572 of it", "EIN 07-1930572", "einem 46-1930572 Teil"],
    },
    Detector {
        kind: &kind("us_npi", "US doctor's number", Class::NationalId).tagged("NPI"),
        trigger: Trigger::Digits,
        find: number(&["9999~999~999"], npi, Needs::ContextOrAlone),
        context: &[
            "npi",
            "national provider",
            "provider identifier",
            "provider id",
            "provider number",
            "taxonomy",
        ],
        fires: &["1599166687", "NPI 1281859417", "provider id 1478-839-701"],
        silent: &["note 1599166687 today", "NPI 1538831023", "NPI 3456789012", "call 1555 123 4567"],
    },
    Detector {
        kind: &kind("us_mbi", "US Medicare number", Class::NationalId).tagged("Medicare number"),
        trigger: Trigger::Digits,
        find: number(&["9A*9-A*9-AA99", "9A*9A*9AA99", "9A*9 A*9 AA99"], mbi, Needs::Separators),
        context: &["mbi", "medicare", "beneficiary", "cms", "medicaid", "hicn"],
        fires: &["7TK4-RC8-WD26", "the MBI is 7TK4RC8WD26", "7tk4-rc8-wd26"],
        silent: &["7SK4-RC8-WD26", "build 7TK4RC8WD26", "7TK4-RC8-WD261", "0TK4-RC8-WD26"],
    },
    Detector {
        kind: &kind("medical_license", "US prescriber's number", Class::Document).tagged("DEA number"),
        trigger: Trigger::Digits,
        find: number(&["AA9999999", "A99999999"], dea, Needs::ContextOrAlone),
        context: &["dea", "medical license", "medical licence", "prescriber", "certificate"],
        fires: &["DEA number BR2369735", "FK2369735", "my certificate is MT2369735"],
        silent: &["part FK2369735 fits", "DEA number BR5483510", "the DEA raided it"],
    },
    Detector {
        kind: &kind("us_medical_record_number", "medical record number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["9999999", "99999999", "999999999", "9999999999", "999-99-99"],
            unchecked,
            Needs::Context,
        ),
        context: &["mrn", "medical record"],
        fires: &["MRN 40718265", "medical record number: 407-18-26"],
        silent: &["room 40718265", "medical 40718265", "recorded 407-18-26"],
    },
    Detector {
        kind: &kind("us_health_insurance_member_id", "health insurance number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &[
                "A999999999",
                "A9999999999",
                "AA9999999",
                "AA99999999",
                "AA999999999",
                "AAA999999",
                "AAA9999999",
                "AAA99999999",
                "AAA999999999",
                "AAA9999999999",
                "AAA99A99999",
                "A99999999",
                "AAAA999999",
                "AAAA99999999",
                "AAA-999999999",
                "AAA999A99999",
            ],
            unchecked,
            Needs::Context,
        ),
        context: &[
            "member id",
            "member number",
            "subscriber id",
            "subscriber number",
            "insurance id",
            "insurance policy",
            "health plan",
            "policy number",
            "member",
        ],
        fires: &["member ID: XQH402918365", "subscriber number WGT8401927"],
        silent: &["room XQH402918365", "remember id XQH402918365", "member id XXXX"],
    },
    Detector {
        kind: &kind("aba_routing_number", "US bank routing number", Class::Financial)
            .tagged("routing number"),
        trigger: Trigger::Digits,
        find: number(&["999999999", "9999-9999-9"], aba, Needs::ContextOrAlone),
        context: &["aba", "routing", "abarouting", "bankrouting", "rtn", "transit number"],
        fires: &["routing number 061047895", "ABA 122186378", "0311-5968-7"],
        silent: &["note 061047895", "routing number 061099628", "the routing of 061000001"],
    },
    Detector {
        kind: &kind("ca_sin", "Canadian social insurance number", Class::NationalId).tagged("SIN"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999"], sin, Needs::ContextOrAlone),
        context: &["sin", "social insurance", "nas", "assurance sociale", "canada", "canadian"],
        fires: &["515 295 756 is the SIN", "my SIN is 739-928-125", "NAS : 287846653"],
        silent: &["it was a sin, 584 515 174 times", "SIN: 163 851 692", "note 576059976", "SIN 862 746 435"],
    },
    Detector {
        kind: &kind("ca_business_number", "Canadian business number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["999999999AA9999", "999999999 AA9999", "999999999 AA 9999", "99999~9999"],
            business,
            Needs::ContextOrAlone,
        ),
        context: &["business number", "gst", "hst", "cra", "bn", "numéro d entreprise"],
        fires: &["888205077RC0001", "GST 888205077 RT 0001"],
        silent: &["part 888205077RC0001A", "GST 872679706 RT 0001"],
    },
    Detector {
        kind: &kind("ca_health_card", "Canadian health card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &[
                "9999~999~999",
                "9999-999-999-AA",
                "9999999999AA",
                "AAAA 9999 9999",
                "AAAA99999999",
                "9999 999 999 AA",
            ],
            unchecked,
            Needs::Context,
        ),
        context: &[
            "ohip",
            "health card",
            "carte soleil",
            "assurance maladie",
            "ramq",
            "msp",
            "phn",
            "personal health number",
        ],
        fires: &["OHIP 4071-826-591-KM", "health card: TREM 8410 2216"],
        silent: &["note 4071-826-591-KM", "a healthy card: 4071 826 591"],
    },
];

/// No digit of its own: the second part is of ranges that were opened for it.
fn itin(number: &[u8]) -> bool {
    value(number, 0) == 9 && matches!(part(number, 3, 5), 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// The campuses that give out employers' numbers.
fn ein(number: &[u8]) -> bool {
    !matches!(part(number, 0, 2), 0 | 7..=9 | 17..=19 | 28 | 29 | 49 | 69 | 70 | 78 | 79 | 89 | 96 | 97)
}

/// Luhn's check with the prefix of US health care, 80840, which adds 24.
fn npi(number: &[u8]) -> bool {
    let prefixed: Vec<u8> = b"80840".iter().chain(number).copied().collect();
    matches!(value(number, 0), 1 | 2) && luhn_holds(&prefixed)
}

/// No check digit, but letters that are told from digits: no S, L, O, I, B and Z, at places of their own.
fn mbi(number: &[u8]) -> bool {
    value(number, 0) != 0
        && !number.iter().any(|byte| matches!(byte, b'S' | b'L' | b'O' | b'I' | b'B' | b'Z'))
}

fn dea(number: &[u8]) -> bool {
    let registrant = number.first().is_some_and(|first| b"ABCDEFGHJKLMPRSTUX".contains(first));
    let second = number.get(1).is_some_and(|second| second.is_ascii_alphabetic() || *second == b'9');
    registrant && second && is_check(number, 8, weighted(number, &[0, 0, 1, 2, 1, 2, 1, 2]))
}

fn aba(number: &[u8]) -> bool {
    matches!(part(number, 0, 2), 0..=12 | 21..=32 | 61..=72 | 80)
        && part(number, 0, 4) != 0
        && weighted(number, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10)
}

fn sin(number: &[u8]) -> bool {
    value(number, 0) != 8 && luhn_holds(number)
}

fn business(number: &[u8]) -> bool {
    let account = number.get(9..11).unwrap_or_default();
    luhn_holds(number.get(..9).unwrap_or_default())
        && (account.is_empty() || [&b"RC"[..], b"RM", b"RP", b"RT", b"RR", b"RZ"].contains(&account))
}

//! Passports of all states by their numbers: nine letters and digits without a common check, so a word must stand near. The
//! machine-readable lines are read in `mrz`; states whose numbers carry a check have rows in their own tables.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::value;
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("us_passport", "US passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["999999999", "A99999999"], unchecked, Needs::Context),
        context: &["passport", "passports", "us passport", "passport card", "travel document"],
        fires: &["my passport number is 540718265", "travel document B40718265"],
        silent: &["note 540718265", "passport 54071826 and a half", "passports: XXXXXXXXX"],
    },
    Detector {
        kind: &kind("us_passport", "US passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["A99999999"], unchecked, Needs::ContextOrAlone),
        context: &["passport", "travel document"],
        fires: &["B40718265 (travel document)"],
        silent: &["part A40718265", "A4071826X"],
    },
    Detector {
        kind: &kind("uk_passport", "UK passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AA9999999"], unchecked, Needs::ContextOrAlone),
        context: &["passport", "passports", "travel document", "hmpo"],
        fires: &["passport number KM4071826", "HMPO AB4071826"],
        silent: &["part KM4071826", "passport KM407182"],
    },
    Detector {
        kind: &kind("in_passport", "Indian passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["A9999999", "A99 99999", "A9 99999 9"], indian, Needs::ContextOrAlone),
        context: &["passport", "indian passport", "पासपोर्ट"],
        fires: &["passport no. K4071826", "K4071826"],
        silent: &["part K4071826", "passport K0071826"],
    },
    Detector {
        kind: &kind("ph_passport", "Philippine passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["A9999999A"], unchecked, Needs::Context),
        context: &["passport", "pasaporte", "travel document", "dfa"],
        fires: &["passport P4071826B"],
        silent: &["part P4071826B", "passport P407182B"],
    },
    Detector {
        kind: &kind("passport", "passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &[
                "A9999999",
                "A99999999",
                "AA999999",
                "AA9999999",
                "AA99999999",
                "AAA999999",
                "99AA99999",
                "99999999",
                "999999999",
                "AA******9",
                "*****9999",
                "A999999",
                "A999999AA",
                "AAA999999A",
                "A9999999A",
                "AA999999A",
            ],
            passport,
            Needs::Context,
        ),
        context: &[
            "passport",
            "passports",
            "passport no",
            "passport number",
            "pass no",
            "reisepass",
            "pass nr",
            "passnummer",
            "pasaporte",
            "passeport",
            "passaporto",
            "passaporte",
            "paspoort",
            "paspoortnummer",
            "paszport",
            "paszportu",
            "pașaport",
            "pasaport",
            "pasaportu",
            "pas broj",
            "putovnica",
            "útlevél",
            "cestovní pas",
            "passi",
            "passinumero",
            "pass nummer",
            "passnr",
            "διαβατήριο",
            "διαβατηρίου",
            "загранпаспорт",
            "паспорт ;護照",
            "护照",
            "旅券",
            "パスポート",
            "여권",
            "หนังสือเดินทาง",
            "جواز",
            "جواز سفر",
            "جواز السفر",
            "דרכון",
            "hộ chiếu",
            "paspor",
        ],
        fires: &[
            "passeport 14KM40718",
            "paspoort NKM4L71R5",
            "passaporte: KM407182",
            "护照号码 E40718265",
            "útlevél KM407182",
        ],
        silent: &["a pass for 14KM40718", "passport XXXXXXXXX", "passport office", "passport 2024"],
    },
];

fn indian(number: &[u8]) -> bool {
    value(number, 1) != 0 && !matches!(number.first(), Some(b'O' | b'Q' | b'X'))
}

fn passport(number: &[u8]) -> bool {
    number.iter().filter(|byte| byte.is_ascii_digit()).count() >= 4
}

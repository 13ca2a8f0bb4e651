//! Turkey, Israel, Iran and the Arab states of Asia. Sources: each state's published form, as gathered in "National identification
//! number" (Wikipedia, 2025) and checked against python-stdnum.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, is_year_month_day, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("tr_national_id", "Turkish identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "999 999 999 99", "999 99 99 99 99"], tckn, Needs::Separators),
        context: &[
            "tc kimlik",
            "kimlik",
            "kimlik no",
            "kimlik numarası",
            "tckn",
            "tc no",
            "nüfus cüzdanı",
            "t c",
            "kişi",
            "vatandaş",
            "vatandaşlık",
            "numarası",
            "numaram",
            "numarasi",
        ],
        fires: &["TC Kimlik No: 48998775388", "26720782712"],
        silent: &[
            "TC Kimlik No: 40691730682",
            "order 26720782712",
            "we saw 26720782712 of them",
            "00000000000",
        ],
    },
    Detector {
        kind: &kind("tr_vkn", "Turkish tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999"], vkn, Needs::ContextOrAlone),
        context: &["vkn", "vergi", "vergi no", "vergi numarası", "vergi kimlik"],
        fires: &["Vergi No 4341673432"],
        silent: &["Vergi No 4190556347", "note 4341673432"],
    },
    Detector {
        kind: &kind("il_id", "Israeli identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["999999999", "9-9999999-9", "99999999-9", "9 9999999 9"],
            luhn_holds,
            Needs::ContextOrAlone,
        ),
        context: &["תעודת זהות", "ת ז", "תז", "teudat zehut", "mispar zehut", "israeli id", "israeli"],
        fires: &["ת.ז. 310668413", "teudat zehut 086544079"],
        silent: &["ת.ז. 302379402", "note 310668413"],
    },
    Detector {
        kind: &kind("ir_melli", "Iranian national code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999", "999-999999-9"], melli, Needs::ContextOrAlone),
        context: &["کد ملی", "شماره ملی", "ملی", "melli", "code melli"],
        fires: &["کد ملی 0084575948", "code melli 4071869070"],
        silent: &["کد ملی 0084575949", "note 4071869070"],
    },
    Detector {
        kind: &kind("ae_emirates_id", "Emirates ID", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["784-9999-9999999-9", "784999999999999", "784 9999 9999999 9"],
            luhn_holds,
            Needs::Separators,
        ),
        context: &["emirates id", "emirates", "eid", "هوية", "الهوية"],
        fires: &["784-1985-4708406-5", "Emirates ID 784199081169999"],
        silent: &["784-1985-0171737-4", "note 784199081169999"],
    },
    Detector {
        kind: &kind("sa_national_id", "Saudi identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999"], saudi, Needs::ContextOrAlone),
        context: &[
            "iqama",
            "national id",
            "هوية",
            "الهوية",
            "رقم الهوية",
            "إقامة",
            "الإقامة",
            "saudi",
            "absher",
        ],
        fires: &["Iqama 2047021650", "رقم الهوية 1587973676"],
        silent: &["Iqama 2567860878", "note 1587973676"],
    },
    Detector {
        kind: &kind("kw_civil_id", "Kuwaiti civil id", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999999"], kuwaiti, Needs::ContextOrAlone),
        context: &["civil id", "البطاقة المدنية", "الرقم المدني", "kuwait", "kuwaiti"],
        fires: &["civil ID 285073095006"],
        silent: &["civil ID 285073342901", "note 285073095006"],
    },
    Detector {
        kind: &kind("qa_qid", "Qatari identity number", Class::NationalId).tagged("QID"),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], qatari, Needs::Context),
        context: &["qid", "qatar id", "qatar", "البطاقة الشخصية"],
        fires: &["QID 28535604071"],
        silent: &["QID 48535604071", "note 28535604071"],
    },
    Detector {
        kind: &kind("bh_cpr", "Bahraini identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999"], bahraini, Needs::Context),
        context: &["cpr", "bahrain", "البحرين"],
        fires: &["Bahrain CPR 850704718"],
        silent: &["Bahrain CPR 851304718", "note 850704718"],
    },
    Detector {
        kind: &kind("jo_national_id", "Jordanian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999"], unchecked, Needs::Context),
        context: &["jordanian", "الرقم الوطني", "jordan national", "الوطني"],
        fires: &["الرقم الوطني 9851047182"],
        silent: &["note 9851047182", "الرقم 9851047182"],
    },
];

/// Two check digits.
fn tckn(number: &[u8]) -> bool {
    let odd: u32 = [0, 2, 4, 6, 8].into_iter().map(|at| value(number, at)).sum();
    let even: u32 = [1, 3, 5, 7].into_iter().map(|at| value(number, at)).sum();
    let first = (odd * 7 + 90 - even) % 10;
    value(number, 0) != 0
        && value(number, 9) == first
        && value(number, 10) == (odd + even + value(number, 9)) % 10
}

fn vkn(number: &[u8]) -> bool {
    let sum: u32 = (0..9_usize)
        .map(|at| {
            let power = 9 - at as u32;
            let shifted = (value(number, at) + power) % 10;
            let term = shifted * 2_u32.pow(power) % 9;
            if shifted != 0 && term == 0 { 9 } else { term }
        })
        .sum();
    is_check(number, 9, 10 - sum % 10)
}

fn melli(number: &[u8]) -> bool {
    let rest = weighted(number, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    part(number, 0, 3) != 0 && value(number, 9) == if rest < 2 { rest } else { 11 - rest }
}

fn saudi(number: &[u8]) -> bool {
    matches!(value(number, 0), 1 | 2) && luhn_holds(number)
}

fn kuwaiti(number: &[u8]) -> bool {
    let rest = weighted(number, &[2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    matches!(value(number, 0), 1..=3) && is_year_month_day(number, 1) && value(number, 11) == 11 - rest
}

/// Century, year, and the country of origin.
fn qatari(number: &[u8]) -> bool {
    matches!(value(number, 0), 2 | 3) && part(number, 3, 6) != 0
}

fn bahraini(number: &[u8]) -> bool {
    matches!(part(number, 2, 4), 1..=12)
}

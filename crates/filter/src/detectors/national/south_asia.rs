//! India, Pakistan, Bangladesh, Sri Lanka and Nepal. Sources: UIDAI (Verhoeff's digit of Aadhaar), the Income Tax Department (PAN),
//! GSTN, NADRA.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{part, value, verhoeff_holds};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("in_aadhaar", "Indian Aadhaar number", Class::NationalId).tagged("Aadhaar"),
        trigger: Trigger::Digits,
        find: number(&["9999~9999~9999", "9999:9999:9999", "999999999999"], aadhaar, Needs::ContextOrAlone),
        context: &[
            "aadhaar",
            "aadhar",
            "adhaar",
            "adhar",
            "uidai",
            "uid",
            "aadhaar number",
            "आधार",
            "ஆதார்",
            "ఆధార్",
            "ಆಧಾರ್",
            "আধার",
        ],
        fires: &[
            "Aadhaar 4842 1870 1155",
            "my aadhar: 799151428986",
            "आधार संख्या 9195-5959-3943",
            "5954:2328:9546",
        ],
        silent: &["Aadhaar 4106 4378 4063", "note 799151428986", "Aadhaar 123412341234"],
    },
    Detector {
        kind: &kind("in_pan", "Indian PAN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["AAAAA9999A", "AAAAA~9999~A"], pan, Needs::Capitals),
        context: &["pan", "permanent account", "income tax", "pan card", "पैन"],
        fires: &["PAN BKQPL4071M", "BKQPL4071M is mine", "my pan is bkqpl4071m"],
        silent: &["the model BKQDL4071M", "part bkqpl4071m", "BKQPL4071", "ABKQPL4071M"],
    },
    Detector {
        kind: &kind("in_pan", "Indian PAN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["AAAAA9999A"], unchecked, Needs::ContextOrAlone),
        context: &["pan", "permanent account", "income tax", "pan card"],
        fires: &["PAN no. BKQDL4071M"],
        silent: &["part BKQDL4071M", "PAN BKQDL4071"],
    },
    Detector {
        kind: &kind("in_gstin", "Indian GST number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99AAAAA9999A*z*", "99 AAAAA9999A *z*"], gstin, Needs::Nothing),
        context: &["gstin", "gst", "goods and services tax"],
        fires: &["27BKQPL4071M1Z6", "GST no 07bkqpl4071m2zk"],
        silent: &["99BKQPL4071M1Z6", "27BKQPL4071M1Y6", "27BKQPL4071M1Z66"],
    },
    Detector {
        kind: &kind("in_voter", "Indian voter number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["AAA9999999", "AAA~9999999"], unchecked, Needs::ContextOrAlone),
        context: &["voter", "epic", "elector", "election", "voter id", "मतदाता"],
        fires: &["voter id KQX4071826", "EPIC: KQX4071826"],
        silent: &["part KQX4071826", "voter id KQX407182"],
    },
    Detector {
        kind: &kind("in_driving_license", "Indian driving licence number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["AA99~99999999999", "AA-9999999999999", "AA99 9999 9999999", "AA-99-9999-9999999"],
            indian_state,
            Needs::ContextOrAlone,
        ),
        context: &["dl", "driving licence", "driving license", "driver s license", "licence", "license"],
        fires: &["DL no: KA05 20190004071", "driving licence MH1420110062821"],
        silent: &["part KA05 20190004071", "driving licence XX0520190004071"],
    },
    Detector {
        kind: &kind("in_uan", "Indian provident fund number", Class::NationalId).tagged("UAN"),
        trigger: Trigger::Digits,
        find: number(&["999999999999"], unchecked, Needs::Context),
        context: &["uan", "epfo", "provident fund", "pf number"],
        fires: &["UAN 100407182659"],
        silent: &["note 100407182659", "UAN 10040718265"],
    },
    Detector {
        kind: &kind("in_abha", "Indian health id", Class::Document).tagged("ABHA number"),
        trigger: Trigger::Digits,
        find: number(&["99-9999-9999-9999", "99999999999999"], abha, Needs::Context),
        context: &["abha", "abha number", "health id", "ndhm"],
        fires: &["ABHA 91-4071-8265-9132"],
        silent: &["note 91-4071-8265-9132", "ABHA 91-4071-8265"],
    },
    Detector {
        kind: &kind("pk_cnic", "Pakistani CNIC", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999-9999999-9", "9999999999999", "99999 9999999 9"], cnic, Needs::ContextOrAlone),
        context: &["cnic", "nicop", "nadra", "شناختی کارڈ", "شناختی", "national identity"],
        fires: &["CNIC 35202-4071826-5", "cnic no 3520240718265", "35202-4071826-5"],
        silent: &["note 35202-4071826-5", "CNIC 95202-4071826-5"],
    },
    Detector {
        kind: &kind("bd_nid", "Bangladeshi identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999999999", "9999999999999", "99999999999999999", "999 999 9999"],
            unchecked,
            Needs::Context,
        ),
        context: &["nid", "জাতীয় পরিচয়পত্র", "এনআইডি", "smart card", "bangladesh"],
        fires: &["NID 4071826593", "জাতীয় পরিচয়পত্র 19854071826593174"],
        silent: &["note 4071826593", "unid 4071826593"],
    },
    Detector {
        kind: &kind("lk_nic", "Sri Lankan identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999v", "999999999x", "999999999999"], lk_nic, Needs::ContextOrAlone),
        context: &["nic", "national identity", "ජාතික හැඳුනුම්පත", "sri lanka"],
        fires: &["NIC 852114071V", "198521104071 is my NIC"],
        silent: &["part 852114071V", "NIC 859994071V", "note 198521104071"],
    },
    Detector {
        kind: &kind("np_citizenship", "Nepali citizenship number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99-99-99-99999", "99-99-9999-99999", "999-999-99999"], unchecked, Needs::Context),
        context: &["citizenship", "नागरिकता", "nepal"],
        fires: &["नागरिकता नं. 27-01-71-04718", "citizenship number 27-01-71-04718"],
        silent: &["note 27-01-71-04718", "citizen 27-01-71-04718"],
    },
];

fn aadhaar(number: &[u8]) -> bool {
    let reversed: Vec<u8> = number.iter().rev().copied().collect();
    value(number, 0) > 1 && reversed != number && verhoeff_holds(number)
}

/// The fourth letter says who holds it: nearly always a person, a company, a family or a firm.
fn pan(number: &[u8]) -> bool {
    number.get(3).is_some_and(|holder| b"PCHF".contains(holder)) && part(number, 5, 9) != 0
}

/// A state's number, and a PAN inside.
fn gstin(number: &[u8]) -> bool {
    matches!(part(number, 0, 2), 1..=38 | 97) && part(number, 7, 11) != 0
}

const STATES: &[u8] =
    b"AN AP AR AS BH BR CG CH CT DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UA UK UP WB";

/// Whether a number begins with the letters of an Indian state.
pub(super) fn indian_state(number: &[u8]) -> bool {
    number.get(..2).is_some_and(|state| STATES.split(|byte| *byte == b' ').any(|known| known == state))
}

fn abha(number: &[u8]) -> bool {
    value(number, 0) != 0
}

/// A province, a division and a district, none of them 0.
fn cnic(number: &[u8]) -> bool {
    matches!(value(number, 0), 1..=8) && value(number, 1) != 0
}

/// A year and the day in it; women have 500 added.
fn lk_nic(number: &[u8]) -> bool {
    let (year, day) = match number.len() {
        12 => (part(number, 0, 4), part(number, 4, 7)),
        _ => (1900 + part(number, 0, 2), part(number, 2, 5)),
    };
    (1900..2100).contains(&year) && matches!(day, 1..=366 | 501..=866)
}

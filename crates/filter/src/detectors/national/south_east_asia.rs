//! Singapore, Malaysia, Indonesia, the Philippines, Vietnam and Thailand. Sources: ICA and ACRA (NRIC, UEN), JPN, Dukcapil, the
//! Thai interior ministry's digit of eleven.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, is_date, is_year_month_day, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("sg_nric_fin", "Singaporean NRIC", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A9999999A"], nric, Needs::Capitals),
        context: &["nric", "fin", "singapore", "ic"],
        fires: &["S7446234J", "my NRIC is T0170525Z", "fin G9994342X"],
        silent: &["part S6959419A", "T1234567Z1", "B1234567Z"],
    },
    Detector {
        kind: &kind("sg_nric_fin", "Singaporean NRIC", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A9999999A"], nric_form, Needs::ContextOrAlone),
        context: &["nric", "fin", "singapore"],
        fires: &["my FIN is F4071826K", "NRIC: S4071826A"],
        silent: &["part F4071826K", "NRIC B4071826K"],
    },
    Detector {
        kind: &kind("sg_uen", "Singaporean company number", Class::NationalId).tagged("UEN"),
        trigger: Trigger::Digits,
        find: number(&["99999999A", "999999999A", "A99AA9999A"], uen, Needs::ContextOrAlone),
        context: &["uen", "unique entity", "acra", "business registration"],
        fires: &["UEN 53428347X", "201448138C", "UEN T09LL4045E"],
        silent: &["UEN 53782778Y", "part 53428347X"],
    },
    Detector {
        kind: &kind("my_nric", "Malaysian MyKad number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-99-9999", "999999999999", "999999 99 9999"], mykad, Needs::Separators),
        context: &["mykad", "ic", "nric", "kad pengenalan", "no kp", "ic number"],
        fires: &["850730-14-1186", "IC 850730102756"],
        silent: &["851330-14-5678", "850730-00-5678", "note 850730102756"],
    },
    Detector {
        kind: &kind("id_nik", "Indonesian NIK", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999999999999999", "999999 999999 9999", "9999 9999 9999 9999", "99.9999.999999.9999"],
            nik,
            Needs::ContextOrAlone,
        ),
        context: &["nik", "ktp", "nomor induk", "kependudukan", "e ktp"],
        fires: &["NIK 3174057007850003", "KTP: 3273010107900001"],
        silent: &["NIK 3174057507850003x", "NIK 3174050013850003", "note 3174057007850003"],
    },
    Detector {
        kind: &kind("id_npwp", "Indonesian tax number", Class::NationalId).tagged("NPWP"),
        trigger: Trigger::Digits,
        find: number(
            &["99.999.999.9-999.999", "999999999999999", "99 999 999 9 999 999"],
            npwp,
            Needs::Separators,
        ),
        context: &["npwp", "pajak"],
        fires: &["01.374.197.0-654.000", "NPWP 013062252178000"],
        silent: &["1.2.3.4-567.890", "note 013062252178000"],
    },
    Detector {
        kind: &kind("ph_tin", "Philippine tax number", Class::NationalId).tagged("TIN"),
        trigger: Trigger::Digits,
        find: number(
            &["999-999-999", "999-999-999-999", "999-999-999-99999", "999999999", "999999999999"],
            ph_tin,
            Needs::Context,
        ),
        context: &["tin", "bir", "taxpayer identification", "taxpayer id", "tax id", "rdo"],
        fires: &["TIN 407-182-659-000", "BIR TIN: 407182659"],
        silent: &["call 407-182-659", "tin 600-000-0001", "tiny 407-182-659"],
    },
    Detector {
        kind: &kind("ph_umid", "Philippine UMID number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999-9999999-9", "999999999999"], unchecked, Needs::Context),
        context: &["umid", "crn", "common reference", "sss", "gsis", "philhealth", "pag ibig"],
        fires: &["UMID 0111-4071826-5", "CRN 011140718265"],
        silent: &["note 0111-4071826-5", "UMID 0111-4071826"],
    },
    Detector {
        kind: &kind("ph_sss", "Philippine social security number", Class::NationalId).tagged("SSS"),
        trigger: Trigger::Digits,
        find: number(&["99-9999999-9", "9999999999"], unchecked, Needs::Context),
        context: &["sss", "social security system", "sss number"],
        fires: &["SSS 34-4071826-5"],
        silent: &["note 34-4071826-5", "SSS 34-407182"],
    },
    Detector {
        kind: &kind("ph_philhealth", "Philippine health insurance number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["99-999999999-9"], unchecked, Needs::ContextOrAlone),
        context: &["philhealth", "pin", "pag ibig"],
        fires: &["PhilHealth 12-040718265-9"],
        silent: &["note 12-040718265-9", "PhilHealth 12-04071826-9"],
    },
    Detector {
        kind: &kind("vn_cccd", "Vietnamese identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999999", "999 999 999 999", "999 999 999999"], cccd, Needs::Context),
        context: &[
            "cccd",
            "căn cước",
            "căn cước công dân",
            "can cuoc",
            "số định danh",
            "cmnd",
            "chứng minh nhân dân",
            "định danh",
        ],
        fires: &["CCCD 079085040718", "số căn cước công dân: 001300040718"],
        silent: &["CCCD 979085040718", "note 079085040718"],
    },
    Detector {
        kind: &kind("vn_mst", "Vietnamese tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999", "9999999999-999"], mst, Needs::ContextOrAlone),
        context: &["mst", "mã số thuế", "ma so thue"],
        fires: &["MST 0158958280"],
        silent: &["MST 0567265491", "note 0158958280"],
    },
    Detector {
        kind: &kind("th_tnin", "Thai identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9-9999-99999-99-9", "9 9999 99999 99 9", "9999999999999"], thai, Needs::Separators),
        context: &[
            "เลขประจำตัวประชาชน",
            "เลขบัตรประชาชน",
            "บัตรประชาชน",
            "รหัสปชช",
            "thai national id",
            "thai id",
            "thai",
            "tnin",
            "national id",
        ],
        fires: &["1-1014-60288-99-5", "เลขประจำตัวประชาชน: 3100011424951", "Thai ID 5301820958441"],
        silent: &["1-1014-36642-06-9", "started at 1701959640251", "note 3100011424951"],
    },
];

/// A letter for citizens or foreigners and the century, seven digits, and a letter of eleven.
fn nric(number: &[u8]) -> bool {
    let sum = weighted(number, &[0, 2, 7, 6, 5, 4, 3, 2]);
    let (more, letters) = match number.first() {
        Some(b'S') => (0, b"JZIHGFEDCBA"),
        Some(b'T') => (4, b"JZIHGFEDCBA"),
        Some(b'F') => (0, b"XWUTRQPNMLK"),
        Some(b'G') => (4, b"XWUTRQPNMLK"),
        Some(b'M') => (3, b"XWUTRQPNJLK"),
        _ => return false,
    };
    number.get(8) == letters.get(((sum + more) % 11) as usize)
}

/// Many examples and some old numbers do not hold the letter.
fn nric_form(number: &[u8]) -> bool {
    number.first().is_some_and(|first| b"STFGM".contains(first))
}

fn uen(number: &[u8]) -> bool {
    let letter = |letters: &[u8], place: u32| number.last() == letters.get(place as usize);
    match (number.len(), number.first()) {
        (9, _) => letter(b"XMKECAWLJDB", weighted(number, &[10, 4, 9, 3, 8, 2, 7, 1]) % 11),
        (_, Some(b'0'..=b'9')) => {
            matches!(part(number, 0, 4), 1800..=2100)
                && letter(b"ZKCMDNERGWH", weighted(number, &[10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11)
        }
        (_, Some(b'R' | b'S' | b'T')) => {
            const ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";
            let sum: usize = [4, 3, 5, 3, 10, 2, 2, 5, 7]
                .into_iter()
                .zip(number)
                .map(|(weight, byte)| ALPHABET.iter().position(|known| known == byte).unwrap_or(0) * weight)
                .sum();
            number.last() == ALPHABET.get((sum + 11 * 32 - 5) % 11)
        }
        _ => false,
    }
}

/// A day and the place of birth.
fn mykad(number: &[u8]) -> bool {
    let place = part(number, 6, 8);
    is_year_month_day(number, 0) && !matches!(place, 0 | 17..=20 | 69..=70 | 73 | 80 | 81 | 94..=97)
}

/// A province and a day; women have 40 added to it.
fn nik(number: &[u8]) -> bool {
    let day = part(number, 6, 8);
    let day = if day > 40 { day - 40 } else { day };
    matches!(part(number, 0, 2), 11..=21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97)
        && is_date(part(number, 10, 12), part(number, 8, 10), day)
        && part(number, 12, 16) != 0
}

fn npwp(number: &[u8]) -> bool {
    luhn_holds(number.get(..9).unwrap_or_default()) && part(number, 0, 9) != 0
}

fn ph_tin(number: &[u8]) -> bool {
    part(number, 3, 9) != 0
}

/// A province, then sex and century.
fn cccd(number: &[u8]) -> bool {
    (1..=96).contains(&part(number, 0, 3))
}

fn mst(number: &[u8]) -> bool {
    is_check(number, 9, 10 - weighted(number, &[31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11)
}

/// Class, province and district, and a digit of eleven.
fn thai(number: &[u8]) -> bool {
    let sum = weighted(number, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let province =
        matches!(part(number, 1, 3), 10..=27 | 30..=49 | 50..=58 | 60..=67 | 70..=77 | 80..=86 | 90..=96);
    value(number, 0) != 0 && province && is_check(number, 12, 11 - sum % 11)
}

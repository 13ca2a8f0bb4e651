//! China, Hong Kong, Macau, Taiwan, Japan and South Korea. Sources: GB 11643 (resident numbers), GB 32100, the ordinances of Japan's
//! My Number, the Korean resident registration act.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, is_date, is_year_month_day, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("cn_ric", "Chinese resident identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["99999999999999999*", "999999~99999999~999*", "999999 9999 9999 999*"],
            ric,
            Needs::Nothing,
        ),
        context: &["身份证", "身份证号", "身份証", "公民身份", "resident identity", "id card"],
        fires: &["11010519850730373X", "身份证号是440306199912040345", "110105 19850730 2278"],
        silent: &["110105198507304651", "110105198513301234"],
    },
    Detector {
        kind: &kind("cn_uscc", "Chinese company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999**********"], uscc, Needs::Nothing),
        context: &["统一社会信用代码", "信用代码", "credit code"],
        fires: &["91110000164066357L"],
        silent: &["91110000556977612C", "123456781234567890"],
    },
    Detector {
        kind: &kind("hk_id", "Hong Kong identity card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["A999999(*", "AA999999(*", "A999999-*", "A9999999", "A999999A", "A 999999 (*", "A999999 (*"],
            hkid,
            Needs::Separators,
        ),
        context: &["hkid", "hong kong", "香港身份證", "身份證", "香港身份证"],
        fires: &["G799904(5)", "HKID K4941462", "身份證號碼R992304(6)"],
        silent: &["G607167(1)", "part K4941462"],
    },
    Detector {
        kind: &kind("mo_bir", "Macau identity card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999(9", "9/999999/9"], unchecked, Needs::Context),
        context: &["macau", "澳門", "身份證", "bir", "macao"],
        fires: &["Macau ID 5407182(6)"],
        silent: &["see 5407182(6)", "Macau 5407182"],
    },
    Detector {
        kind: &kind("tw_national_id", "Taiwanese identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A999999999", "AA99999999"], taiwanese, Needs::ContextOrAlone),
        context: &["身分證", "身份證", "統一編號", "taiwan", "居留證"],
        fires: &["身分證字號 F195030190", "Taiwan ID A294491936"],
        silent: &["身分證字號 F143917127", "part A294491936"],
    },
    Detector {
        kind: &kind("tw_ubn", "Taiwanese company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999"], ubn, Needs::Context),
        context: &["統一編號", "統編", "ubn", "gui number"],
        fires: &["統編 20238185"],
        silent: &["統編 27460707", "note 24549210"],
    },
    Detector {
        kind: &kind("jp_my_number", "Japanese My Number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999~9999~9999", "999999999999"], my_number, Needs::ContextOrAlone),
        context: &["マイナンバー", "個人番号", "my number", "mynumber"],
        fires: &["マイナンバーは4071 5722 5718", "My Number: 826545745262"],
        silent: &["マイナンバー 4071 4219 3116", "note 826545745262"],
    },
    Detector {
        kind: &kind("jp_corporate_number", "Japanese company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999", "9-9999-9999-9999"], corporate, Needs::ContextOrAlone),
        context: &["法人番号", "corporate number", "houjin"],
        fires: &["法人番号 7892675471432"],
        silent: &["法人番号 7268051115319", "started at 1848254652824"],
    },
    Detector {
        kind: &kind("jp_driver_license", "Japanese driving licence number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["999999999999"], unchecked, Needs::Context),
        context: &["運転免許証", "免許証番号", "免許証", "運転免許"],
        fires: &["運転免許証番号 407182659301"],
        silent: &["番号 407182659301"],
    },
    Detector {
        kind: &kind("jp_health_insurance", "Japanese health insurance number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["99999999", "99999999-99"], unchecked, Needs::Context),
        context: &["保険者番号", "健康保険証", "被保険者"],
        fires: &["保険者番号 06407182"],
        silent: &["番号 06407182"],
    },
    Detector {
        kind: &kind("kr_rrn", "Korean resident number", Class::NationalId).tagged("RRN"),
        trigger: Trigger::Digits,
        find: number(&["999999-9999999", "9999999999999", "999999 9999999"], rrn, Needs::ContextOrAlone),
        context: &["주민등록번호", "주민번호", "주민등록", "rrn", "resident registration"],
        fires: &["850730-1234567", "주민등록번호는 850730-2407182", "RRN 8507301407182"],
        silent: &["851330-1234567", "order 850730-1234567 came", "RRN 850730-7407182"],
    },
    Detector {
        kind: &kind("kr_rrn", "Korean resident number", Class::NationalId).tagged("RRN"),
        trigger: Trigger::Digits,
        find: number(&["999999-9999999"], checked_rrn, Needs::Separators),
        context: &["주민등록번호", "rrn"],
        fires: &["850730-1061901"],
        silent: &["for 850730-1315031 pages", "851330-1234567"],
    },
    Detector {
        kind: &kind("kr_frn", "Korean foreigner number", Class::NationalId).tagged("FRN"),
        trigger: Trigger::Digits,
        find: number(&["999999-9999999", "9999999999999"], frn, Needs::ContextOrAlone),
        context: &["외국인등록번호", "외국인번호", "frn", "foreigner registration", "alien registration"],
        fires: &["850730-5407182", "외국인등록번호 850730-7407182", "FRN 8507306407182"],
        silent: &["851330-5407182", "FRN 850730-1407182", "order 850730-5407182 came"],
    },
    Detector {
        kind: &kind("kr_brn", "Korean company number", Class::NationalId).tagged("BRN"),
        trigger: Trigger::Digits,
        find: number(&["999-99-99999", "9999999999"], brn, Needs::Separators),
        context: &[
            "사업자등록번호",
            "사업자번호",
            "사업자",
            "brn",
            "business registration",
            "business number",
        ],
        fires: &["214-86-20405", "사업자등록번호 1208157368"],
        silent: &["214-86-20406", "note 1208157368"],
    },
    Detector {
        kind: &kind("kr_driver_license", "Korean driving licence number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["99-99-999999-99", "99 99 999999 99", "999999999999"],
            kr_licence,
            Needs::ContextOrAlone,
        ),
        context: &[
            "운전면허",
            "운전면허번호",
            "면허번호",
            "driver license",
            "driver s license",
            "license",
            "licence",
        ],
        fires: &["면허번호 13-19-407182-65", "13-19-407182-65"],
        silent: &["99-19-407182-65", "pages 13-19-407182-65", "license 13-19-407182-651"],
    },
    Detector {
        kind: &kind("kr_passport", "Korean passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["A99999999", "A999A9999"], kr_passport, Needs::ContextOrAlone),
        context: &["여권", "여권번호", "korean passport", "passport"],
        fires: &["여권번호 M407A1826", "여권 S40718265"],
        silent: &["part M407A1826", "여권번호 M407A182"],
    },
];

/// A region, a day, and ISO 7064's character of mod 11-2.
fn ric(number: &[u8]) -> bool {
    let sum = weighted(number, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
    is_date(part(number, 6, 10), part(number, 10, 12), part(number, 12, 14))
        && (1800..2200).contains(&part(number, 6, 10))
        && number.get(17) == b"10X98765432".get((sum % 11) as usize)
}

fn uscc(number: &[u8]) -> bool {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let place = |byte: &u8| ALPHABET.iter().position(|known| known == byte);
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let known = number.iter().all(|byte| place(byte).is_some());
    let sum: usize = weights.iter().zip(number).map(|(weight, byte)| place(byte).unwrap_or(0) * weight).sum();
    known
        && matches!(value(number, 0), 1 | 5 | 9)
        && number.iter().any(u8::is_ascii_alphabetic)
        && number.get(17).and_then(place) == Some((31 - sum % 31) % 31)
}

/// One or two letters, six digits, and a digit of eleven in which A is ten.
fn hkid(number: &[u8]) -> bool {
    let letters = number.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (first, rest) = match letters {
        2 => (value(number, 0) * 9 + value(number, 1) * 8, number.get(2..)),
        _ => (36 * 9 + value(number, 0) * 8, number.get(1..)),
    };
    let rest = rest.unwrap_or_default();
    let last = value(rest, 6);
    rest.len() == 7 && last <= 10 && (first + weighted(rest, &[7, 6, 5, 4, 3, 2, 1])).is_multiple_of(11)
}

fn taiwanese(number: &[u8]) -> bool {
    const PLACES: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    let place = |at: usize| {
        let letter = number.get(at);
        PLACES.iter().position(|known| Some(known) == letter).map_or(0, |place| place as u32 + 10)
    };
    let first = place(0) / 10 + place(0) % 10 * 9;
    let foreigner = number.get(1).is_some_and(u8::is_ascii_alphabetic);
    let second = if foreigner { place(1) % 10 } else { value(number, 1) };
    let rest = weighted(number, &[0, 0, 7, 6, 5, 4, 3, 2, 1, 1]);
    (foreigner || matches!(second, 1 | 2 | 8 | 9)) && (first + second * 8 + rest).is_multiple_of(10)
}

fn ubn(number: &[u8]) -> bool {
    let sum: u32 = [1, 2, 1, 2, 1, 2, 4, 1]
        .iter()
        .enumerate()
        .map(|(at, weight)| {
            let product = value(number, at) * weight;
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(5) || value(number, 6) == 7 && sum % 5 == 4
}

fn my_number(number: &[u8]) -> bool {
    let rest = weighted(number, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    is_check(number, 11, if rest < 2 { 0 } else { 11 - rest })
}

fn corporate(number: &[u8]) -> bool {
    value(number, 0) == 9 - weighted(number, &[0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9
}

/// A day, then sex and century. Only numbers from before October 2020 carry a check.
fn rrn(number: &[u8]) -> bool {
    matches!(value(number, 6), 1..=4) && is_year_month_day(number, 0)
}

fn checked_rrn(number: &[u8]) -> bool {
    rrn(number) && is_check(number, 12, 11 - weighted(number, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)
}

fn frn(number: &[u8]) -> bool {
    matches!(value(number, 6), 5..=8) && is_year_month_day(number, 0)
}

fn brn(number: &[u8]) -> bool {
    let sum = weighted(number, &[1, 3, 7, 1, 3, 7, 1, 3, 5]) + value(number, 8) * 5 / 10;
    part(number, 0, 3) > 100 && is_check(number, 9, 10 - sum % 10)
}

/// The region that gave it out.
fn kr_licence(number: &[u8]) -> bool {
    (11..=28).contains(&part(number, 0, 2))
}

fn kr_passport(number: &[u8]) -> bool {
    number.first().is_some_and(|kind| b"MSROD".contains(kind))
}

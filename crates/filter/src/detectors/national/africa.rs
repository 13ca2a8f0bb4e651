//! Africa. Sources: each state's published form, as gathered in "National identification number" (Wikipedia, 2025) and checked against
//! python-stdnum.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{
    is_date, is_day_month_year, is_year_month_day, luhn_holds, part, value, verhoeff_holds,
};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("za_id_number", "South African identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999", "999999 9999 99 9", "999999 9999 999"], za_id, Needs::ContextOrAlone),
        context: &[
            "south african",
            "south africa",
            "id",
            "id number",
            "identity",
            "identity number",
            "rsa",
            "smart id",
            "refugee",
            "identiteit",
        ],
        fires: &["South African ID 8507306598182", "my ID number is 850730 6597 08 5"],
        silent: &["ID 8507301240083", "started at 8507306598182", "ID number 8513305009087"],
    },
    Detector {
        kind: &kind("za_income_tax_number", "South African tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999", "9999~999~999"], za_tax, Needs::ContextOrAlone),
        context: &["sars", "income tax", "tax reference", "tax number", "itr", "taxpayer"],
        fires: &["SARS tax number 2047021650"],
        silent: &["SARS tax number 2567860878", "note 2047021650"],
    },
    Detector {
        kind: &kind("za_vat_number", "South African VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["4999999999"], za_vat, Needs::ContextOrAlone),
        context: &["vat", "vat number", "sars", "value added"],
        fires: &["SARS VAT 4050814948"],
        silent: &["VAT number 4088566614", "note 4050814948"],
    },
    Detector {
        kind: &kind("za_company_registration", "South African company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999/999999/99", "ck9999/999999", "cc9999/999999"],
            za_company,
            Needs::ContextOrAlone,
        ),
        context: &[
            "cipc",
            "company registration",
            "registration number",
            "close corporation",
            "company reg",
            "enterprise number",
        ],
        fires: &["CIPC 2014/071826/07", "company registration CK2004/071826", "1998/071826/23"],
        silent: &["on 2014/071826/07 they", "CIPC 1714/071826/07"],
    },
    Detector {
        kind: &kind("za_traffic_register_number", "South African traffic register number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999"], unchecked, Needs::Context),
        context: &["traffic register", "trn", "natis", "enatis"],
        fires: &["traffic register number 4071826593017"],
        silent: &["traffic 4071826593017", "started at 4071826593017"],
    },
    Detector {
        kind: &kind("za_passport", "South African passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["A99999999"], za_passport, Needs::ContextOrAlone),
        context: &["passport", "travel document", "south african passport"],
        fires: &["South African passport A04071826", "M04071826"],
        silent: &["part M04071826", "passport A0407182"],
    },
    Detector {
        kind: &kind("za_driver_license", "South African driving licence number", Class::Document),
        trigger: Trigger::Digits,
        find: number(
            &["999999999999", "99999999AA", "99999999AAA", "99999999AAAA", "9999999999AA", "999999AA99"],
            unchecked,
            Needs::Context,
        ),
        context: &[
            "driving licence",
            "driving license",
            "driver s licence",
            "driver s license",
            "drivers licence",
            "drivers license",
            "natis",
            "enatis",
        ],
        fires: &["driver's licence 60840718KMB"],
        silent: &["note 60840718KMB"],
    },
    Detector {
        kind: &kind("ng_nin", "Nigerian NIN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "9999 999 9999"], verhoeff_holds, Needs::ContextOrAlone),
        context: &["nin", "national identification", "national identity", "nimc", "nigeria", "nigerian"],
        fires: &["NIN 49014550597", "70121573522"],
        silent: &["NIN 40987194564", "ninth 70121573522"],
    },
    Detector {
        kind: &kind("ng_nin", "Nigerian NIN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], unchecked, Needs::Context),
        context: &["nin number", "my nin", "nimc", "nin slip", "national identification number"],
        fires: &["my NIN is 40718265930"],
        silent: &["ninja 40718265930", "my nine 40718265930"],
    },
    Detector {
        kind: &kind("ng_bvn", "Nigerian bank verification number", Class::NationalId).tagged("BVN"),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], bvn, Needs::Context),
        context: &["bvn", "bank verification"],
        fires: &["BVN 22407182659"],
        silent: &["note 22407182659", "BVN 12407182659"],
    },
    Detector {
        kind: &kind("ke_id", "Kenyan identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999", "9999999", "999999999"], unchecked, Needs::Context),
        context: &["kenya", "kenyan", "huduma", "kitambulisho", "maisha namba"],
        fires: &["Kenyan ID 30718265"],
        silent: &["note 30718265", "Kenya ID 307"],
    },
    Detector {
        kind: &kind("ke_kra_pin", "Kenyan tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A999999999A"], kra, Needs::Capitals),
        context: &["kra", "kra pin", "kenya revenue"],
        fires: &["A004071826K", "KRA PIN P051407182X"],
        silent: &["B004071826K", "a004071826k there"],
    },
    Detector {
        kind: &kind("eg_national_id", "Egyptian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999999", "9 999999 99 99999"], egyptian, Needs::ContextOrAlone),
        context: &["الرقم القومي", "بطاقة", "رقم قومي", "egyptian", "egypt", "national id"],
        fires: &["الرقم القومي 28507300104718", "national ID 30112010204713"],
        silent: &["national ID 28513300104718", "note 28507300104718"],
    },
    Detector {
        kind: &kind("ma_cin", "Moroccan identity card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A999999", "AA999999", "A99999", "AA99999"], unchecked, Needs::Context),
        context: &["cin", "cnie", "carte nationale", "البطاقة الوطنية", "maroc"],
        fires: &["CIN BK407182", "CNIE: D718265"],
        silent: &["cinema BK407182", "CIN BK407"],
    },
    Detector {
        kind: &kind("tn_cin", "Tunisian identity card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999"], unchecked, Needs::Context),
        context: &["cin", "بطاقة التعريف", "tunisie"],
        fires: &["CIN 04071826"],
        silent: &["note 04071826"],
    },
    Detector {
        kind: &kind("dz_nin", "Algerian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999999999999"], unchecked, Needs::Context),
        context: &["nin", "رقم التعريف الوطني", "algérie", "التعريف"],
        fires: &["رقم التعريف الوطني 109850730407182651"],
        silent: &["note 109850730407182651"],
    },
    Detector {
        kind: &kind("gh_card", "Ghana card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["gha-999999999-9", "gha9999999999", "gha 999999999 9"], unchecked, Needs::Nothing),
        context: &["ghana card"],
        fires: &["GHA-407182659-3", "Ghana card gha4071826593"],
        silent: &["GHB-407182659-3", "GHA-40718265-3"],
    },
    Detector {
        kind: &kind("ug_nin", "Ugandan NIN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["AA9999999*****", "AA99999999****"], ugandan, Needs::Capitals),
        context: &["nin", "uganda"],
        fires: &["CM850730100KQZ"],
        silent: &["CX850730100KQZ", "CM8507301"],
    },
    Detector {
        kind: &kind("tz_nida", "Tanzanian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999-99999-99999-99", "99999999999999999999"], nida, Needs::Separators),
        context: &["nida", "kitambulisho", "tanzania"],
        fires: &["19850730-40718-26593-01", "NIDA 19850730407182659301"],
        silent: &["19851330-40718-26593-01", "note 19850730407182659301"],
    },
    Detector {
        kind: &kind("rw_id", "Rwandan identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9 9999 9 9999999 9 99", "9999999999999999"], rwandan, Needs::Context),
        context: &["indangamuntu", "rwanda", "rwandan"],
        fires: &["Rwandan ID 1 1985 8 0407182 6 59", "indangamuntu 1198580407182659"],
        silent: &["Rwanda 4071826593017182", "note 1 1985 8 0407182 6 59"],
    },
    Detector {
        kind: &kind("mu_nid", "Mauritian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A999999999999*", "A9999999999999"], mauritian, Needs::ContextOrAlone),
        context: &["mauritius", "nid", "national identity"],
        fires: &["NID D300785029622G"],
        silent: &["NID D300785728129N", "part D300785029622G"],
    },
];

/// A day, four digits of sex, citizenship or a refugee's mark, 8 or 9, and Luhn's digit.
fn za_id(number: &[u8]) -> bool {
    is_year_month_day(number, 0)
        && matches!(value(number, 10), 0..=2)
        && matches!(value(number, 11), 8 | 9)
        && luhn_holds(number)
}

fn za_tax(number: &[u8]) -> bool {
    matches!(value(number, 0), 0..=3 | 9) && luhn_holds(number)
}

fn za_vat(number: &[u8]) -> bool {
    luhn_holds(number)
}

fn za_company(number: &[u8]) -> bool {
    let at = if number.first().is_some_and(u8::is_ascii_alphabetic) { 2 } else { 0 };
    let kind = part(number, 10, 12);
    (1900..2100).contains(&part(number, at, at + 4)) && (at == 2 || matches!(kind, 6..=12 | 20..=31))
}

fn za_passport(number: &[u8]) -> bool {
    number.first().is_some_and(|kind| b"ADMT".contains(kind))
}

fn bvn(number: &[u8]) -> bool {
    part(number, 0, 2) == 22
}

fn kra(number: &[u8]) -> bool {
    matches!(number.first(), Some(b'A' | b'P')) && value(number, 1) == 0
}

/// A century, a day, and the governorate of birth.
fn egyptian(number: &[u8]) -> bool {
    let governorate = matches!(part(number, 7, 9), 1..=4 | 11..=19 | 21..=29 | 31..=35 | 88);
    matches!(value(number, 0), 2 | 3) && is_year_month_day(number, 1) && governorate
}

fn ugandan(number: &[u8]) -> bool {
    number.starts_with(b"CM") || number.starts_with(b"CF")
}

fn nida(number: &[u8]) -> bool {
    (1900..2100).contains(&part(number, 0, 4))
        && is_date(part(number, 0, 4), part(number, 4, 6), part(number, 6, 8))
}

fn rwandan(number: &[u8]) -> bool {
    matches!(value(number, 0), 1..=3) && (1900..2100).contains(&part(number, 1, 5))
}

/// A surname's letter, a day, and a character of 17 weights in base 36.
fn mauritian(number: &[u8]) -> bool {
    let sum: u32 = (0..13).map(|at| value(number, at) * (14 - at as u32)).sum();
    is_day_month_year(number, 1) && value(number, 13) == (17 + 17 * 100 - sum % 17) % 17
}

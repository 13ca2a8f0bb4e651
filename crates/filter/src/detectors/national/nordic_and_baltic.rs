//! The Nordic and the Baltic states. Sources: Skatteverket, the Finnish and Danish population registers, Skatteetaten,
//! Þjóðskrá, and the Baltic registers' published check digits.

use super::super::number::{Needs, number};
use super::super::{Detector, Trigger};
use crate::checksum::{is_date, is_day_month_year, is_year_month_day, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("se_personnummer", "Swedish personal number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "999999-9999",
                "99999999-9999",
                "999999+9999",
                "999999999999",
                "9999999999",
                "99999999 9999",
                "999999 9999",
            ],
            personnummer,
            Needs::Separators,
        ),
        context: &[
            "personnummer",
            "personnumret",
            "pnr",
            "samordningsnummer",
            "svensk",
            "personal identity",
            "ssn",
            "personal number",
            "bankid",
        ],
        fires: &["850730-4775", "personnummer 198507305566", "personnummer: 19781130-6963"],
        silent: &["850730-6050", "854330-1234", "started 850730-4775-12", "note 850730-47751"],
    },
    Detector {
        kind: &kind("se_organisationsnummer", "Swedish company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-9999", "9999999999", "16999999-9999"], se_company, Needs::ContextOrAlone),
        context: &[
            "organisationsnummer",
            "orgnr",
            "org nr",
            "företagsnummer",
            "organisation number",
            "company identity",
            "org",
        ],
        fires: &["organisationsnummer 556347-6257", "Org.nr 9693205925"],
        silent: &["organisationsnummer 556938-7815", "organ 556042-7220", "call 556347-6257"],
    },
    Detector {
        kind: &kind("fi_personal_identity_code", "Finnish personal identity code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-999*", "999999+999*", "999999A999*"], hetu, Needs::Nothing),
        context: &[
            "hetu",
            "henkilötunnus",
            "henkilötunnukseni",
            "personbeteckning",
            "personbeteckningen",
            "personal identity",
        ],
        fires: &["131052-153T", "300785A465X", "HETU 010100A133R"],
        silent: &["131052-829U", "311152-308T", "131052/308T", "131052G308T"],
    },
    Detector {
        kind: &kind("fi_business_id", "Finnish business id", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999-9", "fi99999999"], business_id, Needs::ContextOrAlone),
        context: &["y tunnus", "ytunnus", "fo nummer", "business id", "alv"],
        fires: &["Y-tunnus 2010699-6"],
        silent: &["Y-tunnus 2088820-5", "pages 2010699-6"],
    },
    Detector {
        kind: &kind("dk_cpr", "Danish CPR number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-9999", "9999999999", "999999 9999"], cpr, Needs::ContextOrAlone),
        context: &["cpr", "cpr nummer", "cprnummer", "personnummer", "cpr nr"],
        fires: &["CPR 300785-4071", "cpr-nummer 3007854071"],
        silent: &["CPR 301385-4071", "cpr 300785-407", "call 300785-4071"],
    },
    Detector {
        kind: &kind("dk_cvr", "Danish company number", Class::NationalId).tagged("CVR"),
        trigger: Trigger::Digits,
        find: number(&["99999999", "99 99 99 99", "dk?99999999"], cvr, Needs::Context),
        context: &["cvr", "cvr nr", "moms", "se nr"],
        fires: &["CVR 16824143"],
        silent: &["CVR 18421198", "note 13585628"],
    },
    Detector {
        kind: &kind("no_fnr", "Norwegian birth number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "999999 99999"], fnr, Needs::Nothing),
        context: &["fødselsnummer", "fodselsnummer", "personnummer", "fnr", "d nummer"],
        fires: &["300785 48572", "fødselsnummer 15039922247"],
        silent: &["300785 02600", "call 15039994669", "order 15039922247"],
    },
    Detector {
        kind: &kind("no_orgnr", "Norwegian company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999~999~999"], orgnr, Needs::ContextOrAlone),
        context: &["orgnr", "org nr", "organisasjonsnummer", "mva", "foretaksregisteret"],
        fires: &["org.nr 981 040 929", "organisasjonsnummer 843277551"],
        silent: &["org.nr 963 378 886", "note 843277551"],
    },
    Detector {
        kind: &kind("is_kennitala", "Icelandic kennitala", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-9999", "9999999999", "999999 9999"], kennitala, Needs::Separators),
        context: &["kennitala", "kennitölu", "kt"],
        fires: &["300785-8409", "kennitala 1503995999"],
        silent: &["300785-4889", "call 1503995999"],
    },
    Detector {
        kind: &kind("ee_isikukood", "Estonian personal code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], baltic, Needs::ContextOrAlone),
        context: &["isikukood", "isikukoodi", "ik"],
        fires: &["isikukood 38507316664"],
        silent: &["isikukood 38507317146", "note 38507316664"],
    },
    Detector {
        kind: &kind("lt_asmens", "Lithuanian personal code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], baltic, Needs::ContextOrAlone),
        context: &["asmens kodas", "asmens", "ak", "a k"],
        fires: &["asmens kodas 48507306179"],
        silent: &["asmens kodas 48507313597", "note 48507306179"],
    },
    Detector {
        kind: &kind("lv_personas_kods", "Latvian personal code", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999-99999", "99999999999"], latvian, Needs::Separators),
        context: &["personas kods", "personas kodu", "pk"],
        fires: &["300785-08697", "personas kods 328673-00679"],
        silent: &["300785-71103", "301385-12345"],
    },
];

/// Luhn's digit over ten digits and a day, to which 60 is added for people without a place in the register.
fn personnummer(number: &[u8]) -> bool {
    let ten = number.get(number.len() - 10..).unwrap_or_default();
    let century = number.len() == 10 || matches!(part(number, 0, 2), 18..=20);
    let day = part(ten, 4, 6);
    let day = if day > 60 { day - 60 } else { day };
    century && is_date(part(ten, 0, 2), part(ten, 2, 4), day) && luhn_holds(ten)
}

fn se_company(number: &[u8]) -> bool {
    let ten = number.get(number.len() - 10..).unwrap_or_default();
    value(ten, 0) != 0 && value(ten, 2) >= 2 && luhn_holds(ten)
}

/// A day, a sign for the century, a number from 002, and a character of 31.
fn hetu(number: &[u8]) -> bool {
    let sign = number.len() == 11;
    let known = !sign || number.get(6).is_some_and(|sign| b"ABCDEFYXWVU".contains(sign));
    let serial = number.get(number.len() - 4..number.len() - 1).unwrap_or_default();
    let whole = part(number, 0, 6) * 1000 + part(serial, 0, 3);
    known
        && part(serial, 0, 3) >= 2
        && is_day_month_year(number, 0)
        && number.last() == b"0123456789ABCDEFHJKLMNPRSTUVWXY".get((whole % 31) as usize)
}

fn business_id(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"FI").unwrap_or(number);
    let check = (11 - weighted(digits, &[7, 9, 10, 5, 8, 4, 2]) % 11) % 11;
    check < 10 && value(digits, 7) == check
}

/// A day; the check digit is no longer kept since 2007.
fn cpr(number: &[u8]) -> bool {
    is_day_month_year(number, 0)
}

fn cvr(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"DK").unwrap_or(number);
    value(digits, 0) != 0 && weighted(digits, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// A day (40 more for those without a place in the register), and two digits of eleven.
fn fnr(number: &[u8]) -> bool {
    let (day, month) = (part(number, 0, 2), part(number, 2, 4));
    let day = if day > 40 { day - 40 } else { day };
    let month = if month > 40 { month - 40 } else { month };
    is_date(part(number, 4, 6), month, day)
        && weighted(number, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11)
        && weighted(number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

fn orgnr(number: &[u8]) -> bool {
    matches!(value(number, 0), 8 | 9) && weighted(number, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// A day (40 more for companies), a digit of eleven, and 9 or 0 for the century.
fn kennitala(number: &[u8]) -> bool {
    let day = part(number, 0, 2);
    let day = if day > 40 { day - 40 } else { day };
    is_date(part(number, 4, 6), part(number, 2, 4), day)
        && matches!(value(number, 9), 0 | 8 | 9)
        && weighted(number, &[3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Sex and century, a day, and a digit of eleven from one of two rows of weights.
fn baltic(number: &[u8]) -> bool {
    let first = weighted(number, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let second = weighted(number, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
    let check = if first == 10 { second % 10 } else { first };
    matches!(value(number, 0), 1..=8) && is_year_month_day(number, 1) && value(number, 10) == check
}

/// A day and a digit of eleven; since 2017 numbers begin with 32 and say nothing.
fn latvian(number: &[u8]) -> bool {
    let check = (1101 - weighted(number, &[1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10;
    part(number, 0, 2) == 32 || is_day_month_year(number, 0) && value(number, 10) == check
}

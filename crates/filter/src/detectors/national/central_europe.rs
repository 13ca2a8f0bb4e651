//! Austria, Switzerland, and the states from Poland and Croatia to Russia. Sources: each state's published form, as gathered in
//! "National identification number" (Wikipedia, 2025) and checked against python-stdnum.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{
    is_check, is_date, is_day_month_year, is_year_month_day, mod_11_10_holds, part, value, weighted,
};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("at_svnr", "Austrian social insurance number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999~999999", "9999 99 99 99", "9999/999999", "9999 99.99.99"],
            at_svnr,
            Needs::ContextOrAlone,
        ),
        context: &[
            "svnr",
            "sozialversicherungsnummer",
            "versicherungsnummer",
            "sv nummer",
            "e card",
            "ecard",
            "sozialversicherung",
        ],
        fires: &["SVNR 2400 120385", "1862301178"],
        silent: &["SVNR 8150 120385", "note 1862301178"],
    },
    Detector {
        kind: &kind("ch_ahv", "Swiss AHV number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["756.9999.9999.99", "756~9999~9999~99", "7569999999999"], ahv, Needs::Nothing),
        context: &["ahv", "avs", "ahv nr", "navs", "sozialversicherungsnummer"],
        fires: &["756.4267.0149.25", "AHV 7567897348347"],
        silent: &["756.4621.6805.56", "755.1234.5678.97"],
    },
    Detector {
        kind: &kind("ch_uid", "Swiss company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["che?999?999?999"], uid, Needs::Nothing),
        context: &["uid", "mwst", "handelsregister", "ide"],
        fires: &["CHE-948.284.355", "CHE706348764 MWST"],
        silent: &["CHE-782.700.192", "CHE-123.456"],
    },
    Detector {
        kind: &kind("li_peid", "Liechtenstein person number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999999999", "99999"], unchecked, Needs::Context),
        context: &["peid", "personenidentifikationsnummer", "liechtenstein"],
        fires: &["PEID 000001987345"],
        silent: &["note 000001987345", "Liechtenstein 9490"],
    },
    Detector {
        kind: &kind("pl_pesel", "Polish PESEL", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "999999 99999"], pesel, Needs::ContextOrAlone),
        context: &["pesel", "peselu", "numer ewidencyjny"],
        fires: &["PESEL 85073039603", "02270854859 (PESEL)"],
        silent: &["PESEL 85073005727", "note 85073039603", "PESEL 85133012345"],
    },
    Detector {
        kind: &kind("pl_nip", "Polish tax number", Class::NationalId).tagged("NIP"),
        trigger: Trigger::Digits,
        find: number(
            &[
                "999-999-99-99",
                "999-99-99-999",
                "9999999999",
                "999 999 99 99",
                "pl?9999999999",
                "pl?999-999-99-99",
            ],
            nip,
            Needs::ContextOrAlone,
        ),
        context: &["nip", "podatnik", "podatkowy", "vat"],
        fires: &["NIP 526-748-12-03", "1184427417", "PL5266469447"],
        silent: &["NIP 526-728-60-33", "note 1184427417"],
    },
    Detector {
        kind: &kind("pl_regon", "Polish company number", Class::NationalId).tagged("REGON"),
        trigger: Trigger::Digits,
        find: number(&["999999999", "99999999999999", "999-999-999"], regon, Needs::ContextOrAlone),
        context: &["regon", "regonu"],
        fires: &["REGON 196101370"],
        silent: &["REGON 197945442", "region 196101370"],
    },
    Detector {
        kind: &kind("pl_id_card", "Polish identity card number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["AAA999999", "AAA 999999"], polish_card, Needs::ContextOrAlone),
        context: &["dowód", "dowod", "dowodu", "dowód osobisty", "dowodu osobistego", "seria"],
        fires: &["dowód osobisty ABS 529078", "nr dowodu CCE368193"],
        silent: &["part CCE368193", "dowód ABS 123457"],
    },
    Detector {
        kind: &kind("cz_rc", "Czech and Slovak birth number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999999/9999", "9999999999", "999999 9999"], birth_number, Needs::Separators),
        context: &["rodné číslo", "rodne cislo", "rodného čísla", "rc", "rč", "r č"],
        fires: &["855730/4162", "rodné číslo 8507308788"],
        silent: &["855730/5728", "note 8507308788", "123456/7890"],
    },
    Detector {
        kind: &kind("cz_ico", "Czech company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999", "999 99 999"], ico, Needs::Context),
        context: &["ičo", "ico", "ič", "dič"],
        fires: &["IČO 27008801"],
        silent: &["IČO 27397481", "note 27082440"],
    },
    Detector {
        kind: &kind("hu_tax", "Hungarian tax id", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["89999999999", "8999999999"], hu_tax, Needs::ContextOrAlone),
        context: &["adóazonosító", "adóazonosító jel", "adószám", "adóazonosítója"],
        fires: &["adóazonosító jel: 8407182621"],
        silent: &["adóazonosító jel: 8407182622", "note 8407182621"],
    },
    Detector {
        kind: &kind("hu_taj", "Hungarian social security number", Class::NationalId).tagged("TAJ"),
        trigger: Trigger::Digits,
        find: number(&["999~999~999"], taj, Needs::ContextOrAlone),
        context: &["taj", "tajszám", "taj szám", "társadalombiztosítási"],
        fires: &["TAJ 407 182 455", "TAJ szám: 823456648"],
        silent: &["TAJ 407 182 456", "note 823456648", "tajga 823456648"],
    },
    Detector {
        kind: &kind("ro_cnp", "Romanian CNP", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9999999999999", "9 999999 999999", "9 99 99 99 99 999 9"],
            cnp,
            Needs::ContextOrAlone,
        ),
        context: &["cnp", "cod numeric personal"],
        fires: &["CNP 2850730402691", "1850730128464"],
        silent: &["CNP 2850730407362", "started at 1850730128464"],
    },
    Detector {
        kind: &kind("ro_cui", "Romanian company number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["ro?99999999", "99999999", "ro?9999999", "9999999", "ro?999999999"],
            cui,
            Needs::Context,
        ),
        context: &["cui", "cif", "cod fiscal"],
        fires: &["CUI 18581348"],
        silent: &["CUI 16265062", "circuit 18547290"],
    },
    Detector {
        kind: &kind("bg_egn", "Bulgarian EGN", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999", "999999 9999"], egn, Needs::ContextOrAlone),
        context: &["egn", "егн", "единен граждански номер"],
        fires: &["ЕГН 8507300928", "0547304851"],
        silent: &["ЕГН 8507302020", "note 8507300928"],
    },
    Detector {
        kind: &kind("hr_oib", "Croatian OIB", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999999", "hr?99999999999"], oib, Needs::ContextOrAlone),
        context: &["oib", "osobni identifikacijski broj", "pdv"],
        fires: &["OIB 43330684769", "HR81865218893"],
        silent: &["OIB 49233594185", "note 43330684769"],
    },
    Detector {
        kind: &kind("rs_jmbg", "Serbian JMBG", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999"], jmbg, Needs::ContextOrAlone),
        context: &["jmbg", "јмбг", "matični broj", "maticni broj", "jedinstveni matični broj"],
        fires: &["JMBG 0101006500006", "ЈМБГ 0101006500006"],
        silent: &["JMBG 0101006500007", "note 0101006500006"],
    },
    Detector {
        kind: &kind("si_emso", "Slovenian EMŠO", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999"], jmbg, Needs::ContextOrAlone),
        context: &["emšo", "emso", "matična številka"],
        fires: &["EMŠO 0101006500006"],
        silent: &["EMŠO 0101006500007", "note 0101006500006 was read"],
    },
    Detector {
        kind: &kind("si_tax", "Slovenian tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999", "si?99999999"], si_tax, Needs::Context),
        context: &["davčna", "davčna številka", "davcna stevilka", "ddv"],
        fires: &["davčna številka 12087475"],
        silent: &["davčna številka 13612406", "note 15012557"],
    },
    Detector {
        kind: &kind("ru_inn", "Russian tax number", Class::NationalId).tagged("INN"),
        trigger: Trigger::Digits,
        find: number(&["999999999999", "9999999999"], inn, Needs::ContextOrAlone),
        context: &["инн", "inn"],
        fires: &["ИНН 7705532328", "778957175694"],
        silent: &["ИНН 7791104551", "the inn had 7789571756941 guests", "note 7705532328"],
    },
    Detector {
        kind: &kind("ru_snils", "Russian pension number", Class::NationalId).tagged("SNILS"),
        trigger: Trigger::Digits,
        find: number(
            &["999-999-999 99", "999-999-999-99", "99999999999", "999 999 999 99"],
            snils,
            Needs::Separators,
        ),
        context: &["снилс", "snils"],
        fires: &["СНИЛС 112-233-445 95", "СНИЛС 11223344595"],
        silent: &["СНИЛС 112-233-445 96", "note 11223344595"],
    },
    Detector {
        kind: &kind("ru_passport", "Russian passport number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["9999 999999", "99 99 999999", "9999999999", "99 9999999"], unchecked, Needs::Context),
        context: &["паспорт", "паспорта", "паспортные", "загранпаспорт", "pasport"],
        fires: &["паспорт 45 08 407182", "серия и номер паспорта 4508 407182"],
        silent: &["номер 45 08 407182", "тел. 4508407182"],
    },
    Detector {
        kind: &kind("ru_ogrn", "Russian company number", Class::NationalId).tagged("OGRN"),
        trigger: Trigger::Digits,
        find: number(&["9999999999999", "999999999999999"], ogrn, Needs::ContextOrAlone),
        context: &["огрн", "огрнип", "ogrn"],
        fires: &["ОГРН 1027700132195"],
        silent: &["ОГРН 1027700132196", "started at 1027700132195"],
    },
    Detector {
        kind: &kind("ua_rnokpp", "Ukrainian tax number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999"], rnokpp, Needs::ContextOrAlone),
        context: &[
            "рнокпп",
            "ідентифікаційний",
            "ідентифікаційний код",
            "іпн",
            "инн",
            "ідентифікаційний номер",
        ],
        fires: &["РНОКПП 3127111947"],
        silent: &["РНОКПП 3126029313", "note 3127111947"],
    },
    Detector {
        kind: &kind("ua_unzr", "Ukrainian register number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999-99999"], unzr, Needs::Separators),
        context: &["унзр", "єдиний", "запис", "реєстр"],
        fires: &["УНЗР 19850730-04715", "19850730-04715"],
        silent: &["20240315-123456", "19853730-04715"],
    },
    Detector {
        kind: &kind("by_id", "Belarusian personal number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999A999AA9"], belarus, Needs::Capitals),
        context: &["личный номер", "асабісты нумар", "идентификационный номер"],
        fires: &["личный номер 3300785A018PB5"],
        silent: &["3331385A018PB5", "3300785A018PB"],
    },
    Detector {
        kind: &kind("kz_iin", "Kazakh personal number", Class::NationalId).tagged("IIN"),
        trigger: Trigger::Digits,
        find: number(&["999999999999"], kazakh, Needs::ContextOrAlone),
        context: &["иин", "жсн", "iin", "бин", "bin", "жеке сәйкестендіру"],
        fires: &["ИИН 850730391594"],
        silent: &["ИИН 850730951931", "202403151234", "note 850730391594"],
    },
    Detector {
        kind: &kind("md_idnp", "Moldovan personal number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999999"], idnp, Needs::ContextOrAlone),
        context: &["idnp", "idno", "cod personal"],
        fires: &["IDNP 2004071826598"],
        silent: &["IDNP 2004071826594", "started at 2004071826598"],
    },
    Detector {
        kind: &kind("al_nid", "Albanian personal number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["A99999999A"], albanian, Needs::ContextOrAlone),
        context: &["nid", "numri personal", "nipt", "letërnjoftim"],
        fires: &["NID I50730065K", "numri personal J50301032D"],
        silent: &["NID I57730065K", "part I50730065K"],
    },
];

/// The check digit stands fourth, before a birthday; months 13 to 15 are used up for further numbers.
fn at_svnr(number: &[u8]) -> bool {
    let check = weighted(number, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
    let (day, month) = (part(number, 4, 6), part(number, 6, 8));
    value(number, 0) != 0
        && check == value(number, 3)
        && ((13..=15).contains(&month) || is_date(0, month, day))
}

/// The digit of EAN-13, over the country's 756.
fn ahv(number: &[u8]) -> bool {
    is_check(number, 12, 10 - weighted(number, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)
}

fn uid(number: &[u8]) -> bool {
    let digits = number.get(3..).unwrap_or_default();
    let check = (11 - weighted(digits, &[5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11;
    value(digits, 8) == check
}

/// The century is added to the month, in steps of twenty.
fn pesel(number: &[u8]) -> bool {
    let born = is_date(part(number, 0, 2), part(number, 2, 4) % 20, part(number, 4, 6));
    born && is_check(number, 10, 10 - weighted(number, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)
}

fn nip(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"PL").unwrap_or(number);
    weighted(digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == value(digits, 9)
}

fn regon(number: &[u8]) -> bool {
    let nine = is_check(number, 8, weighted(number, &[8, 9, 2, 3, 4, 5, 6, 7]) % 11);
    let long = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
    nine && (number.len() == 9 || is_check(number, 13, weighted(number, &long) % 11))
}

fn polish_card(number: &[u8]) -> bool {
    weighted(number, &[7, 3, 1, 9, 7, 3, 1, 7, 3]).is_multiple_of(10)
}

/// Women have 50 added to the month; further numbers of a day 20. Ten digits can be divided by eleven.
fn birth_number(number: &[u8]) -> bool {
    let month = part(number, 2, 4);
    let month = [0, 20, 50, 70]
        .iter()
        .filter_map(|more| month.checked_sub(*more))
        .any(|month| is_date(part(number, 0, 2), month, part(number, 4, 6)));
    let whole = part(number, 0, 10);
    month && (whole.is_multiple_of(11) || part(number, 0, 9) % 11 == 10 && value(number, 9) == 0)
}

fn ico(number: &[u8]) -> bool {
    let check = (11 - weighted(number, &[8, 7, 6, 5, 4, 3, 2]) % 11) % 10;
    number.len() == 8 && value(number, 7) == check
}

fn hu_tax(number: &[u8]) -> bool {
    number.len() == 10 && value(number, 9) == weighted(number, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11
}

fn taj(number: &[u8]) -> bool {
    value(number, 8) == weighted(number, &[3, 7, 3, 7, 3, 7, 3, 7]) % 10
}

fn cnp(number: &[u8]) -> bool {
    let check = weighted(number, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    let county = matches!(part(number, 7, 9), 1..=52 | 70 | 80..=83);
    value(number, 0) != 0
        && county
        && is_year_month_day(number, 1)
        && value(number, 12) == if check == 10 { 1 } else { check }
}

fn cui(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"RO").unwrap_or(number);
    let Some((_, before)) = digits.split_last() else { return false };
    let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2].get(9 - before.len().min(9)..).unwrap_or_default().to_vec();
    value(digits, before.len()) == weighted(before, &weights) * 10 % 11 % 10
}

/// The century is added to the month: 20 before 1900, 40 since 2000.
fn egn(number: &[u8]) -> bool {
    let month = part(number, 2, 4);
    let born = month != 20 && month != 40 && is_date(part(number, 0, 2), month % 20, part(number, 4, 6));
    born && value(number, 9) == weighted(number, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
}

fn oib(number: &[u8]) -> bool {
    mod_11_10_holds(number.strip_prefix(b"HR").unwrap_or(number))
}

/// The number of Yugoslavia, kept by its successors: a day, a three-digit year, a region, a digit of eleven.
fn jmbg(number: &[u8]) -> bool {
    let year = part(number, 4, 7);
    let year = if year < 800 { 2000 + year } else { 1000 + year };
    let check = 11 - weighted(number, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    is_date(year, part(number, 2, 4), part(number, 0, 2))
        && is_check(number, 12, if check > 9 { 0 } else { check })
}

fn si_tax(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"SI").unwrap_or(number);
    let check = 11 - weighted(digits, &[8, 7, 6, 5, 4, 3, 2]) % 11;
    value(digits, 0) != 0 && check != 11 && is_check(digits, 7, check)
}

fn inn(number: &[u8]) -> bool {
    let digit = |weights: &[u32]| weighted(number, weights) % 11 % 10;
    match number.len() {
        10 => value(number, 9) == digit(&[2, 4, 10, 3, 5, 9, 4, 6, 8]),
        _ => {
            value(number, 10) == digit(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
                && value(number, 11) == digit(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
        }
    }
}

fn snils(number: &[u8]) -> bool {
    let check = weighted(number, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100;
    part(number, 9, 11) == u64::from(check)
}

fn ogrn(number: &[u8]) -> bool {
    let last = number.len().saturating_sub(1);
    let divisor = if number.len() == 13 { 11 } else { 13 };
    matches!(value(number, 0), 1..=5)
        && u64::from(value(number, last)) == part(number, 0, last) % divisor % 10
}

/// Days since 1899 in the first five digits: nobody alive was born before 1905.
fn rnokpp(number: &[u8]) -> bool {
    let sum = weighted(number, &[0, 5, 7, 9, 4, 6, 10, 5, 7]) + 11 - value(number, 0);
    (2000..50_000).contains(&part(number, 0, 5)) && value(number, 9) == sum % 11 % 10
}

fn unzr(number: &[u8]) -> bool {
    (1900..2100).contains(&part(number, 0, 4))
        && is_date(part(number, 0, 4), part(number, 4, 6), part(number, 6, 8))
}

fn belarus(number: &[u8]) -> bool {
    matches!(value(number, 0), 1..=6) && is_day_month_year(number, 1)
}

fn kazakh(number: &[u8]) -> bool {
    let first = weighted(number, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
    let second = weighted(number, &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
    let check = if first == 10 { second } else { first };
    matches!(part(number, 2, 4), 1..=12) && value(number, 11) == check
}

fn idnp(number: &[u8]) -> bool {
    matches!(value(number, 0), 0..=2)
        && is_check(number, 12, weighted(number, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10)
}

/// A letter for the decade, the year in it, the month (women 50 more), the day.
fn albanian(number: &[u8]) -> bool {
    let month = part(number, 2, 4) % 50;
    matches!(number.first(), Some(b'0'..=b'9' | b'A'..=b'T')) && is_date(0, month, part(number, 4, 6))
}

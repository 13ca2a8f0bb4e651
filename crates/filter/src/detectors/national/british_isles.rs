//! The United Kingdom and Ireland. Sources: HMRC's NIM39110 (National Insurance numbers), the NHS data dictionary, DVLA's INF1,
//! Revenue's form of the PPS number.

use super::super::number::{Needs, number};
use super::super::{Detector, Trigger};
use crate::checksum::{is_day_month_year, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("uk_nino", "UK National Insurance number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["AA 99 99 99 A", "AA 999999A", "AA999999A", "AA-99-99-99-A", "AA999999 A", "AA.99.99.99.A"],
            nino,
            Needs::Separators,
        ),
        context: &["nino", "national insurance", "ni number", "ni no", "insurance number"],
        fires: &["JK 40 71 82 C", "NINO JK407182C", "national insurance number: jk 407182c"],
        silent: &[
            "part JK407182C of it",
            "FQ 40 71 82 C",
            "BG 40 71 82 C",
            "JK 40 71 82 E",
            "JO 40 71 82 A",
            "minino JK407182C",
        ],
    },
    Detector {
        kind: &kind("uk_nhs", "NHS number", Class::Document),
        trigger: Trigger::Digits,
        find: number(&["999~999~9999"], nhs, Needs::ContextOrAlone),
        context: &["nhs", "national health service", "health service", "health authority"],
        fires: &["NHS 427 132 4655", "601-737-5369", "nhs no 7486974959"],
        silent: &["NHS number 459 635 5696", "call 601-737-5369"],
    },
    Detector {
        kind: &kind("uk_utr", "UK tax reference", Class::NationalId).tagged("UTR"),
        trigger: Trigger::Digits,
        find: number(&["99999~99999", "9999999999"], utr, Needs::ContextOrAlone),
        context: &["utr", "unique taxpayer", "self assessment", "tax reference", "hmrc"],
        fires: &["UTR 5171269558", "tax reference 33075 07049"],
        silent: &["UTR 1596505918", "note 5171269558"],
    },
    Detector {
        kind: &kind("uk_chi", "Scottish health number", Class::Document).tagged("CHI number"),
        trigger: Trigger::Digits,
        find: number(&["999~999~9999", "999999~9999"], chi, Needs::ContextOrAlone),
        context: &["chi", "community health"],
        fires: &["CHI number 1203856369", "chi 120385 6628"],
        silent: &["CHI 1203856952", "chi squared 12038562530", "note 1203856369"],
    },
    Detector {
        kind: &kind("ie_pps", "Irish PPS number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999A", "9999999AA", "9999999 A", "9999999 AA"], pps, Needs::ContextOrAlone),
        context: &["pps", "ppsn", "ppsno", "personal public service"],
        fires: &["PPS 1600153F", "my ppsn: 3202178FA"],
        silent: &["PPS 6953603E", "note 1600153F"],
    },
];

/// The prefixes that were never given out.
fn nino(number: &[u8]) -> bool {
    let first = number.first().is_some_and(|first| !b"DFIQUV".contains(first));
    let second = number.get(1).is_some_and(|second| !b"DFIOQUV".contains(second));
    let pair = number.get(..2).unwrap_or_default();
    let never = [&b"BG"[..], b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"].contains(&pair);
    first && second && !never && number.last().is_some_and(|last| (b'A'..=b'D').contains(last))
}

fn nhs(number: &[u8]) -> bool {
    let check = 11 - weighted(number, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    check != 10 && value(number, 9) == check % 11
}

fn utr(number: &[u8]) -> bool {
    let rest = weighted(number, &[0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    value(number, 0) == if rest < 2 { 2 - rest } else { 11 - rest }
}

fn chi(number: &[u8]) -> bool {
    is_day_month_year(number, 0) && nhs(number)
}

fn pps(number: &[u8]) -> bool {
    let second = number.get(8).map_or(0, |letter| u32::from(letter - b'A') + 1);
    let second = if number.get(8) == Some(&b'W') { 0 } else { second };
    let rest = (weighted(number, &[8, 7, 6, 5, 4, 3, 2]) + second * 9) % 23;
    number.get(7).is_some_and(|check| u32::from(*check - b'A' + 1) % 23 == rest)
}

//! Bank accounts other than IBANs, and the codes that lead to one: American, British, Indian, Australian and Mexican.

use std::ops::Range;

use super::labelled::{beside, grouped_digits, is_whole_word, plain_digits};
use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;
use crate::words::Vocabulary;

static ABA_ROUTING_NUMBER: Kind =
    kind("aba_routing_number", "US bank routing number", Class::Financial).tagged("routing number");
static BANK_ACCOUNT: Kind =
    kind("bank_account_number", "bank account number", Class::Financial).tagged("bank account");

/// Words that make a bare number behind "account" a bank's.
const BANKING: &[&str] = &[
    "bank",
    "sort",
    "sort code",
    "routing",
    "ifsc",
    "bsb",
    "savings",
    "checking",
    "transfer",
    "wire",
    "deposit",
    "iban",
    "swift",
    "bic",
    "beneficiary",
    "payee",
    "chase",
    "hsbc",
    "barclays",
    "lloyds",
    "natwest",
    "hdfc",
    "icici",
    "sbi",
    "wells fargo",
    "citibank",
];

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &ABA_ROUTING_NUMBER,
        trigger: Trigger::Words(&["routing", "aba", "rtn"]),
        find: Find::Code(routing_number),
        context: &[],
        fires: &["routing number: 021200025", "ABA 0212-0002-5", "my RTN is 322271627"],
        silent: &[
            "routing table 021200026",
            "database 021200025",
            "routing number 991200025",
            "routing number: 0212000251",
        ],
    },
    Detector {
        kind: &ABA_ROUTING_NUMBER,
        trigger: Trigger::Digits,
        find: Find::Pattern {
            guard: is_all_there_is,
            pattern: r"(?-u)^[0-9]{4}-?[0-9]{4}-?[0-9]",
            reach: 16,
            check: lone_routing_number,
        },
        context: &[],
        fires: &["021200025", " 0212-0002-5\n"],
        silent: &["note 021200025", "021200026", "123456789", "0212000251"],
    },
    Detector {
        kind: &BANK_ACCOUNT,
        trigger: Trigger::Words(&[
            "account",
            "acct",
            "a/c",
            "kontonummer",
            "konto-nr",
            "compte",
            "cuenta",
            "conta ",
            "conto ",
            "rekening",
        ]),
        find: Find::Code(account),
        context: BANKING,
        fires: &[
            "account number: 5577 9911",
            "acct no. 000123456789",
            "A/C 30215544871 at SBI",
            "bank account 55779911",
            "Kontonummer 0648489890",
        ],
        silent: &[
            "no account number was given",
            "account 55779911",
            "account number 12345",
            "account since 2019-10-11",
            "account number xxxx1234",
            "account number: 1234567.89",
            "on account of 20240315 reasons",
        ],
    },
    Detector {
        kind: &kind("uk_sort_code", "UK bank sort code", Class::Financial).tagged("sort code"),
        trigger: Trigger::Words(&["sort code", "sortcode", "sort-code"]),
        find: Find::Code(sort_code),
        context: &[],
        fires: &["sort code 40-47-84", "Sort Code: 404784", "40-47-84 is my sort code"],
        silent: &["sort code by date 2024-10-11", "sort code 40-47", "resort code 40", "sort code 40-47-845"],
    },
    Detector {
        kind: &kind("swift_code", "bank's SWIFT code", Class::Financial).tagged("SWIFT code"),
        trigger: Trigger::Words(&["swift", "bic"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^(?i:swift|bic)(?i:[ /]*(?:bic|swift|code|number|no\.?))*[ ]*(?:[:=#\-]|(?i:is))?[ ]*([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)",
            reach: 48,
            check: swift_code,
        },
        context: &[],
        fires: &["BIC: KREBDE21XXX", "SWIFT code NORBGB2L", "swift/bic is ALPNCHZZ80A"],
        silent: &[
            "SWIFT LANGUAGES",
            "swift developer",
            "cubic KREBDE21XXX",
            "BIC: krebde21xxx",
            "BIC KREBDE2",
            "SWIFT: KREBXX21",
        ],
    },
    Detector {
        kind: &kind("in_ifsc", "Indian bank branch code", Class::Financial).tagged("IFSC"),
        trigger: Trigger::Words(&["ifsc"]),
        find: Find::Code(ifsc),
        context: &[],
        fires: &["IFSC: KREB0001234", "ifsc code is kreb0abc123"],
        silent: &["IFSC KREB1001234", "IFSC code please", "IFSC KREB00012345"],
    },
    Detector {
        kind: &kind("in_upi_id", "Indian payment address", Class::Financial).tagged("UPI"),
        trigger: Trigger::Words(&[
            "@okaxis",
            "@oksbi",
            "@okicici",
            "@okhdfcbank",
            "@ybl",
            "@ibl",
            "@axl",
            "@paytm",
            "@ptyes",
            "@ptaxis",
            "@ptsbi",
            "@pthdfc",
            "@upi",
            "@apl",
            "@yapl",
            "@sbi",
            "@icici",
            "@hdfcbank",
            "@axisbank",
            "@kotak",
            "@idfcbank",
            "@fbl",
            "@jupiteraxis",
            "@superyes",
        ]),
        find: Find::Code(upi),
        context: &[],
        fires: &["pay rolf.b@okaxis", "UPI 9845012345@ybl"],
        silent: &["rolf@paytm.com", "thanks @paytm", "@upi docs", "rolf@icicibank"],
    },
    Detector {
        kind: &kind("au_bsb", "Australian bank branch code", Class::Financial).tagged("BSB"),
        trigger: Trigger::Words(&["bsb"]),
        find: Find::Code(branch),
        context: &[],
        fires: &["BSB 062-000", "bsb: 732001"],
        silent: &["BSB 062-0001", "the bsb form", "jbsb 062-000"],
    },
    Detector {
        kind: &kind("mx_clabe", "Mexican bank account number", Class::Financial).tagged("CLABE"),
        trigger: Trigger::Words(&["clabe"]),
        find: Find::Code(clabe),
        context: &[],
        fires: &["CLABE: 032180000118359719"],
        silent: &["CLABE: 032180000118359718", "CLABE pendiente", "CLABE 03218000011835971"],
    },
];

/// Nine digits: a Federal Reserve range and weights 3, 7, 1. Source: ABA, "Routing Number Administrative Rules".
fn is_routing_number(digits: &[u8]) -> bool {
    let value = |at: usize| digits.get(at).map_or(0, |digit| u32::from(digit - b'0'));
    let range = value(0) * 10 + value(1);
    let sum: u32 = [3, 7, 1].iter().cycle().take(9).enumerate().map(|(at, weight)| weight * value(at)).sum();
    digits.len() == 9 && matches!(range, 1..=12 | 21..=32 | 61..=72 | 80) && sum.is_multiple_of(10)
}

fn routing_at(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let (digits, end) = grouped_digits(text, at, 9)?;
    is_routing_number(&digits).then_some(at..end)
}

fn routing_number(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let range =
        is_whole_word(text, at).then(|| beside(text, at, |place| routing_at(text, place))).flatten()?;
    Some(Found { range, validated: true })
}

/// A guard: a note that is nothing but a number.
fn is_all_there_is(text: Text<'_>, at: usize) -> bool {
    text.bytes.len() <= 16 && text.str.trim().len() <= 11 && text.piece(0..at).trim().is_empty()
}

fn lone_routing_number(candidate: &Candidate<'_>) -> Option<Found> {
    let digits: Vec<u8> = candidate.value().bytes().filter(u8::is_ascii_digit).collect();
    let whole = candidate.text.str.trim().len() == candidate.whole.len();
    (whole && is_routing_number(&digits)).then(|| Found { range: candidate.whole.clone(), validated: true })
}

/// "account number 5577 9911"; without a word for "number" only where a bank is spoken of.
fn account(text: Text<'_>, at: usize, context: &Vocabulary) -> Option<Found> {
    const NUMBER: &[&str] = &["number", "no", "nr", "num", "numéro", "número", "numero", "nummer", "nummer"];
    if !is_whole_word(text, at) {
        return None;
    }
    let word = text
        .after(at, 24)
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-'))
        .count();
    let named = text.after(at, word).to_ascii_lowercase().contains("konto");
    let mut end = at + word;
    let mut words = 0;
    let mut numbered = named;
    // At most three words stand between: "account number at the bank is …" is too far to be sure.
    while words < 4 {
        let gap = text.after(end, 8).bytes().take_while(|byte| b" .:#=\"'\n-(".contains(byte)).count();
        numbered |= text.piece(end..end + gap).contains([':', '#', '=']);
        end += gap;
        if text.byte(end).is_ascii_digit() {
            break;
        }
        let next = text.after(end, 24);
        let len = next.find(|next: char| !next.is_alphanumeric()).unwrap_or(next.len());
        let word = next.get(..len)?.to_lowercase();
        numbered |= NUMBER.contains(&word.as_str());
        if len == 0 {
            return None;
        }
        end += len;
        words += 1;
    }
    let (digits, stop) = grouped_digits(text, end, 18)?;
    let range = end..stop;
    let dated = digits.len() == 8 && text.piece(range.clone()).contains('-') && digits.starts_with(b"20");
    let holds = (7..=18).contains(&digits.len()) && !dated && (numbered || text.near(&range, context));
    holds.then_some(Found { range, validated: false })
}

fn sort_code(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| {
        let dashed = [2, 5].iter().all(|gap| matches!(text.byte(place + gap), b'-' | b' '))
            && [0, 1, 3, 4, 6, 7].iter().all(|digit| text.byte(place + digit).is_ascii_digit());
        let ends = |len: usize| {
            !matches!(text.byte(place + len), b'-' | b'/') && !text.byte(place + len).is_ascii_alphanumeric()
        };
        match dashed {
            true => (ends(8) && !matches!(text.before(place, 1), b'-' | b'/')).then_some(place..place + 8),
            false => plain_digits(text, place, 6..7).filter(|_| ends(6)),
        }
    };
    let range = is_whole_word(text, at).then(|| beside(text, at, shape)).flatten()?;
    Some(Found { range, validated: false })
}

/// Eight or eleven characters with a country in the middle (ISO 9362).
fn swift_code(candidate: &Candidate<'_>) -> Option<Found> {
    const COUNTRIES: &str = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BG BH BN BO BR BS BW BY BZ CA CH CI CL CM CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES \
ET FI FJ FR GB GE GH GI GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KR KW KY KZ LA LB LI LK LT LU LV LY MA MC MD ME MG MK MM MN MO MT MU MV \
MX MY MZ NA NG NI NL NO NP NZ OM PA PE PH PK PL PS PT PY QA RO RS RU RW SA SE SG SI SK SM SN SV SY TH TN TR TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW";
    let (text, value) = (candidate.text, candidate.value());
    let country = COUNTRIES.split(' ').any(|country| value.get(4..6) == Some(country));
    let after = text.byte(candidate.value.end);
    let ends = !after.is_ascii_alphanumeric() && after != b'_';
    // "SWIFT LANGUAGE" in capitals: letters alone need a sign or the word "code" before them.
    let label = text.piece(candidate.whole.start..candidate.value.start).to_ascii_lowercase();
    let told = value.bytes().any(|byte| byte.is_ascii_digit())
        || label.contains([':', '=', '#'])
        || label.contains("code");
    (country && ends && told).then(|| Found { range: candidate.value.clone(), validated: false })
}

/// Four letters, a zero, six letters or digits. Source: Reserve Bank of India.
fn ifsc(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| {
        let code = text.bytes.get(place..place + 11)?;
        let (bank, branch) = code.split_at_checked(4)?;
        let fits = bank.iter().all(u8::is_ascii_alphabetic)
            && branch.first() == Some(&b'0')
            && branch.iter().all(u8::is_ascii_alphanumeric)
            && branch.iter().filter(|byte| byte.is_ascii_digit()).count() >= 3;
        (fits && !text.byte(place + 11).is_ascii_alphanumeric()).then_some(place..place + 11)
    };
    Some(Found { range: beside(text, at, shape)?, validated: false })
}

/// A name before one of the banks' handles, which are no domains.
fn upi(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let name = text.bytes.get(..at)?.iter().rev().take(64).take_while(|byte| is_name(byte)).count();
    let handle =
        text.bytes.iter().skip(at + 1).take(24).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (end, known) = (at + 1 + handle, text.piece(at..at + 1 + handle).to_ascii_lowercase());
    let is_handle = match ROWS.iter().find(|row| row.kind.name == "in_upi_id").map(|row| &row.trigger) {
        Some(Trigger::Words(handles)) => handles.contains(&known.as_str()),
        _ => false,
    };
    let goes_on =
        matches!(text.byte(end), b'.' | b'-' | b'_' | b'@') && text.byte(end + 1).is_ascii_alphanumeric();
    (name >= 2 && is_handle && !goes_on).then_some(Found { range: at - name..end, validated: false })
}

fn branch(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| {
        grouped_digits(text, place, 6).filter(|(digits, _)| digits.len() == 6).map(|(_, end)| place..end)
    };
    let range = is_whole_word(text, at).then(|| beside(text, at, shape)).flatten()?;
    Some(Found { range, validated: false })
}

/// Eighteen digits, weights 3, 7, 1 modulo ten. Source: Banco de México, "CLABE".
fn clabe(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| {
        let (digits, end) = grouped_digits(text, place, 18)?;
        let (check, body) = digits.split_last()?;
        let weighed = body
            .iter()
            .zip([3, 7, 1].iter().cycle())
            .map(|(digit, weight)| u32::from(digit - b'0') * weight % 10);
        let wanted = (10 - weighed.sum::<u32>() % 10) % 10;
        (digits.len() == 18 && wanted == u32::from(check - b'0')).then_some(place..end)
    };
    Some(Found { range: beside(text, at, shape)?, validated: true })
}

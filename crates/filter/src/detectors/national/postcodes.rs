//! Postcodes: short and common, so a word must stand near, or letters in a known order are all there is.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{part, value};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("uk_postcode", "UK postcode", Class::Location).tagged("postcode"),
        trigger: Trigger::Digits,
        find: number(
            &[
                "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A99AA", "A999AA",
                "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA", "gir?0aa",
            ],
            british,
            Needs::ContextOrAlone,
        ),
        context: &[
            "postcode",
            "post code",
            "postal code",
            "zip",
            "address",
            "delivery",
            "postal",
            "mailing",
            "shipping",
        ],
        fires: &["postcode LS7 4HP", "SW4A 7LP", "my address is 4 Mill Lane, LS74HP"],
        silent: &["part LS7 4HP", "postcode QS7 4HP", "postcode LS7 4CP"],
    },
    Detector {
        kind: &kind("ca_postal_code", "Canadian postal code", Class::Location).tagged("postcode"),
        trigger: Trigger::Digits,
        find: number(&["A9A 9A9", "A9A9A9", "A9A-9A9"], canadian, Needs::ContextOrAlone),
        context: &[
            "postal code",
            "postcode",
            "code postal",
            "zip",
            "canada",
            "ontario",
            "quebec",
            "québec",
            "alberta",
            "british columbia",
            "address",
            "adresse",
        ],
        fires: &["postal code K4P 7L2", "H3Z2Y7"],
        silent: &["part H3Z2Y7", "postal code D4P 7L2", "postal code K4O 7L2"],
    },
    Detector {
        kind: &kind("ie_eircode", "Irish postcode", Class::Location).tagged("Eircode"),
        trigger: Trigger::Digits,
        find: number(&["A99 ****", "A9A ****", "A99****"], eircode, Needs::Context),
        context: &["eircode", "postcode", "address"],
        fires: &["Eircode T12 K4P7"],
        silent: &["part T12 K4P7", "Eircode T12 K4O7"],
    },
    Detector {
        kind: &kind("nl_postcode", "Dutch postcode", Class::Location).tagged("postcode"),
        trigger: Trigger::Digits,
        find: number(&["9999 AA", "9999AA"], dutch, Needs::Context),
        context: &["postcode", "adres"],
        fires: &["postcode 1017 KM"],
        silent: &["in 1017 KM", "postcode 0017 KM"],
    },
    Detector {
        kind: &kind("de_plz", "German postcode", Class::Location).tagged("postcode"),
        trigger: Trigger::Digits,
        find: number(&["99999"], german, Needs::Context),
        context: &[
            "plz",
            "postleitzahl",
            "postanschrift",
            "anschrift",
            "wohnort",
            "adresse",
            "lieferadresse",
            "rechnungsadresse",
            "wohnanschrift",
            "straße",
            "hausnummer",
            "postfach",
        ],
        fires: &["PLZ 50667", "Postleitzahl: 20095"],
        silent: &["note 50667", "PLZ 00667", "PLZ 506671"],
    },
    Detector {
        kind: &kind("postal_code", "postcode", Class::Location),
        trigger: Trigger::Digits,
        find: number(&["99999", "99999-9999"], unchecked, Needs::Context),
        context: &["zip", "zip code", "zipcode", "postal code"],
        fires: &["zip code 94107", "ZIP: 10027-4071"],
        silent: &["note 94107", "zip lookup is broken", "zipper 94107"],
    },
    Detector {
        kind: &kind("postal_code", "postcode", Class::Location),
        trigger: Trigger::Digits,
        find: number(
            &["99999", "9999", "999999", "99-999", "999 99", "9999-999", "99999-999", "999-9999", "999-999"],
            no_year,
            Needs::Context,
        ),
        context: &[
            "code postal",
            "código postal",
            "codigo postal",
            "cap",
            "cep",
            "postnummer",
            "kod pocztowy",
            "psč",
            "irányítószám",
            "cod poștal",
            "индекс",
            "почтовый индекс",
            "pincode",
            "pin code",
            "postcode",
            "posta kodu",
            "郵便番号",
            "邮编",
            "우편번호",
            "postinumero",
            "postnr",
            "ταχυδρομικός",
        ],
        fires: &["código postal 28013", "kod pocztowy 00-950", "郵便番号 150-0041", "pincode 560034"],
        silent: &["note 28013", "código 28013", "coded 560034"],
    },
];

/// The letters that each place can have.
fn british(number: &[u8]) -> bool {
    let inward = number.get(number.len() - 2..).unwrap_or_default();
    let first = number.first().is_some_and(|first| !b"QVX".contains(first));
    let second = number.get(1).is_some_and(|second| !b"IJZ".contains(second));
    number == b"GIR0AA" || first && second && !inward.iter().any(|byte| b"CIKMOV".contains(byte))
}

fn canadian(number: &[u8]) -> bool {
    let first = number.first().is_some_and(|first| !b"WZ".contains(first));
    first && !number.iter().any(|byte| b"DFIOQU".contains(byte))
}

fn eircode(number: &[u8]) -> bool {
    let later = number.get(3..).unwrap_or_default();
    later.iter().all(|byte| byte.is_ascii_digit() || b"ACDEFHKNPRTVWXY".contains(byte))
}

fn dutch(number: &[u8]) -> bool {
    value(number, 0) != 0
}

fn german(number: &[u8]) -> bool {
    let code = part(number, 0, 5);
    code > 1000 && code < 99_999
}

/// Four digits that read as a year are one, also beside a word about post.
fn no_year(digits: &[u8]) -> bool {
    digits.len() != 4 || !(digits.starts_with(b"19") || digits.starts_with(b"20"))
}

//! Numbers for value added tax with their country in front. Source: the European Commission's list of their forms (VIES), and the
//! German and British check digits.

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{mod_11_10_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("de_vat_id", "German VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["de?999?999?999"], german, Needs::Nothing),
        context: &["ust", "ust id", "ustid", "ust idnr", "ustidnr", "umsatzsteuer", "mehrwertsteuer", "vat"],
        fires: &["DE488728510", "USt-IdNr. DE 212 519 108", "DE-358-837-818"],
        silent: &["DE406146046", "DE40718265", "DE3623013141"],
    },
    Detector {
        kind: &kind("uk_vat", "UK VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["gb?999999999", "gb?999?9999?99", "gb999999999999"], british, Needs::Nothing),
        context: &["vat", "hmrc"],
        fires: &["GB 495 5118 63", "VAT no GB730103244"],
        silent: &["GB 460 6519 97", "GB4071826"],
    },
    Detector {
        kind: &kind("eu_vat_id", "European VAT number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "atu99999999",
                "at?u99999999",
                "be?0999999999",
                "be?1999999999",
                "be?0999.999.999",
                "bg?999999999",
                "bg9999999999",
                "cy99999999A",
                "cz99999999",
                "cz999999999",
                "cz9999999999",
                "dk?99999999",
                "ee999999999",
                "el999999999",
                "el?999999999",
                "esA99999999",
                "esA9999999A",
                "es99999999A",
                "fi99999999",
                "hr99999999999",
                "hu99999999",
                "ie9999999A",
                "ie9999999AA",
                "ie9A99999A",
                "lt999999999",
                "lt999999999999",
                "lu99999999",
                "lv99999999999",
                "mt99999999",
                "pl9999999999",
                "pt999999999",
                "pt?999999999",
                "ro99999999",
                "ro999999999",
                "se999999999901",
                "si99999999",
                "sk9999999999",
                "no999999999mva",
                "xi999999999",
            ],
            unchecked,
            Needs::ContextOrAlone,
        ),
        context: &[
            "vat",
            "vat id",
            "vat no",
            "vat number",
            "ust",
            "uid",
            "tva",
            "iva",
            "btw",
            "moms",
            "mva",
            "alv",
            "dph",
            "pdv",
            "ddv",
            "áfa",
            "pvn",
            "pvm",
            "km",
            "kmkr",
            "ндс",
            "ддс",
            "φπα",
            "nip",
            "dič",
        ],
        fires: &["VAT ATU40718265", "BTW BE 0407182659", "VAT number: LU40718265"],
        silent: &["part ATU40718265", "VAT ZZ40718265", "SE40718265"],
    },
];

fn german(number: &[u8]) -> bool {
    let digits = number.get(2..).unwrap_or_default();
    value(digits, 0) != 0 && mod_11_10_holds(digits)
}

/// Two check digits of 97; those given out since 2010 have 55 added.
fn british(number: &[u8]) -> bool {
    let digits = number.get(2..).unwrap_or_default();
    let sum = u64::from(weighted(digits, &[8, 7, 6, 5, 4, 3, 2])) + part(digits, 7, 9);
    sum.is_multiple_of(97) || (sum + 55).is_multiple_of(97)
}

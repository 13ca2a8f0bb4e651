//! Latin America. Sources: the tax offices' published check digits (Receita Federal, SAT, RENAPO, AFIP, SII, DIAN, SUNAT, SRI).

use super::super::number::{Needs, number, unchecked};
use super::super::{Detector, Trigger};
use crate::checksum::{is_check, is_year_month_day, luhn_holds, part, value, weighted};
use crate::finding::Class;
use crate::kinds::kind;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kind("br_cpf", "Brazilian CPF", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999.999.999-99", "999~999~999~99", "999 999 999-99"], cpf, Needs::Separators),
        context: &["cpf", "cadastro de pessoas", "contribuinte"],
        fires: &["CPF 888.152.044-31", "73994421500", "meu cpf: 602 598 331 34"],
        silent: &["CPF 374.092.304-58", "111.111.111-11", "order 73994421500"],
    },
    Detector {
        kind: &kind("br_cnpj", "Brazilian company number", Class::NationalId).tagged("CNPJ"),
        trigger: Trigger::Digits,
        find: number(
            &["99.999.999/9999-99", "99999999999999", "**.***.***/****-99"],
            cnpj,
            Needs::Separators,
        ),
        context: &["cnpj", "empresa"],
        fires: &["CNPJ 67.766.780/0001-56", "37333657000180"],
        silent: &["CNPJ 07.857.975/0001-18", "20240315 123456", "20240315123456"],
    },
    Detector {
        kind: &kind("br_pis", "Brazilian worker's number", Class::NationalId).tagged("PIS"),
        trigger: Trigger::Digits,
        find: number(&["999.99999.99-9", "99999999999"], pis, Needs::ContextOrAlone),
        context: &["pis", "pasep", "nit", "nis"],
        fires: &["PIS 120.34567.83-0", "NIS 12034566426"],
        silent: &["PIS 120.34567.89-5", "note 12034566426", "pistol 12034566426"],
    },
    Detector {
        kind: &kind("br_titulo_eleitor", "Brazilian voter number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999~9999~9999"], unchecked, Needs::Context),
        context: &["título de eleitor", "titulo de eleitor", "título eleitoral", "titulo eleitor"],
        fires: &["título de eleitor 4071 8265 0191"],
        silent: &["note 4071 8265 0191", "o título 407182650191"],
    },
    Detector {
        kind: &kind("br_rg", "Brazilian identity card number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["99.999.999-9", "99.999.999-A", "9.999.999", "99999999", "999999999"],
            unchecked,
            Needs::Context,
        ),
        context: &["rg", "registro geral", "carteira de identidade"],
        fires: &["RG 40.718.265-9", "carteira de identidade: 40.718.265-X"],
        silent: &["note 40.718.265-9", "org 407182659"],
    },
    Detector {
        kind: &kind("mx_curp", "Mexican CURP", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["AAAA999999AAAAAA*9"], curp, Needs::Nothing),
        context: &["curp", "clave única"],
        fires: &["LOGM850317MDFPRR05", "curp PERJ900628HJCRMN09"],
        silent: &["LOGM850317MDFPRR06", "LOGM851317MDFPRR09", "LOGM850317MDFPRR091"],
    },
    Detector {
        kind: &kind("mx_rfc", "Mexican tax number", Class::NationalId).tagged("RFC"),
        trigger: Trigger::Digits,
        find: number(
            &["AAAA999999***", "AAA999999***", "AAAA-999999-***", "AAA-999999-***"],
            rfc,
            Needs::Capitals,
        ),
        context: &["rfc", "contribuyentes", "factura"],
        fires: &["RFC LOGM850317AB1", "factura a nombre de PEX020914K83"],
        silent: &["RFC LOGM851317AB1", "the RFC 2616", "logm850317ab1x"],
    },
    Detector {
        kind: &kind("mx_nss", "Mexican social security number", Class::NationalId).tagged("NSS"),
        trigger: Trigger::Digits,
        find: number(&["99~99~99~9999~9", "99999999999"], luhn_holds, Needs::ContextOrAlone),
        context: &["nss", "imss", "seguro social", "seguridad social"],
        fires: &["NSS 40898146622", "12-89-85-3052-7 del imss"],
        silent: &["NSS 41818168341", "note 40898146622"],
    },
    Detector {
        kind: &kind("ar_cuit", "Argentine tax number", Class::NationalId).tagged("CUIT"),
        trigger: Trigger::Digits,
        find: number(&["99~99999999~9"], cuit, Needs::Separators),
        context: &["cuit", "cuil", "afip"],
        fires: &["20-23424890-2", "cuil 27322910139"],
        silent: &["20-44166669-9", "note 27322910139", "CUIT 19-12345678-0"],
    },
    Detector {
        kind: &kind("ar_dni", "Argentine identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99.999.999", "99999999", "9.999.999"], unchecked, Needs::Context),
        context: &["dni", "documento nacional", "documento"],
        fires: &["mi DNI 30.718.265", "documento nacional 30718265"],
        silent: &["dnia 30718265", "note 30.718.265"],
    },
    Detector {
        kind: &kind("cl_rut", "Chilean RUT", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "99.999.999-*",
                "9.999.999-*",
                "99999999-*",
                "9999999-*",
                "99999999*",
                "999999999",
                "99.999.999*",
                "9999999*",
            ],
            rut,
            Needs::Separators,
        ),
        context: &["rut", "run", "rol único", "rol unico", "cédula"],
        fires: &["12.553.598-4", "RUT 9.698.805-2", "RUT 15663235-K"],
        silent: &["12.694.441-9", "note 154796487", "RUT 9.101.483-4"],
    },
    Detector {
        kind: &kind("co_nit", "Colombian tax number", Class::NationalId).tagged("NIT"),
        trigger: Trigger::Digits,
        find: number(&["999.999.999-9", "999999999-9", "9999999999"], nit, Needs::Separators),
        context: &["nit", "dian", "rut"],
        fires: &["NIT 900.808.565-3", "860703393-7"],
        silent: &["NIT 900.509.933-4", "nitrogen 9002412051 times"],
    },
    Detector {
        kind: &kind("co_cedula", "Colombian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &["9.999.999.999", "99.999.999", "9999999999", "99999999", "999.999.9999"],
            unchecked,
            Needs::Context,
        ),
        context: &["cédula", "cedula", "cc", "ciudadanía", "ciudadania"],
        fires: &["cédula 1.020.718.265", "cedula de ciudadanía 52718265"],
        silent: &["note 1.020.718.265", "la cedula vieja de 52718265123"],
    },
    Detector {
        kind: &kind("pe_ruc", "Peruvian tax number", Class::NationalId).tagged("RUC"),
        trigger: Trigger::Digits,
        find: number(&["99999999999"], ruc, Needs::ContextOrAlone),
        context: &["ruc", "sunat"],
        fires: &["RUC 20349012244", "10665855207"],
        silent: &["RUC 20232551502", "note 10665855207 here"],
    },
    Detector {
        kind: &kind("pe_dni", "Peruvian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["99999999", "99999999-9"], unchecked, Needs::Context),
        context: &["dni", "reniec"],
        fires: &["carnet 40718265 del reniec", "reniec: 40718265-4"],
        silent: &["note 40718265", "dnis 40718265"],
    },
    Detector {
        kind: &kind("ec_ci", "Ecuadorian identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9999999999", "999999999-9"], cedula, Needs::ContextOrAlone),
        context: &["cédula", "cedula", "ci", "ecuador"],
        fires: &["cédula 1733895302", "cédula 0929782258"],
        silent: &["cédula 1791214269", "note 0929782258 here"],
    },
    Detector {
        kind: &kind("uy_ci", "Uruguayan identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["9.999.999-9", "99999999", "9999999-9"], uruguay, Needs::Separators),
        context: &["ci", "cédula", "cedula", "uruguay"],
        fires: &["4.071.880-7", "cédula 40718807"],
        silent: &["4.071.880-8", "note 40718807"],
    },
    Detector {
        kind: &kind("do_cedula", "Dominican identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(&["999-9999999-9", "99999999999"], luhn_holds, Needs::Separators),
        context: &["cédula", "cedula", "dominicana"],
        fires: &["402-0715546-2", "cédula 00190240960"],
        silent: &["402-4371836-7", "note 00190240960"],
    },
    Detector {
        kind: &kind("ve_ci", "Venezuelan identity number", Class::NationalId),
        trigger: Trigger::Digits,
        find: number(
            &[
                "v-9999999",
                "v-99999999",
                "v-99.999.999",
                "v99999999",
                "v-9.999.999",
                "e-99999999",
                "j-99999999-9",
                "j999999999",
                "v999999999",
            ],
            unchecked,
            Needs::Context,
        ),
        context: &["cédula", "cedula", "ci", "rif", "venezuela"],
        fires: &["cédula V-12.718.265", "RIF J-40718265-9"],
        silent: &["note V-12.718.265", "V-12718265"],
    },
];

fn two_digits_of_eleven(number: &[u8], length: usize, first: &[u32], second: &[u32]) -> bool {
    let digit = |weights: &[u32]| match 11 - weighted(number, weights) % 11 {
        10 | 11 => 0,
        digit => digit,
    };
    is_check(number, length - 2, digit(first)) && is_check(number, length - 1, digit(second))
}

fn cpf(number: &[u8]) -> bool {
    two_digits_of_eleven(number, 11, &[10, 9, 8, 7, 6, 5, 4, 3, 2], &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
}

/// Letters, given out since 2026, count by their place in ASCII.
fn cnpj(number: &[u8]) -> bool {
    let value = |at: usize| number.get(at).map_or(0, |byte| u32::from(byte.wrapping_sub(b'0')));
    let digit = |weights: &[u32]| {
        let sum: u32 = weights.iter().enumerate().map(|(at, weight)| value(at) * weight).sum();
        match sum % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        }
    };
    part(number, 0, 8) != 0
        && value(12) == digit(&[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
        && value(13) == digit(&[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
}

fn pis(number: &[u8]) -> bool {
    let rest = weighted(number, &[3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    is_check(number, 10, if rest < 2 { 0 } else { 11 - rest })
}

/// Four letters of names, a birthday, sex and state, and a digit over all of it (values of 37 characters, Ñ among them).
fn curp(number: &[u8]) -> bool {
    let sum: u32 = (0..17)
        .map(|at| {
            let value = value(number, at);
            // Ñ stands between N and O.
            (if value > 23 { value + 1 } else { value }) * (18 - at as u32)
        })
        .sum();
    let sex = number.get(10).is_some_and(|sex| matches!(sex, b'H' | b'M' | b'X'));
    sex && is_year_month_day(number, 4) && is_check(number, 17, 10 - sum % 10)
}

/// Letters of a name and a day. Its last character is a check that many real numbers do not hold.
fn rfc(number: &[u8]) -> bool {
    let day = is_year_month_day(number, number.len() - 9);
    let last = number.last().is_some_and(|last| last.is_ascii_digit() || *last == b'A');
    day && last
}

fn cuit(number: &[u8]) -> bool {
    let rest = weighted(number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    matches!(part(number, 0, 2), 20 | 23 | 24 | 25 | 26 | 27 | 30 | 33 | 34 | 50 | 51 | 55)
        && is_check(
            number,
            10,
            match rest {
                0 => 0,
                1 => 9,
                rest => 11 - rest,
            },
        )
}

fn rut(number: &[u8]) -> bool {
    let Some((check, digits)) = number.split_last() else { return false };
    let sum: u32 =
        (0..digits.len()).map(|at| value(digits, digits.len() - 1 - at) * (at as u32 % 6 + 2)).sum();
    let wanted = match 11 - sum % 11 {
        11 => b'0',
        10 => b'K',
        digit => b'0' + digit as u8,
    };
    *check == wanted
}

fn nit(number: &[u8]) -> bool {
    let rest = weighted(number, &[41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
    is_check(number, 9, if rest < 2 { rest } else { 11 - rest })
}

fn ruc(number: &[u8]) -> bool {
    matches!(part(number, 0, 2), 10 | 15 | 17 | 20)
        && is_check(number, 10, 11 - weighted(number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
}

fn cedula(number: &[u8]) -> bool {
    matches!(part(number, 0, 2), 1..=24 | 30) && value(number, 2) < 6 && luhn_holds(number)
}

fn uruguay(number: &[u8]) -> bool {
    is_check(number, 7, 10 - weighted(number, &[2, 9, 8, 7, 6, 3, 4]) % 10)
}

//! Codes that open something once: "your verification code is 482 913", "482913 is your one-time passcode", backup codes, and the
//! seeds that authenticator apps make codes from. It must not know PINs, which last.

use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::{Text, is_same, is_word};
use crate::words::Vocabulary;

static ONE_TIME_CODE: Kind = kind("one_time_code", "one-time code", Class::OneTimeCode);

/// Four to eight digits, in halves or not, with the letter that some senders put before them.
macro_rules! digits {
    () => {
        r"((?:[A-Z]{1,2}-)?(?:[0-9]{3}[ -][0-9]{3}|[0-9]{4}[ -][0-9]{4}|[0-9]{4,8}))"
    };
}

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &ONE_TIME_CODE,
        trigger: Trigger::Words(&[
            "otp",
            "one-time",
            "one time",
            "verification",
            "authentication code",
            "authenticator code",
            "security code",
            "confirmation code",
            "sign-in code",
            "signin code",
            "login code",
            "log-in code",
            "access code",
            "2fa",
            "mfa code",
            "two-factor",
            "sms code",
            "passcode",
            "verifizierungscode",
            "best\u{e4}tigungscode",
            "auth code",
            "sicherheitscode",
            "einmalcode",
            "einmalpasswort",
            "anmeldecode",
            "sms-tan",
            "code de v",
            "code de s",
            "code de c",
            "digo de",
            "codice di",
            "verificatiecode",
            "kod weryfikacyjny",
            "\u{9a8c}\u{8bc1}\u{7801}",
            "\u{8a8d}\u{8a3c}\u{30b3}\u{30fc}\u{30c9}",
            "\u{c778}\u{c99d}\u{bc88}\u{d638}",
            "\u{43a}\u{43e}\u{434} \u{43f}\u{43e}\u{434}\u{442}",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?:(?i:otp|one[- ]time(?:[ -](?:code|pass(?:word|code)|pin))?|2fa|mfa|two-factor|passcode|sms-tan",
                r"|(?:verification|auth(?:enticat(?:ion|or))?|security|confirmation|sign-?in|log-?in|access|sms)",
                r"|verifizierungscode|best[\x80-\xFF]{2}tigungscode|sicherheitscode|einmal(?:code|passwort)|anmeldecode|verificatiecode|kod weryfikacyjny",
                r"|code de [a-z\x80-\xFF]{2,16}|digo de [a-z\x80-\xFF]{2,16}|codice di [a-z\x80-\xFF]{2,16})",
                r"|[\x80-\xFF]{6,36}(?:[ ][\x80-\xFF]{4,36})?)",
                r"(?:[ -](?i:codes?|tokens?|number|pin))?(?:[ ](?i:for|to|from|f\xC3\xBCr|pour|para|per|di)(?:[ ][^\s:=.,;0-9]{1,20}){1,4})?",
                r#"["'*)]{0,3}(?:[ ]?(?i:is now|is|was|ist|lautet|est|es|\xC3\xA8|\xC3\xA9|jest|\xE6\x98\xAF)|[ ]?(?::|=|#|-|\xEF\xBC\x9A))?[ :]{0,3}\n?["'* \[]{0,4}"#,
                digits!()
            ),
            reach: 180,
            check: told,
        },
        context: &[],
        fires: &[
            "OTP: 482913",
            "your verification code is 482 913",
            "Verification code: G-482913",
            "the security code for the bank is 4829 1374",
            "one-time password 482913",
            "Ihr Sicherheitscode lautet 482913",
            "votre code de confirmation est 482913",
            "su código de seguridad es 482-913",
            "登录验证码：482913",
            "2FA code 482913",
        ],
        silent: &[
            "my OTP app broke",
            "the OTP has 6 digits",
            "OTP 2019 was a conference",
            "verification took 4500 minutes",
            "verification code: ******",
            "two-factor theory of 1959",
            "security code 12",
            "access code 48291374921",
            "confirmation code ABCDEF",
            "otp-4829-12-03",
        ],
    },
    Detector {
        kind: &ONE_TIME_CODE,
        trigger: Trigger::Words(&[
            "code is",
            "code:",
            "code =",
            "code lautet",
            "code ist",
            "code est",
            "digo es",
            "codice ",
            "pin is",
        ]),
        find: Find::Pattern {
            guard: of_someone,
            pattern: concat!(
                r#"(?-u)^(?i:code|digo|codice|pin)[ ]?(?i:is|lautet|ist|est|es|\xC3\xA8|:|=)[ :]{0,3}\n?["'* \[]{0,4}"#,
                digits!()
            ),
            reach: 60,
            check: told,
        },
        context: &[],
        fires: &[
            "Your Tide code is 482913",
            "Ihr Code lautet 482 913",
            "tu código es 482913",
            "login code: 482913",
            "your code: 4829",
        ],
        silent: &[
            "the error code is 482913",
            "your zip code is 48291",
            "your postal code: 482913",
            "the promo code is 482913",
            "your discount code: 4829",
            "status code: 4041",
            "the source code is 4829 lines long",
            "your area code is 4829",
        ],
    },
    Detector {
        kind: &ONE_TIME_CODE,
        trigger: Trigger::Words(&[
            "is your",
            "as your",
            "is the code",
            "to verify",
            "to log in",
            "to sign in",
            "to confirm your",
            "ist ihr",
            "ist dein",
            "est votre",
            "es tu",
            "es su",
            "is het",
        ]),
        find: Find::Code(told_before),
        context: &[],
        fires: &[
            "482 913 is your one-time passcode",
            "482913 is your Tide verification code",
            "Use 482913 as your login code",
            "G-482913 is your code",
            "482913 ist Ihr Einmalcode",
            "enter code 482913 to verify your account",
        ],
        silent: &[
            "2024 is your year",
            "room 4829 is your office",
            "4829 is your zip code",
            "12 is your code",
            "482913 people is your code's reach",
            "call 48291374921 to verify",
        ],
    },
    Detector {
        kind: &kind("backup_codes", "backup codes", Class::OneTimeCode),
        trigger: Trigger::Words(&["backup code", "recovery code", "scratch code"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:backup|recovery|scratch)[ ](?i:codes?)[^:\n0-9]{0,30}(?::|[ ](?i:is|are)[ ])[ \n-]{0,4}",
                r"((?:(?:[0-9]{1,2}[.)][ ]?)?[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){0,3}[,; \n]{0,3}){1,20})"
            ),
            reach: 400,
            check: listed,
        },
        context: &[],
        fires: &["backup codes: 4829-1374 9913-0027", "my recovery code is h4kq9-wz2r7"],
        silent: &[
            "recovery codes: printed and stored",
            "backup code is easy",
            "recovery code: see 2024-03 letter",
        ],
    },
    Detector {
        kind: &kind("otp_seed", "authenticator seed", Class::Secret),
        trigger: Trigger::Words(&["otpauth"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^(?i:otpauth(?:-migration)?)://[^\s"'<>]{10,1000}"#,
            reach: 1100,
            check: seed,
        },
        context: &[],
        fires: &[concat!("otpauth://totp/Tide:rolf?secret=", "JBQWY3DPEBLW64TM&issuer=Tide")],
        silent: &["otpauth:// is the scheme of such links", "otpauth://totp/Tide:rolf?issuer=Tide"],
    },
];

/// What a code is called that opens nothing, or not once.
const OTHER_CODES: &[&str] = &[
    "error",
    "status",
    "exit",
    "zip",
    "postal",
    "post",
    "promo",
    "promotion",
    "discount",
    "coupon",
    "voucher",
    "area",
    "country",
    "source",
    "dress",
    "qr",
    "bar",
    "product",
    "item",
    "sort",
    "swift",
    "bank",
    "colour",
    "color",
    "referral",
    "invite",
    "tracking",
    "airport",
    "currency",
    "language",
    "course",
    "class",
    "building",
    "postcode",
    "return",
    "response",
    "key",
    "char",
    "unicode",
    "ascii",
    "hs",
    "sic",
    "tax",
    "dialing",
    "dial",
    "plz",
    "booking",
    "reservation",
    "order",
    "hex",
    "morse",
    "machine",
    "byte",
];

/// A guard: the code is somebody's, or for letting in, and none that opens nothing.
fn of_someone(text: Text<'_>, at: usize) -> bool {
    const WHOSE: &[&str] = &[
        "your",
        "my",
        "ihr",
        "dein",
        "votre",
        "ton",
        "tu",
        "su",
        "tuo",
        "login",
        "signin",
        "sms",
        "verification",
        "security",
        "il",
        "confirmation",
        "whatsapp",
        "telegram",
        "signal",
        "google",
        "uber",
    ];
    // "código" begins before its accent.
    let start = if text.before(at, 1) >= 0x80 { at.saturating_sub(3) } else { at };
    if text.before(start, 1).is_ascii_alphanumeric() {
        return false;
    }
    let before: Vec<&str> = text.words_before(start).take(3).collect();
    let other = before.first().is_some_and(|word| OTHER_CODES.iter().any(|other| is_same(word, other)));
    !other && before.iter().any(|word| WHOSE.iter().any(|whose| is_same(word, whose)))
}

fn told(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, range) = (candidate.text, candidate.value.clone());
    let said = text.piece(candidate.whole.start..range.start);
    let announced = said.contains([':', '=', '#'])
        || said.split([' ', '\n']).any(|word| matches!(word, "is" | "lautet" | "est" | "es" | "ist"));
    let value = candidate.value();
    let year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20")) && !announced;
    (ends(text, range.end) && !year && !counts(text, range.end) && !said.trim_end().ends_with('-'))
        .then_some(Found { range, validated: false })
}

/// Nothing that makes the digits part of something longer, and no unit.
fn ends(text: Text<'_>, end: usize) -> bool {
    let (after, second) = (text.byte(end), text.byte(end + 1));
    let runs_on = is_word(after) && after < 0x80;
    !(runs_on || matches!(after, b'.' | b'-' | b'/' | b',' | b':' | b' ') && second.is_ascii_digit())
}

fn counts(text: Text<'_>, end: usize) -> bool {
    matches!(
        text.next_word(end).as_str(),
        "digit"
            | "digits"
            | "character"
            | "characters"
            | "minutes"
            | "minute"
            | "seconds"
            | "hours"
            | "days"
            | "people"
            | "times"
            | "users"
            | "lines"
            | "points"
            | "years"
            | "bits"
            | "usd"
            | "eur"
            | "percent"
    )
}

/// "482 913 is your one-time passcode": the digits before the verb, what they are after it.
fn told_before(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    const NAMES: &[&str] = &[
        "code",
        "otp",
        "passcode",
        "verification",
        "time",
        "tan",
        "einmalcode",
        "codice",
        "c\u{f3}digo",
        "sicherheitscode",
        "2fa",
        "verify",
        "confirm",
        "log",
        "sign",
    ];
    let back = |from: usize, most: usize, belongs: fn(u8) -> bool| {
        from - (1..=most.min(from)).take_while(|step| belongs(text.before(from, *step))).count()
    };
    let end = back(at, 2, |byte| matches!(byte, b' ' | b'"'));
    let mut start = back(end, 9, |byte| byte.is_ascii_digit());
    let half = end - start;
    if end == at || !(3..=8).contains(&half) {
        return None;
    }
    if matches!(text.before(start, 1), b' ' | b'-') {
        let first = back(start - 1, 9, |byte| byte.is_ascii_digit());
        if start - 1 - first == half && half <= 4 {
            start = first;
        } else if text.before(start, 1) == b'-' && text.before(start, 2).is_ascii_uppercase() {
            start -= 2;
        }
    }
    if end - start < 4
        || is_word(text.before(start, 1))
        || matches!(text.before(start, 1), b'.' | b'-' | b'/' | b'+' | b'$')
    {
        return None;
    }
    let after: Vec<&str> = text.words_after(at).take(7).collect();
    let names = |word: &&str| NAMES.iter().any(|name| is_same(word, name));
    let place = after.iter().position(names)?;
    let other = place > 0
        && after.get(place - 1).is_some_and(|word| OTHER_CODES.iter().any(|other| is_same(word, other)));
    let told = after.get(place).is_some_and(|word| !matches!(*word, "verify" | "confirm" | "log" | "sign"))
        || text
            .words_before(start)
            .take(4)
            .any(|word| is_same(word, "code") || is_same(word, "use") || is_same(word, "enter"));
    (told && !other).then_some(Found { range: start..end, validated: false })
}

/// Codes hold digits; words do not.
fn listed(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value().trim_end();
    let first = value.split([',', ';', ' ', '\n']).find(|part| !part.ends_with(['.', ')']))?;
    let digits = first.bytes().filter(u8::is_ascii_digit).count();
    let range = candidate.value.start..candidate.value.start + value.len();
    (digits >= 2 && first.len() >= 8).then_some(Found { range, validated: false })
}

fn seed(candidate: &Candidate<'_>) -> Option<Found> {
    let link = candidate.value();
    let told = link.contains("secret=") || link.contains("data=");
    told.then(|| Found { range: candidate.whole.clone(), validated: false })
}

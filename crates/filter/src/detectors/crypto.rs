//! Wallets: addresses of coins, and the keys that spend from them.

use std::ops::Range;

use super::coin_text::{base58check, is_32_bytes, is_bech32, is_eip55, is_monero};
use super::labelled::beside;
use super::{Candidate, Detector, Find, Found, Trigger, begins_alone};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::Text;
use crate::words::Vocabulary;

static CRYPTO: Kind = kind("crypto", "wallet address", Class::Financial);
static WALLET_KEY: Kind = kind("wallet_private_key", "wallet's private key", Class::PrivateKey);

/// Addresses are at least this long; shorter words are passed over at once.
const SHORTEST: usize = 26;
const LONGEST: usize = 112;

static ETHEREUM: Vocabulary = Vocabulary::new(&[
    "eth", "ethereum", "wallet", "address", "metamask", "erc20", "usdt", "usdc", "token", "polygon", "bsc",
    "arbitrum", "send", "sent", "deposit", "airdrop", "contract", "account",
]);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &CRYPTO,
        trigger: Trigger::Digits,
        find: Find::Guarded { guard: begins_token, find: address },
        context: &[],
        fires: &[
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "tips to 3P14159f73E4gFr7JterCCQh9QjiTjiZrG, thanks",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
            "DFundmtrigzA6E25Swr2pRe4Eb79bGP8G1",
        ],
        silent: &[
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "x1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "3f2a9c4b1d6e8f7a0b5c2d9e4f1a6b3c",
            "4242424242424242424242424242424242",
        ],
    },
    Detector {
        kind: &CRYPTO,
        trigger: Trigger::Words(&[
            "bc1", "tb1", "bcrt1", "ltc1", "addr1", "stake1", "cosmos1", "osmo1", "inj1", "terra1", "bnb1",
            "zs1", "lnbc", "xpub", "ypub", "zpub",
        ]),
        find: Find::Code(bech32),
        context: &[],
        fires: &["bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ!"],
        silent: &[
            "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
            "abc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
            "bc1 is a prefix",
        ],
    },
    Detector {
        kind: &CRYPTO,
        trigger: Trigger::Words(&["0x"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^0[xX]([0-9A-Fa-f]{40})",
            reach: 44,
            check: ethereum,
        },
        context: &[],
        fires: &[
            "pay 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "my wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
        ],
        silent: &[
            "0xfb6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "hash 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
            "wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359ab",
            "0xDEADBEEF",
        ],
    },
    Detector {
        kind: &CRYPTO,
        trigger: Trigger::Words(&["solana", "phantom wallet", "sol wallet", "sol address"]),
        find: Find::Code(solana),
        context: &[],
        fires: &["my solana wallet is 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV"],
        silent: &[
            "solana is a chain",
            "solana build 7EcDhSYGxXyscszYEp35",
            "solana OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO",
        ],
    },
    Detector {
        kind: &WALLET_KEY,
        trigger: Trigger::Digits,
        find: Find::Guarded { guard: begins_token, find: import_key },
        context: &[],
        fires: &[concat!("5HueCGU8rMjxEXxiPuD5BDku4MkF", "qeZyd4dZ1jvhTVqvbTLvyTJ")],
        silent: &[
            "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4",
        ],
    },
    Detector {
        kind: &WALLET_KEY,
        trigger: Trigger::Words(&["xprv", "yprv", "zprv", "tprv", "uprv", "vprv"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r"(?-u)^[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{100,112}",
            reach: 120,
            check: extended_key,
        },
        context: &[],
        fires: &[concat!(
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKm",
            "PGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi"
        )],
        silent: &[
            "xprv keys are private",
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3w",
            "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8Nq",
        ],
    },
    Detector {
        kind: &WALLET_KEY,
        trigger: Trigger::Words(&[
            "private key",
            "private_key",
            "privatekey",
            "privkey",
            "priv_key",
            "wallet key",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^(?i:private[ _]?key|priv_?key|wallet key)[^\n0-9A-Za-z]{1,6}(?i:is |= ?|: ?)?["'`]?((?:0[xX])?[0-9A-Fa-f]{64})"#,
            reach: 100,
            check: raw_key,
        },
        context: &[],
        fires: &[concat!(
            "wallet private key: 0x8f2a559490cbd3",
            "3dda1c2f7a9b3e6d1f0c4b8a7e5d2c9f6b3a0e7d4c1f88aa01"
        )],
        silent: &[
            "private key: 0000000000000000000000000000000000000000000000000000000000000000",
            "public key: 8f2a559490cbd33dda1c2f7a9b3e6d1f0c4b8a7e5d2c9f6b3a0e7d4c1f88aa01",
            "private key: 8f2a559490cbd33dda1c2f7a9b3e6d1f0c4b8a7e",
        ],
    },
];

/// Where the letters before the first digit of a word begin.
fn start_of(text: Text<'_>, at: usize) -> usize {
    at - (1..=LONGEST).take_while(|back| text.before(at, *back).is_ascii_alphabetic()).count()
}

/// The word around its first digit.
fn token(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    let joined = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+');
    let start = start_of(text, at);
    if joined(text.before(start, 1)) {
        return None;
    }
    let len = text
        .bytes
        .iter()
        .skip(start)
        .take(LONGEST + 1)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    (!joined(text.byte(start + len))).then_some(start..start + len)
}

/// A guard: the first digit of a long word of letters and digits.
fn begins_token(text: Text<'_>, at: usize) -> bool {
    // Most numbers end here: something must go on for long enough.
    let long = text.byte(at + 4).is_ascii_alphanumeric() && text.byte(at + 12).is_ascii_alphanumeric();
    long && token(text, at).is_some_and(|token| (SHORTEST..=LONGEST).contains(&token.len()))
}

fn address(text: Text<'_>, at: usize) -> Option<Found> {
    let range = token(text, at)?;
    let word = text.bytes.get(range.clone())?;
    let holds = match word.len() {
        // One or two bytes that name the coin, and twenty of a hash.
        26..=36 => base58check(word).is_some_and(|payload| matches!(payload.len(), 21 | 22)),
        95 | 106 => is_monero(word),
        _ => false,
    };
    holds.then_some(Found { range, validated: true })
}

/// A key in wallet import format: 32 bytes, and one more where the public key is compressed.
fn import_key(text: Text<'_>, at: usize) -> Option<Found> {
    let range = token(text, at)?;
    let word = text.bytes.get(range.clone())?;
    let holds = matches!(word.len(), 51 | 52)
        && base58check(word).is_some_and(|payload| {
            matches!((payload.len(), payload.last()), (33, _) | (34, Some(1)))
                && payload.first().is_some_and(|version| *version >= 0x80)
        });
    holds.then_some(Found { range, validated: true })
}

fn bech32(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let len = text.bytes.iter().skip(at).take(400).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (word, range) = (text.after(at, len), at..at + len);
    let before = text.before(at, 1);
    let holds = !before.is_ascii_alphanumeric()
        && before != b'_'
        && text.byte(range.end) != b'_'
        && match word.get(1..4).is_some_and(|rest| rest == "pub") {
            true => (110..=112).contains(&len) && base58check(word.as_bytes()).is_some(),
            false => len >= 20 && is_bech32(word),
        };
    holds.then_some(Found { range, validated: true })
}

fn ethereum(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, digits, range) = (candidate.text, candidate.value(), candidate.whole.clone());
    let after = text.byte(range.end);
    if after.is_ascii_alphanumeric() || after == b'_' {
        return None;
    }
    let one_case = !digits.bytes().any(|byte| byte.is_ascii_uppercase())
        || !digits.bytes().any(|byte| byte.is_ascii_lowercase());
    let holds = if one_case { text.near(&range, &ETHEREUM) } else { is_eip55(digits) };
    holds.then_some(Found { range, validated: !one_case })
}

fn solana(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let shape = |place: usize| {
        let len =
            text.bytes.iter().skip(place).take(45).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let word = text.bytes.get(place..place + len)?;
        ((43..=44).contains(&len) && is_32_bytes(word)).then_some(place..place + len)
    };
    Some(Found { range: beside(text, at, shape)?, validated: false })
}

fn extended_key(candidate: &Candidate<'_>) -> Option<Found> {
    let ends = !candidate.text.byte(candidate.whole.end).is_ascii_alphanumeric();
    let validated = base58check(candidate.value().as_bytes()).is_some();
    ends.then(|| Found { range: candidate.whole.clone(), validated })
}

fn raw_key(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let digits = value.strip_prefix("0x").unwrap_or(value);
    let various = (b'0'..=b'9').filter(|digit| digits.as_bytes().contains(digit)).count() >= 6;
    let ends = !candidate.text.byte(candidate.value.end).is_ascii_alphanumeric();
    (various && ends).then(|| Found { range: candidate.value.clone(), validated: false })
}

//! Recovery phrases of wallets (BIP-39): twelve to twenty-four words of a list, with a checksum in the last, or beside a word
//! about wallets.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::labelled::beside;
use super::seed_phrase_words::{RARE, is_listed, place};
use super::{Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::{Kind, kind};
use crate::text::{Text, ceil, floor};
use crate::words::Vocabulary;

const CONTEXT: &[&str] = &[
    "seed",
    "mnemonic",
    "recovery",
    "wallet",
    "passphrase",
    "backup phrase",
    "secret phrase",
    "metamask",
    "ledger",
    "trezor",
    "bip39",
    "phrase",
    "wiederherstellung",
    "semilla",
];
const COUNTS: [usize; 5] = [24, 21, 18, 15, 12];
const SHORTEST: usize = 12;
/// How far around a word the rest of its phrase is looked for: 24 words of eight letters with numbers between.
const REACH: usize = 340;
/// What may stand between two words: a blank, a comma, a line end and the next one's number.
const LONGEST_GAP: usize = 8;
/// Words of the list that run on beyond a phrase are prose.
const MOST_WORDS: usize = 40;

static SEED_PHRASE: Kind = kind("seed_phrase", "wallet recovery phrase", Class::PrivateKey);

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &SEED_PHRASE,
        trigger: Trigger::Words(RARE),
        find: Find::Code(phrase),
        context: CONTEXT,
        fires: &[
            "legal winner thank year wave sausage worth useful legal winner thank yellow",
            "1. legal\n2. winner\n3. thank\n4. year\n5. wave\n6. sausage\n7. worth\n8. useful\n9. legal\n10. winner\n11. thank\n12. yellow",
            "wallet seed: legal winner thank year wave sausage worth useful legal winner thank thank",
        ],
        silent: &[
            "legal winner thank year wave sausage worth useful legal winner thank thank",
            "the wallet had a sausage and a wave in it",
            "seed: legal winner thank year wave sausage worth useful legal winner",
            "wallet words abandon ability able about above absent absorb abstract absurd abuse access accident",
        ],
    },
    Detector {
        kind: &SEED_PHRASE,
        trigger: Trigger::Words(&[
            "seed phrase",
            "recovery phrase",
            "mnemonic",
            "secret phrase",
            "backup phrase",
            "seed words",
            "recovery words",
        ]),
        find: Find::Code(named),
        context: CONTEXT,
        fires: &[
            "seed phrase: about above able about above able about above able about above able",
            "my recovery phrase is about above able about above able about above able about above able",
        ],
        silent: &[
            "a mnemonic for the planets",
            "my recovery phrase is about above able about above able",
            "seed phrase: on paper",
        ],
    },
];

fn phrase(text: Text<'_>, at: usize, context: &Vocabulary) -> Option<Found> {
    if text.before(at, 1).is_ascii_alphabetic() || !is_among_words(text, at) || is_behind_another(text, at) {
        return None;
    }
    let words = row(text, at)?;
    let alphabetical =
        words.windows(2).all(|two| two.first().map(|word| word.0) < two.last().map(|word| word.0));
    if !(12..=MOST_WORDS).contains(&words.len()) || alphabetical {
        return None;
    }
    let checked = COUNTS.into_iter().find_map(|count| {
        let window = words.windows(count).find(|window| checksum_holds(window))?;
        Some(window.first()?.1.start..window.last()?.1.end)
    });
    if let Some(range) = checked {
        return Some(Found { range, validated: true });
    }
    let whole = words.first()?.1.start..words.last()?.1.end;
    let told = COUNTS.contains(&words.len()) && text.near(&whole, context);
    told.then_some(Found { range: whole, validated: false })
}

/// A phrase after the words that name one.
fn named(text: Text<'_>, at: usize, context: &Vocabulary) -> Option<Found> {
    let range = beside(text, at, |start| phrase(text, start, context).map(|found| found.range))?;
    Some(Found { range, validated: false })
}

/// Whether as many words of the list stand in a row around this one as the shortest phrase has. Most places fail here, at the
/// first or second word.
fn is_among_words(text: Text<'_>, at: usize) -> bool {
    let Some(mut end) = word_end(text, at) else { return false };
    let mut count = 1;
    while count < SHORTEST {
        let gap = gap_length(text.bytes.get(end..).unwrap_or_default().iter());
        let Some(next) = gap.and_then(|gap| word_end(text, end + gap)) else { break };
        (count, end) = (count + 1, next);
    }
    let mut start = at;
    while count < SHORTEST {
        let before = text.bytes.get(..start).unwrap_or_default();
        let Some(gap) = gap_length(before.iter().rev()) else { break };
        let before = before.get(..start - gap).unwrap_or_default();
        let word = before.iter().rev().take(9).take_while(|byte| byte.is_ascii_alphabetic()).count();
        start -= gap + word;
        if word_end(text, start).is_none() {
            break;
        }
        count += 1;
    }
    count >= SHORTEST
}

/// The end of the word of the list that begins here.
fn word_end(text: Text<'_>, at: usize) -> Option<usize> {
    let here = text.bytes.get(at..)?;
    let end = here.iter().take(9).take_while(|byte| byte.is_ascii_alphabetic()).count();
    is_listed(here.get(..end)?).then_some(at + end)
}

/// How long the gap is that begins here, if it is one between two words of a phrase.
fn gap_length<'a>(bytes: impl Iterator<Item = &'a u8>) -> Option<usize> {
    let gap = bytes.take(LONGEST_GAP + 1).take_while(|byte| is_gap_sign(char::from(**byte))).count();
    (1..=LONGEST_GAP).contains(&gap).then_some(gap)
}

/// Whether a rare word of the same row stands before this one: the row has been looked at from there.
fn is_behind_another(text: Text<'_>, at: usize) -> bool {
    let before = text.piece(at.saturating_sub(REACH / 2)..at);
    let same_row = before
        .rfind(|sign: char| !sign.is_ascii_alphabetic() && !is_gap_sign(sign))
        .map_or(0, |at| ceil(before, at + 1));
    let words = before
        .get(same_row..)
        .unwrap_or_default()
        .rsplit(|next: char| !next.is_ascii_alphabetic())
        .filter(|word| !word.is_empty());
    words.take_while(|word| place(word).is_some()).take(12).any(|word| {
        RARE.binary_search_by(|rare| rare.bytes().cmp(word.bytes().map(|letter| letter.to_ascii_lowercase())))
            .is_ok()
    })
}

/// The row of words of the list that a place is in, with their places in it.
fn row(text: Text<'_>, at: usize) -> Option<Vec<(u16, Range<usize>)>> {
    let from = floor(text.str, at.saturating_sub(REACH));
    let window = text.piece(from..ceil(text.str, (at + REACH).min(text.bytes.len())));
    let mut words: Vec<(u16, Range<usize>)> = Vec::new();
    let mut place_in = 0;
    let bytes = window.as_bytes();
    while place_in < bytes.len() {
        let Some(gap) = bytes.iter().skip(place_in).position(u8::is_ascii_alphabetic) else { break };
        let start = place_in + gap;
        let len = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let range = from + start..from + start + len;
        let goes_on = gap <= LONGEST_GAP && window.get(place_in..start).is_some_and(is_gap);
        match place(window.get(start..start + len)?) {
            Some(word) if goes_on || words.is_empty() => words.push((word, range)),
            Some(word) if range.start <= at => words = vec![(word, range)],
            None if range.start <= at => words.clear(),
            _ => break,
        }
        place_in = start + len;
    }
    Some(words)
}

fn is_gap(gap: &str) -> bool {
    gap.chars().all(is_gap_sign)
}

fn is_gap_sign(sign: char) -> bool {
    sign.is_ascii_digit() || " \t\r\n,.;)-|\"'[]".contains(sign)
}

/// Eleven bits a word; the last four to eight of them are SHA-256's first over the others.
fn checksum_holds(words: &[(u16, Range<usize>)]) -> bool {
    let bits = words.len() * 11;
    let check = bits / 33;
    let mut bytes = vec![0_u8; bits.div_ceil(8)];
    for (at, (word, _)) in words.iter().enumerate() {
        for bit in 0..11 {
            let place = at * 11 + bit;
            if word >> (10 - bit) & 1 == 1
                && let Some(byte) = bytes.get_mut(place / 8)
            {
                *byte |= 128 >> (place % 8);
            }
        }
    }
    let Some((entropy, rest)) = bytes.split_at_checked((bits - check) / 8) else { return false };
    let sum = Sha256::digest(entropy);
    sum.first().zip(rest.first()).is_some_and(|(sum, rest)| sum >> (8 - check) == rest >> (8 - check))
}

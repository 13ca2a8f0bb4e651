//! What makes a word after "password" the password: how the word announces it, and how much the value looks like one. It must
//! not know which pattern brought it here.

use super::password_words::{ABOUT, OF};
use super::value::{Looks, is_stand_in, is_unit, looks, looks_quoted};
use super::{Candidate, Found};
use crate::kinds::is_placeholder;
use crate::text::{Text, is_same, is_word};
use crate::words::Vocabulary;

/// The word must announce: short ones stand alone or begin a part of a name (`db_pass`, `dbPass`), and what follows in the
/// same name must not make it something about passwords (`password_hint`). Answers where the name ends.
pub(super) fn announces(text: Text<'_>, at: usize) -> Option<usize> {
    let word = text.bytes.get(at..(at + 40).min(text.bytes.len()))?;
    let word = word.get(..word.iter().take_while(|byte| is_word(**byte) || **byte == b'-').count())?;
    let begins =
        |stem: &&&str| word.get(..stem.len()).is_some_and(|word| word.eq_ignore_ascii_case(stem.as_bytes()));
    let stem = STEMS.iter().find(begins).map_or(word.len(), |stem| stem.len());
    let before = text.before(at, 1);
    let camel = before.is_ascii_lowercase() && text.byte(at).is_ascii_uppercase();
    let alone = stem >= 6 || before == b'_' || !before.is_ascii_alphanumeric() || camel;
    // `passwords`, `dbPassword2`, `passwordOld`, `PASSWORD_OLD`; not `passwordless`, `pwned`, `PWR`.
    let (last, next) = (word.get(stem.saturating_sub(1))?, word.get(stem).copied().unwrap_or(0));
    let plural = next.eq_ignore_ascii_case(&b's')
        && stem >= 6
        && !word.get(stem + 1).is_some_and(u8::is_ascii_alphanumeric);
    let whole =
        plural || !next.is_ascii_alphabetic() || last.is_ascii_lowercase() && next.is_ascii_uppercase();
    if !alone || !whole {
        return None;
    }
    let parts = String::from_utf8_lossy(word.get(stem..)?).to_lowercase();
    let about = parts.split(['_', '-']).any(|part| ABOUT.contains(part));
    (!about).then_some(at + word.len())
}

/// A guard: the word announces a password here.
pub(super) fn told_here(text: Text<'_>, at: usize) -> bool {
    announces(text, at).is_some()
}

/// The announcing words of ASCII letters, longer before shorter, for finding where they end in a longer name. The others, and
/// "mot de passe", stand alone.
const STEMS: &[&str] = &[
    "passphrase",
    "password",
    "passwort",
    "passcode",
    "kennwort",
    "passwrd",
    "pasword",
    "pssword",
    "passwd",
    "paswrd",
    "psswrd",
    "psword",
    "paswd",
    "psswd",
    "pswrd",
    "pswd",
    "pass",
    "clave",
    "senha",
    "wachtwoord",
    "pwd",
    "mdp",
    "pw",
];

/// The value and how much it looks like one, with what must be taken off its end when it stands bare.
pub(super) fn weigh(candidate: &Candidate<'_>) -> (std::ops::Range<usize>, Looks, bool) {
    let (text, range) = (candidate.text, candidate.value.clone());
    let quote = text.before(range.start, 1);
    if matches!(quote, b'"' | b'\'' | b'`') && text.byte(range.end) == quote || text.byte(range.end) == b'\\'
    {
        return (range, looks_quoted(candidate.value()), true);
    }
    let value = candidate.value();
    // Markup closes a value: `<password>x</password>`, a table's cell, a query's next part.
    let cut = ["</", "\\n"]
        .iter()
        .filter_map(|mark| value.find(mark))
        .chain(next_parameter(value))
        .min()
        .unwrap_or(value.len());
    let value = value.get(..cut).unwrap_or(value);
    let trimmed = value.trim_end_matches(['.', ',', ';', ':', ')', ']', '}', '"', '\'', '`', '*', '|', '>']);
    let range = range.start..range.start + trimmed.len();
    let looks = if value.ends_with(':') && cut == candidate.value().len()
        || value.starts_with("[") && is_stand_in(value)
    {
        Looks::Nothing
    } else {
        looks(trimmed)
    };
    (range, looks, false)
}

/// Where the next part of a query begins: `…&name=`.
fn next_parameter(value: &str) -> Option<usize> {
    let (at, rest) = value.split_once('&').map(|(before, rest)| (before.len(), rest))?;
    let (name, _) = rest.split_once('=')?;
    (!name.is_empty() && name.bytes().all(is_word)).then_some(at)
}

/// Whether nothing follows on the line but the end of a sentence.
fn closes(text: Text<'_>, end: usize) -> bool {
    let rest = text.after(end, 24);
    let line = rest.lines().next().unwrap_or_default();
    line.chars().all(|character| character.is_whitespace() || ".,;!?)]}\"'*|`>/".contains(character))
        && (rest.len() < 24 || line.len() < rest.len())
}

/// "password: …", "db_password = …": the shape tells; the value needs least proof when nothing else can stand there.
pub(super) fn assigned(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, start) = (candidate.text, candidate.whole.start);
    let name_end = announces(text, start)?;
    let (range, looks, quoted) = weigh(candidate);
    let between = text.piece(name_end.min(range.start)..range.start);
    let told = between.split([':', '=']).next().unwrap_or_default();
    let words: Vec<String> = told
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let about = words.iter().any(|word| ABOUT.contains(word));
    // "password for the guests: …" tells; "password, he said: …" may not.
    let loose = words.first().is_some_and(|word| !OF.contains(word)) && !told.contains('(');
    // A pass is also a ticket and a way over a mountain, and "palabra clave" a keyword.
    let other = loose && name_end - start == 4
        || text.words_before(start).next().is_some_and(|word| is_same(word, "palabra"));
    let needed = match (quoted, loose || between.contains('\n')) {
        (true, _) => Looks::Word,
        // On the next line, or after other words, a word is most likely the next thing, not the value.
        (false, true) => Looks::Strong,
        (false, false) if closes(text, range.end) => Looks::Word,
        (false, false) => Looks::Strong,
    };
    let counted = is_unit(&text.next_word(range.end));
    (!about && !other && !counted && looks >= needed).then_some(Found { range, validated: false })
}

/// "my password is …": half of what people say after "is" is a word about passwords, so the value must look like one.
pub(super) fn said(candidate: &Candidate<'_>) -> Option<Found> {
    let (text, start) = (candidate.text, candidate.whole.start);
    let name_end = announces(text, start)?;
    let (range, looks, quoted) = weigh(candidate);
    let between = text.piece(name_end.min(range.start)..range.start).to_lowercase();
    let about = between
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(1)
        .any(|word| ABOUT.contains(word));
    // German writes nouns like names; "lautet" announces the thing itself.
    let needed = match () {
        () if quoted || between.contains("lautet") => Looks::Word,
        () if closes(text, range.end) && !between.contains(" ist ") => Looks::Name,
        () => Looks::Strong,
    };
    let counted = is_unit(&text.next_word(range.end));
    (!about && !counted && looks >= needed).then_some(Found { range, validated: false })
}

/// Straight after the word, only what no sentence says: letters with digits, or quoted.
pub(super) fn adjoined(candidate: &Candidate<'_>) -> Option<Found> {
    let text = candidate.text;
    let (range, looks, quoted) = weigh(candidate);
    let value = text.piece(range.clone());
    let mixed = value.bytes().any(|byte| byte.is_ascii_alphabetic())
        && value.bytes().any(|byte| byte.is_ascii_digit());
    let number = value.len() >= 6 && value.bytes().all(|byte| byte.is_ascii_digit());
    let proof = if quoted {
        looks >= Looks::Strong
    } else {
        looks == Looks::Strong && value.len() >= 6 && (mixed || number)
    };
    (proof && !is_unit(&text.next_word(range.end))).then_some(Found { range, validated: false })
}

/// A placeholder is not longer; its bracket can stand before the window that a value is looked for in.
const LONGEST_LABEL: usize = 64;

/// "kestrel7 is my password": the value before the word.
pub(super) fn said_before(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let name_end = announces(text, at)?;
    if ABOUT.contains(&text.next_word(name_end)) {
        return None;
    }
    let before = text.piece(at.saturating_sub(120)..at);
    // A word that the window cuts is not the value, nor the last part of one, nor a placeholder without its bracket.
    let cut = before.len() < at && !text.piece(0..at - before.len()).ends_with(char::is_whitespace);
    let before =
        if cut { before.find(char::is_whitespace).map_or("", |space| &before[space..]) } else { before };
    let from = at - before.len();
    let mut words = before.split_inclusive(char::is_whitespace).scan(from, |place, word| {
        let start = *place;
        *place += word.len();
        Some((start, word.trim_end()))
    });
    let words: Vec<(usize, &str)> = words.by_ref().filter(|(_, word)| !word.is_empty()).collect();
    let tail = words.get(words.len().saturating_sub(6)..)?;
    tail.windows(3).find_map(|three| match three {
        [(start, value), (_, is), (_, whose)]
            if matches!(is.to_lowercase().as_str(), "is" | "was")
                && matches!(
                    whose.to_lowercase().as_str(),
                    "my" | "the" | "our" | "his" | "her" | "their" | "your"
                ) =>
        {
            let value = value.trim_matches(['"', '\'', '`', ',', '.', '(', ')']);
            let mixed = value.bytes().any(|byte| byte.is_ascii_alphabetic())
                && value.bytes().any(|byte| !byte.is_ascii_alphabetic());
            let start = start + text.piece(*start..at).find(value)?;
            // The last word of a placeholder is none: "[sign-in token] is my password".
            let label = text.piece(start.saturating_sub(LONGEST_LABEL)..start);
            let opened = label.rfind('[').map(|bracket| text.piece(start - label.len() + bracket..at));
            if value.ends_with(']') && opened.is_none_or(is_placeholder) {
                return None;
            }
            (looks(value) == Looks::Strong && mixed && value.len() >= 6)
                .then(|| Found { range: start..start + value.len(), validated: false })
        }
        _ => None,
    })
}

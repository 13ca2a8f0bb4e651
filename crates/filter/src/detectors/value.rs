//! Does a word look like a password, or like a word? It must not know where the word stood.

use super::password_words::{ACRONYMS, CODE_ROOTS, FUNCTION_WORDS, STAND_INS, UNITS};
use crate::kinds::is_placeholder;

/// How much a value looks like something a person chose to be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// A stand-in, a template, a piece of code, a word people say about passwords.
    Nothing,
    /// One plain word: a password only where nothing else could stand.
    Word,
    /// A word written like a name: `Sunflower`, `ZEBRA`, `sunFlower`.
    Name,
    /// Letters with digits or symbols, or a longer number: no sentence says that.
    Strong,
}

/// Judges a value without quotes around it.
pub(super) fn looks(value: &str) -> Looks {
    let core = value.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    if core.chars().count() < 4 || is_stand_in(value) || is_code(core) {
        return Looks::Nothing;
    }
    let lower = core.to_lowercase();
    let count = |belongs: fn(char) -> bool| core.chars().filter(|character| belongs(*character)).count();
    let (letters, digits) = (count(char::is_alphabetic), count(|character| character.is_ascii_digit()));
    let symbols = core.chars().count() - letters - digits;
    if is_spoken(&lower) || ACRONYMS.contains(&lower.replace('-', "")) {
        return Looks::Nothing;
    }
    match (letters, digits, symbols) {
        (0, 4.., 0) => Looks::Strong,
        (0, ..) => {
            if digits >= 4 && core.chars().any(|character| "#@$!%&*_".contains(character)) {
                Looks::Strong
            } else {
                Looks::Nothing
            }
        }
        (_, 0, 0) if !core.is_ascii() => Looks::Word,
        (_, 0, 0) => letters_only(core),
        (_, 0, _) if is_joined_words(core) => Looks::Word,
        _ => Looks::Strong,
    }
}

/// Judges what stands between quotes: there, more than one word can be meant.
pub(super) fn looks_quoted(value: &str) -> Looks {
    let words: Vec<&str> = value.split_whitespace().collect();
    if words.len() <= 1 {
        let looks = looks(value.trim());
        // Quoted code is not code, and a plain word in quotes after "password" is meant as one.
        let path =
            value.starts_with(['/', '~', '.']) && value.bytes().filter(|byte| *byte == b'/').count() >= 2;
        let plain = value.trim().chars().count() >= 4 && !is_stand_in(value.trim()) && !path;
        return if looks == Looks::Nothing && plain && is_code(value.trim()) { Looks::Word } else { looks };
    }
    let sentence = words.iter().any(|word| {
        FUNCTION_WORDS
            .contains(&word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase())
    });
    if sentence || is_stand_in(value) {
        return Looks::Nothing;
    }
    let marked = value.chars().any(|character| character.is_ascii_digit());
    if marked || words.len() >= 4 { Looks::Strong } else { Looks::Nothing }
}

/// Whether the word after a number says that it was counted: "12 characters".
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(word)
}

fn letters_only(core: &str) -> Looks {
    let mut rest = core.chars();
    let first = rest.next().is_some_and(char::is_uppercase);
    let upper_inside = rest.clone().any(char::is_uppercase);
    let lower_inside = rest.any(char::is_lowercase);
    match (first, upper_inside, lower_inside) {
        (true, false, _) | (_, true, true) => Looks::Name,
        (true, true, false) if core.len() >= 5 => Looks::Name,
        _ => Looks::Word,
    }
}

/// `well-known`, `and/or`, `don't`: words joined by what joins words. Four and more are a passphrase.
fn is_joined_words(core: &str) -> bool {
    let parts: Vec<&str> = core
        .split(['-', '/', '\'', '\u{2019}', '_', '.', '|', ',', '(', ')', '"', '*', ':', '`', ' '])
        .collect();
    parts.iter().all(|part| part.chars().all(char::is_alphabetic))
        && parts.iter().filter(|part| !part.is_empty()).count() < 4
}

/// Digits that a sentence would say: ordinals, counted things, dates, times, versions, and addresses of pages and people.
fn is_spoken(lower: &str) -> bool {
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    let tail = lower.get(digits..).unwrap_or_default().trim_start_matches('-');
    let counted = digits > 0
        && (is_unit(tail)
            || matches!(tail, "st" | "nd" | "rd" | "th" | "ers" | "am" | "pm" | "h" | "s" | "x"));
    let dated =
        lower.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.' | b':' | b','))
            && lower.bytes().any(|byte| !byte.is_ascii_digit());
    let address = lower.contains("://")
        || lower.starts_with("www.")
        || lower.starts_with('@') && lower.contains('.')
        || lower.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.split_once('.').is_some_and(|(host, top)| {
                    host.len() > 1
                        && top.len() > 1
                        && top.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.')
                })
        });
    counted || dated || address
}

/// Stands for a value that is not there: templates, fillers, masks and the words forms are filled with.
pub(super) fn is_stand_in(value: &str) -> bool {
    let bare = value.trim_matches(['"', '\'', '`', ';', ',', '.', ')', ' ']);
    let lower = bare.to_lowercase();
    // Most values have no sign of a template in them.
    let marked = bare.bytes().any(|byte| matches!(byte, b'$' | b'{' | b'#' | b'%' | b'<' | b'['));
    let template = marked && is_template(value, bare);
    let mut letters = bare.chars();
    let first = letters.next();
    let one_letter = letters.all(|character| Some(character) == first);
    let masked = bare.chars().all(|character| "*•●xX.-_#?…".contains(character));
    let filled = lower.contains("xxxxx") || lower.contains("*****");
    template || one_letter || masked || filled || lower.is_empty() || STAND_INS.contains(&lower)
}

/// A template or a placeholder; `bare` without what stands around it.
fn is_template(value: &str, bare: &str) -> bool {
    let whole = |open: char, close: char| bare.starts_with(open) && bare.ends_with(close);
    is_placeholder(value)
        || ["${", "$(", "{{", "#{", "%("].iter().any(|open| bare.starts_with(open))
        || has_template(bare)
        || whole('<', '>')
        || whole('{', '}')
        || whole('[', ']')
            && bare.chars().all(|character| character.is_alphabetic() || " []_-".contains(character))
        || whole('%', '%')
        || bare.starts_with("ENC[")
        || bare
            .strip_prefix('$')
            .and_then(|name| name.split(['/', '.', ':', '-']).next())
            .is_some_and(is_variable)
}

/// `…${name}…` or `…{{ name }}…`: filled in elsewhere.
fn has_template(value: &str) -> bool {
    [("${", "}"), ("{{", "}}"), ("#{", "}"), ("<%", "%>")].iter().any(|(open, close)| {
        value.split(open).skip(1).any(|rest| {
            let name = rest.split_once(close).map_or(rest, |(name, _)| name);
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" _.:-|$=".contains(&byte))
        })
    })
}

/// `$NAME` or `$name`: the shell's way to say what stands elsewhere.
fn is_variable(name: &str) -> bool {
    name.len() >= 2
        && is_identifier(name)
        && (name.bytes().all(|byte| !byte.is_ascii_lowercase())
            || name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
}

fn is_identifier(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && word.bytes().all(|byte| {
            byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_' || byte.is_ascii_lowercase()
        })
}

/// `Option<String`, `typing.Optional[str]`, `&mut`: a type in a program.
fn is_type(core: &str) -> bool {
    let name = core.trim_start_matches(['&', ':']);
    name.find(['<', '[']).is_some_and(|open| {
        name.get(..open).is_some_and(|name| {
            name.len() > 3 && name.split(['.', ':']).all(|part| part.is_empty() || is_identifier(part))
        }) && name.chars().next().is_some_and(char::is_alphabetic)
            && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_.:<>[], ".contains(&byte))
    }) || matches!(core, "&mut" | "&'static" | "&str")
}

/// A name, a path or a call in a program, which holds a password but is none.
fn is_code(core: &str) -> bool {
    let call = core.find('(').is_some_and(|open| {
        core.get(..open).is_some_and(|name| {
            !name.is_empty()
                && name.split(['.', ':', '>', '-']).all(|part| part.is_empty() || is_identifier(part))
        })
    });
    let path: Vec<&str> = core
        .trim_start_matches(['&', '*', '!', '@', '$'])
        .split(['.', ':', '>', '['])
        .filter(|part| !part.is_empty())
        .collect();
    let rooted = path.len() > 1 && path.first().is_some_and(|root| CODE_ROOTS.contains(&root.to_lowercase()));
    let dotted = path.len() > 1
        && core.contains(['.', ':'])
        && core.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'.' | b':'));
    let snake = core.contains('_') && core.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let generic = core.contains('<') && core.ends_with('>') || is_type(core);
    call || rooted || dotted || snake || generic || core.starts_with(['(', '{', '[', '<', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_password() {
        for (value, wanted) in [
            ("kestrel7", Looks::Strong),
            ("Tr0ub&dor", Looks::Strong),
            ("48213", Looks::Strong),
            ("lamp-cloud-river-stone", Looks::Strong),
            ("p@ssage!", Looks::Strong),
            ("Sunflower.", Looks::Name),
            ("sunFlower", Looks::Name),
            ("ZEBRA", Looks::Name),
            ("sunflower", Looks::Word),
            ("wine-dark", Looks::Word),
            ("don't", Looks::Word),
            ("12-digit", Looks::Nothing),
            ("8-16", Looks::Nothing),
            ("2024-03-01", Looks::Nothing),
            ("WPA2", Looks::Nothing),
            ("SHA-256", Looks::Nothing),
            ("${DB_PASS}", Looks::Nothing),
            ("********", Looks::Nothing),
            ("<your-password>", Looks::Nothing),
            ("getPassword()", Looks::Nothing),
            ("os.getenv(", Looks::Nothing),
            ("config.password", Looks::Nothing),
            ("user_password", Looks::Nothing),
            ("required", Looks::Nothing),
            ("abc", Looks::Nothing),
            ("rolf@tide.example", Looks::Nothing),
            ("[password]", Looks::Nothing),
            ("[card", Looks::Nothing),
            ("https://x.example/2", Looks::Nothing),
            ("None", Looks::Nothing),
        ] {
            assert_eq!(looks(value), wanted, "{value}");
        }
    }

    #[test]
    fn what_is_quoted() {
        for (value, wanted) in [
            ("green Otter 77", Looks::Strong),
            ("otter lamp cloud river", Looks::Strong),
            ("enter your password here", Looks::Nothing),
            ("Your Password", Looks::Nothing),
            ("sunflower", Looks::Word),
            ("user_password", Looks::Word),
            ("", Looks::Nothing),
        ] {
            assert_eq!(looks_quoted(value), wanted, "{value}");
        }
    }
}

//! Does a value look like what a machine issued: a key, a token, a hash? It must not know what the value was assigned to.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::value::is_stand_in;

/// Longer values are judged by their beginning.
const JUDGED_BYTES: usize = 64;

/// What people write where a key would stand.
static STAND_INS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(STAND_IN_WORDS).ok());
const STAND_IN_WORDS: &[&str] = &[
    "example",
    "placeholder",
    "dummy",
    "your",
    "change",
    "redacted",
    "insert",
    "sample",
    "replace",
    "xxxx",
    "****",
    "####",
    "....",
    "notreal",
    "not-a-",
    "<",
    "snapshot",
];

/// How a digest or a resource's name begins: not secret, however random.
const NAMED_KINDS: &[&str] = &[
    "sha1-",
    "sha1:",
    "sha256-",
    "sha256:",
    "sha384-",
    "sha512-",
    "sha512:",
    "md5:",
    "arn:",
    "urn:",
    "0x0000",
    "data:",
    "file:",
    "ssh-",
    "projects/",
];

/// The last parts of names of files and machines.
const ENDINGS: &[&str] = &[
    "com", "net", "org", "io", "dev", "app", "cloud", "local", "internal", "example", "test", "invalid",
    "eu", "de", "uk", "in", "fr", "pem", "cer", "crt", "der", "key", "pub", "p12", "pfx", "jks", "json",
    "js", "ts", "tsx", "jsx", "css", "html", "yaml", "yml", "xml", "txt", "py", "rb", "go", "rs", "java",
    "md", "ini", "toml", "cfg", "conf", "tgz", "gz", "zip", "exe", "dll", "so", "sh", "bat", "log", "csv",
    "pdf", "png", "jpg", "svg", "cs", "php", "env", "cpp", "hpp",
];

/// What a value is made of.
#[derive(Default)]
struct Shape {
    letters: usize,
    upper: usize,
    lower: usize,
    digits: usize,
    symbols: usize,
    /// Changes between letters and digits beyond the first of each run.
    mixed: usize,
    /// The longest run of letters and digits that holds both.
    longest: usize,
    /// Pieces that a reader of camel case would see in the letters.
    pieces: usize,
    /// The longest run of consonants in lower case.
    consonants: usize,
    vowels: usize,
    /// Different bytes.
    distinct: u32,
    /// The longest run of one byte.
    repeated: usize,
    hex: bool,
}

impl Shape {
    fn of(value: &[u8]) -> Shape {
        let mut shape = Shape { hex: true, ..Shape::default() };
        let (mut seen, mut before, mut same, mut changes, mut run, mut consonants) =
            (0_u128, 0_u8, 0, 0, 0, 0);
        let (mut kinds, mut uppers) = ((false, false), 0);
        for byte in value.iter().copied() {
            seen |= 1 << (byte & 127);
            same = if byte == before { same + 1 } else { 1 };
            shape.repeated = shape.repeated.max(same);
            shape.hex &= byte.is_ascii_hexdigit();
            if !byte.is_ascii_alphanumeric() {
                shape.symbols += 1;
                (changes, run, consonants, kinds) = (0, 0, 0, (false, false));
                before = byte;
                continue;
            }
            run += 1;
            if byte.is_ascii_digit() {
                shape.digits += 1;
                kinds.0 = true;
                consonants = 0;
            } else {
                shape.letters += 1;
                kinds.1 = true;
                if byte.is_ascii_uppercase() {
                    shape.upper += 1;
                } else {
                    shape.lower += 1;
                }
                if matches!(byte | 32, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') {
                    shape.vowels += 1;
                    consonants = 0;
                } else {
                    // Camel case begins a word anew.
                    let begins = byte.is_ascii_uppercase() && before.is_ascii_lowercase();
                    consonants = if begins { 1 } else { consonants + 1 };
                    shape.consonants = shape.consonants.max(consonants);
                }
                let turned = byte.is_ascii_lowercase() && uppers >= 2;
                if !before.is_ascii_alphabetic()
                    || byte.is_ascii_uppercase() && before.is_ascii_lowercase()
                    || turned
                {
                    shape.pieces += 1;
                }
                uppers = if byte.is_ascii_uppercase() { uppers + 1 } else { 0 };
            }
            if before.is_ascii_alphanumeric() && before.is_ascii_digit() != byte.is_ascii_digit() {
                changes += 1;
                if changes > 1 {
                    shape.mixed += 1;
                }
            }
            if kinds == (true, true) {
                shape.longest = shape.longest.max(run);
            }
            before = byte;
        }
        shape.distinct = seen.count_ones();
        shape
    }

    /// Whether letters, digits and cases follow one another as they do in no word and no name.
    fn is_scattered(&self, len: usize, value: &str) -> bool {
        let plain = self.letters + self.digits;
        if self.letters == 0 {
            return plain >= 16 && self.symbols == 0 && (plain >= 24 || !value.contains("234567"));
        }
        let cases = self.upper > 0 && self.lower > 0 && self.letters * 10 < self.pieces * 27;
        let one_word = self.pieces * 10 <= self.letters;
        let unspeakable = self.consonants >= if one_word { 5 } else { 6 } || self.vowels * 6 < self.letters;
        self.mixed >= 2
            || self.mixed >= 1
                && (cases && self.digits > 0 || self.symbols > 0 && len >= 24 && !value.contains('.'))
            || self.hex && (self.digits > 3 && len >= 12 || len >= 24)
            || self.longest >= 20
            || cases && self.letters >= 12
            || self.letters >= 20 && unspeakable && self.symbols * 8 < plain
            || is_uuid(value)
            || is_grouped(value)
    }
}

/// Whether a value of at least so many bytes looks issued: no words, no name of a file, a machine or a variable, nothing that
/// stands in for a value.
pub(super) fn is_issued(value: &str, least: usize) -> bool {
    let value = value.get(..JUDGED_BYTES.min(value.len())).unwrap_or(value);
    let bytes = value.as_bytes();
    if bytes.len() < least || !value.is_ascii() || bytes.iter().any(u8::is_ascii_whitespace) {
        return false;
    }
    let shape = Shape::of(bytes);
    let plain = shape.letters + shape.digits;
    let flat = shape.distinct < if bytes.len() < 12 { 5 } else { 6 } || shape.repeated * 2 > bytes.len();
    !flat && plain * 3 >= bytes.len() * 2 && shape.is_scattered(bytes.len(), value) && !says_otherwise(value)
}

/// Whether a value could be a token where only a token stands: letters, digits, nothing that says otherwise.
pub(super) fn is_plausible(value: &str) -> bool {
    let value = value.get(..JUDGED_BYTES.min(value.len())).unwrap_or(value);
    let shape = Shape::of(value.as_bytes());
    value.is_ascii()
        && shape.letters >= 4
        && shape.digits >= 2
        && shape.distinct >= 8
        && value.len() >= 10
        && !says_otherwise(value)
}

/// Whether a value is one that nobody writes in a program but as a password: many symbols, and brackets that do not pair.
pub(super) fn is_scrambled(value: &str) -> bool {
    if value.len() < 12
        || value
            .bytes()
            .filter(u8::is_ascii_punctuation)
            .fold(0_u128, |seen, byte| seen | 1 << (byte & 127))
            .count_ones()
            < 5
    {
        return false;
    }
    let odd = b"$#@!%^&~".iter().filter(|sign| value.as_bytes().contains(sign)).count();
    // What closes behind it belongs to the program around it.
    let value = value.trim_end_matches([')', ']', '}', ';', ',']);
    let mut open = Vec::new();
    let paired = value.bytes().all(|byte| match byte {
        b'(' | b'[' | b'{' => {
            open.push(byte);
            true
        }
        b')' => open.pop() == Some(b'('),
        b']' => open.pop() == Some(b'['),
        b'}' => open.pop() == Some(b'{'),
        _ => true,
    });
    !paired
        && odd >= 2
        && !is_stand_in(value)
        && !value.contains(char::is_whitespace)
        && value.bytes().filter(u8::is_ascii_alphanumeric).count() * 2 >= value.len()
}

/// Whether a value has the shape of a UUID (8-4-4-4-12), of letters and digits.
pub(super) fn is_uuid(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_alphanumeric(),
        })
        && bytes.iter().any(u8::is_ascii_digit)
}

/// Four groups and more between dashes, of which most hold digits: `AB12CD3-EF45GH6-…`.
pub(super) fn is_grouped(value: &str) -> bool {
    if value.len() < 19 || !value.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let groups: Vec<&str> = value.split('-').collect();
    let digits = |group: &&&str| group.bytes().any(|byte| byte.is_ascii_digit());
    let letters = |group: &&str| group.bytes().any(|byte| byte.is_ascii_alphabetic());
    groups.len() >= 4
        && groups.iter().all(|group| {
            (4..=12).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
        && groups.iter().filter(digits).count() * 2 > groups.len()
        && groups.iter().any(letters)
}

/// A template, a stand-in, a digest, a machine, a file, an address.
fn says_otherwise(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let ending = value.rsplit('.').next().filter(|ending| ending.len() < value.len()).unwrap_or_default();
    let ending = ending.split([':', '/']).next().unwrap_or_default();
    STAND_INS.as_ref().is_some_and(|words| words.is_match(&lower))
        || NAMED_KINDS.iter().any(|start| lower.starts_with(start))
        || ENDINGS.contains(&ending)
        || matches!(ending, "c" | "h") && value.contains('/')
        || lower.contains("://")
        || is_stand_in(value)
        || is_address(&lower)
        || is_path(value)
        || lower.starts_with("function")
        || lower.starts_with("0x") && value.len() <= 18
}

fn is_address(lower: &str) -> bool {
    lower.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
    })
}

/// A path of a file: it begins as one, and its parts are words.
fn is_path(value: &str) -> bool {
    let begins = value.starts_with(['/', '~'])
        || value.starts_with("./")
        || value.starts_with("../")
        || value.contains(":\\");
    begins
        && value.bytes().filter(|byte| matches!(byte, b'/' | b'\\')).count() >= 2
        && Shape::of(value.as_bytes()).mixed < 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_issued() {
        for (value, wanted) in [
            ("7c1f09b2e85d4a36", true),
            ("Kx7Qm2Vb", true),
            ("h4kq9wz2r7mt1c", true),
            ("qRtYwPlKjHgBnMvXzAsD", true),
            ("4c1d2f6a-7b3e-4f5a-9c8d-0e1f2a3b4c5d", true),
            ("Zm9vYmFy/K3N0cmluZw+Q2hlY2s9PQ==", true),
            ("getUserById2", false),
            ("SalesReport-2.4", false),
            ("rc0.14.1_20240117_0930-BUILD", false),
            ("prod-eu-west-1-cluster", false),
            ("api.tide.example:8443", false),
            ("AES256_GCM_SHA384", false),
            ("s_rsa2048_priv.pem", false),
            ("rolf.2x9k4@tide.example", false),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
            ("00000000000000000000000000000000", false),
            ("YOUR_API_KEY_4x8k2", false),
            ("sha256:7c1f09b2e85d4a367c1f09b2e85d4a36", false),
            ("/etc/ssl/private/server1", false),
            ("short", false),
        ] {
            assert_eq!(is_issued(value, 8), wanted, "{value}");
        }
    }

    #[test]
    fn what_is_scrambled() {
        assert!(is_scrambled("o{{g)r#t}y%e[w_p>q$z"));
        assert!(!is_scrambled("config(env[\"KEY\"], {a: 1})"));
        assert!(!is_scrambled("a(b)c[d]{e}$f#g%h"));
    }
}

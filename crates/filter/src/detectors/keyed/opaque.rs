//! Does a value look drawn by lot, as keys are, or like words, dates and paths? It must not know what stood before it.

/// How much is asked of a value, by what leads to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// `service_key = value`.
    Assigned { least: usize },
    /// `service key value`.
    Named { least: usize },
    /// `service = value`.
    Alone,
    /// `service value`.
    Bare,
    /// `service value`, and nothing else on the line.
    OnlyLine,
}

/// What a value is made of.
#[derive(Debug, Default)]
struct Made {
    digits: usize,
    lower: usize,
    upper: usize,
    /// Letters and digits between signs: how many stretches, the longest, and how many hold both.
    stretches: usize,
    longest: usize,
    mixed: usize,
    /// How many stretches are digits only.
    numbers: usize,
    /// All stretches are equally long, but for the first and the last of four and more.
    even: bool,
    distinct: u32,
    hex: bool,
    /// Small letters alone between capitals, and capitals side by side: drawn letters have them, names of programs hardly.
    odd: usize,
    /// The longest runs of capitals and of small letters.
    capitals: usize,
    smalls: usize,
    /// The longest run of one character.
    repeated: usize,
    /// How often letter follows digit, or capital small letter, or the other way round.
    turns: usize,
}

fn made(value: &[u8]) -> Made {
    let mut made = Made { hex: true, ..Made::default() };
    let (mut seen, mut lengths) = (0_u128, Vec::new());
    for stretch in value.split(|byte| !byte.is_ascii_alphanumeric()).filter(|stretch| !stretch.is_empty()) {
        let digits = stretch.iter().filter(|byte| byte.is_ascii_digit()).count();
        made.stretches += 1;
        made.longest = made.longest.max(stretch.len());
        made.mixed += usize::from(digits > 0 && digits < stretch.len());
        made.numbers += usize::from(digits == stretch.len());
        lengths.push(stretch.len());
        let class = |byte: &u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
        made.turns +=
            stretch.windows(2).filter(|pair| pair.first().map(class) != pair.last().map(class)).count();
        for run in stretch.chunk_by(|left, right| class(left) == class(right)) {
            let upper = run.first().is_some_and(u8::is_ascii_uppercase);
            let lower = run.first().is_some_and(u8::is_ascii_lowercase);
            made.odd += usize::from(upper && run.len() > 1 || lower && run.len() == 1);
            made.capitals = made.capitals.max(if upper { run.len() } else { 0 });
            made.smalls = made.smalls.max(if lower { run.len() } else { 0 });
        }
        let longest = stretch.chunk_by(|left, right| left == right).map(<[u8]>::len).max();
        made.repeated = made.repeated.max(longest.unwrap_or(0));
        for byte in stretch {
            made.digits += usize::from(byte.is_ascii_digit());
            made.lower += usize::from(byte.is_ascii_lowercase());
            made.upper += usize::from(byte.is_ascii_uppercase());
            made.hex &= byte.is_ascii_hexdigit();
            seen |= 1 << (byte.to_ascii_lowercase() & 127);
        }
    }
    made.distinct = seen.count_ones();
    // The first and the last group of a key can be longer.
    let inner = if lengths.len() > 3 { lengths.get(1..lengths.len() - 1) } else { lengths.get(..) };
    made.even = inner.is_some_and(|inner| inner.iter().min() == inner.iter().max());
    made
}

/// Whether a value looks like a key.
pub(super) fn is_opaque(value: &[u8], demand: Demand) -> bool {
    value.len() >= 8 && is_drawn(value, demand) && !is_stand_in(value) && !is_address(value)
}

fn is_drawn(value: &[u8], demand: Demand) -> bool {
    let made = made(value);
    let (letters, length) = (made.lower + made.upper, made.lower + made.upper + made.digits);
    // A call, an expression, a sentence in code.
    let signs = value.len() - length;
    if signs * 2 > length || made.distinct < 5 && length >= 12 || made.repeated * 2 >= length {
        return false;
    }
    let uuid = is_uuid(value);
    match demand {
        Demand::Assigned { least } => {
            length >= least
                && (uuid || looks_drawn(&made, length, letters, true) || is_marked(value, &made, letters))
        }
        Demand::Named { least } => length >= least && (uuid || looks_drawn(&made, length, letters, false)),
        Demand::Alone => {
            uuid || length >= 20 && looks_drawn(&made, length, letters, false) && !is_wallet(value)
        }
        Demand::OnlyLine => uuid || length >= 32 && made.digits > 1 && letters > 1 && made.longest >= 32,
        Demand::Bare => {
            length >= 30
                && made.digits >= 3
                && made.upper >= 3
                && made.lower >= 3
                && made.longest >= 16
                && !made.hex
        }
    }
}

fn looks_drawn(made: &Made, length: usize, letters: usize, assigned: bool) -> bool {
    match (letters, made.digits) {
        (0, digits) => made.longest == digits && digits >= if assigned { 15 } else { 24 },
        (_, 0) => has_no_words(made, letters, assigned),
        (1, digits) => digits >= 14 && made.stretches == 1,
        (_, 1) => {
            length >= 20 && made.longest >= 16 && made.turns >= 3 || has_no_words(made, letters, assigned)
        }
        _ if made.longest >= 20 => true,
        _ if made.longest >= 12 && (assigned || made.turns >= 4 || made.hex) => true,
        // Short stretches with signs between: a grouped key, not a date or a list of words.
        _ => {
            let grouped = made.digits >= 4
                && letters >= 3
                && (made.mixed * 2 >= made.stretches || made.even && made.mixed + made.numbers > 1);
            let restless = made.upper >= 2 && made.lower >= 2 && made.turns * 4 >= length;
            made.stretches >= 2 && length >= 16 && (grouped || restless)
                || made.stretches == 1 && made.turns >= 1
        }
    }
}

/// Letters (nearly) only: no sentence has so long a word, and names in programs are not so odd.
fn has_no_words(made: &Made, letters: usize, assigned: bool) -> bool {
    let one_case = made.lower == 0 || made.upper == 0;
    let odd = made.odd >= 3 && made.odd * 6 >= letters;
    made.longest >= 18
        && (one_case && made.longest * 10 >= letters * 9 || odd || made.capitals >= 4 || made.smalls >= 20)
        || assigned && made.longest >= 14 && made.upper >= 3 && made.lower >= 3 && odd
}

/// Signs such as `#` and `&` between letters and digits, as in a framework's secret.
fn is_marked(value: &[u8], made: &Made, letters: usize) -> bool {
    let signs = value
        .iter()
        .filter(|byte| matches!(byte, b'!' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'@' | b'+'))
        .count();
    signs >= 3 && made.digits >= 2 && letters >= 8 && value.len() >= 24
}

/// Letters and digits in the groups of a UUID.
fn is_uuid(value: &[u8]) -> bool {
    let groups = value.split(|byte| *byte == b'-').map(<[u8]>::len);
    value.len() == 36
        && groups.eq([8, 4, 4, 4, 12])
        && value.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

/// An address on a chain, which is no secret: base 58 that begins with 1 or 3, Bech32, or 20 bytes in hex.
fn is_wallet(value: &[u8]) -> bool {
    let one_word = value.iter().all(u8::is_ascii_alphanumeric);
    let old = (26..=35).contains(&value.len()) && matches!(value.first(), Some(b'1' | b'3'));
    let hex = value.len() == 42 && value.starts_with(b"0x");
    one_word && (old && value.iter().any(u8::is_ascii_uppercase) || value.starts_with(b"bc1") || hex)
}

/// Stands for a value that is not there.
fn is_stand_in(value: &[u8]) -> bool {
    let lower: String = value.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    [
        "xxxx",
        "****",
        "....",
        "your",
        "example",
        "placeholder",
        "change",
        "insert",
        "replace",
        "dummy",
        "redacted",
        "process.env",
        "os.environ",
        "${",
        "{{",
        "<",
        "fake",
        "secrets.",
    ]
    .iter()
    .any(|part| lower.contains(part))
        || lower.starts_with(['$', '%', '@', '#'])
        || ["sha1-", "sha256", "sha384", "sha512", "md5-"].iter().any(|hash| lower.starts_with(hash))
        || lower.bytes().filter(u8::is_ascii_alphanumeric).all(|byte| byte == b'0' || byte == b'-')
}

/// A path, a page, a file, an e-mail address, an address of a machine.
fn is_address(value: &[u8]) -> bool {
    let starts = |mark: &[u8]| value.starts_with(mark);
    let ends = |mark: &[u8]| {
        value.len() > mark.len()
            && value.get(value.len() - mark.len()..).is_some_and(|end| end.eq_ignore_ascii_case(mark))
    };
    let slashes = value.iter().filter(|byte| **byte == b'/').count();
    starts(b"/") && slashes > 1
        || starts(b"./")
        || starts(b"~/")
        || value.windows(3).any(|three| three == b"://")
        || value.windows(5).any(|five| five == b".tgz#")
        || starts(b"//")
        || value
            .split(|byte| *byte == b'/')
            .filter(|part| part.len() > 2 && part.iter().all(u8::is_ascii_lowercase))
            .count()
            > 1
        || [
            &b".com"[..],
            b".io",
            b".net",
            b".org",
            b".json",
            b".yml",
            b".yaml",
            b".txt",
            b".pem",
            b".env",
            b".js",
            b".ts",
            b".py",
            b".html",
            b".png",
            b".jpg",
            b".md",
            b".git",
            b".tgz",
            b".zip",
        ]
        .iter()
        .any(|end| ends(end))
        || value.iter().filter(|byte| **byte == b'@').count() == 1 && value.contains(&b'.') && slashes == 0
}

//! One line of a message into sentences. Must run through the line once.

/// Words that end in a full stop in the middle of a sentence.
const ABBREVIATIONS: &[&str] = &[
    "dr", "mr", "mrs", "ms", "prof", "st", "e.g", "i.e", "etc", "vs", "no", "approx", "z.b", "d.h", "u.a",
    "bzw", "usw", "ca", "nr", "str", "evtl", "ggf", "inkl", "a.m", "p.m", "jr", "sr",
];

/// The sentences of a line, each with the mark that ends it.
pub(super) fn sentences(line: &str) -> Vec<&str> {
    let (mut out, mut start) = (Vec::new(), 0);
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !matches!(character, '.' | '!' | '?' | '…') {
            continue;
        }
        // `?!`, `...` and a closing quotation mark or bracket belong to the sentence.
        let mut end = at + character.len_utf8();
        while let Some((next, mark)) = characters.peek().copied() {
            if !matches!(mark, '.' | '!' | '?' | '…' | '"' | '”' | '“' | '’' | '\'' | ')' | '»' | '«')
            {
                break;
            }
            end = next + mark.len_utf8();
            characters.next();
        }
        let more = characters.peek().map(|(_, next)| *next);
        let is_end = more.is_none_or(char::is_whitespace);
        let sentence = line.get(start..end).unwrap_or_default();
        if is_end && !(character == '.' && ends_in_abbreviation(line.get(start..at).unwrap_or_default())) {
            out.push(sentence.trim());
            start = end;
        }
    }
    out.push(line.get(start..).unwrap_or_default().trim());
    out.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    out
}

/// Whether the full stop after this is none: an abbreviation, an initial, or the number of a list or a day.
fn ends_in_abbreviation(text: &str) -> bool {
    // Only the last word counts, and no word that matters is longer: the rest of a long line is not looked at.
    let word_start = text.char_indices().rev().take(16).find(|(_, c)| c.is_whitespace() || *c == '(');
    let word = word_start.map_or(text, |(at, c)| text.get(at + c.len_utf8()..).unwrap_or_default());
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(|c| c.is_alphabetic() && c != 'i');
    let number = (1..=2).contains(&letters) && word.chars().all(|c| c.is_ascii_digit());
    initial || number || ABBREVIATIONS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_where_they_end() {
        for (line, wanted) in [
            ("I like tea. And you?", vec!["I like tea.", "And you?"]),
            ("I saw Dr. Ott on 3. May! \"Fine.\" Bye", vec!["I saw Dr. Ott on 3. May!", "\"Fine.\"", "Bye"]),
            ("Ich mag Tee, z.B. grünen… Sehr!", vec!["Ich mag Tee, z.B. grünen…", "Sehr!"]),
            ("Version 1.2.3 at a.example/b?c=d is out", vec!["Version 1.2.3 at a.example/b?c=d is out"]),
            ("It is me and I. You too.", vec!["It is me and I.", "You too."]),
            ("... !!", vec![]),
        ] {
            assert_eq!(sentences(line), wanted);
        }
    }
}

//! How much a text says by itself, by its words alone. Must not know the index, nor what the text answers.

use crate::fillers::{DATES, GLUE, LONGEST, REPLIES, SOCIAL};
use crate::fold::{Class, class, fold_into};

/// Says nothing by itself.
const NOTHING: f32 = 0.02;
/// The same with names of the people spoken to.
const NOTHING_BUT_NAMES: f32 = 0.05;
/// Only words such as `it was so`: little, but nobody can tell.
const LITTLE: f32 = 0.2;
/// Words beyond which a text surely says something.
const SURELY: usize = 60;

/// How much `text` says by itself, from 0 (nothing: a greeting, thanks, `ok`) to 1. Below 0.1 it is a short reply that no
/// question is answered by; anything with a number, a name that is told something of, a word of another script, a piece of
/// code or an address is well above. It knows the short replies of English, German, French and Spanish best; what it does
/// not know counts as saying something.
pub fn salience(text: &str) -> f32 {
    let Words { words, facts } = Words::of(text);
    let mut told = facts as f32 * 2.0;
    let (mut social, mut replies, mut names) = (0, 0, 0);
    let mut at = 0;
    while at < words.len() && at < SURELY {
        let Some((kind, length)) = phrase(&words[at..]) else {
            // `Anna: thanks!`, `Thanks, Anna!`: spoken by or to someone. Two names are told of.
            let is_label = at == 0 && words[at].label && words[at].capital;
            let is_called = at > 0 && words[at].capital && words[at].ends && !is_date(&words[at].text);
            if names < 2 && (is_label || is_called) {
                names += 1;
            } else {
                told += 1.0;
            }
            at += 1;
            continue;
        };
        match kind {
            Kind::Social => social += 1,
            Kind::Reply => replies += 1,
            Kind::Glue => {}
        }
        at += length;
    }
    told += (words.len() - at) as f32;
    if social == 0 {
        told += names as f32;
    }
    match (told > 0.0, social + replies > 0, words.is_empty()) {
        (true, ..) => 1.0 - (1.0 - LITTLE) * (-told / 4.0).exp(),
        (false, true, _) if names > 0 => NOTHING_BUT_NAMES,
        (false, true, _) | (_, _, true) => NOTHING,
        (false, false, false) => LITTLE,
    }
}

struct Word {
    /// Folded, without apostrophes.
    text: String,
    capital: bool,
    /// A comma, full stop or the text's end follows.
    ends: bool,
    /// A colon follows.
    label: bool,
}

struct Words {
    words: Vec<Word>,
    /// Numbers, signs of code and addresses, letters of other scripts.
    facts: usize,
}

impl Words {
    fn of(text: &str) -> Words {
        let mut read = Words { words: Vec::new(), facts: 0 };
        for part in text.split_whitespace() {
            if !is_emoticon(part) {
                read.part(part);
            }
            if read.words.len() > SURELY {
                break;
            }
        }
        if let Some(last) = read.words.last_mut() {
            last.ends = true;
        }
        read
    }

    /// What stands between two blanks.
    fn part(&mut self, part: &str) {
        let mut word: Option<Word> = None;
        let mut characters = part.chars().peekable();
        while let Some(c) = characters.next() {
            let inside = word.is_some() && characters.peek().is_some_and(|next| next.is_alphanumeric());
            match c {
                c if is_latin_letter(c) => {
                    let word = word.get_or_insert_with(|| Word {
                        text: String::new(),
                        capital: c.is_uppercase(),
                        ends: false,
                        label: false,
                    });
                    fold_into(c, &mut word.text);
                }
                '\'' | '’' if inside => {}
                c if c.is_alphanumeric() || class(c) == Class::Unspaced => self.facts += 1,
                '.' | ':' | '@' | '_' if inside => self.facts += 1,
                '/' | '\\' | '{' | '}' | '<' | '>' | '=' | '`' | '$' | '€' | '£' | '%' | '#' | '|' | '['
                | ']' => {
                    self.facts += 1;
                }
                c => {
                    let Some(mut done) = word.take() else { continue };
                    done.ends = matches!(c, ',' | '.' | '!' | '?' | ';' | ')' | '…');
                    done.label = c == ':';
                    self.words.push(done);
                }
            }
        }
        self.words.extend(word);
    }
}

fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') && c.is_alphabetic()
}

fn is_emoticon(part: &str) -> bool {
    const EMOTICONS: [&str; 16] =
        [":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", "xD", "XD", ":P", ":p", "<3", "^^", ":/", "=)"];
    EMOTICONS.contains(&part)
}

#[derive(Clone, Copy)]
enum Kind {
    Social,
    Reply,
    Glue,
}

/// The longest phrase that `words` begin with, and how many words it has.
fn phrase(words: &[Word]) -> Option<(Kind, usize)> {
    for length in (1..=LONGEST.min(words.len())).rev() {
        let texts: Vec<&str> = words[..length].iter().map(|word| word.text.as_str()).collect();
        let joined = texts.join(" ");
        if let Some(kind) = kind(&joined) {
            return Some((kind, length));
        }
    }
    let first = words.first()?;
    if is_laughter(&first.text) {
        return Some((Kind::Social, 1));
    }
    // `yesss`, `soooo`, `goood`: drawn out.
    [1, 2].into_iter().find_map(|keep| kind(&shortened(&first.text, keep)?)).map(|kind| (kind, 1))
}

fn is_date(word: &str) -> bool {
    DATES.binary_search(&word).is_ok()
}

fn kind(phrase: &str) -> Option<Kind> {
    let lists = [(SOCIAL, Kind::Social), (REPLIES, Kind::Reply), (GLUE, Kind::Glue)];
    lists.into_iter().find(|(list, _)| list.binary_search(&phrase).is_ok()).map(|(_, kind)| kind)
}

/// `haha`, `jajaja`, `hehehe`, `ahahah`.
fn is_laughter(word: &str) -> bool {
    let laughs = |letters: [char; 2]| {
        word.chars().all(|c| letters.contains(&c)) && letters.iter().all(|letter| word.contains(*letter))
    };
    word.len() >= 3
        && ["ha", "ja", "he", "hi"].iter().any(|of| {
            let mut letters = of.chars();
            matches!((letters.next(), letters.next()), (Some(a), Some(b)) if laughs([a, b]))
        })
}

/// Runs of three letters and more cut to `keep`; none if there is no such run.
fn shortened(word: &str, keep: usize) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut short = String::with_capacity(word.len());
    for run in letters.chunk_by(|a, b| a == b) {
        short.extend(run.iter().take(if run.len() >= 3 { keep } else { run.len() }));
    }
    (short.len() < word.len()).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLERS: &[&str] = &[
        "ok",
        "OK!",
        "okay 👍",
        "k",
        "Thanks",
        "thx!!",
        "Thank you so much!",
        "lol yes",
        "haha nice!",
        "hahahaha",
        "Jajaja",
        "Good morning",
        "good night :)",
        "Good morning, Priya!",
        "Hey Tomasz, how are you?",
        "Bye!",
        "See you later, Ines!",
        "Omar: Thanks! Take care!",
        "Lena: Bye Omar!",
        "yesss",
        "Sooo good",
        "Wow, that's amazing!",
        "you too",
        "👍",
        "...",
        "?",
        "",
        "  ",
        ":)",
        "<3",
        "No problem.",
        "Sounds good, thank you!",
        "Got it, thanks",
        "I see",
        "yes, I do",
        "Congratulations!!",
        "Happy birthday, Noor!",
        "How are you doing?",
        "Danke",
        "Danke dir!",
        "Vielen lieben Dank!",
        "Guten Morgen",
        "Guten Morgen, Frieda!",
        "Alles klar, danke",
        "ja genau",
        "Ja, sehr gut!",
        "Schönen Abend noch",
        "Tschüss!",
        "Liebe Grüße",
        "Wie geht's dir?",
        "Kein Problem",
        "Merci beaucoup",
        "Bonjour !",
        "Bonjour Amélie",
        "D’accord, merci",
        "C'est parfait",
        "À bientôt",
        "Ça va bien, et toi ?",
        "Oui oui",
        "mdr",
        "Muchas gracias",
        "¡Buenos días!",
        "Hola, ¿qué tal?",
        "De nada",
        "Vale, genial",
        "Sí, claro",
        "Nos vemos",
        "jajaja sí",
        "Grazie mille",
        "Obrigado!",
        "Dank je wel",
    ];

    const TELLING: &[&str] = &[
        "I'm vegan",
        "Ja, am 3. Mai",
        "no nuts",
        "call Anna",
        "42",
        "https://example.org/a?b=c",
        "let x = y;",
        "x += 1",
        "私は寿司が好きです",
        "好的",
        "да",
        "Anna: yes",
        "Vegan: no",
        "yes, Anna",
        "Anna",
        "tomorrow",
        "See you tomorrow",
        "See you Tuesday",
        "thanks for the bread recipe",
        "No sugar, thanks",
        "Bread, thanks!",
        "Yes to Lisbon",
        "We chose Postgres",
        "Not yet",
        "never again meat",
        "Ich bin Lehrerin",
        "Danke, aber kein Zucker",
        "Nein, lieber Tee",
        "Morgen",
        "Bis Freitag",
        "ja, mit Frieda nach Bremen",
        "Je suis allergique aux noix",
        "Oui, en juin",
        "non, Lyon",
        "pas de gluten",
        "Soy alérgico",
        "Sí, en Madrid",
        "No, prefiero té",
        "it was not him",
        "my sister",
        "gate 9",
        "size M",
        "10:30",
        "ok, 7 pm",
        "mail me at o@example.org",
        "/usr/local/bin",
        "C#",
        "The wifi is upstairs",
        "Hello World is my first program",
        "Thanks Anna and Omar and Lena",
        "haha my dog ate it",
        "Left",
        "Blood type O",
        "Deal with Heliotrope",
        "good at chess",
        "I love you",
        "allergic",
        "GmbH",
        "TypeError",
        "snake_case",
    ];

    #[test]
    fn short_replies_say_nothing() {
        for text in FILLERS {
            assert!(salience(text) < 0.1, "{text:?} {}", salience(text));
        }
    }

    #[test]
    fn whatever_tells_something_is_well_above() {
        for text in TELLING {
            assert!(salience(text) >= 0.2, "{text:?} {}", salience(text));
        }
        let sentence = "Marta decided on 12 March to move the Porto office to Gaia, because the rent doubles";
        assert!(salience(sentence) > 0.9);
        assert!(TELLING.len() >= 50 && FILLERS.len() >= 50);
    }

    #[test]
    fn it_stays_between_nothing_and_one() {
        for text in
            ["ok ".repeat(5000), "word ".repeat(5000), "漢".repeat(9000), "\u{0301}\u{200d}'’'".to_owned()]
        {
            assert!((0.0..=1.0).contains(&salience(&text)));
        }
        assert!(salience(&"ok ".repeat(5000)) > 0.1, "nobody says ok five thousand times");
    }
}

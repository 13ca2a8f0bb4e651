//! How fast one thread looks through text, as a table: clean prose, text full of numbers and keys, short texts, texts made to be
//! slow. Beside it, in the same run, what a plain count of one byte and a dozen classic patterns take. Run with `--release`.
//! Arguments: `--write FOLDER` leaves the texts there for other programs to be measured on.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measurement is for reading")]

#[path = "../tests/hostile_pieces/mod.rs"]
mod hostile_pieces;

use std::hint::black_box;
use std::time::{Duration, Instant};

use hostile_pieces::{PIECES, repeated};
use keepsake_filter::{Filter, Policy};
use regex::Regex;

const TEXT_BYTES: usize = 4 << 20;
const SHORT_BYTES: usize = 2048;
const SHORT_TEXTS: usize = 1000;

const ENGLISH: &str = "the and a to of in is that it for was on with we my but not are this have from or one had by what all were \
    when there can an your which their time will about if up out them then she many some so these would other into has more two \
    like him see could no make than first been its who now people down side made water long little very after word called just \
    where most know through back much before go good new write our used me man too any day same right look think also around \
    another came come work three must because does part even place well such here take why help put different away again off went \
    old number great tell men say small every found still between name should home big give air line set own under read last \
    never us left end along while might next sound below saw something thought both few those always looked show large often \
    together asked house world going want school important until form food keep children feet land boat garden window kitchen \
    coffee mountain breakfast holiday painting recipe ticket station winter summer neighbour grandmother appointment bicycle";
const GERMAN: &str = "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat \
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man \
    sein wurde sei hatte kann gegen vom können schon wenn habe seine Mark ihre dann unter wir soll ich eines Jahr zwei Jahren \
    diese dieser wieder keine Uhr seiner worden will zwischen immer Millionen was sagte gibt alle seit muss wurden beim doch jetzt \
    drei würde müssen schöner Frühling Straße Grüße größer Bäckerei gemütlich Küche Äpfel hören träumen Brücke Übung Süden \
    Geschichte Wochenende Fahrrad Großmutter Frühstück Gemüse Wohnung Garten Schlüsselbund Höhe Bücher ändern natürlich später";
const FRENCH: &str = "le la les un une des et à en que qui dans pour pas sur se ce il elle est avec plus par je ne vous nous tout mais \
    où été même très après être fait déjà là père mère fenêtre forêt naïf garçon leçon hôtel goût façon première dernière année \
    café thé élève école étage écrire lumière rivière préférée cuisine voyage montagne jardin août noël maïs œuvre cœur sœur";
const CHINESE: &str = "我们 今天 去 公园 散步 天气 很 好 妈妈 喜欢 做饭 孩子 学校 朋友 一起 看 电影 晚上 回家 早上 喝 咖啡 周末 \
    旅行 火车 城市 山 河 花园 书 老师 学生 工作 时间 问题 中国 北京 上海 明天 昨天 生日 礼物 音乐 唱歌 跳舞 跑步 游泳";

/// SplitMix64 (Steele, Lea and Flood 2014): the same texts on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap_or_default()
    }

    fn of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn letters(&mut self, alphabet: &str, length: usize) -> String {
        (0..length).map(|_| char::from(alphabet.as_bytes()[self.below(alphabet.len())])).collect()
    }

    /// Sentences of four to fifteen words, a line break now and then.
    fn prose(&mut self, words: &str, bytes: usize) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut text = String::with_capacity(bytes + 64);
        while text.len() < bytes {
            let count = 4 + self.below(12);
            for at in 0..count {
                let word = self.of(&words);
                if at == 0 {
                    text.extend(
                        word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)),
                    );
                } else {
                    text.push_str(word);
                }
                text.push_str(if at + 1 == count {
                    ". "
                } else if self.below(12) == 0 {
                    ", "
                } else {
                    " "
                });
            }
            if self.below(6) == 0 {
                text.push('\n');
            }
        }
        text
    }

    /// Settings, numbers, addresses, identifiers: what makes every detector look.
    fn dense(&mut self, bytes: usize) -> String {
        const WORD: &str = "abcdefghijklmnopqrstuvwxyz";
        const MIXED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        const DIGITS: &str = "0123456789";
        const HEX: &str = "0123456789abcdef";
        let mut text = String::with_capacity(bytes + 128);
        while text.len() < bytes {
            let (word, number) = (self.letters(WORD, 6), self.letters(DIGITS, 9));
            let line = match self.below(14) {
                0 => format!("{}_KEY = {}\n", word.to_uppercase(), self.letters(MIXED, 32)),
                1 => format!("{word}: {number}, order {}\n", self.letters(DIGITS, 16)),
                2 => format!("password={}\n", self.letters(MIXED, 10)),
                3 => format!("mail {word}@{}.example about {number}\n", self.letters(WORD, 8)),
                4 => format!("https://{word}.example/{}?id={number}\n", self.letters(MIXED, 12)),
                5 => format!("commit {}\n", self.letters(HEX, 40)),
                6 => {
                    format!("call +49 30 {} on 2024-05-{:02}\n", self.letters(DIGITS, 8), self.below(28) + 1)
                }
                7 => format!("{{\"{word}\": \"{}\", \"count\": {number}}}\n", self.letters(MIXED, 24)),
                8 => format!("export {}_TOKEN='{}'\n", word.to_uppercase(), self.letters(MIXED, 40)),
                9 => format!(
                    "card {} {} {} {}\n",
                    self.letters(DIGITS, 4),
                    self.letters(DIGITS, 4),
                    self.letters(DIGITS, 4),
                    self.letters(DIGITS, 4)
                ),
                10 => format!(
                    "192.168.{}.{} {word} [{}] 0x{}\n",
                    self.below(256),
                    self.below(256),
                    self.below(9999),
                    self.letters(HEX, 8)
                ),
                11 => format!(
                    "pin {} account {number} iban DE{}\n",
                    self.letters(DIGITS, 4),
                    self.letters(DIGITS, 20)
                ),
                12 => format!(
                    "secret key {}: {}%20{}&amp;x\n",
                    self.letters(WORD, 5),
                    word,
                    self.letters(WORD, 4)
                ),
                _ => format!(
                    "{}-{}-{}-{}-{}\n",
                    self.letters(HEX, 8),
                    self.letters(HEX, 4),
                    self.letters(HEX, 4),
                    self.letters(HEX, 4),
                    self.letters(HEX, 12)
                ),
            };
            text.push_str(&line);
        }
        text
    }
}

/// What a filter of a dozen patterns would look for: the patterns that most tutorials give.
fn classic_patterns() -> Vec<Regex> {
    [
        r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b",
        r"\b\d{3}-\d{2}-\d{4}\b",
        r"\b(?:\d[ -]*?){13,16}\b",
        r"\b(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b",
        r"\b(?:\d{1,3}\.){3}\d{1,3}\b",
        r"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b",
        r"\bAKIA[0-9A-Z]{16}\b",
        r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
        r"\bsk-[A-Za-z0-9]{20,}\b",
        r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\b",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
        r#"(?i)\b(?:password|passwd|pwd|secret|token|api[_-]?key)\b\s*[:=]\s*\S+"#,
    ]
    .map(|pattern| Regex::new(pattern).unwrap())
    .to_vec()
}

/// The best of several runs: what the work takes when nothing else has the processor.
fn fastest(mut work: impl FnMut()) -> Duration {
    let once = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..7).map(|_| once(&mut work)).min().unwrap_or_default()
}

fn megabytes_per_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn main() {
    let start = Instant::now();
    let filter = Filter::new();
    let start_up = start.elapsed();
    let policy = Policy::personal();
    let first = Instant::now();
    let _ = filter.scan("a first note, with 4242 4242 4242 4242 in it", &policy);
    let first = first.elapsed();

    let mut random = Random(7);
    let texts = [
        ("clean prose, English", "english", random.prose(ENGLISH, TEXT_BYTES)),
        ("clean prose, German", "german", random.prose(GERMAN, TEXT_BYTES)),
        ("clean prose, French", "french", random.prose(FRENCH, TEXT_BYTES)),
        ("clean prose, Chinese", "chinese", random.prose(CHINESE, TEXT_BYTES)),
        ("numbers, keys, settings", "dense", random.dense(TEXT_BYTES)),
    ];
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(folder) =
        arguments.iter().position(|word| word == "--write").and_then(|at| arguments.get(at + 1))
    {
        for (_, name, text) in &texts {
            std::fs::write(std::path::Path::new(folder).join(format!("{name}.txt")), text).unwrap();
        }
    }
    let patterns = classic_patterns();
    println!("| text | this filter, MB/s | a dozen regexes, MB/s | ratio | counting one byte, MB/s |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for (name, _, text) in &texts {
        let bytes = text.len();
        let this =
            megabytes_per_second(bytes, fastest(|| drop(black_box(filter.scan(black_box(text), &policy)))));
        let regexes = megabytes_per_second(
            bytes,
            fastest(|| {
                black_box(
                    patterns.iter().map(|pattern| pattern.find_iter(black_box(text)).count()).sum::<usize>(),
                );
            }),
        );
        let counting = megabytes_per_second(
            bytes,
            fastest(|| {
                black_box(black_box(text).bytes().filter(|byte| *byte == b'@').count());
            }),
        );
        println!("| {name} | {this:.0} | {regexes:.1} | {:.1} × | {counting:.0} |", this / regexes);
    }

    println!("\n| 2 KB of | median, ms | 99th of 100, ms |");
    println!("| --- | ---: | ---: |");
    for (name, _, text) in &texts {
        let mut times: Vec<Duration> = (0..SHORT_TEXTS)
            .map(|_| {
                let at = random.below(text.len() - SHORT_BYTES - 8);
                let from = (at..).find(|at| text.is_char_boundary(*at)).unwrap();
                let to = (from + SHORT_BYTES..).find(|at| text.is_char_boundary(*at)).unwrap();
                let short = &text[from..to];
                let start = Instant::now();
                black_box(filter.scan(black_box(short), &policy));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!(
            "| {name} | {:.3} | {:.3} |",
            milliseconds(times[SHORT_TEXTS / 2]),
            milliseconds(times[SHORT_TEXTS * 99 / 100])
        );
    }

    let mut hostile: Vec<(Duration, String, bool)> = PIECES
        .iter()
        .map(|piece| {
            let text = repeated(piece, 1 << 20);
            let mut over = false;
            let time = (0..2)
                .map(|_| {
                    let start = Instant::now();
                    over = filter.scan(black_box(&text), &policy).over_budget;
                    start.elapsed()
                })
                .min()
                .unwrap_or_default();
            let name: String = piece.escape_debug().take(32).collect();
            (time, name, over)
        })
        .collect();
    hostile.sort();
    println!("\n| 1 MB of nothing but | ms | |");
    println!("| --- | ---: | --- |");
    for (time, name, over) in hostile.iter().rev().take(8) {
        println!("| `{name}` | {:.0} | {} |", milliseconds(*time), if *over { "over budget" } else { "" });
    }
    println!(
        "\nStart-up: {:.1} ms, and {:.1} ms more for the first text. {} kinds.",
        milliseconds(start_up),
        milliseconds(first),
        keepsake_filter::kinds().count()
    );
}

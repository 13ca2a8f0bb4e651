//! The texts that are searched and their vectors. Real ones first, then recombined ones: the first half of one memory and
//! the second of another, in chats of twenty as the originals are; beyond what is embedded, mixtures of vectors.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use keepsake_embed::{Assets, Embedder, Model, Sessions};
use keepsake_recall::Document;

pub const DIMENSIONS: usize = 384;
/// Memories in a recombined chat.
const CHAT: usize = 20;
/// Memories whose vectors the model makes; the rest are mixtures.
pub const EMBEDDED: usize = 100_000;

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u32 << 24) as f32
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Roughly normal, of deviation 1.
    fn normal(&mut self) -> f32 {
        ((0..4).map(|_| self.unit()).sum::<f32>() - 2.0) * 1.732
    }
}

/// One memory's text and where it stands.
#[derive(Clone)]
pub struct Text {
    pub content: String,
    pub thread: String,
    /// The conversation it belongs to.
    pub case: usize,
    pub created_at_ms: i64,
}

/// A real question and the places of the memories that answer it.
pub struct Question {
    pub text: String,
    pub case: usize,
    pub evidence: Vec<usize>,
}

/// Real texts and questions, as far as there are any.
pub struct Corpus {
    pub real: Vec<Text>,
    pub questions: Vec<Question>,
}

impl Corpus {
    /// Reads cases (`{"cases": [{"memories", "questions"}]}`, as the search scorer does; gzip or plain) or JSON lines.
    pub fn read(file: &Path) -> Result<Self> {
        let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        let mut text = String::new();
        if bytes.starts_with(&[0x1f, 0x8b]) {
            flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
        } else {
            text = String::from_utf8(bytes)?;
        }
        let mut corpus = Self { real: Vec::new(), questions: Vec::new() };
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
            for (case, value) in value["cases"].as_array().context("no cases")?.iter().enumerate() {
                let first = corpus.real.len();
                let memories = value["memories"].as_array().context("no memories")?;
                for memory in memories {
                    let thread = memory["thread"].as_str().unwrap_or_default();
                    corpus.real.push(Text {
                        content: memory["content"].as_str().unwrap_or_default().to_owned(),
                        thread: format!("{case} {thread}"),
                        case,
                        created_at_ms: moment(memory["created_at"].as_str().unwrap_or_default()),
                    });
                }
                for question in value["questions"].as_array().context("no questions")? {
                    let wanted = question["evidence"].as_array().map_or(&[][..], |e| e);
                    let place = |id: &serde_json::Value| {
                        memories.iter().position(|memory| memory["external_id"] == *id)
                    };
                    corpus.questions.push(Question {
                        text: question["query"].as_str().unwrap_or_default().to_owned(),
                        case,
                        evidence: wanted.iter().filter_map(place).map(|at| first + at).collect(),
                    });
                }
            }
        } else {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                let value: serde_json::Value = serde_json::from_str(line)?;
                let content = value["content"].as_str().context("a line without content")?.to_owned();
                let thread = format!("day {}", corpus.real.len() / CHAT);
                let created_at_ms = moment(value["created_at"].as_str().unwrap_or_default());
                corpus.real.push(Text { content, thread, case: 0, created_at_ms });
            }
            // Without questions: the first words of a memory stand for one.
            for (at, text) in corpus.real.iter().enumerate().step_by(3) {
                let words: Vec<&str> = text.content.split_whitespace().skip(2).take(6).collect();
                corpus.questions.push(Question { text: words.join(" "), case: 0, evidence: vec![at] });
            }
        }
        if corpus.real.is_empty() {
            bail!("{} holds no memories", file.display());
        }
        Ok(corpus)
    }

    /// `count` texts: the real ones, then recombined ones.
    pub fn texts(&self, count: usize) -> Vec<Text> {
        let mut texts: Vec<Text> = self.real.iter().take(count).cloned().collect();
        let mut random = Random(11);
        let (mut a, mut b) = (0, 0);
        while texts.len() < count {
            let at = texts.len() - self.real.len().min(texts.len());
            if at % CHAT == 0 {
                (a, b) = (random.below(self.real.len()), random.below(self.real.len()));
            }
            let half = |from: usize, second: bool| {
                let text = &self.real[(from + at % CHAT) % self.real.len()].content;
                let words: Vec<&str> = text.split_whitespace().collect();
                let cut = words.len() / 2;
                if second { words[cut..].join(" ") } else { words[..cut].join(" ") }
            };
            let content = format!("{} {}", half(a, false), half(b, true));
            let created_at_ms = 1_600_000_000_000 + (at / CHAT) as i64 * 3_600_000;
            texts.push(Text {
                content,
                thread: format!("chat {}", at / CHAT),
                case: usize::MAX,
                created_at_ms,
            });
        }
        texts
    }
}

/// Reads `2023-05-08T13:56…` as milliseconds since 1970; 0 if it is no such moment. Days after Howard Hinnant,
/// <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
fn moment(text: &str) -> i64 {
    let number = |from: usize, to: usize| text.get(from..to).and_then(|t| t.parse::<i64>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else { return 0 };
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days =
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468;
    let minutes = number(11, 13).unwrap_or(0) * 60 + number(14, 16).unwrap_or(0);
    (days * 1440 + minutes) * 60_000
}

/// Vectors of `texts` and then of `questions`, kept in `folder` from run to run.
pub fn vectors(
    texts: &[Text],
    questions: &[Question],
    folder: &Path,
) -> Result<(Vec<Vec<f32>>, Vec<Vec<f32>>)> {
    let all: Vec<&str> =
        texts.iter().map(|t| t.content.as_str()).chain(questions.iter().map(|q| q.text.as_str())).collect();
    let sum = all.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, text| {
        text.bytes().fold(sum, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    });
    let file = folder.join(format!("vectors-{sum:016x}.f32"));
    let flat = match fs::read(&file) {
        Ok(bytes) if bytes.len() == all.len() * DIMENSIONS * 4 => floats(&bytes),
        _ => {
            eprintln!("embedding {} texts, once: about {} s", all.len(), all.len() / 340);
            let flat = embed(&all)?;
            let bytes: Vec<u8> = flat.iter().flat_map(|x| x.to_le_bytes()).collect();
            fs::create_dir_all(folder)?;
            fs::write(&file, bytes)?;
            flat
        }
    };
    let mut rows: Vec<Vec<f32>> = flat.chunks_exact(DIMENSIONS).map(<[f32]>::to_vec).collect();
    let of_questions = rows.split_off(texts.len());
    Ok((rows, of_questions))
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn embed(texts: &[&str]) -> Result<Vec<f32>> {
    let model = Model::load(&Assets::locate()?, Sessions::Import)?;
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<(usize, Vec<f32>)>> {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(text) = texts.get(at) else { return Ok(done) };
            let windows = model.embed(text)?;
            let vector = windows.into_iter().next().map_or_else(|| vec![0.0; DIMENSIONS], |w| w.vector);
            done.push((at, vector));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut done = work()?;
        done.extend(other.join().map_err(|_| anyhow::anyhow!("embedding stopped"))??);
        anyhow::Ok(done)
    })?;
    done.sort_unstable_by_key(|(at, _)| *at);
    Ok(done.into_iter().flat_map(|(_, vector)| vector).collect())
}

/// The vector of memory `at`: the model's, or beyond those 0.75 and 0.5 of two of them and a little noise.
pub fn vector(embedded: &[Vec<f32>], at: usize) -> Vec<f32> {
    if let Some(vector) = embedded.get(at) {
        return vector.clone();
    }
    let mut random = Random(at as u64);
    let (a, b) = (random.below(embedded.len()), random.below(embedded.len()));
    let mixed: Vec<f32> = embedded[a]
        .iter()
        .zip(&embedded[b])
        .map(|(a, b)| 0.75 * a + 0.5 * b + 0.015 * random.normal())
        .collect();
    let length = mixed.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    mixed.into_iter().map(|x| x / length).collect()
}

/// Memory `at` as the index takes it.
pub fn document(texts: &[Text], embedded: &[Vec<f32>], at: usize) -> Document {
    let text = &texts[at];
    let mut id = [0; 16];
    let mut random = Random(at as u64 ^ 0x5eed);
    id[..8].copy_from_slice(&random.next().to_le_bytes());
    id[8..].copy_from_slice(&(at as u64).to_le_bytes());
    Document {
        id,
        content: text.content.clone(),
        kind: ["note", "fact", "decision"][at % 3].to_owned(),
        topics: Vec::new(),
        source: None,
        thread: Some(text.thread.clone()),
        created_at_ms: text.created_at_ms,
        sequence: at as i64,
        tokens: Vec::new(),
        vectors: vec![vector(embedded, at)],
    }
}

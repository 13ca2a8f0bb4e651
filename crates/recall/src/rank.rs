//! Which memories answer best: meaning and words, summed, then lifted by the thread.
//!
//! Every live memory gets a score, its cosine estimated from signs. The best few hundred are scored again from their bytes,
//! and only they and the members of their threads can be hits. Must not know filters or where text came from.

use std::collections::HashMap;

use crate::index::Index;
use crate::labels::NONE as NO_LABEL;
use crate::lanes::{COSINE_STEPS, NO_COSINE, SCORED, Sum, largest_passing, moments, reaching};
use crate::lexicon::posting;
use crate::plan::Plan;
use crate::query::Query;
use crate::scratch::Lent;
use crate::threads::{alone, lift};
use crate::weights::{
    ASKS, B, COMMON, COSINE_COUNT, COSINE_DEVIATION, COSINE_MEAN, DATE, DEVIATIONS, IDEAL_SHARE, K1,
    LEAST_MEANING, NEGLIGIBLE, REPLACED, THREADS, WORDS,
};

/// What a memory gains that hides a value that was asked for: more than words and meaning can give together.
pub(crate) const TOKEN: f32 = 100.0;

/// How far below what replaced it a memory comes at least.
const BELOW: f32 = 1e-4;
/// Replacements of replacements that are followed.
const LONGEST_CHAIN: usize = 64;

/// A memory that was found.
#[derive(Clone, Copy)]
pub(crate) struct Ranked {
    pub(crate) slot: u32,
    pub(crate) score: f32,
    /// Its cosine; 0 without one.
    pub(crate) meaning: f32,
    /// What its words add, 0 to 1.
    pub(crate) words: f32,
}

/// What a search has worked out about every slot.
struct Pass<'s> {
    index: &'s Index,
    passing: &'s [bool],
    sheets: Lent<'s>,
    sum: Sum,
}

impl Pass<'_> {
    /// What a memory scores by itself, before its thread is looked at.
    fn own(&self, slot: u32) -> f32 {
        let at = slot as usize;
        if !self.passing[at] {
            return f32::NEG_INFINITY;
        }
        self.sum.of(self.sheets.cosines[at], self.sheets.words[at])
            + self.sheets.dates.get(at).copied().unwrap_or_default()
    }

    fn penalty(&self, slot: u32) -> f32 {
        let asks = if self.index.asks[slot as usize] { ASKS } else { 0.0 };
        let replaced = self.index.replaced.contains_key(&slot);
        asks + if replaced { REPLACED } else { 0.0 }
    }
}

impl Index {
    /// The memories that answer a question best, best first; `hiding` are the slots that hide a value asked for.
    pub(crate) fn ranked(&self, plan: &Plan, query: &Query, passing: &[bool], hiding: &[u32]) -> Vec<Ranked> {
        let mut sheets = self.scratch.lend(passing.len());
        let asked = query.vector.as_ref().filter(|v| self.codes.fits(v)).map(|v| self.codes.asked(v));
        let rescored = self.rescored.max(query.limit.saturating_mul(4));
        let count = passing.iter().filter(|&&pass| pass).count();
        let is_exact = count <= rescored;
        match &asked {
            None => sheets.cosines.fill(NO_COSINE),
            Some(asked) if is_exact => {
                for (slot, cosine) in sheets.cosines.iter_mut().enumerate() {
                    *cosine = if passing[slot] { self.codes.cosine(asked, slot as u32) } else { NO_COSINE };
                }
            }
            Some(asked) => self.codes.estimate(asked, &mut sheets.cosines),
        }
        let (mean, deviation) = spread(&sheets.cosines, passing);
        self.add_words(plan, &mut sheets.words);
        if !plan.dated.is_empty() {
            sheets.dates.extend(self.days.iter().map(|&day| DATE * plan.dated.fit(day)));
        }
        let sum = Sum {
            mean: mean * COSINE_STEPS,
            per_step: 1.0 / (COSINE_STEPS * deviation * DEVIATIONS),
            least: -1.0 / DEVIATIONS,
            per_word: WORDS / full_match(plan, largest_passing(&sheets.words, passing)),
        };
        let mut pass = Pass { index: self, passing, sheets, sum };

        let mut candidates = self.candidates(&pass, rescored);
        candidates.extend(hiding.iter().copied().filter(|&slot| passing[slot as usize]));
        candidates.sort_unstable();
        candidates.dedup();
        self.add_stop_words(plan, &candidates, &mut pass.sheets.words);
        let words = candidates.iter().map(|&slot| pass.sheets.words[slot as usize]);
        let whole = full_match(plan, words.fold(0.0, f32::max));
        pass.sum.per_word = WORDS / whole;
        let inexact = asked.as_ref().filter(|_| !is_exact);
        if let Some(asked) = inexact {
            for &slot in &candidates {
                pass.sheets.cosines[slot as usize] = self.codes.cosine(asked, slot);
            }
        }
        let threads = self.best_threads(&pass, &candidates, query.limit);
        let mut scored = self.lifted(&pass, &candidates, &threads);
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then_with(|| self.newer(a.1, b.1));
        if let Some(asked) = inexact {
            // What the thread has lifted among the first hits is compared from its bytes as well.
            let first = query.limit.saturating_mul(2).min(scored.len());
            if first < scored.len() {
                scored.select_nth_unstable_by(first, order);
            }
            let mut moved = false;
            for &(_, slot) in &scored[..first] {
                if candidates.binary_search(&slot).is_err() {
                    pass.sheets.cosines[slot as usize] = self.codes.cosine(asked, slot);
                    moved = true;
                }
            }
            if moved {
                scored = self.lifted(&pass, &candidates, &threads);
            }
        }
        for (score, slot) in scored.iter_mut().filter(|_| !hiding.is_empty()) {
            *score += if hiding.contains(slot) { TOKEN } else { 0.0 };
        }
        let ranked = |(score, slot): (f32, u32)| {
            let at = slot as usize;
            let cosine = pass.sheets.cosines[at];
            let meaning = if cosine == NO_COSINE { 0.0 } else { f32::from(cosine) / COSINE_STEPS };
            let words = pass.sheets.words[at] / whole;
            let is_found = words > 0.0
                || (cosine != NO_COSINE && meaning >= LEAST_MEANING)
                || plan.dated.is(self.days[at])
                || score >= TOKEN / 2.0;
            is_found.then_some(Ranked { slot, score, meaning, words: words.min(1.0) })
        };
        scored.retain(|&found| ranked(found).is_some());
        self.put_below(&mut scored);
        if query.limit < scored.len() {
            scored.select_nth_unstable_by(query.limit, order);
            scored.truncate(query.limit);
        }
        scored.sort_unstable_by(order);
        scored.into_iter().filter_map(ranked).collect()
    }

    /// Puts what was replaced below what replaced it, wherever both were found.
    fn put_below(&self, scored: &mut [(f32, u32)]) {
        if self.replaced.is_empty() {
            return;
        }
        let scores: HashMap<u32, f32> = scored.iter().map(|&(score, slot)| (slot, score)).collect();
        for (score, slot) in scored {
            let (mut newer, mut seen) = (*slot, 0);
            // A replaced memory may have been replaced in turn; a ring, which the vault refuses, must not hold us.
            while let Some(by) = self.replaced.get(&newer).and_then(|by| self.slots.get(by))
                && seen < LONGEST_CHAIN
            {
                (newer, seen) = (*by, seen + 1);
                match scores.get(&newer) {
                    // Only the older one hides the value that was asked for.
                    Some(of_newer) if *score >= TOKEN / 2.0 && *of_newer < TOKEN / 2.0 => {}
                    Some(of_newer) => *score = score.min(of_newer - BELOW * seen as f32),
                    None => {}
                }
            }
        }
    }

    /// Adds up what words give each slot: Okapi BM25, idf · tf · (k₁ + 1) / (tf + k₁ · (1 − b + b · length / average)).
    /// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.1,
    /// <https://doi.org/10.1561/1500000019>. Stop words come later, for few.
    fn add_words(&self, plan: &Plan, scores: &mut [f32]) {
        let weighing = Weighing::new(self);
        for sought in plan.sought.iter().filter(|sought| !sought.is_minor) {
            let most = sought.weight * (K1 + 1.0);
            for &term in &sought.terms {
                let postings = self.lexicon.postings(term);
                if is_negligible(plan, most, postings) {
                    continue;
                }
                for &packed in postings {
                    let (slot, count) = posting(packed);
                    scores[slot] += most * weighing.share(count, self.lengths[slot]);
                }
            }
        }
    }

    /// Adds what stop words give to those of `slots` (sorted) that have another word.
    fn add_stop_words(&self, plan: &Plan, slots: &[u32], scores: &mut [f32]) {
        let weighing = Weighing::new(self);
        for sought in plan.sought.iter().filter(|sought| sought.is_minor) {
            let most = sought.weight * (K1 + 1.0);
            for &term in &sought.terms {
                let mut postings = self.lexicon.postings(term);
                if is_negligible(plan, most, postings) {
                    continue;
                }
                for &slot in slots {
                    if scores[slot as usize] <= 0.0 {
                        continue;
                    }
                    postings = from_slot(postings, slot);
                    let Some((found, count)) = postings.first().map(|&packed| posting(packed)) else { break };
                    if found == slot as usize {
                        scores[found] += most * weighing.share(count, self.lengths[found]);
                    }
                }
            }
        }
    }

    /// The slots that pass and score best by themselves, at most `wanted`, in no order.
    fn candidates(&self, pass: &Pass, wanted: usize) -> Vec<u32> {
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then_with(|| self.newer(a.1, b.1));
        let mut best: Vec<(f32, u32)> = Vec::new();
        let mut least = f32::MIN;
        let mut scores = [0.0; SCORED];
        let Pass { sheets, passing, sum, .. } = pass;
        for from in (0..passing.len()).step_by(SCORED) {
            let part = from..(from + SCORED).min(passing.len());
            let dates = sheets.dates.get(part.clone()).unwrap_or(&[0.0; SCORED]);
            let (cosines, words) = (&sheets.cosines[part.clone()], &sheets.words[part.clone()]);
            let mut reached = reaching(cosines, words, dates, &passing[part], *sum, least, &mut scores);
            while reached != 0 {
                let at = reached.trailing_zeros();
                reached &= reached - 1;
                best.push((scores[at as usize], from as u32 + at));
            }
            if best.len() >= wanted * 2 + SCORED {
                best.select_nth_unstable_by(wanted - 1, order);
                best.truncate(wanted);
                least = best.last().map_or(least, |&(score, _)| score);
            }
        }
        if best.len() > wanted {
            best.select_nth_unstable_by(wanted, order);
            best.truncate(wanted);
        }
        scores.fill(0.0);
        best.into_iter().map(|(_, slot)| slot).collect()
    }

    /// The threads of the best candidates, in order. Only they are looked at: the others' members cannot come first.
    fn best_threads(&self, pass: &Pass, candidates: &[u32], limit: usize) -> Vec<u32> {
        let mut threads: Vec<(u32, f32)> = candidates
            .iter()
            .map(|&slot| (self.thread_of[slot as usize], pass.own(slot)))
            .filter(|(thread, _)| *thread != NO_LABEL)
            .collect();
        threads.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1)));
        threads.dedup_by_key(|(thread, _)| *thread);
        let wanted = THREADS.saturating_add(limit.saturating_mul(4));
        if threads.len() > wanted {
            let mut scores: Vec<f32> = threads.iter().map(|(_, score)| *score).collect();
            let least = *scores.select_nth_unstable_by(wanted, |a, b| b.total_cmp(a)).1;
            threads.retain(|(_, score)| *score >= least);
        }
        threads.into_iter().map(|(thread, _)| thread).collect()
    }

    /// The scores of the members of `threads`, lifted by each other, and of the other candidates, alone.
    fn lifted(&self, pass: &Pass, candidates: &[u32], threads: &[u32]) -> Vec<(f32, u32)> {
        let mut scored: Vec<(f32, u32)> = candidates
            .iter()
            .filter(|&&slot| threads.binary_search(&self.thread_of[slot as usize]).is_err())
            .map(|&slot| (alone(pass.own(slot), pass.penalty(slot)), slot))
            .collect();
        let (mut of_thread, mut lifted) = (Vec::new(), Vec::new());
        for &thread in threads {
            let members = self.threads.members(thread);
            of_thread.clear();
            of_thread.extend(members.iter().map(|&slot| {
                let own = pass.own(slot);
                own.is_finite().then(|| (own, pass.penalty(slot)))
            }));
            lift(&of_thread, &mut lifted);
            let passing = lifted.iter().zip(members).filter(|(score, _)| score.is_finite());
            scored.extend(passing.map(|(&score, &slot)| (score, slot)));
        }
        scored
    }
}

/// What the word part is divided by. Against the best found alone, a memory with one common word out of ten would count as
/// a full match.
fn full_match(plan: &Plan, best: f32) -> f32 {
    if best > 0.0 { best.max((1.0 - IDEAL_SHARE) * best + IDEAL_SHARE * plan.ideal) } else { 1.0 }
}

fn is_negligible(plan: &Plan, most: f32, postings: &[u32]) -> bool {
    postings.len() > COMMON && most < NEGLIGIBLE * plan.ideal
}

/// The postings from `slot` on: steps that double, then halves.
fn from_slot(postings: &[u32], slot: u32) -> &[u32] {
    let before = |at: usize| postings.get(at).is_some_and(|&packed| (posting(packed).0 as u32) < slot);
    if !before(0) {
        return postings;
    }
    let mut step = 1;
    while before(step) {
        step *= 2;
    }
    let end = step.min(postings.len());
    let at = postings[step / 2..end].partition_point(|&packed| (posting(packed).0 as u32) < slot);
    &postings[step / 2 + at..]
}

/// How much of a word's weight a memory gets, by how often it has the word and by its length.
struct Weighing {
    fixed: f32,
    per_word: f32,
    /// For one occurrence, by length: a division each would take longer than the rest.
    once: [f32; Weighing::LENGTHS],
}

impl Weighing {
    const LENGTHS: usize = 256;

    fn new(index: &Index) -> Self {
        let average = (index.length_sum as f32 / index.len().max(1) as f32).max(1.0);
        let (fixed, per_word) = (K1 * (1.0 - B), K1 * B / average);
        let once = std::array::from_fn(|length| 1.0 / (1.0 + fixed + per_word * length as f32));
        Self { fixed, per_word, once }
    }

    #[inline]
    fn share(&self, count: f32, length: u16) -> f32 {
        match self.once.get(usize::from(length)) {
            Some(&share) if count == 1.0 => share,
            _ => count / (count + self.fixed + self.per_word * f32::from(length)),
        }
    }
}

/// Mean and deviation of the cosines that pass, with a small vault's drawn towards what is usual.
fn spread(cosines: &[i16], passing: &[bool]) -> (f32, f32) {
    let (count, sum, squares) = moments(cosines, passing);
    let steps = f64::from(COSINE_STEPS);
    let count = count as f32 + COSINE_COUNT;
    let mean = ((sum as f64 / steps) as f32 + COSINE_MEAN * COSINE_COUNT) / count;
    let usual = (COSINE_DEVIATION * COSINE_DEVIATION + COSINE_MEAN * COSINE_MEAN) * COSINE_COUNT;
    let square = ((squares as f64 / steps / steps) as f32 + usual) / count;
    (mean, (square - mean * mean).max(1e-4).sqrt())
}

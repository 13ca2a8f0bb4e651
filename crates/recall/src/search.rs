//! One pass over every live memory: meaning and words, summed, then lifted by the thread. Must not know where text came from.

use crate::hits::Hit;
use crate::index::Index;
use crate::labels::NONE as NO_LABEL;
use crate::lexicon::posting;
use crate::phrase::Phrase;
use crate::plan::Plan;
use crate::query::Query;
use crate::threads::{alone, lift};
use crate::weights::{
    ASKS, B, COMMON, COSINE_COUNT, COSINE_DEVIATION, COSINE_MEAN, DATE, DEVIATIONS, IDEAL_SHARE, K1,
    LEAST_MEANING, NEGLIGIBLE, THREADS, WORDS,
};

/// What a memory gains that hides a value that was asked for: more than words and meaning can give together.
const TOKEN: f32 = 100.0;
/// What stands where a memory has no vector; less than any cosine.
const NO_COSINE: f32 = -2.0;

impl Index {
    /// The memories that answer `query` best, best first; newest first where they are equally good. A memory is found if
    /// one of its words was asked for, if it means something near (cosine 0.15 and more), or if it was made when the
    /// question says. Blank text finds the newest memories that pass the filters, with score 0.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        if query.limit == 0 {
            return Vec::new();
        }
        let plan = Plan::new(self, &query.text);
        let mut passing = self.passing(&query.filters);
        self.narrow(&plan, &mut passing);
        let hiding: Vec<u32> =
            query.tokens.iter().filter_map(|token| self.tokens.get(token)).flatten().copied().collect();
        if plan.is_blank {
            if !query.tokens.is_empty() {
                let mut hides = vec![false; passing.len()];
                hiding.iter().for_each(|&slot| hides[slot as usize] = passing[slot as usize]);
                passing = hides;
            }
            let (_, slots) = self.newest(&passing, 0, query.limit);
            let hit =
                |slot| Hit { by_token: hiding.contains(&slot), ..self.hit(&plan, slot, 0.0, NO_COSINE, 0.0) };
            return slots.into_iter().map(hit).collect();
        }
        let mut meaning = vec![NO_COSINE; self.live.len()];
        if let Some(vector) = query.vector.as_ref().filter(|vector| self.codes.fits(vector)) {
            self.codes.compare(vector, &mut meaning);
        }
        let words = self.words(&plan, &passing);
        let own = self.own(&plan, &passing, &meaning, &words);
        let mut scores = self.lifted(&own, query.limit);
        for &slot in &hiding {
            scores[slot as usize] += TOKEN;
        }
        let is_found = |slot: usize| {
            passing[slot]
                && (words[slot] > 0.0
                    || meaning[slot] >= LEAST_MEANING
                    || plan.dated.is(self.days[slot])
                    || scores[slot] >= TOKEN / 2.0)
        };
        let best = self.best(&scores, query.limit, is_found);
        best.into_iter()
            .map(|slot| {
                let at = slot as usize;
                let hit = self.hit(&plan, slot, scores[at], meaning[at], words[at]);
                Hit { by_token: hiding.contains(&slot), ..hit }
            })
            .collect()
    }

    fn hit(&self, plan: &Plan, slot: u32, score: f32, cosine: f32, words: f32) -> Hit {
        let entry = &self.entries[slot as usize];
        let meaning = if cosine == NO_COSINE { 0.0 } else { cosine };
        let matched = if words > 0.0 { plan.marks.spans(&entry.content, &self.lexicon) } else { Vec::new() };
        Hit { id: entry.id, score, meaning, words, matched, by_token: false }
    }

    /// Leaves only what has every phrase and nothing that was excluded.
    fn narrow(&self, plan: &Plan, passing: &mut [bool]) {
        for phrase in &plan.phrases {
            let mut kept = vec![false; passing.len()];
            for slot in self.having(phrase).into_iter().filter(|&slot| passing[slot]) {
                kept[slot] = phrase.is_in(&self.entries[slot].content);
            }
            passing.copy_from_slice(&kept);
        }
        for phrase in &plan.without {
            if let Some(word) = phrase.single() {
                let postings = self.lexicon.term(word).map_or(&[][..], |term| self.lexicon.postings(term));
                postings.iter().for_each(|&packed| passing[posting(packed).0] = false);
            } else {
                for slot in self.having(phrase) {
                    passing[slot] = passing[slot] && !phrase.is_in(&self.entries[slot].content);
                }
            }
        }
    }

    /// Slots that have all words of a phrase, somewhere.
    fn having(&self, phrase: &Phrase) -> Vec<usize> {
        let mut lists = Vec::new();
        for word in phrase.words() {
            let Some(term) = self.lexicon.term(word) else { return Vec::new() };
            lists.push(self.lexicon.postings(term));
        }
        lists.sort_unstable_by_key(|list| list.len());
        let Some((rarest, others)) = lists.split_first() else { return Vec::new() };
        let mut slots: Vec<usize> = rarest.iter().map(|&packed| posting(packed).0).collect();
        for list in others {
            slots.retain(|slot| list.binary_search_by_key(slot, |&packed| posting(packed).0).is_ok());
        }
        slots
    }

    /// The word part of every slot, 0 to 1: Okapi BM25, idf · tf · (k₁ + 1) / (tf + k₁ · (1 − b + b · length / average)).
    /// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.1,
    /// <https://doi.org/10.1561/1500000019>.
    fn words(&self, plan: &Plan, passing: &[bool]) -> Vec<f32> {
        let mut scores = vec![0.0_f32; self.live.len()];
        let average = (self.length_sum as f32 / self.len().max(1) as f32).max(1.0);
        let (fixed, per_word) = (K1 * (1.0 - B), K1 * B / average);
        for sought in &plan.sought {
            let most = sought.weight * (K1 + 1.0);
            for &term in &sought.terms {
                let postings = self.lexicon.postings(term);
                if postings.len() > COMMON && most < NEGLIGIBLE * plan.ideal {
                    continue;
                }
                for &packed in postings {
                    let (slot, count) = posting(packed);
                    if scores[slot] > 0.0 || !sought.is_minor {
                        scores[slot] +=
                            most * count / (count + fixed + per_word * f32::from(self.lengths[slot]));
                    }
                }
            }
        }
        let best = scores
            .iter()
            .zip(passing)
            .fold(0.0_f32, |best, (&s, &pass)| if pass { best.max(s) } else { best });
        if best > 0.0 {
            // Against the best alone, a memory with one common word out of ten would count as a full match.
            let whole = best.max((1.0 - IDEAL_SHARE) * best + IDEAL_SHARE * plan.ideal);
            scores.iter_mut().for_each(|score| *score = (*score / whole).min(1.0));
        }
        scores
    }

    /// What each memory scores by itself, before its thread is looked at.
    fn own(&self, plan: &Plan, passing: &[bool], meaning: &[f32], words: &[f32]) -> Vec<f32> {
        let (mean, deviation) = spread(passing, meaning);
        let per_deviation = 1.0 / (deviation * DEVIATIONS);
        let mut own: Vec<f32> = meaning
            .iter()
            .zip(words)
            .zip(passing)
            .map(|((&cosine, &words), &pass)| {
                if !pass {
                    return f32::NEG_INFINITY;
                }
                // A memory that waits for its vector is taken to mean what memories mean on average.
                let near = if cosine == NO_COSINE {
                    0.0
                } else {
                    ((cosine - mean) * per_deviation).max(-1.0 / DEVIATIONS)
                };
                near + WORDS * words
            })
            .collect();
        if !plan.dated.is_empty() {
            own.iter_mut().zip(&self.days).for_each(|(score, &day)| *score += DATE * plan.dated.fit(day));
        }
        own
    }

    /// Lifts by thread. Only the threads with the best memories are looked at: the others' cannot come first.
    fn lifted(&self, own: &[f32], limit: usize) -> Vec<f32> {
        let penalty = |slot: usize| if self.asks[slot] { ASKS } else { 0.0 };
        let mut scores: Vec<f32> =
            own.iter().enumerate().map(|(slot, &score)| alone(score, penalty(slot))).collect();
        let mut best = vec![f32::NEG_INFINITY; self.threads.len()];
        for (&score, &thread) in own.iter().zip(&self.thread_of) {
            if thread != NO_LABEL {
                let best = &mut best[thread as usize];
                *best = best.max(score);
            }
        }
        let wanted = THREADS.saturating_add(limit.saturating_mul(4));
        let mut least = f32::MIN;
        if best.len() > wanted {
            let mut sorted = best.clone();
            least = sorted.select_nth_unstable_by(wanted, |a, b| b.total_cmp(a)).1.max(f32::MIN);
        }
        let (mut of_thread, mut lifted) = (Vec::new(), Vec::new());
        for thread in (0..best.len()).filter(|&thread| best[thread] >= least) {
            let members = self.threads.members(thread as u32);
            of_thread.clear();
            of_thread.extend(members.iter().map(|&slot| {
                let score = own[slot as usize];
                score.is_finite().then(|| (score, penalty(slot as usize)))
            }));
            lift(&of_thread, &mut lifted);
            for (&slot, &score) in members.iter().zip(&lifted) {
                scores[slot as usize] = score;
            }
        }
        scores
    }

    /// The `limit` best slots that are found, in order.
    fn best(&self, scores: &[f32], limit: usize, is_found: impl Fn(usize) -> bool) -> Vec<u32> {
        let order = |&a: &u32, &b: &u32| {
            scores[b as usize].total_cmp(&scores[a as usize]).then_with(|| self.newer(a, b))
        };
        let mut best: Vec<u32> = Vec::new();
        let mut least = f32::NEG_INFINITY;
        for (slot, &score) in scores.iter().enumerate() {
            if score < least || !is_found(slot) {
                continue;
            }
            best.push(slot as u32);
            if best.len() >= limit.saturating_mul(2).max(64) {
                best.select_nth_unstable_by(limit - 1, order);
                best.truncate(limit);
                least = best.last().map_or(least, |&slot| scores[slot as usize]);
            }
        }
        best.sort_unstable_by(order);
        best.truncate(limit);
        best
    }
}

/// Mean and deviation of the cosines that pass, with a small vault's drawn towards what is usual. Summed as integers: the
/// result must not depend on the order of the slots.
fn spread(passing: &[bool], meaning: &[f32]) -> (f32, f32) {
    const STEPS: f32 = 65_536.0;
    let (mut count, mut sum, mut squares) = (0_i64, 0_i64, 0_i64);
    for (&cosine, &pass) in meaning.iter().zip(passing) {
        let counted = i64::from(pass && cosine > NO_COSINE);
        let steps = i64::from((cosine * STEPS) as i32) * counted;
        count += counted;
        sum += steps;
        squares += steps * steps;
    }
    let count = count as f32 + COSINE_COUNT;
    let mean = (sum as f32 / STEPS + COSINE_MEAN * COSINE_COUNT) / count;
    let usual = (COSINE_DEVIATION * COSINE_DEVIATION + COSINE_MEAN * COSINE_MEAN) * COSINE_COUNT;
    let square = ((squares as f64 / f64::from(STEPS) / f64::from(STEPS)) as f32 + usual) / count;
    (mean, (square - mean * mean).max(1e-4).sqrt())
}

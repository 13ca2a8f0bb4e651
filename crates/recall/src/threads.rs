//! Memories of one sitting, in order, and how they lift each other. Must not know words or vectors.

use crate::erasing::ErasingVec;
use crate::labels::Labels;
use crate::weights::{NEXT, PREVIOUS, SECOND, THREAD_BEST, UNSEEN};

/// Threads and their members' slots, oldest first.
#[derive(Default)]
pub(crate) struct Threads {
    labels: Labels,
    members: Vec<ErasingVec<u32>>,
}

impl Threads {
    pub(crate) fn labels(&self) -> &Labels {
        &self.labels
    }

    pub(crate) fn members(&self, thread: u32) -> &[u32] {
        self.members.get(thread as usize).map_or(&[], |m| m)
    }

    /// Adds `slot`; `is_older(member)` says whether a member comes before it.
    pub(crate) fn add(&mut self, thread: &str, slot: u32, is_older: impl Fn(u32) -> bool) -> u32 {
        let number = self.labels.take(thread);
        while self.members.len() <= number as usize {
            self.members.push(ErasingVec::new());
        }
        let members = &mut self.members[number as usize];
        let at = members.partition_point(|&m| is_older(m));
        members.insert(at, slot);
        number
    }

    pub(crate) fn remove(&mut self, thread: u32, slot: u32) {
        let Some(members) = self.members.get_mut(thread as usize) else { return };
        if let Some(at) = members.iter().position(|&m| m == slot) {
            members.remove(at);
            if self.labels.release(thread) {
                *members = ErasingVec::new();
            }
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.labels.bytes() + self.members.iter().map(|m| m.capacity() * 4 + 24).sum::<usize>()
    }

    pub(crate) fn clear(&mut self) {
        self.labels.clear();
        self.members.clear();
    }
}

/// The score of a memory that stands alone: as if its neighbours were what neighbours are on average, so that it can be
/// compared with one that has some.
pub(crate) fn alone(score: f32, penalty: f32) -> f32 {
    (score * (1.0 + UNSEEN * (NEXT + PREVIOUS + 2.0 * SECOND)) - penalty) * (1.0 + THREAD_BEST)
}

/// Lifts the members of one thread, given oldest first: each by the two before and after it, all by the best.
/// `scores` are own scores (`None`: left out by a filter) with their penalties; `lifted` receives the result.
pub(crate) fn lift(scores: &[Option<(f32, f32)>], lifted: &mut Vec<f32>) {
    lifted.clear();
    let mut best = f32::NEG_INFINITY;
    for (at, own) in scores.iter().enumerate() {
        let Some((own, penalty)) = *own else {
            lifted.push(f32::NEG_INFINITY);
            continue;
        };
        let near = |distance: isize| {
            let neighbour = at.checked_add_signed(distance).and_then(|i| scores.get(i)).copied().flatten();
            neighbour.map_or(UNSEEN * own, |(score, _)| score)
        };
        let score = own + PREVIOUS * near(-1) + NEXT * near(1) + SECOND * (near(-2) + near(2)) - penalty;
        best = best.max(score);
        lifted.push(score);
    }
    for score in lifted.iter_mut() {
        *score += THREAD_BEST * best;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_neighbour_lifts_and_a_thread_of_one_is_alone() {
        let mut lifted = Vec::new();
        lift(
            &[Some((1.0, 0.0)), Some((0.5, 0.0)), Some((0.0, 0.0)), Some((0.0, 0.0)), Some((0.0, 0.0))],
            &mut lifted,
        );
        assert!(lifted[0] > lifted[1] && lifted[2] > lifted[4] && lifted[1] > lifted[3]);
        lift(&[Some((0.7, 0.1))], &mut lifted);
        assert!((lifted[0] - alone(0.7, 0.1)).abs() < 1e-6);
    }

    #[test]
    fn what_is_filtered_out_lifts_nothing() {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        lift(&[None, Some((0.3, 0.0)), None], &mut with);
        lift(&[Some((0.3, 0.0))], &mut without);
        assert_eq!(with[1], without[0]);
        assert_eq!(with[0], f32::NEG_INFINITY);
    }
}

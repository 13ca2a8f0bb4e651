//! How fast work goes and how long it will take. Pure: the time is handed in.

use std::collections::VecDeque;
use std::time::Duration;

use super::ImportProgress;

/// What lies further back says little about the next minute: known memories go by faster than new ones.
const LOOKS_BACK: Duration = Duration::from_secs(15);

/// How fast, and how long still.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed {
    /// Items a second, over the last fifteen seconds.
    pub per_second: f64,
    /// Time left, if it goes on like this.
    pub left: Duration,
}

/// Works out a [`Speed`] from progress that arrives in steps.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    steps: VecDeque<(Duration, usize)>,
}

impl Pace {
    /// Notes how far the work is at `at`, counted from its start. The first call is its beginning; an answer comes once
    /// something was done since.
    pub fn note(&mut self, at: Duration, progress: ImportProgress) -> Option<Speed> {
        self.steps.push_back((at, progress.done));
        // The last step that lies further back stays, so that slow steps have something to be compared with.
        while self.steps.get(1).is_some_and(|(step, _)| *step + LOOKS_BACK <= at) {
            self.steps.pop_front();
        }
        let (from, done_then) = *self.steps.front()?;
        let (seconds, done) = ((at - from).as_secs_f64(), progress.done.checked_sub(done_then)?);
        if seconds <= 0.0 || done == 0 {
            return None;
        }
        let per_second = done as f64 / seconds;
        let left = (progress.total.saturating_sub(progress.done)) as f64 / per_second;
        Some(Speed { per_second, left: Duration::try_from_secs_f64(left).unwrap_or(Duration::MAX) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(pace: &mut Pace, ms: u64, done: usize) -> Option<Speed> {
        pace.note(Duration::from_millis(ms), ImportProgress { done, total: 10_000 })
    }

    #[test]
    fn steps_of_hundreds_give_an_even_rate() {
        let mut pace = Pace::default();
        assert_eq!(at(&mut pace, 0, 0), None, "nothing is done yet");
        for step in 1..30 {
            let speed = at(&mut pace, step * 800, step as usize * 256).unwrap();
            assert!((speed.per_second - 320.0).abs() < 1e-6, "{speed:?}");
            let left = (10_000 - step as usize * 256) as f64 / 320.0;
            assert!((speed.left.as_secs_f64() - left).abs() < 1e-6, "{speed:?}");
        }
    }

    #[test]
    fn a_quick_beginning_is_forgotten() {
        let mut pace = Pace::default();
        at(&mut pace, 0, 0);
        at(&mut pace, 1000, 5000);
        for second in 2..=20 {
            at(&mut pace, second * 1000, 5000 + (second as usize - 1) * 100);
        }
        let speed = at(&mut pace, 21_000, 7000).unwrap();
        assert!((speed.per_second - 100.0).abs() < 1e-6, "{speed:?}");
    }

    #[test]
    fn a_step_longer_than_the_look_back_still_counts() {
        let mut pace = Pace::default();
        at(&mut pace, 0, 1000);
        let speed = at(&mut pace, 60_000, 1600).unwrap();
        assert!((speed.per_second - 10.0).abs() < 1e-6);
        assert_eq!(at(&mut Pace::default(), 5, 3), None);
    }
}

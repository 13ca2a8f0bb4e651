//! Waiting for something that may never answer. It must not know what it waits for.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::KeychainError;

/// Runs one call at a time on a thread of its own and stops waiting after `limit`. A call given up on keeps its turn
/// until it ends, so that a keychain that hangs or waits for the person is asked once, not again and again.
pub(super) struct Patience {
    limit: Duration,
    turn: Arc<Turn>,
}

#[derive(Default)]
struct Turn {
    taken: Mutex<bool>,
    free: Condvar,
}

/// Gives the turn back, also when the call panics.
struct Taken(Arc<Turn>);

impl Drop for Taken {
    fn drop(&mut self) {
        *self.0.taken.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.free.notify_one();
    }
}

impl Patience {
    pub(super) fn new(limit: Duration) -> Self {
        Self { limit, turn: Arc::default() }
    }

    /// What the call answers, or `TimedOut`. An answer that comes too late is dropped, and with it wiped.
    pub(super) fn wait<T: Send + 'static>(
        &self,
        call: impl FnOnce() -> Result<T, KeychainError> + Send + 'static,
    ) -> Result<T, KeychainError> {
        let begun = Instant::now();
        let taken = self.take_turn()?;
        let (answer, wait) = mpsc::sync_channel(1);
        let run = move || {
            let answered = call();
            // Before answering, so that the next call finds its turn free.
            drop(taken);
            // Nobody waits any more: nothing to do.
            let _ = answer.send(answered);
        };
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(run)
            .map_err(|_| KeychainError::Failed("no thread could be started".to_owned()))?;
        match wait.recv_timeout(self.limit.saturating_sub(begun.elapsed())) {
            Ok(answered) => answered,
            Err(RecvTimeoutError::Timeout) => Err(KeychainError::TimedOut),
            Err(RecvTimeoutError::Disconnected) => {
                Err(KeychainError::Failed("it stopped in the middle".to_owned()))
            }
        }
    }

    fn take_turn(&self) -> Result<Taken, KeychainError> {
        let taken = self.turn.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut taken, waited) = self
            .turn
            .free
            .wait_timeout_while(taken, self.limit, |taken| *taken)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(KeychainError::TimedOut);
        }
        *taken = true;
        Ok(Taken(Arc::clone(&self.turn)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const LIMIT: Duration = Duration::from_millis(200);

    #[test]
    fn an_answer_comes_through() {
        let patience = Patience::new(LIMIT);
        assert_eq!(patience.wait(|| Ok(7)), Ok(7));
        assert_eq!(patience.wait(|| Err::<(), _>(KeychainError::Locked)), Err(KeychainError::Locked));
    }

    #[test]
    fn a_hanging_call_is_left_and_not_repeated() {
        let patience = Patience::new(LIMIT);
        let asked = Arc::new(AtomicUsize::new(0));
        let (release, hang) = mpsc::channel::<()>();
        let counted = Arc::clone(&asked);
        let first = patience.wait(move || {
            counted.fetch_add(1, Ordering::SeqCst);
            hang.recv().map_err(|_| KeychainError::Dismissed)
        });
        assert_eq!(first, Err(KeychainError::TimedOut));
        for _ in 0..2 {
            let counted = Arc::clone(&asked);
            let next = patience.wait(move || {
                counted.fetch_add(1, Ordering::SeqCst);
                Ok(())
            });
            assert_eq!(next, Err(KeychainError::TimedOut));
        }
        assert_eq!(asked.load(Ordering::SeqCst), 1, "one question at a time");
        drop(release);
        thread::sleep(LIMIT / 2);
        assert_eq!(patience.wait(|| Ok(1)), Ok(1), "works again once the question was answered");
    }

    #[test]
    fn a_panic_is_an_error_and_gives_the_turn_back() {
        // Printing a backtrace may take its time.
        let patience = Patience::new(Duration::from_secs(30));
        let crashed = patience.wait(|| -> Result<(), KeychainError> { panic!("store bug") });
        assert!(matches!(crashed, Err(KeychainError::Failed(_))));
        assert_eq!(patience.wait(|| Ok(2)), Ok(2));
    }
}

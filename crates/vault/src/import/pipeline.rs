//! Keeps the model busy: while it works on one batch, the one before is kept and the next is let through the filter. Must not
//! hold the vault while it waits for the model.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};

use keepsake_embed::{Embedder, WindowVector};

use super::batch::Batch;
use super::{ImportJob, ImportProgress, Lend};
use crate::{Code, Error};

/// Batches between the filter and the disk: one being finished, one for the model, one in reserve while the vault is busy.
const IN_FLIGHT: usize = 3;

/// A text for the model, and where it belongs.
struct Text {
    batch: usize,
    at: usize,
    text: String,
}

/// What the model made of it; none if it could not read it.
struct Made {
    batch: usize,
    at: usize,
    windows: Option<Vec<WindowVector>>,
}

struct Flight {
    batch: Batch,
    /// Texts that the model has not answered yet.
    missing: usize,
}

/// Imports what is left of the job.
///
/// # Errors
/// Why it stopped before the end; what was kept until then is counted in the job.
pub(super) fn run(
    job: &mut ImportJob,
    vault: &mut impl Lend,
    embedder: Option<&dyn Embedder>,
    progress: &mut dyn FnMut(ImportProgress) -> bool,
) -> Result<(), Error> {
    let (texts, waiting) = mpsc::channel();
    let (made, answers) = mpsc::channel();
    let waiting = Mutex::new(waiting);
    let stopping = AtomicBool::new(false);
    let (waiting, stopping) = (&waiting, &stopping);
    std::thread::scope(move |scope| {
        if let Some(embedder) = embedder {
            for _ in 0..embedder.parallel().max(1) {
                let made = made.clone();
                scope.spawn(move || work(embedder, waiting, &made, stopping));
            }
        }
        drop(made);
        let outcome = drive(job, vault, embedder.is_some().then_some(&texts), &answers, progress);
        // What still waits for the model is not kept any more; without `texts` the threads end.
        stopping.store(true, Ordering::Relaxed);
        drop(texts);
        outcome
    })
}

fn work(
    embedder: &dyn Embedder,
    waiting: &Mutex<Receiver<Text>>,
    made: &Sender<Made>,
    stopping: &AtomicBool,
) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Text { batch, at, text }) = next else { return };
        if stopping.load(Ordering::Relaxed) {
            return;
        }
        // A text on which the model panics must not leave the import waiting for its answer.
        let windows = catch_unwind(AssertUnwindSafe(|| embedder.embed(&text).ok())).ok().flatten();
        if made.send(Made { batch, at, windows }).is_err() {
            return;
        }
    }
}

fn drive(
    job: &mut ImportJob,
    vault: &mut impl Lend,
    texts: Option<&Sender<Text>>,
    answers: &Receiver<Made>,
    progress: &mut dyn FnMut(ImportProgress) -> bool,
) -> Result<(), Error> {
    let mut flights: VecDeque<Flight> = VecDeque::with_capacity(IN_FLIGHT);
    let (mut admitted, mut kept) = (0, 0);
    loop {
        while flights.len() < IN_FLIGHT {
            let Some(batch) = vault.lend(|vault| vault.import_admit(job))? else { break };
            let mut missing = 0;
            if let Some(texts) = texts {
                for (at, text) in batch.wanted() {
                    let text = Text { batch: admitted, at, text: text.to_owned() };
                    missing += usize::from(texts.send(text).is_ok());
                }
            }
            flights.push_back(Flight { batch, missing });
            admitted += 1;
        }
        while flights.front().is_some_and(|front| front.missing > 0) {
            let Ok(Made { batch, at, windows }) = answers.recv() else {
                return Err(Error::new(Code::Failed, "the meaning model stopped", "run it again to go on"));
            };
            if let Some(flight) = flights.get_mut(batch - kept) {
                flight.missing -= 1;
                if let Some(windows) = windows {
                    flight.batch.give(at, windows);
                }
            }
        }
        let Some(Flight { batch, .. }) = flights.pop_front() else { return Ok(()) };
        kept += 1;
        vault.lend(|vault| vault.import_keep(job, batch))?;
        let so_far = job.progress();
        if !progress(so_far) && so_far.done < so_far.total {
            return Err(job.stopped());
        }
    }
}

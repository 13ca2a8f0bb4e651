//! Who acts: which program this process is. Must not know what it does.

use std::sync::atomic::{AtomicU8, Ordering};

/// The door through which something was done, as the audit trail names it. It says nothing about who sat at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// The program `keepsake` on a command line: a person, a script or an assistant.
    Program,
    /// The window.
    Window,
}

static ACTOR: AtomicU8 = AtomicU8::new(0);

impl Actor {
    /// Says, once and for the whole process, who it acts as. Until then it is [`Actor::Program`].
    pub fn is_this_process(self) {
        ACTOR.store(u8::from(self == Actor::Window), Ordering::Relaxed);
    }

    /// Who this process acts as.
    pub(crate) fn current() -> Actor {
        if ACTOR.load(Ordering::Relaxed) == 0 { Actor::Program } else { Actor::Window }
    }

    /// The name in the trail.
    pub fn name(self) -> &'static str {
        match self {
            Actor::Program => "program",
            Actor::Window => "window",
        }
    }
}

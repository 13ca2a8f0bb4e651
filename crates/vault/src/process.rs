//! Keeps this process's memory out of files and other processes' hands. Must be called before the first key and the
//! first thread.

/// No core dumps, no words in panics, and other programs of the same user may not read this process's memory.
/// The library that embeds keeps no record of this computer.
///
/// Best effort: a system that refuses is no reason not to open the vault, and SECURITY.md says what remains.
pub fn harden_process() {
    keepsake_embed::silence_runtime();
    // A panic's own words may quote the text that it stumbled over.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        #[allow(clippy::print_stderr, reason = "a bug must be seen; only its place is said")]
        {
            eprintln!("keepsake: a bug was met at {place}; what was committed is safe");
        }
    }));
    #[cfg(unix)]
    {
        let none = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: both calls take plain values; the pointer is to a local that outlives the call.
        unsafe {
            libc::setrlimit(libc::RLIMIT_CORE, &none);
            #[cfg(target_os = "linux")]
            libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0);
        }
    }
}

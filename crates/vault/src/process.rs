//! Keeps this process's memory out of files and other processes' hands. Must be called before the first key.

/// No core dumps, and other programs of the same user may not read this process's memory.
///
/// Best effort: a system that refuses is no reason not to open the vault, and SECURITY.md says what remains.
pub fn harden_process() {
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

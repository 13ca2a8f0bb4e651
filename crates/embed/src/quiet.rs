//! ONNX Runtime without its telemetry. Must run before the library is loaded.
//!
//! Microsoft's builds for Linux keep a device id and a database of events under `~/.cache/Microsoft`, and a client that
//! uploads them. They start with the library's environment: turning events off afterwards comes too late.

/// The variable that the library looks for.
const VARIABLE: &str = "ORT_DISABLE_TELEMETRY";

/// Keeps ONNX Runtime from writing and sending anything about this computer. Must be called at the start of `main`,
/// while there is one thread.
pub fn silence_runtime() {
    if !is_silent() {
        // SAFETY: the programs call this first of all, before a second thread could read the environment.
        #[allow(clippy::disallowed_methods, reason = "the library takes this by no other way")]
        unsafe {
            std::env::set_var(VARIABLE, "1");
        }
    }
}

/// Whether the library would be silent if it was loaded now.
fn is_silent() -> bool {
    std::env::var_os(VARIABLE).is_some_and(|value| value == "1")
}

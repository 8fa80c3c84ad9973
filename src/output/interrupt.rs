//! A request to stop, from Ctrl-C or the system, to something that long work can look at.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::fault::Fault;

/// Whether somebody asked to stop. Clones share the answer.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// One that nobody has asked yet, and that only [`Interrupt::stop`] can ask.
    pub fn never() -> Self {
        Self::default()
    }

    /// One that Ctrl-C, SIGTERM and the end of the terminal ask. A second Ctrl-C ends the process at once, as the system does
    /// without us: what that leaves behind the next run clears.
    pub fn on_signals() -> io::Result<Self> {
        let this = Self::default();
        for signal in SIGNALS {
            signal_hook::flag::register_conditional_default(*signal, this.0.clone())?;
            signal_hook::flag::register(*signal, this.0.clone())?;
        }
        Ok(this)
    }

    /// Asks to stop.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The fault if somebody asked, for use with `?`.
    pub fn check(&self) -> Result<(), Fault> {
        if self.is_stopped() { Err(Fault::Interrupted) } else { Ok(()) }
    }
}

#[cfg(unix)]
const SIGNALS: &[i32] = &[signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: &[i32] = &[signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM];

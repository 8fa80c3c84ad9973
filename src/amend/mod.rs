//! What writes to sources on request: a new site, a new text, an answer to a doubt. What an author wrote is never overwritten.

mod init;
mod new;
mod waive;

use std::io;
use std::path::PathBuf;

use crate::diag::Diagnostic;

pub use self::init::{Filling, init};
pub use self::new::{kinds, new_note};
pub use self::waive::waive;

/// Why nothing was written.
#[derive(Debug)]
pub enum AmendFault {
    /// What was asked for cannot be done; exit code 2.
    Usage(Box<Diagnostic>),
    /// Trouble of the machine at a path; exit code 4.
    Machine(PathBuf, io::Error),
}

impl AmendFault {
    fn usage(diagnostic: Diagnostic) -> Self {
        Self::Usage(Box::new(diagnostic))
    }
}

//! What can stop the writing of a site, with the exit code of each.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk;
use crate::diag::{Code, Diagnostic, Place, codes};

/// Why a site was not written. Whichever it is, the old site stands as it was.
#[derive(Debug)]
pub enum Fault {
    /// A source file changed while it was copied: exit code 1.
    Source(Box<Diagnostic>),
    /// The output folder cannot be used: exit code 2.
    Usage(Box<Diagnostic>),
    /// Disk or system: exit code 4.
    Machine {
        /// What kind of trouble, by its words.
        what: &'static Code,
        /// The file or folder it happened at.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another run writes the same output: exit code 5.
    Busy(Box<Diagnostic>),
    /// The user or the system asked to stop: exit code 4.
    Interrupted,
}

impl Fault {
    /// The exit code of a run that ends with this fault.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Source(_) => 1,
            Self::Usage(_) => 2,
            Self::Machine { .. } | Self::Interrupted => 4,
            Self::Busy(_) => 5,
        }
    }

    /// The fault as a finding, for whoever shows findings.
    ///
    /// - Codes: O101 disk full, O102 not permitted, O103 too many open files, O104 other trouble, O105 stopped, and those of
    ///   the findings inside.
    pub fn into_diagnostic(self) -> Diagnostic {
        match self {
            Self::Source(found) | Self::Usage(found) | Self::Busy(found) => *found,
            Self::Interrupted => codes::stopped.at(Place::Project),
            Self::Machine { what, path, source } => {
                let found = what.at(Place::Project).with("path", path.display()).with("why", source);
                found.with("user", disk::user())
            }
        }
    }

    pub(super) fn usage(found: Diagnostic) -> Self {
        Self::Usage(Box::new(found))
    }

    pub(super) fn machine(path: &Path, source: io::Error) -> Self {
        Self::Machine { what: words_for(&source), path: path.to_path_buf(), source }
    }
}

fn words_for(source: &io::Error) -> &'static Code {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &codes::disk_full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => &codes::not_permitted,
        _ if disk::is_out_of_handles(source) => &codes::too_many_open_files,
        _ => &codes::disk_trouble,
    }
}

/// Gives an error of the system the path it belongs to.
pub(super) trait At<T> {
    /// The same result, with its path.
    fn at(self, path: &Path) -> Result<T, Fault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Fault> {
        self.map_err(|error| Fault::machine(path, error))
    }
}

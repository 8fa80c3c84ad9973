//! One writer per output, guarded by the operating system.
//!
//! The lock is on an open file, so the system frees it when the holder dies, however it dies. The text in the file is only for
//! the message to the one who comes second.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::disk::{self, Folder};
use super::fault::{At, Fault};
use super::target::Target;
use crate::diag::{Place, codes};

/// The right to write one output; gives it back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    // Closing the file frees the lock.
    file: File,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix removes the lock file"))]
    folder: Folder,
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix removes the lock file"))]
    name: OsString,
}

impl Lock {
    /// Takes the lock of an output, without waiting.
    ///
    /// - Codes: O009 somebody else has it.
    pub(super) fn take(target: &Target) -> Result<Self, Fault> {
        let folder = Folder::open(target.parent()).at(target.parent())?;
        let name = target.beside("lock");
        let path = folder.at(name.as_ref());
        loop {
            let mut file = folder.lockable(name.as_ref()).at(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(busy(target, &mut file)),
                Err(TryLockError::Error(error)) => return Err(Fault::machine(&path, error)),
            }
            // Between our opening and our locking, the last holder may have removed the file.
            if disk::still_named(&file, &path).at(&path)? {
                let mut lock = Self { file, folder, name };
                sign(&mut lock.file).at(&path)?;
                return Ok(lock);
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where it cannot be told whether an open file still has its name, the file stays for the next run.
        #[cfg(unix)]
        let _ = self.folder.remove_file(Path::new(&self.name));
    }
}

/// Says who holds the lock: `4711@office-pc, 2026-03-15T14:30:00Z`.
fn sign(file: &mut File) -> io::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "who waits is told since when the lock is held; no output has it")]
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("{}@{}, {now}\n", std::process::id(), disk::host()).as_bytes())
}

fn busy(target: &Target, file: &mut File) -> Fault {
    let mut holder = String::new();
    // Where locks keep others from reading, or the holder has just begun, we know only that there is one.
    let _ = file.take(200).read_to_string(&mut holder);
    let holder = if holder.trim().is_empty() { "?" } else { holder.trim() };
    let found = codes::output_busy.at(Place::Project).with("path", target.path().display());
    Fault::Busy(Box::new(found.with("holder", holder)))
}

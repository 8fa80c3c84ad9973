//! A listed file to its bytes and hash, read so that a change in the middle is noticed.
//!
//! Texts and tables are kept in memory. Pictures and attachments are hashed as a stream and stay on disk: a site may hold
//! more photos than memory.

use std::fs::{File, Metadata};
use std::io;

use super::walk::Listed;
use super::{FileKind, Held, SourceFile, unlisted};
use crate::diag::{Diagnostic, Place, codes};

/// How often a file that changes under our hands is read again.
const N_TRIES: usize = 3;

/// What came of reading one file.
#[derive(Debug)]
pub enum Loaded {
    /// Its snapshot.
    File(SourceFile),
    /// Why there is none.
    Failed(Diagnostic),
}

/// Reads one listed file.
///
/// - Codes: S005 cannot be read, S007 kept changing.
pub fn load(listed: &Listed) -> Loaded {
    for _ in 0..N_TRIES {
        match load_once(listed) {
            Ok(Some(file)) => return Loaded::File(file),
            Ok(None) => {}
            Err(error) => {
                let diagnostic = codes::unreadable_file.at(Place::Project).with("why", error);
                return Loaded::Failed(unlisted(diagnostic, &listed.path));
            }
        }
    }
    Loaded::Failed(unlisted(codes::changing_file.at(Place::Project), &listed.path))
}

/// `None` if the file changed between opening and the end of reading.
fn load_once(listed: &Listed) -> io::Result<Option<SourceFile>> {
    let mut file = File::open(&listed.full)?;
    let before = file.metadata()?;
    let (hash, held) = if listed.kind == FileKind::Asset {
        let mut hasher = blake3::Hasher::new();
        io::copy(&mut file, &mut hasher)?;
        (*hasher.finalize().as_bytes(), Held::Disk)
    } else {
        let mut bytes = Vec::with_capacity(before.len() as usize);
        io::Read::read_to_end(&mut file, &mut bytes)?;
        (*blake3::hash(&bytes).as_bytes(), Held::Memory(bytes.into()))
    };
    let after = std::fs::metadata(&listed.full)?;
    if has_changed(&before, &after) {
        return Ok(None);
    }
    Ok(Some(SourceFile { path: listed.path.clone(), kind: listed.kind, hash, size: before.len(), held }))
}

/// Times only tell that something happened during this read; whether content is new is decided by its hash.
fn has_changed(before: &Metadata, after: &Metadata) -> bool {
    before.len() != after.len() || before.modified().ok() != after.modified().ok()
}

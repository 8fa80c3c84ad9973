//! A large file of the sources to the output, piece by piece, proven to be what the snapshot says.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::fault::{At, Fault};
use super::interrupt::Interrupt;
use super::manifest::Digest;
use super::sink::CopiedFile;
use crate::diag::{Place, codes};
use crate::source::Hash;

/// In bytes: large enough that requests cost nothing, small enough that stopping is quick.
const PIECE: usize = 256 * 1024;

/// Copies `file` into `to`, which stands at `path`.
///
/// - Codes: S007 not what the snapshot says.
pub(super) fn copy(file: &CopiedFile, mut to: File, path: &Path, interrupt: &Interrupt) -> Result<Digest, Fault> {
    let mut source = Source::open(file, interrupt)?;
    while let Some(piece) = source.next_piece()? {
        to.write_all(piece).at(path)?;
    }
    source.prove()
}

/// The digest of `file` if `old` has the same bytes. What cannot be read of `old` counts as different.
///
/// - Codes: S007 not what the snapshot says.
pub(super) fn digest_if_same(file: &CopiedFile, mut old: File, interrupt: &Interrupt) -> Result<Option<Digest>, Fault> {
    let mut source = Source::open(file, interrupt)?;
    let mut held = vec![0; PIECE];
    while let Some(piece) = source.next_piece()? {
        let held = &mut held[..piece.len()];
        if old.read_exact(held).is_err() || held != piece {
            return Ok(None);
        }
    }
    let is_longer = !matches!(read_piece(&mut old, &mut held), Ok(0));
    if is_longer { Ok(None) } else { source.prove().map(Some) }
}

/// The SHA-256 of a file whose BLAKE3 is `hash`. What cannot be read counts as different.
pub(super) fn digest_if_known(mut file: File, hash: &Hash) -> Option<Digest> {
    let (mut sha256, mut blake3) = (Sha256::new(), blake3::Hasher::new());
    let mut piece = vec![0; PIECE];
    loop {
        let n_read = read_piece(&mut file, &mut piece).ok()?;
        if n_read == 0 {
            let is_known = blake3.finalize().as_bytes() == hash;
            return is_known.then(|| Digest(sha256.finalize().into()));
        }
        sha256.update(&piece[..n_read]);
        blake3.update(&piece[..n_read]);
    }
}

/// The SHA-256 and the length of what can be read.
pub(super) fn digest(mut file: impl Read) -> io::Result<(u64, Digest)> {
    let mut sha256 = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        let n_read = read_piece(&mut file, &mut piece)?;
        if n_read == 0 {
            return Ok((size, Digest(sha256.finalize().into())));
        }
        sha256.update(&piece[..n_read]);
        size += n_read as u64;
    }
}

/// A file of the sources while it is read.
struct Source<'a> {
    file: &'a CopiedFile,
    interrupt: &'a Interrupt,
    from: File,
    piece: Vec<u8>,
    size: u64,
    sha256: Sha256,
    blake3: blake3::Hasher,
}

impl<'a> Source<'a> {
    fn open(file: &'a CopiedFile, interrupt: &'a Interrupt) -> Result<Self, Fault> {
        let from = File::open(&file.from).at(&file.from)?;
        let (sha256, blake3) = (Sha256::new(), blake3::Hasher::new());
        Ok(Self { file, interrupt, from, piece: vec![0; PIECE], size: 0, sha256, blake3 })
    }

    /// The next bytes; `None` at the end.
    fn next_piece(&mut self) -> Result<Option<&[u8]>, Fault> {
        self.interrupt.check()?;
        let n_read = read_piece(&mut self.from, &mut self.piece).at(&self.file.from)?;
        let piece = &self.piece[..n_read];
        self.size += n_read as u64;
        self.sha256.update(piece);
        self.blake3.update(piece);
        Ok((n_read > 0).then_some(piece))
    }

    /// The digest, if all that was read is what the snapshot has.
    fn prove(self) -> Result<Digest, Fault> {
        if self.size == self.file.size && *self.blake3.finalize().as_bytes() == self.file.hash {
            return Ok(Digest(self.sha256.finalize().into()));
        }
        let found = codes::changing_file.at(Place::Project).with("path", self.file.from.display());
        Err(Fault::Source(Box::new(found)))
    }
}

/// Reads once, and again only if a signal came in between.
fn read_piece(file: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

//! A large file of the sources to the output, piece by piece, proven to be what the snapshot says.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::disk::Folder;
use super::fault::{At, Fault};
use super::interrupt::Interrupt;
use super::manifest::Digest;
use super::sink::CopiedFile;
use crate::diag::{Place, codes};

/// In bytes: large enough that requests cost nothing, small enough that stopping is quick.
const PIECE: usize = 256 * 1024;

/// Copies `file` into `to`, which stands at `path`.
///
/// - Codes: S007 not what the snapshot says.
pub(super) fn copy(file: &CopiedFile, to: &mut File, path: &Path, interrupt: &Interrupt) -> Result<Digest, Fault> {
    let mut from = File::open(&file.from).at(&file.from)?;
    let (mut sha256, mut blake3) = (Sha256::new(), blake3::Hasher::new());
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        interrupt.check()?;
        let n_read = read_piece(&mut from, &mut piece).at(&file.from)?;
        if n_read == 0 {
            break;
        }
        let piece = &piece[..n_read];
        to.write_all(piece).at(path)?;
        sha256.update(piece);
        blake3.update(piece);
        size += n_read as u64;
    }
    if size != file.size || *blake3.finalize().as_bytes() != file.hash {
        let found = codes::changing_file.at(Place::Project).with("path", file.from.display());
        return Err(Fault::Source(Box::new(found)));
    }
    Ok(Digest(sha256.finalize().into()))
}

/// Whether two folders have the same bytes at `path`. What cannot be read counts as different.
pub(super) fn is_same(one: &Folder, other: &Folder, path: &Path) -> bool {
    let compare = || compare(one.read(path)?, other.read(path)?);
    compare().unwrap_or(false)
}

fn compare(mut one: File, mut other: File) -> io::Result<bool> {
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut left, mut right) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let n_read = read_piece(&mut one, &mut left)?;
        if n_read == 0 {
            return Ok(true);
        }
        other.read_exact(&mut right[..n_read])?;
        if left[..n_read] != right[..n_read] {
            return Ok(false);
        }
    }
}

/// The SHA-256 of an open file.
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

/// Reads once, and again only if a signal came in between.
fn read_piece(file: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

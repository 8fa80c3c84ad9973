//! How much of what is packed is unpacked: bytes, parts, depth, and how tightly it may be packed.
//!
//! One budget goes with one published file through everything that is packed in it, so that nothing grows by being nested. Once
//! a limit is passed nothing more is unpacked: a file that does so was made to do so.

use std::io::{self, Read};

/// In bytes, over all parts of a published file.
const MAX_UNPACKED: u64 = 200 << 20;
/// In bytes, of parts that are in memory as a whole at the same time: one such part and its document's tables.
const MAX_HELD: u64 = 128 << 20;
/// In bytes, between two ends of tags: a text that is longer than a book.
const MAX_STRETCH: u64 = 16 << 20;
/// Unpacked bytes for one that is packed.
const MAX_RATIO: u64 = 200;
/// In bytes: small parts may be packed as tightly as they like, an empty sheet is.
const RATIO_FROM: u64 = 1 << 20;
const MAX_PARTS: u32 = 20_000;
const MAX_DEPTH: u32 = 4;

/// What is left of the limits.
#[derive(Debug)]
pub(super) struct Budget {
    unpacked: u64,
    held: u64,
    n_parts: u32,
    depth: u32,
    is_spent: bool,
    is_told: bool,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { unpacked: MAX_UNPACKED, held: MAX_HELD, n_parts: MAX_PARTS, depth: 0, is_spent: false, is_told: false }
    }

    /// Goes into something packed, unless it is too deep.
    pub(super) fn enter(&mut self) -> bool {
        self.is_spent |= self.depth == MAX_DEPTH;
        self.depth += u32::from(!self.is_spent);
        !self.is_spent
    }

    /// Leaves what was entered.
    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Counts parts.
    pub(super) fn count(&mut self, n_parts: usize) -> bool {
        match u32::try_from(n_parts).ok().and_then(|n_parts| self.n_parts.checked_sub(n_parts)) {
            Some(left) => self.n_parts = left,
            None => self.is_spent = true,
        }
        !self.is_spent
    }

    /// Takes memory for something that is there as a whole; to be given back with [`Budget::release`].
    pub(super) fn hold(&mut self, n_bytes: u64) -> bool {
        match self.held.checked_sub(n_bytes) {
            Some(left) => self.held = left,
            None => self.is_spent = true,
        }
        !self.is_spent
    }

    /// Gives memory back.
    pub(super) fn release(&mut self, n_bytes: u64) {
        self.held += n_bytes;
    }

    /// Marks that a limit was passed.
    pub(super) fn spend(&mut self) {
        self.is_spent = true;
    }

    /// Whether a limit was passed.
    pub(super) fn is_spent(&self) -> bool {
        self.is_spent
    }

    /// Whether a limit was passed and nobody said so yet.
    pub(super) fn must_tell(&mut self) -> bool {
        self.is_spent && !std::mem::replace(&mut self.is_told, true)
    }

    /// Reads something packed as far as the limits let it.
    ///
    /// - `n_packed`: the bytes that it takes packed.
    pub(super) fn unpack<R: Read>(&mut self, source: R, n_packed: u64) -> Unpack<'_, R> {
        Unpack { source, budget: self, n_packed, n_unpacked: 0, n_stretch: 0 }
    }

    /// Unpacks something as a whole; its length is held until it is released.
    pub(super) fn unpack_whole(&mut self, source: impl Read, n_packed: u64) -> io::Result<Vec<u8>> {
        let most = self.held;
        let mut bytes = Vec::new();
        let mut unpack = self.unpack(source, n_packed);
        let mut chunk = vec![0; 64 << 10];
        loop {
            unpack.restart();
            let n_read = unpack.read(&mut chunk)?;
            if n_read == 0 {
                break;
            }
            if (bytes.len() + n_read) as u64 > most {
                unpack.budget.spend();
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            bytes.extend_from_slice(&chunk[..n_read]);
        }
        self.hold(bytes.len() as u64);
        Ok(bytes)
    }
}

/// Unpacked bytes within the limits.
#[derive(Debug)]
pub(super) struct Unpack<'b, R> {
    source: R,
    budget: &'b mut Budget,
    n_packed: u64,
    n_unpacked: u64,
    n_stretch: u64,
}

impl<R> Unpack<'_, R> {
    /// Marks that a limit was passed.
    pub(super) fn spend(&mut self) {
        self.budget.spend();
    }

    /// Begins a new stretch: what was read before is no longer in memory.
    pub(super) fn restart(&mut self) {
        self.n_stretch = 0;
    }
}

impl<R: Read> Read for Unpack<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.budget.is_spent {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let n_read = self.source.read(buf)?;
        self.n_unpacked += n_read as u64;
        self.n_stretch += n_read as u64;
        let is_tight = self.n_unpacked > RATIO_FROM && self.n_unpacked / MAX_RATIO > self.n_packed;
        let left = self.budget.unpacked.checked_sub(n_read as u64);
        self.budget.unpacked = left.unwrap_or_default();
        if left.is_none() || is_tight || self.n_stretch > MAX_STRETCH {
            self.budget.spend();
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(n_read)
    }
}

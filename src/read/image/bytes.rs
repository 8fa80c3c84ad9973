//! A position in a picture's bytes; running over the end is the fault "cut off", never a panic.

use super::Fault;

/// Reads forward through bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walker<'a> {
    bytes: &'a [u8],
    pos: usize,
}

impl<'a> Walker<'a> {
    pub(super) fn new(bytes: &'a [u8], pos: usize) -> Self {
        Self { bytes, pos }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.pos >= self.bytes.len()
    }

    pub(super) fn take(&mut self, n_bytes: usize) -> Result<&'a [u8], Fault> {
        let end = self.pos.checked_add(n_bytes).ok_or(Fault::Truncated)?;
        let part = self.bytes.get(self.pos..end).ok_or(Fault::Truncated)?;
        self.pos = end;
        Ok(part)
    }

    pub(super) fn byte(&mut self) -> Result<u8, Fault> {
        Ok(self.take(1)?[0])
    }

    pub(super) fn u16_be(&mut self) -> Result<u32, Fault> {
        self.take(2).map(|b| u32::from(b[0]) << 8 | u32::from(b[1]))
    }

    pub(super) fn u32_be(&mut self) -> Result<u32, Fault> {
        self.take(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]))
    }

    pub(super) fn u32_le(&mut self) -> Result<u32, Fault> {
        self.take(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    /// Whether the rest ends with `end` and has no marker of a JPEG before it.
    pub(super) fn ends_with_only(&self, end: &[u8; 2]) -> bool {
        let rest = self.bytes.get(self.pos..).unwrap_or_default();
        let first = rest.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7));
        first.is_some_and(|first| rest[first..] == *end)
    }

    /// Moves behind the next byte `wanted`.
    pub(super) fn skip_past(&mut self, wanted: u8) -> Result<(), Fault> {
        let rest = self.bytes.get(self.pos..).unwrap_or_default();
        self.pos += rest.iter().position(|byte| *byte == wanted).ok_or(Fault::Truncated)? + 1;
        Ok(())
    }
}

/// Two bytes, the smaller first, from a part whose length is known.
pub(super) fn u16_le(part: &[u8], at: usize) -> u32 {
    u32::from(part[at]) | u32::from(part[at + 1]) << 8
}

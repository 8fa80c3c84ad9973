//! Numbers to a string of bits, the first bit of a byte being its highest: the codes that the script on the page reads again.

/// Collects bits.
#[derive(Clone, Debug, Default)]
pub struct BitWriter {
    /// Always whole fours.
    bytes: Vec<u8>,
    /// Bits that do not fill four bytes yet, in the low end.
    pending: u64,
    n_pending: u32,
}

impl BitWriter {
    /// Nothing written yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many bits there are.
    pub fn n_bits(&self) -> usize {
        self.bytes.len() * 8 + self.n_pending as usize
    }

    /// The lowest `n` bits of `value`; `n` at most 32.
    #[inline]
    pub fn write(&mut self, value: u32, n: u32) {
        self.pending = self.pending << n | u64::from(value) & ((1 << n) - 1);
        self.n_pending += n;
        // Four bytes at a time: byte by byte this was a third of what coding lists takes.
        if self.n_pending >= 32 {
            self.n_pending -= 32;
            self.bytes.extend_from_slice(&((self.pending >> self.n_pending) as u32).to_be_bytes());
        }
    }

    /// A number from one upwards in Elias' gamma code: as many zeros as it has bits behind its first one, then the number.
    #[inline]
    pub fn write_gamma(&mut self, value: u32) {
        let n_more = value.ilog2();
        if n_more < 16 {
            return self.write(value, 2 * n_more + 1);
        }
        self.write(0, n_more);
        self.write(value, n_more + 1);
    }

    /// A number below `range` in truncated binary code; nothing where only zero is possible.
    #[inline]
    pub fn write_truncated(&mut self, value: u32, range: u32) {
        let n = range.ilog2();
        let n_short = (1u64 << (n + 1)) - u64::from(range);
        if u64::from(value) < n_short {
            self.write(value, n);
        } else {
            self.write((u64::from(value) + n_short) as u32, n + 1);
        }
    }

    /// A number in Rice's code: its part above `k` bits as zeros before a one, then the `k` bits.
    #[inline]
    pub fn write_rice(&mut self, value: u32, k: u32) {
        let mut n_zeros = value >> k;
        while n_zeros > 24 {
            self.write(0, 24);
            n_zeros -= 24;
        }
        self.write(1, n_zeros + 1);
        self.write(value, k);
    }

    /// Everything of another string of bits.
    pub fn append(&mut self, other: &BitWriter) {
        for four in other.bytes.chunks_exact(4) {
            self.write(u32::from_be_bytes([four[0], four[1], four[2], four[3]]), 32);
        }
        self.write(other.pending as u32, other.n_pending);
    }

    /// The bytes; the last one is filled up with zeros.
    pub fn into_bytes(mut self) -> Vec<u8> {
        let n_bytes = self.n_bits().div_ceil(8);
        self.write(0, 32 - self.n_pending);
        self.bytes.truncate(n_bytes);
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote; behind the end there are zeros.
#[derive(Clone, Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    /// At the first bit.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether everything has been read, but for bits that fill the last byte.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len() * 8
    }

    /// The next `n` bits, at most 32.
    pub fn read(&mut self, n: u32) -> u32 {
        let mut value = 0;
        for _ in 0..n {
            let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
            value = value << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        value
    }

    /// See [`BitWriter::write_gamma`]. Zero for what cannot be one.
    pub fn read_gamma(&mut self) -> u32 {
        let mut n_more = 0;
        while self.read(1) == 0 {
            n_more += 1;
            if n_more > 31 || self.is_at_end() {
                return 0;
            }
        }
        1 << n_more | self.read(n_more)
    }

    /// See [`BitWriter::write_truncated`].
    pub fn read_truncated(&mut self, range: u32) -> u32 {
        let n = range.ilog2();
        let n_short = (1u64 << (n + 1)) - u64::from(range);
        let value = self.read(n);
        if u64::from(value) < n_short { value } else { ((u64::from(value) << 1 | u64::from(self.read(1))) - n_short) as u32 }
    }

    /// See [`BitWriter::write_rice`].
    pub fn read_rice(&mut self, k: u32) -> u32 {
        let mut high = 0;
        while self.read(1) == 0 && !self.is_at_end() {
            high += 1;
        }
        high << k | self.read(k)
    }
}

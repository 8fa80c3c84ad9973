//! A number to a row of choices: the same number gives the same row on every machine.

/// Choices without end.
#[derive(Debug)]
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64, which is good enough to choose with and short enough to read.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// A number of a range that holds both its ends.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// Whether one of `n` equal chances is met.
    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// One of the first rather than one of the last.
    pub(crate) fn pick_early<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len()).min(self.below(from.len()))]
    }

    /// `n` decimal digits.
    pub(crate) fn digits(&mut self, n: usize) -> String {
        self.of("0123456789", n)
    }

    /// `n` decimal digits that do not begin with zero.
    pub(crate) fn number(&mut self, n: usize) -> String {
        self.of("123456789", 1) + &self.digits(n - 1)
    }

    /// `n` characters of an alphabet of ASCII.
    pub(crate) fn of(&mut self, alphabet: &str, n: usize) -> String {
        (0..n).map(|_| char::from(self.pick(alphabet.as_bytes()))).collect()
    }

    pub(crate) fn hex(&mut self, n: usize) -> String {
        self.of("0123456789abcdef", n)
    }

    pub(crate) fn capitals(&mut self, n: usize) -> String {
        self.of("ABCDEFGHJKLMNPQRSTUVWXYZ", n)
    }

    /// A day that exists in every year.
    pub(crate) fn day(&mut self, first_year: usize, last_year: usize) -> [usize; 3] {
        [self.between(first_year, last_year), self.between(1, 12), self.between(1, 28)]
    }
}

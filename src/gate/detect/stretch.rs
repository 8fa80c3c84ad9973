//! A text to stretches of digits and what may stand between them, as groups: the fast pass that sees every byte's neighbour.
//!
//! Numbers that are looked for are at least seven bytes long, so one byte in seven tells whether there may be one. Only where that
//! byte may be in a number its surroundings are read.

use super::sign::{Gap, SIGNS, Sign, Signs, Writing};

/// In bytes: no number that is looked for is shorter.
const STRIDE: usize = 7;

/// How many groups are kept at once, so that a table of numbers of any size needs little memory.
const MOST: usize = 4096;

/// How many groups before and behind a group belong to its surroundings.
const AROUND: usize = 32;

/// How many digits a stretch must have to be looked at.
const FEWEST: usize = 6;

/// Digits of one writing without anything visible between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// In bytes of the text.
    pub(super) start: usize,
    /// Behind its last digit.
    pub(super) end: usize,
    /// How many signs it has.
    pub(super) n: usize,
    /// What stands before it.
    pub(super) gap: Gap,
    /// How many of that.
    pub(super) n_gap: usize,
    /// How it is written.
    pub(super) writing: Writing,
    /// The value of its first digit.
    pub(super) first: u8,
}

impl Group {
    /// Whether what stands before it is too much to be inside of a number.
    #[inline]
    pub(super) fn is_far(&self) -> bool {
        let most = match self.gap {
            Gap::None => return false,
            Gap::Blank => 8,
            Gap::Dot | Gap::Dash | Gap::Bracket | Gap::Line | Gap::Cell => 2,
            Gap::Comma => 1,
        };
        self.n_gap > most
    }
}

/// Shows every stretch of groups to `look`, with those of them at which a number may start.
pub(super) fn each(text: &str, mut look: impl FnMut(&[Group], std::ops::Range<usize>)) {
    let bytes = text.as_bytes();
    let signs = &*SIGNS;
    let mut stretch = Stretch { signs, bytes, groups: Vec::new(), from: 0, gap: Gap::None, n_gap: 0, n_digits: 0 };
    let mut floor = 0;
    let mut at = STRIDE - 1;
    while at < bytes.len() {
        match signs.may_be(bytes, at) {
            Err(next) => at = next + STRIDE - 1,
            Ok(start) => {
                floor = stretch.read(first_of(signs, bytes, floor, start), &mut look);
                at = floor + STRIDE;
            }
        }
    }
}

/// Where the stretch begins that holds a sign, not before `floor`.
fn first_of(signs: &Signs, bytes: &[u8], floor: usize, at: usize) -> usize {
    let mut start = at;
    while start > floor {
        match signs.start_of_sign(bytes, start - 1) {
            Some(before) if before >= floor => start = before,
            _ => break,
        }
    }
    start
}

struct Stretch<'t> {
    signs: &'t Signs,
    bytes: &'t [u8],
    groups: Vec<Group>,
    /// The first group that was not looked at as a start.
    from: usize,
    gap: Gap,
    n_gap: usize,
    n_digits: usize,
}

impl Stretch<'_> {
    /// Reads from a sign to the first one that is in no number, and gives its place.
    fn read(&mut self, start: usize, look: &mut impl FnMut(&[Group], std::ops::Range<usize>)) -> usize {
        (self.from, self.n_digits) = (0, 0);
        self.groups.clear();
        (self.gap, self.n_gap) = (Gap::None, 0);
        let mut at = start;
        loop {
            let end = self.end_of_digits(at);
            if end > at {
                self.run(at, end, end - at, Writing::Plain, self.bytes[at] - b'0');
                at = end;
                if self.groups.len() == MOST {
                    self.hand_over(look);
                }
                continue;
            }
            let (sign, n_bytes) = self.signs.at(self.bytes, at);
            match sign {
                Sign::Digit(value, writing) => self.run(at, at + n_bytes, 1, writing, value),
                Sign::Cross => self.run(at, at + n_bytes, 1, Writing::Cross, 0),
                Sign::Mask => self.run(at, at + n_bytes, 1, Writing::Mask, 0),
                Sign::Gap(gap) => self.add_gap(gap),
                Sign::Hidden => {}
                Sign::Other => break,
            }
            at += n_bytes;
            if self.groups.len() == MOST {
                self.hand_over(look);
            }
        }
        if self.n_digits >= FEWEST {
            look(&self.groups, self.from..self.groups.len());
        }
        at
    }

    /// Where a run of ASCII digits ends: most digits are such.
    fn end_of_digits(&self, at: usize) -> usize {
        let n = self.bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
        at + n
    }

    /// Adds signs of one writing.
    fn run(&mut self, start: usize, end: usize, n: usize, writing: Writing, first: u8) {
        self.n_digits += n;
        if let Some(last) = self.groups.last_mut()
            && self.gap == Gap::None
            && last.writing == writing
        {
            last.end = end;
            last.n += n;
            return;
        }
        self.groups.push(Group { start, end, n, gap: self.gap, n_gap: self.n_gap, writing, first });
        (self.gap, self.n_gap) = (Gap::None, 0);
    }

    /// Of several signs the one that parts most counts.
    fn add_gap(&mut self, gap: Gap) {
        if gap > self.gap {
            (self.gap, self.n_gap) = (gap, 1);
        } else if gap == self.gap {
            self.n_gap += 1;
        }
    }

    /// Looks at what has been read, and keeps what the groups to come may need.
    fn hand_over(&mut self, look: &mut impl FnMut(&[Group], std::ops::Range<usize>)) {
        let to = MOST - AROUND;
        look(&self.groups, self.from..to);
        self.groups.drain(..to - AROUND);
        self.from = AROUND;
    }
}

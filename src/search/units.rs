//! A text to folded characters that carry how they take part in grams: one number each, so that no character is looked at twice.
//!
//! What folding is stands in `fold`; here it is looked up, in tables that are filled where a text first needs them.

use std::sync::OnceLock;

use crate::plan::search::{ANCHOR, HEADING, HEADING_END};

use super::fold::{Class, class, push_folded, push_traditional};

/// Takes part in grams.
pub(super) const IN_GRAMS: u32 = 1 << 24;
/// Takes part as a letter.
pub(super) const LETTER: u32 = 1 << 25;
/// White space beside it goes.
const HAN: u32 = 1 << 26;
/// Stands in a heading.
pub(super) const IN_HEADING: u32 = 1 << 27;
/// In tables only: white space, in whichever form.
const SPACE: u32 = 1 << 28;
/// In tables only: stands for several characters, or is not in the tables.
const SEVERAL: u32 = 1 << 29;
/// In tables only: holds a traditional character.
const TRADITIONAL: u32 = 1 << 30;
/// The bits of the character itself.
pub(super) const CHARACTER: u32 = (1 << 21) - 1;

/// What the characters of the basic plane fold to, in blocks of 256; zero for a transparent one.
static BLOCKS: [OnceLock<Box<[u32; 256]>>; 256] = [const { OnceLock::new() }; 256];

/// A folded text.
pub(super) struct Folded {
    /// Its characters with their bits.
    pub(super) units: Vec<u32>,
    /// The traditional characters that were in it with what they became, in any order and number.
    pub(super) traditional: Vec<(char, char)>,
}

/// Folds a title: white space stays, as one space each run, only between two characters that are not Chinese.
pub(super) fn fold_plain(text: &str) -> Folded {
    let mut folder = Folder::new(text.len());
    for c in text.chars() {
        folder.push(c);
    }
    folder.folded()
}

/// Folds a body with the marks of its headings; ids of headings are no text.
pub(super) fn fold_body(text: &str) -> Folded {
    let mut folder = Folder::new(text.len());
    let mut is_id = false;
    for c in text.chars() {
        match c {
            HEADING => (folder.is_after_space, folder.heading, is_id) = (true, IN_HEADING, false),
            ANCHOR => is_id = true,
            HEADING_END => (folder.is_after_space, folder.heading, is_id) = (true, 0, false),
            _ if is_id => {}
            _ => folder.push(c),
        }
    }
    folder.folded()
}

struct Folder {
    units: Vec<u32>,
    is_after_space: bool,
    heading: u32,
    several: Vec<char>,
    traditional: Vec<(char, char)>,
}

impl Folder {
    fn new(n_bytes: usize) -> Self {
        let units = Vec::with_capacity(n_bytes / 3 + 8);
        Self { units, is_after_space: false, heading: 0, several: Vec::new(), traditional: Vec::new() }
    }

    fn folded(self) -> Folded {
        Folded { units: self.units, traditional: self.traditional }
    }

    #[inline]
    fn push(&mut self, c: char) {
        let unit = look_up(c);
        if unit & (SPACE | SEVERAL | TRADITIONAL) != 0 {
            self.push_odd(c, unit);
        } else if unit != 0 {
            self.push_unit(unit);
        }
    }

    fn push_odd(&mut self, c: char, unit: u32) {
        if unit & TRADITIONAL != 0 {
            push_traditional(c, &mut self.traditional);
        }
        if unit & SPACE != 0 {
            self.is_after_space = true;
        } else if unit & SEVERAL != 0 {
            self.push_several(c);
        } else {
            self.push_unit(unit & !TRADITIONAL);
        }
    }

    #[inline]
    fn push_unit(&mut self, unit: u32) {
        if self.is_after_space {
            let keeps_space = |unit: u32| unit & HAN == 0;
            if keeps_space(unit) && self.units.last().is_some_and(|last| keeps_space(*last)) {
                self.units.push(u32::from(' '));
            }
            self.is_after_space = false;
        }
        self.units.push(unit | self.heading);
    }

    fn push_several(&mut self, c: char) {
        let mut several = std::mem::take(&mut self.several);
        several.clear();
        push_folded(c, &mut several);
        for c in &several {
            match unit(*c) {
                SPACE => self.is_after_space = true,
                unit => self.push_unit(unit),
            }
        }
        self.several = several;
    }
}

/// The unit of a folded character.
fn unit(c: char) -> u32 {
    let bits = match class(c) {
        Class::Space => return SPACE,
        _ if c < ' ' => return SPACE,
        Class::Letter => IN_GRAMS | LETTER,
        Class::Han => IN_GRAMS | HAN,
        Class::Mark => 0,
    };
    u32::from(c) | bits
}

#[inline]
fn look_up(c: char) -> u32 {
    let number = c as usize;
    match BLOCKS.get(number >> 8) {
        Some(block) => block.get_or_init(|| fill(number >> 8))[number & 0xFF],
        None => SEVERAL | TRADITIONAL,
    }
}

#[cold]
fn fill(block: usize) -> Box<[u32; 256]> {
    let mut units = Box::new([0; 256]);
    let (mut folded, mut traditional) = (Vec::new(), Vec::new());
    for (idx, slot) in units.iter_mut().enumerate() {
        let Some(c) = char::from_u32((block << 8 | idx) as u32) else { continue };
        folded.clear();
        push_folded(c, &mut folded);
        traditional.clear();
        push_traditional(c, &mut traditional);
        *slot = match folded[..] {
            [] => 0,
            [one] => unit(one),
            _ => SEVERAL,
        };
        if !traditional.is_empty() {
            *slot |= TRADITIONAL;
        }
    }
    units
}

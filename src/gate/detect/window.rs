//! Neighbouring groups of digits to one number as it may be meant, with its place and its surroundings in the text.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::border::{self, Border};
use super::label::{self, Label, Labels};
use super::sign::{Gap, SIGNS, Sign, Writing};
use super::stretch::Group;
use crate::gate::carrier::Piece;
use crate::gate::hit::{HitKind, Secret, Tier};

/// A piece, and what is asked about it more than once.
pub(super) struct Sight<'s> {
    /// The piece, with escapes resolved.
    pub(super) piece: &'s Piece<'s>,
    /// Telephone numbers that may be published, digits only.
    pub(super) contacts: &'s BTreeSet<String>,
    speaks_of_phones: OnceCell<bool>,
}

impl<'s> Sight<'s> {
    /// A piece before anything was asked about it.
    pub(super) fn new(piece: &'s Piece<'s>, contacts: &'s BTreeSet<String>) -> Self {
        Self { piece, contacts, speaks_of_phones: OnceCell::new() }
    }

    /// Whether a label of telephones stands anywhere: cheap enough to be asked before each short number.
    pub(super) fn speaks_of_phones(&self) -> bool {
        *self.speaks_of_phones.get_or_init(|| {
            let speaks = |text: &str| PHONE_WORDS.iter().any(|word| text.contains(word));
            speaks(self.piece.text) || self.piece.headings.iter().any(|heading| speaks(heading))
        })
    }
}

/// One of them is in every label of telephones that stand on a desk.
const PHONE_WORDS: [&str; 12] = ["电", "座机", "传真", "热线", "联系", "拨打", "短号", "el", "EL", "hone", "ax", "AX"];

/// What a detector thinks of a window.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub(super) kind: HitKind,
    pub(super) tier: Tier,
    pub(super) secret: Secret,
}

impl Verdict {
    /// A verdict on a normalised value.
    pub(super) fn new(kind: HitKind, tier: Tier, value: impl Into<String>) -> Self {
        Self { kind, tier, secret: Secret::new(value) }
    }
}

/// Groups that are looked at as one number.
pub(super) struct Window<'w> {
    pub(super) sight: &'w Sight<'w>,
    /// Of the whole stretch.
    around: &'w [Group],
    span: Range<usize>,
    /// Signs in all groups.
    pub(super) n: usize,
    /// The lengths of the groups, four bits each: 138 0013 8000 is `0x344`. Longer ones count as fifteen.
    pub(super) shape: u64,
    labels: OnceCell<Labels>,
}

impl<'w> Window<'w> {
    /// The groups of `span`.
    pub(super) fn new(sight: &'w Sight<'w>, around: &'w [Group], span: Range<usize>) -> Self {
        let groups = &around[span.clone()];
        let n = groups.iter().map(|group| group.n).sum();
        let shape = groups.iter().fold(0, |shape: u64, group| shape << 4 | group.n.min(15) as u64);
        Self { sight, around, span, n, shape, labels: OnceCell::new() }
    }

    /// The text it stands in.
    pub(super) fn text(&self) -> &'w str {
        self.sight.piece.text
    }

    /// Its groups.
    pub(super) fn groups(&self) -> &'w [Group] {
        &self.around[self.span.clone()]
    }

    /// In bytes of the text.
    pub(super) fn range(&self) -> Range<usize> {
        self.groups()[0].start..self.around[self.span.end - 1].end
    }

    /// Its signs, normalised: digits, `X`, and `*` for what is hidden.
    pub(super) fn signs(&self) -> Vec<u8> {
        let bytes = self.text().as_bytes();
        let mut signs = Vec::with_capacity(self.n);
        for group in self.groups() {
            let mut at = group.start;
            while at < group.end {
                let (sign, n_bytes) = SIGNS.at(bytes, at);
                match sign {
                    Sign::Digit(value, _) => signs.push(b'0' + value),
                    Sign::Cross => signs.push(b'X'),
                    Sign::Mask => signs.push(b'*'),
                    Sign::Hidden | Sign::Gap(_) | Sign::Other => {}
                }
                at += n_bytes;
            }
        }
        signs
    }

    /// What the words around it say that it is.
    pub(super) fn labels(&self) -> Labels {
        *self.labels.get_or_init(|| label::near(self.sight.piece, &self.range()))
    }

    /// Whether the words around it say that it is this.
    pub(super) fn is_labelled(&self, label: Label) -> bool {
        self.labels().has(label)
    }

    /// Whether the words around it say that it is nobody's.
    pub(super) fn is_harmless(&self) -> bool {
        self.is_labelled(Label::Harmless)
    }

    /// What parts its groups most.
    pub(super) fn gap(&self) -> Gap {
        self.groups()[1..].iter().map(|group| group.gap).max().unwrap_or(Gap::None)
    }

    /// Whether the same stands between all of its groups.
    pub(super) fn is_even(&self) -> bool {
        let mut gaps = self.groups()[1..].iter().map(|group| (group.gap, group.n_gap));
        let first = gaps.next();
        gaps.all(|gap| Some(gap) == first)
    }

    /// Whether nothing stands between its digits and all are written alike; a check letter may stand at its end.
    pub(super) fn is_solid(&self) -> bool {
        match self.groups() {
            [_] => true,
            [_, last] => last.gap == Gap::None && last.writing == Writing::Cross,
            _ => false,
        }
    }

    /// Whether every sign stands alone, as in a form with a box for each.
    pub(super) fn is_boxes(&self) -> bool {
        self.groups().len() == self.n
    }

    /// Whether the digits before and behind it belong to something else.
    pub(super) fn is_alone(&self) -> bool {
        self.is_alone_in_front() && self.behind().is_none_or(|group| self.is_parted(group))
    }

    /// Whether the digits before it belong to something else.
    pub(super) fn is_alone_in_front(&self) -> bool {
        self.span.start == 0 || self.is_parted(&self.around[self.span.start])
    }

    /// Whether what stands before a group parts it from this window: nothing that stands inside of it, too.
    fn is_parted(&self, group: &Group) -> bool {
        let inner = self.gap();
        let is_other = self.groups()[1..].iter().all(|own| own.gap != group.gap);
        group.gap == Gap::None || group.is_far() || group.gap > inner || (is_other && inner < Gap::Line)
    }

    /// The group before it.
    pub(super) fn before(&self) -> Option<&'w Group> {
        self.around.get(self.span.start.checked_sub(1)?)
    }

    /// What stands between it and the group before it.
    pub(super) fn gap_before(&self) -> Gap {
        if self.span.start == 0 { Gap::None } else { self.groups()[0].gap }
    }

    /// The group behind it.
    pub(super) fn behind(&self) -> Option<&'w Group> {
        self.around.get(self.span.end)
    }

    /// Whether it is what stands behind the point of a decimal number, or a later part of a version or an address.
    pub(super) fn is_fraction(&self) -> bool {
        let first = &self.groups()[0];
        let point = self.before().is_some_and(|before| self.text()[before.end..first.start].chars().eq(['.']));
        point && first.gap == Gap::Dot
    }

    /// What stands right before it.
    pub(super) fn border_before(&self) -> Border {
        border::before(self.text(), self.range().start)
    }

    /// Whether no letter stands right behind it.
    pub(super) fn ends_at_border(&self) -> bool {
        border::is_behind(self.text(), self.range().end)
    }

    /// Whether words stand around it, as in names of files: `zhangsan110101….jpg`. What is mixed of letters and digits is a hash.
    pub(super) fn is_between_words(&self) -> bool {
        self.is_solid() && self.border_before() != Border::Joined && border::is_before_word(self.text(), self.range().end)
    }

    /// Whether no letter stands on either side, but for a word that says what it is: `tel138…`.
    pub(super) fn is_token(&self) -> bool {
        let is_open = match self.border_before() {
            Border::Open => true,
            Border::Word(word) => border::is_label(&word),
            Border::Joined => false,
        };
        is_open && self.ends_at_border()
    }
}

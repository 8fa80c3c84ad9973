//! A finished file to its hits: its carrier is read, and every piece is shown to the detectors.

use super::carrier::{self, Piece, Take};
use super::detect::{Detectors, Found, Naming};
use super::hit::{Hit, HitKind, Inside, Secret, Spot, Tier, Unreadable};
use super::policy::{NamedOn, Policy};

/// Changes whenever a detector or a carrier may find something else than before: what was clean is read again then.
pub(super) const VERSION: u32 = 2;

/// Reads finished files.
#[derive(Debug)]
pub struct Gate {
    detectors: Detectors,
}

/// A file as it would be written.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'s> {
    /// Where it goes.
    pub path: &'s str,
    /// Under which name readers see it, where the author chose it.
    pub name: Option<&'s str>,
    /// What it holds.
    pub bytes: &'s [u8],
    /// What kind of page it is; `None` finds every name of the register.
    pub on: Option<NamedOn>,
    /// Names that this very file may show.
    pub also: &'s [String],
}

impl Gate {
    /// A gate for a site.
    pub fn new(policy: &Policy) -> Self {
        Self { detectors: Detectors::new(policy) }
    }

    /// Reads one file; the same hit at the same spot is given once. Sorted by spot.
    pub fn scan(&self, subject: &Subject<'_>) -> Vec<Hit> {
        let naming = Naming { on: subject.on, also: subject.also };
        let mut scan = Scan { detectors: &self.detectors, naming, found: Vec::new(), hits: Vec::new() };
        let name = Inside { parts: Vec::new(), spot: Spot::FileName };
        for text in [Some(subject.path), subject.name].into_iter().flatten() {
            scan.piece(Piece { text, headings: &[], inside: &name });
        }
        carrier::read(subject.path, subject.bytes, &Inside::default(), &mut scan);
        scan.hits.sort_by(|a, b| (&a.inside, a.kind, &a.secret).cmp(&(&b.inside, b.kind, &b.secret)));
        scan.hits.dedup();
        scan.hits
    }

    /// Reads one text of the sources as it was written, with every name of the register.
    pub fn scan_text(&self, text: &str) -> Vec<(Hit, std::ops::Range<usize>)> {
        let inside = Inside::default();
        let mut found = Vec::new();
        let naming = Naming { on: None, also: &[] };
        self.detectors.look(&Piece { text, headings: &[], inside: &inside }, naming, &mut found);
        let hit = |found: Found| {
            let hit = Hit { kind: found.kind, tier: found.tier, secret: found.secret, inside: inside.clone() };
            (hit, found.range)
        };
        found.into_iter().map(hit).collect()
    }
}

struct Scan<'g> {
    detectors: &'g Detectors,
    naming: Naming<'g>,
    /// Kept between pieces to save making it anew.
    found: Vec<Found>,
    hits: Vec<Hit>,
}

impl Take for Scan<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        self.detectors.look(&piece, self.naming, &mut self.found);
        for found in self.found.drain(..) {
            let inside = spot_of(&piece, found.range.start);
            self.hits.push(Hit { kind: found.kind, tier: found.tier, secret: found.secret, inside });
        }
    }

    fn unreadable(&mut self, inside: &Inside, why: Unreadable) {
        let kind = HitKind::Unreadable(why);
        self.hits.push(Hit { kind, tier: Tier::Ask, secret: Secret::new(""), inside: inside.clone() });
    }

    fn metadata(&mut self, inside: &Inside, name: &str) {
        let secret = Secret::new(name);
        self.hits.push(Hit { kind: HitKind::Metadata, tier: Tier::Block, secret, inside: inside.clone() });
    }
}

/// Where a byte of a piece stands.
fn spot_of(piece: &Piece<'_>, at: usize) -> Inside {
    let before = piece.text.as_bytes().get(..at).unwrap_or_default();
    let count = |sign: u8| before.iter().filter(|byte| **byte == sign).count() as u32;
    let spot = match &piece.inside.spot {
        Spot::Line(first) => Spot::Line(first + count(b'\n')),
        Spot::Cell(sheet, row, column) => Spot::Cell(sheet.clone(), row + count(b'\n'), column + count(b'\t')),
        other => other.clone(),
    };
    Inside { parts: piece.inside.parts.clone(), spot }
}

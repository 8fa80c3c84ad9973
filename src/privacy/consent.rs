//! The consent register to what each member agrees to today.
//!
//! The register itself never leaves the machine: only the answer of [`Consents::allows`] does.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diag::{Diagnostic, codes};
use crate::model::{Model, Row, Table};

/// What somebody may agree to, by the words of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The name outside of boards.
    Name,
    /// A portrait.
    Photo,
    /// A text about the person.
    Story,
    /// The name on boards, and a page that explains the score.
    Rank,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Name, Self::Photo, Self::Story, Self::Rank];

    /// `rank`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Photo => "photo",
            Self::Story => "story",
            Self::Rank => "rank",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// What members agree to.
#[derive(Debug, Default)]
pub(super) struct Consents {
    /// Rows of `members` with a purpose.
    allowed: BTreeSet<(u32, Purpose)>,
}

impl Consents {
    /// The consents that hold today.
    ///
    /// - A person is written as a member's id or, where only one member has it, name.
    /// - Codes: V004 a consent to be ranked of nobody who can be (warning), V005 a name that several members have.
    pub(super) fn of_site(model: &Model, found: &mut Vec<Diagnostic>) -> Self {
        let (Some(consents), Some(members)) = (model.tables.get("consent"), model.tables.get("members")) else {
            return Self::default();
        };
        let by_name = by_name(members);
        let mut allowed = BTreeSet::new();
        for row in consents.rows() {
            let Some(person) = row.text("person") else { continue };
            let same_name = by_name.get(person).map_or(&[][..], Vec::as_slice);
            let member = members.find_by_key(&[person]).map(|member| member.idx() as u32);
            match member.or(same_name.first().copied().filter(|_| same_name.len() == 1)) {
                Some(member) => allowed.extend(purposes(row, model.as_of).map(|purpose| (member, purpose))),
                None if same_name.len() > 1 => {
                    found.push(codes::consent_of_several.at(row.place_of("person")).with("n", same_name.len()));
                }
                // Only boards need a member; a role model may be a team, or of another unit.
                None if members.is_whole() && purposes(row, model.as_of).any(|purpose| purpose == Purpose::Rank) => {
                    found.push(codes::consent_of_nobody.at(row.place_of("person")));
                }
                None => {}
            }
        }
        Self { allowed }
    }

    /// Whether a member agrees to a purpose today.
    pub(super) fn allows(&self, member: u32, purpose: Purpose) -> bool {
        self.allowed.contains(&(member, purpose))
    }
}

fn by_name(members: &Table) -> BTreeMap<&str, Vec<u32>> {
    let mut by_name: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for row in members.rows() {
        if let Some(name) = row.text("name") {
            by_name.entry(name).or_default().push(row.idx() as u32);
        }
    }
    by_name
}

fn purposes(row: Row<'_>, as_of: Date) -> impl Iterator<Item = Purpose> {
    let names = if is_in_force(row, as_of) { row.texts("purposes") } else { Vec::new() };
    names.into_iter().filter_map(Purpose::of_name)
}

/// Whether a consent has begun, has not run out and was not taken back. It holds on its last day, and not on the day of its withdrawal.
fn is_in_force(row: Row<'_>, as_of: Date) -> bool {
    row.date("granted_on").is_some_and(|day| day <= as_of)
        && row.date("expires_on").is_none_or(|day| day >= as_of)
        && row.date("withdrawn_on").is_none_or(|day| day > as_of)
}

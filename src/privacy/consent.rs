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

/// How many days before its end a consent is spoken of: time enough to ask again.
const DAYS_OF_NOTICE: i64 = 30;

/// Why a consent that was given holds no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ended {
    /// `expires_on` is past.
    Expired,
    /// It was taken back.
    Withdrawn,
}

/// What members agree to.
#[derive(Debug, Default)]
pub(super) struct Consents {
    /// Rows of `members` with a purpose.
    allowed: BTreeSet<(u32, Purpose)>,
    /// Rows of `members` with a purpose that they agreed to once.
    ended: BTreeMap<(u32, Purpose), Ended>,
}

impl Consents {
    /// The consents that hold today.
    ///
    /// - A person is written as a member's id or, where only one member has it, name.
    /// - Codes: V004 a consent of nobody (warning), V005 a name that several members have, V006 a consent that ends soon (warning).
    pub(super) fn of_site(model: &Model, found: &mut Vec<Diagnostic>) -> Self {
        let (Some(consents), Some(members)) = (model.tables.get("consent"), model.tables.get("members")) else {
            return Self::default();
        };
        let by_name = by_name(members);
        let mut all = Self::default();
        for row in consents.rows() {
            let Some(person) = row.text("person") else { continue };
            warn_of_end(row, model.as_of, found);
            let same_name = by_name.get(person).map_or(&[][..], Vec::as_slice);
            let member = members.find_by_key(&[person]).map(|member| member.idx() as u32);
            match member.or(same_name.first().copied().filter(|_| same_name.len() == 1)) {
                Some(member) => all.take(member, row, model.as_of),
                None if same_name.len() > 1 => {
                    found.push(codes::consent_of_several.at(row.place_of("person")).with("n", same_name.len()));
                }
                None if members.is_whole() && is_meant_for_member(row, person, model.as_of) => {
                    found.push(codes::consent_of_nobody.at(row.place_of("person")));
                }
                None => {}
            }
        }
        all
    }

    fn take(&mut self, member: u32, row: Row<'_>, as_of: Date) {
        let purposes = row.texts("purposes").into_iter().filter_map(Purpose::of_name).map(|purpose| (member, purpose));
        if is_in_force(row, as_of) {
            self.allowed.extend(purposes);
        } else if let Some(ended) = ended(row, as_of) {
            self.ended.extend(purposes.map(|purpose| (purpose, ended)));
        }
    }

    /// Why a member agrees to a purpose no more; `None` for who still does, and for who never did.
    pub(super) fn ended(&self, member: u32, purpose: Purpose) -> Option<Ended> {
        if self.allows(member, purpose) { None } else { self.ended.get(&(member, purpose)).copied() }
    }

    /// Rows of `members` who once agreed to something that shows their name, and agree to none of it now.
    pub(super) fn gone(&self) -> BTreeMap<u32, Ended> {
        let shows_name = |purpose: Purpose| purpose != Purpose::Photo;
        let is_named = |member: u32| Purpose::ALL.into_iter().any(|purpose| shows_name(purpose) && self.allows(member, purpose));
        let ended = self.ended.iter().filter(|((member, purpose), _)| shows_name(*purpose) && !is_named(*member));
        ended.map(|((member, _), ended)| (*member, *ended)).collect()
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

/// Whether a consent that holds can only be that of a member: boards rank members, and what is written like a number is one.
/// Role models that are teams or of another unit are written by name.
fn is_meant_for_member(row: Row<'_>, person: &str, as_of: Date) -> bool {
    is_in_force(row, as_of) && (person.is_ascii() || row.texts("purposes").contains(&Purpose::Rank.name()))
}

fn warn_of_end(row: Row<'_>, as_of: Date, found: &mut Vec<Diagnostic>) {
    let Some(last) = row.date("expires_on").filter(|_| is_in_force(row, as_of)) else { return };
    let n_days = as_of.until(last).map_or(0, |span| i64::from(span.get_days()));
    if n_days <= DAYS_OF_NOTICE {
        let id = row.text("id").unwrap_or_default();
        found.push(codes::consent_ends_soon.at(row.place_of("expires_on")).with("id", id).with("day", last));
    }
}

fn ended(row: Row<'_>, as_of: Date) -> Option<Ended> {
    if row.date("withdrawn_on").is_some_and(|day| day <= as_of) {
        return Some(Ended::Withdrawn);
    }
    row.date("expires_on").is_some_and(|day| day < as_of).then_some(Ended::Expired)
}

/// Whether a consent has begun, has not run out and was not taken back. It holds on its last day, and not on the day of its withdrawal.
fn is_in_force(row: Row<'_>, as_of: Date) -> bool {
    row.date("granted_on").is_some_and(|day| day <= as_of)
        && row.date("expires_on").is_none_or(|day| day >= as_of)
        && row.date("withdrawn_on").is_none_or(|day| day > as_of)
}

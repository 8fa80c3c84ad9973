//! The registers to who was there when: members with their branches over time, and branches since their founding.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::metrics::standing::HolderKind;
use crate::model::{Model, Row, Table};

/// Who holds points, with the times in which they were there.
#[derive(Clone, Debug, Default)]
pub(super) struct Roll {
    /// By row of the register.
    stays: Vec<Vec<Stay>>,
    /// The row of an id, the first where it stands twice.
    by_id: BTreeMap<String, u32>,
    /// Members only: by row of `branches`, rows of members who were ever there.
    members_of: BTreeMap<u32, Vec<u32>>,
}

/// A time in a branch; both days are in it, `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stay {
    branch: Option<u32>,
    from: Option<Date>,
    to: Option<Date>,
}

/// How somebody was there in a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Presence {
    pub(super) branch: Option<u32>,
    pub(super) joined: bool,
    pub(super) left: bool,
    pub(super) n_months: u8,
}

impl Roll {
    /// The register of a kind of holders.
    pub(super) fn of(model: &Model, holder: HolderKind) -> Self {
        match holder {
            HolderKind::Branch => Self::of_branches(model),
            HolderKind::Member => Self::of_members(model),
        }
    }

    fn of_branches(model: &Model) -> Self {
        let mut roll = Self::default();
        for row in rows(model, "branches") {
            roll.add(&row, vec![Stay { branch: None, from: row.date("founded_on"), to: None }]);
        }
        roll
    }

    fn of_members(model: &Model) -> Self {
        let branches = Self::of_branches(model).by_id;
        let branch = |row: &Row<'_>| row.text("branch").and_then(|id| branches.get(id).copied());
        let mut memberships: BTreeMap<&str, Vec<Stay>> = BTreeMap::new();
        for row in rows(model, "memberships") {
            let stay = Stay { branch: branch(&row), from: row.date("from"), to: row.date("to") };
            memberships.entry(row.text("member").unwrap_or_default()).or_default().push(stay);
        }
        let mut roll = Self::default();
        for row in rows(model, "members") {
            let own = Stay { branch: branch(&row), from: row.date("joined_branch_on"), to: row.date("left_branch_on") };
            let mut stays = memberships.remove(row.text("id").unwrap_or_default()).unwrap_or_else(|| vec![own]);
            stays.sort_by_key(|stay| stay.from);
            roll.add(&row, stays);
        }
        for (member, stays) in roll.stays.iter().enumerate() {
            for branch in stays.iter().filter_map(|stay| stay.branch) {
                let members = roll.members_of.entry(branch).or_default();
                if members.last() != Some(&(member as u32)) {
                    members.push(member as u32);
                }
            }
        }
        roll
    }

    fn add(&mut self, row: &Row<'_>, stays: Vec<Stay>) {
        self.by_id.entry(row.text("id").unwrap_or_default().to_owned()).or_insert(row.idx() as u32);
        self.stays.push(stays);
    }

    /// Rows of the register.
    pub(super) fn len(&self) -> u32 {
        self.stays.len() as u32
    }

    /// The row of an id.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// How somebody was there between two days, both included; `None` if on none of them.
    pub(super) fn presence(&self, holder: u32, first: Date, last: Date) -> Option<Presence> {
        let stays = self.stays.get(holder as usize)?;
        let is_there = |from: Date, to: Date| stays.iter().any(|stay| stay.is_between(from, to));
        if !is_there(first, last) {
            return None;
        }
        let mut n_months = 0;
        let mut month = first.first_of_month();
        while month <= last {
            n_months += u8::from(is_there(month.max(first), month.last_of_month().min(last)));
            let Ok(next) = month.last_of_month().tomorrow() else { break };
            month = next;
        }
        // Who moves from one branch to another is still there.
        let branch = stays.iter().rev().find(|stay| stay.is_between(first, last)).and_then(|stay| stay.branch);
        Some(Presence { branch, joined: !is_there(first, first), left: !is_there(last, last), n_months })
    }

    /// Members of a branch on a day.
    pub(super) fn n_heads(&self, branch: u32, day: Date) -> u32 {
        let members = self.members_of.get(&branch).map_or(&[][..], Vec::as_slice);
        let is_here = |member: &&u32| {
            let stays = &self.stays[**member as usize];
            stays.iter().any(|stay| stay.branch == Some(branch) && stay.is_between(day, day))
        };
        members.iter().filter(is_here).count() as u32
    }
}

impl Stay {
    /// Whether some day of it is between two days.
    fn is_between(&self, first: Date, last: Date) -> bool {
        self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
    }
}

fn rows<'m>(model: &'m Model, table: &str) -> impl Iterator<Item = Row<'m>> {
    model.tables.get(table).into_iter().flat_map(Table::rows)
}

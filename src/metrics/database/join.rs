//! The columns that a query names to the view that has them: which tables are joined, and which of their columns are loaded.

use std::collections::{BTreeMap, BTreeSet};

use crate::metrics::relation::{Holds, RelationColumn};

use super::quote;
use super::stock::Stock;

/// The relation whose rows belong to branches for a time.
const MEMBERS: &str = "members";
/// The table that says from when to when.
const MEMBERSHIPS: &str = "memberships";
/// The column of both in which the branch stands.
const BRANCH: &str = "branch";

/// Name of the row that a view begins with.
const ROOT: &str = "row";

/// A view of a relation at a time, as our queries read it.
#[derive(Debug)]
pub(super) struct Joined {
    /// `create view` without its beginning.
    pub(super) select: String,
    /// By relation the columns that it reads; those of [`Self::belongings`] are not among them.
    pub(super) reads: BTreeMap<String, BTreeSet<String>>,
    /// Ways to members whose branch at the row's date is wanted, with the column in which it stands.
    pub(super) belongings: Vec<Belonging>,
    /// By column the digits behind the point of its raw integers.
    pub(super) scales: BTreeMap<String, Option<u8>>,
}

/// Whose branch a row of the first relation takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Belonging {
    /// References that lead from the row to the member; empty where the row is one.
    pub(super) way: Vec<String>,
    /// Column of the first relation's table.
    pub(super) column: String,
}

/// Name of the branch column for a way and time.
fn belonging_column(way: &[String], time: Option<&str>) -> String {
    format!("@{}@{}", way.join("."), time.unwrap_or_default())
}

/// What a walk along references has found.
struct Walk<'a, 'm> {
    stock: &'a Stock<'m>,
    relation: &'a str,
    time: Option<&'a str>,
    joins: Vec<Join>,
    made: Joined,
}

/// Makes the view that has these columns: in each case by its name, a reference also as `#name` (the row that it leads to) and a number
/// also as `#name` (its raw integer); besides `#`, the position of the row.
pub(super) fn join(stock: &Stock<'_>, relation: &str, time: Option<&str>, names: &BTreeSet<String>) -> Joined {
    let made = Joined {
        select: String::new(),
        reads: BTreeMap::from([(relation.to_owned(), BTreeSet::new())]),
        belongings: Vec::new(),
        scales: BTreeMap::new(),
    };
    let mut walk = Walk { stock, relation, time, joins: Vec::new(), made };
    let mut shown = vec![format!("{}.rowid as \"#\"", quote(ROOT))];
    let columns = stock.relation(relation).map_or(&[][..], |relation| &relation.columns);
    for column in columns.iter().filter(|column| names.contains(&column.name)) {
        walk.show(column, &mut shown);
    }
    let mut made = walk.made;
    made.select = format!("select {} from {} as {}", shown.join(", "), quote(&inner(relation)), quote(ROOT));
    for Join { alias, table, raw } in walk.joins {
        made.select.push_str(&format!(" left join {table} as {alias} on {alias}.rowid = {raw}"));
    }
    made
}

/// Name of the table that holds a relation.
pub(super) fn inner(relation: &str) -> String {
    format!("{}{relation}", super::guard::INNER)
}

impl Walk<'_, '_> {
    fn show(&mut self, column: &RelationColumn, shown: &mut Vec<String>) {
        let steps: Vec<&str> = column.name.split('.').collect();
        let Some((at, own)) = self.reach(&steps) else { return };
        let raw = self.raw(&at, own);
        let (name, hidden) = (quote(&column.name), quote(&format!("#{}", column.name)));
        match &column.holds {
            Holds::Key(target) if !column.is_list => {
                let alias = self.join(&column.name, target, &raw);
                let key = self.stock.key_column(target).unwrap_or_else(|| "id".to_owned());
                self.note(target, &key);
                shown.push(format!("{alias}.{} as {name}, {raw} as {hidden}", quote(&key)));
            }
            Holds::Number => {
                let scale = self.stock.column(&at.relation, own).and_then(|own| self.stock.lane(&at.relation, own).scale);
                self.made.scales.insert(column.name.clone(), scale);
                // Dividing makes a real number of it even where all rows happen to be whole.
                let divisor = scale.map_or_else(|| "1.0".to_owned(), |scale| format!("1{}.0", "0".repeat(usize::from(scale))));
                shown.push(format!("{raw} / {divisor} as {name}, {raw} as {hidden}"));
            }
            _ => shown.push(format!("{raw} as {name}")),
        }
    }

    /// Follows all steps but the last: where it ends, and the last step.
    fn reach<'s>(&mut self, steps: &[&'s str]) -> Option<(At, &'s str)> {
        let mut at = At { relation: self.relation.to_owned(), alias: quote(ROOT), way: Vec::new() };
        let (last, references) = steps.split_last()?;
        for step in references {
            let Holds::Key(target) = &self.stock.column(&at.relation, step)?.holds else { return None };
            let raw = self.raw(&at, step);
            let mut way = at.way.clone();
            way.push((*step).to_owned());
            let alias = self.join(&way.join("."), target, &raw);
            at = At { relation: target.clone(), alias, way };
        }
        Some((at, last))
    }

    /// The expression of an own column of where a walk stands, which will be loaded.
    fn raw(&mut self, at: &At, own: &str) -> String {
        let is_belonging = at.relation == MEMBERS && own == BRANCH && self.stock.table(MEMBERSHIPS).is_some();
        if is_belonging {
            let column = belonging_column(&at.way, self.time);
            let belonging = Belonging { way: at.way.clone(), column: column.clone() };
            if !self.made.belongings.contains(&belonging) {
                self.made.belongings.push(belonging);
            }
            return format!("{}.{}", quote(ROOT), quote(&column));
        }
        self.note(&at.relation, own);
        format!("{}.{}", at.alias, quote(own))
    }

    fn note(&mut self, relation: &str, column: &str) {
        self.made.reads.entry(relation.to_owned()).or_default().insert(column.to_owned());
    }

    /// The alias of the rows that a reference leads to, joined once.
    fn join(&mut self, way: &str, target: &str, raw: &str) -> String {
        let alias = quote(way);
        if !self.joins.iter().any(|join| join.alias == alias) {
            self.made.reads.entry(target.to_owned()).or_default();
            self.joins.push(Join { alias: alias.clone(), table: quote(&inner(target)), raw: raw.to_owned() });
        }
        alias
    }
}

/// A table whose row a reference names.
struct Join {
    /// The way to it.
    alias: String,
    table: String,
    /// The position of the row, as SQL.
    raw: String,
}

/// Where a walk along references stands.
struct At {
    relation: String,
    alias: String,
    way: Vec<String>,
}

//! A relation as SQL over the ledgers as people have them: for reading, and for checking a figure with any SQLite.

use std::collections::BTreeSet;

use crate::metrics::relation::{Holds, RelationColumn};

use super::stock::Stock;
use super::{quote, quoted_names};

/// A `select` that gives the named columns of a relation by their full names.
pub(in crate::metrics) fn natural_select<'s>(
    stock: &Stock<'_>,
    relation: &str,
    time: Option<&str>,
    expressions: impl IntoIterator<Item = &'s str>,
) -> String {
    let mut names: BTreeSet<String> = expressions.into_iter().flat_map(quoted_names).collect();
    names.extend(time.map(str::to_owned));
    let mut printing = Printing { stock, relation, time, joins: Vec::new() };
    let columns = stock.relation(relation).map_or(&[][..], |relation| &relation.columns);
    let mut shown = Vec::new();
    for column in columns.iter().filter(|column| names.contains(&column.name)) {
        if let Some(expression) = printing.expression(column) {
            shown.push(format!("{expression} as {}", quote(&column.name)));
        }
    }
    let shown = if shown.is_empty() { "*".to_owned() } else { shown.join(",\n  ") };
    let from = match stock.view_sql(relation) {
        Some(sql) => format!("({})", sql.trim().trim_end_matches(';')),
        None => quote(relation),
    };
    format!("select {shown}\nfrom {from} as \"row\"{}", printing.joins.concat())
}

struct Printing<'a, 'm> {
    stock: &'a Stock<'m>,
    relation: &'a str,
    time: Option<&'a str>,
    joins: Vec<String>,
}

impl Printing<'_, '_> {
    fn expression(&mut self, column: &RelationColumn) -> Option<String> {
        self.at(&column.name)
    }

    /// The expression of a column by its full name.
    fn at(&mut self, name: &str) -> Option<String> {
        let mut relation = self.relation.to_owned();
        let mut alias = quote("row");
        let mut way = String::new();
        let (references, last) = name.rsplit_once('.').map_or((None, name), |(way, last)| (Some(way), last));
        for step in references.into_iter().flat_map(|way| way.split('.')) {
            let Holds::Key(target) = &self.stock.column(&relation, step)?.holds else { return None };
            let raw = self.own(&relation, &alias, &way, step)?;
            way = if way.is_empty() { step.to_owned() } else { format!("{way}.{step}") };
            alias = quote(&way);
            let key = self.stock.key_column(target)?;
            let join = format!("\nleft join {} as {alias} on {alias}.{} = {raw}", quote(target), quote(&key));
            if !self.joins.contains(&join) {
                self.joins.push(join);
            }
            relation.clone_from(target);
        }
        self.own(&relation, &alias, &way, last)
    }

    fn own(&mut self, relation: &str, alias: &str, way: &str, column: &str) -> Option<String> {
        let plain = format!("{alias}.{}", quote(column));
        if relation != "members" || column != "branch" || self.stock.table("memberships").is_none() {
            return Some(plain);
        }
        let day = match self.time {
            // The date may itself stand behind a reference, but never behind the branch of a member.
            Some(time) if !time.starts_with(&format!("{way}.branch.")) => format!("substr({}, 1, 10)", self.at(time)?),
            _ => format!("'{}'", self.stock.model().as_of),
        };
        let member = format!("{alias}.\"id\"");
        Some(format!(
            "case when exists (select 1 from memberships m where m.member = {member})\n    then (select m.branch from memberships m \
             where m.member = {member} and m.\"from\" <= {day} and (m.\"to\" is null or m.\"to\" >= {day}) \
             order by m.\"from\" desc limit 1)\n    else {plain} end"
        ))
    }
}

//! Members and dates to branches: who belonged where when, as the table `memberships` says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::join::Belonging;
use super::stock::{Lane, Stock, Value};
use crate::metrics::relation::Holds;

/// By member (row of `members`) the stretches of time and the branch (row of `branches`) of each, by their beginning.
struct Stretches {
    by_member: BTreeMap<i64, Vec<Stretch>>,
    /// By member the branch that `members` names, for those without any stretch.
    always: Vec<Value>,
}

struct Stretch {
    from: String,
    /// The last day; `None` for still.
    to: Option<String>,
    branch: Value,
}

/// For each row of a relation the branch of its member on the row's date.
///
/// - A row without a date takes the as-of date.
/// - A member of whom `memberships` says nothing has the branch of `members`; one of whom it says something has none in the gaps.
/// - Rows outside of `rows` have none: they are not asked for.
pub(super) fn belong<'m>(
    stock: &Stock<'m>,
    relation: &str,
    time: Option<&str>,
    belonging: &Belonging,
    rows: Range<usize>,
) -> Lane<'m> {
    let stretches = stretches(stock);
    let way: Vec<&str> = belonging.way.iter().map(String::as_str).collect();
    let members = follow(stock, relation, &way, rows.clone());
    let dates = time.map(|time| values_at(stock, relation, time, rows.clone()));
    let today = Value::Text(stock.model().as_of.to_string());
    let mut branches = Vec::with_capacity(members.len());
    for (row, member) in members.iter().enumerate() {
        let date = dates.as_ref().map_or(&today, |dates| &dates[row]);
        branches.push(member.map_or(Value::Null, |member| stretches.branch(member, date, &today)));
    }
    Lane::of_rows(rows.start, branches)
}

impl Stretches {
    fn branch(&self, member: i64, date: &Value, today: &Value) -> Value {
        let Some(stretches) = self.by_member.get(&member) else {
            return usize::try_from(member).ok().and_then(|row| self.always.get(row)).cloned().unwrap_or_default();
        };
        let ((Value::Text(date), _) | (_, Value::Text(date))) = (date, today) else { return Value::Null };
        // A month stands for its first day, a moment for its day.
        let day = if date.len() == 7 { format!("{date}-01") } else { date.get(..10).unwrap_or(date).to_owned() };
        let holds = |stretch: &&Stretch| stretch.from <= day && stretch.to.as_ref().is_none_or(|to| *to >= day);
        stretches.iter().rev().find(holds).map_or(Value::Null, |stretch| stretch.branch.clone())
    }
}

fn stretches(stock: &Stock<'_>) -> Stretches {
    let column = |relation: &str, name: &str| -> Vec<Value> {
        stock.column(relation, name).map_or_else(Vec::new, |column| stock.lane(relation, column).iter().cloned().collect())
    };
    let [members, branches] = ["member", "branch"].map(|name| column("memberships", name));
    let [froms, tos] = ["from", "to"].map(|name| column("memberships", name));
    let mut by_member: BTreeMap<i64, Vec<Stretch>> = BTreeMap::new();
    for (row, member) in members.iter().enumerate() {
        let (Value::Integer(member), Value::Text(from)) = (member, &froms[row]) else { continue };
        let to = if let Some(Value::Text(to)) = tos.get(row) { Some(to.clone()) } else { None };
        let branch = branches.get(row).cloned().unwrap_or_default();
        by_member.entry(*member).or_default().push(Stretch { from: from.clone(), to, branch });
    }
    for stretches in by_member.values_mut() {
        stretches.sort_by(|a, b| a.from.cmp(&b.from));
    }
    Stretches { by_member, always: column("members", "branch") }
}

/// For each of these rows of a relation the row that a way of references leads to.
fn follow(stock: &Stock<'_>, relation: &str, way: &[&str], rows: Range<usize>) -> Vec<Option<i64>> {
    let mut at = relation.to_owned();
    let mut rows: Vec<Option<i64>> = (rows.start as i64..rows.end as i64).map(Some).collect();
    for step in way {
        let Some(column) = stock.column(&at, step) else { return vec![None; rows.len()] };
        let Holds::Key(target) = &column.holds else { return vec![None; rows.len()] };
        let targets: Vec<Option<i64>> = stock.lane(&at, column).iter().map(position).collect();
        for row in &mut rows {
            *row = row.and_then(|row| targets.get(usize::try_from(row).ok()?).copied().flatten());
        }
        at.clone_from(target);
    }
    rows
}

/// For each of these rows of a relation the value of a column, own or reached.
fn values_at(stock: &Stock<'_>, relation: &str, name: &str, rows: Range<usize>) -> Vec<Value> {
    let steps: Vec<&str> = name.split('.').collect();
    let Some((last, way)) = steps.split_last() else { return Vec::new() };
    let rows = follow(stock, relation, way, rows);
    let mut at = relation.to_owned();
    for step in way {
        if let Some(Holds::Key(target)) = stock.column(&at, step).map(|column| &column.holds) {
            at.clone_from(target);
        }
    }
    let Some(column) = stock.column(&at, last) else { return vec![Value::Null; rows.len()] };
    let lane = stock.lane(&at, column);
    let values: Vec<&Value> = lane.iter().collect();
    let value = |row: &Option<i64>| values.get(usize::try_from((*row)?).ok()?).map(|value| (*value).clone());
    rows.iter().map(|row| value(row).unwrap_or_default()).collect()
}

fn position(value: &Value) -> Option<i64> {
    if let Value::Integer(row) = value { Some(*row) } else { None }
}

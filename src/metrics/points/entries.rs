//! What a rule asks, to the rows that it counts: one entry for each row and holder.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::types::ValueRef;

use super::ask::{Ask, Asking, HolderFrom, PointsFrom};
use super::count::Entry;
use super::roll::Roll;
use super::rule_set::Points;
use crate::diag::{Capped, Diagnostic, Place, codes};
use crate::metrics::amount::Amount;
use crate::metrics::database::{Database, DatabaseFault};
use crate::metrics::standing::{HolderKind, On};
use crate::model::Table;
use crate::model::date::parse_month;
use crate::model::number::parse_number;

/// Digits behind the point that are taken of what SQL computed: it counts in binary fractions, and points have no more.
const N_DECIMALS_COMPUTED: usize = 9;

/// What else decides which rows count.
pub(super) struct Limits<'a> {
    /// Holders.
    pub(super) roll: &'a Roll,
    /// The years in which rows of a register count.
    pub(super) years: Vec<On>,
    /// "Today": what is still to come counts for nothing.
    pub(super) as_of: Date,
}

/// What a rule found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What it counts.
    pub(super) entries: Vec<Entry>,
    /// Rows of `points_entries` that it takes, whether they give points or not.
    pub(super) rows_entered: Vec<u32>,
}

/// The entries of a rule.
///
/// - Codes: F207 too large, F216 no number, F217 an unknown holder, F220 rows without a day, F221 rows without points.
pub(super) fn entries(
    asking: Asking<'_>,
    ask: &Ask,
    database: &Database,
    limits: &Limits<'_>,
    found: &mut Vec<Diagnostic>,
) -> Found {
    let select = ask.select();
    let select: Vec<&str> = select.iter().map(String::as_str).collect();
    let scale = match &ask.points {
        PointsFrom::Column(name) => database.scale(&ask.relation, ask.time.as_deref(), name).unwrap_or(0),
        _ => 0,
    };
    let mut taking = Taking {
        asking,
        ask,
        limits,
        scale,
        made: Found::default(),
        numbers: HashMap::new(),
        strangers: Vec::new(),
        too_large: None,
        no_number: None,
        undated: Rows::default(),
        without_points: Rows::default(),
    };
    let ran = database.each(&ask.relation, ask.time.as_deref(), &select, ask.condition.as_deref(), |row, values| {
        taking.take(row, &(0..select.len()).map(|idx| values.get_ref_unwrap(idx + 1)).collect::<Vec<_>>());
    });
    if let Err(fault) = ran {
        found.push(taking.refused(&fault));
        return Found::default();
    }
    taking.finish(found)
}

/// Rows in which something is missing.
#[derive(Default)]
struct Rows {
    n: usize,
    first: Option<u32>,
}

impl Rows {
    fn note(&mut self, row: u32) {
        self.n += 1;
        self.first = self.first.or(Some(row));
    }
}

/// Rows on their way to entries.
struct Taking<'a> {
    asking: Asking<'a>,
    ask: &'a Ask,
    limits: &'a Limits<'a>,
    /// Digits behind the point of the points column.
    scale: u8,
    made: Found,
    /// Numbers of what counts once.
    numbers: HashMap<String, u32>,
    strangers: Vec<u32>,
    too_large: Option<String>,
    no_number: Option<String>,
    undated: Rows,
    without_points: Rows,
}

impl Taking<'_> {
    fn take(&mut self, row: u32, values: &[ValueRef<'_>]) {
        let days = match &self.ask.time {
            None => self.limits.years.clone(),
            Some(_) => match day(values[1]) {
                Some(date) if date > self.limits.as_of || !self.asking.set.holds_on(date) => return,
                Some(date) => vec![On::Day(date)],
                None => return self.undated.note(row),
            },
        };
        if self.ask.relation == super::ENTRIES {
            self.made.rows_entered.push(row);
        }
        let holders = self.holders(row, values[0]);
        if holders.is_empty() {
            return;
        }
        let Some(raw) = self.raw(row, values[2]) else { return };
        let once = self.once(&values[3..]);
        for holder in holders {
            for on in &days {
                self.made.entries.push(Entry { rule: self.ask.rule, holder, row, on: *on, raw, once });
            }
        }
    }

    fn holders(&mut self, row: u32, value: ValueRef<'_>) -> Vec<u32> {
        match (&self.ask.holder, value) {
            (HolderFrom::Row, _) => vec![row],
            (HolderFrom::Position(_), ValueRef::Integer(position)) => u32::try_from(position).into_iter().collect(),
            (HolderFrom::Ids(_), ValueRef::Text(bytes)) => {
                let ids = String::from_utf8_lossy(bytes);
                let mut holders = Vec::new();
                for id in ids.split(';') {
                    match self.limits.roll.find(id) {
                        Some(holder) => holders.push(holder),
                        None => self.strangers.push(row),
                    }
                }
                holders
            }
            _ => Vec::new(),
        }
    }

    fn raw(&mut self, row: u32, value: ValueRef<'_>) -> Option<Amount> {
        if let Points::Number(points, _) = &self.asking.set.rules[self.ask.rule].points {
            return Some(*points);
        }
        match value {
            ValueRef::Integer(number) => Amount::ratio(i128::from(number), 10_i128.pow(u32::from(self.scale))),
            ValueRef::Real(number) => self.computed(number),
            ValueRef::Null => {
                self.without_points.note(row);
                None
            }
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                self.no_number.get_or_insert_with(|| String::from_utf8_lossy(bytes).into_owned());
                None
            }
        }
    }

    fn computed(&mut self, number: f64) -> Option<Amount> {
        let written = format!("{number:.N_DECIMALS_COMPUTED$}");
        match parse_number(&written) {
            Ok(number) => Some(number.into()),
            Err(_) => {
                self.too_large.get_or_insert_with(|| format!("{number:e}"));
                None
            }
        }
    }

    /// The number of what counts once: equal values have equal numbers, and a row without a value is like no other.
    fn once(&mut self, values: &[ValueRef<'_>]) -> Option<u32> {
        if values.is_empty() || values.contains(&ValueRef::Null) {
            return None;
        }
        let mut key = String::new();
        for value in values {
            match value {
                ValueRef::Integer(number) => key.push_str(&number.to_string()),
                ValueRef::Real(number) => key.push_str(&number.to_string()),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => key.push_str(&String::from_utf8_lossy(bytes)),
                ValueRef::Null => {}
            }
            key.push('\u{1f}');
        }
        let next = self.numbers.len() as u32;
        Some(*self.numbers.entry(key).or_insert(next))
    }

    fn refused(&self, fault: &DatabaseFault) -> Diagnostic {
        let rule = &self.asking.set.rules[self.ask.rule];
        codes::points_not_computed.at(rule.place.clone()).with("rule", &rule.id).with("why", &fault.message)
    }

    fn finish(self, found: &mut Vec<Diagnostic>) -> Found {
        let rule = &self.asking.set.rules[self.ask.rule];
        let points_place = match &rule.points {
            Points::Formula(text) => self.asking.place(text),
            Points::Number(..) | Points::Entered => rule.place.clone(),
        };
        found.extend(self.too_large.map(|points| codes::points_too_large.at(points_place.clone()).with("points", points)));
        found.extend(self.no_number.map(|value| codes::points_are_no_number.at(points_place.clone()).with("value", value)));
        let table = self.asking.stock.table(&self.ask.relation);
        let warn = |code, rows: &Rows| -> Option<Diagnostic> {
            let code: &'static crate::diag::Code = code;
            let diagnostic = code.at(rule.place.clone()).with("rule", &rule.title).with("n", rows.n);
            let first = table.and_then(|table| table.row(rows.first? as usize));
            Some(first.into_iter().fold(diagnostic, |diagnostic, row| diagnostic.also(row.place())))
        };
        found.extend((self.undated.n > 0).then(|| warn(&codes::points_rows_without_day, &self.undated)).flatten());
        found.extend((self.without_points.n > 0).then(|| warn(&codes::rows_without_points, &self.without_points)).flatten());
        found.extend(strangers(table, &self.strangers, self.asking.set.holder));
        self.made
    }
}

/// Holders who are in no register; only tables that name them by text have any.
fn strangers(table: Option<&Table>, rows: &[u32], kind: HolderKind) -> Vec<Diagnostic> {
    let Some(table) = table else { return Vec::new() };
    let Some(first) = rows.first().and_then(|row| table.row(*row as usize)) else { return Vec::new() };
    let mut faults = Capped::new(Place::File(first.file()));
    for row in rows.iter().filter_map(|row| table.row(*row as usize)) {
        let place = match table.schema().column("holder") {
            Some(_) => row.place_of("holder"),
            None => row.place(),
        };
        let register = if kind == HolderKind::Member { "members" } else { "branches" };
        faults.push(codes::unknown_points_holder.at(place).with("register", register));
    }
    faults.into_found()
}

/// The day of a value: a date, a moment, or the first day of a month.
fn day(value: ValueRef<'_>) -> Option<Date> {
    let ValueRef::Text(bytes) = value else { return None };
    let text = std::str::from_utf8(bytes).ok()?;
    if let Some(date) = text.get(..10) {
        return date.parse().ok();
    }
    let month = parse_month(text)?;
    Date::new(month.year, month.month, 1).ok()
}

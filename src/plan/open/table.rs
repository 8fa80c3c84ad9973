//! Tables that are not about persons to the rows of `open/tables/<table>`: their public columns, in the order of the source.

use std::borrow::Cow;

use crate::model::table::{Cell, ColumnSchema, Kind, Sensitivity, Table, TableSchema};
use crate::plan::Plan;

use super::{Draft, OpenCell, OpenColumn, OpenGroup, OpenKind, OpenWhat, TakeRow};

/// One set for each table with a public column and without a personal one.
pub(super) fn add_sets(plan: &Plan<'_>, sets: &mut Vec<Draft>) {
    for (idx, table) in plan.model.tables.iter().enumerate() {
        let schema = table.schema();
        if schema.is_about_persons() || public_columns(schema).next().is_none() {
            continue;
        }
        sets.push(Draft {
            name: format!("tables-{}", schema.name),
            title: schema.label.clone(),
            stems: vec![format!("open/tables/{}", schema.name)],
            has_json: true,
            n_rows: Some(table.len() as u64),
            is_empty: table.is_empty(),
            group: OpenGroup::Tables,
            what: OpenWhat::Table(idx),
        });
    }
}

/// The columns that everybody may see, with their positions.
pub(super) fn public_columns(schema: &TableSchema) -> impl Iterator<Item = (usize, &ColumnSchema)> {
    schema.columns.iter().enumerate().filter(|(_, column)| column.sensitivity == Sensitivity::Public)
}

pub(super) fn columns(plan: &Plan<'_>, idx: usize) -> Vec<OpenColumn> {
    let schema = table_at(plan, idx).schema();
    // Where part of a key is kept back, the rest no longer tells rows apart.
    let has_whole_key = schema.columns.iter().all(|column| !column.is_key || column.sensitivity == Sensitivity::Public);
    public_columns(schema)
        .map(|(_, column)| OpenColumn { is_key: column.is_key && has_whole_key, ..open_column(column) })
        .collect()
}

/// A column as open data describe it.
pub(super) fn open_column(column: &ColumnSchema) -> OpenColumn {
    let kind = match column.kind {
        _ if column.is_list => OpenKind::Text,
        Kind::Integer => OpenKind::Integer,
        Kind::Number => OpenKind::Number,
        Kind::Bool => OpenKind::Flag,
        Kind::Date => OpenKind::Date,
        Kind::Month => OpenKind::Month,
        _ => OpenKind::Text,
    };
    OpenColumn::new(&column.name, &column.label, kind)
}

pub(super) fn each_row(plan: &Plan<'_>, idx: usize, take: &mut TakeRow<'_>) {
    let table = table_at(plan, idx);
    let positions: Vec<usize> = public_columns(table.schema()).map(|(position, _)| position).collect();
    for row in table.public_rows() {
        let texts: Vec<Written<'_>> = positions.iter().map(|position| of_cell(row.cell(*position))).collect();
        let cells: Vec<OpenCell<'_>> = texts.iter().map(Written::cell).collect();
        take(&cells);
    }
}

/// A cell with the text that it owns where that is made for it.
pub(super) enum Written<'t> {
    Empty,
    Text(Cow<'t, str>),
    Plain(String),
    Number(String),
    Flag(bool),
}

impl Written<'_> {
    pub(super) fn cell(&self) -> OpenCell<'_> {
        match self {
            Self::Empty => OpenCell::Empty,
            Self::Text(text) => OpenCell::Text(text),
            Self::Plain(text) => OpenCell::Plain(text),
            Self::Number(text) => OpenCell::Number(text),
            Self::Flag(is_true) => OpenCell::Flag(*is_true),
        }
    }
}

/// A value in normal form.
pub(super) fn of_cell(cell: Cell<'_>) -> Written<'_> {
    match cell {
        Cell::Empty => Written::Empty,
        Cell::Text(text) => Written::Text(text.into()),
        Cell::Bool(is_true) => Written::Flag(is_true),
        Cell::Integer(_) | Cell::Number(_) => Written::Number(cell.canonical().into_owned()),
        Cell::Date(_) | Cell::Month(_) => Written::Plain(cell.canonical().into_owned()),
        Cell::List(_) => Written::Text(cell.canonical().into_owned().into()),
    }
}

fn table_at<'p>(plan: &'p Plan<'_>, idx: usize) -> &'p Table {
    plan.model.tables.iter().nth(idx).expect("a set is planned for a table that is there")
}

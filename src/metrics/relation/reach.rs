//! Schemas to relations: own columns, and those that references lead to.

use std::collections::BTreeMap;

use crate::model::Model;
use crate::model::table::{self, ColumnSchema, Sensitivity, TableSchema};

use super::entries::{entry_schemas, kind_of, relation_of};
use super::{Holds, Relation, RelationColumn, View};
use crate::model::Kind;

/// References on the way to a column; longer ways are nobody's idea of one row.
const N_STEPS_MAX: u8 = 3;

/// What formulas of this site can read: its tables, its entries, then its views.
///
/// - A table without a file is not there, and nothing leads to it. A secret column is not there either.
/// - A table that a site names like one of the entries' relations gives way to it.
pub fn relations(model: &Model, views: &[View]) -> Vec<Relation> {
    let schemas = Reach::of(model);
    let mut relations: Vec<Relation> = schemas.schemas.iter().map(|schema| schemas.relation(schema)).collect();
    for view in views {
        relations.push(schemas.view(view));
    }
    relations
}

/// The schemas of everything that the site has, tables first.
struct Reach {
    schemas: Vec<TableSchema>,
    by_name: BTreeMap<String, usize>,
}

impl Reach {
    fn of(model: &Model) -> Self {
        let tables = model.tables.iter().map(|table| table.schema()).filter(|schema| kind_of(&schema.name).is_none());
        let mut schemas: Vec<TableSchema> = tables.cloned().collect();
        schemas.extend(entry_schemas());
        let by_name = schemas.iter().enumerate().map(|(idx, schema)| (schema.name.clone(), idx)).collect();
        Self { schemas, by_name }
    }

    fn relation(&self, schema: &TableSchema) -> Relation {
        let own: Vec<RelationColumn> = schema.columns.iter().filter_map(|column| self.own(column)).collect();
        let is_about_persons = schema.is_about_persons();
        Relation { name: schema.name.clone(), label: schema.label.clone(), columns: self.with_reached(own), is_about_persons }
    }

    fn view(&self, view: &View) -> Relation {
        let is_about_persons = view.columns.iter().any(|column| column.sensitivity >= Sensitivity::Personal);
        let columns = self.with_reached(view.columns.clone());
        Relation { name: view.name.clone(), label: view.label.clone(), columns, is_about_persons }
    }

    /// A column of a table as a relation has it; `None` for a secret one.
    fn own(&self, column: &ColumnSchema) -> Option<RelationColumn> {
        let known = |name: &str| self.by_name.contains_key(name);
        let holds = match &column.kind {
            table::Kind::Text | table::Kind::OneOf(_) => Holds::Text,
            table::Kind::Integer => Holds::Integer,
            table::Kind::Number => Holds::Number,
            table::Kind::Bool => Holds::Flag,
            table::Kind::Date => Holds::Date,
            table::Kind::Month => Holds::Month,
            table::Kind::Word(group) => Holds::Word(group.clone()),
            table::Kind::Row(table) if known(table) => Holds::Key(table.clone()),
            // Where the table has no file its keys are still texts.
            table::Kind::Row(_) => Holds::Text,
            table::Kind::Entry(kind) => Holds::Key(relation_of_kind(kind)),
        };
        let (name, label, unit) = (column.name.clone(), column.label.clone(), column.unit.clone());
        let (is_list, sensitivity) = (column.is_list, column.sensitivity);
        (sensitivity < Sensitivity::Secret).then_some(RelationColumn { name, label, holds, is_list, sensitivity, unit, depth: 0 })
    }

    /// These columns, then those one reference away, then two and three.
    fn with_reached(&self, own: Vec<RelationColumn>) -> Vec<RelationColumn> {
        let mut columns = own;
        let mut from = 0;
        for depth in 1..=N_STEPS_MAX {
            let to = columns.len();
            for idx in from..to {
                let reached = self.through(&columns[idx], depth);
                columns.extend(reached);
            }
            from = to;
        }
        columns
    }

    fn through(&self, reference: &RelationColumn, depth: u8) -> Vec<RelationColumn> {
        let Holds::Key(target) = &reference.holds else { return Vec::new() };
        let Some(target) = self.by_name.get(target).filter(|_| !reference.is_list) else { return Vec::new() };
        let mut reached: Vec<RelationColumn> =
            self.schemas[*target].columns.iter().filter_map(|column| self.own(column)).collect();
        for column in &mut reached {
            column.name = format!("{}.{}", reference.name, column.name);
            column.depth = depth;
            column.sensitivity = column.sensitivity.max(passed_on(reference.sensitivity));
        }
        reached
    }
}

/// What a reference takes along: who a row is about is personal, the branch that this person belongs to is not.
fn passed_on(reference: Sensitivity) -> Sensitivity {
    if reference == Sensitivity::Internal { Sensitivity::Internal } else { Sensitivity::Public }
}

fn relation_of_kind(name: &str) -> String {
    Kind::ALL.into_iter().find(|kind| kind.name() == name).map_or_else(|| name.to_owned(), |kind| relation_of(kind).to_owned())
}

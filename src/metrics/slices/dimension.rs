//! Values that occur in cells to the values of a dimension, in the order in which people list them.

use std::collections::BTreeMap;

use crate::metrics::amount::Amount;
use crate::metrics::cells::{NONE, is_position};
use crate::metrics::database::Stock;
use crate::metrics::figure::{Dimension, DimensionValue};
use crate::metrics::relation::entries::kind_of;
use crate::metrics::relation::{Holds, RelationColumn};
use crate::model::Model;
use crate::model::number::parse_number;
use crate::model::table::Sensitivity;
use crate::read::Texts;

/// A dimension with the way from codes of cells to its values.
pub(super) struct Coded {
    pub(super) dimension: Dimension,
    /// By code the positions of its values: one, or several of a list.
    positions: BTreeMap<u32, Vec<u32>>,
}

impl Coded {
    /// The positions of the values that a code stands for.
    pub(super) fn positions(&self, code: u32) -> &[u32] {
        self.positions.get(&code).map_or(&[], Vec::as_slice)
    }
}

/// Makes a dimension of the codes that occur and of further ids.
pub(super) fn coded(
    stock: &Stock<'_>,
    column: &RelationColumn,
    codes: impl Iterator<Item = u32>,
    texts: &Texts,
    further: &[String],
) -> Coded {
    let mut ids_of: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for code in codes.filter(|code| *code != NONE) {
        ids_of.entry(code).or_insert_with(|| ids(stock, column, code, texts));
    }
    let mut sorted: BTreeMap<Rank, String> = BTreeMap::new();
    for id in ids_of.values().flatten().chain(further) {
        sorted.insert(rank(stock, column, id), id.clone());
    }
    let place: BTreeMap<&String, u32> = sorted.values().zip(0..).collect();
    let positions_of = |ids: &Vec<String>| {
        let mut positions: Vec<u32> = ids.iter().filter_map(|id| place.get(id).copied()).collect();
        positions.sort_unstable();
        positions
    };
    let positions = ids_of.iter().map(|(code, ids)| (*code, positions_of(ids))).collect();
    let value = |id: &String| DimensionValue { id: id.as_str().into(), label: label(stock, column, id) };
    let values = sorted.values().map(value).collect();
    let references = if let Holds::Key(target) = &column.holds { Some(target.clone()) } else { None };
    let dimension = Dimension { id: column.name.as_str().into(), label: column.label.clone(), references, values };
    Coded { dimension, positions }
}

fn ids(stock: &Stock<'_>, column: &RelationColumn, code: u32, texts: &Texts) -> Vec<String> {
    match &column.holds {
        Holds::Key(target) if is_position(column) => key_at(stock, target, code).into_iter().collect(),
        _ if column.is_list => texts.get(code).split(';').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        _ => vec![texts.get(code).to_owned()],
    }
}

/// The key of the row of a relation.
fn key_at(stock: &Stock<'_>, relation: &str, row: u32) -> Option<String> {
    match kind_of(relation) {
        Some(kind) => Some(stock.model().entries_of(kind).get(row as usize)?.id.to_string()),
        None => {
            let key = stock.key_column(relation)?;
            Some(stock.model().tables.get(relation)?.row(row as usize)?.get(&key).canonical().into_owned())
        }
    }
}

/// What values are sorted by: the register or the vocabulary first, then as numbers, then as texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(u32, Option<Amount>, String);

fn rank(stock: &Stock<'_>, column: &RelationColumn, id: &str) -> Rank {
    let listed = match &column.holds {
        Holds::Key(target) => stock.position(target, id),
        Holds::Word(group) => stock.model().vocabulary.ids(group).position(|word| word == id).map(|place| place as u32),
        _ => None,
    };
    let is_number = matches!(column.holds, Holds::Integer | Holds::Number | Holds::Flag);
    let number = if is_number { parse_number(id).ok().map(Amount::from) } else { None };
    Rank(listed.unwrap_or(u32::MAX), number, id.to_owned())
}

fn label(stock: &Stock<'_>, column: &RelationColumn, id: &str) -> String {
    let model = stock.model();
    let found = match &column.holds {
        Holds::Key(target) => match kind_of(target) {
            Some(kind) => model.find(kind, id).map(|idx| model.entry(idx).title.clone()),
            None => row_label(model, target, id),
        },
        Holds::Word(group) => model.vocabulary.label(group, id).map(str::to_owned),
        _ => None,
    };
    found.unwrap_or_else(|| id.to_owned())
}

/// The name of a row, where everybody may see it.
fn row_label(model: &Model, table: &str, key: &str) -> Option<String> {
    let table = model.tables.get(table)?;
    let schema = table.schema();
    let named = || ["name", "title"].into_iter().find_map(|name| schema.column(name));
    let column = schema.name_column.or_else(named)?;
    let is_public = schema.columns[column].sensitivity == Sensitivity::Public;
    let name = table.find_by_key(&[key])?.cell(column).canonical().into_owned();
    Some(name).filter(|name| is_public && !name.is_empty())
}

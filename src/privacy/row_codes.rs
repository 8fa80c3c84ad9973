//! The rows of a table about persons to codes, and to an order that says nothing about the order of the ledger.
//!
//! A code is made of all that a row says and, where rows say the same, of which of them it is. So it stays when other rows come or go,
//! and a roster, which is in the order of its ledger, cannot be laid beside a list in the order of codes.

use crate::metrics::{Figures, Metric, Origin};
use crate::model::table::Cell;
use crate::model::{Table, Tables};

use super::key::PersonKey;
use super::suppress::Suppression;

/// The codes of a table's rows.
#[derive(Debug)]
pub(super) struct RowCodes {
    codes: Vec<u64>,
    /// Rows by code.
    order: Vec<u32>,
    /// Rows whose columns would tell what is held back.
    is_hidden: Vec<bool>,
    key: [u8; 32],
}

impl RowCodes {
    /// The codes of a table.
    pub(super) fn of(table: &Table, key: &PersonKey, suppression: &Suppression) -> Self {
        let key = key.digest_key(&table.schema().name);
        let mut codes = digests(table, &key);
        let mut order = sorted(&codes);
        let is_same = |a: &u32, b: &u32| codes[*a as usize] == codes[*b as usize];
        let same: Vec<Vec<u32>> = order.chunk_by(is_same).filter(|same| same.len() > 1).map(<[u32]>::to_vec).collect();
        for same in &same {
            for (number, row) in same.iter().enumerate().skip(1) {
                codes[*row as usize] = joined(&key, [codes[*row as usize], number as u64]);
            }
        }
        if !same.is_empty() {
            order = sorted(&codes);
        }
        Self { codes, order, is_hidden: hidden_rows(table, suppression), key }
    }

    /// Adds all that codes in lists are made of, in a fraction of the time that making them takes.
    pub(super) fn add_to(&self, hasher: &mut blake3::Hasher) {
        hasher.update(&first_bits(&self.key, b"rows").to_le_bytes());
        let mut bytes = Vec::with_capacity(1 << 16);
        for codes in self.codes.chunks(1 << 13) {
            bytes.clear();
            bytes.extend(codes.iter().flat_map(|code| code.to_le_bytes()));
            hasher.update(&bytes);
        }
        for is_hidden in self.is_hidden.chunks(1 << 16) {
            bytes.clear();
            bytes.extend(is_hidden.iter().map(|is_hidden| u8::from(*is_hidden)));
            hasher.update(&bytes);
        }
    }

    /// All rows in the order of their codes.
    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }
}

/// How the rows of a metric come to their codes in its lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coder<'p> {
    codes: &'p RowCodes,
    /// Of a view: the row of the table that each of its rows is made of.
    origins: Option<&'p [u32]>,
    /// Digest of the metric's id.
    metric: u64,
}

impl<'p> Coder<'p> {
    /// Codes for the rows of a metric, which are rows of this table.
    pub(super) fn new(codes: &'p RowCodes, metric: &'p Metric) -> Self {
        let origins = if let Origin::ViewOf(_, origins) = &metric.rows.origin { Some(origins.as_slice()) } else { None };
        Self { codes, origins, metric: first_bits(&codes.key, metric.spec.id.as_bytes()) }
    }

    /// The codes of the table.
    pub(super) fn codes(&self) -> &'p RowCodes {
        self.codes
    }

    /// The code of a row whose origin came this often before it.
    pub(super) fn code(&self, row: u32, n_before: u32) -> u64 {
        let origin = self.origin(row);
        let (code, key) = (self.codes.codes[origin], &self.codes.key);
        if self.codes.is_hidden[origin] {
            return joined(key, [code, u64::from(n_before), self.metric]);
        }
        if n_before > 0 { joined(key, [code, u64::from(n_before)]) } else { code }
    }

    /// Whether what a row says would tell what is held back.
    pub(super) fn is_hidden(&self, row: u32) -> bool {
        self.codes.is_hidden[self.origin(row)]
    }

    fn origin(&self, row: u32) -> usize {
        self.origins.map_or(row, |origins| origins[row as usize]) as usize
    }
}

/// Rows by code.
fn sorted(codes: &[u64]) -> Vec<u32> {
    // Beside its row, so that comparing two looks nowhere else.
    let mut pairs: Vec<(u64, u32)> = codes.iter().copied().zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, row)| row).collect()
}

/// For each row a digest of what it says.
fn digests(table: &Table, key: &[u8; 32]) -> Vec<u64> {
    let n_columns = table.schema().columns.len();
    let mut cells: Vec<[u8; 8]> = vec![[0; 8]; table.len() * n_columns];
    for column in 0..n_columns {
        let mut first = 0;
        for part in table.column_parts(column) {
            // A value is digested once, however many rows have it.
            let digest = |value: Cell<'_>| first_bits(key, value.canonical().as_bytes()).to_le_bytes();
            let values: Vec<[u8; 8]> = part.values().map(digest).collect();
            for (row, id) in part.ids().unwrap_or_default().iter().enumerate() {
                cells[(first + row) * n_columns + column] = values[*id as usize];
            }
            first += part.n_rows();
        }
    }
    if n_columns == 0 {
        return Vec::new();
    }
    cells.chunks_exact(n_columns).map(|row| first_bits(key, row.as_flattened())).collect()
}

/// The digest of several digests.
fn joined<const N: usize>(key: &[u8; 32], digests: [u64; N]) -> u64 {
    first_bits(key, digests.map(u64::to_le_bytes).as_flattened())
}

fn first_bits(key: &[u8; 32], bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&blake3::keyed_hash(key, bytes).as_bytes()[..8]);
    u64::from_be_bytes(first)
}

/// For each row of a table about persons, whether what it says would tell what is held back, by any metric.
fn hidden_rows(table: &Table, suppression: &Suppression) -> Vec<bool> {
    let name = &table.schema().name;
    let mut is_hidden = vec![false; table.len()];
    for (rows, is_hidden_class) in &suppression.hidden {
        if !matches!(&rows.origin, Origin::Table(of) | Origin::ViewOf(of, _) if of == name) {
            continue;
        }
        for (idx, class) in rows.class_of.iter().enumerate() {
            if is_hidden_class.get(*class as usize) != Some(&true) {
                continue;
            }
            let row = if let Origin::ViewOf(_, origins) = &rows.origin { origins[idx] as usize } else { idx };
            is_hidden[row] = true;
        }
    }
    is_hidden
}

/// The tables about persons whose rows are behind some metric.
pub(super) fn person_tables(figures: &Figures, tables: &Tables) -> Vec<String> {
    let is_behind = |table: &&Table| {
        let name = &table.schema().name;
        let is_origin = |origin: &Origin| matches!(origin, Origin::Table(of) | Origin::ViewOf(of, _) if of == name);
        table.schema().is_about_persons() && figures.metrics.iter().any(|metric| is_origin(&metric.rows.origin))
    };
    tables.iter().filter(is_behind).map(|table| table.schema().name.clone()).collect()
}

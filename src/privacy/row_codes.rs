//! The rows of a table about persons to codes, and to an order that says nothing about the order of the ledger.
//!
//! A code is made of all that a row says and, where rows say the same, of which of them it is. So it stays when other rows come or go,
//! and a roster, which is in the order of its ledger, cannot be laid beside a list in the order of codes.

use crate::metrics::{Figures, Origin};
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
        let mut order: Vec<u32> = (0..codes.len() as u32).collect();
        order.sort_unstable_by_key(|row| (codes[*row as usize], *row));
        let is_same = |a: &u32, b: &u32| codes[*a as usize] == codes[*b as usize];
        let same: Vec<Vec<u32>> = order.chunk_by(is_same).filter(|same| same.len() > 1).map(<[u32]>::to_vec).collect();
        for same in &same {
            for (number, row) in same.iter().enumerate().skip(1) {
                codes[*row as usize] = joined(&key, &[codes[*row as usize], number as u64]);
            }
        }
        if !same.is_empty() {
            order.sort_unstable_by_key(|row| (codes[*row as usize], *row));
        }
        Self { codes, order, is_hidden: hidden_rows(table, suppression), key }
    }

    /// The code of a row.
    pub(super) fn code(&self, row: u32) -> u64 {
        self.codes[row as usize]
    }

    /// Whether what a row says would tell what is held back.
    pub(super) fn is_hidden(&self, row: u32) -> bool {
        self.is_hidden[row as usize]
    }

    /// What digests of this table are made with.
    pub(super) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// The digest of a text.
    pub(super) fn digest(&self, bytes: &[u8]) -> u64 {
        first_bits(&self.key, bytes)
    }

    /// All rows in the order of their codes.
    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }
}

/// For each row a digest of what it says.
fn digests(table: &Table, key: &[u8; 32]) -> Vec<u64> {
    let n_columns = table.schema().columns.len();
    let mut cells: Vec<u64> = vec![0; table.len() * n_columns];
    for column in 0..n_columns {
        let mut first = 0;
        for part in table.column_parts(column) {
            // A value is digested once, however many rows have it.
            let values: Vec<u64> = part.values().map(|value| first_bits(key, value.canonical().as_bytes())).collect();
            for (row, id) in part.ids().unwrap_or_default().iter().enumerate() {
                cells[(first + row) * n_columns + column] = values[*id as usize];
            }
            first += part.n_rows();
        }
    }
    if n_columns == 0 {
        return Vec::new();
    }
    cells.chunks_exact(n_columns).map(|row| joined(key, row)).collect()
}

/// The digest of several digests.
pub(super) fn joined(key: &[u8; 32], digests: &[u64]) -> u64 {
    let mut hasher = blake3::Hasher::new_keyed(key);
    for digest in digests {
        hasher.update(&digest.to_le_bytes());
    }
    bits(&hasher.finalize())
}

fn first_bits(key: &[u8; 32], bytes: &[u8]) -> u64 {
    bits(&blake3::keyed_hash(key, bytes))
}

fn bits(hash: &blake3::Hash) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
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

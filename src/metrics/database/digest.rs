//! What a relation reaches to one digest: as long as it is the same, so are all figures over the relation.

use std::collections::BTreeSet;

use crate::metrics::relation::entries::kind_of;
use crate::source::Hash;

use super::Need;
use super::join::join;
use super::stock::{Stock, Value};

impl Stock<'_> {
    /// A digest of all values that queries with these expressions can see.
    pub(in crate::metrics) fn digest(&self, relation: &str, time: Option<&str>, expressions: &[String]) -> Hash {
        let need = Need::of(relation, time, expressions.iter().map(String::as_str));
        let mut reads = join(self, relation, time, &need.columns).reads;
        // Who belonged where may decide any branch.
        for (table, columns) in [("memberships", ["member", "branch", "from", "to"].as_slice()), ("members", &["id", "branch"])] {
            if self.table("memberships").is_some() && self.table(table).is_some() {
                let more: BTreeSet<String> = columns.iter().map(|column| (*column).to_owned()).collect();
                reads.entry(table.to_owned()).or_default().extend(more);
            }
        }
        let mut hasher = blake3::Hasher::new();
        for (relation, columns) in reads {
            hasher.update(format!("{relation} {}", self.n_rows(&relation)).as_bytes());
            // Keys decide what the positions of rows mean.
            let keys = self.key_column(&relation);
            for column in columns.iter().chain(keys.iter().filter(|key| !columns.contains(*key))) {
                hasher.update(&self.column_digest(&relation, column));
            }
        }
        *hasher.finalize().as_bytes()
    }

    fn column_digest(&self, relation: &str, name: &str) -> Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(name.as_bytes());
        let Some(column) = self.column(relation, name) else { return *hasher.finalize().as_bytes() };
        let lane = self.lane(relation, column);
        hasher.update(&[lane.scale.unwrap_or(u8::MAX), u8::from(kind_of(relation).is_some())]);
        for part in &lane.parts {
            hasher.update(&(part.n_rows as u64).to_le_bytes());
            part.feed(&mut |bytes| {
                hasher.update(bytes);
            });
        }
        *hasher.finalize().as_bytes()
    }
}

impl Value {
    /// The value as bytes that no other value has.
    pub(super) fn feed(&self, take: &mut dyn FnMut(&[u8])) {
        match self {
            Self::Null => take(&[0]),
            Self::Integer(number) => {
                take(&[1]);
                take(&number.to_le_bytes());
            }
            Self::Real(number) => {
                take(&[2]);
                take(&number.to_bits().to_le_bytes());
            }
            Self::Text(text) => {
                take(&[3]);
                take(&(text.len() as u64).to_le_bytes());
                take(text.as_bytes());
            }
        }
    }
}

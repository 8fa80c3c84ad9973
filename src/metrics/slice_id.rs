//! A slice's id, as pages and files of figures write it, and back: `branch=shukong;period=2024-03`, `all`.

use super::figure::{MetricSpec, SliceKey};
use super::period::Period;

/// The id of everything.
const ALL: &str = "all";

impl MetricSpec {
    /// The id of a slice: dimensions in the order of `by`, then the period; what is not cut is left out.
    pub fn slice_id(&self, key: &SliceKey) -> String {
        let mut parts = Vec::with_capacity(self.dimensions.len() + 1);
        for (dimension, value) in self.dimensions.iter().zip(&key.values) {
            if let Some(value) = value.and_then(|value| dimension.values.get(value as usize)) {
                parts.push(format!("{}={}", dimension.id, value.id));
            }
        }
        if key.period != Period::All {
            parts.push(format!("period={}", key.period));
        }
        if parts.is_empty() { ALL.to_owned() } else { parts.join(";") }
    }

    /// The slice of an id; `None` for an unknown dimension, value or period, or for parts in another order.
    pub fn slice_of_id(&self, id: &str) -> Option<SliceKey> {
        let mut key = SliceKey { values: vec![None; self.dimensions.len()].into(), period: Period::All };
        if id == ALL {
            return Some(key);
        }
        for part in id.split(';') {
            let (name, value) = part.split_once('=')?;
            match self.dimensions.iter().position(|dimension| &*dimension.id == name) {
                Some(position) => key.values[position] = Some(self.value(position, value)?),
                None if name == "period" => key.period = Period::parse(value)?,
                None => return None,
            }
        }
        (self.slice_id(&key) == id).then_some(key)
    }

    /// The position of a value of a dimension, by id or label.
    pub fn value(&self, dimension: usize, written: &str) -> Option<u32> {
        let values = &self.dimensions.get(dimension)?.values;
        let found = values.iter().position(|value| &*value.id == written);
        let found = found.or_else(|| values.iter().position(|value| &*value.label == written));
        found.and_then(|position| u32::try_from(position).ok())
    }
}

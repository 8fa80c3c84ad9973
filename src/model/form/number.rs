//! Numbers and yes-or-no values of a form.

use std::ops::RangeInclusive;

use super::Form;
use crate::diag::codes;
use crate::read::Value;

impl Form<'_> {
    /// Yes or no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let node = self.node(key)?;
        match node.value {
            Value::Bool(is_true) => Some(is_true),
            _ => {
                self.refuse(&codes::flag_expected, key, node);
                None
            }
        }
    }

    /// A whole number within a range.
    pub fn whole(&mut self, key: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        let node = self.node(key)?;
        let Value::Integer(number) = node.value else {
            self.refuse(&codes::whole_number_expected, key, node);
            return None;
        };
        if !range.contains(&number) {
            let diagnostic = codes::number_out_of_bounds.at(self.place(node.span)).with("key", key).with("value", number);
            self.found.push(diagnostic.with("least", range.start()).with("most", range.end()));
            return None;
        }
        Some(number)
    }

    /// A whole number of things, up to one hundred million.
    pub fn count(&mut self, key: &'static str) -> Option<u32> {
        self.whole(key, 0..=100_000_000).map(|number| number as u32)
    }

    /// A number, whole or with a fraction, within a range.
    pub fn number(&mut self, key: &'static str, range: RangeInclusive<f64>) -> Option<f64> {
        let node = self.node(key)?;
        let number = match node.value {
            Value::Integer(number) => number as f64,
            Value::Float(number) => number,
            _ => {
                self.refuse(&codes::number_expected, key, node);
                return None;
            }
        };
        if !range.contains(&number) {
            let diagnostic = codes::number_out_of_bounds.at(self.place(node.span)).with("key", key).with("value", number);
            self.found.push(diagnostic.with("least", range.start()).with("most", range.end()));
            return None;
        }
        Some(number)
    }
}

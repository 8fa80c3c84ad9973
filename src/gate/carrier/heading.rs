//! The heading of a column with what it says of the cells below it, told once for all of them.

use std::ops::Deref;

use crate::gate::detect::{Labels, whole_label};

/// The heading of a column.
#[derive(Clone, Debug)]
pub(in crate::gate) struct Heading {
    name: String,
    labels: Labels,
}

impl Heading {
    /// A heading by what is written.
    pub(in crate::gate) fn new(name: &str) -> Self {
        Self { labels: whole_label(name), name: name.to_owned() }
    }

    /// What it says as a label. A table of a million rows is read with one line of headings, so this is no work.
    pub(in crate::gate) fn labels(&self) -> Labels {
        self.labels
    }
}

impl Deref for Heading {
    type Target = str;

    fn deref(&self) -> &str {
        &self.name
    }
}

//! The copies (`<use>`) of a drawing to the number of elements that a browser would draw for them.
//!
//! Ten copies of ten copies, ten times over, are a kilobyte that no browser survives.

use std::collections::BTreeMap;

/// Copies drawn in all, copies of copies counted.
pub(super) const MAX_DRAWN: u64 = 10_000;

/// Which named part holds copies of which others. The whole drawing has the empty name.
#[derive(Debug, Default)]
pub(super) struct Uses {
    n_written: u64,
    open: Vec<Option<String>>,
    copies: BTreeMap<String, Vec<String>>,
}

impl Uses {
    pub(super) fn enter(&mut self, element: &str, attributes: &[(String, String)]) {
        let value = |name: &str| attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.trim().to_owned());
        self.open.push(value("id"));
        let Some(target) = value("href").filter(|_| element == "use") else {
            return;
        };
        self.n_written += 1;
        if self.n_written > MAX_DRAWN {
            return;
        }
        let target = target.trim_start_matches('#').to_owned();
        self.copies.entry(String::new()).or_default().push(target.clone());
        for id in self.open.iter().flatten() {
            self.copies.entry(id.clone()).or_default().push(target.clone());
        }
    }

    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    /// Beyond [`MAX_DRAWN`] for a circle too.
    pub(super) fn n_drawn(&self) -> u64 {
        if self.n_written > MAX_DRAWN { self.n_written } else { self.count("", &mut BTreeMap::new(), 0) }
    }

    fn count<'a>(&'a self, id: &'a str, known: &mut BTreeMap<&'a str, u64>, depth: usize) -> u64 {
        if let Some(n_drawn) = known.get(id) {
            return *n_drawn;
        }
        // A chain this long is a circle, or as good as one.
        if depth > super::MAX_DEPTH {
            return MAX_DRAWN + 1;
        }
        let mut n_drawn: u64 = 1;
        for target in self.copies.get(id).into_iter().flatten() {
            n_drawn = n_drawn.saturating_add(self.count(target, known, depth + 1)).min(MAX_DRAWN + 1);
        }
        known.insert(id, n_drawn);
        n_drawn
    }
}

//! What pages of metrics are made from, to one digest: while it stays, so do their bytes.
//!
//! Texts are edited far more often than ledgers, and a ledger's pages are most of a large site. The digest takes in more than it must:
//! every source that is no text, whatever it is for, and of texts what stands in their heads.

use crate::source::{FileKind, Hash, Sources};

use super::card::badge;
use super::{Page, Plan, What};

impl Plan<'_> {
    /// A digest of everything that decides the bytes of metrics' pages; `None` where there are none.
    pub fn metrics_digest(&self, sources: &Sources) -> Option<Hash> {
        if self.figures.metrics.is_empty() {
            return None;
        }
        let mut hasher = blake3::Hasher::new();
        let mut take = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        };
        // Another version of yuandi may draw the same in another way.
        take(concat!("metric pages ", env!("CARGO_PKG_VERSION"), " 1").as_bytes());
        for (_, file) in sources.files().filter(|(_, file)| file.kind != FileKind::Note) {
            take(file.path.as_bytes());
            take(&file.hash);
        }
        take(&self.theme.hash());
        take(format!("{:?} {:?} {}", self.site, self.model.site, self.model.as_of).as_bytes());
        take(&self.figures.key.digest_key("pages of metrics"));
        for (entry, path) in self.model.entries.iter().zip(&self.entry_paths) {
            let head = (entry.kind, &entry.id, &entry.title, entry.date, &entry.branches, badge(self, entry), path);
            take(format!("{head:?}").as_bytes());
        }
        for branch in &self.register.branches {
            take(format!("{:?} {:?} {:?}", branch.id, branch.name, branch.path()).as_bytes());
        }
        for set in &self.open {
            take(set.name.as_bytes());
            for part in &set.parts {
                take(format!("{:?} {:?}", part.csv, part.json).as_bytes());
            }
        }
        for metric in &self.figures.metrics {
            take(&metric.digest());
        }
        Some(*hasher.finalize().as_bytes())
    }
}

impl Page {
    /// Whether it is one of a metric's own pages, which [`Plan::metrics_digest`] is about.
    pub fn is_of_metric(&self) -> bool {
        matches!(self.what, What::Metric(..))
    }
}

//! The wording of all published texts, each alone and so in parallel.

use crate::diag::Diagnostic;
use crate::model::Model;
use crate::read::Parsed;
use crate::source::Sources;
use crate::wording::Wording;

use super::threads;

/// Everything that is wrong with it, in the order of the entries.
pub(super) fn look(sources: &Sources, parsed: &Parsed, model: &Model) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let wording = Wording::new(sources, parsed, model).into_value(&mut found);
    found.extend(wording.of_site());
    for one in threads::all(&model.entries, |entry| wording.of_entry(entry)) {
        found.extend(one);
    }
    found
}

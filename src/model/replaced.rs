//! Documents that replace each other in a circle, so that none of them is the one that holds.

use super::{Detail, Entry, EntryIdx};
use crate::diag::{Diagnostic, codes};
use crate::read::Parsed;

/// Follows each document to the one that replaced it.
///
/// - Codes: M418 a circle, once for each circle.
pub(super) fn check(parsed: &Parsed, entries: &[Entry], found: &mut Vec<Diagnostic>) {
    // Number of the walk that came by; a walk that meets its own steps has found a circle.
    let mut walks = vec![0_u32; entries.len()];
    for start in 0..entries.len() {
        let walk = start as u32 + 1;
        let mut at = start;
        while walks[at] == 0 {
            walks[at] = walk;
            match successor(&entries[at]) {
                Some(next) => at = next.0 as usize,
                None => break,
            }
        }
        if walks[at] == walk && successor(&entries[at]).is_some() {
            found.push(circle(parsed, entries, at));
        }
    }
}

fn successor(entry: &Entry) -> Option<EntryIdx> {
    if let Detail::Resource(resource) = &entry.detail { resource.replaced_by } else { None }
}

fn circle(parsed: &Parsed, entries: &[Entry], start: usize) -> Diagnostic {
    let mut ids = vec![entries[start].id.to_string()];
    let mut also = Vec::new();
    let mut at = start;
    while let Some(next) = successor(&entries[at]) {
        at = next.0 as usize;
        ids.push(entries[at].id.to_string());
        if at == start {
            break;
        }
        also.push(parsed.place_of(entries[at].file, "replaced_by"));
    }
    let mut diagnostic = codes::replaced_in_a_circle.at(parsed.place_of(entries[start].file, "replaced_by"));
    diagnostic.also = also;
    diagnostic.with("circle", ids.join(" → "))
}

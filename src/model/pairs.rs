//! Online and onsite halves of one activity: each should name the other.

use super::{Activity, Detail, Entry, EntryIdx, Kind, Mode};
use crate::diag::{Diagnostic, Place, codes};
use crate::read::Parsed;

/// Compares the two halves of each pair.
///
/// - Codes: M415 the other half does not point back (warning), M416 both halves of one mode (warning).
pub(super) fn check(parsed: &Parsed, entries: &[Entry], found: &mut Vec<Diagnostic>) {
    for (idx, entry) in entries.iter().enumerate().take_while(|(_, entry)| entry.kind == Kind::Activity) {
        let Some((other, half)) = other_half(entries, entry) else { continue };
        let at = parsed.place_of(entry.file, "pair");
        if half.pair != Some(EntryIdx(idx as u32)) {
            let diagnostic = codes::pair_not_mutual.at(at.clone()).also(Place::File(other.file));
            found.push(diagnostic.with("id", &*entry.id).with("other", &*other.id));
        }
        // Said once for both, at the first.
        let Detail::Activity(own) = &entry.detail else { continue };
        let is_first = half.pair != Some(EntryIdx(idx as u32)) || entry.file < other.file;
        if own.mode == half.mode && own.mode != Mode::Hybrid && is_first {
            found.push(codes::pair_of_one_mode.at(at).also(Place::File(other.file)).with("other", &*other.id));
        }
    }
}

fn other_half<'a>(entries: &'a [Entry], entry: &Entry) -> Option<(&'a Entry, &'a Activity)> {
    let Detail::Activity(activity) = &entry.detail else { return None };
    let other = &entries[activity.pair?.0 as usize];
    let Detail::Activity(half) = &other.detail else { return None };
    Some((other, half))
}

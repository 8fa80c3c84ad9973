//! Archives of other kinds than zip to what is in them: gzip and tar; any other is said to be unknown.

use flate2::read::MultiGzDecoder;

use super::budget::Budget;
use super::{Inside, Part, Piece, Spot, Take, Unreadable, read_part, zip};

/// In bytes, of a head and of what contents are filled up to.
const BLOCK: usize = 512;

/// Reads what is packed with gzip, or says that the archive is unknown.
pub(super) fn read(part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    if !part.bytes.starts_with(b"\x1F\x8B") {
        return take.unreadable(part.inside, Unreadable::UnknownFormat);
    }
    if !budget.enter() {
        return;
    }
    match budget.unpack_whole(MultiGzDecoder::new(part.bytes), part.bytes.len() as u64) {
        Ok(bytes) => {
            let name = part.name.strip_suffix(".gz").unwrap_or(part.name);
            read_part(&Part { name, bytes: &bytes, inside: part.inside }, budget, take);
            budget.release(bytes.len() as u64);
        }
        Err(_) if budget.is_spent() => {}
        Err(_) => take.unreadable(part.inside, zip::why(budget)),
    }
    budget.leave();
}

/// Whether it is a tar archive.
pub(super) fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

/// Reads a tar archive.
pub(super) fn read_tar(part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    if !budget.enter() {
        return;
    }
    let mut rest = part.bytes;
    while let Some((head, behind)) = rest.split_at_checked(BLOCK) {
        if head.iter().all(|byte| *byte == 0) {
            break;
        }
        let n_bytes = octal(&head[124..136]);
        let content = behind.get(..n_bytes.unwrap_or(usize::MAX));
        let (Some(content), true, true) = (content, is_tar(head), budget.count(1)) else {
            take.unreadable(part.inside, zip::why(budget));
            break;
        };
        read_file(head, content, part, budget, take);
        rest = behind.get(content.len().next_multiple_of(BLOCK)..).unwrap_or_default();
    }
    budget.leave();
}

fn read_file(head: &[u8], content: &[u8], part: &Part<'_>, budget: &mut Budget, take: &mut dyn Take) {
    let name = String::from_utf8_lossy(until_nul(&head[..100])).into_owned();
    let mut parts = part.inside.parts.clone();
    parts.push(name.clone());
    let inside = Inside { parts, spot: Spot::FileName };
    // The owner of the file stands beside its name.
    for text in [&name, &*String::from_utf8_lossy(until_nul(&head[265..297]))] {
        take.piece(Piece { text, headings: &[], inside: &inside });
    }
    let inside = Inside { spot: Spot::Whole, ..inside };
    if !content.is_empty() {
        read_part(&Part { name: &name, bytes: content, inside: &inside }, budget, take);
    }
}

fn until_nul(field: &[u8]) -> &[u8] {
    field.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// A number as tar writes it.
fn octal(field: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(until_nul(field)).ok()?;
    usize::from_str_radix(text.trim(), 8).ok()
}

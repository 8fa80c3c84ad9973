//! Whether a PDF file may be opened: what is packed for the table of its objects is unpacked as a whole by its reader.

use std::io::{Read, copy, sink};

use flate2::read::ZlibDecoder;
use memchr::memmem;

/// In bytes, of all tables and packed objects: more than files of 100 MB have.
const MAX_TABLES: u64 = 64 << 20;
/// In bytes: where before its content the head of a stream stands.
const HEAD: usize = 1024;

/// Whether its tables unpack to something that fits in memory.
pub(super) fn is_harmless(bytes: &[u8]) -> bool {
    let mut left = MAX_TABLES;
    for at in memmem::find_iter(bytes, b"stream") {
        let head = &bytes[at.saturating_sub(HEAD)..at];
        let head = &head[memmem::rfind(head, b"obj").unwrap_or_default()..];
        if memmem::find(head, b"/ObjStm").is_none() && memmem::find(head, b"/XRef").is_none() {
            continue;
        }
        // Packed twice is how a small table becomes a huge one unseen.
        if memmem::find_iter(head, b"Decode").filter(|at| !head[*at..].starts_with(b"DecodeParms")).count() > 1 {
            return false;
        }
        let content = &bytes[at + b"stream".len()..];
        let n_gap = content.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).take(2).count();
        let n_unpacked = copy(&mut ZlibDecoder::new(&content[n_gap..]).take(left + 1), &mut sink());
        // What is no such stream, as in a locked file, is the reader's to refuse.
        match left.checked_sub(n_unpacked.unwrap_or_default()) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    true
}

//! The container of Word, Excel and PowerPoint before 2007: only why it cannot be read.
//!
//! Newer documents with a password are packed in it, too, and are told apart, because what helps is another thing.

use memchr::memmem;

use super::Unreadable;

/// Name of the stream that holds a document with a password.
const ENCRYPTED: &str = "EncryptedPackage";

/// Why it cannot be read.
pub(super) fn why(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memmem::find(bytes, &name).is_some() { Unreadable::Encrypted } else { Unreadable::UnknownFormat }
}

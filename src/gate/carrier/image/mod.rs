//! Pictures to what they carry beside themselves: texts of their metadata, and that there is some. No pixel is decoded.
//!
//! The walk goes over headers only and never asks for memory of the size that they name. Profiles of colours are allowed.

mod exif;
mod gif;
mod iptc;
mod jpeg;
mod png;
#[cfg(test)]
mod tests;
mod webp;

use memchr::memmem;

use super::{APART, Inside, Origin, Piece, Spot, Take, Unreadable, html, text};

/// In bytes, of a block that nobody explains; the letters in it stand at its beginning.
const MOST_OPAQUE: usize = 1 << 20;
/// In bytes: no program writes longer texts into a picture.
const MOST_TEXT: usize = 8 << 20;
/// In bytes: shorter runs of letters in such a block are chance.
const SHORTEST_RUN: usize = 6;

/// Reads a picture. Of one that the program made, any metadata is too much. One that was attached must be looked at by somebody,
/// who sees all but its metadata: where that tells a place, it is too much, too.
pub(super) fn read(bytes: &[u8], inside: &Inside, origin: Origin, take: &mut dyn Take) {
    let mut finds = Finds { inside, origin, take };
    let walked = match bytes {
        [0xFF, ..] => jpeg::walk(bytes, &mut finds),
        [0x89, ..] => png::walk(bytes, &mut finds),
        [b'G', ..] => gif::walk(bytes, &mut finds),
        _ => webp::walk(bytes, &mut finds),
    };
    match (origin, walked) {
        (Origin::Brought, _) => take.unreadable(inside, Unreadable::Picture),
        (Origin::Own, None) => take.unreadable(inside, Unreadable::Broken),
        (Origin::Own, Some(())) => {}
    }
}

/// What is found in a picture.
struct Finds<'f> {
    inside: &'f Inside,
    origin: Origin,
    take: &'f mut dyn Take,
}

impl Finds<'_> {
    /// Takes note of metadata.
    fn note(&mut self, name: &str) {
        if self.origin == Origin::Own {
            self.take.metadata(self.inside, name);
        }
    }

    /// Takes note of metadata that tells a place, whoever made the picture.
    fn note_place(&mut self) {
        self.take.metadata(self.inside, "GPS");
    }

    /// Gives a text of the property `name`, in whatever encoding a camera or a program wrote.
    fn text(&mut self, name: &str, bytes: &[u8]) {
        let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        if end > MOST_TEXT {
            return self.take.unreadable(self.inside, Unreadable::TooMuch);
        }
        let inside = self.at(name);
        for text in text::decode(&bytes[..end]) {
            self.take.piece(Piece { text: &text, headings: &[], inside: &inside });
        }
    }

    /// Gives the letters in bytes that nobody explains.
    fn opaque(&mut self, name: &str, bytes: &[u8]) {
        let mut runs = String::new();
        for run in bytes[..bytes.len().min(MOST_OPAQUE)].split(|byte| byte.is_ascii_control()) {
            if run.len() < SHORTEST_RUN {
                continue;
            }
            for run in String::from_utf8_lossy(run).split(char::REPLACEMENT_CHARACTER).filter(|run| run.len() >= SHORTEST_RUN) {
                runs.push_str(run);
                runs.push(APART);
            }
        }
        if !runs.is_empty() {
            self.take.piece(Piece { text: &runs, headings: &[], inside: &self.at(name) });
        }
    }

    /// Takes a packet of XMP.
    fn xmp(&mut self, bytes: &[u8]) {
        self.note("XMP");
        if bytes.len() > MOST_TEXT {
            return self.take.unreadable(self.inside, Unreadable::TooMuch);
        }
        if memmem::find(bytes, b"GPSL").is_some() {
            self.note_place();
        }
        let inside = self.at("XMP");
        html::give_data(&String::from_utf8_lossy(bytes), &inside, self.take);
    }

    /// Takes bytes behind the end of a picture.
    fn trailing(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        self.note("trailing");
        // Phones hang clips on, and some people archives.
        self.opaque("trailing", bytes);
    }

    fn at(&self, name: &str) -> Inside {
        Inside { spot: Spot::Property(name.to_owned()), ..self.inside.clone() }
    }
}

/// Takes `n` bytes from the front of what is left.
fn take_bytes<'b>(rest: &mut &'b [u8], n: usize) -> Option<&'b [u8]> {
    let (taken, behind) = rest.split_at_checked(n)?;
    *rest = behind;
    Some(taken)
}

/// Takes a byte from the front of what is left.
fn take_byte(rest: &mut &[u8]) -> Option<u8> {
    take_bytes(rest, 1).map(|byte| byte[0])
}

//! Sound and film to the texts of their tags, with the note that nobody can read what is said in them.
//!
//! Heads of ID3, of boxes (MP4, M4A, MOV) and of chunks (WAV, AVI) are followed; other containers are only noted.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::{APART, Inside, Part, Piece, Spot, Take, Unreadable};

/// Deeper than any real file nests its boxes.
const MAX_DEPTH: u32 = 12;
/// Boxes that hold boxes, with what stands in them before the first.
const NESTS: [(&[u8; 4], usize); 8] =
    [(b"moov", 0), (b"udta", 0), (b"meta", 4), (b"ilst", 0), (b"trak", 0), (b"mdia", 0), (b"minf", 0), (b"----", 0)];

/// Reads the tags.
pub(super) fn read(part: &Part<'_>, take: &mut dyn Take) {
    let bytes = part.bytes;
    let mut tags = Tags { text: String::new() };
    match bytes {
        [b'I', b'D', b'3', ..] => tags.id3(bytes),
        [b'R', b'I', b'F', b'F', ..] => tags.chunks(bytes.get(12..).unwrap_or_default(), 0),
        _ if bytes.get(4..8) == Some(b"ftyp") => tags.boxes(bytes, 0),
        _ => {}
    }
    if let Some(tail) = bytes.len().checked_sub(128).and_then(|at| bytes.get(at..)).filter(|tail| tail.starts_with(b"TAG")) {
        tags.push(&GB18030.decode_without_bom_handling(&tail[3..127]).0);
    }
    if !tags.text.is_empty() {
        let inside = Inside { spot: Spot::Property("tags".to_owned()), ..part.inside.clone() };
        take.piece(Piece { text: &tags.text, headings: &[], inside: &inside });
    }
    take.unreadable(part.inside, Unreadable::Media);
}

struct Tags {
    text: String,
}

impl Tags {
    fn push(&mut self, text: &str) {
        for text in text.split('\0').map(str::trim).filter(|text| !text.is_empty()) {
            self.text.push_str(text);
            self.text.push(APART);
        }
    }

    /// Frames of ID3 version 2.
    fn id3(&mut self, bytes: &[u8]) {
        let (Some(&version), Some(size)) = (bytes.get(3), bytes.get(6..10)) else { return };
        let end = seven_bits(size) + 10;
        let mut rest = bytes.get(10..end.min(bytes.len())).unwrap_or_default();
        let n_head = if version == 2 { 6 } else { 10 };
        while let Some((head, behind)) = rest.split_at_checked(n_head) {
            let n_bytes = match version {
                2 => big_endian(&head[3..6]),
                3 => big_endian(&head[4..8]),
                _ => seven_bits(&head[4..8]),
            };
            let Some((frame, behind)) = behind.split_at_checked(n_bytes) else { break };
            let is_text = head[0] == b'T' || head.starts_with(b"COM") || head.starts_with(b"USLT") || head[0] == b'W';
            if is_text && let [encoding, text @ ..] = frame {
                self.push(&id3_text(*encoding, text));
            }
            rest = behind;
        }
    }

    /// Boxes of MP4 and QuickTime.
    fn boxes(&mut self, bytes: &[u8], depth: u32) {
        let mut rest = bytes;
        while let Some((head, _)) = rest.split_at_checked(8) {
            let (n_head, n_bytes) = match big_endian(&head[..4]) {
                0 => (8, rest.len()),
                1 => (16, rest.get(8..16).map_or(0, big_endian)),
                n_bytes => (8, n_bytes),
            };
            let Some(content) = rest.get(n_head..n_bytes.min(rest.len())) else { break };
            self.content(&head[4..8], content, depth);
            rest = rest.get(n_bytes..).unwrap_or_default();
        }
    }

    fn content(&mut self, kind: &[u8], content: &[u8], depth: u32) {
        let nest = NESTS.iter().find(|(name, _)| kind == *name);
        if let Some((_, n_before)) = nest.filter(|_| depth < MAX_DEPTH) {
            // QuickTime has no version before the boxes of `meta`, MP4 has.
            let n_before = if content.get(4..8) == Some(b"hdlr") { 0 } else { *n_before };
            return self.boxes(content.get(n_before..).unwrap_or_default(), depth + 1);
        }
        match kind {
            b"data" => self.push(&String::from_utf8_lossy(content.get(8..).unwrap_or_default())),
            // A box of a tag: QuickTime writes a length, a language and the text; MP4 a box `data`.
            [0xA9, ..] if content.get(4..8) == Some(b"data") && depth < MAX_DEPTH => self.boxes(content, depth + 1),
            [0xA9, ..] => self.push(&String::from_utf8_lossy(content.get(4..).unwrap_or_default())),
            _ if content.get(4..8) == Some(b"data") && depth < MAX_DEPTH => self.boxes(content, depth + 1),
            _ => {}
        }
    }

    /// Chunks of RIFF.
    fn chunks(&mut self, bytes: &[u8], depth: u32) {
        let mut rest = bytes;
        while let Some((head, behind)) = rest.split_at_checked(8) {
            let n_bytes = head[4..8].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            let content = &behind[..n_bytes.min(behind.len())];
            match &head[..4] {
                b"LIST" if depth < MAX_DEPTH => self.chunks(content.get(4..).unwrap_or_default(), depth + 1),
                b"id3 " | b"ID3 " => self.id3(content),
                [b'I', ..] => self.push(&GB18030.decode_without_bom_handling(content).0),
                _ => {}
            }
            rest = behind.get(n_bytes.next_multiple_of(2)..).unwrap_or_default();
        }
    }
}

fn id3_text(encoding: u8, text: &[u8]) -> String {
    match encoding {
        1 if text.starts_with(b"\xFE\xFF") => UTF_16BE.decode_with_bom_removal(text).0.into_owned(),
        1 => UTF_16LE.decode_with_bom_removal(text).0.into_owned(),
        2 => UTF_16BE.decode_without_bom_handling(text).0.into_owned(),
        3 => String::from_utf8_lossy(text).into_owned(),
        // Called Latin-1, and written in GBK by programs of here.
        _ => GB18030.decode_without_bom_handling(text).0.into_owned(),
    }
}

fn big_endian(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

fn seven_bits(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |sum, byte| sum << 7 | usize::from(*byte & 0x7F))
}

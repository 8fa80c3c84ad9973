//! EXIF data to its texts, and whether it tells a place. Every list is read once, and no more of them than a camera writes.

use super::Finds;

/// Lists of a picture; a camera writes five.
const MOST_LISTS: usize = 16;
/// Entries of a list; a camera writes fifty.
const MOST_ENTRIES: usize = 1000;

const EXIF_LIST: u16 = 0x8769;
const PLACE_LIST: u16 = 0x8825;
const INTEROP_LIST: u16 = 0xA005;
const PREVIEW: u16 = 0x0201;
const COMMENT: u16 = 0x9286;
const MAKER_NOTE: u16 = 0x927C;
/// North and east, in the list of the place.
const LATITUDE: u16 = 2;

/// Tags whose texts have a name that programs show.
const NAMES: [(u16, &str); 17] = [
    (0x010E, "exif:ImageDescription"),
    (0x010F, "exif:Make"),
    (0x0110, "exif:Model"),
    (0x0131, "exif:Software"),
    (0x013B, "exif:Artist"),
    (0x013C, "exif:HostComputer"),
    (0x8298, "exif:Copyright"),
    (COMMENT, "exif:UserComment"),
    (MAKER_NOTE, "exif:MakerNote"),
    (0x9C9B, "exif:XPTitle"),
    (0x9C9C, "exif:XPComment"),
    (0x9C9D, "exif:XPAuthor"),
    (0x9C9E, "exif:XPKeywords"),
    (0x9C9F, "exif:XPSubject"),
    (0xA420, "exif:ImageUniqueID"),
    (0xA430, "exif:CameraOwnerName"),
    (0xA431, "exif:BodySerialNumber"),
];

/// Reads the data behind `Exif\0\0`.
pub(super) fn read(tiff: &[u8], finds: &mut Finds<'_>) {
    finds.note("EXIF");
    let Some(is_little) = is_little(tiff) else { return finds.opaque("EXIF", tiff) };
    let mut data = Data { tiff, is_little, n_left: tiff.len().saturating_mul(2) };
    let mut lists = vec![(0, data.u32(4).unwrap_or_default())];
    let mut n_read = 0;
    while let Some((kind, at)) = lists.get(n_read).copied() {
        data.read_list(kind, at as usize, &mut lists, finds);
        n_read += 1;
    }
}

fn is_little(tiff: &[u8]) -> Option<bool> {
    match tiff.get(..4)? {
        b"II*\0" => Some(true),
        b"MM\0*" => Some(false),
        _ => None,
    }
}

struct Data<'d> {
    tiff: &'d [u8],
    is_little: bool,
    /// How many bytes of values may still be read: all of them may point at the same ones.
    n_left: usize,
}

/// An entry of a list.
struct Entry<'d> {
    tag: u16,
    kind: u16,
    value: &'d [u8],
    /// The value as a number.
    number: u32,
}

impl<'d> Data<'d> {
    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = *self.tiff.get(at..)?.first_chunk::<2>()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let bytes = *self.tiff.get(at..)?.first_chunk::<4>()?;
        Some(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn entry(&mut self, at: usize) -> Option<Entry<'d>> {
        let (tag, kind, n, number) = (self.u16(at)?, self.u16(at + 2)?, self.u32(at + 4)? as usize, self.u32(at + 8)?);
        let size = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            5 | 10 | 12 => 8,
            _ => 4,
        };
        let n_bytes = n.checked_mul(size)?;
        let start = if n_bytes <= 4 { at + 8 } else { number as usize };
        // A value that ends behind everything is read as far as it goes.
        let end = start.saturating_add(n_bytes).min(self.tiff.len());
        Some(Entry { tag, kind, value: self.part(start, end), number })
    }

    /// A part of the data, as long as not too much of it has been read.
    fn part(&mut self, start: usize, end: usize) -> &'d [u8] {
        let part = self.tiff.get(start..end).filter(|part| part.len() <= self.n_left).unwrap_or_default();
        self.n_left -= part.len();
        part
    }

    /// Reads a list, and adds those that it leads to.
    fn read_list(&mut self, kind: u16, at: usize, lists: &mut Vec<(u16, u32)>, finds: &mut Finds<'_>) {
        let n = usize::from(self.u16(at).unwrap_or_default()).min(MOST_ENTRIES);
        for idx in 0..n {
            let Some(entry) = self.entry(at + 2 + idx * 12) else { return };
            match entry.tag {
                EXIF_LIST | PLACE_LIST | INTEROP_LIST => add(lists, entry.tag, entry.number),
                LATITUDE if kind == PLACE_LIST => finds.note_place(),
                PREVIEW => self.read_preview(entry.number as usize, finds),
                _ => read_text(&entry, finds),
            }
        }
        // The list of the preview follows the first one.
        if let Some(next @ 1..) = self.u32(at + 2 + n * 12) {
            add(lists, 0, next);
        }
    }

    fn read_preview(&mut self, at: usize, finds: &mut Finds<'_>) {
        finds.note("thumbnail");
        // A preview is a picture whose own metadata nobody expects: its letters will do.
        let preview = self.part(at, self.tiff.len());
        finds.opaque("thumbnail", preview);
    }
}

fn add(lists: &mut Vec<(u16, u32)>, kind: u16, at: u32) {
    if lists.len() < MOST_LISTS && lists.iter().all(|(_, known)| *known != at) {
        lists.push((kind, at));
    }
}

fn read_text(entry: &Entry<'_>, finds: &mut Finds<'_>) {
    let known = NAMES.iter().find(|(tag, _)| *tag == entry.tag).map(|(_, name)| *name);
    let unknown = || format!("exif:0x{:04X}", entry.tag);
    let name = known.map_or_else(unknown, str::to_owned);
    match (entry.tag, entry.kind) {
        (COMMENT, _) => {
            // Eight letters say what the comment is in.
            let (kind, text) = entry.value.split_at_checked(8).unwrap_or((&[], entry.value));
            finds.text(&name, text);
            if kind.starts_with(b"JIS") {
                finds.opaque(&name, text);
            }
        }
        (MAKER_NOTE, _) => finds.opaque(&name, entry.value),
        (_, 2) => finds.text(&name, entry.value),
        (0x9C9B..=0x9C9F, _) => {
            let units: Vec<u16> = entry.value.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            finds.text(&name, String::from_utf16_lossy(&units).as_bytes());
        }
        (_, 1 | 7) if entry.value.len() > 8 => finds.opaque(&name, entry.value),
        _ => {}
    }
}

//! A WebP's chunks to its metadata.

use super::{Finds, exif, take_bytes};

/// Chunks that say how to show a picture, also one that moves.
const NEEDED: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Goes over the chunks; `None` if one is cut off.
pub(super) fn walk(bytes: &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let length = bytes.get(4..)?.first_chunk::<4>()?;
    let end = (u32::from_le_bytes(*length) as usize).saturating_add(8);
    let mut rest = bytes.get(12..end)?;
    while !rest.is_empty() {
        let head = take_bytes(&mut rest, 8)?;
        let (kind, length) = head.split_first_chunk::<4>()?;
        let n_bytes = u32::from_le_bytes(*length.first_chunk::<4>()?) as usize;
        chunk(kind, take_bytes(&mut rest, n_bytes)?, finds);
        // Chunks begin at even positions; some writers leave out the last filling byte.
        if n_bytes % 2 == 1 && !rest.is_empty() {
            take_bytes(&mut rest, 1)?;
        }
    }
    finds.trailing(&bytes[end..]);
    Some(())
}

fn chunk(kind: &[u8; 4], body: &[u8], finds: &mut Finds<'_>) {
    match kind {
        b"EXIF" => exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body), finds),
        b"XMP " => finds.xmp(body),
        _ if NEEDED.contains(&kind) => {}
        _ => {
            let name = String::from_utf8_lossy(kind).into_owned();
            finds.note(&name);
            finds.opaque(&name, body);
        }
    }
}

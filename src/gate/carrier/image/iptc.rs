//! Resources of Photoshop to their texts: captions, authors and places as agencies write them.

use super::{Finds, take_byte, take_bytes};

/// The resource that holds IPTC data, and that which holds EXIF and XMP.
const IPTC: u16 = 0x0404;
const EXIF: u16 = 0x0422;
const XMP: u16 = 0x0424;

/// Reads resources, one behind the other.
pub(super) fn read_resources(bytes: &[u8], finds: &mut Finds<'_>) {
    finds.note("IPTC");
    let mut rest = bytes;
    while let Some((kind, body)) = next_resource(&mut rest) {
        match kind {
            IPTC => read(body, finds),
            EXIF => super::exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body), finds),
            XMP => finds.xmp(body),
            _ => finds.opaque("8BIM", body),
        }
    }
    if !rest.is_empty() {
        finds.opaque("8BIM", rest);
    }
}

fn next_resource<'b>(rest: &mut &'b [u8]) -> Option<(u16, &'b [u8])> {
    let mut here = rest.strip_prefix(b"8BIM")?;
    let kind = take_bytes(&mut here, 2)?;
    let n_letters = usize::from(take_byte(&mut here)?);
    // The name and its length together are even, and so is the body.
    take_bytes(&mut here, n_letters | 1)?;
    let length = take_bytes(&mut here, 4)?;
    let n_bytes = u32::from_be_bytes([length[0], length[1], length[2], length[3]]) as usize;
    let body = take_bytes(&mut here, n_bytes)?;
    if n_bytes % 2 == 1 && !here.is_empty() {
        take_byte(&mut here)?;
    }
    *rest = here;
    Some((u16::from_be_bytes([kind[0], kind[1]]), body))
}

/// Reads IPTC data: fields, each behind a mark, its number and its length.
pub(super) fn read(bytes: &[u8], finds: &mut Finds<'_>) {
    let mut rest = bytes;
    while let Some((record, field, value)) = next_field(&mut rest) {
        finds.text(&format!("iptc:{record}:{field}"), value);
    }
    if !rest.is_empty() {
        finds.opaque("IPTC", rest);
    }
}

fn next_field<'b>(rest: &mut &'b [u8]) -> Option<(u8, u8, &'b [u8])> {
    let mut here = rest.strip_prefix(&[0x1C])?;
    let head = take_bytes(&mut here, 4)?;
    let value = take_bytes(&mut here, usize::from(u16::from_be_bytes([head[2], head[3]])))?;
    *rest = here;
    Some((head[0], head[1], value))
}

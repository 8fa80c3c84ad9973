//! A JPEG's segments to its metadata.

use std::collections::BTreeMap;

use memchr::memchr;

use super::{Finds, exif, iptc, take_byte, take_bytes};

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
/// In bytes: what stands before each part of an extended packet, its digest, length and offset.
const PART_HEAD: usize = 40;

/// Goes over the segments of a picture and those that follow it in the same file; `None` if one is cut off.
pub(super) fn walk(bytes: &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let mut rest = bytes.get(2..)?;
    loop {
        walk_one(&mut rest, finds)?;
        match rest {
            [] => return Some(()),
            // Phones hang on another picture: a preview, a depth, the same in other light.
            [0xFF, 0xD8, 0xFF, ..] => {
                finds.note("trailing");
                rest = &rest[2..];
            }
            _ => {
                finds.trailing(rest);
                return Some(());
            }
        }
    }
}

/// Goes over one picture, up to the marker that ends it.
fn walk_one(rest: &mut &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let mut extended: BTreeMap<u32, &[u8]> = BTreeMap::new();
    loop {
        let marker = next_marker(rest)?;
        match marker {
            0xD9 => break,
            0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let length = take_bytes(rest, 2)?;
        let body = take_bytes(rest, usize::from(u16::from_be_bytes([length[0], length[1]])).checked_sub(2)?)?;
        match extended_part(body).filter(|_| marker == 0xE1) {
            Some((offset, part)) => {
                extended.insert(offset, part);
            }
            None => segment(marker, body, finds),
        }
    }
    if !extended.is_empty() {
        finds.xmp(&extended.into_values().collect::<Vec<_>>().concat());
    }
    Some(())
}

/// Moves behind the next marker. In coded data `FF 00` is a byte as any other, and restarts end nothing.
fn next_marker(rest: &mut &[u8]) -> Option<u8> {
    loop {
        let at = memchr(0xFF, rest)?;
        take_bytes(rest, at + 1)?;
        let mut byte = take_byte(rest)?;
        while byte == 0xFF {
            byte = take_byte(rest)?;
        }
        if byte != 0 {
            return Some(byte);
        }
    }
}

fn extended_part(body: &[u8]) -> Option<(u32, &[u8])> {
    let (head, part) = body.strip_prefix(EXTENDED_XMP)?.split_at_checked(PART_HEAD)?;
    let offset = head.last_chunk::<4>()?;
    Some((u32::from_be_bytes(*offset), part))
}

fn segment(marker: u8, body: &[u8], finds: &mut Finds<'_>) {
    match marker {
        0xE0 if body.starts_with(b"JFIF\0") && body.ends_with(&[0, 0]) && body.len() == 14 => {}
        0xE0 => finds.note("thumbnail"),
        0xE1 => match (body.strip_prefix(b"Exif\0"), body.strip_prefix(XMP)) {
            (Some(tiff), _) => exif::read(tiff.get(1..).unwrap_or_default(), finds),
            (_, Some(packet)) => finds.xmp(packet),
            _ => other(marker, body, finds),
        },
        0xE2 if body.starts_with(b"ICC_PROFILE\0") => {}
        0xE2 if body.starts_with(b"MPF\0") => finds.note("MPF"),
        0xED if body.starts_with(b"Photoshop 3.0\0") => iptc::read_resources(&body[14..], finds),
        0xEE if body.starts_with(b"Adobe") && body.len() == 12 => {}
        0xFE => {
            finds.note("COM");
            finds.text("COM", body);
        }
        0xE2..=0xEF => other(marker, body, finds),
        _ => {}
    }
}

fn other(marker: u8, body: &[u8], finds: &mut Finds<'_>) {
    let name = format!("APP{}", marker & 0x0F);
    finds.note(&name);
    finds.opaque(&name, body);
}

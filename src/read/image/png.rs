//! A PNG's chunks to its size and kind of pixels, up to the chunk that ends the picture.
//!
//! Only the first chunk's checksum is tested here; those of the pixels are tested when the pixels are decoded.

use image::metadata::Orientation;

use super::bytes::Walker;
use super::{Fault, Header, orientation_of};

/// EXIF data beyond this is no camera's, and is not looked at.
const MAX_EXIF: usize = 1 << 20;

pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(bytes, 8);
    let (kind, body) = take_chunk(&mut walker)?;
    if kind != *b"IHDR" || body.len() != 13 || crc(&bytes[12..29]).to_be_bytes() != bytes[29..33] {
        return Err(Fault::Damaged);
    }
    let mut header = read_first(body)?;
    let mut has_pixels = false;
    loop {
        let (kind, body) = take_chunk(&mut walker)?;
        match &kind {
            b"IEND" if has_pixels => return Ok(header),
            b"IEND" | b"IHDR" => return Err(Fault::Damaged),
            b"IDAT" => has_pixels = true,
            b"acTL" if body.get(..4).is_some_and(|n_frames| *n_frames != [0, 0, 0, 1]) => return Err(Fault::Animated),
            b"tRNS" if !header.has_alpha => {
                header.has_alpha = true;
                // One more channel: grey has one, everything else three.
                let n_bytes = header.bytes_per_pixel;
                header.bytes_per_pixel = if n_bytes < 3 { n_bytes * 2 } else { n_bytes / 3 * 4 };
            }
            b"eXIf" if body.len() <= MAX_EXIF => header.orientation = orientation_of(body),
            _ => {}
        }
    }
}

fn take_chunk<'a>(walker: &mut Walker<'a>) -> Result<([u8; 4], &'a [u8]), Fault> {
    let length = walker.u32_be()?;
    let kind = walker.take(4)?;
    // A chunk's kind is four letters: anything else means that we have lost our way.
    if length > i32::MAX as u32 || !kind.iter().all(u8::is_ascii_alphabetic) {
        return Err(Fault::Damaged);
    }
    let body = walker.take(length as usize)?;
    walker.take(4)?;
    Ok(([kind[0], kind[1], kind[2], kind[3]], body))
}

fn read_first(body: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(body, 0);
    let (width, height) = (walker.u32_be()?, walker.u32_be()?);
    let (n_bits, colour) = (u32::from(walker.byte()?), walker.byte()?);
    let n_channels = match (colour, n_bits) {
        (0, 1 | 2 | 4 | 8 | 16) => 1,
        (2, 8 | 16) => 3,
        // A palette is decoded to the colours themselves.
        (3, 1 | 2 | 4 | 8) => 3,
        (4, 8 | 16) => 2,
        (6, 8 | 16) => 4,
        _ => return Err(Fault::Damaged),
    };
    if width == 0 || height == 0 || width > i32::MAX as u32 || height > i32::MAX as u32 {
        return Err(Fault::Damaged);
    }
    Ok(Header {
        width,
        height,
        orientation: Orientation::NoTransforms,
        has_alpha: matches!(colour, 4 | 6),
        has_palette: colour == 3 || n_bits < 8,
        bytes_per_pixel: n_channels * n_bits.div_ceil(8),
    })
}

/// CRC-32 bit by bit: seventeen bytes do not need a table.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

//! A WebP's chunks to its size, transparency and orientation.

use image::metadata::Orientation;

use super::bytes::{Walker, u16_le};
use super::{Fault, Header, orientation_of};

/// EXIF data beyond this is no camera's, and is not looked at.
const MAX_EXIF: usize = 1 << 20;

pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(bytes, 4);
    let length = walker.u32_le()? as usize;
    // The length counts what follows it; bytes behind the container are nobody's.
    let inside = bytes.get(8..length.saturating_add(8)).ok_or(Fault::Truncated)?;
    let mut walker = Walker::new(inside, 4);
    let mut header: Option<Header> = None;
    let mut orientation = Orientation::NoTransforms;
    let mut has_pixels = false;
    while !walker.is_at_end() {
        let kind = walker.take(4)?;
        let n_bytes = walker.u32_le()? as usize;
        let body = walker.take(n_bytes)?;
        match kind {
            b"VP8X" if header.is_none() => header = Some(read_extended(body)?),
            b"ANIM" | b"ANMF" => return Err(Fault::Animated),
            b"VP8 " | b"VP8L" => {
                let own = if kind == b"VP8 " { read_lossy(body)? } else { read_lossless(body)? };
                header.get_or_insert(own);
                has_pixels = true;
            }
            b"EXIF" if n_bytes <= MAX_EXIF => orientation = orientation_of(body),
            _ => {}
        }
        // Chunks begin at even positions; some writers leave out the last filling byte.
        if n_bytes % 2 == 1 && !walker.is_at_end() {
            walker.byte()?;
        }
    }
    match header {
        Some(header) if has_pixels => Ok(Header { orientation, ..header }),
        _ => Err(Fault::Damaged),
    }
}

fn read_extended(body: &[u8]) -> Result<Header, Fault> {
    let body = body.get(..10).ok_or(Fault::Damaged)?;
    if body[0] & 0x02 != 0 {
        return Err(Fault::Animated);
    }
    let side = |at: usize| (u16_le(body, at) | u32::from(body[at + 2]) << 16) + 1;
    Ok(header(side(4), side(7), body[0] & 0x10 != 0))
}

fn read_lossy(body: &[u8]) -> Result<Header, Fault> {
    let body = body.get(..10).ok_or(Fault::Damaged)?;
    let (width, height) = (u16_le(body, 6) & 0x3FFF, u16_le(body, 8) & 0x3FFF);
    if body[3..6] != [0x9D, 0x01, 0x2A] || width == 0 || height == 0 {
        return Err(Fault::Damaged);
    }
    Ok(header(width, height, false))
}

fn read_lossless(body: &[u8]) -> Result<Header, Fault> {
    let body = body.get(..5).ok_or(Fault::Damaged)?;
    let bits = u16_le(body, 1) | u16_le(body, 3) << 16;
    if body[0] != 0x2F {
        return Err(Fault::Damaged);
    }
    Ok(header((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, bits >> 28 & 1 == 1))
}

fn header(width: u32, height: u32, has_alpha: bool) -> Header {
    Header {
        width,
        height,
        orientation: Orientation::NoTransforms,
        has_alpha,
        has_palette: false,
        bytes_per_pixel: if has_alpha { 4 } else { 3 },
    }
}

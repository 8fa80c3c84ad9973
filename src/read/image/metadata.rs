//! A picture's bytes to a verdict: whether anything in them is not needed to show it.

use super::PictureFormat;
use super::bytes::Walker;
use super::sniff::{Kind, sniff};

/// Chunks of a PNG that say how to show it.
const PNG_CHUNKS: [&[u8; 4]; 11] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"];

/// Chunks of a WebP that say how to show it.
const WEBP_CHUNKS: [&[u8; 4]; 4] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH"];

/// Whether a picture carries anything beside itself: EXIF, XMP, IPTC, comments, times, colour profiles, previews, or bytes behind
/// its end. What cannot be understood counts as carrying something.
pub fn has_metadata(bytes: &[u8]) -> bool {
    let is_bare = match sniff(bytes) {
        Kind::Format(PictureFormat::Jpeg) => is_bare_jpeg(bytes),
        Kind::Format(PictureFormat::Png) => is_bare_png(bytes),
        Kind::Format(PictureFormat::Webp) => is_bare_webp(bytes),
        // Never written, so never looked into.
        _ => None,
    };
    is_bare != Some(true)
}

fn is_bare_jpeg(bytes: &[u8]) -> Option<bool> {
    let mut walker = Walker::new(bytes, 2);
    loop {
        let marker = walker.take(2).ok()?;
        let n_bytes = walker.u16_be().ok()? as usize;
        let body = walker.take(n_bytes.checked_sub(2)?).ok()?;
        let is_needed = match marker {
            // The mark of the format, without its small preview; and which way the colours are stored.
            [0xFF, 0xE0] => body.starts_with(b"JFIF\0") && body.len() == 14 && body.ends_with(&[0, 0]),
            [0xFF, 0xEE] => body.starts_with(b"Adobe") && body.len() == 12,
            [0xFF, 0xE1..=0xEF | 0xFE] => false,
            // One scan up to the end of the file: what we write has no more.
            [0xFF, 0xDA] => return Some(walker.ends_with_only(&[0xFF, 0xD9])),
            [0xFF, _] => true,
            _ => return None,
        };
        if !is_needed {
            return Some(false);
        }
    }
}

fn is_bare_png(bytes: &[u8]) -> Option<bool> {
    let mut walker = Walker::new(bytes, 8);
    while !walker.is_at_end() {
        let n_bytes = walker.u32_be().ok()? as usize;
        let kind = walker.take(4).ok()?;
        walker.take(n_bytes.checked_add(4)?).ok()?;
        if !PNG_CHUNKS.iter().any(|known| kind == *known) {
            return Some(false);
        }
        if kind == b"IEND" {
            return Some(walker.is_at_end());
        }
    }
    None
}

fn is_bare_webp(bytes: &[u8]) -> Option<bool> {
    let mut walker = Walker::new(bytes, 4);
    if walker.u32_le().ok()? as usize != bytes.len().checked_sub(8)? {
        return Some(false);
    }
    walker.take(4).ok()?;
    while !walker.is_at_end() {
        let kind = walker.take(4).ok()?;
        let n_bytes = walker.u32_le().ok()? as usize;
        walker.take(n_bytes.checked_add(n_bytes % 2)?).ok()?;
        if !WEBP_CHUNKS.iter().any(|known| kind == *known) {
            return Some(false);
        }
    }
    Some(true)
}

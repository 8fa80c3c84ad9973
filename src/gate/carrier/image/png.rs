//! A PNG's chunks to its metadata.

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memchr;

use super::{Finds, exif, iptc, take_bytes};
use crate::gate::hit::Unreadable;

/// Chunks that say how to show a picture, also one that moves.
const NEEDED: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"iCCP", b"cICP", b"mDCV",
    b"cLLI", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

/// In bytes, for all packed texts of a picture together.
const MOST_UNPACKED: u64 = 32 << 20;

/// Goes over the chunks; `None` if one is cut off.
pub(super) fn walk(bytes: &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    let mut n_left = MOST_UNPACKED;
    loop {
        let head = take_bytes(&mut rest, 8)?;
        let (length, kind) = head.split_first_chunk::<4>()?;
        let body = take_bytes(&mut rest, u32::from_be_bytes(*length) as usize)?;
        take_bytes(&mut rest, 4)?;
        if kind == b"IEND" {
            finds.trailing(rest);
            return Some(());
        }
        if !NEEDED.iter().any(|needed| kind == *needed) {
            chunk(kind, body, &mut n_left, finds);
        }
    }
}

fn chunk(kind: &[u8], body: &[u8], n_left: &mut u64, finds: &mut Finds<'_>) {
    let name = String::from_utf8_lossy(kind).into_owned();
    match kind {
        b"eXIf" => exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body), finds),
        b"tEXt" | b"zTXt" | b"iTXt" => {
            finds.note(&name);
            if texts(kind, body, n_left, finds).is_none() {
                finds.opaque(&name, body);
            }
        }
        _ => {
            finds.note(&name);
            finds.opaque(&name, body);
        }
    }
}

/// The keyword and the text of a chunk; `None` if it is not made as it should be.
fn texts(kind: &[u8], body: &[u8], n_left: &mut u64, finds: &mut Finds<'_>) -> Option<()> {
    let (keyword, mut rest) = split_at_nul(body)?;
    finds.text("keyword", keyword);
    let mut is_packed = kind == b"zTXt";
    if kind == b"iTXt" {
        is_packed = take_bytes(&mut rest, 2)?[0] == 1;
        let (_, behind) = split_at_nul(rest)?;
        let (translated, behind) = split_at_nul(behind)?;
        finds.text("keyword", translated);
        rest = behind;
    } else if is_packed {
        take_bytes(&mut rest, 1)?;
    }
    if !is_packed {
        text(keyword, rest, finds);
        return Some(());
    }
    let mut unpacked = Vec::new();
    // What is damaged in its middle is read up to there.
    let whole = ZlibDecoder::new(rest).take(*n_left).read_to_end(&mut unpacked);
    *n_left -= unpacked.len() as u64;
    text(keyword, &unpacked, finds);
    if *n_left == 0 {
        finds.take.unreadable(finds.inside, Unreadable::TooMuch);
    }
    whole.ok().map(drop)
}

fn split_at_nul(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = memchr(0, bytes)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

fn text(keyword: &[u8], text: &[u8], finds: &mut Finds<'_>) {
    let profile = keyword.strip_prefix(b"Raw profile type ");
    match (keyword, profile) {
        (b"XML:com.adobe.xmp", _) => finds.xmp(text),
        (_, Some(kind)) => {
            let bytes = raw_profile(text);
            match kind {
                b"exif" | b"APP1" if !bytes.starts_with(b"http") => {
                    exif::read(bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes), finds);
                }
                b"iptc" | b"8bim" => iptc::read_resources(&bytes, finds),
                _ => finds.xmp(&bytes),
            }
        }
        _ => finds.text(&String::from_utf8_lossy(keyword), text),
    }
}

/// A profile as ImageMagick writes it: its name and length on two lines, then two digits for each byte.
fn raw_profile(text: &[u8]) -> Vec<u8> {
    let digits = text.trim_ascii_start().splitn(3, |byte| *byte == b'\n').nth(2).unwrap_or_default();
    let digits: Vec<u8> = digits.iter().filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

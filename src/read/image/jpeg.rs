//! A JPEG's segments and scans to its size and orientation, up to the marker that ends the picture.
//!
//! What follows the end marker is not looked at: phones store a second picture or a clip there.

use image::metadata::Orientation;

use super::bytes::Walker;
use super::{Fault, Header, orientation_of};

const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const APP1: u8 = 0xE1;

pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(bytes, 2);
    let mut frame: Option<Header> = None;
    let mut orientation = None;
    let mut has_scan = false;
    let mut marker = next_marker(&mut walker)?;
    loop {
        match marker {
            EOI => break,
            // Markers without a body.
            0x01 | 0xD0..=0xD7 => marker = next_marker(&mut walker)?,
            0x00 | 0xD8 => return Err(Fault::Damaged),
            SOS => {
                take_segment(&mut walker)?;
                has_scan = true;
                marker = skip_scan(&mut walker)?;
            }
            _ => {
                let segment = take_segment(&mut walker)?;
                // DHT, JPG and DAC lie among the frame markers.
                if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
                    let header = read_frame(marker, segment)?;
                    if frame.replace(header).is_some() {
                        return Err(Fault::Damaged);
                    }
                }
                if marker == APP1 && orientation.is_none() && segment.starts_with(b"Exif\0\0") {
                    orientation = Some(orientation_of(segment));
                }
                marker = next_marker(&mut walker)?;
            }
        }
    }
    match frame {
        Some(header) if has_scan => Ok(Header { orientation: orientation.unwrap_or(Orientation::NoTransforms), ..header }),
        _ => Err(Fault::Damaged),
    }
}

/// Markers begin with one or more bytes `FF`. Some programs leave stray bytes between segments; decoders pass over them.
fn next_marker(walker: &mut Walker) -> Result<u8, Fault> {
    walker.skip_past(0xFF)?;
    loop {
        match walker.byte()? {
            0xFF => {}
            0x00 => walker.skip_past(0xFF)?,
            marker => return Ok(marker),
        }
    }
}

fn take_segment<'a>(walker: &mut Walker<'a>) -> Result<&'a [u8], Fault> {
    let length = walker.u16_be()? as usize;
    walker.take(length.checked_sub(2).ok_or(Fault::Damaged)?)
}

/// Coded data, in which `FF 00` is a plain `FF` and `FF D0…D7` a restart; gives the marker that ends it.
fn skip_scan(walker: &mut Walker) -> Result<u8, Fault> {
    loop {
        walker.skip_past(0xFF)?;
        let mut byte = walker.byte()?;
        while byte == 0xFF {
            byte = walker.byte()?;
        }
        if !matches!(byte, 0x00 | 0xD0..=0xD7) {
            return Ok(byte);
        }
    }
}

fn read_frame(marker: u8, segment: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(segment, 0);
    let n_bits = walker.byte()?;
    let height = walker.u16_be()?;
    let width = walker.u16_be()?;
    let n_components = walker.byte()?;
    match marker {
        0xC3 | 0xC7 | 0xCB | 0xCF => return Err(Fault::UnusualJpeg("lossless")),
        0xC9..=0xCE => return Err(Fault::UnusualJpeg("arithmetic coding")),
        0xC5 | 0xC6 => return Err(Fault::UnusualJpeg("hierarchical")),
        _ if n_bits != 8 => return Err(Fault::UnusualJpeg("12-bit")),
        _ => {}
    }
    // A height of zero announces that it follows behind the first scan, which no camera does and few decoders read.
    if width == 0 || height == 0 || !matches!(n_components, 1 | 3 | 4) {
        return Err(Fault::Damaged);
    }
    Ok(Header {
        width,
        height,
        orientation: Orientation::NoTransforms,
        has_alpha: false,
        has_palette: false,
        bytes_per_pixel: if n_components == 1 { 1 } else { 3 },
    })
}

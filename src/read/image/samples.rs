//! Small pictures for tests, made by code: nothing is read from disk.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// Four coloured quarters: red, green above blue, white.
pub(crate) fn quarters(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| match (x * 2 < width, y * 2 < height) {
        (true, true) => Rgb([255, 0, 0]),
        (false, true) => Rgb([0, 255, 0]),
        (true, false) => Rgb([0, 0, 255]),
        (false, false) => Rgb([255, 255, 255]),
    }))
}

/// A red disc on nothing.
pub(crate) fn disc(side: u32) -> DynamicImage {
    let middle = f64::from(side) / 2.0;
    DynamicImage::ImageRgba8(RgbaImage::from_fn(side, side, |x, y| {
        let (dx, dy) = (f64::from(x) + 0.5 - middle, f64::from(y) + 0.5 - middle);
        if dx * dx + dy * dy < middle * middle * 0.8 { Rgba([200, 16, 32, 255]) } else { Rgba([0, 0, 0, 0]) }
    }))
}

/// Something like a photo: slow tones, edges, and grain of a sensor.
#[expect(clippy::disallowed_methods, reason = "the last digit is rounded away, and no output comes of it")]
pub(crate) fn photo(width: u32, height: u32) -> DynamicImage {
    let mut state: u32 = 12_345;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = ((state >> 24) as i32 % 9) - 4;
        let (fx, fy) = (x * 1000 / width, y * 1000 / height);
        let wave = ((f64::from(fx) / 60.0).sin() * 50.0 + (f64::from(fy) / 90.0).cos() * 50.0) as i32;
        let edge = if (fx / 50 + fy / 70) % 3 == 0 { 30 } else { 0 };
        let tone = |base: i32| (base + wave + edge + grain).clamp(0, 255) as u8;
        Rgb([tone(120), tone(100), tone(90)])
    }))
}

/// The picture in a format.
pub(crate) fn encoded(pixels: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).expect("the picture can be encoded");
    bytes.into_inner()
}

/// EXIF data that asks for an orientation and tells a place.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(2u16.to_le_bytes());
    // Orientation, then the offset of the GPS data, then no further list.
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0]);
    tiff.extend([orientation.to_le_bytes(), [0, 0]].concat());
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0GPS-SECRET");
    tiff
}

/// Puts a segment behind the start of a JPEG.
pub(crate) fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, body, &jpeg[2..]].concat()
}

/// A JPEG with an orientation and all that a phone tells about itself.
pub(crate) fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let body = [&b"Exif\0\0"[..], &exif(orientation)].concat();
    with_segment(jpeg, 0xE1, &body)
}

/// A chunk of a PNG.
pub(crate) fn png_chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let crc = super::png::crc(&[kind, body].concat());
    [&(body.len() as u32).to_be_bytes()[..], kind, body, &crc.to_be_bytes()].concat()
}

/// A PNG with a chunk behind its first.
pub(crate) fn with_chunk(png: &[u8], kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&png[..33], &png_chunk(kind, body), &png[33..]].concat()
}

/// The beginning and end of a PNG that says it has this many one-bit pixels.
pub(crate) fn png_bomb(width: u32, height: u32) -> Vec<u8> {
    let first = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(png_chunk(b"IHDR", &first));
    bytes.extend(png_chunk(b"IDAT", &[0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]));
    bytes.extend(png_chunk(b"IEND", &[]));
    bytes
}

/// A container of WebP around chunks.
pub(crate) fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut inside = b"WEBP".to_vec();
    for (kind, body) in chunks {
        inside.extend([&kind[..], &(body.len() as u32).to_le_bytes(), body].concat());
        inside.extend(vec![0; body.len() % 2]);
    }
    [&b"RIFF"[..], &(inside.len() as u32).to_le_bytes(), &inside].concat()
}

/// A WebP with the extended header, its pixels and EXIF data.
pub(crate) fn webp_with_exif(webp: &[u8], width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let head = [vec![0x08, 0, 0, 0], side(width), side(height)].concat();
    let pixels = &webp[20..];
    let kind: &[u8; 4] = webp[12..16].try_into().expect("four bytes are four bytes");
    riff(&[(b"VP8X", &head), (kind, pixels), (b"EXIF", &exif(orientation))])
}

/// A JPEG of eight by eight pixels of one colour in four printing inks, stored inverted as Photoshop does.
pub(crate) fn cmyk_jpeg(inks: [u8; 4]) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, body: &[u8]| {
        bytes.extend([0xFF, marker]);
        bytes.extend((body.len() as u16 + 2).to_be_bytes());
        bytes.extend(body);
    };
    segment(0xEE, b"Adobe\0\x64\0\0\0\0\0");
    segment(0xDB, &[&[0][..], &[8; 64]].concat());
    segment(0xC0, &[8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]);
    // Nine lengths of a value, four bits each; and one code for "no more".
    segment(0xC4, &[&[0, 0, 0, 0, 9][..], &[0; 12], &[0, 1, 2, 3, 4, 5, 6, 7, 8]].concat());
    segment(0xC4, &[&[0x10, 1][..], &[0; 15], &[0]].concat());
    segment(0xDA, &[4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);
    let mut bits = String::new();
    for ink in inks {
        let value = 255 - i32::from(ink) - 128;
        let n_bits = (32 - value.unsigned_abs().leading_zeros()) as usize;
        let coded = if value < 0 { value + (1 << n_bits) - 1 } else { value };
        bits.push_str(&format!("{n_bits:04b}"));
        if n_bits > 0 {
            bits.push_str(&format!("{coded:0n_bits$b}"));
        }
        bits.push('0');
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for byte in bits.as_bytes().chunks(8) {
        let byte = byte.iter().fold(0, |byte, bit| byte << 1 | (bit - b'0'));
        bytes.extend(if byte == 0xFF { vec![0xFF, 0] } else { vec![byte] });
    }
    bytes.extend([0xFF, 0xD9]);
    bytes
}

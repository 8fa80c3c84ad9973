//! A picture's bytes to its pixels, eight bits a channel, with the profile that says what its colours mean.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::read::{Picture, PictureFormat};

/// A decoded picture, as stored: not yet turned.
#[derive(Debug)]
pub(super) struct Decoded {
    /// `ImageRgb8`, or `ImageRgba8` if some pixel is transparent.
    pub(super) pixels: DynamicImage,
    /// ICC profile; `None` means sRGB.
    pub(super) profile: Option<Vec<u8>>,
}

/// A decoder may need twice the picture, for its rows in work and for sixteen-bit channels.
const N_TIMES_DECODED: u64 = 2;

/// For buffers that do not depend on the picture's size.
const SPARE: u64 = 16 << 20;

pub(super) fn decode(bytes: &[u8], picture: &Picture) -> Result<Decoded, String> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format_of(picture.format));
    let mut limits = Limits::no_limits();
    let longest = picture.width.max(picture.height);
    limits.max_image_width = Some(longest);
    limits.max_image_height = Some(longest);
    limits.max_alloc = Some(picture.decoded_bytes() * N_TIMES_DECODED + SPARE);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) != u64::from(picture.width) * u64::from(picture.height) {
        return Err(format!("{width}×{height} ≠ {}×{}", picture.width, picture.height));
    }
    // A profile that cannot be read is no reason to refuse a picture.
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
    Ok(Decoded { pixels: plain(pixels), profile })
}

fn format_of(format: PictureFormat) -> ImageFormat {
    match format {
        PictureFormat::Jpeg => ImageFormat::Jpeg,
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Gif => ImageFormat::Gif,
        PictureFormat::Webp => ImageFormat::WebP,
    }
}

/// Grey becomes colour and sixteen bits become eight; an alpha channel that hides nothing falls away.
fn plain(pixels: DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let rgba = pixels.into_rgba8();
    let is_opaque = rgba.as_raw().chunks_exact(4).all(|pixel| pixel[3] == 255);
    let rgba = DynamicImage::ImageRgba8(rgba);
    if is_opaque { DynamicImage::ImageRgb8(rgba.into_rgb8()) } else { rgba }
}

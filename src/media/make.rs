//! A picture's bytes to all its files: decoded once, made smaller step by step, turned, encoded.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8x3, U8x4};
use fast_image_resize::{PixelTrait, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};

use super::colour::to_srgb;
use super::decode::{Decoded, decode};
use super::encode::encode;
use super::request::{Shape, Variant};
use crate::diag::{FileId, Outcome, Place, codes};
use crate::read::Picture;

/// Share of what is cut off above and below that is cut off above: faces are in the upper half.
const CUT_ABOVE: f64 = 0.4;

/// Makes the files `variants` of the picture `bytes`.
///
/// - Result: the bytes of each file, in the order asked; `None` if the picture cannot be decoded, which has been said.
/// - The same input gives the same bytes.
/// - Codes: I101 cannot be decoded.
pub fn make(file: FileId, bytes: &[u8], picture: &Picture, variants: &[&Variant]) -> Outcome<Option<Vec<Vec<u8>>>> {
    // Decoders are large, and their input comes from anywhere: a slip in one is a fault of this picture, not of the build.
    let made = catch_unwind(AssertUnwindSafe(|| make_all(bytes, picture, variants)));
    let why = match made {
        Ok(Ok(files)) => return Outcome::new(Some(files), Vec::new()),
        Ok(Err(why)) => why,
        Err(_) => picture.format.word().to_owned(),
    };
    Outcome::new(None, vec![codes::picture_not_decodable.at(Place::File(file)).with("why", shortened(&why))])
}

/// The first words of what a decoder says: numbers and dumps behind them help nobody.
fn shortened(why: &str) -> &str {
    let first = why.lines().next().unwrap_or_default();
    let first = first.split(['(', ',', ';']).next().unwrap_or(first).trim();
    let end = first.char_indices().nth(60).map_or(first.len(), |(idx, _)| idx);
    &first[..end]
}

fn make_all(bytes: &[u8], picture: &Picture, variants: &[&Variant]) -> Result<Vec<Vec<u8>>, String> {
    let decoded = decode(bytes, picture)?;
    let mut sizes: Vec<(u32, u32)> = variants.iter().filter(|v| v.shape == Shape::Whole).map(|v| (v.width, v.height)).collect();
    sizes.sort_unstable();
    sizes.dedup();
    let mut files = vec![Vec::new(); variants.len()];
    let Some(widest) = sizes.pop() else {
        return Ok(files);
    };
    let mut level = upright(decoded, picture.orientation, widest)?;
    loop {
        let next = sizes.pop();
        for (idx, variant) in variants.iter().enumerate() {
            if is_made_from(variant, &level, next) {
                files[idx] = encode(&*shaped(&level, variant)?, variant)?;
            }
        }
        let Some(next) = next else {
            return Ok(files);
        };
        // Each width is made from the one above it: half the time, and no difference to be seen.
        level = resize(&level, next, None)?;
    }
}

/// A whole picture is made from the level of its size, a square from the smallest level that is still large enough.
fn is_made_from(variant: &Variant, level: &DynamicImage, next: Option<(u32, u32)>) -> bool {
    match variant.shape {
        Shape::Whole => (variant.width, variant.height) == (level.width(), level.height()),
        Shape::Square => {
            let is_enough = |(width, height): (u32, u32)| width.min(height) >= variant.width;
            let is_last = next.is_none_or(|next| !is_enough(next));
            is_last && (is_enough((level.width(), level.height())) || next.is_none())
        }
    }
}

/// The picture at its largest needed size, turned, in the colours of every screen. Made smaller first: turning and colours
/// then cost a tenth.
fn upright(decoded: Decoded, orientation: Orientation, shown: (u32, u32)) -> Result<DynamicImage, String> {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let is_turned = matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH);
    let stored = if is_turned { (shown.1, shown.0) } else { shown };
    let mut pixels = match (decoded.pixels.width(), decoded.pixels.height()) == stored {
        true => decoded.pixels,
        false => resize(&decoded.pixels, stored, None)?,
    };
    if let Some(profile) = &decoded.profile {
        to_srgb(&mut pixels, profile);
    }
    pixels.apply_orientation(orientation);
    Ok(pixels)
}

fn shaped<'a>(level: &'a DynamicImage, variant: &Variant) -> Result<std::borrow::Cow<'a, DynamicImage>, String> {
    if variant.shape == Shape::Whole {
        return Ok(std::borrow::Cow::Borrowed(level));
    }
    let (width, height) = (f64::from(level.width()), f64::from(level.height()));
    let side = width.min(height);
    let square = [((width - side) / 2.0).floor(), ((height - side) * CUT_ABOVE).floor(), side, side];
    resize(level, (variant.width, variant.height), Some(square)).map(std::borrow::Cow::Owned)
}

/// Resizes the part `[left, top, width, height]` of a picture, or all of it.
fn resize(pixels: &DynamicImage, size: (u32, u32), part: Option<[f64; 4]>) -> Result<DynamicImage, String> {
    let mut options = ResizeOptions::new();
    if let Some([left, top, width, height]) = part {
        options = options.crop(left, top, width, height);
    }
    let from = (pixels.width(), pixels.height());
    match pixels {
        DynamicImage::ImageRgb8(rgb) => {
            let bytes = resize_bytes::<U8x3>(rgb, from, size, &options)?;
            RgbImage::from_raw(size.0, size.1, bytes).map(DynamicImage::ImageRgb8).ok_or_else(|| "RGB".to_owned())
        }
        DynamicImage::ImageRgba8(rgba) => {
            let bytes = resize_bytes::<U8x4>(rgba, from, size, &options)?;
            RgbaImage::from_raw(size.0, size.1, bytes).map(DynamicImage::ImageRgba8).ok_or_else(|| "RGBA".to_owned())
        }
        _ => Err("pixels".to_owned()),
    }
}

/// The only place that names the library's generic function, which is slow to compile for each kind of pixel.
fn resize_bytes<P: PixelTrait>(
    bytes: &[u8],
    from: (u32, u32),
    to: (u32, u32),
    options: &ResizeOptions,
) -> Result<Vec<u8>, String> {
    let mut made = vec![0; to.0 as usize * to.1 as usize * P::size()];
    let source = TypedImageRef::<P>::from_buffer(from.0, from.1, bytes).map_err(|error| error.to_string())?;
    let mut target = TypedImage::<P>::from_buffer(to.0, to.1, &mut made).map_err(|error| error.to_string())?;
    Resizer::new().resize_typed(&source, &mut target, options).map_err(|error| error.to_string())?;
    Ok(made)
}

//! Pixels to the bytes of one file, lighter and lighter until it fits its budget.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder};
use webp::WebPConfig;

use super::request::{Effort, Encoding, Look, Variant};

/// Of WebP and JPEG alike. Below the last one faces suffer, so a heavier file is the lesser evil.
const QUALITIES: [u8; 4] = [75, 65, 55, 45];

/// The same quality looks a little worse in JPEG.
const JPEG_EXTRA: u8 = 5;

/// Distinct colours among the pixels tried, beyond which something with an alpha channel is a photo all the same.
const MANY_COLOURS: usize = 1024;

/// How many pixels are tried.
const N_TRIED: usize = 4096;

pub(super) fn encode(pixels: &DynamicImage, variant: &Variant) -> Result<Vec<u8>, String> {
    match (variant.encoding, variant.look) {
        (Encoding::Png, _) => png(pixels, variant.effort),
        (Encoding::Jpeg, _) => lightest(variant, |quality| jpeg(pixels, quality)),
        (Encoding::Webp, Look::Photo) => lightest(variant, |quality| lossy(pixels, quality, variant.effort)),
        (Encoding::Webp, Look::Art) => art(pixels, variant),
    }
}

/// Without loss, unless that is too heavy; a photo that came as PNG mostly is.
fn art(pixels: &DynamicImage, variant: &Variant) -> Result<Vec<u8>, String> {
    let exact = if has_many_colours(pixels) { None } else { Some(lossless(pixels, variant.effort)?) };
    if let Some(exact) = exact.as_ref().filter(|exact| exact.len() as u64 <= variant.budget()) {
        return Ok(exact.clone());
    }
    let light = lightest(variant, |quality| lossy(pixels, quality, variant.effort))?;
    Ok(exact.filter(|exact| exact.len() <= light.len()).unwrap_or(light))
}

fn lightest(variant: &Variant, encode: impl Fn(u8) -> Result<Vec<u8>, String>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes = encode(quality)?;
        if bytes.len() as u64 <= variant.budget() {
            break;
        }
    }
    Ok(bytes)
}

fn lossy(pixels: &DynamicImage, quality: u8, effort: Effort) -> Result<Vec<u8>, String> {
    let mut config = config(effort)?;
    config.quality = f32::from(quality);
    webp(pixels, &config)
}

fn lossless(pixels: &DynamicImage, effort: Effort) -> Result<Vec<u8>, String> {
    let mut config = config(effort)?;
    config.lossless = 1;
    // Of effort, not of looks, when nothing is lost.
    config.quality = 75.0;
    webp(pixels, &config)
}

fn config(effort: Effort) -> Result<WebPConfig, String> {
    let mut config = WebPConfig::new().map_err(|()| "WebP".to_owned())?;
    config.method = match effort {
        Effort::Full => 4,
        Effort::Quick => 2,
    };
    Ok(config)
}

fn webp(pixels: &DynamicImage, config: &WebPConfig) -> Result<Vec<u8>, String> {
    let encoder = webp::Encoder::from_image(pixels)?;
    let memory = encoder.encode_advanced(config).map_err(|error| format!("{error:?}"))?;
    Ok(memory.to_vec())
}

/// JPEG knows no transparency; only photos without it come here.
fn jpeg(pixels: &DynamicImage, quality: u8) -> Result<Vec<u8>, String> {
    let rgb = pixels.as_rgb8().ok_or("JPEG")?;
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality + JPEG_EXTRA);
    encoder.encode(rgb, rgb.width(), rgb.height(), ExtendedColorType::Rgb8).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn png(pixels: &DynamicImage, effort: Effort) -> Result<Vec<u8>, String> {
    let compression = match effort {
        Effort::Full => CompressionType::Default,
        Effort::Quick => CompressionType::Fast,
    };
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, compression, FilterType::Adaptive);
    encoder
        .write_image(pixels.as_bytes(), pixels.width(), pixels.height(), pixels.color().into())
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn has_many_colours(pixels: &DynamicImage) -> bool {
    let n_channels = usize::from(pixels.color().channel_count());
    let n_pixels = pixels.as_bytes().len() / n_channels;
    let mut tried: Vec<&[u8]> = pixels.as_bytes().chunks_exact(n_channels).step_by((n_pixels / N_TRIED).max(1)).collect();
    tried.sort_unstable();
    tried.dedup();
    tried.len() > MANY_COLOURS
}

//! Colours of a camera's own space to those that every screen understands (sRGB), so that the profile can be left out.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Converts in place. Profiles that cannot be read, and those of printing inks (whose colours the decoder has already
/// converted), are passed over: the picture is then shown as if it were sRGB, as old browsers do.
pub(super) fn to_srgb(pixels: &mut DynamicImage, profile: &[u8]) {
    if is_srgb(profile) {
        return;
    }
    let Ok(own) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    let layout = match pixels {
        DynamicImage::ImageRgb8(_) => Layout::Rgb,
        _ => Layout::Rgba,
    };
    if own.color_space != DataColorSpace::Rgb {
        return;
    }
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = own.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()) else {
        return;
    };
    let buffer = match pixels {
        DynamicImage::ImageRgb8(rgb) => &mut **rgb,
        DynamicImage::ImageRgba8(rgba) => &mut **rgba,
        _ => return,
    };
    let before = buffer.to_vec();
    // Both buffers have the same length and layout, which is all that can go wrong.
    let _ = transform.transform(&before, buffer);
}

/// By its name: the usual sRGB profiles call themselves so, in one byte or two a letter.
fn is_srgb(profile: &[u8]) -> bool {
    let head = &profile[..profile.len().min(4096)];
    head.windows(4).any(|part| part == b"sRGB") || head.windows(8).any(|part| part == b"\0s\0R\0G\0B")
}

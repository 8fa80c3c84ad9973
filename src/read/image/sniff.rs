//! A file's first bytes to what it really is, whatever its name ends in.

use super::PictureFormat;

/// What a file turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    Format(PictureFormat),
    /// Known by name, but not taken in.
    Foreign(&'static str),
    Unknown,
}

/// Endings of names that a person would call a picture, whether or not it can be taken in.
const PICTURE_ENDINGS: [&str; 19] = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "svg", "apng", "heic", "heif", "avif", "tif", "tiff", "bmp", "psd",
    "ico", "jp2", "jxl",
];

/// Formats by the bytes they begin with, longest first where one begins like another.
const BEGINNINGS: &[(&[u8], Kind)] = &[
    (b"\xFF\xD8\xFF", Kind::Format(PictureFormat::Jpeg)),
    (b"\x89PNG\r\n\x1a\n", Kind::Format(PictureFormat::Png)),
    (b"GIF87a", Kind::Format(PictureFormat::Gif)),
    (b"GIF89a", Kind::Format(PictureFormat::Gif)),
    (b"II*\0", Kind::Foreign("TIFF")),
    (b"MM\0*", Kind::Foreign("TIFF")),
    (b"BM", Kind::Foreign("BMP")),
    (b"8BPS", Kind::Foreign("PSD (Photoshop)")),
    (b"\0\0\x01\0", Kind::Foreign("ICO")),
    (b"\xFF\x0A", Kind::Foreign("JPEG XL")),
    (b"\0\0\0\x0CJXL ", Kind::Foreign("JPEG XL")),
    (b"\0\0\0\x0CjP  ", Kind::Foreign("JPEG 2000")),
    (b"%PDF", Kind::Foreign("PDF")),
    (b"PK\x03\x04", Kind::Foreign("ZIP / Word / Excel")),
    (b"\xD0\xCF\x11\xE0", Kind::Foreign("Word / Excel 97")),
    (b"Rar!", Kind::Foreign("RAR")),
    (b"\xD7\xCD\xC6\x9A", Kind::Foreign("WMF")),
];

/// Brands of the container that phones use for pictures and clips.
const BRANDS: &[(&[u8; 4], &str)] = &[
    (b"avif", "AVIF"),
    (b"avis", "AVIF"),
    (b"heic", "HEIC"),
    (b"heix", "HEIC"),
    (b"heim", "HEIC"),
    (b"heis", "HEIC"),
    (b"hevc", "HEIC"),
    (b"hevx", "HEIC"),
    (b"mif1", "HEIC"),
    (b"msf1", "HEIC"),
    (b"qt  ", "MOV"),
];

pub(super) fn sniff(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        return Kind::Empty;
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Kind::Format(PictureFormat::Webp);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let brand = BRANDS.iter().find(|(brand, _)| bytes.get(8..12) == Some(&brand[..]));
        return Kind::Foreign(brand.map_or("MP4", |(_, word)| word));
    }
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return *kind;
    }
    sniff_text(bytes)
}

/// A page saved in place of the picture that it showed is common: a login page, mostly.
fn sniff_text(bytes: &[u8]) -> Kind {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let head = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Kind::Foreign("HTML");
    }
    if head.starts_with('<') && head.contains("<svg") {
        return Kind::Foreign("SVG");
    }
    Kind::Unknown
}

/// Whether a file of this name is meant to be a picture, by its ending.
pub fn is_picture_name(name: &str) -> bool {
    PICTURE_ENDINGS.contains(&ending_of(name).as_str())
}

pub(super) fn ends_like(name: &str, format: PictureFormat) -> bool {
    let ending = ending_of(name);
    match format {
        PictureFormat::Jpeg => matches!(ending.as_str(), "jpg" | "jpeg" | "jpe" | "jfif"),
        PictureFormat::Png => matches!(ending.as_str(), "png" | "apng"),
        PictureFormat::Gif => ending == "gif",
        PictureFormat::Webp => ending == "webp",
    }
}

/// What stands behind the last dot, in lower case; empty without a dot.
pub(super) fn ending_of(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

//! A picture file's bytes to what its headers say: real format, size as shown, orientation. No pixel is decoded here.
//!
//! The walk goes from marker to marker to the very end of the file, so that a picture which was cut off on its way is found
//! out (decoders fill the rest with grey and say nothing), and a bomb is refused before anything of its size is allocated.

mod bytes;
mod gif;
mod jpeg;
mod metadata;
mod png;
#[cfg(test)]
pub(crate) mod samples;
mod sniff;
mod svg;
#[cfg(test)]
mod svg_tests;
#[cfg(test)]
mod tests;
mod webp;

use image::metadata::Orientation;

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes};

pub use self::metadata::has_metadata;
pub use self::sniff::is_picture_name;
pub use self::svg::{Svg, read_svg};

use self::sniff::{Kind, ending_of, ends_like, sniff};

/// A format whose pictures can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureFormat {
    /// JPEG, baseline or progressive, eight bits.
    Jpeg,
    /// PNG, one frame.
    Png,
    /// GIF, one frame.
    Gif,
    /// WebP, one frame.
    Webp,
}

/// What the headers of a sound picture say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// What it really is, whatever its name ends in.
    pub format: PictureFormat,
    /// In pixels, as shown: after the orientation is applied.
    pub width: u32,
    /// In pixels, as shown.
    pub height: u32,
    /// How the stored pixels must be turned to be shown.
    pub orientation: Orientation,
    /// Whether some of it may be transparent.
    pub has_alpha: bool,
    /// Whether its colours come from a palette (of 256 at most), as in emblems and screenshots.
    pub has_palette: bool,
    /// Bytes of one decoded pixel.
    pub bytes_per_pixel: u32,
}

/// How large a picture may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageLimits {
    /// In pixels, for each side.
    pub max_px: u32,
    /// In bytes, of the decoded picture.
    pub max_decoded: u64,
}

impl Default for ImageLimits {
    fn default() -> Self {
        Self { max_px: 12_000, max_decoded: 256 << 20 }
    }
}

impl Picture {
    /// Bytes that the decoded picture takes in memory.
    pub fn decoded_bytes(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height) * u64::from(self.bytes_per_pixel)
    }
}

/// Why a file is no picture that can be used; every fault has one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The end is missing.
    Truncated,
    /// The headers contradict themselves.
    Damaged,
    /// More than one frame.
    Animated,
    /// A JPEG of a kind that browsers cannot show either; the word names it.
    UnusualJpeg(&'static str),
}

/// What one format's walk brings home; sizes are those of the stored pixels.
#[derive(Clone, Copy, Debug)]
struct Header {
    width: u32,
    height: u32,
    orientation: Orientation,
    has_alpha: bool,
    has_palette: bool,
    bytes_per_pixel: u32,
}

/// Reads the headers of the picture `bytes`, whose file is called `name`.
///
/// - Result: `None` if it cannot be used, which has been said. SVG is not for here: see [`read_svg`].
/// - Cost: linear in the file, no allocation.
/// - Codes: I001 not a picture, I002 foreign format, I003 wrong ending (warning), I004 too many pixels, I005 too large when
///   decoded, I006 cut off, I007 damaged, I008 animated, I009 unusual JPEG, I010 empty.
pub fn read_image(file: FileId, name: &str, bytes: &[u8], limits: ImageLimits) -> Outcome<Option<Picture>> {
    let mut found = Vec::new();
    let at = || Place::File(file);
    let format = match sniff(bytes) {
        Kind::Empty => return refused(codes::empty_picture.at(at())),
        Kind::Unknown => return refused(codes::not_a_picture.at(at())),
        Kind::Foreign(kind) => return refused(codes::foreign_picture.at(at()).with("kind", kind)),
        Kind::Format(format) => format,
    };
    found.extend(judge_ending(file, name, format));
    let header = match walk(format, bytes) {
        Ok(header) => header,
        Err(fault) => {
            found.push(fault.at(at()));
            return Outcome::new(None, found);
        }
    };
    let picture = header.shown(format);
    if let Some(diagnostic) = judge_size(&picture, limits, at()) {
        found.push(diagnostic);
        return Outcome::new(None, found);
    }
    Outcome::new(Some(picture), found)
}

/// The finding for a name that ends like another format.
///
/// - Codes: I003.
pub fn judge_ending(file: FileId, name: &str, format: PictureFormat) -> Option<Diagnostic> {
    let diagnostic = codes::wrong_picture_ending.at(Place::File(file)).with("kind", format.word());
    (!ends_like(name, format)).then(|| diagnostic.with("ending", ending_of(name)))
}

fn refused(diagnostic: Diagnostic) -> Outcome<Option<Picture>> {
    Outcome::new(None, vec![diagnostic])
}

fn walk(format: PictureFormat, bytes: &[u8]) -> Result<Header, Fault> {
    match format {
        PictureFormat::Jpeg => jpeg::walk(bytes),
        PictureFormat::Png => png::walk(bytes),
        PictureFormat::Gif => gif::walk(bytes),
        PictureFormat::Webp => webp::walk(bytes),
    }
}

fn judge_size(picture: &Picture, limits: ImageLimits, at: Place) -> Option<Diagnostic> {
    let Picture { width, height, .. } = *picture;
    if width.max(height) > limits.max_px {
        let diagnostic = codes::too_many_pixels.at(at).with("width", width).with("height", height);
        return Some(diagnostic.with("most", limits.max_px));
    }
    if picture.decoded_bytes() > limits.max_decoded {
        let megabytes = |n_bytes: u64| n_bytes.div_ceil(1 << 20);
        let diagnostic = codes::too_large_decoded.at(at).with("size", megabytes(picture.decoded_bytes()));
        return Some(diagnostic.with("most", megabytes(limits.max_decoded)));
    }
    None
}

impl Header {
    fn shown(self, format: PictureFormat) -> Picture {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        let is_turned = matches!(self.orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH);
        let (width, height) = if is_turned { (self.height, self.width) } else { (self.width, self.height) };
        Picture {
            format,
            width,
            height,
            orientation: self.orientation,
            has_alpha: self.has_alpha,
            has_palette: self.has_palette,
            bytes_per_pixel: self.bytes_per_pixel,
        }
    }
}

impl Fault {
    fn at(self, at: Place) -> Diagnostic {
        match self {
            Self::Truncated => codes::picture_cut_off.at(at),
            Self::Damaged => codes::picture_damaged.at(at),
            Self::Animated => codes::animated_picture.at(at),
            Self::UnusualJpeg(kind) => codes::unusual_jpeg.at(at).with("kind", kind),
        }
    }
}

impl PictureFormat {
    /// The format's usual name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
        }
    }
}

/// The orientation that raw EXIF data asks for; upright if it says nothing that can be understood.
fn orientation_of(exif: &[u8]) -> Orientation {
    let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(tiff).unwrap_or(Orientation::NoTransforms)
}

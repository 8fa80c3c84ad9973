//! A picture's headers to the list of files that it becomes, with their names and sizes; nothing is decoded.
//!
//! A photo becomes WebP in three widths and one JPEG for browsers without WebP (one is enough: they are few, and old). What
//! has transparent parts or a palette (emblems, screenshots) becomes WebP without loss where that is small enough, and PNG.

use crate::model::slug::slugify;
use crate::read::{Picture, PictureFormat};
use crate::source::Hash;

/// Raised with every change that gives other bytes for the same picture; part of every name and cache key.
const RECIPE: u32 = 1;

/// Widths in pixels of a picture in a text: a phone, a text column, a wide screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Width in pixels of the file for browsers without WebP.
const FALLBACK_WIDTH: u32 = 960;

/// Side in pixels of the square for lists.
const THUMB_SIDE: u32 = 320;

/// In bytes, for a picture 960 pixels wide and at most as high as a portrait photo: what a page shows at 720 pixels must not
/// weigh more than 120 KB.
const BUDGET: u64 = 120_000;

/// How much time may be spent on making files smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effort {
    /// For what is published.
    Full,
    /// For the preview: half the time, 3 % more bytes.
    Quick,
}

/// The format of a made file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// For nearly all browsers.
    Webp,
    /// For photos in the rest.
    Jpeg,
    /// For everything else in the rest.
    Png,
}

/// Which part of the picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// All of it.
    Whole,
    /// The largest square, a little above the centre, where faces are.
    Square,
}

/// What matters in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Tones: small losses are not seen.
    Photo,
    /// Edges, flat colours and transparency.
    Art,
}

/// One file to be made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// File name with a fingerprint of its content: lower-case ASCII, at most 100 bytes.
    pub name: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Format.
    pub encoding: Encoding,
    /// Part shown.
    pub shape: Shape,
    /// What matters.
    pub look: Look,
    /// Time spent.
    pub effort: Effort,
    /// Of the original's bytes and everything above: the same key is the same file.
    pub key: Hash,
}

/// All files that a picture becomes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// The headers of the original.
    pub picture: Picture,
    /// WebP, narrow to wide, for `srcset`. Never empty, never wider than the original.
    pub widths: Vec<Variant>,
    /// JPEG or PNG, for `src`.
    pub fallback: Variant,
    /// Square WebP for lists.
    pub thumb: Variant,
    /// Square JPEG or PNG for lists.
    pub thumb_fallback: Variant,
}

impl Request {
    /// Every file, in a fixed order.
    pub fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.widths.iter().chain([&self.fallback, &self.thumb, &self.thumb_fallback])
    }
}

impl Variant {
    /// What a server calls the format.
    pub fn media_type(&self) -> &'static str {
        match self.encoding {
            Encoding::Webp => "image/webp",
            Encoding::Jpeg => "image/jpeg",
            Encoding::Png => "image/png",
        }
    }

    /// In bytes; quality is lowered step by step to stay below.
    pub fn budget(&self) -> u64 {
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        let by_width = if width <= 960 { BUDGET * width / 960 } else { BUDGET * width * width / (960 * 960) };
        // A poster that is as high as ten screens may weigh as much as ten.
        by_width * (3 * height).max(4 * width) / (4 * width).max(1)
    }
}

/// Says which files the picture with these headers and this content hash becomes.
///
/// - `stem`: the original's name without its ending, for names that people can read.
/// - The same picture under two stems gives two sets of names with the same keys.
pub fn request(picture: &Picture, source: &Hash, stem: &str, effort: Effort) -> Request {
    let look = if is_art(picture) { Look::Art } else { Look::Photo };
    let slug = slugify(stem);
    let draft = Draft { source, slug: &slug, look, effort };
    let fallback = if look == Look::Art { Encoding::Png } else { Encoding::Jpeg };
    let widths = widths_of(picture.width);
    let side = THUMB_SIDE.min(picture.width).min(picture.height);
    let whole = |width: u32, encoding| draft.variant(width, height_at(picture, width), encoding, Shape::Whole);
    Request {
        picture: *picture,
        fallback: whole(FALLBACK_WIDTH.min(picture.width), fallback),
        thumb: draft.variant(side, side, Encoding::Webp, Shape::Square),
        thumb_fallback: draft.variant(side, side, fallback, Shape::Square),
        widths: widths.iter().map(|width| whole(*width, Encoding::Webp)).collect(),
    }
}

fn is_art(picture: &Picture) -> bool {
    picture.format != PictureFormat::Jpeg && (picture.has_alpha || picture.has_palette)
}

/// The usual widths below the picture's own, then its own unless that is wider than any.
fn widths_of(own: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < own).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(own);
    }
    widths
}

fn height_at(picture: &Picture, width: u32) -> u32 {
    let (own_width, own_height) = (u64::from(picture.width), u64::from(picture.height));
    let height = (own_height * u64::from(width) + own_width / 2) / own_width;
    (height as u32).max(1)
}

/// What all variants of a picture share.
struct Draft<'a> {
    source: &'a Hash,
    slug: &'a str,
    look: Look,
    effort: Effort,
}

impl Draft<'_> {
    fn variant(&self, width: u32, height: u32, encoding: Encoding, shape: Shape) -> Variant {
        let ending = match encoding {
            Encoding::Webp => "webp",
            Encoding::Jpeg => "jpg",
            Encoding::Png => "png",
        };
        let Self { source, slug, look, effort } = *self;
        let mut hasher = blake3::Hasher::new();
        hasher.update(source);
        hasher.update(format!("{RECIPE} {width} {height} {ending} {shape:?} {look:?} {effort:?}").as_bytes());
        let hash = hasher.finalize();
        let size = match shape {
            Shape::Whole => width.to_string(),
            Shape::Square => "thumb".to_owned(),
        };
        let name = format!("{slug}-{}-{size}.{ending}", &hash.to_hex()[..12]);
        Variant { name, width, height, encoding, shape, look, effort, key: *hash.as_bytes() }
    }
}

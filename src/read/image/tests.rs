use image::ImageFormat;
use image::metadata::Orientation;
use proptest::prelude::*;

use super::samples::{self, encoded, quarters};
use super::*;

const FORMATS: [(ImageFormat, &str); 4] =
    [(ImageFormat::Jpeg, "a.jpg"), (ImageFormat::Png, "a.png"), (ImageFormat::Gif, "a.gif"), (ImageFormat::WebP, "a.webp")];

fn read(name: &str, bytes: &[u8]) -> Outcome<Option<Picture>> {
    read_image(FileId(0), name, bytes, ImageLimits::default())
}

/// The codes found, in order, and whether there was a picture.
fn codes_of(name: &str, bytes: &[u8]) -> (Vec<&'static str>, bool) {
    let outcome = read(name, bytes);
    for diagnostic in &outcome.found {
        assert!(diagnostic.help().is_some(), "{}", diagnostic.message().zh);
    }
    (outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect(), outcome.value.is_some())
}

#[test]
fn every_format_tells_its_size() {
    for (format, name) in FORMATS {
        let outcome = read(name, &encoded(&quarters(40, 20), format));
        let picture = outcome.value.expect(name);
        assert_eq!((picture.width, picture.height, outcome.found.len()), (40, 20, 0), "{name}");
    }
}

#[test]
fn a_picture_on_its_side_has_its_sides_swapped() {
    let jpeg = encoded(&quarters(40, 20), ImageFormat::Jpeg);
    for orientation in 1..=8 {
        let picture = read("a.jpg", &samples::with_exif(&jpeg, orientation)).value.expect("it is whole");
        assert_eq!(picture.orientation.to_exif(), orientation as u8);
        let shown = if orientation > 4 { (20, 40) } else { (40, 20) };
        assert_eq!((picture.width, picture.height), shown, "{orientation}");
    }
    let png = samples::with_chunk(&encoded(&quarters(40, 20), ImageFormat::Png), b"eXIf", &samples::exif(6));
    assert_eq!(read("a.png", &png).value.expect("it is whole").orientation, Orientation::Rotate90);
    let webp = samples::webp_with_exif(&encoded(&quarters(40, 20), ImageFormat::WebP), 40, 20, 8);
    assert_eq!(read("a.webp", &webp).value.expect("it is whole").orientation, Orientation::Rotate270);
}

#[test]
fn nonsense_in_exif_means_upright() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    for exif in [&b"Exif\0\0"[..], b"Exif\0\0II*\0\xFF\xFF\xFF\xFF", b"Exif\0\0MM\0*\0\0\0\x08\xFF\xFF"] {
        let picture = read("a.jpg", &samples::with_segment(&jpeg, 0xE1, exif)).value.expect("it is whole");
        assert_eq!(picture.orientation, Orientation::NoTransforms);
    }
}

#[test]
fn a_picture_cut_off_anywhere_is_refused() {
    for (format, name) in FORMATS {
        let bytes = encoded(&samples::photo(64, 48), format);
        for tenth in 1..10 {
            let cut = &bytes[..bytes.len() * tenth / 10];
            assert_eq!(codes_of(name, cut), (vec!["I006"], false), "{name} {tenth}");
        }
        let (codes, is_some) = codes_of(name, &bytes[..bytes.len() - 1]);
        assert!(codes == ["I006"] && !is_some, "{name} without its last byte");
    }
}

#[test]
fn bytes_behind_the_end_are_nobodys_business() {
    for (format, name) in FORMATS {
        let bytes = encoded(&quarters(40, 20), format);
        let second = [&bytes[..], b"trailing", &bytes[..bytes.len() / 2]].concat();
        assert_eq!(codes_of(name, &second), (vec![], true), "{name}");
    }
}

#[test]
fn restarts_stuffing_and_filling_are_no_ends() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    let end = jpeg.len() - 2;
    let odd = [&jpeg[..end], &[0xFF, 0xD0, 0x12, 0xFF, 0x00, 0xFF, 0xFF, 0xD7, 0x55, 0xFF, 0xFF], &jpeg[end..]].concat();
    assert_eq!(codes_of("a.jpg", &odd), (vec![], true));
    let endless = [&jpeg[..end], &[0xFF, 0xD0, 0x12, 0xFF, 0x00]].concat();
    assert_eq!(codes_of("a.jpg", &endless), (vec!["I006"], false));
}

#[test]
fn a_bomb_is_refused_from_its_header() {
    let bomb = samples::png_bomb(30_000, 30_000);
    assert!(bomb.len() < 100);
    assert_eq!(codes_of("a.png", &bomb), (vec!["I004"], false));
    let limits = ImageLimits { max_px: 12_000, max_decoded: 1 << 20 };
    let outcome = read_image(FileId(0), "a.png", &samples::png_bomb(1024, 1025), limits);
    assert_eq!(outcome.found[0].code.id, "I005");
    assert_eq!(codes_of("a.png", &samples::png_bomb(0, 5)), (vec!["I007"], false));
    assert_eq!(codes_of("a.png", &samples::png_bomb(u32::MAX, 5)), (vec!["I007"], false));
}

#[test]
fn a_wrong_ending_is_a_warning() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    assert_eq!(codes_of("照片.PNG", &jpeg), (vec!["I003"], true));
    assert_eq!(codes_of("照片.JPEG", &jpeg), (vec![], true));
    let outcome = read("照片.PNG", &jpeg);
    assert_eq!(outcome.found[0].message().zh, "图片其实是 JPEG，扩展名却是 `.png`");
    assert!(!outcome.has_errors());
}

#[test]
fn other_formats_are_called_by_their_names() {
    for (bytes, kind) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0"[..], "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "MP4"),
        (b"II*\0abcd", "TIFF"),
        (b"BM......", "BMP"),
        (b"8BPS....", "PSD (Photoshop)"),
        (b"%PDF-1.7", "PDF"),
        (b"\n<!DOCTYPE html><html>", "HTML"),
        (b"<?xml version='1.0'?><svg>", "SVG"),
    ] {
        let outcome = read("a.jpg", bytes);
        assert!(outcome.value.is_none());
        assert_eq!(outcome.found[0].code.id, "I002", "{kind}");
        assert!(outcome.found[0].message().zh.contains(kind), "{kind}");
    }
    assert_eq!(codes_of("a.jpg", "只是文字".as_bytes()), (vec!["I001"], false));
    assert_eq!(codes_of("a.jpg", b""), (vec!["I010"], false));
}

#[test]
fn pictures_that_move_are_refused() {
    let mut gif = Vec::new();
    {
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        let frame = || image::Frame::new(quarters(8, 8).into_rgba8());
        encoder.encode_frames([frame(), frame()]).expect("two frames can be encoded");
    }
    assert_eq!(codes_of("a.gif", &gif), (vec!["I008"], false));
    let png = encoded(&quarters(8, 8), ImageFormat::Png);
    assert_eq!(codes_of("a.png", &samples::with_chunk(&png, b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0])), (vec!["I008"], false));
    assert_eq!(codes_of("a.png", &samples::with_chunk(&png, b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0])), (vec![], true));
    let webp = samples::riff(&[(b"VP8X", &[0x02, 0, 0, 0, 7, 0, 0, 7, 0, 0]), (b"ANIM", &[0; 6])]);
    assert_eq!(codes_of("a.webp", &webp), (vec!["I008"], false));
}

#[test]
fn jpegs_that_browsers_cannot_open_are_named() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("it has a frame");
    for (marker, n_bits) in [(0xC0, 12), (0xC1, 12), (0xC3, 8), (0xC9, 8), (0xCA, 8), (0xC5, 8)] {
        let mut odd = jpeg.clone();
        odd[frame + 1] = marker;
        odd[frame + 4] = n_bits;
        assert_eq!(codes_of("a.jpg", &odd), (vec!["I009"], false), "{marker:x} {n_bits}");
    }
}

#[test]
fn headers_that_contradict_themselves_are_damaged() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    assert_eq!(codes_of("a.jpg", &[0xFF, 0xD8, 0xFF, 0xD9]), (vec!["I007"], false));
    assert_eq!(codes_of("a.jpg", &[&jpeg[..2], &[0xFF, 0xE0, 0, 1], &jpeg[2..]].concat()), (vec!["I007"], false));
    let mut png = encoded(&quarters(8, 8), ImageFormat::Png);
    png[20] ^= 1;
    assert_eq!(codes_of("a.png", &png), (vec!["I007"], false));
}

#[test]
fn what_is_not_needed_to_show_a_picture_is_noticed() {
    let jpeg = encoded(&quarters(8, 8), ImageFormat::Jpeg);
    let png = encoded(&quarters(8, 8), ImageFormat::Png);
    let webp = encoded(&quarters(8, 8), ImageFormat::WebP);
    for bare in [&jpeg, &png, &webp] {
        assert!(!has_metadata(bare));
        assert!(has_metadata(&[&bare[..], b"x"].concat()));
    }
    assert!(has_metadata(&samples::with_exif(&jpeg, 1)));
    for marker in [0xE2, 0xED, 0xFE] {
        assert!(has_metadata(&samples::with_segment(&jpeg, marker, b"something")));
    }
    for kind in [b"tEXt", b"eXIf", b"tIME", b"iCCP", b"iTXt", b"zTXt", b"prVt"] {
        assert!(has_metadata(&samples::with_chunk(&png, kind, b"something")));
    }
    assert!(has_metadata(&samples::webp_with_exif(&webp, 8, 8, 1)));
}

#[test]
fn names_that_mean_a_picture_are_known() {
    assert!(is_picture_name("a/b.JPG") && is_picture_name("x.heic") && is_picture_name("x.svg"));
    assert!(!is_picture_name("a.pdf") && !is_picture_name("jpg") && !is_picture_name("a.mp4"));
}

proptest! {
    #[test]
    fn damage_never_panics(
        which in 0usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let (format, name) = FORMATS[which];
        let mut bytes = encoded(&quarters(16, 8), format);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let outcome = read(name, &bytes);
        prop_assert!(outcome.value.is_some() || outcome.has_errors());
        has_metadata(&bytes);
        read(name, &bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn no_bytes_panic(mut bytes: Vec<u8>, which in 0usize..4) {
        let beginning = [&b"\xFF\xD8\xFF"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP"][which];
        bytes.splice(0..0, beginning.iter().copied());
        read("a.jpg", &bytes);
        has_metadata(&bytes);
    }
}

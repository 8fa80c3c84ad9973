//! Rows 17 to 22 and 63: pictures, and the cache of their variants.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::site::Site;

/// A small picture.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    picture(width, height, ImageFormat::Png)
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colours = RgbImage::from_fn(width, height, |x, y| Rgb([(x * 5) as u8, (y * 7) as u8, (x + y) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(colours).write_to(&mut bytes, format).expect("a small picture can be made");
    bytes.into_inner()
}

/// A site whose news shows one picture.
fn site_with(name: &str, bytes: &[u8]) -> Site {
    let site = Site::built();
    site.note("content/news/a.md", "甲", &format!("![党员教师在机床旁讨论图样]({name})"));
    site.write(&format!("content/news/{name}"), bytes);
    site
}

#[test]
fn row_17_a_picture_of_many_pixels_is_refused_from_its_header() {
    // The header is true, and what follows is nearly nothing: whoever tried to decode it would notice.
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0u0\0\0u0\x01\0\0\0\0N\\\xc5\x17";
    let body = b"\0\0\0\x0cIDATx\x9cc`\xa0=\0\0\0d\0\x01\x86d<5\0\0\0\0IEND\xaeB`\x82";
    let ran = site_with("a.png", &[&head[..], body].concat()).refused(1, &["I004"]);
    assert!(ran.message(0).contains("30000×30000") && ran.message(0).contains("12000"), "{}", ran.message(0));
}

#[test]
fn row_18_a_picture_with_the_wrong_ending_is_used_as_what_it_is() {
    let site = site_with("a.png", &picture(60, 40, ImageFormat::Jpeg));
    site.accepted(&["I003"]);
    for (path, bytes) in pictures_of(&site) {
        let is_png = bytes.starts_with(b"\x89PNG");
        assert_eq!(is_png, path.ends_with(".png"), "{path} is not what its name says");
    }
}

#[test]
fn row_18_every_format_under_every_wrong_name() {
    let formats = [("jpg", ImageFormat::Jpeg), ("png", ImageFormat::Png), ("webp", ImageFormat::WebP), ("gif", ImageFormat::Gif)];
    for (own, format) in formats {
        for (name, _) in formats.iter().filter(|(name, _)| *name != own) {
            let site = site_with(&format!("a.{name}"), &picture(60, 40, format));
            site.accepted(&["I003"]);
            for (path, bytes) in pictures_of(&site) {
                let shown = image::guess_format(&bytes).expect("the program writes pictures that can be read");
                let is_as_named = shown.extensions_str().iter().any(|ending| path.ends_with(&format!(".{ending}")));
                assert!(is_as_named, "{path} is {shown:?}");
            }
        }
    }
}

/// Pictures of the output with their bytes.
fn pictures_of(site: &Site) -> Vec<(String, Vec<u8>)> {
    let endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];
    let output = site.output();
    let paths = output.keys().filter(|path| endings.iter().any(|ending| path.ends_with(ending)));
    let read = |path: &String| std::fs::read(site.root().join("public").join(path)).expect("it was just listed");
    paths.map(|path| (path.clone(), read(path))).collect()
}

#[test]
fn row_19_a_truncated_jpeg() {
    let mut bytes = picture(60, 40, ImageFormat::Jpeg);
    bytes.truncate(bytes.len() - 40);
    site_with("a.jpg", &bytes).refused(1, &["I006"]);
}

#[test]
fn row_20_truncated_and_foreign_pictures() {
    for (name, format) in [("a.png", ImageFormat::Png), ("a.webp", ImageFormat::WebP), ("a.gif", ImageFormat::Gif)] {
        let mut bytes = picture(60, 40, format);
        bytes.truncate(bytes.len() * 2 / 3);
        site_with(name, &bytes).refused(1, &["I006"]);
    }
    let ran = site_with("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0").refused(1, &["I002"]);
    assert!(ran.help(0).contains("JPG"), "{}", ran.help(0));
    // A frame header that says twelve bits, and one of arithmetic coding.
    let jpeg = picture(60, 40, ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).expect("a JPEG has a frame");
    let mut twelve_bits = jpeg.clone();
    twelve_bits[frame + 4] = 12;
    site_with("a.jpg", &twelve_bits).refused(1, &["I009"]);
    let mut arithmetic = jpeg;
    arithmetic[frame + 1] = 0xc9;
    site_with("a.jpg", &arithmetic).refused(1, &["I009"]);
}

#[test]
fn row_21_a_drawing_that_acts_is_cleaned_and_entities_are_refused() {
    let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";
    let drawing = format!(
        "{open}<script>alert(1)</script><foreignObject><p>x</p></foreignObject>\
         <image xlink:href=\"https://evil.example/x.png\"/><path d=\"M0 0L9 9\" onload=\"go()\"/></svg>"
    );
    let site = site_with("a.svg", drawing.as_bytes());
    site.accepted(&["I024"]);
    let output = site.output();
    let svg = output.keys().find(|path| path.ends_with(".svg") && path.contains("/a")).expect("the drawing is published");
    let svg = site.page(svg);
    for words in ["script", "foreignObject", "evil.example", "onload"] {
        assert!(!svg.contains(words), "{words} is in {svg}");
    }
    assert!(svg.contains("<path"), "{svg}");
    let bomb = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>{open}<text>&a;</text></svg>", "a".repeat(100));
    site_with("a.svg", bomb.as_bytes()).refused(1, &["I022"]);
}

#[test]
fn row_22_orientation_is_applied_and_the_place_of_a_photo_removed() {
    let site = site_with("a.jpg", &with_exif(&picture(800, 600, ImageFormat::Jpeg)));
    site.accepted(&[]);
    let mut pictures = pictures_of(&site);
    // Thumbnails are square, whatever stands.
    pictures.retain(|(path, _)| !path.contains("-thumb."));
    assert!(!pictures.is_empty(), "the picture is published");
    for (path, bytes) in pictures {
        for mark in [&b"Exif"[..], b"EXIF", b"GPS", b"YuandiCamera"] {
            assert!(!bytes.windows(mark.len()).any(|window| window == mark), "{path} holds metadata");
        }
        let picture = image::load_from_memory(&bytes).expect("the program writes pictures that can be read");
        assert!(picture.height() > picture.width(), "{path} is not upright");
    }
}

/// The JPEG with EXIF that says: turned by a quarter, made by a camera, taken somewhere.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x010f, 2, 13, 50));
    tiff.extend(entry(0x0112, 3, 1, 6));
    tiff.extend(entry(0x8825, 4, 1, 64));
    tiff.extend(0u32.to_le_bytes());
    tiff.extend(b"YuandiCamera\0\0");
    tiff.extend(1u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, u32::from(b'N')));
    tiff.extend(0u32.to_le_bytes());
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend((tiff.len() as u16 + 8).to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// One entry of a TIFF directory.
fn entry(tag: u16, kind: u16, n: u32, value: u32) -> Vec<u8> {
    [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &n.to_le_bytes(), &value.to_le_bytes()].concat()
}

#[test]
fn row_63_a_damaged_cache_is_not_believed() {
    let site = site_with("a.jpg", &picture(800, 600, ImageFormat::Jpeg));
    site.accepted(&[]);
    let good = site.output();
    let cache = site.root().join(".yuandi");
    let cached: Vec<String> = super::site::hashes(&cache).into_keys().collect();
    assert!(!cached.is_empty(), "variants of pictures are remembered");
    for path in &cached {
        std::fs::write(cache.join(path), b"damaged").expect("it can be written");
    }
    // The output goes too, so that everything is written again.
    std::fs::remove_dir_all(site.root().join("public")).expect("it was there");
    site.accepted(&[]);
    assert_eq!(site.output(), good);
    std::fs::remove_dir_all(site.root().join("public")).expect("it was there");
    assert_eq!(site.run(&["build", "--no-cache"]).exit, 0);
    assert_eq!(site.output(), good, "without the cache the output is the same");
}

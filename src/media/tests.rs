use std::cell::Cell;
use std::fs;

use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageFormat};
use proptest::prelude::*;

use super::*;
use crate::read::image::samples::{self, disc, encoded, photo, quarters};
use crate::read::{has_metadata, read_image};

fn picture(bytes: &[u8]) -> Picture {
    read_image(FileId(0), "a", bytes, ImageLimits::default()).value.expect("the picture is whole")
}

fn request_of(bytes: &[u8]) -> Request {
    request(&picture(bytes), blake3::hash(bytes).as_bytes(), "三月 主题党日", Effort::Full)
}

/// Every file of a picture, with what it was asked to be.
fn made(bytes: &[u8]) -> Vec<(Variant, Vec<u8>)> {
    let request = request_of(bytes);
    let variants: Vec<&Variant> = request.variants().collect();
    let files = make(FileId(0), bytes, &request.picture, &variants).value.expect("the picture can be decoded");
    variants.into_iter().cloned().zip(files).collect()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("what was made can be shown")
}

fn is_near(pixel: image::Rgba<u8>, wanted: [u8; 3]) -> bool {
    pixel.0.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 40)
}

#[test]
fn a_photo_becomes_three_widths_a_fallback_and_a_square() {
    let bytes = encoded(&photo(2000, 1500), ImageFormat::Jpeg);
    let files = made(&bytes);
    let seen: Vec<(u32, u32, &str)> = files.iter().map(|(v, _)| (v.width, v.height, v.media_type())).collect();
    let webp = "image/webp";
    assert_eq!(seen[..3], [(480, 360, webp), (960, 720, webp), (1600, 1200, webp)]);
    assert_eq!(seen[3..], [(960, 720, "image/jpeg"), (320, 320, webp), (320, 320, "image/jpeg")]);
    for (variant, bytes) in &files {
        let shown = decoded(bytes);
        assert_eq!((shown.width(), shown.height()), (variant.width, variant.height), "{}", variant.name);
        assert!(!has_metadata(bytes), "{}", variant.name);
    }
}

#[test]
fn nothing_is_made_larger() {
    let widths = |width: u32, height: u32| {
        let png = encoded(&quarters(width, height), ImageFormat::Png);
        let request = request_of(&png);
        let widths: Vec<u32> = request.widths.iter().map(|v| v.width).collect();
        (widths, request.fallback.width, request.thumb.width)
    };
    assert_eq!(widths(300, 200), (vec![300], 300, 200));
    assert_eq!(widths(480, 480), (vec![480], 480, 320));
    assert_eq!(widths(700, 2), (vec![480, 700], 700, 2));
    assert_eq!(widths(1600, 900), (vec![480, 960, 1600], 960, 320));
    assert_eq!(widths(1, 1), (vec![1], 1, 1));
    for (width, height) in [(1, 1), (700, 2), (2, 700), (481, 479)] {
        for (variant, bytes) in made(&encoded(&quarters(width, height), ImageFormat::Png)) {
            let shown = decoded(&bytes);
            assert_eq!((shown.width(), shown.height()), (variant.width, variant.height), "{width}×{height}");
        }
    }
}

#[test]
fn names_can_be_read_and_carry_a_fingerprint() {
    let bytes = encoded(&photo(1000, 500), ImageFormat::Jpeg);
    let request = request_of(&bytes);
    let names: Vec<&str> = request.variants().map(|variant| variant.name.as_str()).collect();
    for (name, end) in names.iter().zip(["-480.webp", "-960.webp", "-1000.webp", "-960.jpg", "-thumb.webp", "-thumb.jpg"]) {
        assert!(name.starts_with("san-yue-zhu-ti-dang-ri-") && name.ends_with(end), "{name}");
        assert_eq!(name.len(), "san-yue-zhu-ti-dang-ri-".len() + 12 + end.len(), "{name}");
    }
    let long = super::request(&request.picture, &[7; 32], &"长".repeat(200), Effort::Full);
    assert!(long.variants().all(|variant| variant.name.len() <= 100));
    let quick = super::request(&request.picture, blake3::hash(&bytes).as_bytes(), "三月 主题党日", Effort::Quick);
    assert!(request.variants().zip(quick.variants()).all(|(a, b)| a.key != b.key && a.name != b.name));
    let elsewhere = super::request(&request.picture, blake3::hash(&bytes).as_bytes(), "photo", Effort::Full);
    assert!(request.variants().zip(elsewhere.variants()).all(|(a, b)| a.key == b.key && a.name != b.name));
}

#[test]
fn all_eight_orientations_come_out_upright() {
    let upright = quarters(64, 32);
    for exif in 1..=8u8 {
        // Stored so that the orientation turns it back.
        let mut stored = upright.clone();
        let undone = match Orientation::from_exif(exif).expect("one to eight exist") {
            Orientation::Rotate90 => Orientation::Rotate270,
            Orientation::Rotate270 => Orientation::Rotate90,
            same => same,
        };
        stored.apply_orientation(undone);
        let jpeg = samples::with_exif(&encoded(&stored, ImageFormat::Jpeg), u16::from(exif));
        for (variant, bytes) in made(&jpeg).into_iter().filter(|(v, _)| v.shape == Shape::Whole) {
            let shown = decoded(&bytes);
            assert_eq!((shown.width(), shown.height()), (64, 32), "{exif}");
            for (x, y, colour) in [(8, 8, [255, 0, 0]), (56, 8, [0, 255, 0]), (8, 24, [0, 0, 255]), (56, 24, [255, 255, 255])] {
                assert!(is_near(shown.get_pixel(x, y), colour), "{exif} {} {x},{y}", variant.name);
            }
        }
    }
}

#[test]
fn place_camera_and_author_are_gone() {
    let jpeg = encoded(&photo(600, 400), ImageFormat::Jpeg);
    let jpeg = samples::with_exif(&jpeg, 6);
    let jpeg = samples::with_segment(&jpeg, 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>GPS-SECRET</x>");
    let jpeg = samples::with_segment(&jpeg, 0xFE, b"GPS-SECRET");
    let png = samples::with_chunk(&encoded(&disc(600), ImageFormat::Png), b"tEXt", b"Author\0GPS-SECRET");
    let webp = samples::webp_with_exif(&encoded(&disc(600), ImageFormat::WebP), 600, 600, 1);
    for bytes in [jpeg, png, webp] {
        assert!(has_metadata(&bytes));
        for (variant, bytes) in made(&bytes) {
            assert!(!has_metadata(&bytes), "{}", variant.name);
            assert!(!bytes.windows(6).any(|part| part == b"SECRET"), "{}", variant.name);
        }
    }
}

/// All that a phone, an agency and a program may add to a picture, each with a word that must not come along.
fn burdened(format: ImageFormat) -> Vec<u8> {
    let bytes = encoded(&photo(600, 400), format);
    let packet = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='SECRET'/></x:xmpmeta>";
    let tiff = [&samples::exif(1)[..], &[0xFF, 0xD8, 0xFF, 0xE1], b"Apple iOS\0SECRET"].concat();
    let burdened = match format {
        ImageFormat::Png => {
            let png = samples::with_chunk(&bytes, b"eXIf", &tiff);
            let png = samples::with_chunk(&png, b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", &packet[..]].concat());
            let png = samples::with_chunk(&png, b"tIME", &[7, 234, 3, 1, 0, 0, 0]);
            samples::with_chunk(&samples::with_chunk(&png, b"zTXt", b"a\0\0SECRET"), b"prVt", b"SECRET")
        }
        ImageFormat::WebP => {
            let head = [&[0x0C, 0, 0, 0][..], &599u32.to_le_bytes()[..3], &399u32.to_le_bytes()[..3]].concat();
            let kind: &[u8; 4] = bytes[12..16].try_into().expect("four bytes are four bytes");
            let chunks: [(&[u8; 4], &[u8]); 5] = [
                (b"VP8X", &head[..]),
                (kind, &bytes[20..]),
                (b"EXIF", &tiff[..]),
                (b"XMP ", &packet[..]),
                (b"ABCD", &b"SECRET"[..]),
            ];
            samples::riff(&chunks)
        }
        _ => {
            let jpeg =
                samples::with_segment(&bytes, 0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0B\x1C\x02\x50\0\x06SECRET\0");
            let jpeg = samples::with_segment(&jpeg, 0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", &packet[..]].concat());
            let jpeg = samples::with_segment(
                &jpeg,
                0xE1,
                &[b"http://ns.adobe.com/xmp/extension/\0", &[b'A'; 32][..], &[0, 0, 0, 6, 0, 0, 0, 0], b"SECRET"].concat(),
            );
            let jpeg = samples::with_segment(&jpeg, 0xE2, b"MPF\0II*\0SECRET");
            let jpeg = samples::with_segment(&jpeg, 0xEB, b"JP\0\0SECRET");
            samples::with_segment(&jpeg, 0xE1, &[b"Exif\0\0", &tiff[..]].concat())
        }
    };
    [&burdened[..], b"SECRET behind the end", &burdened[..100]].concat()
}

#[test]
fn nothing_but_pixels_comes_out_of_the_cache_either() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = burdened(format);
        assert!(has_metadata(&bytes), "{format:?}");
        let made = produced(&Cache::open(folder.path()), &bytes);
        assert_eq!(produced(&Cache::open(folder.path()), &bytes), (made.0.clone(), 0));
        assert_eq!(made.0.len(), 5);
        for file in made.0 {
            assert!(!has_metadata(&file), "{format:?}");
            for word in [&b"SECRET"[..], b"Exif", b"EXIF", b"XMP ", b"http", b"Photoshop", b"ICC_PROFILE"] {
                assert!(!file.windows(word.len()).any(|part| part == word), "{format:?} {word:?}");
            }
        }
    }
}

#[test]
fn pictures_of_every_format_are_turned_as_they_ask() {
    let upright = |bytes: &[u8]| {
        let shown = decoded(&made(bytes)[0].1);
        (shown.width(), shown.height(), is_near(shown.get_pixel(4, 4), [0, 0, 255]))
    };
    let png = samples::with_chunk(&encoded(&quarters(64, 32), ImageFormat::Png), b"eXIf", &samples::exif(6));
    let webp = samples::webp_with_exif(&encoded(&quarters(64, 32), ImageFormat::WebP), 64, 32, 6);
    for bytes in [png, webp] {
        // A quarter to the right: what was below on the left is now above there.
        assert_eq!(upright(&bytes), (32, 64, true));
    }
}

#[test]
fn the_colours_of_a_phone_become_those_of_every_screen() {
    let plain = DynamicImage::ImageRgb8(image::RgbImage::from_pixel(32, 32, image::Rgb([200, 80, 80])));
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("the profile can be written");
    let jpeg = encoded(&plain, ImageFormat::Jpeg);
    let wide = samples::with_segment(&jpeg, 0xE2, &[&b"ICC_PROFILE\0\x01\x01"[..], &profile].concat());
    let shown = |bytes: &[u8]| decoded(&made(bytes)[1].1).get_pixel(16, 16).0;
    let (before, after) = (shown(&jpeg), shown(&wide));
    assert!(before[0].abs_diff(200) < 4, "{before:?}");
    // The same numbers mean a stronger red in Display P3.
    assert!(after[0] > before[0] + 8 && after[1] + 4 < before[1], "{after:?}");
    let nonsense = samples::with_segment(&jpeg, 0xE2, b"ICC_PROFILE\0\x01\x01 no profile");
    assert_eq!(shown(&nonsense), before);
}

#[test]
fn printing_inks_become_light() {
    for (inks, colour) in
        [([0, 255, 255, 0], [255, 0, 0]), ([255, 0, 255, 0], [0, 255, 0]), ([0, 0, 0, 255], [0, 0, 0]), ([0; 4], [255; 3])]
    {
        let files = made(&samples::cmyk_jpeg(inks));
        let shown = decoded(&files[1].1);
        assert!(is_near(shown.get_pixel(4, 4), colour), "{inks:?} {:?}", shown.get_pixel(4, 4));
    }
}

#[test]
fn emblems_keep_their_transparency_and_their_edges() {
    let png = encoded(&disc(600), ImageFormat::Png);
    let files = made(&png);
    assert_eq!(files.iter().map(|(v, _)| v.media_type()).filter(|kind| *kind == "image/png").count(), 2);
    for (variant, bytes) in files.iter().filter(|(v, _)| v.shape == Shape::Whole) {
        let shown = decoded(bytes);
        assert_eq!(shown.get_pixel(0, 0).0[3], 0, "{}", variant.name);
        assert_eq!(shown.get_pixel(shown.width() / 2, shown.height() / 2).0, [200, 16, 32, 255], "{}", variant.name);
    }
}

#[test]
fn odd_kinds_of_pixels_are_understood() {
    let grey = DynamicImage::ImageLuma8(quarters(40, 20).into_luma8());
    let deep = DynamicImage::ImageRgb16(quarters(40, 20).into_rgb16());
    let deep_alpha = DynamicImage::ImageRgba16(disc(40).into_rgba16());
    for (pixels, format) in [
        (&grey, ImageFormat::Jpeg),
        (&grey, ImageFormat::Png),
        (&deep, ImageFormat::Png),
        (&deep_alpha, ImageFormat::Png),
        (&quarters(40, 20), ImageFormat::Gif),
        (&quarters(40, 20), ImageFormat::WebP),
        (&disc(40), ImageFormat::WebP),
        (&disc(40), ImageFormat::Gif),
    ] {
        for (variant, bytes) in made(&encoded(pixels, format)) {
            let shown = decoded(&bytes);
            assert_eq!((shown.width(), shown.height()), (variant.width, variant.height), "{format:?}");
        }
    }
}

#[test]
fn a_photo_that_came_with_an_alpha_channel_is_still_light() {
    let mut pixels = photo(1000, 750).into_rgba8();
    pixels.put_pixel(0, 0, image::Rgba([0, 0, 0, 0]));
    let png = encoded(&DynamicImage::ImageRgba8(pixels), ImageFormat::Png);
    let (variant, webp) = &made(&png)[1];
    assert!(variant.look == Look::Art && webp.len() as u64 <= variant.budget() * 2, "{}", webp.len());
    assert_eq!(decoded(webp).get_pixel(0, 0).0.len(), 4);
}

#[test]
fn heavy_pictures_are_encoded_more_lightly() {
    let mut state: u32 = 1;
    let noise = image::RgbImage::from_fn(960, 720, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let tone = |shift: u32| (state >> shift) as u8 / 3 + ((x / 8 + y / 8) % 50) as u8;
        image::Rgb([tone(24), tone(20), tone(16)])
    });
    let jpeg = encoded(&DynamicImage::ImageRgb8(noise), ImageFormat::Jpeg);
    let (_, webp) = &made(&jpeg)[1];
    let best = webp::Encoder::from_image(&decoded(&jpeg)).expect("three channels").encode(75.0).len();
    assert!(webp.len() * 4 < best * 3, "{} of {best}", webp.len());
    let variant = &request_of(&jpeg).widths[1];
    assert_eq!(variant.budget(), 120_000);
}

#[test]
fn the_budget_grows_with_the_height_of_a_poster() {
    let budget = |width: u32, height: u32| {
        let picture = Picture { width, height, ..picture(&encoded(&quarters(8, 8), ImageFormat::Jpeg)) };
        request(&picture, &[0; 32], "a", Effort::Full).fallback.budget()
    };
    assert_eq!(budget(960, 720), 120_000);
    assert_eq!(budget(960, 1280), 120_000);
    assert_eq!(budget(960, 12_000), 1_125_000);
    assert_eq!(budget(480, 360), 60_000);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let jpeg = samples::with_exif(&encoded(&photo(1200, 900), ImageFormat::Jpeg), 6);
    assert_eq!(made(&jpeg), made(&jpeg));
    let png = encoded(&disc(500), ImageFormat::Png);
    assert_eq!(made(&png), made(&png));
}

#[test]
fn sound_headers_before_damaged_data_are_a_finding() {
    let mut png = encoded(&photo(64, 48), ImageFormat::Png);
    let middle = png.len() / 2;
    png[middle] ^= 0x55;
    let request = request_of(&png);
    let variants: Vec<&Variant> = request.variants().collect();
    let outcome = make(FileId(3), &png, &request.picture, &variants);
    assert!(outcome.value.is_none());
    assert_eq!((outcome.found[0].code.id, outcome.found[0].at.file()), ("I101", Some(FileId(3))));
    let bomb = samples::png_bomb(10_000, 10_000);
    let request = request_of(&bomb);
    assert!(make(FileId(0), &bomb, &request.picture, &request.variants().collect::<Vec<_>>()).value.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn damage_never_panics(
        which in 0usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP][which % 4];
        let mut bytes = if which == 4 { samples::cmyk_jpeg([9, 99, 199, 9]) } else { encoded(&quarters(24, 16), format) };
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let limits = ImageLimits { max_px: 2000, max_decoded: 4 << 20 };
        if let Some(picture) = read_image(FileId(0), "a", &bytes, limits).value {
            let request = request(&picture, &[0; 32], "a", Effort::Quick);
            let variants: Vec<&Variant> = request.variants().collect();
            let outcome = make(FileId(0), &bytes, &picture, &variants);
            prop_assert!(outcome.value.is_some() || outcome.has_errors());
        }
    }
}

/// Files of a request through a cache, and how often the original was read.
fn produced(cache: &Cache, bytes: &[u8]) -> (Vec<Vec<u8>>, usize) {
    let n_read = Cell::new(0);
    let read = || {
        n_read.set(n_read.get() + 1);
        Ok(Cow::Borrowed(bytes))
    };
    let outcome = produce(cache, FileId(0), &request_of(bytes), read).expect("reading from memory works");
    (outcome.value.expect("the picture is whole"), n_read.get())
}

/// All entries below a cache's folder.
fn entries(dir: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> =
        walkdir::WalkDir::new(dir).into_iter().flatten().filter(|e| e.file_type().is_file()).map(|e| e.into_path()).collect();
    found.sort();
    found
}

#[test]
fn what_was_made_once_is_not_made_again() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let bytes = encoded(&photo(600, 400), ImageFormat::Jpeg);
    let cold = produced(&Cache::open(folder.path()), &bytes);
    let warm = produced(&Cache::open(folder.path()), &bytes);
    assert_eq!((cold.1, warm.1), (1, 0));
    assert_eq!(cold.0, warm.0);
    assert_eq!(produced(&Cache::none(), &bytes), cold);
}

#[test]
fn a_damaged_or_foreign_entry_is_made_again() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let bytes = encoded(&photo(600, 400), ImageFormat::Jpeg);
    let cold = produced(&Cache::open(folder.path()), &bytes);
    let damages: [fn(&mut Vec<u8>); 5] = [
        |entry| entry.truncate(entry.len() / 2),
        |entry| entry.clear(),
        |entry| *entry.last_mut().expect("an entry is not empty") ^= 1,
        |entry| entry[13] = b'9',
        |entry| *entry = b"<html>502</html>".to_vec(),
    ];
    for damage in damages {
        let victim = &entries(folder.path())[1];
        let mut entry = fs::read(victim).expect("the entry is there");
        damage(&mut entry);
        fs::write(victim, entry).expect("the entry can be written");
        let again = produced(&Cache::open(folder.path()), &bytes);
        assert_eq!(again, cold);
        assert_eq!(produced(&Cache::open(folder.path()), &bytes).1, 0);
    }
    // An entry under another's name.
    let all = entries(folder.path());
    fs::copy(&all[0], &all[1]).expect("the entry can be copied");
    assert_eq!(produced(&Cache::open(folder.path()), &bytes), cold);
}

#[test]
fn a_cache_that_cannot_be_written_does_not_stop_the_build() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let blocked = folder.path().join("cache");
    // A file where the folder has to be refuses even the administrator.
    fs::write(&blocked, "in the way").expect("a file can be written");
    let bytes = encoded(&photo(600, 400), ImageFormat::Jpeg);
    let cache = Cache::open(&blocked);
    assert_eq!(produced(&cache, &bytes), produced(&Cache::none(), &bytes));
    assert!(cache.trouble().is_some_and(|why| why.contains("cache")));
    assert_eq!(cache.prune(0), 0);
}

#[test]
fn room_is_made_only_when_needed_and_never_at_the_cost_of_this_build() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let (old, new) = (encoded(&photo(400, 300), ImageFormat::Jpeg), encoded(&photo(300, 400), ImageFormat::Jpeg));
    produced(&Cache::open(folder.path()), &old);
    let n_old = entries(folder.path()).len();
    fs::create_dir_all(folder.path().join("unfinished")).expect("a folder can be made");
    fs::write(folder.path().join("unfinished/1-1"), "half").expect("a file can be written");
    fs::write(folder.path().join("README"), "mine").expect("a file can be written");
    let cache = Cache::open(folder.path());
    let fresh = produced(&cache, &new);
    assert_eq!(cache.prune(u64::MAX), 0);
    assert!(!folder.path().join("unfinished").exists());
    assert_eq!(cache.prune(0), n_old);
    assert_eq!(produced(&cache, &new), (fresh.0, 0));
    assert!(folder.path().join("README").exists());
}

#[test]
fn headers_are_remembered_but_the_ending_is_judged_again() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let bytes = samples::with_exif(&encoded(&photo(60, 40), ImageFormat::Jpeg), 6);
    let hash = *blake3::hash(&bytes).as_bytes();
    let look_at = |name: &str, limits: ImageLimits| {
        let n_read = Cell::new(0);
        let subject = Subject { file: FileId(0), name, hash: &hash };
        let cache = Cache::open(folder.path());
        let outcome = look(&cache, subject, limits, || {
            n_read.set(1);
            Ok(Cow::Borrowed(&bytes[..]))
        });
        let outcome = outcome.expect("reading from memory works");
        (outcome.value, outcome.found.len(), n_read.get())
    };
    let limits = ImageLimits::default();
    let first = look_at("a.jpg", limits);
    assert_eq!((first.1, first.2), (0, 1));
    assert_eq!(look_at("a.jpg", limits), (first.0, 0, 0));
    assert_eq!(look_at("a.png", limits), (first.0, 1, 0));
    assert_eq!(look_at("a.jpg", ImageLimits { max_px: 50, ..limits }), (None, 1, 1));
}

#[test]
fn many_threads_may_share_a_cache() {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let cache = Cache::open(folder.path());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for number in 0..50u8 {
                    cache.put(&[number; 32], &[number; 100]);
                    assert_eq!(cache.get(&[number; 32]), Some(vec![number; 100]));
                }
            });
        }
    });
    assert_eq!(cache.trouble(), None);
    assert_eq!(entries(folder.path()).len(), 50);
}

#[test]
fn attachments_get_names_for_every_system() {
    let name = |original: &str| attachment_name(original, &[0xAB; 32]);
    assert_eq!(name("关于开展学习的通知.PDF"), "guan-yu-kai-zhan-xue-xi-de-tong-zhi-abababab.pdf");
    assert_eq!(name("content/a/Form 1.docx"), "form-1-abababab.docx");
    assert_eq!(name("aux.txt"), "aux-1-abababab.txt");
    assert_eq!(name("archive.tar.gz"), "archive-tar-abababab.gz");
    assert_eq!(name("无后缀"), "wu-hou-zhui-abababab");
    assert_eq!(name("第1.关于某事"), "di-1-guan-yu-mou-shi-abababab");
    assert_eq!(name(".pdf"), "pdf-abababab");
    assert!(name(&format!("{}.pdf", "长".repeat(300))).len() <= 100);
    assert_ne!(attachment_name("a.pdf", &[1; 32]), attachment_name("a.pdf", &[2; 32]));
    assert_eq!(drawing_name("党徽", &[0xAB; 32]), "dang-hui-abababab.svg");
}

//! A number in every place of a picture that is not shown.

use image::ImageFormat;
use proptest::prelude::*;

use crate::gate::carrier::read;
use crate::gate::carrier::tests::{Given, NUMBER, given};
use crate::gate::hit::{Inside, Spot, Unreadable};
use crate::read::image::samples::{self, encoded, quarters, riff, with_chunk, with_segment};

const OWN: &str = "assets/img/a.jpg";
const BROUGHT: &str = "assets/files/a.jpg";

fn picture(format: ImageFormat) -> Vec<u8> {
    encoded(&quarters(8, 8), format)
}

/// EXIF data with one list of entries whose values follow it.
fn exif(entries: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
    tiff.extend((entries.len() as u16).to_be_bytes());
    let mut at = 8 + 2 + entries.len() * 12 + 4;
    for (tag, kind, value) in entries {
        tiff.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
        tiff.extend((value.len() as u32).to_be_bytes());
        tiff.extend((at as u32).to_be_bytes());
        at += value.len();
    }
    tiff.extend([0; 4]);
    tiff.extend(entries.iter().flat_map(|(.., value)| value.iter().copied()));
    tiff
}

fn with_tiff(tiff: &[u8]) -> Vec<u8> {
    with_segment(&picture(ImageFormat::Jpeg), 0xE1, &[b"Exif\0\0", tiff].concat())
}

fn packed(text: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}

/// A GIF whose first block is this.
fn with_block(block: &[u8]) -> Vec<u8> {
    let gif = picture(ImageFormat::Gif);
    let palette = if gif[10] & 0x80 == 0 { 0 } else { 3 << ((gif[10] & 7) + 1) };
    let at = 13 + palette as usize;
    [&gif[..at], block, &gif[at..]].concat()
}

/// A picture with the number in each of its places, by what the place is called.
fn places() -> Vec<(&'static str, Vec<u8>)> {
    let number = NUMBER.as_bytes();
    let jpeg = |marker, body: &[u8]| with_segment(&picture(ImageFormat::Jpeg), marker, &[body, number].concat());
    let png = |kind: &[u8; 4], body: &[u8]| with_chunk(&picture(ImageFormat::Png), kind, body);
    let wide: Vec<u8> = NUMBER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let packet = format!("<x:xmpmeta><rdf:li>{NUMBER}</rdf:li></x:xmpmeta>");
    let field = [&[0x1C, 2, 80, 0, 18][..], number].concat();
    let resource = [&b"8BIM\x04\x04\0\0\0\0\0\x17"[..], &field, &[0]].concat();
    let hex: String = exif(&[(0x010E, 2, number)]).iter().map(|byte| format!("{byte:02x}")).collect();
    let webp = picture(ImageFormat::WebP);
    let (kind, pixels): (&[u8; 4], _) = (webp[12..16].try_into().expect("four bytes"), &webp[20..]);
    vec![
        ("EXIF", with_tiff(&exif(&[(0x013B, 2, number)]))),
        ("EXIF", with_tiff(&exif(&[(0x9286, 7, &[b"ASCII\0\0\0", number].concat())]))),
        ("EXIF", with_tiff(&exif(&[(0x9C9D, 1, &wide)]))),
        ("EXIF", with_tiff(&exif(&[(0x927C, 7, &[b"Apple iOS\0\0\x01", number, b"\0"].concat())]))),
        ("XMP", jpeg(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>")),
        (
            "XMP",
            with_segment(&picture(ImageFormat::Jpeg), 0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat()),
        ),
        ("IPTC", with_segment(&picture(ImageFormat::Jpeg), 0xED, &[b"Photoshop 3.0\0", &resource[..]].concat())),
        ("COM", jpeg(0xFE, b"")),
        ("APP2", jpeg(0xE2, b"FPXR\0")),
        ("APP11", jpeg(0xEB, b"JP\0\0")),
        ("thumbnail", jpeg(0xE0, b"JFXX\0")),
        ("trailing", [&picture(ImageFormat::Jpeg)[..], number].concat()),
        ("trailing", [picture(ImageFormat::Jpeg), jpeg(0xFE, b"")].concat()),
        ("tEXt", png(b"tEXt", &[b"Author\0", number].concat())),
        ("tEXt", png(b"tEXt", format!("Raw profile type exif\0\nexif\n 99\n{hex}").as_bytes())),
        ("zTXt", png(b"zTXt", &[b"Comment\0\0", &packed(number)[..]].concat())),
        ("iTXt", png(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", packet.as_bytes()].concat())),
        ("iTXt", png(b"iTXt", &[b"Title\0\x01\0zh\0\0", &packed(number)[..]].concat())),
        ("EXIF", png(b"eXIf", &exif(&[(0x8298, 2, number)]))),
        ("prVt", png(b"prVt", number)),
        ("trailing", [&picture(ImageFormat::Png)[..], number].concat()),
        ("EXIF", riff(&[(kind, pixels), (b"EXIF", &exif(&[(0x010F, 2, number)]))])),
        ("XMP", riff(&[(kind, pixels), (b"XMP ", packet.as_bytes())])),
        ("ABCD", riff(&[(kind, pixels), (b"ABCD", number)])),
        ("trailing", [&webp[..], number].concat()),
        ("comment", with_block(&[b"!\xFE\x12", number, b"\0"].concat())),
        ("comment", with_block(&[b"!\xFE\x06", &number[..6], b"\x0C", &number[6..], b"\0"].concat())),
        ("application", with_block(&[b"!\xFF\x0BYUANDI_TEST\x12", number, b"\0"].concat())),
        ("XMP", with_block(&[b"!\xFF\x0BXMP DataXMP", packet.as_bytes(), &magic()[..]].concat())),
        ("trailing", [&picture(ImageFormat::Gif)[..], number].concat()),
    ]
}

/// What ends a packet in a GIF: wherever it is begun to be read as blocks, it leads to its last byte.
fn magic() -> Vec<u8> {
    [&[1][..], &(0..=255).rev().collect::<Vec<u8>>(), &[0]].concat()
}

#[test]
fn a_number_is_found_in_every_place_of_a_picture() {
    for (idx, (place, bytes)) in places().into_iter().enumerate() {
        let of_own = given(OWN, &bytes);
        assert!(of_own.metadata.iter().any(|name| name == place), "{idx} {place}: {:?}", of_own.metadata);
        assert_eq!(of_own.unreadable, [], "{idx} {place}");
        let brought = given(BROUGHT, &bytes);
        assert_eq!((brought.metadata.len(), &brought.unreadable[..]), (0, &[Unreadable::Picture][..]), "{idx} {place}");
        for given in [of_own, brought] {
            // Behind `JFXX` there are pixels, whatever they say.
            let is_found = given.pieces.iter().any(|(text, ..)| text.contains(NUMBER));
            assert!(is_found || bytes.windows(4).any(|four| four == b"JFXX"), "{idx} {place}: {:?}", given.pieces);
            assert!(given.pieces.iter().all(|(_, _, inside)| matches!(inside.spot, Spot::Property(_))), "{idx}");
        }
    }
}

#[test]
fn a_bare_picture_carries_nothing() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("the profile can be written");
    let wide = with_segment(&picture(ImageFormat::Jpeg), 0xE2, &[&b"ICC_PROFILE\0\x01\x01"[..], &profile].concat());
    let formats = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];
    for bytes in formats.into_iter().map(picture).chain([wide]) {
        let given = given(OWN, &bytes);
        assert_eq!((given.pieces.len(), given.unreadable.len(), given.metadata.len()), (0, 0, 0));
    }
}

#[test]
fn a_place_is_too_much_in_whatever_picture() {
    let place = [&[0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0][..]].concat();
    let mut tiff = exif(&[(0x8825, 4, &[0, 1]), (0x010E, 2, b"x")]);
    let at = (tiff.len() as u32).to_be_bytes();
    tiff[18..22].copy_from_slice(&at);
    tiff.extend([&[0, 1][..], &place].concat());
    let packet = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='1,2N'/>";
    for bytes in [with_tiff(&tiff), with_segment(&picture(ImageFormat::Jpeg), 0xE1, packet)] {
        assert_eq!(given(BROUGHT, &bytes).metadata, ["GPS"]);
        assert!(given(OWN, &bytes).metadata.contains(&"GPS".to_owned()));
    }
}

#[test]
fn what_leads_in_circles_or_swells_ends() {
    let mut circle = exif(&[(0x8769, 4, &[0]), (0x8825, 4, &[0])]);
    for at in [18, 30] {
        circle[at..at + 4].copy_from_slice(&8u32.to_be_bytes());
    }
    given(OWN, with_tiff(&circle));
    // A thousand values that are all the same thirty thousand bytes.
    let mut same = exif(&vec![(0x010E, 2, &[][..]); 1000]);
    same.extend(vec![b'a'; 30_008]);
    for idx in 0..1000 {
        let at = 10 + idx * 12 + 4;
        same[at..at + 8].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x2E, 0xEE]);
    }
    let n_bytes: usize = given(OWN, with_tiff(&same)).pieces.iter().map(|(text, ..)| text.len()).sum();
    assert!(n_bytes < 100_000, "{n_bytes}");
    let bomb = packed(&vec![b'1'; 40 << 20]);
    let png = with_chunk(&picture(ImageFormat::Png), b"zTXt", &[b"a\0\0", &bomb[..]].concat());
    assert_eq!(given(OWN, with_chunk(&png, b"tIME", b"")).unreadable[0], Unreadable::TooMuch);
}

proptest! {
    #[test]
    fn damage_never_panics(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let places = places();
        let (_, mut bytes) = places[which.index(places.len())].clone();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        given(OWN, &bytes);
        read(OWN, &bytes[..cut.index(bytes.len())], &Inside::default(), &mut Given::default());
    }
}

#[test]
fn a_picture_that_was_cut_is_broken() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = picture(format);
        assert_eq!(given(OWN, &bytes[..bytes.len() - 1]).unreadable, [Unreadable::Broken]);
    }
    let webp = samples::webp_with_exif(&picture(ImageFormat::WebP), 8, 8, 6);
    assert_eq!(given(OWN, &webp).metadata, ["EXIF"]);
}

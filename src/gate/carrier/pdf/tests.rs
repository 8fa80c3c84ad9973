//! PDF files written by hand, with one number of nobody in each place.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::super::packed_tests::{Given, NUMBER, given};
use super::{Spot, Unreadable};

const HELVETICA: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

/// A file of these objects, numbered from 1; the first is the root.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut bytes = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (idx, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        let _ = write!(bytes, "{} 0 obj\n{object}\nendobj\n", idx + 1);
    }
    let start = bytes.len();
    let _ = write!(bytes, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(bytes, "{place:010} 00000 n ");
    }
    let _ = write!(bytes, "trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    bytes.into_bytes()
}

fn stream(head: &str, content: &str) -> String {
    format!("<</Length {}{head}>>\nstream\n{content}\nendstream", content.len())
}

/// A file with one page: its content is object 4, its font object 5, and what follows counts from 6.
fn page(content: &str, font: &str, rest: &[&str]) -> Vec<u8> {
    page_with("", content, font, rest, "")
}

fn page_with(head: &str, content: &str, font: &str, rest: &[&str], trailer: &str) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>{head}>>"
        ),
        stream("", content),
        font.to_owned(),
    ];
    objects.extend(rest.iter().map(|object| (*object).to_owned()));
    file(&objects, trailer)
}

fn look(bytes: &[u8]) -> Given {
    given("a.pdf", bytes)
}

#[test]
fn text_is_contiguous_however_it_is_placed() {
    for content in [
        "BT /F 12 Tf 50 700 Td (110101190001010006) Tj ET",
        "BT /F 12 Tf 50 700 Td [(110101) -20 (1900) 15 (01010006)] TJ ET",
        "BT /F 12 Tf 1 0 0 1 50 700 Tm (110101) Tj ET BT /F 12 Tf 1 0 0 1 90.03 700 Tm (190001010006) Tj ET",
        "BT /F 12 Tf 1 0 0 1 90.03 700 Tm (190001010006) Tj 1 0 0 1 50 700 Tm (110101) Tj ET",
        "BT /F 12 Tf 50 700 Td 14 TL (1) ' 0 0 (110101190001010006) \" ET",
        "BT /F 12 Tf 3 Tr 50 700 Td <313130313031313930303031303130303036> Tj ET",
        "q .5 0 0 .5 0 0 cm BT /F 24 Tf 0 1 -1 0 50 700 Tm (110101190001) Tj (010006) Tj ET Q",
    ] {
        let given = look(&page(content, HELVETICA, &[]));
        assert_eq!(given.place().spot, Spot::Page(1), "{content}");
        assert_eq!(given.why(), [], "{content}");
    }
}

/// Two bytes for each digit, with a map to characters or without.
fn identity(map: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500>>]{map}>>"
    )
}

#[test]
fn glyphs_without_characters_are_told() {
    let shown: String = NUMBER.bytes().map(|digit| format!("{:04X}", digit - b'0' + 0x13)).collect();
    let content = format!("BT /F 12 Tf 50 700 Td <{shown}> Tj ET");
    let map = stream(
        "",
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0013> <001C> <0030> endbfrange endcmap",
    );
    let with = look(&page(&content, &identity("/ToUnicode 6 0 R"), &[&map]));
    assert_eq!((with.place().spot, with.why()), (Spot::Page(1), vec![]));
    let without = look(&page(&content, &identity(""), &[]));
    assert_eq!(without.unreadable[0].0.spot, Spot::Page(1));
    assert_eq!(without.why(), [Unreadable::UnknownGlyphs]);
}

#[test]
fn chinese_encodings_are_known() {
    let utf16: String = NUMBER.bytes().map(|digit| format!("00{digit:02X}")).collect();
    let gbk = "D0D5C3FB".to_owned() + &NUMBER.bytes().map(|digit| format!("{digit:02X}")).collect::<String>();
    for (name, shown) in [("UniGB-UCS2-H", &utf16), ("UniGB-UTF16-H", &utf16), ("GBK-EUC-H", &gbk), ("GBKp-EUC-H", &gbk)] {
        let content = format!("BT /F 12 Tf 50 700 Td <{shown}> Tj ET");
        let font = identity("").replace("Identity-H", name);
        assert_eq!(look(&page(&content, &font, &[])).place().spot, Spot::Page(1), "{name}");
    }
}

#[test]
fn names_of_glyphs_are_known() {
    let names = "/Encoding<</Differences[1/zero/one/uni0036/nine]>>";
    let font = format!("<</Type/Font/Subtype/Type1/BaseFont/X{names}>>");
    let shown: String = NUMBER
        .chars()
        .map(|digit| match digit {
            '0' => "01",
            '1' => "02",
            '6' => "03",
            _ => "04",
        })
        .collect();
    look(&page(&format!("BT /F 12 Tf <{shown}> Tj ET"), &font, &[])).place();
}

#[test]
fn it_hides_nowhere_beside_the_pages() {
    let attached = stream("/Type/EmbeddedFile", NUMBER);
    let utf16: String = "FEFF".to_owned() + &NUMBER.bytes().map(|digit| format!("00{digit:02X}")).collect::<String>();
    for (object, spot) in [
        (format!("<</Producer(x)/Author({NUMBER})>>"), Spot::Property("Author".to_owned())),
        (format!("<</Producer(x)/Own<{utf16}>>>"), Spot::Property("Own".to_owned())),
        ("<</Type/Annot/Subtype/Text/Contents(1101011900\\\n01010006)>>".to_owned(), Spot::Whole),
        (format!("<</FT/Tx/T(x)/V({NUMBER})>>"), Spot::Whole),
        (format!("<</Title({NUMBER})/Parent 2 0 R>>"), Spot::Whole),
        (format!("<</S/JavaScript/JS(a\\({NUMBER}\\))>>"), Spot::Whole),
        (format!("<</A<</S/URI/URI(mailto:{NUMBER}@x)>>>>"), Spot::Whole),
        (stream("/Type/Metadata/Subtype/XML", &format!("<x>{NUMBER}</x>")), Spot::Whole),
        (attached, Spot::Whole),
    ] {
        let given = look(&page("BT /F 12 Tf (text) Tj ET", HELVETICA, &[&object]));
        let place = given.place();
        assert!(place.spot == spot || matches!(place.spot, Spot::Line(_)), "{object} {place:?}");
        assert_eq!(given.why(), [], "{object}");
    }
}

#[test]
fn attached_files_have_their_names() {
    let spec = "<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>";
    let place = look(&page("", HELVETICA, &[&stream("", NUMBER), spec])).place();
    assert_eq!(place.parts, ["a.txt"]);
}

#[test]
fn forms_and_looks_of_fields_belong_to_their_page() {
    let form = stream("/Subtype/Form", "BT /F 12 Tf (110101190001010006) Tj ET");
    assert_eq!(look(&page("/X Do", HELVETICA, &[&form])).place().spot, Spot::Page(1));
    let note = "/Annots[<</Subtype/Widget/AP<</N<</On 6 0 R>>>>>>]";
    assert_eq!(look(&page_with(note, "", HELVETICA, &[&form], "")).place().spot, Spot::Page(1));
    // A form that draws itself comes to an end.
    let own = stream("/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do");
    assert_eq!(look(&page("/X Do", HELVETICA, &[&own])).unreadable.len(), 0);
}

#[test]
fn pages_that_were_taken_out_are_read() {
    let lost = "<</Type/Page/Contents 7 0 R/Resources<</Font<</F 5 0 R>>>>>>";
    let content = stream("", "BT /F 12 Tf (110101190001010006) Tj ET");
    assert_eq!(look(&page("", HELVETICA, &[lost, &content])).place().spot, Spot::Whole);
}

#[test]
fn pictures_are_told() {
    let picture = stream("/Subtype/Image/Width 1/Height 1", "x");
    let given = look(&page("q 600 0 0 800 0 0 cm /X Do Q", HELVETICA, &[&picture]));
    assert_eq!(given.why(), [Unreadable::OnlyPictures]);
    assert_eq!(given.unreadable[0].0.spot, Spot::Page(1));
    let text = "BT /F 12 Tf (A page with a small picture and some words) Tj ET q 60 0 0 80 0 0 cm /X Do Q";
    assert_eq!(look(&page(text, HELVETICA, &[&picture])).why(), []);
}

#[test]
fn locked_and_damaged_files_are_told() {
    let lock = format!("/Encrypt<</Filter/Standard/V 1/R 2/O({0})/U({0})/P -4>>/ID[(x)(x)]", "x".repeat(32));
    assert_eq!(look(&page_with("", "", HELVETICA, &[], &lock)).why(), [Unreadable::Encrypted]);
    assert_eq!(look(b"%PDF-1.7\nnothing").why(), [Unreadable::Broken]);
}

#[test]
fn packed_content_is_bounded() {
    let packed = |content: &[u8]| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).expect("memory takes it");
        let hex: String = encoder.finish().expect("memory takes it").iter().map(|byte| format!("{byte:02x}")).collect();
        hex
    };
    // Read through two filters, as a file of letters can hold it.
    let content = stream("/Filter[/ASCIIHexDecode/FlateDecode]", &packed(b"BT /F 12 Tf (110101190001010006) Tj ET"));
    let bytes =
        String::from_utf8(page("", HELVETICA, &[&content])).expect("it is text").replace("/Contents 4 0 R", "/Contents 6 0 R");
    look(bytes.as_bytes()).place();
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", "x");
    let bytes =
        String::from_utf8(page("", HELVETICA, &[&twice])).expect("it is text").replace("/Contents 4 0 R", "/Contents 6 0 R");
    assert_eq!(look(bytes.as_bytes()).why(), [Unreadable::TooMuch]);
}

#[test]
fn a_long_file_is_read_to_its_last_page() {
    let n_pages = 500;
    let kids: String = (0..n_pages).map(|idx| format!("{} 0 R ", 4 + 2 * idx)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{kids}]/Count {n_pages}>>"),
        HELVETICA.to_owned(),
    ];
    for idx in 0..n_pages {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>", 5 + 2 * idx));
        let text = if idx + 1 == n_pages { NUMBER } else { "text" };
        objects.push(stream("", &format!("BT /F 12 Tf 50 700 Td ({text}) Tj ET")));
    }
    assert_eq!(look(&file(&objects, "")).place().spot, Spot::Page(500));
}

proptest! {
    #[test]
    fn no_damage_brings_it_down(cut in 0usize..3000, at in prop::collection::vec((0usize..3000, any::<u8>()), 0..12)) {
        let form = stream("/Subtype/Form", "BT /F 12 Tf [(1) -20 (2)] TJ ET");
        let mut bytes = page("BT /F 12 Tf 50 700 Td <00130014> Tj ET /X Do", &identity(""), &[&form, "<</Producer(x)/W[1[2 3]4 5 6]>>"]);
        for (place, byte) in at {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut % 400));
        look(&bytes);
    }
}

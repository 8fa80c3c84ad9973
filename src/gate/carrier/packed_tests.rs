//! Documents and archives made here by hand, with one number of nobody in each place.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::hit::{Inside, Spot, Unreadable};
use super::{APART, Piece, Take, read};

/// Of nobody: the check digit is right, the area and the day are visibly made up.
pub(super) const NUMBER: &str = "110101190001010006";

/// What a carrier gave.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub(super) pieces: Vec<(String, Vec<String>, Inside)>,
    pub(super) unreadable: Vec<(Inside, Unreadable)>,
}

impl Take for Given {
    fn piece(&mut self, piece: Piece<'_>) {
        self.pieces.push((
            piece.text.to_owned(),
            piece.headings.iter().map(|heading| heading.to_string()).collect(),
            piece.inside.clone(),
        ));
    }

    fn unreadable(&mut self, inside: &Inside, why: Unreadable) {
        self.unreadable.push((inside.clone(), why));
    }

    fn metadata(&mut self, _: &Inside, _: &str) {}
}

impl Given {
    pub(super) fn why(&self) -> Vec<Unreadable> {
        self.unreadable.iter().map(|(_, why)| *why).collect()
    }

    /// Where the number stands in one piece.
    #[track_caller]
    pub(super) fn place(&self) -> Inside {
        let holds = |text: &str| text.split(APART).any(|text| text.contains(NUMBER));
        let found = self.pieces.iter().find(|(text, ..)| holds(text));
        found.unwrap_or_else(|| panic!("{:?} {:?}", self.pieces, self.unreadable)).2.clone()
    }
}

pub(super) fn given(name: &str, bytes: &[u8]) -> Given {
    let mut given = Given::default();
    read(name, bytes, &Inside::default(), &mut given);
    given
}

/// A zip archive of these entries.
pub(super) fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("names are short");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

fn document(part: &str, xml: &str) -> Vec<u8> {
    packed(&[("[Content_Types].xml", b"<Types/>"), (part, xml.as_bytes())])
}

#[test]
fn a_document_hides_it_nowhere() {
    for (part, xml) in [
        ("word/document.xml", "<w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p>"),
        ("word/document.xml", "<w:p><w:r><w:t>11010119</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>0001010006</w:t></w:r></w:p>"),
        (
            "word/document.xml",
            "<w:p><w:r><w:t>110101190001</w:t></w:r><w:del><w:r><w:delText>010006</w:delText></w:r></w:del></w:p>",
        ),
        (
            "word/document.xml",
            "<w:p><w:r><w:t>1101011900010100</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:ins><w:r><w:t>06</w:t></w:r></w:ins></w:p>",
        ),
        ("word/document.xml", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>1&#49;0101190001010006</w:t></w:r></w:p>"),
        (
            "word/document.xml",
            "<w:p><w:r><w:instrText>HYPERLINK \"x:110101</w:instrText></w:r><w:r><w:instrText>190001010006\"</w:instrText></w:r></w:p>",
        ),
        (
            "word/document.xml",
            "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
        ),
        ("word/document.xml", "<w:drawing><wp:docPr id=\"1\" descr=\"110101190001010006\"/></w:drawing>"),
        ("word/document.xml", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
        ("word/header1.xml", "<w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p>"),
        ("word/footnotes.xml", "<w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p>"),
        ("word/comments.xml", "<w:comment w:author=\"110101190001010006\"/>"),
        ("word/glossary/document.xml", "<w:p><w:r><w:t>110101190001010006</w:t></w:r></w:p>"),
        ("word/settings.xml", "<w:docVars><w:docVar w:name=\"x\" w:val=\"110101190001010006\"/></w:docVars>"),
        ("word/_rels/document.xml.rels", "<Relationships><Relationship Target=\"mailto:110101190001010006@x\"/></Relationships>"),
        ("customXml/item1.xml", "<x y=\"110101190001010006\"/>"),
        ("word/embeddings/a.txt", "110101190001010006"),
        ("word/110101190001010006.bin", "x"),
        (
            "ppt/slides/slide1.xml",
            "<p:sld show=\"0\"><a:p><a:r><a:t>110101</a:t></a:r><a:r><a:t>190001010006</a:t></a:r></a:p></p:sld>",
        ),
        ("ppt/notesSlides/notesSlide1.xml", "<a:p><a:r><a:t>110101190001010006</a:t></a:r></a:p>"),
        ("ppt/comments/comment1.xml", "<p:cm><p:text>110101190001010006</p:text></p:cm>"),
        ("xl/comments1.xml", "<comment><text><r><t>110101</t></r><r><t>190001010006</t></r></text></comment>"),
        (
            "xl/workbook.xml",
            "<workbook><definedNames><definedName>\"110101190001010006\"</definedName></definedNames></workbook>",
        ),
        ("xl/externalLinks/externalLink1.xml", "<cell><v>110101190001010006</v></cell>"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<sharedItems><s v=\"110101190001010006\"/></sharedItems>"),
    ] {
        let given = given("a.docx", &document(part, xml));
        assert_eq!(given.place().parts.first().map(String::as_str), Some(part), "{xml}");
        assert!(given.unreadable.is_empty(), "{part} {:?}", given.unreadable);
    }
}

#[test]
fn properties_are_named() {
    let core = "<cp:coreProperties><dc:creator>110101190001010006</dc:creator></cp:coreProperties>";
    let place = given("a.docx", &document("docProps/core.xml", core)).place();
    assert_eq!(place.spot, Spot::Property("dc:creator".to_owned()));
    let custom = "<Properties><property name=\"no\"><vt:lpwstr>110101190001010006</vt:lpwstr></property></Properties>";
    let place = given("a.docx", &document("docProps/custom.xml", custom)).place();
    assert_eq!(place.spot, Spot::Property("no".to_owned()));
}

#[test]
fn tables_of_documents_are_rows() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p/></w:tc>");
    let xml = format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>", cell("a"), cell("b"), cell(""), cell("d"));
    let given = given("a.docx", &document("word/document.xml", &xml));
    assert!(given.pieces.iter().any(|(text, ..)| text.contains("a\tb\n\td\n")), "{:?}", given.pieces);
}

fn book(rows: &str, strings: &str, styles: &str) -> Given {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData><oddHeader>x</oddHeader></worksheet>");
    let book = "<workbook xmlns:r='r'><sheets><sheet name='N' state='veryHidden' r:id='r1'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='r1' Target='worksheets/sheet7.xml'/></Relationships>";
    let entries = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet7.xml", &sheet),
    ];
    given("a.xlsx", &packed(&entries.map(|(name, xml)| (name, xml.as_bytes()))))
}

#[test]
fn cells_are_found_at_their_place() {
    let title = "<row r='1'><c r='A1' t='inlineStr'><is><t>title</t></is></c></row>";
    let head = "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='str'><v>no</v></c></row>";
    for (cell, column) in [
        ("<c r='B5'><v>110101190001010006</v></c>", 2),
        ("<c r='B5' t='s'><v>1</v></c>", 2),
        ("<c r='B5' t='inlineStr'><is><r><t>110101</t></r><r><rPr/><t>190001010006</t></r></is></c>", 2),
        ("<c r='A5' t='s'><v>0</v></c><c r='B5'><f>\"110101190001010006\"&amp;A1</f><v>1</v></c>", 2),
        ("<c/><c><v>110101190001010006</v></c>", 2),
    ] {
        let rows = format!("{title}{head}<row r='5' hidden='1'>{cell}</row>");
        let given = book(&rows, "<sst><si><t>name</t></si><si><r><t>110101</t></r><r><t>190001010006</t></r></si></sst>", "");
        let (text, headings, inside) = given
            .pieces
            .iter()
            .find(|(text, _, inside)| text.contains(NUMBER) && inside.spot != Spot::Whole)
            .expect("it is there");
        let Spot::Cell(sheet, row, first) = &inside.spot else { panic!("{inside:?}") };
        let at = text.split('\t').position(|cell| cell.contains(NUMBER)).expect("it is there");
        assert_eq!((sheet.as_str(), *row, *first as usize + at), ("N", 5, column), "{cell}");
        assert_eq!(headings.get(at).map(String::as_str), Some("no"), "{cell} {headings:?}");
    }
}

#[test]
fn numbers_and_days_are_given_as_people_read_them() {
    let rows = "<row r='1'><c r='A1'><v>1.3800138E10</v></c><c r='B1' s='1'><v>33000</v></c><c r='C1'><v>1.10101190001010E+17</v></c></row>";
    let given = book(rows, "<sst/>", "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>");
    let texts: Vec<&str> = given.pieces.iter().map(|(text, ..)| text.as_str()).collect();
    assert!(texts.contains(&"13800138000\t1990-05-07\t110101190001010000"), "{texts:?}");
    assert!(texts.contains(&"1.10101190001010E+17"), "{texts:?}");
}

#[test]
fn strings_that_no_cell_shows_are_read() {
    assert!(
        book("", "<sst><si><t>110101190001010006</t></si></sst>", "").place().parts.contains(&"xl/sharedStrings.xml".to_owned())
    );
}

#[test]
fn a_far_cell_costs_nothing() {
    let given = book(
        "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row><row r='1048576'><c r='XFD1048576'><v>110101190001010006</v></c></row>",
        "",
        "",
    );
    assert_eq!(given.place().spot, Spot::Cell("N".to_owned(), 1_048_576, 16_384));
}

#[test]
fn open_documents_are_read() {
    for (part, xml) in [
        ("content.xml", "<office:text><text:p>110101<text:span>190001010006</text:span></text:p></office:text>"),
        (
            "content.xml",
            "<table:table><table:table-row><table:table-cell office:value=\"110101190001010006\"/></table:table-row></table:table>",
        ),
        ("styles.xml", "<text:p>110101190001010006</text:p>"),
        ("meta.xml", "<office:meta><meta:initial-creator>110101190001010006</meta:initial-creator></office:meta>"),
    ] {
        let entries = [("META-INF/manifest.xml", "<m/>"), ("content.xml", "<x/>"), (part, xml)];
        let entries = &entries[..if part == "content.xml" { 1 } else { 2 }];
        let mut entries = entries.to_vec();
        entries.push((part, xml));
        let entries: Vec<(&str, &[u8])> = entries.iter().map(|(name, xml)| (*name, xml.as_bytes())).collect();
        let place = given("a.odt", &packed(&entries)).place();
        assert_eq!(place.parts.first().map(String::as_str), Some(part));
    }
}

#[test]
fn archives_are_opened() {
    let inner = packed(&[("a.txt", NUMBER.as_bytes())]);
    let outer = packed(&[("in.zip", &inner)]);
    assert_eq!(given("a.zip", &outer).place().parts, ["in.zip", "a.txt"]);
    assert_eq!(given("a.zip", &packed(&[("../110101190001010006.txt", b"x")])).place().spot, Spot::FileName);
    let mut deep = inner;
    for _ in 0..4 {
        deep = packed(&[("in.zip", &deep)]);
    }
    assert_eq!(given("a.zip", &deep).why(), [Unreadable::TooMuch]);
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 8 << 20];
    assert_eq!(given("a.zip", &packed(&[("a.txt", &zeros)])).why(), [Unreadable::TooMuch]);
    assert_eq!(given("a.docx", &document("word/document.xml", &String::from_utf8_lossy(&zeros))).why(), [Unreadable::TooMuch]);
}

#[test]
fn damaged_and_locked_files_are_told() {
    let mut bytes = packed(&[("a.txt", NUMBER.as_bytes())]);
    assert_eq!(given("a.zip", &bytes[..bytes.len() - 10]).why(), [Unreadable::Broken]);
    // The bit of a password, in both heads.
    for sign in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let at = memchr::memmem::find(&bytes, sign).expect("it is a zip") + if sign[2] == 3 { 6 } else { 8 };
        bytes[at] |= 1;
    }
    assert_eq!(given("a.zip", &bytes).why(), [Unreadable::Encrypted]);
    let mut ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert_eq!(given("a.doc", &ole).why(), [Unreadable::UnknownFormat]);
    ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(given("a.docx", &ole).why(), [Unreadable::Encrypted]);
    assert_eq!(given("a.docx", &document("word/document.xml", "<w:p><w:t>1")).why(), []);
}

#[test]
fn tags_of_sound_are_read() {
    let mut frame = b"TPE1\0\0\0\x13\0\0\x03".to_vec();
    frame.extend(NUMBER.bytes());
    let mut bytes = b"ID3\x03\0\0\0\0\0\x1D".to_vec();
    bytes.extend(frame);
    let given = given("a.mp3", &bytes);
    given.place();
    assert_eq!(given.why(), [Unreadable::Media]);
}

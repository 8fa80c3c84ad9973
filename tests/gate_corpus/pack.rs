//! A passage to documents: packages of Office and of archives, PDF, and a picture with a remark. Made by hand, as small as they open.

use super::carry::{Carrier, File, Marks, NO_MARKS, Passage, markup, number, plain, whole};

/// An archive whose files are stored as they are.
pub(crate) fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut index = Vec::new();
    for (name, content) in files {
        let at = bytes.len() as u32;
        let mut sum = flate2::Crc::new();
        sum.update(content);
        let mut head = Vec::new();
        // Version, flags (names are UTF-8), method, time, day.
        head.extend([20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]);
        head.extend(sum.sum().to_le_bytes());
        head.extend((content.len() as u32).to_le_bytes());
        head.extend((content.len() as u32).to_le_bytes());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        index.extend(b"PK\x01\x02\x14\x00");
        index.extend(&head);
        index.extend([0; 10]);
        index.extend(at.to_le_bytes());
        index.extend(name.as_bytes());
    }
    let n_files = (files.len() as u16).to_le_bytes();
    let (at, n_bytes) = (bytes.len() as u32, index.len() as u32);
    bytes.extend(index);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(n_files);
    bytes.extend(n_files);
    bytes.extend(n_bytes.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A package with its list of types, as short as readers accept it.
fn package(name: &str, parts: &[(&str, String)]) -> Option<Vec<File>> {
    let defaults = "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    let mut overrides = String::new();
    for (path, _) in parts {
        let kind = match *path {
            "word/document.xml" => "wordprocessingml.document.main+xml",
            "xl/workbook.xml" => "spreadsheetml.sheet.main+xml",
            "ppt/presentation.xml" => "presentationml.presentation.main+xml",
            _ => continue,
        };
        let kind = format!("application/vnd.openxmlformats-officedocument.{kind}");
        overrides.push_str(&format!("<Override PartName=\"/{path}\" ContentType=\"{kind}\"/>"));
    }
    let types = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{defaults}{overrides}</Types>"
    );
    let mut all = vec![("[Content_Types].xml", types.as_bytes())];
    all.extend(parts.iter().map(|(path, text)| (*path, text.as_bytes())));
    let relations = relations(&[(1, "officeDocument", parts.first()?.0)]);
    all.push(("_rels/.rels", relations.as_bytes()));
    File::new(&format!("assets/files/{name}"), archive(&all))
}

fn relations(to: &[(u32, &str, &str)]) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let one = |(id, kind, target): &(u32, &str, &str)| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>")
    };
    let all: String = to.iter().map(one).collect();
    format!("{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>")
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const RUNS: Marks = Marks {
    line: Some("</w:t><w:br/><w:t>"),
    cell: None,
    tag: Some("</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>"),
};

fn document(body: &str) -> String {
    format!("{XML}<w:document {W}><w:body>{body}</w:body></w:document>")
}

fn run(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn docx(passage: &Passage) -> Option<Vec<File>> {
    package("a.docx", &[("word/document.xml", document(&run(&whole(passage, RUNS, markup)?)))])
}

fn docx_table(passage: &Passage) -> Option<Vec<File>> {
    let cell = "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>";
    let number = number(passage, Marks { cell: Some(cell), ..RUNS }, markup)?;
    let heading = passage.heading.clone()?;
    let row = |first: &str, second: &str| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", run(first), run(second));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("序号", &heading), row("1", &number));
    package("a.docx", &[("word/document.xml", document(&table))])
}

fn docx_comment(passage: &Passage) -> Option<Vec<File>> {
    let text = run(&whole(passage, RUNS, markup)?);
    let comments = format!("{XML}<w:comments {W}><w:comment w:id=\"0\" w:author=\"a\">{text}</w:comment></w:comments>");
    let links = relations(&[(1, "comments", "comments.xml")]);
    package(
        "a.docx",
        &[
            ("word/document.xml", document(&run("正文"))),
            ("word/comments.xml", comments),
            ("word/_rels/document.xml.rels", links),
        ],
    )
}

fn docx_deleted(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, markup)?;
    let deleted = format!("<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>");
    package("a.docx", &[("word/document.xml", document(&deleted))])
}

fn docx_footer(passage: &Passage) -> Option<Vec<File>> {
    let footer = format!("{XML}<w:ftr {W}>{}</w:ftr>", run(&whole(passage, RUNS, markup)?));
    let links = relations(&[(1, "footer", "footer1.xml")]);
    package(
        "a.docx",
        &[("word/document.xml", document(&run("正文"))), ("word/footer1.xml", footer), ("word/_rels/document.xml.rels", links)],
    )
}

fn properties(text: &str) -> String {
    let spaces = "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    format!("{XML}<cp:coreProperties {spaces}><dc:description>{text}</dc:description></cp:coreProperties>")
}

fn docx_properties(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, markup)?;
    package("a.docx", &[("word/document.xml", document(&run("正文"))), ("docProps/core.xml", properties(&text))])
}

const S: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

fn workbook(state: &str, rows: &[Vec<String>], strings: &[String]) -> Option<Vec<File>> {
    let sheets =
        format!("<sheet name=\"一月\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"名单\" sheetId=\"2\"{state} r:id=\"rId2\"/>");
    let mut data = String::new();
    for (idx, cells) in rows.iter().enumerate() {
        data.push_str(&format!("<row r=\"{}\">{}</row>", idx + 1, cells.concat()));
    }
    let items: String = strings.iter().map(|text| format!("<si>{text}</si>")).collect();
    let links = relations(&[
        (1, "worksheet", "worksheets/sheet1.xml"),
        (2, "worksheet", "worksheets/sheet2.xml"),
        (3, "sharedStrings", "sharedStrings.xml"),
    ]);
    package(
        "a.xlsx",
        &[
            ("xl/workbook.xml", format!("{XML}<workbook {S}><sheets>{sheets}</sheets></workbook>")),
            ("xl/worksheets/sheet1.xml", format!("{XML}<worksheet {S}><sheetData/></worksheet>")),
            ("xl/worksheets/sheet2.xml", format!("{XML}<worksheet {S}><sheetData>{data}</sheetData></worksheet>")),
            ("xl/sharedStrings.xml", format!("{XML}<sst {S}>{items}</sst>")),
            ("xl/_rels/workbook.xml.rels", links),
        ],
    )
}

const CELLS: Marks = Marks { line: Some("\n"), cell: Some("\u{1}"), tag: None };

/// Texts of the cells of the row, the heading's column first where there is one.
fn cells_of(passage: &Passage) -> Option<Vec<String>> {
    let number = number(passage, CELLS, markup)?;
    let number = if passage.heading.is_some() || number.contains('\u{1}') {
        number
    } else {
        format!("{}{number}{}", passage.lead, passage.tail)
    };
    Some(number.split('\u{1}').map(str::to_owned).collect())
}

fn heading_of(passage: &Passage) -> String {
    passage.heading.clone().unwrap_or_else(|| "内容".to_owned())
}

fn xlsx_shared(passage: &Passage) -> Option<Vec<File>> {
    let mut texts = vec!["序号".to_owned(), heading_of(passage)];
    let n_head = texts.len();
    texts.extend(cells_of(passage)?);
    let cell = |row: usize, idx: usize, shared: usize| {
        format!("<c r=\"{}{row}\" t=\"s\"><v>{shared}</v></c>", char::from(b'A' + idx as u8))
    };
    let head: Vec<String> = (0..n_head).map(|idx| cell(1, idx, idx)).collect();
    let row = (n_head..texts.len()).map(|idx| cell(2, idx - 1, idx)).collect();
    let strings: Vec<String> = texts.iter().map(|text| format!("<t xml:space=\"preserve\">{text}</t>")).collect();
    workbook("", &[head, row], &strings)
}

fn inline(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn xlsx_hidden(passage: &Passage) -> Option<Vec<File>> {
    let cells = cells_of(passage)?;
    let row = cells.iter().enumerate().map(|(idx, text)| inline(&format!("{}2", char::from(b'B' + idx as u8)), text)).collect();
    workbook(" state=\"veryHidden\"", &[vec![inline("A1", "序号"), inline("B1", &heading_of(passage))], row], &[])
}

/// A number that was typed into a cell and stayed one.
fn xlsx_number(passage: &Passage) -> Option<Vec<File>> {
    let number = number(passage, NO_MARKS, plain)?;
    let is_number = number.len() < 19 && number.bytes().all(|byte| byte.is_ascii_digit() || b".E+".contains(&byte));
    if !is_number || passage.heading.is_none() && number.len() < 15 {
        return None;
    }
    // A program that writes the file keeps 15 digits as well, and gives the rest as zeros.
    let number = if number.len() > 15 && !number.contains('E') {
        format!("{}{}", &number[..15], "0".repeat(number.len() - 15))
    } else {
        number
    };
    let head = vec![inline("A1", &heading_of(passage))];
    workbook("", &[head, vec![format!("<c r=\"A2\"><v>{number}</v></c>")]], &[])
}

const A: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

fn shape(kind: &str, text: &str) -> String {
    let body = format!("<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>");
    format!("{XML}<p:{kind} {A}><p:cSld><p:spTree><p:sp>{body}</p:sp></p:spTree></p:cSld></p:{kind}>")
}

fn slides(on_slide: &str, in_notes: &str) -> Option<Vec<File>> {
    let list = "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst>";
    package(
        "a.pptx",
        &[
            ("ppt/presentation.xml", format!("{XML}<p:presentation {A}>{list}</p:presentation>")),
            ("ppt/_rels/presentation.xml.rels", relations(&[(1, "slide", "slides/slide1.xml")])),
            ("ppt/slides/slide1.xml", shape("sld", on_slide)),
            ("ppt/slides/_rels/slide1.xml.rels", relations(&[(1, "notesSlide", "../notesSlides/notesSlide1.xml")])),
            ("ppt/notesSlides/notesSlide1.xml", shape("notes", in_notes)),
        ],
    )
}

const DRAWN: Marks = Marks { line: Some("</a:t></a:r><a:br/><a:r><a:t>"), cell: None, tag: Some("</a:t></a:r><a:r><a:t>") };

fn pptx(passage: &Passage) -> Option<Vec<File>> {
    slides(&whole(passage, DRAWN, markup)?, "备注")
}

fn pptx_notes(passage: &Passage) -> Option<Vec<File>> {
    slides("标题", &whole(passage, DRAWN, markup)?)
}

fn odt(passage: &Passage) -> Option<Vec<File>> {
    let marks = Marks { line: Some("<text:line-break/>"), cell: None, tag: Some("<text:span></text:span>") };
    let text = whole(passage, marks, markup)?;
    let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "{XML}<office:document-content {spaces}><office:body><office:text><text:p>{text}</text:p></office:text></office:body></office:document-content>"
    );
    let parts: [(&str, &[u8]); 2] =
        [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())];
    File::new("assets/files/a.odt", archive(&parts))
}

fn zip_text(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    File::new("assets/files/a.zip", archive(&[("说明.txt", "见名单".as_bytes()), ("名单/一.txt", text.as_bytes())]))
}

fn zip_in_zip(passage: &Passage) -> Option<Vec<File>> {
    let inner = archive(&[("名单.csv", format!("内容\n{}\n", whole(passage, NO_MARKS, plain)?).as_bytes())]);
    File::new("assets/files/a.zip", archive(&[("b.zip", &inner)]))
}

fn zip_name(passage: &Passage) -> Option<Vec<File>> {
    let name = format!("{}.txt", whole(passage, NO_MARKS, plain)?);
    if name.contains('/') {
        return None;
    }
    File::new("assets/files/a.zip", archive(&[(&name, b"-")]))
}

/// A photo with a remark: whatever it says, no published picture may carry it.
pub(crate) fn jpeg_comment(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xFE];
    bytes.extend((text.len() as u16 + 2).to_be_bytes());
    bytes.extend(text.as_bytes());
    bytes.extend([0xFF, 0xD9]);
    File::new("assets/files/photo.0a1b.jpg", bytes)
}

const fn carrier(name: &'static str, carry: fn(&Passage) -> Option<Vec<File>>) -> Carrier {
    Carrier { name, carry }
}

/// What authors attach.
pub(crate) const ATTACHED: [Carrier; 18] = [
    carrier("docx text", docx),
    carrier("docx table", docx_table),
    carrier("docx comment", docx_comment),
    carrier("docx deleted", docx_deleted),
    carrier("docx footer", docx_footer),
    carrier("docx properties", docx_properties),
    carrier("xlsx shared", xlsx_shared),
    carrier("xlsx hidden", xlsx_hidden),
    carrier("xlsx number", xlsx_number),
    carrier("pptx slide", pptx),
    carrier("pptx notes", pptx_notes),
    carrier("odt", odt),
    carrier("zip text", zip_text),
    carrier("zip in zip", zip_in_zip),
    carrier("zip name", zip_name),
    carrier("pdf text", super::pdf::text),
    carrier("pdf properties", super::pdf::properties),
    carrier("pdf attachment", super::pdf::attachment),
];

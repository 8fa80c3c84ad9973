//! A passage to a PDF file of one page, made by hand.

use super::carry::{File, Marks, NO_MARKS, Passage, plain, whole};

fn utf16_hex(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
}

/// The passage, where two bytes are enough for each of its characters.
fn short(text: String) -> Option<String> {
    text.chars().all(|c| (c as u32) < 0x1_0000).then_some(text)
}

/// Which code is which character; codes are those of UTF-16, so that nothing has to be looked up.
fn to_unicode(text: &str) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    units.sort_unstable();
    units.dedup();
    let mut map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n\
                   1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        .to_owned();
    for portion in units.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", portion.len()));
        for unit in portion {
            map.push_str(&format!("<{unit:04X}> <{unit:04X}>\n"));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap CMapName currentdict /CMap defineresource pop end end\n");
    map
}

fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries} /Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// Objects, numbered from one, with their table; the first is the catalogue.
fn pdf(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (idx, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", idx + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<</Size {} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

/// Objects of a page with these lines; further ones may follow as 8, 9 …
fn page(lines: &str, catalogue: &str) -> Vec<String> {
    let mut shown = "BT /F1 12 Tf 14 TL 50 700 Td\n".to_owned();
    for line in lines.split('\n') {
        shown.push_str(&format!("<{}> Tj T*\n", utf16_hex(line)));
    }
    shown.push_str("ET");
    let mark = "<</Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000>>";
    vec![
        format!("<</Type /Catalog /Pages 2 0 R {catalogue}>>"),
        "<</Type /Pages /Kids [3 0 R] /Count 1>>".to_owned(),
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R>>".to_owned(),
        stream("", &shown),
        "<</Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>"
            .to_owned(),
        mark.to_owned(),
        stream("", &to_unicode(lines)),
    ]
}

pub(crate) fn text(passage: &Passage) -> Option<Vec<File>> {
    let text = short(whole(passage, Marks { line: Some("\n"), ..NO_MARKS }, plain)?)?;
    File::new("assets/files/a.pdf", pdf(&page(&format!("会议通知\n{text}"), ""), ""))
}

pub(crate) fn properties(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    let mut objects = page("会议通知", "");
    objects.push(format!("<</Title <FEFF{}>>>", utf16_hex(&text)));
    File::new("assets/files/a.pdf", pdf(&objects, "/Info 8 0 R"))
}

pub(crate) fn attachment(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    let names = "/Names <</EmbeddedFiles <</Names [(a.txt) 8 0 R]>>>>";
    let mut objects = page("会议通知", names);
    objects.push("<</Type /Filespec /F (a.txt) /UF (a.txt) /EF <</F 9 0 R>>>>".to_owned());
    objects.push(stream("/Type /EmbeddedFile", &text));
    File::new("assets/files/a.pdf", pdf(&objects, "/AFRelationship /Data"))
}

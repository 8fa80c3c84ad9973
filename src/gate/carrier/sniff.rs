//! The first bytes of a file, and then its name, to what reads it.

/// What reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Html,
    Xml,
    Json,
    Csv,
    Script,
    Style,
    /// Calendars and cards, whose long lines are folded.
    Folded,
    Text,
    /// JPEG, PNG, GIF, WebP.
    Picture,
    /// Pictures that nothing here looks into.
    ForeignPicture,
    Icon,
    Font,
    Zip,
    Pdf,
    /// Word, Excel, PowerPoint before 2007, and what has a password.
    Ole,
    /// Sound and film.
    Media,
    /// Packed in a way that is not unpacked.
    Archive,
}

/// Formats by the bytes they begin with, longest first where one begins like another.
const BEGINNINGS: &[(&[u8], Format)] = &[
    (b"\xFF\xD8\xFF", Format::Picture),
    (b"\x89PNG\r\n\x1a\n", Format::Picture),
    (b"GIF87a", Format::Picture),
    (b"GIF89a", Format::Picture),
    (b"II*\0", Format::ForeignPicture),
    (b"MM\0*", Format::ForeignPicture),
    (b"8BPS", Format::ForeignPicture),
    (b"\0\0\x01\0", Format::Icon),
    (b"\xFF\x0A", Format::ForeignPicture),
    (b"\0\0\0\x0CJXL ", Format::ForeignPicture),
    (b"\0\0\0\x0CjP  ", Format::ForeignPicture),
    (b"\xD7\xCD\xC6\x9A", Format::ForeignPicture),
    (b"wOFF", Format::Font),
    (b"wOF2", Format::Font),
    (b"OTTO", Format::Font),
    (b"ttcf", Format::Font),
    (b"\0\x01\0\0", Format::Font),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Ole),
    (b"Rar!", Format::Archive),
    (b"7z\xBC\xAF\x27\x1C", Format::Archive),
    (b"\x1F\x8B", Format::Archive),
    (b"BZh", Format::Archive),
    (b"\xFD7zXZ\0", Format::Archive),
    (b"\x28\xB5\x2F\xFD", Format::Archive),
    (b"ID3", Format::Media),
    (b"OggS", Format::Media),
    (b"fLaC", Format::Media),
    (b"FLV\x01", Format::Media),
    (b"#!AMR", Format::Media),
    (b"\x1A\x45\xDF\xA3", Format::Media),
    (b"\x30\x26\xB2\x75\x8E\x66\xCF\x11", Format::Media),
    (b"\0\0\x01\xBA", Format::Media),
    (b"\0\0\x01\xB3", Format::Media),
];

/// Brands of the container of films that hold a still picture.
const STILL_BRANDS: [&[u8; 4]; 10] = [b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// In bytes: readers of PDF pass over rubbish before its mark.
const PDF_MARK_WITHIN: usize = 1024;

/// What a file is that begins like no text.
pub(super) fn binary(bytes: &[u8]) -> Option<Format> {
    if let Some((_, format)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(*format);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let is_still = STILL_BRANDS.iter().any(|brand| bytes.get(8..12) == Some(&brand[..]));
        return Some(if is_still { Format::ForeignPicture } else { Format::Media });
    }
    if bytes.starts_with(b"RIFF") {
        return Some(if bytes.get(8..12) == Some(b"WEBP") { Format::Picture } else { Format::Media });
    }
    let head = &bytes[..bytes.len().min(PDF_MARK_WITHIN)];
    // Two bytes begin too many texts: a picture without compression says its size besides.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Format::ForeignPicture);
    }
    // Sound without tags: eleven bits that no text has at its start.
    if let [0xFF, second, ..] = bytes
        && second & 0xE6 == 0xE2
    {
        return Some(Format::Media);
    }
    memchr::memmem::find(head, b"%PDF-").map(|_| Format::Pdf)
}

/// What a text is.
pub(super) fn textual(name: &str, text: &str) -> Format {
    let by_name = of_ending(name);
    if matches!(by_name, Some(Format::Text | Format::Script | Format::Style | Format::Folded | Format::Csv)) {
        // Systems of schools save pages under the names of tables; notes that begin with a tag are notes.
        let is_page = by_name == Some(Format::Csv) && of_beginning(text) == Some(Format::Html);
        return if is_page { Format::Html } else { by_name.unwrap_or(Format::Text) };
    }
    of_beginning(text).or(by_name).unwrap_or(Format::Text)
}

fn of_ending(name: &str) -> Option<Format> {
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        "xml" | "svg" | "rss" | "atom" | "kml" | "xsl" | "fodt" | "fods" => Format::Xml,
        "json" | "webmanifest" | "jsonld" | "geojson" | "jsonl" | "ndjson" => Format::Json,
        "csv" | "tsv" | "tab" => Format::Csv,
        "js" | "mjs" => Format::Script,
        "css" => Format::Style,
        "ics" | "vcs" | "vcf" => Format::Folded,
        "txt" | "md" | "markdown" | "log" | "toml" | "yaml" | "yml" => Format::Text,
        _ => return None,
    })
}

/// In bytes: declarations and comments come before the first tag.
const HEAD: usize = 1024;

fn of_beginning(text: &str) -> Option<Format> {
    let text = text.trim_start();
    if text.starts_with(['{', '[']) && !text.starts_with("{\\rtf") {
        return Some(Format::Json);
    }
    if !text.starts_with('<') {
        return None;
    }
    let head = String::from_utf8_lossy(&text.as_bytes()[..text.len().min(HEAD)]).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<table", "<meta"].iter().any(|tag| head.contains(tag)) {
        return Some(Format::Html);
    }
    let is_xml = head.starts_with("<?xml") || ["<svg", "<rss", "<feed", "<urlset"].iter().any(|tag| head.contains(tag));
    is_xml.then_some(Format::Xml)
}

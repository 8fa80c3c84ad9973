//! A drawing (SVG) to a clean one: only shapes, colours and words are kept, nothing that runs, loads or hides.
//!
//! The result is written anew from an allow-list (`svg/allowed.rs`), so what this file does not know of cannot come through. Drawings are
//! never made into pixels here.

mod allowed;
mod style;
mod uses;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use self::uses::Uses;
use crate::diag::{FileId, Outcome, Place, codes};
use crate::source::decode;

/// In bytes. A drawing beyond this is a photo in disguise or a map, and slower than a picture.
const MAX_BYTES: usize = 2 << 20;

/// Browsers draw nested groups by recursion.
const MAX_DEPTH: usize = 64;

/// Attributes of one element; comparing them for doubles takes the square of this.
const MAX_ATTRIBUTES: usize = 100;

/// A clean drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg {
    /// UTF-8, without comments, metadata and document type.
    pub bytes: Vec<u8>,
    /// In pixels, for the room it takes on a page.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why a drawing cannot be used as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Refusal {
    NotXml(String),
    NotSvg,
    Entities,
    TooComplex,
}

/// Reads the drawing `bytes` and cleans it.
///
/// - Result: `None` if it cannot be used, which has been said.
/// - Codes: I021 not a drawing, I022 own entities, I023 too complex, I024 parts removed (warning), I025 without size
///   (warning), and those of decoding.
pub fn read_svg(file: FileId, bytes: &[u8]) -> Outcome<Option<Svg>> {
    let mut found = Vec::new();
    let at = || Place::File(file);
    if bytes.len() > MAX_BYTES {
        return Outcome::new(None, vec![codes::svg_too_complex.at(at())]);
    }
    let text = decode(file, bytes).into_value(&mut found).text;
    if !found.is_empty() && text.is_empty() {
        return Outcome::new(None, found);
    }
    let mut cleaner = Cleaner::default();
    if let Err(refusal) = cleaner.clean(&text) {
        found.push(match refusal {
            Refusal::NotXml(why) => codes::svg_not_readable.at(at()).with("why", why),
            Refusal::NotSvg => codes::svg_not_readable.at(at()).with("why", "<svg>"),
            Refusal::Entities => codes::svg_with_entities.at(at()),
            Refusal::TooComplex => codes::svg_too_complex.at(at()),
        });
        return Outcome::new(None, found);
    }
    cleaner.removed.sort();
    cleaner.removed.dedup();
    if !cleaner.removed.is_empty() {
        found.push(codes::svg_part_removed.at(at()).with("parts", shorten(&cleaner.removed)));
    }
    let (width, height) = cleaner.size.unwrap_or_else(|| {
        found.push(codes::svg_without_size.at(at()));
        (300, 150)
    });
    Outcome::new(Some(Svg { bytes: cleaner.out.into_bytes(), width, height }), found)
}

/// The first few names are enough to find the place.
fn shorten(removed: &[String]) -> String {
    let shown = removed.iter().take(5).map(|part| format!("`{part}`")).collect::<Vec<_>>().join(" ");
    if removed.len() > 5 { format!("{shown} …") } else { shown }
}

/// Walks through a drawing and writes down what is allowed.
#[derive(Debug, Default)]
struct Cleaner {
    out: String,
    removed: Vec<String>,
    size: Option<(u32, u32)>,
    /// For each open element of the source its name if it was written, so that its end is written too.
    open: Vec<Option<String>>,
    /// How many of the open elements are inside (and count) a removed one.
    n_dropped: usize,
    /// Inside `<style>`: its text so far.
    style: Option<String>,
    uses: Uses,
}

impl Cleaner {
    fn clean(&mut self, text: &str) -> Result<(), Refusal> {
        let mut reader = Reader::from_str(text);
        let not_xml = |why: &dyn std::fmt::Display| Refusal::NotXml(why.to_string());
        loop {
            match reader.read_event().map_err(|error| not_xml(&error))? {
                Event::Start(start) => self.enter(&start)?,
                Event::Empty(start) => {
                    self.enter(&start)?;
                    self.leave();
                }
                Event::End(_) => self.leave(),
                Event::Text(text) => self.text(&text)?,
                Event::CData(text) => self.text(&text)?,
                Event::GeneralRef(name) => {
                    let text = resolve(&format!("&{};", &*name))?;
                    self.text(&text)?;
                }
                Event::DocType(doctype) => {
                    // The plain line that drawing programs write is harmless and falls away.
                    if doctype.contains('[') || doctype.contains("<!") {
                        return Err(Refusal::Entities);
                    }
                }
                Event::PI(_) => self.removed.push("<?…?>".to_owned()),
                Event::Comment(_) | Event::Decl(_) => {}
                Event::Eof => break,
            }
        }
        if !self.open.is_empty() {
            return Err(Refusal::NotXml("</…>".to_owned()));
        }
        if self.out.is_empty() {
            return Err(Refusal::NotSvg);
        }
        if self.uses.n_drawn() > uses::MAX_DRAWN { Err(Refusal::TooComplex) } else { Ok(()) }
    }

    fn enter(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Refusal::TooComplex);
        }
        let full = start.name().as_ref().to_owned();
        let name = full.strip_prefix("svg:").unwrap_or(&full).to_owned();
        let is_root = self.open.is_empty();
        if is_root && (name != "svg" || !self.out.is_empty()) {
            return Err(Refusal::NotSvg);
        }
        if self.n_dropped > 0 || !allowed::is_element(&name) {
            if self.n_dropped == 0 && !allowed::is_editor_data(&name) {
                self.removed.push(format!("<{name}>"));
            }
            self.n_dropped += 1;
            self.open.push(None);
            return Ok(());
        }
        let attributes = self.attributes(start, &name)?;
        self.uses.enter(&name, &attributes);
        if name == "style" {
            self.style = Some(String::new());
        } else {
            self.write_start(&name, &attributes, is_root);
        }
        self.open.push(Some(name));
        Ok(())
    }

    fn leave(&mut self) {
        let Some(name) = self.open.pop().flatten() else {
            self.n_dropped = self.n_dropped.saturating_sub(1);
            return;
        };
        self.uses.leave();
        let Some(text) = self.style.take_if(|_| name == "style") else {
            self.out.push_str(&format!("</{name}>"));
            return;
        };
        if style::is_harmless(&text) {
            self.out.push_str("<style>");
            push_escaped(&mut self.out, &text);
            self.out.push_str("</style>");
        } else {
            self.removed.push("<style>".to_owned());
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.open.is_empty() {
            // Only white space may stand outside the drawing.
            return if text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() { Ok(()) } else { Err(Refusal::NotSvg) };
        }
        match &mut self.style {
            _ if self.n_dropped > 0 => {}
            Some(style) => style.push_str(text),
            None => push_escaped(&mut self.out, text),
        }
        Ok(())
    }

    /// The attributes that are kept, with their values as understood.
    fn attributes(&mut self, start: &BytesStart, element: &str) -> Result<Vec<(String, String)>, Refusal> {
        let mut kept: Vec<(String, String)> = Vec::new();
        // The library's own test for doubles takes quadratic time.
        for (n_seen, attribute) in start.attributes().with_checks(false).enumerate() {
            let attribute = attribute.map_err(|error| Refusal::NotXml(error.to_string()))?;
            if n_seen >= MAX_ATTRIBUTES {
                return Err(Refusal::TooComplex);
            }
            let name = attribute.key.as_ref();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refusal::Entities)?;
            let plain = name.strip_prefix("xlink:").filter(|plain| *plain == "href").unwrap_or(name);
            if allowed::is_attribute(element, plain, &value) {
                if !kept.iter().any(|(name, _)| name == plain) {
                    kept.push((plain.to_owned(), value.into_owned()));
                }
            } else if !allowed::is_editor_data(name) {
                self.removed.push(name.to_owned());
            }
        }
        Ok(kept)
    }

    fn write_start(&mut self, name: &str, attributes: &[(String, String)], is_root: bool) {
        self.out.push('<');
        self.out.push_str(name);
        if is_root {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
            // Browsers before 2018 know links inside a drawing only by their old name.
            self.out.push_str(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
            self.size = size_of(attributes);
        }
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(if name == "href" { "xlink:href" } else { name });
            self.out.push_str("=\"");
            push_escaped(&mut self.out, value);
            self.out.push('"');
        }
        let has_view_box = attributes.iter().any(|(name, _)| name == "viewBox");
        if let (true, false, Some((width, height))) = (is_root, has_view_box, self.size) {
            // Without it a drawing is cropped, not scaled, when the page is narrow.
            self.out.push_str(&format!(" viewBox=\"0 0 {width} {height}\""));
        }
        self.out.push('>');
    }
}

/// The five names that XML knows, and characters by number. Anything else was declared in the file, or is nothing.
fn resolve(reference: &str) -> Result<String, Refusal> {
    quick_xml::escape::unescape(reference).map(std::borrow::Cow::into_owned).map_err(|_| Refusal::Entities)
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // Of the control characters XML allows only these.
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// In pixels: from `width` and `height`, else from the view box.
fn size_of(attributes: &[(String, String)]) -> Option<(u32, u32)> {
    let value = |name: &str| attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    let sides = (value("width").and_then(pixels), value("height").and_then(pixels));
    let view_box: Vec<f64> =
        value("viewBox").unwrap_or_default().split([' ', ',', '\t', '\n']).filter_map(|part| part.parse().ok()).collect();
    let (box_width, box_height) = match view_box[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => (Some(width), Some(height)),
        _ => (None, None),
    };
    let (width, height) = match sides {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, width * box_height? / box_width?),
        (None, Some(height)) => (height * box_width? / box_height?, height),
        (None, None) => (box_width?, box_height?),
    };
    let whole = |side: f64| side.round().clamp(1.0, 10_000.0) as u32;
    Some((whole(width), whole(height)))
}

/// A length of SVG to pixels; `None` for shares of the surroundings (`100%`, `1em`).
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let end = length.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(length.len());
    let number: f64 = length[..end].parse().ok()?;
    let per_unit = match &length[end..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    (number > 0.0).then_some(number * per_unit)
}

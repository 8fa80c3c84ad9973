//! A font of a PDF file to the characters and widths of its codes.

use std::collections::BTreeMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::super::budget::Budget;
use super::codes::{Base, of_byte, of_name};
use super::stream;

/// In bytes: longer maps are for no font.
const MAX_MAP: usize = 8 << 20;
/// In thousandths of the size, for what nothing is said about: a digit of the usual fonts.
const USUAL_WIDTH: f64 = 556.0;

/// What a code shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) code: u32,
    /// `None` where nobody can tell.
    pub(super) text: Option<String>,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// Whether space between words goes on it.
    pub(super) is_space: bool,
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    coding: Coding,
    map: Option<CMap>,
    widths: BTreeMap<u32, f64>,
    usual_width: f64,
    pub(super) is_vertical: bool,
}

#[derive(Debug)]
enum Coding {
    /// One byte each.
    Simple(Vec<Option<char>>),
    /// Two bytes each that are nothing but numbers of glyphs.
    Numbers,
    /// Two bytes each, in UTF-16.
    Unicode,
    /// One, two or four bytes each.
    Legacy(&'static Encoding),
}

impl Font {
    pub(super) fn new(dict: &Dict<'_>, budget: &mut Budget) -> Self {
        let map = dict.get::<Stream<'_>>("ToUnicode").and_then(|map| {
            let bytes = stream::content(&map, budget).ok()?;
            budget.release(bytes.len() as u64);
            CMap::parse(bytes.get(..MAX_MAP.min(bytes.len()))?, |_| None)
        });
        let below = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        match below {
            Some(below) => Self::composite(dict, &below, map),
            None => Self::simple(dict, map),
        }
    }

    fn composite(dict: &Dict<'_>, below: &Dict<'_>, map: Option<CMap>) -> Self {
        let name = dict.get::<Name<'_>>("Encoding");
        let name = name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
        let coding = coding_of(&name);
        let mut widths = BTreeMap::new();
        // Widths go by numbers of glyphs, which are known where codes are them.
        if let (Coding::Numbers, Some(list)) = (&coding, below.get::<Array<'_>>("W")) {
            read_widths(&list, &mut widths);
        }
        let usual_width = below.get::<Number>("DW").map_or(1000.0, |width| width.as_f64());
        Self { coding, map, widths, usual_width, is_vertical: name.ends_with("-V") }
    }

    fn simple(dict: &Dict<'_>, map: Option<CMap>) -> Self {
        let first = dict.get::<Number>("FirstChar").map_or(0, |first| first.as_i64().clamp(0, 255)) as u32;
        let mut widths = BTreeMap::new();
        // Those of a font whose glyphs are drawings are in a measure of its own.
        let scale = dict.get::<Array<'_>>("FontMatrix").and_then(|matrix| matrix.iter::<Number>().next());
        let scale = scale.map_or(1.0, |scale| scale.as_f64() * 1000.0);
        if let Some(list) = dict.get::<Array<'_>>("Widths") {
            widths.extend((first..256).zip(list.iter::<Number>().map(|width| width.as_f64() * scale)));
        }
        Self { coding: Coding::Simple(table_of(dict)), map, widths, usual_width: USUAL_WIDTH, is_vertical: false }
    }

    /// The glyphs that a string shows.
    pub(super) fn glyphs(&self, bytes: &[u8]) -> Vec<Glyph> {
        let mut glyphs = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, behind) = rest.split_at(self.n_code(rest));
            glyphs.push(self.glyph(code));
            rest = behind;
        }
        glyphs
    }

    fn n_code(&self, rest: &[u8]) -> usize {
        let n_code = match &self.coding {
            Coding::Simple(_) => 1,
            Coding::Numbers => 2,
            Coding::Unicode => {
                if rest[0] & 0xFC == 0xD8 {
                    4
                } else {
                    2
                }
            }
            Coding::Legacy(encoding) => match rest {
                [0..=0x80, ..] => 1,
                [0xA1..=0xDF, ..] if *encoding == SHIFT_JIS => 1,
                [_, 0x30..=0x39, ..] if *encoding == GB18030 => 4,
                _ => 2,
            },
        };
        n_code.min(rest.len())
    }

    fn glyph(&self, bytes: &[u8]) -> Glyph {
        let code = bytes.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        let text = self.mapped(code).or_else(|| self.coded(code, bytes));
        let is_narrow =
            matches!(self.coding, Coding::Unicode | Coding::Legacy(_)) && text.as_ref().is_some_and(|text| text.is_ascii());
        let width = self.widths.get(&code).copied().unwrap_or(if is_narrow { 500.0 } else { self.usual_width });
        let width = if width.is_finite() { width } else { self.usual_width };
        Glyph { code, text, width, is_space: bytes == b" " }
    }

    fn mapped(&self, code: u32) -> Option<String> {
        let text = match self.map.as_ref()?.lookup_bf_string(code)? {
            BfString::Char(character) => character.to_string(),
            BfString::String(text) => text,
        };
        (!text.chars().all(|character| matches!(character, '\0' | '\u{fffd}'))).then_some(text)
    }

    fn coded(&self, code: u32, bytes: &[u8]) -> Option<String> {
        match &self.coding {
            Coding::Simple(table) => table.get(code as usize)?.map(String::from),
            Coding::Numbers => None,
            Coding::Unicode => {
                let units: Vec<u16> =
                    bytes.chunks(2).map(|unit| unit.iter().fold(0, |sum, byte| sum << 8 | u16::from(*byte))).collect();
                String::from_utf16(&units).ok()
            }
            Coding::Legacy(encoding) => {
                encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
            }
        }
    }
}

fn coding_of(name: &str) -> Coding {
    match name {
        _ if name.contains("UCS2") || name.contains("UTF16") => Coding::Unicode,
        _ if name.starts_with("GB") => Coding::Legacy(GB18030),
        _ if name.contains("-B5-") || name.starts_with("B5") => Coding::Legacy(BIG5),
        _ if name.contains("RKSJ") => Coding::Legacy(SHIFT_JIS),
        _ if name.starts_with("KSC") => Coding::Legacy(EUC_KR),
        // Those that are written out in the file map to numbers, too.
        _ => Coding::Numbers,
    }
}

/// Widths of a composite font: `first [w w w]` and `first last w`.
fn read_widths(list: &Array<'_>, widths: &mut BTreeMap<u32, f64>) {
    let mut items = list.flex_iter();
    while let Some(first) = items.next::<Number>() {
        let first = first.as_i64().clamp(0, 0xFFFF) as u32;
        let Some(item) = items.next::<Object<'_>>() else { break };
        match item {
            Object::Array(each) => widths.extend((first..=0xFFFF).zip(each.iter::<Number>().map(|width| width.as_f64()))),
            Object::Number(last) => {
                let Some(width) = items.next::<Number>() else { break };
                let last = last.as_i64().clamp(0, 0xFFFF) as u32;
                widths.extend((first..=last).map(|code| (code, width.as_f64())));
            }
            _ => break,
        }
    }
}

/// The characters of a font of one byte for each code.
fn table_of(dict: &Dict<'_>) -> Vec<Option<char>> {
    let encoding = dict.get::<Dict<'_>>("Encoding");
    let name = dict.get::<Name<'_>>("Encoding").or_else(|| encoding.as_ref()?.get::<Name<'_>>("BaseEncoding"));
    let is_mac = name.as_ref().is_some_and(|name| name.as_str() == "MacRomanEncoding");
    let base = if is_mac { Base::Mac } else { Base::Windows };
    let is_known = name.is_some() || !is_own(dict);
    let mut table: Vec<Option<char>> = (0..=255).map(|byte| is_known.then(|| of_byte(base, byte))).collect();
    let Some(differences) = encoding.and_then(|encoding| encoding.get::<Array<'_>>("Differences")) else { return table };
    let mut code = 0;
    for item in differences.iter::<Object<'_>>() {
        match item {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = of_name(name.as_str());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}

/// Whether the file brings the font and says that its codes are its own affair.
fn is_own(dict: &Dict<'_>) -> bool {
    let Some(descriptor) = dict.get::<Dict<'_>>("FontDescriptor") else { return dict.contains_key("CharProcs") };
    let is_embedded = ["FontFile", "FontFile2", "FontFile3"].iter().any(|name| descriptor.contains_key(name));
    let flags = descriptor.get::<Number>("Flags").map_or(0, |flags| flags.as_i64());
    is_embedded && flags & 4 != 0
}

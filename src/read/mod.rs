//! One file's bytes to one syntax value, alone: strings exactly as written, every one with its place.
//!
//! No file knows of another here. What a key means, whether a link leads somewhere and what a cell stands for is `model`'s.

mod csv;
mod front;
pub mod image;
mod json;
mod ledger;
pub mod markdown;
mod mend;
mod mend_lines;
mod mend_marks;
mod parsed;
mod records;
mod texts;
mod toml;
mod tree;
mod yaml;
mod yaml_scalar;
mod yaml_slips;

use crate::diag::{FileId, Outcome};
use crate::source::decode;

pub use self::csv::{CsvForm, DEFAULT_MAX_ROWS, Separator, read_csv};
pub use self::front::{Fence, split_front};
pub use self::image::{ImageLimits, Picture, PictureFormat, Svg, has_metadata, is_picture_name, read_image, read_svg};
pub use self::json::parse_json;
pub use self::ledger::{ITEM_END, Ledger, LedgerColumn, Origins, is_zero_width, plain_key};
pub use self::markdown::{Block, FigureText, Heading, Hole, HoleKind, Image, Link, Prose, marked_figure};
pub use self::parsed::Parsed;
pub use self::records::{cell_text, read_records};
pub use self::texts::{Interner, Texts};
pub use self::toml::parse_toml;
pub use self::tree::{Fields, Key, Node, Value};
pub use self::yaml::parse_yaml;

/// A Markdown file as written: its front matter and its prose.
#[derive(Clone, Debug)]
pub struct Note {
    /// The file.
    pub file: FileId,
    /// Front matter; `None` if there is none or it cannot be understood (which has been said).
    pub front: Option<Fields>,
    /// The text below it.
    pub prose: Prose,
}

/// Reads a Markdown file. Order: decode, split, front matter, prose.
pub fn read_note(file: FileId, bytes: &[u8]) -> Outcome<Note> {
    let mut found = Vec::new();
    let decoded = decode(file, bytes);
    if decoded.has_errors() {
        // What cannot be read has no front matter either, but that would be news to nobody.
        return Outcome::new(Note { file, front: None, prose: Prose::default() }, decoded.found);
    }
    let text = decoded.into_value(&mut found).text;
    let split = split_front(file, &text).into_value(&mut found);
    let front = match split.fence {
        Some(Fence::Toml) => parse_toml(file, split.front, split.front_start).into_value(&mut found),
        Some(Fence::Yaml) => parse_yaml(file, split.front, split.front_start).into_value(&mut found),
        None => None,
    };
    let prose = markdown::read_prose(file, split.body, split.body_start).into_value(&mut found);
    Outcome::new(Note { file, front, prose }, found)
}

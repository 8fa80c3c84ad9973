//! Scripts to their text: the search's parts are unpacked to what they say, in others the escapes of strings are resolved.

use crate::search::bits::BitReader;
use crate::search::carrier::read_script;
use crate::search::text::read_text;

use super::{APART, Inside, Origin, Piece, Reading, Take, Unreadable, data_url, json, unescape};

/// Where the search's parts stand.
const SHARDS: &str = "search/shards/";

/// Reads a script.
pub(super) fn read(reading: &Reading<'_>, take: &mut dyn Take) {
    if reading.origin == Origin::Own && reading.name.starts_with(SHARDS) {
        return read_shard(reading, take);
    }
    data_url::read_all(reading.text, reading.inside, take);
    give(reading.text, &reading.first_line(), take);
}

/// Gives a script with the escapes of its strings resolved.
pub(super) fn give(text: &str, inside: &Inside, take: &mut dyn Take) {
    if !text.contains('\\') {
        return take.piece(Piece { text, headings: &[], inside });
    }
    let mut resolved = String::with_capacity(text.len());
    unescape::push(&mut resolved, text);
    take.piece(Piece { text: &resolved, headings: &[], inside });
}

fn read_shard(reading: &Reading<'_>, take: &mut dyn Take) {
    if let Some(start) = reading.text.strip_prefix("yuandiPart(\"index\",\"") {
        return read_start(start, reading.inside, take);
    }
    let Some((name, _, bytes)) = read_script(reading.text.as_bytes()) else {
        return take.unreadable(reading.inside, Unreadable::Broken);
    };
    // The other parts number pages and syllables; no text goes into them.
    if name.starts_with("t/") || name.starts_with("x/") || name.starts_with("f-") {
        let mut text = read_text(&mut BitReader::new(&bytes));
        set_apart(&mut text);
        take.piece(Piece { text: &text, headings: &[], inside: reading.inside });
    }
}

/// The start of a search is JSON, in which one string holds packed numbers.
fn read_start(start: &str, inside: &Inside, take: &mut dyn Take) {
    let json = start.split_once("\",").and_then(|(_, json)| json.trim_end().strip_suffix(')'));
    let value = json.and_then(|json| serde_json::from_str::<serde_json::Map<_, _>>(json).ok());
    let Some(mut value) = value else { return take.unreadable(inside, Unreadable::Broken) };
    value.remove("last");
    json::read_part(&serde_json::Value::Object(value).to_string(), inside, take);
}

/// Sets fields and pages apart, and ends lines where headings and their marks do.
fn set_apart(text: &mut String) {
    let is_mark = |character: char| character.is_ascii_control() && !matches!(character, '\n' | '\t' | APART);
    *text = text.replace(is_mark, &APART.to_string());
}

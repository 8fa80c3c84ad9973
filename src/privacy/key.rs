//! `data/person-key.txt` to codes that stand for persons and rows.
//!
//! A code is the same in every build with the same key, and nobody without the key can tell which number or name it is of.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::diag::{Diagnostic, FileId, Place, Span, codes};
use crate::source::Sources;

/// Where the key stands. The file is no table, and nothing of it is published.
pub const PERSON_KEY_PATH: &str = "data/person-key.txt";

/// In characters. Thirty-two hexadecimal digits are 128 bits, which nobody tries out.
const SHORTEST_KEY: usize = 32;

/// In characters of five bits: with a million codes, hardly ever are two of them equal.
pub(super) const CODE_LENGTH: usize = 12;

/// Without 0 and 1, which are easily taken for letters; in the order of the characters, so that codes sort like their bits.
const ALPHABET: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";

/// What codes are made with.
#[derive(Clone, Debug)]
pub struct PersonKey(Hmac<Sha256>);

impl PersonKey {
    /// The key of a site. Where it has none that can be used, a stand-in that everybody knows: an error keeps it from being published.
    ///
    /// - `needed_at`: what needs codes first; `None` does not ask for a key.
    /// - Codes: V001 missing, V002 too short, V003 blank.
    pub(super) fn of_site(sources: &Sources, needed_at: Option<&Place>, found: &mut Vec<Diagnostic>) -> Self {
        let Some(file) = sources.find(PERSON_KEY_PATH) else {
            found.extend(needed_at.map(|place| codes::person_key_missing.at(place.clone())));
            return Self::of_text("");
        };
        match key_line(file, &sources.text(file)) {
            Ok(key) => Self::of_text(&key),
            Err(diagnostic) => {
                found.push(diagnostic);
                Self::of_text("")
            }
        }
    }

    /// The key that a text is.
    pub(super) fn of_text(key: &str) -> Self {
        Self(Hmac::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length"))
    }

    /// The code of a thing: `kind` keeps equal ids of different things apart.
    pub fn code_of(&self, kind: &str, id: &str) -> String {
        let [a, b, c, d, e, f, g, h, ..] = self.mac(kind, id);
        written(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }

    /// A key for the digests of rows of a table: quicker for a million of them, and nobody gets from it back to this key.
    pub fn digest_key(&self, table: &str) -> [u8; 32] {
        self.mac("rows", table)
    }

    fn mac(&self, kind: &str, id: &str) -> [u8; 32] {
        let mut mac = self.0.clone();
        for part in [kind, id] {
            // Its length before each part: no two pairs of parts are the same bytes.
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

/// The first line that is no note.
fn key_line(file: FileId, text: &str) -> Result<String, Diagnostic> {
    let is_key = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let Some(line) = text.lines().find(is_key) else { return Err(codes::person_key_blank.at(Place::File(file))) };
    let key = line.trim();
    let n = key.chars().count();
    if n < SHORTEST_KEY {
        let start = text.find(key).unwrap_or(0);
        let place = Place::Text(file, Span::new(start, start + key.len()));
        return Err(codes::person_key_too_short.at(place).with("n", n).with("least", SHORTEST_KEY));
    }
    Ok(key.to_owned())
}

/// The first bits of a digest as characters.
pub(super) fn written(bits: u64) -> String {
    letters(bits).map(char::from).iter().collect()
}

/// The characters of a code, without a text of their own.
pub(super) fn letters(bits: u64) -> [u8; CODE_LENGTH] {
    std::array::from_fn(|idx| ALPHABET[(bits >> (59 - 5 * idx)) as usize & 31])
}

//! An attachment's own name to the name under which readers download it.

use crate::model::slug::slugify;
use crate::source::Hash;

/// In bytes; longer ones are no endings but a dot in a title.
const MAX_ENDING: usize = 10;

/// The name of an attachment in the output: `关于…的通知.PDF` becomes `guan-yu-…-de-tong-zhi-1a2b3c4d.pdf`.
///
/// - Result: lower-case ASCII, at most 100 bytes, safe on every system; the part from `hash` tells files of the same name apart.
pub fn attachment_name(original: &str, hash: &Hash) -> String {
    let name = original.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => (stem, format!(".{}", ending.to_ascii_lowercase())),
        _ => (name, String::new()),
    };
    // A dot in a title would look like an ending.
    format!("{}-{}{ending}", slugify(stem).replace('.', "-"), short(hash))
}

/// The name of a cleaned drawing in the output.
pub fn drawing_name(stem: &str, hash: &Hash) -> String {
    format!("{}-{}.svg", slugify(stem), short(hash))
}

fn is_ending(ending: &str) -> bool {
    (1..=MAX_ENDING).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn short(hash: &Hash) -> String {
    blake3::Hash::from(*hash).to_hex()[..8].to_owned()
}

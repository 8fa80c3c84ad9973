//! Traditional characters to simplified ones, character by character.
//!
//! The table is OpenCC's. Where it leaves a character alone because only phrases tell (U+77AD in `瞭解`), we take the other reading:
//! an index may hold two words for one, but must not miss one. `variants.txt` adds forms of Taiwan and Hong Kong that are of their
//! own there, and rare simplified ones that people do not type.

use std::sync::OnceLock;

use super::bits::BitWriter;
use super::text;
use hanconv::RawDictionary;

/// A character and what follows it at once, its simplified form; then the same on the next line.
const VARIANTS: &str = include_str!("variants.txt");

/// OpenCC's table: a character, then its simplified forms, the usual one first.
// A constant, so that the program carries this one of the crate's dictionaries only.
const CHARACTERS: &str = RawDictionary::TSCharacters.text();

/// Before this there are no characters with a simplified form.
const FIRST: u32 = 0x3400;
/// Behind this there are few: they are looked for among all pairs.
const END: u32 = 0xA000;

struct Table {
    /// By their first, rising.
    pairs: Vec<(char, char)>,
    /// For characters from [`FIRST`] to [`END`]: position in `pairs`, counted from one, or zero.
    positions: Vec<u16>,
}

/// The simplified form of a character, or itself.
pub fn simplified(c: char) -> char {
    let value = u32::from(c);
    if value < FIRST {
        return c;
    }
    let table = table();
    if value < END {
        return match table.positions[(value - FIRST) as usize] {
            0 => c,
            position => table.pairs[position as usize - 1].1,
        };
    }
    table.pairs.binary_search_by_key(&c, |pair| pair.0).map_or(c, |at| table.pairs[at].1)
}

/// All characters that have a simplified form, with it, rising. No form has a form itself.
pub fn pairs() -> &'static [(char, char)] {
    &table().pairs
}

/// The part `fold`: the pairs.
pub fn fold_part() -> Vec<u8> {
    let mut bits = BitWriter::new();
    bits.write_gamma(pairs().len() as u32 + 1);
    let mut last = 0;
    for (key, _) in pairs() {
        bits.write_gamma(u32::from(*key) - last);
        last = u32::from(*key);
    }
    let values: String = pairs().iter().map(|pair| pair.1).collect();
    text::write_text(&mut bits, &values);
    bits.into_bytes()
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let pairs = read_pairs();
        let mut positions = vec![0; (END - FIRST) as usize];
        for (at, (key, _)) in pairs.iter().enumerate() {
            if let Some(position) = u32::from(*key).checked_sub(FIRST).and_then(|n| positions.get_mut(n as usize)) {
                *position = at as u16 + 1;
            }
        }
        Table { pairs, positions }
    })
}

fn read_pairs() -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = CHARACTERS.lines().chain(VARIANTS.lines()).filter_map(read_pair).collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| pair.0);
    let form = |c: char| pairs.binary_search_by_key(&c, |pair| pair.0).map_or(c, |at| pairs[at].1);
    // A form may have a form of its own; nothing goes round in a circle. Forms beyond the basic plane are of characters that hardly
    // anybody writes, and would make half of the part.
    let last_forms = pairs.iter().map(|(key, value)| (*key, form(form(*value))));
    last_forms.filter(|(_, value)| *value <= '\u{ffff}').collect()
}

/// The pair of a line of either table; `None` for comments.
fn read_pair(line: &str) -> Option<(char, char)> {
    let mut chars = line.chars().filter(|c| !c.is_whitespace());
    let key = chars.next().filter(|c| *c != '#')?;
    let value = chars.find(|form| *form != key)?;
    Some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::bits::BitReader;

    fn simple(text: &str) -> String {
        text.chars().map(simplified).collect()
    }

    #[test]
    fn forms_of_all_regions_are_known() {
        assert_eq!(simple("裏裡爲為眾衆羣群啓啟綫線説說臺牀峯麪麵"), "里里为为众众群群启启线线说说台床峰面面");
        assert_eq!(simple("黨員學習臺灣組織會議紀錄"), "党员学习台湾组织会议纪录");
        assert_eq!(simple("瞭解沿著答覆擡頭憑藉衞"), "了解沿着答复抬头凭借卫");
    }

    #[test]
    fn simplified_text_stays() {
        let text = "三会一课、主题党日，只要干部里外面对群众后台发展征程皇后余么系准范周";
        assert_eq!(simple(text), text);
    }

    #[test]
    fn no_form_has_a_form() {
        for (key, value) in pairs() {
            assert_eq!(simplified(*value), *value, "{key}");
            assert_ne!(key, value);
            assert_eq!(simplified(*key), *value);
        }
    }

    #[test]
    fn the_part_holds_the_pairs() {
        let part = fold_part();
        let mut bits = BitReader::new(&part);
        let n_pairs = bits.read_gamma() - 1;
        let mut key = 0;
        let mut keys = Vec::new();
        for _ in 0..n_pairs {
            key += bits.read_gamma();
            keys.push(char::from_u32(key).expect("keys are characters"));
        }
        let read: Vec<(char, char)> = keys.into_iter().zip(text::read_text(&mut bits).chars()).collect();
        assert_eq!(read, pairs());
    }
}

//! What holds for any text.

use proptest::prelude::*;

use super::*;

/// How a number's parts may be parted.
const GAPS: [&str; 14] =
    ["", " ", "-", "\u{a0}", "\u{3000}", "·", "—", "\u{200b}", "\n", "\t", "&nbsp;", "%20", "&#8203;", " - "];

fn widened(text: &str) -> String {
    text.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).unwrap_or(digit)).collect()
}

/// Signs that numbers are made of, and such as break them.
const SIGNS: &str = "[0-9xX*E+.,%&#;:/ \\t\\n\u{200b}\u{a0}一二三〇生月日年出①１２３，。a-f\u{1f}-]{0,80}";

proptest! {
    #[test]
    fn an_identity_number_is_found_among_any_chinese(
        before in "[一-龥&&[^一二三四五六七八九幺]]{0,12}", behind in "[一-龥&&[^一二三四五六七八九幺]]{0,12}",
        year in 1900..2030_u32, month in 1..=12_u32, day in 1..=28_u32, order in 0..1000_u32, gap in 0..GAPS.len(), is_wide: bool,
    ) {
        let id = id("520115", &format!("{year}{month:02}{day:02}"), &format!("{order:03}"));
        let parts = [&id[..6], &id[6..14], &id[14..]].map(|part| if is_wide { widened(part) } else { part.to_owned() });
        let text = format!("{before}{}{behind}", parts.join(GAPS[gap]));
        let found = found(&text);
        prop_assert!(found.iter().any(|found| found.kind == HitKind::ResidentId && found.secret.expose() == id), "{text}: {found:?}");
    }

    #[test]
    fn a_labelled_mobile_number_is_certain(head in 13..20_u32, tail in 0..1_000_000_000_u32, gap in 0..GAPS.len(), is_wide: bool) {
        let number = format!("{head}{tail:09}");
        let parts = [&number[..3], &number[3..7], &number[7..]].map(|part| if is_wide { widened(part) } else { part.to_owned() });
        let found = found(&format!("联系人手机：{}，", parts.join(GAPS[gap])));
        prop_assert!(found.iter().any(|found| found.tier == Tier::Block && found.secret.expose() == number), "{number} {found:?}");
    }

    #[test]
    fn digits_without_structure_are_nothing(text in "([07-9]{1,24}[ ,.\\t\\n/-]{0,2}){0,30}") {
        let stops = found(&text).into_iter().find(|found| found.tier <= Tier::Ask);
        prop_assert!(stops.is_none(), "{stops:?}");
    }

    #[test]
    fn any_text_can_be_read(text in SIGNS) {
        for found in found(&text) {
            prop_assert!(text.get(found.range.clone()).is_some_and(|hit| !hit.is_empty()));
        }
        prop_assert_eq!(crate::gate::redact(&text).chars().count() <= text.chars().count(), true);
    }
}

#[test]
fn a_large_table_is_read_in_parts() {
    let id = id("110101", "19000101", "123");
    let mut text = "12\t345\t6.7\t2024\n".repeat(5_000);
    let at = text.len();
    text.push_str(&format!("1\t{}\t{}\t{}\t2\n", &id[..6], &id[6..14], &id[14..]));
    text.push_str(&"12\t345\t6.7\t2024\n".repeat(5_000));
    let found = found(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].range.start, at + 2);
}

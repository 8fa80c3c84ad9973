//! What is written is read again, whatever it is, and in few bits.

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::search::simplified::simplified;

fn written(text: &str) -> BitWriter {
    let mut bits = BitWriter::new();
    write_text(&mut bits, text);
    bits
}

fn round(text: &str) -> String {
    read_text(&mut BitReader::new(&written(text).into_bytes()))
}

fn bits_per_unit(text: &str) -> f64 {
    written(text).n_bits() as f64 / text.encode_utf16().count() as f64
}

/// Text like that of pages: common words, signs of the form, runs that come again.
fn like_pages() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[\u{4e00}-\u{9fff}]{1,6}",
        Just("习近平新时代中国特色社会主义思想".to_owned()),
        Just("三会一课，主题党日。\n".to_owned()),
        "[\u{1}-\u{1f}]",
        "[a-z0-9/-]{1,20}",
        any::<char>().prop_map(|c| c.to_string()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat().repeat(2))
}

proptest! {
    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        prop_assert_eq!(round(&text), text);
    }

    #[test]
    fn text_like_that_of_pages_comes_back(text in like_pages()) {
        prop_assert_eq!(round(&text), text);
    }
}

#[test]
fn texts_follow_each_other() {
    let mut bits = BitWriter::new();
    let texts = ["", "支部党员大会", "", "𠮷𠮷𠮷", "\0"];
    texts.iter().for_each(|text| write_text(&mut bits, text));
    let bytes = bits.into_bytes();
    let mut reader = BitReader::new(&bytes);
    texts.iter().for_each(|text| assert_eq!(read_text(&mut reader), *text));
}

#[test]
fn one_character_a_million_times_is_a_few_bytes() {
    let text = "啊".repeat(1_000_000);
    assert!(written(&text).n_bits() < 100);
    assert_eq!(round(&text), text);
}

#[test]
fn an_endless_word_without_repeats_takes_what_it_takes() {
    let text: String = (0..20_000_u32).filter_map(|n| char::from_u32(0x4E00 + n * 7919 % 20_000)).collect();
    assert!(bits_per_unit(&text) < 28.0);
    assert_eq!(round(&text), text);
}

#[test]
fn a_paragraph_takes_few_bits() {
    let text = "3月15日下午，数控党支部在实训中心二楼会议室召开支部党员大会，应到22人，实到21人。会议学习了党的二十大精神，讨论了一名预备党员转正，\
                通过了季度工作计划。会后，党员志愿者到车间帮助同学们检查设备、整理台账，并把问题清单交给设备组逐条落实。\n";
    assert!(bits_per_unit(text) < 8.5, "{}", bits_per_unit(text));
}

#[test]
fn addresses_and_numbers_take_few_bits() {
    for text in ["activities/2026/2026-03-12-theme-day/", "2026-03-15", "news/2025-12-31-year-review/"] {
        assert!(bits_per_unit(text) < 8.0, "{text} {}", bits_per_unit(text));
    }
    assert!(bits_per_unit("京教办〔2024〕17号 2024DJ008") < 14.0);
}

#[test]
fn pages_of_the_example_site_come_back_in_few_bits() {
    let (mut n_bits, mut n_units) = (0, 0);
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).sort_by_file_name() {
        let entry = entry.expect("the folder can be read");
        if entry.path().extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("the file can be read");
        let bits = written(&text);
        (n_bits, n_units) = (n_bits + bits.n_bits(), n_units + text.encode_utf16().count());
        assert_eq!(read_text(&mut BitReader::new(&bits.into_bytes())), text, "{}", entry.path().display());
    }
    let mean = n_bits as f64 / n_units as f64;
    assert!(n_units > 50_000 && mean < 7.5, "{mean}");
}

#[test]
fn common_characters_are_singles() {
    let mut missing = Vec::new();
    for row in 0xB0..0xD8_u8 {
        for cell in 0xA1..0xFF_u8 {
            let code = [row, cell];
            let (text, _, _) = encoding_rs::GBK.decode(&code);
            let c = text.chars().next().expect("a code is a character");
            // The last five codes of the last row are free in GB 2312; GBK has private ones there.
            if c < '\u{e000}' && !is_single(c) && simplified(c) == c {
                missing.push(c);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    assert!(singles().len() >= 3700);
}

#[test]
fn no_single_has_a_simplified_form() {
    let wrong: Vec<char> =
        (0..=u16::MAX).filter_map(|unit| char::from_u32(unit.into())).filter(|c| is_single(*c) && simplified(*c) != *c).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(singles().is_sorted() && singles().contains(&'党'));
}

#[test]
fn signs_of_the_form_are_singles() {
    let needed = ('\u{1}'..='\u{5}').chain(' '..='~').chain(['\n', '，', '。', '、', '“', '”', '（', '）', '《', '》']);
    needed.for_each(|c| assert!(is_single(c), "{c:?}"));
}

#[test]
fn names_of_persons_and_media_are_no_words() {
    let words = include_str!("words.txt").replace("习近平新时代中国特色社会主义思想", "");
    for name in ["习近平", "近平", "新华", "央视", "联播", "日报", "记者", "LCTT"] {
        assert!(!words.contains(name), "{name}");
    }
}

//! A title or a file name to a part of an address: lower-case ASCII, Chinese as pinyin with a hyphen between syllables.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// In bytes; leaves room for a fingerprint and an ending within the 100 bytes a name may have.
pub const MAX_SLUG: usize = 72;

/// Words in which a character is not read as it usually is; the longest first where one begins like another.
///
/// Addresses are kept for years, so a reading may be added here but a published one is not corrected lightly.
const READINGS: &[(&str, &[&str])] = &[
    ("重庆", &["chong", "qing"]),
    ("重温", &["chong", "wen"]),
    ("重走", &["chong", "zou"]),
    ("重阳", &["chong", "yang"]),
    ("重新", &["chong", "xin"]),
    ("长征", &["chang", "zheng"]),
    ("长江", &["chang", "jiang"]),
    ("长城", &["chang", "cheng"]),
    ("长安", &["chang", "an"]),
    ("长沙", &["chang", "sha"]),
    ("长春", &["chang", "chun"]),
    ("长效", &["chang", "xiao"]),
    ("长期", &["chang", "qi"]),
    ("调研", &["diao", "yan"]),
    ("调查", &["diao", "cha"]),
    ("银行", &["yin", "hang"]),
    ("行业", &["hang", "ye"]),
    ("音乐", &["yin", "yue"]),
    ("都市", &["du", "shi"]),
    ("首都", &["shou", "du"]),
    ("成都", &["cheng", "du"]),
    ("厦门", &["xia", "men"]),
    ("朝阳", &["chao", "yang"]),
    ("数控", &["shu", "kong"]),
];

/// Names that no Windows disk can hold, whatever follows the first dot.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Makes a part of an address from `written`: `三月主题党日` becomes `san-yue-zhu-ti-dang-ri`.
///
/// - Result: 1 to 72 bytes of `a-z 0-9 - _ .`, beginning and ending with a letter or a digit. Names that need no change keep
///   their `_` and inner dots; everything else becomes a hyphen.
/// - What is too long is cut and gets a fingerprint of the whole; so does what has no letter at all (`！！！`).
/// - Two different texts may give the same slug: whoever needs unique ones compares them.
pub fn slugify(written: &str) -> String {
    let mut slug = String::with_capacity(written.len() * 2);
    let plain: String = written.nfkc().collect();
    let mut rest = plain.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some((word, syllables)) = READINGS.iter().find(|(word, _)| rest.starts_with(word)) {
            syllables.iter().for_each(|syllable| push_word(&mut slug, syllable));
            rest = &rest[word.len()..];
            continue;
        }
        push_char(&mut slug, c);
        rest = &rest[c.len_utf8()..];
    }
    finish(slug, written)
}

/// A syllable stands between hyphens; a hyphen at the end is cut off later.
fn push_word(slug: &mut String, word: &str) {
    push_mark(slug, '-');
    slug.push_str(word);
    slug.push('-');
}

fn push_char(slug: &mut String, c: char) {
    if let Some(pinyin) = c.to_pinyin() {
        // `lü` is typed `lv` on every Chinese keyboard.
        return push_word(slug, &pinyin.plain().replace('ü', "v"));
    }
    // `é` is an `e` followed by an accent, which falls away.
    for part in std::iter::once(c).nfd() {
        match part {
            'a'..='z' | '0'..='9' => slug.push(part),
            'A'..='Z' => slug.push(part.to_ascii_lowercase()),
            '_' | '.' => push_mark(slug, part),
            '\u{300}'..='\u{36f}' => {}
            _ => push_mark(slug, '-'),
        }
    }
}

/// At most one mark stands between two words, and none at the beginning. A stronger one replaces nothing.
fn push_mark(slug: &mut String, mark: char) {
    if !slug.is_empty() && !slug.ends_with(['-', '_', '.']) {
        slug.push(mark);
    }
}

fn finish(mut slug: String, written: &str) -> String {
    slug.truncate(slug.trim_end_matches(['-', '_', '.']).len());
    if slug.is_empty() {
        return short_hash(written);
    }
    let first_end = slug.find('.').unwrap_or(slug.len());
    if is_reserved(&slug[..first_end]) {
        slug.insert_str(first_end, "-1");
    }
    if slug.len() > MAX_SLUG {
        let keep = MAX_SLUG - 1 - short_hash(written).len();
        let end = slug[..keep].rfind('-').filter(|end| *end > keep / 2).unwrap_or(keep);
        slug.truncate(end);
        slug.truncate(slug.trim_end_matches(['-', '_', '.']).len());
        return format!("{slug}-{}", short_hash(written));
    }
    slug
}

/// Windows looks at what stands before the first dot.
fn is_reserved(first: &str) -> bool {
    let is_port =
        first.len() == 4 && (first.starts_with("com") || first.starts_with("lpt")) && first.as_bytes()[3].is_ascii_digit();
    RESERVED.contains(&first) || is_port
}

fn short_hash(written: &str) -> String {
    blake3::hash(written.as_bytes()).to_hex()[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_becomes_syllables_with_hyphens() {
        for (written, slug) in [
            ("三月主题党日", "san-yue-zhu-ti-dang-ri"),
            ("2026-03-15-学雷锋 树新风", "2026-03-15-xue-lei-feng-shu-xin-feng"),
            ("重走长征路：重庆调研", "chong-zou-chang-zheng-lu-chong-qing-diao-yan"),
            ("“两学一做”第1期", "liang-xue-yi-zuo-di-1-qi"),
            ("旅游", "lv-you"),
        ] {
            assert_eq!(slugify(written), slug, "{written}");
        }
    }

    #[test]
    fn plain_names_stay_as_they_are() {
        for (written, slug) in [
            ("2026-03-15-theme-day", "2026-03-15-theme-day"),
            ("tech_news", "tech_news"),
            ("v1.2", "v1.2"),
            ("Théme  Day!", "theme-day"),
            ("ＡＢＣ１２", "abc12"),
            ("..-x-..", "x"),
        ] {
            assert_eq!(slugify(written), slug, "{written}");
        }
    }

    #[test]
    fn names_that_windows_refuses_get_a_number() {
        assert_eq!(slugify("aux"), "aux-1");
        assert_eq!(slugify("COM1"), "com1-1");
        assert_eq!(slugify("nul.tar"), "nul-1.tar");
        assert_eq!(slugify("comet"), "comet");
    }

    #[test]
    fn nothing_readable_and_too_long_get_a_fingerprint() {
        assert_eq!(slugify("！！！").len(), 8);
        assert_ne!(slugify("！！！"), slugify("？？？"));
        let long = slugify(&"主题党日".repeat(30));
        assert!(long.len() <= MAX_SLUG, "{long}");
        assert_ne!(long, slugify(&"主题党日".repeat(31)));
    }

    proptest::proptest! {
        #[test]
        fn every_text_gives_a_safe_name(written: String) {
            let slug = slugify(&written);
            proptest::prop_assert!((1..=MAX_SLUG).contains(&slug.len()));
            proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b)));
            proptest::prop_assert!(slug.starts_with(|c: char| c.is_ascii_alphanumeric()) && slug.ends_with(|c: char| c.is_ascii_alphanumeric()));
            proptest::prop_assert_eq!(slugify(&slug), slug.clone());
        }
    }
}

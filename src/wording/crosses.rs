//! Crosses in a text (`xx党支部`, `20××年`) to whether they were to be replaced.
//!
//! Not every cross is one: `张××` is a name that somebody made unreadable on purpose, and `XXL` is a size.

use std::ops::Range;

/// What crosses begin with.
pub(super) const PAIRS: [&str; 8] = ["xx", "XX", "Xx", "××", "ｘｘ", "ＸＸ", "✕✕", "╳╳"];

/// What people put a cross before, which is no person.
const THINGS: [&str; 40] = [
    "党",
    "支部",
    "总支",
    "委员会",
    "学院",
    "大学",
    "学校",
    "中学",
    "小学",
    "部门",
    "单位",
    "公司",
    "企业",
    "街道",
    "社区",
    "省",
    "市",
    "县",
    "区",
    "镇",
    "村",
    "系",
    "班",
    "级",
    "处",
    "科",
    "年",
    "月",
    "日",
    "时",
    "项",
    "人",
    "次",
    "场",
    "篇",
    "元",
    "%",
    "％",
    "活动",
    "会议",
];

/// The whole run of crosses around `range` if it was to be replaced.
pub(super) fn placeholder(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let first = text[range.start..].chars().next()?;
    let n_before: usize = text[..range.start].chars().rev().take_while(|c| is_cross(*c)).map(char::len_utf8).sum();
    let n_behind: usize = text[range.end..].chars().take_while(|c| is_cross(*c)).map(char::len_utf8).sum();
    let run = range.start - n_before..range.end + n_behind;
    let (before, behind) = (text[..run.start].chars().next_back(), text[run.end..].chars().next());
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || "_-/.=&#:\\".contains(c));
    if is_latin(before) || is_latin(behind) || behind.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let n_crosses = text[run.clone()].chars().count();
    let is_before_thing = THINGS.iter().any(|thing| text[run.end..].trim_start().starts_with(thing));
    // A family name with signs in the place of the rest.
    let is_name = "×✕╳".contains(first) && before.is_some_and(is_han) && n_crosses <= 3 && !is_before_thing;
    (!is_name).then_some(run)
}

fn is_cross(c: char) -> bool {
    "xX×ｘＸ✕╳".contains(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[test]
fn crosses_are_told_from_names_and_sizes() {
    let is_placeholder = |text: &str| {
        let (at, pair) = PAIRS.iter().filter_map(|pair| Some((text.find(pair)?, pair))).min().expect("the text has crosses");
        placeholder(text, at..at + pair.len()).is_some()
    };
    for text in ["xx党支部", "××学院", "由XX负责", "20xx年", "时间：xxxx", "数控××支部", "xx%", "ＸＸ月"] {
        assert!(is_placeholder(text), "{text}");
    }
    for text in ["张××", "李××、王××获奖", "XXL 号", "0xxff", "maxxis", "xx-large", "a.xx"] {
        assert!(!is_placeholder(text), "{text}");
    }
}

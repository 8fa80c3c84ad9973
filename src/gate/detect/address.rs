//! Numbered ends of addresses to where somebody lives.
//!
//! A school's own address looks the same down to the number of the street. What asks without a label has three levels and ends
//! inside of a house where people live: a flat, an entrance, a room that is not one of an office or a lecture building.

use super::Found;
use super::label::{self, Label};
use super::letters::is_han;
use super::table;
use super::watch::Pass;
use crate::gate::carrier::APART;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Signs that end a numbered part.
pub(super) const ENDS: &str = "室号栋幢户元楼组寝舍";

/// Signs that end a part and are counted as well: 319栋, 118户.
const COUNTS: [char; 3] = ['栋', '幢', '户'];

/// Words that may begin a label.
pub(super) const WORDS: &str = "住址 家庭住址 家庭地址 现住址 现居住地 居住地址 居住地 户籍地址 户籍所在地 户口所在地 户籍地 常住地址 住所地 通讯住址 \
                                身份证地址 租住地 暂住地 暂住地址";

/// In characters: how far back an address may begin.
const LONGEST: usize = 60;

/// Signs and words that end a level.
const LEVELS: &str = "省 自治区 市 自治州 盟 区 县 旗 镇 乡 街道 路 大街 街 大道 巷 弄 胡同 村 屯 组 小区 花园 公寓 新村 家园 家属院 苑 号 号楼 栋 幢 \
                      单元 室 号院 楼 层 社区 宿舍 寝室 舍 户";

/// Where people live.
const HOMES: &str = "小区 花园 公寓 新村 家园 家属院 家属楼 苑 单元 宿舍 寝室 胡同 弄 村 屯 社区 号院 号楼 栋 幢 户 公馆 名邸 府";

/// Where people work or study; a room there is nobody's home.
const OFFICES: &str = "教学楼 行政楼 办公楼 实验楼 图书馆 大厦 大楼 中心 会议室 报告厅 活动室 教室 科技楼 综合楼 学院楼 实训楼 体育馆 礼堂 写字楼 \
                       机房 党员之家 展厅 展馆 纪念馆 旧址 教研室 办公室 服务大厅 艺术楼 文科楼 理科楼 工科楼 主楼 园区 产业园 科技园";

/// Looks at a sign that may end a numbered part.
pub(super) fn look(pass: &mut Pass<'_>, at: usize) {
    let text = pass.piece.text;
    // Most signs of this kind are in words, or in the middle of a sentence.
    if text.as_bytes().get(at + 3).is_some_and(|next| (0xe4..0xea).contains(next)) {
        return;
    }
    if !is_numbered(&text[..at]) || text[at..].starts_with(COUNTS) && !is_behind_a_place(&text[..at]) {
        return;
    }
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    // Han behind it makes a count of it (24栋建筑), or the address of a house that is known by its name.
    if text[end..].chars().next().is_some_and(is_han) {
        return;
    }
    let start = start(text, at);
    let address = &text[start..end];
    let n_levels = levels(address);
    let range = start..end;
    let is_labelled = n_levels >= 2 && label::near(pass.piece, &range).has(Label::HomeAddress);
    let tier = match is_labelled {
        true => Tier::Block,
        false if n_levels >= 3 && is_home(address) => Tier::Ask,
        false => return,
    };
    take(pass, range, tier);
}

/// Looks behind a label from `at` to `end`: there even a town is too much.
pub(super) fn look_behind(pass: &mut Pass<'_>, at: usize, end: usize) {
    let text = pass.piece.text;
    if !label::labels_in(&text[at..end]).has(Label::HomeAddress) {
        return;
    }
    if table::is_cell(text, at, end) {
        for cell in table::cells_below(text, at) {
            check_value(pass, cell);
        }
    }
    let open = text[end..].trim_start_matches([' ', '\u{3000}']);
    let Some(behind) = open.strip_prefix([':', '：', '\t', '为', '是']) else { return };
    let start = text.len() - behind.len();
    let stop = behind.find(['\n', '\t', APART, '。', '；', ';', '，', ',']).unwrap_or(behind.len());
    let stop = behind.char_indices().nth(LONGEST).map_or(stop, |(far, _)| stop.min(far));
    check_value(pass, start..start + stop);
}

/// Looks at the cells of columns whose given heading is a label.
pub(super) fn look_at_columns(pass: &mut Pass<'_>) {
    for cell in table::cells_headed(pass.piece, Label::HomeAddress) {
        check_value(pass, cell);
    }
}

fn check_value(pass: &mut Pass<'_>, range: std::ops::Range<usize>) {
    let value = &pass.piece.text[range.clone()];
    let has_number = value.bytes().any(|byte| byte.is_ascii_digit());
    if levels(value) >= 2 || levels(value) == 1 && has_number {
        take(pass, range, Tier::Block);
    }
}

fn take(pass: &mut Pass<'_>, range: std::ops::Range<usize>, tier: Tier) {
    let secret: String = pass.piece.text[range.clone()].chars().filter(|sign| !sign.is_whitespace()).collect();
    let touches =
        |found: &Found| found.kind == HitKind::HomeAddress && found.range.start < range.end && range.start < found.range.end;
    // 5号楼 and 302室 of one address are one: the longest is kept, and the highest tier.
    let known = pass.found.iter().rposition(touches);
    match known {
        Some(idx) if pass.found[idx].range.start <= range.start && range.end <= pass.found[idx].range.end => {
            pass.found[idx].tier = pass.found[idx].tier.min(tier);
        }
        Some(idx) => {
            let tier = pass.found[idx].tier.min(tier);
            pass.found[idx] = Found { kind: HitKind::HomeAddress, tier, secret: Secret::new(secret), range };
        }
        None => pass.found.push(Found { kind: HitKind::HomeAddress, tier, secret: Secret::new(secret), range }),
    }
}

/// Whether a number, a letter or 甲乙丙 ends a text.
fn is_numbered(before: &str) -> bool {
    let last = before.trim_end_matches(['单', '号', '院', ' ', '宿', '寝']).chars().next_back();
    let is_word = |sign: char| "一二三四五六七八九十〇零百甲乙丙丁东西南北".contains(sign);
    last.is_some_and(|sign| sign.is_ascii_alphanumeric() || is_word(sign))
}

/// Whether a number at the end of a text follows a place, not a word: 花园3栋, not 楼房319栋.
fn is_behind_a_place(before: &str) -> bool {
    let place = before.trim_end_matches(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '#' | ' '));
    place.ends_with([
        '区', '园', '村', '苑', '弄', '号', '路', '庭', '邸', '府', '城', '元', '楼', '栋', '幢', '寓', '里', '院', '舍',
    ])
}

/// Where an address that ends at `at` may begin.
fn start(text: &str, at: usize) -> usize {
    let mut start = at;
    for (idx, sign) in text[..at].char_indices().rev().take(LONGEST) {
        if !is_han(sign) && !sign.is_ascii_alphanumeric() && !matches!(sign, '-' | '#' | '·' | ' ' | '（' | '）' | '(' | ')') {
            break;
        }
        start = idx;
    }
    // A label and the blank behind it are no part of what they label.
    let label_end = |word: &str| text[start..at].rfind(word).map_or(start, |found| start + found + word.len());
    let start = WORDS.split_whitespace().map(label_end).max().unwrap_or(start);
    start + text[start..at].len() - text[start..at].trim_start().len()
}

/// How many kinds of levels an address has.
fn levels(address: &str) -> usize {
    let mut rest = address;
    let mut n_levels = 0;
    while let Some(sign) = rest.chars().next() {
        let level = LEVELS.split_whitespace().filter(|level| rest.starts_with(*level)).max_by_key(|level| level.len());
        let n_bytes = level.map_or(sign.len_utf8(), str::len);
        // A level has a name or a number before it: the first sign of a text ends none.
        n_levels += usize::from(level.is_some() && rest.len() < address.len());
        rest = &rest[n_bytes..];
    }
    n_levels
}

fn is_home(address: &str) -> bool {
    let has = |list: &str| list.split_whitespace().any(|word| address.contains(word));
    let is_room = address.ends_with(['室', '户', '舍', '栋', '幢', '元', '寝', '号', '楼', '组']);
    let has_place = ["省", "市", "区", "县", "镇", "乡", "路", "街", "道", "巷"].iter().any(|word| address.contains(word));
    is_room && has(HOMES) && has_place && !has(OFFICES)
}

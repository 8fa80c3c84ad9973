//! Labels of health, family and religion with what stands behind them, or under them in a column, to hits.
//!
//! The label alone is the form that everybody gets; only a value makes it somebody's.

use super::Found;
use super::label::{self, Label};
use super::table;
use super::watch::Pass;
use crate::gate::carrier::APART;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Words that may begin a label.
pub(super) const WORDS: &str = "健康状况 身体状况 病史 既往病史 疾病 患病情况 残疾情况 残疾类型 诊断 诊断结果 病情 血型 传染病史 心理状况 宗教信仰 \
                                信教情况 家庭成员 家庭情况 家庭关系 家庭经济状况 家庭经济情况 父亲 母亲 父亲姓名 母亲姓名 配偶 配偶姓名 贫困等级 困难等级 \
                                家庭收入 家庭年收入 主要社会关系 社会关系 婚姻状况";

/// Values that only say what shall be written there, or that one rule holds for all.
const EMPTY: &str = "填写 必填 选填 请 如实 XX xx __ …… —— 待 应 须 需 是否 包括 说明 指 不得 禁止 以及 情况 同上 见 略 姓名 等";

/// In characters; a value is a few words, a longer text is about the matter.
const LONGEST: usize = 40;

/// Looks behind a label from `at` to `end`.
pub(super) fn look(pass: &mut Pass<'_>, at: usize, end: usize) {
    let text = pass.piece.text;
    if !label::labels_in(&text[at..end]).has(Label::Sensitive) {
        return;
    }
    if table::is_cell(text, at, end) {
        for cell in table::cells_below(text, at) {
            take(pass, cell, Tier::Block);
        }
    }
    let start = text[..at].chars().next_back();
    let may_start =
        !start.is_some_and(super::letters::is_han) || text[at..].starts_with("家庭") || text[at..].starts_with("健康");
    if let Some(value) = value(text, end).filter(|_| may_start) {
        let tier = if is_of_a_person(text, at) { Tier::Block } else { Tier::Ask };
        take(pass, value, tier);
    }
}

/// Looks at the cells of columns whose given heading is a label.
pub(super) fn look_at_columns(pass: &mut Pass<'_>) {
    for cell in table::cells_headed(pass.piece, Label::Sensitive) {
        take(pass, cell, Tier::Block);
    }
}

fn take(pass: &mut Pass<'_>, range: std::ops::Range<usize>, tier: Tier) {
    let value = pass.piece.text[range.clone()].trim();
    if value.is_empty() || is_empty(value) {
        return;
    }
    pass.found.push(Found { kind: HitKind::Sensitive, tier, secret: Secret::new(value), range });
}

/// Where the value behind a label stands: behind a colon, or in the next cell.
fn value(text: &str, end: usize) -> Option<std::ops::Range<usize>> {
    let rest = &text[end..];
    let open = rest.trim_start_matches([' ', '\u{3000}']);
    let behind = open.strip_prefix([':', '：', '\t', '为'])?;
    let start = text.len() - behind.len();
    let stop = behind.char_indices().find(|(_, sign)| matches!(*sign, '\n' | '\t' | '。' | '；' | ';' | APART | '，'));
    let stop = stop.map_or(behind.len(), |(stop, _)| stop);
    // 疾病为 is no label with a value but a sentence.
    let is_sentence = open.starts_with('为') && !is_of_a_person(text, end);
    let is_long = behind[..stop].chars().nth(LONGEST).is_some();
    let is_heading = open.starts_with('\t') && is_heading_row(text, end);
    (!is_sentence && !is_long && !is_heading).then_some(start..start + stop)
}

/// Whether the cell behind a label is a heading as well.
fn is_heading_row(text: &str, end: usize) -> bool {
    let line = table::line(text, end);
    let n_labels = text[line].split('\t').filter(|cell| !label::whole_label(cell).is_empty()).count();
    n_labels > 1 && table::row_below(text, end).is_some()
}

/// Whether a value says only what to write.
fn is_empty(value: &str) -> bool {
    let is_line =
        value.chars().all(|sign| matches!(sign, '_' | '/' | '-' | '—' | '…' | '.' | '*' | '□' | '☐' | '×' | '（' | '）' | ' '));
    let inner = value.trim_start_matches(['（', '(', '【', '[', '_']);
    is_line || label::is_label(value) || EMPTY.split_whitespace().any(|word| inner.starts_with(word))
}

/// Whether the line tells of one person: it has a name's or a number's label.
fn is_of_a_person(text: &str, at: usize) -> bool {
    let line = &text[table::line(text, at)];
    ["姓名", "学号", "工号", "身份证", "性别", "同学", "同志"].iter().any(|word| line.contains(word))
}

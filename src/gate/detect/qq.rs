//! Labels and digits behind them, or under them in a column, to QQ numbers.

use super::Found;
use super::label::{self, Label};
use super::watch::Pass;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Words that may begin a label in Chinese; `qq` is a token.
pub(super) const WORDS: &str = "扣扣 企鹅号";

/// How far behind its label a number is looked for in one line, in bytes.
const REACH: usize = 90;

/// How far below its heading a number is looked for, in bytes.
const COLUMN: usize = 16 * 1024;

/// Takes note of a label.
pub(super) fn note(pass: &mut Pass<'_>, at: usize, end: usize) {
    let word = &pass.piece.text[at..end];
    if word.eq_ignore_ascii_case("qq") || WORDS.split(' ').any(|label| label == word) {
        pass.qq = Some(end);
    }
}

/// Looks at a token behind a label.
pub(super) fn look(pass: &mut Pass<'_>, at: usize, end: usize) {
    let bytes = pass.piece.text.as_bytes();
    let is_form = (5..=11).contains(&(end - at)) && bytes[at] != b'0' && bytes[at..end].iter().all(u8::is_ascii_digit);
    let Some(label_end) = pass.qq.filter(|_| is_form) else { return };
    let distance = at - label_end;
    if distance > COLUMN || distance > REACH && !is_in_row(pass.piece.text, at) {
        return;
    }
    check(pass, at, end);
}

fn check(pass: &mut Pass<'_>, at: usize, end: usize) {
    let range = at..end;
    let labels = label::near(pass.piece, &range);
    let is_known = pass.found.iter().rev().take(64).any(|found| found.range.start < end && at < found.range.end);
    let joins = pass.piece.text[end..].starts_with(['@', '.', '-', '年', '月', '%', '元', '人', '位', '名', '万']);
    if is_known || joins || !labels.has(Label::Qq) || labels.has(Label::Harmless) {
        return;
    }
    let secret = Secret::new(&pass.piece.text[range.clone()]);
    pass.found.push(Found { kind: HitKind::Qq, tier: Tier::Block, secret, range });
}

/// Whether a place is in a row of cells.
fn is_in_row(text: &str, at: usize) -> bool {
    text[super::table::line(text, at)].contains('\t')
}

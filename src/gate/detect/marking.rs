//! Documents that say of themselves that they are secret or internal, to warnings.
//!
//! The words alone are in every text about secrecy: they count with their star, or as a line of their own at the head.

use super::Found;
use super::watch::Pass;
use crate::gate::carrier::APART;
use crate::gate::hit::{HitKind, Secret, Tier};

/// First signs of all marks.
pub(super) const BEGINS: &str = "秘机绝内仅不严注";

/// In bytes; a mark stands above the title or beside the number of a document.
const HEAD: usize = 600;

/// Open a mark that is a part of a line.
const BRACKETS: [char; 5] = ['【', '（', '(', '[', '〔'];

/// Levels, which count with a star or as a line of their own.
const LEVELS: [&str; 3] = ["秘密", "机密", "绝密"];

/// Sentences that count wherever they are a line or stand in brackets.
const SENTENCES: &str = "内部资料 内部文件 内部材料 内部使用 内部发行 内部参考 内部 仅供内部使用 仅供内部参考 仅限内部使用 不得外传 严禁外传 注意保存 \
                         内部资料注意保存 内部资料不得外传 内部文件不得外传 不得对外公开 不得公开 不予公开 严禁转发 不得转发";

/// Looks at a sign with which a mark may begin.
pub(super) fn look(pass: &mut Pass<'_>, at: usize) {
    // 不 and 内 are in every line; few of them are at a head or in brackets.
    let may_be_sentence = at < HEAD || pass.piece.text[..at].ends_with(BRACKETS);
    if !may_be_sentence && !pass.piece.text[at + 3..].starts_with('密') {
        return;
    }
    let Some(end) = star(pass.piece.text, at).or_else(|| sentence(pass.piece.text, at)) else { return };
    let secret = Secret::new(pass.piece.text[at..end].trim());
    // Several marks on one line are one.
    let line = super::table::line(pass.piece.text, at).start;
    let is_known =
        pass.found.iter().any(|found| found.kind == HitKind::Marking && (found.secret == secret || found.range.start >= line));
    if !is_known {
        pass.found.push(Found { kind: HitKind::Marking, tier: Tier::Warn, secret, range: at..end });
    }
}

/// `秘密★3年`, or a level as a line of its own at the head.
fn star(text: &str, at: usize) -> Option<usize> {
    let level = LEVELS.iter().find(|level| text[at..].starts_with(**level))?;
    let end = at + level.len();
    let behind = text[end..].trim_start_matches([' ', '\u{3000}']);
    if behind.starts_with(['★', '☆', '*', '⭐', '✯']) {
        let line = behind.find(['\n', '\t', APART]).unwrap_or(behind.len());
        let mark = behind[..line].char_indices().nth(8).map_or(line, |(stop, _)| stop);
        return Some(text.len() - behind.len() + mark);
    }
    (at < HEAD && is_line(text, at, end)).then_some(end)
}

fn sentence(text: &str, at: usize) -> Option<usize> {
    let fits = |word: &&str| text[at..].starts_with(*word);
    let end = at + SENTENCES.split_whitespace().filter(fits).map(str::len).max()?;
    (at < HEAD && is_line(text, at, end) || is_in_brackets(text, at, end)).then_some(end)
}

/// Whether a mark is all of its line, but for other marks and signs.
fn is_line(text: &str, at: usize, end: usize) -> bool {
    let is_end = |sign: char| matches!(sign, '\n' | '\t' | APART);
    let before = text[..at].rsplit(is_end).next().unwrap_or_default();
    let behind = text[end..].split(is_end).next().unwrap_or_default();
    let is_free = |rest: &str| {
        rest.len() < 60
            && SENTENCES
                .split_whitespace()
                .fold(rest.to_owned(), |rest, word| rest.replace(word, ""))
                .chars()
                .all(|sign| !sign.is_alphanumeric())
    };
    is_free(before) && is_free(behind)
}

fn is_in_brackets(text: &str, at: usize, end: usize) -> bool {
    text[..at].ends_with(BRACKETS) && text[end..].starts_with(['】', '）', ')', ']', '〕'])
}

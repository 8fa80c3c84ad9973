//! The head of a text to the mark on it that says it is not for everybody: 内部, 秘密, 机密.
//!
//! Only a mark that stands by itself counts: a lesson about keeping secrets may name them in its title.

use super::{Wording, severity};
use crate::diag::{Diagnostic, Place, Span, codes};
use crate::model::Entry;
use crate::read::{Note, split_front};

/// Marks, longest first where one begins another.
const MARKS: [&str; 17] = [
    "仅供内部使用",
    "仅限内部使用",
    "内部资料",
    "内部文件",
    "内部材料",
    "内部使用",
    "内部参考",
    "内部刊物",
    "内部",
    "绝密",
    "机密",
    "秘密",
    "不宜公开",
    "不得公开",
    "不予公开",
    "请勿外传",
    "注意保密",
];

/// What may stand behind a mark on the same line: `机密★长期`, `内部资料，注意保存`.
const BEHIND: [&str; 8] = ["★", "☆", "　", " ", "，", "：", ":", "·"];

/// Lines of the body that are its head.
const N_LINES: usize = 3;

/// Looks at the title and the first lines of the body.
pub(super) fn look(wording: &Wording<'_>, entry: &Entry, note: &Note, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(severity) = severity(wording.site().wording.marks) else { return found };
    let mut tell = |mark: &str, place: Place| found.push(codes::secrecy_mark.at(place).severe(severity).with("mark", mark));
    if let Some(mark) = in_title(&entry.title) {
        tell(mark, wording.parsed.place_of(note.file, "title"));
    }
    let split = split_front(note.file, text).value;
    let mut at = split.body_start;
    let mut n_lines = 0;
    for line in split.body.split_inclusive('\n') {
        if let Some(mark) = of_line(line) {
            let start = at + line.find(mark).unwrap_or_default();
            tell(mark, Place::Text(note.file, Span::new(start, start + mark.len())));
        }
        at += line.len();
        n_lines += usize::from(!line.trim().is_empty());
        if n_lines == N_LINES {
            break;
        }
    }
    found
}

/// The mark that a line consists of, with what belongs to it.
fn of_line(line: &str) -> Option<&'static str> {
    let bare = line.trim().trim_matches(|c: char| "#*_>-【】[]〔〕（）()　 ".contains(c));
    let bare = ["密级：", "密级:", "密级 "].iter().find_map(|label| bare.strip_prefix(label)).unwrap_or(bare).trim();
    let mark = MARKS.into_iter().find(|mark| bare.starts_with(mark))?;
    let behind = &bare[mark.len()..];
    let is_short = bare.chars().count() <= 16;
    (behind.is_empty() || (is_short && BEHIND.iter().any(|sign| behind.starts_with(sign)))).then_some(mark)
}

/// A mark in brackets at either end of a title, or before a star.
fn in_title(title: &str) -> Option<&'static str> {
    let title = title.trim();
    if let Some(mark) = of_line(title) {
        return Some(mark);
    }
    let brackets = [('【', '】'), ('（', '）'), ('(', ')'), ('[', ']'), ('〔', '〕')];
    brackets.into_iter().find_map(|(open, close)| {
        let first = title.strip_prefix(open).and_then(|rest| rest.split_once(close)).map(|(inner, _)| inner);
        let last = title.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).map(|(_, inner)| inner);
        [first, last].into_iter().flatten().find_map(of_line)
    })
}

#[test]
fn a_mark_stands_by_itself() {
    for line in ["机密", "机密★10年", "**内部资料**", "【内部】", "# 秘密", "密级：机密", "内部资料，注意保存"]
    {
        assert!(of_line(line).is_some(), "{line}");
    }
    for line in ["秘密写在树叶上", "内部控制制度", "机密级文件由专人保管", "内部，是说单位里面的人才能看的那一种材料"]
    {
        assert_eq!(of_line(line), None, "{line}");
    }
    assert!(in_title("【内部】三月安排").is_some() && in_title("三月安排（内部资料）").is_some());
    assert_eq!(in_title("保守国家秘密"), None);
}

//! A phrase in its sentence to whether the sentence gives a figure, or only quotes the phrase.

use std::ops::Range;

/// Words that stand for a number.
const NUMBERS: [&str; 8] = ["百分之", "一半", "翻番", "翻一番", "倍", "（figure:", "(figure:", "分之"];

/// What ends a sentence.
const ENDS: [char; 8] = ['。', '！', '？', '；', '!', '?', ';', '\n'];

/// Whether the sentence around a phrase says how much.
pub(super) fn has_figure(text: &str, range: &Range<usize>) -> bool {
    let sentence = sentence(text, range);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '%' | '％' | '‰');
    sentence.contains(is_digit) || NUMBERS.iter().any(|word| sentence.contains(word)) || has_counted(sentence)
}

/// Whether Chinese digits count something: `三项`, `两成`.
fn has_counted(sentence: &str) -> bool {
    let mut before = ' ';
    for c in sentence.chars() {
        if "一二三四五六七八九十百千万两".contains(before) && "项个次人件篇场台套成门名".contains(c) {
            return true;
        }
        before = c;
    }
    false
}

/// The sentence around a phrase. A line may go on in the next one, as an editor breaks it, but not over an empty line.
fn sentence<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let start = text[..range.start].rfind(ENDS).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[range.end..].find(ENDS).map_or(text.len(), |at| range.end + at);
    &text[start..end]
}

/// Whether a phrase stands between quotation marks on its line.
pub(super) fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].rsplit('\n').next().unwrap_or_default();
    [('“', '”'), ('‘', '’'), ('《', '》'), ('「', '」'), ('『', '』')].iter().any(|(open, close)| {
        let opened = before.rfind(*open);
        opened.is_some() && opened > before.rfind(*close)
    })
}

#[test]
fn a_sentence_gives_a_figure_or_not() {
    let judge = |text: &str| {
        let at = text.find("显著提升").expect("the text has the phrase");
        has_figure(text, &(at..at + "显著提升".len()))
    };
    for text in ["到课率显著提升，从 81% 到 95%", "显著提升了三成", "[?](figure:rate)显著提升", "显著提升１０分"]
    {
        assert!(judge(text), "{text}");
    }
    for text in ["2024 年开始。凝聚力显著提升。", "显著提升！有 3 项", "一个支部\n显著提升\n3 人"] {
        assert!(!judge(text), "{text}");
    }
}

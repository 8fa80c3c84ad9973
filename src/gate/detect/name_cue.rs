//! What touches a name, and what it says: posts, forms of address, labels, and signs that may stand at the end of a name.

use super::label::{self, Label};
use super::letters::{Gap, gap_of, is_han};
use super::table;
use crate::gate::carrier::{APART, Piece};

/// What touches an end of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// No Chinese sign.
    Open,
    /// A word that belongs to people: 同志, 书记.
    Cue,
    /// A word that often stands beside names and other things: 和, 在.
    May,
    /// Another sign, so that the name may be a part of a word.
    Inside,
}

/// Stand before and behind names.
const POSTS: &str = "书记 副书记 主任 副主任 院长 副院长 校长 副校长 处长 副处长 科长 副科长 委员 辅导员 班主任 导师 组长 副组长 支书 教授 副教授 \
                     讲师 助教 研究员 副研究员 院士 博士 硕士 工程师 班长 团支书 会长 副会长 主席 副主席 医生 秘书 专员 干事 所长 副所长 馆长 \
                     副馆长 部长 副部长 队长 部员 系主任 支部书记 宣传委员 组织委员 纪检委员 青年委员 统战委员 讲解员 联络员 老师 同学";
/// Stand behind names.
const BEHIND: &str = "同志 学长 学姐 学弟 学妹 师兄 师姐 师弟 师妹 先生 女士 等同志 等同学 等老师";
/// Stand before names.
const BEFORE: &str = "同志 党员 预备党员 正式党员 积极分子 发展对象 申请人 联系人 介绍人 本科生 研究生 博士生 硕士生 学生 教师 负责人 主讲人 \
                      主持人 记录人 汇报人 培养人 姓名 名叫 入党申请人 组员 团员 书记员";
/// Signs that make a longer word of a post behind a name: 主任务, 书记载, 委员会, 教授予, 院长期, 同学们, 老师傅.
const GO_ON: &str = "务载会团台期权予们傅制处性界录";
/// Stand before names in sentences.
const MAY_BEFORE: &str = "和与及由对向请让被给为是有叫如像跟同因经从以把将";
/// Stand behind names in sentences.
const MAY_BEHIND: &str = "等和与及同说在是的为任作被曾也将还于从以对向讲谈获因把给带担主介汇代表荣来去又则并就";
/// Begin what is told of somebody, so that a short name before them is whole.
const TOLD_BEHIND: &str = "昨今每始坚用不都常总一两自他她这更只先没告走开利通随所牺出毕生入加参积认勤刻努负是深组率热前当";
/// Family names that are hardly words: before a name of two signs they make another name of it, 张李强.
const SURNAMES: &str = "张王李赵刘陈杨黄周吴徐孙胡朱林郭罗郑梁谢宋唐许邓韩冯曹彭曾萧肖董袁潘蒋蔡余杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邹\
                        熊孟秦邱尹薛闫雷侯陶贺毛郝顾龚邵覃钱戴严莫欧司诸";
/// Labels that are given to people whose names follow.
const LABELS: &str = "姓名 名字 申请人 发展对象 积极分子 预备党员 接收对象 转正对象 党员 受助学生 获奖学生 受助人 学员";
/// Words that say behind a name whose number follows.
const NUMBER_LABELS: &str = "学号 工号 教工号 职工号 学工号 一卡通号 党员编号 身份证";

/// What touches the beginning of a name.
pub(super) fn left(text: &str, at: usize) -> Edge {
    let before = &text[text.floor_char_boundary(at.saturating_sub(24))..at];
    let Some(last) = before.chars().next_back().filter(|last| is_han(*last)) else { return Edge::Open };
    if words(POSTS).chain(words(BEFORE)).any(|word| before.ends_with(word)) {
        return Edge::Cue;
    }
    match last {
        last if MAY_BEFORE.contains(last) => Edge::May,
        _ => Edge::Inside,
    }
}

/// What touches the end of a name.
pub(super) fn right(text: &str, end: usize) -> Edge {
    let behind = &text[end..];
    let Some(first) = behind.chars().next().filter(|first| is_han(*first)) else { return Edge::Open };
    if words(POSTS).chain(words(BEHIND)).any(|word| behind.strip_prefix(word).is_some_and(ends_word)) {
        return Edge::Cue;
    }
    match first {
        first if MAY_BEHIND.contains(first) => Edge::May,
        _ => Edge::Inside,
    }
}

fn ends_word(rest: &str) -> bool {
    !rest.chars().next().is_some_and(|sign| GO_ON.contains(sign))
}

/// Whether a cue touches a name that can be told from what is around it.
pub(super) fn touches(text: &str, at: usize, end: usize, left: Edge, right: Edge) -> bool {
    let is_short = text[at..end].chars().filter(|sign| is_han(*sign)).count() == 2;
    let is_tail = is_short && text[..at].chars().next_back().is_some_and(|sign| SURNAMES.contains(sign));
    match (left, right) {
        (_, Edge::Cue) => !is_tail,
        (Edge::Cue, Edge::Open | Edge::May) => true,
        _ => false,
    }
}

/// Whether a name without a cue may be one: a name of two signs is mostly the beginning or the end of something longer.
pub(super) fn may_be_a_name(text: &str, at: usize, end: usize, left: Edge, right: Edge) -> bool {
    let is_short = text[at..end].chars().filter(|sign| is_han(*sign)).count() == 2;
    let is_told = || text[end..].chars().next().is_some_and(|sign| TOLD_BEHIND.contains(sign));
    match (left, right) {
        (Edge::Inside, Edge::Inside | Edge::May) => false,
        (Edge::Inside, _) => !is_short || matches!(right, Edge::Cue | Edge::Open),
        (_, Edge::Inside) => !is_short || is_told(),
        _ => true,
    }
}

/// Whether what follows a name is a form of address that members of a school have.
pub(super) fn is_of_a_school(behind: &str) -> bool {
    ["同学", "老师", "同志", "学长", "学姐", "学弟", "学妹", "师兄", "师姐"].iter().any(|word| behind.starts_with(word))
}

/// Whether a label says that this is a person who is to be named, or whose number follows.
pub(super) fn is_labelled(piece: &Piece<'_>, at: usize, end: usize, left: Edge, right: Edge) -> bool {
    if !matches!(right, Edge::Open | Edge::Cue) || !matches!(left, Edge::Open | Edge::Cue) {
        return false;
    }
    follows_label(piece.text, at) || number_follows(&piece.text[end..]) || is_in_column(piece, at)
}

/// Whether the name is in a cell under or beside a heading for names.
fn is_in_column(piece: &Piece<'_>, at: usize) -> bool {
    let names = |text: &str| label::whole_label(text).has(Label::PersonName);
    table::heading(piece, at).is_some_and(names) || table::cell_before(piece.text, at).is_some_and(names)
}

/// `姓名：张三`, `发展对象：李四、张三`.
fn follows_label(text: &str, at: usize) -> bool {
    let before = &text[text.floor_char_boundary(at.saturating_sub(120))..at];
    let line = before.rsplit(['\n', '\t', APART, '。', '；', ';']).next().unwrap_or_default();
    match line.rfind([':', '：']) {
        Some(colon) if line[colon..].chars().all(lists_names) => words(LABELS).any(|label| ends_with(&line[..colon], label)),
        Some(_) => false,
        None => ["姓名", "名字"].iter().any(|label| ends_with(line, label)) && line.ends_with(|sign| gap_of(sign) == Gap::Blank),
    }
}

fn lists_names(sign: char) -> bool {
    is_han(sign) || matches!(sign, ':' | '：' | '、' | '，' | ',' | '·') || gap_of(sign) != Gap::None
}

/// Whether a text ends with a word, with blanks in and behind it: `姓　名 `.
fn ends_with(text: &str, word: &str) -> bool {
    let mut signs = text.chars().rev().filter(|sign| gap_of(*sign) == Gap::None).skip_while(|sign| matches!(sign, ')' | '）'));
    word.chars().rev().all(|sign| signs.next() == Some(sign))
}

/// `（学号 …`, `，学号：…`, ` 学号…`.
fn number_follows(behind: &str) -> bool {
    let rest = behind.trim_start_matches([' ', '\u{3000}', '(', '（', ',', '，', '\t', '[', '【']);
    words(NUMBER_LABELS).any(|label| rest.starts_with(label))
}

/// Whether a text may hold the name of a branch at all.
pub(super) fn may_name_a_branch(text: &str) -> bool {
    text.contains("支部") || text.contains("党委") || text.contains("总支") || text.contains("党组")
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(' ').filter(|word| !word.is_empty())
}

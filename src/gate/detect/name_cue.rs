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
    /// Behind a name, something that people do: 出席, 交流.
    Told,
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
                      主持人 记录人 汇报人 培养人 姓名 名叫 入党申请人 组员 团员 书记员 群众 责任人 报名人 经办人 撰稿 供稿 摄影 \
                      文/图 图/文";
/// Signs that make a longer word of a post behind a name: 主任务, 书记载, 委员会, 教授予, 院长期, 同学们, 老师傅.
const GO_ON: &str = "务载会团台期权予们傅制处性界录";
/// Stand before names in sentences.
const MAY_BEFORE: &str = "和与及由对向请让被给为是有叫如像跟同因经从以把将";
/// Stand behind names in sentences.
const MAY_BEHIND: &str = "等和与及同说在是的为任作被曾也将还于从以对向讲谈获因把给带担主介汇代表荣来去又则并就";
/// Verbs before names: what is between them is a border.
const VERBS_BEFORE: &str = "感谢 致谢 表彰 祝贺 慰问 邀请 推荐 看望 推选 聘请 聘任 任命 采访";
/// What people do, behind their names in reports.
const TOLD: &str = "传达 出席 交流 递交 宣读 宣布 宣讲 宣誓 组织 参加 参与 参观 参会 领学 领读 领誓 解读 辅导 分享 发言 发表 表示 表态 指出 \
                    强调 要求 总结 点评 部署 通报 报告 汇报 主持 列席 到场 到会 致辞 致词 讲话 讲授 讲述 带领 带头 带队 率队 开展 完成 提交 \
                    提出 撰写 回顾 朗读 朗诵 学习 走访 慰问 看望 调研 指导 检查 督导 陪同 出任 担任 当选 荣获 获得 获评 入党 加入 转正 \
                    申请 负责 协助 接受 接待 代表 围绕 结合 针对 认为 介绍 重温 签署 前往 来到 走进 深入 上台 授课 上课 讲课 演讲 演示 \
                    展示 观看 聆听 听取 审议 审阅 审核 颁奖 颁发 领取 领奖 受邀 应邀 坚持 牢记 践行 主动 积极 认真 首先 随后 最后 分别 一行 先后";
/// The last sign of a name and the first behind it, where the two are a word: 李强调研, 王国庆祝, 高明确.
const GLUED: &str = "强调 强化 强国 明确 明显 明白 明天 国庆 国家 国际 庆祝 高兴 文学 文化 文明 大学 科学 学习 学生 学院 学校 民主 民族 工作 \
                     合作 公开 代表 发表 发展 发布 发现 建设 建立 建议 成立 成为 成长 成功 成果 平安 平等 安全 安排 生活 生产 新闻 新生 \
                     海洋 东方 金融 林业 军队 军事 英雄 光荣 志愿 利用 立足 华侨 庆典";
/// Words of every day that are also names: beside them a verb tells nothing.
const WORDS: &str = "成功 文明 和平 平安 安康 安全 安心 高原 高新 高明 高兴 高校 高中 高度 高效 江山 白云 方正 方法 方向 任何 任务 于是 向前 \
                     周期 周年 周末 易学 马上 马力 常务 黄河 金山 王国 韩国 许多 许可 温暖 程序 全面 全体 明确";
/// Begin what stands in brackets behind a name: （男，汉族，…）.
const IN_BRACKETS: &str = "男 女 学号 工号 中共党员 预备党员 入党积极分子 组长 副组长 书记 副书记";
/// Begin what is told of somebody, so that a short name before them is whole.
const TOLD_BEHIND: &str = "昨今每始坚用不都常总一两自他她这更只先没告走开利通随所牺出毕生入加参积认勤刻努负是深组率热前当";
/// Family names that are hardly words: before a name of two signs they make another name of it, 张李强.
const SURNAMES: &str = "张王李赵刘陈杨黄周吴徐孙胡朱林郭罗郑梁谢宋唐许邓韩冯曹彭曾萧肖董袁潘蒋蔡余杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邹\
                        熊孟秦邱尹薛闫雷侯陶贺毛郝顾龚邵覃钱戴严莫欧司诸";
/// Labels that are given to people whose names follow.
const LABELS: &str = "姓名 名字 申请人 发展对象 积极分子 预备党员 接收对象 转正对象 党员 受助学生 获奖学生 受助人 学员 联系人 记录人 记录 主持人 \
                      主持 主讲人 主讲 负责人 责任人 介绍人 培养人 报名人 参加人 汇报人 填表人 经办人 审核人 审批人 证明人 签字人 推荐人 见证人 \
                      监票人 计票人 作者 供稿 供稿人 撰稿 撰稿人 投稿人 摄影 摄影者 供图 文/图 图/文 审核 初审 复审 终审 审稿 编辑 责编 校对 签字 \
                      签名 指导教师 指导老师 任课教师 班主任 辅导员 参会人员 参加人员 列席人员 请假人员 缺席人员 书记 副书记 组织委员 宣传委员 纪检委员";
/// In signs: 欧阳样例.
const LONGEST_IN_LIST: usize = 4;
/// In bytes: 智能制造2301班.
const LONGEST_CLASS: usize = 48;
/// Words that say behind a name whose number follows.
const NUMBER_LABELS: &str = "学号 工号 教工号 职工号 学工号 一卡通号 党员编号 身份证";

/// What touches the beginning of a name; a post may stand a blank before it.
pub(super) fn left(text: &str, at: usize) -> Edge {
    let before = &text[text.floor_char_boundary(at.saturating_sub(24))..at];
    let word = before.trim_end_matches(|sign| gap_of(sign) == Gap::Blank);
    if words(POSTS).chain(words(BEFORE)).any(|cue| word.ends_with(cue)) {
        return Edge::Cue;
    }
    let Some(last) = before.chars().next_back().filter(|last| is_han(*last)) else { return Edge::Open };
    match last {
        last if MAY_BEFORE.contains(last) => Edge::May,
        _ if words(VERBS_BEFORE).any(|verb| before.ends_with(verb)) => Edge::May,
        _ => Edge::Inside,
    }
}

/// What touches the end of the name from `at` to `end`.
pub(super) fn right(text: &str, at: usize, end: usize) -> Edge {
    let behind = &text[end..];
    let Some(first) = behind.chars().next().filter(|first| is_han(*first)) else {
        return if tells_in_brackets(behind) { Edge::Cue } else { Edge::Open };
    };
    if words(POSTS).chain(words(BEHIND)).any(|word| behind.strip_prefix(word).is_some_and(ends_word)) {
        return Edge::Cue;
    }
    match first {
        first if MAY_BEHIND.contains(first) => Edge::May,
        _ if is_told(text, at, end) => Edge::Told,
        _ => Edge::Inside,
    }
}

fn ends_word(rest: &str) -> bool {
    !rest.chars().next().is_some_and(|sign| GO_ON.contains(sign))
}

/// Whether a verb of people follows, and the name is a name and ends there.
fn is_told(text: &str, at: usize, end: usize) -> bool {
    let behind = &text[end..];
    words(TOLD).any(|verb| behind.starts_with(verb)) && !is_glued(text, end) && words(WORDS).all(|word| word != &text[at..end])
}

/// Whether the signs on both sides of a place are a word.
fn is_glued(text: &str, end: usize) -> bool {
    let (last, next) = (text[..end].chars().next_back(), text[end..].chars().next());
    words(GLUED).any(|word| word.chars().map(Some).eq([last, next]))
}

/// `（男，汉族）`, `（数控2301班）`.
fn tells_in_brackets(behind: &str) -> bool {
    let Some(inside) = behind.strip_prefix(['（', '(']) else { return false };
    let inside = inside.split(['）', ')', '\n', '\t', APART]).next().unwrap_or_default();
    words(IN_BRACKETS).any(|word| inside.starts_with(word)) || inside.len() < LONGEST_CLASS && inside.ends_with('班')
}

/// Whether a cue touches a name that can be told from what is around it.
pub(super) fn touches(text: &str, at: usize, end: usize, left: Edge, right: Edge) -> bool {
    let is_short = is_short(text, at, end);
    let is_tail = is_short && text[..at].chars().next_back().is_some_and(|sign| SURNAMES.contains(sign));
    match (left, right) {
        (_, Edge::Cue) => !is_tail || left != Edge::Inside,
        (Edge::Cue, Edge::Open | Edge::May | Edge::Told) => true,
        // What follows is no verb that is known; three signs are hardly there by chance.
        (Edge::Cue, Edge::Inside) => !is_short && !is_glued(text, end),
        _ => false,
    }
}

/// Whether a name without a cue may be one: a name of two signs is mostly the beginning or the end of something longer.
pub(super) fn may_be_a_name(text: &str, at: usize, end: usize, left: Edge, right: Edge) -> bool {
    let is_short = is_short(text, at, end);
    let is_told = || text[end..].chars().next().is_some_and(|sign| TOLD_BEHIND.contains(sign));
    match (left, right) {
        (Edge::Cue, Edge::Inside) => !is_short || words(WORDS).all(|word| word != &text[at..end]),
        (Edge::Cue, _) => true,
        (Edge::Inside, Edge::Inside | Edge::May | Edge::Told) => false,
        (Edge::Inside, _) => !is_short || matches!(right, Edge::Cue | Edge::Open),
        (_, Edge::Inside | Edge::Told) => !is_short || is_told(),
        _ => true,
    }
}

fn is_short(text: &str, at: usize, end: usize) -> bool {
    text[at..end].chars().filter(|sign| is_han(*sign)).count() == 2
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
    let names = |text: &str| label::whole_label(text).has(Label::PersonName) || words(LABELS).any(|label| label == text);
    table::heading(piece, at).is_some_and(names) || table::cell_before(piece.text, at).is_some_and(names)
}

/// `姓名：张三`, `发展对象：李四、张三`.
fn follows_label(text: &str, at: usize) -> bool {
    let before = &text[text.floor_char_boundary(at.saturating_sub(120))..at];
    let line = before.rsplit(['\n', '\t', APART, '。', '；', ';']).next().unwrap_or_default();
    match line.rfind([':', '：']) {
        Some(colon) if lists_names(&line[colon..]) => words(LABELS).any(|label| ends_with(&line[..colon], label)),
        Some(_) => false,
        None => ["姓名", "名字"].iter().any(|label| ends_with(line, label)) && line.ends_with(|sign| gap_of(sign) == Gap::Blank),
    }
}

/// Whether nothing but names stands between the colon of a label and a name: what is longer is a sentence.
fn lists_names(text: &str) -> bool {
    let mut parts = text.split(|sign| matches!(sign, ':' | '：' | '、' | '，' | ',') || gap_of(sign) == Gap::Blank);
    parts.all(|part| {
        let is_foreign = part.contains('·');
        part.chars().all(|sign| is_han(sign) || sign == '·' || gap_of(sign) != Gap::None)
            && (is_foreign || part.chars().count() <= LONGEST_IN_LIST)
    })
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

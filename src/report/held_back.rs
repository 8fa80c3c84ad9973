//! What was held back to a short paragraph: a line for each line of defence, and the texts that somebody has to look at.

use super::Language;
use super::excerpt::visible;
use crate::build::GateCount;
use crate::model::HeldWhy;
use crate::privacy::{ByHandWhy, HeldBack};
use crate::source::Sources;

/// Texts that are listed by name; the printed list has all of them.
const N_LISTED: usize = 5;

/// Reasons why texts are not shown at all.
const UNPUBLISHED: [(HeldWhy, &str, &str); 4] = [
    (HeldWhy::Draft, "草稿", "drafts"),
    (HeldWhy::NotYet, "未到发布日", "to come"),
    (HeldWhy::Expired, "已过期", "expired"),
    (HeldWhy::NoConsent, "授权不全", "without consent"),
];

/// Reasons why a part of a text is not shown.
const LESSENED: [(HeldWhy, &str, &str); 4] = [
    (HeldWhy::NoPhoto, "照片未授权的先锋", "role models without photos"),
    (HeldWhy::NoName, "姓名未授权的先锋", "role models without names"),
    (HeldWhy::NameByCeiling, "按设置不写全名的先锋", "role models less plainly named"),
    (HeldWhy::NoticeNames, "已撤下姓名的公示", "notices without names"),
];

/// The lines; none where nothing was held back.
pub(super) fn lines(held_back: &HeldBack, sources: &Sources, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(sentence(first_line(held_back, language), ("不公开：", "not published: "), language));
    lines.extend(sentence(
        second_line(held_back, language),
        ("按隐私设置收起：", "held back by the privacy settings: "),
        language,
    ));
    for (why, zh, en) in [
        (
            ByHandWhy::NamesGone,
            "请人工处理，正文还写着授权已失效的人",
            "look at these, which still name somebody whose consent ended",
        ),
        (
            ByHandWhy::PicturesOfGone,
            "请人工处理，正文还写着授权已失效的人，照片里也可能有",
            "look at these, which still name somebody whose consent ended, perhaps in pictures too",
        ),
        (
            ByHandWhy::PicturesWithoutConsent,
            "请人工处理，本人没有同意照片，正文里有图片",
            "look at the pictures of these, whose person did not agree to photos",
        ),
    ] {
        let files: Vec<_> = held_back.by_hand.iter().filter(|one| one.why == why).map(|one| one.file).collect();
        if files.is_empty() {
            continue;
        }
        let listed: Vec<String> =
            files.iter().take(N_LISTED).map(|file| visible(&sources.file(*file).path).into_owned()).collect();
        let n_more = files.len() - listed.len();
        lines.push(match language {
            Language::Chinese if n_more > 0 => format!("{zh}：{} 等 {} 篇", listed.join("、"), files.len()),
            Language::Chinese => format!("{zh}：{}", listed.join("、")),
            Language::English if n_more > 0 => format!("{en}: {} and {n_more} more", listed.join(", ")),
            Language::English => format!("{en}: {}", listed.join(", ")),
        });
    }
    lines
}

/// The last line of defence: how many files were read once more, and what came of it.
pub(super) fn of_gate(count: GateCount, language: Language) -> String {
    let GateCount { n_read, n_known, n_stopped, n_answered } = count;
    match language {
        Language::Chinese => {
            format!(
                "隐私闸门：读了 {n_read} 个文件，另有 {n_known} 个没有变过；拦下 {n_stopped} 处，按放行记录放行 {n_answered} 处"
            )
        }
        Language::English => {
            format!(
                "privacy gate: {n_read} files read, {n_known} unchanged; {n_stopped} things stopped, {n_answered} let pass by waivers"
            )
        }
    }
}

fn sentence(parts: Vec<String>, (zh, en): (&str, &str), language: Language) -> Option<String> {
    if parts.is_empty() {
        return None;
    }
    Some(match language {
        Language::Chinese => format!("{zh}{}", parts.join("；")),
        Language::English => format!("{en}{}", parts.join("; ")),
    })
}

/// Columns, and texts.
fn first_line(held_back: &HeldBack, language: Language) -> Vec<String> {
    let n_columns: usize = held_back.tables.iter().map(|table| table.n_columns).sum();
    let n_persons = held_back.tables.iter().filter(|table| table.is_about_persons).count();
    let mut parts = Vec::new();
    if n_columns > 0 {
        let n_tables = held_back.tables.len();
        parts.push(match language {
            Language::Chinese => format!("{n_tables} 张表的 {n_columns} 列（其中 {n_persons} 张关于个人的表一行也不列出）"),
            Language::English => {
                format!("{n_columns} columns of {n_tables} tables ({n_persons} about persons, none of whose rows is listed)")
            }
        });
    }
    let reasons = counted(held_back, &UNPUBLISHED, language);
    if !reasons.is_empty() {
        parts.push(match language {
            Language::Chinese => format!("文稿 {}", reasons.join("、")),
            Language::English => format!("texts: {}", reasons.join(", ")),
        });
    }
    parts
}

/// Figures, names and portraits.
fn second_line(held_back: &HeldBack, language: Language) -> Vec<String> {
    let HeldBack { k, n_small, n_beside, unnamed, .. } = held_back;
    let mut parts = Vec::new();
    if n_small + n_beside > 0 {
        parts.push(match language {
            Language::Chinese => format!("不足 {k} 人的数字 {n_small} 个，为防倒推一并收起 {n_beside} 个"),
            Language::English => {
                format!("{n_small} figures over fewer than {k} persons, and {n_beside} that would give them away")
            }
        });
    }
    let n_unnamed = unnamed.n_never + unnamed.n_expired + unnamed.n_withdrawn;
    if n_unnamed > 0 {
        let (never, expired, withdrawn) = (unnamed.n_never, unnamed.n_expired, unnamed.n_withdrawn);
        parts.push(match language {
            Language::Chinese => {
                format!("榜单上只写代码 {n_unnamed} 人（未同意 {never}、到期 {expired}、撤回 {withdrawn}）")
            }
            Language::English => {
                format!(
                    "{n_unnamed} members on boards by code only ({never} never agreed, {expired} expired, {withdrawn} withdrawn)"
                )
            }
        });
    }
    parts.extend(counted(held_back, &LESSENED, language));
    parts
}

/// `草稿 1`, for each reason that there is.
fn counted(held_back: &HeldBack, reasons: &[(HeldWhy, &str, &str)], language: Language) -> Vec<String> {
    let mut parts = Vec::new();
    for (why, zh, en) in reasons {
        let n = held_back.texts.iter().filter(|held| held.why == *why).count();
        if n > 0 {
            parts.push(match language {
                Language::Chinese => format!("{zh} {n}"),
                Language::English => format!("{en} {n}"),
            });
        }
    }
    parts
}

//! What a build found to a page for the school's own check (网站自查表): one file, to be printed, signed and kept.
//!
//! It stands alone: no script, no font, no picture, and nothing that is not public. Numbers that nobody may see are masked.

use std::fmt::Write;

use super::files::Files;
use super::{Run, masked, order, words};
use crate::build::Survey;
use crate::diag::{Diagnostic, Place, Severity};
use crate::gate::redact;
use crate::model::{Kind, NoticeState};
use crate::source::Sources;

use super::Language;

const STYLE: &str = include_str!("self_check.css");

/// Findings of one kind that are printed; the rest is counted.
const N_PRINTED: usize = 200;

/// The groups of findings: title, and beginnings of codes.
const GROUPS: [(&str, &[&str]); 5] = [
    ("隐私与保密", &["G", "V", "W003", "M319", "M320", "M424"]),
    ("用语", &["W"]),
    ("链接与附件", &["M30", "M310", "M318"]),
    ("更新与审核", &["M419", "M420", "M423", "F30"]),
    ("其他", &[""]),
];

/// The page, in Chinese.
pub fn self_check(run: &Run<'_>, survey: &Survey) -> String {
    let mut page = String::new();
    head(&mut page, run, survey);
    findings(&mut page, run);
    external(&mut page, run.sources, survey);
    freshness(&mut page, survey);
    reviews(&mut page, run.sources, survey);
    notices(&mut page, survey);
    held_back(&mut page, run);
    waivers(&mut page, survey);
    page.push_str("<section class=\"sign\"><h2>签字</h2><table><tr><th>自查人（岗位）</th><td></td><th>日期</th><td></td></tr><tr><th>审核人（岗位）</th><td></td><th>日期</th><td></td></tr><tr><th>处理意见</th><td colspan=\"3\"></td></tr></table></section></main></body></html>\n");
    page
}

/// Text of a site as it may stand in the page.
fn text(written: &str) -> String {
    let masked = redact(written);
    let mut out = String::with_capacity(masked.len());
    for c in masked.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Characters that turn or hide what follows.
            c if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn add(page: &mut String, part: std::fmt::Arguments<'_>) {
    page.write_fmt(part).expect("memory takes everything");
}

fn head(page: &mut String, run: &Run<'_>, survey: &Survey) {
    let (title, org) = (text(&survey.title), text(&survey.org));
    add(
        page,
        format_args!(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"><meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>网站自查表 · {title}</title><style>{STYLE}</style></head><body><main><header><h1>网站自查表</h1><p>{org}　《{title}》</p>"
        ),
    );
    let summary = &run.summary;
    let state = if summary.errors == 0 {
        "程序没有发现错误，按规定审核签字后发布"
    } else {
        "有错误，改好之前不能发布"
    };
    add(
        page,
        format_args!(
            "<table class=\"facts\"><tr><th>截至日期</th><td>{}</td><th>网页</th><td>{} 个</td></tr><tr><th>错误</th><td>{} 处</td><th>警告</th><td>{} 处</td></tr><tr><th>结论</th><td colspan=\"3\"><strong>{state}</strong></td></tr></table><p class=\"note\">本表由程序按截至日期填写，只供本单位内部留存，不要上传到网站。方框“□”由人核对后打钩。程序只认字不懂意思，本表不能代替保密审查。</p></header>",
            survey.as_of, summary.pages, summary.errors, summary.warnings
        ),
    );
}

/// Begins a part; says so where it has nothing in it.
fn part(page: &mut String, title: &str, n: usize, none: &str) {
    add(page, format_args!("<section><h2>{title}<small>{n} 项</small></h2>"));
    if n == 0 {
        add(page, format_args!("<p class=\"none\">{none}</p>"));
    }
}

fn findings(page: &mut String, run: &Run<'_>) {
    let mut all: Vec<Diagnostic> = run.found.iter().map(masked).collect();
    all.sort_by_cached_key(|diagnostic| (diagnostic.severity != Severity::Error, order(run.sources, diagnostic)));
    let mut files = Files::new(run.sources);
    for (idx, (title, _)) in GROUPS.iter().enumerate() {
        let of_group: Vec<&Diagnostic> = all.iter().filter(|one| group_of(one.code.id) == idx).collect();
        part(page, &format!("{}、{title}", ["一", "二", "三", "四", "五"][idx]), of_group.len(), "没有发现问题。");
        if !of_group.is_empty() {
            page.push_str("<table><thead><tr><th class=\"tick\">已改</th><th class=\"grade\">程度</th><th class=\"place\">在哪里</th><th>问题</th></tr></thead><tbody>");
            for diagnostic in of_group.iter().take(N_PRINTED) {
                let grade = words::severity(diagnostic.severity, Language::Chinese);
                let class = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
                let place = text(&place(&mut files, diagnostic));
                let help = diagnostic.help().map(|help| format!("<br><small>{}</small>", text(&help.zh))).unwrap_or_default();
                add(
                    page,
                    format_args!(
                        "<tr class=\"{class}\"><td class=\"tick\">□</td><td>{grade}</td><td>{place}</td><td>{}{help} <small>{}</small></td></tr>",
                        text(&diagnostic.message().zh),
                        diagnostic.code.id
                    ),
                );
            }
            page.push_str("</tbody></table>");
            if of_group.len() > N_PRINTED {
                add(
                    page,
                    format_args!("<p class=\"note\">另有 {} 处没有列出，改好前面的再检查一次。</p>", of_group.len() - N_PRINTED),
                );
            }
        }
        page.push_str("</section>");
    }
}

/// The first group that takes a code.
fn group_of(id: &str) -> usize {
    GROUPS.iter().position(|(_, begins)| begins.iter().any(|begin| id.starts_with(begin))).unwrap_or(GROUPS.len() - 1)
}

fn place(files: &mut Files<'_>, diagnostic: &Diagnostic) -> String {
    let spot = files.spot_of(diagnostic);
    let Some(file) = spot.file else { return "整个网站".to_owned() };
    match (&diagnostic.at, spot.cell, spot.start) {
        (Place::Cell(..), Some(cell), _) => format!("{file} 单元格 {cell}"),
        (_, _, Some(start)) => format!("{file} 第 {} 行", start.line),
        _ => file,
    }
}

fn external(page: &mut String, sources: &Sources, survey: &Survey) {
    part(page, "六、外部链接", survey.external.len(), "全站没有指向别的网站的链接。");
    if !survey.external.is_empty() {
        add(
            page,
            format_args!(
                "<p class=\"note\">列表截至 {}。逐个打开，内容仍然合适的打钩；打不开或变了样的，改文稿。</p><table><thead><tr><th class=\"tick\">复查</th><th>网址</th><th class=\"place\">出现在</th><th class=\"grade\">允许名单</th></tr></thead><tbody>",
                survey.as_of
            ),
        );
        for link in &survey.external {
            let listed = if link.is_listed { "在" } else { "<strong>不在</strong>" };
            let file = link.file.map(|file| text(&sources.file(file).path)).unwrap_or_default();
            add(
                page,
                format_args!(
                    "<tr><td class=\"tick\">□</td><td class=\"url\">{}</td><td>{}<br><small>{file}</small></td><td>{listed}</td></tr>",
                    text(&link.url),
                    text(&link.page)
                ),
            );
        }
        page.push_str("</tbody></table>");
    }
    page.push_str("</section>");
}

fn freshness(page: &mut String, survey: &Survey) {
    part(page, "七、该更新的与空着的栏目", survey.stale.len() + survey.empty.len(), "都在更新周期以内，没有空栏目。");
    if survey.stale.len() + survey.empty.len() > 0 {
        page.push_str("<table><thead><tr><th class=\"tick\">已更新</th><th>栏目</th><th class=\"place\">上次更新</th><th class=\"grade\">逾期</th></tr></thead><tbody>");
        for one in &survey.stale {
            let last = one.last.map_or_else(|| "从未更新".to_owned(), |last| last.to_string());
            let late = if one.n_overdue > 0 { format!("{} 天", one.n_overdue) } else { "—".to_owned() };
            add(
                page,
                format_args!("<tr><td class=\"tick\">□</td><td>{}</td><td>{last}</td><td>{late}</td></tr>", text(&one.title)),
            );
        }
        for kind in &survey.empty {
            add(
                page,
                format_args!("<tr><td class=\"tick\">□</td><td>{}</td><td>还没有内容</td><td>—</td></tr>", kind_label(*kind)),
            );
        }
        page.push_str("</tbody></table>");
    }
    page.push_str("</section>");
}

fn reviews(page: &mut String, sources: &Sources, survey: &Survey) {
    let (lacking, n_all) = &survey.reviews;
    // A site that keeps no records of reviews wants one line, not one for every text.
    let (unsigned, partly): (Vec<_>, Vec<_>) = lacking.iter().partition(|one| one.missing.len() == 3 && one.overdue.is_none());
    part(page, "八、审核记录", partly.len(), "写了审核记录的文稿，初审、复审、终审都有，也没有过了复审日期的。");
    if !unsigned.is_empty() {
        add(
            page,
            format_args!("<p>□ 共 {n_all} 篇文稿，其中 {} 篇没有写审核记录（<code>[review]</code>）。</p>", unsigned.len()),
        );
    }
    if !partly.is_empty() {
        page.push_str("<table><thead><tr><th class=\"tick\">已补</th><th>文稿</th><th class=\"place\">缺少</th><th class=\"grade\">应复看</th></tr></thead><tbody>");
        for one in partly {
            let missing: Vec<&str> = if one.missing.len() == 3 {
                vec!["审核记录"]
            } else {
                one.missing.iter().map(|step| step_label(step)).collect()
            };
            let overdue = one.overdue.map_or_else(|| "—".to_owned(), |day| format!("{day} 已过"));
            let missing = if missing.is_empty() { "—".to_owned() } else { missing.join("、") };
            add(
                page,
                format_args!(
                    "<tr><td class=\"tick\">□</td><td>{}<br><small>{}</small></td><td>{missing}</td><td>{overdue}</td></tr>",
                    text(&one.title),
                    text(&sources.file(one.file).path)
                ),
            );
        }
        page.push_str("</tbody></table>");
    }
    page.push_str("</section>");
}

fn notices(page: &mut String, survey: &Survey) {
    part(page, "九、公示", survey.notices.len(), "没有公示。");
    if !survey.notices.is_empty() {
        page.push_str("<table><thead><tr><th class=\"tick\">核对</th><th>公示</th><th class=\"place\">起止</th><th class=\"grade\">状态</th></tr></thead><tbody>");
        for notice in &survey.notices {
            let last = notice.last_day.map_or_else(|| "算不出（缺节假日表）".to_owned(), |day| day.to_string());
            let state = match notice.state {
                NoticeState::Open => "<strong>进行中</strong>",
                NoticeState::Closed => "已结束",
                NoticeState::Withdrawn => "已撤回",
            };
            add(
                page,
                format_args!(
                    "<tr><td class=\"tick\">□</td><td>{}</td><td>{} 至 {last}</td><td>{state}</td></tr>",
                    text(&notice.title),
                    notice.posted_on
                ),
            );
        }
        page.push_str("</tbody></table>");
    }
    page.push_str("</section>");
}

fn held_back(page: &mut String, run: &Run<'_>) {
    let lines =
        run.held_back.map(|held_back| super::held_back::lines(held_back, run.sources, Language::Chinese)).unwrap_or_default();
    part(page, "十、没有公开的内容", lines.len(), "这一次没有收起什么。");
    for line in lines {
        add(page, format_args!("<p>{}</p>", text(&line)));
    }
    page.push_str("</section>");
}

fn waivers(page: &mut String, survey: &Survey) {
    part(page, "十一、人工放行记录", survey.waivers.len(), "没有人工放行。");
    if !survey.waivers.is_empty() {
        page.push_str("<table><thead><tr><th class=\"tick\">核对</th><th>文件</th><th class=\"place\">理由</th><th class=\"grade\">批准</th></tr></thead><tbody>");
        for waiver in &survey.waivers {
            add(
                page,
                format_args!(
                    "<tr><td class=\"tick\">□</td><td>{}</td><td>{}</td><td>{}<br>{}</td></tr>",
                    text(&waiver.file),
                    text(&waiver.reason),
                    text(&waiver.by),
                    waiver.date
                ),
            );
        }
        page.push_str("</tbody></table>");
    }
    page.push_str("</section>");
}

fn step_label(step: &str) -> &'static str {
    match step {
        "first" => "初审",
        "second" => "复审",
        _ => "终审",
    }
}

fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Activity => "活动",
        Kind::RoleModel => "先锋模范",
        Kind::Resource => "学习资源",
        Kind::Path => "学习路径",
        Kind::Quiz => "自测",
        Kind::Notice => "通知公示",
        Kind::News => "党务资讯",
        Kind::Branch => "支部介绍",
        Kind::Column => "专栏文章",
        Kind::Faq => "常见问题",
        Kind::Page => "页面",
    }
}

#[test]
fn each_code_has_its_group() {
    let titles = ["G101", "W003", "W001", "M301", "M318", "M319", "M419", "F303", "P003"].map(|id| GROUPS[group_of(id)].0);
    assert_eq!(
        titles,
        ["隐私与保密", "隐私与保密", "用语", "链接与附件", "链接与附件", "隐私与保密", "更新与审核", "更新与审核", "其他"]
    );
}

#[test]
fn what_authors_wrote_is_text_in_the_page() {
    assert_eq!(text("<b onclick=\"x\">&\u{202e}"), "&lt;b onclick=&quot;x&quot;&gt;&amp; ");
}

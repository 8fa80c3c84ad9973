//! Pages of duties and of freshness, with everything and with nothing.

use super::sample::{day, view};
use super::*;
use crate::plan::{
    BranchCounts, BranchDutiesView, BranchDutyView, CellView, ComplianceView, Content, DutyView, ExemptionView, FreshView,
    FreshnessView, LinkView, LoopGroupView, LoopView, MatrixRow, MatrixView, MismatchView, PeriodView, StateCounts,
    TableQualityView,
};

fn link(title: &str) -> LinkView {
    LinkView { title: title.to_owned(), href: "#main".to_owned(), is_external: false }
}

fn cell(state: &'static str, n_links: usize) -> CellView {
    let links = vec![link("主题党日"); n_links.max(1)];
    CellView { state, period: "3月".to_owned(), links, has_evidence: n_links > 0 }
}

fn cells() -> Vec<CellView> {
    vec![cell("done", 2), cell("late", 1), cell("missing", 0), cell("not_due", 0), cell("exempt", 0)]
}

fn counts() -> StateCounts {
    StateCounts { done: 1, late: 1, missing: 1, not_due: 1, exempt: 1 }
}

pub(super) fn branch_duties() -> BranchDutiesView {
    let duty = BranchDutyView { link: link("主题党日"), cells: cells(), counts: counts() };
    BranchDutiesView { href: "#main".to_owned(), duties: vec![duty] }
}

fn matrix() -> MatrixView {
    let column = PeriodView { title: "2026年3月".to_owned(), short: "3月".to_owned() };
    let row = MatrixRow { head: link("数控教工党支部"), cells: cells() };
    MatrixView { title: "2026年".to_owned(), columns: vec![column; 5], rows: vec![row] }
}

fn compliance() -> ComplianceView {
    let exemption =
        ExemptionView {
            branch: "机关党支部".to_owned(), period: "2026年2月".to_owned(), reason: "集中外出".to_owned()
        };
    let duty = DutyView {
        id: "theme_day".to_owned(),
        title: "主题党日".to_owned(),
        clause: "党支部每月相对固定1天开展主题党日。".to_owned(),
        per: "month",
        at_least: 1,
        counts: counts(),
        matrices: vec![matrix(), matrix(), matrix()],
        exemptions: vec![exemption],
    };
    let branches = vec![BranchCounts { link: link("数控教工党支部"), counts: counts() }];
    ComplianceView { branch: Some(link("甲")), duties: vec![duty], counts: counts(), branches, elsewhere: Vec::new() }
}

pub(super) fn fresh(n_overdue: u32) -> FreshView {
    FreshView {
        kind: "column",
        link: link("科技动态"),
        last: Some(day(2026, 3, 1)),
        cadence_days: 31,
        due: Some(day(2026, 4, 1)),
        n_overdue,
    }
}

fn freshness() -> FreshnessView {
    let open = LoopView { link: link("沙龙"), since: day(2026, 3, 1), branches: vec!["甲".to_owned()] };
    let loops = LoopGroupView { kind: "without_photo", n: 300, shown: vec![open.clone()], folded: vec![open], n_left_out: 100 };
    let table = TableQualityView {
        label: "考勤".to_owned(),
        n_rows: 9,
        filled: "99.9".to_owned(),
        n_empty: 1,
        newest: Some(day(2026, 3, 1)),
        n_late: 1,
        n_conflicting: 1,
    };
    let mismatch = MismatchView {
        link: link("沙龙"),
        reported: "3/2".to_owned(),
        computed: "3/1".to_owned(),
        source: String::new(),
        is_turnout: true,
    };
    FreshnessView {
        overdue: vec![FreshView { last: None, due: None, ..fresh(0) }, fresh(3)],
        fresh: vec![fresh(0)],
        loops: vec![loops],
        tables: vec![table],
        mismatches: vec![mismatch],
        elsewhere: Vec::new(),
    }
}

#[test]
fn duties_are_drawn_with_marks_that_lead_somewhere() {
    for language in ["zh-CN", "en"] {
        let html = draw(&view("compliance.html", Content::Compliance(Box::new(compliance()))), language);
        assert_eq!(html.matches("<h1").count(), 1);
        assert_eq!(html.matches("<details class=\"earlier\">").count(), 1);
        assert_eq!(html.matches("</details>").count() - html.matches("<details name").count(), 1);
        assert!(html.contains("id=\"duty-theme_day\"") && html.contains("✓</span>") && html.contains("title=\"主题党日\""));
        assert!(!html.contains(" style=") && !html.contains("{n}"), "{html}");
    }
}

#[test]
fn a_site_without_duties_says_where_to_go() {
    let nothing = ComplianceView {
        branch: None,
        duties: Vec::new(),
        counts: StateCounts::default(),
        branches: Vec::new(),
        elsewhere: vec![link("支部活动")],
    };
    let html = draw(&view("compliance.html", Content::Compliance(Box::new(nothing))), "zh-CN");
    assert!(html.contains("暂无内容"));
}

#[test]
fn what_is_due_says_so_without_a_script_and_can_age_with_one() {
    let html = draw(&view("freshness.html", Content::Freshness(Box::new(freshness()))), "zh-CN");
    assert!(html.contains("data-due=\"2026-04-01\" data-late=\"到今天逾期 # 天\">逾期 3 天</time>"), "{html}");
    assert!(html.contains("请在4月1日前更新</time>"));
    assert!(html.contains("<h2>截至<time datetime="), "marks age on the device, so the heading names its day: {html}");
    assert!(html.contains("还没有内容"));
    let nothing = FreshnessView {
        overdue: Vec::new(),
        fresh: Vec::new(),
        loops: Vec::new(),
        tables: Vec::new(),
        mismatches: Vec::new(),
        elsewhere: vec![link("支部活动")],
    };
    assert!(draw(&view("freshness.html", Content::Freshness(Box::new(nothing))), "en").contains("<h1>"));
}

//! One page of each kind that shows figures, once with everything and once with nothing.

use crate::plan::*;

use super::sample::{bare_view, day, link, pager, section, view};

fn number(slice: &str, text: &str) -> FigureView {
    FigureView {
        metric: "completion_rate".to_owned(),
        slice: slice.to_owned(),
        href: "#main".to_owned(),
        title: "学习任务平均完成率".to_owned(),
        text: text.to_owned(),
        unit: "%".to_owned(),
        is_unit_word: false,
        whole: format!("{text}%"),
        state: "value",
        period: "2026年3月".to_owned(),
        parts: vec!["数控技术教工党支部".to_owned()],
        target: "95.0%".to_owned(),
        n: Some(726),
        n_text: "726".to_owned(),
        is_frozen: false,
        is_running: true,
        as_of: day(2026, 3, 31),
    }
}

fn hours() -> FigureView {
    let unit = "小时".to_owned();
    FigureView {
        text: "12,345".to_owned(), unit, is_unit_word: true, title: "志愿服务时长".to_owned(), ..number("all", "")
    }
}

fn held_back() -> FigureView {
    let unit = String::new();
    FigureView {
        text: "人数较少，不公布".to_owned(),
        unit,
        state: "suppressed",
        n: None,
        n_text: String::new(),
        ..number("all", "")
    }
}

fn gap() -> FigureView {
    FigureView { text: "—".to_owned(), unit: String::new(), state: "gap", n: Some(0), ..number("all", "") }
}

pub(super) fn keys() -> Vec<KeyFigure> {
    let key = |figure: FigureView| KeyFigure { latest: Some(number("period=2026-03", "96.2")), figure, trend: String::new() };
    vec![key(number("all", "95.0")), key(hours()), key(held_back()), KeyFigure { latest: None, ..key(gap()) }]
}

pub(super) fn table() -> FigureTable {
    let row = |head: &str, cells: Vec<Option<FigureView>>| FigureRow { head: head.to_owned(), href: "#main".to_owned(), cells };
    FigureTable {
        title: "按党支部".to_owned(),
        corner: "党支部".to_owned(),
        columns: vec!["全部时间".to_owned(), "2026年".to_owned(), "2025年".to_owned()],
        rows: vec![
            row("数控技术教工党支部", vec![Some(number("a", "95.0")), Some(number("b", "96.1")), None]),
            FigureRow {
                href: String::new(), ..row("智能制造学生党支部", vec![Some(held_back()), Some(gap()), Some(hours())])
            },
        ],
        n_total: 12,
    }
}

fn method() -> MethodView {
    MethodView {
        id: "completion_rate".to_owned(),
        title: "学习任务平均完成率".to_owned(),
        definition: "已完成人次 ÷ 应完成人次，合并计算".to_owned(),
        href: "#main".to_owned(),
        figure: number("all", "95.0"),
        formula: "1.0 * sum(done) / count(*)".to_owned(),
        condition: "due_on <= as_of()".to_owned(),
        time: "due_on".to_owned(),
        from: "任务完成情况".to_owned(),
        from_name: "task_completion".to_owned(),
        unit: "%".to_owned(),
        dimensions: vec!["党支部".to_owned(), "任务".to_owned()],
        owner: "组织委员".to_owned(),
        n_decimals: 1,
        rounding: "half_up",
        direction: "up",
        is_guarded: true,
        public_reason: String::new(),
        is_empty_zero: false,
    }
}

fn evidence(anchor: &str, figure: FigureView) -> EvidenceView {
    let row = |origin: &str, cells: [&str; 3]| EvidenceRowView {
        origin: origin.to_owned(),
        href: String::new(),
        cells: cells.map(|text| EvidenceCellView { text: text.to_owned(), href: String::new() }).to_vec(),
    };
    EvidenceView {
        anchor: anchor.to_owned(),
        title: "数控技术教工党支部 · 2026年3月".to_owned(),
        figure,
        columns: vec!["任务".to_owned(), "截止日期".to_owned(), "完成".to_owned()],
        rows: vec![
            EvidenceRowView {
                href: "#main".to_owned(), ..row("task_completion.csv 第 2 行", ["学习党章", "2026-03-15", "是"])
            },
            row("k7f3q9", ["学习条例", "2026-03-20", "否"]),
        ],
        n_listed: "2".to_owned(),
        n_total: "726".to_owned(),
        n_elsewhere: "12".to_owned(),
        larger: Some(link("2026年一季度")),
        is_cut: true,
        href: "#main".to_owned(),
        is_query: false,
    }
}

fn metric() -> MetricView {
    let nothing = |anchor: &str| EvidenceView {
        rows: Vec::new(),
        n_elsewhere: String::new(),
        larger: None,
        is_cut: false,
        ..evidence(anchor, number("x", "1.0"))
    };
    MetricView {
        method: method(),
        figure: number("all", "95.0"),
        part: String::new(),
        number: 1,
        sql: "select \"member.branch\", 1.0 * sum(\"done\") / count(*)\nfrom task_completion\ngroup by 1".to_owned(),
        sources: vec![SourceView { name: "data/task_completion.csv".to_owned(), digest: "0123456789ab".to_owned() }],
        charts: Vec::new(),
        tables: vec![table(), FigureTable { n_total: 2, ..table() }],
        downloads: vec![link("CSV"), link("JSON")],
        evidence: vec![
            evidence("s-all", number("all", "95.0")),
            EvidenceView { is_cut: false, ..evidence("s-a", number("a", "96.1")) },
            EvidenceView { figure: held_back(), ..nothing("s-b") },
            EvidenceView { is_query: true, ..nothing("s-c") },
        ],
        lines: vec![EvidenceLineView {
            anchor: "s-d".to_owned(),
            title: "数控教工党支部 · 2026年3月".to_owned(),
            text: "95.0%".to_owned(),
            n: "60,000".to_owned(),
            href: "#main".to_owned(),
        }],
        pager: Some(pager()),
    }
}

fn indicator() -> IndicatorView {
    let line = |title: &str, depth: usize, figure: Option<FigureView>| IndicatorLine {
        title: title.to_owned(),
        depth,
        weight: "60".to_owned(),
        figure,
        rule: "达到 12 得 100 分".to_owned(),
        score: "83.3".to_owned(),
        product: "50.0".to_owned(),
    };
    IndicatorView {
        sheets: vec![IndicatorSheet {
            anchor: "s-branch-shukong-period-2026".to_owned(),
            subject: "数控技术教工党支部".to_owned(),
            period: "2026年".to_owned(),
            score: "86.5".to_owned(),
            items: vec![line("组织生活", 0, None), line("主题党日次数", 1, Some(number("all", "10")))],
        }],
        lead: "按年对党支部评分".to_owned(),
        pager: Some(pager()),
        as_of: day(2026, 3, 31),
        elsewhere: Vec::new(),
    }
}

fn corrections() -> CorrectionsView {
    let correction = CorrectionView {
        figure: number("all", "95.0"),
        old: "94.2%".to_owned(),
        why: "补录两名党员的学习记录".to_owned(),
        on: Some(day(2026, 3, 20)),
        by: "组织委员".to_owned(),
    };
    let bare = CorrectionView { on: None, by: String::new(), ..correction.clone() };
    CorrectionsView { corrections: vec![correction, bare] }
}

pub(super) fn full() -> Vec<PageView> {
    let as_of = day(2026, 3, 31);
    let missing = MissingView {
        title: "主题党日".to_owned(),
        period: "2026年3月".to_owned(),
        branches: vec![link("数控技术教工党支部"), link("智能制造学生党支部")],
        n_more: 3,
    };
    let overview = OverviewView {
        keys: keys(),
        charts: Vec::new(),
        missing: vec![missing],
        active: Some(table()),
        links: vec![section("honours")],
        elsewhere: Vec::new(),
    };
    let metrics =
        MetricsView { metrics: vec![method()], indicators: vec![link("支部工作指数")], as_of, elsewhere: Vec::new() };
    vec![
        view("overview.html", Content::Overview(Box::new(overview))),
        view("metrics.html", Content::Metrics(metrics)),
        view("metric.html", Content::Metric(Box::new(metric()))),
        view("indicator.html", Content::Indicator(indicator())),
        view("corrections.html", Content::Corrections(corrections())),
    ]
}

pub(super) fn empty() -> Vec<PageView> {
    let elsewhere = vec![section("activities")];
    let as_of = day(2026, 3, 31);
    let overview = OverviewView {
        keys: Vec::new(),
        charts: Vec::new(),
        missing: Vec::new(),
        active: None,
        links: Vec::new(),
        elsewhere: elsewhere.clone(),
    };
    let metrics = MetricsView { metrics: Vec::new(), indicators: Vec::new(), as_of: as_of.clone(), elsewhere: elsewhere.clone() };
    let bare_method = MethodView {
        condition: String::new(),
        time: String::new(),
        dimensions: Vec::new(),
        owner: String::new(),
        direction: "",
        is_guarded: false,
        figure: FigureView { target: String::new(), ..gap() },
        ..method()
    };
    let metric = MetricView {
        method: bare_method,
        sql: String::new(),
        sources: Vec::new(),
        charts: Vec::new(),
        tables: Vec::new(),
        downloads: Vec::new(),
        evidence: Vec::new(),
        lines: Vec::new(),
        pager: None,
        ..metric()
    };
    let continued = MetricView { number: 2, ..metric.clone() };
    let indicator = IndicatorView { sheets: Vec::new(), pager: None, elsewhere, ..indicator() };
    vec![
        bare_view("overview.html", Content::Overview(Box::new(overview))),
        bare_view("metrics.html", Content::Metrics(metrics)),
        bare_view("metric.html", Content::Metric(Box::new(metric))),
        bare_view("metric.html", Content::Metric(Box::new(continued))),
        bare_view("indicator.html", Content::Indicator(indicator)),
        bare_view("corrections.html", Content::Corrections(CorrectionsView { corrections: Vec::new() })),
    ]
}

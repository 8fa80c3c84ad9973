//! Charts of every kind, easy and hard ones, to one page with the built-in theme: what tests in a browser look at.
//!
//! Prints the page: `cargo run --example chart_gallery > gallery.html`.

use std::fmt::Write;

use jiff::civil::{Date, date};
use yuandi::chart::{Category, Chart, ChartKind, ChartTable, ChartWords, Mark, Reference, Series, draw};

const MONTHS: usize = 12;
const BRANCHES: [&str; 8] = [
    "数控技术教工党支部",
    "机电学生第一党支部",
    "马克思主义学院思想政治理论课教研部教工第一党支部",
    "离退休党支部",
    "智能制造与工业机器人应用技术专业学生党支部",
    "School of International Education Party Branch",
    "后勤",
    "汽车工程学院学生第二党支部（2024 级、2025 级）",
];
const KINDS: [&str; 6] = ["支部党员大会", "支部委员会", "党小组会", "党课", "主题党日", "组织生活会"];
const ROLES: [&str; 3] = ["教职工党员", "学生党员", "离退休党员"];

fn main() {
    let mut charts = bars();
    charts.extend(several_series());
    charts.extend(lines());
    charts.extend(shares());
    charts.extend(rows());
    charts.extend(grids());
    charts.extend(odd());
    print!("{}", page(&charts));
}

fn words() -> ChartWords {
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    let states = [("done", "按期"), ("late", "补"), ("missing", "缺"), ("not-due", "未到期"), ("exempt", "免")];
    ChartWords {
        no_data: "暂无数据".to_owned(),
        gap: "—".to_owned(),
        category: "类别".to_owned(),
        value: "数值".to_owned(),
        more: "另有 {n} 项，见下表".to_owned(),
        states: states.map(|(state, word)| (state.to_owned(), word.to_owned())).to_vec(),
        weekdays: texts(&["一", "二", "三", "四", "五", "六", "日"]),
        months: (1..=12).map(|month| format!("{month}月")).collect(),
    }
}

fn categories(labels: impl IntoIterator<Item = String>) -> Vec<Category> {
    labels.into_iter().map(|label| Category { label, ..Category::default() }).collect()
}

fn names(labels: &[&str]) -> Vec<Category> {
    categories(labels.iter().map(|label| (*label).to_owned()))
}

fn months(n: usize) -> Vec<Category> {
    categories((0..n).map(|idx| format!("{}年{}月", 2024 + idx / MONTHS, idx % MONTHS + 1)))
}

fn count(value: f64) -> Mark {
    Mark { value: Some(value), text: format!("{value}"), href: "#evidence".to_owned(), ..Mark::default() }
}

fn percent(value: f64, n: usize) -> Mark {
    Mark { value: Some(value), text: format!("{value:.1}%"), note: format!("n = {n}"), ..Mark::default() }
}

fn gap() -> Mark {
    Mark { text: "—".to_owned(), ..Mark::default() }
}

fn held_back() -> Mark {
    Mark { text: "少于 5 人，不公开".to_owned(), ..Mark::default() }
}

fn state(state: &'static str, text: &str) -> Mark {
    Mark { state, text: text.to_owned(), href: "#evidence".to_owned(), ..Mark::default() }
}

/// The same numbers every time, between 0 and `below`.
fn number(seed: usize, below: usize) -> f64 {
    ((seed * 7919 + seed * seed * 104_729 + 31) % below) as f64
}

fn series(label: &str, marks: Vec<Mark>) -> Series {
    Series { label: label.to_owned(), marks }
}

fn counts(label: &str, n: usize, seed: usize, below: usize) -> Series {
    series(label, (0..n).map(|idx| count(number(seed + idx, below))).collect())
}

fn chart(kind: ChartKind, title: &str, categories: Vec<Category>, series: Vec<Series>) -> Chart {
    let description = format!("{title}，{} 项。", categories.len());
    Chart { kind, title: title.to_owned(), description, categories, series, ..Chart::default() }
}

fn in_percent(chart: Chart) -> Chart {
    Chart { unit: "%".to_owned(), is_share: true, ..chart }
}

fn in_unit(chart: Chart, unit: &str) -> Chart {
    Chart { unit: unit.to_owned(), ..chart }
}

fn with_target(chart: Chart, value: f64, label: &str) -> Chart {
    Chart { target: Some(Reference { value, label: label.to_owned() }), ..chart }
}

fn bars() -> Vec<Chart> {
    use ChartKind::Bar;
    let with_gaps = |n: usize| {
        let mut marks: Vec<Mark> = (0..n).map(|idx| percent(number(idx, 100), 20 + idx)).collect();
        marks[1] = gap();
        marks[3] = held_back();
        vec![series("参加率", marks)]
    };
    let below_zero = vec![series("", (0..MONTHS).map(|idx| count(number(idx, 40) - 18.0)).collect())];
    let over = [96.0, 128.5, 100.0, 61.2].iter().enumerate().map(|(idx, value)| percent(*value, idx * 9 + 5)).collect();
    vec![
        in_unit(chart(Bar, "每月活动次数", months(MONTHS), vec![counts("", MONTHS, 3, 30)]), "次"),
        in_percent(chart(Bar, "各月参加率", months(MONTHS), with_gaps(MONTHS))),
        with_target(in_percent(chart(Bar, "各支部参加率", names(&BRANCHES), with_gaps(BRANCHES.len()))), 95.0, "目标 95%"),
        in_unit(chart(Bar, "短名", names(&["教工", "学生", "离退休"]), vec![counts("", 3, 9, 300)]), "人次"),
        in_percent(chart(Bar, "短名的参加率", names(&["教工", "学生", "离退休"]), vec![with_gaps(4).remove(0)])),
        chart(Bar, "比上年增减", months(MONTHS), below_zero),
        in_percent(chart(Bar, "超过百分之百", names(&BRANCHES[..4]), vec![series("完成率", over)])),
        chart(Bar, "只有一项", names(&BRANCHES[2..3]), vec![counts("", 1, 4, 50)]),
        chart(Bar, "两百个支部", categories((0..200).map(|idx| format!("第{idx}党支部"))), vec![counts("", 200, 4, 500)]),
        chart(Bar, "两百天", categories((0..200).map(|idx| format!("{idx}日"))), vec![counts("", 200, 4, 500)]),
    ]
}

fn several_series() -> Vec<Chart> {
    let of_roles = |n: usize, below: usize| -> Vec<Series> {
        ROLES.iter().enumerate().map(|(idx, role)| counts(role, n, idx * 50 + 7, below)).collect()
    };
    let mut with_gaps = of_roles(MONTHS, 60);
    with_gaps[0].marks[4] = gap();
    with_gaps[1].marks[4] = held_back();
    let eight: Vec<Series> = KINDS.iter().chain(&["志愿服务", "参观研学"]).map(|kind| counts(kind, 4, kind.len(), 9)).collect();
    let mut plan = vec![];
    for kind in [ChartKind::Grouped, ChartKind::Stacked] {
        plan.push(in_unit(chart(kind, "三类党员每月参加人次", months(MONTHS), with_gaps.clone()), "人次"));
        plan.push(chart(kind, "三类党员，六十个月", months(60), of_roles(60, 90)));
        plan.push(chart(kind, "各支部三类党员", names(&BRANCHES), of_roles(BRANCHES.len(), 40)));
        plan.push(chart(kind, "八个系列", names(&["春", "夏", "秋", "冬"]), eight.clone()));
    }
    let up_and_down = vec![
        series("转入", (0..6).map(|idx| count(number(idx, 12))).collect()),
        series("转出", (0..6).map(|idx| count(-number(idx + 5, 12))).collect()),
    ];
    plan.push(chart(ChartKind::Stacked, "转入与转出", months(6), up_and_down));
    plan
}

fn lines() -> Vec<Chart> {
    use ChartKind::{Area, Line};
    let mut with_gaps = counts("学习时长", MONTHS, 11, 900);
    with_gaps.marks[2] = gap();
    with_gaps.marks[5] = held_back();
    with_gaps.marks[11] = gap();
    with_gaps.marks[9] = gap();
    let rates = |n: usize| series("完成率", (0..n).map(|idx| percent(88.0 + number(idx, 12), 700 + idx)).collect());
    let of_roles =
        |n: usize| -> Vec<Series> { ROLES.iter().enumerate().map(|(idx, role)| counts(role, n, idx * 50 + 7, 60)).collect() };
    let below_zero = series("", (0..24).map(|idx| count(number(idx, 40) - 20.0)).collect());
    vec![
        in_unit(chart(Line, "学习时长，有空缺", months(MONTHS), vec![with_gaps.clone()]), "分钟"),
        with_target(in_percent(chart(Line, "完成率", months(MONTHS), vec![rates(MONTHS)])), 95.0, "目标 95%"),
        chart(Line, "三类党员，六十个月", months(60), of_roles(60)),
        chart(Line, "三类党员，十二个月", months(MONTHS), of_roles(MONTHS)),
        chart(Line, "正与负", months(24), vec![below_zero]),
        chart(Line, "只有一个月", months(1), vec![counts("", 1, 3, 30)]),
        in_unit(chart(Area, "学习时长", months(MONTHS), vec![with_gaps.clone()]), "分钟"),
        chart(Area, "两类党员", months(24), of_roles(24)[..2].to_vec()),
        chart(ChartKind::Sparkline, "小图", months(MONTHS), vec![with_gaps]),
    ]
}

fn shares() -> Vec<Chart> {
    use ChartKind::Donut;
    let of_kinds = |n: usize| names(&KINDS[..n]);
    vec![
        in_unit(chart(Donut, "活动类型", of_kinds(6), vec![counts("", 6, 5, 60)]), "次"),
        chart(Donut, "只有一类", of_kinds(1), vec![counts("", 1, 5, 60)]),
        chart(Donut, "长名称", names(&BRANCHES), vec![counts("", BRANCHES.len(), 21, 60)]),
        chart(Donut, "有一类不公开", of_kinds(3), vec![series("", vec![count(3.0), held_back(), count(9.0)])]),
    ]
}

fn rows() -> Vec<Chart> {
    use ChartKind::{Lollipop, Progress};
    let rates = |n: usize| -> Vec<Mark> { (0..n).map(|idx| percent(40.0 + number(idx, 61), idx * 13 + 6)).collect() };
    let mut with_gaps = rates(BRANCHES.len());
    with_gaps[2] = gap();
    with_gaps[4] = held_back();
    with_gaps[5] = percent(131.0, 9);
    vec![
        with_target(
            in_percent(chart(Progress, "学习完成率", names(&BRANCHES[..1]), vec![series("", rates(1))])),
            95.0,
            "目标 95%",
        ),
        with_target(in_percent(chart(Progress, "各支部完成率", names(&BRANCHES), vec![series("", with_gaps)])), 90.0, "目标 90%"),
        in_unit(chart(Lollipop, "志愿服务时长", names(&BRANCHES), vec![counts("", BRANCHES.len(), 2, 800)]), "小时"),
        chart(Lollipop, "增减", names(&BRANCHES[..4]), vec![series("", [5.0, -3.0, 0.0, -8.0].map(count).to_vec())]),
    ]
}

fn grids() -> Vec<Chart> {
    use ChartKind::{Calendar, Heatmap, Matrix};
    let columns = |n: usize, mark: &dyn Fn(usize, usize) -> Mark| -> Vec<Series> {
        let rows = 0..BRANCHES.len();
        let labels = months(n).into_iter().enumerate();
        labels.map(|(column, month)| series(&month.label, rows.clone().map(|row| mark(row, column)).collect())).collect()
    };
    let hours = |row: usize, column: usize| match row * 12 + column {
        14 => gap(),
        29 => held_back(),
        seed => count(number(seed, 100)),
    };
    let rates = |row: usize, column: usize| percent(number(row * 12 + column, 101), 9);
    let states = |row: usize, column: usize| match (row * 5 + column * 3) % 11 {
        3 => state("late", "◐"),
        7 => state("missing", "✕"),
        _ if column > 9 => state("not-due", "·"),
        9 => state("exempt", "—"),
        _ => state("done", "✓"),
    };
    let by_kind: Vec<Series> = KINDS.iter().enumerate().map(|(idx, kind)| counts(kind, BRANCHES.len(), idx * 9, 30)).collect();
    vec![
        in_unit(chart(Heatmap, "各支部每月学习时长", names(&BRANCHES), columns(MONTHS, &hours)), "小时"),
        in_percent(chart(Heatmap, "各支部每月参加率", names(&BRANCHES), columns(MONTHS, &rates))),
        chart(Heatmap, "各支部各类活动", names(&BRANCHES), by_kind),
        chart(Heatmap, "六十个月", names(&BRANCHES[..4]), columns(60, &hours)),
        chart(Matrix, "主题党日", names(&BRANCHES), columns(MONTHS, &states)),
        chart(Matrix, "主题党日，四十个月", names(&BRANCHES[..3]), columns(40, &states)),
        in_unit(chart(Calendar, "一年的活动", days(date(2025, 1, 1), 365), vec![of_days(365)]), "次"),
        chart(Calendar, "三年各月的活动", firsts_of_months(31), vec![of_days(31)]),
        chart(Calendar, "一个月的活动", days(date(2026, 2, 20), 30), vec![of_days(30)]),
    ]
}

fn days(first: Date, n: i32) -> Vec<Category> {
    let date = |idx: i32| first.checked_add(jiff::Span::new().days(idx)).expect("a day of this century");
    (0..n).map(|idx| Category { label: date(idx).to_string(), short: String::new(), date: Some(date(idx)) }).collect()
}

fn firsts_of_months(n: i32) -> Vec<Category> {
    let first = |idx: i32| date(2024, 3, 1).checked_add(jiff::Span::new().months(idx)).expect("a day of this century");
    (0..n).map(|idx| Category { label: format!("{}", first(idx)), short: String::new(), date: Some(first(idx)) }).collect()
}

fn of_days(n: usize) -> Series {
    let mark = |idx: usize| match idx % 17 {
        3 => gap(),
        9 => held_back(),
        _ => count(number(idx, 9).min(5.0)),
    };
    series("", (0..n).map(mark).collect())
}

fn odd() -> Vec<Chart> {
    use ChartKind::{Bar, Calendar, Donut, Line, Matrix, Sparkline};
    let nothing = |kind: ChartKind| chart(kind, "没有数据", Vec::new(), Vec::new());
    let only_gaps = series("", vec![gap(); 5]);
    let zeros = series("", vec![count(0.0); 6]);
    let extreme = series("", [1e18, -3e17, 2.5e17, 0.001].map(count).to_vec());
    let tagged = chart(Bar, "<b>&\"名\"</b>", names(&["<script>", "a & b", "\"引\""]), vec![counts("<i>", 3, 1, 9)]);
    let mut all: Vec<Chart> = [Bar, Calendar, Donut, Line, Matrix, Sparkline].into_iter().map(nothing).collect();
    all.push(chart(Line, "全是空缺", months(5), vec![only_gaps]));
    all.push(chart(Bar, "全是零", months(6), vec![zeros.clone()]));
    all.push(in_percent(chart(Line, "全是零的比例", months(6), vec![zeros])));
    all.push(chart(Bar, "很大与很小", names(&BRANCHES[..4]), vec![extreme.clone()]));
    all.push(chart(Line, "很大与很小", months(4), vec![extreme]));
    all.push(tagged);
    all
}

fn page(charts: &[Chart]) -> String {
    let mut body = String::new();
    let words = words();
    for (idx, chart) in charts.iter().enumerate() {
        let chart = Chart { id: format!("c{}", idx + 1), ..chart.clone() };
        let drawing = draw(&chart, &words);
        let _ = write!(
            body,
            "<figure class=\"chart\" data-kind=\"{:?}\"><figcaption>{}</figcaption>\n{}\n{}\n{}</figure>\n",
            chart.kind,
            escape(&chart.title),
            drawing.wide,
            drawing.narrow,
            details(&drawing.table)
        );
    }
    format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>图表</title>\n<style>\n{}</style>\n</head>\n<body>\n\
         <main id=\"evidence\" class=\"wide\">\n<h1>图表</h1>\n{body}</main>\n</body>\n</html>\n",
        styles()
    )
}

/// The built-in sheet, as the theme puts it together.
fn styles() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).expect("a file of the theme");
    let config: toml::Table = read("theme.toml").parse().expect("the theme's settings");
    let names = config["styles"].as_array().expect("a list of styles").iter().filter_map(|name| name.as_str());
    names.map(|name| read(&format!("styles/{name}.css"))).collect()
}

fn details(table: &ChartTable) -> String {
    let mut html = format!("<details><summary>数据表</summary><table><caption>{}</caption><thead><tr>", escape(&table.caption));
    for head in &table.head {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escape(head));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        html.push_str("<tr>");
        for (idx, cell) in row.iter().enumerate() {
            let tag = if idx == 0 { "th scope=\"row\"" } else { "td" };
            let text = escape(&cell.text);
            let text = if cell.href.is_empty() { text } else { format!("<a href=\"{}\">{text}</a>", escape(&cell.href)) };
            let _ = write!(html, "<{tag}>{text} {}</{}>", escape(&cell.note), &tag[..2]);
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></details>");
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

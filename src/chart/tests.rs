use jiff::civil::date;
use proptest::prelude::*;

use super::svg::{Area, Layout};
use super::*;

fn words() -> ChartWords {
    ChartWords {
        no_data: "暂无数据".to_owned(),
        gap: "—".to_owned(),
        category: "支部".to_owned(),
        value: "数值".to_owned(),
        more: "另有 {n} 项，见下表".to_owned(),
        states: vec![("done".to_owned(), "按期".to_owned()), ("missing".to_owned(), "缺".to_owned())],
        weekdays: ["一", "二", "三", "四", "五", "六", "日"].map(str::to_owned).to_vec(),
        months: Vec::new(),
    }
}

fn value(value: f64) -> Mark {
    Mark { value: Some(value), text: format!("{value}"), ..Mark::default() }
}

fn no_value(text: &str) -> Mark {
    Mark { text: text.to_owned(), ..Mark::default() }
}

fn chart(kind: ChartKind, labels: &[&str], marks: Vec<Mark>) -> Chart {
    let category = |label: &&str| Category { label: (*label).to_owned(), ..Category::default() };
    let series = vec![Series { label: String::new(), marks }];
    let (title, description) = ("标题".to_owned(), "说明".to_owned());
    let categories = labels.iter().map(category).collect();
    Chart { kind, title, description, categories, series, id: "c".to_owned(), ..Chart::default() }
}

const MONTHS: [&str; 4] = ["1月", "2月", "3月", "4月"];

/// Every kind.
const KINDS: [ChartKind; 12] = [
    ChartKind::Bar,
    ChartKind::Grouped,
    ChartKind::Stacked,
    ChartKind::Line,
    ChartKind::Area,
    ChartKind::Donut,
    ChartKind::Sparkline,
    ChartKind::Progress,
    ChartKind::Heatmap,
    ChartKind::Calendar,
    ChartKind::Matrix,
    ChartKind::Lollipop,
];

#[test]
fn a_drawing_is_a_picture_with_a_title_and_a_description() {
    let drawing = draw(&chart(ChartKind::Bar, &MONTHS, vec![value(1.0); 4]), &words());
    let head = "<div class=\"chart-wide\"><svg role=\"img\" aria-labelledby=\"c-w-title c-w-desc\" viewBox=\"0 0 720 ";
    assert!(drawing.wide.starts_with(head), "{}", drawing.wide);
    assert!(drawing.wide.contains("<title id=\"c-w-title\">标题</title><desc id=\"c-w-desc\">说明</desc>"));
    assert!(drawing.narrow.contains("viewBox=\"0 0 320 "), "{}", drawing.narrow);
}

#[test]
fn a_chart_without_values_says_so_and_has_a_table() {
    for kind in KINDS {
        let drawing = draw(&chart(kind, &["1月"], vec![no_value("—")]), &words());
        assert!(drawing.wide.contains(">暂无数据</text>"), "{kind:?}: {}", drawing.wide);
        assert_eq!(drawing.table.rows[0][1].text, "—");
    }
}

/// With a column for each of 1, 2 and 4 the axis goes to 4 in steps of 1: a quarter of 240 is 60.
#[test]
fn columns_stand_on_zero() {
    let drawing = draw(&chart(ChartKind::Bar, &MONTHS, vec![value(1.0), value(2.0), no_value("—"), value(4.0)]), &words());
    let heights: Vec<&str> = drawing.wide.split("height=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(heights, ["60", "120", "240"]);
    assert!(drawing.wide.contains(">—</text>"), "the gap has its place");
}

#[test]
fn a_line_breaks_at_a_gap() {
    let marks = vec![value(1.0), value(2.0), no_value("—"), value(3.0)];
    let drawing = draw(&chart(ChartKind::Line, &MONTHS, marks), &words());
    // One run of two months and one month alone, which is a dot only.
    assert_eq!(drawing.wide.matches("class=\"trace").count(), 1);
    assert_eq!(drawing.wide.matches("class=\"dot").count(), 3);
}

#[test]
fn what_is_held_back_is_hatched_and_says_its_words() {
    for kind in [ChartKind::Bar, ChartKind::Line, ChartKind::Progress, ChartKind::Lollipop, ChartKind::Donut] {
        let drawing = draw(&chart(kind, &MONTHS, vec![value(1.0), no_value("不公开"), value(2.0), value(1.0)]), &words());
        for svg in [&drawing.wide, &drawing.narrow] {
            assert!(svg.contains("class=\"held-back\"") && svg.contains(">不公开</text>"), "{kind:?}: {svg}");
        }
    }
}

#[test]
fn more_than_a_whole_widens_the_axis_and_less_does_not_shorten_it() {
    let share = |value: Mark| Chart {
        is_share: true,
        unit: "%".to_owned(),
        ..chart(ChartKind::Progress, &["数控教工党支部"], vec![value])
    };
    assert!(draw(&share(value(40.0)), &words()).wide.contains(">100%</text>"));
    assert!(draw(&share(value(131.0)), &words()).wide.contains(">150%</text>"));
}

#[test]
fn links_lie_over_the_picture_and_out_of_the_keyboards_way() {
    let linked = Mark { href: "../a.html?b&c".to_owned(), ..value(3.0) };
    let drawing = draw(&chart(ChartKind::Bar, &["甲"], vec![linked]), &words());
    let (picture, links) = drawing.wide.split_once("</svg>").expect("a picture");
    assert!(!picture.contains("<a "), "{picture}");
    assert!(links.contains("<svg class=\"chart-links\" aria-hidden=\"true\""), "{links}");
    assert!(links.contains("<a href=\"../a.html?b&amp;c\" tabindex=\"-1\"><title>甲 · 3</title>"), "{links}");
    assert_eq!(drawing.table.rows[0][1].href, "../a.html?b&c");
}

#[test]
fn series_differ_in_texture_and_are_named() {
    let mut grouped = chart(ChartKind::Grouped, &MONTHS, vec![value(1.0); 4]);
    grouped.series[0].label = "教工".to_owned();
    grouped.series.push(Series { label: "学生".to_owned(), marks: vec![value(2.0); 4] });
    let drawing = draw(&grouped, &words());
    assert!(drawing.wide.contains("<pattern id=\"c-w-s2\"") && drawing.wide.contains("fill=\"url(#c-w-s2)\""));
    assert!(drawing.wide.contains(">教工</text>") && drawing.wide.contains(">学生</text>"));
}

#[test]
fn a_drawing_of_many_says_how_many_more_there_are() {
    let labels: Vec<String> = (0..200).map(|idx| format!("第{idx}党支部")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let drawing = draw(&chart(ChartKind::Bar, &labels, vec![value(1.0); 200]), &words());
    assert!(drawing.wide.contains(">另有 160 项，见下表</text>"));
    assert_eq!(drawing.table.rows.len(), 200);
}

#[test]
fn the_table_has_the_unit_where_its_numbers_have_none() {
    let minutes = Chart { unit: "分钟".to_owned(), ..chart(ChartKind::Bar, &["甲"], vec![value(90.0)]) };
    assert_eq!(draw(&minutes, &words()).table.head, ["支部", "数值 / 分钟"]);
    let percent = Mark { text: "95.0%".to_owned(), ..value(95.0) };
    let percent = Chart { unit: "%".to_owned(), ..chart(ChartKind::Bar, &["甲"], vec![percent]) };
    assert_eq!(draw(&percent, &words()).table.head, ["支部", "数值"]);
}

#[test]
fn days_stand_in_weeks() {
    // 1 March 2026 is a Sunday, 2 March a Monday: the second day begins the second column.
    let mut days = chart(ChartKind::Calendar, &["2026-03-01", "2026-03-02"], vec![value(1.0), value(2.0)]);
    days.categories[0].date = Some(date(2026, 3, 1));
    days.categories[1].date = Some(date(2026, 3, 2));
    let svg = draw(&days, &words()).wide;
    // Weekdays take one em of 15 and a space of 8, and a cell of 13 has a margin of 1.
    let hot: Vec<&str> = svg.split("<rect ").filter(|rect| rect.contains("class=\"hot\"")).collect();
    assert!(hot[0].starts_with("x=\"24\"") && hot[1].starts_with("x=\"37\""), "{hot:?}");
}

#[test]
fn months_stand_in_years() {
    let mut months = chart(ChartKind::Calendar, &["2025-12", "2026-01"], vec![value(7.0), value(8.0)]);
    months.categories[0].date = Some(date(2025, 12, 1));
    months.categories[1].date = Some(date(2026, 1, 1));
    let svg = draw(&months, &words()).wide;
    // Two years by two months: two values, and two places where the other year has nothing.
    for text in [">2025<", ">2026<", ">1<", ">12<", ">7<", ">8<"] {
        assert!(svg.contains(text), "{text}: {svg}");
    }
    assert_eq!(svg.matches(">—<").count(), 2);
}

/// Labels as they come: Chinese, English, mixed, numbered, with spaces and without, long and empty.
fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一-龥]{1,24}",
        "[a-zA-Z ]{0,40}",
        "[A-Za-z]{1,60}",
        "20[0-9]{2}年[1-9]月",
        "[一-龥（）、0-9a-zA-Z ]{0,40}",
        "\\PC{0,20}",
    ]
}

fn mark() -> impl Strategy<Value = Mark> {
    let number = prop_oneof![-100.0..1000.0, Just(0.0), Just(1e18), -1e9..1e9, Just(1e-7)];
    prop_oneof![
        6 => (number, "[0-9]{1,8}%?", "(n = [0-9]{1,5})?", "(#a)?").prop_map(|(value, text, note, href)| Mark {
            value: Some(value),
            text,
            note,
            href,
            ..Mark::default()
        }),
        1 => Just(no_value("—")),
        1 => label().prop_map(|text| no_value(&text)),
        1 => "[✓✕◐·—]".prop_map(|text| Mark { text, state: "done", ..Mark::default() }),
    ]
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let sequence = (1usize..70, prop_oneof![Just("2026年"), Just("2026-"), Just("")]);
    let names = prop_oneof![
        prop::collection::vec(label(), 0..14),
        sequence.prop_map(|(n, head)| (1..=n).map(|idx| format!("{head}{idx}月")).collect()),
    ];
    let target = prop::option::of((-10.0..2000.0, label()).prop_map(|(value, label)| Reference { value, label }));
    (prop::sample::select(KINDS.to_vec()), names, 0usize..5, target, any::<bool>(), "(%|分钟|hours)?").prop_flat_map(
        |(kind, names, n_series, target, is_share, unit)| {
            let n = names.len();
            let series = (label(), prop::collection::vec(mark(), n)).prop_map(|(label, marks)| Series { label, marks });
            prop::collection::vec(series, n_series).prop_map(move |series| {
                let labels: Vec<&str> = names.iter().map(String::as_str).collect();
                let mut chart = chart(kind, &labels, Vec::new());
                for (idx, category) in chart.categories.iter_mut().enumerate().filter(|_| kind == ChartKind::Calendar) {
                    category.date = date(2026, 1, 1).checked_add(jiff::Span::new().days(idx as i32 * 9)).ok();
                }
                Chart { series, target: target.clone(), is_share, unit: unit.clone(), ..chart }
            })
        },
    )
}

/// A tenth is lost where coordinates are rounded.
const HAIR: f64 = 0.15;

fn overlap(one: &Area, other: &Area) -> bool {
    let beside = one.x + one.width <= other.x + HAIR || other.x + other.width <= one.x + HAIR;
    let above = one.y + one.height <= other.y + HAIR || other.y + other.height <= one.y + HAIR;
    !beside && !above
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_lies_on_another_or_leaves_the_drawing(chart in any_chart()) {
        let words = words();
        for layout in [Layout::Wide, Layout::Narrow] {
            let canvas = canvas_of(layout, Data { chart: &chart, words: &words });
            for (idx, (text, area)) in canvas.texts.iter().enumerate() {
                prop_assert!(area.x >= -HAIR && area.x + area.width <= canvas.width + HAIR, "{:?}: {} {:?}", layout, text, area);
                prop_assert!(area.y >= -HAIR && area.y + area.height <= canvas.height + HAIR, "{:?}: {} {:?}", layout, text, area);
                for (other, other_area) in &canvas.texts[..idx] {
                    prop_assert!(!overlap(area, other_area), "{:?}: {} {:?} on {} {:?}", layout, text, area, other, other_area);
                }
            }
        }
    }

    #[test]
    fn a_drawing_is_well_formed_and_the_same_every_time(chart in any_chart()) {
        let words = words();
        let drawing = draw(&chart, &words);
        prop_assert_eq!(&drawing, &draw(&chart, &words));
        for svg in [&drawing.wide, &drawing.narrow] {
            let mut reader = quick_xml::Reader::from_str(svg);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(fault) => prop_assert!(false, "{}: {}", fault, svg),
                }
            }
            prop_assert!(!svg.contains(" style=\""), "{}", svg);
        }
        prop_assert_eq!(drawing.table.rows.len(), chart.categories.len());
    }
}

//! Numbers, periods and addresses of figures as people and programs read them.

use super::number::{count_text, number_text};
use super::{anchor_of, with_unit};
use crate::diag::Place;
use crate::metrics::{Amount, Dimension, DimensionValue, MetricSpec, Period, Rounding, SliceKey};
use crate::model::date::Month;

fn spec(unit: &str, n_decimals: u8) -> MetricSpec {
    let value = |id: &str| DimensionValue { id: id.into(), label: id.to_uppercase() };
    let dimension = |id: &str, values: &[&str]| Dimension {
        id: id.into(),
        label: id.to_owned(),
        references: None,
        values: values.iter().map(|id| value(id)).collect(),
    };
    MetricSpec {
        id: "rate".into(),
        title: String::new(),
        definition: String::new(),
        unit: unit.to_owned(),
        from: String::new(),
        from_label: String::new(),
        value: String::new(),
        condition: None,
        time: None,
        dimensions: vec![dimension("branch", &["shukong"]), dimension("activity.kind", &["theme_day", "主题"])],
        target: None,
        n_decimals,
        rounding: Rounding::HalfUp,
        owner: None,
        direction: None,
        is_about_persons: false,
        public_reason: None,
        is_empty_zero: false,
        sql: String::new(),
        place: Place::Project,
    }
}

fn ratio(numerator: i128, denominator: i128) -> Amount {
    Amount::ratio(numerator, denominator).expect("the denominator is not zero")
}

fn key(values: [Option<u32>; 2], period: Period) -> SliceKey {
    SliceKey { values: values.into(), period }
}

#[test]
fn a_ratio_is_read_in_percent_and_a_large_number_in_groups() {
    assert_eq!(number_text(&spec("percent", 1), ratio(690, 726)), "95.0");
    assert_eq!(number_text(&spec("percent", 0), ratio(690, 726)), "95");
    assert_eq!(number_text(&spec("minutes", 1), ratio(5, 4)), "1.3");
    assert_eq!(number_text(&spec("count", 0), Amount::from(2026)), "2026");
    assert_eq!(number_text(&spec("count", 0), Amount::from(12_345)), "12,345");
    assert_eq!(number_text(&spec("yuan", 2), Amount::from(-1_234_567)), "-1,234,567.00");
    assert_eq!(count_text(123_456), "123,456");
}

#[test]
fn a_sign_stands_at_its_number_and_a_word_apart() {
    assert_eq!(with_unit("95.0", "%"), "95.0%");
    assert_eq!(with_unit("120", "min"), "120 min");
    assert_eq!(with_unit("22", ""), "22");
}

#[test]
fn an_anchor_is_plain_letters_whatever_the_ids_are() {
    assert_eq!(anchor_of("all"), "s-all");
    assert_eq!(anchor_of("branch=shukong;period=2024-03"), "s-branch-shukong-period-2024-03");
    assert_eq!(anchor_of("period=2024-Q3"), "s-period-2024-q3");
    assert_eq!(anchor_of("activity.kind=theme_day"), "s-activity-kind-theme-day");
    let hashed = anchor_of("kind=主题");
    assert!(hashed.len() == 14 && hashed.starts_with("s-"), "{hashed}");
    assert_ne!(hashed, anchor_of("kind=主题日"));
}

/// The layout of a metric whose slices all count `n_rows` rows: the whole, then each of `n_branches`, over `n_months` months.
fn laid(n_branches: u32, n_months: i8, n_rows: u64) -> Vec<(String, usize)> {
    let mut spec = spec("count", 0);
    let value = |id: u32| DimensionValue { id: format!("b{id}").into(), label: String::new() };
    spec.dimensions[0].values = (0..n_branches).map(value).collect();
    let mut keys = Vec::new();
    for branch in std::iter::once(None).chain((0..n_branches).map(Some)) {
        keys.extend((1..=n_months).map(|month| key([branch, None], Period::Month(Month { year: 2024, month }))));
    }
    let keys: Vec<&SliceKey> = keys.iter().collect();
    let sheets = super::sheets::lay_out(&spec, &keys, &vec![n_rows; keys.len()]);
    sheets.sheets.into_iter().map(|sheet| (sheet.path, sheet.slices.len())).collect()
}

fn sheet(path: &str, n_slices: usize) -> (String, usize) {
    (path.to_owned(), n_slices)
}

#[test]
fn a_small_metric_has_one_page() {
    assert_eq!(laid(2, 12, 5), [sheet("metrics/rate/index.html", 36)]);
}

#[test]
fn a_large_metric_has_a_page_for_each_value_and_a_long_page_is_continued() {
    // Three slices a page: each weighs its 200 rows and its head, and a page bears 700.
    let own = [sheet("metrics/rate/index.html", 3), sheet("metrics/rate/page-2.html", 1)];
    let first = [sheet("metrics/rate/b0/index.html", 3), sheet("metrics/rate/b0/page-2.html", 1)];
    assert_eq!(laid(1, 4, 200), [own, first].concat());
}

#[test]
fn a_metric_over_very_many_rows_lists_fewer_for_each_slice() {
    // The whole over 12 months has room for 500 rows each, one slice a page; of 101
    // branches over 12 months the first slice lists rows, and the others are lines.
    let sheets = laid(101, 12, 1_000_000);
    assert_eq!(sheets.len(), 12 + 101);
    assert!(sheets[..12].iter().all(|(_, n_slices)| *n_slices == 1));
    assert!(sheets[12..].iter().all(|(_, n_slices)| *n_slices == 12));
}

//! What pages show of one slice of a metric.

use serde::Serialize;

use super::DateView;

/// One figure, in words. It is the same wherever it stands but for `href`.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct FigureView {
    /// Id of the metric: `data-metric`.
    pub metric: String,
    /// Id of the slice: `data-slice`, `branch=shukong;period=2024-03`; the whole is `all`.
    pub slice: String,
    /// Its evidence.
    pub href: String,
    /// Title of the metric.
    pub title: String,
    /// The number as people read it, without unit: `95.0`; for a gap `—`, for what is held back the theme's words.
    pub text: String,
    /// What stands behind the number: `%`, `分钟`; empty where there is no number, and for plain counts.
    pub unit: String,
    /// Whether the unit is a word, which stands apart from its number.
    pub is_unit_word: bool,
    /// Both as one text: `95.0%`, `120 分钟`.
    pub whole: String,
    /// `value`, `gap` or `suppressed`.
    pub state: &'static str,
    /// The period in words: `2026年3月`.
    pub period: String,
    /// What it is cut to, in the order of the dimensions: `数控教工党支部`; empty for the whole.
    pub parts: Vec<String>,
    /// What is to be reached, with unit; empty for nothing.
    pub target: String,
    /// Rows that count; `None` where that is held back too.
    pub n: Option<u64>,
    /// The same as people read it; empty where it is held back.
    pub n_text: String,
    /// Whether it is a total that was put down before its rows were deleted.
    pub is_frozen: bool,
    /// Whether its period has not ended, so that the number may still change.
    pub is_running: bool,
    /// The day up to which it counts.
    pub as_of: DateView,
}

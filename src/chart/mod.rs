//! A chart's numbers and words to two drawings (wide and narrow) and the table that says the same.

/// Everything that a drawing shows, already in words. A chart asks nobody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// Title, which the figure's caption shows and the drawing's `<title>` says.
    pub title: String,
    /// What the drawing shows, for those who do not see it.
    pub description: String,
    /// Unit of the values as people read it: `%`, `分钟`; may be empty.
    pub unit: String,
    /// Categories along the axis, or rows of a matrix.
    pub categories: Vec<Category>,
    /// Series; each has one mark for each category. A matrix has a series for each column.
    pub series: Vec<Series>,
    /// A line to be reached.
    pub target: Option<Reference>,
    /// Whether all values are shares of a whole, so that the axis ends at 100 %.
    pub is_share: bool,
    /// Unique on the page, ASCII: ids inside the drawing begin with it.
    pub id: String,
}

/// One category.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// As people read it.
    pub label: String,
    /// A shorter form for narrow drawings; empty where there is none.
    pub short: String,
    /// The date of a calendar heatmap's cell: `2026-03-15`.
    pub date: Option<jiff::civil::Date>,
}

/// One series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// As people read it.
    pub label: String,
    /// One for each category.
    pub marks: Vec<Mark>,
}

/// One datum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// How far it reaches; `None` for what has no value.
    pub value: Option<f64>,
    /// As people read it: `95.0%`, `—` for a gap, the theme's word for what is held back. In a state matrix the state's mark: `✓`.
    pub text: String,
    /// Leads to its evidence, relative to the page; empty for none.
    pub href: String,
    /// Rows behind it, as people read it (`n = 726`); may be empty.
    pub note: String,
    /// Word of a state, as a class of the mark: `done`, `missing`; empty for numbers.
    pub state: &'static str,
}

/// A value to compare with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Where the line stands.
    pub value: f64,
    /// As people read it: `目标 95%`.
    pub label: String,
}

/// The kinds of drawings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the drawing of its name")]
pub enum ChartKind {
    #[default]
    Bar,
    Grouped,
    Stacked,
    Line,
    Area,
    Donut,
    Sparkline,
    Progress,
    Heatmap,
    Calendar,
    Matrix,
    Lollipop,
}

//! What boards and the pages of their holders show.

use serde::Serialize;

use super::{DateView, FigureView, Group, HonourView, LinkView};

/// All boards.
#[derive(Clone, Debug, Serialize)]
pub struct BoardsView {
    /// In the order of their declaration.
    pub boards: Vec<BoardTeaser>,
}

/// A board in the list of boards.
#[derive(Clone, Debug, Serialize)]
pub struct BoardTeaser {
    /// Title.
    pub title: String,
    /// May be empty.
    pub description: String,
    /// Its page.
    pub href: String,
    /// The period shown; empty for boards without periods, or without figures.
    pub period: String,
    /// The first rows.
    pub leaders: Vec<BoardRow>,
    /// Entries of a board that ranks nothing.
    pub n_listed: usize,
}

/// A board's page.
#[derive(Clone, Debug, Serialize)]
pub struct BoardView {
    /// May be empty.
    pub description: String,
    /// Where to object; may be empty.
    pub objection: String,
    /// The decision behind the rules; may be empty.
    pub basis: String,
    /// First and last day of the rules.
    pub effective: Option<(DateView, Option<DateView>)>,
    /// The page that says how it is counted, where it is another.
    pub method: Option<LinkView>,
    /// How points are counted.
    pub rules: Vec<RuleRow>,
    /// The grades, the best first.
    pub grades: Vec<GradeRow>,
    /// Periods by their kinds, each newest first.
    pub periods: Vec<PeriodLinks>,
    /// The ranking; `None` where there are no figures, or nothing to be ranked.
    pub table: Option<BoardTable>,
    /// Years with honours, newest first.
    pub honours: Vec<HonourYear>,
    /// Role models by kind; never a ranking.
    pub role_models: Vec<Group>,
    /// Where to go when it is empty.
    pub elsewhere: Vec<LinkView>,
}

/// A ranking.
#[derive(Clone, Debug, Serialize)]
pub struct BoardTable {
    /// The board, for its caption.
    pub title: String,
    /// The board's page.
    pub href: String,
    /// `2026年3月`.
    pub period: String,
    /// Whether the period has not ended.
    pub is_running: bool,
    /// "Today" of the build.
    pub as_of: DateView,
    /// Unit of the values: `分`.
    pub unit: String,
    /// Named rows, best first.
    pub rows: Vec<BoardRow>,
    /// Whether some row has a grade or a mark.
    pub has_notes: bool,
    /// All who are ranked.
    pub n_ranked: usize,
    /// Those of them who stand in no row.
    pub n_unnamed: usize,
    /// Those who have no figure, or one of too few persons.
    pub n_without: usize,
    /// How many lie in which band; empty where every row is named.
    pub bands: Vec<BandView>,
}

/// One row of a ranking.
#[derive(Clone, Debug, Serialize)]
pub struct BoardRow {
    /// From one; ties share it.
    pub rank: u32,
    /// The name, a code, or a branch.
    pub name: String,
    /// The page of the branch or the holder; may be empty.
    pub href: String,
    /// What explains the value, where it is not a figure; may be empty.
    pub evidence: String,
    /// `12.5`.
    pub points: String,
    /// The figure, where the row is one of a metric.
    pub figure: Option<FigureView>,
    /// In percent of the greatest value, for the bar.
    pub share: u32,
    /// `up`, `down`, `same` or `new`: a word `board.<change>`.
    pub change: &'static str,
    /// Ranks of the change.
    pub n_change: u32,
    /// The grade; may be empty.
    pub grade: String,
    /// The grade that the quota holds back; may be empty.
    pub held_back: String,
    /// Whether the holder came within the period.
    pub joined: bool,
    /// Whether the holder left within the period.
    pub left: bool,
    /// Months in which the holder was there.
    pub n_months: u8,
}

/// How many lie in a band.
#[derive(Clone, Debug, Serialize)]
pub struct BandView {
    /// A grade, or a stretch of points.
    pub title: String,
    /// How many.
    pub n: usize,
}

/// How a rule counts.
#[derive(Clone, Debug, Serialize)]
pub struct RuleRow {
    /// Anchor.
    pub id: String,
    /// Title.
    pub title: String,
    /// Category; may be empty.
    pub category: String,
    /// What people read for the relation.
    pub from: String,
    /// Condition as written; may be empty.
    pub condition: String,
    /// Points as written.
    pub points: String,
    /// What counts once; may be empty.
    pub once_per: String,
    /// The most that it gives, in words; may be empty.
    pub cap: String,
    /// The most that its category gives, in words; may be empty.
    pub category_cap: String,
}

/// A grade.
#[derive(Clone, Debug, Serialize)]
pub struct GradeRow {
    /// Name.
    pub name: String,
    /// Points that it takes.
    pub min: String,
    /// Share that may have it; may be empty.
    pub quota: String,
}

/// Links to the periods of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodLinks {
    /// `按月`.
    pub title: String,
    /// The newest, newest first.
    pub links: Vec<PeriodLink>,
    /// Those before them, newest first.
    pub older: Vec<PeriodLink>,
    /// Whether the period shown is among the older ones.
    pub is_older_current: bool,
}

/// A link to a period.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodLink {
    /// `2026年3月`.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Whether it is shown here.
    pub is_current: bool,
}

/// The honours of a year.
#[derive(Clone, Debug, Serialize)]
pub struct HonourYear {
    /// `2026年`; a word for honours without a date.
    pub title: String,
    /// Levels with honours, the highest first.
    pub levels: Vec<HonourYearLevel>,
}

/// The honours of a year and level.
#[derive(Clone, Debug, Serialize)]
pub struct HonourYearLevel {
    /// `校级`.
    pub title: String,
    /// Newest first.
    pub honours: Vec<HonourView>,
}

/// The page that explains one holder's score.
#[derive(Clone, Debug, Serialize)]
pub struct HolderView {
    /// The board.
    pub board: LinkView,
    /// The branch of a member, or the branch itself.
    pub branch: Option<LinkView>,
    /// Where to object; may be empty.
    pub objection: String,
    /// The periods, years first, each newest first.
    pub periods: Vec<HolderPeriod>,
    /// The lines of the newest year, by rule.
    pub rules: Vec<HolderRule>,
    /// `2026年`.
    pub year: String,
    /// The sum of the lines.
    pub sum: String,
    /// What the floor adds; empty where it adds nothing.
    pub floor: String,
    /// Members by whom the sum is divided; 0 where it is not.
    pub n_heads: u32,
    /// Months in which the holder was there, where the sum is raised to all months; 0 where it is not.
    pub n_months: u8,
    /// Months of the year that have begun.
    pub n_elapsed: u8,
    /// The total.
    pub total: String,
    /// "Today" of the build.
    pub as_of: DateView,
}

/// What a holder has in a period.
#[derive(Clone, Debug, Serialize)]
pub struct HolderPeriod {
    /// `2026年3月`.
    pub title: String,
    /// Points.
    pub points: String,
    /// Rank.
    pub rank: u32,
    /// Of how many.
    pub n_ranked: usize,
    /// Grade; may be empty.
    pub grade: String,
    /// The grade that the quota holds back; may be empty.
    pub held_back: String,
}

/// The lines of a rule.
#[derive(Clone, Debug, Serialize)]
pub struct HolderRule {
    /// The rule on the board's page.
    pub rule: LinkView,
    /// What counts of it.
    pub sum: String,
    /// Lines, oldest first.
    pub lines: Vec<HolderLine>,
}

/// One line of a total.
#[derive(Clone, Debug, Serialize)]
pub struct HolderLine {
    /// The day; `None` for the year as a whole.
    pub date: Option<DateView>,
    /// The ledger.
    pub ledger: String,
    /// What its row says publicly.
    pub texts: Vec<LinkView>,
    /// Points before caps.
    pub raw: String,
    /// Points that count.
    pub counted: String,
    /// `counted`, `duplicate`, `reviewed`, `rule_cap`, `category_cap`: a word `why.<why>`.
    pub why: &'static str,
}

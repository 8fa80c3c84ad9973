//! What the pages of the site's own sections show: home, months, modules, honours, disclosure, about, search.

use serde::Serialize;

use super::{Card, ChartView, ColumnView, DateView, Group, KeyFigure, LinkView, TocItem};

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Figures that the site begins with; none where it has no metrics.
    pub keys: Vec<KeyFigure>,
    /// The site's own charts.
    pub charts: Vec<ChartView>,
    /// The overview of figures; empty where it has no page.
    pub overview: String,
    /// The current month (or the newest that has something).
    pub month: Option<MonthTeaser>,
    /// Newest activities, with large pictures.
    pub activities: Vec<Card>,
    /// Newest notices.
    pub notices: Vec<Card>,
    /// Role models.
    pub role_models: Vec<Card>,
    /// Newest news.
    pub news: Vec<Card>,
    /// Resources by topic.
    pub topics: Vec<Group>,
    /// Columns and whose turn it is.
    pub columns: Vec<ColumnView>,
    /// Branches.
    pub branches: Vec<LinkView>,
    /// Ways to be heard.
    pub channels: Vec<ChannelView>,
    /// Modules.
    pub modules: Vec<LinkView>,
}

/// The month on the home page.
#[derive(Clone, Debug, Serialize)]
pub struct MonthTeaser {
    /// Year.
    pub year: i16,
    /// Month.
    pub month: i8,
    /// Its module's title; may be empty.
    pub title: String,
    /// May be empty.
    pub summary: String,
    /// Points of the month's list.
    pub focus: Vec<String>,
    /// The month's page.
    pub href: String,
    /// Its activities in order of time.
    pub timeline: Vec<Card>,
}

/// All months.
#[derive(Clone, Debug, Serialize)]
pub struct MonthsView {
    /// Years, newest first.
    pub years: Vec<YearView>,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// One year.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    /// Year.
    pub year: i16,
    /// Its page.
    pub href: String,
    /// Months, newest first.
    pub months: Vec<MonthItem>,
}

/// One month in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MonthItem {
    /// Year.
    pub year: i16,
    /// Month.
    pub month: i8,
    /// Its module's title; may be empty.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Activities.
    pub n_activities: usize,
    /// Everything.
    pub n: usize,
}

/// A month's page.
#[derive(Clone, Debug, Serialize)]
pub struct MonthView {
    /// Year.
    pub year: i16,
    /// Month.
    pub month: i8,
    /// Its module's title; may be empty.
    pub title: String,
    /// May be empty.
    pub summary: String,
    /// Points of the month's list.
    pub focus: Vec<String>,
    /// Activities in order of time.
    pub timeline: Vec<Card>,
    /// Everything else by kind.
    pub groups: Vec<Group>,
    /// Figures of the month.
    pub keys: Vec<KeyFigure>,
    /// The site's own charts.
    pub charts: Vec<ChartView>,
    /// The month before that has something.
    pub previous: Option<LinkView>,
    /// The month behind that has something.
    pub next: Option<LinkView>,
    /// Where to go when it is empty.
    pub elsewhere: Vec<LinkView>,
}

/// A module's page.
#[derive(Clone, Debug, Serialize)]
pub struct ModuleView {
    /// May be empty.
    pub summary: String,
    /// Its entries by topic, column or kind.
    pub groups: Vec<Group>,
    /// Where to go when it is empty.
    pub elsewhere: Vec<LinkView>,
}

/// The role-model wall.
#[derive(Clone, Debug, Serialize)]
pub struct WallView {
    /// By kind; never a ranking: in order of date within a kind.
    pub groups: Vec<Group>,
    /// Where to go when it is empty.
    pub elsewhere: Vec<LinkView>,
}

/// Honours by level.
#[derive(Clone, Debug, Serialize)]
pub struct HonoursView {
    /// Levels in order, the highest first.
    pub levels: Vec<HonourLevel>,
    /// How many in all.
    pub n_total: usize,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// Honours of one level.
#[derive(Clone, Debug, Serialize)]
pub struct HonourLevel {
    /// In the site's words: 校级.
    pub title: String,
    /// Newest first.
    pub honours: Vec<HonourView>,
}

/// One honour.
#[derive(Clone, Debug, Serialize)]
pub struct HonourView {
    /// Id, which is its anchor on the page.
    pub id: String,
    /// Title.
    pub title: String,
    /// In the site's words.
    pub level: String,
    /// Who holds it; empty for persons, whose names need consent.
    pub holder: String,
    /// When.
    pub date: Option<DateView>,
    /// Who gave it.
    pub issuer: String,
    /// Document number.
    pub document: String,
    /// Where it stands on the honours page.
    pub href: String,
}

/// What the party organisation makes public.
#[derive(Clone, Debug, Serialize)]
pub struct DisclosureView {
    /// Ways to be heard.
    pub channels: Vec<ChannelView>,
    /// Opinions with public answers.
    pub opinions: Vec<OpinionView>,
    /// Budgets, newest year first.
    pub budgets: Vec<BudgetYear>,
    /// Partners.
    pub partners: Vec<PartnerView>,
    /// Results.
    pub outcomes: Vec<OutcomeView>,
    /// Newest notices.
    pub notices: Vec<Card>,
    /// Where to go when there is nothing.
    pub elsewhere: Vec<LinkView>,
}

/// A way to be heard.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelView {
    /// In the site's words: 意见箱.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Where; empty for a letter box.
    pub href: String,
    /// Whether `href` leads to another site.
    pub is_external: bool,
}

/// An opinion and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct OpinionView {
    /// In the site's words.
    pub topic: String,
    /// Received.
    pub received_on: Option<DateView>,
    /// Answered.
    pub answered_on: Option<DateView>,
    /// Days between.
    pub n_days: Option<i32>,
    /// The public answer.
    pub answer: String,
}

/// A year's budget.
#[derive(Clone, Debug, Serialize)]
pub struct BudgetYear {
    /// Year.
    pub year: String,
    /// Lines.
    pub lines: Vec<BudgetLine>,
}

/// A line of a budget; amounts as written in the table.
#[derive(Clone, Debug, Serialize)]
pub struct BudgetLine {
    /// What for.
    pub item: String,
    /// Planned.
    pub planned: String,
    /// Used; empty if not known yet.
    pub used: String,
    /// Unit and remarks.
    pub note: String,
}

/// A partner.
#[derive(Clone, Debug, Serialize)]
pub struct PartnerView {
    /// Name.
    pub name: String,
    /// In the site's words.
    pub kind: String,
    /// Since.
    pub since: String,
}

/// A result.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeView {
    /// In the site's words: 论文.
    pub kind: String,
    /// Title.
    pub title: String,
    /// When.
    pub date: Option<DateView>,
    /// Name of the branch; may be empty.
    pub branch: String,
    /// Where; may be empty.
    pub href: String,
    /// Whether `href` leads to another site.
    pub is_external: bool,
}

/// About the site.
#[derive(Clone, Debug, Serialize)]
pub struct AboutView {
    /// Headings of the text.
    pub toc: Vec<TocItem>,
    /// Pages of the site.
    pub pages: Vec<LinkView>,
    /// Version of the tool.
    pub version: &'static str,
    /// How many entries each section has.
    pub sections: Vec<SectionCount>,
}

/// A section with its number of entries.
#[derive(Clone, Debug, Serialize)]
pub struct SectionCount {
    /// Word `section.<word>`.
    pub word: &'static str,
    /// Where it is.
    pub href: String,
    /// Entries.
    pub n: usize,
    /// Its newest date.
    pub newest: Option<DateView>,
}

/// The page that searches the site, as readers without scripts have it.
#[derive(Clone, Debug, Serialize)]
pub struct SearchPageView {
    /// Sections.
    pub sections: Vec<LinkView>,
    /// Topics.
    pub topics: Vec<LinkView>,
    /// Newest entries.
    pub newest: Vec<Card>,
}

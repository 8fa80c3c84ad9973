//! What lists show: cards, groups, pagers, terms, questions, columns.

use serde::Serialize;

use super::{DateView, ImageView, LinkView, ThumbView};

/// An entry as it stands in lists.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Where it leads.
    pub href: String,
    /// Title.
    pub title: String,
    /// Folder of its kind: `activities`; the theme has the word `kind.<kind>`.
    pub kind: &'static str,
    /// The kind's own classification in the site's words: 主题党日, 视频, 教学先锋.
    pub badge: Option<String>,
    /// Its day.
    pub date: Option<DateView>,
    /// May be empty.
    pub summary: String,
    /// Small picture.
    pub thumb: Option<ThumbView>,
    /// Large picture, only where cards are large (home page).
    pub image: Option<ImageView>,
    /// First character of a role model's name, where there is no portrait.
    pub initial: Option<String>,
    /// Names of branches.
    pub branches: Vec<String>,
    /// `online`, `onsite`, `hybrid`; the theme has the word `mode.<mode>`.
    pub mode: Option<&'static str>,
    /// What must be seen at once: `planned`, `cancelled`, `replaced`, `repealed`, `open`, `closed`, `withdrawn`; words `mark.<mark>`.
    pub marks: Vec<&'static str>,
    /// Where the period of a 公示 stands, while it is open.
    pub clock: Option<ClockView>,
    /// The moment at which the card is to be gone, in UTC.
    pub until: Option<String>,
    /// The moment at which its summary is to be gone, in UTC.
    pub summary_until: Option<String>,
    /// Time it takes.
    pub minutes: Option<u32>,
    /// Why it is shown as related: the word `reason.<reason>` with `reason_value` in it.
    pub reason: Option<&'static str>,
    /// The tag, topic or branch of the reason.
    pub reason_value: String,
}

/// How far an open period is: the word `notice.clock`.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
pub struct ClockView {
    /// Which working day today is; 0 on the day of posting.
    pub day: usize,
    /// Of how many.
    pub of: u32,
}

/// Cards under a title.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Title in the site's words.
    pub title: String,
    /// Where all of them are; may be empty.
    pub href: String,
    /// How many there are in all, of which `cards` may show the first.
    pub n_total: usize,
    /// The cards.
    pub cards: Vec<Card>,
}

/// A list of entries, in pages.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Folder of the kind, or `topics`, `tags`, …
    pub kind: &'static str,
    /// How many there are in all.
    pub n_total: usize,
    /// Ways to narrow the list: links to terms.
    pub filters: Vec<TermView>,
    /// The entries of this page.
    pub cards: Vec<Card>,
    /// Pages; `None` if there is one only.
    pub pager: Option<PagerView>,
    /// Where to go from an empty list.
    pub elsewhere: Vec<LinkView>,
}

/// The pages of a list.
#[derive(Clone, Debug, Serialize)]
pub struct PagerView {
    /// This one, from one.
    pub current: usize,
    /// How many.
    pub n_pages: usize,
    /// The one before.
    pub previous: Option<String>,
    /// The one behind.
    pub next: Option<String>,
    /// Some of them, with gaps.
    pub pages: Vec<PagerItem>,
}

/// One page in a pager.
#[derive(Clone, Debug, Serialize)]
pub struct PagerItem {
    /// From one.
    pub number: usize,
    /// Where it is.
    pub href: String,
    /// Whether it is this one.
    pub is_current: bool,
    /// Whether pages are left out before it.
    pub has_gap_before: bool,
}

/// All terms of a kind: topics, audiences, tags, branches, modules.
#[derive(Clone, Debug, Serialize)]
pub struct TermsView {
    /// `topics`, `audiences`, `tags`, `branches`, `modules`.
    pub kind: &'static str,
    /// The terms.
    pub terms: Vec<TermView>,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// One term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// In the site's words.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How many entries it has.
    pub n: usize,
    /// May be empty.
    pub summary: String,
    /// A badge (the type of a branch); may be empty.
    pub badge: String,
}

/// Questions and answers.
#[derive(Clone, Debug, Serialize)]
pub struct FaqsView {
    /// Newest first.
    pub questions: Vec<FaqItem>,
    /// Pages.
    pub pager: Option<PagerView>,
    /// How many in all.
    pub n_total: usize,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// One question in a list.
#[derive(Clone, Debug, Serialize)]
pub struct FaqItem {
    /// The question.
    pub title: String,
    /// Its page.
    pub href: String,
    /// The answer, shortened.
    pub answer: String,
    /// Asked.
    pub asked_on: DateView,
    /// Answered.
    pub answered_on: Option<DateView>,
    /// Days between.
    pub n_days: Option<i32>,
}

/// All columns.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnsView {
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// Where to go when there is none.
    pub elsewhere: Vec<LinkView>,
}

/// One column in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    /// Title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// May be empty.
    pub summary: String,
    /// Articles.
    pub n: usize,
    /// The newest.
    pub newest: Option<Card>,
    /// Whose turn it is this month: name of a branch.
    pub turn: Option<String>,
}

/// A column's page.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnPageView {
    /// May be empty.
    pub summary: String,
    /// Days within which an article is due.
    pub cadence_days: Option<u32>,
    /// Until when it is fresh.
    pub due: Option<super::FreshView>,
    /// The rota, newest first, at most twelve turns.
    pub rota: Vec<TurnView>,
    /// Articles.
    pub list: ListView,
}

/// One turn of a rota.
#[derive(Clone, Debug, Serialize)]
pub struct TurnView {
    /// Year.
    pub year: i16,
    /// Month.
    pub month: i8,
    /// Name of the branch.
    pub branch: String,
    /// Word `turn.<state>`: done, missed, due, ahead.
    pub state: &'static str,
}

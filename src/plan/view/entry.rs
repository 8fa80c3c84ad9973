//! What the page of an entry shows: its common part, and what each kind adds.

use serde::Serialize;

use super::{Card, ChartView, ClockView, DateView, FigureTable, Group, HonourView, ImageView, LinkView};

/// The page of an entry.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Folder of the kind: `activities`.
    pub kind: &'static str,
    /// As on cards.
    pub badge: Option<String>,
    /// Where its classification has a page of its own (topic, column).
    pub badge_href: Option<String>,
    /// Its day.
    pub date: Option<DateView>,
    /// May be empty.
    pub summary: String,
    /// Picture at the top.
    pub cover: Option<ImageView>,
    /// As on cards.
    pub marks: Vec<&'static str>,
    /// Headings, when there are at least three.
    pub toc: Vec<TocItem>,
    /// Pages of its branches.
    pub branches: Vec<LinkView>,
    /// Pages of its tags.
    pub tags: Vec<LinkView>,
    /// Pages of the modules it belongs to.
    pub modules: Vec<LinkView>,
    /// The page of its month.
    pub month: Option<LinkView>,
    /// Files.
    pub attachments: Vec<FileView>,
    /// The review chain.
    pub review: Vec<ReviewView>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The older neighbour.
    pub previous: Option<LinkView>,
    /// The newer neighbour.
    pub next: Option<LinkView>,
    /// Related entries, each with its reason.
    pub related: Vec<Card>,
    /// The moment at which the page is to be gone, in UTC: `2024-10-10T16:00:00Z`. Devices hide what a build has not taken away.
    pub until: Option<String>,
    /// Likewise of the summary alone.
    pub summary_until: Option<String>,
    /// Likewise of the text alone.
    pub text_until: Option<String>,
    /// Likewise of the cover and the attachments alone.
    pub files_until: Option<String>,
    /// What the kind adds.
    pub detail: DetailView,
}

/// What the kinds add to an entry's page; templates read it as `page.content.detail`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant holds the view of its name")]
pub enum DetailView {
    Activity(Box<ActivityView>),
    RoleModel(Box<RoleModelView>),
    Resource(Box<ResourceView>),
    Path(PathView),
    Quiz(QuizView),
    Notice(Box<NoticeView>),
    Branch(Box<BranchView>),
    Faq(FaqView),
    Column { column: LinkView },
    None {},
}

/// A heading in the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct TocItem {
    /// 1 for the top-most.
    pub depth: u8,
    /// Text.
    pub title: String,
    /// Id.
    pub id: String,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct FileView {
    /// Title.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// Ending in upper case: `CSV`.
    pub format: String,
    /// Size for people: `12 KB`.
    pub size: String,
}

/// A step of the review chain.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewView {
    /// Word `review.<step>`.
    pub step: &'static str,
    /// Post.
    pub by: String,
    /// When.
    pub on: Option<DateView>,
}

/// What an activity's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct ActivityView {
    /// Kinds it also counts as.
    pub also: Vec<String>,
    /// Beginning, with its time where one was given.
    pub start: DateView,
    /// End; the same day shows only its time.
    pub end: Option<DateView>,
    /// Whether `end` is on the day of `start`.
    pub ends_same_day: bool,
    /// Word `mode.<mode>`.
    pub mode: &'static str,
    /// Word `status.<status>`: planned, held, cancelled.
    pub status: &'static str,
    /// Where.
    pub place: Option<String>,
    /// What for.
    pub purpose: Option<String>,
    /// Items.
    pub agenda: Vec<String>,
    /// A post.
    pub host: Option<String>,
    /// Persons.
    pub expected: Option<u32>,
    /// Persons.
    pub present: Option<u32>,
    /// The other half.
    pub pair: Option<LinkView>,
    /// Word `mode.<mode>` of the other half.
    pub pair_mode: Option<&'static str>,
    /// Until its day is over.
    pub meeting_url: Option<String>,
    /// Answers.
    pub feedback_n: Option<u32>,
    /// Mean, as written: `4.6`.
    pub feedback_mean: Option<String>,
    /// Best mark.
    pub feedback_max: Option<u32>,
    /// What was improved.
    pub improvement: Option<String>,
    /// Photos.
    pub album: Vec<ImageView>,
    /// `2024-03`.
    pub for_period: Option<String>,
}

/// What a role model's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct RoleModelView {
    /// Name.
    pub name: String,
    /// First character of the name.
    pub initial: String,
    /// Period.
    pub term: Option<String>,
    /// One sentence.
    pub quote: Option<String>,
    /// Portrait.
    pub portrait: Option<ImageView>,
    /// Honours.
    pub honours: Vec<HonourView>,
    /// Proofs.
    pub evidence: Vec<LinkView>,
}

/// What a resource's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct ResourceView {
    /// The page of its topic.
    pub topic: LinkView,
    /// Time it takes.
    pub minutes: Option<u32>,
    /// In the site's words.
    pub level: Option<String>,
    /// Pages of its audiences.
    pub audience: Vec<LinkView>,
    /// Where the original is.
    pub source_url: Option<String>,
    /// Terms.
    pub licence: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Number.
    pub doc_number: Option<String>,
    /// When.
    pub issued_on: Option<DateView>,
    /// Word `doc_status.<status>`: in_force, replaced, repealed.
    pub status: Option<&'static str>,
    /// What took its place.
    pub replaced_by: Option<LinkView>,
    /// The file itself.
    pub media: Option<FileView>,
    /// Whether `media` plays as `video` or `audio`.
    pub plays: Option<&'static str>,
    /// Still picture.
    pub poster: Option<ImageView>,
    /// WebVTT.
    pub captions: Option<String>,
    /// What is said.
    pub transcript: Option<FileView>,
    /// Paths that hold it.
    pub paths: Vec<LinkView>,
}

/// What a learning path's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct PathView {
    /// Sum of the items' minutes.
    pub minutes: u32,
    /// Audiences.
    pub audience: Vec<LinkView>,
    /// Items in order.
    pub items: Vec<Card>,
}

/// What a quiz' page adds.
#[derive(Clone, Debug, Serialize)]
pub struct QuizView {
    /// Questions.
    pub questions: Vec<QuestionView>,
}

/// One question.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionView {
    /// From one.
    pub number: usize,
    /// What is asked.
    pub stem: String,
    /// Word `question.<kind>`: single, multiple, true_false.
    pub kind: &'static str,
    /// Options; for true_false two with empty text, whose words are `answer.true` and `answer.false`.
    pub options: Vec<OptionView>,
    /// Letters of the right ones: `AC`; for true_false `true` or `false`.
    pub answer: String,
    /// Why.
    pub explanation: Option<String>,
    /// Where it is written.
    pub source: Option<String>,
}

/// One option.
#[derive(Clone, Debug, Serialize)]
pub struct OptionView {
    /// `A`; for true_false `true` or `false`.
    pub letter: String,
    /// Text; empty for true_false.
    pub text: String,
    /// Whether it is right.
    pub is_right: bool,
}

/// What a notice's page adds; all but `is_public_notice` only for 公示.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeView {
    /// Whether it is a 公示.
    pub is_public_notice: bool,
    /// What about.
    pub matter: String,
    /// Whom about; when the period is over, what is left of their names.
    pub objects: Vec<String>,
    /// Word `names.<names>`: `full`, `reduced`, `removed` or `withdrawn`.
    pub names: &'static str,
    /// The moment at which names are to be gone, in UTC.
    pub names_until: Option<String>,
    /// The day it was taken back.
    pub withdrawn_on: Option<DateView>,
    /// Why.
    pub withdrawn_reason: Option<String>,
    /// Where the period stands.
    pub clock: Option<ClockView>,
    /// The last day on which people may object.
    pub closes_on: Option<DateView>,
    /// Working days.
    pub period_days: u32,
    /// The day it was put up.
    pub posted_on: Option<DateView>,
    /// Who takes objections.
    pub accepting_unit: String,
    /// How to reach it.
    pub channel: String,
    /// The rule.
    pub basis: String,
    /// How it ended.
    pub outcome: Option<String>,
}

/// What a branch's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct BranchView {
    /// In the site's words: 教工党支部.
    pub type_label: Option<String>,
    /// Founded.
    pub founded_on: Option<DateView>,
    /// End of the committee's term.
    pub term_end: Option<DateView>,
    /// The branch above.
    pub parent: Option<LinkView>,
    /// A post.
    pub secretary: Option<String>,
    /// Brand.
    pub brand: Option<BrandView>,
    /// Its newest activities, role models, news, …
    pub groups: Vec<Group>,
    /// The site's own charts of it.
    pub charts: Vec<ChartView>,
    /// Its figures; `None` where no metric is cut by branches.
    pub figures: Option<FigureTable>,
    /// Its honours.
    pub honours: Vec<HonourView>,
    /// Its duties.
    pub duties: Option<super::BranchDutiesView>,
}

/// A brand.
#[derive(Clone, Debug, Serialize)]
pub struct BrandView {
    /// Name.
    pub name: String,
    /// Slogan.
    pub slogan: Option<String>,
    /// Goals.
    pub goals: Vec<String>,
    /// Since when.
    pub years: Option<String>,
}

/// What a question's page adds.
#[derive(Clone, Debug, Serialize)]
pub struct FaqView {
    /// Plain answer, before the text.
    pub answer: Option<String>,
    /// Asked.
    pub asked_on: DateView,
    /// Answered.
    pub answered_on: Option<DateView>,
    /// Days between.
    pub n_days: Option<i32>,
}

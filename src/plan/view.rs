//! What a template gets: everything one page shows, by value, with every address already relative to the page.
//!
//! Templates neither compute nor look anything up, so whatever they need is a field here. `href` is ready to be written;
//! `path` (only in what all pages share) is from the site's root and needs the page's `root` before it.

use std::sync::Arc;

use serde::Serialize;

use super::OutPath;
use crate::read::markdown::Body;

/// One page.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// Name of the template: `activity.html`.
    pub template: &'static str,
    /// The file.
    pub path: OutPath,
    /// From the page's folder to the site's root: `../../`, or nothing. For `404.html` the full address of the site.
    pub root: String,
    /// The `h1`, and the beginning of the window's title.
    pub title: String,
    /// For search engines and sharing; may be empty.
    pub description: String,
    /// Section of the navigation that the page belongs to: `activities`; `home` for the home page.
    pub section: &'static str,
    /// The page's full address, where the site has one.
    pub canonical: Option<String>,
    /// Full address of a picture for sharing.
    pub share_image: Option<String>,
    /// The way from the home page to here, without the page itself.
    pub crumbs: Vec<LinkView>,
    /// JSON-LD, safe inside a `script` element.
    pub json_ld: Option<String>,
    /// When the page's own text was last changed.
    pub updated: Option<DateView>,
    /// The text, which `render` turns into `body` of the template.
    #[serde(skip)]
    pub prose: Option<ProseView>,
    /// What this kind of page shows.
    pub content: Content,
}

/// What the kinds of pages show; templates read it as `page.content`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant holds the view of its name")]
pub enum Content {
    Home(Box<HomeView>),
    Entry(Box<EntryView>),
    List(ListView),
    Terms(TermsView),
    Months(MonthsView),
    Month(Box<MonthView>),
    Module(ModuleView),
    Wall(WallView),
    Faqs(FaqsView),
    Columns(ColumnsView),
    Column(Box<ColumnPageView>),
    Honours(HonoursView),
    Disclosure(Box<DisclosureView>),
    About(AboutView),
    Redirect { href: String },
    NotFound { sections: Vec<LinkView> },
}

/// What all pages share; its paths are from the root.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Title.
    pub title: String,
    /// The organisation.
    pub org: String,
    /// One line; may be empty.
    pub tagline: String,
    /// `zh-CN`.
    pub language: String,
    /// Areas of the navigation.
    pub nav: Vec<NavView>,
    /// Picture beside the title: a path.
    pub emblem: Option<EmblemView>,
    /// The style sheet: a path.
    pub style: String,
    /// Scripts: paths.
    pub scripts: Vec<String>,
    /// Icon of the window: a path.
    pub icon: String,
    /// 备案号.
    pub icp: Option<String>,
    /// 公安备案.
    pub police_filing: Option<String>,
    /// 主办单位.
    pub sponsor: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Whether pages are drawn grey today.
    pub is_grey: bool,
    /// Whether `feed.xml` and `feed.json` exist.
    pub has_feeds: bool,
    /// Whether `calendar.ics` exists.
    pub has_calendar: bool,
    /// "Today" of the build.
    pub as_of: DateView,
}

/// One area of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavView {
    /// Title; `None` for a default area, whose title is the word `area.<name>`.
    pub title: Option<String>,
    /// Name of a default area: `affairs`.
    pub name: String,
    /// Its items.
    pub items: Vec<NavItemView>,
}

/// One item of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItemView {
    /// Title; `None` for a section, whose title is the word `section.<section>`.
    pub title: Option<String>,
    /// Name of the section, or empty.
    pub section: String,
    /// From the root; for another site the whole address.
    pub path: String,
    /// Whether it leads to another site.
    pub is_external: bool,
}

/// The site's mark.
#[derive(Clone, Debug, Serialize)]
pub struct EmblemView {
    /// From the root.
    pub path: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A link.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct LinkView {
    /// What it says. Empty for sections, whose title is the word `section.<word>`.
    pub title: String,
    /// Name of the section, or empty.
    pub word: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether to another site.
    pub is_external: bool,
}

/// A date, in parts for the words of the theme.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct DateView {
    /// `2026-03-15`, or `2026-03-15T14:30` with a time.
    pub iso: String,
    /// Year.
    pub year: i16,
    /// Month, from one.
    pub month: i8,
    /// Day, from one.
    pub day: i8,
    /// `14:30`.
    pub time: Option<String>,
}

/// A picture in its sizes.
#[derive(Clone, Debug, Serialize)]
pub struct ImageView {
    /// WebP in all widths, for `srcset`: `a 480w, b 960w`.
    pub webp: String,
    /// JPEG or PNG for engines without WebP.
    pub src: String,
    /// Pixels of the largest, for `width`.
    pub width: u32,
    /// Pixels of the largest, for `height`.
    pub height: u32,
    /// Alternative text.
    pub alt: String,
    /// May be empty.
    pub caption: String,
    /// The largest size, to open alone.
    pub full: String,
    /// Whether it is written as it stands (SVG): then `webp` is empty.
    pub is_vector: bool,
}

/// A small square picture for lists.
#[derive(Clone, Debug, Serialize)]
pub struct ThumbView {
    /// WebP.
    pub webp: String,
    /// JPEG or PNG.
    pub src: String,
    /// Pixels per side.
    pub side: u32,
}

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
    /// What must be seen at once: `planned`, `cancelled`, `replaced`, `repealed`, `open`; words `mark.<mark>`.
    pub marks: Vec<&'static str>,
    /// Where the period of a 公示 stands, while it is open.
    pub clock: Option<ClockView>,
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
    /// Title in the site's words; empty where `word` says it.
    pub title: String,
    /// Section whose word `section.<word>` is the title, or empty.
    pub word: &'static str,
    /// Where all of them are; may be empty.
    pub href: String,
    /// How many there are in all, of which `cards` may show the first.
    pub n_total: usize,
    /// The cards.
    pub cards: Vec<Card>,
}

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
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
    /// The other half, with its mode in `word`.
    pub pair: Option<LinkView>,
    /// Word `mode.<mode>` of the other half.
    pub pair_mode: Option<&'static str>,
    /// Only while planned.
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
    /// Word `names.<names>`: `full`, `reduced` or `removed`.
    pub names: &'static str,
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
    /// Its honours.
    pub honours: Vec<HonourView>,
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

/// A text whose holes are known.
#[derive(Clone, Debug)]
pub struct ProseView {
    /// HTML with holes.
    pub body: Arc<Body>,
    /// One for each link.
    pub links: Vec<Option<TargetView>>,
    /// One for each image.
    pub images: Vec<Option<ImageView>>,
    /// One for each block.
    pub blocks: Vec<Option<BlockView>>,
}

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetView {
    /// Ready to be written.
    pub href: String,
    /// Whether to another site.
    pub is_external: bool,
    /// Whether to a file that the reader saves.
    pub is_download: bool,
}

/// A block of a text.
#[derive(Clone, Debug)]
pub enum BlockView {
    /// Pictures side by side.
    Gallery(Vec<ImageView>),
    /// A video or audio file.
    Video(Box<VideoView>),
}

/// A video or audio file.
#[derive(Clone, Debug, Serialize)]
pub struct VideoView {
    /// The file.
    pub file: FileView,
    /// Whether it plays as `video` or `audio`.
    pub plays: &'static str,
    /// Title.
    pub title: String,
    /// Still picture.
    pub poster: Option<ImageView>,
    /// WebVTT.
    pub captions: Option<String>,
    /// Length.
    pub minutes: Option<u32>,
}

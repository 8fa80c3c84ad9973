//! What a checked piece of content is: its common part, and what its kind adds.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use super::notice::Notice;
use super::requests::{BoardRequest, ChartRequest, FigureLink, TableRequest};
use crate::diag::{FileId, Span};
use crate::read::Prose;

/// Position of an entry in [`super::Model::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryIdx(pub u32);

/// The kinds of content; each has its own folder below `content/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Something that took or will take place.
    Activity,
    /// A person or team to learn from.
    RoleModel,
    /// Something to read, watch or do.
    Resource,
    /// Resources and quizzes in a recommended order.
    Path,
    /// Questions with answers.
    Quiz,
    /// An announcement or a 公示.
    Notice,
    /// A piece of news.
    News,
    /// The text about a branch.
    Branch,
    /// An article of a column.
    Column,
    /// A question that was asked, with its answer.
    Faq,
    /// Any other page.
    Page,
}

/// An old address of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// Below the root, without slashes around it.
    pub path: String,
    /// Where the front matter names it.
    pub span: Span,
}

/// A checked piece of content that is to be published.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Unique in its kind: the file's stem, or the folder's name for `index.md`.
    pub id: Arc<str>,
    /// The file it was read from.
    pub file: FileId,
    /// Address below the output's root without ending: `activities/2026/theme-day`.
    pub address: Arc<str>,
    /// The title.
    pub title: String,
    /// The day that it is about. Only pages and branches may have none.
    pub date: Option<Date>,
    /// When the text was last changed, as its author says.
    pub updated: Option<Date>,
    /// One or two sentences; from the text where the author gave none; may be empty.
    pub summary: String,
    /// Free words.
    pub tags: Vec<String>,
    /// Ids of branches.
    pub branches: Vec<Arc<str>>,
    /// Picture for lists and sharing.
    pub cover: Option<ImageUse>,
    /// Old addresses below the root, which lead here.
    pub aliases: Vec<Alias>,
    /// The last day on which it is shown.
    pub expires_at: Option<Date>,
    /// When the text is to be looked at again.
    pub review_by: Option<Date>,
    /// Who looks after it: a post.
    pub owner: Option<String>,
    /// Who reviewed it.
    pub review: Vec<ReviewStep>,
    /// Files to download.
    pub attachments: Vec<Attachment>,
    /// The text.
    pub prose: Prose,
    /// What each of the text's links leads to, as many as `prose.body.links`.
    pub links: Vec<LinkTarget>,
    /// The picture of each image of the text, as many as `prose.body.images`; `None` is broken, and that has been said.
    pub images: Vec<Option<ImageUse>>,
    /// The content of each block of the text, as many as `prose.body.blocks`; `None` is broken.
    pub blocks: Vec<Option<BlockContent>>,
    /// The figures in its sentences, as many as `prose.body.figures`; `None` is broken, and that has been said.
    pub figures: Vec<Option<FigureLink>>,
    /// What its kind adds.
    pub detail: Detail,
}

/// What the kinds add.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant holds the type of its name")]
pub enum Detail {
    Activity(Box<Activity>),
    RoleModel(Box<RoleModel>),
    Resource(Box<Resource>),
    Path(Box<LearningPath>),
    Quiz(Box<Quiz>),
    Notice(Box<Notice>),
    News,
    Branch(Box<BranchPage>),
    /// The id of the column.
    Column(Arc<str>),
    Faq(Box<Faq>),
    Page,
}

/// A picture as it is used in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageUse {
    /// The picture's file.
    pub file: FileId,
    /// What it shows, for those who do not see it. Never empty, but for portraits beside a name.
    pub alt: String,
    /// Shown below it; may be empty.
    pub caption: String,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file.
    pub file: FileId,
    /// Its title; the file's name where none was given.
    pub title: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another entry, perhaps at one of its headings.
    Entry(EntryIdx, Option<String>),
    /// A heading of the same entry.
    Here(String),
    /// A file that is copied to the output.
    File(FileId),
    /// Another site, as written.
    External(String),
    /// `mailto:` or `tel:`.
    Contact(String),
    /// Nowhere: broken (which has been said), or an entry that is not published now. Shown as plain text.
    Nowhere,
}

/// A step of the review chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewStep {
    /// `first`, `second` or `final`.
    pub step: &'static str,
    /// The post that did it.
    pub by: String,
    /// When.
    pub on: Option<Date>,
}

/// The content of a fenced block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockContent {
    /// Pictures side by side.
    Gallery(Vec<ImageUse>),
    /// A video or audio file of the site.
    Video(Box<Video>),
    /// A drawing of figures.
    Chart(Box<ChartRequest>),
    /// The first of a board.
    Board(Box<BoardRequest>),
    /// Figures in rows and columns.
    Table(Box<TableRequest>),
}

/// A video with what it takes to follow it without sound or picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// The media file.
    pub file: FileId,
    /// Title.
    pub title: String,
    /// Still picture.
    pub poster: Option<ImageUse>,
    /// WebVTT captions.
    pub captions: Option<FileId>,
    /// Length.
    pub minutes: Option<u32>,
}

/// How people took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By network.
    Online,
    /// In a room.
    Onsite,
    /// Both.
    Hybrid,
}

/// Where an activity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityStatus {
    /// To come.
    Planned,
    /// It took place.
    Held,
    /// It will not take place.
    Cancelled,
}

/// What an activity adds.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Word of the vocabulary `activity_kind`.
    pub kind: String,
    /// When it began, local time.
    pub start: DateTime,
    /// Whether `start` was given with a time of day.
    pub has_time: bool,
    /// When it ended.
    pub end: Option<DateTime>,
    /// How people took part.
    pub mode: Mode,
    /// Where.
    pub place: Option<String>,
    /// Planned, held or cancelled.
    pub status: ActivityStatus,
    /// What for.
    pub purpose: Option<String>,
    /// Items in order.
    pub agenda: Vec<String>,
    /// A post, not a person.
    pub host: Option<String>,
    /// Persons who were to come.
    pub expected: Option<u32>,
    /// Persons who came.
    pub present: Option<u32>,
    /// The other half of an online and onsite pair.
    pub pair: Option<EntryIdx>,
    /// Where to join; until the day itself is over.
    pub meeting_url: Option<String>,
    /// The last day on which it is told where to join, past or not.
    pub meeting_until: Option<Date>,
    /// What participants said.
    pub feedback: Option<Feedback>,
    /// What was improved after it.
    pub improvement: Option<String>,
    /// Photos.
    pub album: Vec<ImageUse>,
    /// Further kinds that it serves.
    pub also_counts_as: Vec<String>,
    /// The period whose duty it fulfils, when held outside of it: `2024-03`.
    pub for_period: Option<String>,
}

/// Answers of participants, summed.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// Answers.
    pub n: u32,
    /// Mean mark.
    pub mean: f64,
    /// Best mark.
    pub scale_max: u32,
}

/// What a role model adds.
#[derive(Clone, Debug)]
pub struct RoleModel {
    /// Name of the person or team.
    pub name: String,
    /// Word of the vocabulary `role_model_kind`.
    pub kind: String,
    /// Branch id.
    pub branch: Arc<str>,
    /// Period of the title: `2025`.
    pub term: Option<String>,
    /// Ids of the honours table.
    pub honours: Vec<String>,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// One honest sentence.
    pub quote: Option<String>,
    /// Portrait.
    pub portrait: Option<ImageUse>,
    /// Id in the consent register.
    pub consent: String,
}

/// A proof: a title with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub target: LinkTarget,
}

/// Whether a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentStatus {
    /// It holds.
    InForce,
    /// Another took its place.
    Replaced,
    /// It holds no more.
    Repealed,
}

/// What a learning resource adds.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Word of the vocabulary `resource_type`.
    pub kind: String,
    /// Word of the vocabulary `topic`.
    pub topic: String,
    /// Time it takes.
    pub minutes: Option<u32>,
    /// Word of the vocabulary `resource_level`.
    pub level: Option<String>,
    /// Words of the vocabulary `audience`.
    pub audience: Vec<String>,
    /// Where the original is.
    pub source_url: Option<String>,
    /// On what terms it is used.
    pub licence: Option<String>,
    /// For documents: who issued it.
    pub issuer: Option<String>,
    /// For documents: its number.
    pub doc_number: Option<String>,
    /// For documents: when.
    pub issued_on: Option<Date>,
    /// For documents: whether it holds.
    pub status: Option<DocumentStatus>,
    /// What took its place.
    pub replaced_by: Option<EntryIdx>,
    /// For media: still picture.
    pub poster: Option<ImageUse>,
    /// For media: WebVTT captions.
    pub captions: Option<FileId>,
    /// For media: what is said, as a file.
    pub transcript: Option<FileId>,
    /// The media or document file itself.
    pub media: Option<FileId>,
}

/// What a learning path adds.
#[derive(Clone, Debug)]
pub struct LearningPath {
    /// Resources and quizzes, in order.
    pub items: Vec<EntryIdx>,
    /// Words of the vocabulary `audience`.
    pub audience: Vec<String>,
}

/// What a quiz adds.
#[derive(Clone, Debug)]
pub struct Quiz {
    /// Questions, in order.
    pub questions: Vec<Question>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One option is right.
    Single,
    /// Some options are right.
    Multiple,
    /// Yes or no.
    TrueFalse,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub stem: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The options; for `TrueFalse` none.
    pub options: Vec<String>,
    /// Positions of the right options; for `TrueFalse` 0 is true and 1 is false.
    pub answer: Vec<usize>,
    /// Why.
    pub explanation: Option<String>,
    /// Where it is written.
    pub source: Option<String>,
}

/// What the text about a branch adds; the register is the table `branches`.
#[derive(Clone, Debug)]
pub struct BranchPage {
    /// The post that speaks for it.
    pub secretary: Option<String>,
    /// Its brand.
    pub brand: Option<Brand>,
}

/// A brand of a branch's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Name.
    pub name: String,
    /// Slogan.
    pub slogan: Option<String>,
    /// Goals.
    pub goals: Vec<String>,
    /// Since when, as text: `2022—2026`.
    pub years: Option<String>,
}

/// What a question adds; the entry's title is the question.
#[derive(Clone, Debug)]
pub struct Faq {
    /// Answer as plain text; the entry's text follows it.
    pub answer: Option<String>,
    /// When it was asked.
    pub asked_on: Date,
    /// When it was answered.
    pub answered_on: Option<Date>,
}

impl Kind {
    /// All kinds, in the order of the navigation.
    pub const ALL: [Self; 11] = [
        Self::Activity,
        Self::RoleModel,
        Self::Resource,
        Self::Path,
        Self::Quiz,
        Self::Notice,
        Self::News,
        Self::Branch,
        Self::Column,
        Self::Faq,
        Self::Page,
    ];

    /// The folder below `content/`, which is also the folder of the output.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Activity => "activities",
            Self::RoleModel => "role-models",
            Self::Resource => "resources",
            Self::Path => "paths",
            Self::Quiz => "quizzes",
            Self::Notice => "notices",
            Self::News => "news",
            Self::Branch => "branches",
            Self::Column => "columns",
            Self::Faq => "faq",
            Self::Page => "pages",
        }
    }

    /// The name that commands and messages use: `activity`, `role_model`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::RoleModel => "role_model",
            Self::Resource => "resource",
            Self::Path => "path",
            Self::Quiz => "quiz",
            Self::Notice => "notice",
            Self::News => "news",
            Self::Branch => "branch",
            Self::Column => "column",
            Self::Faq => "faq",
            Self::Page => "page",
        }
    }

    /// The kind of a folder below `content/`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}

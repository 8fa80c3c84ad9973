//! `site.toml` to the site's settings.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::diag::{FileId, Place};

/// The settings of a site. Every field that a site may leave out has its default here.
#[derive(Clone, Debug)]
pub struct Site {
    /// `site.toml`; `None` only where a site was made without one.
    pub file: Option<FileId>,
    /// `[site] title`.
    pub title: String,
    /// `[site] org`: the organisation.
    pub org: String,
    /// One line about it.
    pub tagline: String,
    /// For search engines.
    pub description: String,
    /// `zh-CN`.
    pub language: String,
    /// Name of the time zone in which "today" is counted: `Asia/Shanghai`.
    pub timezone: String,
    /// Address of the published site with a slash at its end; `None` leaves out what needs it.
    pub base_url: Option<String>,
    /// Whether it is missing because it was written in a way that has been refused.
    pub is_base_url_refused: bool,
    /// Name of the theme.
    pub theme: String,
    /// Whether entries become `a/index.html` or `a.html`.
    pub style: PageStyle,
    /// Picture beside the title.
    pub emblem: Option<FileId>,
    /// Footer.
    pub footer: Footer,
    /// `[links] allow`: domains that may be linked, with their subdomains.
    pub allowed_domains: Vec<String>,
    /// `[links] strict`.
    pub is_strict_about_links: bool,
    /// `[budget] strict`.
    pub is_strict_about_budgets: bool,
    /// `[lists] per_page`.
    pub n_per_page: usize,
    /// `[feeds] limit`.
    pub n_in_feeds: usize,
    /// `[limits] rows`.
    pub n_rows_max: usize,
    /// `[images] max_px`, per side.
    pub image_px_max: u32,
    /// `[privacy]`.
    pub privacy: super::Privacy,
    /// `[host]`.
    pub host: Host,
    /// `[search]`.
    pub search: SearchSettings,
    /// `[wording]`.
    pub wording: WordingLevels,
    /// Whether "today" is one of the `[grey] days`.
    pub is_grey: bool,
    /// `[grey] days`: first and last of each range, in the order of the file.
    pub grey_days: Vec<(Date, Date)>,
    /// `[[nav]]`.
    pub nav: Vec<NavArea>,
    /// `[[month]]`, by month.
    pub months: Vec<MonthModule>,
    /// `[[module]]`.
    pub modules: Vec<Module>,
    /// `[[column]]`.
    pub columns: Vec<Column>,
}

/// How the pages of entries are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageStyle {
    /// `a/index.html`.
    Folder,
    /// `a.html`.
    File,
}

/// What stands at the foot of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// 备案号.
    pub icp: Option<String>,
    /// 公安备案.
    pub police_filing: Option<String>,
    /// 主办单位.
    pub sponsor: Option<String>,
    /// Postal address.
    pub address: Option<String>,
}

/// What the host that will serve the site accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// File endings without a dot; empty allows all.
    pub allow_ext: Vec<String>,
    /// Where `site.toml` says so.
    pub allow_ext_place: Option<Place>,
    /// Most files.
    pub n_files_max: Option<u64>,
    /// Most bytes.
    pub n_bytes_max: Option<u64>,
}

/// How the site is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchSettings {
    /// Whether it can be searched at all.
    pub is_enabled: bool,
    /// Most files of the index; 0 for as many as it wants.
    pub n_files_max: usize,
    /// About how large a file of the index is to be.
    pub shard_kb: usize,
    /// Sections that are left out, by name.
    pub excluded: Vec<&'static str>,
}

impl Default for SearchSettings {
    fn default() -> Self {
        Self { is_enabled: true, n_files_max: 0, shard_kb: 4, excluded: Vec::new() }
    }
}

/// How bad findings about wording are, by check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordingLevels {
    /// What was to be replaced: `xx党支部`.
    pub placeholders: Level,
    /// Another month's name in a report.
    pub months: Level,
    /// Marks such as 内部 and 机密 at the head of a text.
    pub marks: Level,
    /// Claims without a figure.
    pub claims: Level,
    /// Empty praise.
    pub praise: Level,
    /// The school's own list.
    pub phrases: Level,
}

/// What comes of a check that a site may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Nothing.
    Off,
    /// A warning.
    Warn,
    /// An error.
    Error,
}

impl Level {
    /// All levels by the names that settings use.
    pub const ALL: [(&'static str, Self); 3] = [("off", Self::Off), ("warn", Self::Warn), ("error", Self::Error)];
}

impl Default for WordingLevels {
    /// A mark of secrecy on a published text is never an oversight of style.
    fn default() -> Self {
        let warn = Level::Warn;
        Self { placeholders: warn, months: warn, marks: Level::Error, claims: warn, praise: warn, phrases: warn }
    }
}

/// One area of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavArea {
    /// Its title; `None` for an area of the default navigation, whose title is a word of the theme.
    pub title: Option<String>,
    /// Name of the area in the default navigation: `affairs`.
    pub name: &'static str,
    /// What it holds.
    pub items: Vec<NavItem>,
}

/// One item of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavItem {
    /// A section that every site has: `activities`.
    Section(&'static str),
    /// A text of the site.
    Note {
        /// What it says.
        title: String,
        /// The text.
        file: FileId,
    },
    /// Another site.
    External {
        /// What it says.
        title: String,
        /// Its address.
        url: String,
    },
}

/// What a month is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthModule {
    /// First day of the month.
    pub month: Date,
    /// Title.
    pub title: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Points of the month's list.
    pub focus: Vec<String>,
}

/// A module that the site adds: entries chosen by topic, column or tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Id, its folder below `modules/`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Topics.
    pub topics: Vec<String>,
    /// Columns.
    pub columns: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Narrows the kinds; empty allows all.
    pub kinds: Vec<super::Kind>,
}

/// A column with its rota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Id, its folder below `content/columns/`.
    pub id: Arc<str>,
    /// Title.
    pub title: String,
    /// Summary; may be empty.
    pub summary: String,
    /// Days within which a new article is due.
    pub cadence_days: Option<u32>,
    /// Whose turn it is: first day of a month with a branch id, by month.
    pub rota: Vec<(Date, Arc<str>)>,
}

/// The sections of a site, by the name that settings, addresses and the theme's words use. Those of figures have a page only where there
/// is something to show, and are left out of the navigation elsewhere.
pub const SECTIONS: [&str; 26] = [
    "activities",
    "role-models",
    "resources",
    "paths",
    "quizzes",
    "notices",
    "news",
    "branches",
    "columns",
    "faq",
    "months",
    "topics",
    "audiences",
    "tags",
    "modules",
    "honours",
    "disclosure",
    "overview",
    "boards",
    "metrics",
    "compliance",
    "freshness",
    "corrections",
    "open",
    "about",
    "search",
];

impl Site {
    /// Where findings about the settings as a whole stand.
    pub fn place(&self) -> Place {
        self.file.map_or(Place::Project, Place::File)
    }

    /// The time zone of the site.
    pub fn zone(&self) -> TimeZone {
        zone(&self.timezone).unwrap_or(TimeZone::UTC)
    }
}

/// Name of the time zone of sites that name none.
pub const DEFAULT_TIMEZONE: &str = "Asia/Shanghai";

/// A time zone by its name, from the database that is built into the program: the same on every machine.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

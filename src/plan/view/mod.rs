//! What a template gets: everything one page shows, by value, with every address already relative to the page.
//!
//! Templates neither compute nor look anything up, so whatever they need is a field here. `href` is ready to be written;
//! `path` (only in what all pages share) is from the site's root and needs the page's `root` before it.

mod board;
mod chart;
mod duties;
mod entry;
mod figure;
mod list;
mod metric;
mod open;
mod privacy;
mod section;
mod text;

use serde::Serialize;

use super::OutPath;

pub use self::board::*;
pub use self::chart::*;
pub use self::duties::*;
pub use self::entry::*;
pub use self::figure::*;
pub use self::list::*;
pub use self::metric::*;
pub use self::open::*;
pub use self::privacy::*;
pub use self::section::*;
pub use self::text::*;

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
    Compliance(Box<ComplianceView>),
    Freshness(Box<FreshnessView>),
    Boards(BoardsView),
    Board(Box<BoardView>),
    Holder(Box<HolderView>),
    Open(OpenView),
    About(AboutView),
    Privacy(Box<PrivacyView>),
    Overview(Box<OverviewView>),
    Metrics(MetricsView),
    Metric(Box<MetricView>),
    Indicator(IndicatorView),
    Corrections(CorrectionsView),
    Search(SearchPageView),
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
    /// Whether there are files of open data.
    pub has_open_data: bool,
    /// Whether `calendar.ics` exists.
    pub has_calendar: bool,
    /// The page that searches the site: a path; empty where it cannot be searched.
    pub search: String,
    /// The scripts that search, which pages load when they are needed, in the order in which they run: paths.
    pub search_scripts: Vec<String>,
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
    /// What it says.
    pub title: String,
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

//! The plan to what search sees: which pages, in which order, with which text, and the files that the index will have.

mod layout;

use jiff::civil::Date;

use super::{OutPath, Plan};

pub use self::layout::{Family, SearchLayout};

/// What a text's heading begins with; its words follow.
pub const HEADING: char = '\u{3}';
/// Stands between a heading's words and its id.
pub const ANCHOR: char = '\u{4}';
/// Ends a heading.
pub const HEADING_END: char = '\u{5}';

/// What is searched.
#[derive(Clone, Debug)]
pub struct SearchPlan {
    /// Pages by their number in the index: kind by kind, in each the newest first.
    pub pages: Vec<SearchEntry>,
    /// The kinds, in the order of `pages`.
    pub kinds: Vec<SearchKind>,
    /// What results can be narrowed by, besides kind and month.
    pub facets: Vec<SearchFacet>,
    /// Words of the theme that the script shows: name below `search`, text.
    pub words: Vec<(String, String)>,
    /// Names of branches and topics and words of the glossary, which are suggested besides what titles say.
    pub terms: Vec<String>,
    /// The files.
    pub layout: SearchLayout,
}

/// A page of the index.
#[derive(Clone, Debug)]
pub struct SearchEntry {
    /// Position in [`Plan::pages`].
    pub page: usize,
    /// First day of its month.
    pub month: Option<Date>,
    /// Whether it is over or replaced: such pages come last.
    pub is_last: bool,
}

/// Pages of one kind, which follow each other.
#[derive(Clone, Debug)]
pub struct SearchKind {
    /// Section: `activities`.
    pub section: &'static str,
    /// What people read.
    pub title: String,
    /// How many pages.
    pub n_pages: usize,
}

/// A way to narrow results.
#[derive(Clone, Debug)]
pub struct SearchFacet {
    /// `branch`, `topic`, `audience`.
    pub name: &'static str,
    /// Its terms, in the order in which they are shown.
    pub terms: Vec<SearchTerm>,
}

/// A term of a facet.
#[derive(Clone, Debug)]
pub struct SearchTerm {
    /// For the address: `shukong`.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Numbers of its pages, rising.
    pub pages: Vec<u32>,
}

/// What the index keeps of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPage {
    /// From the root.
    pub path: String,
    /// Title.
    pub title: String,
    /// Its day.
    pub date: Option<Date>,
    /// Names of its branches, as cards show them.
    pub branches: Vec<String>,
    /// Word `mark.<mark>` of the theme, where it must be seen at once: `replaced`.
    pub mark: Option<&'static str>,
    /// Everything else that can be read on it. Blocks end with a line break; a heading is [`HEADING`], its words, [`ANCHOR`], its id,
    /// [`HEADING_END`].
    pub body: String,
}

impl Plan<'_> {
    /// What the index keeps of the page with this number.
    pub fn search_page(&self, _number: usize) -> SearchPage {
        SearchPage::default()
    }
}

/// The file of the index that starts it.
pub fn index_path() -> OutPath {
    OutPath::new("search/shards/index.js")
}

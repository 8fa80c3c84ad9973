//! The plan to what search sees: which pages, in which order, with which text, and the files that the index will have.

mod entry;
mod facets;
mod fit;
mod generated;
mod layout;
mod order;
mod text;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Place};

use super::paths::Paths;
use super::{OutPath, Plan, What, card, page};

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
    /// How many files each family has, and their names.
    pub layout: SearchLayout,
    /// All files of the index.
    pub files: Vec<OutPath>,
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

/// Plans the index, when all pages are known.
pub(super) fn take_index(plan: &mut Plan<'_>, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    if !plan.model.site.search.is_enabled {
        return;
    }
    let pages = order::searched(plan);
    let facets = facets::facets(plan, &pages);
    let layout = fit::layout(plan, &pages, &facets);
    let mut search = SearchPlan {
        kinds: order::kinds(plan, &pages),
        words: words(plan),
        terms: facets::terms(plan),
        files: Vec::new(),
        pages,
        facets,
        layout,
    };
    for path in search.planned() {
        search.files.extend(paths.take(path.as_str(), Place::Project, found));
    }
    plan.search = Some(search);
}

/// What the script shows: its own words, and those of the marks that results carry.
fn words(plan: &Plan<'_>) -> Vec<(String, String)> {
    let mut words = plan.theme.group("search");
    for mark in card::MARKS {
        let name = format!("mark.{mark}");
        words.push((name.clone(), plan.theme.word(&name).to_owned()));
    }
    words
}

impl SearchPlan {
    /// Names of the parts that stand alone: the start, the table of texts, pinyin, traditional characters, and the facets.
    pub fn single_parts(&self) -> Vec<String> {
        let mut names = ["index", "words", "pinyin", "fold"].map(str::to_owned).to_vec();
        names.extend(self.facets.iter().map(|facet| format!("f-{}", facet.name)));
        names
    }

    fn planned(&self) -> Vec<OutPath> {
        let mut planned: Vec<OutPath> = self.single_parts().iter().map(|name| self.layout.path(name)).collect();
        for family in Family::ALL {
            let numbers = 0..self.layout.n_files(family);
            planned.extend(numbers.map(|number| self.layout.path(&self.layout.name(family, number))));
        }
        planned
    }
}

impl Plan<'_> {
    /// What the index keeps of the page with this number.
    ///
    /// # Panics
    ///
    /// Where nothing is searched, or no page has this number.
    pub fn search_page(&self, number: usize) -> SearchPage {
        let search = self.search.as_ref().expect("a page with a number is a page of an index");
        let page = &self.pages[search.pages[number].page];
        let found = SearchPage { path: page.path.as_str().to_owned(), ..SearchPage::default() };
        let What::Entry(idx) = page.what else {
            let (title, body) = generated::page(self, page);
            return SearchPage { title, body, ..found };
        };
        let entry = self.model.entry(idx);
        SearchPage {
            title: page::entry::title_of(entry),
            date: entry.date,
            branches: card::branch_names(self, entry),
            mark: card::marks(entry).first().copied(),
            body: entry::text_of(self, idx),
            ..found
        }
    }
}

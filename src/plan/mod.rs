//! The model to the list of files that will exist, each with its path, and to the view of any page when it is asked for.
//!
//! Planning decides everything and draws nothing. Views are made one at a time, when their page is drawn, so that a site
//! of a hundred thousand pages is never held as a whole.

mod agenda;
mod alias;
mod board;
mod card;
mod feed;
mod figure;
mod host;
mod index;
mod json_ld;
mod known;
mod listing;
mod naming;
mod nav;
mod open;
mod out_path;
mod page;
mod paths;
mod picture;
mod prose;
mod register;
mod related;
mod requests;
pub mod search;
mod until;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{FileId, Outcome, Place, codes};
use crate::metrics::corrections::Correction;
use crate::model::{EntryIdx, Kind, Model};
use crate::privacy::Published;
use crate::read::Svg;
use crate::source::{FileKind, Sources};
use crate::theme::Theme;

use self::figure::Sheets;
use self::index::Index;
use self::listing::Listing;
use self::paths::Paths;
use self::register::Register;

pub use self::agenda::{AgendaItem, AgendaKind, Needs, Window, agenda};
pub use self::feed::{EventTime, EventView, FeedHead, FeedItem, FeedView, OpenSearchView};
pub use self::naming::PageNaming;
pub use self::open::{OpenCell, OpenColumn, OpenKind, OpenLine, OpenPart, OpenSet, OpenSheet, TakeRow};
pub use self::out_path::{Artifact, OutPath};
pub use self::picture::PicturePlan;
pub use self::view::*;

/// One page that will exist. Its view is made by [`Plan::view`].
#[derive(Clone, Debug)]
pub struct Page {
    /// The file.
    pub path: OutPath,
    what: What,
}

/// What a page is about.
#[derive(Clone, Debug)]
enum What {
    Home,
    Entry(EntryIdx),
    /// A branch of the register without a text of its own; position in the register.
    Branch(usize),
    /// A list and its page, from one.
    Listing(usize, usize),
    Terms(&'static str),
    Months,
    Year(i16),
    Month(Date),
    Module(usize),
    Wall,
    Faqs(usize),
    Columns,
    Honours,
    Disclosure,
    /// Duties of all branches.
    Compliance,
    /// Duties of one branch; position in the register.
    ComplianceOf(usize),
    Freshness,
    Boards,
    /// A board and the period that it shows.
    Board(usize, Option<crate::metrics::Period>),
    /// A board and one of its holders, by code.
    Holder(usize, String),
    Open,
    About,
    /// What is published of persons.
    Privacy,
    Overview,
    Metrics,
    Corrections,
    /// An indicator by its position, and its page from one.
    Indicator(usize, usize),
    /// A metric and its page, both by position.
    Metric(usize, usize),
    Search,
    Redirect(EntryIdx),
    NotFound,
}

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub struct CopyPlan {
    /// What takes the place of its bytes: a drawing is cleaned before readers get it.
    pub drawing: Option<Arc<Svg>>,
    /// Where it goes.
    pub path: OutPath,
    /// The source.
    pub file: FileId,
    /// Its name in the sources.
    pub name: String,
    /// In bytes.
    pub size: u64,
}

/// Everything that will be written.
pub struct Plan<'a> {
    /// Pages, in the order of the site.
    pub pages: Vec<Page>,
    /// Pictures with the variants to be made.
    pub pictures: BTreeMap<FileId, PicturePlan>,
    /// Attachments.
    pub copies: BTreeMap<FileId, CopyPlan>,
    /// The theme's own files: path and content.
    pub assets: Vec<(OutPath, Arc<[u8]>)>,
    /// Feeds, calendar, site map and robots file, in this order; left out where there is no `base_url`.
    pub feeds: Vec<(OutPath, FeedView)>,
    /// Tables of open data.
    pub open: Vec<OpenSet>,
    /// The description of open data.
    pub package: Option<OutPath>,
    /// What is searched; `None` where the site wants no search.
    pub search: Option<search::SearchPlan>,
    /// What all pages share.
    pub site: SiteView,
    model: &'a Model,
    figures: &'a Published<'a>,
    theme: &'a Theme,
    index: Index,
    register: Register,
    /// Where the evidence of each figure stands.
    sheets: Sheets,
    boards: Vec<board::PlannedBoard<'a>>,
    /// Figures that differ from what was published.
    corrections: Vec<Correction>,
    /// Files of tables by name and digest.
    data_files: BTreeMap<FileId, SourceView>,
    listings: Vec<Listing>,
    /// Charts of the site's own, for generated pages.
    charts: Vec<requests::SiteChart>,
    entry_paths: Vec<Option<OutPath>>,
    /// Who may be named whatever the register says.
    also_named: naming::AlsoNamed,
    neighbours: Vec<(Option<EntryIdx>, Option<EntryIdx>)>,
}

/// Plans the output.
///
/// - Codes: P001 two pages at one address, P002 bad alias, P003 no `base_url` (warning), P1xx what the host refuses.
pub fn plan<'a>(sources: &Sources, model: &'a Model, figures: &'a Published<'a>, theme: &'a Theme) -> Outcome<Plan<'a>> {
    let mut found = Vec::new();
    let mut paths = Paths::default();
    let index = Index::of(model);
    let register = Register::of(model);
    let listings = listing::listings(model, theme, &index, &register);
    let mut plan = Plan {
        pages: Vec::new(),
        pictures: BTreeMap::new(),
        copies: BTreeMap::new(),
        assets: Vec::new(),
        feeds: Vec::new(),
        open: Vec::new(),
        package: None,
        search: None,
        site: nav::site_view(model, theme),
        model,
        figures,
        theme,
        index,
        register,
        sheets: Sheets::of(figures),
        boards: Vec::new(),
        corrections: page::corrections::compare(sources, figures, &mut found),
        data_files: data_files(sources),
        listings,
        charts: requests::read_charts(sources, &mut found),
        entry_paths: vec![None; model.entries.len()],
        also_named: naming::AlsoNamed::of(model, figures),
        neighbours: related::neighbours(model),
    };
    plan.take_sections(&mut paths, &mut found);
    plan.take_entries(&mut paths, &mut found);
    plan.take_terms(&mut paths, &mut found);
    plan.take_listings(&mut paths, &mut found);
    board::take_boards(&mut plan, &mut paths, &mut found);
    plan.take_metrics(&mut paths, &mut found);
    alias::take_aliases(&mut plan, &mut paths, &mut found);
    picture::take_files(&mut plan, sources, &mut paths, &mut found);
    plan.take_assets(&mut paths, &mut found);
    open::take_open(&mut plan, &mut paths, &mut found);
    nav::keep_planned(&mut plan.site, &plan.pages);
    feed::take_feeds(&mut plan, &mut paths, &mut found);
    search::take_index(&mut plan, &mut paths, &mut found);
    requests::check(&plan, &mut found);
    host::check(&plan, &mut found);
    Outcome::new(plan, found)
}

impl Plan<'_> {
    /// The view of a page.
    pub fn view(&self, page: &Page) -> PageView {
        page::view(self, page)
    }

    /// The full address of the site, if it has one.
    pub fn home(&self) -> Option<&str> {
        self.model.site.base_url.as_deref()
    }

    fn take(&mut self, path: &str, by: Place, what: What, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        if let Some(path) = paths.take(path, by, found) {
            self.pages.push(Page { path, what });
        }
    }

    /// The pages that every site has, even an empty one.
    fn take_sections(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        for (path, what) in [
            ("index.html", What::Home),
            ("role-models/index.html", What::Wall),
            ("months/index.html", What::Months),
            ("columns/index.html", What::Columns),
            ("branches/index.html", What::Terms("branches")),
            ("topics/index.html", What::Terms("topics")),
            ("audiences/index.html", What::Terms("audiences")),
            ("tags/index.html", What::Terms("tags")),
            ("modules/index.html", What::Terms("modules")),
            ("honours/index.html", What::Honours),
            ("disclosure/index.html", What::Disclosure),
            ("freshness/index.html", What::Freshness),
        ] {
            self.take(path, Place::Project, what, paths, found);
        }
        page::take_compliance(self, paths, found);
        let about = self.model.entries.iter().any(|entry| entry.kind == Kind::Page && &*entry.id == "about");
        if !about {
            self.take("about/index.html", Place::Project, What::About, paths, found);
        }
        self.take("about/privacy/index.html", Place::Project, What::Privacy, paths, found);
        let n_questions = self.model.entries_of(Kind::Faq).len();
        for number in 1..=n_questions.div_ceil(self.model.site.n_per_page).max(1) {
            self.take(&paths::list_path("faq", number), Place::Project, What::Faqs(number), paths, found);
        }
        if self.model.site.search.is_enabled {
            self.take("search/index.html", Place::Project, What::Search, paths, found);
        }
        if self.model.site.base_url.is_some() {
            self.take("404.html", Place::Project, What::NotFound, paths, found);
        } else if !self.model.site.is_base_url_refused {
            found.push(codes::no_base_url.at(self.model.site.place()));
        }
    }

    fn take_entries(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        for (idx, entry) in self.model.entries.iter().enumerate() {
            let path = paths::entry_path(entry, self.model.site.style);
            if let Some(path) = paths.take(&path, Place::File(entry.file), found) {
                self.entry_paths[idx] = Some(path.clone());
                let idx = EntryIdx(idx as u32);
                let is_about = entry.kind == Kind::Page && &*entry.id == "about";
                self.pages.push(Page { path, what: if is_about { What::About } else { What::Entry(idx) } });
            }
        }
    }

    fn take_terms(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        for idx in 0..self.register.branches.len() {
            if self.register.branches[idx].entry.is_none() {
                let path = self.register.branches[idx].path();
                self.take(&path, Place::Project, What::Branch(idx), paths, found);
            }
        }
        let months: Vec<Date> = self.months();
        let mut years: Vec<i16> = months.iter().map(|month| month.year()).collect();
        years.dedup();
        for year in years {
            self.take(&format!("months/{year}/index.html"), Place::Project, What::Year(year), paths, found);
        }
        for month in months {
            self.take(&month_path(month), Place::Project, What::Month(month), paths, found);
        }
        for idx in 0..self.model.site.modules.len() {
            let path = format!("modules/{}/index.html", crate::model::slug::slugify(&self.model.site.modules[idx].id));
            self.take(&path, self.model.site.place(), What::Module(idx), paths, found);
        }
    }

    fn take_listings(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        for idx in 0..self.listings.len() {
            for number in 1..=self.listings[idx].n_pages(self.model.site.n_per_page) {
                let path = paths::list_path(&self.listings[idx].folder, number);
                self.take(&path, Place::Project, What::Listing(idx, number), paths, found);
            }
        }
    }

    /// Pages of figures, where there are any.
    fn take_metrics(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        let has_duties = self.figures.compliance().cells.iter().any(|cells| !cells.is_empty());
        if has_duties || !self.figures.metrics.is_empty() {
            self.take("overview/index.html", Place::Project, What::Overview, paths, found);
        }
        if self.figures.metrics.is_empty() {
            return;
        }
        self.take("metrics/index.html", Place::Project, What::Metrics, paths, found);
        self.take("corrections/index.html", Place::Project, What::Corrections, paths, found);
        for (position, metric) in self.figures.metrics.iter().enumerate() {
            for sheet in 0..self.sheets.of_metric(position).len() {
                let path = self.sheets.of_metric(position)[sheet].path.clone();
                self.take(&path, metric.spec().place.clone(), What::Metric(position, sheet), paths, found);
            }
        }
        for (position, tree) in self.figures.indicators().iter().enumerate() {
            for number in 1..=page::indicator::n_pages(tree) {
                let path = page::indicator::path(tree, number);
                self.take(&path, tree.place.clone(), What::Indicator(position, number), paths, found);
            }
        }
    }

    fn take_assets(&mut self, paths: &mut Paths, found: &mut Vec<crate::diag::Diagnostic>) {
        // A site without search has no use for the scripts that search.
        let left_out = if self.site.search.is_empty() { self.theme.search_scripts() } else { &[] };
        for (path, bytes) in self.theme.assets() {
            if left_out.contains(path) {
                continue;
            }
            if let Some(path) = paths.take(path, Place::Project, found) {
                self.assets.push((path, bytes.clone()));
            }
        }
    }

    /// Months with entries or with a module of the site, oldest first.
    fn months(&self) -> Vec<Date> {
        let mut months: Vec<Date> = self.index.months.keys().copied().collect();
        months.extend(self.model.site.months.iter().map(|module| module.month));
        months.sort_unstable();
        months.dedup();
        months
    }
}

/// Files below `data/` and texts, each with as much of its digest as tells versions apart.
fn data_files(sources: &Sources) -> BTreeMap<FileId, SourceView> {
    let mut files = BTreeMap::new();
    for (id, file) in sources.files().filter(|(_, file)| matches!(file.kind, FileKind::Data | FileKind::Note)) {
        let digest = blake3::Hash::from_bytes(file.hash).to_hex()[..12].to_owned();
        files.insert(id, SourceView { name: file.path.to_string(), digest });
    }
    files
}

/// The page of a month.
fn month_path(month: Date) -> String {
    format!("months/{}/{:02}/index.html", month.year(), month.month())
}

//! The files below `data/` to a plan: which table each of them holds and how it is to be read.

use super::super::vocabulary::{VOCABULARY_PATH, Vocabulary};
use super::declare::TABLES_PATH;
use super::mapping::{SOURCES_PATH, SourceRule, matches, read_rules};
use super::schema::Schemas;
use crate::diag::{Diagnostic, FileId, Outcome, Place, codes};
use crate::read::{CsvForm, DEFAULT_MAX_ROWS, Fields, parse_toml};
use crate::source::{FileKind, Sources, decode};

/// What tables a site has and in which files they are.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePlan {
    /// The tables that may exist.
    pub schemas: Schemas,
    /// The files that hold one, in the order of their paths.
    pub files: Vec<PlannedFile>,
    pub(super) rules: Vec<SourceRule>,
    /// Whether the settings could be read: if not, what is unknown may only be undeclared because of that.
    pub(super) is_whole: bool,
}

/// A file that holds rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedFile {
    /// The file.
    pub file: FileId,
    pub(super) table: usize,
    pub(super) rule: Option<usize>,
    pub(super) format: Format,
    pub(super) form: CsvForm,
}

/// The language of a table file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Toml,
    Json,
}

/// Limits of a site that tables must keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableLimits {
    /// Rows of one file.
    pub max_rows: u64,
}

impl Default for TableLimits {
    fn default() -> Self {
        Self { max_rows: DEFAULT_MAX_ROWS }
    }
}

/// Files below `data/` that are settings and no tables. Those of later rooms are named too: they are not for this one to judge.
const SETTINGS: [&str; 11] = [
    VOCABULARY_PATH,
    TABLES_PATH,
    SOURCES_PATH,
    "data/metrics.toml",
    "data/charts.toml",
    "data/boards.toml",
    "data/cadence.toml",
    "data/corrections.toml",
    "data/waivers.toml",
    "data/wording.toml",
    "data/published.json",
];

/// The folder of points rules, whose files are settings too.
const POINTS_FOLDER: &str = "data/points/";

/// Says which file holds which table.
///
/// - Codes: those of `decode`, `parse_toml` and [`Schemas::declared`]; M511 a file that is no known table, M516 a spreadsheet
///   (warning), M523–M526 as in `data/sources.toml`, M527 a rule without a file, M528 a file with two rules.
pub fn plan_tables(sources: &Sources, vocabulary: &Vocabulary, limits: TableLimits) -> Outcome<TablePlan> {
    let mut found = Vec::new();
    let mut plan = TablePlan { schemas: Schemas::shipped(), files: Vec::new(), rules: Vec::new(), is_whole: true };
    if let Some((file, fields)) = plan.settings(sources, TABLES_PATH, &mut found) {
        plan.schemas = plan.schemas.declared(file, &fields, vocabulary).into_value(&mut found);
    }
    if let Some((file, fields)) = plan.settings(sources, SOURCES_PATH, &mut found) {
        let n_before = found.len();
        plan.rules = read_rules(file, &fields, &plan.schemas, limits.max_rows).into_value(&mut found);
        plan.is_whole &= found.len() == n_before;
    }
    let mut n_files_of_rule = vec![0; plan.rules.len()];
    for (file, source) in sources.files() {
        if source.kind == FileKind::Data && !is_settings(&source.path) {
            plan.place(file, &source.path, limits, &mut n_files_of_rule, &mut found);
        }
    }
    for (rule, n_files) in plan.rules.iter().zip(n_files_of_rule) {
        if n_files == 0 {
            found.push(codes::rule_without_file.at(rule.at.clone()).with("file", &rule.pattern));
        }
    }
    Outcome::new(plan, found)
}

impl TablePlan {
    fn settings(&mut self, sources: &Sources, path: &str, found: &mut Vec<Diagnostic>) -> Option<(FileId, Fields)> {
        let file = sources.find(path)?;
        let bytes = sources.bytes(file).unwrap_or_default();
        let text = decode(file, &bytes).into_value(found).text;
        let fields = parse_toml(file, &text, 0).into_value(found);
        self.is_whole &= fields.is_some();
        Some((file, fields?))
    }

    fn place(
        &mut self,
        file: FileId,
        path: &str,
        limits: TableLimits,
        n_files_of_rule: &mut [usize],
        found: &mut Vec<Diagnostic>,
    ) {
        let inner = path.trim_start_matches("data/");
        let name = inner.rsplit('/').next().unwrap_or(inner);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let format = match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Format::Csv,
            "toml" => Format::Toml,
            "json" => Format::Json,
            "xlsx" | "xls" | "xlsm" | "ods" | "et" => {
                return found.push(codes::unread_spreadsheet.at(Place::File(file)).with("name", name));
            }
            _ => return,
        };
        let mut rules = (0..self.rules.len()).filter(|idx| matches(&self.rules[*idx].pattern, inner));
        let rule = rules.next();
        if let (Some(first), Some(second)) = (rule, rules.next()) {
            let diagnostic = codes::file_with_two_rules.at(self.rules[second].at.clone()).with("name", name);
            found.push(diagnostic.also(self.rules[first].at.clone()));
            n_files_of_rule[second] += 1;
        }
        let Some(table) = rule.map(|idx| self.rules[idx].table).or_else(|| self.schemas.by_file_name(stem)) else {
            if self.is_whole {
                let diagnostic = codes::unknown_table.at(Place::File(file)).with("name", name).with("stem", stem);
                found.push(diagnostic.with_some("near", self.schemas.nearest(stem)));
            }
            return;
        };
        let mut form = CsvForm { max_rows: limits.max_rows, ..CsvForm::default() };
        if let Some(idx) = rule {
            n_files_of_rule[idx] += 1;
            form = self.rules[idx].form.clone();
        }
        self.files.push(PlannedFile { file, table, rule, format, form });
    }
}

fn is_settings(path: &str) -> bool {
    SETTINGS.contains(&path) || (path.starts_with(POINTS_FOLDER) && path.ends_with(".toml"))
}

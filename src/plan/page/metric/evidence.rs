//! The rows behind one slice, as many as a page lists.

use crate::metrics::{PeriodKind, SliceKey};
use crate::model::table::{Cell, ColumnSchema, ENTRY_KINDS, Kind as Holds};
use crate::model::{EntryIdx, Kind};
use crate::plan::card::badge;
use crate::plan::figure::{anchor_of, count_text};
use crate::plan::{EvidenceCellView, EvidenceLineView, EvidenceRowView, EvidenceView, LinkView, OpenSet, Plan};
use crate::privacy::{Evidence, EvidenceRow, RowName};

use super::Here;

/// The rows of a metric, and what its pages show of each.
pub(super) struct Ledger<'p> {
    plan: &'p Plan<'p>,
    root: &'p str,
    evidence: Evidence<'p>,
    /// Positions in the schema of the columns that are shown.
    columns: Vec<usize>,
    /// Whether rows of different files stand beside each other, so that each has to name its file.
    has_files: bool,
}

impl<'p> Ledger<'p> {
    pub(super) fn of(here: &Here<'p>) -> Self {
        let evidence = here.plan.figures.evidence(here.position);
        let columns = evidence.columns();
        let has_files = evidence.table().is_some_and(|table| table.files().count() > 1);
        Self { plan: here.plan, root: here.root, evidence, columns, has_files }
    }

    /// The evidence of a slice, by its position in the metric.
    pub(super) fn view(&self, here: &Here<'_>, slice: usize, n_max: u64) -> EvidenceView {
        let figure = here.figure(slice);
        let mut title = figure.parts.clone();
        title.push(figure.period.clone());
        let list = self.evidence.rows_of(slice, n_max as usize);
        let n_listed = list.rows.len() as u64;
        // Where no row may show its columns, their heads would stand above nothing.
        let has_cells = list.rows.iter().any(|row| row.cells.is_some() || matches!(row.name, RowName::Entry(_)));
        EvidenceView {
            anchor: anchor_of(&figure.slice),
            title: title.join(self.plan.theme.word("figure.joint")),
            columns: if has_cells { self.heads() } else { Vec::new() },
            n_listed: count_text(n_listed),
            n_total: count_text(list.n_total),
            is_cut: n_listed < list.n_total,
            n_elsewhere: if list.n_elsewhere == 0 { String::new() } else { count_text(list.n_elsewhere) },
            href: self.file_of(here, &figure.slice),
            is_query: self.evidence.is_query(),
            rows: list.rows.iter().map(|row| self.row(row, has_cells)).collect(),
            larger: if list.n_elsewhere == 0 { None } else { self.larger(here, slice) },
            figure,
        }
    }

    /// A slice whose rows have no room on pages.
    pub(super) fn line(&self, here: &Here<'_>, slice: usize) -> EvidenceLineView {
        let figure = here.figure(slice);
        let mut title = figure.parts;
        title.push(figure.period);
        EvidenceLineView {
            anchor: anchor_of(&figure.slice),
            title: title.join(self.plan.theme.word("figure.joint")),
            text: figure.whole,
            n: figure.n_text,
            href: self.file_of(here, &figure.slice),
        }
    }

    /// The file of all rows of a slice: that of its month where the months have files of their own, else the only one, else the page
    /// that lists them.
    fn file_of(&self, here: &Here<'_>, slice: &str) -> String {
        let name = format!("evidence-{}", here.metric.spec().id);
        let Some(OpenSet { parts, .. }) = self.plan.open.iter().find(|set| set.name == name) else { return String::new() };
        let month = slice.rsplit_once("period=").map(|(_, period)| format!("/{period}.csv"));
        let of_month = month.and_then(|month| parts.iter().find(|part| part.csv.as_str().ends_with(&month)));
        match (of_month, parts.as_slice()) {
            (Some(part), _) | (None, [part]) => format!("{}{}", self.root, part.csv.as_str()),
            (None, _) => format!("{}open/index.html", self.root),
        }
    }

    /// The nearest larger part that lists all its rows, and so all of these.
    fn larger(&self, here: &Here<'_>, slice: usize) -> Option<LinkView> {
        let lists_all = |slice: &usize| {
            let list = self.evidence.rows_of(*slice, 1);
            list.n_total > 0 && list.n_elsewhere == 0
        };
        let starts = self.plan.figures.academic_year_starts();
        let slices = larger_keys(here.metric.key(slice), starts).into_iter().filter_map(|key| here.metric.find(&key));
        let figure = here.figure(slices.into_iter().find(lists_all)?);
        let mut title = figure.parts;
        title.push(figure.period);
        let title = title.join(self.plan.theme.word("figure.joint"));
        Some(LinkView { title, href: figure.href, is_external: false })
    }

    fn heads(&self) -> Vec<String> {
        let word = |name: &str| self.plan.theme.word(&format!("metric.{name}")).to_owned();
        match self.evidence.table() {
            Some(table) => self.columns.iter().map(|column| table.schema().columns[*column].label.clone()).collect(),
            None => vec![word("date"), word("kind"), word("branches")],
        }
    }

    fn row(&self, row: &EvidenceRow<'_>, has_cells: bool) -> EvidenceRowView {
        let cells = || if has_cells { self.cells(row) } else { Vec::new() };
        match &row.name {
            RowName::Entry(idx) => self.entry(*idx),
            RowName::Code(code) => EvidenceRowView { origin: code.clone(), href: String::new(), cells: cells() },
            RowName::Number(file, number) => {
                let number = self.plan.theme.fill("metric.row", &[("n", number)]);
                let name = self.plan.data_files.get(file).filter(|_| self.has_files).map(|file| file.name.as_str());
                let origin = name.map_or_else(|| number.clone(), |name| format!("{name} {number}"));
                EvidenceRowView { origin, href: String::new(), cells: cells() }
            }
        }
    }

    fn entry(&self, idx: EntryIdx) -> EvidenceRowView {
        let entry = self.plan.model.entry(idx);
        let branches: Vec<String> = entry.branches.iter().map(|branch| self.plan.register.name_of(branch)).collect();
        let date = entry.date.map(|date| date.to_string()).unwrap_or_default();
        let texts = [date, badge(self.plan, entry).unwrap_or_default(), branches.join(self.plan.theme.word("figure.and"))];
        EvidenceRowView {
            origin: entry.title.clone(),
            href: self.plan.entry_href(self.root, idx),
            cells: texts.into_iter().map(plain).collect(),
        }
    }

    fn cells(&self, row: &EvidenceRow<'_>) -> Vec<EvidenceCellView> {
        let Some(table) = self.evidence.table() else { return Vec::new() };
        // The columns of a row that would say too much are empty.
        let Some(cells) = &row.cells else { return self.columns.iter().map(|_| plain(String::new())).collect() };
        self.columns.iter().map(|column| self.cell(&table.schema().columns[*column], cells.cell(*column))).collect()
    }

    fn cell(&self, column: &ColumnSchema, cell: Cell<'_>) -> EvidenceCellView {
        if let Cell::List(items) = cell {
            let texts: Vec<String> = items.iter().map(|item| self.cell(column, item).text).collect();
            return plain(texts.join(self.plan.theme.word("figure.and")));
        }
        match (&column.kind, cell) {
            (Holds::Word(group), Cell::Text(id)) => plain(self.plan.model.vocabulary.label(group, id).unwrap_or(id).to_owned()),
            (Holds::Row(table), Cell::Text(id)) if table == "branches" => plain(self.plan.register.name_of(id)),
            (Holds::Row(table), Cell::Text(id)) => plain(self.name_of_row(table, id)),
            (Holds::Entry(kind), Cell::Text(id)) => self.entry_cell(kind, id),
            (_, Cell::Bool(is_true)) => plain(self.plan.theme.word(if is_true { "figure.yes" } else { "figure.no" }).to_owned()),
            (_, cell) => plain(cell.canonical().into_owned()),
        }
    }

    /// What people know a row by, where everybody may see it; else its key.
    fn name_of_row(&self, table: &str, id: &str) -> String {
        let name = || {
            let table = self.plan.model.tables.get(table)?;
            let row = table.public_row(table.find_by_key(&[id])?.idx())?;
            match row.cell(table.schema().name_column?) {
                Cell::Text(name) => Some(name.to_owned()),
                _ => None,
            }
        };
        name().unwrap_or_else(|| id.to_owned())
    }

    /// A reference to an entry is the way to its page; one that is not published yet is its id.
    fn entry_cell(&self, kind: &str, id: &str) -> EvidenceCellView {
        let kind = ENTRY_KINDS.iter().zip(Kind::ALL).find(|(name, _)| **name == kind);
        match kind.and_then(|(_, kind)| self.plan.model.find(kind, id)) {
            Some(idx) => {
                EvidenceCellView { text: self.plan.model.entry(idx).title.clone(), href: self.plan.entry_href(self.root, idx) }
            }
            None => plain(id.to_owned()),
        }
    }
}

/// The parts above a part, the nearest first: longer periods, then the same without its last dimension, and so on.
fn larger_keys(key: &SliceKey, academic_year_starts: i8) -> Vec<SliceKey> {
    let mut periods = vec![key.period];
    if let Some(month) = key.period.first_month(academic_year_starts) {
        let longer =
            [PeriodKind::Quarter, PeriodKind::Year, PeriodKind::All].map(|kind| kind.of_month(month, academic_year_starts));
        periods
            .extend(longer.into_iter().filter(|period| period.n_months().is_none_or(|n| n > key.period.n_months().unwrap_or(n))));
    }
    let mut keys = Vec::new();
    let mut values = key.values.clone();
    loop {
        keys.extend(periods.iter().map(|period| SliceKey { values: values.clone(), period: *period }));
        let Some(last) = values.iter().rposition(Option::is_some) else { break };
        values[last] = None;
    }
    // The first is the part itself.
    keys.remove(0);
    keys
}

fn plain(text: String) -> EvidenceCellView {
    EvidenceCellView { text, href: String::new() }
}

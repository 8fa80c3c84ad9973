//! The rows behind one slice, as many as a page lists.

use crate::model::table::{Cell, ColumnSchema, ENTRY_KINDS, Kind as Holds};
use crate::model::{EntryIdx, Kind};
use crate::plan::card::badge;
use crate::plan::figure::{anchor_of, count_text};
use crate::plan::{EvidenceCellView, EvidenceRowView, EvidenceView, OpenSet, Plan};
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
    pub(super) fn view(&self, here: &Here<'_>, slice: usize) -> EvidenceView {
        let figure = here.figure(slice);
        let mut title = figure.parts.clone();
        title.push(figure.period.clone());
        let list = self.evidence.rows_of(slice, here.n_listed as usize);
        let n_listed = list.rows.len() as u64;
        EvidenceView {
            anchor: anchor_of(&figure.slice),
            title: title.join(self.plan.theme.word("figure.joint")),
            columns: self.heads(),
            n_listed: count_text(n_listed),
            n_total: count_text(list.n_total),
            is_cut: n_listed < list.n_total,
            n_elsewhere: if list.n_elsewhere == 0 { String::new() } else { count_text(list.n_elsewhere) },
            href: self.file_of(here, &figure.slice),
            is_query: self.evidence.is_query(),
            rows: list.rows.iter().map(|row| self.row(row)).collect(),
            figure,
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

    fn heads(&self) -> Vec<String> {
        let word = |name: &str| self.plan.theme.word(&format!("metric.{name}")).to_owned();
        match self.evidence.table() {
            Some(table) => self.columns.iter().map(|column| table.schema().columns[*column].label.clone()).collect(),
            None => vec![word("date"), word("kind"), word("branches")],
        }
    }

    fn row(&self, row: &EvidenceRow<'_>) -> EvidenceRowView {
        match &row.name {
            RowName::Entry(idx) => self.entry(*idx),
            RowName::Code(code) => EvidenceRowView { origin: code.clone(), href: String::new(), cells: self.cells(row) },
            RowName::Number(file, number) => {
                let number = self.plan.theme.fill("metric.row", &[("n", number)]);
                let name = self.plan.data_files.get(file).filter(|_| self.has_files).map(|file| file.name.as_str());
                let origin = name.map_or_else(|| number.clone(), |name| format!("{name} {number}"));
                EvidenceRowView { origin, href: String::new(), cells: self.cells(row) }
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
            (Holds::Entry(kind), Cell::Text(id)) => self.entry_cell(kind, id),
            (_, Cell::Bool(is_true)) => plain(self.plan.theme.word(if is_true { "figure.yes" } else { "figure.no" }).to_owned()),
            (_, cell) => plain(cell.canonical().into_owned()),
        }
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

fn plain(text: String) -> EvidenceCellView {
    EvidenceCellView { text, href: String::new() }
}

//! One file to the typed columns of its table. Other files are not looked at, so that parts can be made at the same time.

use std::sync::Arc;

use super::super::vocabulary::Vocabulary;
use super::cell::{Fault, Meaning, understand};
use super::datum::{Cell, Column, Datum};
use super::heading::match_headings;
use super::mapping::Constant;
use super::plan::{Format, PlannedFile, TablePlan};
use super::schema::{ColumnSchema, Sensitivity};
use crate::diag::{Capped, Diagnostic, FileId, Outcome, Place, Severity, codes};
use crate::read::{Ledger, LedgerColumn, Node, Origins, Texts, Value, parse_json, parse_toml, read_csv, read_records};
use crate::source::{Sources, decode, decode_as};

/// The rows of one file, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The file.
    pub file: FileId,
    pub(super) table: usize,
    pub(super) origins: Origins,
    /// By column of the schema; `None` for columns that the file does not have, and for secret ones.
    pub(super) columns: Vec<Option<Arc<Column>>>,
    pub(super) written_in: Vec<WrittenIn>,
    /// Whether everything in the file was understood.
    pub(super) is_whole: bool,
}

/// Where the values of a column stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WrittenIn {
    /// In this column of the file.
    Column(u32),
    /// In `data/sources.toml`, once for all rows.
    Constant(Place),
    /// Nowhere.
    Nothing,
}

impl TablePlan {
    /// Reads and understands one file of the plan.
    ///
    /// - Depends on the file, `data/sources.toml`, `data/tables.toml` and `data/vocabulary.toml`, and on nothing else.
    /// - Codes: those of `decode`, `read_csv`, `parse_toml`, `parse_json` and `read_records`; M512–M515, M529, M530 for headings; M601–M614 for cells.
    pub fn read_part(&self, sources: &Sources, planned: &PlannedFile, vocabulary: &Vocabulary) -> Outcome<Part> {
        let mut found = Vec::new();
        let ledger = self.read_ledger(sources, planned, &mut found);
        let mut part = match ledger {
            Some(ledger) => self.understand(ledger, planned, vocabulary, &mut found),
            None => Part::broken(planned, self.schemas.tables[planned.table].columns.len()),
        };
        part.is_whole &= !found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        Outcome::new(part, found)
    }

    fn read_ledger(&self, sources: &Sources, planned: &PlannedFile, found: &mut Vec<Diagnostic>) -> Option<Ledger> {
        let file = planned.file;
        let bytes = sources.bytes(file).unwrap_or_default();
        let n_before = found.len();
        let decoded = match planned.rule.and_then(|idx| self.rules[idx].encoding) {
            Some(encoding) => decode_as(file, &bytes, encoding),
            None => decode(file, &bytes),
        };
        let text = decoded.into_value(found).text;
        if found[n_before..].iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
            return None;
        }
        let root = match planned.format {
            Format::Csv => return read_csv(file, &text, &planned.form).into_value(found),
            Format::Json => parse_json(file, &text).into_value(found)?,
            Format::Toml => {
                let fields = parse_toml(file, &text, 0).into_value(found)?;
                Node { span: fields.span, value: Value::Fields(fields) }
            }
        };
        let name = &self.schemas.tables[planned.table].name;
        read_records(file, &root, &[name], planned.form.max_rows).into_value(found)
    }

    fn understand(&self, ledger: Ledger, planned: &PlannedFile, vocabulary: &Vocabulary, found: &mut Vec<Diagnostic>) -> Part {
        let schema = &self.schemas.tables[planned.table];
        let rule = planned.rule.map(|idx| &self.rules[idx]);
        let mut about_headings = Vec::new();
        let headings = match_headings(&ledger, schema, rule, &mut about_headings);
        // Undeclared headings may be declared in a settings file that could not be read, which has been said.
        if self.is_whole {
            found.append(&mut about_headings);
        }
        let n_rows = ledger.n_rows();
        let mut part = Part::broken(planned, schema.columns.len());
        part.is_whole = self.is_whole;
        part.origins = ledger.origins;
        let mut written: Vec<Option<LedgerColumn>> = ledger.columns.into_iter().map(Some).collect();
        let mut faults = Capped::new(Place::File(planned.file));
        for (idx, column) in schema.columns.iter().enumerate() {
            let constant = rule.and_then(|rule| rule.constants.iter().find(|constant| constant.column == idx));
            let taken = headings[idx].and_then(|heading| written[heading].take());
            match (taken, constant) {
                (Some(taken), _) => part.take_column(idx, column, vocabulary, taken, &mut faults),
                (None, Some(constant)) => part.take_constant(column, vocabulary, constant, n_rows, &mut faults),
                (None, None) => {}
            }
        }
        // What `read` could not put into a cell is missing in it, which is the same fault.
        let refused: Vec<Place> =
            found.iter().filter(|one| one.code.id == codes::no_cell_value.id).map(|one| one.at.clone()).collect();
        let is_said = |one: &Diagnostic| one.code.id == codes::missing_value.id && refused.contains(&one.at);
        found.extend(faults.into_found().into_iter().filter(|one| !is_said(one)));
        part
    }
}

impl Part {
    /// A part without rows, of a file that could not be understood.
    fn broken(planned: &PlannedFile, n_columns: usize) -> Self {
        Self {
            file: planned.file,
            table: planned.table,
            origins: Origins::Spans { rows: Vec::new(), cells: Vec::new() },
            columns: vec![None; n_columns],
            written_in: vec![WrittenIn::Nothing; n_columns],
            is_whole: false,
        }
    }

    pub(super) fn n_rows(&self) -> usize {
        self.origins.n_rows()
    }

    /// The value of a cell; `column` is that of the schema.
    pub(super) fn cell(&self, row_idx: usize, column: usize) -> Cell<'_> {
        self.columns[column].as_ref().map_or(Cell::Empty, |column| column.cell(row_idx))
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row_idx: usize, column: usize) -> Place {
        match &self.written_in[column] {
            WrittenIn::Column(column) => self.origins.place(self.file, row_idx, *column),
            WrittenIn::Constant(place) => place.clone(),
            WrittenIn::Nothing => self.origins.row_place(self.file, row_idx),
        }
    }

    /// Number of a row as the author counts, from one.
    pub(super) fn row_number(&self, row_idx: usize) -> u32 {
        match &self.origins {
            Origins::Grid { rows, .. } => rows[row_idx] + 1,
            Origins::Spans { .. } => row_idx as u32 + 1,
        }
    }

    fn take_column(
        &mut self,
        idx: usize,
        schema: &ColumnSchema,
        vocabulary: &Vocabulary,
        written: LedgerColumn,
        faults: &mut Capped,
    ) {
        self.written_in[idx] = WrittenIn::Column(written.column);
        if schema.sensitivity == Sensitivity::Secret {
            return;
        }
        let (column, bad) = understand_column(schema, vocabulary, &written.texts, written.cells);
        if bad.iter().any(Option::is_some) {
            for (row_idx, id) in column.cells.iter().enumerate() {
                if let Some(fault) = &bad[*id as usize] {
                    faults.push_with(fault.code(), || {
                        let at = self.origins.place(self.file, row_idx, written.column);
                        fault.describe(schema, vocabulary, at, written.texts.get(*id))
                    });
                }
            }
        }
        self.columns[idx] = Some(Arc::new(column));
    }

    fn take_constant(
        &mut self,
        schema: &ColumnSchema,
        vocabulary: &Vocabulary,
        constant: &Constant,
        n_rows: usize,
        faults: &mut Capped,
    ) {
        self.written_in[constant.column] = WrittenIn::Constant(constant.at.clone());
        let mut texts = Texts::default();
        texts.push(&constant.text);
        let (column, bad) = understand_column(schema, vocabulary, &texts, vec![0; n_rows]);
        if let Some(fault) = &bad[0] {
            faults.push(fault.describe(schema, vocabulary, constant.at.clone(), &constant.text));
        }
        self.columns[constant.column] = Some(Arc::new(column));
    }
}

/// Understands each distinct text once; a fault leaves an empty value.
fn understand_column(
    schema: &ColumnSchema,
    vocabulary: &Vocabulary,
    texts: &Texts,
    cells: Vec<u32>,
) -> (Column, Vec<Option<Fault>>) {
    let mut column = Column { cells, ..Column::default() };
    let mut bad = Vec::with_capacity(texts.len());
    for text in texts.iter() {
        let (meaning, fault) = match understand(schema, vocabulary, text) {
            Ok(meaning) => (meaning, None),
            Err(fault) => (Meaning::Empty, Some(fault)),
        };
        let datum = column.keep(meaning);
        column.values.push(datum);
        bad.push(fault);
    }
    (column, bad)
}

impl Column {
    fn keep(&mut self, meaning: Meaning) -> Datum {
        match meaning {
            Meaning::Empty => Datum::Empty,
            Meaning::Text(text) => Datum::Text(self.texts.push(&text)),
            Meaning::Integer(number) => Datum::Integer(number),
            Meaning::Number(number) => Datum::Number(number),
            Meaning::Bool(is_true) => Datum::Bool(is_true),
            Meaning::Date(date) => Datum::Date(date),
            Meaning::Month(month) => Datum::Month(month),
            Meaning::List(meanings) => {
                let start = self.items.len() as u32;
                for meaning in meanings {
                    let datum = self.keep(meaning);
                    self.items.push(datum);
                }
                Datum::List { start, end: self.items.len() as u32 }
            }
        }
    }
}

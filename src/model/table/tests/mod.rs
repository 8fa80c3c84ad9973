//! Tables as a site keeps them, from files in memory to rows and findings.

mod cells;
mod declared;
mod files;
mod rows;

use jiff::civil::date;

use super::*;
use crate::diag::{Diagnostic, Place};

/// Reads files below `data/`, with one activity and one resource known.
fn read(files: &[(&str, &str)]) -> Outcome<Tables> {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let sources = Sources::from_memory(files, date(2026, 3, 31));
    let vocabulary = Vocabulary::of_site(&sources).value;
    let mut entries = EntryIds::new();
    entries.entry("activity".into()).or_default().extend(["theme-day-03".to_owned(), "party-lesson-02".to_owned()]);
    entries.entry("resource".into()).or_default().insert("party-history-01".to_owned());
    read_tables(&sources, &vocabulary, &entries, TableLimits::default())
}

fn codes_of(files: &[(&str, &str)]) -> Vec<&'static str> {
    read(files).found.iter().map(|diagnostic| diagnostic.code.id).collect()
}

/// Tables of files without a mistake.
fn tables(files: &[(&str, &str)]) -> Tables {
    let outcome = read(files);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found.iter().map(words).collect::<Vec<_>>());
    outcome.value
}

fn words(diagnostic: &Diagnostic) -> String {
    format!("{} {}", diagnostic.code.id, diagnostic.message().zh)
}

fn cell_name(diagnostic: &Diagnostic) -> String {
    match &diagnostic.at {
        Place::Cell(_, cell) => cell.name(),
        other => format!("{other:?}"),
    }
}

/// Codes for one column of a table that the site declares, with one cell.
fn codes_for(column: &str, cell: &str) -> Vec<&'static str> {
    let schema = format!("[notes.columns]\nid = {{ key = true }}\nx = {column}\n");
    let csv = format!("id,x\n1,\"{}\"\n", cell.replace('"', "\"\""));
    codes_of(&[("data/tables.toml", &schema), ("data/notes.csv", &csv)])
}

/// The normal form of one cell of such a column.
fn value_of(column: &str, cell: &str) -> String {
    let schema = format!("[notes.columns]\nid = {{ key = true }}\nx = {column}\n");
    let csv = format!("id,x\n1,\"{cell}\"\n");
    let tables = tables(&[("data/tables.toml", &schema), ("data/notes.csv", &csv)]);
    let row = tables.get("notes").and_then(|table| table.row(0)).expect("there is a row");
    row.get("x").canonical().into_owned()
}

const BRANCHES: (&str, &str) = ("data/branches.csv", "id,name\nshukong,数控教工党支部\njixie,机械学生党支部\n");
const MEMBERS: (&str, &str) = ("data/members.csv", "学号,姓名,所在支部\n2024001,王一,shukong\n2024002,李二,jixie\n");

//! CSV as offices write it, read through the door of the room.

use proptest::prelude::*;

use super::*;
use crate::read::Ledger;

const FILE: FileId = FileId(7);

fn read(text: &str) -> Outcome<Option<Ledger>> {
    read_csv(FILE, text, &CsvForm::default())
}

fn codes_of(text: &str) -> Vec<&'static str> {
    read(text).found.iter().map(|diagnostic| diagnostic.code.id).collect()
}

/// The rows as texts.
fn rows(text: &str) -> Vec<Vec<String>> {
    rows_of(&read(text).value.expect("there are headings"))
}

fn rows_of(ledger: &Ledger) -> Vec<Vec<String>> {
    let texts = |row: usize| (0..ledger.columns.len()).map(|column| ledger.text(row, column).to_owned()).collect();
    (0..ledger.n_rows()).map(texts).collect()
}

/// Row and line of each row as messages show them.
fn numbers(text: &str) -> Vec<(u32, u32)> {
    let ledger = read(text).value.expect("there are headings");
    let place = |row: usize| match ledger.place(row, 0) {
        Place::Cell(_, cell) => (cell.row + 1, cell.line.unwrap_or(0)),
        other => panic!("a cell and not {other:?}"),
    };
    (0..ledger.n_rows()).map(place).collect()
}

#[test]
fn cells_are_read_with_their_quotes_resolved() {
    assert_eq!(rows("a,b\n1,\"x, \"\"y\"\"\"\n"), [["1", "x, \"y\""]]);
}

#[test]
fn a_line_break_inside_quotes_belongs_to_its_cell() {
    assert_eq!(rows("a,b\n1,\"x\ny\"\n2,z\n"), [["1", "x\ny"], ["2", "z"]]);
    assert_eq!(numbers("a,b\n1,\"x\ny\"\n2,z\n"), [(2, 2), (3, 4)]);
}

#[test]
fn line_ends_of_every_system_are_the_same() {
    let expected = [(2, 2), (3, 3)];
    assert_eq!(numbers("a,b\n1,x\n2,y\n"), expected);
    assert_eq!(numbers("a,b\r\n1,x\r\n2,y\r\n"), expected);
    assert_eq!(numbers("a,b\r1,x\r2,y\r"), expected);
    assert_eq!(rows("a,b\r\n1,x\r\n"), [["1", "x"]]);
}

#[test]
fn blank_lines_are_passed_over_and_counted() {
    assert_eq!(numbers("a,b\n\n1,x\n\n\n2,y"), [(3, 3), (6, 6)]);
    assert_eq!(numbers("a,b\r\n\r\n1,x\r\n,\r\n  \r\n2,y"), [(3, 3), (6, 6)]);
}

#[test]
fn the_separator_is_the_one_that_the_headings_show() {
    assert_eq!(rows("a;b\n1;x,y\n"), [["1", "x,y"]]);
    assert_eq!(rows("a\tb\n1\tx\n"), [["1", "x"]]);
    assert_eq!(rows("\"a;b;c\",b\n1,x\n"), [["1", "x"]]);
    assert_eq!(rows("a\n1\n"), [["1"]]);
}

#[test]
fn a_ragged_row_says_both_counts_and_the_separator() {
    let found = read("a;b\n1;x\n2\n3;y;z\n").found;
    let message = found[0].message();
    assert_eq!(found.len(), 2);
    assert_eq!(message.zh, "第 3 行有 1 格，表头有 2 格（按 `;` 分列）");
    assert_eq!(rows("a;b\n1;x\n2\n3;y;z\n"), [["1", "x"]]);
}

#[test]
fn empty_cells_behind_the_last_heading_are_what_spreadsheets_leave() {
    assert_eq!(rows("a,b,,\n1,x,,\n2,y\n3,z,,,,\n"), [["1", "x"], ["2", "y"], ["3", "z"]]);
    assert!(codes_of("a,b,,\n1,x,,\n2,y\n3,z,,,,\n").is_empty());
}

#[test]
fn an_unclosed_quote_is_found_where_it_opens() {
    let found = read("a,b\n1,\"x\n2,y\n3,z\n").found;
    assert_eq!(found[0].code.id, "R452");
    assert_eq!(found[0].at, Place::Text(FILE, Span::new(6, 7)));
    assert_eq!(found.len(), 1);
}

#[test]
fn a_quote_that_pairs_with_a_later_one_is_found_too() {
    let text = "a,b\n1,\"x\n2,y\n3,\"z\"\n";
    assert_eq!(codes_of(text), ["R452"]);
    assert_eq!(read(text).found[0].at, Place::Text(FILE, Span::new(6, 7)));
}

#[test]
fn an_unclosed_quote_in_the_headings_is_found() {
    assert_eq!(codes_of("a,\"b\n1,x\n"), ["R452"]);
}

#[test]
fn equal_headings_are_an_error_and_the_first_is_kept() {
    assert_eq!(codes_of("a,b,a\n1,x,2\n"), ["R453"]);
    assert_eq!(rows("a,b,a\n1,x,2\n"), [["1", "x"]]);
    assert_eq!(codes_of("a,\u{200b}a\n1,2\n"), ["R453"]);
}

#[test]
fn a_column_without_heading_is_an_error_only_if_it_has_content() {
    assert_eq!(codes_of("a,,b\n1,,x\n"), Vec::<&str>::new());
    let found = read("a,,b\n1,,x\n2,!,y\n").found;
    assert_eq!(found[0].code.id, "R454");
    assert!(matches!(&found[0].at, Place::Cell(_, cell) if cell.name() == "B3"));
}

#[test]
fn headings_lose_what_cannot_be_seen() {
    let ledger = read("\u{feff}\u{200b}姓名 , 支部\u{200b}\n甲,乙\n").value.expect("there are headings");
    assert_eq!(ledger.columns[0].heading, "姓名");
    assert_eq!(ledger.columns[1].heading, "支部");
}

#[test]
fn a_line_separator_is_text_like_any_other() {
    assert_eq!(rows("a,b\n1,x\u{2028}y\n"), [["1", "x\u{2028}y"]]);
}

#[test]
fn a_file_without_headings_is_an_error() {
    assert_eq!(codes_of(""), ["R456"]);
    assert_eq!(codes_of("\n\n"), ["R456"]);
    assert!(codes_of("a,b\n").is_empty());
}

#[test]
fn headings_may_stand_lower_and_rows_below_them_may_be_left_out() {
    let form = CsvForm { header_row: 2, n_skipped: 1, ..CsvForm::default() };
    let ledger = read_csv(FILE, "2026 年考勤表\n\na,b\n（单位：分钟）,\n1,x\n", &form).value.expect("there are headings");
    assert_eq!(rows_of(&ledger), [["1", "x"]]);
    assert!(matches!(ledger.place(0, 1), Place::Cell(_, cell) if cell.name() == "B5"));
}

#[test]
fn declared_totals_and_notes_are_no_rows() {
    let form = CsvForm { totals: vec!["合计".into()], notes: vec!["注：".into()], ..CsvForm::default() };
    let outcome = read_csv(FILE, "a,b\n1,x\n合 计,1\n合计人,2\n注：本表截至三月\n", &form);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    assert_eq!(rows_of(&outcome.value.expect("there are headings")), [["1", "x"], ["合计人", "2"]]);
}

#[test]
fn rows_above_the_limit_are_not_read() {
    let form = CsvForm { max_rows: 2, ..CsvForm::default() };
    let outcome = read_csv(FILE, "a\n1\n2\n3\n4\n", &form);
    assert_eq!(outcome.found[0].code.id, "R455");
    assert_eq!(outcome.value.expect("there are headings").n_rows(), 2);
}

#[test]
fn equal_texts_are_kept_once() {
    let ledger = read("a,b\n1,x\n2,x\n1,x\n").value.expect("there are headings");
    assert_eq!((ledger.columns[0].texts.len(), ledger.columns[1].texts.len()), (2, 1));
}

#[test]
fn the_fifty_first_ragged_row_is_only_counted() {
    let mut text = String::from("a,b\n");
    for _ in 0..53 {
        text.push_str("1\n");
    }
    let found = read(&text).found;
    assert_eq!(found.len(), 51);
    assert!(found[50].message().zh.contains("还有 3 处"));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "[a,;\"\t\r\n 中\u{200b}\u{2028}]{0,60}", header_row in 0u32..4, n_skipped in 0u32..3) {
        let form = CsvForm { header_row, n_skipped, max_rows: 5, totals: vec!["a".into()], ..CsvForm::default() };
        if let Some(ledger) = read_csv(FILE, &text, &form).value {
            for column in &ledger.columns {
                prop_assert_eq!(column.cells.len(), ledger.n_rows());
            }
        }
    }

    #[test]
    fn what_the_csv_crate_writes_is_read_back(rows in prop::collection::vec(prop::collection::vec("[a-c,\"\n中]{1,5}", 3), 1..6)) {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).expect("memory can be written");
        for row in &rows {
            writer.write_record(row).expect("memory can be written");
        }
        let text = String::from_utf8(writer.into_inner().expect("memory can be written")).expect("texts are texts");
        let ledger = read(&text).value.expect("there are headings");
        let expected: Vec<Vec<String>> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(rows_of(&ledger), expected);
    }
}

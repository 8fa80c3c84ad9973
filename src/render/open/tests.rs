use super::csv::CsvRows;
use super::json::JsonRows;
use crate::plan::{OpenCell, OpenColumn, OpenKind};

fn columns() -> Vec<OpenColumn> {
    let column = |name: &str, kind| OpenColumn { name: name.to_owned(), title: name.to_owned(), kind, is_key: false };
    vec![column("title", OpenKind::Text), column("value", OpenKind::Number), column("held", OpenKind::Flag)]
}

fn csv(rows: &[[OpenCell<'_>; 3]]) -> String {
    let mut csv = CsvRows::new(&columns());
    rows.iter().for_each(|row| csv.push(row));
    String::from_utf8(csv.finish()).expect("CSV is text")
}

#[test]
fn csv_begins_with_a_mark_and_quotes_only_what_needs_it() {
    let rows = [
        [OpenCell::Text("a,\"b\"\nc"), OpenCell::Number("0.95041322314"), OpenCell::Flag(false)],
        [OpenCell::Empty, OpenCell::Empty, OpenCell::Flag(true)],
    ];
    assert_eq!(csv(&rows), "\u{feff}title,value,held\r\n\"a,\"\"b\"\"\nc\",0.95041322314,false\r\n,,true\r\n");
}

#[test]
fn a_text_is_no_formula_and_a_number_stays_one() {
    for (written, shown) in [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-x", "'-x"),
        ("@a", "'@a"),
        ("\tb", "'\tb"),
        ("\rb", "\"'\rb\""),
        ("a=b", "a=b"),
        ("'x", "'x"),
    ] {
        let row = [OpenCell::Text(written), OpenCell::Number("-3"), OpenCell::Flag(true)];
        assert_eq!(csv(&[row]), format!("\u{feff}title,value,held\r\n{shown},-3,true\r\n"), "{written:?}");
    }
}

#[test]
fn a_row_of_one_empty_cell_is_still_a_row() {
    let mut csv = CsvRows::new(&columns()[..1]);
    csv.push(&[OpenCell::Empty]);
    assert_eq!(csv.finish(), "\u{feff}title\r\n\"\"\r\n".as_bytes());
}

#[test]
fn json_has_an_object_a_row() {
    let mut json = JsonRows::new(&columns());
    json.push(&[OpenCell::Text("=\"a\""), OpenCell::Number("1.5"), OpenCell::Flag(true)]);
    json.push(&[OpenCell::Empty, OpenCell::Empty, OpenCell::Flag(false)]);
    let text = String::from_utf8(json.finish()).expect("JSON is text");
    let wanted =
        "[\n{\"title\":\"=\\\"a\\\"\",\"value\":1.5,\"held\":true},\n{\"title\":null,\"value\":null,\"held\":false}\n]\n";
    assert_eq!(text, wanted);
    serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON");
}

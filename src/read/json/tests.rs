//! JSON through the door of the room.

use super::*;

fn parse(text: &str) -> Outcome<Option<Node>> {
    parse_json(FileId(0), text)
}

fn code_of(text: &str) -> &'static str {
    parse(text).found.first().map_or("", |diagnostic| diagnostic.code.id)
}

#[test]
fn places_count_bytes_so_chinese_does_not_shift_them() {
    let node = parse("[\"数控\", 12]").value.expect("it is JSON");
    let Value::List(items) = node.value else { panic!("a list") };
    assert_eq!(items[1].span, Span::new(11, 13));
    assert_eq!(items[1].value, Value::Integer(12));
}

#[test]
fn objects_keep_the_order_of_their_keys() {
    let node = parse("{\"b\": null, \"a\": [true, 0.5]}").value.expect("it is JSON");
    let Value::Fields(fields) = node.value else { panic!("an object") };
    assert_eq!(fields.entries[0].0.text, "b");
    assert_eq!(fields.get("b").map(|node| &node.value), Some(&Value::Null));
}

#[test]
fn escapes_are_resolved() {
    let node = parse("\"\\u6570\\n\"").value.expect("it is JSON");
    assert_eq!(node.value, Value::Text("数\n".into()));
}

#[test]
fn each_usual_slip_has_its_own_code() {
    for (text, code) in [
        ("[1,]", "R402"),
        ("{\"a\": 1,}", "R402"),
        ("[1 2]", "R402"),
        ("[{\"a\": 1} {\"a\": 2}]", "R402"),
        ("[,]", "R402"),
        ("[] // x", "R403"),
        ("/* x", "R403"),
        ("{a: 1}", "R404"),
        ("['a']", "R404"),
        ("[“a”]", "R404"),
        ("[NaN]", "R104"),
        ("[-Infinity]", "R104"),
        ("[1", "R405"),
        ("{\"a\": \"b", "R405"),
        ("", "R401"),
        ("{\"a\" 1}", "R401"),
        ("[] []", "R401"),
        ("[1e999]", "R104"),
        ("[123456789012345678901234567890]", "R104"),
        ("{\"a\": 1, \"a\": 2}", "R105"),
    ] {
        assert_eq!(code_of(text), code, "{text}");
    }
}

#[test]
fn brackets_nested_without_end_are_refused() {
    assert_eq!(code_of(&"[".repeat(100_000)), "R406");
    assert_eq!(code_of(&"{\"a\":".repeat(100_000)), "R406");
}

#[test]
fn an_error_points_at_a_whole_character() {
    let found = parse("[“数控”]").found;
    assert_eq!(found[0].at, Place::Text(FileId(0), Span::new(1, 4)));
}

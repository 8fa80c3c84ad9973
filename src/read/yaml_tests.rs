//! YAML from outside: small texts, the tree they give, and the slips that are found in them.

use jiff::civil::{date, time};

use crate::diag::{Diagnostic, FileId, Place};
use crate::read::{Fields, Node, Value, parse_yaml};

fn fields(text: &str) -> Fields {
    let outcome = parse_yaml(FileId(0), text, 0);
    assert_eq!(outcome.found, [], "{text}");
    outcome.value.expect("this is YAML")
}

fn value(text: &str) -> Value {
    fields(&format!("甲: {text}\n")).entries.remove(0).1.value
}

fn marked<'a>(text: &'a str, diagnostic: &Diagnostic) -> &'a str {
    match diagnostic.at {
        Place::Text(_, span) => &text[span.start as usize..span.end as usize],
        _ => "",
    }
}

#[test]
fn plain_scalars_are_read_by_the_core_schema() {
    for (text, expected) in [
        ("", Value::Null),
        ("~", Value::Null),
        ("true", Value::Bool(true)),
        ("yes", Value::Text("yes".to_owned())),
        ("on", Value::Text("on".to_owned())),
        ("12", Value::Integer(12)),
        ("-3", Value::Integer(-3)),
        ("0x1F", Value::Integer(31)),
        ("01234", Value::Text("01234".to_owned())),
        ("0", Value::Integer(0)),
        ("2.50", Value::Float(2.5)),
        ("1e3", Value::Float(1000.0)),
        ("1.2.3", Value::Text("1.2.3".to_owned())),
        ("-", Value::List(vec![Node { span: crate::diag::Span::new(6, 6), value: Value::Null }])),
        ("\"12\"", Value::Text("12".to_owned())),
        ("!!str 12", Value::Text("12".to_owned())),
        ("三月：主题", Value::Text("三月：主题".to_owned())),
        ("2026-03-15", Value::Date(date(2026, 3, 15))),
        ("2026-3-15", Value::Text("2026-3-15".to_owned())),
        ("2026年3月15日", Value::Text("2026年3月15日".to_owned())),
        ("2026-03-15T14:30", Value::DateTime(date(2026, 3, 15).at(14, 30, 0, 0))),
        ("2026-03-15 14:30:05", Value::DateTime(date(2026, 3, 15).at(14, 30, 5, 0))),
        ("2026-03-15T14:30:00+08:00", Value::DateTime(date(2026, 3, 15).at(14, 30, 0, 0))),
        ("2026-03-15T14:30:00.5Z", Value::DateTime(date(2026, 3, 15).at(14, 30, 0, 0))),
        ("14:30", Value::Time(time(14, 30, 0, 0))),
        ("2026-03-15 下午", Value::Text("2026-03-15 下午".to_owned())),
        ("|\n  一\n  二\n", Value::Text("一\n二\n".to_owned())),
    ] {
        if text != "-" {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}

#[test]
fn every_key_and_value_has_its_place_in_the_file() {
    let text = "# 注\n标题: \"甲“乙”\"\r\ntags: [学习, 丙]\nlist:\n  - 丁\n  - {戊: 己}\n末: 庚\n";
    let tree = parse_yaml(FileId(0), text, 4).value.expect("this is YAML");
    let mut seen = Vec::new();
    collect(&tree, text, &mut seen);
    assert_eq!(
        seen,
        [
            "标题",
            "\"甲“乙”\"",
            "tags",
            "[学习, 丙]",
            "学习",
            "丙",
            "list",
            "- 丁\n  - {戊: 己}",
            "丁",
            "{戊: 己}",
            "戊",
            "己",
            "末",
            "庚"
        ]
    );
}

fn collect<'a>(fields: &Fields, text: &'a str, seen: &mut Vec<&'a str>) {
    for (key, node) in &fields.entries {
        seen.push(&text[key.span.start as usize - 4..key.span.end as usize - 4]);
        collect_node(node, text, seen);
    }
}

fn collect_node<'a>(node: &Node, text: &'a str, seen: &mut Vec<&'a str>) {
    seen.push(&text[node.span.start as usize - 4..node.span.end as usize - 4]);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| collect_node(item, text, seen)),
        Value::Fields(inner) => collect(inner, text, seen),
        _ => {}
    }
}

#[test]
fn a_slip_is_named_in_its_place_with_the_line_that_was_meant() {
    for (text, name, mark, line) in [
        ("title：三月", "yaml_colon", "：", "title: 三月"),
        ("title：三月\ndate: 2026-03-15", "yaml_colon", "：", "title: 三月"),
        ("date: 2026-03-15\ntitle:三月\n", "yaml_colon", ":", "title: 三月"),
        ("title: 通知: 三月", "yaml_colon_in_text", "通知: 三月", "title: \"通知: 三月\""),
        ("tags:\n\t- 学习", "yaml_tab", "\t", ""),
        ("title: *重点*", "yaml_alias", "*重点*", ""),
        ("a: &x 1\nb: *x", "yaml_alias", "*x", ""),
        ("title: \"三月\ndate: 2026-03-15\n", "text_not_closed", "\"", ""),
        ("title: @三月", "yaml_syntax", "@三月", ""),
        ("- 甲", "yaml_no_fields", "- 甲", ""),
        ("三月主题党日", "yaml_no_fields", "三月主题党日", ""),
        ("a: 1\nb: 2\na: 3", "same_key_twice", "a", ""),
        ("a: 2026-13-40", "no_such_day", "2026-13-40", ""),
        ("a: 99999999999999999999", "number_out_of_range", "99999999999999999999", ""),
        ("a: .nan", "number_out_of_range", ".nan", ""),
        ("[a]: 1", "yaml_no_fields", "[", ""),
    ] {
        let outcome = parse_yaml(FileId(0), text, 0);
        let [diagnostic] = outcome.found.as_slice() else { panic!("one finding in {text:?}, not {:?}", outcome.found) };
        let offered = diagnostic.args.iter().find(|(name, _)| *name == "line").map_or("", |(_, line)| line);
        assert_eq!((diagnostic.code.name, marked(text, diagnostic), offered), (name, mark, line), "{text}");
        assert!(diagnostic.help().is_some());
        assert!(outcome.value.is_none(), "{text}");
    }
}

#[test]
fn bombs_are_refused() {
    let laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    let lists = format!("a:\n  {}x", "- ".repeat(20_000));
    let indents: String = (0..200).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    for (text, name) in [
        (laughs, "yaml_alias"),
        (&lists, "data_too_deep"),
        (&indents, "data_too_deep"),
        (&format!("a: {}", "[".repeat(20_000)), "data_too_deep"),
        (&format!("a: {}", "{a: ".repeat(20_000)), "data_too_deep"),
    ] {
        let found = parse_yaml(FileId(0), text, 0).found;
        assert_eq!(found.iter().map(|one| one.code.name).collect::<Vec<_>>(), [name]);
    }
}

#[test]
fn empty_front_matter_has_no_fields() {
    for text in ["", "\n", "# 注释\n"] {
        assert!(fields(text).entries.is_empty());
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_in_the_file(text in "([a-z甲：“”:\"'\\[\\]{}&*!|>%@`,#?0-9 \\-\n\t]|: |- |\n  ){0,40}") {
        for diagnostic in parse_yaml(FileId(0), &text, 0).found {
            if let Place::Text(_, span) = diagnostic.at {
                proptest::prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
            }
            let _ = (diagnostic.message(), diagnostic.help());
        }
    }
}

//! TOML from outside: small texts, the tree they give, and the slips that are found in them.

use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::read::{Value, parse_toml};

fn slips(text: &str) -> Vec<Diagnostic> {
    parse_toml(FileId(0), text, 0).found
}

/// Name of the only finding, what it marks, and the line that its help offers.
fn slip(text: &str) -> (&'static str, String, String) {
    let found = slips(text);
    let [diagnostic] = found.as_slice() else { panic!("one finding in {text:?}, not {found:?}") };
    let Place::Text(_, span) = diagnostic.at else { panic!("a place in the text") };
    let line = diagnostic.args.iter().find(|(name, _)| *name == "line").map_or("", |(_, line)| line);
    assert!(diagnostic.help().is_some(), "{text}");
    let _ = diagnostic.message();
    (diagnostic.code.name, text[span.start as usize..span.end as usize].to_owned(), line.to_owned())
}

#[test]
fn a_slip_is_named_at_its_column_with_the_line_that_was_meant() {
    for (text, name, marked, line) in [
        ("title = “三月主题党日”", "wide_punctuation", "“", "title = \"三月主题党日\""),
        ("title = “学习“二十大”精神”", "wide_punctuation", "“", "title = \"学习“二十大”精神\""),
        ("title = \"三月”", "wide_punctuation", "”", "title = \"三月\""),
        ("title = “三月\"", "wide_punctuation", "“", "title = \"三月\""),
        ("title ＝ \"三，月：\"", "wide_punctuation", "＝", "title = \"三，月：\""),
        ("title＝“三月” # 注，释", "wide_punctuation", "＝", "title= \"三月\" # 注，释"),
        ("tags = [\"甲\"，\"乙\"]", "wide_punctuation", "，", "tags = [\"甲\",\"乙\"]"),
        ("tags = [“甲”、“乙，丙”]", "wide_punctuation", "“", "tags = [\"甲\",\"乙，丙\"]"),
        ("tags ＝【甲，乙】", "wide_punctuation", "＝", "tags = [\"甲\",\"乙\"]"),
        ("place = ‘一楼’", "wide_punctuation", "‘", "place = \"一楼\""),
        ("expected = ２２", "wide_punctuation", "２２", "expected = 22"),
        ("start = 2026-03-15T14：30", "wide_punctuation", "2026-03-15T14：30", "start = 2026-03-15T14:30"),
        ("【site】", "wide_punctuation", "【", "[site]"),
        ("feedback = { n ＝ 3， mean = 4 }", "wide_punctuation", "＝", "feedback = { n = 3, mean = 4 }"),
        ("images = [{ file = “a.jpg”, alt = \"图\" }]", "wide_punctuation", "“", "images = [{ file = \"a.jpg\", alt = \"图\" }]"),
        ("标题 = \"三月\"", "key_needs_quotes", "标题", "\"标题\" = \"三月\""),
        ("title = 三月，主题党日", "text_needs_quotes", "三月，主题党日", "title = \"三月，主题党日\""),
        ("tags = [甲, \"乙\"]", "text_needs_quotes", "甲", "tags = [\"甲\", \"乙\"]"),
        ("title = 他说\"好\"", "text_needs_quotes", "他说\"好\"", "title = \"他说“好”\""),
        ("date = 2026年3月15日", "date_form", "2026年3月15日", "date = 2026-03-15"),
        ("date = 2026/3/15", "date_form", "2026/3/15", "date = 2026-03-15"),
        ("date = 2026-3-15 # 周日", "date_form", "2026-3-15", "date = 2026-03-15 # 周日"),
        ("date = 2026-13-40", "no_such_day", "2026-13-40", ""),
        ("date = 2026-02-30", "no_such_day", "2026-02-30", ""),
        ("date = 2026年9月", "text_needs_quotes", "2026年9月", "date = \"2026年9月\""),
        ("title = \"三月", "text_not_closed", "\"三月", "title = \"三月\""),
        ("text = \"\"\"三月\n四月", "text_not_closed", "\"\"\"", ""),
        ("title = \"学习\"二十大\"精神\"", "quotes_in_text", "\"", "title = \"学习“二十大”精神\""),
        ("title: \"三月\"", "no_equals_sign", ":", "title = \"三月\""),
        ("title：三月", "no_equals_sign", "：", "title = \"三月\""),
        ("title = \"三月\"，", "surplus_mark", "，", "title = \"三月\""),
        ("title = \"三月\",", "surplus_mark", ",", "title = \"三月\""),
        ("tags = [\n  “甲”，\n]", "wide_punctuation", "“", "\"甲\","),
        ("id = 01234", "text_needs_quotes", "01234", "id = \"01234\""),
        ("a = 1\nb = 2\na = 3", "same_key_twice", "a", ""),
        ("a = 1e309", "number_out_of_range", "1e309", ""),
        ("a = 99999999999999999999", "number_out_of_range", "99999999999999999999", ""),
        ("title", "no_equals", "title", ""),
        ("tags = [\"甲\" \"乙\"]", "missing_comma", " ", "tags = [\"甲\", \"乙\"]"),
        ("tags = [\"甲\"“乙”]", "missing_comma", "“", "tags = [\"甲\", \"乙\"]"),
        ("tags = [\"甲\", \"乙\"", "list_not_closed", "[", "tags = [\"甲\", \"乙\"]"),
        ("tags = [\"甲\"\ndate = 2026-03-15", "list_not_closed", "[", "tags = [\"甲\"]"),
        ("tags = [\n\"甲\"\n\"乙\"\n]", "missing_comma", "\"甲\"", "\"甲\","),
        ("tags = \"甲\", \"乙\"", "list_without_brackets", "\"甲\", \"乙\"", "tags = [\"甲\", \"乙\"]"),
        ("tags =\n  - 甲\n  - 乙", "list_without_brackets", "tags =", "tags = [\"甲\", \"乙\"]"),
        ("draft = 是", "yes_or_no", "是", "draft = true"),
        ("draft = true。", "yes_or_no", "true。", "draft = true"),
        ("n = 35人", "number_with_unit", "35人", "n = 35"),
        ("title = 2026年工作", "text_needs_quotes", "2026年工作", "title = \"2026年工作\""),
        ("// 备注", "comment_mark", "//", "# 备注"),
        ("title = \"甲\" // 备注", "comment_mark", "//", "title = \"甲\" # 备注"),
        ("title = \"甲\"\n\u{feff}date = 2026-03-15", "unseen_character", "\u{feff}", "date = 2026-03-15"),
        ("[review", "brackets_do_not_match", "[review", "[review]"),
        ("date == 2026-03-15", "equals_sign_once", "==", "date = 2026-03-15"),
        ("summary =", "no_value", "summary =", ""),
        ("title = \"甲\" date = 2026-03-15", "two_fields_on_a_line", "date = 2026-03-15", ""),
        ("cover = \"D:\\图\\a.jpg\"", "backslash", "\\", "cover = \"D:/图/a.jpg\""),
        ("start time = 3", "key_with_space", "start time", "\"start time\" = 3"),
        ("title: 甲\ndate: 2026-03-15", "yaml_for_toml", "title: 甲", ""),
        ("title = \"甲\"\"", "surplus_mark", "\"", "title = \"甲\""),
        ("feedback = { n = 3", "toml_syntax", "", ""),
    ] {
        assert_eq!(slip(text), (name, marked.to_owned(), line.to_owned()), "{text}");
    }
}

#[test]
fn slips_of_several_lines_are_all_said_and_nothing_else() {
    let names: Vec<_> =
        slips("title = “甲”\ndate = 2026年3月15日\nok = 1\ntags = [乙]\n").iter().map(|one| one.code.name).collect();
    assert_eq!(names, ["wide_punctuation", "date_form", "text_needs_quotes"]);
}

#[test]
fn values_keep_their_kind_and_place() {
    let text = "b = \"甲\"\na = [1, 2.5, true]\nd = 2026-03-15\nt = 2026-03-15T14:30:00+08:00\nh = 14:30\n[s]\nx = 1\n";
    let fields = parse_toml(FileId(0), text, 10).value.expect("this is TOML");
    let keys: Vec<_> = fields.entries.iter().map(|(key, _)| key.text.as_str()).collect();
    assert_eq!(keys, ["b", "a", "d", "t", "h", "s"]);
    assert_eq!(fields.span, Span::new(10, 10 + text.len()));
    let value = |key: &str| fields.get(key).map(|node| node.value.clone());
    assert_eq!(value("b"), Some(Value::Text("甲".to_owned())));
    assert_eq!(value("d"), Some(Value::Date(jiff::civil::date(2026, 3, 15))));
    assert_eq!(value("t"), Some(Value::DateTime(jiff::civil::date(2026, 3, 15).at(14, 30, 0, 0))));
    assert_eq!(value("h"), Some(Value::Time(jiff::civil::time(14, 30, 0, 0))));
    assert_eq!(fields.get("b").map(|node| node.span), Some(Span::new(14, 19)));
    assert!(matches!(value("a"), Some(Value::List(items)) if items.len() == 3));
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for text in [
        format!("a = {}", "[".repeat(20_000)),
        format!("a = {}", "{a = ".repeat(20_000)),
        format!("a{} = 1", ".a".repeat(20_000)),
        format!("[a{}]", ".a".repeat(20_000)),
    ] {
        let outcome = parse_toml(FileId(0), &text, 0);
        assert!(outcome.value.is_none());
        assert_eq!(outcome.found[0].code.name, "data_too_deep");
        assert!(outcome.found.len() < 30);
    }
}

proptest::proptest! {
    #[test]
    fn any_line_is_explained_without_panic_and_in_the_file(text in "[a-z甲=＝:：“”\"'\\[\\]【】{}｛，、,#0-9年月日./\\- \n\\\\]{0,40}") {
        for diagnostic in slips(&text) {
            if let Place::Text(_, span) = diagnostic.at {
                proptest::prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
            }
            let _ = (diagnostic.message(), diagnostic.help());
        }
    }
}

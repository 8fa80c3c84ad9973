use jiff::civil::date;

use super::{Colour, Ending, Format, Language, Manner, N_SHOWN, Run, Summary, write};
use crate::diag::{CellPlace, Diagnostic, FileId, Place, Span, codes};
use crate::source::Sources;

fn told(files: &[(&str, &str)], found: &[Diagnostic], manner: Manner) -> String {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let sources = Sources::from_memory(files, date(2026, 3, 31));
    let run = Run { sources: &sources, found, summary: Summary::of(found), ending: Ending::Refused, held_back: None, gate: None };
    let mut out = Vec::new();
    write(&mut out, &run, manner).expect("memory takes everything");
    String::from_utf8(out).expect("words are text")
}

fn human(files: &[(&str, &str)], found: &[Diagnostic]) -> String {
    told(files, found, Manner::default())
}

fn short(files: &[(&str, &str)], found: &[Diagnostic]) -> String {
    told(files, found, Manner { format: Format::Short, language: Language::English, colour: Colour::Plain })
}

fn json(files: &[(&str, &str)], found: &[Diagnostic]) -> Vec<serde_json::Value> {
    let text = told(files, found, Manner { format: Format::Json, ..Manner::default() });
    text.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

fn text(file: u32, start: usize, end: usize) -> Place {
    Place::Text(FileId(file), Span::new(start, end))
}

fn cell(row: u32, column: u32, line: Option<u32>, sheet: Option<&str>) -> Place {
    Place::Cell(FileId(0), CellPlace { sheet: sheet.map(Into::into), row, column, line })
}

const NOTE: &str = "+++\ntitle = \"三月主题党日\"\n正文“甲”乙\n";

#[test]
fn a_mark_stands_below_wide_characters() {
    let start = NOTE.find('“').unwrap();
    let found = [codes::wide_punctuation
        .at(text(0, start, start + "“甲”".len()))
        .with("wide", "“")
        .with("narrow", '"')
        .with("line", "title = \"甲\"")];
    let expected = "\
错误[R102]: 用了中文输入法的 `“`，这里要用英文的 `\"`
 --> content/news/a.md:3:3
  |
3 | 正文“甲”乙
  |     ^^^^
  |
  = 建议: 这一行应写成：title = \"甲\"

1 个错误；网站没有改动
";
    assert_eq!(human(&[("content/news/a.md", NOTE)], &found), expected);
}

#[test]
fn a_cell_is_shown_in_its_row_below_its_heading() {
    let csv = "学号,姓名,积分\n2024001,\"张, 三\",8\n2024002,李四,\"12,5o\"\n";
    let found = [codes::number_out_of_range.at(cell(2, 2, Some(3), None)).with("value", "12,5o")];
    let expected = "\
错误[R104]: 数字超出了范围：`12,5o`
 --> data/积分.csv:3:12 › C3（第 3 行）
  |
3 | 2024002 | 李四 | 12,5o
  |                  ^^^^^ 积分
  |
  = 建议: 请写一个普通大小的数字；编号请加引号写成文字

1 个错误；网站没有改动
";
    assert_eq!(human(&[("data/积分.csv", csv)], &found), expected);
    let line = short(&[("data/积分.csv", csv)], &found);
    assert!(line.starts_with("data/积分.csv:3:12: error[R104]: this number is out of range: `12,5o` (C3)\n"), "{line}");
}

#[test]
fn a_cell_of_a_workbook_is_named_with_its_sheet() {
    let found = [codes::number_out_of_range.at(cell(6, 27, None, Some("2026"))).with("value", "x")];
    let files = [("data/积分.xlsx", "")];
    assert!(human(&files, &found).contains(" --> data/积分.xlsx › 2026 › AB7\n"), "{}", human(&files, &found));
    assert!(short(&files, &found).contains("data/积分.xlsx: error[R104]: this number is out of range: `x` (2026 › AB7)\n"));
}

#[test]
fn json_says_what_the_contract_says() {
    let start = NOTE.find('“').unwrap();
    let found = [
        codes::same_key_twice.at(text(0, start, start + 3)).with("key", "title").also(text(0, 4, 9)),
        codes::not_utf8.at(Place::File(FileId(0))).with("encoding", "GBK"),
    ];
    let lines = json(&[("content/news/a.md", NOTE)], &found);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["code"], "S102", "findings about the whole file come first");
    assert_eq!(lines[0]["severity"], "warning");
    assert!(lines[0]["line"].is_null() && lines[0]["cell"].is_null() && lines[0]["sheet"].is_null());
    let second = serde_json::json!({
        "code": "R105", "severity": "error", "file": "content/news/a.md",
        "line": 3, "column": 3, "end_line": 3, "end_column": 4, "sheet": null, "cell": null,
        "message": {"zh": "同一个字段写了两次：`title`", "en": "the same key twice: `title`"},
        "help": {"zh": "请删掉其中一个", "en": "remove one of them"},
        "also": [{"file": "content/news/a.md", "line": 2, "column": 1, "end_line": 2, "end_column": 6, "sheet": null, "cell": null}],
    });
    assert_eq!(lines[1], second);
    let summary = serde_json::json!({"summary": {
        "errors": 1, "warnings": 1, "pages": 0, "files": 0, "bytes": 0, "elapsed_ms": 0}});
    assert_eq!(lines[2], summary);
}

#[test]
fn json_keys_stand_in_the_order_of_the_contract() {
    let found = [codes::front_not_closed.at(text(0, 0, 3)).with("fence", "+++")];
    let text = told(&[("content/a.md", NOTE)], &found, Manner { format: Format::Json, ..Manner::default() });
    let start = "{\"code\":\"R001\",\"severity\":\"error\",\"file\":\"content/a.md\",\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":4,\"sheet\":null,\"cell\":null,\"message\":{\"zh\":";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn json_of_a_cell_has_its_name_and_line() {
    let found = [codes::number_out_of_range.at(cell(1, 1, Some(2), None)).with("value", "x")];
    let line = &json(&[("data/a.csv", "a,b\n1,x\n")], &found)[0];
    assert_eq!((&line["cell"], &line["line"]), (&serde_json::json!("B2"), &serde_json::json!(2)));
    assert!(line["sheet"].is_null() && line["column"].is_null());
}

#[test]
fn a_file_that_could_not_be_read_is_still_named() {
    let found = [codes::bad_file_name.at(Place::Project).with("path", "content/aux.md").with("better", "aux-1.md")];
    assert_eq!(json(&[], &found)[0]["file"], "content/aux.md");
    assert!(short(&[], &found).starts_with("content/aux.md: error[S001]: "));
    assert!(human(&[], &found).contains(" --> content/aux.md\n"));
}

#[test]
fn findings_stand_in_order_of_file_place_and_code() {
    let files = [("content/a.md", "一二三"), ("content/b.md", "一二三")];
    let found = [
        codes::nul_byte.at(text(1, 0, 1)),
        codes::nul_byte.at(text(0, 3, 6)),
        codes::same_key_twice.at(text(0, 0, 3)).with("key", "k"),
        codes::nul_byte.at(text(0, 0, 3)).also(text(1, 0, 3)),
    ];
    let places: Vec<String> = short(&files, &found).lines().map(|line| line.chars().take(26).collect()).collect();
    let expected =
        ["content/a.md:1:1: error[R1", "content/a.md:1:1: error[S1", "content/a.md:1:2: error[S1", "content/b.md:1:1: error[S1"];
    assert_eq!(places[..4], expected);
}

#[test]
fn the_fifty_first_of_a_kind_is_only_counted() {
    let found: Vec<Diagnostic> = (0..N_SHOWN + 7).map(|_| codes::nul_byte.at(text(0, 0, 1))).collect();
    let files = [("content/a.md", "x")];
    let lines = short(&files, &found);
    assert_eq!(lines.matches("error[S103]").count(), N_SHOWN);
    assert!(
        lines.ends_with(
            "7 more of S103 are not listed; mend the first ones and check again\n57 errors; the site was not changed\n"
        )
    );
    assert!(human(&files, &found).contains("另有 7 个 S103 没有列出；"));
    assert_eq!(json(&files, &found).len(), N_SHOWN + 8, "programs get all");
}

#[test]
fn nothing_an_author_wrote_can_steer_the_terminal() {
    let hostile = "a\u{1b}[31m红\u{9b}2J\u{202e}\u{200b}\r\nb";
    let found = [codes::same_key_twice.at(text(0, 1, 2)).with("key", hostile).also(Place::File(FileId(0)))];
    let path = "content/\u{1b}]0;x\u{7}.md";
    for shown in [human(&[(path, hostile)], &found), short(&[(path, hostile)], &found)] {
        let steering: Vec<char> = shown.chars().filter(|c| c.is_control() && *c != '\n').collect();
        assert!(steering.is_empty(), "{shown}");
        assert!(!shown.contains(['\u{202e}', '\u{200b}']), "{shown}");
    }
    assert!(human(&[(path, hostile)], &found).contains("1 | a␛[31m红�2J��\n  |  ^\n"));
}

#[test]
fn a_line_of_a_megabyte_is_cut_around_the_mark() {
    let line = format!("{}这里{}", "汉".repeat(200_000), "字".repeat(200_000));
    let found = [codes::nul_byte.at(text(0, 600_000, 600_006))];
    let shown = human(&[("content/a.md", &line)], &found);
    assert!(shown.contains(" --> content/a.md:1:200001\n"), "{}", &shown[..400]);
    assert!(shown.contains("1 | …汉汉"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 100), "{shown}");
    let lines: Vec<&str> = shown.lines().collect();
    // The ellipsis is one column wide, each character before the mark two.
    let quoted = lines.iter().position(|line| line.starts_with("1 |")).unwrap();
    let n_before = lines[quoted].chars().take_while(|c| *c != '这').filter(|c| *c == '汉').count();
    assert_eq!(lines[quoted + 1].find('^'), Some("  | ".len() + 1 + 2 * n_before), "{shown}");
}

#[test]
fn many_findings_in_one_long_line_are_quick() {
    let line = "党".repeat(400_000);
    let found: Vec<Diagnostic> = (0..20_000).map(|n| codes::nul_byte.at(text(0, n * 60, n * 60 + 3))).collect();
    let lines = json(&[("content/a.md", &line)], &found);
    assert_eq!(lines[19_999]["column"], 19_999 * 20 + 1);
}

#[test]
fn places_outside_the_text_are_at_its_end() {
    let found = [codes::nul_byte.at(text(0, 500, 900)), codes::nul_byte.at(text(0, 4, 5))];
    let lines = json(&[("content/a.md", "一二\r\n")], &found);
    assert_eq!((&lines[1]["line"], &lines[1]["column"]), (&serde_json::json!(2), &serde_json::json!(1)));
    assert_eq!(lines[0]["column"], 2, "the middle of a character is its beginning");
    human(&[("content/a.md", "一二\r\n")], &found);
}

#[test]
fn lines_end_in_all_three_ways() {
    let found: Vec<Diagnostic> = [0, 2, 4, 7].map(|at| codes::nul_byte.at(text(0, at, at))).to_vec();
    let lines = json(&[("content/a.md", "a\nb\rc\r\nd")], &found);
    let numbers: Vec<_> = lines[..4].iter().map(|line| line["line"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

#[test]
fn a_span_over_several_lines_marks_the_first() {
    let found = [codes::nul_byte.at(text(0, 2, 9))];
    let shown = human(&[("content/a.md", "abc\ndef\nghi")], &found);
    assert!(shown.contains(" --> content/a.md:1:3\n  |\n1 | abc\n  |   ^\n"), "{shown}");
}

#[test]
fn other_places_are_named() {
    let found = [codes::same_key_twice.at(text(0, 0, 1)).with("key", "a").also(text(0, 6, 7)).also(cell(6, 1, Some(7), None))];
    let shown = human(&[("data/a.toml", "a = 1\na = 2\n")], &found);
    assert!(shown.contains("  = 另见: data/a.toml:2:1\n  = 另见: data/a.toml › B7（第 7 行）\n  = 建议: "), "{shown}");
}

#[test]
fn colour_is_there_only_when_asked_for() {
    let found = [codes::nul_byte.at(text(0, 0, 1))];
    let files = [("content/a.md", "x")];
    assert!(!human(&files, &found).contains('\u{1b}'));
    let coloured = told(&files, &found, Manner { colour: Colour::Terminal, ..Manner::default() });
    assert!(coloured.contains('\u{1b}'));
}

#[test]
fn the_last_line_says_what_became_of_the_site() {
    let sources = Sources::from_memory([], date(2026, 3, 31));
    let last = |errors, warnings, ending, language| {
        let summary = Summary { errors, warnings, pages: 128, files: 611, bytes: 4_218_033, elapsed_ms: 1_234 };
        let run = Run { sources: &sources, found: &[], summary, ending, held_back: None, gate: None };
        let mut out = Vec::new();
        write(&mut out, &run, Manner { language, ..Manner::default() }).unwrap();
        String::from_utf8(out).unwrap()
    };
    use Language::{Chinese, English};
    assert_eq!(last(3, 2, Ending::Refused, Chinese), "3 个错误，2 个警告；网站没有改动\n");
    assert_eq!(
        last(0, 2, Ending::Written, Chinese),
        "没有错误，2 个警告；网站已更新，共 128 个网页、611 个文件、4.2 MB，用时 1.2 秒\n"
    );
    assert_eq!(last(0, 0, Ending::Checked, Chinese), "没有发现问题；共 128 个网页、611 个文件、4.2 MB，用时 1.2 秒\n");
    assert_eq!(
        last(0, 0, Ending::Same, English),
        "nothing to mend; nothing is new and the site stays as it is: 128 pages, 611 files, 4.2 MB, 1.2 s\n"
    );
    assert_eq!(last(1, 0, Ending::Refused, English), "1 error; the site was not changed\n");
}

#[test]
fn help_stands_below_a_place_that_cannot_be_quoted() {
    let found = [codes::not_utf8.at(Place::File(FileId(0))).with("encoding", "GBK")];
    let expected = "\
警告[S102]: 文件编码是 GBK，已自动转换
 --> data/a.csv
 = 建议: 不改也可以；要改，就用记事本打开，“另存为”时编码选 UTF-8（命令行：`iconv -f GBK -t UTF-8`）

";
    let shown = human(&[("data/a.csv", "a")], &found);
    assert!(shown.starts_with(expected), "{shown}");
}

#[test]
fn the_arrow_points_to_the_gutter_of_long_files() {
    let found = [codes::nul_byte.at(text(0, 1_200, 1_200))];
    let shown = human(&[("content/a.md", &"\n".repeat(1_200))], &found);
    assert!(shown.contains("\n    --> content/a.md:1201:1\n     |\n1201 |\n     | ^\n"), "{shown}");
}

//! Tables as a site keeps them, from files in memory to rows and findings.

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

// Shipped schemas.

#[test]
fn all_tables_of_the_design_are_shipped() {
    let names: Vec<String> = Schemas::shipped().iter().map(|table| table.name.clone()).collect();
    assert_eq!(
        names.join(" "),
        "branches members memberships attendance study_tasks task_completion study_records discussions frozen honours \
         points_entries feedback opinions budget channels partners outcomes consent holidays"
    );
}

#[test]
fn levels_of_the_shipped_columns_are_those_of_the_design() {
    let schemas = Schemas::shipped();
    let at = |wanted: Sensitivity| {
        let mut names = Vec::new();
        for table in schemas.iter() {
            let columns = table.columns.iter().filter(|column| column.sensitivity == wanted);
            names.extend(columns.map(|column| format!("{}.{}", table.name, column.name)));
        }
        names.join(" ")
    };
    assert_eq!(
        at(Sensitivity::Personal),
        "members.id members.name memberships.member attendance.member task_completion.member study_records.member \
         points_entries.holder consent.person"
    );
    assert_eq!(
        at(Sensitivity::Internal),
        "members.role members.joined_party_on task_completion.minutes task_completion.score study_records.minutes \
         study_records.completion study_records.score consent.document"
    );
}

// Files and headings.

#[test]
fn a_file_is_placed_by_its_name_in_english_or_chinese() {
    for path in ["data/branches.csv", "data/党支部.csv", "data/2026/支部.csv", "data/Branches.CSV"] {
        assert_eq!(tables(&[(path, BRANCHES.1)]).get("branches").map(Table::len), Some(2), "{path}");
    }
}

#[test]
fn headings_may_be_names_labels_or_other_usual_words() {
    let tables = tables(&[BRANCHES, ("data/members.csv", "工号,姓 名,支部*\n2024001,王一,shukong\n")]);
    let row = tables.get("members").and_then(|table| table.find_by_key(&["2024001"])).expect("the row is there");
    assert_eq!((row.text("name"), row.text("branch")), (Some("王一"), Some("shukong")));
}

#[test]
fn brackets_of_headings_may_be_wide() {
    let csv = "学号,日期,学习时长（分钟）\n2024001,2026-03-01,90\n";
    assert!(codes_of(&[BRANCHES, MEMBERS, ("data/study_records.csv", csv)]).is_empty());
}

#[test]
fn an_unknown_heading_is_named_with_the_nearest() {
    let found = read(&[("data/branches.csv", "id,nmae\nshukong,数控\n")]).found;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code.id, cell_name(&found[0]).as_str()), ("M512", "B1"));
    assert!(found[0].help().expect("a heading is near").zh.contains("name"));
}

#[test]
fn a_missing_column_is_said_once_for_the_file() {
    let found = read(&[("data/branches.csv", "parent\n\n")]).found;
    assert_eq!(
        found.iter().map(words).collect::<Vec<_>>(),
        ["M513 表 `branches` 缺少必需的列：支部编号（id）、支部名称（name）"]
    );
}

#[test]
fn two_headings_for_one_column_are_an_error() {
    assert_eq!(codes_of(&[BRANCHES, ("data/members.csv", "学号,工号\n1,2\n")]), ["M514"]);
}

#[test]
fn headings_of_identity_numbers_are_refused_unless_they_are_declared_secret() {
    let members = ("data/members.csv", "学号,身份证号码\n2024001,x\n");
    assert_eq!(codes_of(&[BRANCHES, members]), ["M515"]);
    let ignored = "[[source]]\nfile = \"members.csv\"\ntable = \"members\"\ncolumns = { \"身份证号码\" = false }\n";
    assert_eq!(codes_of(&[BRANCHES, members, ("data/sources.toml", ignored)]), ["M515"]);
    let internal = ("data/tables.toml", "[members.columns]\ncard = { label = \"身份证号码\" }\n");
    assert_eq!(codes_of(&[BRANCHES, members, internal]), ["M515"]);
    let secret = ("data/tables.toml", "[members.columns]\ncard = { label = \"身份证号码\", sensitivity = \"secret\" }\n");
    let tables = tables(&[BRANCHES, members, secret]);
    let row = tables.get("members").and_then(|table| table.row(0)).expect("there is a row");
    assert_eq!(row.get("card"), Cell::Empty);
}

#[test]
fn a_file_of_no_known_table_is_an_error_with_the_nearest() {
    let found = read(&[("data/memebrs.csv", "id\n1\n")]).found;
    assert_eq!(found[0].code.id, "M511");
    assert!(found[0].help().expect("a table is near").zh.contains("members"));
}

#[test]
fn settings_and_other_files_are_no_tables() {
    let files =
        [("data/metrics.toml", "[metric.x]"), ("data/points/a.toml", ""), ("data/person-key.txt", "x"), ("data/readme.md", "")];
    assert!(codes_of(&files).is_empty());
    assert_eq!(codes_of(&[("data/党员.xlsx", "x")]), ["M516"]);
}

#[test]
fn a_table_may_have_several_files() {
    let tables = tables(&[BRANCHES, ("data/2025/branches.csv", "id,name\nold,旧支部\n"), MEMBERS]);
    let branches = tables.get("branches").expect("there are branches");
    let names: Vec<_> = branches.rows().filter_map(|row| row.text("id")).collect();
    assert_eq!(names, ["old", "shukong", "jixie"]);
    assert_eq!(branches.find_by_key(&["jixie"]).map(|row| (row.idx(), row.number_in_file())), Some((2, 3)));
}

#[test]
fn an_empty_table_is_a_table_without_rows() {
    assert_eq!(tables(&[("data/branches.csv", "id,name\n")]).get("branches").map(Table::len), Some(0));
    assert_eq!(tables(&[("data/branches.json", "[]")]).get("branches").map(Table::len), Some(0));
    assert_eq!(tables(&[("data/branches.toml", "")]).get("branches").map(Table::len), Some(0));
}

// Encodings.

#[test]
fn old_encodings_are_read_with_a_warning_and_named_ones_without() {
    let (gbk, _, _) = encoding_rs::GB18030.encode("id,name\nshukong,数控教工党支部\n");
    let rule = "[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\nencoding = \"gbk\"\n";
    for (files, codes) in [
        (vec![("data/branches.csv", &*gbk)], vec!["S102"]),
        (vec![("data/branches.csv", &*gbk), ("data/sources.toml", rule.as_bytes())], vec![]),
    ] {
        let sources = Sources::from_memory(files, date(2026, 3, 31));
        let outcome = read_tables(&sources, &Vocabulary::shipped(), &EntryIds::new(), TableLimits::default());
        assert_eq!(outcome.found.iter().map(|one| one.code.id).collect::<Vec<_>>(), codes);
        let name = outcome.value.get("branches").and_then(|table| table.row(0)?.text("name").map(str::to_owned));
        assert_eq!(name.as_deref(), Some("数控教工党支部"));
    }
}

#[test]
fn a_file_that_is_no_text_is_said_once() {
    let files: [(&str, &[u8]); 2] =
        [("data/branches.csv", b"id,name\na,\xff\xff\xff\n"), ("data/members.csv", "id,branch\n1,a\n".as_bytes())];
    let sources = Sources::from_memory(files, date(2026, 3, 31));
    let outcome = read_tables(&sources, &Vocabulary::shipped(), &EntryIds::new(), TableLimits::default());
    assert_eq!(outcome.found.iter().map(|one| one.code.id).collect::<Vec<_>>(), ["S101"]);
    assert!(!outcome.value.get("branches").expect("it has a file").is_whole());
}

// TOML and JSON.

#[test]
fn toml_and_json_make_the_same_table_as_csv() {
    let toml =
        "[[row]]\nid = \"a\"\nname = \"甲\"\nfounded_on = 2020-07-01\nhas_groups = true\n\n[[row]]\nid = \"b\"\nname = \"乙\"\n";
    let json = "[{\"id\": \"a\", \"name\": \"甲\", \"founded_on\": \"2020-07-01\", \"has_groups\": true}, {\"id\": \"b\", \"name\": \"乙\"}]";
    let csv = "id,name,founded_on,has_groups\na,甲,2020年7月1日,是\nb,乙,,\n";
    for file in [("data/branches.toml", toml), ("data/branches.json", json), ("data/branches.csv", csv)] {
        let tables = tables(&[file]);
        let branches = tables.get("branches").expect("there are branches");
        let row = branches.row(0).expect("there is a row");
        assert_eq!(
            (row.text("name"), row.date("founded_on"), row.flag("has_groups")),
            (Some("甲"), Some(date(2020, 7, 1)), Some(true))
        );
        assert_eq!(branches.row(1).and_then(|row| row.flag("has_groups")), None);
    }
}

#[test]
fn the_array_of_a_toml_table_may_have_its_name() {
    assert_eq!(
        tables(&[("data/branches.toml", "[[branches]]\nid = \"a\"\nname = \"甲\"\n")]).get("branches").map(Table::len),
        Some(1)
    );
    assert_eq!(codes_of(&[("data/branches.toml", "id = \"a\"\n")]), ["R457"]);
}

#[test]
fn a_fault_in_toml_stands_at_its_value() {
    let found = read(&[("data/branches.toml", "[[row]]\nid = \"a\"\nname = \"甲\"\nfounded_on = \"2020-02-30\"\n")]).found;
    assert_eq!(found[0].code.id, "M607");
    assert!(matches!(found[0].at, Place::Text(_, span) if span.end - span.start == 12));
}

#[test]
fn rows_and_cells_of_the_wrong_shape_are_errors() {
    assert_eq!(codes_of(&[("data/branches.json", "[[1], {\"id\": \"a\", \"name\": {\"x\": 1}}]")]), ["R458", "R459", "M605"]);
    assert_eq!(codes_of(&[("data/branches.json", "[{\"id\": \"a\", \"name\": [\"x\"]}]")]), ["M614"]);
}

#[test]
fn items_of_a_written_list_may_hold_any_mark() {
    let json = "[{\"id\": \"a\", \"x\": [\"甲、乙\", \"丙\"]}]";
    let tables =
        tables(&[("data/tables.toml", "[notes.columns]\nid = { key = true }\nx = { list = true }\n"), ("data/notes.json", json)]);
    assert_eq!(tables.get("notes").and_then(|table| table.row(0)).map(|row| row.texts("x")), Some(vec!["甲、乙", "丙"]));
}

// Cells.

#[test]
fn numbers_are_read_in_their_usual_forms() {
    assert_eq!(value_of("{ type = \"number\" }", "１，２００．５"), "1200.5");
    assert_eq!(value_of("{ type = \"integer\" }", " 1,200 "), "1200");
}

#[test]
fn what_is_no_number_is_an_error() {
    assert_eq!(codes_for("{ type = \"number\" }", "90分钟"), ["M601"]);
    assert_eq!(codes_for("{ type = \"number\" }", "95%"), ["M601"]);
    assert_eq!(codes_for("{ type = \"integer\" }", "1.5"), ["M613"]);
    for huge in ["1e309", "NaN", "inf", "-inf", "99999999999999999999"] {
        assert_eq!(codes_for("{ type = \"number\" }", huge), ["M602"], "{huge}");
    }
}

#[test]
fn a_percentage_is_a_ratio_however_it_is_written() {
    let percent = "{ type = \"number\", unit = \"percent\" }";
    assert_eq!(value_of(percent, "95%"), "0.95");
    assert_eq!(value_of(percent, "９５．５％"), "0.955");
    assert_eq!(value_of(percent, "0.95"), "0.95");
    assert_eq!(value_of(percent, "-0"), "0");
    for wrong in ["95", "101%", "-5%"] {
        assert_eq!(codes_for(percent, wrong), ["M604"], "{wrong}");
    }
    assert_eq!(value_of("{ type = \"number\", unit = \"percent\", range = [-1, 2] }", "150%"), "1.5");
}

#[test]
fn numbers_keep_to_their_range() {
    assert_eq!(codes_for("{ type = \"number\", range = [0, 100] }", "100.5"), ["M603"]);
    assert_eq!(codes_for("{ type = \"integer\", range = [1] }", "0"), ["M603"]);
    assert!(codes_for("{ type = \"integer\", range = [1] }", "9999").is_empty());
}

#[test]
fn yes_and_no_are_read_in_their_usual_forms() {
    for (written, value) in
        [("是", "true"), ("√", "true"), ("1", "true"), ("TRUE", "true"), ("否", "false"), ("×", "false"), ("0", "false")]
    {
        assert_eq!(value_of("{ type = \"bool\" }", written), value, "{written}");
    }
    assert_eq!(codes_for("{ type = \"bool\" }", "部分"), ["M611"]);
}

#[test]
fn dates_are_read_in_all_documented_forms_and_never_guessed() {
    for written in ["2024-09-03", "2024/9/3", "2024.9.3", "2024年9月3日", "20240903", "２０２４-９-３"] {
        assert_eq!(value_of("{ type = \"date\" }", written), "2024-09-03", "{written}");
    }
    assert_eq!(codes_for("{ type = \"date\" }", "2026-13-40"), ["M607"]);
    assert_eq!(codes_for("{ type = \"date\" }", "2026年9月"), ["M608"]);
    assert_eq!(codes_for("{ type = \"date\" }", "46000"), ["M609"]);
}

#[test]
fn months_are_read_in_their_usual_forms() {
    assert_eq!(value_of("{ type = \"month\" }", "2026年3月"), "2026-03");
    assert_eq!(codes_for("{ type = \"month\" }", "三月"), ["M612"]);
}

#[test]
fn a_word_is_its_id_whether_written_as_id_or_as_label() {
    assert_eq!(value_of("{ enum = \"attendance_status\" }", "请假"), "on_leave");
    assert_eq!(value_of("{ enum = \"attendance_status\" }", "on_leave"), "on_leave");
    assert_eq!(value_of("{ enum = [\"一等奖\", \"二等奖\"] }", "二等奖"), "二等奖");
    assert_eq!(codes_for("{ enum = \"attendance_status\" }", "请价"), ["M606"]);
    assert_eq!(codes_for("{ enum = [\"一等奖\"] }", "三等奖"), ["M606"]);
}

#[test]
fn an_unknown_word_is_named_with_the_nearest_or_with_all() {
    let help = |written: &str| {
        let csv = format!("id,title,级别\n1,优秀案例,{written}\n");
        read(&[("data/honours.csv", &csv)]).found[0].help().expect("there is help").zh
    };
    assert!(help("univercity").contains("university"));
    assert!(help("宇宙级").contains("国家级（national）"));
}

#[test]
fn words_of_the_site_are_words() {
    let files = [
        ("data/vocabulary.toml", "[honour_level]\nindustry = \"行业级\"\n"),
        ("data/honours.csv", "id,title,level\n1,奖,行业级\n"),
    ];
    assert_eq!(
        tables(&files).get("honours").and_then(|table| table.row(0)?.text("level").map(str::to_owned)).as_deref(),
        Some("industry")
    );
}

#[test]
fn lists_are_split_at_semicolons_and_enumeration_commas() {
    assert_eq!(value_of("{ list = true }", "甲；乙;丙、丁、"), "甲;乙;丙;丁");
    assert_eq!(value_of("{ list = true, enum = \"consent_purpose\" }", "姓名、photo"), "name;photo");
    assert_eq!(codes_for("{ list = true, enum = \"consent_purpose\" }", "姓名、相片集"), ["M606"]);
}

#[test]
fn an_empty_cell_of_a_required_column_is_an_error_at_that_cell() {
    let found = read(&[("data/branches.csv", "id,name\na,甲\nb,\u{200b} \n")]).found;
    assert_eq!((found[0].code.id, cell_name(&found[0]).as_str()), ("M605", "B3"));
}

#[test]
fn numbers_that_a_spreadsheet_has_damaged_are_errors() {
    for damaged in ["1.10101E+17", "1.1E+11", "110101199003070000", "11010119900307000"] {
        assert_eq!(
            codes_of(&[BRANCHES, ("data/members.csv", &format!("学号,支部\n{damaged},shukong\n"))]),
            ["M610"],
            "{damaged}"
        );
    }
    for fine in ["2024DJ008", "20240001000", "1e5", "E10"] {
        assert!(codes_of(&[BRANCHES, ("data/members.csv", &format!("学号,支部\n{fine},shukong\n"))]).is_empty(), "{fine}");
    }
}

#[test]
fn messages_do_not_show_whole_numbers_of_persons() {
    let found = read(&[BRANCHES, ("data/members.csv", "学号,支部\n1,110101199003071234\n")]).found;
    assert_eq!(found[0].code.id, "M702");
    assert!(!found[0].message().zh.contains("19900307"), "{}", found[0].message().zh);
}

#[test]
fn what_cannot_be_seen_does_not_tell_keys_apart() {
    let tables = tables(&[BRANCHES, ("data/members.csv", "学号,支部\n２０２４\u{200b}001, shukong\u{feff}\n")]);
    assert!(tables.get("members").and_then(|table| table.find_by_key(&["2024001"])).is_some());
}

// Rows against each other.

#[test]
fn the_same_key_twice_names_both_rows() {
    let found = read(&[BRANCHES, ("data/members.csv", "学号,支部\n1,shukong\n2,shukong\n\n１,jixie\n")]).found;
    assert_eq!(found.iter().map(words).collect::<Vec<_>>(), ["M701 第 5 行与第 2 行的“编号”相同：`1`"]);
    assert!(matches!(&found[0].also[0], Place::Cell(_, cell) if cell.name() == "A2"));
}

#[test]
fn a_key_of_two_columns_is_one_key() {
    let csv = "活动,学号,出勤\ntheme-day-03,2024001,出席\ntheme-day-03,2024002,请假\nparty-lesson-02,2024001,√\n";
    let read_back = tables(&[BRANCHES, MEMBERS, ("data/attendance.csv", csv)]);
    let attendance = read_back.get("attendance").expect("there is attendance");
    let row = attendance.find_by_key(&["theme-day-03", "2024002"]).expect("the row is there");
    assert_eq!(row.text("status"), Some("on_leave"));
    assert!(attendance.find_by_key(&["party-lesson-02", "2024002"]).is_none());
    assert!(attendance.find_by_key(&["theme-day-03"]).is_none());
    let twice = format!("{csv}theme-day-03,2024002,出席\n");
    assert_eq!(codes_of(&[BRANCHES, MEMBERS, ("data/attendance.csv", &twice)]), ["M701"]);
}

#[test]
fn a_key_of_three_columns_is_found_too() {
    let schema = "[x.columns]\na = { key = true }\nb = { key = true, type = \"date\" }\nc = { key = true, type = \"integer\" }\n";
    let tables = tables(&[("data/tables.toml", schema), ("data/x.csv", "a,b,c\n1,2024/9/3,5\n1,2024-9-3,6\n")]);
    let found = tables.get("x").and_then(|table| table.find_by_key(&["1", "2024-09-03", "6"]));
    assert_eq!(found.map(|row| row.idx()), Some(1));
}

#[test]
fn a_unique_column_holds_each_value_once() {
    let schema = ("data/tables.toml", "[x.columns]\nid = { key = true }\ncode = { unique = true }\n");
    assert_eq!(codes_of(&[schema, ("data/x.csv", "id,code\n1,a\n2,a\n3,\n4,\n")]), ["M706"]);
}

#[test]
fn a_reference_to_nothing_is_named_with_the_nearest() {
    let found = read(&[BRANCHES, ("data/members.csv", "学号,支部\n1,shukon\n")]).found;
    assert_eq!((found[0].code.id, cell_name(&found[0]).as_str()), ("M702", "B2"));
    assert!(found[0].help().expect("a branch is near").zh.contains("shukong"));
}

#[test]
fn a_reference_may_write_the_name_where_only_one_has_it() {
    let read_back = tables(&[BRANCHES, ("data/members.csv", "学号,支部\n1,数控教工党支部\n2,jixie\n")]);
    let branches: Vec<_> = read_back.get("members").expect("there are members").rows().map(|row| row.text("branch")).collect();
    assert_eq!(branches, [Some("shukong"), Some("jixie")]);
    let same_names = ("data/branches.csv", "id,name\na,第一党支部\nb,第一党支部\n");
    assert_eq!(codes_of(&[same_names, ("data/members.csv", "学号,支部\n1,第一党支部\n")]), ["M707"]);
}

#[test]
fn names_in_a_list_become_keys_too() {
    let tasks = ("data/study_tasks.csv", "id,title,branches\nt1,学党章,数控教工党支部、jixie\n");
    let read_back = tables(&[BRANCHES, tasks]);
    let row = read_back.get("study_tasks").and_then(|table| table.row(0)).expect("there is a task");
    assert_eq!(row.texts("branches"), ["shukong", "jixie"]);
    let wrong = ("data/study_tasks.csv", "id,title,branches\nt1,学党章,shukong;nobody\n");
    assert_eq!(codes_of(&[BRANCHES, wrong]), ["M702"]);
}

#[test]
fn references_to_entries_are_checked_by_kind() {
    let csv = |resource: &str| format!("学号,日期,资源\n2024001,2026-03-01,{resource}\n");
    assert!(codes_of(&[BRANCHES, MEMBERS, ("data/study_records.csv", &csv("party-history-01"))]).is_empty());
    assert_eq!(codes_of(&[BRANCHES, MEMBERS, ("data/study_records.csv", &csv("party-history-02"))]), ["M702"]);
}

#[test]
fn a_table_that_is_referred_to_but_has_no_file_is_said_once() {
    assert_eq!(codes_of(&[("data/members.csv", "学号,支部\n1,a\n2,b\n")]), ["M704"]);
    assert!(codes_of(&[("data/members.csv", "学号,支部\n1,\n")]).is_empty());
}

#[test]
fn rows_above_each_other_in_a_circle_are_listed() {
    let csv = "id,name,上级\na,甲,b\nb,乙,c\nc,丙,a\nd,丁,d\ne,戊,a\nf,己,\n";
    let found = read(&[("data/branches.csv", csv)]).found;
    let expected = ["M703 “上级组织”绕成了圈：a → b → c → a", "M703 “上级组织”绕成了圈：d → d"];
    assert_eq!(found.iter().map(words).collect::<Vec<_>>(), expected);
    assert_eq!(found[0].also.len(), 2);
}

#[test]
fn an_orphan_is_a_reference_to_nothing() {
    assert_eq!(codes_of(&[("data/branches.csv", "id,name,parent\na,甲,gone\n")]), ["M702"]);
}

#[test]
fn a_row_that_is_the_same_in_every_cell_is_a_warning() {
    let csv = "日期,支部,合计数\n2024-03-01,shukong,5\n2024/3/1,shukong,5\n2024-03-01,shukong,6\n";
    let found = read(&[BRANCHES, ("data/discussions.csv", csv)]).found;
    assert_eq!(found.iter().map(words).collect::<Vec<_>>(), ["M705 第 3 行与第 2 行完全相同"]);
}

#[test]
fn faults_of_one_kind_are_listed_fifty_times_and_counted() {
    let mut csv = String::from("id,name,founded_on\n");
    for n in 0..1000 {
        csv.push_str(&format!("b{n},支部{n},2024年9月\n"));
    }
    let found = read(&[("data/branches.csv", &csv)]).found;
    assert_eq!(found.len(), 51);
    assert!(found[50].message().zh.contains("950"));
}

#[test]
fn independent_faults_are_all_reported_in_one_run() {
    let files = [
        ("data/branches.csv", "id,name,founded_on\na,甲,2026-02-30\na,乙,2020-07-01\n"),
        ("data/members.csv", "学号,支部,状态\n1,a,正试\n2\n"),
        ("data/honours.csv", "id,titel\n1,x\n"),
    ];
    let mut codes = codes_of(&files);
    codes.sort_unstable();
    assert_eq!(codes, ["M512", "M606", "M607", "M701", "R451"]);
}

// data/sources.toml.

#[test]
fn a_rule_maps_foreign_files_headings_and_rows() {
    let rule = r#"
[[source]]
file = "签到/2026-*.csv"
table = "attendance"
header_row = 2
skip_rows = 1
separator = ";"
columns = { "人" = "member", "备注" = false }
constants = { activity = "theme-day-03", mode = "线下" }
total_rows = ["合计"]
note_rows = ["注"]
"#;
    let csv = "三月签到表\n人;出勤;备注\n（学号）;;\n2024001;√;\n2024002;×;病\n合计;1;\n注：无\n";
    let tables = tables(&[BRANCHES, MEMBERS, ("data/sources.toml", rule), ("data/签到/2026-03.csv", csv)]);
    let attendance = tables.get("attendance").expect("there is attendance");
    let row = attendance.find_by_key(&["theme-day-03", "2024002"]).expect("the row is there");
    assert_eq!((row.text("status"), row.text("mode"), attendance.len()), (Some("absent"), Some("onsite"), 2));
    assert!(matches!(row.place_of("status"), Place::Cell(_, cell) if cell.name() == "B5"));
}

#[test]
fn mistakes_in_rules_are_findings() {
    for (rule, codes) in [
        ("[[sources]]\nfile = \"x\"", vec!["M521"]),
        ("[[source]]\nfile = \"branches.csv\"\ntabel = \"branches\"", vec!["M521", "M525"]),
        ("[[source]]\ntable = \"branches\"", vec!["M525"]),
        ("[[source]]\nfile = \"*\"\ntable = \"branchs\"", vec!["M523"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\nheader_row = \"3\"", vec!["M522"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\nheader_row = 0", vec!["M522"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\nencoding = \"ansi中\"", vec!["M526"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\ncolumns = { x = \"nam\" }", vec!["M524"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\ncolumns = { x = \"parent\" }", vec!["M529"]),
        ("[[source]]\nfile = \"branches.csv\"\ntable = \"branches\"\nconstants = { name = \"x\" }", vec!["M530"]),
        ("[[source]]\nfile = \"nothing.csv\"\ntable = \"branches\"", vec!["M527"]),
        ("[[source]]\nfile = \"*.csv\"\ntable = \"branches\"\n[[source]]\nfile = \"b*.csv\"\ntable = \"branches\"", vec!["M528"]),
    ] {
        assert_eq!(codes_of(&[BRANCHES, ("data/sources.toml", rule)]), codes, "{rule}");
    }
}

#[test]
fn a_constant_with_a_fault_is_said_once_where_it_stands() {
    let rule = "[[source]]\nfile = \"members.csv\"\ntable = \"members\"\nconstants = { status = \"正试\" }\n";
    let found = read(&[BRANCHES, MEMBERS, ("data/sources.toml", rule)]).found;
    assert_eq!(found.len(), 1);
    assert!(matches!(found[0].at, Place::Text(_, _)));
}

#[test]
fn patterns_match_within_folders_and_across_them() {
    for (pattern, path, is_match) in [
        ("*.csv", "a.csv", true),
        ("*.csv", "x/a.csv", false),
        ("**.csv", "x/a.csv", true),
        ("**/a.csv", "a.csv", true),
        ("x/**/a.csv", "x/a.csv", true),
        ("x/**/a.csv", "x/y/z/a.csv", true),
        ("x/**/a.csv", "x/ba.csv", false),
        ("签到/2026-??.csv", "签到/2026-03.csv", true),
        ("a*b*c", "aXbYc", true),
        ("a*b*c", "aXbY", false),
        ("", "", true),
    ] {
        assert_eq!(mapping::matches(pattern, path), is_match, "{pattern} {path}");
    }
}

// data/tables.toml.

#[test]
fn a_declared_table_is_read_and_its_columns_are_internal() {
    let schema = r#"
[reading_notes]
label = "读书笔记"
[reading_notes.columns]
id = { label = "编号", key = true }
member = { references = "members" }
pages = { label = "页数", type = "integer", range = [1], sensitivity = "public" }
"#;
    let tables =
        tables(&[BRANCHES, MEMBERS, ("data/tables.toml", schema), ("data/读书笔记.csv", "编号,member,页数\n1,2024001,12\n")]);
    let notes = tables.get("reading_notes").expect("it has a file");
    assert_eq!(notes.row(0).and_then(|row| row.integer("pages")), Some(12));
    let levels: Vec<_> = notes.schema().columns.iter().map(|column| column.sensitivity).collect();
    assert_eq!(levels, [Sensitivity::Internal, Sensitivity::Internal, Sensitivity::Public]);
}

#[test]
fn a_site_adds_columns_and_headings_to_shipped_tables() {
    let schema = "[members.columns]\nhobby = { label = \"特长\" }\nname = { aliases = [\"党员同志\"], required = true }\n";
    let csv = "学号,党员同志,特长\n1,王一,焊接\n2,,\n";
    assert_eq!(codes_of(&[("data/tables.toml", schema), ("data/members.csv", csv)]), ["M605"]);
}

#[test]
fn mistakes_in_declarations_are_findings() {
    for (schema, code) in [
        ("[x.columns]\na = { tpye = \"text\" }", "M521"),
        ("[x]\nlabl = \"甲\"", "M521"),
        ("[x]\ncolumns = 3", "M522"),
        ("[x.columns]\na = \"text\"", "M522"),
        ("x = 3", "M522"),
        ("[x.columns]\na = { range = [5, 1] }", "M522"),
        ("[x.columns]\na = { type = \"txet\" }", "M541"),
        ("[x.columns]\na = { enum = \"topik\" }", "M541"),
        ("[x.columns]\na = { unit = \"precent\" }", "M541"),
        ("[x.columns]\na = { sensitivity = \"hidden\" }", "M541"),
        ("[x]\nname_column = \"b\"\n[x.columns]\na = {}", "M541"),
        ("[x.columns]\na = { references = \"memebrs\" }", "M542"),
        ("[\"读书\".columns]\na = {}", "M543"),
        ("[x.columns]\nA = {}", "M543"),
        ("[members.columns]\nname = { type = \"number\" }", "M544"),
        ("[members.columns]\nname = { sensitivity = \"public\" }", "M544"),
        ("[members.columns]\nother = { key = true }", "M544"),
        ("[x.columns]\na = { label = \"甲\" }\nb = { label = \"甲\" }", "M545"),
    ] {
        assert_eq!(codes_of(&[("data/tables.toml", schema)]), [code], "{schema}");
    }
}

#[test]
fn a_site_may_use_a_unit_of_its_own() {
    assert!(codes_of(&[("data/tables.toml", "[x.columns]\na = { unit = \"学分\" }")]).is_empty());
}

#[test]
fn nobody_complains_about_what_a_broken_settings_file_may_declare() {
    assert_eq!(codes_of(&[("data/tables.toml", "[x"), ("data/notes.csv", "a\n1\n")]), ["R101"]);
}

// Limits.

#[test]
fn rows_above_the_limit_of_the_site_are_refused() {
    let files = [("data/branches.csv", b"id,name\na,x\nb,y\nc,z\n".as_slice())];
    let sources = Sources::from_memory(files, date(2026, 3, 31));
    let limits = TableLimits { max_rows: 2 };
    let outcome = read_tables(&sources, &Vocabulary::shipped(), &EntryIds::new(), limits);
    assert_eq!(outcome.found.iter().map(|one| one.code.id).collect::<Vec<_>>(), ["R455"]);
}

#[test]
fn every_hole_of_the_messages_is_filled_and_every_finding_has_help() {
    let files = [
        (
            "data/tables.toml",
            "[x.columns]\na = { type = \"txet\" }\n[y.columns]\nid = { key = true }\nz = { type = \"number\", range = [0, 1] }",
        ),
        (
            "data/sources.toml",
            "[[source]]\nfile = \"q\"\n[[source]]\ntable = \"branches\"\nfile = \"党支部.csv\"\ncolumns = { a = \"b\" }",
        ),
        ("data/branches.csv", "id,name,上级,类型,成立日期,nmae\na,甲,a,x,2020,\nb\n"),
        ("data/members.csv", "学号,工号,手机号\n1,2,3\n"),
        ("data/y.csv", "id,z\n1,7\n2,x\n"),
        ("data/unknown.csv", ""),
        ("data/z.xlsx", ""),
    ];
    let found = read(&files).found;
    assert!(found.len() > 10, "{}", found.len());
    for diagnostic in found {
        diagnostic.message();
        assert!(diagnostic.help().is_some(), "{}", diagnostic.code.id);
    }
}

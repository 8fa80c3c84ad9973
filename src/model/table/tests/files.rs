//! Which file holds which table, in which form.

use super::*;

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
    assert_eq!(codes_of(&[("data/branches.json", "[[1], {\"id\": \"a\", \"name\": {\"x\": 1}}]")]), ["R458", "R459"]);
    assert_eq!(codes_of(&[("data/branches.json", "[{\"id\": \"a\", \"name\": [\"x\"]}]")]), ["M614"]);
}

#[test]
fn items_of_a_written_list_may_hold_any_mark() {
    let json = "[{\"id\": \"a\", \"x\": [\"甲、乙\", \"丙\"]}]";
    let tables =
        tables(&[("data/tables.toml", "[notes.columns]\nid = { key = true }\nx = { list = true }\n"), ("data/notes.json", json)]);
    assert_eq!(tables.get("notes").and_then(|table| table.row(0)).map(|row| row.texts("x")), Some(vec!["甲、乙", "丙"]));
}

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

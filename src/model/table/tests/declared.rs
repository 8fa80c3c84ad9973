//! What a site says in `data/sources.toml` and `data/tables.toml`.

use super::*;

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
    assert_eq!(codes_of(&[("data/tables.toml", "[x"), ("data/notes.csv", "a\n1\n")]), ["R136"]);
}

//! Rows beside each other: keys, references, circles.

use super::*;

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

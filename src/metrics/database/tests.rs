//! What SQL sees of a site, and what it may not do.

use super::*;
use crate::metrics::fixture;
use crate::metrics::relation::{Holds, RelationColumn, View, relations};
use crate::model::table::Sensitivity;

const BRANCHES: (&str, &str) = ("data/branches.csv", "id,name,type\nzk,数控教工党支部,teacher\nxs,学生党支部,student\n");
const MEMBERS: (&str, &str) = ("data/members.csv", "id,name,branch\nm1,甲,zk\nm2,乙,xs\nm3,丙,xs\n");
const MEMBERSHIPS: (&str, &str) =
    ("data/memberships.csv", "member,branch,from,to\nm1,xs,2024-01-01,2024-06-30\nm1,zk,2024-07-01,\nm2,xs,2025-01-01,\n");
const ATTENDANCE: (&str, &str) = ("data/attendance.csv", "activity,member,status\na,m1,出席\nb,m1,出席\na,m2,请假\nb,m3,出席\n");
const A: (&str, &str) = (
    "content/activities/a.md",
    "---\ntitle: 甲会\ndate: 2024-03-05\nkind: theme_day\nbranches: [zk, xs]\nstart: 2024-03-05 14:00\nend: 2024-03-05 15:30\nmode: onsite\nstatus: held\n---\n",
);
const B: (&str, &str) = (
    "content/activities/b.md",
    "---\ntitle: 乙会\ndate: 2025-03-05\nkind: salon\nbranches: [zk]\nstart: 2025-03-05\nmode: onsite\nstatus: held\n---\n",
);
const STUDY: (&str, &str) =
    ("data/study_records.csv", "member,date,minutes\nm1,2024-03-01,0.1\nm1,2024-03-02,0.2\nm2,2024-03-03,45\n");

/// Rows as `position: value, value`.
fn ask(
    files: &[(&str, &str)],
    relation: &str,
    time: Option<&str>,
    select: &[&str],
    condition: Option<&str>,
) -> Result<Vec<String>, DatabaseFault> {
    let model = fixture::model(files);
    let relations = relations(&model, &[]);
    let stock = Stock::new(&model, relations);
    let need = Need::of(relation, time, select.iter().copied().chain(condition));
    let database = Database::load(&stock, &[need])?;
    let rows = database.rows(relation, time, select, condition)?;
    Ok(rows.iter().map(|row| format!("{}: {}", row.row, row.values.iter().map(written).collect::<Vec<_>>().join(", "))).collect())
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Text(text) => text.clone(),
    }
}

const ALL: [(&str, &str); 6] = [BRANCHES, MEMBERS, ATTENDANCE, A, B, STUDY];

#[test]
fn rows_have_columns_of_what_they_refer_to() {
    let rows = ask(
        &ALL,
        "attendance",
        None,
        &["\"activity\"", "\"activity.kind\"", "\"member.branch\"", "\"member.branch.type\"", "\"activity.minutes\""],
        Some("\"status\" = 'present'"),
    );
    assert_eq!(
        rows.as_deref(),
        Ok(&[
            "0: a, theme_day, zk, teacher, 90".to_owned(),
            "1: b, salon, zk, teacher, -".to_owned(),
            "3: b, salon, xs, student, -".to_owned()
        ][..])
    );
}

#[test]
fn a_column_three_references_away_needs_no_other() {
    let rows = ask(&ALL, "study_records", None, &["\"member.branch.type\""], None);
    assert_eq!(rows.as_deref(), Ok(&["0: teacher", "1: teacher", "2: student"].map(str::to_owned)[..]));
}

#[test]
fn a_member_belongs_to_the_branch_of_the_day() {
    let mut files = ALL.to_vec();
    files.push(MEMBERSHIPS);
    let select = ["\"member.branch\"", "\"member.branch.type\""];
    let by_day = ask(&files, "attendance", Some("activity.date"), &select, None);
    // m1 was in xs on 2024-03-05 and in zk a year later; m2 was nowhere before 2025; of m3 only the register knows.
    assert_eq!(by_day.as_deref(), Ok(&["0: xs, student", "1: zk, teacher", "2: -, -", "3: xs, student"].map(str::to_owned)[..]));
    let today = ask(&files, "attendance", None, &select[..1], None);
    assert_eq!(today.as_deref(), Ok(&["0: zk", "1: zk", "2: xs", "3: xs"].map(str::to_owned)[..]));
    let members = ask(&files, "members", None, &["\"id\"", "\"branch\""], None);
    assert_eq!(members.as_deref(), Ok(&["0: m1, zk", "1: m2, xs", "2: m3, xs"].map(str::to_owned)[..]));
}

#[test]
fn a_list_is_one_text_in_the_order_of_its_ids() {
    let rows = ask(&ALL, "activities", None, &["\"branches\"", "has(\"branches\", 'xs')", "has(\"branches\", 'x')"], None);
    // Newest first, as the site lists them.
    assert_eq!(rows.as_deref(), Ok(&["0: zk, 0, 0", "1: xs;zk, 1, 0"].map(str::to_owned)[..]));
}

#[test]
fn a_number_is_real_for_sql_and_an_integer_inside() {
    let rows = ask(&ALL, "study_records", None, &["\"minutes\"", "\"#minutes\"", "\"minutes\" / 2"], None);
    assert_eq!(rows.as_deref(), Ok(&["0: 0.1, 1, 0.05", "1: 0.2, 2, 0.1", "2: 45.0, 450, 22.5"].map(str::to_owned)[..]));
}

#[test]
fn the_as_of_date_is_that_of_the_site() {
    let rows = ask(&ALL, "activities", None, &["as_of()"], Some("\"date\" < as_of()"));
    assert_eq!(rows.map(|rows| rows.len()), Ok(2));
}

#[test]
fn only_the_views_can_be_read() {
    let fault = |select: &str, condition: Option<&str>| {
        let fault = ask(&ALL, "attendance", None, &["\"member\"", select], condition).expect_err("it is refused");
        (fault.kind, fault.expression, fault.offset)
    };
    assert_eq!(fault("(select max(rowid) from \"=members\")", None).0, FaultKind::Refused);
    assert_eq!(fault("(select sql from sqlite_master)", None).0, FaultKind::Refused);
    assert_eq!(fault("load_extension('x')", None).0, FaultKind::Refused);
    assert_eq!(fault("randomblob(10)", None).0, FaultKind::Refused);
    assert_eq!(fault("\"nothing\"", None), (FaultKind::Wrong, Some(Expression::Select(1)), Some(0)));
    assert_eq!(fault("1", Some("1 and nothing")), (FaultKind::Wrong, Some(Expression::Condition), Some(6)));
}

#[test]
fn what_never_ends_is_stopped() {
    let endless = "(with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n)";
    let fault = ask(&ALL, "attendance", None, &[endless], None).expect_err("it has no end");
    assert!(matches!(fault.kind, FaultKind::Refused | FaultKind::TooLong), "{fault:?}");
}

fn column(name: &str, holds: Holds) -> RelationColumn {
    let (name, sensitivity) = (name.to_owned(), Sensitivity::Public);
    RelationColumn { label: name.clone(), name, holds, is_list: false, sensitivity, unit: String::new(), depth: 0 }
}

fn view(sql: &str) -> View {
    let columns = vec![column("branch", Holds::Key("branches".to_owned())), column("minutes", Holds::Number)];
    let (name, label) = ("per_member".to_owned(), String::new());
    View {
        name,
        label,
        sql: sql.to_owned(),
        columns,
        origin: Some("study_records".to_owned()),
        place: crate::diag::Place::Project,
    }
}

#[test]
fn a_view_is_a_relation_with_references() {
    let model = fixture::model(&ALL);
    let view = view(
        "select m.branch as branch, s.minutes, s.rowid as origin_row from study_records s join members m on m.id = s.member \
         where s.minutes < 1 order by s.rowid",
    );
    let relations = relations(&model, std::slice::from_ref(&view));
    let mut stock = Stock::new(&model, relations);
    stock.add_view(&view).expect("it is allowed");
    assert_eq!(stock.origin_rows("per_member"), Some(&[0, 1][..]));
    let select = ["\"branch.name\"", "\"minutes\"", "\"#minutes\""];
    let database = Database::load(&stock, &[Need::of("per_member", None, select)]).expect("it loads");
    let rows = database.rows("per_member", None, &select, None).expect("it runs");
    let values: Vec<String> = rows.iter().map(|row| row.values.iter().map(written).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(values, ["数控教工党支部 0.1 1", "数控教工党支部 0.2 2"]);
}

#[test]
fn a_view_that_never_ends_or_writes_is_refused() {
    let model = fixture::model(&ALL);
    let all = relations(&model, &[]);
    let fault = |sql: &str| Stock::new(&model, all.clone()).add_view(&view(sql)).expect_err("it is refused").kind;
    assert_eq!(fault("delete from members"), FaultKind::Refused);
    assert_eq!(fault("attach 'x' as y"), FaultKind::Refused);
    assert_eq!(fault("pragma query_only = off"), FaultKind::Refused);
    assert_eq!(fault("select count(*) from nothing"), FaultKind::Wrong);
    assert_eq!(
        fault("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"),
        FaultKind::Refused
    );
}

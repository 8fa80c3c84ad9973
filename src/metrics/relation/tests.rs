//! What formulas can name.

use super::*;
use crate::metrics::fixture;

fn relation(files: &[(&str, &str)], name: &str) -> Relation {
    let model = fixture::model(files);
    relations(&model, &[]).into_iter().find(|relation| relation.name == name).expect("the site has it")
}

const BRANCHES: (&str, &str) = ("data/branches.csv", "id,name,type\nshukong,数控教工党支部,teacher\n");
const MEMBERS: (&str, &str) = ("data/members.csv", "id,name,branch\nm1,甲,shukong\n");
const ATTENDANCE: (&str, &str) = ("data/attendance.csv", "activity,member,status\n");

#[test]
fn every_shipped_relation_is_declared_well() {
    let names: Vec<String> = entries::entry_schemas().into_iter().map(|schema| schema.name).collect();
    for kind in crate::model::Kind::ALL {
        assert!(names.contains(&entries::relation_of(kind).to_owned()), "{kind:?}");
    }
}

#[test]
fn columns_are_reached_through_references_up_to_three() {
    let attendance = relation(&[BRANCHES, MEMBERS, ATTENDANCE], "attendance");
    let names: Vec<&str> = attendance.columns.iter().map(|column| column.name.as_str()).collect();
    for name in ["status", "activity.kind", "activity.branches", "member.branch", "member.branch.type", "activity.pair.kind"] {
        assert!(names.contains(&name), "{name}");
    }
    assert!(!names.iter().any(|name| name.starts_with("activity.branches.")), "a list leads nowhere");
    assert!(attendance.columns.iter().all(|column| column.depth <= 3));
    assert!(attendance.is_about_persons);
}

#[test]
fn a_bare_name_is_the_nearest_column() {
    let attendance = relation(&[BRANCHES, MEMBERS, ATTENDANCE], "attendance");
    let named = |written| match attendance.named(written) {
        Named::One(idx) => attendance.columns[idx].name.clone(),
        other => format!("{other:?}"),
    };
    assert_eq!(named("kind"), "activity.kind");
    assert_eq!(named("branch"), "member.branch");
    assert_eq!(named("type"), "member.branch.type");
    assert_eq!(named("status"), "status");
    assert!(matches!(attendance.named("id"), Named::Several(_)));
    assert_eq!(attendance.named("stauts"), Named::Nothing(Some("status")));
}

#[test]
fn a_branch_reached_through_a_person_is_not_personal() {
    let attendance = relation(&[BRANCHES, MEMBERS, ATTENDANCE], "attendance");
    let level = |name: &str| {
        let column = attendance.columns.iter().find(|column| column.name == name).expect("it is reached");
        column.sensitivity
    };
    assert_eq!(level("member"), Sensitivity::Personal);
    assert_eq!(level("member.name"), Sensitivity::Personal);
    assert_eq!(level("member.role"), Sensitivity::Internal);
    assert_eq!(level("member.branch"), Sensitivity::Public);
}

#[test]
fn a_table_without_a_file_is_not_there() {
    let model = fixture::model(&[MEMBERS, ATTENDANCE]);
    let names: Vec<String> = relations(&model, &[]).into_iter().map(|relation| relation.name).collect();
    assert!(names.contains(&"attendance".to_owned()) && !names.contains(&"branches".to_owned()), "{names:?}");
}

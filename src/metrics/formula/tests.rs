//! Formulas in; what may run, or the reason why not, out.

use super::*;
use crate::metrics::relation::RelationColumn;

/// `study_records` with two ways to a title, a list and a date.
fn relation() -> Relation {
    let column = |name: &str, holds: Holds, sensitivity: Sensitivity| RelationColumn {
        name: name.to_owned(),
        label: name.to_owned(),
        holds,
        is_list: name == "branches",
        sensitivity,
        unit: String::new(),
        depth: name.matches('.').count() as u8,
    };
    let columns = vec![
        column("member", Holds::Key("members".into()), Sensitivity::Personal),
        column("date", Holds::Date, Sensitivity::Public),
        column("end", Holds::Date, Sensitivity::Public),
        column("mode", Holds::Text, Sensitivity::Public),
        column("done", Holds::Flag, Sensitivity::Public),
        column("weight", Holds::Number, Sensitivity::Public),
        column("minutes", Holds::Integer, Sensitivity::Internal),
        column("score", Holds::Number, Sensitivity::Internal),
        column("seen_on", Holds::Date, Sensitivity::Internal),
        column("branches", Holds::Key("branches".into()), Sensitivity::Public),
        column("resource.title", Holds::Text, Sensitivity::Public),
        column("path.title", Holds::Text, Sensitivity::Public),
        column("member.name", Holds::Text, Sensitivity::Personal),
        column("member.branch", Holds::Key("branches".into()), Sensitivity::Public),
    ];
    Relation { name: "study_records".into(), label: "学习记录".into(), columns, is_about_persons: true }
}

fn value(text: &str) -> Formula {
    parse_value(text, &relation()).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// The code and the part of the text that it marks.
fn refused(result: Result<impl std::fmt::Debug, FormulaFault>, text: &str) -> (&'static str, &str) {
    let fault = result.expect_err(text);
    // Whoever fills the words needs all values of the message.
    assert!(!fault.at(crate::diag::Place::Project).message().zh.is_empty());
    (fault.code.id, &text[fault.range])
}

#[track_caller]
fn refuses(text: &str, code: &str, part: &str) {
    assert_eq!(refused(parse_value(text, &relation()), text), (code, part), "{text}");
}

#[track_caller]
fn refuses_where(text: &str, code: &str, part: &str) {
    assert_eq!(refused(parse_condition(text, &relation(), Use::Where), text), (code, part), "{text}");
}

fn whole(number: i128) -> AtomValue {
    AtomValue { value: Some(Amount::from(number)), is_real: false }
}

fn evaluated(text: &str, atoms: &[AtomValue]) -> Option<String> {
    value(text).evaluate(atoms).expect("it fits").value.map(Amount::to_open)
}

#[test]
fn a_value_is_taken_apart_into_atoms() {
    let formula = value("1.0 * SUM(done) / count(*) + count( * )");
    assert_eq!(formula.sql, "1.0 * sum(\"done\") / count(*) + count(*)");
    let atoms: Vec<String> = formula.atoms.iter().map(Atom::sql).collect();
    assert_eq!(atoms, ["sum(\"done\")", "count(*)"]);
    assert_eq!(formula.atoms[0].column, Some(4));
    assert!(formula.hints.is_empty());
}

#[test]
fn names_are_written_in_full() {
    let formula = value("count(distinct member) filter (where branch = 'shukong' and \"end\" is null)");
    assert_eq!(formula.sql, "count(distinct \"member\") filter (where \"member.branch\" = 'shukong' and \"end\" is null)");
    assert_eq!(value("sum(study_records.minutes)").sql, "sum(\"minutes\")");
    assert_eq!(value("sum([minutes])").sql, "sum(\"minutes\")");
    let condition = parse_condition("resource.title like '党%' or has(branches, 'it''s')", &relation(), Use::Where);
    assert_eq!(condition.as_deref(), Ok("\"resource.title\" like '党%' or has(\"branches\", 'it''s')"));
}

#[test]
fn numbers_are_sums_as_sql_has_them() {
    // 690 of 726 tasks were done.
    let atoms = [whole(690), whole(726)];
    assert_eq!(evaluated("1.0 * sum(done) / count(*)", &atoms).as_deref(), Some("0.95041322314"));
    assert_eq!(evaluated("sum(done) / count(*)", &atoms).as_deref(), Some("0"));
    assert_eq!(evaluated("-sum(done) / 7", &[whole(9)]).as_deref(), Some("-1"));
    assert_eq!(evaluated("sum(done) % 7", &[whole(9)]).as_deref(), Some("2"));
    assert_eq!(evaluated("round(sum(done) / 4.0, 1)", &[whole(9)]).as_deref(), Some("2.3"));
    assert_eq!(evaluated("2 + 3 * sum(done) - 1", &[whole(9)]).as_deref(), Some("28"));
    assert_eq!(evaluated("(2 + 3) * sum(done)", &[whole(9)]).as_deref(), Some("45"));
    assert_eq!(evaluated("abs(0.1 + 0.2 - sum(done))", &[whole(9)]).as_deref(), Some("8.7"));
}

#[test]
fn nothing_stays_nothing() {
    let nothing = AtomValue { value: None, is_real: false };
    assert_eq!(evaluated("sum(done) + 1", &[nothing]), None);
    assert_eq!(evaluated("coalesce(sum(done), 0) + 1", &[nothing]).as_deref(), Some("1"));
    assert_eq!(evaluated("ifnull(sum(done), 2)", &[nothing]).as_deref(), Some("2"));
    assert_eq!(evaluated("1.0 * sum(done) / count(*)", &[whole(5), whole(0)]), None);
    assert_eq!(evaluated("sum(done) % 0", &[whole(5)]), None);
    assert_eq!(evaluated("1.0 / nullif(count(*), 5)", &[whole(5)]), None);
}

#[test]
fn a_number_without_room_is_a_fault() {
    let formula = value("sum(done) * sum(done) * sum(done)");
    let large = AtomValue { value: Some(Amount::from(1_i128 << 60)), is_real: false };
    assert_eq!(formula.evaluate(&[large]), Err(EvalFault::TooLarge));
}

#[test]
fn a_division_of_whole_numbers_is_pointed_out() {
    let hints = value("100 * (sum(done) / count(*))").hints;
    assert_eq!(hints.len(), 1);
    assert_eq!((hints[0].code.id, &"100 * (sum(done) / count(*))"[hints[0].range.clone()]), ("F125", "sum(done) / count(*)"));
    for exact in ["sum(score) / count(*)", "avg(minutes) / 60", "sum(done) / 1.0", "round(sum(done) * 1.0) / count(*)"] {
        assert!(value(exact).hints.is_empty(), "{exact}");
    }
}

#[test]
fn slips_are_marked_at_the_character() {
    refuses("1.0 * sum(done / count(*)", "F100", "");
    refuses("count(*) 2", "F101", "2");
    refuses("count(*); drop table members", "F101", ";");
    refuses("sum（done）", "F101", "（");
    refuses("sum(done) ÷ count(*)", "F101", "÷");
    refuses("count(*) filter (where mode = ‘online’)", "F101", "‘");
    refuses("count(*) +", "F100", "");
    refuses("count(*)\0 + 1", "F101", "\0");
    refuses("sum(done) filter (where mode = 'online", "F101", "'");
    refuses("count(*) -- / 2", "F128", "-- / 2");
    refuses("count(*) /* / 2 */", "F128", "/* / 2 */");
    let deep = format!("{}count(*){}", "(".repeat(100), ")".repeat(100));
    assert_eq!(parse_value(&deep, &relation()).expect_err("deep").code.id, "F102");
    let long = format!("count(*){}", " + 1".repeat(1_500));
    assert_eq!(parse_value(&long, &relation()).expect_err("long").code.id, "F102");
}

#[test]
fn unknown_names_are_met_with_the_nearest() {
    let fault = parse_value("sum(minuts)", &relation()).expect_err("unknown");
    assert!(fault.args.contains(&("near", "minutes".to_owned())), "{fault:?}");
    refuses("sum(minuts)", "F103", "minuts");
    refuses("sum(rowid)", "F103", "rowid");
    refuses("count(*) filter (where _rowid_ = 3)", "F103", "_rowid_");
    refuses("count(*) filter (where title = 'x')", "F104", "title");
    refuses("group_concat(mode)", "F105", "group_concat");
    refuses("total(minutes)", "F105", "total");
    refuses("count(*) filter (where date < current_date)", "F105", "current_date");
    refuses("randomblob(sum(minutes))", "F105", "randomblob");
    refuses("count(*) filter (where load_extension('x'))", "F105", "load_extension");
    refuses("count(*) filter (where random() = 1)", "F105", "random");
}

#[test]
fn no_formula_shows_what_one_person_has() {
    refuses("max(member.name)", "F111", "member.name");
    refuses("min(minutes)", "F111", "minutes");
    refuses("max(minutes + 0)", "F111", "minutes");
    refuses("max(weight) filter (where member = 'T0001')", "F110", "member");
    refuses("member.name || sum(minutes)", "F115", "member.name || sum(minutes)");
    refuses("name + count(*)", "F110", "name");
    refuses("minutes + count(*)", "F114", "minutes");
    refuses("mode", "F114", "mode");
    refuses("max(mode)", "F115", "mode");
    refuses("max(date)", "F115", "date");
    refuses("sum(mode)", "F118", "mode");
    refuses("'T0001'", "F115", "'T0001'");
    refuses("count(*) + (select count(*) from members)", "F108", "(select count(*) from members)".trim_matches(['(', ')']));
    refuses("sum(score) filter (where member = 'T0001')", "F110", "member");
    refuses("sum(score) filter (where \"member.name\" like '张%')", "F110", "\"member.name\"");
    refuses("sum(case when member = 'T0001' then score end)", "F110", "member");
    refuses("sum(iif(has(member, 'T0001'), score, 0))", "F110", "member");
    refuses("count(member)", "F110", "member");
    refuses("sum(length(member))", "F110", "member");
    refuses("count(distinct member || mode)", "F126", "member || mode");
    refuses("count(distinct substr(member, 1, 2))", "F126", "substr(member, 1, 2)");
    refuses("sum(distinct minutes)", "F130", "sum(distinct minutes)");
    refuses("sum(minutes) over (partition by mode)", "F109", "sum(minutes)");
    refuses("sum(avg(minutes))", "F116", "avg(minutes)");
    refuses("cast(member as integer)", "F107", "cast(member as integer)");
    refuses("sum(cast(member as integer))", "F107", "cast(member as integer)");
    refuses("count(*) + ceil(sum(minutes))", "F107", "ceil(sum(minutes))");
    refuses("sum(trim(mode))", "F107", "trim(mode)");
    refuses("count(*) filter (where mode = 'x' collate nocase)", "F107", "'x' collate nocase");
    refuses("count(*) filter (where mode glob 'x*')", "F107", "mode");
    refuses("count(*) filter (where mode in (select name from members))", "F108", "mode in (select name from members)");
    refuses("count(*) filter (where exists (select 1 from members))", "F108", "select 1 from members");
    refuses("(with x as (select 1) select 1 from x)", "F108", "with x as (select 1) select 1 from x");
    refuses("1 + 1", "F124", "1 + 1");
}

#[test]
fn no_argument_picks_one_row_out_of_what_is_not_public() {
    refuses("sum(case when date = '2026-03-05' then score end)", "F121", "date");
    refuses("sum((mode = 'online') * minutes)", "F121", "mode");
    refuses("sum(done * minutes)", "F121", "done");
    refuses("sum(weight * minutes)", "F121", "weight");
    refuses("sum(score * (score > 99))", "F121", "score");
    refuses("sum(case when score > 99 then score end)", "F121", "case when score > 99 then score end");
    refuses("sum(nullif(score, 0))", "F121", "score");
    refuses("sum(max(score, 99))", "F121", "score");
    refuses("sum(minutes / 100 * minutes)", "F121", "minutes");
    assert_eq!(value("sum(coalesce(minutes, 0) / 60.0)").sql, "sum(coalesce(\"minutes\", 0) / 60.0)");
    assert_eq!(value("sum(score >= 60)").sql, "sum(\"score\" >= 60)");
    assert_eq!(value("sum(done * weight)").sql, "sum(\"done\" * \"weight\")");
    assert_eq!(value("sum(minutes) filter (where mode = 'online')").atoms[0].filter.as_deref(), Some("\"mode\" = 'online'"));
}

#[test]
fn a_condition_sees_public_columns_of_its_row() {
    refuses_where("score >= 60", "F112", "score");
    refuses_where("member = 'T0001'", "F110", "member");
    refuses_where("name like '张%'", "F110", "name");
    refuses_where("count(*) > 3", "F117", "count(*)");
    refuses_where("max(weight) > 3", "F117", "max(weight)");
    refuses_where("branches = 'shukong'", "F120", "branches");
    refuses_where("done = 'yes'", "F119", "'yes'");
    refuses_where("mode = 3", "F119", "3");
    refuses_where("date <= '2026/3/5'", "F122", "'2026/3/5'");
    refuses_where("date <= date('now')", "F123", "'now'");
    refuses_where("date <= date(mode)", "F123", "mode");
    refuses_where("date <= date('no' || 'w')", "F123", "'no' || 'w'");
    refuses_where("date <= date(as_of(), 'localtime')", "F106", "date(as_of(), 'localtime')");
    refuses_where("strftime('%s', date) > 3", "F106", "strftime('%s', date)");
    refuses_where("has(branches)", "F106", "has(branches)");
    refuses_where("weight > 1e99", "F129", "1e99");
    refuses_where("mode in (done, 'x')", "F107", "done");
    for good in [
        "date <= as_of() and date >= date(as_of(), '-1 month', 'start of month')",
        "strftime('%Y', date) = '2026' and length(mode) > 2",
        "not (done = 1) or mode not in ('online', 'onsite') or weight between -1 and 1.5",
        "branches is not null and done = true and date like '2026-%'",
        "substr(date, 1, 4) = '2026' or iif(done, 1, 0) = 1 or - -weight < 3",
    ] {
        assert!(
            parse_condition(good, &relation(), Use::Where).is_ok(),
            "{good}: {:?}",
            parse_condition(good, &relation(), Use::Where)
        );
    }
    assert_eq!(parse_condition("- -weight < 3", &relation(), Use::Where).as_deref(), Ok("- - \"weight\" < 3"));
}

#[test]
fn points_may_use_what_is_not_public() {
    let row = |text: &str| parse_row(text, &relation());
    assert_eq!(row("minutes / 30 * 0.5").as_deref(), Ok("\"minutes\" / 30 * 0.5"));
    assert_eq!(row("case when score >= 90 then 2 else 1 end").as_deref(), Ok("case when \"score\" >= 90 then 2 else 1 end"));
    assert_eq!(refused(row("iif(member = 'T0001', 100, 1)"), "iif(member = 'T0001', 100, 1)"), ("F110", "member"));
    assert_eq!(refused(row("sum(minutes)"), "sum(minutes)"), ("F117", "sum(minutes)"));
}

#[test]
fn rows_are_dated_by_a_public_date() {
    assert_eq!(parse_time("date", &relation()), Ok(1));
    for (text, code) in [("mode", "F127"), ("member", "F110"), ("seen_on", "F112"), ("dat", "F103"), ("title", "F104")] {
        assert_eq!(refused(parse_time(text, &relation()), text), (code, text));
    }
}

#[test]
fn persons_behind_a_filter_over_what_is_not_public_are_counted() {
    let mut formula = value("sum(score) filter (where mode = 'online') / count(*)");
    formula.guard(0, &relation());
    let atoms: Vec<String> = formula.atoms.iter().map(Atom::sql).collect();
    assert_eq!(
        atoms[2..],
        [
            "count(distinct \"member\") filter (where not coalesce((\"mode\" = 'online'), 0))",
            "count(distinct \"member\") filter (where \"mode\" = 'online')",
        ]
    );
    // Nobody is no person that could be found out.
    assert_eq!(formula.n_persons(&[whole(90), whole(7), whole(0), whole(1)]), Some(Amount::from(1)));
    assert_eq!(formula.n_persons(&[whole(90), whole(7), whole(0), whole(0)]), None);
    let mut public = value("count(*) filter (where mode = 'online') / sum(minutes)");
    public.guard(0, &relation());
    assert!(public.guards.is_empty());
}

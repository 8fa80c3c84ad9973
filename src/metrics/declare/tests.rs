//! Declarations in, what is understood and what is not out.

use super::*;
use crate::metrics::figure::Direction;
use crate::metrics::fixture::{model_of, sources};
use crate::model::table::Sensitivity;

const LEDGERS: [(&str, &str); 4] = [
    ("data/branches.csv", "id,name\njia,甲支部\n"),
    ("data/members.csv", "id,name,branch\nT1,张三,jia\n"),
    ("data/study_tasks.csv", "id,title,due_on\ns1,九月学习,2026-03-01\n"),
    ("data/task_completion.csv", "task,member,done,minutes,score\ns1,T1,1,30,90\n"),
];

fn declared(metrics: &str) -> Outcome<Declarations> {
    let mut files = LEDGERS.to_vec();
    files.push((METRICS_PATH, metrics));
    let sources = sources(&files);
    let outcome = declarations(&sources, &model_of(&sources));
    for diagnostic in &outcome.found {
        diagnostic.message();
        diagnostic.help();
    }
    outcome
}

/// The codes that are found and the text that each marks.
#[track_caller]
fn finds<'t>(metrics: &'t str, expected: &[(&str, &'t str)]) {
    let outcome = declared(metrics);
    let marked = |place: &Place| match place {
        Place::Text(_, span) => &metrics[span.start as usize..span.end as usize],
        _ => "",
    };
    let found: Vec<(&str, &str)> = outcome.found.iter().map(|one| (one.code.id, marked(&one.at))).collect();
    assert_eq!(found, expected);
}

const COMPLETION: &str = r#"
[metric.completion_rate]
title = "学习任务平均完成率"
definition = "已完成人次 ÷ 应完成人次，合并计算"
unit = "percent"
from = "task_completion"
value = "1.0 * sum(done) / count(*)"
where = "due_on <= as_of()"
time = "due_on"
by = ["branch"]
target = "95%"
owner = "组织委员"
direction = "up"
reported = [{ period = "2026", branch = "jia", value = "95%", source = "述职报告" }, { value = 95 }, { value = 0.9504 }]
"#;

#[test]
fn the_metric_of_the_design_is_understood() {
    let outcome = declared(COMPLETION);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    let [metric] = outcome.value.metrics.as_slice() else { panic!("one metric") };
    let column = |idx: usize| outcome.value.relations[metric.relation].columns[idx].name.as_str();
    assert_eq!(metric.formula.sql, "1.0 * sum(\"done\") / count(*)");
    assert_eq!(metric.condition.as_deref(), Some("\"task.due_on\" <= as_of()"));
    assert_eq!(metric.time.map(column), Some("task.due_on"));
    assert_eq!(metric.dimensions.iter().map(|idx| column(*idx)).collect::<Vec<_>>(), ["member.branch"]);
    assert_eq!(metric.person_column.map(column), Some("member"));
    assert_eq!(metric.periods.len(), 5);
    let spec = &metric.spec;
    assert_eq!((&*spec.id, spec.n_decimals, spec.is_about_persons), ("completion_rate", 1, true));
    assert_eq!(spec.target.map(Amount::to_open).as_deref(), Some("0.95"));
    assert_eq!(spec.direction, Some(Direction::Up));
    assert_eq!((&*spec.dimensions[0].id, spec.dimensions[0].references.as_deref()), ("branch", Some("branches")));
    let reported: Vec<_> = metric.reported.iter().map(|one| (one.amount.to_open(), one.n_decimals)).collect();
    assert_eq!(reported, [("0.95".to_owned(), 0), ("0.95".to_owned(), 0), ("0.9504".to_owned(), 2)]);
}

const VIEW: &str = r#"
[view.done_tasks]
sql = """
select c.member, t.due_on, c.task, iif(c.done = 1, c.minutes / 60, 0) as hours, c.rowid as origin_row
from task_completion c join study_tasks t on t.id = c.task and c.done = 1
where t.title like '%学习' or t.title = '党课'
"""
label = "完成的任务"
origin = "task_completion"
columns = { hours = { label = "学时", unit = "hours", sensitivity = "public" } }

[metric.hours]
title = "学时"
definition = "完成的任务的学时"
unit = "hours"
from = "done_tasks"
value = "sum(hours)"
by = ["branch", "title"]
time = "due_on"
"#;

#[test]
fn a_view_is_written_again_from_what_was_understood() {
    let outcome = declared(VIEW);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    let [view] = outcome.value.views.as_slice() else { panic!("one view") };
    assert_eq!(
        view.sql,
        "select \"c\".\"member\" as \"member\", \"t\".\"due_on\" as \"due_on\", \"c\".\"task\" as \"task\", \
         iif(\"c\".\"done\" = 1, \"c\".\"minutes\" / 60, 0) as \"hours\", \"c\".rowid as \"origin_row\" \
         from \"task_completion\" as \"c\" join \"study_tasks\" as \"t\" on \"t\".\"id\" = \"c\".\"task\" and (\"c\".\"done\" = 1) \
         where (\"t\".\"title\" like '%学习' or \"t\".\"title\" = '党课')"
    );
    assert_eq!(view.origin.as_deref(), Some("task_completion"));
    let levels: Vec<(&str, Sensitivity)> = view.columns.iter().map(|one| (one.name.as_str(), one.sensitivity)).collect();
    let public = Sensitivity::Public;
    assert_eq!(levels, [("member", Sensitivity::Personal), ("due_on", public), ("task", public), ("hours", public)]);
    let [metric] = outcome.value.metrics.as_slice() else { panic!("one metric") };
    assert!(metric.spec.is_about_persons && metric.person_column.is_some());
    assert_eq!(metric.dimensions.len(), 2);
}

#[test]
fn a_view_is_no_way_round_the_levels() {
    let view = |sql: &str| format!("[view.v]\nsql = \"\"\"{sql}\"\"\"\n");
    let cases = [
        ("select * from members", "F140", "*"),
        ("select id from members order by name limit 1", "F140", "select id from members order by name limit 1"),
        ("select id from members union select id from branches", "F140", "select id from members union select id from branches"),
        ("select id from members limit 1", "F140", "select id from members limit 1"),
        ("select id from members a, members a", "F140", "members a"),
        ("with recursive n as (select 1 as a union all select a + 1 from n) select a from n", "F143", "with"),
        ("with n as (select a + 1 from n) select a from n", "F143", "with"),
        ("with n as (select id from members) select id from n", "F140", "with"),
        ("select id from (select id from members)", "F108", "select id from members"),
        ("select id, (select 1) as x from members", "F108", "select 1"),
        ("select id from memebrs", "F142", "memebrs"),
        ("select id from v", "F142", "v"),
        ("select id from sqlite_master", "F142", "sqlite_master"),
        ("select id, nmae from members", "F103", "nmae"),
        ("select m.id, b.id from members m join branches b on b.id = m.branch", "F141", "b.id"),
        ("select id, name || 'x' as x from members", "F110", "name"),
        ("select id from members where name = '张三'", "F110", "name"),
        ("select id from members where id = id", "F110", "id"),
        ("select id from members where rowid = 3", "F103", "rowid"),
        ("select id, rowid as n from members", "F103", "rowid"),
        ("select id, 3 as origin_row from members", "F144", "3"),
        ("select member, score from task_completion where score > 99", "F112", "score"),
        ("select member, minutes / 60 from task_completion", "F141", "minutes / 60"),
        ("select task, sum(score) as score from task_completion group by task having count(*) = 1", "F140", ""),
        ("select task, max(score) as best from task_completion group by task", "F148", ""),
        ("select distinct branch from members", "F148", ""),
        ("select id from members; drop table members", "F101", ";"),
        ("delete from members", "F140", ""),
        ("select id -- , name\n from members", "F128", "-- , name"),
        ("select id from members where exists (select 1 from members)", "F108", "select 1 from members"),
        ("select id, row_number() over () as n from members", "F109", "row_number()"),
        ("select id, load_extension('x') as n from members", "F105", "load_extension"),
        ("select id from pragma_table_info('members')", "F140", "pragma_table_info"),
    ];
    for (sql, code, part) in cases {
        let text = view(sql);
        let found = declared(&text).found;
        let [one] = found.as_slice() else { panic!("{sql}: {found:?}") };
        let Place::Text(_, span) = one.at else { panic!("{sql}: {found:?}") };
        assert_eq!(one.code.id, code, "{sql}");
        let marked = &text[span.start as usize..span.end as usize];
        assert!(part.is_empty() || marked == part, "{sql}: {marked}");
    }
}

#[test]
fn a_view_says_who_may_see_its_columns_but_persons_stay_persons() {
    let view = "[view.v]\nsql = \"select member, score, avg(minutes) as m from task_completion group by member, score\"\n";
    finds(&format!("{view}columns = {{ member = {{ sensitivity = \"public\" }} }}"), &[("F147", "\"public\"")]);
    finds(&format!("{view}columns = {{ scoer = {{ label = \"成绩\" }} }}"), &[("F146", "scoer")]);
    finds(&format!("{view}origin = \"members\""), &[("F145", "\"members\"")]);
    let outcome = declared(&format!("{view}columns = {{ score = {{ sensitivity = \"public\" }} }}"));
    let levels: Vec<Sensitivity> = outcome.value.views[0].columns.iter().map(|column| column.sensitivity).collect();
    assert_eq!(levels, [Sensitivity::Personal, Sensitivity::Public, Sensitivity::Internal]);
    finds("[view.members]\nsql = \"select id from members\"", &[("F149", "members")]);
}

#[test]
fn mistakes_of_a_metric_are_all_told_at_their_places() {
    let metric = |more: &str| {
        format!("[metric.m]\ntitle = \"甲\"\ndefinition = \"乙\"\nunit = \"percent\"\nfrom = \"task_completion\"\n{more}")
    };
    let value = "value = \"sum(score)\"\n";
    finds(
        &metric("value = \"sum(scoer)\"\nwhere = 'member = \"T1\"'\ntime = \"done\""),
        &[("F103", "scoer"), ("F110", "member"), ("F127", "done")],
    );
    finds(
        &metric(&format!("{value}by = [\"branch\", \"member.branch\", \"member\", \"score\"]")),
        &[("F015", "\"member.branch\""), ("F110", "member"), ("F112", "score")],
    );
    finds(&metric(&format!("{value}target = 95")), &[("F004", "95")]);
    finds(&metric(&format!("{value}target = \"九成\"")), &[("F003", "\"九成\"")]);
    finds(&metric(&format!("{value}decimals = 40")), &[("M111", "40")]);
    finds(&metric(&format!("{value}periods = [\"month\"]")), &[("F006", "[\"month\"]")]);
    finds(&metric(&format!("{value}time = \"due_on\"\nperiods = [\"weeks\"]")), &[("M115", "\"weeks\"")]);
    finds(&metric(&format!("{value}sensitivity = \"public\"")), &[("F007", "\"public\"")]);
    finds(&metric(&format!("{value}allow = \"over_hundred\"")), &[("M115", "\"over_hundred\"")]);
    finds(&metric(&format!("{value}wher = \"done = 1\"")), &[("M101", "wher")]);
    finds(&metric(&format!("{value}reported = [{{ period = \"2024\", value = 3 }}]")), &[("F005", "\"2024\"")]);
    finds(&metric(&format!("{value}reported = [{{ branch = \"jia\", value = 3 }}]")), &[("F008", "branch")]);
    finds(&metric(&format!("{value}reported = [{{ period = \"all\" }}]")), &[("M102", "{ period = \"all\" }")]);
    finds("[metric.完成率]\nvalue = \"1\"", &[("R103", "metric.完成率")]);
    finds("[metric.\"完成率\"]\nvalue = \"1\"", &[("F002", "\"完成率\"")]);
    finds("[metric]\nm = \"count(*)\"", &[("F017", "m")]);
    finds("[metrik.m]\nvalue = \"1\"", &[("M101", "metrik")]);
    finds("[settings]\nacademic_year_starts = 13", &[("M111", "13")]);
    finds("[settings]\nhome = [\"m\"]", &[("F151", "\"m\"")]);
}

#[test]
fn an_unknown_source_is_met_with_the_nearest() {
    let metric = |from: &str, unit: &str| {
        format!("[metric.m]\ntitle = \"甲\"\ndefinition = \"乙\"\nvalue = \"count(*)\"\nfrom = \"{from}\"\nunit = \"{unit}\"")
    };
    finds(&metric("task_completoin", "count"), &[("F001", "\"task_completoin\"")]);
    finds(&metric("opinions", "count"), &[("F016", "\"opinions\"")]);
    finds(&metric("members", "coutn"), &[("F014", "\"coutn\"")]);
    let outcome = declared(&metric("members", "count"));
    let metric = &outcome.value.metrics[0];
    let columns = &outcome.value.relations[metric.relation].columns;
    assert_eq!(metric.person_column.map(|idx| columns[idx].name.as_str()), Some("id"));
}

const TREE: &str = r#"
[indicator.work]
title = "支部工作"
by = "branch"
period = "year"
[[indicator.work.item]]
title = "学习"
weight = 60
item = [
  { title = "完成率", weight = 0.5, metric = "completion_rate" },
  { title = "分段", weight = 0.5, metric = "completion_rate", bands = [{ at = 0.9, score = 100 }, { at = 0, score = 60 }] },
]
[[indicator.work.item]]
title = "其他"
weight = 40
metric = "completion_rate"
full = 1
"#;

#[test]
fn a_tree_is_understood_with_its_shares() {
    let outcome = declared(&format!("{COMPLETION}{TREE}"));
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    let items = &outcome.value.indicators[0].items;
    let shares: Vec<(Option<usize>, String)> = items.iter().map(|item| (item.parent, item.weight.to_open())).collect();
    let share = |parent, weight: &str| (parent, weight.to_owned());
    assert_eq!(shares, [share(None, "0.6"), share(Some(0), "0.5"), share(Some(0), "0.5"), share(None, "0.4")]);
    let bands = &items[2].measure.as_ref().expect("a leaf").bands;
    assert_eq!(bands[0], (Amount::ZERO, Amount::from(60)));
}

#[test]
fn mistakes_of_a_tree_are_told_at_their_places() {
    let tree =
        |items: &str| format!("{COMPLETION}[indicator.t]\ntitle = \"甲\"\nby = \"branch\"\nperiod = \"year\"\nitem = [{items}]");
    let leaf = "title = \"乙\", metric = \"completion_rate\"";
    finds(&tree(&format!("{{ weight = 60, {leaf} }}, {{ weight = 30, {leaf} }}")), &[("F150", "60")]);
    finds(&tree(&format!("{{ weight = -1, {leaf} }}")), &[("F003", "-1")]);
    finds(&tree("{ title = \"乙\", weight = 1, metric = \"completoin_rate\" }"), &[("F151", "\"completoin_rate\"")]);
    finds(&tree("{ title = \"乙\", weight = 1 }"), &[("F152", "{ title = \"乙\", weight = 1 }")]);
    finds(&tree(&format!("{{ weight = 1, full = 0, {leaf} }}")), &[("F153", "\"completion_rate\"")]);
    finds(
        &tree(&format!("{{ weight = 1, bands = [{{ at = 1, score = 101 }}], {leaf} }}")),
        &[("F154", "{ at = 1, score = 101 }")],
    );
    let other = tree(&format!("{{ weight = 1, {leaf} }}")).replace("by = \"branch\"", "by = \"task\"");
    finds(&other, &[("F155", "\"completion_rate\"")]);
    let deep = format!("{}{}", "{ title = \"乙\", weight = 1, item = [".repeat(8), "] }".repeat(8));
    let found = declared(&tree(&deep)).found;
    assert!(found.iter().any(|one| one.code.id == "F156"), "{found:?}");
}

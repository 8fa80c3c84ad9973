//! Figures worked out by hand.

use crate::diag::{Diagnostic, Place};
use crate::metrics::database::Stock;
use crate::metrics::definition::Definition;
use crate::metrics::figure::{Dimension, Metric, MetricSpec, Origin, Slice};
use crate::metrics::formula::{Use, parse_condition, parse_time, parse_value, public_column};
use crate::metrics::period::PeriodKind;
use crate::metrics::relation::{Relation, relations};
use crate::metrics::work::{Forget, Keep, Settings, Work};
use crate::metrics::{Rounding, fixture};
use crate::model::Model;

/// A metric as `metrics.toml` would have it.
#[derive(Clone, Default)]
struct Declared {
    from: &'static str,
    value: &'static str,
    condition: Option<&'static str>,
    time: Option<&'static str>,
    by: &'static [&'static str],
    unit: &'static str,
    is_empty_zero: bool,
}

impl Declared {
    fn definition(&self, id: &str, relations: &[Relation]) -> Definition {
        let relation = relations.iter().find(|relation| relation.name == self.from).expect("the site has the relation");
        let column = |idx: usize| relation.columns[idx].name.clone();
        let by: Vec<String> = self.by.iter().map(|name| column(public_column(name, relation).expect("a column"))).collect();
        let dimension = |written: &&str| Dimension {
            id: (*written).into(),
            label: (*written).to_owned(),
            references: None,
            values: Vec::new(),
        };
        let spec = MetricSpec {
            id: id.into(),
            title: id.to_owned(),
            definition: String::new(),
            unit: self.unit.to_owned(),
            from: self.from.to_owned(),
            from_label: String::new(),
            value: self.value.to_owned(),
            condition: self.condition.map(str::to_owned),
            time: self.time.map(str::to_owned),
            dimensions: self.by.iter().map(dimension).collect(),
            target: None,
            n_decimals: 1,
            rounding: Rounding::HalfUp,
            owner: None,
            direction: None,
            is_about_persons: relation.is_about_persons,
            public_reason: None,
            is_empty_zero: self.is_empty_zero,
            sql: String::new(),
            place: Place::Project,
        };
        let periods = match self.time {
            Some(_) => vec![PeriodKind::Year, PeriodKind::AcademicYear, PeriodKind::Quarter, PeriodKind::Month],
            None => Vec::new(),
        };
        Definition {
            spec,
            formula: parse_value(self.value, relation).expect("the formula is right"),
            condition: self.condition.map(|text| parse_condition(text, relation, Use::Where).expect("the condition is right")),
            time: self.time.map(|text| column(parse_time(text, relation).expect("a date"))),
            by,
            periods,
        }
    }
}

const SETTINGS: Settings = Settings { academic_year_starts: 9, n_persons_max: 5 };

fn compute_with(model: &Model, declared: &[Declared], memory: &dyn Keep) -> (Vec<Metric>, Vec<Diagnostic>) {
    let relations = relations(model, &[]);
    let definitions = declared.iter().enumerate().map(|(idx, one)| one.definition(&format!("m{idx}"), &relations)).collect();
    let mut found = Vec::new();
    let work = Work::new(Stock::new(model, relations), definitions, SETTINGS).into_value(&mut found);
    let counted = work.jobs().iter().map(|job| work.count(job, memory)).collect();
    let gathered = work.gather(counted).into_value(&mut found);
    let rolled = gathered.jobs().iter().map(|job| gathered.roll(job)).collect();
    let metrics = gathered.finish(rolled).into_value(&mut found);
    (metrics, found)
}

fn compute(files: &[(&str, &str)], declared: &[Declared]) -> (Vec<Metric>, Vec<Diagnostic>) {
    compute_with(&fixture::model(files), declared, &Forget)
}

/// One metric, without findings.
fn metric(files: &[(&str, &str)], declared: Declared) -> Metric {
    let (mut metrics, found) = compute(files, &[declared]);
    assert!(found.is_empty(), "{found:?}");
    metrics.remove(0)
}

fn written(slice: &Slice) -> String {
    slice.value.map_or_else(|| "-".to_owned(), |value| value.to_open())
}

/// The value of a slice by its name, with its rows: `24/24`.
fn at(metric: &Metric, name: &str) -> String {
    let slice = metric.slices.iter().find(|slice| metric.spec.slice_id(&slice.key) == name);
    slice.map_or_else(|| "none".to_owned(), |slice| format!("{} of {}", written(slice), slice.n))
}

fn all(metric: &Metric) -> Vec<String> {
    metric.slices.iter().map(|slice| format!("{} {}", metric.spec.slice_id(&slice.key), written(slice))).collect()
}

const BRANCHES: (&str, &str) = ("data/branches.csv", "id,name,type\nzk,数控教工党支部,teacher\nxs,学生党支部,student\n");

/// The branch that was reported: 22 members and 33 tasks, of which 24 were done by 21, 6 by 20 and 3 by all.
fn fixture_of_one_branch() -> Vec<(&'static str, String)> {
    let mut members = "id,name,branch\n".to_owned();
    for member in 1..=22 {
        members.push_str(&format!("m{member},党员{member},shukong\n"));
    }
    let mut tasks = "id,title,due_on\n".to_owned();
    let mut completion = "task,member,done\n".to_owned();
    for task in 1..=33 {
        tasks.push_str(&format!("t{task},任务{task},2024-{:02}-15\n", (task - 1) % 11 + 1));
        let n_done = match task {
            1..=24 => 21,
            25..=30 => 20,
            _ => 22,
        };
        for member in 1..=22 {
            completion.push_str(&format!("t{task},m{member},{}\n", if member <= n_done { "是" } else { "否" }));
        }
    }
    vec![
        ("data/branches.csv", "id,name,type\nshukong,数控教工党支部,teacher\n".to_owned()),
        ("data/members.csv", members),
        ("data/study_tasks.csv", tasks),
        ("data/task_completion.csv", completion),
    ]
}

#[test]
fn the_reported_branch_comes_to_what_it_reported() {
    let files = fixture_of_one_branch();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let rate = Declared {
        from: "task_completion",
        value: "1.0 * sum(done) / count(*)",
        condition: Some("due_on <= as_of()"),
        time: Some("due_on"),
        by: &["branch"],
        unit: "percent",
        ..Declared::default()
    };
    let members = Declared { from: "members", value: "count(*)", ..Declared::default() };
    let tasks = Declared { from: "study_tasks", value: "count(*)", ..Declared::default() };
    let means = Declared { value: "avg(done)", ..rate.clone() };
    let (metrics, found) = compute(&files, &[rate, members, tasks, means]);
    assert!(found.is_empty(), "{found:?}");
    // 24 × 21 + 6 × 20 + 3 × 22 = 690 of 33 × 22 = 726.
    assert_eq!(at(&metrics[0], "all"), "0.95041322314 of 726");
    assert_eq!(at(&metrics[0], "branch=shukong;period=2024"), "0.95041322314 of 726");
    let total = metrics[0].slices[0].value.and_then(|value| value.mul(crate::metrics::Amount::from(100)));
    assert_eq!(total.map(|value| value.rounded(1, Rounding::HalfUp)).as_deref(), Some("95.0"));
    assert_eq!(at(&metrics[1], "all"), "22 of 22");
    assert_eq!(at(&metrics[2], "all"), "33 of 33");
    assert_eq!(metrics[3].slices[0].value, metrics[0].slices[0].value);
    // January has the tasks 1, 12 and 23: all of the first 24, so 63 of 66.
    assert_eq!(at(&metrics[0], "period=2024-01"), "0.954545454545 of 66");
    assert_eq!(metrics[0].slices[0].n_persons, Some(5), "persons are counted up to k");
    assert_eq!(metrics[0].spec.dimensions[0].values[0].label, "数控教工党支部");
    assert_eq!(metrics[0].rows.origin, Origin::Table("task_completion".to_owned()));
}

const MEMBERS: (&str, &str) = ("data/members.csv", "id,name,branch\nm1,甲,zk\nm2,乙,xs\nm3,丙,xs\n");
const STUDY: (&str, &str) = (
    "data/study_records.csv",
    "member,date,mode,minutes\nm1,2024-08-31,线上,0.1\nm1,2024-09-01,线上,0.2\nm2,2024-09-02,线下,45\nm3,2025-01-05,线下,15\n",
);

#[test]
fn calendars_overlap_and_each_sums_for_itself() {
    let minutes = metric(
        &[BRANCHES, MEMBERS, STUDY],
        Declared {
            from: "study_records",
            value: "sum(minutes)",
            time: Some("date"),
            by: &["branch"],
            unit: "minutes",
            ..Declared::default()
        },
    );
    for (slice, value) in [
        ("all", "60.3 of 4"),
        ("period=2024", "45.3 of 3"),
        ("period=2025", "15 of 1"),
        ("period=2023-2024", "0.1 of 1"),
        ("period=2024-2025", "60.2 of 3"),
        ("period=2024-Q3", "45.3 of 3"),
        ("period=2024-09", "45.2 of 2"),
        ("branch=zk", "0.3 of 2"),
        ("branch=zk;period=2024-09", "0.2 of 1"),
        ("branch=xs;period=2024-2025", "60 of 2"),
    ] {
        assert_eq!(at(&minutes, slice), value, "{slice}");
    }
}

#[test]
fn a_period_without_rows_is_a_gap_or_zero() {
    let declared = Declared {
        from: "study_records",
        value: "sum(minutes)",
        time: Some("date"),
        by: &["branch"],
        unit: "minutes",
        ..Declared::default()
    };
    let files = [BRANCHES, MEMBERS, STUDY];
    let gaps = metric(&files, declared.clone());
    assert_eq!(at(&gaps, "period=2024-10"), "- of 0");
    assert_eq!(at(&gaps, "branch=zk;period=2024-10"), "- of 0");
    assert_eq!(at(&gaps, "period=2024-Q4"), "- of 0");
    assert_eq!(at(&gaps, "period=2025-02"), "none", "nothing is missing behind the last row");
    let zeros = metric(&files, Declared { is_empty_zero: true, ..declared });
    assert_eq!(at(&zeros, "period=2024-10"), "0 of 0");
    assert_eq!(at(&zeros, "branch=zk;period=2025"), "0 of 0");
}

#[test]
fn nothing_at_all_is_a_gap() {
    let files = [BRANCHES, MEMBERS, ("data/study_records.csv", "member,date,minutes\n")];
    let declared = Declared { from: "study_records", value: "count(*)", time: Some("date"), ..Declared::default() };
    assert_eq!(all(&metric(&files, declared.clone())), ["all -"]);
    assert_eq!(all(&metric(&files, Declared { is_empty_zero: true, ..declared })), ["all 0"]);
}

fn activity(id: &str, date: &str, more: &str) -> (String, String) {
    let text =
        format!("---\ntitle: {id}\ndate: {date}\nkind: theme_day\nstart: {date}\nmode: onsite\nstatus: held\n{more}\n---\n");
    (format!("content/activities/{id}.md"), text)
}

#[test]
fn a_list_counts_in_each_of_its_slices_and_once_in_the_total() {
    let owned = [
        activity("a", "2024-03-01", "branches: [zk, xs]"),
        activity("b", "2024-03-02", "branches: [zk]"),
        activity("c", "2024-04-02", "branches: [xs]\nalso_counts_as: [party_lesson]"),
    ];
    let mut files: Vec<(&str, &str)> = owned.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(BRANCHES);
    let count = metric(
        &files,
        Declared { from: "activities", value: "count(*)", time: Some("date"), by: &["branches", "kind"], ..Declared::default() },
    );
    assert_eq!(at(&count, "all"), "3 of 3");
    assert_eq!(at(&count, "branches=zk"), "2 of 2");
    assert_eq!(at(&count, "branches=xs"), "2 of 2");
    assert_eq!(at(&count, "branches=xs;period=2024-03"), "1 of 1");
    assert_eq!(at(&count, "kind=theme_day"), "3 of 3");
    assert_eq!(at(&count, "branches=zk;kind=theme_day;period=2024"), "2 of 2");
    // The order is that of the register, not of the rows.
    let ids: Vec<&str> = count.spec.dimensions[0].values.iter().map(|value| &*value.id).collect();
    assert_eq!(ids, ["zk", "xs"]);
    assert_eq!(count.slices[0].n_persons, None);
    let has = Declared {
        from: "activities",
        value: "count(*)",
        condition: Some("has(also_counts_as, 'party_lesson')"),
        ..Declared::default()
    };
    assert_eq!(at(&metric(&files, has), "all"), "1 of 1");
}

#[test]
fn distinct_values_are_counted_anew_on_each_level() {
    let files = [
        BRANCHES,
        MEMBERS,
        ("data/study_records.csv", "member,date\nm1,2024-01-01\nm1,2024-02-01\nm2,2024-01-05\nm2,2024-01-06\nm3,2024-03-01\n"),
    ];
    let persons = metric(
        &files,
        Declared {
            from: "study_records",
            value: "count(distinct member)",
            time: Some("date"),
            by: &["branch"],
            ..Declared::default()
        },
    );
    assert_eq!(at(&persons, "all"), "3 of 5");
    assert_eq!(at(&persons, "period=2024-01"), "2 of 3");
    assert_eq!(at(&persons, "branch=xs"), "2 of 3");
    assert_eq!(at(&persons, "branch=zk;period=2024"), "1 of 2");
    assert_eq!(persons.slices[0].n_persons, Some(3));
}

#[test]
fn rows_belong_to_the_branch_of_their_day() {
    let files = [
        BRANCHES,
        MEMBERS,
        ("data/memberships.csv", "member,branch,from,to\nm1,xs,2024-01-01,2024-06-30\nm1,zk,2024-07-01,\n"),
        ("data/study_records.csv", "member,date,minutes\nm1,2024-06-30,10\nm1,2024-07-01,20\nm2,2024-07-01,40\n"),
    ];
    let minutes = metric(
        &files,
        Declared { from: "study_records", value: "sum(minutes)", time: Some("date"), by: &["branch"], ..Declared::default() },
    );
    assert_eq!(at(&minutes, "branch=xs"), "50 of 2");
    assert_eq!(at(&minutes, "branch=zk"), "20 of 1");
    assert_eq!(at(&minutes, "branch=xs;period=2024-06"), "10 of 1");
}

#[test]
fn every_aggregate_is_what_sql_says() {
    let files = [BRANCHES, MEMBERS, STUDY];
    let value = |value: &'static str| {
        let declared = Declared { from: "study_records", value, ..Declared::default() };
        at(&metric(&files, declared), "all").split(' ').next().map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(value("avg(minutes)"), "15.075");
    assert_eq!(value("sum(minutes / 60)"), "1.005");
    assert_eq!(value("count(minutes)"), "4");
    assert_eq!(value("sum(minutes) filter (where mode = 'onsite')"), "60");
    assert_eq!(value("count(*) filter (where mode = 'hybrid')"), "0");
    assert_eq!(value("sum(minutes) / nullif(count(*) filter (where mode = 'online'), 0)"), "30.15");
    assert_eq!(value("count(distinct mode)"), "2");
}

#[test]
fn a_dimension_may_stand_three_references_away() {
    let declared = Declared { from: "study_records", value: "count(*)", by: &["member.branch.type"], ..Declared::default() };
    let count = metric(&[BRANCHES, MEMBERS, STUDY], declared);
    assert_eq!(at(&count, "member.branch.type=teacher"), "2 of 2");
    assert_eq!(at(&count, "member.branch.type=student"), "2 of 2");
}

#[test]
fn extremes_are_exact() {
    let feedback = ("data/feedback.csv", "activity,n,mean\na,10,4.25\nb,20,4.7\nc,5,\n");
    let value =
        |value: &'static str| at(&metric(&[feedback], Declared { from: "feedback", value, ..Declared::default() }), "all");
    assert_eq!(value("min(mean)"), "4.25 of 3");
    assert_eq!(value("max(mean)"), "4.7 of 3");
    assert_eq!(value("sum(n * mean) / sum(n) filter (where mean is not null)"), "4.55 of 3");
}

#[test]
fn metrics_of_one_group_share_rows_and_keep_their_conditions() {
    let files = [BRANCHES, MEMBERS, STUDY];
    let base = Declared { from: "study_records", value: "count(*)", time: Some("date"), by: &["branch"], ..Declared::default() };
    let online = Declared { condition: Some("mode = 'online'"), ..base.clone() };
    let onsite = Declared { condition: Some("mode = 'onsite'"), by: &[], ..base.clone() };
    let (metrics, found) = compute(&files, &[base, online, onsite]);
    assert!(found.is_empty(), "{found:?}");
    let counts: Vec<String> = metrics.iter().map(|metric| at(metric, "all")).collect();
    assert_eq!(counts, ["4 of 4", "2 of 2", "2 of 2"]);
    assert!(std::sync::Arc::ptr_eq(&metrics[0].rows, &metrics[1].rows));
    assert!(std::sync::Arc::ptr_eq(&metrics[0].rows, &metrics[2].rows));
    // Every slice says as many rows as its classes hold.
    for metric in &metrics {
        for slice in &metric.slices {
            let n: u64 =
                metric.rows.classes.iter().filter(|class| metric.counts(&slice.key, class, 9)).map(|class| class.n).sum();
            assert_eq!(n, slice.n, "{}", metric.spec.slice_id(&slice.key));
        }
    }
}

#[test]
fn signed_totals_stand_in_where_the_rows_are_gone() {
    let frozen = "metric,branch,period,value,n\nm0,zk,2023-05,300,12\nm0,,2023-05,900,40\nm0,,2024,1000,60\nm0,,2024-09,7,1\n";
    let files = [BRANCHES, MEMBERS, STUDY, ("data/frozen.csv", frozen)];
    let declared =
        Declared { from: "study_records", value: "sum(minutes)", time: Some("date"), by: &["branch"], ..Declared::default() };
    let (metrics, found) = compute(&files, &[declared]);
    let minutes = &metrics[0];
    assert_eq!(at(minutes, "branch=zk;period=2023-05"), "300 of 12");
    assert_eq!(at(minutes, "period=2023-05"), "900 of 40");
    let of_frozen = minutes.slices.iter().filter(|slice| slice.frozen.is_some()).count();
    assert_eq!(of_frozen, 2, "rows of 2024 are there, so nothing stands in for them");
    assert_eq!(at(minutes, "period=2024"), "45.3 of 3");
    // Everything holds May 2023, whose rows are gone; the academic year too, which has one row of its own.
    assert_eq!(at(minutes, "all"), "- of 4");
    assert_eq!(at(minutes, "period=2024-09"), "45.2 of 2");
    assert!(found.iter().all(|one| one.code.id == "F032"), "{found:?}");
}

#[test]
fn what_is_remembered_is_what_would_be_counted() {
    use std::collections::BTreeMap;
    use std::sync::Mutex;
    #[derive(Default)]
    struct Kept(Mutex<BTreeMap<crate::source::Hash, Vec<u8>>>);
    impl Keep for Kept {
        fn get(&self, key: &crate::source::Hash) -> Option<Vec<u8>> {
            self.0.lock().expect("one thread").get(key).cloned()
        }
        fn put(&self, key: &crate::source::Hash, bytes: &[u8]) {
            self.0.lock().expect("one thread").insert(*key, bytes.to_vec());
        }
    }
    let declared = [
        Declared {
            from: "study_records",
            value: "sum(minutes)",
            time: Some("date"),
            by: &["branch", "mode"],
            ..Declared::default()
        },
        Declared { from: "study_records", value: "count(distinct member)", time: Some("date"), ..Declared::default() },
    ];
    let kept = Kept::default();
    let model = fixture::model(&[BRANCHES, MEMBERS, STUDY]);
    let first: Vec<Vec<String>> = compute_with(&model, &declared, &kept).0.iter().map(all).collect();
    assert_eq!(kept.0.lock().expect("one thread").len(), 1);
    let again: Vec<Vec<String>> = compute_with(&model, &declared, &kept).0.iter().map(all).collect();
    assert_eq!(first, again);
    // A damaged memory is as good as none.
    for bytes in kept.0.lock().expect("one thread").values_mut() {
        bytes.truncate(bytes.len() / 2);
    }
    let anew: Vec<Vec<String>> = compute_with(&model, &declared, &kept).0.iter().map(all).collect();
    assert_eq!(first, anew);
    // Another ledger is another key.
    let edited = fixture::model(&[BRANCHES, MEMBERS, (STUDY.0, "member,date,mode,minutes\nm1,2024-08-31,线上,0.5\n")]);
    let edited = compute_with(&edited, &declared, &kept).0;
    assert_eq!(at(&edited[0], "all"), "0.5 of 1");
}

#[test]
fn the_query_gives_the_same_figures_to_anybody() {
    let minutes = metric(
        &[BRANCHES, MEMBERS, STUDY],
        Declared {
            from: "study_records",
            value: "sum(minutes)",
            condition: Some("date <= as_of() and has(mode, 'online')"),
            time: Some("date"),
            by: &["branch"],
            ..Declared::default()
        },
    );
    let connection = rusqlite::Connection::open_in_memory().expect("memory is there");
    let ledgers = "create table members (id, branch); insert into members values ('m1', 'zk'), ('m2', 'xs'), ('m3', 'xs');
        create table study_records (member, date, mode, minutes);
        insert into study_records values ('m1', '2024-08-31', 'online', 0.1), ('m1', '2024-09-01', 'online', 0.25), \
        ('m2', '2024-09-02', 'onsite', 45);";
    connection.execute_batch(ledgers).expect("they are tables");
    connection.execute_batch(&minutes.rows.sql).unwrap_or_else(|error| panic!("{error}: {}", minutes.rows.sql));
    let mut statement = connection.prepare(&minutes.spec.sql).unwrap_or_else(|error| panic!("{error}: {}", minutes.spec.sql));
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("it runs");
    let rows: Vec<(String, String, f64)> = rows.map(|row| row.expect("a row")).collect();
    assert_eq!(rows, [("zk".to_owned(), "2024-08".to_owned(), 0.1), ("zk".to_owned(), "2024-09".to_owned(), 0.25)]);
}

//! Counting in stretches.

use super::group::groups;
use super::{count, join, pack, unpack};
use crate::metrics::database::Stock;
use crate::metrics::definition::Definition;
use crate::metrics::fixture;
use crate::metrics::relation::relations;

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn ledgers() -> Vec<(&'static str, String)> {
    let mut chance = Chance(7);
    let mut members = "id,branch\n".to_owned();
    for member in 0..20 {
        members.push_str(&format!("m{member},b{}\n", chance.below(4)));
    }
    let mut study = "member,date,mode,minutes,source\n".to_owned();
    for _ in 0..400 {
        let (member, month, day) = (chance.below(20), chance.below(9) + 1, chance.below(28) + 1);
        let mode = ["online", "onsite", ""][chance.below(3) as usize];
        let minutes = chance.below(900);
        study.push_str(&format!(
            "m{member},2024-{month:02}-{day:02},{mode},{}.{},s{}\n",
            minutes / 10,
            minutes % 10,
            chance.below(5)
        ));
    }
    let metrics = "
        [metric.minutes]
        title = '时长'
        definition = '时长之和'
        unit = 'minutes'
        from = 'study_records'
        value = 'sum(minutes)'
        time = 'date'
        by = ['member.branch', 'source']
        [metric.share]
        title = '线上占比'
        definition = '线上记录之比'
        unit = 'percent'
        from = 'study_records'
        value = \"1.0 * count(*) filter (where mode = 'online') / count(*)\"
        where = \"date >= '2024-03-01'\"
        time = 'date'
        by = ['member.branch']
        [metric.learners]
        title = '学习人数'
        definition = '不同的人'
        unit = 'persons'
        from = 'study_records'
        value = 'count(distinct member) + count(distinct source)'
        time = 'date'
        by = ['member.branch']
    ";
    vec![
        ("data/branches.csv", "id,name\nb0,甲\nb1,乙\nb2,丙\nb3,丁\n".to_owned()),
        ("data/members.csv", members),
        ("data/study_records.csv", study),
        ("data/metrics.toml", metrics.to_owned()),
    ]
}

#[test]
fn stretches_joined_are_the_whole() {
    let files = ledgers();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let sources = fixture::sources(&files);
    let model = fixture::model_of(&sources);
    let declared = crate::metrics::declare::declarations(&sources, &model);
    assert!(declared.found.is_empty(), "{:?}", declared.found);
    let declared = declared.value;
    let definitions: Vec<Definition> =
        declared.metrics.iter().filter_map(|one| Definition::of(one, &declared.relations)).collect();
    let stock = Stock::new(&model, relations(&model, &[]));
    let groups = groups(&stock, &definitions);
    assert_eq!(groups.len(), 1);
    let counted = |rows| count(&stock, &groups[0], rows, 100).expect("it runs");
    let whole = counted(0..400);
    let joined = join(&groups[0], vec![counted(0..7), counted(7..250), counted(250..250), counted(250..400)], 100);
    assert_eq!(pack(&whole), pack(&joined));
    let kept = unpack(&pack(&whole)).expect("it was packed");
    assert_eq!(pack(&kept), pack(&whole));
    assert!(unpack(&pack(&whole)[1..]).is_none());
}

#[test]
fn sqlite_comes_to_the_same() {
    let files = ledgers();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let sources = fixture::sources(&files);
    let model = fixture::model_of(&sources);
    let computed = crate::metrics::compute(&sources, &model);
    assert!(computed.found.is_empty(), "{:?}", computed.found);
    let connection = rusqlite::Connection::open_in_memory().expect("memory is there");
    for (table, columns) in [("members", "id, branch"), ("study_records", "member, date, mode, minutes real, source")] {
        connection.execute_batch(&format!("create table {table} ({columns})")).expect("a table");
        let text = files.iter().find(|(path, _)| path.contains(table)).expect("a ledger").1;
        for line in text.lines().skip(1) {
            let values: Vec<String> = line.split(',').map(|cell| format!("nullif('{cell}', '')")).collect();
            connection.execute_batch(&format!("insert into {table} values ({})", values.join(", "))).expect("a row");
        }
    }
    let mut is_viewed = false;
    for metric in &computed.value.metrics {
        if !is_viewed {
            connection.execute_batch(&metric.rows.sql).unwrap_or_else(|error| panic!("{error}: {}", metric.rows.sql));
            is_viewed = true;
        }
        let n_dimensions = metric.spec.dimensions.len();
        let mut statement = connection.prepare(&metric.spec.sql).unwrap_or_else(|error| panic!("{error}: {}", metric.spec.sql));
        let mut rows = statement.query([]).expect("it runs");
        let mut n_rows = 0;
        while let Some(row) = rows.next().expect("a row") {
            let mut id = String::new();
            for (idx, dimension) in metric.spec.dimensions.iter().enumerate() {
                id.push_str(&format!("{}={};", dimension.id, row.get::<_, String>(idx).expect("an id")));
            }
            id.push_str(&format!("period={}", row.get::<_, String>(n_dimensions).expect("a month")));
            let key = metric.spec.slice_of_id(&id).expect("a slice");
            let slice = &metric.slices[metric.find(&key).expect("it is computed")];
            let value = slice.value.expect("no gap").to_f64();
            assert!((value - row.get::<_, f64>(n_dimensions + 1).expect("a number")).abs() < 1e-9, "{} {id}", metric.spec.id);
            assert_eq!(slice.n, row.get::<_, i64>(n_dimensions + 2).expect("a number") as u64);
            n_rows += 1;
        }
        assert!(n_rows >= 28, "{n_rows}");
    }
}

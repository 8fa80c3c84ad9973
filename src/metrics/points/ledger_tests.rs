//! Rule sets over small ledgers, from the files to the totals.

use crate::diag::{Diagnostic, Outcome};
use crate::metrics::database::Stock;
use crate::metrics::fixture::{model_of, sources};
use crate::metrics::period::Period;
use crate::metrics::relation::relations;
use crate::metrics::standing::{Standing, Standings, Why};

/// The standings of a site, and what was found.
fn compute(files: &[(&str, &str)]) -> (Vec<Standings>, Vec<Diagnostic>) {
    let sources = sources(files);
    let model = model_of(&sources);
    let stock = Stock::new(&model, relations(&model, &[]));
    let mut found = Vec::new();
    let sets = super::declared(&sources).into_value(&mut found);
    let standings = super::compute(&sources, &stock, &[], &sets).into_value(&mut found);
    (standings, found)
}

fn without_findings(files: &[(&str, &str)]) -> Vec<Standings> {
    let (standings, found) = compute(files);
    let messages: Vec<String> = found.iter().map(|one| format!("{} {}", one.code.id, one.message().en)).collect();
    assert!(messages.is_empty(), "{messages:?}");
    standings
}

fn period(written: &str) -> Period {
    Period::parse(written).expect("the test's period is one")
}

/// Points by holder, in the order of the register, as people read them.
fn points(standings: &Standings, written: &str) -> Vec<(u32, String)> {
    let of_period = standings.of(period(written)).unwrap_or_else(|| panic!("there are standings of {written}"));
    let mut points: Vec<(u32, String)> = of_period
        .standings
        .iter()
        .map(|standing| (standing.holder, standing.points.rounded(standings.n_decimals, standings.rounding)))
        .collect();
    points.sort();
    points
}

fn names(standings: &Standings, standing: &Standing) -> (Option<String>, Option<String>) {
    let name = |idx: Option<usize>| idx.map(|idx| standings.grades[idx].name.clone());
    (name(standing.grade), name(standing.held_back_from))
}

const BRANCHES: (&str, &str) = ("data/branches.csv", "id,name\nshukong,数控\nxuesheng,学生\n");
const NINE: (&str, &str) = (
    "data/members.csv",
    "id,name,branch\nm1,甲,shukong\nm2,乙,shukong\nm3,丙,shukong\nm4,丁,shukong\nm5,戊,shukong\nm6,己,shukong\nm7,庚,shukong\n\
     m8,辛,shukong\nm9,壬,shukong\n",
);

#[test]
fn base_bonus_and_review_make_a_hundred_and_the_quota_holds_the_fourth_back() {
    // Set A: base 60 for everybody, bonus up to 30, review up to 10. m1 98, m2 95, m3 92, m4 90, m5 85, m6 80, m7 79, m8 61, and m9
    // 65 less a deduction of 6: 59.
    let rules = "[ruleset]\nid = \"a\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
        [[category]]\nid = \"bonus\"\ncap = { points = 30, per = \"year\" }\n\
        [[category]]\nid = \"review\"\ncap = { points = 10, per = \"year\" }\n\
        [[rule]]\nid = \"base\"\nfrom = \"members\"\npoints = 60\n\
        [[rule]]\nid = \"bonus\"\ncategory = \"bonus\"\nfrom = \"points_entries\"\n\
        [[rule]]\nid = \"review\"\ncategory = \"review\"\nfrom = \"points_entries\"\n\
        [[rule]]\nid = \"deduction\"\nfrom = \"points_entries\"\n\
        [[grade]]\nname = \"优秀\"\nmin = 90\nquota = \"1/3\"\n[[grade]]\nname = \"合格\"\nmin = 80\n\
        [[grade]]\nname = \"基本合格\"\nmin = 60\n[[grade]]\nname = \"不合格\"\nmin = 0\n";
    let entries = "holder,date,rule,value\nm1,2026-02-01,bonus,34\nm1,2026-03-01,review,8\nm2,2026-02-01,bonus,25\n\
        m2,2026-03-01,review,10\nm3,2026-02-01,bonus,22\nm3,2026-03-01,review,12\nm4,2026-02-01,bonus,20\nm4,2026-03-01,review,10\n\
        m5,2026-02-01,bonus,25\nm6,2026-02-01,bonus,20\nm7,2026-02-01,bonus,19\nm8,2026-03-01,review,1\nm9,2026-02-01,bonus,5\n\
        m9,2026-03-02,deduction,-6\n";
    let all = without_findings(&[BRANCHES, NINE, ("data/points/a.toml", rules), ("data/points_entries.csv", entries)]);
    let expected = ["98.0", "95.0", "92.0", "90.0", "85.0", "80.0", "79.0", "61.0", "59.0"];
    let year: Vec<String> = points(&all[0], "2026").into_iter().map(|(_, points)| points).collect();
    assert_eq!(year, expected);
    // Base points belong to the year as a whole.
    assert_eq!(points(&all[0], "2026-02")[0], (0, "30.0".to_owned()));
    let of_year = all[0].of(period("2026")).expect("the rules hold in 2026");
    let grades: Vec<_> = of_year.standings.iter().map(|standing| names(&all[0], standing)).collect();
    let grade = |name: &str| (Some(name.to_owned()), None);
    assert_eq!(grades[..3], [grade("优秀"), grade("优秀"), grade("优秀")]);
    assert_eq!(grades[3], (Some("合格".to_owned()), Some("优秀".to_owned())));
    assert_eq!(grades[4..], [grade("合格"), grade("合格"), grade("基本合格"), grade("基本合格"), grade("不合格")]);
}

#[test]
fn comments_count_once_per_article_and_sign_ins_once_per_day() {
    // Set B: m1 comments twice on article 1 and once on article 2: 1.0; signs in twice on the 2nd and once on the 3rd: 1.0. m2 comments
    // once on article 1: 0.5, because a comment of another does not take it away.
    let tables = "[comments.columns]\narticle = { label = \"文章\" }\nmember = { label = \"党员\", references = \"members\", sensitivity = \"personal\" }\n\
        date = { label = \"日期\", type = \"date\" }\n\
        [sign_ins.columns]\nmember = { label = \"党员\", references = \"members\", sensitivity = \"personal\" }\ndate = { label = \"日期\", type = \"date\" }\n";
    let rules = "[ruleset]\nid = \"b\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"comment\"\nfrom = \"comments\"\npoints = 0.5\nonce_per = [\"article\"]\n\
        [[rule]]\nid = \"sign_in\"\nfrom = \"sign_ins\"\npoints = \"0.5\"\nonce_per = [\"date\"]\n";
    let files = [
        BRANCHES,
        ("data/members.csv", "id,name,branch\nm1,甲,shukong\nm2,乙,shukong\n"),
        ("data/tables.toml", tables),
        ("data/points/b.toml", rules),
        ("data/comments.csv", "article,member,date\na1,m1,2026-03-01\na1,m1,2026-03-05\na2,m1,2026-03-05\na1,m2,2026-03-06\n"),
        ("data/sign_ins.csv", "member,date\nm1,2026-03-02\nm1,2026-03-02\nm1,2026-03-03\n"),
    ];
    let all = without_findings(&files);
    assert_eq!(points(&all[0], "2026-03"), [(0, "2.0".to_owned()), (1, "0.5".to_owned())]);
    let duplicates = all[0].lines_of(0, period("2026")).filter(|line| line.why == Why::Duplicate).count();
    assert_eq!(duplicates, 2);
}

const TWO: (&str, &str) = ("data/members.csv", "id,name,branch\nm1,甲,shukong\nm2,乙,shukong\n");

#[test]
fn fifteen_sessions_of_study_give_the_twelve_points_of_their_cap() {
    // Set C: 15 × 2 = 30, of which 12 count: sessions of 5 in January, 5 in February, 5 in March; the first six count.
    let mut records = String::from("member,date,minutes\n");
    for (month, day) in (0..15).map(|idx| (idx / 5 + 1, idx % 5 + 10)) {
        records.push_str(&format!("m1,2026-{month:02}-{day},45\n"));
    }
    let rules = "[ruleset]\nid = \"c\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"study\"\nfrom = \"study_records\"\npoints = \"2\"\ncap = { points = 12, per = \"year\" }\n";
    let all = without_findings(&[BRANCHES, TWO, ("data/points/c.toml", rules), ("data/study_records.csv", &records)]);
    assert_eq!(points(&all[0], "2026"), [(0, "12.0".to_owned()), (1, "0.0".to_owned())]);
    assert_eq!(points(&all[0], "2026-01")[0].1, "10.0");
    assert_eq!(points(&all[0], "2026-02")[0].1, "2.0");
    assert_eq!(points(&all[0], "2026-03")[0].1, "0.0");
    assert_eq!(all[0].lines_of(0, period("2026")).count(), 15);
}

#[test]
fn a_change_of_rules_splits_the_year_and_its_total_joins_both_parts() {
    // January by the old rules: 1 each; from 10 February on 3 each. 2 × 1 + 1 × 3 = 5 in the year, and 3 in the later part of February.
    let set = |id: &str, from: &str, to: &str, points: &str| {
        format!(
            "[ruleset]\nid = \"{id}\"\ntitle = \"党员积分\"\nholder = \"member\"\neffective_from = {from}\n{to}\n\
             [[rule]]\nid = \"base\"\nfrom = \"members\"\npoints = 10\n\
             [[rule]]\nid = \"study\"\nfrom = \"study_records\"\npoints = {points}\n"
        )
    };
    let (old, new) = (set("old", "2026-01-01", "effective_to = 2026-02-09", "1"), set("new", "2026-02-10", "", "3"));
    let records = "member,date\nm1,2026-01-15\nm1,2026-02-05\nm1,2026-02-20\nm2,2026-01-15\n";
    let all = without_findings(&[
        BRANCHES,
        TWO,
        ("data/points/new.toml", &new),
        ("data/points/old.toml", &old),
        ("data/study_records.csv", records),
    ]);
    let (new, old) = (&all[0], &all[1]);
    // Base points of the year are given once, by the rules that hold at its end.
    assert_eq!(points(new, "2026"), [(0, "15.0".to_owned()), (1, "11.0".to_owned())]);
    assert_eq!(points(new, "2026-02"), [(0, "4.0".to_owned()), (1, "0.0".to_owned())]);
    assert_eq!(points(old, "2026"), [(0, "2.0".to_owned()), (1, "1.0".to_owned())]);
    assert!(old.of(period("2026")).expect("it has a part").is_part);
    assert!(old.of(period("2026-02")).expect("it has a part").is_part);
    assert!(!old.of(period("2026-01")).expect("it holds there").is_part);
    // February of the new set looks back at January of the old one.
    let february = new.of(period("2026-02")).expect("it holds there");
    assert_eq!(february.standings.iter().map(|standing| standing.previous_rank).collect::<Vec<_>>(), [Some(1), Some(1)]);
    assert_eq!(new.rules.len(), 4);
}

#[test]
fn who_comes_or_leaves_within_a_period_is_marked_with_the_months() {
    let members = "id,name,branch,joined_branch_on,left_branch_on\nm1,甲,shukong,2020-01-01,\nm2,乙,shukong,2026-03-05,\n\
        m3,丙,shukong,2020-01-01,2026-01-20\nm4,丁,shukong,2020-01-01,2025-12-31\n";
    let rules = "[ruleset]\nid = \"d\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"base\"\nfrom = \"members\"\npoints = 1\n";
    let all = without_findings(&[BRANCHES, ("data/members.csv", members), ("data/points/d.toml", rules)]);
    let quarter = all[0].of(period("2026-Q1")).expect("the rules hold there");
    let marks: Vec<_> =
        quarter.standings.iter().map(|standing| (standing.holder, standing.joined, standing.left, standing.n_months)).collect();
    assert_eq!(marks, [(0, false, false, 3), (1, true, false, 1), (2, false, true, 1)]);
}

#[test]
fn branches_share_their_points_among_their_heads() {
    // Three members in one branch, one in the other: 6 / 3 = 2, and 3 / 1 = 3.
    let members = "id,name,branch\nm1,甲,shukong\nm2,乙,shukong\nm3,丙,shukong\nm4,丁,xuesheng\n";
    let outcomes = "id,title,date,branch\no1,一,2026-01-05,shukong\no2,二,2026-02-05,shukong\no3,三,2026-02-06,xuesheng\n";
    let rules = "[ruleset]\nid = \"e\"\nholder = \"branch\"\nper_head = true\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"outcome\"\nfrom = \"outcomes\"\npoints = 3\n";
    let all = without_findings(&[
        BRANCHES,
        ("data/members.csv", members),
        ("data/outcomes.csv", outcomes),
        ("data/points/e.toml", rules),
    ]);
    assert_eq!(points(&all[0], "2026"), [(0, "2.0".to_owned()), (1, "3.0".to_owned())]);
    let ranks: Vec<(u32, u32)> =
        all[0].of(period("2026")).expect("there").standings.iter().map(|one| (one.holder, one.rank)).collect();
    assert_eq!(ranks, [(1, 1), (0, 2)]);
}

#[test]
fn no_total_falls_below_the_floor() {
    let rules = "[ruleset]\nid = \"f\"\nholder = \"member\"\nfloor = 0\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"all\"\nfrom = \"points_entries\"\npoints = \"value\"\n";
    let entries = "holder,date,rule,value\nm1,2026-01-05,late,-2.5\nm2,2026-01-05,help,0.1\nm2,2026-01-06,help,0.2\n";
    let all = without_findings(&[BRANCHES, TWO, ("data/points/f.toml", rules), ("data/points_entries.csv", entries)]);
    assert_eq!(points(&all[0], "2026"), [(0, "0.0".to_owned()), (1, "0.3".to_owned())]);
    let of_year = all[0].of(period("2026")).expect("there");
    assert_eq!(of_year.standings.iter().map(|standing| standing.is_floored).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_row_counts_for_each_branch_of_its_list_and_not_before_its_day() {
    let activity = |date: &str| {
        format!(
            "+++\ntitle = \"主题党日\"\ndate = {date}\nkind = \"theme_day\"\nmode = \"onsite\"\nstart = {date}T14:00\n\
             branches = [\"shukong\", \"xuesheng\"]\n+++\n"
        )
    };
    let (held, planned) = (activity("2026-03-10"), activity("2026-04-10"));
    let rules = "[ruleset]\nid = \"g\"\nholder = \"branch\"\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"held\"\nfrom = \"activities\"\npoints = \"case when kind = 'theme_day' then 2 else 1 end\"\n";
    let all = without_findings(&[
        BRANCHES,
        ("data/points/g.toml", rules),
        ("content/activities/a.md", &held),
        ("content/activities/b.md", &planned),
    ]);
    assert_eq!(points(&all[0], "2026"), [(0, "2.0".to_owned()), (1, "2.0".to_owned())]);
}

#[test]
fn a_total_that_does_not_fit_is_a_finding() {
    // Sums of 9·10^17 and 10^-18 have 36 digits each; two hundred of them are more than 128 bits hold.
    let mut records = String::from("holder,date,rule,value\n");
    for _ in 0..200 {
        records.push_str("m1,2026-03-01,large,900000000000000000\nm1,2026-03-01,small,0.000000000000000001\n");
    }
    let rules = "[ruleset]\nid = \"h\"\nholder = \"member\"\neffective_from = 2026-01-01\n\
        [[rule]]\nid = \"large\"\nfrom = \"points_entries\"\npoints = 900000000000000000\n\
        [[rule]]\nid = \"small\"\nfrom = \"points_entries\"\npoints = 0.000000000000000001\n";
    let (_, found) = compute(&[BRANCHES, TWO, ("data/points/h.toml", rules), ("data/points_entries.csv", &records)]);
    let names: Vec<&str> = found.iter().map(|one| one.code.name).collect();
    assert_eq!(names, ["points_overflow"]);
}

/// Compares two rule sets over a ledger of study.
fn compare(old: &str, new: &str) -> Outcome<Vec<Standings>> {
    let records = "member,date\nm1,2026-01-15\nm1,2026-02-05\nm2,2026-01-15\n";
    let site = sources(&[BRANCHES, TWO, ("data/study_records.csv", records)]);
    let rules = sources(&[("data/points/old.toml", old), ("data/points/new.toml", new)]);
    let set = |path: &str| {
        let file = rules.find(path).expect("it is among the files");
        super::read(&rules, file, None).value.expect("the test's rule set can be understood")
    };
    super::compare(&site, &model_of(&site), &rules, set("data/points/old.toml"), set("data/points/new.toml"))
}

#[test]
fn a_proposal_for_days_to_come_is_judged_over_the_days_of_the_old_rules() {
    // 1 each, at most 1 a year: 1 and 1. By the proposal for 2027 2 each, without a cap: 4 and 2.
    let set = |year: i16, points: u8, cap: &str| {
        format!(
            "[ruleset]\ntitle = \"积分\"\nholder = \"member\"\neffective_from = {year}-01-01\n\
             [[rule]]\nid = \"study\"\nfrom = \"study_records\"\npoints = {points}\n{cap}\n"
        )
    };
    let compared = compare(&set(2026, 1, "cap = { points = 1, per = \"year\" }"), &set(2027, 2, ""));
    assert!(compared.found.is_empty(), "{:?}", compared.found);
    assert_eq!(points(&compared.value[0], "2026"), [(0, "1.0".to_owned()), (1, "1.0".to_owned())]);
    assert_eq!(points(&compared.value[1], "2026"), [(0, "4.0".to_owned()), (1, "2.0".to_owned())]);
    assert!(compared.value.iter().all(|standings| standings.periods.iter().all(|period| !period.is_part)));
}

#[test]
fn members_are_not_compared_with_branches() {
    let set = |holder: &str| {
        format!(
            "[ruleset]\nholder = \"{holder}\"\neffective_from = 2026-01-01\n\
             [[rule]]\nid = \"study\"\nfrom = \"study_records\"\npoints = 1\n"
        )
    };
    let found = compare(&set("member"), &set("branch")).found;
    assert_eq!(found.iter().map(|one| one.code.name).collect::<Vec<_>>(), ["rule_sets_of_other_holders"]);
}

//! Freshness, open loops and the quality of ledgers.

use super::*;
use crate::metrics::TableQuality;

fn freshness_lines(duties: &Duties) -> Vec<String> {
    let line = |one: &crate::metrics::Freshness| {
        let due = one.due_on.map_or("never".to_owned(), |day| day.to_string());
        format!("{} {} {due} {}", one.kind, one.id, one.n_overdue)
    };
    duties.freshness.iter().map(line).collect()
}

#[test]
fn the_most_overdue_comes_first_and_what_was_never_filled_before_it() {
    let channels =
        "kind,name,cadence_days,last_update\nwechat,公众号,7,2026-03-01\nwebsite,网站,7,2026-03-27\nmailbox,意见箱,,2026-01-01\n";
    let column = "+++\ntitle = \"一篇\"\ndate = 2026-02-20\n+++\n正文\n";
    let texts = [held("theme_day", "2026-03-01", "[\"a\"]", ""), held("theme_day", "2026-04-20", "[\"a\"]", "")];
    let files = [("data/channels.csv", channels), ("content/columns/tech_news/x.md", column)];
    let duties = judge_activities(&texts, &files, "2026-04-02");
    // 1 March and 7 days: fresh until the 8th, 25 days over on 2 April. 20 February and 31 days: until 23 March, 10 days over.
    // 1 March and 31 days: until 1 April, one day over. 27 March and 7 days: until 3 April. Branch b and the news have nothing at all.
    assert_eq!(
        freshness_lines(&duties),
        [
            "section news never 0",
            "branch b never 0",
            "channel 2 2026-03-08 25",
            "column tech_news 2026-03-23 10",
            "section activities 2026-04-01 1",
            "branch a 2026-04-01 1",
            "channel 3 2026-04-03 0",
        ]
    );
}

#[test]
fn a_site_says_what_is_watched() {
    let cadence = "[freshness]\nbranch_days = 0\n[[freshness.section]]\nid = \"news\"\noff = true\n\
        [[freshness.section]]\nid = \"activities\"\ncadence_days = 7\n[[freshness.section]]\nid = \"faq\"\ncadence_days = 90\n";
    let texts = [held("theme_day", "2026-03-01", "[\"a\"]", "")];
    let duties = judge_activities(&texts, &[("data/cadence.toml", cadence)], "2026-03-08");
    let lines = freshness_lines(&duties);
    assert_eq!(lines, ["section faq never 0", "column tech_news never 0", "section activities 2026-03-08 0"]);
}

#[test]
fn what_was_begun_and_not_finished_is_listed_oldest_first() {
    let online = |day: &str, more: &str| held("theory_study", day, "[\"a\"]", more).replace("onsite", "online");
    let files = [
        ("content/activities/planned.md", held("theme_day", "2026-01-08", "[\"a\"]", "status = \"planned\"")),
        ("content/activities/ahead.md", held("theme_day", "2026-05-08", "[\"a\"]", "")),
        ("content/activities/untold.md", held("committee_meeting", "2026-01-09", "[\"a\"]", "").replace("正文。", "")),
        ("content/activities/alone.md", online("2026-01-10", "cover = \"p.gif\"\ncover_alt = \"会场\"")),
        ("content/activities/half.md", online("2026-01-11", "cover = \"p.gif\"\ncover_alt = \"会场\"\npair = \"other\"")),
        (
            "content/activities/other.md",
            held("theory_study", "2026-01-12", "[\"a\"]", "pair = \"half\"\nfeedback = { n = 3, mean = 4.5 }")
                .replace("正文。", "![会场里坐着人](p.gif)"),
        ),
        ("content/activities/bare.md", held("theme_day", "2026-01-13", "[\"a\"]", "")),
        ("content/activities/p.gif", "PIXEL".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let (model, outcome) = judge(&files, "2026-04-15");
    let lines: Vec<String> =
        outcome.value.open_loops.iter().map(|open| format!("{} {}", model.entry(open.entry).id, open.kind)).collect();
    assert_eq!(
        lines,
        [
            "planned planned_without_report",
            "untold planned_without_report",
            "alone online_without_onsite",
            "other feedback_without_improvement",
            "other without_summary",
            "bare without_photo",
        ]
    );
}

fn quality<'d>(duties: &'d Duties, table: &str) -> &'d TableQuality {
    duties.quality.tables.iter().find(|one| one.table == table).expect("the table is judged")
}

#[test]
fn a_ledger_is_as_good_as_its_cells_its_dates_and_its_neighbours() {
    let members = "id,name,branch\nM1,张三,a\nM2,李四,a\nM3,王五,a\nM4,赵六,a\nM5,钱七,a\n";
    let tasks = "id,title,assigned_on,due_on\nt1,任务一,2026-01-01,2026-01-31\nt2,任务二,2026-02-01,\n";
    // M1 in time, M2 a day late, M3 not done; the second task has no end.
    let completion = "task,member,done,done_on\nt1,M1,是,2026-01-31\nt1,M2,是,2026-02-01\nt1,M3,否,\nt2,M1,是,2026-03-01\n";
    // The activity says that two came, its ledger that one did.
    let attendance =
        "activity,member,status\nx0,M1,present\nx0,M2,absent\nx0,M3,on_leave\nx0,M4,absent\nx0,M5,absent\nx1,M1,present\n";
    // The same honour of the same holder stands twice; another holder's is no repetition. One lies ahead.
    let honours = "id,title,level,holder_kind,holder,date\nH1,先进支部,college,branch,甲支部,2026-01-05\n\
        H2,先进支部,college,branch,甲支部,2026-01-05\nH3,先进支部,college,branch,乙支部,2026-01-05\nH4,标兵,college,branch,甲支部,2026-12-01\n";
    let discussions = "date,branch,posts,replies,total\n2026-01-09,a,3,4,7\n2026-01-10,a,3,4,8\n";
    let files = [
        ("data/members.csv", members),
        ("data/study_tasks.csv", tasks),
        ("data/task_completion.csv", completion),
        ("data/attendance.csv", attendance),
        ("data/honours.csv", honours),
        ("data/discussions.csv", discussions),
    ];
    let texts = [
        held("theme_day", "2026-01-08", "[\"a\"]", "expected = 5\npresent = 2"),
        held("theme_day", "2026-02-08", "[\"a\"]", "expected = 1\npresent = 1"),
    ];
    let duties = judge_activities(&texts, &files, "2026-04-15");
    let completion = quality(&duties, "task_completion");
    // Public and internal columns that are kept: task, done, done_on; of twelve cells one day is empty.
    assert_eq!((completion.n_rows, completion.n_cells, completion.n_empty), (4, 12, 1));
    assert_eq!((completion.n_late, completion.newest.map(|day| day.to_string())), (1, Some("2026-03-01".to_owned())));
    let attendance = quality(&duties, "attendance");
    assert_eq!((attendance.n_conflicting, attendance.newest.map(|day| day.to_string())), (1, Some("2026-02-08".to_owned())));
    let [mismatch] = &duties.quality.mismatches[..] else { panic!("one activity differs") };
    assert_eq!((mismatch.reported.as_str(), mismatch.computed.as_str()), ("5/2", "5/1"));
    let honours = quality(&duties, "honours");
    assert_eq!((honours.n_conflicting, honours.n_late), (1, 1));
    assert_eq!(honours.newest.map(|day| day.to_string()).as_deref(), Some("2026-01-05"));
    assert_eq!(quality(&duties, "discussions").n_conflicting, 1);
    assert!(!duties.quality.tables.iter().any(|one| one.table == "holidays"));
}

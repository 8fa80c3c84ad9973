//! What becomes of duties: each test works its row out by hand.

use super::*;

#[test]
fn a_period_is_done_missing_or_not_over() {
    // Records begin in January; as-of is in the middle of April. January and March are held, February is not, April runs.
    let duties = judge_activities(
        &[held("theme_day", "2026-01-08", "[\"a\"]", ""), held("theme_day", "2026-03-31", "[\"a\"]", "")],
        &[],
        "2026-04-15",
    );
    assert_eq!(row(&duties, "theme_day", "a"), "✓✕✓·");
    // Nothing was held of the quarter's general meeting, and its second quarter is not over.
    assert_eq!(row(&duties, "general_meeting", "a"), "✕·");
    assert_eq!(row(&duties, "member_appraisal", "a"), "·");
}

#[test]
fn a_period_that_ends_today_is_not_over() {
    let texts = [held("theme_day", "2026-01-08", "[\"a\"]", "")];
    assert_eq!(row(&judge_activities(&texts, &[], "2026-02-28"), "theme_day", "a"), "✓·");
    assert_eq!(row(&judge_activities(&texts, &[], "2026-03-01"), "theme_day", "a"), "✓✕·");
}

#[test]
fn a_branch_owes_nothing_before_its_first_whole_month() {
    // B was founded on 10 February: January is before it, February was not whole, March is due. Its quarter had a whole month.
    let duties = judge_activities(&[held("theme_day", "2026-01-08", "[\"a\"]", "")], &[], "2026-04-15");
    assert_eq!(row(&duties, "theme_day", "b"), "··✕·");
    assert_eq!(row(&duties, "party_lesson", "b"), "✕·");
    // What it did hold counts all the same.
    let texts = [held("theme_day", "2026-01-08", "[\"a\"]", ""), held("theme_day", "2026-02-20", "[\"b\"]", "")];
    assert_eq!(row(&judge_activities(&texts, &[], "2026-04-15"), "theme_day", "b"), "·✓✕·");
}

#[test]
fn a_period_that_began_before_the_records_is_not_called_missing() {
    // The first activity is of February, so nobody knows what January had, and the quarter and the year began before.
    let duties = judge_activities(&[held("theme_day", "2026-02-08", "[\"a\"]", "")], &[], "2027-01-15");
    assert!(row(&duties, "theme_day", "a").starts_with("✓✕"));
    assert_eq!(row(&duties, "general_meeting", "a"), "·✕✕✕·");
    assert_eq!(row(&duties, "member_appraisal", "a"), "··");
    // A site may say from when on its records are complete.
    let cadence = [("data/cadence.toml", "from = \"2026-01\"\n")];
    let duties = judge_activities(&[held("theme_day", "2026-02-08", "[\"a\"]", "")], &cadence, "2027-01-15");
    assert_eq!(row(&duties, "general_meeting", "a"), "✕✕✕✕·");
    assert_eq!(row(&duties, "member_appraisal", "a"), "✕·");
}

#[test]
fn what_is_held_after_the_period_it_names_is_late() {
    let texts =
        [held("theme_day", "2026-01-08", "[\"a\"]", ""), held("theme_day", "2026-03-04", "[\"a\"]", "for_period = \"2026-02\"")];
    let duties = judge_activities(&texts, &[], "2026-04-15");
    // It makes February late and does not serve March.
    assert_eq!(row(&duties, "theme_day", "a"), "✓◐✕·");
    // Held before the month that it names, it is done.
    let texts =
        [held("theme_day", "2026-01-08", "[\"a\"]", ""), held("theme_day", "2026-01-30", "[\"a\"]", "for_period = \"2026-02\"")];
    assert_eq!(row(&judge_activities(&texts, &[], "2026-04-15"), "theme_day", "a"), "✓✓✕·");
}

#[test]
fn a_named_month_lies_in_its_quarter_and_a_named_quarter_names_no_month() {
    // For a duty per quarter the meeting of 4 March for February is in time.
    let lesson = |day: &str, period: &str| held("party_lesson", day, "[\"a\"]", &format!("for_period = \"{period}\""));
    let first = held("theme_day", "2026-01-08", "[\"a\"]", "");
    let duties = judge_activities(&[first.clone(), lesson("2026-03-04", "2026-02")], &[], "2026-04-15");
    assert_eq!(row(&duties, "party_lesson", "a"), "✓·");
    let duties = judge_activities(&[first.clone(), lesson("2026-04-04", "2026-Q1")], &[], "2026-04-15");
    assert_eq!(row(&duties, "party_lesson", "a"), "◐·");
    let theme = held("theme_day", "2026-04-04", "[\"a\"]", "for_period = \"2026-Q1\"");
    assert_eq!(row(&judge_activities(&[first.clone(), theme], &[], "2026-05-02"), "theme_day", "a"), "✓✕✕✕·");
    let theme = held("theme_day", "2026-03-04", "[\"a\"]", "for_period = \"2026-Q1\"");
    assert_eq!(row(&judge_activities(&[first, theme], &[], "2026-05-02"), "theme_day", "a"), "✓✕✓✕·");
}

#[test]
fn one_activity_serves_two_duties_and_several_branches() {
    let texts = [held("theme_day", "2026-01-08", "[\"a\", \"b\"]", "also_counts_as = [\"party_lesson\"]")];
    let duties = judge_activities(&texts, &[], "2026-01-31");
    for branch in ["a", "b"] {
        assert_eq!(row(&duties, "theme_day", branch), "✓");
        assert_eq!(row(&duties, "party_lesson", branch), "✓");
    }
    let cell = &duties.compliance.cells[3][0];
    assert_eq!((cell.period.to_string().as_str(), cell.evidence.len()), ("2026-Q1", 1));
}

#[test]
fn only_what_took_place_counts() {
    let texts = [
        held("theme_day", "2026-01-08", "[\"a\"]", ""),
        held("theme_day", "2026-02-08", "[\"a\"]", "status = \"cancelled\""),
        held("theme_day", "2026-03-08", "[\"a\"]", "status = \"planned\""),
    ];
    assert_eq!(row(&judge_activities(&texts, &[], "2026-04-15"), "theme_day", "a"), "✓✕✕·");
}

#[test]
fn only_branches_with_a_committee_have_its_meetings() {
    let duties = judge_activities(&[held("theme_day", "2026-01-08", "[\"a\"]", "")], &[], "2026-02-15");
    assert_eq!(row(&duties, "committee_meeting", "a"), "✕·");
    assert_eq!(row(&duties, "committee_meeting", "b"), "");
    assert_eq!(row(&duties, "group_meeting", "b"), "");
}

#[test]
fn half_years_and_numbers_are_those_of_the_site() {
    // Two talks per half year: three in the first half of 2025 are done, one in the second is not enough, 2026 runs.
    let cadence = "[[duty]]\nid = \"talk\"\ntitle = \"谈心\"\nkinds = [\"专题讨论\"]\nat_least = 2\nper = \"half\"\nclause = \"每半年两次\"\n";
    let talk = |day: &str| held("discussion", day, "[\"a\"]", "");
    let texts = [talk("2025-01-08"), talk("2025-03-08"), talk("2025-06-30"), talk("2025-07-01"), talk("2026-01-08")];
    let duties = judge_activities(&texts, &[("data/cadence.toml", cadence)], "2026-04-15");
    assert_eq!(row(&duties, "talk", "a"), "✓✕·");
    let cells = &duties.compliance.cells.last().expect("the site's duty is the last")[..3];
    let shown: Vec<(String, usize)> = cells.iter().map(|cell| (cell.period.to_string(), cell.evidence.len())).collect();
    assert_eq!(shown, [("2025-H1".to_owned(), 3), ("2025-H2".to_owned(), 1), ("2026-H1".to_owned(), 1)]);
}

#[test]
fn exemptions_are_named_and_holidays_are_the_same_every_year() {
    let cadence = "[[duty]]\nid = \"theme_day\"\nexempt_months = [2]\n\
        exempt = [{ branch = \"甲支部\", period = \"2026-03\", reason = \"集中外出实习\" }]\n\
        [[duty]]\nid = \"party_lesson\"\nexempt = [{ branch = \"a\", period = \"2026\", reason = \"并入总支\" }]\n\
        [[duty]]\nid = \"group_meeting\"\noff = true\n";
    let texts = [held("theme_day", "2026-01-08", "[\"a\"]", ""), held("theme_day", "2027-02-08", "[\"a\"]", "")];
    let duties = judge_activities(&texts, &[("data/cadence.toml", cadence)], "2027-03-15");
    // What was held in a month of holidays is done.
    assert_eq!(row(&duties, "theme_day", "a"), "✓——✕✕✕✕✕✕✕✕✕✕✓·");
    assert_eq!(row(&duties, "party_lesson", "a"), "————·");
    let idx = duties.compliance.duties.iter().position(|duty| &*duty.id == "theme_day").expect("it is there");
    let reasons: Vec<Option<&str>> = duties.compliance.cells[idx][..3].iter().map(|cell| cell.reason.as_deref()).collect();
    assert_eq!(reasons, [None, None, Some("集中外出实习")]);
    assert!(!duties.compliance.duties.iter().any(|duty| &*duty.id == "group_meeting"));
    // What the site does not say stays as it is shipped.
    assert_eq!(duties.compliance.duties[idx].at_least, 1);
    assert!(duties.compliance.duties[idx].clause.contains("主题党日"));
}

#[test]
fn a_site_without_activities_has_only_what_runs_now() {
    let duties = judge_activities(&[], &[], "2026-04-15");
    assert_eq!(row(&duties, "theme_day", "a"), "·");
    let (_, outcome) = judge(&[("data/branches.csv", "id,name\n")], "2026-04-15");
    assert!(outcome.value.compliance.cells.iter().all(Vec::is_empty));
}

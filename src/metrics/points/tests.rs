//! Points with numbers worked out by hand.

use jiff::civil::{Date, date};

use super::count::{Entry, Overflow, count};
use super::roll::Roll;
use super::rule_set::RuleSet;
use super::total::{Holders, standings};
use super::{declare, total};
use crate::diag::FileId;
use crate::metrics::amount::{Amount, Rounding};
use crate::metrics::period::Period;
use crate::metrics::standing::{On, PeriodStandings, Standing, Why};
use crate::read::parse_toml;

fn amount(tenths: i128) -> Amount {
    Amount::ratio(tenths, 10).expect("ten is not zero")
}

fn set(rules: &str) -> RuleSet {
    let text = format!("[ruleset]\nid = \"s\"\nholder = \"member\"\neffective_from = 2026-01-01\n{rules}");
    let fields = parse_toml(FileId(0), &text, 0).value.expect("the test's TOML is TOML");
    let outcome = declare::rule_set(FileId(0), None, &fields);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    outcome.value.expect("the test's rule set can be understood")
}

fn day(month: i8, day: i8) -> On {
    On::Day(date(2026, month, day))
}

fn entry(rule: usize, row: u32, on: On, raw: i128) -> Entry {
    Entry { rule, holder: 0, row, on, raw: amount(raw), once: None }
}

fn counted(set: &RuleSet, entries: Vec<Entry>) -> Vec<(Amount, Why)> {
    let lines = count(set, entries).expect("the sums fit");
    lines[&0].iter().map(|line| (line.counted, line.why)).collect()
}

const RULE: &str = "[[rule]]\nid = \"a\"\nfrom = \"t\"\npoints = 1\n";

#[test]
fn study_counts_up_to_its_cap() {
    // Set C: 15 sessions of 2 points are 30; the year gives 12, so the first six count in full.
    let set = set(&format!("{RULE}cap = {{ points = 12, per = \"year\" }}\n"));
    let entries = (0..15).map(|row| entry(0, row, day(3, 1 + row as i8), 20)).collect();
    let counted = counted(&set, entries);
    assert_eq!(counted.iter().filter(|(points, why)| *points == amount(20) && *why == Why::Counted).count(), 6);
    assert_eq!(counted.iter().filter(|(points, why)| *points == Amount::ZERO && *why == Why::RuleCap).count(), 9);
}

#[test]
fn the_earliest_rows_fill_a_cap_and_the_last_counts_in_part() {
    // Cap 5 of the month: 3 on the 2nd, then 2 of the 3 points of the 9th; April begins anew.
    let set = set(&format!("{RULE}cap = {{ points = 5, per = \"month\" }}\n"));
    let entries = vec![entry(0, 0, day(3, 9), 30), entry(0, 1, day(3, 2), 30), entry(0, 2, day(4, 1), 30)];
    let expected = [(amount(30), Why::Counted), (amount(20), Why::RuleCap), (amount(30), Why::Counted)];
    assert_eq!(counted(&set, entries), expected);
}

#[test]
fn what_was_counted_once_is_a_duplicate_ever_after() {
    // Set B: half a point for a comment, once per article and person. The same article twice: 0.5 and 0.
    let set = set(&format!("{RULE}once_per = [\"article\"]\n"));
    let once = |row: u32, article: u32| Entry { once: Some(article), ..entry(0, row, day(3, 1 + row as i8), 5) };
    let expected = [(amount(5), Why::Counted), (Amount::ZERO, Why::Duplicate), (amount(5), Why::Counted)];
    assert_eq!(counted(&set, vec![once(0, 7), once(1, 7), once(2, 8)]), expected);
}

#[test]
fn a_category_caps_what_its_rules_give_together_and_a_deduction_makes_no_room() {
    // Cap 4: 3 of rule `a`, then 1 of the 3 of rule `b`; the deduction counts in full, and the next 3 do not count at all.
    let rules = "[[category]]\nid = \"c\"\ncap = { points = 4, per = \"year\" }\n\
        [[rule]]\nid = \"a\"\ncategory = \"c\"\nfrom = \"t\"\npoints = 3\n\
        [[rule]]\nid = \"b\"\ncategory = \"c\"\nfrom = \"t\"\npoints = 3\n";
    let entries =
        vec![entry(0, 0, day(1, 1), 30), entry(1, 0, day(1, 2), 30), entry(1, 1, day(1, 3), -10), entry(0, 1, day(1, 4), 30)];
    let expected = [
        (amount(30), Why::Counted),
        (amount(10), Why::CategoryCap),
        (amount(-10), Why::Counted),
        (Amount::ZERO, Why::CategoryCap),
    ];
    assert_eq!(counted(&set(rules), entries), expected);
}

#[test]
fn a_cap_below_zero_limits_deductions() {
    let set = set(&format!("{RULE}cap = {{ points = -3, per = \"year\" }}\n"));
    let entries = vec![entry(0, 0, day(1, 1), -20), entry(0, 1, day(1, 2), -20), entry(0, 2, day(1, 3), 20)];
    let expected = [(amount(-20), Why::Counted), (amount(-10), Why::RuleCap), (amount(20), Why::Counted)];
    assert_eq!(counted(&set, entries), expected);
}

#[test]
fn a_review_takes_the_place_of_a_score_of_ones_own_in_its_year() {
    let rules = "[[rule]]\nid = \"own\"\ncategory = \"c\"\nkind = \"self\"\nfrom = \"t\"\npoints = 9\n\
        [[rule]]\nid = \"review\"\ncategory = \"c\"\nkind = \"reviewed\"\nfrom = \"t\"\npoints = 8\n";
    let next_year = On::Day(date(2027, 1, 5));
    let entries = vec![entry(0, 0, day(11, 1), 90), entry(1, 0, day(12, 1), 80), entry(0, 1, next_year, 70)];
    let expected = [(Amount::ZERO, Why::Reviewed), (amount(80), Why::Counted), (amount(70), Why::Counted)];
    assert_eq!(counted(&set(rules), entries), expected);
}

#[test]
fn a_sum_that_does_not_fit_names_its_rule() {
    let set = set(&format!("{RULE}cap = {{ points = 1, per = \"year\" }}\n"));
    let mut huge = entry(0, 0, day(1, 1), -10);
    huge.raw = Amount::from(i128::MAX);
    let mut capped = set.clone();
    capped.rules[0].cap = set.rules[0].cap.map(|cap| crate::metrics::standing::Cap { points: Amount::from(i128::MAX), ..cap });
    let lines = count(&capped, vec![huge.clone(), Entry { row: 1, ..huge }]);
    let expected = lines.map(|lines| total::standings(&capped, &lines, no_holders(&Roll::default())).is_ok());
    // The cap itself keeps the sum within bounds: the second row counts for nothing.
    assert_eq!(expected, Ok(true));
    let uncapped = self::set(RULE);
    let entries = (0..2).map(|row| Entry { raw: Amount::from(i128::MAX), ..entry(0, row, day(1, 1), 0) }).collect();
    let lines = count(&uncapped, entries).expect("without a cap nothing is added here");
    assert_eq!(standings(&uncapped, &lines, no_holders(&Roll::default())).err(), Some(Overflow(0)));
}

fn no_holders(roll: &Roll) -> Holders<'_> {
    Holders { roll, members: roll, as_of: date(2026, 12, 31) }
}

/// Holders with these points in one branch.
fn with_points(points: &[i128]) -> Vec<Standing> {
    let standing = |(holder, points): (usize, &i128)| Standing {
        holder: holder as u32,
        branch: Some(0),
        points: Amount::from(*points),
        rank: 0,
        previous_rank: None,
        grade: None,
        held_back_from: None,
        joined: false,
        left: false,
        n_months: 12,
        n_heads: None,
        is_floored: false,
    };
    let mut standings: Vec<Standing> = points.iter().enumerate().map(standing).collect();
    total::rank(&mut standings);
    standings
}

const GRADES: &str = "[[rule]]\nid = \"a\"\nfrom = \"t\"\npoints = 1\n\
    [[grade]]\nname = \"优秀\"\nmin = 90\nquota = \"1/3\"\n[[grade]]\nname = \"合格\"\nmin = 80\n\
    [[grade]]\nname = \"基本合格\"\nmin = 60\n[[grade]]\nname = \"不合格\"\nmin = 0\n";

fn graded(points: &[i128]) -> Vec<(u32, Option<usize>, Option<usize>)> {
    let mut standings = with_points(points);
    total::grade(&set(GRADES).grades, &mut standings);
    standings.iter().map(|standing| (standing.rank, standing.grade, standing.held_back_from)).collect()
}

#[test]
fn of_nine_members_with_four_scores_from_ninety_three_are_excellent() {
    // Set A: a third of nine is three; the fourth (91) has the next grade and is held back from the first.
    let graded = graded(&[95, 91, 93, 88, 92, 79, 61, 59, 84]);
    let expected = [
        (1, Some(0), None),
        (2, Some(0), None),
        (3, Some(0), None),
        (4, Some(1), Some(0)),
        (5, Some(1), None),
        (6, Some(1), None),
        (7, Some(2), None),
        (8, Some(2), None),
        (9, Some(3), None),
    ];
    assert_eq!(graded, expected);
}

#[test]
fn a_tie_at_the_border_of_a_quota_is_held_back_as_a_whole() {
    // Six members, so two are excellent: 95 is, the two with 92 are not, and neither is 91, who has less.
    let graded = graded(&[95, 92, 92, 91, 70, 70]);
    let expected = [
        (1, Some(0), None),
        (2, Some(1), Some(0)),
        (2, Some(1), Some(0)),
        (4, Some(1), Some(0)),
        (5, Some(2), None),
        (5, Some(2), None),
    ];
    assert_eq!(graded, expected);
}

#[test]
fn ties_share_a_rank_and_leave_out_as_many() {
    let ranks: Vec<u32> = with_points(&[7, 9, 9, 5]).iter().map(|standing| standing.rank).collect();
    assert_eq!(ranks, [1, 1, 3, 4]);
}

#[test]
fn standings_are_those_of_years_quarters_and_months_up_to_today() {
    let written = |from: Date, to: Option<Date>| -> Vec<String> {
        total::periods_of(from, to, date(2026, 2, 10)).iter().map(Period::to_string).collect()
    };
    let expected = ["2025", "2026", "2025-Q4", "2026-Q1", "2025-12", "2026-01", "2026-02"];
    assert_eq!(written(date(2025, 12, 9), None), expected);
    assert_eq!(written(date(2025, 12, 9), Some(date(2025, 12, 31))), ["2025", "2025-Q4", "2025-12"]);
}

#[test]
fn totals_are_rounded_as_the_rules_say() {
    let set = set("[[rule]]\nid = \"a\"\nfrom = \"t\"\npoints = 0.5\n");
    assert_eq!((set.rounding, set.n_decimals), (Rounding::HalfUp, 1));
    assert_eq!(set.rules[0].points.written(), "0.5");
    let of_period = |standings: &[PeriodStandings]| standings.len();
    let lines = count(&set, Vec::new()).expect("nothing is too large");
    assert_eq!(of_period(&standings(&set, &lines, no_holders(&Roll::default())).expect("fits")), 12 + 4 + 1);
}

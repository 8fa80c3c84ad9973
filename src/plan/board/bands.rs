//! All rows of a board to how many of them lie in which band, for those whom nobody names.

use crate::metrics::{Amount, GradeView, Rounding};
use crate::plan::{BandView, Plan};

use super::rank::Ranked;

/// As many as one line of a phone holds.
const N_BANDS: i128 = 5;

/// The bands of a board: by grade where there are grades, else by points.
pub(in crate::plan) fn bands(plan: &Plan<'_>, ranking: &[Ranked<'_>], grades: &[GradeView]) -> Vec<BandView> {
    let has_grades = ranking.iter().any(|ranked| grade_of(ranked).is_some());
    if has_grades { by_grade(plan, ranking, grades) } else { by_points(plan, ranking) }
}

fn grade_of(ranked: &Ranked<'_>) -> Option<usize> {
    ranked.standing.as_ref().and_then(|standing| standing.grade)
}

fn by_grade(plan: &Plan<'_>, ranking: &[Ranked<'_>], grades: &[GradeView]) -> Vec<BandView> {
    let mut bands = Vec::with_capacity(grades.len() + 1);
    for (idx, grade) in grades.iter().enumerate() {
        let n = ranking.iter().filter(|ranked| grade_of(ranked) == Some(idx)).count();
        bands.push(BandView { title: grade.name.clone(), n });
    }
    let n_without = ranking.iter().filter(|ranked| grade_of(ranked).is_none()).count();
    if n_without > 0 {
        bands.push(BandView { title: plan.theme.word("board.no_grade").to_owned(), n: n_without });
    }
    bands
}

/// Bands of equal width from the least to the most, best first.
fn by_points(plan: &Plan<'_>, ranking: &[Ranked<'_>]) -> Vec<BandView> {
    let values: Vec<Amount> = ranking.iter().filter_map(|ranked| ranked.value).collect();
    let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else { return Vec::new() };
    let floor = |amount: &Amount| amount.round(0, Rounding::Down).to_integer();
    let (Some(least), Some(most)) = (floor(least), floor(most)) else { return Vec::new() };
    let step = round_step((most - least) / N_BANDS + 1);
    let mut bands = Vec::new();
    let mut from = most.div_euclid(step) * step;
    while from + step > least && bands.len() < 2 * N_BANDS as usize {
        let is_in = |value: &&Amount| **value >= Amount::from(from) && **value < Amount::from(from + step);
        let n = values.iter().filter(is_in).count();
        bands.push(BandView { title: plan.theme.fill("board.band", &[("from", &from), ("to", &(from + step))]), n });
        from -= step;
    }
    bands
}

/// The next number of 1, 2, 5, 10, 20, 50 …
fn round_step(least: i128) -> i128 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            if digit * power >= least {
                return digit * power;
            }
        }
        power *= 10;
    }
}

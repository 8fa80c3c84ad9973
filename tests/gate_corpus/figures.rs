//! Verdicts to figures: recall by kind, form and carrier, precision by tier, and a list of everything that went wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use yuandi::gate::{Gate, HitKind, Tier};

use super::case::{self, Case, Verdict, Wants};

/// Right ones of all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) n_right: usize,
    pub(crate) n: usize,
}

impl Share {
    fn take(&mut self, is_right: bool) {
        self.n += 1;
        self.n_right += usize::from(is_right);
    }

    pub(crate) fn ratio(self) -> f64 {
        if self.n == 0 { 1.0 } else { self.n_right as f64 / self.n as f64 }
    }
}

/// What a gate made of a corpus.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    shares: BTreeMap<(&'static str, String), Share>,
    /// Hits of a tier that are right.
    precision: BTreeMap<(&'static str, Tier), Share>,
    /// Where a positive was found under another value.
    n_renamed: usize,
    misses: Vec<String>,
    false_hits: Vec<String>,
}

impl Figures {
    pub(crate) fn of(gate: &Gate, cases: &[Case]) -> Self {
        let mut figures = Self::default();
        for case in cases {
            figures.take(case, &case::judge(gate, case));
        }
        figures
    }

    fn take(&mut self, case: &Case, verdict: &Verdict) {
        let is_positive = case.wants < Wants::NoBlock;
        let family = match (is_positive, case.held_out) {
            (true, true) => "recall, held out",
            (true, false) => "recall, told",
            (false, true) => "quiet, held out",
            (false, false) => "quiet, told",
        };
        self.share(family, "all").take(verdict.is_right);
        if case.wants == Wants::Block {
            let is_name = case.kinds.contains(&HitKind::Name);
            let family = match (is_name, case.held_out) {
                (true, _) => "names beside a branch, a label or in a column",
                (false, true) => "held out",
                (false, false) => "told",
            };
            let stops = verdict.tier.is_some_and(|tier| tier < Tier::Warn);
            self.share("checked or labelled: stops", family).take(stops);
            self.share("checked or labelled: blocks", family).take(verdict.is_right);
        }
        self.share(if is_positive { "kind" } else { "looks like" }, case.class).take(verdict.is_right);
        if is_positive {
            self.share("form", case.form).take(verdict.is_right);
        }
        let by = if is_positive { "carrier" } else { "carrier, quiet" };
        self.share(by, case.carrier).take(verdict.is_right);
        self.judge_hits(case, verdict);
        self.n_renamed += usize::from(verdict.is_renamed);
        if is_positive && !verdict.is_right {
            let found = verdict.tier.map_or("nothing".to_owned(), |tier| format!("{tier:?}"));
            self.misses.push(format!(
                "{} | {} | {}: {found}, wanted {:?} | {}",
                case.class,
                case.form,
                case.carrier,
                case.wants,
                case::shown(case)
            ));
        }
    }

    /// Every block and every question is right or wrong, wherever it stands.
    fn judge_hits(&mut self, case: &Case, verdict: &Verdict) {
        let family = if case.held_out { "held out" } else { "told" };
        if let Some(tier) = verdict.tier.filter(|tier| *tier != Tier::Warn) {
            self.precision.entry((family, tier)).or_default().take(true);
        }
        for hit in &verdict.others {
            let is_fair = case.wants == Wants::NoBlock && hit.tier == Tier::Ask;
            if !is_fair {
                self.precision.entry((family, hit.tier)).or_default().take(false);
                let hit = format!("{:?} {:?} {}", hit.tier, hit.kind, hit.secret.expose());
                self.false_hits.push(format!("{} | {} | {}: {hit} | {}", case.class, case.form, case.carrier, case::shown(case)));
            }
        }
    }

    fn share(&mut self, by: &'static str, what: &str) -> &mut Share {
        self.shares.entry((by, what.to_owned())).or_default()
    }

    /// A share by the name of its table and of its row.
    pub(crate) fn ratio(&self, by: &'static str, what: &str) -> f64 {
        self.shares.get(&(by, what.to_owned())).copied().unwrap_or_default().ratio()
    }

    /// Of the hits of a tier, how many are right; over what was told or what was held out.
    pub(crate) fn precision(&self, family: &'static str, tier: Tier) -> f64 {
        self.precision.get(&(family, tier)).copied().unwrap_or_default().ratio()
    }

    /// All figures, and at most `n_each` of what went wrong of each sort.
    pub(crate) fn report(&self, n_each: usize) -> String {
        let mut report = String::new();
        let mut last = "";
        for ((by, what), share) in &self.shares {
            if last != *by {
                let _ = writeln!(report, "\n{by}");
                last = by;
            }
            let mark = if share.n_right == share.n { ' ' } else { '*' };
            let _ = writeln!(report, " {mark} {:7.3} % {:6} of {:6}  {what}", share.ratio() * 100.0, share.n_right, share.n);
        }
        let _ = writeln!(report, "\nprecision");
        for ((family, tier), share) in &self.precision {
            let _ =
                writeln!(report, "   {:7.3} % {:6} of {:6}  {tier:?}, {family}", share.ratio() * 100.0, share.n_right, share.n);
        }
        let _ = writeln!(report, "\nfound under another value: {}", self.n_renamed);
        list(&mut report, "misses", &self.misses, n_each);
        list(&mut report, "false hits", &self.false_hits, n_each);
        report
    }
}

/// Examples of each sort, which is what stands before the first stroke but one.
fn list(report: &mut String, title: &str, lines: &[String], n_each: usize) {
    let _ = writeln!(report, "\n{title}: {}", lines.len());
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        let sort = line.match_indices(" | ").nth(1).map_or(line.as_str(), |(at, _)| &line[..at]);
        let n = seen.entry(sort).or_default();
        *n += 1;
        if *n <= n_each {
            let _ = writeln!(report, "  {line}");
        }
    }
}

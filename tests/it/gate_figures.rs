//! The figures that the gate has to reach over the corpus that its detectors' authors have not seen.

use yuandi::gate::{Gate, Tier};

use super::gate_corpus::{self, Figures};

/// All cases at once: they share what is slow to make.
#[test]
fn the_gate_finds_what_the_rules_say_and_leaves_alone_what_only_looks_like_it() {
    let policy = gate_corpus::policy(1, 500);
    let cases = gate_corpus::corpus(&policy);
    let figures = Figures::of(&Gate::new(&policy), &cases);
    let report = figures.report(1);
    assert!(cases.len() >= 15_000, "{} cases are too few", cases.len());
    // The rest is what a name of a file or an address in an address takes apart, and cards of old networks without any order.
    for kind in ["resident id", "resident id with X", "residence permit"] {
        assert!(figures.ratio("kind", kind) >= 0.99, "recall of {kind}: {report}");
    }
    assert!(figures.ratio("checked or labelled: stops", "told") >= 0.995, "recall on what was told: {report}");
    assert!(figures.ratio("checked or labelled: stops", "held out") >= 0.99, "recall on what was held out: {report}");
    let floors = [
        ("checked or labelled: blocks", "names beside a branch, a label or in a column", 0.96),
        ("kind", "name beside a cue alone", 0.98),
        ("kind", "name alone", 1.0),
        ("kind", "name in a column", 1.0),
    ];
    for (by, what, floor) in floors {
        assert!(figures.ratio(by, what) >= floor, "{what}: {report}");
    }
    for family in ["told", "held out"] {
        assert!(figures.precision(family, Tier::Block) >= 0.999, "precision of blocks, {family}: {report}");
    }
}

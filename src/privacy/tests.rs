//! What leaves through the door of this room: keys, evidence and names.

use std::collections::{BTreeMap, BTreeSet};

use super::fixture::{K, RawRow, STARTS, Span, random_ledger, vector};
use super::{Published, RowName, Shown, publish};
use crate::diag::Outcome;
use crate::metrics::fixture::{model, sources};
use crate::metrics::{Figures, HolderKind, Metric};
use crate::model::{Model, NamingLevel};

const KEY: (&str, &str) = ("data/person-key.txt", "key-of-the-tests-0123456789-0123456789\n");

/// The rows of a ledger as a table about persons.
fn records(raw: &[RawRow]) -> String {
    let mut text = "member,date,minutes\n".to_owned();
    for row in raw {
        let date = row.month.map(|month| format!("{month}-15")).unwrap_or_default();
        text.push_str(&format!("T{:04},{date},{}\n", row.person, row.conditions));
    }
    text
}

fn site(raw: &[RawRow]) -> Model {
    let members: BTreeSet<u32> = raw.iter().map(|row| row.person).collect();
    let members: String = members.iter().map(|person| format!("T{person:04},某人\n")).collect();
    model(&[("data/members.csv", &format!("id,name\n{members}")), ("data/study_records.csv", &records(raw))])
}

fn figures(metrics: Vec<Metric>) -> Figures {
    Figures { metrics, academic_year_starts: STARTS, ..Figures::default() }
}

fn published<'f>(model: &'f Model, figures: &'f Figures) -> Published<'f> {
    let Outcome { value, mut found } = publish(&sources(&[KEY]), model, figures);
    found.retain(|one| one.code.name != "consent_ends_soon");
    assert!(found.is_empty(), "{found:?}");
    value
}

#[test]
fn persons_need_a_key() {
    let (raw, metrics) = random_ledger(1);
    let found = publish(&sources(&[]), &site(&raw), &figures(metrics)).found;
    assert_eq!(found.iter().map(|found| found.code.name).collect::<Vec<_>>(), ["person_key_missing"]);
}

#[test]
fn the_rows_of_evidence_give_nothing_away() {
    for seed in 0..60 {
        let (raw, metrics) = random_ledger(seed);
        let (model, figures) = (site(&raw), figures(metrics));
        let published = published(&model, &figures);
        let mut span = Span::default();
        let mut codes_of_hidden = BTreeSet::new();
        for (position, metric) in figures.metrics.iter().enumerate() {
            learn(&published, position, metric, &mut span);
            let mut n_listed = 0;
            published.evidence(position).each_row(&mut |row| {
                let RowName::Code(code) = row.name else { panic!("a person is known by a code") };
                assert!(row.cells.is_some() || codes_of_hidden.insert(code), "ledger {seed}: two lists share a code");
                n_listed += 1;
            });
            assert_eq!(n_listed, published.evidence(position).len());
        }
        for (position, metric) in figures.metrics.iter().enumerate() {
            for (idx, slice) in metric.slices.iter().enumerate() {
                let is_held_back = published.metrics[position].shown(idx) == Shown::Suppressed;
                let is_known = is_held_back && span.rest(vector(metric, slice)).is_none();
                assert!(!is_known, "ledger {seed}: {} {:?} can be counted", metric.spec.id, slice.key);
                assert!(slice.n_persons.is_none_or(|n| n >= K) || is_held_back);
            }
        }
    }
}

/// What a reader learns from a metric: its shown figures, how many rows stand under each key, and everything about rows with columns.
fn learn(published: &Published<'_>, position: usize, metric: &Metric, span: &mut Span) {
    let shown = &published.metrics[position];
    for (idx, slice) in metric.slices.iter().enumerate() {
        if shown.shown(idx) != Shown::Suppressed {
            span.add(vector(metric, slice));
        }
    }
    let evidence = published.evidence(position);
    let n_classes = metric.rows.classes.len();
    let mut under: BTreeMap<(usize, bool), Vec<i128>> = BTreeMap::new();
    let classes = (0..n_classes).map(|class| (class, evidence.index.key_of_class[class]));
    for (class, key) in classes.filter(|(_, key)| *key != super::evidence::NOWHERE) {
        let row = metric.rows.class_of.iter().position(|of| *of as usize == class).expect("a class has rows");
        let is_plain = evidence.row(row as u32).cells.is_some();
        if is_plain {
            let mut one = vec![0; n_classes];
            one[class] = 1;
            span.add(one);
        }
        under.entry((key as usize, is_plain)).or_insert_with(|| vec![0; n_classes])[class] = 1;
    }
    under.into_values().for_each(|vector| span.add(vector));
}

#[test]
fn the_rows_of_a_slice_are_those_listed_within_it_and_a_number_of_others() {
    let (raw, metrics) = random_ledger(5);
    let (model, figures) = (site(&raw), figures(metrics));
    let published = published(&model, &figures);
    for (position, metric) in figures.metrics.iter().enumerate() {
        let evidence = published.evidence(position);
        for (idx, slice) in metric.slices.iter().enumerate() {
            let list = evidence.rows_of(idx, usize::MAX);
            if published.metrics[position].shown(idx) == Shown::Suppressed {
                assert!(list.rows.is_empty() && list.n_total == 0);
                continue;
            }
            assert_eq!(list.rows.len() as u64, list.n_total);
            assert_eq!(list.n_total + list.n_elsewhere, slice.n);
            let codes: Vec<&RowName> = list.rows.iter().map(|row| &row.name).collect();
            let first: Vec<RowName> = evidence.rows_of(idx, 3).rows.into_iter().map(|row| row.name).collect();
            assert_eq!(first, codes.into_iter().take(3).cloned().collect::<Vec<_>>());
        }
    }
}

/// All codes of a metric, in the order of publication.
fn codes(raw: &[RawRow], metrics: &[Metric]) -> Vec<String> {
    let (model, figures) = (site(raw), figures(metrics.to_vec()));
    let published = published(&model, &figures);
    let mut codes = Vec::new();
    published.evidence(0).each_row(&mut |row| {
        let RowName::Code(code) = row.name else { panic!("a person is known by a code") };
        codes.push(code);
    });
    codes
}

#[test]
fn no_order_or_number_shows_the_roster() {
    let (mut raw, mut metrics) = random_ledger(7);
    metrics.truncate(1);
    let before = codes(&raw, &metrics);
    assert!(before.is_sorted() && before.len() > 50);
    // The same ledger upside down is the same list.
    raw.reverse();
    let mut reversed = metrics.clone();
    let mut rows = (*metrics[0].rows).clone();
    rows.class_of.reverse();
    reversed[0].rows = rows.into();
    assert_eq!(codes(&raw, &reversed), before);
    // A new id changes the codes of its own rows, which then stand anywhere; all others stay.
    let renamed: Vec<RawRow> =
        raw.iter().map(|row| RawRow { person: if row.person == 3 { 9999 } else { row.person }, ..row.clone() }).collect();
    let after = codes(&renamed, &reversed);
    let n_own = raw.iter().filter(|row| row.person == 3 && row.conditions & 1 << metrics[0].condition_bit != 0).count();
    let stayed = before.iter().filter(|code| after.contains(code)).count();
    assert!(n_own > 0 && after.is_sorted());
    assert_eq!((before.len() - stayed, after.len()), (n_own, before.len()));
}

#[test]
fn a_code_is_the_same_in_every_build_and_another_with_another_key() {
    let key = super::PersonKey::of_text("key-of-the-tests-0123456789-0123456789");
    let code = key.code_of("member", "T0001");
    assert_eq!(code.len(), 12);
    assert_eq!(code, key.code_of("member", "T0001"));
    assert_ne!(code, key.code_of("branch", "T0001"));
    assert_ne!(code, super::PersonKey::of_text("another-key").code_of("member", "T0001"));
}

#[test]
fn a_masked_name_keeps_its_ends() {
    for (name, shown) in [("王示例", "王＊例"), ("王示", "王＊"), ("欧阳示例", "欧＊＊例"), ("王", "＊"), ("", "")]
    {
        assert_eq!(crate::model::masked(name), shown);
    }
}

#[test]
fn a_holder_is_named_as_far_as_consent_and_page_allow() {
    let model = model(&[
        ("data/branches.csv", "id,name\nshukong,数控支部\n"),
        ("data/members.csv", "id,name,branch\nT1,王示例,shukong\nT2,李示范,shukong\nT3,张样例,shukong\nT4,赵演示,shukong\n"),
        (
            "data/consent.csv",
            "id,person,purposes,granted_on,expires_on,withdrawn_on\nC1,T1,rank,2025-01-01,2026-03-31,\n\
             C2,T2,name;photo;story,2025-01-01,,\nC3,张样例,rank,2025-01-01,2026-03-30,\nC4,T4,rank,2025-01-01,,2026-03-31\n",
        ),
    ]);
    let figures = figures(Vec::new());
    let published = published(&model, &figures);
    let shown = |row, ceiling| published.holder(HolderKind::Member, row, ceiling);
    let full = shown(0, NamingLevel::Full);
    assert_eq!((full.level, full.name.as_deref(), full.has_page), (NamingLevel::Full, Some("王示例"), true));
    assert_eq!(shown(0, NamingLevel::Masked).name.as_deref(), Some("王＊例"));
    assert_eq!(shown(0, NamingLevel::BranchOnly).name, None);
    // Another purpose, a consent that ran out yesterday, and one that is taken back today.
    for row in 1..4 {
        let coded = shown(row, NamingLevel::Full);
        assert_eq!((coded.level, coded.name, coded.has_page), (NamingLevel::Code, None, false), "row {row}");
        assert_eq!(shown(row, NamingLevel::Hidden).level, NamingLevel::Hidden);
    }
    let branch = published.holder(HolderKind::Branch, 0, NamingLevel::Hidden);
    assert_eq!((branch.name.as_deref(), &*branch.code, branch.has_page), (Some("数控支部"), "shukong", true));
}

//! Texts and what the detectors of words say of them. Nobody in them exists.

mod addresses;
mod documents;
mod labels;
mod messengers;
mod names;
mod numbers;

use std::collections::BTreeMap;

use super::*;
use crate::gate::carrier::Heading;
use crate::gate::hit::{HitKind, Inside, Tier};
use crate::gate::policy::{NamedOn, Pattern, Person};

const BRANCH: &str = "计算机学院学生第一党支部";

fn person(id: &str, name: &str, named_on: &[NamedOn]) -> Person {
    let named_on = named_on.iter().copied().collect();
    Person { id: id.to_owned(), name: name.to_owned(), branch: Some("b1".to_owned()), named_on }
}

fn policy() -> Policy {
    let everywhere = [NamedOn::RoleModels, NamedOn::Boards, NamedOn::Elsewhere, NamedOn::Shared];
    let names = [
        "张样例",
        "李示范",
        "欧阳修",
        "欧阳修文",
        "王国庆",
        "李强",
        "高明",
        "高新",
        "韩国",
        "万平",
        "张三",
        "阿里木·样例",
        "Zhang Yangli",
    ];
    let mut persons = vec![person("2023010001", "陈公开", &everywhere), person("T20230099", "周榜样", &[NamedOn::RoleModels])];
    persons.extend(names.iter().enumerate().map(|(idx, name)| person(&format!("20230101{idx:02}"), name, &[])));
    persons.extend([person("20239901", "同名人", &everywhere), person("20239902", "同名人", &[])]);
    persons.extend([person("XG-2023-0007", "何编号", &[]), person("abcdef", "吴字母", &[]), person("1234", "郑短", &[])]);
    let near = vec!["门禁".to_owned()];
    let pattern = |title: &str, form: &str, near, tier| Pattern { title: title.to_owned(), form: form.to_owned(), near, tier };
    Policy {
        persons,
        not_persons: ["高新区", "万平"].into_iter().map(str::to_owned).collect(),
        patterns: vec![
            pattern("学号", r"S[0-9]{8}", Vec::new(), Tier::Block),
            pattern("卡号", "[0-9]{6}", near, Tier::Ask),
            pattern("坏", "(", Vec::new(), Tier::Block),
        ],
        contacts: ["dangwei@school.edu.cn".to_owned()].into_iter().collect(),
        branches: BTreeMap::from([
            ("b1".to_owned(), format!("中共{BRANCH}委员会")),
            ("b2".to_owned(), "数学学院教工第二党支部".to_owned()),
        ]),
    }
}

/// What is found in a text on an ordinary page.
fn found(text: &str) -> Vec<Found> {
    found_on(text, Some(NamedOn::Elsewhere), &[])
}

fn found_on(text: &str, on: Option<NamedOn>, also: &[String]) -> Vec<Found> {
    found_in(&Piece { text, headings: &[], inside: &Inside::default() }, Naming { on, also })
}

fn found_in(piece: &Piece<'_>, naming: Naming<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    Watch::new(&policy()).look(piece, naming, &mut found);
    found
}

/// The cells of a row under headings.
fn row(headings: &[&str], cells: &str) -> Vec<Found> {
    let headings: Vec<Heading> = headings.iter().map(|heading| Heading::new(heading)).collect();
    found_in(
        &Piece { text: cells, headings: &headings, inside: &Inside::default() },
        Naming { on: Some(NamedOn::Elsewhere), also: &[] },
    )
}

fn said(found: &[Found]) -> Vec<String> {
    found.iter().map(|found| format!("{:?} {:?} {}", found.kind, found.tier, found.secret.expose())).collect()
}

/// Each text has one find of a kind, of that tier.
#[track_caller]
fn all(kind: HitKind, tier: Tier, texts: &[&str]) {
    let watch = Watch::new(&policy());
    let is_right = |found: &[Found]| found.iter().filter(|found| found.kind == kind).map(|found| found.tier).eq([tier]);
    let wrong = wrong(&watch, texts, is_right);
    assert!(wrong.is_empty(), "wanted {kind:?} {tier:?}:\n{wrong}");
}

/// No text has a find of a kind.
#[track_caller]
fn none(kind: HitKind, texts: &[&str]) {
    let watch = Watch::new(&policy());
    let wrong = wrong(&watch, texts, |found: &[Found]| found.iter().all(|found| found.kind != kind));
    assert!(wrong.is_empty(), "wanted no {kind:?}:\n{wrong}");
}

/// No text has a find of a kind that stops.
#[track_caller]
fn never_stops(kind: HitKind, texts: &[&str]) {
    let watch = Watch::new(&policy());
    let wrong = wrong(&watch, texts, |found: &[Found]| found.iter().all(|found| found.kind != kind || found.tier == Tier::Warn));
    assert!(wrong.is_empty(), "wanted no {kind:?} that stops:\n{wrong}");
}

fn wrong(watch: &Watch, texts: &[&str], is_right: impl Fn(&[Found]) -> bool) -> String {
    let mut wrong = String::new();
    for text in texts {
        let mut found = Vec::new();
        let naming = Naming { on: Some(NamedOn::Elsewhere), also: &[] };
        watch.look(&Piece { text, headings: &[], inside: &Inside::default() }, naming, &mut found);
        if !is_right(&found) {
            wrong.push_str(&format!("{text:?}: {:?}\n", said(&found)));
        }
    }
    wrong
}

//! What the gate finds and what it leaves alone, and how fast: over the corpus of `tests/gate_corpus`, over real articles, over a site.
//!
//! - `cargo bench --bench gate_corpus -- corpus [N]`: recall by kind, form and carrier, precision by tier, N examples of each fault.
//! - `… -- news FILE [N]`: articles as JSON objects a line (`t` the title, `b` the body), against 20,000 names.
//! - `… -- speed DIR`: megabytes a second of one core over the files of a site, with 20,000 names.

#[path = "../tests/gate_corpus/mod.rs"]
#[allow(dead_code, reason = "the tests ask for more than the bench")]
mod gate_corpus;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use yuandi::gate::{Gate, Hit, HitKind, NamedOn, Subject, Tier};

/// As many as the design asks for.
const N_NAMES: usize = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let number = |idx: usize, default: usize| arguments.get(idx).and_then(|text| text.parse().ok()).unwrap_or(default);
    match (arguments.first().map(String::as_str), arguments.get(1)) {
        (Some("news"), Some(path)) => news(Path::new(path), number(2, usize::MAX)),
        (Some("speed"), Some(path)) => speed(Path::new(path)),
        _ => corpus(number(1, 2)),
    }
}

fn corpus(n_each: usize) {
    let policy = gate_corpus::policy(1, 2_000);
    let cases = gate_corpus::corpus(&policy);
    let figures = gate_corpus::Figures::of(&Gate::new(&policy), &cases);
    println!("{} cases\n{}", cases.len(), figures.report(n_each));
}

/// Every text that is no name is printed with what stands around it, so that somebody can judge it.
fn news(path: &Path, n: usize) {
    let gate = Gate::new(&gate_corpus::policy(20_000, N_NAMES));
    let text = std::fs::read_to_string(path).expect("the articles can be read");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut n_articles, mut n_warned) = (0, 0);
    for line in text.lines().take(n) {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        let body = format!("{}\n{}", field("t"), field("b"));
        n_articles += 1;
        let hits = gate.scan_text(&body);
        n_warned += usize::from(hits.iter().any(|(hit, _)| hit.kind == HitKind::Name));
        for (hit, range) in hits {
            *counts.entry(format!("{:?} {:?}", hit.tier, hit.kind)).or_default() += 1;
            if hit.kind != HitKind::Name || hit.tier == Tier::Block {
                let before: String = body[..range.start].chars().rev().take(25).collect::<Vec<_>>().into_iter().rev().collect();
                let after: String = body[range.end..].chars().take(25).collect();
                println!(
                    "{:?} {:?} {} | {before}[{}]{after}",
                    hit.tier,
                    hit.kind,
                    hit.secret.expose(),
                    &body[range].escape_debug()
                );
            }
        }
    }
    println!("{n_articles} articles, {n_warned} with a warning about a name; hits: {counts:#?}");
}

fn speed(folder: &Path) {
    let started = Instant::now();
    let gate = Gate::new(&gate_corpus::policy(20_000, N_NAMES));
    println!("the gate is ready after {:?}", started.elapsed());
    let mut by_type: BTreeMap<String, (usize, Duration, usize)> = BTreeMap::new();
    let mut hits: Vec<(String, Hit)> = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("a folder can be listed");
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).expect("it is inside").to_string_lossy().into_owned();
        let bytes = std::fs::read(entry.path()).expect("a file can be read");
        let subject = Subject { path: &path, name: None, bytes: &bytes, on: Some(NamedOn::Elsewhere), also: &[] };
        let begun = Instant::now();
        let found = gate.scan(&subject);
        let took = begun.elapsed();
        let kind = path.rsplit_once('.').map_or("-", |(_, end)| end).to_owned();
        let sum = by_type.entry(kind).or_default();
        *sum = (sum.0 + bytes.len(), sum.1 + took, sum.2 + found.len());
        hits.extend(found.into_iter().map(|hit| (path.clone(), hit)));
    }
    print_speed(&by_type);
    let is_telling = |hit: &Hit| hit.tier != Tier::Warn;
    for (path, hit) in hits.iter().filter(|(_, hit)| is_telling(hit)).take(100) {
        println!("{path}: {:?} {:?} {} {:?}", hit.tier, hit.kind, hit.secret.expose(), hit.inside);
    }
}

fn print_speed(by_type: &BTreeMap<String, (usize, Duration, usize)>) {
    let (mut n_bytes, mut took) = (0, Duration::ZERO);
    for (kind, (n, time, n_hits)) in by_type {
        println!("{kind:12} {:9.2} MB {:8.1} MB/s {n_hits} hits", *n as f64 / 1e6, *n as f64 / 1e6 / time.as_secs_f64());
        n_bytes += n;
        took += *time;
    }
    println!("all          {:9.2} MB {:8.1} MB/s", n_bytes as f64 / 1e6, n_bytes as f64 / 1e6 / took.as_secs_f64());
}

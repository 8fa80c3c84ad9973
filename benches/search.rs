//! How long the index takes, over pages made here, or over a file of texts that `YUANDI_TEXTS` names: one JSON object a line, with
//! `t` for the title, `d` for the date, `b` for the body.
//!
//! With `YUANDI_TEXTS` the lines are joined to pages of about 1,000 characters, and a table of sizes and of time by step is printed.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use yuandi::plan::Artifact;
use yuandi::plan::search::{Family, SearchEntry, SearchKind, SearchLayout, SearchPage, SearchPlan};
use yuandi::search::{Run, Shelf, portions, read_pages, start};

/// In characters.
const PAGE: usize = 1_000;

const WORDS: [&str; 24] = [
    "支部", "学习", "活动", "主题", "组织", "会议", "数控", "机床", "实训", "志愿", "服务", "总结", "党员", "发展", "教育",
    "管理", "思想", "建设", "工作", "研究", "2024年", "DJ008", "，", "。\n",
];

/// A page of about 1,000 characters; the same for the same number.
fn page(number: u32) -> SearchPage {
    let mut state = u64::from(number) * 2 + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32
    };
    let mut body = String::new();
    for _ in 0..PAGE / 2 {
        if next() % 3 < 1 {
            body.extend(char::from_u32(0x4E00 + next() % 3_000));
        } else {
            body.push_str(WORDS[next() as usize % WORDS.len()]);
        }
    }
    SearchPage { path: format!("news/n{number}/"), title: format!("第{number}篇"), body, ..SearchPage::default() }
}

/// Pages of real texts, as many as asked for; shorter texts are joined, and from the end it begins anew.
fn texts(path: &str, n: usize) -> Vec<SearchPage> {
    let file = std::fs::read_to_string(path).expect("YUANDI_TEXTS names a file");
    let mut pages = Vec::new();
    let (mut title, mut body, mut n_characters) = (String::new(), String::new(), 0);
    for line in file.lines().cycle() {
        if pages.len() >= n {
            break;
        }
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        let field = |name: &str| value[name].as_str().unwrap_or_default().replace("<!--repaste.body.begin-->", "");
        if title.is_empty() {
            title = field("t");
        } else {
            body.push_str(&format!("\u{3}{}\u{4}s{}\u{5}\n", field("t"), pages.len()));
        }
        for c in field("b").trim().chars() {
            body.push(c);
            n_characters += 1;
            if n_characters == PAGE {
                let (title, body) = (std::mem::replace(&mut title, field("t")), std::mem::take(&mut body));
                pages.push(SearchPage { path: format!("news/n{}/", pages.len()), title, body, ..SearchPage::default() });
                n_characters = 0;
            }
        }
        if n_characters < PAGE / 2 {
            body.push('\n');
        }
    }
    pages.truncate(n);
    pages
}

fn plan(n_pages: u32) -> SearchPlan {
    // A shard of grams holds about 4 KB.
    let gram_bits = (n_pages / 4).max(1).ilog2();
    let layout = SearchLayout {
        id: "0123abcd".to_owned(),
        n_pages,
        gram_bits,
        long_bits: gram_bits.saturating_sub(5),
        single_bits: gram_bits.saturating_sub(5),
        text_bits: 2,
        lexicon_bits: 0,
    };
    let month = |number: u32| jiff::civil::date(2026 - (number / 1_000 % 12) as i16, 12 - (number / 84 % 12) as i8, 1);
    let entry =
        |number: u32| SearchEntry { page: number as usize, month: Some(month(number)), is_last: number.is_multiple_of(50) };
    SearchPlan {
        pages: (0..n_pages).map(entry).collect(),
        kinds: vec![SearchKind { section: "news", title: "新闻".to_owned(), n_pages: n_pages as usize }],
        facets: Vec::new(),
        words: Vec::new(),
        terms: Vec::new(),
        layout,
        files: Vec::new(),
    }
}

/// Bytes by family, and time by step.
#[derive(Default)]
struct Made {
    bytes: BTreeMap<char, (usize, usize)>,
    times: Vec<(&'static str, Duration)>,
}

impl Made {
    fn take(&mut self, file: Artifact) -> Result<(), Infallible> {
        let family = file.path.as_str()["search/shards/".len()..].chars().next().unwrap_or('?');
        let (n, n_bytes) = self.bytes.entry(family).or_default();
        *n += 1;
        *n_bytes += black_box(file).bytes.len();
        Ok(())
    }
}

/// What this thread has computed so far; other programs on the machine do not count.
fn cpu_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

/// Makes a whole index on this thread.
fn make(plan: &SearchPlan, page: impl Fn(u32) -> SearchPage) -> Made {
    let mut made = Made::default();
    let start_at = cpu_time();
    let mut times = Vec::new();
    let runs: Vec<Run> = portions(plan)
        .into_iter()
        .map(|portion| read_pages(plan, portion, &page, &mut |file| made.take(file)))
        .collect::<Result<_, _>>()
        .expect("nothing fails here");
    times.push(("pages and texts", cpu_time() - start_at));
    let shelf = Shelf::new(plan, &runs);
    let mut long = Vec::new();
    for part in 0..shelf.n_parts(Family::Grams) {
        long.extend(shelf.grams(part, &mut |file| made.take(file)).expect("nothing fails here"));
    }
    times.push(("grams", cpu_time() - start_at));
    for part in 0..shelf.n_parts(Family::Singles) {
        shelf.singles(part, &mut |file| made.take(file)).expect("nothing fails here");
    }
    times.push(("characters", cpu_time() - start_at));
    shelf.long(&long, &mut |file| made.take(file)).expect("nothing fails here");
    made.take(start(plan, &[], "")).expect("nothing fails here");
    times.push(("long lists and start", cpu_time() - start_at));
    made.times = times;
    made
}

fn print(n: usize, made: &Made) {
    println!("{n} pages");
    let mut before = Duration::ZERO;
    for (step, until) in &made.times {
        println!("  {step}: {:.1} µs a page", (*until - before).as_secs_f64() * 1e6 / n as f64);
        before = *until;
    }
    println!("  together: {:.1} µs a page", before.as_secs_f64() * 1e6 / n as f64);
    for (family, (n_files, n_bytes)) in &made.bytes {
        println!("  {family}: {n_files} files, {:.1} bytes a page, {} a file", *n_bytes as f64 / n as f64, n_bytes / n_files);
    }
    let all: usize = made.bytes.values().map(|(_, n_bytes)| n_bytes).sum();
    println!("  all: {:.1} bytes a page, {:.1} MB", all as f64 / n as f64, all as f64 / 1e6);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS")) {
        println!("  {line}");
    }
}

/// Real texts, once: the pages stand in memory, so that what they take is printed before.
fn real(path: &str) {
    let n = std::env::var("YUANDI_PAGES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let pages = texts(path, n);
    let n_characters: usize = pages.iter().map(|page| page.body.chars().count()).sum();
    println!("{:.0} characters a page; memory before:", n_characters as f64 / n as f64);
    print(n, &Made { times: vec![("nothing", Duration::ZERO)], ..Made::default() });
    let plan = plan(n as u32);
    print(n, &make(&plan, |number| pages[number as usize].clone()));
}

fn generated(c: &mut Criterion) {
    if let Ok(path) = std::env::var("YUANDI_TEXTS") {
        return real(&path);
    }
    let pages: Vec<SearchPage> = (0..1_000).map(page).collect();
    let plan = plan(1_000);
    let mut group = c.benchmark_group("search");
    group.throughput(Throughput::Elements(1_000)).sample_size(10);
    group.bench_function("1,000 pages", |b| {
        b.iter_batched(|| (), |()| make(&plan, |number| pages[number as usize].clone()), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, generated);
criterion_main!(benches);

//! How long reading, drawing and a whole build take, over pages made here.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use yuandi::build::{self, Memo, Options, Silent};
use yuandi::diag::FileId;
use yuandi::media::Cache;
use yuandi::output::{CountingSink, Interrupt};
use yuandi::read::read_note;
use yuandi::source::Sources;

const WORDS: [&str; 12] = ["支部", "学习", "活动", "主题", "组织", "会议", "数控", "机床", "实训", "志愿", "服务", "总结"];

/// A text of about 1,000 characters; the same for the same number.
fn note(number: usize) -> String {
    let mut text = format!(
        "+++\ntitle = \"第{number}篇\"\ndate = 2026-{:02}-{:02}\ntags = [\"标签{}\"]\n+++\n\n",
        number % 12 + 1,
        number % 28 + 1,
        number % 20
    );
    for paragraph in 0..5 {
        let _ = writeln!(text, "## 第{paragraph}节\n");
        for word in 0..90 {
            text.push_str(WORDS[(number * 7 + paragraph * 5 + word * 3) % WORDS.len()]);
            text.push_str(if word % 9 == 8 { "，" } else { "" });
        }
        text.push_str("**重点：**见[网站](https://www.example.edu.cn/)。\n\n");
    }
    text
}

fn site(n: usize) -> Sources {
    let mut files = vec![(
        "site.toml".to_owned(),
        "[site]\ntitle = \"对比\"\norg = \"示例学院\"\n\n[links]\nallow = [\"example.edu.cn\"]\n".to_owned(),
    )];
    files.extend((0..n).map(|number| (format!("content/news/n{number}.md"), note(number))));
    let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    Sources::from_memory(borrowed, jiff::civil::date(2026, 3, 31))
}

fn read(c: &mut Criterion) {
    let text = note(1);
    let mut group = c.benchmark_group("read");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("a note", |b| b.iter(|| read_note(FileId(0), black_box(text.as_bytes()))));
    group.finish();
}

fn whole(c: &mut Criterion) {
    let sources = site(500);
    let mut group = c.benchmark_group("build");
    group.throughput(Throughput::Elements(500)).sample_size(10);
    group.bench_function("500 pages", |b| {
        b.iter_batched(
            || (Memo::for_one_build(Cache::none()), CountingSink::new(Interrupt::never())),
            |(mut memo, sink)| {
                build::build(&sources, &Options::default(), &mut memo, &Silent, &sink).expect("counting does not fail")
            },
            BatchSize::PerIteration,
        );
    });
    let mut memo = Memo::for_many_builds(Cache::none());
    // What is left when texts need not be read again: joining, planning and drawing.
    group.bench_function("500 pages, joined and drawn", |b| {
        b.iter(|| {
            let sink = CountingSink::new(Interrupt::never());
            build::build(&sources, &Options::default(), &mut memo, &Silent, &sink).expect("counting does not fail")
        });
    });
    group.finish();
}

criterion_group!(benches, read, whole);
criterion_main!(benches);

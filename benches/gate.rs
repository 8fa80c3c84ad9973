//! How fast finished files are read once more, over texts made here that hold nothing to find.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use yuandi::gate::{Gate, NamedOn, Person, Policy, Subject, redact};

/// In bytes, about: larger than the caches next to a core.
const SIZE: usize = 4 << 20;

const N_NAMES: usize = 20_000;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % below
    }

    fn han(&mut self) -> char {
        char::from_u32(0x4E00 + self.next(3_500)).unwrap_or('党')
    }
}

/// Chinese sentences with a date, a number or a foreign word now and then.
fn prose() -> String {
    let mut dice = Dice(1);
    let mut text = String::new();
    while text.len() < SIZE {
        for _ in 0..dice.next(24) + 8 {
            text.push(dice.han());
        }
        let _ = match dice.next(12) {
            0 => write!(text, "{}年{}月{}日", 2020 + dice.next(7), dice.next(12) + 1, dice.next(28) + 1),
            1 => write!(text, "{}人", dice.next(500)),
            2 => write!(text, "（{:.1}%）", f64::from(dice.next(1000)) / 10.0),
            3 => write!(text, "DJ{:03}", dice.next(1000)),
            _ => Ok(()),
        };
        text.push_str(["，", "。\n", "、", "；"][dice.next(4) as usize]);
    }
    text
}

/// The same as a page.
fn page(prose: &str) -> String {
    let mut html = "<!doctype html><html lang=\"zh-CN\"><head><title>支部</title></head><body><main>\n".to_owned();
    for (number, line) in prose.lines().enumerate() {
        let _ = writeln!(html, "<p class=\"lead\" id=\"p-{number}\"><a href=\"../news/n{number}/index.html\">{line}</a></p>");
    }
    html.push_str("</main></body></html>\n");
    html
}

/// A table of numbers.
fn table() -> String {
    let mut dice = Dice(2);
    let mut text = "支部,月份,人数,次数,比例,金额\n".to_owned();
    while text.len() < SIZE {
        let (people, times, share) = (dice.next(500), dice.next(50), f64::from(dice.next(1000)) / 10.0);
        let _ =
            writeln!(text, "b{},2024-{:02},{people},{times},{share:.1},{}", dice.next(90), dice.next(12) + 1, dice.next(90_000));
    }
    text
}

/// Names of three characters, none of which is a word.
fn policy() -> Policy {
    let mut dice = Dice(3);
    let person = |number: usize| Person {
        id: format!("S{number:08}"),
        name: [dice.han(), dice.han(), dice.han()].iter().collect(),
        ..Person::default()
    };
    Policy { persons: (0..N_NAMES).map(person).collect(), ..Policy::default() }
}

fn digits(c: &mut Criterion) {
    let prose = prose();
    let table = table();
    let cells = table.replace(',', "\t");
    let words = "The quick brown fox jumps over the lazy dog; class=\"lead\" data-kind=\"box\".\n".repeat(SIZE / 76);
    let mut group = c.benchmark_group("digits");
    for (name, text) in [("prose", &prose), ("page", &page(&prose)), ("table", &table), ("cells", &cells), ("words", &words)] {
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function(name, |b| b.iter(|| redact(black_box(text)).len()));
    }
    group.finish();
}

fn gate(c: &mut Criterion) {
    let gate = Gate::new(&policy());
    let prose = prose();
    let mut group = c.benchmark_group("gate");
    for (path, text) in [("a/index.html", &page(&prose)), ("a.csv", &table()), ("a.txt", &prose)] {
        let subject = Subject { path, name: None, bytes: text.as_bytes(), on: Some(NamedOn::Elsewhere), also: &[] };
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function(path, |b| b.iter(|| gate.scan(black_box(&subject)).len()));
    }
    group.finish();
}

criterion_group!(benches, digits, gate);
criterion_main!(benches);

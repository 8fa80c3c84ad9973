//! How far a build is: a bar on a terminal, a plain line a stage elsewhere.

use std::io::IsTerminal;
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::{Progress, Silent, Stage};

use super::args::{Args, Format};
use super::language::Say;

/// The progress that fits the place where messages go.
pub(super) fn of(args: &Args, say: Say) -> Box<dyn Progress> {
    if args.quiet || args.format != Format::Human {
        return Box::new(Silent);
    }
    if std::io::stderr().is_terminal() {
        return Box::new(Bar { say, bar: Mutex::new(ProgressBar::hidden()) });
    }
    Box::new(Lines { say })
}

fn name(say: Say, stage: Stage) -> &'static str {
    match stage {
        Stage::Read => say.choose("读取文件", "reading"),
        Stage::Figures => say.choose("计算数字", "computing figures"),
        Stage::Pages => say.choose("生成页面", "drawing pages"),
        Stage::Search => say.choose("写搜索索引", "writing the search index"),
        Stage::Open => say.choose("写开放数据", "writing open data"),
        Stage::Files => say.choose("处理图片和附件", "making pictures"),
    }
}

struct Bar {
    say: Say,
    bar: Mutex<ProgressBar>,
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, n: usize) {
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}").expect("the template is well formed");
        let next = ProgressBar::new(n as u64).with_style(style).with_message(name(self.say, stage));
        if let Ok(mut bar) = self.bar.lock() {
            bar.finish_and_clear();
            *bar = next;
        }
    }

    fn step(&self) {
        if let Ok(bar) = self.bar.lock() {
            bar.inc(1);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Ok(bar) = self.bar.lock() {
            bar.finish_and_clear();
        }
    }
}

struct Lines {
    say: Say,
}

impl Progress for Lines {
    fn begin(&self, stage: Stage, n: usize) {
        eprintln!("{}: {n}", name(self.say, stage));
    }

    fn step(&self) {}
}

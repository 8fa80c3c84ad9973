//! The words that stand around findings, in both languages.

use super::{Ending, Language, Summary};
use crate::diag::{Severity, Text};

/// The text in one language.
pub(super) fn chosen(text: Text, language: Language) -> String {
    match language {
        Language::Chinese => text.zh,
        Language::English => text.en,
    }
}

pub(super) fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Chinese) => "错误",
        (Severity::Warning, Language::Chinese) => "警告",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::English) => "warning",
    }
}

pub(super) fn help(language: Language) -> &'static str {
    match language {
        Language::Chinese => "建议",
        Language::English => "help",
    }
}

pub(super) fn also(language: Language) -> &'static str {
    match language {
        Language::Chinese => "另见",
        Language::English => "see also",
    }
}

/// The line of a text table, said beside the cell's name.
pub(super) fn line(line: u32, language: Language) -> String {
    match language {
        Language::Chinese => format!("（第 {line} 行）"),
        Language::English => format!(" (line {line})"),
    }
}

/// How many findings of a code were not shown.
pub(super) fn left_out(n: usize, code: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("另有 {n} 个 {code} 没有列出；改好前面的，再检查一次"),
        Language::English => format!("{n} more of {code} are not listed; mend the first ones and check again"),
    }
}

/// The last line of a run.
pub(super) fn summary(summary: &Summary, ending: Ending, language: Language) -> String {
    match language {
        Language::Chinese => {
            format!("{}{}", counts_zh(summary), ending_zh(ending, summary))
        }
        Language::English => format!("{}{}", counts_en(summary), ending_en(ending, summary)),
    }
}

fn counts_zh(summary: &Summary) -> String {
    match (summary.errors, summary.warnings) {
        (0, 0) => "没有发现问题".to_owned(),
        (0, warnings) => format!("没有错误，{warnings} 个警告"),
        (errors, 0) => format!("{errors} 个错误"),
        (errors, warnings) => format!("{errors} 个错误，{warnings} 个警告"),
    }
}

fn ending_zh(ending: Ending, summary: &Summary) -> String {
    let Summary { pages, files, .. } = summary;
    let bytes = size(summary.bytes);
    let size = format!("共 {pages} 个网页、{files} 个文件、{bytes}，用时 {}", seconds(summary.elapsed_ms, "秒", "毫秒"));
    match ending {
        Ending::Refused => "；网站没有改动".to_owned(),
        Ending::Checked if summary.errors > 0 => String::new(),
        Ending::Checked => format!("；{size}"),
        Ending::Same => format!("；内容没有变化，网站保持原样；{size}"),
        Ending::Written => format!("；网站已更新，{size}"),
    }
}

fn counts_en(summary: &Summary) -> String {
    let errors = plural(summary.errors, "error");
    let warnings = plural(summary.warnings, "warning");
    match (summary.errors, summary.warnings) {
        (0, 0) => "nothing to mend".to_owned(),
        (0, _) => format!("no errors, {warnings}"),
        (_, 0) => errors,
        (_, _) => format!("{errors}, {warnings}"),
    }
}

fn ending_en(ending: Ending, summary: &Summary) -> String {
    let (pages, files) = (plural(summary.pages, "page"), plural(summary.files, "file"));
    let size = format!("{pages}, {files}, {}, {}", size(summary.bytes), seconds(summary.elapsed_ms, "s", "ms"));
    match ending {
        Ending::Refused => "; the site was not changed".to_owned(),
        Ending::Checked if summary.errors > 0 => String::new(),
        Ending::Checked => format!("; {size}"),
        Ending::Same => format!("; nothing is new and the site stays as it is: {size}"),
        Ending::Written => format!("; the site is up to date: {size}"),
    }
}

fn plural(n: usize, noun: &str) -> String {
    if n == 1 { format!("{n} {noun}") } else { format!("{n} {noun}s") }
}

fn seconds(elapsed_ms: u64, seconds: &str, milliseconds: &str) -> String {
    if elapsed_ms < 1000 {
        return format!("{elapsed_ms} {milliseconds}");
    }
    format!("{}.{} {seconds}", elapsed_ms / 1000, elapsed_ms % 1000 / 100)
}

/// A size as file managers show it, in powers of 1000.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

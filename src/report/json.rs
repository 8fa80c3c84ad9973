//! Findings to JSON, exactly as the contract describes it: one object a line, then the summary.

use std::io;

use serde::Serialize;

use super::files::{Files, Spot};
use super::lines::Position;
use super::{Run, Summary};
use crate::diag::{Diagnostic, Severity, Text};

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: At,
    message: BothLanguages,
    help: Option<BothLanguages>,
    also: Vec<At>,
}

#[derive(Serialize)]
struct At {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    sheet: Option<String>,
    cell: Option<String>,
}

#[derive(Serialize)]
struct BothLanguages {
    zh: String,
    en: String,
}

#[derive(Serialize)]
struct Last {
    summary: Summary,
}

/// Writes all findings, however many there are of one code: programs can count.
pub(super) fn write(out: &mut dyn io::Write, run: &Run<'_>, found: &[&Diagnostic]) -> io::Result<()> {
    let mut files = Files::new(run.sources);
    for diagnostic in found {
        write_line(out, &finding(&mut files, diagnostic))?;
    }
    write_line(out, &Last { summary: run.summary })
}

fn write_line(out: &mut dyn io::Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

fn finding(files: &mut Files<'_>, diagnostic: &Diagnostic) -> Finding {
    Finding {
        code: diagnostic.code.id,
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        at: At::from(files.spot_of(diagnostic)),
        message: BothLanguages::from(diagnostic.message()),
        help: diagnostic.help().map(BothLanguages::from),
        also: diagnostic.also.iter().map(|place| At::from(files.spot(place))).collect(),
    }
}

impl From<Spot> for At {
    fn from(spot: Spot) -> Self {
        let row_line = spot.row_line.map(|line| line as usize);
        let column = |position: Option<Position>| position.map(|position| position.column);
        Self {
            file: spot.file,
            line: spot.start.map(|start| start.line).or(row_line),
            column: column(spot.start),
            end_line: spot.end.map(|end| end.line),
            end_column: column(spot.end),
            sheet: spot.sheet,
            cell: spot.cell,
        }
    }
}

impl From<Text> for BothLanguages {
    fn from(Text { zh, en }: Text) -> Self {
        Self { zh, en }
    }
}

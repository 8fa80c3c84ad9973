//! Findings to one line each, for editors and for `grep`.

use std::io;

use super::excerpt::visible;
use super::files::Files;
use super::{Language, Limited, Run, words};
use crate::diag::{Diagnostic, Place, Severity};

/// Writes the findings, the counts of those left out, and the summary.
pub(super) fn write(out: &mut dyn io::Write, run: &Run<'_>, limited: &Limited<'_>, language: Language) -> io::Result<()> {
    let mut files = Files::new(run.sources);
    for diagnostic in &limited.shown {
        writeln!(out, "{}", line(&mut files, diagnostic, language))?;
    }
    for (code, n) in &limited.left_out {
        writeln!(out, "{}", words::left_out(*n, code, language))?;
    }
    writeln!(out, "{}", words::summary(&run.summary, run.ending, language))
}

fn line(files: &mut Files<'_>, diagnostic: &Diagnostic, language: Language) -> String {
    let spot = files.spot_of(diagnostic);
    let position = match &diagnostic.at {
        Place::Cell(id, cell) => files.cell_position(*id, cell),
        _ => None,
    };
    let address = match spot.address(position) {
        address if address.is_empty() => address,
        address => format!("{address}: "),
    };
    // The word for severity is a part of the form, which editors match, so it is the same in every language.
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let cell = match (&spot.sheet, &spot.cell) {
        (Some(sheet), Some(cell)) => format!(" ({sheet} › {cell})"),
        (None, Some(cell)) => format!(" ({cell})"),
        _ => String::new(),
    };
    let message = words::chosen(diagnostic.message(), language);
    visible(&format!("{address}{severity}[{}]: {message}{cell}", diagnostic.code.id)).into_owned()
}

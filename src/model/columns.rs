//! Rotas of columns: whose turn it is in which month, and which turns were missed.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::form::Form;
use super::scope::Scope;
use super::settings::Settings;
use super::{Detail, Entry, Site};
use crate::diag::{Diagnostic, Place, codes};
use crate::read::{Fields, Parsed, Value};
use crate::source::Sources;

/// Turns of one column: first day of a month with a branch.
type Rota = Vec<(Date, Arc<str>)>;

/// The rota of each column, with the turns whose branch exists.
///
/// - Codes: M408 unknown branch.
pub(super) fn rotas(scope: &Scope<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Vec<Rota> {
    let mut rotas = vec![Rota::new(); settings.site.columns.len()];
    let (Some(file), nothing) = (settings.site.file, Fields::default()) else { return rotas };
    let mut form = Form::of_file(file, &nothing);
    for (column, month, written) in &settings.turns {
        if let Some(branch) = scope.branch(&mut form, *written) {
            rotas[*column].push((*month, branch));
        }
    }
    form.finish_into(found);
    rotas
}

/// Reports months that are over and in which a column has no article, once for each column.
///
/// - Codes: M420 missed turns (warning).
pub(super) fn report_missed_turns(
    parsed: &Parsed,
    sources: &Sources,
    site: &Site,
    entries: &[Entry],
    found: &mut Vec<Diagnostic>,
) {
    let mut served: BTreeSet<(&str, i16, i8)> = BTreeSet::new();
    for entry in entries {
        if let (Detail::Column(column), Some(date)) = (&entry.detail, entry.date) {
            served.insert((column, date.year(), date.month()));
        }
    }
    for column in &site.columns {
        let is_missed = |month: &Date| {
            // A month is over on the first day of the next; the last month of all time has no next.
            let is_over = month.checked_add(1.month()).is_ok_and(|next| next <= sources.as_of());
            is_over && !served.contains(&(&*column.id, month.year(), month.month()))
        };
        let missed: Vec<String> = column
            .rota
            .iter()
            .filter(|(month, _)| is_missed(month))
            .map(|(month, branch)| format!("{:04}-{:02} ({branch})", month.year(), month.month()))
            .collect();
        if !missed.is_empty() {
            let diagnostic = codes::missed_turns.at(place_of_rota(parsed, sources, &column.id)).with("title", &column.title);
            found.push(diagnostic.with("months", missed.join(", ")));
        }
    }
}

/// Where `site.toml` writes the rota of a column.
fn place_of_rota(parsed: &Parsed, sources: &Sources, id: &str) -> Place {
    let rota = || {
        let Value::List(columns) = &parsed.site.as_ref()?.get("column")?.value else { return None };
        columns.iter().find_map(|node| {
            let Value::Fields(fields) = &node.value else { return None };
            let is_it = matches!(&fields.get("id")?.value, Value::Text(text) if text.trim() == id);
            if is_it { Some(fields.get("rota")?.span) } else { None }
        })
    };
    match (sources.find("site.toml"), rota()) {
        (Some(file), Some(span)) => Place::Text(file, span),
        _ => Place::Project,
    }
}

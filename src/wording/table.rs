//! The columns of a table that everybody may see to the phrases in their cells.

use super::Wording;
use crate::diag::{Capped, Diagnostic, Place};
use crate::model::Table;
use crate::model::table::{Cell, Kind, Sensitivity};

/// Looks at each distinct text once; a finding stands at the first cell that holds it.
pub(super) fn look(wording: &Wording<'_>, table: &Table) -> Vec<Diagnostic> {
    let mut faults = Capped::new(table.files().next().map_or(Place::Project, Place::File));
    let columns = table.schema().columns.iter().enumerate();
    for (idx, column) in columns.filter(|(_, column)| column.sensitivity == Sensitivity::Public && column.kind == Kind::Text) {
        for (value, _) in table.counted(idx) {
            for text in texts(&value) {
                let met = wording.watch.look(text);
                if met.is_empty() {
                    continue;
                }
                let row = table.rows().find(|row| texts(&row.cell(idx)).contains(&text));
                let place = row.map_or(Place::Project, |row| row.place_of(&column.name));
                for met in &met {
                    wording.finding(met, text, place.clone()).into_iter().for_each(|one| faults.push(one));
                }
            }
        }
    }
    faults.into_found()
}

fn texts<'t>(cell: &Cell<'t>) -> Vec<&'t str> {
    match cell {
        Cell::Text(text) => vec![text],
        Cell::List(items) => {
            items.iter().filter_map(|item| if let Cell::Text(text) = item { Some(text) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

//! The rows of open data to CSV and JSON, and the list of all files to the description of the data package.

mod csv;
mod json;
mod package;
mod sheet;
#[cfg(test)]
mod tests;

use crate::plan::{OpenSet, Plan};

pub use self::package::package;
pub use self::sheet::SheetCsv;

/// A part of a table of open data in its formats.
pub struct OpenBytes {
    /// With a byte order mark, for spreadsheets.
    pub csv: Vec<u8>,
    /// Where the part has such a file.
    pub json: Option<Vec<u8>>,
}

/// Begins a large table of open data; `None` for the others, whose parts [`open`] writes.
pub fn open_sheet<'p>(plan: &'p Plan<'p>, set: &OpenSet) -> Option<SheetCsv<'p>> {
    Some(SheetCsv::new(plan.open_sheet(set)?, plan.open_columns(set)))
}

/// Writes a part of a table of open data.
pub fn open(plan: &Plan<'_>, set: &OpenSet, part: usize) -> OpenBytes {
    let columns = plan.open_columns(set);
    let mut csv = csv::CsvRows::new(&columns);
    if set.parts[part].json.is_none() {
        plan.each_open_row(set, part, &mut |cells| csv.push(cells));
        return OpenBytes { csv: csv.finish(), json: None };
    }
    let mut json = json::JsonRows::new(&columns);
    plan.each_open_row(set, part, &mut |cells| {
        csv.push(cells);
        json.push(cells);
    });
    OpenBytes { csv: csv.finish(), json: Some(json.finish()) }
}

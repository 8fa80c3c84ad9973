//! `[wording]` to how bad findings about words are.

use crate::model::form::Form;
use crate::model::site::{Level, WordingLevels};

/// Reads the settings: `level` for all checks, and any of them by name.
///
/// - Codes: those of forms.
pub(super) fn wording(table: &mut Form<'_>) -> WordingLevels {
    let mut levels = WordingLevels::default();
    let all = table.choice("level", &Level::ALL);
    let checks = [
        ("placeholders", &mut levels.placeholders),
        ("months", &mut levels.months),
        ("marks", &mut levels.marks),
        ("claims", &mut levels.claims),
        ("praise", &mut levels.praise),
        ("phrases", &mut levels.phrases),
    ];
    for (name, level) in checks {
        *level = table.choice(name, &Level::ALL).or(all).unwrap_or(*level);
    }
    levels
}

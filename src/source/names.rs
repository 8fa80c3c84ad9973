//! A file name to a verdict: part of the site, a leftover, or refused.

use std::ffi::OsStr;

use crate::diag::{Diagnostic, Place, codes};

/// Names that no Windows disk can hold, whatever follows the first dot.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether this is a leftover of an editor, an office program or a system, which is never content.
pub(super) fn is_leftover(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name == "4913"
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "__macosx")
        || [".swp", ".swo", ".swx", ".tmp", ".bak", ".crdownload", ".part"].iter().any(|end| lower.ends_with(end))
}

/// The finding for a name that cannot be copied to every system, with a name that can.
pub(super) fn judge_name(path: &str, name: &OsStr) -> Option<Diagnostic> {
    let Some(name) = name.to_str() else {
        return Some(codes::bad_file_name.at(Place::Project).with("path", path).with("better", "file"));
    };
    let stem = name.split('.').next().unwrap_or_default();
    let is_bad = name.len() > 255
        || name.ends_with(['.', ' '])
        || name.starts_with(' ')
        || name.chars().any(|c| c.is_control() || "<>:\"\\|?*".contains(c))
        || RESERVED.contains(&stem.to_lowercase().as_str());
    is_bad.then(|| codes::bad_file_name.at(Place::Project).with("path", path).with("better", better_name(name)))
}

fn better_name(name: &str) -> String {
    let cleaned: String = name.chars().map(|c| if c.is_control() || "<>:\"\\|?*".contains(c) { '-' } else { c }).collect();
    let trimmed = cleaned.trim().trim_end_matches(['.', ' ']);
    let (stem, end) = trimmed.rsplit_once('.').map_or((trimmed, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let is_reserved = RESERVED.contains(&stem.split('.').next().unwrap_or_default().to_lowercase().as_str());
    let short: String = stem.chars().take(60).collect();
    if is_reserved { format!("{short}-1{end}") } else { format!("{short}{end}") }
}

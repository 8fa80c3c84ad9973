//! A kind and a name to a new text, with front matter that explains itself.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::diag::{Place, codes, nearest};
use crate::model::Kind;

use super::AmendFault;

/// The kinds that can be made, by the name that the command takes.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::name)
}

/// Writes a new text below `content/` and gives its path from the root.
///
/// - `name`: file name without ending, perhaps with folders before it: `2026/theme-day`.
/// - Codes: C004 unknown kind, C005 bad name, C006 exists.
pub fn new_note(root: &Path, kind: &str, name: &str, today: Date) -> Result<PathBuf, AmendFault> {
    let Some(kind) = kind_of(kind) else {
        let diagnostic = codes::unknown_kind.at(Place::Project).with("kind", kind);
        let known: Vec<&str> = kinds().collect();
        return Err(AmendFault::usage(diagnostic.with("kinds", known.join(", ")).with_some("nearest", nearest(kind, kinds()))));
    };
    let stem = name.strip_suffix(".md").unwrap_or(name);
    if !is_good_name(kind, stem) {
        return Err(AmendFault::usage(codes::bad_note_name.at(Place::Project).with("name", name)));
    }
    let path = PathBuf::from(format!("content/{}/{stem}.md", kind.folder()));
    let full = root.join(&path);
    let machine = |error| AmendFault::Machine(full.clone(), error);
    let parent = full.parent().expect("a text is in the folder of its kind");
    std::fs::create_dir_all(parent).map_err(machine)?;
    // `create_new` refuses what exists in the same step, so that nothing can come between.
    match OpenOptions::new().write(true).create_new(true).open(&full) {
        Ok(mut file) => file.write_all(scaffold(kind, stem, today).as_bytes()).map_err(machine)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(AmendFault::usage(codes::note_exists.at(Place::Project).with("path", path.display())));
        }
        Err(error) => return Err(machine(error)),
    }
    Ok(path)
}

/// A kind by its name or its folder, with `-` or `_`.
fn kind_of(written: &str) -> Option<Kind> {
    let plain = written.to_lowercase().replace('-', "_");
    Kind::ALL.into_iter().find(|kind| kind.name() == plain || kind.folder().replace('-', "_") == plain)
}

fn is_good_name(kind: Kind, stem: &str) -> bool {
    let parts: Vec<&str> = stem.split('/').collect();
    let is_good = |part: &&str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !part.chars().any(|c| c.is_control() || "<>:\"\\|?*".contains(c))
    };
    // An article belongs to a column, whose name is its folder.
    parts.iter().all(is_good) && (kind != Kind::Column || parts.len() == 2)
}

fn scaffold(kind: Kind, stem: &str, today: Date) -> String {
    let text = match kind {
        Kind::Activity => include_str!("scaffold/activity.md"),
        Kind::RoleModel => include_str!("scaffold/role_model.md"),
        Kind::Resource => include_str!("scaffold/resource.md"),
        Kind::Path => include_str!("scaffold/path.md"),
        Kind::Quiz => include_str!("scaffold/quiz.md"),
        Kind::Notice => include_str!("scaffold/notice.md"),
        Kind::News => include_str!("scaffold/news.md"),
        Kind::Branch => include_str!("scaffold/branch.md"),
        Kind::Column => include_str!("scaffold/column.md"),
        Kind::Faq => include_str!("scaffold/faq.md"),
        Kind::Page => include_str!("scaffold/page.md"),
    };
    let title = stem.rsplit('/').next().unwrap_or(stem);
    text.replace("{title}", &title.replace('"', "")).replace("{date}", &today.to_string())
}

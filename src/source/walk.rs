//! A project folder to the list of its files, with the names that cannot be part of a site refused.
//!
//! Links are followed only inside the project; a loop and a way out are findings. Leftovers of editors and systems are
//! passed over without a word, but an open office document is mentioned.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::names::{is_leftover, judge_name};
use super::{FileKind, kind_of};
use crate::diag::{Diagnostic, Outcome, Place, codes};

/// A file that was seen, not yet read.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Path from the root, with `/`.
    pub path: Arc<str>,
    /// What it is for.
    pub kind: FileKind,
    /// Where it is.
    pub full: PathBuf,
}

/// All files of a project.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The project's folder.
    pub root: PathBuf,
    /// Its files, in the order of their paths.
    pub files: Vec<Listed>,
}

/// The folders and the one file that make a site; everything else beside them is none of ours.
const PARTS: [&str; 4] = ["site.toml", "content", "data", "themes"];

/// Lists the files of the project at `root`.
///
/// - Codes: S001 name refused, S002 names that differ only in case, S003 link out of the project, S004 link loop,
///   S005 cannot be listed, S006 office document open.
pub fn walk(root: &Path) -> Outcome<Listing> {
    let mut found = Vec::new();
    let mut files = Vec::new();
    let real_root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    for part in PARTS {
        walk_part(root, &real_root, &root.join(part), &mut files, &mut found);
    }
    files.sort_by(|a: &Listed, b| a.path.cmp(&b.path));
    report_colliding(&files, &mut found);
    Outcome::new(Listing { root: root.to_path_buf(), files }, found)
}

fn walk_part(root: &Path, real_root: &Path, part: &Path, files: &mut Vec<Listed>, found: &mut Vec<Diagnostic>) {
    // A missing part is fine: an empty site has no data folder.
    if part.symlink_metadata().is_err() {
        return;
    }
    let mut entries = WalkDir::new(part).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.push(unreadable(root, &error));
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.depth() > 0 && is_leftover(&name) {
            if name.starts_with("~$") {
                found.push(codes::office_open.at(Place::Project).with("path", shown(root, entry.path())));
            }
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            continue;
        }
        if leads_out(real_root, &entry) {
            found.push(codes::link_out_of_project.at(Place::Project).with("path", shown(root, entry.path())));
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            continue;
        }
        let path = shown(root, entry.path());
        if let Some(diagnostic) = judge_name(&path, entry.file_name()) {
            found.push(diagnostic);
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            continue;
        }
        if entry.file_type().is_file()
            && let Some(kind) = kind_of(&path)
        {
            files.push(Listed { path: path.into(), kind, full: entry.path().to_path_buf() });
        }
    }
}

fn leads_out(real_root: &Path, entry: &walkdir::DirEntry) -> bool {
    entry.path_is_symlink() && entry.path().canonicalize().is_ok_and(|target| !target.starts_with(real_root))
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().map(|path| shown(root, path)).unwrap_or_default();
    if error.loop_ancestor().is_some() {
        return codes::link_loop.at(Place::Project).with("path", path);
    }
    codes::unreadable_file.at(Place::Project).with("path", path).with("why", error)
}

/// Two names that a Windows or macOS disk takes for one would lose a file when the site is copied there.
fn report_colliding(files: &[Listed], found: &mut Vec<Diagnostic>) {
    use unicode_normalization::UnicodeNormalization;
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in files {
        let folded = file.path.nfc().collect::<String>().to_lowercase();
        if let Some(first) = seen.insert(folded, &file.path) {
            found.push(codes::colliding_names.at(Place::Project).with("path", &file.path).with("first", first));
        }
    }
}

/// A path as findings show it: from the root, with `/`.
fn shown(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

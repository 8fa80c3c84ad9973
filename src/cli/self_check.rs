//! The self-check of a run to a file: whole or not at all, and never where it would be published or read as a source.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Place, codes};

/// Folders of a site that the file may not go into.
const SOURCES: [&str; 3] = ["content", "data", "themes"];

/// Whether the file may be written.
///
/// - Codes: C007 not a page of its own, C008 inside of the site or its output.
pub(super) fn judge(file: &Path, root: &Path, out: &Path) -> Result<PathBuf, Diagnostic> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(folder), Some(name)) = (folder.canonicalize(), file.file_name()) else {
        return Err(codes::self_check_not_a_page.at(Place::Project).with("path", file.display()));
    };
    let target = folder.join(name);
    if !matches!(ending.as_str(), "html" | "htm") || target.is_dir() || target.is_symlink() {
        return Err(codes::self_check_not_a_page.at(Place::Project).with("path", file.display()));
    }
    let kept = SOURCES.iter().map(|part| root.join(part)).chain([out.to_path_buf()]);
    for kept in kept {
        // The output may not exist yet; its name says where it will be.
        let real = kept.canonicalize().ok().or_else(|| std::path::absolute(&kept).ok()).unwrap_or(kept);
        if target.starts_with(&real) {
            return Err(codes::self_check_inside_site.at(Place::Project).with("path", file.display()));
        }
    }
    Ok(target)
}

/// Writes the page beside its place, and then exchanges it.
///
/// - Codes: C009 the disk refuses.
pub(super) fn write(target: &Path, page: &str) -> Result<(), Diagnostic> {
    let fail = |error: std::io::Error| {
        codes::self_check_not_written.at(Place::Project).with("path", target.display()).with("why", error)
    };
    let beside = target.with_extension(format!("{}.part", std::process::id()));
    let written = fs::File::options().write(true).create_new(true).open(&beside).and_then(|mut file| {
        file.write_all(page.as_bytes())?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&beside, target)) {
        // What is left of it helps nobody; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
        return Err(fail(error));
    }
    Ok(())
}

//! A finished site on disk to what differs from its manifest. Nothing is written.
//!
//! A published site behind a URL is for later: it needs a client for the network.

use std::io::ErrorKind;
use std::path::Path;

use jiff::civil::Date;
use walkdir::WalkDir;

use super::copy;
use super::disk::Folder;
use super::manifest::{MANIFEST, Manifest, ManifestFile};
use super::old::{is_ours, with_slashes};
use crate::diag::{Code, Diagnostic, Outcome, Place, codes};

/// What a look at a site found; paths are from its root, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many files the manifest lists.
    pub n_files: usize,
    /// Listed, but with another content.
    pub changed: Vec<String>,
    /// Listed, but not there.
    pub missing: Vec<String>,
    /// There, but not listed.
    pub extra: Vec<String>,
}

/// Compares the site in a folder with its manifest.
///
/// - Codes: O051 no manifest, O052 manifest unreadable, O053 changed, O054 missing, O055 not listed, O056 cannot be read.
pub fn verify(site: &Path) -> Outcome<Report> {
    let mut found = Vec::new();
    let mut report = Report::default();
    let Some(manifest) = read_manifest(site, &mut found) else { return Outcome::new(report, found) };
    report.n_files = manifest.files.len();
    match Folder::open(site) {
        Ok(folder) => compare(&folder, &manifest, &mut report, &mut found),
        Err(error) => found.push(about(&codes::output_unreadable, &site.display().to_string()).with("why", error)),
    }
    list_extra(site, &manifest, &mut report, &mut found);
    let kinds = [
        (&codes::output_changed, &report.changed),
        (&codes::output_missing, &report.missing),
        (&codes::output_extra, &report.extra),
    ];
    for (code, paths) in kinds {
        found.extend(paths.iter().map(|path| about(code, path)));
    }
    Outcome::new(report, found)
}

/// "Today" of the build that made the site in a folder; `None` where there is no site, or none that can be read.
pub fn built_on(site: &Path) -> Option<Date> {
    read_manifest(site, &mut Vec::new()).map(|manifest| manifest.as_of)
}

fn about(code: &'static Code, path: &str) -> Diagnostic {
    code.at(Place::Project).with("path", path)
}

fn read_manifest(site: &Path, found: &mut Vec<Diagnostic>) -> Option<Manifest> {
    let path = site.join(MANIFEST);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            found.push(about(&codes::no_manifest, &site.display().to_string()));
            return None;
        }
        Err(error) => {
            found.push(about(&codes::output_unreadable, &path.display().to_string()).with("why", error));
            return None;
        }
    };
    let manifest = Manifest::read(&bytes);
    if manifest.is_err() {
        found.push(about(&codes::bad_manifest, &path.display().to_string()));
    }
    manifest.ok()
}

fn compare(folder: &Folder, manifest: &Manifest, report: &mut Report, found: &mut Vec<Diagnostic>) {
    for file in &manifest.files {
        let path = Path::new(&file.path);
        if !folder.at(path).symlink_metadata().is_ok_and(|is| is.is_file()) {
            report.missing.push(file.path.clone());
            continue;
        }
        match folder.read(path).and_then(copy::digest) {
            Ok((size, sha256)) if is_as_listed(file, size, sha256) => {}
            Ok(_) => report.changed.push(file.path.clone()),
            Err(error) => found.push(about(&codes::output_unreadable, &file.path).with("why", error)),
        }
    }
}

fn is_as_listed(file: &ManifestFile, size: u64, sha256: super::Digest) -> bool {
    (size, sha256) == (file.size, file.sha256)
}

fn list_extra(site: &Path, manifest: &Manifest, report: &mut Report, found: &mut Vec<Diagnostic>) {
    for entry in WalkDir::new(site).min_depth(1).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(site).display().to_string();
                found.push(about(&codes::output_unreadable, &path).with("why", error));
                continue;
            }
        };
        let path = entry.path().strip_prefix(site).expect("a walk stays below its root");
        if entry.file_type().is_dir() || is_ours(path, Some(manifest)) {
            continue;
        }
        let shown = with_slashes(path).map_or_else(|| path.display().to_string(), |path| path.into_owned());
        report.extra.push(shown);
    }
    report.extra.sort();
}

//! Staging folders to nothing: after a build, after a fault, and after a run that died.
//!
//! Only folders with our name and our mark are touched. A staging folder that never came to the swap is ours from top to
//! bottom. One that did may hold the old site, into which somebody may have put a file at the last moment: what is not ours
//! there is carried into the new site.

use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::{self, Folder};
use super::fault::{At, Fault};
use super::manifest::{MANIFEST, Manifest};
use super::old::{is_ours, walk_fault};
use super::swap::{OLD, SWAPPING, TREE};
use super::target::Target;
use crate::diag::{Place, codes};

/// In every staging folder, before anything else and until everything else is gone.
pub(super) const MARK: &str = "yuandi-staging";

/// Finishes what dead runs on this output began and removes what they left. Needs the lock.
///
/// - Result: folders that could not be removed; they are in nobody's way.
/// - Codes: O010 two sites want the same place.
pub(super) fn heal(target: &Target) -> Result<Vec<PathBuf>, Fault> {
    let prefix = target.beside("staging-");
    let mut left = Vec::new();
    for entry in std::fs::read_dir(target.parent()).at(target.parent())? {
        let entry = entry.at(target.parent())?;
        if !entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()) {
            continue;
        }
        let staging = entry.path();
        if !staging.join(MARK).try_exists().at(&staging)? {
            // A run that died right at its beginning or end leaves it empty. With anything in it, it is not ours.
            let _ = std::fs::remove_dir(&staging);
            continue;
        }
        finish_two_steps(&staging, target.path())?;
        if clear(&staging, target.path()).is_err() {
            left.push(staging);
        }
    }
    left.sort();
    Ok(left)
}

/// Removes a staging folder, whatever state it is in, after finishing a swap that was half done.
pub(super) fn clear(staging: &Path, out: &Path) -> Result<(), Fault> {
    finish_two_steps(staging, out)?;
    let may_be_old = staging.join(SWAPPING).try_exists().at(staging)?;
    let (tree, old) = (staging.join(TREE), staging.join(OLD));
    if old.try_exists().at(&old)? {
        retire(&old, out)?;
    }
    if may_be_old && tree.try_exists().at(&tree)? {
        retire(&tree, out)?;
    }
    // The mark goes last, so that a death in between leaves a folder that the next run knows.
    for gone in [std::fs::remove_dir_all(&tree), std::fs::remove_file(staging.join(SWAPPING))] {
        gone.or_else(fine_if_missing).at(staging)?;
    }
    std::fs::remove_file(staging.join(MARK)).or_else(fine_if_missing).at(staging)?;
    std::fs::remove_dir(staging).at(staging)
}

/// Between the two renames there is no site: the new one is whole and flushed, so it goes in.
fn finish_two_steps(staging: &Path, out: &Path) -> Result<(), Fault> {
    let (tree, old) = (staging.join(TREE), staging.join(OLD));
    if !old.try_exists().at(&old)? {
        return Ok(());
    }
    let has_tree = tree.try_exists().at(&tree)?;
    if !out.try_exists().at(out)? {
        return disk::rename_new(if has_tree { &tree } else { &old }, out).at(out);
    }
    if has_tree {
        let found = codes::two_sites.at(Place::Project).with("path", out.display());
        return Err(Fault::usage(found.with("staging", staging.display())));
    }
    Ok(())
}

/// Removes a site that is no longer in its place, but nothing that is not ours.
fn retire(tree: &Path, out: &Path) -> Result<(), Fault> {
    let manifest = read_manifest(&tree.join(MANIFEST))?;
    let folder = Folder::open(tree).at(tree)?;
    for entry in WalkDir::new(tree).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| walk_fault(tree, error))?;
        let path = entry.path().strip_prefix(tree).expect("a walk stays below its root");
        if entry.file_type().is_dir() {
            folder.remove_folder(path).at(entry.path())?;
        } else if path == Path::new(MANIFEST) && manifest.is_some() {
            // Last: without it, a later run could not tell ours from foreign.
        } else if is_ours(path, manifest.as_ref()) || has_same(entry.path(), &out.join(path)).at(entry.path())? {
            folder.remove_file(path).at(entry.path())?;
        } else {
            carry_back(entry.path(), &out.join(path)).at(entry.path())?;
        }
    }
    folder.remove_file(MANIFEST.as_ref()).or_else(fine_if_missing).at(tree)?;
    std::fs::remove_dir(tree).at(tree)
}

fn read_manifest(path: &Path) -> Result<Option<Manifest>, Fault> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Manifest::read(&bytes).ok()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::machine(path, error)),
    }
}

/// Whether an adopted file has arrived in the new site: as a second name, or as a copy.
fn has_same(old: &Path, new: &Path) -> io::Result<bool> {
    let was = old.symlink_metadata()?;
    let is = match new.symlink_metadata() {
        Ok(is) => is,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(false),
        Err(error) => return Err(error),
    };
    Ok(disk::is_one_file(&was, &is) || has_same_content((old, &was), (new, &is))?)
}

fn has_same_content((old, was): (&Path, &Metadata), (new, is): (&Path, &Metadata)) -> io::Result<bool> {
    if was.is_symlink() && is.is_symlink() {
        return Ok(std::fs::read_link(old)? == std::fs::read_link(new)?);
    }
    let may_be = was.is_file() && is.is_file() && was.len() == is.len();
    Ok(may_be && std::fs::read(old)? == std::fs::read(new)?)
}

fn carry_back(from: &Path, to: &Path) -> io::Result<()> {
    let folder: PathBuf = to.parent().map(Path::to_path_buf).unwrap_or_default();
    std::fs::create_dir_all(folder)?;
    disk::rename_new(from, to)
}

fn fine_if_missing(error: io::Error) -> io::Result<()> {
    if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

//! The site that stands in the output folder now: what of it is ours, what is foreign, what is unchanged.
//!
//! Ours is what its manifest lists, whatever somebody has done to the content. Empty folders belong to nobody and are not kept.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::Folder;
use super::fault::{At, Fault};
use super::manifest::{Digest, MANIFEST, Manifest, ManifestFile};
use crate::diag::{Place, codes};

/// What to do about files in the output folder that yuandi did not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Write nothing.
    Refuse,
    /// Take them along into the new site, unlisted.
    Adopt,
}

/// The site as it stands.
#[derive(Debug)]
pub(super) struct OldSite {
    pub(super) folder: Folder,
    manifest: Option<Manifest>,
    manifest_bytes: Vec<u8>,
    /// Files that are not ours, sorted.
    pub(super) foreign: Vec<PathBuf>,
}

impl OldSite {
    /// Looks at the folder; `None` if there is none yet.
    pub(super) fn look(out: &Path) -> Result<Option<Self>, Fault> {
        let folder = match Folder::open(out) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.at(out)?,
        };
        let manifest_bytes = read_if_there(&folder, Path::new(MANIFEST)).at(&out.join(MANIFEST))?;
        let manifest = Manifest::read(&manifest_bytes).ok();
        let foreign = list_foreign(out, manifest.as_ref())?;
        Ok(Some(Self { folder, manifest, manifest_bytes, foreign }))
    }

    /// Refuses foreign files where they are not wanted.
    ///
    /// - Codes: O007.
    pub(super) fn judge_foreign(&self, out: &Path, foreign: Foreign) -> Result<(), Fault> {
        match self.foreign.first() {
            Some(first) if foreign == Foreign::Refuse => {
                let found = codes::foreign_files.at(Place::Project).with("path", out.display());
                Err(Fault::usage(found.with("file", first.display()).with("count", self.foreign.len())))
            }
            _ => Ok(()),
        }
    }

    /// Whether the site has a file at `path` with these bytes. The manifest only saves reading: the bytes decide, because
    /// somebody may have edited the file. What cannot be read counts as different and is written anew.
    pub(super) fn has(&self, path: &str, bytes: &[u8], sha256: Digest) -> bool {
        let is_listed = self.listed(path).is_some_and(|file| file.sha256 == sha256);
        is_listed && self.holds(path, bytes).unwrap_or(false)
    }

    /// A file of ours, if it was written with this size, open to compare its bytes.
    pub(super) fn open_same_size(&self, path: &str, size: u64) -> Option<File> {
        let file = self.listed(path).filter(|file| file.size == size)?;
        self.folder.read(file.path.as_ref()).ok()
    }

    fn listed(&self, path: &str) -> Option<&ManifestFile> {
        self.manifest.as_ref().and_then(|manifest| manifest.find(path))
    }

    fn holds(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let file = self.folder.read(path.as_ref())?;
        // One more than expected, so that a longer file shows.
        let mut held = Vec::with_capacity(bytes.len() + 1);
        file.take(bytes.len() as u64 + 1).read_to_end(&mut held)?;
        Ok(held == bytes)
    }

    /// Whether the manifest of this site has exactly these bytes.
    pub(super) fn has_manifest(&self, bytes: &[u8]) -> bool {
        self.manifest.is_some() && self.manifest_bytes == bytes
    }
}

/// The bytes of a file, none if it is missing or not a plain file. Trouble of the disk must not look like a missing
/// manifest: all files would seem foreign.
fn read_if_there(folder: &Folder, path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match folder.read(path).and_then(|mut file| file.read_to_end(&mut bytes)) {
        Ok(_) => Ok(bytes),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => Ok(Vec::new()),
        Err(_) if folder.at(path).is_symlink() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn list_foreign(out: &Path, manifest: Option<&Manifest>) -> Result<Vec<PathBuf>, Fault> {
    let mut foreign = Vec::new();
    for entry in WalkDir::new(out).min_depth(1) {
        let entry = entry.map_err(|error| walk_fault(out, error))?;
        let path = entry.path().strip_prefix(out).expect("a walk stays below its root");
        if !entry.file_type().is_dir() && !is_ours(path, manifest) {
            foreign.push(path.to_path_buf());
        }
    }
    foreign.sort();
    Ok(foreign)
}

/// Whether a site with this manifest has a file at `path`.
pub(super) fn is_ours(path: &Path, manifest: Option<&Manifest>) -> bool {
    let Some(manifest) = manifest else { return false };
    let path = with_slashes(path);
    path.as_deref().is_some_and(|path| path == MANIFEST || manifest.find(path).is_some())
}

/// A path as manifests write it; `None` for names that no manifest has.
pub(super) fn with_slashes(path: &Path) -> Option<std::borrow::Cow<'_, str>> {
    let path = path.to_str()?;
    Some(if std::path::MAIN_SEPARATOR == '/' { path.into() } else { path.replace(std::path::MAIN_SEPARATOR, "/").into() })
}

/// Trouble on a walk, with the path where it happened.
pub(super) fn walk_fault(root: &Path, error: walkdir::Error) -> Fault {
    let path = error.path().unwrap_or(root).to_path_buf();
    Fault::machine(&path, error.into())
}

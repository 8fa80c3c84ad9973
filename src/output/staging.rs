//! Artifacts to a new tree beside the output, then that tree to its place.
//!
//! A file that the old site has with the same bytes is not written: it is remembered, and gets a second name in the new tree
//! only if anything differs at all. A build that changes nothing therefore only reads.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, RwLock};

use sha2::{Digest as _, Sha256};

use super::copy;
use super::disk::{self, Folder};
use super::fault::{At, Fault};
use super::hidden::Hidden;
use super::interrupt::Interrupt;
use super::leftover;
use super::lock::Lock;
use super::manifest::{Digest, MANIFEST, Manifest, ManifestFile, ManifestParts, is_inside};
use super::old::{Foreign, OldSite};
use super::sink::{CopiedFile, KnownFile, Sink};
use super::swap::{self, Swap, TREE};
use super::target::Target;
use crate::diag::{Diagnostic, Place, codes};
use crate::plan::{Artifact, OutPath};

/// Writes a new site beside the old one. Dropped before `finish`, it leaves the old site as it was and nothing else.
#[derive(Debug)]
pub struct StagingSink {
    // In this order: the tree is cleared before the lock is given back.
    staging: Hidden,
    tree: Folder,
    old: Option<OldSite>,
    folders: RwLock<BTreeSet<OsString>>,
    done: Mutex<Vec<DoneFile>>,
    interrupt: Interrupt,
    way: Swap,
    left: Vec<PathBuf>,
    _lock: Lock,
}

/// What a build did to the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// What became of the old site.
    pub change: Change,
    /// Files of the site, the manifest among them.
    pub n_files: usize,
    /// Their bytes.
    pub n_bytes: u64,
    /// How many of them were written; the others the old site had already.
    pub n_written: usize,
    /// Staging folders that could not be removed. They are hidden, and later runs try again.
    pub left: Vec<PathBuf>,
}

impl Finished {
    /// What is worth a word although the site stands.
    ///
    /// - Codes: O106 something of the old site is left.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let warn = |path: &PathBuf| codes::old_site_left.at(Place::Project).with("path", path.display());
        self.left.iter().map(warn).collect()
    }
}

/// What became of the old site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// There was none.
    First,
    /// It is the new one, byte for byte, and was not touched.
    Unchanged,
    /// The new one took its place.
    Replaced,
}

#[derive(Debug)]
struct DoneFile {
    path: OutPath,
    size: u64,
    sha256: Digest,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Written,
    InOldSite,
}

impl StagingSink {
    /// Takes the lock, clears what dead runs left, looks at the old site and begins a new tree.
    ///
    /// - Codes: O007 foreign files, O009 locked, O010 two sites want the same place.
    pub fn open(target: &Target, foreign: Foreign, interrupt: Interrupt) -> Result<Self, Fault> {
        std::fs::create_dir_all(target.parent()).at(target.parent())?;
        let lock = Lock::take(target)?;
        let left = leftover::heal(target)?;
        let old = OldSite::look(target.path())?;
        if let Some(old) = &old {
            old.judge_foreign(target.path(), foreign)?;
        }
        let staging = Hidden::make(target)?;
        let tree = Folder::open(&staging.path().join(TREE)).at(staging.path())?;
        let (folders, done) = (RwLock::default(), Mutex::default());
        let sink = Self { staging, tree, old, folders, done, interrupt, way: Swap::Exchange, left, _lock: lock };
        sink.adopt()?;
        Ok(sink)
    }

    /// Changes how the folders change places. For tests of what happens on other systems.
    #[doc(hidden)]
    #[must_use]
    pub fn swapping(mut self, way: Swap) -> Self {
        self.way = way;
        self
    }

    /// Makes sure that there is room for `n_bytes`, twice: the site must also fit when nothing can be shared with the old one,
    /// and a disk filled to the brim is of no use to the others on it.
    pub fn reserve(&self, n_bytes: u64) -> Result<(), Fault> {
        let free = self.tree.free_bytes().at(self.staging.path())?;
        if free / 2 >= n_bytes { Ok(()) } else { Err(Fault::machine(self.staging.out(), ErrorKind::StorageFull.into())) }
    }

    /// Completes the new site and puts it in the place of the old one, unless nothing differs.
    pub fn finish(mut self, parts: ManifestParts) -> Result<Finished, Fault> {
        let done = std::mem::take(self.done.get_mut().expect("no thread panics while it holds the list"));
        let n_written = done.iter().filter(|file| file.origin == Origin::Written).count();
        let manifest = Manifest::new(parts, done.iter().map(DoneFile::listed).collect()).to_bytes();
        let n_bytes = done.iter().map(|file| file.size).sum::<u64>() + manifest.len() as u64;
        let mut finished =
            Finished { change: Change::Unchanged, n_files: done.len() + 1, n_bytes, n_written, left: self.left.clone() };
        if n_written == 0 && self.old.as_ref().is_some_and(|old| old.has_manifest(&manifest)) {
            return Ok(finished);
        }
        self.share(done)?;
        self.write(Path::new(MANIFEST), &manifest)?;
        self.interrupt.check()?;
        self.tree.flush().at(self.staging.path())?;
        swap::swap(&self.staging.places(), self.way)?;
        finished.change = if self.old.is_some() { Change::Replaced } else { Change::First };
        finished.n_written += 1;
        // The new site stands, so trouble with the rest of the old one is only worth a word.
        if self.staging.clear().is_err() {
            finished.left.push(self.staging.path().to_path_buf());
        }
        Ok(finished)
    }

    /// Takes foreign files along.
    ///
    /// - Codes: O011 if one is on a disk of its own, of which the exchange would take away the place.
    fn adopt(&self) -> Result<(), Fault> {
        let Some(old) = &self.old else { return Ok(()) };
        for path in &old.foreign {
            self.interrupt.check()?;
            self.make_folders(path)?;
            match self.tree.link_from(&old.folder, path) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                    let found = codes::disk_inside_output.at(Place::Project);
                    return Err(Fault::usage(found.with("file", path.display())));
                }
                Err(error) if can_copy_instead(&error) => copy_any(&old.folder.at(path), &self.tree.at(path)).at(path)?,
                Err(error) => return Err(Fault::machine(&old.folder.at(path), error)),
            }
        }
        Ok(())
    }

    /// Gives the files that the old site has already a second name in the new tree.
    fn share(&self, mut done: Vec<DoneFile>) -> Result<(), Fault> {
        done.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        for file in done.iter().filter(|file| file.origin == Origin::InOldSite) {
            self.interrupt.check()?;
            let old = self.old.as_ref().expect("only an old site can have a file already");
            let path = Path::new(file.path.as_str());
            self.make_folders(path)?;
            match self.tree.link_from(&old.folder, path) {
                Ok(()) => {}
                Err(error) if can_copy_instead(&error) => self.copy_old(old, path)?,
                Err(error) => return Err(self.blame(path, error)),
            }
        }
        Ok(())
    }

    fn copy_old(&self, old: &OldSite, path: &Path) -> Result<(), Fault> {
        let mut from = old.folder.read(path).at(&old.folder.at(path))?;
        let mut to = self.create(path)?;
        io::copy(&mut from, &mut to).map(drop).at(&self.tree.at(path))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        self.create(path)?.write_all(bytes).at(&self.tree.at(path))
    }

    fn create(&self, path: &Path) -> Result<File, Fault> {
        self.make_folders(path)?;
        self.tree.create(path).map_err(|error| self.blame(path, error))
    }

    /// Makes the folders above `path` that are not there yet.
    fn make_folders(&self, path: &Path) -> Result<(), Fault> {
        let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
        let known = folder.as_os_str();
        if self.folders.read().expect("no thread panics while it makes a folder").contains(known) {
            return Ok(());
        }
        self.make_folders(folder)?;
        // Made under the lock: a folder that exists but was not made here is a link or a file, and must not be followed.
        let mut folders = self.folders.write().expect("no thread panics while it makes a folder");
        if folders.contains(known) {
            return Ok(());
        }
        self.tree.make_folder(folder).map_err(|error| self.blame(path, error))?;
        folders.insert(known.into());
        Ok(())
    }

    /// A name that is taken in a tree that only we write is taken by an adopted file.
    fn blame(&self, path: &Path, error: io::Error) -> Fault {
        let foreign = self.old.as_ref().map_or(&[][..], |old| &old.foreign);
        let is_taken = matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory);
        let taken = foreign.iter().find(|taken| is_taken && (taken.starts_with(path) || path.starts_with(taken)));
        match taken {
            Some(taken) => in_the_way(taken),
            None => Fault::machine(&self.tree.at(path), error),
        }
    }

    fn record(&self, path: OutPath, size: u64, sha256: Digest, origin: Origin) {
        let mut done = self.done.lock().expect("no thread panics while it holds the list");
        done.push(DoneFile { path, size, sha256, origin });
    }
}

impl Sink for StagingSink {
    fn put(&self, artifact: Artifact) -> Result<(), Fault> {
        self.interrupt.check()?;
        let Artifact { path, bytes } = artifact;
        assert_planned(&path);
        let sha256 = Digest(Sha256::digest(&bytes).into());
        let origin = match &self.old {
            Some(old) if old.has(path.as_str(), &bytes, sha256) => Origin::InOldSite,
            _ => {
                self.write(Path::new(path.as_str()), &bytes)?;
                Origin::Written
            }
        };
        self.record(path, bytes.len() as u64, sha256, origin);
        Ok(())
    }

    fn put_file(&self, file: CopiedFile) -> Result<(), Fault> {
        assert_planned(&file.path);
        let path = Path::new(file.path.as_str());
        // Compared first, even if that reads the source twice: most large files stay the same for years.
        let same = match self.old.as_ref().and_then(|old| old.open_same_size(file.path.as_str(), file.size)) {
            Some(old) => copy::digest_if_same(&file, old, &self.interrupt)?,
            None => None,
        };
        let (sha256, origin) = match same {
            Some(sha256) => (sha256, Origin::InOldSite),
            None => (copy::copy(&file, self.create(path)?, &self.tree.at(path), &self.interrupt)?, Origin::Written),
        };
        self.record(file.path, file.size, sha256, origin);
        Ok(())
    }

    fn keep(&self, file: &KnownFile) -> Result<bool, Fault> {
        self.interrupt.check()?;
        assert_planned(&file.path);
        // The file is read to its end: its name and its place in the manifest prove nothing.
        let old = self.old.as_ref().and_then(|old| old.open_same_size(file.path.as_str(), file.size));
        let Some(sha256) = old.and_then(|old| copy::digest_if_known(old, &file.hash)) else { return Ok(false) };
        self.record(file.path.clone(), file.size, sha256, Origin::InOldSite);
        Ok(true)
    }
}

impl DoneFile {
    fn listed(&self) -> ManifestFile {
        ManifestFile { path: self.path.as_str().to_owned(), size: self.size, sha256: self.sha256 }
    }
}

/// Only `plan` makes paths, but a path that led out of the site would be too bad to trust anybody.
fn assert_planned(path: &OutPath) {
    let path = path.as_str();
    assert!(is_inside(path) && path != MANIFEST, "plan gives only paths inside the site, and not the manifest's: `{path}`");
}

/// Whether a second name was refused where a copy may do: file systems without such names, too many names, files of others.
fn can_copy_instead(error: &io::Error) -> bool {
    use ErrorKind::{CrossesDevices, PermissionDenied, TooManyLinks, Unsupported};
    matches!(error.kind(), CrossesDevices | PermissionDenied | TooManyLinks | Unsupported) || disk::cannot_exchange(error)
}

fn copy_any(from: &Path, to: &Path) -> io::Result<()> {
    let kind = from.symlink_metadata()?.file_type();
    if kind.is_symlink() {
        return disk::copy_link(from, to);
    }
    if kind.is_file() { std::fs::copy(from, to).map(drop) } else { Err(ErrorKind::Unsupported.into()) }
}

fn in_the_way(path: &Path) -> Fault {
    Fault::usage(codes::foreign_in_the_way.at(Place::Project).with("file", path.display()))
}

//! The hidden folder beside the output in which a site is made, and which removes itself.
//!
//! It holds our mark, the tree that will be the site, and for a moment the signs of the swap. The mark is not in the tree, so
//! that it never becomes part of a site.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::fault::{At, Fault};
use super::leftover;
use super::swap::{Places, TREE};
use super::target::Target;

/// A staging folder. Dropped, it is removed, with whatever is in it.
#[derive(Debug)]
pub(super) struct Hidden {
    path: PathBuf,
    out: PathBuf,
}

impl Hidden {
    /// Makes one for an output.
    pub(super) fn make(target: &Target) -> Result<Self, Fault> {
        let path = make_unique(target).at(target.parent())?;
        let hidden = Self { path, out: target.path().to_path_buf() };
        File::create_new(hidden.path.join(leftover::MARK)).at(&hidden.path)?;
        std::fs::create_dir(hidden.path.join(TREE)).at(&hidden.path)?;
        Ok(hidden)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The output it belongs to.
    pub(super) fn out(&self) -> &Path {
        &self.out
    }

    /// The folders that a swap works with.
    pub(super) fn places(&self) -> Places<'_> {
        let parent = self.out.parent().expect("a target has a parent");
        Places { staging: &self.path, out: &self.out, parent }
    }

    /// Removes it now, to see whether that works.
    pub(super) fn clear(&self) -> Result<(), Fault> {
        if self.path.try_exists().at(&self.path)? { leftover::clear(&self.path, &self.out) } else { Ok(()) }
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // What cannot be removed now, the next run removes.
        let _ = self.clear();
    }
}

/// In a container every process may have the same number, and a folder that could not be removed may have it already.
fn make_unique(target: &Target) -> io::Result<PathBuf> {
    let process = std::process::id();
    let mut number = 0;
    loop {
        let path = target.parent().join(target.beside(&format!("staging-{process}-{number}")));
        match std::fs::create_dir(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 100 => number += 1,
            made => return made.map(|()| path),
        }
    }
}

//! A finished tree to the place of the old one, in one step, safe against a loss of power.
//!
//! Linux and macOS exchange two folders at once. Where the system or the file system cannot, two renames follow each other,
//! old site out, new site in. Their names are their own journal: a folder `old` in the staging folder says that the second
//! rename may be missing, and the next run catches up (`leftover`).

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, Folder};
use super::fault::{At, Fault};

/// How the folders change places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// In one step, where possible.
    Exchange,
    /// In two, as on systems that cannot exchange.
    TwoSteps,
}

/// In the staging folder: the new site, and after an exchange the old one.
pub(super) const TREE: &str = "tree";
/// In the staging folder: the old site, between and after two steps.
pub(super) const OLD: &str = "old";
/// In the staging folder: says that `tree` is whole and may already be the old site, so that foreign files in it are looked for.
pub(super) const SWAPPING: &str = "swapping";

/// The folders of one swap.
pub(super) struct Places<'a> {
    /// The staging folder.
    pub(super) staging: &'a Path,
    /// Where the site stands.
    pub(super) out: &'a Path,
    /// The folder of `out` and of the staging folder.
    pub(super) parent: &'a Path,
}

/// Puts the flushed tree of the staging folder in the place of the site. On a fault the old site stands again.
pub(super) fn swap(places: &Places<'_>, way: Swap) -> Result<(), Fault> {
    let folder = Folder::open(places.staging).at(places.staging)?;
    folder.create(SWAPPING.as_ref()).at(places.staging)?;
    folder.sync().at(places.staging)?;
    let parent = Folder::open(places.parent).at(places.parent)?;
    let tree = places.staging.join(TREE);
    let done = change_places(places, &tree, way).at(places.out)?;
    // Only now would a loss of power keep the exchange. If it cannot be kept, it is taken back, for what the disk holds after
    // a failed flush is unknown, and asking again would be answered with a lie.
    if let Err(error) = parent.sync().and_then(|()| folder.sync()) {
        done.undo();
        return Err(Fault::machine(places.parent, error));
    }
    Ok(())
}

fn change_places(places: &Places<'_>, tree: &Path, way: Swap) -> io::Result<Done> {
    let done = Done { tree: tree.to_path_buf(), out: places.out.to_path_buf(), old: places.staging.join(OLD), way: Way::First };
    if !places.out.try_exists()? {
        disk::rename_new(tree, places.out)?;
        return Ok(done);
    }
    let tried = match way {
        Swap::Exchange => disk::exchange(tree, places.out),
        Swap::TwoSteps => Err(io::ErrorKind::Unsupported.into()),
    };
    match tried {
        Ok(()) => Ok(Done { way: Way::Exchanged, ..done }),
        Err(error) if disk::cannot_exchange(&error) => two_steps(done),
        Err(error) => Err(error),
    }
}

fn two_steps(done: Done) -> io::Result<Done> {
    std::fs::rename(&done.out, &done.old)?;
    if let Err(error) = disk::rename_new(&done.tree, &done.out) {
        // If this fails too, the next run finds both sites whole and finishes.
        let _ = std::fs::rename(&done.old, &done.out);
        return Err(error);
    }
    Ok(Done { way: Way::TwoSteps, ..done })
}

/// A swap that happened.
struct Done {
    tree: PathBuf,
    out: PathBuf,
    old: PathBuf,
    way: Way,
}

enum Way {
    First,
    Exchanged,
    TwoSteps,
}

impl Done {
    /// Takes the swap back as well as it goes; whatever is left, both sites are whole.
    fn undo(self) {
        match self.way {
            Way::First => drop(std::fs::rename(&self.out, &self.tree)),
            Way::Exchanged => drop(disk::exchange(&self.tree, &self.out)),
            Way::TwoSteps => {
                if std::fs::rename(&self.out, &self.tree).is_ok() {
                    let _ = std::fs::rename(&self.old, &self.out);
                }
            }
        }
    }
}

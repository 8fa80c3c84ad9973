//! Every other system, Windows above all: full paths and what the standard library has.
#![cfg_attr(unix, expect(dead_code, reason = "compiled on Unix only to be tested there"))]

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A folder to work in; paths are from there.
#[derive(Debug)]
pub(in crate::output) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Opens a folder.
    pub(in crate::output) fn open(path: &Path) -> io::Result<Self> {
        if path.metadata()?.is_dir() { Ok(Self { path: path.to_path_buf() }) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Full path of a file in the folder.
    pub(in crate::output) fn at(&self, path: &Path) -> PathBuf {
        self.path.join(path)
    }

    /// Makes a new file to write.
    pub(in crate::output) fn create(&self, path: &Path) -> io::Result<File> {
        File::create_new(self.at(path))
    }

    /// Opens a file to read it, but not what a link in its place leads to.
    pub(in crate::output) fn read(&self, path: &Path) -> io::Result<File> {
        let path = self.at(path);
        if path.symlink_metadata()?.is_file() { File::open(path) } else { Err(io::ErrorKind::Unsupported.into()) }
    }

    /// Opens a file to lock it, made if it is missing.
    pub(in crate::output) fn lockable(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(self.at(path))
    }

    /// Makes a folder.
    pub(in crate::output) fn make_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir(self.at(path))
    }

    /// Gives a file of another folder a second name here.
    pub(in crate::output) fn link_from(&self, other: &Self, path: &Path) -> io::Result<()> {
        std::fs::hard_link(other.at(path), self.at(path))
    }

    /// Removes a file.
    pub(in crate::output) fn remove_file(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(self.at(path))
    }

    /// Removes an empty folder.
    pub(in crate::output) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_dir(self.at(path))
    }

    /// Folders cannot be flushed here; the system keeps the order of renames by itself.
    pub(in crate::output) fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    /// Makes everything below this folder survive a loss of power, file by file: there is no flush of all at once.
    pub(in crate::output) fn flush(&self) -> io::Result<()> {
        for entry in walkdir::WalkDir::new(&self.path) {
            let entry = entry?;
            if entry.file_type().is_file() {
                OpenOptions::new().write(true).open(entry.path())?.sync_all()?;
            }
        }
        Ok(())
    }

    /// Unknown without more of the system's own functions, so the check before writing always passes here.
    pub(in crate::output) fn free_bytes(&self) -> io::Result<u64> {
        Ok(u64::MAX)
    }
}

/// Exchanges two folders, which this system cannot do in one step.
pub(in crate::output) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether an exchange failed only because the system cannot do it.
pub(in crate::output) fn cannot_exchange(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
}

/// Renames, unless the new name is taken.
pub(in crate::output) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match to.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::fs::rename(from, to),
        Err(error) => Err(error),
    }
}

/// Whether a folder is where another disk begins: here, only the root of a drive.
pub(in crate::output) fn is_mount_point(path: &Path) -> io::Result<bool> {
    Ok(path.parent().is_none())
}

/// Whether an open file still has this name: yes, for a lock file is never removed here.
pub(in crate::output) fn still_named(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Whether two names stand for the very same file: unknown here, so their bytes are compared.
pub(in crate::output) fn is_one_file(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Whether nothing more can be opened at the moment.
pub(in crate::output) fn is_out_of_handles(_: &io::Error) -> bool {
    false
}

/// Links need rights here that few users have, so they are not copied.
pub(in crate::output) fn copy_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Name of the user as whom we run.
pub(in crate::output) fn user() -> String {
    std::env::var("USERNAME").unwrap_or_else(|_| "?".to_owned())
}

/// Name of this machine.
pub(in crate::output) fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_else(|_| "?".to_owned())
}

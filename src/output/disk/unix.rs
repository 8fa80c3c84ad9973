//! Linux, macOS and their like.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Mode, OFlags, RenameFlags};

/// A folder to work in; paths are from there.
#[derive(Debug)]
pub(in crate::output) struct Folder {
    fd: OwnedFd,
    path: PathBuf,
}

impl Folder {
    /// Opens a folder. The file system remembers from now on what it could not write: `flush` tells.
    pub(in crate::output) fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self { fd: rustix::fs::open(path, flags, Mode::empty())?, path: path.to_path_buf() })
    }

    /// Full path of a file in the folder.
    pub(in crate::output) fn at(&self, path: &Path) -> PathBuf {
        self.path.join(path)
    }

    /// Makes a new file to write.
    pub(in crate::output) fn create(&self, path: &Path) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.fd, path, flags, Mode::from_raw_mode(0o666))?.into())
    }

    /// Opens a file to read it, but not what a link in its place leads to, and without waiting for the other end of a pipe.
    pub(in crate::output) fn read(&self, path: &Path) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.fd, path, flags, Mode::empty())?.into())
    }

    /// Opens a file to lock it, made if it is missing.
    pub(in crate::output) fn lockable(&self, path: &Path) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.fd, path, flags, Mode::from_raw_mode(0o666))?.into())
    }

    /// Makes a folder.
    pub(in crate::output) fn make_folder(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.fd, path, Mode::from_raw_mode(0o777))?)
    }

    /// Gives a file of another folder (not what it links to) a second name here.
    pub(in crate::output) fn link_from(&self, other: &Self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::linkat(&other.fd, path, &self.fd, path, AtFlags::empty())?)
    }

    /// Removes a file.
    pub(in crate::output) fn remove_file(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.fd, path, AtFlags::empty())?)
    }

    /// Removes an empty folder.
    pub(in crate::output) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.fd, path, AtFlags::REMOVEDIR)?)
    }

    /// Makes the names in this folder survive a loss of power.
    pub(in crate::output) fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(&self.fd)?)
    }

    /// Makes everything below this folder survive a loss of power. Linux flushes the whole file system at once, which costs
    /// one wait instead of one per file. Since 5.8 it also tells what could not be written since this folder was opened.
    #[cfg(target_os = "linux")]
    pub(in crate::output) fn flush(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.fd)?)
    }

    /// Makes everything below this folder survive a loss of power.
    #[cfg(not(target_os = "linux"))]
    pub(in crate::output) fn flush(&self) -> io::Result<()> {
        for entry in walkdir::WalkDir::new(&self.path) {
            let entry = entry?;
            if !entry.path_is_symlink() {
                File::open(entry.path())?.sync_all()?;
            }
        }
        Ok(())
    }

    /// Bytes that we may still write here.
    pub(in crate::output) fn free_bytes(&self) -> io::Result<u64> {
        let space = rustix::fs::fstatvfs(&self.fd)?;
        Ok(space.f_bavail.saturating_mul(space.f_frsize))
    }
}

/// Exchanges two folders in one step that nothing can see half done.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(in crate::output) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    rename_with(one, other, RenameFlags::EXCHANGE)
}

/// Exchanges two folders, which this system cannot do in one step.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(in crate::output) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether an exchange failed only because the system or this file system cannot do it.
pub(in crate::output) fn cannot_exchange(error: &io::Error) -> bool {
    let code = error.raw_os_error().map(rustix::io::Errno::from_raw_os_error);
    error.kind() == io::ErrorKind::Unsupported
        || matches!(code, Some(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP))
}

/// Renames, unless the new name is taken.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(in crate::output) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match rename_with(from, to, RenameFlags::NOREPLACE) {
        Err(error) if cannot_exchange(&error) => rename_if_free(from, to),
        done => done,
    }
}

/// Renames, unless the new name is taken.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(in crate::output) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    rename_if_free(from, to)
}

fn rename_if_free(from: &Path, to: &Path) -> io::Result<()> {
    match to.symlink_metadata() {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => std::fs::rename(from, to),
        Err(error) => Err(error),
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn rename_with(from: &Path, to: &Path, flags: RenameFlags) -> io::Result<()> {
    Ok(rustix::fs::renameat_with(rustix::fs::CWD, from, rustix::fs::CWD, to, flags)?)
}

/// Whether a folder is where another file system begins.
pub(in crate::output) fn is_mount_point(path: &Path) -> io::Result<bool> {
    #[cfg(target_os = "linux")]
    if let Some(is_mount) = says_mount_root(path) {
        return Ok(is_mount);
    }
    let Some(parent) = path.parent() else { return Ok(true) };
    Ok(path.metadata()?.dev() != parent.metadata()?.dev())
}

/// Sees also a folder of the same disk that is mounted a second time; `None` before Linux 5.8.
#[cfg(target_os = "linux")]
fn says_mount_root(path: &Path) -> Option<bool> {
    use rustix::fs::{StatxAttributes, StatxFlags};
    let stat = rustix::fs::statx(rustix::fs::CWD, path, AtFlags::empty(), StatxFlags::empty()).ok()?;
    let knows = stat.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT);
    knows.then(|| stat.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Whether an open file still has this name: a lock on a file that was removed in the meantime locks nothing.
pub(in crate::output) fn still_named(file: &File, path: &Path) -> io::Result<bool> {
    let open = file.metadata()?;
    match path.symlink_metadata() {
        Ok(named) => Ok((open.dev(), open.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether two names stand for the very same file.
pub(in crate::output) fn is_one_file(one: &std::fs::Metadata, other: &std::fs::Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether nothing more can be opened at the moment.
pub(in crate::output) fn is_out_of_handles(error: &io::Error) -> bool {
    let code = error.raw_os_error().map(rustix::io::Errno::from_raw_os_error);
    matches!(code, Some(rustix::io::Errno::MFILE | rustix::io::Errno::NFILE))
}

/// Makes a link that says the same as another one.
pub(in crate::output) fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(std::fs::read_link(from)?, to)
}

/// Name of the user as whom we run, or the number if it has no name. Not `$USER`, which stays the same under `sudo`.
pub(in crate::output) fn user() -> String {
    let number = rustix::process::geteuid().as_raw().to_string();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let is_us = |line: &&str| line.split(':').nth(2) == Some(number.as_str());
    let name = users.lines().find(is_us).and_then(|line| line.split(':').next());
    name.map_or_else(|| number.clone(), str::to_owned)
}

/// Name of this machine.
pub(in crate::output) fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

//! What the user named as output to a folder that is safe to replace, judged before anything is touched.
//!
//! A link to a folder stands for that folder: the site is written where the link leads, and the link stays. Whether the
//! folder holds files of others is seen later, under the lock (`old`).

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::disk;
use super::fault::{At, Fault};
use crate::diag::{Code, Place, codes};

/// Where the author's own files are; an output there would replace them.
const SOURCES: [&str; 3] = ["content", "data", "themes"];

/// A folder in which a site may be put. It need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    out: PathBuf,
    parent: PathBuf,
    name: OsString,
}

impl Target {
    /// Judges the folder `out` as the output of the site in `root`. Relative paths are from the working folder.
    ///
    /// - Codes: O001 holds the site or is it, O002 inside the sources, O003 `/` or home, O004 git, O005 mount point,
    ///   O006 not a folder.
    pub fn judge(root: &Path, out: &Path) -> Result<Self, Fault> {
        let given = std::path::absolute(out).at(out)?;
        let refuse = |code: &'static Code| Fault::usage(code.at(Place::Project).with("path", given.display()));
        let out = match resolve(&given) {
            Err(error) if matches!(error.kind(), ErrorKind::NotADirectory | ErrorKind::InvalidInput) => {
                return Err(refuse(&codes::output_not_a_folder));
            }
            resolved => resolved.at(&given)?,
        };
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refuse(&codes::output_is_home));
        };
        let (parent, name) = (parent.to_path_buf(), name.to_os_string());
        if let Some(code) = judge_place(root, &out).at(&out)? {
            return Err(refuse(code));
        }
        Ok(Self { out, parent, name })
    }

    /// The folder of the site, absolute and without links.
    pub fn path(&self) -> &Path {
        &self.out
    }

    /// The folder it is in, where staging and lock are.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// A hidden name beside the output for something of ours: `.public.yuandi-lock`.
    pub(super) fn beside(&self, what: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".yuandi-");
        name.push(what);
        name
    }
}

fn judge_place(root: &Path, out: &Path) -> io::Result<Option<&'static Code>> {
    if is_home(out) {
        return Ok(Some(&codes::output_is_home));
    }
    let root = resolve(&std::path::absolute(root)?)?;
    if root.starts_with(out) {
        return Ok(Some(&codes::output_holds_site));
    }
    for part in SOURCES {
        let part = resolve(&root.join(part))?;
        if out.starts_with(&part) || part.starts_with(out) {
            return Ok(Some(&codes::output_in_sources));
        }
    }
    if out.components().any(|part| part.as_os_str() == ".git") || exists(&out.join(".git"))? {
        return Ok(Some(&codes::output_is_git));
    }
    judge_kind(out)
}

fn judge_kind(out: &Path) -> io::Result<Option<&'static Code>> {
    match out.metadata() {
        Ok(found) if !found.is_dir() => Ok(Some(&codes::output_not_a_folder)),
        Ok(_) if disk::is_mount_point(out)? => Ok(Some(&codes::output_is_mount)),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Home itself and the folders above it.
fn is_home(out: &Path) -> bool {
    let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
    home.is_some_and(|home| home.starts_with(out))
}

/// A path without links. Its end may be missing; `..` in the missing part and a link to nowhere are refused.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        done => return done,
    }
    let last = path.components().next_back();
    let (Some(parent), Some(Component::Normal(name))) = (path.parent(), last) else {
        return Err(ErrorKind::InvalidInput.into());
    };
    if exists(path)? {
        return Err(ErrorKind::NotADirectory.into());
    }
    Ok(resolve(parent)?.join(name))
}

fn exists(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    }
}

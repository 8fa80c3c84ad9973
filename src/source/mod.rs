//! The project folder to an immutable snapshot: every file by path, with its kind and content hash, and what "today" is.
//!
//! The only reader of the sources on disk. What a file says is not looked at here, only how it is encoded (`encoding`).

mod encoding;
mod load;
mod names;
mod walk;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, FileId, Outcome};

pub use encoding::{Decoded, decode, decode_as};
pub use load::{Loaded, load};
pub use walk::{Listed, Listing, walk};

/// What a file is for, by its place in the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// `site.toml`.
    Site,
    /// A Markdown text below `content/`.
    Note,
    /// Any other file below `content/`: pictures, attachments.
    Asset,
    /// A file below `data/`.
    Data,
    /// A file below `themes/`.
    Theme,
}

/// The content hash of a file: BLAKE3.
pub type Hash = [u8; 32];

/// One file of the snapshot.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the project's root, with `/` on every system.
    pub path: Arc<str>,
    /// What it is for.
    pub kind: FileKind,
    /// Of its bytes.
    pub hash: Hash,
    /// Length in bytes.
    pub size: u64,
    held: Held,
}

#[derive(Clone, Debug)]
enum Held {
    Memory(Arc<[u8]>),
    Disk,
}

/// The project as it was when the build began.
#[derive(Clone, Debug)]
pub struct Sources {
    root: PathBuf,
    files: Vec<SourceFile>,
    by_path: HashMap<Arc<str>, FileId>,
    as_of: Date,
}

impl Sources {
    /// Puts listed and loaded files together; `found` of the parts are kept. Order of `loaded` does not matter.
    pub fn assemble(root: &Path, loaded: Vec<Loaded>, as_of: Date) -> Outcome<Self> {
        let mut found = Vec::new();
        let mut files = Vec::with_capacity(loaded.len());
        for one in loaded {
            match one {
                Loaded::File(file) => files.push(file),
                Loaded::Failed(diagnostic) => found.push(diagnostic),
            }
        }
        Outcome::new(Self::from_files(root.to_path_buf(), files, as_of), found)
    }

    /// A snapshot of files that exist only in memory, for tests.
    pub fn from_memory<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, as_of: Date) -> Self {
        let files = files
            .into_iter()
            .filter_map(|(path, bytes)| Some(SourceFile::in_memory(path, kind_of(path)?, bytes.to_vec())))
            .collect();
        Self::from_files(PathBuf::new(), files, as_of)
    }

    fn from_files(root: PathBuf, mut files: Vec<SourceFile>, as_of: Date) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let by_path = files.iter().enumerate().map(|(idx, file)| (file.path.clone(), FileId(idx as u32))).collect();
        Self { root, files, by_path, as_of }
    }

    /// "Today" for everything that depends on it.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Says what "today" is, once the files that decide it are read.
    pub fn set_as_of(&mut self, as_of: Date) {
        self.as_of = as_of;
    }

    /// Where a file is on disk, if it was left there.
    pub fn disk_path(&self, id: FileId) -> Option<PathBuf> {
        let file = self.file(id);
        matches!(file.held, Held::Disk).then(|| self.root.join(&*file.path))
    }

    /// One digest of all files: the same sources give the same, whatever the order or place they were read in.
    pub fn digest(&self) -> Hash {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            hasher.update(&(file.path.len() as u64).to_le_bytes());
            hasher.update(file.path.as_bytes());
            hasher.update(&file.hash);
        }
        *hasher.finalize().as_bytes()
    }

    /// Folder of the project; empty for snapshots in memory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All files with their ids, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(idx, file)| (FileId(idx as u32), file))
    }

    /// The file of an id of this snapshot.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file at a path from the root, written with `/`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    /// The bytes of a file. Only files that were left on disk (pictures, attachments) can fail.
    ///
    /// A file that changed since the snapshot fails too: its hash would lie.
    pub fn bytes(&self, id: FileId) -> io::Result<Cow<'_, [u8]>> {
        let file = self.file(id);
        match &file.held {
            Held::Memory(bytes) => Ok(Cow::Borrowed(bytes)),
            Held::Disk => {
                let bytes = std::fs::read(self.root.join(&*file.path))?;
                if *blake3::hash(&bytes).as_bytes() != file.hash {
                    return Err(io::Error::other(format!("`{}` changed while it was being read", file.path)));
                }
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// The decoded text of a file, as places count in it. Empty if it cannot be read or is not text.
    pub fn text(&self, id: FileId) -> String {
        let Ok(bytes) = self.bytes(id) else { return String::new() };
        encoding::as_written(&bytes).map(|decoded| decoded.text.into_owned()).unwrap_or_default()
    }
}

impl SourceFile {
    fn in_memory(path: &str, kind: FileKind, bytes: Vec<u8>) -> Self {
        Self {
            path: path.into(),
            kind,
            hash: *blake3::hash(&bytes).as_bytes(),
            size: bytes.len() as u64,
            held: Held::Memory(bytes.into()),
        }
    }
}

/// What a path from the root is for; `None` for files that are not part of a site.
pub fn kind_of(path: &str) -> Option<FileKind> {
    let (folder, _) = path.split_once('/').unwrap_or(("", path));
    match folder {
        "" if path == "site.toml" => Some(FileKind::Site),
        // Notes for whoever opens the folder, as every code host shows them.
        "content" if path.ends_with("/README.md") => None,
        "content" if path.ends_with(".md") => Some(FileKind::Note),
        "content" => Some(FileKind::Asset),
        "data" => Some(FileKind::Data),
        "themes" => Some(FileKind::Theme),
        _ => None,
    }
}

/// Findings that name files which could not be part of the snapshot have only the project as their place.
fn unlisted(diagnostic: Diagnostic, path: &str) -> Diagnostic {
    diagnostic.with("path", path)
}

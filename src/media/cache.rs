//! Made files by the fingerprint of what they were made from, kept on disk between builds.
//!
//! The cache can only save time: an entry that is damaged, cut off, or of another version is as good as none, and a disk that
//! cannot be written is passed over. Each entry is one file `ab/cdef…` that begins with a mark and the digest of its content under
//! its own key, so an entry under a wrong name is found out too.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use image::metadata::Orientation;

use crate::read::{ImageLimits, Picture, PictureFormat};
use crate::source::Hash;

/// Begins every entry; another version of the format has another mark.
const MARK: &[u8; 16] = b"yuandi-media-1\r\n";

/// Bytes before the content: the mark and the digest.
const HEAD: usize = 16 + 32;

/// Where entries stand while they are written.
const UNFINISHED: &str = "unfinished";

/// A folder of made files, or nothing at all. May be used by many threads at once.
#[derive(Debug)]
pub struct Cache {
    /// `None` remembers nothing.
    dir: Option<PathBuf>,
    is_read_only: bool,
    used: Mutex<BTreeSet<Hash>>,
    n_written: AtomicU64,
    trouble: Mutex<Option<String>>,
}

impl Cache {
    /// A cache in the folder `dir`, which need not exist yet.
    pub fn open(dir: &Path) -> Self {
        Self { dir: Some(dir.to_path_buf()), ..Self::none() }
    }

    /// A cache that gives what it has and takes nothing, for runs that write nothing.
    pub fn read_only(dir: &Path) -> Self {
        Self { is_read_only: true, ..Self::open(dir) }
    }

    /// A cache that remembers nothing, for `--no-cache`.
    pub fn none() -> Self {
        Self { dir: None, is_read_only: false, used: Mutex::default(), n_written: AtomicU64::new(0), trouble: Mutex::default() }
    }

    /// Why entries cannot be written, with the path, if that was tried in vain.
    pub fn trouble(&self) -> Option<String> {
        self.trouble.lock().expect("no thread panics while it holds this lock").clone()
    }

    /// The content kept under `key`, if it is whole.
    pub fn get(&self, key: &Hash) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.path_of(key)?).ok()?;
        let (head, content) = bytes.split_at_checked(HEAD)?;
        if head[..16] != *MARK || head[16..] != *blake3::keyed_hash(key, content).as_bytes() {
            return None;
        }
        self.note_use(key);
        bytes.drain(..HEAD);
        Some(bytes)
    }

    /// Keeps `content` under `key`, whole or not at all.
    pub fn put(&self, key: &Hash, content: &[u8]) {
        let (Some(dir), Some(path)) = (&self.dir, self.path_of(key)) else {
            return;
        };
        self.note_use(key);
        if self.is_read_only {
            return;
        }
        // One refusal is enough: a disk that is full or may not be written stays so for this build.
        if self.trouble().is_some() {
            return;
        }
        let n_before = self.n_written.fetch_add(1, Ordering::Relaxed);
        let unfinished = dir.join(UNFINISHED).join(format!("{}-{n_before}", std::process::id()));
        if let Err(error) = write(&unfinished, &path, key, content) {
            let _ = fs::remove_file(&unfinished);
            *self.trouble.lock().expect("no thread panics while it holds this lock") =
                Some(format!("{}: {error}", path.display()));
        }
    }

    /// Makes room after a build that went well: if all entries together are larger than `max_bytes`, those which this build did not
    /// use are removed. Gives the number of entries removed.
    pub fn prune(&self, max_bytes: u64) -> usize {
        let Some(dir) = self.dir.as_ref().filter(|_| !self.is_read_only) else {
            return 0;
        };
        // What a killed build left behind. Another build that is running loses an entry at most.
        let _ = fs::remove_dir_all(dir.join(UNFINISHED));
        let entries = list(dir);
        let n_bytes: u64 = entries.iter().map(|entry| entry.n_bytes).sum();
        if n_bytes <= max_bytes {
            return 0;
        }
        let used = self.used.lock().expect("no thread panics while it holds this lock");
        let kept: BTreeSet<PathBuf> = used.iter().filter_map(|key| self.path_of(key)).collect();
        entries.iter().filter(|entry| !kept.contains(&entry.path) && fs::remove_file(&entry.path).is_ok()).count()
    }

    /// The headers that were read from a picture with this content hash.
    pub(super) fn picture(&self, source: &Hash, limits: ImageLimits) -> Option<Picture> {
        unpack(&self.get(&picture_key(source, limits))?)
    }

    pub(super) fn remember_picture(&self, source: &Hash, limits: ImageLimits, picture: &Picture) {
        self.put(&picture_key(source, limits), &pack(picture));
    }

    fn note_use(&self, key: &Hash) {
        self.used.lock().expect("no thread panics while it holds this lock").insert(*key);
    }

    fn path_of(&self, key: &Hash) -> Option<PathBuf> {
        let hex = blake3::Hash::from(*key).to_hex();
        Some(self.dir.as_ref()?.join(&hex[..2]).join(&hex[2..]))
    }
}

fn write(unfinished: &Path, path: &Path, key: &Hash, content: &[u8]) -> io::Result<()> {
    for parent in [unfinished, path].iter().filter_map(|path| path.parent()) {
        fs::create_dir_all(parent)?;
    }
    let mut bytes = Vec::with_capacity(HEAD + content.len());
    bytes.extend_from_slice(MARK);
    bytes.extend_from_slice(blake3::keyed_hash(key, content).as_bytes());
    bytes.extend_from_slice(content);
    fs::write(unfinished, bytes)?;
    fs::rename(unfinished, path)
}

/// An entry as prune sees it.
struct Entry {
    path: PathBuf,
    n_bytes: u64,
}

/// Only files whose place looks like ours are listed: a folder given by mistake loses nothing.
fn list(dir: &Path) -> Vec<Entry> {
    let is_hex = |path: &Path, n_digits: usize| {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        name.len() == n_digits && name.bytes().all(|b| b.is_ascii_hexdigit())
    };
    let mut entries = Vec::new();
    for folder in children(dir).iter().filter(|folder| is_hex(folder, 2)) {
        for path in children(folder).into_iter().filter(|path| is_hex(path, 62)) {
            if let Ok(metadata) = fs::symlink_metadata(&path) {
                entries.push(Entry { path, n_bytes: metadata.len() });
            }
        }
    }
    entries
}

fn children(dir: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Other limits may give another verdict on the same picture.
fn picture_key(source: &Hash, limits: ImageLimits) -> Hash {
    *blake3::keyed_hash(source, format!("picture 1 {} {}", limits.max_px, limits.max_decoded).as_bytes()).as_bytes()
}

fn pack(picture: &Picture) -> Vec<u8> {
    let mut bytes = vec![picture.format as u8, picture.orientation.to_exif()];
    bytes.extend([u8::from(picture.has_alpha), u8::from(picture.has_palette)]);
    for number in [picture.width, picture.height, picture.bytes_per_pixel] {
        bytes.extend(number.to_be_bytes());
    }
    bytes
}

fn unpack(bytes: &[u8]) -> Option<Picture> {
    let formats = [PictureFormat::Jpeg, PictureFormat::Png, PictureFormat::Gif, PictureFormat::Webp];
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some(Picture {
        format: *formats.get(usize::from(*bytes.first()?))?,
        orientation: Orientation::from_exif(*bytes.get(1)?)?,
        has_alpha: *bytes.get(2)? == 1,
        has_palette: *bytes.get(3)? == 1,
        width: number(4)?,
        height: number(8)?,
        bytes_per_pixel: number(12)?,
    })
}

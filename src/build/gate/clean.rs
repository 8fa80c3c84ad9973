//! Digests of files that were read and found clean, kept between builds: an unchanged file is not read again.

use std::sync::Mutex;

use hashbrown::HashSet;

use crate::build::Memo;
use crate::plan::PageNaming;
use crate::source::Hash;

/// In bytes: half a digest tells a hundred thousand files apart many times over.
const N_KEY_BYTES: usize = 16;

/// What stands for a file and who may be named in it.
pub(super) type Key = [u8; N_KEY_BYTES];

/// Files that are known to be clean.
pub(super) struct Clean<'m> {
    memo: &'m Memo,
    /// Under which the list is kept: another policy or version has another list.
    name: Hash,
    known: HashSet<Key>,
    noted: Mutex<Vec<Key>>,
}

impl<'m> Clean<'m> {
    /// The list of earlier builds under the same policy.
    pub(super) fn of_memo(memo: &'m Memo, policy: &Hash) -> Self {
        let name = *blake3::keyed_hash(policy, b"files that are clean").as_bytes();
        let bytes = memo.cache.get(&name).unwrap_or_default();
        let known = bytes.as_chunks::<N_KEY_BYTES>().0.iter().copied().collect();
        Self { memo, name, known, noted: Mutex::default() }
    }

    pub(super) fn knows(&self, key: &Key) -> bool {
        let is_known = self.known.contains(key);
        if is_known {
            self.note(*key);
        }
        is_known
    }

    pub(super) fn note(&self, key: Key) {
        self.noted.lock().expect("no thread panics while it holds this lock").push(key);
    }

    /// Keeps the files of this build; those that are gone are forgotten.
    pub(super) fn keep(self) {
        let mut noted = self.noted.into_inner().expect("no thread panics while it holds this lock");
        noted.sort_unstable();
        noted.dedup();
        let is_same = noted.len() == self.known.len() && noted.iter().all(|key| self.known.contains(key));
        if !is_same {
            self.memo.cache.put(&self.name, noted.as_flattened());
        }
    }
}

/// The key of a file: its bytes, how its name has them read, and who may be named.
pub(super) fn key_of(path: &str, hash: &Hash, naming: &PageNaming<'_>, name: Option<&str>) -> Key {
    let mut hasher = blake3::Hasher::new();
    let mut take = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    };
    take(hash);
    take(path.as_bytes());
    take(name.unwrap_or_default().as_bytes());
    take(format!("{:?}", naming.on).as_bytes());
    naming.also.iter().for_each(|name| take(name.as_bytes()));
    let digest = hasher.finalize();
    std::array::from_fn(|idx| digest.as_bytes()[idx])
}

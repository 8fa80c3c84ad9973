//! The name of an output file, which only planning can make.

use std::sync::Arc;

/// Path of one output file from the root of the output, with `/`, lower-case ASCII.
///
/// Only `plan` makes one, so that a file nobody planned cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

impl OutPath {
    pub(super) fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// A path for tests of the rooms below, which plan nothing.
    #[doc(hidden)]
    pub fn for_test(path: &str) -> Self {
        Self::new(path)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for OutPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// One finished file of the output.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Where it goes.
    pub path: OutPath,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

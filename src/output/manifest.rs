//! The list of everything in a site, to and from `manifest.json`.
//!
//! One file a line, sorted, so that two builds can be compared with any tool. The manifest does not list itself.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Name of the manifest in the root of the output.
pub const MANIFEST: &str = "manifest.json";

/// Tells our manifest from others: web applications have a `manifest.json` too.
const TOOL: &str = "yuandi";

/// A SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

/// One file of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestFile {
    /// Path from the root of the site, with `/`.
    pub path: String,
    /// Length in bytes.
    pub size: u64,
    /// Of its bytes.
    pub sha256: Digest,
}

/// What a manifest says beside its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManifestParts {
    /// "Today" of the build.
    pub as_of: Date,
    /// Digest of content, data and rules.
    pub digest: String,
    /// Digest of the last published manifest, from `data/published.json`; `None` before the first publication.
    pub previous: Option<String>,
}

/// All that `manifest.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    tool: String,
    /// Version of yuandi that wrote the site.
    pub version: String,
    /// "Today" of the build.
    #[serde(deserialize_with = "date")]
    pub as_of: Date,
    /// Digest of content, data and rules.
    pub digest: String,
    /// Digest of the last published manifest.
    pub previous: Option<String>,
    /// Every file but the manifest, sorted by path.
    pub files: Vec<ManifestFile>,
}

impl Manifest {
    /// The manifest of `files`, which may come in any order.
    pub fn new(parts: ManifestParts, mut files: Vec<ManifestFile>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let ManifestParts { as_of, digest, previous } = parts;
        Self { tool: TOOL.to_owned(), version, as_of, digest, previous, files }
    }

    /// Reads the bytes of a `manifest.json`; the error says what is wrong with it.
    ///
    /// A list that is out of order or leads out of the site was not written by us, and is an error too.
    pub fn read(bytes: &[u8]) -> io::Result<Self> {
        let manifest: Self = serde_json::from_slice(bytes)?;
        let is_ours = manifest.tool == TOOL
            && manifest.files.iter().all(|file| is_inside(&file.path))
            && manifest.files.is_sorted_by(|a, b| a.path < b.path);
        if !is_ours {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not a manifest of yuandi"));
        }
        Ok(manifest)
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<&ManifestFile> {
        let idx = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(&self.files[idx])
    }

    /// The bytes of `manifest.json`: the same for the same manifest, on every machine.
    pub fn to_bytes(&self) -> Vec<u8> {
        // A line has about 90 bytes and the path.
        let mut bytes = Vec::with_capacity(256 + self.files.len() * 160);
        self.write(&mut bytes).expect("a vector takes everything");
        bytes
    }

    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let Self { tool, version, as_of, digest, previous, .. } = self;
        write!(to, "{{\n\"tool\":{},\n\"version\":{},\n", text(tool), text(version))?;
        write!(to, "\"as_of\":\"{as_of}\",\n\"digest\":{},\n", text(digest))?;
        let previous = previous.as_ref().map_or_else(|| "null".to_owned(), |previous| text(previous));
        write!(to, "\"previous\":{previous},\n\"files\":[")?;
        for (idx, file) in self.files.iter().enumerate() {
            to.write_all(if idx == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *to, file)?;
        }
        to.write_all(b"\n]\n}\n")
    }
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

fn text(text: &str) -> String {
    serde_json::to_string(text).expect("a text is always JSON")
}

/// Whether a path stays inside the folder it is joined to, on every system.
pub(super) fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(is_plain) && !path.contains(['\\', ':', '\0'])
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in self.0 {
            f.write_char(char::from(DIGITS[usize::from(byte >> 4)]))?;
            f.write_char(char::from(DIGITS[usize::from(byte & 15)]))?;
        }
        Ok(())
    }
}

impl Digest {
    fn from_hex(hex: &str) -> Option<Self> {
        let digits: Vec<u8> = hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        if digits.len() == 64 { Some(Self(bytes.try_into().expect("64 digits are 32 bytes"))) } else { None }
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_hex(&hex).ok_or_else(|| serde::de::Error::custom("a SHA-256 has 64 digits"))
    }
}

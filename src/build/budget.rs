//! A finished page to a finding if it is too heavy for a phone on a weak network.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::diag::{Diagnostic, Severity, codes};
use crate::model::Model;
use crate::plan::Artifact;

/// Compressed bytes that a file of this ending may have.
const BUDGETS: [(&str, usize); 3] = [(".html", 30_000), (".css", 12_000), (".js", 15_000)];

/// Judges one file.
///
/// - Codes: P201 too heavy (a warning; an error where the site is strict).
pub(super) fn judge(artifact: &Artifact, model: &Model) -> Option<Diagnostic> {
    finding(artifact.path.as_str(), excess(artifact)?, model)
}

/// The compressed bytes of a file that has more of them than it may.
pub(super) fn excess(artifact: &Artifact) -> Option<usize> {
    let n_max = budget(artifact.path.as_str())?;
    // What is small as it stands need not be compressed to be judged: that is nearly every page.
    if artifact.bytes.len() <= n_max {
        return None;
    }
    // The quickest way to compress is the least thorough: what is small enough with it need not be compressed as servers do it.
    if compressed(&artifact.bytes, Compression::fast()) <= n_max {
        return None;
    }
    Some(compressed(&artifact.bytes, Compression::new(6))).filter(|n| *n > n_max)
}

/// What is said of a file with so many compressed bytes.
pub(super) fn finding(path: &str, n: usize, model: &Model) -> Option<Diagnostic> {
    let n_max = budget(path)?;
    let severity = if model.site.is_strict_about_budgets { Severity::Error } else { Severity::Warning };
    let diagnostic = codes::heavy_page.at(crate::diag::Place::Project).severe(severity);
    Some(diagnostic.with("path", path).with("n", n.div_ceil(1000)).with("max", n_max / 1000))
}

fn budget(path: &str) -> Option<usize> {
    BUDGETS.iter().find(|(ending, _)| path.ends_with(ending)).map(|(_, n_max)| *n_max)
}

/// Bytes after gzip; servers do it at level 6.
fn compressed(bytes: &[u8], level: Compression) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(0, |bytes| bytes.len())
}

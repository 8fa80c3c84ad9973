//! Finished artifacts to the output folder, all at once or not at all.
//!
//! The only writer. A build stages every file in a hidden folder beside the output and then exchanges the two folders, so that
//! a kill, a full disk or an error at any instant leaves the old site or the new one whole. What yuandi did not write it never
//! deletes. Steps, in order: `target` judges the folder, `lock` takes it, `leftover` clears what dead runs left, `old` looks at
//! the present site, `staging` writes the new one, `swap` exchanges them. `verify` compares a finished site with its manifest.

mod copy;
mod disk;
mod fault;
mod hidden;
mod interrupt;
mod leftover;
mod lock;
mod manifest;
mod old;
mod sink;
mod staging;
mod swap;
mod target;
mod verify;

pub use fault::Fault;
pub use interrupt::Interrupt;
pub use manifest::{Digest, MANIFEST, Manifest, ManifestFile, ManifestParts};
pub use old::Foreign;
pub use sink::{CopiedFile, CountingSink, KnownFile, Sink};
pub use staging::{Change, Finished, StagingSink};
#[doc(hidden)]
pub use swap::Swap;
pub use target::Target;
pub use verify::{Report, built_on, verify};

#[cfg(test)]
mod tests;

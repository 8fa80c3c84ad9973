//! The few requests to the file system that the standard library lacks, the same on every system.
//!
//! `unix` works from open folders, which saves the system from walking long paths for every file; `plain` is what every
//! system can do.

#[cfg(any(not(unix), test))]
pub(super) mod plain;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use plain::*;
#[cfg(unix)]
pub(super) use unix::*;

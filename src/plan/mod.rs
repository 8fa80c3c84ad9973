//! The model to the list of files that will exist, each with its path and its content.

mod out_path;
pub mod view;

pub use out_path::{Artifact, OutPath};

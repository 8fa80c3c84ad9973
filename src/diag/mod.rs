//! What can go wrong, where, said in two languages.
//!
//! Every finding about an author's work is a [`Diagnostic`]: a [`Code`] of the catalogue, a [`Place`], and the values that
//! the message names. Nothing here prints: `report` turns findings into words on a screen.

mod capped;
pub mod codes;
mod nearest;
mod outcome;
mod place;

pub use capped::Capped;
pub use codes::{Code, Severity, Words};
pub use nearest::nearest;
pub use outcome::{Diagnostic, Outcome, Text};
pub use place::{CellPlace, FileId, Place, Span};

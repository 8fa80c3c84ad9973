//! Finished files to what in them must not be published.
//!
//! The last of three lines of defence: what `model` declares public and `privacy` lets pass is read once more, as the bytes that
//! would be written. Nothing here knows where a number came from; `build` finds its place in the sources. A secret that was
//! found leaves this room only inside a [`Secret`], which nobody can print.

mod carrier;
mod detect;
mod hit;
mod policy;
mod redact;
mod scan;
mod waiver;

pub use self::hit::{Hit, HitKind, Inside, Secret, Spot, Tier, Unreadable};
pub use self::policy::{NamedOn, Pattern, Person, Policy};
pub use self::redact::redact;
pub use self::scan::{Gate, Subject};
pub use self::waiver::{WAIVERS_PATH, Waiver, waivers};

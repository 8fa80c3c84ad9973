//! All files together to typed, linked, checked entries and tables.

pub mod date;
pub mod slug;

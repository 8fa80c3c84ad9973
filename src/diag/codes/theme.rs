//! Codes of `theme`.

super::codes! {}

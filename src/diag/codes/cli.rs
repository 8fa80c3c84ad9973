//! Codes of `cli`.

super::codes! {}

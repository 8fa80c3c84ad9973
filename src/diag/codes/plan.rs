//! Codes of `plan`.

super::codes! {}

//! Codes of `output`.

super::codes! {}

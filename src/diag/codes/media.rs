//! Codes of `media`.

super::codes! {}

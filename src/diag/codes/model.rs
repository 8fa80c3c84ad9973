//! Codes of `model`.

super::codes! {}

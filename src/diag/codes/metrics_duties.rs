//! Codes of F3 duties and freshness.

super::codes! {}

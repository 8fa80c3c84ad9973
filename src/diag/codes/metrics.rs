//! Codes of F0 what metrics and views declare.

super::codes! {}

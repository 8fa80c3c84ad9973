//! Codes of F2 rule sets and boards.

super::codes! {}

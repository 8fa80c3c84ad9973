//! Codes of F1 formulas.

super::codes! {}

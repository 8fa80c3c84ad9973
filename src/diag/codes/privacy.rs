//! Codes of V what may be shown.

super::codes! {}

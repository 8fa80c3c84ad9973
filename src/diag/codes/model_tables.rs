//! Codes of `model` about tables: M5xx the table as a whole, M6xx one cell, M7xx rows against each other.

super::codes! {}

//! Codes of P2 figures, charts and boards in texts and pages.

super::codes! {}

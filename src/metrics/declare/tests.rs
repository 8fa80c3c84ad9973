//! Declarations in, what is understood and what is not out.

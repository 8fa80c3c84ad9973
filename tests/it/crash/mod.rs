//! A site is whole at every instant: builds that are killed, and builds whose requests to the system fail.
//!
//! A test starts this very program again as a child, which only builds (`child`), and kills it, or runs it under `strace`,
//! which makes a chosen request fail. Afterwards the output must be exactly the old site or exactly the new one, and the next
//! run must leave nothing but the site.

mod child;
mod faults;
mod kills;
mod site;

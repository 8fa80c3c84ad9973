//! Bad inputs and faults, one test for each row of the table in `design/faults.md`, run through the real program.
//!
//! Each begins with a good site that is built, does its harm, builds again, and looks at four things: the exit code, the codes
//! found, the old site, and the sources, which nothing may ever change. Rows that need a failing disk are in `crash`.

mod commands;
mod content;
mod outputs;
mod pictures;
mod self_check;
mod site;
mod tables;
mod theme;

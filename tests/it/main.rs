//! Everything that is tested from outside, in one binary: one link, one start.

mod cases;
mod catalogue;
mod code;
mod crash;
mod faults;
mod incremental;
mod layers;
mod pages;
mod site;
mod sites;
mod tidy;

//! Everything that is tested from outside, in one binary: one link, one start.

mod cases;
mod catalogue;
mod clock;
mod code;
mod commands;
mod commonmark;
mod consent;
mod crash;
mod determinism;
mod evidence;
mod faults;
mod gate;
#[path = "../gate_corpus/mod.rs"]
mod gate_corpus;
mod gate_figures;
mod hidden;
mod incremental;
mod layers;
mod leaks;
mod pages;
mod room;
mod sample;
mod search;
mod site;
mod sites;
mod tidy;
mod waivers;

//! Planned open data to the sink, table by table: no more than one of each thread is in memory at a time.

use crate::output::{Fault, Sink};
use crate::plan::{Artifact, OpenSet, Plan};
use crate::render;

use super::{Progress, Stage, threads};

/// Writes all files below `open/` but its page.
pub(super) fn write(plan: &Plan<'_>, progress: &dyn Progress, sink: &dyn Sink) -> Result<(), Fault> {
    for result in threads::each(progress, Stage::Open, &plan.open, |set| write_set(plan, set, sink)) {
        result?;
    }
    if let Some(path) = &plan.package {
        sink.put(Artifact { path: path.clone(), bytes: render::package(plan).into() })?;
    }
    Ok(())
}

fn write_set(plan: &Plan<'_>, set: &OpenSet, sink: &dyn Sink) -> Result<(), Fault> {
    for (idx, part) in set.parts.iter().enumerate() {
        let bytes = render::open(plan, set, idx);
        sink.put(Artifact { path: part.csv.clone(), bytes: bytes.csv.into() })?;
        if let (Some(path), Some(bytes)) = (&part.json, bytes.json) {
            sink.put(Artifact { path: path.clone(), bytes: bytes.into() })?;
        }
    }
    Ok(())
}

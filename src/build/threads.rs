//! How many threads work, and the one way in which they do.

use rayon::prelude::*;

use super::{Progress, Stage};

/// Runs `work` with this many threads; `None` takes one for each core.
pub fn with_threads<T: Send>(n_jobs: Option<usize>, work: impl FnOnce() -> T + Send) -> T {
    let mut builder = rayon::ThreadPoolBuilder::new();
    if let Some(n_jobs) = n_jobs {
        builder = builder.num_threads(n_jobs.max(1));
    }
    match builder.build() {
        Ok(pool) => pool.install(work),
        // A system that gives no threads still has the one we run on.
        Err(_) => work(),
    }
}

/// Does `work` for each item, in parallel; the results are in the order of the items.
pub(super) fn each<I: Sync, T: Send>(
    progress: &dyn Progress,
    stage: Stage,
    items: &[I],
    work: impl Fn(&I) -> T + Sync,
) -> Vec<T> {
    progress.begin(stage, items.len());
    items
        .par_iter()
        .map(|item| {
            let result = work(item);
            progress.step();
            result
        })
        .collect()
}

/// Does `work` for each item, in parallel, as a part of a step; the results are in the order of the items.
pub(super) fn all<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync + Send) -> Vec<T> {
    items.par_iter().map(work).collect()
}

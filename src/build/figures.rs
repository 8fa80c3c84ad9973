//! The model to figures, in two rounds of jobs that share nothing but the cache.

use crate::diag::Diagnostic;
use crate::media::Cache;
use crate::metrics::{self, Figures, Keep};
use crate::model::Model;
use crate::source::{Hash, Sources};

use super::{Memo, Progress, Stage, threads};

/// Cells of rows are kept beside variants of pictures: both are found by what they were made from.
struct Kept<'c>(&'c Cache);

impl Keep for Kept<'_> {
    fn get(&self, key: &Hash) -> Option<Vec<u8>> {
        self.0.get(key)
    }

    fn put(&self, key: &Hash, bytes: &[u8]) {
        self.0.put(key, bytes);
    }
}

/// Computes everything.
pub(super) fn compute(
    sources: &Sources,
    model: &Model,
    memo: &Memo,
    progress: &dyn Progress,
    found: &mut Vec<Diagnostic>,
) -> Figures {
    let kept = Kept(&memo.cache);
    let counting = metrics::prepare(sources, model).into_value(found);
    let counted = each(progress, counting.jobs(), |job| counting.run(job, &kept));
    let rolling = counting.gather(counted).into_value(found);
    let rolled = each(progress, rolling.jobs(), |job| rolling.run(job));
    rolling.finish(rolled).into_value(found)
}

/// A site without metrics has nothing to tell about them.
fn each<I: Sync, T: Send>(progress: &dyn Progress, jobs: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    if jobs.is_empty() { Vec::new() } else { threads::each(progress, Stage::Figures, jobs, work) }
}

//! Planned pictures and attachments to the sink.

use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::media::produce;
use crate::output::{CopiedFile, Fault, Sink};
use crate::plan::{Artifact, CopyPlan, PicturePlan, Plan};
use crate::source::Sources;

use super::{Memo, Progress, Stage, threads};

/// One thing to do.
enum Job<'a> {
    Picture(FileId, &'a PicturePlan),
    Copy(&'a CopyPlan),
}

/// Makes all pictures and copies all attachments. What two entries share is made once.
pub(super) fn make(
    sources: &Sources,
    plan: &Plan<'_>,
    memo: &Memo,
    progress: &dyn Progress,
    sink: &dyn Sink,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Fault> {
    let mut seen = std::collections::BTreeSet::new();
    let pictures = plan.pictures.iter().filter(|(_, picture)| picture.paths().all(|path| seen.insert(path)));
    let mut jobs: Vec<Job<'_>> = pictures.map(|(file, picture)| Job::Picture(*file, picture)).collect();
    let copies = plan.copies.values().filter(|copy| seen.insert(&copy.path));
    jobs.extend(copies.map(Job::Copy));
    let results = threads::each(progress, Stage::Files, &jobs, |job| match job {
        Job::Picture(file, picture) => make_picture(sources, *file, picture, memo, sink),
        Job::Copy(copy) => copy_file(sources, copy, sink).map(|()| Vec::new()),
    });
    for result in results {
        found.extend(result?);
    }
    memo.cache.prune(super::memo::N_CACHE_BYTES_MAX);
    Ok(())
}

fn make_picture(
    sources: &Sources,
    file: FileId,
    picture: &PicturePlan,
    memo: &Memo,
    sink: &dyn Sink,
) -> Result<Vec<Diagnostic>, Fault> {
    let (request, paths) = match picture {
        PicturePlan::Sizes(request, paths) => (request, paths),
        PicturePlan::Drawing(drawing, path) => {
            sink.put(Artifact { path: path.clone(), bytes: drawing.bytes.as_slice().into() })?;
            return Ok(Vec::new());
        }
    };
    let mut found = Vec::new();
    match produce(&memo.cache, file, request, || sources.bytes(file)) {
        Ok(outcome) => {
            let made = outcome.into_value(&mut found).unwrap_or_default();
            for (path, bytes) in paths.iter().zip(made) {
                sink.put(Artifact { path: path.clone(), bytes: bytes.into() })?;
            }
        }
        Err(error) => {
            let diagnostic = codes::unreadable_file.at(Place::File(file));
            found.push(diagnostic.with("path", &sources.file(file).path).with("why", error));
        }
    }
    Ok(found)
}

fn copy_file(sources: &Sources, copy: &CopyPlan, sink: &dyn Sink) -> Result<(), Fault> {
    if let Some(drawing) = &copy.drawing {
        return sink.put(Artifact { path: copy.path.clone(), bytes: drawing.bytes.as_slice().into() });
    }
    let source = sources.file(copy.file);
    match sources.disk_path(copy.file) {
        Some(from) => sink.put_file(CopiedFile { path: copy.path.clone(), from, size: source.size, hash: source.hash }),
        None => {
            let bytes = sources.bytes(copy.file).map(|bytes| bytes.into_owned()).unwrap_or_default();
            sink.put(Artifact { path: copy.path.clone(), bytes: bytes.into() })
        }
    }
}

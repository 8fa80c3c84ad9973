//! Planned pages to the index, portion by portion and then part by part: what pages hold is kept in four bytes a gram, and of the
//! files no more than one of each thread is in memory.

use crate::output::{Fault, Sink};
use crate::plan::search::{Family, SearchPlan};
use crate::plan::{Artifact, Plan};
use crate::search::lexicon::Lexicon;
use crate::search::{self, Shelf};

use super::{Progress, Stage, threads};

/// Writes all files below `search/shards/`; none where the site wants no search.
pub(super) fn write(plan: &Plan<'_>, progress: &dyn Progress, sink: &dyn Sink) -> Result<(), Fault> {
    let Some(search) = &plan.search else { return Ok(()) };
    let read = threads::each(progress, Stage::Search, &search::portions(search), |portion| {
        let mut lexicon = Lexicon::new();
        let page = |number: u32| {
            let page = plan.search_page(number as usize);
            lexicon.add(&page);
            page
        };
        let run = search::read_pages(search, portion.clone(), page, &mut |artifact| sink.put(artifact))?;
        Ok((run, lexicon))
    });
    let mut runs = Vec::new();
    let mut lexicon = Lexicon::new();
    for portion in read {
        let (run, noted) = portion?;
        runs.push(run);
        lexicon.join(noted);
    }
    write_shards(&Shelf::new(search, &runs), sink)?;
    // What suggestions need comes when this has gone.
    drop(runs);
    for artifact in lexicon.files(search) {
        sink.put(artifact)?;
    }
    write_start(search, sink)
}

fn write_shards(shelf: &Shelf<'_>, sink: &dyn Sink) -> Result<(), Fault> {
    let parts = |family| (0..shelf.n_parts(family)).collect::<Vec<u32>>();
    let lists = threads::all(&parts(Family::Grams), |part| shelf.grams(*part, &mut |artifact| sink.put(artifact)));
    let lists = lists.into_iter().collect::<Result<Vec<_>, Fault>>()?.into_iter().flatten().collect::<Vec<_>>();
    let singles = threads::all(&parts(Family::Singles), |part| shelf.singles(*part, &mut |artifact| sink.put(artifact)));
    singles.into_iter().collect::<Result<(), Fault>>()?;
    shelf.long(&lists, &mut |artifact| sink.put(artifact))
}

fn write_start(plan: &SearchPlan, sink: &dyn Sink) -> Result<(), Fault> {
    let parts =
        [("words", search::text::words_part()), ("pinyin", search::lexicon::pinyin()), ("fold", search::simplified::fold_part())];
    let (vocabulary, id) = search::vocabulary(&plan.layout, &parts);
    let facets: Vec<Artifact> = plan.facets.iter().map(|facet| search::facet(plan, facet)).collect();
    let start = search::start(plan, &facets, &id);
    for artifact in vocabulary.into_iter().chain(facets).chain([start]) {
        sink.put(artifact)?;
    }
    Ok(())
}

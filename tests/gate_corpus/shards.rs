//! A passage to the files of an index that holds a page with it.

use std::convert::Infallible;

use yuandi::plan::Artifact;
use yuandi::plan::search::{Family, SearchEntry, SearchKind, SearchLayout, SearchPage, SearchPlan};
use yuandi::search::{Run, Shelf, portions, read_pages};

use super::carry::{File, NO_MARKS, Passage, plain, whole};

fn plan() -> SearchPlan {
    let layout = SearchLayout {
        id: "0123abcd".to_owned(),
        n_pages: 1,
        gram_bits: 0,
        long_bits: 0,
        single_bits: 0,
        text_bits: 0,
        lexicon_bits: 0,
    };
    SearchPlan {
        pages: vec![SearchEntry { page: 0, month: None, is_last: true }],
        kinds: vec![SearchKind { section: "news", title: "新闻".to_owned(), n_pages: 1 }],
        facets: Vec::new(),
        words: Vec::new(),
        terms: Vec::new(),
        layout,
        files: Vec::new(),
    }
}

/// Everything that the room of the search writes for one page.
pub(crate) fn shards(passage: &Passage) -> Option<Vec<File>> {
    let body = format!("支部大会于三月召开。{}会后交流。", whole(passage, NO_MARKS, plain)?);
    let page = SearchPage { path: "news/n1/".to_owned(), title: "支部大会".to_owned(), body, ..SearchPage::default() };
    let plan = plan();
    let mut files = Vec::new();
    let mut take = |artifact: Artifact| -> Result<(), Infallible> {
        files.push(File { path: artifact.path.as_str().to_owned(), name: None, bytes: artifact.bytes.to_vec() });
        Ok(())
    };
    let read = |portion| read_pages(&plan, portion, &|_| page.clone(), &mut take);
    let runs: Vec<Run> = portions(&plan).into_iter().map(read).collect::<Result<_, _>>().expect("nothing fails here");
    let shelf = Shelf::new(&plan, &runs);
    for part in 0..shelf.n_parts(Family::Grams) {
        shelf.grams(part, &mut take).expect("nothing fails here");
    }
    Some(files)
}

//! What a page says is read out of the search's parts, and nothing else is heard of them.

use std::convert::Infallible;

use crate::plan::Artifact;
use crate::plan::search::{Family, SearchEntry, SearchFacet, SearchKind, SearchLayout, SearchPage, SearchPlan, SearchTerm};
use crate::search::lexicon::Lexicon;
use crate::search::{Shelf, facet, portions, read_pages, start};

use super::tests::{NUMBER, given};
use super::{APART, Unreadable};

const N_PAGES: u32 = 3;

fn plan() -> SearchPlan {
    let layout = SearchLayout {
        id: "0123abcd".to_owned(),
        n_pages: N_PAGES,
        gram_bits: 1,
        long_bits: 0,
        single_bits: 0,
        text_bits: 1,
        lexicon_bits: 0,
    };
    let term = |number: u32| SearchTerm { id: format!("id-{number}"), title: format!("支部{number}"), pages: vec![number] };
    SearchPlan {
        pages: (0..N_PAGES).map(|page| SearchEntry { page: page as usize, month: None, is_last: page == 1 }).collect(),
        kinds: vec![SearchKind { section: "news", title: "新闻".to_owned(), n_pages: N_PAGES as usize }],
        facets: vec![SearchFacet { name: "branch", terms: (0..N_PAGES).map(term).collect() }],
        words: vec![("none".to_owned(), "没有<结果>".to_owned())],
        terms: vec![format!("名{NUMBER}")],
        layout,
        files: Vec::new(),
    }
}

fn page(number: u32) -> SearchPage {
    let (title, body) = (format!("第{number}号通知{NUMBER}"), format!("\u{3}标题\u{4}id-1\u{5}正文{number}，\n{NUMBER}"));
    SearchPage { path: format!("news/{number}/index.html"), title, body, ..SearchPage::default() }
}

fn files() -> Vec<Artifact> {
    let plan = plan();
    let mut files = Vec::new();
    let mut put = |file: Artifact| -> Result<(), Infallible> {
        files.push(file);
        Ok(())
    };
    let runs: Vec<_> = portions(&plan).into_iter().map(|portion| read_pages(&plan, portion, page, &mut put)).collect();
    let runs = runs.into_iter().collect::<Result<Vec<_>, _>>().expect("nothing fails here");
    let shelf = Shelf::new(&plan, &runs);
    for part in 0..shelf.n_parts(Family::Grams) {
        let long = shelf.grams(part, &mut put).expect("nothing fails here");
        assert!(long.is_empty(), "few pages have short lists");
    }
    let mut lexicon = Lexicon::new();
    (0..N_PAGES).for_each(|number| lexicon.add(&page(number)));
    files.extend(lexicon.files(&plan));
    let facets: Vec<Artifact> = plan.facets.iter().map(|terms| facet(&plan, terms)).collect();
    files.push(start(&plan, &facets, "v1"));
    files.extend(facets);
    files
}

#[test]
fn the_search_says_what_its_pages_say() {
    let mut texts = String::new();
    for file in files() {
        let given = given(file.path.as_str(), &file.bytes);
        assert!(given.unreadable.is_empty() && given.metadata.is_empty(), "{}", file.path.as_str());
        let is_silent = file.path.as_str().starts_with("search/shards/g/");
        assert_eq!(given.pieces.is_empty(), is_silent, "{}", file.path.as_str());
        texts.extend(given.pieces.into_iter().map(|(text, ..)| text + "\u{1f}"));
    }
    let parts: Vec<&str> = texts.split(APART).collect();
    for number in 0..N_PAGES {
        let (title, body) = (format!("第{number}号通知{NUMBER}"), format!("正文{number}，\n{NUMBER}"));
        assert!(parts.contains(&title.as_str()) && parts.iter().any(|part| part.starts_with(&body)), "{parts:?}");
        assert!(
            parts.contains(&format!("id-{number}").as_str()) && parts.contains(&format!("支部{number}").as_str()),
            "{parts:?}"
        );
    }
    assert!(parts.iter().any(|part| part.contains(&format!("名{NUMBER}"))), "{parts:?}");
    assert!(parts.iter().any(|part| part.ends_with("none: 没有<结果>")), "{parts:?}");
    assert!(!texts.contains("last"), "packed numbers are no text");
}

#[test]
fn a_part_that_is_damaged_is_not_passed_over() {
    for script in ["yuandiPart(\"t/0\",\"id\",\"ab\\\"\")\n", "yuandiPart(\"index\",\"id\",{\"a\":1)\n", "alert(1)"] {
        assert_eq!(given("search/shards/t/0.js", script).unreadable, [Unreadable::Broken], "{script}");
    }
}

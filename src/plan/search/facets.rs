//! Terms of the site to what results can be narrowed by, and to the names that are suggested.

use crate::model::EntryIdx;
use crate::plan::{Plan, What};

use super::{SearchEntry, SearchFacet, SearchTerm};

/// Groups of the vocabulary whose words people search for.
const GROUPS: [&str; 6] = ["activity_kind", "role_model_kind", "resource_type", "notice_kind", "topic", "audience"];

/// The facets with terms that have pages, each in the site's order.
pub(super) fn facets(plan: &Plan<'_>, pages: &[SearchEntry]) -> Vec<SearchFacet> {
    let numbers = Numbers::of(plan, pages);
    let mut facets = vec![SearchFacet { name: "branch", terms: branches(plan, &numbers) }];
    for (name, terms) in [("topic", &plan.index.topics), ("audience", &plan.index.audiences)] {
        let terms = terms.iter().map(|(id, term)| (id.clone(), term.title.clone(), numbers.of_entries(&term.entries)));
        facets.push(SearchFacet { name, terms: with_pages(terms) });
    }
    facets.retain(|facet| !facet.terms.is_empty());
    facets
}

/// A branch's own page is one of its pages.
fn branches(plan: &Plan<'_>, numbers: &Numbers) -> Vec<SearchTerm> {
    let branches = plan.register.branches.iter().enumerate().map(|(position, branch)| {
        let mut pages = numbers.of_entries(plan.index.branches.get(&branch.id).map_or(&[][..], Vec::as_slice));
        pages.extend(branch.entry.and_then(|idx| numbers.of_entry(idx)));
        pages.extend(numbers.branches[position]);
        pages.sort_unstable();
        (branch.id.to_string(), branch.name.clone(), pages)
    });
    with_pages(branches)
}

fn with_pages(terms: impl Iterator<Item = (String, String, Vec<u32>)>) -> Vec<SearchTerm> {
    let terms = terms.map(|(id, title, pages)| SearchTerm { id, title, pages });
    terms.filter(|term| !term.pages.is_empty()).collect()
}

/// Numbers of pages by what they are about.
struct Numbers {
    /// Of each entry.
    entries: Vec<Option<u32>>,
    /// Of each branch without a text.
    branches: Vec<Option<u32>>,
}

impl Numbers {
    fn of(plan: &Plan<'_>, pages: &[SearchEntry]) -> Self {
        let mut numbers =
            Self { entries: vec![None; plan.model.entries.len()], branches: vec![None; plan.register.branches.len()] };
        for (number, entry) in pages.iter().enumerate() {
            match plan.pages[entry.page].what {
                What::Entry(idx) => numbers.entries[idx.0 as usize] = Some(number as u32),
                What::Branch(position) => numbers.branches[position] = Some(number as u32),
                _ => {}
            }
        }
        numbers
    }

    fn of_entry(&self, idx: EntryIdx) -> Option<u32> {
        self.entries[idx.0 as usize]
    }

    /// Rising.
    fn of_entries(&self, entries: &[EntryIdx]) -> Vec<u32> {
        let mut numbers: Vec<u32> = entries.iter().filter_map(|idx| self.of_entry(*idx)).collect();
        numbers.sort_unstable();
        numbers
    }
}

/// Names and words of the site that are suggested, sorted, each once.
pub(super) fn terms(plan: &Plan<'_>) -> Vec<String> {
    let site = &plan.model.site;
    let mut terms: Vec<String> = plan.register.branches.iter().map(|branch| branch.name.clone()).collect();
    for group in GROUPS {
        let vocabulary = &plan.model.vocabulary;
        terms.extend(vocabulary.ids(group).filter_map(|id| vocabulary.label(group, id)).map(str::to_owned));
    }
    terms.extend(plan.index.tags.keys().cloned());
    terms.extend(site.modules.iter().map(|module| module.title.clone()));
    terms.extend(site.columns.iter().map(|column| column.title.clone()));
    terms.extend(site.months.iter().map(|month| month.title.clone()));
    terms.sort_unstable();
    terms.dedup();
    terms
}

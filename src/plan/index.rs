//! Entries by what they have in common: month, tag, topic, audience, branch, module, column.
//!
//! Made once from the model, in one pass; every list keeps the model's order (kind by kind, newest first).

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::slug::slugify;
use crate::model::{Detail, Entry, EntryIdx, Kind, Model};

/// The entries of a term.
#[derive(Clone, Debug, Default)]
pub(super) struct Term {
    /// Last part of its address.
    pub(super) slug: String,
    /// What people read.
    pub(super) title: String,
    /// Its entries.
    pub(super) entries: Vec<EntryIdx>,
}

/// All terms with entries.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By the first day of the month, oldest first.
    pub(super) months: BTreeMap<Date, Vec<EntryIdx>>,
    /// By tag as written.
    pub(super) tags: BTreeMap<String, Term>,
    /// In the order of the vocabulary, only those with entries.
    pub(super) topics: Vec<(String, Term)>,
    /// In the order of the vocabulary, only those with entries.
    pub(super) audiences: Vec<(String, Term)>,
    /// By branch id.
    pub(super) branches: BTreeMap<Arc<str>, Vec<EntryIdx>>,
    /// As many as the site's modules.
    pub(super) modules: Vec<Vec<EntryIdx>>,
    /// As many as the site's columns.
    pub(super) columns: Vec<Vec<EntryIdx>>,
    /// Folders of entries below the folder of their kind: `activities/2026`.
    pub(super) folders: BTreeMap<String, (Kind, Vec<EntryIdx>)>,
    /// Paths that hold a resource or quiz.
    pub(super) paths_with: BTreeMap<EntryIdx, Vec<EntryIdx>>,
}

impl Index {
    /// Sorts the entries of `model` into their terms.
    pub(super) fn of(model: &Model) -> Self {
        let mut index = Self {
            modules: vec![Vec::new(); model.site.modules.len()],
            columns: vec![Vec::new(); model.site.columns.len()],
            ..Self::default()
        };
        let mut topics: BTreeMap<&str, Vec<EntryIdx>> = BTreeMap::new();
        let mut audiences: BTreeMap<&str, Vec<EntryIdx>> = BTreeMap::new();
        for (idx, entry) in model.entries.iter().enumerate() {
            let idx = EntryIdx(idx as u32);
            index.sort_in(model, idx, entry);
            if let Some(topic) = topic_of(entry) {
                topics.entry(topic).or_default().push(idx);
            }
            for audience in audiences_of(entry) {
                audiences.entry(audience).or_default().push(idx);
            }
        }
        index.topics = in_vocabulary_order(model, "topic", topics);
        index.audiences = in_vocabulary_order(model, "audience", audiences);
        index.name_tags();
        index
    }

    fn sort_in(&mut self, model: &Model, idx: EntryIdx, entry: &Entry) {
        if let Some(date) = entry.date
            && belongs_to_month(entry)
        {
            self.months.entry(date.first_of_month()).or_default().push(idx);
        }
        for tag in &entry.tags {
            self.tags.entry(tag.clone()).or_default().entries.push(idx);
        }
        for branch in branches_of(entry) {
            self.branches.entry(branch.clone()).or_default().push(idx);
        }
        for (module, entries) in model.site.modules.iter().zip(&mut self.modules) {
            if module_holds(module, entry) {
                entries.push(idx);
            }
        }
        if let Detail::Column(column) = &entry.detail
            && let Some(position) = model.site.columns.iter().position(|known| known.id == *column)
        {
            self.columns[position].push(idx);
        }
        self.sort_into_folders(idx, entry);
        if let Detail::Path(path) = &entry.detail {
            for item in &path.items {
                self.paths_with.entry(*item).or_default().push(idx);
            }
        }
    }

    fn sort_into_folders(&mut self, idx: EntryIdx, entry: &Entry) {
        let mut address: &str = &entry.address;
        while let Some((folder, _)) = address.rsplit_once('/') {
            if folder.contains('/') && entry.kind != Kind::Column {
                self.folders.entry(folder.to_owned()).or_insert((entry.kind, Vec::new())).1.push(idx);
            }
            address = folder;
        }
    }

    /// Two tags may be written alike in Latin letters; the later one in order gets a number.
    fn name_tags(&mut self) {
        let mut n_taken: BTreeMap<String, usize> = BTreeMap::new();
        for (tag, term) in &mut self.tags {
            let slug = slugify(tag);
            let n = n_taken.entry(slug.clone()).or_default();
            *n += 1;
            term.slug = if *n == 1 { slug } else { format!("{slug}-{n}") };
            term.title.clone_from(tag);
        }
    }
}

/// The topic of an entry; only resources have one.
pub(super) fn topic_of(entry: &Entry) -> Option<&str> {
    match &entry.detail {
        Detail::Resource(resource) => Some(&resource.topic),
        _ => None,
    }
}

fn audiences_of(entry: &Entry) -> &[String] {
    match &entry.detail {
        Detail::Resource(resource) => &resource.audience,
        Detail::Path(path) => &path.audience,
        _ => &[],
    }
}

/// The branches that an entry is about; a branch's own text is not among its entries.
fn branches_of(entry: &Entry) -> Vec<&Arc<str>> {
    match &entry.detail {
        Detail::Branch(_) => Vec::new(),
        Detail::RoleModel(role_model) if !entry.branches.contains(&role_model.branch) => {
            entry.branches.iter().chain([&role_model.branch]).collect()
        }
        _ => entry.branches.iter().collect(),
    }
}

/// Whether a month's page shows it: what happened or was published, not what is always there.
fn belongs_to_month(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Activity | Kind::Notice | Kind::News | Kind::Column | Kind::Resource | Kind::RoleModel | Kind::Faq)
}

fn module_holds(module: &crate::model::Module, entry: &Entry) -> bool {
    if !module.kinds.is_empty() && !module.kinds.contains(&entry.kind) {
        return false;
    }
    let names_nothing = module.topics.is_empty() && module.columns.is_empty() && module.tags.is_empty();
    (names_nothing && !module.kinds.is_empty())
        || topic_of(entry).is_some_and(|topic| module.topics.iter().any(|wanted| wanted == topic))
        || matches!(&entry.detail, Detail::Column(column) if module.columns.iter().any(|wanted| **wanted == **column))
        || entry.tags.iter().any(|tag| module.tags.contains(tag))
}

fn in_vocabulary_order(model: &Model, group: &str, mut by_id: BTreeMap<&str, Vec<EntryIdx>>) -> Vec<(String, Term)> {
    let mut terms = Vec::with_capacity(by_id.len());
    for id in model.vocabulary.ids(group) {
        if let Some(entries) = by_id.remove(id) {
            let title = model.vocabulary.label(group, id).unwrap_or(id).to_owned();
            terms.push((id.to_owned(), Term { slug: slugify(id), title, entries }));
        }
    }
    terms
}

//! Lists of entries in pages: sections, folders, topics, audiences, tags, columns, and all of a branch.

use crate::model::{Entry, EntryIdx, Kind, Model};
use crate::theme::Theme;

use super::index::{Index, Term};
use super::register::Register;

/// A list that lives in a folder of the output.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    /// Its folder: `activities`, `topics/theory`.
    pub(super) folder: String,
    /// What it lists: a section's name.
    pub(super) kind: &'static str,
    /// Title of its first page.
    pub(super) title: String,
    /// The way to it: titles and paths from the root, without the home page.
    pub(super) crumbs: Vec<(String, String)>,
    /// Its entries.
    pub(super) entries: Vec<EntryIdx>,
    /// Position of the column whose articles it lists.
    pub(super) column: Option<usize>,
}

impl Listing {
    /// How many pages it has; an empty list has one that says so.
    pub(super) fn n_pages(&self, n_per_page: usize) -> usize {
        self.entries.len().div_ceil(n_per_page).max(1)
    }
}

/// The kinds whose section is a plain list; the others have pages of their own form.
const PLAIN: [Kind; 6] = [Kind::Activity, Kind::Resource, Kind::Path, Kind::Quiz, Kind::Notice, Kind::News];

/// All lists of the site.
pub(super) fn listings(model: &Model, theme: &Theme, index: &Index, register: &Register) -> Vec<Listing> {
    let mut listings: Vec<Listing> = PLAIN.into_iter().chain([Kind::Page]).map(|kind| section(model, theme, kind)).collect();
    for (folder, (kind, entries)) in &index.folders {
        // A folder with an entry of its own name has that entry's page.
        let own = format!("{folder}/index.html");
        if !entries_at(model, entries, &own) {
            listings.push(folder_listing(theme, folder, *kind, entries));
        }
    }
    for (section, terms) in [("topics", &index.topics), ("audiences", &index.audiences)] {
        listings.extend(terms.iter().map(|(_, term)| term_listing(theme, section, term)));
    }
    listings.extend(index.tags.values().map(|term| term_listing(theme, "tags", term)));
    for (position, column) in model.site.columns.iter().enumerate() {
        listings.push(Listing {
            folder: format!("columns/{}", crate::model::slug::slugify(&column.id)),
            kind: "columns",
            title: column.title.clone(),
            crumbs: vec![section_crumb(theme, "columns")],
            entries: index.columns[position].clone(),
            column: Some(position),
        });
    }
    for branch in &register.branches {
        if let Some(entries) = index.branches.get(&branch.id) {
            listings.push(Listing {
                folder: format!("{}/all", branch.folder),
                kind: "branches",
                title: theme.word("plan.all_of").replace("{title}", &branch.name),
                crumbs: vec![section_crumb(theme, "branches"), (branch.name.clone(), branch.path())],
                entries: entries.clone(),
                column: None,
            });
        }
    }
    listings
}

fn section(model: &Model, theme: &Theme, kind: Kind) -> Listing {
    let entries = model.indices_of(kind).filter(|idx| !is_about(&model.entries[idx.0 as usize])).collect();
    let name = kind.folder();
    Listing {
        folder: name.to_owned(),
        kind: name,
        title: theme.word(&format!("section.{name}")).to_owned(),
        crumbs: Vec::new(),
        entries,
        column: None,
    }
}

fn is_about(entry: &Entry) -> bool {
    entry.kind == Kind::Page && &*entry.id == "about"
}

fn entries_at(model: &Model, entries: &[EntryIdx], path: &str) -> bool {
    entries.iter().any(|idx| super::paths::entry_path(&model.entries[idx.0 as usize], model.site.style) == path)
}

fn folder_listing(theme: &Theme, folder: &str, kind: Kind, entries: &[EntryIdx]) -> Listing {
    let name = kind.folder();
    let section_title = theme.word(&format!("section.{name}")).to_owned();
    let part = folder.rsplit('/').next().unwrap_or(folder);
    Listing {
        folder: folder.to_owned(),
        kind: name,
        title: format!("{section_title} · {part}"),
        crumbs: vec![section_crumb(theme, name)],
        entries: entries.to_vec(),
        column: None,
    }
}

fn term_listing(theme: &Theme, section: &'static str, term: &Term) -> Listing {
    Listing {
        folder: format!("{section}/{}", term.slug),
        kind: section,
        title: term.title.clone(),
        crumbs: vec![section_crumb(theme, section)],
        entries: term.entries.clone(),
        column: None,
    }
}

/// A section as part of the way: its title and its path from the root.
pub(super) fn section_crumb(theme: &Theme, section: &str) -> (String, String) {
    (theme.word(&format!("section.{section}")).to_owned(), format!("{section}/index.html"))
}

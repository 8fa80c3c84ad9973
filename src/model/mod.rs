//! All files together to typed, linked, checked entries and tables.
//!
//! In two passes, because anything may refer to anything: the first finds out who is there, the second reads what each says.

mod address;
mod blocks;
mod columns;
pub mod date;
mod directory;
mod drafts;
mod entries;
mod entry;
mod form;
mod kinds;
mod links;
mod lookup;
pub mod number;
mod pairs;
mod pictures;
mod registers;
mod replaced;
mod scope;
mod settings;
mod site;
mod site_links;
pub mod slug;
mod spot;
pub mod table;
#[cfg(test)]
mod tests;
mod vocabulary;
mod web;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, FileId, Outcome};
use crate::read::image::{Picture, Svg};
use crate::read::{Parsed, Value};
use crate::source::Sources;

use self::drafts::Roll;
use self::entries::Shown;
use self::registers::Registers;
use self::scope::Scope;
use self::table::{Part, TableLimits, TablePlan, plan_tables};

pub use self::entry::*;
pub use self::settings::{default_zone, normal_base_url, zone};
pub use self::site::*;
pub use self::table::{Row, Table, Tables};
pub use self::vocabulary::{VOCABULARY_PATH, Vocabulary};

/// The whole site, checked. What was broken is not in it, and that has been said.
#[derive(Debug)]
pub struct Model {
    /// Settings.
    pub site: Site,
    /// Everything that is published now, newest first within a kind, kinds in the order of [`Kind::ALL`].
    pub entries: Vec<Entry>,
    /// Words.
    pub vocabulary: Vocabulary,
    /// Tables.
    pub tables: Tables,
    /// Pictures in use, with their sizes.
    pub pictures: BTreeMap<FileId, Picture>,
    /// Drawings in use, cleaned.
    pub drawings: BTreeMap<FileId, Arc<Svg>>,
    /// Files that some page shows or offers, also pictures that turned out to be broken.
    pub used_files: BTreeSet<FileId>,
    /// "Today".
    pub as_of: Date,
    by_file: lookup::ByFile,
    by_id: lookup::ById,
}

/// What whoever calls for a build decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether drafts are shown.
    pub drafts: Drafts,
    /// Takes the place of `[site] base_url`. One that [`normal_base_url`] refuses changes nothing: who asks for it checks it.
    pub base_url: Option<String>,
}

/// What becomes of entries with `draft = true`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They are kept back.
    #[default]
    Kept,
    /// They are entries like all others, for a preview.
    Published,
}

/// The words and the table files of a site, each file read alone.
#[derive(Debug)]
pub struct Ledgers {
    /// Words.
    pub vocabulary: Vocabulary,
    /// Which file holds which table.
    pub plan: TablePlan,
    /// The files of the plan, in its order.
    pub parts: Vec<Arc<Part>>,
}

/// Reads the words and the table files of a site one after the other. Whoever has threads does the same with
/// [`TablePlan::read_part`].
///
/// - Codes: those of vocabulary and tables.
pub fn read_ledgers(sources: &Sources, parsed: &Parsed) -> Outcome<Ledgers> {
    let mut found = Vec::new();
    let vocabulary = Vocabulary::of_site(sources).into_value(&mut found);
    let plan = plan_tables(sources, &vocabulary, table_limits(parsed)).into_value(&mut found);
    let mut parts = Vec::with_capacity(plan.files.len());
    for planned in &plan.files {
        parts.push(Arc::new(plan.read_part(sources, planned, &vocabulary).into_value(&mut found)));
    }
    Outcome::new(Ledgers { vocabulary, plan, parts }, found)
}

/// The limits that `site.toml` sets for tables; a mistake in them is reported with the other settings.
pub fn table_limits(parsed: &Parsed) -> TableLimits {
    let limits = parsed.site.as_ref().and_then(|site| site.get("limits"));
    match limits.map(|node| &node.value) {
        Some(Value::Fields(fields)) => match fields.get("rows").map(|node| &node.value) {
            Some(Value::Integer(rows @ 1..)) => TableLimits { max_rows: *rows as u64 },
            _ => TableLimits::default(),
        },
        _ => TableLimits::default(),
    }
}

/// Joins everything that was read, tables included: [`read_ledgers`], then [`join`].
pub fn build(sources: &Sources, parsed: &Parsed, options: &Options) -> Outcome<Model> {
    let ledgers = read_ledgers(sources, parsed);
    let mut model = join(sources, parsed, ledgers.value, options);
    model.found.extend(ledgers.found);
    sort(&mut model.found);
    model
}

/// Joins everything that was read.
///
/// - An entry with a mistake is in the model with a stand-in for what is wrong, so that the rest can still be checked: an
///   error keeps the site from being written, so no reader ever sees one.
/// - Codes: M101–M125 fields, M201–M212 settings, M301–M317 links and pictures, M401–M422 across files, and those of
///   [`TablePlan::join`].
pub fn join(sources: &Sources, parsed: &Parsed, ledgers: Ledgers, options: &Options) -> Outcome<Model> {
    let mut found = Vec::new();
    let Ledgers { vocabulary, plan, parts } = ledgers;
    let mut settings = settings::read(sources, parsed.site.as_ref(), &vocabulary, options, &mut found);
    let emblem = site_links::emblem(sources, &settings, &mut found);
    settings.site.emblem = emblem.filter(|file| parsed.has_picture(*file));
    let ids = drafts::entry_ids(sources, parsed, &settings.site);
    let tables = plan.join(parts, &ids).into_value(&mut found);
    let registers = Registers::of(&tables);
    let Roll { published, scheduled, directory } =
        drafts::roll(sources, parsed, (&settings.site, &registers), options, &mut found);
    site_links::keep_published_notes(&mut settings, &directory, &mut found);
    let scope = Scope::new((sources, parsed), (&settings.site, &vocabulary), (&registers, &directory));
    let rotas = columns::rotas(&scope, &settings, &mut found);
    for draft in scheduled {
        entries::entry(&scope, draft, Shown::Later, &mut found);
    }
    let mut entries = Vec::with_capacity(published.len());
    for draft in published {
        entries.push(entries::entry(&scope, draft, Shown::Now, &mut found));
    }
    pairs::check(parsed, &entries, &mut found);
    replaced::check(parsed, &entries, &mut found);
    let mut used_files = scope.into_used();
    used_files.extend(emblem);
    let mut site = settings.site;
    for (column, rota) in site.columns.iter_mut().zip(rotas) {
        column.rota = rota;
    }
    columns::report_missed_turns(parsed, sources, &site, &entries, &mut found);
    let pictures = used_files.iter().filter_map(|file| Some((*file, *parsed.pictures.get(file)?))).collect();
    let drawings = used_files.iter().filter_map(|file| Some((*file, parsed.drawings.get(file)?.clone()))).collect();
    sort(&mut found);
    let as_of = sources.as_of();
    let (by_file, by_id) = lookup::index(&entries);
    Outcome::new(Model { site, entries, vocabulary, tables, pictures, drawings, used_files, as_of, by_file, by_id }, found)
}

fn sort(found: &mut [Diagnostic]) {
    found.sort_by_key(|diagnostic| (diagnostic.at.order(), diagnostic.code.id));
}

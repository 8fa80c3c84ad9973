//! All files together to typed, linked, checked entries and tables.
//!
//! In two passes, because anything may refer to anything: the first finds out who is there, the second reads what each says.

mod address;
mod blocks;
mod columns;
mod consented;
pub mod date;
mod directory;
mod drafts;
mod entries;
mod entry;
pub mod form;
mod held;
mod hidden_names;
mod handed_out;
mod kinds;
mod links;
mod lookup;
mod naming;
mod notice;
pub mod number;
mod pairs;
mod pictures;
mod registers;
mod replaced;
pub mod requests;
mod scope;
mod settings;
mod site;
mod site_links;
pub mod slug;
mod spot;
pub mod table;
#[cfg(test)]
mod tests;
mod turn;
mod vocabulary;
mod web;
mod working_days;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{FileId, Outcome};
use crate::read::image::{Picture, Svg};
use crate::read::{Fields, Parsed, Value};
use crate::source::Sources;

use self::drafts::Roll;
use self::entries::Shown;
use self::registers::Registers;
use self::scope::Scope;
use self::table::{Part, TableLimits, TablePlan, plan_tables};

pub use self::entry::*;
pub use self::held::{Held, HeldWhy};
pub use self::naming::{Ask, Contact, NamingLevel, PatternTier, Privacy, PrivatePattern, masked};
pub use self::notice::*;
pub use self::settings::normal_base_url;
pub use self::site::*;
pub use self::table::{Row, Table, Tables};
pub use self::turn::{Turn, TurnKind};
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
    /// What of the content is not shown, sorted.
    pub held: Vec<Held>,
    /// "Today".
    pub as_of: Date,
    /// Days on which a text comes or goes by itself, past ones too, in the order of the files.
    pub turns: Vec<Turn>,
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
    /// They are not in the model.
    #[default]
    LeftOut,
    /// They are entries like all others, for a preview.
    Shown,
}

/// What must be known before tables can be read: the words and columns that a site may use, and which file holds which table.
#[derive(Clone, Debug)]
pub struct Preparation {
    /// Words.
    pub vocabulary: Vocabulary,
    /// Files below `data/` that hold tables.
    pub tables: TablePlan,
}

/// Reads the few files that say how others are to be read.
///
/// - Codes: those of [`Vocabulary::of_site`] and [`plan_tables`].
pub fn prepare(sources: &Sources, site: Option<&Fields>) -> Outcome<Preparation> {
    let mut found = Vec::new();
    let vocabulary = Vocabulary::of_site(sources).into_value(&mut found);
    let max_rows = early_limit(site, "limits", "rows").unwrap_or(TableLimits::default().max_rows);
    let tables = plan_tables(sources, &vocabulary, TableLimits { max_rows }).into_value(&mut found);
    Outcome::new(Preparation { vocabulary, tables }, found)
}

/// A limit of `site.toml` that reading needs before settings are judged. A mistake in it is reported there.
pub fn early_limit(site: Option<&Fields>, table: &str, key: &str) -> Option<u64> {
    let Value::Fields(table) = &site?.get(table)?.value else { return None };
    let Value::Integer(limit) = table.get(key)?.value else { return None };
    u64::try_from(limit).ok().filter(|limit| *limit > 0)
}

/// Joins everything that was read; `parts` are those of the preparation's table files, in their order.
///
/// - An entry with a mistake is in the model with a stand-in for what is wrong, so that the rest can still be checked: an
///   error keeps the site from being written, so no reader ever sees one.
/// - Codes: M101–M125 fields, M201–M215 settings, M301–M317 links and pictures, M401–M432 across files, and those of
///   vocabulary and tables.
pub fn build(
    sources: &Sources,
    parsed: &Parsed,
    preparation: Preparation,
    parts: Vec<Arc<Part>>,
    options: &Options,
) -> Outcome<Model> {
    let mut found = Vec::new();
    let Preparation { vocabulary, tables } = preparation;
    let tables = tables.join(parts, &address::ids_by_kind(sources)).into_value(&mut found);
    let registers = Registers::of(&tables);
    let mut settings = settings::read(sources, parsed.site.as_ref(), &vocabulary, options, &mut found);
    settings.site.emblem = site_links::emblem(sources, parsed, &settings, &mut found);
    let Roll { published, scheduled, held, turns, directory } =
        drafts::roll(sources, parsed, (&settings.site, &registers, &vocabulary), options, &mut found);
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
    found.extend(scope.findings_of_used());
    let (mut used, held_in_texts) = scope.into_used();
    pairs::check(parsed, &entries, &mut found);
    replaced::check(parsed, &entries, &mut found);
    let mut site = settings.site;
    for (column, rota) in site.columns.iter_mut().zip(rotas) {
        column.rota = rota;
    }
    columns::report_missed_turns(parsed, sources, &site, &entries, &mut found);
    used.extend(site.emblem);
    let mut held: Vec<Held> = held.into_iter().chain(held_in_texts).collect();
    held.sort_unstable();
    let pictures = used.iter().filter_map(|file| Some((*file, *parsed.pictures.get(file)?))).collect();
    let drawings = used.iter().filter_map(|file| Some((*file, parsed.drawings.get(file)?.clone()))).collect();
    let (by_file, by_id) = lookup::index(&entries);
    found.sort_by_key(|diagnostic| (diagnostic.at.order(), diagnostic.code.id));
    let as_of = sources.as_of();
    let model = Model { site, entries, vocabulary, tables, pictures, drawings, held, as_of, turns, by_file, by_id };
    Outcome::new(model, found)
}

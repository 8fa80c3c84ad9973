//! A site's `data/sources.toml` to rules: which file holds which table, and how its headings and rows are to be understood.

use encoding_rs::Encoding;

use super::schema::{Schemas, heading_key};
use super::settings::{Settings, bad_setting};
use crate::diag::{Diagnostic, FileId, Outcome, Place, Span, codes, nearest};
use crate::read::{CsvForm, Fields, Separator, Value, cell_text};

/// Where a site says which file holds which table.
pub const SOURCES_PATH: &str = "data/sources.toml";

const KEYS: [&str; 10] =
    ["file", "table", "header_row", "skip_rows", "encoding", "columns", "constants", "total_rows", "note_rows", "separator"];

/// One `[[source]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SourceRule {
    /// Where it stands.
    pub(super) at: Place,
    /// Files below `data/`, with `*`, `**` and `?`.
    pub(super) pattern: String,
    /// Index of the table.
    pub(super) table: usize,
    pub(super) form: CsvForm,
    /// `None`: what the file itself shows.
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) columns: Vec<MappedHeading>,
    pub(super) constants: Vec<Constant>,
}

/// A heading of the file with the column that it means.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MappedHeading {
    pub(super) heading: String,
    /// `None`: the column is left out.
    pub(super) column: Option<usize>,
    pub(super) at: Place,
}

/// A value that every row of the file has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Constant {
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) at: Place,
}

/// Understands `data/sources.toml`.
///
/// - Codes: M521 an unknown key, M522 a value of the wrong form, M523 an unknown table, M524 an unknown column, M525 a required
///   key is missing, M526 an unknown encoding.
pub(super) fn read_rules(file: FileId, fields: &Fields, schemas: &Schemas, max_rows: u64) -> Outcome<Vec<SourceRule>> {
    let mut found = Vec::new();
    let mut rules = Vec::new();
    Settings { file, fields, found: &mut found }.expect_only(&["source"]);
    let Some(node) = fields.get("source") else { return Outcome::new(rules, found) };
    let Value::List(sources) = &node.value else {
        found.push(bad_setting(file, node.span, "source", "[[source]]"));
        return Outcome::new(rules, found);
    };
    for source in sources {
        match &source.value {
            Value::Fields(fields) => {
                let settings = Settings { file, fields, found: &mut found };
                rules.extend(read_rule(settings, source.span, schemas, max_rows));
            }
            _ => found.push(bad_setting(file, source.span, "source", "[[source]]")),
        }
    }
    Outcome::new(rules, found)
}

fn read_rule(mut settings: Settings<'_, '_>, span: Span, schemas: &Schemas, max_rows: u64) -> Option<SourceRule> {
    let at = Place::Text(settings.file, span);
    settings.expect_only(&KEYS);
    let pattern = required(&mut settings, "file", "\"2026/*.csv\"", &at);
    let name = required(&mut settings, "table", "\"attendance\"", &at);
    let form = CsvForm {
        separator: separator(&mut settings),
        header_row: settings.count("header_row", 1).map_or(0, |row| row - 1),
        n_skipped: settings.count("skip_rows", 0).unwrap_or(0),
        totals: settings.texts("total_rows", "[\"…\"]").iter().map(|text| without_space(text)).collect(),
        notes: settings.texts("note_rows", "[\"…\"]").iter().map(|text| without_space(text)).collect(),
        max_rows,
    };
    let encoding = encoding(&mut settings);
    let name = name?;
    let Some(table) = schemas.tables.iter().position(|table| table.name == name) else {
        let node = settings.fields.get("table").expect("its text was just read");
        let diagnostic = codes::unknown_source_table.at(Place::Text(settings.file, node.span)).with("table", name);
        settings.found.push(diagnostic.with_some("near", schemas.nearest(name)));
        return None;
    };
    let columns = mapped_headings(&mut settings, schemas, table);
    let constants = constants(&mut settings, schemas, table);
    let pattern = pattern?.trim_start_matches("data/").to_owned();
    Some(SourceRule { at, pattern, table, form, encoding, columns, constants })
}

fn required<'f>(settings: &mut Settings<'f, '_>, key: &str, example: &str, at: &Place) -> Option<&'f str> {
    if settings.fields.get(key).is_none() {
        settings.found.push(codes::missing_setting.at(at.clone()).with("key", key).with("example", example));
    }
    settings.text(key, example)
}

fn separator(settings: &mut Settings<'_, '_>) -> Option<Separator> {
    let node = settings.fields.get("separator")?;
    match &node.value {
        Value::Text(text) if text == "," => Some(Separator::Comma),
        Value::Text(text) if text == ";" => Some(Separator::Semicolon),
        Value::Text(text) if text == "\t" || text == "tab" => Some(Separator::Tab),
        _ => settings.refuse("separator", node, "\",\" / \";\" / \"tab\""),
    }
}

fn encoding(settings: &mut Settings<'_, '_>) -> Option<&'static Encoding> {
    let name = settings.text("encoding", "\"gb18030\"")?;
    let encoding = Encoding::for_label(name.as_bytes());
    if encoding.is_none() {
        let node = settings.fields.get("encoding").expect("its text was just read");
        settings.found.push(codes::unknown_encoding.at(Place::Text(settings.file, node.span)).with("name", name));
    }
    encoding
}

/// `columns = { "学习时长" = "minutes", "备注" = false }`.
fn mapped_headings(settings: &mut Settings<'_, '_>, schemas: &Schemas, table: usize) -> Vec<MappedHeading> {
    let example = "{ \"…\" = \"minutes\" }";
    let Some(fields) = settings.fields("columns", example) else { return Vec::new() };
    let mut columns = Vec::new();
    for (key, node) in &fields.entries {
        let at = Place::Text(settings.file, key.span);
        let column = match &node.value {
            Value::Bool(false) => None,
            Value::Text(name) => match schemas.tables[table].column(name) {
                Some(idx) => Some(idx),
                None => {
                    settings.found.push(unknown_column(settings.file, node.span, name, schemas, table));
                    continue;
                }
            },
            _ => {
                settings.found.push(bad_setting(settings.file, node.span, &key.text, example));
                continue;
            }
        };
        columns.push(MappedHeading { heading: heading_key(&key.text), column, at });
    }
    columns
}

/// `constants = { branch = "shukong" }`.
fn constants(settings: &mut Settings<'_, '_>, schemas: &Schemas, table: usize) -> Vec<Constant> {
    let example = "{ branch = \"shukong\" }";
    let Some(fields) = settings.fields("constants", example) else { return Vec::new() };
    let mut constants = Vec::new();
    for (key, node) in &fields.entries {
        let Some(column) = schemas.tables[table].column(&key.text) else {
            settings.found.push(unknown_column(settings.file, key.span, &key.text, schemas, table));
            continue;
        };
        match cell_text(&node.value) {
            Some(text) => constants.push(Constant { column, text, at: Place::Text(settings.file, node.span) }),
            None => settings.found.push(bad_setting(settings.file, node.span, &key.text, example)),
        }
    }
    constants
}

fn unknown_column(file: FileId, span: Span, name: &str, schemas: &Schemas, table: usize) -> Diagnostic {
    let table = &schemas.tables[table];
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let near = nearest(name, names.iter().copied());
    let diagnostic = codes::unknown_source_column.at(Place::Text(file, span)).with("column", name).with("table", &table.name);
    diagnostic.with_some("near", near).with("known", names.join("、"))
}

/// Rows are recognised by words that people like to spread: `合 计`.
fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a path matches a pattern: `?` is one character, `*` any number within a folder, `**` any number; `**/` may be nothing.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let path: Vec<char> = path.chars().collect();
    // `reached[n]`: what was seen of the pattern matches the first n characters. Linear in both, whatever stars there are.
    let mut reached = vec![false; path.len() + 1];
    reached[0] = true;
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        let n_bytes = match rest {
            _ if rest.starts_with("**/") => 3,
            _ if rest.starts_with("**") => 2,
            _ => c.len_utf8(),
        };
        let (token, behind) = rest.split_at(n_bytes);
        reached = step(token, &reached, &path);
        rest = behind;
    }
    reached[path.len()]
}

fn step(token: &str, reached: &[bool], path: &[char]) -> Vec<bool> {
    let mut next = vec![false; path.len() + 1];
    let mut is_running = false;
    for at in 0..=path.len() {
        let before = at.checked_sub(1).map(|idx| path[idx]);
        next[at] = match token {
            "*" => {
                is_running = reached[at] || (is_running && before != Some('/'));
                is_running
            }
            "**" | "**/" => {
                is_running |= reached[at];
                if token == "**" { is_running } else { reached[at] || (is_running && before == Some('/')) }
            }
            "?" => at > 0 && reached[at - 1] && before != Some('/'),
            one => at > 0 && reached[at - 1] && one.chars().next() == before,
        };
    }
    next
}

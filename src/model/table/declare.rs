//! The shipped tables and a site's `data/tables.toml` to schemas. Both are written in the same way and read by the same code.

use super::super::number::{Decimal, parse_number};
use super::super::vocabulary::Vocabulary;
use super::schema::{ColumnSchema, ENTRY_KINDS, Kind, Range, Schemas, Sensitivity, TableSchema, heading_key};
use super::settings::{Settings, bad_setting, texts_of, unknown_key};
use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::read::{Fields, Key, Node, Value, parse_toml};

const SHIPPED: &str = include_str!("defaults.toml");

/// Where a site declares more tables and columns.
pub const TABLES_PATH: &str = "data/tables.toml";

const TABLE_KEYS: [&str; 4] = ["label", "aliases", "name_column", "columns"];
const COLUMN_KEYS: [&str; 12] =
    ["label", "aliases", "type", "enum", "references", "list", "key", "required", "unique", "range", "unit", "sensitivity"];
/// What a site may say about a shipped column: the rest is what formulas and privacy build on.
const SHIPPED_COLUMN_KEYS: [&str; 5] = ["label", "aliases", "required", "range", "sensitivity"];
const TYPES: [&str; 6] = ["text", "integer", "number", "bool", "date", "month"];
const LEVELS: [&str; 4] = ["public", "internal", "personal", "secret"];
/// Units that yuandi has words for. A school's own unit (学分) is fine; a misspelt one of these is not.
const UNITS: [&str; 10] = ["percent", "count", "minutes", "hours", "days", "points", "score", "yuan", "persons", "times"];

impl Schemas {
    /// The tables that come with yuandi.
    pub fn shipped() -> Self {
        let fields = parse_toml(FileId(0), SHIPPED, 0).value.expect("the shipped schemas are TOML: a test reads them");
        let outcome = Self::default().declare(FileId(0), &fields, &Vocabulary::shipped(), Sensitivity::Public);
        debug_assert!(outcome.found.is_empty(), "the shipped schemas have no mistakes: {:?}", outcome.found);
        outcome.value
    }

    /// These schemas with the tables, columns and aliases of a `data/tables.toml`; its columns are internal unless it says otherwise.
    ///
    /// - Codes: M521 an unknown key, M522 a value of the wrong form, M541 an unknown word in a schema, M542 a reference to a table
    ///   that does not exist, M543 a name that cannot be one, M544 a shipped column changed, M545 a heading that means two columns.
    pub fn declared(self, file: FileId, fields: &Fields, vocabulary: &Vocabulary) -> Outcome<Self> {
        self.declare(file, fields, vocabulary, Sensitivity::Internal)
    }

    fn declare(mut self, file: FileId, fields: &Fields, vocabulary: &Vocabulary, level: Sensitivity) -> Outcome<Self> {
        let mut found = Vec::new();
        let names =
            self.tables.iter().map(|table| table.name.clone()).chain(fields.entries.iter().map(|(key, _)| key.text.clone()));
        let names: Vec<String> = names.collect();
        let mut declaring = Declaring { file, vocabulary, names: &names, level, found: &mut found };
        for (key, node) in &fields.entries {
            let Value::Fields(fields) = &node.value else {
                declaring.found.push(bad_setting(file, node.span, &key.text, "[activity_log]"));
                continue;
            };
            match self.tables.iter_mut().find(|table| table.name == key.text) {
                Some(table) => declaring.extend(table, fields),
                None if is_name(&key.text) => {
                    let mut table = TableSchema {
                        name: key.text.clone(),
                        label: key.text.clone(),
                        aliases: Vec::new(),
                        name_column: None,
                        columns: Vec::new(),
                    };
                    declaring.extend(&mut table, fields);
                    self.tables.push(table);
                }
                None => declaring.refuse_name(key),
            }
        }
        Outcome::new(self, found)
    }
}

/// The surroundings of a declaration.
struct Declaring<'a> {
    file: FileId,
    vocabulary: &'a Vocabulary,
    /// All tables, those further down in the file included.
    names: &'a [String],
    /// Of columns that say nothing about it.
    level: Sensitivity,
    found: &'a mut Vec<Diagnostic>,
}

impl Declaring<'_> {
    fn settings<'f>(&mut self, fields: &'f Fields) -> Settings<'f, '_> {
        Settings { file: self.file, fields, found: self.found }
    }

    fn extend(&mut self, table: &mut TableSchema, fields: &Fields) {
        let n_shipped = table.columns.len();
        let mut settings = self.settings(fields);
        settings.expect_only(&TABLE_KEYS);
        if let Some(label) = settings.text("label", "\"…\"") {
            table.label = label.to_owned();
        }
        table.aliases.extend(settings.texts("aliases", "[\"…\"]"));
        if let Some(columns) = settings.fields("columns", "[members.columns]") {
            for (key, node) in &columns.entries {
                self.column(table, n_shipped, key, node);
            }
        }
        let mut settings = self.settings(fields);
        if let Some(name) = settings.text("name_column", "\"name\"") {
            table.name_column = table.column(name);
            if table.name_column.is_none() {
                let node = fields.get("name_column").expect("its text was just read");
                let known: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                self.unknown_word(node, "name_column", name, &known);
            }
        }
        self.check_headings(table, fields);
    }

    fn column(&mut self, table: &mut TableSchema, n_shipped: usize, key: &Key, node: &Node) {
        let fields = match &node.value {
            Value::Fields(fields) => fields,
            _ => return self.found.push(bad_setting(self.file, node.span, &key.text, "{ label = \"…\", type = \"text\" }")),
        };
        match table.column(&key.text) {
            Some(idx) if idx < n_shipped => self.adjust(&mut table.columns[idx], fields),
            // TOML does not let a key stand twice in one table.
            Some(_) => {}
            None if is_name(&key.text) => {
                let mut column = self.new_column(key, fields);
                if column.is_key && n_shipped > 0 {
                    column.is_key = false;
                    let diagnostic = codes::shipped_column_changed.at(Place::Text(self.file, key.span)).with("key", "key");
                    self.found.push(diagnostic.with("column", &key.text).with("known", SHIPPED_COLUMN_KEYS.join("、")));
                }
                table.columns.push(column);
            }
            None => self.refuse_name(key),
        }
    }

    /// A site may say more about a shipped column, and be stricter, but not make something else of it.
    fn adjust(&mut self, column: &mut ColumnSchema, fields: &Fields) {
        for (key, _) in &fields.entries {
            if COLUMN_KEYS.contains(&key.text.as_str()) && !SHIPPED_COLUMN_KEYS.contains(&key.text.as_str()) {
                let diagnostic = codes::shipped_column_changed.at(Place::Text(self.file, key.span)).with("key", &key.text);
                self.found.push(diagnostic.with("column", &column.name).with("known", SHIPPED_COLUMN_KEYS.join("、")));
            } else if !COLUMN_KEYS.contains(&key.text.as_str()) {
                self.found.push(unknown_key(self.file, key, &SHIPPED_COLUMN_KEYS));
            }
        }
        let mut settings = self.settings(fields);
        if let Some(label) = settings.text("label", "\"…\"") {
            column.aliases.push(std::mem::replace(&mut column.label, label.to_owned()));
        }
        column.aliases.extend(settings.texts("aliases", "[\"…\"]"));
        column.is_required |= settings.flag("required", false);
        if fields.get("range").is_some() {
            column.range = self.range(fields);
        }
        if let Some(level) = self.sensitivity(fields) {
            if level < column.sensitivity {
                let node = fields.get("sensitivity").expect("its level was just read");
                let diagnostic = codes::shipped_column_changed.at(Place::Text(self.file, node.span)).with("key", "sensitivity");
                self.found.push(diagnostic.with("column", &column.name).with("known", SHIPPED_COLUMN_KEYS.join("、")));
            }
            column.sensitivity = column.sensitivity.max(level);
        }
    }

    fn new_column(&mut self, key: &Key, fields: &Fields) -> ColumnSchema {
        let mut settings = self.settings(fields);
        settings.expect_only(&COLUMN_KEYS);
        let label = settings.text("label", "\"…\"").unwrap_or(&key.text).to_owned();
        let aliases = settings.texts("aliases", "[\"…\"]");
        let is_list = settings.flag("list", false);
        let is_key = settings.flag("key", false);
        let is_required = settings.flag("required", false) || is_key;
        let is_unique = settings.flag("unique", false);
        ColumnSchema {
            name: key.text.clone(),
            label,
            aliases,
            kind: self.kind(fields),
            is_list,
            is_required,
            is_key,
            is_unique,
            range: self.range(fields),
            unit: self.unit(fields),
            sensitivity: self.sensitivity(fields).unwrap_or(self.level),
        }
    }

    fn kind(&mut self, fields: &Fields) -> Kind {
        if let Some(node) = fields.get("enum") {
            return self.words(node);
        }
        if let Some(name) = self.settings(fields).text("references", "\"members\"") {
            if self.names.iter().any(|table| table == name) {
                return Kind::Row(name.to_owned());
            }
            if ENTRY_KINDS.contains(&name) {
                return Kind::Entry(name.to_owned());
            }
            let near = nearest(name, self.names.iter().map(String::as_str).chain(ENTRY_KINDS));
            let node = fields.get("references").expect("its text was just read");
            let diagnostic = codes::unknown_reference.at(Place::Text(self.file, node.span)).with("name", name);
            self.found.push(diagnostic.with_some("near", near).with("known", self.names.join("、")));
            return Kind::Text;
        }
        match self.settings(fields).text("type", "\"text\"").unwrap_or("text") {
            "text" => Kind::Text,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "bool" => Kind::Bool,
            "date" => Kind::Date,
            "month" => Kind::Month,
            other => {
                let node = fields.get("type").expect("its text was just read");
                self.unknown_word(node, "type", other, &TYPES);
                Kind::Text
            }
        }
    }

    /// `enum = "topic"` is a group of the vocabulary, `enum = ["甲", "乙"]` a list of its own.
    fn words(&mut self, node: &Node) -> Kind {
        match &node.value {
            Value::Text(group) => {
                if !self.vocabulary.has_group(group) {
                    let groups: Vec<&str> = self.vocabulary.groups().collect();
                    self.unknown_word(node, "enum", group, &groups);
                    return Kind::Text;
                }
                Kind::Word(group.clone())
            }
            _ => match texts_of(node) {
                Some(words) if !words.is_empty() => Kind::OneOf(words),
                _ => {
                    self.found.push(bad_setting(self.file, node.span, "enum", "[\"…\", \"…\"]"));
                    Kind::Text
                }
            },
        }
    }

    /// `[0, 100]`, or `[0]` for no upper limit.
    fn range(&mut self, fields: &Fields) -> Range {
        let Some(node) = fields.get("range") else { return Range::default() };
        let limits = match &node.value {
            Value::List(items) => items.iter().map(decimal).collect::<Option<Vec<Decimal>>>(),
            _ => None,
        };
        match limits.as_deref() {
            Some([min]) => Range { min: Some(*min), max: None },
            Some([min, max]) if min <= max => Range { min: Some(*min), max: Some(*max) },
            _ => {
                self.found.push(bad_setting(self.file, node.span, "range", "[0, 100]"));
                Range::default()
            }
        }
    }

    fn unit(&mut self, fields: &Fields) -> String {
        let Some(unit) = self.settings(fields).text("unit", "\"minutes\"") else { return String::new() };
        if !UNITS.contains(&unit) && nearest(unit, UNITS).is_some() {
            let node = fields.get("unit").expect("its text was just read");
            self.unknown_word(node, "unit", unit, &UNITS);
        }
        unit.to_owned()
    }

    fn sensitivity(&mut self, fields: &Fields) -> Option<Sensitivity> {
        let name = self.settings(fields).text("sensitivity", "\"internal\"")?;
        let level = Sensitivity::named(name);
        if level.is_none() {
            let node = fields.get("sensitivity").expect("its text was just read");
            self.unknown_word(node, "sensitivity", name, &LEVELS);
        }
        level
    }

    fn unknown_word(&mut self, node: &Node, key: &str, word: &str, known: &[&str]) {
        let near = nearest(word, known.iter().copied());
        let diagnostic = codes::unknown_schema_word.at(Place::Text(self.file, node.span)).with("key", key).with("word", word);
        self.found.push(diagnostic.with_some("near", near).with("known", known.join("、")));
    }

    fn refuse_name(&mut self, key: &Key) {
        self.found.push(codes::bad_table_name.at(Place::Text(self.file, key.span)).with("name", &key.text));
    }

    /// One heading must not mean two columns of a table.
    fn check_headings(&mut self, table: &TableSchema, fields: &Fields) {
        let mut headings: Vec<(String, usize)> = Vec::new();
        for (idx, column) in table.columns.iter().enumerate() {
            for heading in [&column.name, &column.label].into_iter().chain(&column.aliases) {
                headings.push((heading_key(heading), idx));
            }
        }
        headings.sort();
        headings.dedup();
        for pair in headings.windows(2) {
            if pair[0].0 == pair[1].0 {
                let diagnostic = codes::heading_means_two.at(Place::Text(self.file, fields.span)).with("heading", &pair[0].0);
                let diagnostic = diagnostic.with("table", &table.name).with("first", &table.columns[pair[0].1].name);
                self.found.push(diagnostic.with("second", &table.columns[pair[1].1].name));
            }
        }
    }
}

fn decimal(node: &Node) -> Option<Decimal> {
    match &node.value {
        Value::Integer(number) => Some(Decimal::from(*number)),
        Value::Float(number) => parse_number(&number.to_string()).ok(),
        _ => None,
    }
}

/// Names stand in formulas and file names: lower-case letters, digits, `_`, beginning with a letter.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

//! The one syntax tree behind TOML, YAML and JSON: values with the place where each was written.

use jiff::civil::{Date, DateTime, Time};

use crate::diag::Span;

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// In the file's decoded text.
    pub span: Span,
    /// What is written there.
    pub value: Value,
}

/// What can be written in front matter and data files.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, without its quotes.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction; never NaN or infinite.
    Float(f64),
    /// Yes or no.
    Bool(bool),
    /// A date without a time.
    Date(Date),
    /// A date with a local time; an offset is not kept, because a site lives in one time zone.
    DateTime(DateTime),
    /// A time without a date.
    Time(Time),
    /// A list.
    List(Vec<Node>),
    /// Keys with values.
    Fields(Fields),
    /// Nothing: YAML and JSON `null`.
    Null,
}

/// Keys with values, in the order in which they were written; no key twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// From the first to behind the last.
    pub span: Span,
    /// The pairs.
    pub entries: Vec<(Key, Node)>,
}

/// A key with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Without quotes.
    pub text: String,
    /// In the file's decoded text.
    pub span: Span,
}

impl Fields {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name.text == key).map(|(_, node)| node)
    }
}

impl Value {
    /// What the author would call it, as the name of a word in the catalogue (`text`, `list`, …).
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Integer(_) | Self::Float(_) => "number",
            Self::Bool(_) => "bool",
            Self::Date(_) | Self::DateTime(_) | Self::Time(_) => "date",
            Self::List(_) => "list",
            Self::Fields(_) => "table",
            Self::Null => "null",
        }
    }
}

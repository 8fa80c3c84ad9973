//! Pages, feeds and drawings to their text: inline tags vanish, blocks end lines, rows of tables are pieces of their own; what
//! is not shown (attributes, comments, scripts) follows apart from it.

use memchr::{memchr, memchr_iter, memchr2};

use super::elements::{Effect, effect_in_page, effect_in_xml};
use super::entity::push_resolved;
use super::lines::Lines;
use super::markup::{Dialect, Listener, listen};
use super::tables::Tables;
use super::{APART, Inside, Origin, Piece, Reading, Take, data_url, json, script};

/// Markup in attributes, comments and strings of markup: each time once more, so this bounds what it costs.
const DEEPEST: u32 = 3;
/// In bytes: fewer Latin letters and digits say nothing about anybody.
const SHORTEST: usize = 5;

/// Attributes of drawings that hold shapes.
const SHAPES: [&str; 5] = ["d", "points", "transform", "viewBox", "stroke-dasharray"];

/// In digits: coordinates are shorter.
const LONG: usize = 6;

/// Reads a file of markup.
pub(super) fn read(reading: &Reading<'_>, dialect: Dialect, take: &mut dyn Take) {
    let lines = match reading.origin {
        Origin::Own => Lines::nowhere(reading.inside),
        Origin::Brought => Lines::of(reading.text, reading.inside),
    };
    Page::new(lines, dialect, DEEPEST, take).read(reading.text);
}

/// Gives a text from inside another file, without its tags if it has any.
///
/// - Result: whether it has some. If not, nothing was given.
pub(super) fn give_shown(text: &str, inside: &Inside, take: &mut dyn Take) -> bool {
    let has_tags = has_tags(text);
    if has_tags {
        Page::new(Lines::nowhere(inside), Dialect::Html, DEEPEST - 1, take).read(text);
    }
    has_tags
}

/// Gives data in XML that stands at one place of another file.
pub(super) fn give_data(text: &str, inside: &Inside, take: &mut dyn Take) {
    Page::new(Lines::nowhere(inside), Dialect::Xml, DEEPEST - 1, take).read(text);
}

/// Whether a text looks like markup.
fn has_tags(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(b'<', bytes).any(|at| bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"!/".contains(next)))
}

/// A page that is being read.
struct Page<'p> {
    lines: Lines<'p>,
    dialect: Dialect,
    depth: u32,
    take: &'p mut dyn Take,
    /// What is shown and was not given yet.
    flow: String,
    /// Where in the flow the block at hand begins, and where in the source.
    block: (usize, usize),
    /// What is not shown.
    aside: String,
    tables: Tables,
    /// What the tag at hand does.
    effect: Effect,
    /// Whether the script at hand is data.
    is_data: bool,
}

impl<'p> Page<'p> {
    fn new(lines: Lines<'p>, dialect: Dialect, depth: u32, take: &'p mut dyn Take) -> Self {
        let (flow, aside, tables) = (String::new(), String::new(), Tables::default());
        Self { lines, dialect, depth, take, flow, block: (0, 0), aside, tables, effect: Effect::Inline, is_data: false }
    }

    fn read(mut self, text: &str) {
        self.flow.reserve(text.len() / 2);
        self.aside.reserve(text.len() / 4);
        listen(text, self.dialect, &mut self);
        self.end_row();
        self.end_block(text.len());
        for rest in [&self.flow, &self.aside] {
            if !rest.trim_ascii().is_empty() {
                self.take.piece(Piece { text: rest, headings: &[], inside: self.lines.inside_at(0) });
            }
        }
    }

    fn begin(&mut self, at: usize, name: &str) {
        self.effect = match self.dialect {
            Dialect::Html => effect_in_page(name),
            Dialect::Xml => effect_in_xml(name),
        };
        match self.effect {
            Effect::Inline => {}
            Effect::Block => self.end_block(at),
            Effect::Break => self.flow.push('\n'),
            Effect::Table => {
                self.end_block(at);
                self.tables.open();
            }
            Effect::Row => {
                self.end_row();
                self.tables.begin_row(&self.flow, at);
            }
            Effect::Cell => self.tables.begin_cell(&mut self.flow, at),
        }
    }

    fn end(&mut self, at: usize) {
        match self.effect {
            Effect::Inline | Effect::Break | Effect::Cell => {}
            Effect::Block => self.end_block(at),
            Effect::Row => self.end_row(),
            Effect::Table => {
                self.end_row();
                self.tables.close();
                self.end_block(at);
            }
        }
    }

    /// Ends a block; where lines are told, it is a piece.
    fn end_block(&mut self, at: usize) {
        if self.tables.is_in_row() {
            return self.flow.push('\n');
        }
        let (start, begins_at) = std::mem::replace(&mut self.block, (self.flow.len(), at));
        let block = self.flow.get(start..).unwrap_or_default();
        if block.trim_ascii().is_empty() {
            self.flow.truncate(start);
        } else if self.depth > 0 && self.dialect == Dialect::Xml && has_tags(block) {
            // Feeds hold pages as text.
            let block = self.flow.split_off(start);
            self.read_inner(begins_at, &block);
        } else if self.lines.are_told() {
            self.take.piece(Piece { text: block, headings: &[], inside: self.lines.inside_at(begins_at) });
            self.flow.truncate(start);
        } else {
            self.flow.push('\n');
        }
        self.block.0 = self.flow.len();
    }

    fn end_row(&mut self) {
        let Some(row) = self.tables.end_row(&mut self.flow) else { return };
        let headings = self.tables.headings(&row);
        self.take.piece(Piece { text: &self.flow[row.start..], headings, inside: self.lines.inside_at(row.at) });
        self.flow.truncate(row.start);
        if !self.tables.is_in_row() {
            self.block.0 = self.flow.len();
        }
    }

    /// Reads markup that stood in this one as a text.
    fn read_inner(&mut self, at: usize, text: &str) {
        let lines = Lines::nowhere(self.lines.inside_at(at));
        Page::new(lines, Dialect::Html, self.depth - 1, self.take).read(text);
    }

    /// Adds something that is not shown.
    fn push_aside(&mut self, at: usize, text: &str) {
        if text.len() < SHORTEST && text.is_ascii() {
            return;
        }
        if self.lines.are_told() {
            return self.take.piece(Piece { text, headings: &[], inside: self.lines.inside_at(at) });
        }
        self.aside.push_str(text);
        self.aside.push(APART);
    }

    fn push_value(&mut self, at: usize, name: &str, value: &str) {
        self.push_aside(at, value);
        let is_list = name.eq_ignore_ascii_case("style") || name.eq_ignore_ascii_case("srcset");
        let may_hold_data = is_list && memchr2(b'(', b';', value.as_bytes()).is_some();
        if may_hold_data || value.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
            data_url::read_all(value, self.lines.inside_at(at), self.take);
        }
    }
}

impl Listener for Page<'_> {
    fn text(&mut self, at: usize, text: &str) {
        if self.flow.len() == self.block.0 {
            self.block.1 = at;
        }
        let start = self.flow.len();
        push_resolved(&mut self.flow, text);
        self.tidy_row(start);
    }

    fn plain_text(&mut self, at: usize, text: &str) {
        if self.flow.len() == self.block.0 {
            self.block.1 = at;
        }
        let start = self.flow.len();
        self.flow.push_str(text);
        self.tidy_row(start);
    }

    fn open(&mut self, at: usize, name: &str) {
        self.is_data = false;
        self.begin(at, name);
        self.push_name(at, name);
    }

    fn attribute(&mut self, at: usize, name: &str, value: &str) {
        self.push_name(at, name);
        if value.len() < SHORTEST && self.effect != Effect::Cell && value.is_ascii() || is_shape(name, value) {
            return;
        }
        if self.effect == Effect::Cell && name.eq_ignore_ascii_case("colspan") {
            return self.tables.span(value);
        }
        self.is_data |= name.eq_ignore_ascii_case("type") && value.ends_with("json");
        if memchr2(b'&', b'<', value.as_bytes()).is_none() {
            return self.push_value(at, name, value);
        }
        let mut resolved = String::with_capacity(value.len());
        push_resolved(&mut resolved, value);
        if self.depth > 0 && has_tags(&resolved) {
            return self.read_inner(at, &resolved);
        }
        self.push_value(at, name, &resolved);
    }

    fn close(&mut self, at: usize, name: &str) {
        self.effect = match self.dialect {
            Dialect::Html => effect_in_page(name),
            Dialect::Xml => effect_in_xml(name),
        };
        self.push_name(at, name);
        self.end(at);
    }

    fn comment(&mut self, at: usize, text: &str) {
        if self.depth > 0 && has_tags(text) { self.read_inner(at, text) } else { self.push_aside(at, text) }
    }

    fn script(&mut self, at: usize, name: &str, text: &str) {
        let inside = self.lines.inside_at(at);
        if self.is_data {
            return json::read_part(text, inside, self.take);
        }
        data_url::read_all(text, inside, self.take);
        match name {
            "script" => script::give(text, inside, self.take),
            _ => self.push_aside(at, text),
        }
    }
}

impl Page<'_> {
    /// In a row a tab is the end of a cell, which no text is.
    fn tidy_row(&mut self, start: usize) {
        if self.tables.is_in_row() && memchr(b'\t', &self.flow.as_bytes()[start..]).is_some() {
            let tidy = self.flow[start..].replace('\t', " ");
            self.flow.truncate(start);
            self.flow.push_str(&tidy);
        }
    }

    /// Adds the name of a tag or an attribute if it may be more than that.
    fn push_name(&mut self, at: usize, name: &str) {
        if name.len() > SHORTEST && (!name.is_ascii() || name.bytes().any(|byte| byte.is_ascii_digit())) {
            self.push_aside(at, name);
        }
    }
}

/// Whether an attribute holds the coordinates of a drawing. They are short numbers; a longer one is no coordinate.
fn is_shape(name: &str, value: &str) -> bool {
    let mut n_digits = 0;
    let mut is_long = |byte: u8| {
        n_digits = if byte.is_ascii_digit() { n_digits + 1 } else { 0 };
        n_digits >= LONG
    };
    SHAPES.contains(&name) && !value.bytes().any(&mut is_long)
}

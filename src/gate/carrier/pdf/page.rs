//! The content of a page to runs of text with their places, and to how much of it is picture.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::String as Text;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::Resources;

use super::super::Unreadable;
use super::super::budget::Budget;
use super::font::{Font, Glyph};
use super::{dicts, key, stream};

/// Forms in forms.
const MAX_DEPTH: u32 = 8;
/// Of a whole file, so that a form that draws others many times comes to an end.
const MAX_FORMS: u32 = 50_000;
/// Of a whole file: ten times what the longest books have.
const MAX_STEPS: u64 = 60_000_000;
/// Glyphs that nobody knows, by code: one may be a sign before the items of a list.
const UNKNOWN: usize = 2;
/// In characters: a page with less and a picture over most of it is a scan.
const SCAN: usize = 50;
/// Curves and lines: letters that were turned into outlines are many.
const OUTLINES: u32 = 500;

/// What is kept between the pages of a file.
pub(super) struct Reading<'b> {
    budget: &'b mut Budget,
    fonts: BTreeMap<(u32, i32), Rc<Font>>,
    n_forms: u32,
    n_steps: u64,
    pub(super) is_broken: bool,
}

/// What was found on a page.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    pub(super) runs: Vec<Run>,
    /// Texts that a program reads out in place of what is drawn.
    pub(super) spoken: String,
    unknown: BTreeSet<u32>,
    n_chars: usize,
    n_pictures: u32,
    n_lines: u32,
    has_large_picture: bool,
    area: f64,
}

/// Glyphs side by side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) start: Point,
    pub(super) end: Point,
    pub(super) size: f64,
    /// Where its last glyph begins.
    last: Point,
    last_text: String,
}

/// A place on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

type Matrix = [f64; 6];
const NO_CHANGE: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What operators of text go by.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between_glyphs: f64,
    between_words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

impl Canvas {
    /// Why the page cannot be read.
    pub(super) fn fault(&self) -> Option<Unreadable> {
        let is_scan = self.has_large_picture && self.n_chars < SCAN || self.n_pictures > 0 && self.n_chars == 0;
        let is_outlined = self.n_chars == 0 && self.n_lines > OUTLINES;
        match () {
            () if self.unknown.len() >= UNKNOWN => Some(Unreadable::UnknownGlyphs),
            () if is_scan || is_outlined => Some(Unreadable::OnlyPictures),
            () => None,
        }
    }

    fn show(&mut self, glyph: &Glyph, start: Point, end: Point, size: f64) {
        let Some(text) = &glyph.text else {
            self.unknown.insert(glyph.code);
            return;
        };
        self.n_chars += text.chars().filter(|character| character.is_alphanumeric()).count();
        let last = self.runs.last_mut();
        match last.map(|run| run.append(text, start, end)) {
            Some(true) => {}
            _ => self.runs.push(Run { text: text.clone(), start, end, size, last: start, last_text: text.clone() }),
        }
    }
}

impl Run {
    /// Takes a glyph that stands right behind; `false` if it stands elsewhere.
    fn append(&mut self, text: &str, start: Point, end: Point) -> bool {
        // What is drawn twice to look bold is one.
        if self.last_text == text && start.distance(self.last) < self.size * 0.12 {
            return true;
        }
        let (ahead, aside) = self.offset(start);
        let stands_behind = aside.abs() < self.size * 0.35 && (-self.size * 0.25..self.size * 0.25).contains(&ahead);
        if stands_behind {
            self.text.push_str(text);
            (self.end, self.last) = (end, start);
            self.last_text.clear();
            self.last_text.push_str(text);
        }
        stands_behind
    }

    /// How far a point lies from its end, in its direction and beside it.
    pub(super) fn offset(&self, point: Point) -> (f64, f64) {
        let (dx, dy) = (self.end.x - self.start.x, self.end.y - self.start.y);
        let length = (dx * dx + dy * dy).sqrt();
        let (dx, dy) = if length > 0.0 { (dx / length, dy / length) } else { (1.0, 0.0) };
        let (x, y) = (point.x - self.end.x, point.y - self.end.y);
        (x * dx + y * dy, y * dx - x * dy)
    }
}

impl Point {
    fn distance(self, other: Self) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        (x * x + y * y).sqrt()
    }
}

impl<'b> Reading<'b> {
    pub(super) fn new(budget: &'b mut Budget) -> Self {
        Self { budget, fonts: BTreeMap::new(), n_forms: 0, n_steps: 0, is_broken: false }
    }

    /// Reads a page, with what is pinned to it.
    pub(super) fn page(&mut self, page: &Dict<'_>, resources: &Resources<'_>, area: f64) -> Canvas {
        let mut canvas = Canvas { area, ..Canvas::default() };
        let mut content = Vec::new();
        let streams: Vec<Stream<'_>> = match page.get::<Array<'_>>("Contents") {
            Some(array) => array.iter::<Stream<'_>>().collect(),
            None => page.get::<Stream<'_>>("Contents").into_iter().collect(),
        };
        for stream in streams {
            content.extend(self.content(&stream));
            content.push(b'\n');
        }
        self.draw(&content, resources, NO_CHANGE, &mut canvas, 0);
        for note in dicts(page, "Annots") {
            let Some(looks) = note.get::<Dict<'_>>("AP") else { continue };
            for state in ["N", "R", "D"] {
                self.look(&looks, state, resources, &mut canvas);
            }
        }
        canvas
    }

    /// A look of a note or a field: a form, or several by their states.
    fn look(&mut self, looks: &Dict<'_>, state: &str, resources: &Resources<'_>, canvas: &mut Canvas) {
        if let Some(form) = looks.get::<Stream<'_>>(state) {
            self.form(&form, resources, NO_CHANGE, canvas, 1);
        } else if let Some(states) = looks.get::<Dict<'_>>(state) {
            let names: Vec<Vec<u8>> =
                states.keys().map(|name| name.as_ref().to_vec()).collect::<BTreeSet<_>>().into_iter().collect();
            for name in names {
                if let Some(form) = states.get::<Stream<'_>>(name) {
                    self.form(&form, resources, NO_CHANGE, canvas, 1);
                }
            }
        }
    }

    fn content(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        match stream::content(stream, self.budget) {
            Ok(bytes) => {
                self.budget.release(bytes.len() as u64);
                bytes
            }
            Err(_) => {
                self.is_broken |= !self.budget.is_spent();
                Vec::new()
            }
        }
    }

    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, page: Matrix, canvas: &mut Canvas, depth: u32) {
        self.n_forms += 1;
        if depth > MAX_DEPTH || self.n_forms > MAX_FORMS {
            self.budget.spend();
            return;
        }
        let matrix = form
            .dict()
            .get::<Array<'_>>("Matrix")
            .map(|matrix| matrix.iter::<Number>().map(|number| number.as_f64()).collect::<Vec<_>>());
        let matrix = matrix.and_then(|matrix| Matrix::try_from(matrix).ok()).unwrap_or(NO_CHANGE);
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let content = self.content(form);
        self.draw(&content, own.as_ref().unwrap_or(resources), product(matrix, page), canvas, depth);
    }

    fn draw(&mut self, content: &[u8], resources: &Resources<'_>, page: Matrix, canvas: &mut Canvas, depth: u32) {
        let mut pen = Pen::new(page);
        let mut steps = TypedIter::new(content);
        while let Some(step) = steps.next() {
            self.n_steps += 1;
            if self.n_steps > MAX_STEPS || self.budget.is_spent() {
                self.budget.spend();
                return;
            }
            match step {
                TypedInstruction::XObject(object) => {
                    if let Some(object) = resources.get_x_object(object.0) {
                        self.object(&object, resources, pen.state.page, canvas, depth);
                    }
                }
                TypedInstruction::InlineImage(_) => canvas.picture(pen.state.page),
                TypedInstruction::TextFont(font) => {
                    pen.state.size = font.1.as_f64();
                    pen.state.font = self.font(font.0, resources);
                }
                step => self.n_steps += pen.step(&step, canvas),
            }
        }
    }

    fn object(&mut self, object: &Stream<'_>, resources: &Resources<'_>, page: Matrix, canvas: &mut Canvas, depth: u32) {
        let kind = object.dict().get::<Name<'_>>("Subtype");
        match kind.as_ref().map(|kind| kind.as_ref()) {
            Some(b"Image") => canvas.picture(page),
            _ => self.form(object, resources, page, canvas, depth + 1),
        }
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let Some(id) = resources.fonts.get_ref(name).map(|id| key(id.into())) else {
            return Some(Rc::new(Font::new(&dict, self.budget)));
        };
        if let Some(font) = self.fonts.get(&id) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::new(&dict, self.budget));
        self.fonts.insert(id, Rc::clone(&font));
        Some(font)
    }
}

impl Canvas {
    fn picture(&mut self, page: Matrix) {
        self.n_pictures += 1;
        let area = (page[0] * page[3] - page[1] * page[2]).abs();
        self.has_large_picture |= area > self.area * 0.5;
    }
}

/// What writes on a page.
struct Pen {
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
}

impl Pen {
    fn new(page: Matrix) -> Self {
        let state =
            State { page, font: None, size: 1.0, between_glyphs: 0.0, between_words: 0.0, scale: 1.0, leading: 0.0, rise: 0.0 };
        Self { state, kept: Vec::new(), text: NO_CHANGE, line: NO_CHANGE }
    }

    /// Follows one operator; gives how much work it was besides.
    fn step(&mut self, step: &TypedInstruction<'_, '_>, canvas: &mut Canvas) -> u64 {
        let number = |number: &Number| number.as_f64();
        match step {
            TypedInstruction::SaveState(_) if self.kept.len() < 256 => self.kept.push(self.state.clone()),
            TypedInstruction::RestoreState(_) => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            TypedInstruction::Transform(change) => {
                let change = [change.0, change.1, change.2, change.3, change.4, change.5].map(|value| value.as_f64());
                self.state.page = product(change, self.state.page);
            }
            TypedInstruction::BeginText(_) => (self.text, self.line) = (NO_CHANGE, NO_CHANGE),
            TypedInstruction::CharacterSpacing(space) => self.state.between_glyphs = number(&space.0),
            TypedInstruction::WordSpacing(space) => self.state.between_words = number(&space.0),
            TypedInstruction::HorizontalScaling(scale) => self.state.scale = number(&scale.0) / 100.0,
            TypedInstruction::TextLeading(leading) => self.state.leading = number(&leading.0),
            TypedInstruction::TextRise(rise) => self.state.rise = number(&rise.0),
            TypedInstruction::NextLine(to) => self.next_line(number(&to.0), number(&to.1)),
            TypedInstruction::NextLineAndSetLeading(to) => {
                self.state.leading = -number(&to.1);
                self.next_line(number(&to.0), number(&to.1));
            }
            TypedInstruction::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            TypedInstruction::SetTextMatrix(to) => {
                self.line = [to.0, to.1, to.2, to.3, to.4, to.5].map(|value| value.as_f64());
                self.text = self.line;
            }
            TypedInstruction::ShowText(text) => return self.show(text.0, canvas),
            TypedInstruction::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                return self.show(text.0, canvas);
            }
            TypedInstruction::ShowTextWithParameters(text) => {
                self.state.between_words = number(&text.0);
                self.state.between_glyphs = number(&text.1);
                self.next_line(0.0, -self.state.leading);
                return self.show(text.2, canvas);
            }
            TypedInstruction::ShowTexts(texts) => return self.show_all(texts.0, canvas),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => spoken(mark.1, canvas),
            TypedInstruction::LineTo(_) | TypedInstruction::CubicTo(_) => canvas.n_lines = canvas.n_lines.saturating_add(1),
            _ => {}
        }
        0
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = product([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show_all(&mut self, texts: &Array<'_>, canvas: &mut Canvas) -> u64 {
        let mut n_steps = 0;
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => n_steps += self.show(&text, canvas),
                Object::Number(number) => self.advance(-number.as_f64() / 1000.0 * self.state.size),
                _ => {}
            }
        }
        n_steps
    }

    fn show(&mut self, text: &Text<'_>, canvas: &mut Canvas) -> u64 {
        let Some(font) = self.state.font.clone() else { return 0 };
        let glyphs = font.glyphs(text.as_bytes());
        for glyph in &glyphs {
            let start = self.place();
            // What stands upright is as high as wide.
            let width = if font.is_vertical { 1000.0 } else { glyph.width };
            self.advance(width / 1000.0 * self.state.size);
            let end = self.place();
            let space = if glyph.is_space { self.state.between_words } else { 0.0 };
            let size = self.height();
            canvas.show(glyph, start, end, size);
            self.advance(self.state.between_glyphs + space);
        }
        glyphs.len() as u64
    }

    fn advance(&mut self, by: f64) {
        let is_vertical = self.state.font.as_ref().is_some_and(|font| font.is_vertical);
        let (x, y) = if is_vertical { (0.0, -by) } else { (by * self.state.scale, 0.0) };
        self.text = product([1.0, 0.0, 0.0, 1.0, x, y], self.text);
    }

    fn place(&self) -> Point {
        let [.., x, y] = product(product([1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], self.text), self.state.page);
        Point { x, y }
    }

    /// How high letters are on the page.
    fn height(&self) -> f64 {
        let [_, _, c, d, ..] = product(self.text, self.state.page);
        ((c * c + d * d).sqrt() * self.state.size).abs()
    }
}

/// What is read out in place of what is drawn.
fn spoken(properties: &Object<'_>, canvas: &mut Canvas) {
    if let Object::Dict(properties) = properties {
        for name in ["ActualText", "Alt", "E"] {
            if let Some(text) = properties.get::<Text<'_>>(name) {
                canvas.spoken.push_str(&super::loose::decode(&text));
                canvas.spoken.push(super::super::APART);
            }
        }
    }
}

/// First the one change, then the other.
fn product(first: Matrix, second: Matrix) -> Matrix {
    let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (first, second);
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

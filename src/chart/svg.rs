//! Shapes and texts to one `<svg>`, with the links that lie over it.
//!
//! The drawing itself is a picture to assistive technology, which looks at nothing inside of it. Links therefore lie in a
//! second, transparent drawing over the first, for the mouse only.

use std::collections::BTreeSet;

use super::text::{self, Lines};
use super::texture;

/// Which of the two drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Wide,
    Narrow,
}

/// Width of a drawing that stands in a sentence.
const TINY: f64 = 160.0;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What a shape is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Colour and texture of a series, counted from zero.
    Series(usize),
    /// For what is held back.
    Hatch,
    /// The surface under the line of a series.
    Area(usize),
    /// A cell with more or less in it.
    Step(usize),
    /// A cell in a state; empty for none.
    State(&'static str),
    /// What the style sheet says of this class.
    Class(&'static str),
}

/// What a mark says when it is pointed at, and where it leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tip {
    pub(super) text: String,
    /// Empty for nowhere.
    pub(super) href: String,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing that grows downwards.
pub(super) struct Canvas {
    pub(super) layout: Layout,
    pub(super) width: f64,
    /// How far down it goes by now.
    pub(super) height: f64,
    /// Of type.
    pub(super) size: f64,
    /// Begins all ids.
    id: String,
    body: String,
    links: String,
    textures: BTreeSet<usize>,
    has_hatch: bool,
    /// Where texts are, by our own estimate.
    pub(super) texts: Vec<(String, Area)>,
}

impl Canvas {
    pub(super) fn new(layout: Layout, chart_id: &str) -> Self {
        let (suffix, width, size) = match layout {
            Layout::Wide => ("w", 720.0, 15.0),
            Layout::Narrow => ("n", 320.0, 14.0),
        };
        Self {
            layout,
            width,
            height: 0.0,
            size,
            id: format!("{chart_id}-{suffix}"),
            body: String::new(),
            links: String::new(),
            textures: BTreeSet::new(),
            has_hatch: false,
            texts: Vec::new(),
        }
    }

    /// As wide as a word, for a sentence or a tile.
    pub(super) fn tiny(layout: Layout, chart_id: &str) -> Self {
        Self { width: TINY, ..Self::new(layout, chart_id) }
    }

    pub(super) fn rect(&mut self, area: Area, paint: Paint, tip: &Tip) {
        self.shape(&rect(area), paint, tip);
    }

    /// A bar without a tip, such as a swatch or a band.
    pub(super) fn plain_rect(&mut self, area: Area, paint: Paint) {
        self.shape(&rect(area), paint, &Tip::default());
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64, paint: Paint, tip: &Tip) {
        self.shape(&format!("circle cx=\"{}\" cy=\"{}\" r=\"{}\"", num(x), num(y), num(radius)), paint, tip);
    }

    pub(super) fn path(&mut self, d: &str, paint: Paint, tip: &Tip) {
        self.shape(&format!("path d=\"{d}\""), paint, tip);
    }

    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (x1, y1, x2, y2) = (num(from.0), num(from.1), num(to.0), num(to.1));
        self.body.push_str(&format!("<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\"/>"));
    }

    /// A line of a series, with its dashes.
    pub(super) fn stroke(&mut self, d: &str, series_idx: usize) {
        let colour = texture::colour(series_idx);
        let dashes = texture::dashes(series_idx);
        self.body.push_str(&format!("<path class=\"trace trace-{colour}\"{dashes} d=\"{d}\"/>"));
    }

    /// A round place that can be pointed at though nothing is drawn there.
    pub(super) fn hot(&mut self, x: f64, y: f64, radius: f64, tip: &Tip) {
        self.hot_shape(&format!("circle cx=\"{}\" cy=\"{}\" r=\"{}\"", num(x), num(y), num(radius)), tip);
    }

    /// A cell that can be pointed at, whatever is drawn in it.
    pub(super) fn hot_rect(&mut self, area: Area, tip: &Tip) {
        self.hot_shape(&rect(area), tip);
    }

    fn hot_shape(&mut self, geometry: &str, tip: &Tip) {
        match (tip.href.is_empty(), tip.text.is_empty()) {
            (true, true) => {}
            (true, false) => self.shape(geometry, Paint::Class("hot"), tip),
            (false, _) => self.link(geometry, tip),
        }
    }

    fn shape(&mut self, geometry: &str, paint: Paint, tip: &Tip) {
        let paint = self.paint(paint);
        if tip.text.is_empty() || !tip.href.is_empty() {
            self.body.push_str(&format!("<{geometry}{paint}/>"));
        } else {
            let tag = geometry.split(' ').next().unwrap_or_default();
            self.body.push_str(&format!("<{geometry}{paint}><title>{}</title></{tag}>", escape(&tip.text)));
        }
        if !tip.href.is_empty() {
            self.link(geometry, tip);
        }
    }

    fn link(&mut self, geometry: &str, tip: &Tip) {
        let (href, title) = (escape(&tip.href), escape(&tip.text));
        self.links.push_str(&format!("<a href=\"{href}\" tabindex=\"-1\"><title>{title}</title><{geometry}/></a>"));
    }

    fn paint(&mut self, paint: Paint) -> String {
        match paint {
            Paint::Class(class) => format!(" class=\"{class}\""),
            Paint::Series(0) => " class=\"shape series-1\"".to_owned(),
            Paint::Series(idx) => {
                self.textures.insert(idx);
                format!(" class=\"shape\" fill=\"url(#{}-s{})\"", self.id, idx + 1)
            }
            Paint::Area(0) => " class=\"under series-1\"".to_owned(),
            Paint::Area(idx) => {
                self.textures.insert(idx);
                format!(" class=\"under\" fill=\"url(#{}-s{})\"", self.id, idx + 1)
            }
            Paint::Step(step) => format!(" class=\"cell step-{step}\""),
            Paint::State("") => " class=\"cell\"".to_owned(),
            Paint::State(state) => format!(" class=\"cell state-{state}\""),
            Paint::Hatch => {
                self.has_hatch = true;
                format!(" class=\"held-back\" fill=\"url(#{}-h)\"", self.id)
            }
        }
    }

    /// Lines of text; `y` is the base line of the first.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), lines: &Lines, whole: &str) {
        if lines.lines.iter().all(String::is_empty) {
            return;
        }
        self.remember(anchor, (x, y), lines);
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.body.push_str(&format!("<text{class}{anchor} x=\"{}\" y=\"{}\">", num(x), num(y)));
        if lines.is_shortened {
            self.body.push_str(&format!("<title>{}</title>", escape(whole)));
        }
        for (idx, line) in lines.lines.iter().enumerate() {
            match idx {
                0 => self.body.push_str(&escape(line)),
                _ => {
                    let dy = num(text::LINE * self.size);
                    self.body.push_str(&format!("<tspan x=\"{}\" dy=\"{dy}\">{}</tspan>", num(x), escape(line)));
                }
            }
        }
        self.body.push_str("</text>");
    }

    /// Text on one line.
    pub(super) fn word(&mut self, class: &str, anchor: Anchor, place: (f64, f64), word: &str) {
        self.text(class, anchor, place, &Lines::one(word), word);
    }

    fn remember(&mut self, anchor: Anchor, (x, y): (f64, f64), lines: &Lines) {
        let width = lines.width(self.size);
        let x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let area = Area { x, y: y - text::ASCENT * self.size, width, height: lines.height() * self.size };
        self.texts.push((lines.lines.concat(), area));
    }

    /// The base line of a text whose top is at `top`.
    pub(super) fn base_line(&self, top: f64) -> f64 {
        top + text::ASCENT * self.size
    }

    /// The base line of a text around `middle`.
    pub(super) fn middle_line(&self, middle: f64) -> f64 {
        middle + (text::ASCENT - text::DESCENT) / 2.0 * self.size
    }

    /// How high lines of text are.
    pub(super) fn text_height(&self, n_lines: usize) -> f64 {
        text::height(n_lines) * self.size
    }

    pub(super) fn text_width(&self, text: &str) -> f64 {
        text::width(text, self.size)
    }

    /// The element that stands in the page.
    pub(super) fn finish(self, title: &str, description: &str) -> String {
        let (class, id) = (self.layout.class(), &self.id);
        let tiny = if self.width == TINY { " chart-tiny" } else { "" };
        let view = format!("viewBox=\"0 0 {} {}\"", num(self.width), num(self.height.ceil().max(1.0)));
        let (title, description) = (escape(title), escape(description));
        let mut svg = format!(
            "<div class=\"{class}{tiny}\"><svg role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" {view} font-size=\"{}\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>",
            num(self.size)
        );
        svg.push_str(&texture::definitions(id, &self.textures, self.has_hatch));
        svg.push_str(&self.body);
        svg.push_str("</svg>");
        if !self.links.is_empty() {
            svg.push_str(&format!("<svg class=\"chart-links\" aria-hidden=\"true\" {view}>{}</svg>", self.links));
        }
        svg.push_str("</div>");
        svg
    }
}

impl Layout {
    fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart-wide",
            Self::Narrow => "chart-narrow",
        }
    }
}

fn rect(area: Area) -> String {
    let (x, y, width, height) = (num(area.x), num(area.y), num(area.width), num(area.height));
    format!("rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

/// A coordinate with at most one decimal.
pub(super) fn num(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

/// Text as it stands in XML; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            _ if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}') => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal_at_most() {
        assert_eq!([num(0.04), num(-0.04), num(12.25), num(-3.5), num(100.0)], ["0", "0", "12.3", "-3.5", "100"]);
    }

    #[test]
    fn text_cannot_end_its_element() {
        assert_eq!(escape("a<b>&\"\u{0}c\n"), "a&lt;b&gt;&amp;&quot;c ");
    }
}

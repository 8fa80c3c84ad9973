//! The text of a note to HTML with holes: what depends on other files (link targets, pictures, blocks) is left open.

mod chinese;
mod clean;
mod digest;
mod emphasis;
mod escape;
mod figures;
mod footnotes;
mod headings;
mod links;
mod nesting;
mod plain;
mod raw;
mod sanitise;
mod summary;
mod write;
mod write_block;
mod write_inline;

use std::sync::Arc;

use self::emphasis::Marked;
use crate::diag::{FileId, Outcome, Place, Span, codes};

pub use self::figures::marked_figure;
#[doc(hidden)]
pub use self::plain::to_plain_html;

/// A text made of HTML and of holes that `render` fills. Cheap to clone: it is shared behind an [`Arc`].
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The parts, shared with every page that shows this text.
    pub body: Arc<Body>,
}

/// The content of a [`Prose`].
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// HTML, safe as it stands, with nothing at the holes.
    pub html: String,
    /// Where something is missing in `html`, in order of `offset`.
    pub holes: Vec<Hole>,
    /// Links as written. External ones too, because they are checked.
    pub links: Vec<Link>,
    /// Pictures as written.
    pub images: Vec<Image>,
    /// Fenced blocks that are more than code: `gallery`, `chart`.
    pub blocks: Vec<Block>,
    /// Figures in sentences as written.
    pub figures: Vec<FigureText>,
    /// Headings in order, for the table of contents and for `#anchor` links.
    pub headings: Vec<Heading>,
    /// Ids other than headings that a link may name (footnotes and their like).
    pub anchors: Vec<String>,
    /// The first paragraph as plain text, at most 160 characters, for summaries.
    pub summary: String,
    /// Characters of text without markup and white space.
    pub n_chars: u32,
    /// BLAKE3 of everything above except places in the file, so that a text that only moved is the same text.
    pub digest: [u8; 32],
}

impl Body {
    /// The same text with another word in the place of one. What a block or a figure asks for stays.
    pub fn renamed(&self, word: &str, shown: &str) -> Self {
        let mut body = self.clone();
        body.html = String::with_capacity(self.html.len());
        let mut from = 0;
        for hole in &mut body.holes {
            let to = hole.offset as usize;
            body.html.push_str(&self.html[from..to].replace(word, shown));
            hole.offset = body.html.len() as u32;
            from = to;
        }
        body.html.push_str(&self.html[from..].replace(word, shown));
        let headings = body.headings.iter_mut().flat_map(|heading| [&mut heading.text, &mut heading.id]);
        let images = body.images.iter_mut().flat_map(|image| [&mut image.alt, &mut image.title]);
        let links = body.links.iter_mut().map(|link| &mut link.title);
        for text in headings.chain(images).chain(links).chain(&mut body.anchors).chain([&mut body.summary]) {
            *text = text.replace(word, shown);
        }
        body.digest = *blake3::hash(&[&self.digest, word.as_bytes(), b"\0", shown.as_bytes()].concat()).as_bytes();
        body
    }
}

/// A place in the HTML where `render` writes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Byte offset into `Body::html`.
    pub offset: u32,
    /// What belongs there.
    pub kind: HoleKind,
}

/// What a hole wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoleKind {
    /// The attributes of an `<a>` tag: the HTML holds `<a` and `>`, the filler writes ` href="…"` and what marks an external link. Index into `links`.
    Link(u32),
    /// A whole picture element. Index into `images`.
    Image(u32),
    /// A whole block. Index into `blocks`.
    Block(u32),
    /// A whole link with its number. Index into `figures`.
    Figure(u32),
}

/// A link as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The destination, percent signs and entities already resolved as CommonMark says.
    pub target: String,
    /// Where the destination (or, where that is unknown, the whole link) stands in the file.
    pub span: Span,
    /// Its title attribute, may be empty.
    pub title: String,
}

/// A picture as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The destination.
    pub target: String,
    /// Alternative text; empty is an error that `model` reports.
    pub alt: String,
    /// Title, shown as caption; may be empty.
    pub title: String,
    /// In the file.
    pub span: Span,
    /// Whether it stands alone in its paragraph, and so becomes a figure.
    pub is_alone: bool,
}

/// A fenced block whose body is TOML.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// `gallery`, `chart`.
    pub name: String,
    /// Its keys.
    pub fields: super::Fields,
    /// The whole block in the file.
    pub span: Span,
}

/// A figure in a sentence: `[95.0%](figure:completion_rate?period=2024)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureText {
    /// What stands behind `figure:`.
    pub target: String,
    /// Where that stands in the file.
    pub target_span: Span,
    /// What readers are to see, or `?` for whatever is computed.
    pub text: String,
    /// Where it stands in the file.
    pub text_span: Span,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6 as written. Pages show the highest as level 2, because the title is the `h1`, and never skip a level downwards.
    pub level: u8,
    /// Plain text.
    pub text: String,
    /// Its id: readable (Chinese characters kept), unique in the note.
    pub id: String,
}

/// Names of the fenced blocks that are not code.
pub const BLOCKS: [&str; 5] = ["gallery", "video", "chart", "board", "table"];

/// Turns the text of a note into prose. `start` is where `body` begins in the file.
///
/// - Result: empty if the text is nested too deeply. Broken blocks and links are left out.
/// - Codes: R201 too deep, R202 and R203 raw HTML removed, R204 a link that is not kept; those of TOML in blocks.
pub fn read_prose(file: FileId, body: &str, start: usize) -> Outcome<Prose> {
    if let Some((from, to)) = nesting::too_deep_line(body) {
        let diagnostic = codes::too_deep.at(Place::Text(file, Span::new(from, to).shifted(start)));
        return Outcome::new(Prose::default(), vec![diagnostic.with("max", nesting::MAX_DEPTH)]);
    }
    let mut found = Vec::new();
    let marked = Marked::new(body);
    let body = write::write_body(file, &marked, start, &mut found);
    Outcome::new(Prose { body: Arc::new(body) }, found)
}

#[cfg(test)]
mod tests;

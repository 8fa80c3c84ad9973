//! Names of elements to what their tags do to the text around them.

/// What a tag does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing: a number may go on behind it.
    Inline,
    /// Ends a block.
    Block,
    /// Ends a line in a block.
    Break,
    Table,
    Row,
    Cell,
}

/// In bytes; no element below has a longer name.
const LONGEST: usize = 10;

/// In a page, where what nobody knows is inline.
pub(super) fn effect_in_page(name: &str) -> Effect {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..name.len()) else { return Effect::Inline };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"p" | b"li" | b"div" | b"ul" | b"ol" | b"dl" | b"dt" | b"dd" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"hr" => {
            Effect::Block
        }
        b"nav" | b"main" | b"section" | b"article" | b"aside" | b"header" | b"footer" | b"figure" | b"figcaption" | b"hgroup" => {
            Effect::Block
        }
        b"html" | b"head" | b"body" | b"title" | b"meta" | b"link" | b"noscript" | b"template" | b"script" | b"style" => {
            Effect::Block
        }
        b"form" | b"fieldset" | b"legend" | b"select" | b"option" | b"optgroup" | b"textarea" | b"button" | b"datalist" => {
            Effect::Block
        }
        b"blockquote" | b"pre" | b"address" | b"center" | b"details" | b"summary" | b"dialog" | b"search" | b"menu" | b"dir" => {
            Effect::Block
        }
        b"caption" | b"thead" | b"tbody" | b"tfoot" | b"colgroup" | b"frameset" | b"iframe" | b"object" | b"xmp" => Effect::Block,
        // Drawings in the page: each text stands where it was put.
        b"svg" | b"g" | b"text" | b"desc" | b"video" | b"audio" | b"canvas" | b"math" => Effect::Block,
        b"br" => Effect::Break,
        b"table" => Effect::Table,
        b"tr" => Effect::Row,
        b"td" | b"th" => Effect::Cell,
        _ => Effect::Inline,
    }
}

/// Elements that Word writes around parts of a word, whatever it says of their looks.
const WORD_BLOCKS: [&str; 3] = ["p", "body", "document"];

/// In data, feeds and drawings, where what nobody knows is a field.
pub(super) fn effect_in_xml(name: &str) -> Effect {
    let (prefix, local) = name.rsplit_once(':').unwrap_or(("", name));
    match (prefix, local) {
        (_, "Table" | "table" | "tbl") => Effect::Table,
        (_, "Row" | "row" | "tr" | "table-row") => Effect::Row,
        (_, "Cell" | "cell" | "td" | "th" | "tc" | "table-cell") => Effect::Cell,
        (_, "br" | "line-break" | "cr") => Effect::Break,
        ("w", local) if !WORD_BLOCKS.contains(&local) => Effect::Inline,
        ("text", "span" | "s" | "a" | "tab") => Effect::Inline,
        (_, "tspan" | "textPath" | "span" | "a" | "b" | "i" | "em" | "strong" | "u" | "s" | "sub" | "sup" | "font" | "mark") => {
            Effect::Inline
        }
        (_, "small" | "big" | "code" | "abbr" | "cite" | "q" | "kbd" | "del" | "ins" | "time" | "wbr" | "img" | "Font") => {
            Effect::Inline
        }
        _ => Effect::Block,
    }
}

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

/// A name of eight letters at most as a number: a page has ten thousand tags, and comparing words one by one is felt.
const fn key(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = 0;
    while at < name.len() && at < 8 {
        key = key << 8 | name[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    key
}

/// Blocks of pages, and of the drawings in them, where each text stands where it was put.
const BLOCKS: [&str; 70] = [
    "address", "article", "aside", "audio", "body", "button", "canvas", "caption", "center", "colgroup", "datalist", "dd",
    "desc", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "frameset", "g", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "link", "main", "math", "menu",
    "meta", "nav", "noscript", "object", "ol", "optgroup", "option", "p", "pre", "script", "search", "section", "select",
    "style", "summary", "svg", "tbody", "template", "text", "textarea", "tfoot", "thead", "title", "ul", "video", "xmp",
    "listing",
];

/// Their keys, rising.
const BLOCK_KEYS: [u64; BLOCKS.len()] = {
    let mut keys = [0; BLOCKS.len()];
    let mut at = 0;
    while at < keys.len() {
        let key = key(BLOCKS[at].as_bytes());
        let mut slot = at;
        while slot > 0 && keys[slot - 1] > key {
            keys[slot] = keys[slot - 1];
            slot -= 1;
        }
        keys[slot] = key;
        at += 1;
    }
    keys
};

const BR: u64 = key(b"br");
const TABLE: u64 = key(b"table");
const TR: u64 = key(b"tr");
const TD: u64 = key(b"td");
const TH: u64 = key(b"th");
const A: u64 = key(b"a");
const SPAN: u64 = key(b"span");

/// In a page, where what nobody knows is inline.
pub(super) fn effect_in_page(name: &str) -> Effect {
    if name.len() > 8 {
        let is_block = ["figcaption", "blockquote"].iter().any(|block| block.eq_ignore_ascii_case(name));
        return if is_block { Effect::Block } else { Effect::Inline };
    }
    match key(name.as_bytes()) {
        A | SPAN => Effect::Inline,
        TD | TH => Effect::Cell,
        TR => Effect::Row,
        BR => Effect::Break,
        TABLE => Effect::Table,
        key if BLOCK_KEYS.binary_search(&key).is_ok() => Effect::Block,
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

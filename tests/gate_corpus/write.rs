//! An identifier to the ways in which people write it, as bits that every carrier writes in its own manner.
//!
//! The forms that `privacy.md` names are told; the others are held out: no author of a detector has been shown them.

use super::draw::Draw;

/// A part of something written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bit {
    Text(String),
    /// A line ends, in the manner of the carrier.
    Line,
    /// The next cell of a row begins.
    Cell,
    /// An inline tag, or a new run of the same paragraph.
    Tag,
}

/// How characters are given where a carrier knows more than one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Plain,
    /// `&#49;`
    Decimal,
    /// `&#x31;`
    Hex,
    /// `%31`, and `%2531`.
    Url,
    UrlTwice,
    /// `\u0031`
    Json,
}

/// One way of writing a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) held_out: bool,
    pub(crate) coding: Coding,
    /// The number, in the groups in which it is usually read.
    pub(crate) write: fn(&[&str], &mut Draw) -> Vec<Bit>,
}

pub(crate) fn text(text: impl Into<String>) -> Vec<Bit> {
    vec![Bit::Text(text.into())]
}

/// Groups with something between them.
fn joined(groups: &[&str], between: &str) -> Vec<Bit> {
    text(groups.join(between))
}

/// Groups with a border between them.
fn parted(groups: &[&str], border: &Bit) -> Vec<Bit> {
    let mut bits = Vec::new();
    for group in groups {
        if !bits.is_empty() {
            bits.push(border.clone());
        }
        bits.push(Bit::Text((*group).to_owned()));
    }
    bits
}

fn singly(groups: &[&str], border: &Bit) -> Vec<Bit> {
    let digits: Vec<String> = groups.concat().chars().map(String::from).collect();
    parted(&digits.iter().map(String::as_str).collect::<Vec<_>>(), border)
}

/// Every character for itself, with something between them.
fn spaced(groups: &[&str], between: &str) -> Vec<Bit> {
    let digits: Vec<String> = groups.concat().chars().map(String::from).collect();
    text(digits.join(between))
}

/// The digits in other signs; what is none stays.
fn with_digits(groups: &[&str], signs: &str) -> Vec<Bit> {
    let signs: Vec<char> = signs.chars().collect();
    let other = |c: char| c.to_digit(10).map_or(c, |digit| signs[digit as usize]);
    text(groups.concat().chars().map(other).collect::<String>())
}

/// Something somewhere inside, more than once.
fn strewn(groups: &[&str], draw: &mut Draw, signs: &[&str]) -> Vec<Bit> {
    let mut written = String::new();
    for (idx, group) in groups.iter().enumerate() {
        if idx > 0 {
            written.push_str(draw.pick(signs));
        }
        let at = draw.between(1, group.len() - 1);
        written.push_str(&group[..at]);
        written.push_str(draw.pick(signs));
        written.push_str(&group[at..]);
    }
    text(written)
}

fn tagged(groups: &[&str], draw: &mut Draw) -> Vec<Bit> {
    let whole = groups.concat();
    let first = draw.between(1, whole.len() / 2);
    let second = draw.between(first + 1, whole.len() - 1);
    parted(&[&whole[..first], &whole[first..second], &whole[second..]], &Bit::Tag)
}

fn full_width(groups: &[&str]) -> Vec<Bit> {
    let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).expect("ASCII has a wide twin");
    text(groups.concat().chars().map(wide).collect::<String>())
}

const fn told(name: &'static str, write: fn(&[&str], &mut Draw) -> Vec<Bit>) -> Form {
    Form { name, held_out: false, coding: Coding::Plain, write }
}

const fn held(name: &'static str, write: fn(&[&str], &mut Draw) -> Vec<Bit>) -> Form {
    Form { name, held_out: true, coding: Coding::Plain, write }
}

const fn coded(name: &'static str, coding: Coding) -> Form {
    Form { name, held_out: false, coding, write: |groups, _| text(groups.concat()) }
}

/// What `privacy.md` says is folded.
pub(crate) const TOLD: [Form; 25] = [
    told("plain", |groups, _| text(groups.concat())),
    told("full width", |groups, _| full_width(groups)),
    told("Chinese digits", |groups, _| with_digits(groups, "〇一二三四五六七八九")),
    told("Chinese digits 零", |groups, _| with_digits(groups, "零一二三四五六七八九")),
    told("spaces", |groups, _| joined(groups, " ")),
    told("hyphens", |groups, _| joined(groups, "-")),
    told("dots", |groups, _| joined(groups, ".")),
    told("wide spaces", |groups, _| joined(groups, "\u{3000}")),
    told("hard spaces", |groups, _| joined(groups, "\u{a0}")),
    told("wide hyphens", |groups, _| joined(groups, "－")),
    told("dashes", |groups, draw| joined(groups, draw.pick(&["–", "—", "‐", "‑"]))),
    told("each spaced", |groups, _| spaced(groups, " ")),
    told("line broken", |groups, _| parted(groups, &Bit::Line)),
    told("line broken once", |groups, draw| {
        let whole = groups.concat();
        let (first, second) = whole.split_at(draw.between(3, whole.len() - 3));
        parted(&[first, second], &Bit::Line)
    }),
    told("cells", |groups, _| parted(groups, &Bit::Cell)),
    told("a digit a cell", |groups, _| singly(groups, &Bit::Cell)),
    told("zero width", |groups, draw| strewn(groups, draw, &["\u{200b}", "\u{feff}", "\u{200d}", "\u{200c}", "\u{2060}"])),
    told("inline tags", tagged),
    told("brackets", |groups, draw| {
        let whole = groups.concat();
        text(draw.pick(&["（#）", "(#)", "【#】", "“#”", "《#》", "[#]"]).replace('#', &whole))
    }),
    told("glued to words", |groups, draw| {
        let whole = groups.concat();
        text(draw.pick(&["号码#的同志", "为#，", "是#。", "编号#号"]).replace('#', &whole))
    }),
    coded("decimal entities", Coding::Decimal),
    coded("hex entities", Coding::Hex),
    coded("URL escapes", Coding::Url),
    coded("JSON escapes", Coding::Json),
    told("wide, spaced", |groups, _| match full_width(groups).as_slice() {
        [Bit::Text(wide)] => text(wide.chars().map(String::from).collect::<Vec<_>>().join(" ")),
        _ => Vec::new(),
    }),
];

/// What people write as well.
pub(crate) const HELD_OUT: [Form; 24] = [
    held("commas", |groups, _| joined(groups, ",")),
    held("wide commas", |groups, _| joined(groups, "，")),
    held("underscores", |groups, _| joined(groups, "_")),
    held("slashes", |groups, _| joined(groups, "/")),
    held("middle dots", |groups, draw| joined(groups, draw.pick(&["·", "・", "•", "．"]))),
    held("soft hyphens", |groups, draw| strewn(groups, draw, &["\u{ad}"])),
    held("marks of direction", |groups, draw| {
        strewn(groups, draw, &["\u{200e}", "\u{202d}", "\u{202c}", "\u{2066}", "\u{2069}"])
    }),
    held("selectors and joiners", |groups, draw| strewn(groups, draw, &["\u{fe0f}", "\u{34f}", "\u{180e}"])),
    held("circled digits", |groups, _| with_digits(groups, "⓪①②③④⑤⑥⑦⑧⑨")),
    held("mathematical digits", |groups, _| with_digits(groups, "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")),
    held("raised digits", |groups, _| with_digits(groups, "⁰¹²³⁴⁵⁶⁷⁸⁹")),
    held("Arabic digits", |groups, _| with_digits(groups, "٠١٢٣٤٥٦٧٨٩")),
    held("financial digits", |groups, _| with_digits(groups, "零壹贰叁肆伍陆柒捌玖")),
    held("spoken digits", |groups, _| with_digits(groups, "零幺二三四五六七八九")),
    held("half wide", |groups, _| {
        let (first, rest) = groups.split_first().expect("a number has a group");
        let mut bits = full_width(&[first]);
        bits.extend(text(rest.concat()));
        bits
    }),
    held("a digit a line", |groups, _| singly(groups, &Bit::Line)),
    held("two spaces", |groups, _| joined(groups, "  ")),
    held("spaced hyphens", |groups, _| joined(groups, " - ")),
    held("thin spaces", |groups, draw| joined(groups, draw.pick(&["\u{2009}", "\u{202f}", "\u{2002}", "\u{2003}"]))),
    held("unlike signs", |groups, _| {
        let mut written = String::new();
        for (idx, group) in groups.iter().enumerate() {
            written.push_str(if idx == 0 { "" } else { [" ", "-", "."][idx % 3] });
            written.push_str(group);
        }
        text(written)
    }),
    held("line broken and indented", |groups, _| {
        let mut bits = Vec::new();
        for (idx, group) in groups.iter().enumerate() {
            if idx > 0 {
                bits.push(Bit::Line);
            }
            bits.push(Bit::Text(if idx > 0 { format!("    {group}") } else { (*group).to_owned() }));
        }
        bits
    }),
    held("each with a dot", |groups, _| spaced(groups, ".")),
    Form { name: "URL escapes twice", held_out: true, coding: Coding::UrlTwice, write: |groups, _| text(groups.concat()) },
    held("glued to letters", |groups, draw| {
        let whole = groups.concat();
        text(draw.pick(&["ID#", "No.#", "no#", "SFZ#", "#id", "a_#_b"]).replace('#', &whole))
    }),
];

/// Other letters than the X at the end of a number of citizens; the last two are held out.
pub(crate) const CROSSES: [(&str, &str, bool); 5] = [
    ("small x", "x", false),
    ("wide X", "Ｘ", false),
    ("wide x", "ｘ", false),
    ("times sign", "×", true),
    ("Cyrillic X", "Х", true),
];

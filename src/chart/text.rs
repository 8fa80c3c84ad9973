//! Texts to lines that fit, by an estimate of how wide they are.
//!
//! No font is asked: the reader's is not known. The estimate is that of the widest of the fonts which the theme names, so that
//! what fits here fits there.

use unicode_width::UnicodeWidthChar;

/// Above the base line, in em: what fonts for Chinese reserve, and what browsers add when they round to pixels.
pub(super) const ASCENT: f64 = 1.2;
/// Below the base line, in em.
pub(super) const DESCENT: f64 = 0.35;
/// From one line of a label to the next, in em.
pub(super) const LINE: f64 = 1.3;

/// How high `n_lines` are, in em.
pub(super) fn height(n_lines: usize) -> f64 {
    ASCENT + DESCENT + LINE * n_lines.saturating_sub(1) as f64
}

/// How wide a text is at that size of type.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// How wide the widest is.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}

fn em(c: char) -> f64 {
    match c {
        ' ' | '\u{a0}' => 0.3,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.36,
        '%' | 'm' | 'w' | 'M' | 'W' | '@' => 0.95,
        '0'..='9' | 'a'..='z' | '-' | '/' | '(' | ')' => 0.62,
        '=' | '+' | '<' | '>' | 'A'..='Z' => 0.74,
        _ if c.is_ascii() => 0.66,
        // Fonts for Chinese give a whole square to what is narrow elsewhere: `…`, `·`, `—`.
        _ => match c.width() {
            Some(0) | None => 0.0,
            Some(1) if c.is_alphabetic() => 0.8,
            Some(1) => 1.0,
            Some(_) if ('\u{1f000}'..='\u{1faff}').contains(&c) => 1.4,
            Some(_) => 1.0,
        },
    }
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    /// Whether the end is missing, so that the whole must be said elsewhere.
    pub(super) is_shortened: bool,
}

impl Lines {
    /// One line, whatever its width.
    pub(super) fn one(text: &str) -> Self {
        Self { lines: vec![text.to_owned()], is_shortened: false }
    }

    pub(super) fn width(&self, size: f64) -> f64 {
        widest(self.lines.iter().map(String::as_str), size)
    }

    /// In em.
    pub(super) fn height(&self) -> f64 {
        height(self.lines.len())
    }
}

/// Lines of at most `room`; words are torn apart and the end is left out where there is no other way.
pub(super) fn wrap(text: &str, room: f64, size: f64, n_lines: usize) -> Lines {
    let mut lines = break_lines(pieces(text).iter().flat_map(|piece| torn(piece, room, size)), room, size);
    let is_shortened = lines.len() > n_lines;
    if is_shortened {
        let rest = lines.split_off(n_lines.max(1) - 1).concat();
        lines.push(shorten(&rest, room, size));
    }
    Lines { lines, is_shortened }
}

/// Lines of at most `room` if the whole text fits without tearing a word apart.
pub(super) fn fit(text: &str, room: f64, size: f64, n_lines: usize) -> Option<Lines> {
    let pieces = pieces(text);
    if pieces.iter().any(|piece| width(piece.trim_end(), size) > room) {
        return None;
    }
    let lines = break_lines(pieces.into_iter(), room, size);
    (lines.len() <= n_lines).then_some(Lines { lines, is_shortened: false })
}

/// As much of a text as fits before `…`.
fn shorten(text: &str, room: f64, size: f64) -> String {
    let mut kept = String::new();
    let mut used = em('…') * size;
    for c in text.chars() {
        used += em(c) * size;
        if used > room {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

fn break_lines(pieces: impl Iterator<Item = String>, room: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        let longer = format!("{line}{piece}");
        if !line.is_empty() && width(longer.trim_end(), size) > room {
            lines.push(line.trim_end().to_owned());
            line = piece.trim_start().to_owned();
        } else {
            line = longer;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Parts of a text between which a line may end: words, and each Chinese character with the marks that belong to it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.trim().chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }) {
        match pieces.last_mut() {
            Some(piece) if !may_break(last, c) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = c;
    }
    pieces
}

fn may_break(left: char, right: char) -> bool {
    const CLOSING: &str = "、，。；：？！）》」』】〉”’…·,.;:?!)]}%‰℃°";
    const OPENING: &str = "（《「『【〈“‘([{";
    if right == ' ' || CLOSING.contains(right) || OPENING.contains(left) {
        return false;
    }
    // `2026` and what it counts, a year, stay together.
    left == ' ' || is_square(left) || is_square(right) && !left.is_ascii_digit()
}

/// Whether lines may end before and behind it, as in Chinese.
fn is_square(c: char) -> bool {
    c.width() == Some(2)
}

/// A piece cut into parts that fit.
fn torn(piece: &str, room: f64, size: f64) -> Vec<String> {
    if width(piece.trim_end(), size) <= room {
        return vec![piece.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut used = 0.0;
    for c in piece.chars() {
        let own = em(c) * size;
        if used + own > room && used > 0.0 {
            parts.push(String::new());
            used = 0.0;
        }
        used += own;
        parts.last_mut().expect("it begins with one").push(c);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &Lines) -> Vec<&str> {
        lines.lines.iter().map(String::as_str).collect()
    }

    #[test]
    fn a_chinese_character_is_a_square() {
        assert_eq!(width("数控教工", 10.0), 40.0);
        assert_eq!(width("2026", 10.0), 24.8);
    }

    #[test]
    fn chinese_breaks_anywhere_but_not_before_a_closing_mark() {
        assert_eq!(lines(&wrap("数控教工党支部", 40.0, 10.0, 2)), ["数控教工", "党支部"]);
        assert_eq!(lines(&wrap("数控教工）党支部", 40.0, 10.0, 3)), ["数控教", "工）党支", "部"]);
    }

    #[test]
    fn a_number_stays_in_one_piece() {
        assert_eq!(lines(&wrap("2026年3月", 25.0, 10.0, 3)), ["2026", "年", "3月"]);
        assert_eq!(fit("2026年3月", 30.0, 10.0, 3), None);
        assert_eq!(fit("2026年3月", 35.0, 10.0, 2).map(|fitting| fitting.lines), Some(vec!["2026年".into(), "3月".into()]));
    }

    #[test]
    fn what_is_too_long_ends_in_dots_and_says_so() {
        let wrapped = wrap("数控技术与智能制造教工党支部", 50.0, 10.0, 2);
        assert_eq!(lines(&wrapped), ["数控技术与", "智能制造…"]);
        assert!(wrapped.is_shortened);
    }

    #[test]
    fn a_word_longer_than_the_room_is_torn() {
        assert_eq!(lines(&wrap("abcdefgh", 25.0, 10.0, 2)), ["abcd", "efgh"]);
    }

    #[test]
    fn nothing_has_no_lines() {
        assert!(wrap(" \n ", 50.0, 10.0, 2).lines.is_empty());
    }
}

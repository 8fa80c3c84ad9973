//! A line that TOML refused to what was probably meant: the first slip on it, and the line without slips.
//!
//! Reads the line as a person would: any quote opens a text, which ends at the last quote that something sensible follows;
//! full-width marks count as narrow ones; what is neither number nor date is a text. Inside proper quotes nothing is changed.

use std::ops::Range;

use super::mend_marks::{
    date, is_header, is_quote, is_value, narrow, narrow_all, number_with_unit, proper_end, quoted, separator, tolerant_end,
    yes_or_no,
};

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// A full-width mark, and the narrow one.
    Wide(char, char),
    /// Something else than `=` between key and value.
    NoEquals,
    /// A key that is not plain ASCII, without quotes.
    Key(String),
    /// A text without quotes.
    NoQuotes,
    /// A date that TOML does not know, and as TOML writes it.
    Date(String),
    /// A day that does not exist.
    NoSuchDay,
    /// A text without its second quote.
    NotClosed,
    /// Straight quotes inside of straight quotes.
    InnerQuotes,
    /// A mark at the end of the line that does not belong there.
    Surplus(char),
    /// No comma between two items of a list.
    NoComma,
    /// A word for yes or no, and as TOML writes it.
    YesNo(&'static str),
    /// A number with what is counted, and the number.
    Unit(String),
    /// A comment as another language marks it.
    Comment(&'static str),
    /// A character that nobody sees.
    Unseen,
    /// Brackets around the name of a part that do not match.
    Brackets,
    /// A list without square brackets.
    NoBrackets,
    /// A key without value.
    NoValue,
    /// More than `=` between key and value.
    Equals,
    /// Two fields on one line.
    TwoFields,
    /// A backslash in a text.
    Backslash,
}

/// The first slip of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mended {
    pub slip: Slip,
    /// Bytes of the line.
    pub range: Range<usize>,
    /// The line as TOML understands it, if that could be achieved.
    pub line: Option<String>,
}

/// Finds the first slip of a line; `None` if there is none that is known.
pub(super) fn mend(line: &str) -> Option<Mended> {
    // A line this long was not typed, and copying it into a message helps nobody.
    if line.len() > 2_000 {
        return None;
    }
    let mut reader = Reader { line, at: 0, out: String::with_capacity(line.len()), first: None, depth: 0 };
    reader.whole_line();
    let (slip, range) = reader.first?;
    let is_right = understands(&reader.out) && slip != Slip::NoSuchDay;
    Some(Mended { slip, range, line: is_right.then(|| reader.out.trim().to_owned()) })
}

/// Whether TOML accepts a line, alone or as one line of a list.
pub(super) fn understands(line: &str) -> bool {
    let is_toml = |text: &str| toml::de::DeTable::parse(text).is_ok();
    is_toml(line) || is_toml(&format!("{line}\n]")) || is_toml(&format!("x = [\n{line}\n]"))
}

/// No bare value or nested list of an author is deeper.
const MAX_DEPTH: usize = 20;

struct Reader<'a> {
    line: &'a str,
    at: usize,
    out: String,
    first: Option<(Slip, Range<usize>)>,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.line[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn note(&mut self, slip: Slip, range: Range<usize>) {
        self.first.get_or_insert((slip, range));
    }

    /// Copies white space; the ideographic space becomes a plain one.
    fn spaces(&mut self) {
        while let Some(c) = self.peek().filter(|c| c.is_whitespace()) {
            self.at += c.len_utf8();
            self.out.push(if c == '\t' { '\t' } else { ' ' });
        }
    }

    /// Copies one mark as its narrow form.
    fn mark(&mut self, c: char) {
        let plain = narrow(c);
        if plain != c {
            self.note(Slip::Wide(c, plain), self.at..self.at + c.len_utf8());
        }
        self.at += c.len_utf8();
        self.out.push(plain);
    }

    fn is_at_end(&self) -> bool {
        matches!(self.peek(), None | Some('#' | '＃'))
    }

    fn whole_line(&mut self) {
        self.spaces();
        if self.is_at_end() {
            return;
        }
        if is_header(self.line) {
            self.header();
        } else if let Some(separator) = separator(self.line) {
            self.key(separator);
            self.value();
        } else {
            self.items();
        }
        self.end();
    }

    fn header(&mut self) {
        while let Some(c) = self.peek().filter(|_| !self.is_at_end()) {
            if matches!(narrow(c), '[' | ']') {
                self.mark(c);
            } else if c.is_whitespace() {
                self.spaces();
            } else {
                let n_name = self.rest().find(['[', ']', '【', '】', '［', '］']).unwrap_or(self.rest().len());
                self.key_name(self.at + n_name);
            }
        }
    }

    /// Copies the key and what stands between it and its value.
    fn key(&mut self, separator: usize) {
        self.key_name(separator);
        self.spaces();
        let Some(c) = self.peek() else { return };
        if c == ':' || c == '：' {
            self.note(Slip::NoEquals, self.at..self.at + c.len_utf8());
            self.at += c.len_utf8();
            self.out.push_str(if self.out.ends_with(' ') { "=" } else { " =" });
        } else {
            self.mark(c);
        }
        let n_spaces = self.rest().len() - self.rest().trim_start().len();
        if n_spaces == 0 {
            self.out.push(' ');
        }
    }

    fn key_name(&mut self, end: usize) {
        let name = self.line[self.at..end].trim_end();
        let bare: String = name.chars().filter(|c| !is_quote(*c)).collect();
        let is_plain = |part: &str| part.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        let is_quoted = name.starts_with(['"', '\'']) && name.ends_with(['"', '\'']);
        let range = self.at..self.at + name.len();
        if is_quoted || bare.split('.').all(is_plain) && bare == name {
            self.out.push_str(name);
        } else if bare.is_ascii() && bare.split('.').all(is_plain) {
            // Wide quotes around a plain name.
            let c = name.chars().find(|c| !c.is_ascii()).unwrap_or('“');
            self.note(Slip::Wide(c, narrow(c)), range.clone());
            self.out.push_str(&bare);
        } else {
            self.note(Slip::Key(bare.clone()), range.clone());
            self.out.push_str(&format!("\"{bare}\""));
        }
        self.at = range.end;
    }

    fn value(&mut self) {
        self.spaces();
        match self.peek() {
            None => {}
            Some(_) if self.rest().starts_with("\"\"\"") || self.rest().starts_with("'''") => {
                let rest = self.rest().to_owned();
                self.out.push_str(&rest);
                self.at = self.line.len();
            }
            Some(c) if is_quote(c) => self.string(),
            Some(c) if narrow(c) == '[' && self.depth < MAX_DEPTH => self.list(c),
            Some(c) if narrow(c) == '{' && self.depth < MAX_DEPTH => self.fields(c),
            Some(_) => self.bare(),
        }
    }

    fn list(&mut self, open: char) {
        self.mark(open);
        self.depth += 1;
        self.items();
        self.depth -= 1;
    }

    /// Values with commas, up to the end of their list or of the line.
    fn items(&mut self) {
        let mut is_behind_value = false;
        loop {
            let gap = self.at;
            self.spaces();
            let before = self.at;
            if is_behind_value && self.peek().is_some_and(is_quote) {
                self.comma(gap);
            }
            is_behind_value = self.peek().is_some_and(|c| !matches!(narrow(c), ']' | '}' | ',' | '#'));
            match self.peek() {
                None | Some('#') => return,
                Some(c) if matches!(narrow(c), ']' | '}') => return self.mark(c),
                Some(c) if narrow(c) == ',' => self.mark(c),
                Some(_) => {
                    self.depth += 1;
                    self.value();
                    self.depth -= 1;
                }
            }
            if self.at == before {
                return;
            }
        }
    }

    /// Writes the comma that is missing between the value before `gap` and the next.
    fn comma(&mut self, gap: usize) {
        // A place that can be seen: the spaces, or the quote behind.
        let n_next = if self.at > gap { 0 } else { self.peek().map_or(0, char::len_utf8) };
        self.note(Slip::NoComma, gap..self.at + n_next);
        let n_before = self.out.trim_end().len();
        self.out.truncate(n_before);
        self.out.push_str(", ");
    }

    fn fields(&mut self, open: char) {
        self.mark(open);
        self.depth += 1;
        loop {
            self.spaces();
            let before = self.at;
            match self.peek() {
                None => break,
                Some(c) if narrow(c) == '}' => {
                    self.mark(c);
                    break;
                }
                Some(c) if narrow(c) == ',' => self.mark(c),
                Some(_) => {
                    let Some(separator) = separator(self.rest()) else { break };
                    self.key(self.at + separator);
                    self.value();
                }
            }
            if self.at == before {
                break;
            }
        }
        self.depth -= 1;
    }

    fn string(&mut self) {
        let Some(open) = self.peek() else { return };
        let start = self.at;
        let inside = start + open.len_utf8();
        let text = &self.line[inside..];
        let is_item = self.depth > 0;
        if let Some(n_text) = proper_end(open, text, is_item) {
            let end = inside + n_text + 1;
            self.out.push_str(&self.line[start..end]);
            self.at = end;
            return;
        }
        let (n_text, close) = tolerant_end(open, text, is_item).unwrap_or((text.trim_end().len(), None));
        let content_end = inside + n_text;
        let mut content = &text[..n_text];
        if !open.is_ascii() {
            self.note(Slip::Wide(open, narrow(open)), start..inside);
        }
        match content.find(open).filter(|_| open.is_ascii()) {
            // The same quote twice at the end: the second was not meant.
            Some(inner) if inner + 1 == n_text && close == Some(open) => {
                self.note(Slip::Surplus(open), content_end..content_end + 1);
                content = &content[..inner];
            }
            Some(inner) => self.note(Slip::InnerQuotes, inside + inner..inside + inner + 1),
            None => {}
        }
        match close {
            None => self.note(Slip::NotClosed, start..content_end),
            Some(c) if !c.is_ascii() => self.note(Slip::Wide(c, narrow(c)), content_end..content_end + c.len_utf8()),
            Some(_) => {}
        }
        let is_escaped = open == '"';
        self.out.push_str(&quoted(content, is_escaped));
        self.at = content_end + close.map_or(0, char::len_utf8);
    }

    /// A number, a date, `true` — or a text whose quotes were forgotten.
    fn bare(&mut self) {
        let rest = self.rest();
        let stops: &[char] = if self.depth > 0 { &[',', '，', '、', ']', '】', '］', '}', '｝'] } else { &[] };
        let n_value = rest.find(stops).unwrap_or(rest.len());
        let n_value = rest[..n_value].find(" #").unwrap_or(n_value);
        let token = rest[..n_value].trim_end_matches([' ', '\t', ',', '，', ';', '；']);
        let range = self.at..self.at + token.len();
        let plain = narrow_all(token);
        let full_stop = token.chars().next_back().filter(|c| matches!(c, '。' | '.'));
        let unstopped = token.trim_end_matches(['。', '.']);
        let written = if is_value(token) {
            token.to_owned()
        } else if is_value(&plain) {
            let wide = token.chars().find(|c| !c.is_ascii()).unwrap_or('：');
            self.note(Slip::Wide(wide, narrow_all(&wide.to_string()).chars().next().unwrap_or(wide)), range.clone());
            plain
        } else if let Some(better) = yes_or_no(unstopped) {
            self.note(Slip::YesNo(better), range.clone());
            better.to_owned()
        } else if let Some(c) = full_stop.filter(|_| is_value(unstopped)) {
            self.note(Slip::Surplus(c), range.end - c.len_utf8()..range.end);
            unstopped.to_owned()
        } else if let Some(number) = number_with_unit(&plain) {
            self.note(Slip::Unit(number.to_owned()), range.clone());
            number.to_owned()
        } else {
            match date(&plain) {
                Some(Ok(date)) => {
                    self.note(Slip::Date(date.clone()), range.clone());
                    date
                }
                Some(Err(())) => {
                    self.note(Slip::NoSuchDay, range.clone());
                    token.to_owned()
                }
                None => {
                    self.note(Slip::NoQuotes, range.clone());
                    quoted(token, false)
                }
            }
        };
        self.out.push_str(&written);
        self.at = range.end;
    }

    /// What follows the value: white space and a comment.
    fn end(&mut self) {
        self.spaces();
        if let Some(c) =
            self.peek().filter(|c| matches!(c, ',' | '，' | ';' | '；' | '。' | ']' | '】' | '}') && self.is_last(*c))
        {
            // In a list that goes on, a comma belongs to the end of the line.
            if separator(self.line).is_some() {
                self.note(Slip::Surplus(c), self.at..self.at + c.len_utf8());
                self.at += c.len_utf8();
            }
        }
        let rest = self.rest().to_owned();
        self.out.push_str(&rest);
    }

    fn is_last(&self, c: char) -> bool {
        let behind = self.rest()[c.len_utf8()..].trim_start();
        behind.is_empty() || behind.starts_with('#')
    }
}

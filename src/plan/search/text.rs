//! HTML and plain values to the text that is searched: one line for each block, headings marked, entities decoded, no tags.
//!
//! One pass over the bytes. It knows the few elements that `read` writes and lets the others through without a trace.

use super::{ANCHOR, HEADING, HEADING_END};

/// A text being made.
#[derive(Debug, Default)]
pub(super) struct Text {
    done: String,
    /// The id of the heading that is open.
    heading: Option<String>,
    is_code: bool,
}

impl Text {
    /// An empty text with room for so many bytes.
    pub(super) fn with_room(n_bytes: usize) -> Self {
        Self { done: String::with_capacity(n_bytes), ..Self::default() }
    }

    /// The text.
    pub(super) fn finish(mut self) -> String {
        self.end_line();
        self.done
    }

    /// A value that stands for itself, as a line.
    pub(super) fn line(&mut self, value: &str) {
        self.end_line();
        self.words(value);
        self.end_line();
    }

    /// A value that may be missing, as a line.
    pub(super) fn line_of(&mut self, value: Option<&String>) {
        if let Some(value) = value {
            self.line(value);
        }
    }

    /// Values beside each other, as a line.
    pub(super) fn row<'v>(&mut self, values: impl IntoIterator<Item = &'v str>) {
        self.end_line();
        for value in values {
            self.space();
            self.words(value);
        }
        self.end_line();
    }

    /// A heading of its own.
    pub(super) fn heading(&mut self, words: &str, id: &str) {
        self.end_line();
        self.done.push(HEADING);
        self.words(words);
        self.heading = Some(id.to_owned());
        self.end_heading();
    }

    /// Plain text within a line.
    pub(super) fn words(&mut self, words: &str) {
        let mut done = 0;
        for (at, byte) in words.bytes().enumerate() {
            // Control characters would be taken for marks.
            if byte < b' ' || byte == 0x7F {
                self.done.push_str(&words[done..at]);
                self.space();
                done = at + 1;
            }
        }
        self.done.push_str(&words[done..]);
    }

    /// HTML that is well formed.
    pub(super) fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.bytes().position(is_special) {
            self.run(&rest[..at]);
            rest = &rest[at..];
            rest = match rest.as_bytes()[0] {
                b'<' => self.tag(rest),
                b'&' => self.entity(rest),
                b'\n' if self.is_code => {
                    self.end_line();
                    &rest[1..]
                }
                _ => {
                    self.space();
                    &rest[1..]
                }
            };
        }
        self.run(rest);
    }

    /// Text without tags, entities and line breaks; a line does not begin with a space.
    fn run(&mut self, run: &str) {
        let is_begun = !self.done.is_empty() && !self.done.ends_with(['\n', HEADING]);
        self.done.push_str(if is_begun { run } else { run.trim_start_matches(' ') });
    }

    /// Takes in the tag that `html` begins with; the result is what stands behind it.
    fn tag<'h>(&mut self, html: &'h str) -> &'h str {
        let (tag, rest) = html.split_at(end_of_tag(html));
        let is_end = tag.as_bytes().get(1) == Some(&b'/');
        let name = &tag[if is_end { 2 } else { 1 }..];
        let name = &name[..name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len())];
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if is_end => self.end_heading(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.start_heading(tag),
            "p" | "li" | "ul" | "ol" | "div" | "tr" | "table" | "thead" | "tbody" | "blockquote" | "br" | "hr" | "dt" | "dd"
            | "dl" | "figure" | "figcaption" | "section" | "details" | "summary" | "caption" => self.end_line(),
            "pre" => {
                self.end_line();
                self.is_code = !is_end;
            }
            "td" | "th" => self.space(),
            // Numbers of footnotes and how words are spoken would stand in the middle of phrases.
            "sup" if tag.contains("\"footnote-ref\"") => return behind(rest, "</sup>"),
            "a" if tag.contains("\"footnote-back\"") => return behind(rest, "</a>"),
            "rt" if !is_end => return behind(rest, "</rt>"),
            "rp" if !is_end => return behind(rest, "</rp>"),
            _ => {}
        }
        rest
    }

    fn start_heading(&mut self, tag: &str) {
        self.end_line();
        let Some((_, id)) = tag.split_once(" id=\"") else { return };
        let mut decoded = Self::default();
        decoded.html(&id[..id.find('"').unwrap_or(id.len())]);
        self.heading = Some(decoded.done);
        self.done.push(HEADING);
    }

    fn end_heading(&mut self) {
        let Some(id) = self.heading.take() else { return self.end_line() };
        self.trim();
        self.done.push(ANCHOR);
        self.done.push_str(&id);
        self.done.push(HEADING_END);
        self.done.push('\n');
    }

    /// Decodes the entity that `html` begins with; an `&` that begins none stands for itself.
    fn entity<'h>(&mut self, html: &'h str) -> &'h str {
        let name = html[1..].split_once(';').map(|(name, _)| name).filter(|name| name.len() <= 8);
        let Some((name, c)) = name.and_then(|name| Some((name, decoded(name)?))) else {
            self.done.push('&');
            return &html[1..];
        };
        if c < ' ' {
            self.space()
        } else {
            self.done.push(c)
        }
        &html[name.len() + 2..]
    }

    fn space(&mut self) {
        if !self.done.is_empty() && !self.done.ends_with([' ', '\n', HEADING]) {
            self.done.push(' ');
        }
    }

    /// Ends the line, if it has any words. A heading is one line, whatever is in it.
    fn end_line(&mut self) {
        if self.heading.is_some() {
            return self.space();
        }
        self.trim();
        if !self.done.is_empty() && !self.done.ends_with('\n') {
            self.done.push('\n');
        }
    }

    fn trim(&mut self) {
        self.done.truncate(self.done.trim_end_matches(' ').len());
    }
}

fn is_special(byte: u8) -> bool {
    byte == b'<' || byte == b'&' || byte < b' ' || byte == 0x7F
}

/// Bytes of the tag that `html` begins with; a `>` within a value ends nothing.
fn end_of_tag(html: &str) -> usize {
    let mut is_quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn behind<'h>(html: &'h str, end: &str) -> &'h str {
    html.find(end).map_or(html, |at| &html[at + end.len()..])
}

fn decoded(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(html: &str) -> String {
        let mut text = Text::default();
        text.html(html);
        text.finish()
    }

    #[test]
    fn blocks_become_lines_and_tags_go() {
        let html = "<p>一<strong>二</strong><br>\n三</p>\n<ul>\n<li>四</li>\n<li><input type=\"checkbox\"> 五 &lt;六&gt; &amp;&#x4E03;</li>\n</ul>\n";
        assert_eq!(text_of(html), "一二\n三\n四\n五 <六> &七\n");
    }

    #[test]
    fn headings_carry_their_ids() {
        let html = "<p>前</p>\n<h2 id=\"a&amp;b\">会议 <code>x</code></h2>\n<p>后</p>";
        assert_eq!(text_of(html), "前\n\u{3}会议 x\u{4}a&b\u{5}\n后\n");
    }

    #[test]
    fn footnote_numbers_do_not_cut_phrases() {
        let html = "<p>党员<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup>大会</p>\n<div class=\"footnotes\">\n<ol>\n<li id=\"fn-1\">\n\
                    <p>见规定 <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\">↩<sup>2</sup></a></p>\n</li>\n</ol>\n</div>\n";
        assert_eq!(text_of(html), "党员大会\n见规定\n");
    }

    #[test]
    fn cells_stand_beside_each_other_and_code_keeps_its_lines() {
        let html = "<div class=\"table-frame\" tabindex=\"0\"><table>\n<thead><tr><th>甲</th><th>乙</th></tr></thead>\n</table></div>\n\
                    <pre tabindex=\"0\"><code title=\"a>b\">一\n二</code></pre>\n";
        assert_eq!(text_of(html), "甲 乙\n一\n二\n");
    }

    #[test]
    fn control_characters_are_never_taken_for_marks() {
        let mut text = Text::default();
        text.line("一\u{3}二\u{5}");
        text.html("三\u{4}四&#3;五&nosuch;&");
        assert_eq!(text.finish(), "一 二\n三 四 五&nosuch;&\n");
    }
}

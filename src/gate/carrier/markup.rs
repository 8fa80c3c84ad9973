//! Markup to its tokens: text, tags with their attributes, comments. Nothing is refused, and every byte is looked at once.
//!
//! References stay as written; what tags mean is the listener's business.

use memchr::{memchr, memmem};

/// How markup is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// As browsers read pages: scripts and styles hold no tags.
    Html,
    /// As feeds and drawings are written.
    Xml,
}

/// Hears tokens in their order. `at` says where a token's words begin, in bytes.
pub(super) trait Listener {
    /// Text between tags.
    fn text(&mut self, at: usize, text: &str);
    /// Text between tags in which `&` is a character as any other.
    fn plain_text(&mut self, at: usize, text: &str);
    /// A tag that opens, before its attributes.
    fn open(&mut self, at: usize, name: &str);
    /// An attribute of the tag that was opened or closed last.
    fn attribute(&mut self, at: usize, name: &str, value: &str);
    /// A tag that closes.
    fn close(&mut self, at: usize, name: &str);
    /// A comment or a declaration.
    fn comment(&mut self, at: usize, text: &str);
    /// What a script or a style sheet holds.
    fn script(&mut self, at: usize, name: &str, text: &str);
}

/// Elements of pages in which `<` begins no tag; in the second half references are resolved all the same.
const RAW: [&str; 7] = ["script", "style", "xmp", "noembed", "noframes", "title", "textarea"];
const N_SCRIPTS: usize = 2;
const N_WITHOUT_REFERENCES: usize = 5;

/// Reads markup from its beginning to its end.
pub(super) fn listen<L: Listener>(text: &str, dialect: Dialect, listener: &mut L) {
    let mut walk = Walk { text, bytes: text.as_bytes(), at: 0 };
    let mut start = 0;
    while let Some(found) = memchr(b'<', &walk.bytes[walk.at..]) {
        let tag = walk.at + found;
        walk.at = tag + 1;
        let Some(next) = walk.bytes.get(walk.at).copied() else { break };
        if !is_tag(next) {
            continue;
        }
        if start < tag {
            listener.text(start, &text[start..tag]);
        }
        match next {
            b'!' | b'?' => walk.declaration(dialect, listener),
            b'/' => walk.end_tag(listener),
            _ => walk.start_tag(dialect, listener),
        }
        start = walk.at;
    }
    if start < text.len() {
        listener.text(start, &text[start..]);
    }
}

/// Whether what follows `<` makes it a tag, a comment or a declaration. Names of tags may be Chinese in files of data.
fn is_tag(next: u8) -> bool {
    next.is_ascii_alphabetic() || matches!(next, b'!' | b'?' | b'/' | b'_') || next >= 0x80
}

struct Walk<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Walk<'t> {
    fn declaration(&mut self, dialect: Dialect, listener: &mut impl Listener) {
        let rest = &self.bytes[self.at..];
        if rest.starts_with(b"!-->") || rest.starts_with(b"!--->") {
            self.until(1, b">");
            return;
        }
        if rest.starts_with(b"!--") {
            let (at, text) = self.until(3, b"-->");
            return listener.comment(at, text);
        }
        if rest.starts_with(b"![CDATA[") {
            let (at, text) = self.until(8, b"]]>");
            return listener.plain_text(at, text);
        }
        // The declarations of a document's own names hold `>`.
        let has_names = dialect == Dialect::Xml && rest.starts_with(b"!DOCTYPE") && has_bracket_before_end(rest);
        let (at, text) = self.until(1, if has_names { b"]>" } else { b">" });
        listener.comment(at, text);
    }

    /// What stands from `n_skipped` bytes on to `end`, or to the end of everything; goes behind it.
    fn until(&mut self, n_skipped: usize, end: &[u8]) -> (usize, &'t str) {
        let start = self.at + n_skipped;
        let found = memmem::find(&self.bytes[start..], end);
        let stop = found.map_or(self.bytes.len(), |n| start + n);
        self.at = found.map_or(stop, |_| stop + end.len());
        (start, &self.text[start..stop])
    }

    fn end_tag(&mut self, listener: &mut impl Listener) {
        self.at += 1;
        let start = self.at;
        let name = self.name();
        listener.close(start, name);
        self.attributes(listener);
    }

    fn start_tag(&mut self, dialect: Dialect, listener: &mut impl Listener) {
        let start = self.at;
        let name = self.name();
        listener.open(start, name);
        self.attributes(listener);
        // In drawings, which pages may hold, such an element is closed.
        let is_closed = self.bytes.get(self.at.saturating_sub(2)) == Some(&b'/');
        if dialect == Dialect::Html
            && !is_closed
            && let Some(which) = RAW.iter().position(|raw| raw.eq_ignore_ascii_case(name))
        {
            self.raw(which, listener);
        }
    }

    /// Everything up to the end tag of the element `RAW[which]`.
    fn raw(&mut self, which: usize, listener: &mut impl Listener) {
        let start = self.at;
        let name = RAW[which];
        let is_end = |at: &usize| {
            let behind = &self.bytes[at + 2..];
            behind.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
        };
        let found = memmem::find_iter(&self.bytes[start..], b"</").map(|n| start + n).find(is_end);
        self.at = found.unwrap_or(self.bytes.len());
        let text = &self.text[start..self.at];
        if which < N_SCRIPTS {
            listener.script(start, name, text);
        } else if which < N_WITHOUT_REFERENCES {
            listener.plain_text(start, text);
        } else {
            listener.text(start, text);
        }
    }

    /// The name of a tag, up to what ends it.
    fn name(&mut self) -> &'t str {
        let start = self.at;
        self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>'));
        &self.text[start..self.at]
    }

    /// The attributes of a tag, and its end.
    fn attributes(&mut self, listener: &mut impl Listener) {
        loop {
            self.skip_while(|byte| is_space(byte) || byte == b'/');
            match self.bytes.get(self.at) {
                None => return,
                Some(b'>') => break,
                Some(_) => {}
            }
            let start = self.at;
            // A name may begin with `=`, which gives it at least one byte.
            self.at += 1;
            self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
            let name_end = self.at;
            self.skip_while(is_space);
            let (at, value) = if self.bytes.get(self.at) == Some(&b'=') { self.value() } else { (self.at, "") };
            // A name that begins with half a character cannot be: bytes below 0x80 end names.
            listener.attribute(at, &self.text[start..name_end], value);
        }
        self.at += 1;
    }

    fn value(&mut self) -> (usize, &'t str) {
        self.at += 1;
        self.skip_while(is_space);
        match self.bytes.get(self.at) {
            Some(quote @ (b'"' | b'\'')) => self.until(1, std::slice::from_ref(quote)),
            _ => {
                let start = self.at;
                self.skip_while(|byte| !is_space(byte) && byte != b'>');
                (start, &self.text[start..self.at])
            }
        }
    }

    #[inline]
    fn skip_while(&mut self, is_skipped: impl Fn(u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|byte| is_skipped(*byte)) {
            self.at += 1;
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

fn has_bracket_before_end(declaration: &[u8]) -> bool {
    let end = memchr(b'>', declaration).unwrap_or(declaration.len());
    memchr(b'[', &declaration[..end]).is_some()
}

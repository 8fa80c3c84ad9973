//! A script to its tokens, without comments and white space.

/// What a token is, as far as shortening must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A name or a keyword.
    Name(&'a str),
    /// A text, a number or a pattern: taken over as it stands.
    Literal(&'a str),
    /// A sign; those of several characters that matter here are one: `=>`, `...`, `++`, `--`.
    Sign(&'a str),
}

impl<'a> Token<'a> {
    /// As it is written.
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Name(text) | Self::Literal(text) | Self::Sign(text) => text,
        }
    }

    /// Whether this is `sign`.
    pub(super) fn is(self, sign: &str) -> bool {
        self == Token::Sign(sign)
    }
}

/// Cuts a script into tokens.
pub(super) fn tokens(script: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        let n = comment_len(rest);
        if n == 0 {
            let token = next_token(rest, first, tokens.last().copied());
            rest = &rest[token.text().len()..];
            tokens.push(token);
        } else {
            rest = &rest[n..];
        }
        rest = rest.trim_start();
    }
    tokens
}

fn comment_len(rest: &str) -> usize {
    let end = |mark: &str, n: usize| rest.find(mark).map_or(rest.len(), |at| at + n);
    match rest.get(..2) {
        Some("//") => end("\n", 1),
        Some("/*") => end("*/", 2),
        _ => 0,
    }
}

fn next_token<'a>(rest: &'a str, first: char, last: Option<Token<'_>>) -> Token<'a> {
    let is_in_name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let run = |belongs: &dyn Fn(char) -> bool| rest.find(|c| !belongs(c)).map_or(rest, |n| &rest[..n]);
    match first {
        '"' | '\'' | '`' => Token::Literal(&rest[..quoted_len(rest, first)]),
        '0'..='9' => Token::Literal(run(&|c| is_in_name(c) || c == '.')),
        '/' if begins_pattern(last) => Token::Literal(&rest[..pattern_len(rest)]),
        c if is_in_name(c) => Token::Name(run(&is_in_name)),
        c => {
            let long = ["...", "=>", "++", "--"].into_iter().find(|sign| rest.starts_with(sign));
            Token::Sign(&rest[..long.map_or(c.len_utf8(), str::len)])
        }
    }
}

/// Length of what ends with the first `end` that no backslash stands before.
fn quoted_len(rest: &str, end: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == end && !is_escaped {
            return at + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}

/// A slash divides behind a value, and begins a pattern elsewhere.
fn begins_pattern(last: Option<Token<'_>>) -> bool {
    match last {
        None => true,
        Some(Token::Literal(_)) => false,
        Some(Token::Name(name)) => matches!(name, "return" | "typeof" | "case" | "in" | "of"),
        Some(Token::Sign(sign)) => !matches!(sign, ")" | "]" | "}"),
    }
}

/// A pattern with its flags; a slash within brackets does not end it.
fn pattern_len(rest: &str) -> usize {
    let (mut is_escaped, mut is_in_class) = (false, false);
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => is_in_class = true,
            ']' => is_in_class = false,
            '/' if !is_in_class => {
                let flags = &rest[at + 1..];
                return at + 1 + flags.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(flags.len());
            }
            _ => (),
        }
    }
    rest.len()
}

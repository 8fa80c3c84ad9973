//! A script of the theme to the same script in fewer bytes: without comments and white space, its own names short.
//!
//! Our scripts are written to be read, and pages are read over weak networks; this makes a quarter less of them. It knows the plain style
//! in which they are written, not all of the language: every statement ends with `;`, there are no labels and no template texts.

mod names;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use self::names::{Names, Use, names};
use self::tokens::{Token, tokens};

/// Shortens one file. Names that other files see, properties, stay.
pub(super) fn shorten(script: &str) -> String {
    let tokens = tokens(script);
    let names = names(&tokens);
    let short = short_names(&tokens, &names);
    let mut shortened = String::with_capacity(script.len() / 2);
    let mut last = Token::Sign(";");
    for (at, token) in tokens.iter().enumerate() {
        if needs_space(last, *token) {
            shortened.push(' ');
        }
        // Our scripts have no statements without words, which alone would need it there.
        if token.is("}") && last.is(";") {
            shortened.pop();
        }
        match (short.get(token.text()), names.use_at(&tokens, at)) {
            (Some(name), Use::Variable) => shortened.push_str(name),
            (Some(name), Use::Shorthand) => shortened.push_str(&format!("{}:{name}", token.text())),
            _ => shortened.push_str(token.text()),
        }
        last = *token;
    }
    shortened
}

fn needs_space(last: Token<'_>, token: Token<'_>) -> bool {
    let is_sign = |token: Token<'_>| matches!(token, Token::Sign(_));
    let sign = last.text().chars().next();
    let joins = matches!(sign, Some('+' | '-')) && token.text().chars().next() == sign;
    let is_quote = |token: Token<'_>| token.text().starts_with(['"', '\'']);
    !is_sign(last) && !is_sign(token) && !is_quote(last) && !is_quote(token) || is_sign(last) && is_sign(token) && joins
}

/// The shortest names for those that are used most.
fn short_names<'a>(tokens: &[Token<'a>], names: &Names<'a>) -> BTreeMap<&'a str, String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut taken: BTreeSet<&str> = BTreeSet::from(["do", "if", "in", "of", "as"]);
    for (at, token) in tokens.iter().enumerate() {
        let Token::Name(name) = *token else { continue };
        if names.use_at(tokens, at) == Use::Kept {
            continue;
        }
        if names.own.contains(name) {
            *counts.entry(name).or_default() += 1;
        } else {
            taken.insert(name);
        }
    }
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    order.sort_by_key(|(name, n)| (std::cmp::Reverse(*n), *name));
    let free = (0..).map(short_name).filter(|name| !taken.contains(name.as_str()));
    order.into_iter().map(|(name, _)| name).zip(free).collect()
}

/// One letter as long as there are any, then two; in the order in which letters are common anyway, which compresses better.
fn short_name(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"etnrisoualcdfhpmgvbywkxjqzETNRISOUALCDFHPMGVBYWKXJQZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

//! A script of the theme to the same script in fewer bytes: without comments and white space, its own names short.
//!
//! Our scripts are written to be read, and pages are read over weak networks; this makes a quarter less of them. It knows the plain style
//! in which they are written, not all of the language: every statement ends with `;`, there are no labels and no template texts.

mod names;
mod scopes;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use self::names::{Names, Use, names};
use self::tokens::{Token, tokens};

/// Words of the language that are as short as our names.
const RESERVED: [&str; 5] = ["do", "if", "in", "of", "as"];

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
        let own = names.owner(&tokens, at).and_then(|owner| short.get(&(owner, token.text())));
        match (own, names.use_at(&tokens, at)) {
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

/// Short names for the names of each function, in the order in which they are bound. A function takes those again that functions
/// beside it have, and those of functions around it whose names it does not use: then the same short things come again and again.
fn short_names<'a>(tokens: &[Token<'a>], names: &Names<'a>) -> BTreeMap<(usize, &'a str), String> {
    let mut order: Vec<Vec<&str>> = vec![Vec::new(); names.scopes.len()];
    // What must not be taken in a function: names of nobody's own, and short names of outer functions that are used in it.
    let mut taken: Vec<BTreeSet<String>> = vec![BTreeSet::new(); names.scopes.len()];
    let mut uses: BTreeMap<(usize, &str), BTreeSet<usize>> = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate() {
        let Token::Name(name) = *token else { continue };
        if names.use_at(tokens, at) == Use::Kept {
            continue;
        }
        let owner = names.owner(tokens, at);
        for scope in names.scopes.around(at).take_while(|scope| Some(*scope) != owner) {
            match owner {
                Some(owner) => _ = uses.entry((owner, name)).or_default().insert(scope),
                None => _ = taken[scope].insert(name.to_owned()),
            }
        }
        if let Some(owner) = owner
            && !order[owner].contains(&name)
        {
            order[owner].push(name);
        }
    }
    let mut short = BTreeMap::new();
    for (scope, own) in order.into_iter().enumerate() {
        let mut number = 0;
        for name in own {
            let free = (number..)
                .find(|number| !RESERVED.contains(&short_name(*number).as_str()) && !taken[scope].contains(&short_name(*number)));
            number = free.unwrap_or(number);
            for inner in uses.get(&(scope, name)).into_iter().flatten() {
                taken[*inner].insert(short_name(number));
            }
            short.insert((scope, name), short_name(number));
            number += 1;
        }
    }
    short
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

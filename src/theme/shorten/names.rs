//! Which names of a script are its own: those that it binds by declarations, parameters and patterns.
//!
//! Functions are told apart, blocks are not: a name that is bound anywhere in a function is its own everywhere in it. Properties, keys
//! and methods are nobody's own, for other files use them.

use std::collections::BTreeSet;

use super::scopes::Scopes;
use super::tokens::Token;

/// What the braces and brackets of a script say about its names.
pub(super) struct Names<'a> {
    /// The functions of this file.
    pub(super) scopes: Scopes,
    /// Bound in this file: function and name.
    own: BTreeSet<(usize, &'a str)>,
    /// For each token, the place of the bracket that closes or opens the same pair; its own place for other tokens.
    pairs: Vec<usize>,
    /// For each token, whether it stands directly inside an object literal or an object pattern.
    is_in_object: Vec<bool>,
}

/// How an occurrence of a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A property, a key, a method.
    Kept,
    /// A variable.
    Variable,
    /// A variable that is also a key: `{ name }`.
    Shorthand,
}

/// Finds the names that a script binds.
pub(super) fn names<'a>(tokens: &[Token<'a>]) -> Names<'a> {
    let (pairs, is_in_object) = brackets(tokens);
    let scopes = Scopes::of(tokens, &pairs);
    let mut names = Names { scopes, own: BTreeSet::new(), pairs, is_in_object };
    for at in 0..tokens.len() {
        match tokens[at] {
            Token::Name("var" | "let" | "const") => names.bind_list(tokens, at + 1),
            Token::Name("function" | "class") => names.bind_function(tokens, at + 1),
            Token::Sign("=>") if at > 0 => names.bind_before_arrow(tokens, at - 1),
            Token::Sign("{") if at > 0 && tokens[at - 1].is(")") => names.bind_method(tokens, at - 1),
            _ => (),
        }
    }
    names
}

/// Pairs of brackets, and which tokens stand directly inside objects.
fn brackets(tokens: &[Token<'_>]) -> (Vec<usize>, Vec<bool>) {
    let mut pairs: Vec<usize> = (0..tokens.len()).collect();
    let mut is_in_object = vec![false; tokens.len()];
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.text() {
            ")" | "]" | "}" if matches!(token, Token::Sign(_)) => {
                if let Some((begin, _)) = open.pop() {
                    pairs[begin] = at;
                    pairs[at] = begin;
                }
            }
            "(" | "[" | "{" if matches!(token, Token::Sign(_)) => {
                open.push((at, token.is("{") && begins_object(tokens, at)));
            }
            _ => is_in_object[at] = open.last().is_some_and(|(_, is_object)| *is_object),
        }
    }
    (pairs, is_in_object)
}

/// Whether the brace at `at` begins an object rather than statements or the inside of a class.
fn begins_object(tokens: &[Token<'_>], at: usize) -> bool {
    match at.checked_sub(1).map(|before| tokens[before]) {
        Some(Token::Sign(sign)) => !matches!(sign, ")" | "=>" | ";" | "{" | "}"),
        Some(Token::Name(name)) => matches!(name, "return" | "var" | "let" | "const" | "of" | "in" | "typeof"),
        _ => false,
    }
}

impl<'a> Names<'a> {
    /// The function that binds the name at `at`: the innermost around it that does.
    pub(super) fn owner(&self, tokens: &[Token<'a>], at: usize) -> Option<usize> {
        self.scopes.around(at).find(|scope| self.own.contains(&(*scope, tokens[at].text())))
    }

    /// How the name at `at` is used.
    pub(super) fn use_at(&self, tokens: &[Token<'_>], at: usize) -> Use {
        let before = at.checked_sub(1).map_or(Token::Sign(";"), |before| tokens[before]);
        let after = tokens.get(at + 1).copied().unwrap_or(Token::Sign(";"));
        let begins_item = before.is("{") || before.is(",");
        if before.is(".") || self.is_method(tokens, at) {
            return Use::Kept;
        }
        if !self.is_in_object[at] || !begins_item {
            return Use::Variable;
        }
        match after.text() {
            ":" => Use::Kept,
            "," | "}" | "=" => Use::Shorthand,
            _ => Use::Variable,
        }
    }

    /// `name(…) {` without a keyword before it.
    fn is_method(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let is_called = tokens.get(at + 1).is_some_and(|token| token.is("("));
        let is_declared = at > 0 && tokens[at - 1] == Token::Name("function");
        is_called && !is_declared && tokens.get(self.pairs[at + 1] + 1).is_some_and(|token| token.is("{"))
    }

    /// Names behind `var`, up to the end of the statement.
    fn bind_list(&mut self, tokens: &[Token<'a>], mut at: usize) {
        loop {
            let end = self.bind(tokens, at);
            at = self.skip_value(tokens, end);
            if !tokens.get(at).is_some_and(|token| token.is(",")) {
                return;
            }
            at += 1;
        }
    }

    /// Name and parameters behind `function`; the name behind `class`.
    fn bind_function(&mut self, tokens: &[Token<'a>], mut at: usize) {
        if let Some(Token::Name(_)) = tokens.get(at) {
            at = self.bind(tokens, at);
        }
        self.bind_parameters(tokens, at);
    }

    /// One name, or names in parentheses.
    fn bind_before_arrow(&mut self, tokens: &[Token<'a>], at: usize) {
        if tokens[at].is(")") {
            self.bind_parameters(tokens, self.pairs[at]);
        } else {
            self.bind(tokens, at);
        }
    }

    /// Parameters of `name(…) {` and of `catch (…) {`, but not the condition of `if (…) {`.
    fn bind_method(&mut self, tokens: &[Token<'a>], close: usize) {
        let open = self.pairs[close];
        let before = open.checked_sub(1).map(|before| tokens[before]);
        if let Some(Token::Name(name)) = before
            && !matches!(name, "if" | "for" | "while" | "switch" | "function")
        {
            self.bind_parameters(tokens, open);
        }
    }

    fn bind_parameters(&mut self, tokens: &[Token<'a>], open: usize) {
        if tokens.get(open).is_some_and(|token| token.is("(")) {
            self.bind_items(tokens, open);
        }
    }

    /// Everything between the bracket at `open` and its partner.
    fn bind_items(&mut self, tokens: &[Token<'a>], open: usize) {
        let mut at = open + 1;
        while at < self.pairs[open] {
            let end = self.bind(tokens, at);
            at = self.skip_value(tokens, end).max(at + 1);
        }
    }

    /// A name or a pattern, with the key before it; returns the place behind it.
    fn bind(&mut self, tokens: &[Token<'a>], at: usize) -> usize {
        match tokens.get(at) {
            Some(Token::Name(_)) if tokens.get(at + 1).is_some_and(|token| token.is(":")) => self.bind(tokens, at + 2),
            Some(Token::Name(name)) => {
                self.own.insert((self.scopes.of_token[at], name));
                at + 1
            }
            Some(Token::Sign("...")) => self.bind(tokens, at + 1),
            Some(Token::Sign("{" | "[")) => {
                self.bind_items(tokens, at);
                self.pairs[at] + 1
            }
            _ => at,
        }
    }

    /// Goes over a value that is given to a name, to the sign that ends it.
    fn skip_value(&self, tokens: &[Token<'_>], mut at: usize) -> usize {
        while let Some(token) = tokens.get(at) {
            match token.text() {
                "," | ";" | ")" | "]" | "}" if matches!(token, Token::Sign(_)) => return at,
                "of" | "in" => return at,
                _ => at = self.pairs[at].max(at) + 1,
            }
        }
        at
    }
}

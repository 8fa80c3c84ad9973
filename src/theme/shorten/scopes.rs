//! The functions of a script, one inside the other.

use super::tokens::Token;

/// Which function each token stands in. The whole file is the first one.
pub(super) struct Scopes {
    /// For each token, the innermost function around it: its parameters and its inside, but not its name.
    pub(super) of_token: Vec<usize>,
    /// For each function, the one around it; for the file, itself.
    parents: Vec<usize>,
}

impl Scopes {
    /// Finds the functions; `pairs` are the places of partners of brackets.
    pub(super) fn of(tokens: &[Token<'_>], pairs: &[usize]) -> Self {
        let ends = ends(tokens, pairs);
        let mut scopes = Self { of_token: Vec::with_capacity(tokens.len()), parents: vec![0] };
        let mut open = vec![(0, tokens.len())];
        for (at, end) in ends.into_iter().enumerate() {
            while open.len() > 1 && open.last().is_some_and(|(_, end)| *end <= at) {
                open.pop();
            }
            let around = open.last().map_or(0, |(scope, _)| *scope);
            if end > at {
                open.push((scopes.parents.len(), end));
                scopes.parents.push(around);
            }
            scopes.of_token.push(open.last().map_or(0, |(scope, _)| *scope));
        }
        scopes
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.parents.len()
    }

    /// The functions around a token, the innermost first.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        let outer = |scope: &usize| (*scope > 0).then(|| self.parents[*scope]);
        std::iter::successors(self.of_token.get(at).copied(), outer)
    }
}

/// For each token that begins a function, the place behind that function; 0 for others.
fn ends(tokens: &[Token<'_>], pairs: &[usize]) -> Vec<usize> {
    let mut ends = vec![0; tokens.len()];
    for at in 1..tokens.len() {
        if tokens[at].is("=>") {
            let begin = if tokens[at - 1].is(")") { pairs[at - 1] } else { at - 1 };
            ends[begin] = end_of_arrow(tokens, pairs, at + 1);
        } else if tokens[at].is("{") && tokens[at - 1].is(")") && begins_function(tokens, pairs[at - 1]) {
            ends[pairs[at - 1]] = pairs[at] + 1;
        }
    }
    ends
}

/// Whether the parenthesis at `open` holds parameters: of `function (…)`, `function name(…)` or `name(…) {` in a class.
fn begins_function(tokens: &[Token<'_>], open: usize) -> bool {
    match open.checked_sub(1).map(|before| tokens[before]) {
        Some(Token::Name(name)) => !matches!(name, "if" | "for" | "while" | "switch" | "catch"),
        _ => false,
    }
}

/// What is returned without braces goes to the end of the argument or statement.
fn end_of_arrow(tokens: &[Token<'_>], pairs: &[usize], mut at: usize) -> usize {
    if tokens.get(at).is_some_and(|token| token.is("{")) {
        return pairs[at] + 1;
    }
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Sign("," | ";" | ")" | "]" | "}") => break,
            _ => at = pairs[at].max(at) + 1,
        }
    }
    at
}

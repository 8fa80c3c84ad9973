//! The text of a formula to its syntax tree, with the place of each part.

use std::ops::Range;

use sqlparser::ast::{Expr, Function, Query, Spanned};
use sqlparser::dialect::SQLiteDialect;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer, Whitespace, Word};

use super::fault::FormulaFault;
use crate::diag::codes;

/// In bytes. Longer formulas are pasted programs, and a chain of that many signs is still short enough for the stack.
const LONGEST: usize = 8_000;

/// Parentheses and signs inside of each other. What a person writes has five.
pub(super) const DEEPEST: usize = 40;

/// The text of a formula, able to say where the parser found a part of it.
#[derive(Debug)]
pub(super) struct Text<'t> {
    text: &'t str,
    /// First byte of each line.
    lines: Vec<usize>,
}

impl<'t> Text<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// Bytes of a stretch that the parser names by lines and characters. One that it cannot name is the whole text.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        if span.start.line == 0 {
            return 0..self.text.len();
        }
        let start = self.offset(span.start);
        start..self.offset(span.end).max(start)
    }

    /// Bytes of a part, up to the bracket that closes it, which the parser leaves out.
    pub(super) fn range_of(&self, part: &impl Spanned) -> Range<usize> {
        self.closed(self.range(part.span()))
    }

    /// Bytes of a part of an expression. Of functions with a form of their own the parser leaves out the name.
    pub(super) fn range_of_part(&self, part: &Expr) -> Range<usize> {
        let range = self.range_of(part);
        let is_call = matches!(
            part,
            Expr::Substring { .. }
                | Expr::Cast { .. }
                | Expr::Ceil { .. }
                | Expr::Floor { .. }
                | Expr::Trim { .. }
                | Expr::Extract { .. }
                | Expr::Position { .. }
        );
        let Some(opened) = self.text[..range.start].rfind('(').filter(|_| is_call) else { return range };
        let before = self.text[..opened].trim_end();
        let name = before.rfind(|c: char| !is_word(c)).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[range.end..].find(')').map_or(range.end, |at| range.end + at + 1);
        self.closed(name..end)
    }

    /// Bytes of a call from its name to its last bracket.
    pub(super) fn range_of_call(&self, call: &Function) -> Range<usize> {
        let name = self.range(call.name.span());
        let end = self.range(call.span()).end;
        let opened = self.text[name.end..].find('(').map_or(name.end, |at| name.end + at + 1);
        self.closed(name.start..end.max(opened))
    }

    fn closed(&self, range: Range<usize>) -> Range<usize> {
        let written = self.written(&range);
        // Of `count(*)` the parser knows the name alone.
        let n_more = usize::from(self.text[range.end..].starts_with("(*)"));
        let n_open = (n_more + written.matches('(').count()).saturating_sub(written.matches(')').count());
        let closing = self.text[range.end..].match_indices(')').take(n_open).last();
        range.start..closing.map_or(range.end, |(at, _)| range.end + at + 1)
    }

    /// What stands in a range.
    pub(super) fn written(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or(self.text)
    }

    fn offset(&self, at: Location) -> usize {
        let line = usize::try_from(at.line).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or(self.text.len());
        let n_chars = usize::try_from(at.column).unwrap_or(usize::MAX).saturating_sub(1);
        self.text[start..].char_indices().nth(n_chars).map_or(self.text.len(), |(idx, _)| start + idx)
    }

    /// One character, or the end where nothing more stands.
    fn character(&self, at: usize) -> Range<usize> {
        at..at + self.text[at..].chars().next().map_or(0, char::len_utf8)
    }
}

/// Parses an expression.
///
/// - Codes: F101 not understood, F102 too long or nested too deeply, F128 a remark.
pub(super) fn parse_expression(text: &Text<'_>) -> Result<Expr, FormulaFault> {
    let tokens = tokens(text)?;
    let mut parser = parser(tokens);
    let expression = parser.parse_expr().map_err(|error| explain(text, &error))?;
    expect_end(text, &parser)?;
    Ok(expression)
}

/// Parses a query.
///
/// - Codes: those of [`parse_expression`].
pub(super) fn parse_query(text: &Text<'_>) -> Result<Query, FormulaFault> {
    let tokens = tokens(text)?;
    let mut parser = parser(tokens);
    let query = parser.parse_query().map_err(|error| explain(text, &error))?;
    expect_end(text, &parser)?;
    Ok(*query)
}

fn parser(tokens: Vec<TokenWithSpan>) -> Parser<'static> {
    const DIALECT: SQLiteDialect = SQLiteDialect {};
    Parser::new(&DIALECT).with_recursion_limit(DEEPEST).with_tokens_with_locations(tokens)
}

fn tokens(text: &Text<'_>) -> Result<Vec<TokenWithSpan>, FormulaFault> {
    if text.text.len() > LONGEST {
        return Err(FormulaFault::new(&codes::formula_too_deep, 0..text.text.len()));
    }
    let is_stray = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if let Some(at) = text.text.find(is_stray) {
        // The database would take a zero character for the end.
        return Err(not_understood(text, text.character(at)));
    }
    let tokens = Tokenizer::new(&SQLiteDialect {}, text.text).tokenize_with_location();
    let tokens = tokens.map_err(|error| not_understood(text, text.character(text.offset(error.location))))?;
    for token in &tokens {
        let is_remark =
            matches!(token.token, Token::Whitespace(Whitespace::SingleLineComment { .. } | Whitespace::MultiLineComment(_)));
        if is_remark {
            return Err(FormulaFault::new(&codes::remark_in_formula, text.range(token.span)));
        }
        expect_narrow(text, token)?;
    }
    Ok(tokens)
}

/// The tokenizer takes a full-width mark for a letter of the name beside it.
fn expect_narrow(text: &Text<'_>, token: &TokenWithSpan) -> Result<(), FormulaFault> {
    let Token::Word(Word { quote_style: None, .. }) = token.token else { return Ok(()) };
    let range = text.range(token.span);
    match text.written(&range).find(|c: char| !is_word(c)) {
        Some(at) => Err(not_understood(text, text.character(range.start + at))),
        None => Ok(()),
    }
}

/// Whatever follows is not part of the formula: `;`, a second statement, a word too many.
fn expect_end(text: &Text<'_>, parser: &Parser<'_>) -> Result<(), FormulaFault> {
    let token = parser.peek_token();
    match token.token {
        Token::EOF => Ok(()),
        _ => Err(not_understood(text, text.range(token.span))),
    }
}

/// The parser's error at its character. It tells the place at the end of its message, and none for the end of the text.
fn explain(text: &Text<'_>, error: &ParserError) -> FormulaFault {
    let message = match error {
        ParserError::TokenizerError(message) | ParserError::ParserError(message) => message,
        ParserError::RecursionLimitExceeded => {
            return FormulaFault::new(&codes::formula_too_deep, 0..text.text.len());
        }
    };
    let location = message.rsplit_once(" at Line: ").and_then(|(_, place)| {
        let (line, column) = place.split_once(", Column: ")?;
        Some(Location { line: line.parse().ok()?, column: column.parse().ok()? })
    });
    let at = location.map_or(text.text.len(), |location| text.offset(location));
    let end = text.text[at..].find(|c: char| !is_word(c)).map_or(text.text.len(), |n| at + n);
    not_understood(text, if end > at { at..end } else { text.character(at) })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn not_understood(text: &Text<'_>, range: Range<usize>) -> FormulaFault {
    let part = text.written(&range);
    if part.is_empty() {
        return FormulaFault::new(&codes::formula_ends_early, range);
    }
    let fault = FormulaFault::new(&codes::formula_not_understood, range.clone());
    match wide_mark(part) {
        Some(narrow) => fault.with("part", part).with("narrow", narrow),
        None => fault.with("part", part.escape_debug()),
    }
}

/// The mark that a full-width one stands for: Chinese keyboards write `（` for `(`.
fn wide_mark(part: &str) -> Option<char> {
    let c = part.chars().next()?;
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0),
        '“' | '”' => Some('"'),
        '‘' | '’' => Some('\''),
        '÷' => Some('/'),
        '×' => Some('*'),
        '、' => Some(','),
        _ => None,
    }
}

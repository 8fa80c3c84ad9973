//! An expression that is judged row by row, checked against what may be asked there and written again with names in full.
//!
//! Whatever is not named here is refused: the list of what is allowed is the lock, not a list of what is forbidden. The signs stand
//! in the order in which they were written, so that SQLite understands them by its own rules.

use std::ops::Range;

use sqlparser::ast::{BinaryOperator, CaseWhen, Expr, Ident, UnaryOperator};

use super::fault::FormulaFault;
use super::kind::Gives;
use super::parse::{DEEPEST, Text};
use super::{literal, names};
use crate::diag::{Code, codes};
use crate::metrics::relation::Relation;
use crate::model::table::Sensitivity;

/// Where an expression stands, which decides what it may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Inside of `count`, `sum`, `avg`: internal columns by themselves.
    Argument,
    /// Inside of `min`, `max`: a public column's extreme belongs to nobody.
    Extreme,
    /// Behind `filter (where …)`: internal columns.
    Filter,
    /// The condition of a metric: its rows are listed as evidence, so public columns only.
    Where,
    /// Points and their conditions, row by row: internal columns.
    Row,
    /// A column of a view: internal columns, which make it internal.
    View,
    /// Which rows a view has: they are evidence later, so public columns only.
    ViewWhere,
}

/// A checked expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checked {
    pub(super) sql: String,
    pub(super) gives: Gives,
    /// Whether it reads an internal column.
    pub(super) is_internal: bool,
}

/// Checks and writes one expression.
pub(super) struct Writer<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) relation: &'a Relation,
    pub(super) setting: Setting,
    pub(super) sql: String,
    depth: usize,
    /// Signs and functions around the current part that make its value a matter of yes or no.
    n_conditions: usize,
    /// The first public column, internal column whose value is used as it is, and condition that was read.
    public: Option<Range<usize>>,
    internal: Option<Range<usize>>,
    internal_value: Option<Range<usize>>,
    condition: Option<Range<usize>>,
}

/// Checks and writes `expression`.
///
/// - Codes: F102–F123.
pub(super) fn write(text: &Text<'_>, relation: &Relation, setting: Setting, expression: &Expr) -> Result<Checked, FormulaFault> {
    let mut writer = Writer {
        text,
        relation,
        setting,
        sql: String::new(),
        depth: 0,
        n_conditions: 0,
        public: None,
        internal: None,
        internal_value: None,
        condition: None,
    };
    let gives = writer.write(expression)?;
    writer.expect_unmixed()?;
    Ok(Checked { is_internal: writer.internal.is_some(), sql: writer.sql, gives })
}

impl Writer<'_> {
    pub(super) fn write(&mut self, expression: &Expr) -> Result<Gives, FormulaFault> {
        self.depth += 1;
        // Chains of signs are nested too, so they get more room than parentheses.
        if self.depth > 4 * DEEPEST {
            return Err(self.fault(&codes::formula_too_deep, expression));
        }
        let gives = self.write_part(expression)?;
        self.depth -= 1;
        Ok(gives)
    }

    fn write_part(&mut self, expression: &Expr) -> Result<Gives, FormulaFault> {
        match expression {
            Expr::Identifier(name) => self.column(std::slice::from_ref(name)),
            Expr::CompoundIdentifier(parts) => self.column(parts),
            Expr::Value(value) => literal::write(self.text, value, &mut self.sql),
            Expr::Nested(inner) => {
                self.sql.push('(');
                let gives = self.write(inner)?;
                self.sql.push(')');
                Ok(gives)
            }
            Expr::UnaryOp { op, expr } => self.unary(*op, expression, expr),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right),
            Expr::IsNull(inner) => self.null_test(inner, " is null"),
            Expr::IsNotNull(inner) => self.null_test(inner, " is not null"),
            Expr::Between { expr, negated, low, high } => self.between(expr, *negated, low, high),
            Expr::InList { expr, list, negated } => self.in_list(expr, list, *negated),
            Expr::Like { negated, any: false, expr, pattern, escape_char: None } => self.like(expr, *negated, pattern),
            Expr::Case { operand, conditions, else_result, .. } => {
                self.case(expression, operand.as_deref(), conditions, else_result.as_deref())
            }
            Expr::Function(function) => self.call(function),
            Expr::Substring { expr, substring_from, substring_for, special: true, .. } => {
                self.substr(expr, substring_from.as_deref(), substring_for.as_deref())
            }
            other => Err(self.refuse(other)),
        }
    }

    /// A part that no formula may have.
    fn refuse(&self, part: &Expr) -> FormulaFault {
        let code = match part {
            Expr::Subquery(_) | Expr::InSubquery { .. } | Expr::Exists { .. } | Expr::AnyOp { .. } | Expr::AllOp { .. } => {
                &codes::subquery_in_formula
            }
            _ => &codes::not_allowed_in_formula,
        };
        self.fault(code, part)
    }

    pub(super) fn fault(&self, code: &'static Code, part: &Expr) -> FormulaFault {
        let range = self.text.range_of_part(part);
        let written = self.text.written(&range);
        FormulaFault::new(code, range).with("part", written)
    }

    fn column(&mut self, parts: &[Ident]) -> Result<Gives, FormulaFault> {
        let (idx, range) = self.judged(parts)?;
        let column = &self.relation.columns[idx];
        if column.is_list {
            return Err(FormulaFault::new(&codes::list_column_as_one, range).with("name", &column.name));
        }
        self.push_column(idx);
        Ok(Gives::of_column(column))
    }

    fn push_column(&mut self, idx: usize) {
        let column = &self.relation.columns[idx];
        self.sql.push_str(&match self.setting {
            Setting::View | Setting::ViewWhere => names::quoted_in_view(column),
            _ => names::quoted(column),
        });
    }

    /// The column of a name, if this place may read it.
    pub(super) fn judged(&mut self, parts: &[Ident]) -> Result<(usize, Range<usize>), FormulaFault> {
        let idx = names::column(self.text, self.relation, parts)?;
        let range = names::range(self.text, parts);
        let column = &self.relation.columns[idx];
        let fault = |code| FormulaFault::new(code, range.clone()).with("name", &column.name).with("label", &column.label);
        match (column.sensitivity, self.setting) {
            (Sensitivity::Secret, _) => return Err(fault(&codes::personal_column_in_formula)),
            (Sensitivity::Personal | Sensitivity::Internal, Setting::Extreme) => return Err(fault(&codes::extreme_of_person)),
            (Sensitivity::Personal, _) => return Err(fault(&codes::personal_column_in_formula)),
            (Sensitivity::Internal, Setting::Where | Setting::ViewWhere) => {
                return Err(fault(&codes::internal_column_in_condition));
            }
            (Sensitivity::Internal, _) => {
                self.internal.get_or_insert(range.clone());
                if self.n_conditions == 0 && self.internal_value.replace(range.clone()).is_some() {
                    // A product of two values, or of a value and its own rounding, picks rows as a condition does.
                    self.condition.get_or_insert(range.clone());
                }
            }
            (Sensitivity::Public, _) => drop(self.public.get_or_insert(range.clone())),
        }
        Ok((idx, range))
    }

    /// Within an aggregate a condition over other columns would pick out one person's rows, unseen by the count of persons.
    fn expect_unmixed(&self) -> Result<(), FormulaFault> {
        if self.setting != Setting::Argument {
            return Ok(());
        }
        let picked = self.internal.as_ref().and(self.public.as_ref());
        let chosen = self.internal_value.as_ref().and(self.condition.as_ref());
        match picked.or(chosen) {
            Some(range) => Err(FormulaFault::new(&codes::rows_picked_in_argument, range.clone())),
            None => Ok(()),
        }
    }

    /// Writes a value of which a comparison lets only some through.
    pub(super) fn choosing(&mut self, part: &Expr) -> Result<Gives, FormulaFault> {
        let range = self.text.range_of(part);
        self.condition.get_or_insert(range);
        self.write(part)
    }

    /// Why there is no aggregate here.
    pub(super) fn code_of_aggregate(&self) -> &'static Code {
        match self.setting {
            Setting::Argument | Setting::Extreme => &codes::aggregate_in_aggregate,
            _ => &codes::aggregate_in_row,
        }
    }

    /// Writes what is only asked for yes or no.
    pub(super) fn condition<T>(
        &mut self,
        part: &Expr,
        write: impl FnOnce(&mut Self) -> Result<T, FormulaFault>,
    ) -> Result<T, FormulaFault> {
        let range = self.text.range_of(part);
        self.condition.get_or_insert(range);
        self.n_conditions += 1;
        let written = write(self)?;
        self.n_conditions -= 1;
        Ok(written)
    }

    fn unary(&mut self, sign: UnaryOperator, whole: &Expr, inner: &Expr) -> Result<Gives, FormulaFault> {
        match sign {
            UnaryOperator::Minus | UnaryOperator::Plus => {
                // Two of them in a row would begin a remark.
                self.sql.push_str(if sign == UnaryOperator::Minus { "- " } else { "+ " });
                self.number(inner)
            }
            UnaryOperator::Not => {
                self.sql.push_str("not ");
                self.condition(inner, |writer| writer.write(inner))?;
                Ok(Gives::Whole)
            }
            _ => Err(self.refuse(whole)),
        }
    }

    /// Writes what must be a number.
    pub(super) fn number(&mut self, part: &Expr) -> Result<Gives, FormulaFault> {
        let gives = self.write(part)?;
        if gives.is_number() { Ok(gives) } else { Err(self.fault(&codes::number_expected_in_formula, part)) }
    }

    fn binary(&mut self, left: &Expr, sign: &BinaryOperator, right: &Expr) -> Result<Gives, FormulaFault> {
        match sign {
            BinaryOperator::Plus => self.arithmetic(left, " + ", right),
            BinaryOperator::Minus => self.arithmetic(left, " - ", right),
            BinaryOperator::Multiply => self.arithmetic(left, " * ", right),
            BinaryOperator::Divide => self.arithmetic(left, " / ", right),
            BinaryOperator::Modulo => self.arithmetic(left, " % ", right),
            BinaryOperator::And => self.both(left, " and ", right),
            BinaryOperator::Or => self.both(left, " or ", right),
            BinaryOperator::Eq => self.comparison(left, " = ", right),
            BinaryOperator::NotEq => self.comparison(left, " <> ", right),
            BinaryOperator::Lt => self.comparison(left, " < ", right),
            BinaryOperator::LtEq => self.comparison(left, " <= ", right),
            BinaryOperator::Gt => self.comparison(left, " > ", right),
            BinaryOperator::GtEq => self.comparison(left, " >= ", right),
            BinaryOperator::StringConcat => {
                self.write(left)?;
                self.sql.push_str(" || ");
                self.write(right)?;
                Ok(Gives::Text)
            }
            _ => Err(self.fault(&codes::not_allowed_in_formula, left)),
        }
    }

    fn arithmetic(&mut self, left: &Expr, sign: &str, right: &Expr) -> Result<Gives, FormulaFault> {
        let first = self.number(left)?;
        self.sql.push_str(sign);
        Ok(first.or(self.number(right)?))
    }

    fn both(&mut self, left: &Expr, word: &str, right: &Expr) -> Result<Gives, FormulaFault> {
        self.condition(left, |writer| {
            writer.write(left)?;
            writer.sql.push_str(word);
            writer.write(right)
        })?;
        Ok(Gives::Whole)
    }

    fn comparison(&mut self, left: &Expr, sign: &str, right: &Expr) -> Result<Gives, FormulaFault> {
        self.condition(left, |writer| {
            let first = writer.write(left)?;
            writer.sql.push_str(sign);
            let second = writer.write(right)?;
            writer.expect_comparable(left, first, right, second)
        })?;
        Ok(Gives::Whole)
    }

    fn expect_comparable(&self, left: &Expr, first: Gives, right: &Expr, second: Gives) -> Result<(), FormulaFault> {
        if !first.compares_with(second) {
            return Err(self.fault(&codes::number_compared_with_text, if literal::is_one(left) { left } else { right }));
        }
        literal::expect_date_form(self.text, first, right)?;
        literal::expect_date_form(self.text, second, left)
    }

    fn null_test(&mut self, inner: &Expr, words: &str) -> Result<Gives, FormulaFault> {
        self.condition(inner, |writer| match inner {
            // Whether a list is empty may be asked of the list as a whole.
            Expr::Identifier(name) => writer.any_column(std::slice::from_ref(name)),
            Expr::CompoundIdentifier(parts) => writer.any_column(parts),
            _ => writer.write(inner).map(drop),
        })?;
        self.sql.push_str(words);
        Ok(Gives::Whole)
    }

    /// Writes a column, lists included.
    pub(super) fn any_column(&mut self, parts: &[Ident]) -> Result<(), FormulaFault> {
        let (idx, _) = self.judged(parts)?;
        self.push_column(idx);
        Ok(())
    }

    fn between(&mut self, inner: &Expr, is_not: bool, low: &Expr, high: &Expr) -> Result<Gives, FormulaFault> {
        self.condition(inner, |writer| {
            let gives = writer.write(inner)?;
            writer.sql.push_str(if is_not { " not between " } else { " between " });
            let least = writer.write(low)?;
            writer.sql.push_str(" and ");
            let most = writer.write(high)?;
            writer.expect_comparable(inner, gives, low, least)?;
            writer.expect_comparable(inner, gives, high, most)
        })?;
        Ok(Gives::Whole)
    }

    fn in_list(&mut self, inner: &Expr, list: &[Expr], is_not: bool) -> Result<Gives, FormulaFault> {
        self.condition(inner, |writer| {
            let gives = writer.write(inner)?;
            writer.sql.push_str(if is_not { " not in (" } else { " in (" });
            for (idx, item) in list.iter().enumerate() {
                writer.sql.push_str(if idx == 0 { "" } else { ", " });
                if !literal::is_one(item) {
                    return Err(writer.refuse(item));
                }
                let item_gives = writer.write(item)?;
                writer.expect_comparable(inner, gives, item, item_gives)?;
            }
            writer.sql.push(')');
            Ok(())
        })?;
        Ok(Gives::Whole)
    }

    fn like(&mut self, inner: &Expr, is_not: bool, pattern: &Expr) -> Result<Gives, FormulaFault> {
        if !literal::is_one(pattern) {
            return Err(self.refuse(pattern));
        }
        self.condition(inner, |writer| {
            writer.write(inner)?;
            writer.sql.push_str(if is_not { " not like " } else { " like " });
            writer.write(pattern)
        })?;
        Ok(Gives::Whole)
    }

    fn case(
        &mut self,
        whole: &Expr,
        operand: Option<&Expr>,
        conditions: &[CaseWhen],
        otherwise: Option<&Expr>,
    ) -> Result<Gives, FormulaFault> {
        if operand.is_some() {
            // `case x when 1` compares in a way that would have to be checked twice.
            return Err(self.refuse(whole));
        }
        let mut gives = Gives::Anything;
        self.sql.push_str("case");
        for part in conditions {
            self.sql.push_str(" when ");
            self.condition(whole, |writer| writer.write(&part.condition))?;
            self.sql.push_str(" then ");
            gives = gives.or(self.write(&part.result)?);
        }
        if let Some(otherwise) = otherwise {
            self.sql.push_str(" else ");
            gives = gives.or(self.write(otherwise)?);
        }
        self.sql.push_str(" end");
        Ok(gives)
    }
}

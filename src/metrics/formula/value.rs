//! The `value` of a metric to atoms and the arithmetic over them.

use std::ops::Range;

use sqlparser::ast::{BinaryOperator, Expr, Function, UnaryOperator, Value};

use super::call::{AGGREGATES, Argument, Call, parts, take_apart, unknown, wrong_arguments};
use super::fault::FormulaFault;
use super::kind::Gives;
use super::parse::{DEEPEST, Text};
use super::row::{self, Checked, Setting};
use super::{Atom, AtomKind, Expression, Formula, literal, names};
use crate::diag::codes;
use crate::metrics::relation::Relation;
use crate::model::table::Sensitivity;

/// Functions over the results of aggregates.
const VALUE_FUNCTIONS: [&str; 5] = ["abs", "coalesce", "ifnull", "nullif", "round"];

/// Takes a value apart.
pub(super) fn take(text: &Text<'_>, relation: &Relation, expression: &Expr) -> Result<Formula, FormulaFault> {
    let mut taker = Taker { text, relation, atoms: Vec::new(), sql: String::new(), depth: 0, hints: Vec::new() };
    let (expression, _) = taker.take(expression)?;
    if taker.atoms.is_empty() {
        return Err(FormulaFault::new(&codes::no_aggregate_in_formula, text.range(sqlparser::tokenizer::Span::empty())));
    }
    Ok(Formula { atoms: taker.atoms, expression, sql: taker.sql, hints: taker.hints, guards: Vec::new() })
}

/// A formula in the making.
struct Taker<'a> {
    text: &'a Text<'a>,
    relation: &'a Relation,
    atoms: Vec<Atom>,
    sql: String,
    depth: usize,
    hints: Vec<FormulaFault>,
}

impl Taker<'_> {
    fn take(&mut self, part: &Expr) -> Result<(Expression, Gives), FormulaFault> {
        self.depth += 1;
        if self.depth > 4 * DEEPEST {
            return Err(self.fault(&codes::formula_too_deep, part));
        }
        let taken = self.take_part(part)?;
        self.depth -= 1;
        Ok(taken)
    }

    fn take_part(&mut self, part: &Expr) -> Result<(Expression, Gives), FormulaFault> {
        match part {
            Expr::Nested(inner) => {
                self.sql.push('(');
                let taken = self.take(inner)?;
                self.sql.push(')');
                Ok(taken)
            }
            Expr::Value(value) => match &value.value {
                Value::Number(written, false) => self.number(written, self.text.range(value.span)),
                Value::SingleQuotedString(_) => Err(self.fault(&codes::text_as_value, part)),
                _ => Err(self.fault(&codes::not_allowed_in_formula, part)),
            },
            Expr::UnaryOp { op: UnaryOperator::Minus, expr } => {
                self.sql.push_str("- ");
                let (inner, gives) = self.take(expr)?;
                Ok((Expression::Negative(Box::new(inner)), gives))
            }
            Expr::UnaryOp { op: UnaryOperator::Plus, expr } => self.take(expr),
            Expr::BinaryOp { left, op, right } => self.binary(part, left, op, right),
            Expr::Function(function) => self.function(function),
            Expr::Identifier(name) => Err(self.bare(std::slice::from_ref(name))),
            Expr::CompoundIdentifier(parts) => Err(self.bare(parts)),
            Expr::Subquery(_) | Expr::InSubquery { .. } | Expr::Exists { .. } | Expr::AnyOp { .. } | Expr::AllOp { .. } => {
                Err(self.fault(&codes::subquery_in_formula, part))
            }
            _ => Err(self.fault(&codes::not_allowed_in_formula, part)),
        }
    }

    fn fault(&self, code: &'static crate::diag::Code, part: &Expr) -> FormulaFault {
        let range = self.text.range_of_part(part);
        let written = self.text.written(&range);
        FormulaFault::new(code, range).with("part", written)
    }

    /// A column outside of every aggregate would show the value of some row.
    fn bare(&self, parts: &[sqlparser::ast::Ident]) -> FormulaFault {
        let idx = match names::column(self.text, self.relation, parts) {
            Ok(idx) => idx,
            Err(fault) => return fault,
        };
        let column = &self.relation.columns[idx];
        let code = if column.sensitivity >= Sensitivity::Personal {
            &codes::personal_column_in_formula
        } else {
            &codes::column_outside_aggregate
        };
        FormulaFault::new(code, names::range(self.text, parts)).with("name", &column.name).with("label", &column.label)
    }

    fn number(&mut self, written: &str, range: Range<usize>) -> Result<(Expression, Gives), FormulaFault> {
        let (value, is_real) = literal::number(written, range)?;
        self.sql.push_str(&literal::number_sql(value, is_real));
        Ok((Expression::Number { value, is_real }, if is_real { Gives::Real } else { Gives::Whole }))
    }

    fn binary(
        &mut self,
        part: &Expr,
        left: &Expr,
        sign: &BinaryOperator,
        right: &Expr,
    ) -> Result<(Expression, Gives), FormulaFault> {
        let sign = match sign {
            BinaryOperator::Plus => '+',
            BinaryOperator::Minus => '-',
            BinaryOperator::Multiply => '*',
            BinaryOperator::Divide => '/',
            BinaryOperator::Modulo => '%',
            BinaryOperator::StringConcat => return Err(self.fault(&codes::text_as_value, part)),
            _ => return Err(self.fault(&codes::not_allowed_in_formula, part)),
        };
        let (first, first_gives) = self.take(left)?;
        self.sql.push_str(&format!(" {sign} "));
        let (second, second_gives) = self.take(right)?;
        let gives = first_gives.or(second_gives);
        if sign == '/' && gives == Gives::Whole {
            let hint = FormulaFault::new(&codes::whole_division, self.text.range_of(part));
            self.hints.push(hint.with("part", self.text.written(&self.text.range_of(part))));
        }
        Ok((Expression::Binary(sign, Box::new(first), Box::new(second)), gives))
    }

    fn function(&mut self, function: &Function) -> Result<(Expression, Gives), FormulaFault> {
        let range = self.text.range_of_call(function);
        let call = take_apart(self.text, function)?;
        if AGGREGATES.contains(&call.name.as_str()) {
            return self.atom(&call, range);
        }
        let name = VALUE_FUNCTIONS.into_iter().find(|name| *name == call.name);
        let known: Vec<&str> = AGGREGATES.into_iter().chain(VALUE_FUNCTIONS).collect();
        let Some(name) = name else {
            return Err(unknown(&call.name, self.text.range_of(&function.name), &known));
        };
        let parts = parts(&call).ok_or_else(|| wrong_arguments(name, range.clone()))?;
        let is_number_right = match name {
            "abs" => parts.len() == 1,
            "round" => (1..=2).contains(&parts.len()),
            "coalesce" => parts.len() >= 2,
            _ => parts.len() == 2,
        };
        if !is_number_right {
            return Err(wrong_arguments(name, range));
        }
        self.call(name, &parts)
    }

    fn call(&mut self, name: &'static str, parts: &[&Expr]) -> Result<(Expression, Gives), FormulaFault> {
        let mut arguments = Vec::with_capacity(parts.len());
        let mut gives = Gives::Anything;
        self.sql.push_str(name);
        self.sql.push('(');
        for (idx, part) in parts.iter().enumerate() {
            self.sql.push_str(if idx == 0 { "" } else { ", " });
            let (argument, one) = self.take(part)?;
            arguments.push(argument);
            gives = if idx > 0 && name == "nullif" { gives } else { gives.or(one) };
        }
        self.sql.push(')');
        // `ifnull` is `coalesce` of two.
        let name = if name == "ifnull" { "coalesce" } else { name };
        Ok((Expression::Call(name, arguments), if name == "round" { Gives::Real } else { gives }))
    }

    fn atom(&mut self, call: &Call<'_>, range: Range<usize>) -> Result<(Expression, Gives), FormulaFault> {
        let [argument] = call.arguments.as_slice() else {
            return Err(wrong_arguments(&call.name, range));
        };
        let (kind, argument) = match (call.name.as_str(), argument) {
            ("count", Argument::Star) if call.is_distinct => return Err(wrong_arguments("count", range)),
            ("count", Argument::Star) => (AtomKind::Count, None),
            (_, Argument::Star) => return Err(wrong_arguments(&call.name, range)),
            ("count", Argument::Part(part)) if call.is_distinct => (AtomKind::CountDistinct, Some(*part)),
            _ if call.is_distinct => return Err(FormulaFault::new(&codes::distinct_outside_count, range)),
            ("count", Argument::Part(part)) => (AtomKind::Count, Some(*part)),
            ("sum", Argument::Part(part)) => (AtomKind::Sum, Some(*part)),
            ("avg", Argument::Part(part)) => (AtomKind::Avg, Some(*part)),
            ("min", Argument::Part(part)) => (AtomKind::Min, Some(*part)),
            (_, Argument::Part(part)) => (AtomKind::Max, Some(*part)),
        };
        let mut atom =
            Atom { kind, argument: None, column: None, filter: None, is_real: kind == AtomKind::Avg, is_internal: false };
        if let Some(part) = argument {
            self.argument(&mut atom, part, call)?;
        }
        if let Some(filter) = call.filter {
            let filter = row::write(self.text, self.relation, Setting::Filter, filter)?;
            atom.filter = Some(filter.sql);
            atom.is_internal |= filter.is_internal;
        }
        let gives = if atom.is_real { Gives::Real } else { Gives::Whole };
        Ok((self.push(atom), gives))
    }

    fn argument(&self, atom: &mut Atom, part: &Expr, call: &Call<'_>) -> Result<(), FormulaFault> {
        let column = self.single_column(part)?;
        atom.column = column;
        if atom.kind == AtomKind::CountDistinct {
            let Some(idx) = column else { return Err(self.fault(&codes::distinct_of_expression, part)) };
            return self.distinct(atom, idx, part);
        }
        let is_extreme = matches!(atom.kind, AtomKind::Min | AtomKind::Max);
        let setting = if is_extreme { Setting::Extreme } else { Setting::Argument };
        let Checked { sql, gives, is_internal } = row::write(self.text, self.relation, setting, part)?;
        atom.is_internal = is_internal;
        atom.argument = Some(sql);
        if atom.kind == AtomKind::Count || gives.is_number() {
            atom.is_real |= atom.kind != AtomKind::Count && gives != Gives::Whole;
            return Ok(());
        }
        let code = if is_extreme { &codes::text_as_value } else { &codes::number_expected_in_formula };
        Err(self.fault(code, part).with("name", &call.name))
    }

    /// The one place where a personal column may stand.
    fn distinct(&self, atom: &mut Atom, idx: usize, part: &Expr) -> Result<(), FormulaFault> {
        let column = &self.relation.columns[idx];
        let fault = |code| self.fault(code, part).with("name", &column.name).with("label", &column.label);
        if column.sensitivity == Sensitivity::Secret {
            return Err(fault(&codes::personal_column_in_formula));
        }
        if column.is_list {
            return Err(fault(&codes::list_column_as_one));
        }
        atom.argument = Some(names::quoted(column));
        atom.is_internal = column.sensitivity == Sensitivity::Internal;
        Ok(())
    }

    fn single_column(&self, part: &Expr) -> Result<Option<usize>, FormulaFault> {
        match part {
            Expr::Identifier(name) => names::column(self.text, self.relation, std::slice::from_ref(name)).map(Some),
            Expr::CompoundIdentifier(parts) => names::column(self.text, self.relation, parts).map(Some),
            Expr::Nested(inner) => self.single_column(inner),
            _ => Ok(None),
        }
    }

    /// Each atom once.
    fn push(&mut self, atom: Atom) -> Expression {
        self.sql.push_str(&atom.sql());
        let known = self.atoms.iter().position(|one| *one == atom);
        Expression::Atom(known.unwrap_or_else(|| {
            self.atoms.push(atom);
            self.atoms.len() - 1
        }))
    }
}

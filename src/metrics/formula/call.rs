//! The functions that a formula may call row by row.

use sqlparser::ast::{DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, ObjectNamePart};

use super::fault::FormulaFault;
use super::kind::Gives;
use super::literal;
use super::row::Writer;
use crate::diag::{codes, nearest};

/// Functions over the values of one row. What depends on the clock, the machine or other rows is not among them.
pub(super) const ROW_FUNCTIONS: [&str; 18] = [
    "abs",
    "as_of",
    "coalesce",
    "date",
    "has",
    "ifnull",
    "iif",
    "instr",
    "julianday",
    "length",
    "lower",
    "max",
    "min",
    "nullif",
    "round",
    "strftime",
    "substr",
    "upper",
];

/// Functions over rows.
pub(super) const AGGREGATES: [&str; 5] = ["avg", "count", "max", "min", "sum"];

/// A call taken apart.
pub(super) struct Call<'a> {
    /// In lower case.
    pub(super) name: String,
    pub(super) arguments: Vec<Argument<'a>>,
    pub(super) is_distinct: bool,
    pub(super) filter: Option<&'a Expr>,
}

/// What stands between the parentheses.
pub(super) enum Argument<'a> {
    Star,
    Part(&'a Expr),
}

impl Writer<'_> {
    /// Writes a call of a function over one row.
    ///
    /// - Codes: F105 unknown, F106 other arguments, F109 over windows, F117 over several rows.
    pub(super) fn call(&mut self, function: &Function) -> Result<Gives, FormulaFault> {
        let range = self.text.range_of_call(function);
        let call = take_apart(self.text, function)?;
        let is_aggregate = AGGREGATES.contains(&call.name.as_str());
        if is_aggregate && (call.arguments.len() < 2 || call.filter.is_some()) {
            return Err(FormulaFault::new(self.code_of_aggregate(), range).with("name", call.name));
        }
        if !ROW_FUNCTIONS.contains(&call.name.as_str()) {
            return Err(unknown(&call.name, self.text.range_of(&function.name), &ROW_FUNCTIONS));
        }
        let arguments = parts(&call).ok_or_else(|| wrong_arguments(&call.name, range.clone()))?;
        self.write_call(&call.name, &arguments, range)
    }

    fn write_call(&mut self, name: &str, arguments: &[&Expr], range: std::ops::Range<usize>) -> Result<Gives, FormulaFault> {
        let is_number_right = match name {
            "as_of" => arguments.is_empty(),
            "abs" | "length" | "lower" | "upper" => arguments.len() == 1,
            "nullif" | "ifnull" | "instr" | "has" => arguments.len() == 2,
            "iif" => arguments.len() == 3,
            "substr" => (2..=3).contains(&arguments.len()),
            "round" => (1..=2).contains(&arguments.len()),
            "strftime" => arguments.len() >= 2,
            "coalesce" | "min" | "max" => arguments.len() >= 2,
            _ => !arguments.is_empty(),
        };
        if !is_number_right {
            return Err(wrong_arguments(name, range));
        }
        self.sql.push_str(name);
        self.sql.push('(');
        let gives = match name {
            "has" => self.has(arguments, range)?,
            "date" | "julianday" => self.date_call(name, arguments, range)?,
            "strftime" => self.strftime(arguments, range)?,
            _ => self.plain_call(name, arguments)?,
        };
        self.sql.push(')');
        Ok(gives)
    }

    fn plain_call(&mut self, name: &str, arguments: &[&Expr]) -> Result<Gives, FormulaFault> {
        let mut each = Vec::with_capacity(arguments.len());
        for (idx, argument) in arguments.iter().enumerate() {
            self.sql.push_str(if idx == 0 { "" } else { ", " });
            each.push(match (name, idx) {
                ("iif", 0) | ("instr", _) => self.condition(argument, |writer| writer.write(argument))?,
                ("nullif" | "min" | "max", _) => self.choosing(argument)?,
                _ => self.write(argument)?,
            });
            if matches!((name, idx), ("abs" | "round", _) | ("substr", 1..)) && !each[idx].is_number() {
                return Err(self.fault(&codes::number_expected_in_formula, argument));
            }
        }
        let first = each.first().copied().unwrap_or(Gives::Anything);
        Ok(match name {
            "abs" | "nullif" => first,
            "round" | "julianday" => Gives::Real,
            "length" | "instr" => Gives::Whole,
            "lower" | "upper" | "substr" => Gives::Text,
            "as_of" => Gives::Date,
            "iif" => each[1].or(each[2]),
            _ => each.iter().fold(Gives::Anything, |all, one| all.or(*one)),
        })
    }

    /// `has(list, 'word')`.
    fn has(&mut self, arguments: &[&Expr], range: std::ops::Range<usize>) -> Result<Gives, FormulaFault> {
        let [list, word] = arguments else { return Err(wrong_arguments("has", range)) };
        let Some(word) = literal::text_of(word) else { return Err(wrong_arguments("has", range)) };
        match list {
            Expr::Identifier(name) => self.any_column(std::slice::from_ref(name))?,
            Expr::CompoundIdentifier(parts) => self.any_column(parts)?,
            _ => return Err(wrong_arguments("has", range)),
        }
        self.sql.push_str(", ");
        self.sql.push_str(&literal::text_sql(word));
        Ok(Gives::Whole)
    }

    fn strftime(&mut self, arguments: &[&Expr], range: std::ops::Range<usize>) -> Result<Gives, FormulaFault> {
        let form = arguments.first().and_then(|form| literal::text_of(form));
        let Some(form) = form.filter(|form| is_strftime_form(form)) else {
            return Err(wrong_arguments("strftime", range));
        };
        self.sql.push_str(&literal::text_sql(form));
        self.sql.push_str(", ");
        self.date_call("strftime", &arguments[1..], range)?;
        Ok(Gives::Text)
    }

    /// A day and what moves it. A text that says `now` would read the clock, so only days are let in.
    fn date_call(&mut self, name: &str, arguments: &[&Expr], range: std::ops::Range<usize>) -> Result<Gives, FormulaFault> {
        let Some((day, moves)) = arguments.split_first() else { return Err(wrong_arguments(name, range)) };
        match literal::text_of(day) {
            Some(written) if !literal::is_date_form(written) => return Err(self.fault(&codes::not_a_day_in_formula, day)),
            Some(_) => drop(self.write(day)?),
            None if self.write(day)? == Gives::Date => {}
            None => return Err(self.fault(&codes::not_a_day_in_formula, day)),
        }
        for step in moves {
            let Some(written) = literal::text_of(step).filter(|written| is_step(written)) else {
                return Err(wrong_arguments(name, range));
            };
            self.sql.push_str(", ");
            self.sql.push_str(&literal::text_sql(written));
        }
        Ok(if name == "julianday" { Gives::Real } else { Gives::Date })
    }

    /// `substr` has a form of its own in the parser.
    pub(super) fn substr(&mut self, text: &Expr, from: Option<&Expr>, n: Option<&Expr>) -> Result<Gives, FormulaFault> {
        let arguments: Vec<&Expr> = [Some(text), from, n].into_iter().flatten().collect();
        let range = self.text.range_of(text);
        self.write_call("substr", &arguments, range)
    }
}

/// `%Y-%m` and its like; not the seconds of the clock.
fn is_strftime_form(form: &str) -> bool {
    let mut chars = form.chars();
    while let Some(c) = chars.next() {
        if c == '%' && !chars.next().is_some_and(|letter| "YmdHMjwWuVG%".contains(letter)) {
            return false;
        }
    }
    true
}

/// `+3 days`, `-1 months`, `start of year`, `weekday 1`.
fn is_step(written: &str) -> bool {
    if ["start of month", "start of year", "start of day"].contains(&written) {
        return true;
    }
    if let Some(day) = written.strip_prefix("weekday ") {
        return day.len() == 1 && day.bytes().all(|byte| (b'0'..=b'6').contains(&byte));
    }
    let Some((n, unit)) = written.split_once(' ') else { return false };
    let digits = n.strip_prefix(['+', '-']).unwrap_or(n);
    let is_number = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && ["day", "days", "month", "months", "year", "years", "hours", "minutes"].contains(&unit)
}

/// Takes a call apart; what SQL knows beside name, arguments, `distinct` and `filter` is refused.
///
/// - Codes: F106, F107, F108, F109.
pub(super) fn take_apart<'a>(text: &super::parse::Text<'_>, function: &'a Function) -> Result<Call<'a>, FormulaFault> {
    let range = text.range_of_call(function);
    let fault = |code| FormulaFault::new(code, range.clone()).with("part", text.written(&range));
    let [ObjectNamePart::Identifier(name)] = function.name.0.as_slice() else {
        return Err(fault(&codes::not_allowed_in_formula));
    };
    if function.over.is_some() {
        return Err(fault(&codes::window_in_formula));
    }
    let is_odd = function.uses_odbc_syntax
        || function.null_treatment.is_some()
        || !function.within_group.is_empty()
        || !matches!(function.parameters, FunctionArguments::None);
    if is_odd {
        return Err(fault(&codes::not_allowed_in_formula));
    }
    let list = match &function.args {
        FunctionArguments::List(list) if list.clauses.is_empty() => list,
        FunctionArguments::List(_) => return Err(fault(&codes::not_allowed_in_formula)),
        FunctionArguments::Subquery(_) => return Err(fault(&codes::subquery_in_formula)),
        // `current_date` and its like read the clock.
        FunctionArguments::None => return Err(unknown(&name.value, text.range_of(&function.name), &ROW_FUNCTIONS)),
    };
    let mut arguments = Vec::with_capacity(list.args.len());
    for argument in &list.args {
        match argument {
            FunctionArg::Unnamed(FunctionArgExpr::Expr(part)) => arguments.push(Argument::Part(part)),
            FunctionArg::Unnamed(FunctionArgExpr::Wildcard) => arguments.push(Argument::Star),
            _ => return Err(fault(&codes::not_allowed_in_formula)),
        }
    }
    let is_distinct = list.duplicate_treatment == Some(DuplicateTreatment::Distinct);
    Ok(Call { name: name.value.to_lowercase(), arguments, is_distinct, filter: function.filter.as_deref() })
}

/// The arguments of a plain call; `None` if it has a star, `distinct` or a filter.
pub(super) fn parts<'a>(call: &Call<'a>) -> Option<Vec<&'a Expr>> {
    if call.is_distinct || call.filter.is_some() {
        return None;
    }
    let part = |argument: &Argument<'a>| if let Argument::Part(part) = argument { Some(*part) } else { None };
    call.arguments.iter().map(part).collect()
}

pub(super) fn unknown(name: &str, range: std::ops::Range<usize>, known: &[&str]) -> FormulaFault {
    let lower = name.to_lowercase();
    let near = nearest(&lower, known.iter().copied().chain(AGGREGATES));
    let fault = FormulaFault::new(&codes::unknown_formula_function, range).with("name", name);
    fault.with_some("near", near).with("known", known.join(", "))
}

pub(super) fn wrong_arguments(name: &str, range: std::ops::Range<usize>) -> FormulaFault {
    FormulaFault::new(&codes::wrong_function_arguments, range).with("name", name).with("form", form(name))
}

/// How a function is called.
fn form(name: &str) -> &'static str {
    match name {
        "count" => "count(*)",
        "sum" => "sum(minutes)",
        "avg" => "avg(minutes)",
        "abs" => "abs(x)",
        "as_of" => "as_of()",
        "coalesce" => "coalesce(x, 0)",
        "date" => "date(day, '+1 month')",
        "has" => "has(branches, 'shukong')",
        "ifnull" => "ifnull(x, 0)",
        "iif" => "iif(x > 1, 2, 3)",
        "instr" => "instr(title, 'x')",
        "julianday" => "julianday(day)",
        "length" => "length(title)",
        "lower" => "lower(title)",
        "upper" => "upper(title)",
        "max" => "max(x, y)",
        "min" => "min(x, y)",
        "nullif" => "nullif(x, 0)",
        "round" => "round(x, 1)",
        "strftime" => "strftime('%Y', day)",
        _ => "substr(title, 1, 4)",
    }
}

//! The `select` of a view, checked and written again from what was understood.
//!
//! Tables are joined and columns computed; nothing else. Columns that name persons are passed on as they are, because persons
//! behind a figure must be counted, and may be compared with each other only, so that tables can be joined by them.

use std::ops::Range;

use sqlparser::ast::{
    BinaryOperator, Distinct, Expr, Function, GroupByExpr, Ident, Join, JoinConstraint, JoinOperator, ObjectNamePart, Query,
    Select as Written, SelectItem, SetExpr, TableFactor,
};

use super::call::{AGGREGATES, Argument, take_apart, wrong_arguments};
use super::fault::FormulaFault;
use super::kind::Gives;
use super::parse::{self, Text};
use super::row::{self, Checked, Setting};
use super::{literal, names};
use crate::diag::{Code, codes, nearest};
use crate::metrics::relation::{Holds, Relation, RelationColumn};
use crate::model::table::Sensitivity;

/// The column in which a view carries through which row of a table it is about.
pub(super) const ORIGIN_ROW: &str = "origin_row";

/// What a view selects.
#[derive(Clone, Debug)]
pub struct Select {
    /// With every name in full.
    pub sql: String,
    /// Without `origin_row`.
    pub columns: Vec<Selected>,
    /// The table whose row stands in `origin_row`.
    pub origin: Option<String>,
    /// The tables that it reads.
    pub tables: Vec<String>,
    /// Whether one of them is about persons.
    pub is_about_persons: bool,
}

/// One column of a view.
#[derive(Clone, Debug)]
pub struct Selected {
    /// With the strictest level of what it is computed from.
    pub column: RelationColumn,
    /// Where it is selected.
    pub range: Range<usize>,
}

/// Parses and checks the `select` of a view over these relations.
///
/// - Codes: F100–F130, F140 another query than a select, F141 a column without a name, F142 an unknown table, F143 a recursion.
pub fn parse_select(text: &str, relations: &[Relation]) -> Result<Select, FormulaFault> {
    let text = Text::new(text);
    let query = parse::parse_query(&text)?;
    let select = plain_select(&text, &query)?;
    let mut reader = Reader { text: &text, relations, tables: Vec::new(), scope: empty_scope(), sql: String::new() };
    reader.read(select)
}

/// The `select` of a query that is nothing more.
fn plain_select<'q>(text: &Text<'_>, query: &'q Query) -> Result<&'q Written, FormulaFault> {
    if let Some(with) = &query.with {
        let code = if with.recursive || names_itself(with) { &codes::endless_recursion } else { &codes::not_a_plain_select };
        return Err(FormulaFault::new(code, text.range(with.with_token.0.span)));
    }
    // Sorting and cutting pick single rows.
    let is_more = query.order_by.is_some()
        || query.limit_clause.is_some()
        || query.fetch.is_some()
        || query.for_clause.is_some()
        || query.settings.is_some()
        || query.format_clause.is_some()
        || !(query.locks.is_empty() && query.pipe_operators.is_empty());
    match &*query.body {
        SetExpr::Select(select) if !is_more => Ok(select),
        _ => Err(FormulaFault::new(&codes::not_a_plain_select, text.range_of(query))),
    }
}

fn names_itself(with: &sqlparser::ast::With) -> bool {
    with.cte_tables.iter().any(|table| {
        let name = table.alias.name.value.to_lowercase();
        table.query.to_string().to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
    })
}

/// A table of the `from`.
struct Source<'r> {
    alias: String,
    relation: &'r Relation,
}

struct Reader<'a> {
    text: &'a Text<'a>,
    relations: &'a [Relation],
    tables: Vec<Source<'a>>,
    /// The columns of all tables, each as `alias.column`.
    scope: Relation,
    sql: String,
}

fn empty_scope() -> Relation {
    Relation { name: String::new(), label: String::new(), columns: Vec::new(), is_about_persons: false }
}

impl Reader<'_> {
    fn read(&mut self, select: &Written) -> Result<Select, FormulaFault> {
        self.expect_nothing_else(select)?;
        let mut from = String::new();
        for (idx, table) in select.from.iter().enumerate() {
            from.push_str(if idx == 0 { "" } else { " cross join " });
            from.push_str(&self.table(&table.relation)?);
            for join in &table.joins {
                from.push_str(&self.join(join)?);
            }
        }
        let is_distinct = matches!(select.distinct, Some(Distinct::Distinct));
        self.sql.push_str(if is_distinct { "select distinct " } else { "select " });
        let (columns, origin) = self.columns(&select.projection)?;
        self.sql.push_str(&format!(" from {from}"));
        if let Some(condition) = &select.selection {
            let condition = self.condition(condition)?;
            self.sql.push_str(&format!(" where {condition}"));
        }
        self.group(&select.group_by)?;
        Ok(Select {
            sql: std::mem::take(&mut self.sql),
            columns,
            origin,
            tables: self.tables.iter().map(|table| table.relation.name.clone()).collect(),
            is_about_persons: self.tables.iter().any(|table| table.relation.is_about_persons),
        })
    }

    fn expect_nothing_else(&self, select: &Written) -> Result<(), FormulaFault> {
        let is_plain = select.top.is_none()
            && select.into.is_none()
            && select.exclude.is_none()
            && select.prewhere.is_none()
            && select.having.is_none()
            && select.qualify.is_none()
            && select.value_table_mode.is_none()
            && select.select_modifiers.is_none()
            && select.optimizer_hints.is_empty()
            && select.lateral_views.is_empty()
            && select.connect_by.is_empty()
            && select.cluster_by.is_empty()
            && select.distribute_by.is_empty()
            && select.sort_by.is_empty()
            && select.named_window.is_empty()
            && !select.from.is_empty()
            && matches!(select.distinct, None | Some(Distinct::Distinct | Distinct::All));
        if is_plain { Ok(()) } else { Err(FormulaFault::new(&codes::not_a_plain_select, self.text.range_of(select))) }
    }

    /// A table of the `from`, as SQL.
    fn table(&mut self, factor: &TableFactor) -> Result<String, FormulaFault> {
        let fault = |code: &'static Code| FormulaFault::new(code, self.text.range_of(factor));
        let (name, alias) = match factor {
            TableFactor::Table {
                name,
                alias,
                args: None,
                with_hints,
                version: None,
                partitions,
                json_path: None,
                sample: None,
                ..
            } if with_hints.is_empty() && partitions.is_empty() => (name, alias),
            TableFactor::Derived { .. } => return Err(fault(&codes::subquery_in_formula)),
            _ => return Err(fault(&codes::not_a_plain_select)),
        };
        let [ObjectNamePart::Identifier(name)] = name.0.as_slice() else { return Err(fault(&codes::not_a_plain_select)) };
        let relation = self.relation(name)?;
        let alias = match alias {
            Some(alias) if alias.columns.is_empty() && alias.at.is_none() => alias.name.value.clone(),
            Some(_) => return Err(fault(&codes::not_a_plain_select)),
            None => relation.name.clone(),
        };
        let is_taken = self.tables.iter().any(|table| table.alias == alias);
        if is_taken || alias.contains('.') {
            return Err(fault(&codes::not_a_plain_select));
        }
        for column in relation.columns.iter().filter(|column| column.depth == 0) {
            self.scope.columns.push(RelationColumn { name: format!("{alias}.{}", column.name), ..column.clone() });
        }
        self.scope.label =
            format!("{}{}{}", self.scope.label, if self.scope.label.is_empty() { "" } else { "、" }, relation.label);
        let sql = format!("{} as {}", quote(&relation.name), quote(&alias));
        self.tables.push(Source { alias, relation });
        Ok(sql)
    }

    fn relation<'r>(&self, name: &Ident) -> Result<&'r Relation, FormulaFault>
    where
        Self: 'r,
    {
        let found = self.relations.iter().find(|relation| relation.name == name.value);
        found.map(|relation| relation as &Relation).ok_or_else(|| {
            let names = self.relations.iter().map(|relation| relation.name.as_str());
            let known: Vec<&str> = names.clone().collect();
            let fault = FormulaFault::new(&codes::unknown_table_in_view, self.text.range(name.span));
            let fault = fault.with("name", &name.value).with_some("near", nearest(&name.value, names));
            fault.with("known", known.join(", "))
        })
    }

    fn join(&mut self, join: &Join) -> Result<String, FormulaFault> {
        let table = self.table(&join.relation)?;
        let (word, constraint) = match &join.join_operator {
            JoinOperator::Join(constraint) | JoinOperator::Inner(constraint) => (" join ", constraint),
            JoinOperator::Left(constraint) | JoinOperator::LeftOuter(constraint) => (" left join ", constraint),
            JoinOperator::CrossJoin(constraint) => (" cross join ", constraint),
            _ => return Err(FormulaFault::new(&codes::not_a_plain_select, self.text.range_of(join))),
        };
        match constraint {
            JoinConstraint::On(condition) => Ok(format!("{word}{table} on {}", self.condition(condition)?)),
            JoinConstraint::None => Ok(format!("{word}{table}")),
            _ => Err(FormulaFault::new(&codes::not_a_plain_select, self.text.range_of(join))),
        }
    }

    /// A condition: comparisons of two columns join tables and may name persons, everything else sees public columns.
    fn condition(&self, condition: &Expr) -> Result<String, FormulaFault> {
        match condition {
            Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
                Ok(format!("{} and {}", self.condition(left)?, self.condition(right)?))
            }
            Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => match (self.column(left)?, self.column(right)?) {
                (Some(left), Some(right)) if self.table_of(left) != self.table_of(right) => {
                    Ok(format!("{} = {}", self.quoted(left), self.quoted(right)))
                }
                _ => self.judged(condition),
            },
            Expr::Nested(inner) => Ok(format!("({})", self.condition(inner)?)),
            _ => self.judged(condition),
        }
    }

    fn judged(&self, condition: &Expr) -> Result<String, FormulaFault> {
        // In brackets, because `or` binds less than the `and` around it.
        row::write(self.text, &self.scope, Setting::ViewWhere, condition).map(|checked| format!("({})", checked.sql))
    }

    /// The position of a plain column; `None` for anything else.
    fn column(&self, part: &Expr) -> Result<Option<usize>, FormulaFault> {
        match part {
            Expr::Identifier(name) => names::column(self.text, &self.scope, std::slice::from_ref(name)).map(Some),
            Expr::CompoundIdentifier(parts) => names::column(self.text, &self.scope, parts).map(Some),
            _ => Ok(None),
        }
    }

    fn table_of(&self, column: usize) -> Option<&str> {
        self.scope.columns[column].name.split_once('.').map(|(table, _)| table)
    }

    fn quoted(&self, column: usize) -> String {
        names::quoted_in_view(&self.scope.columns[column])
    }

    fn columns(&mut self, items: &[SelectItem]) -> Result<(Vec<Selected>, Option<String>), FormulaFault> {
        let mut columns: Vec<Selected> = Vec::with_capacity(items.len());
        let mut origin = None;
        for (idx, item) in items.iter().enumerate() {
            self.sql.push_str(if idx == 0 { "" } else { ", " });
            let (part, alias) = match item {
                SelectItem::UnnamedExpr(part) => (part, None),
                SelectItem::ExprWithAlias { expr, alias } => (expr, Some(alias)),
                _ => return Err(FormulaFault::new(&codes::not_a_plain_select, self.text.range_of(item))),
            };
            if alias.is_some_and(|alias| alias.value == ORIGIN_ROW) {
                origin = Some(self.origin(part)?);
                continue;
            }
            let range = self.text.range_of(part);
            let name = self.name_of(part, alias, &range)?;
            if columns.iter().any(|column| column.column.name == name) {
                return Err(FormulaFault::new(&codes::view_column_without_name, range).with("name", name));
            }
            let column = self.selected(part, &name)?;
            self.sql.push_str(&format!(" as {}", quote(&name)));
            columns.push(Selected { column, range });
        }
        Ok((columns, origin))
    }

    /// The row of a table: `attendance.rowid as origin_row`.
    fn origin(&mut self, part: &Expr) -> Result<String, FormulaFault> {
        let table = match part {
            Expr::Identifier(name) if name.value.eq_ignore_ascii_case("rowid") => self.tables.first(),
            Expr::CompoundIdentifier(parts) => match parts.as_slice() {
                [alias, name] if name.value.eq_ignore_ascii_case("rowid") => {
                    self.tables.iter().find(|table| table.alias == alias.value)
                }
                _ => None,
            },
            _ => None,
        };
        let Some(table) = table else {
            return Err(FormulaFault::new(&codes::origin_row_is_no_row, self.text.range_of(part)));
        };
        self.sql.push_str(&format!("{}.rowid as {}", quote(&table.alias), quote(ORIGIN_ROW)));
        Ok(table.relation.name.clone())
    }

    fn name_of(&self, part: &Expr, alias: Option<&Ident>, range: &Range<usize>) -> Result<String, FormulaFault> {
        let name = match (alias, self.column(part)?) {
            (Some(alias), _) => alias.value.clone(),
            (None, Some(column)) => {
                let name = &self.scope.columns[column].name;
                name.rsplit('.').next().unwrap_or(name).to_owned()
            }
            (None, None) => String::new(),
        };
        let is_plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if is_plain {
            Ok(name)
        } else {
            Err(FormulaFault::new(&codes::view_column_without_name, range.clone()).with("name", self.text.written(range)))
        }
    }

    /// Writes a column; its level is the strictest of what it is computed from.
    fn selected(&mut self, part: &Expr, name: &str) -> Result<RelationColumn, FormulaFault> {
        if let Some(idx) = self.column(part)? {
            self.sql.push_str(&self.quoted(idx));
            let column = &self.scope.columns[idx];
            return Ok(RelationColumn { name: name.to_owned(), depth: 0, ..column.clone() });
        }
        let (sql, gives, sensitivity) = match part {
            Expr::Function(function) if self.is_aggregate(function) => self.aggregate(function)?,
            _ => {
                let Checked { sql, gives, is_internal } = row::write(self.text, &self.scope, Setting::View, part)?;
                (sql, gives, if is_internal { Sensitivity::Internal } else { Sensitivity::Public })
            }
        };
        self.sql.push_str(&sql);
        let (name, label) = (name.to_owned(), name.to_owned());
        Ok(RelationColumn { name, label, holds: holds(gives), is_list: false, sensitivity, unit: String::new(), depth: 0 })
    }

    fn is_aggregate(&self, function: &Function) -> bool {
        take_apart(self.text, function).is_ok_and(|call| AGGREGATES.contains(&call.name.as_str()) && call.arguments.len() == 1)
    }

    fn aggregate(&self, function: &Function) -> Result<(String, Gives, Sensitivity), FormulaFault> {
        let range = self.text.range_of_call(function);
        let call = take_apart(self.text, function)?;
        if call.filter.is_some() {
            return Err(FormulaFault::new(&codes::not_allowed_in_formula, range.clone()).with("part", self.text.written(&range)));
        }
        // How many rows about persons there are says something about them.
        let is_about_persons = self.tables.iter().any(|table| table.relation.is_about_persons);
        let least = if is_about_persons { Sensitivity::Internal } else { Sensitivity::Public };
        let argument = match call.arguments.as_slice() {
            [Argument::Star] if call.name == "count" && !call.is_distinct => {
                return Ok(("count(*)".to_owned(), Gives::Whole, least));
            }
            [Argument::Part(part)] if call.is_distinct && call.name == "count" => match self.column(part)? {
                Some(idx) => return Ok((format!("count(distinct {})", self.quoted(idx)), Gives::Whole, least)),
                None => return Err(FormulaFault::new(&codes::distinct_of_expression, range).with("part", call.name)),
            },
            [Argument::Part(part)] if !call.is_distinct => part,
            _ => return Err(wrong_arguments(&call.name, range)),
        };
        let Checked { sql, gives, is_internal } = row::write(self.text, &self.scope, Setting::View, argument)?;
        let level = if is_internal { Sensitivity::Internal } else { least };
        let gives = match call.name.as_str() {
            "count" => Gives::Whole,
            "avg" => Gives::Real,
            _ => gives,
        };
        Ok((format!("{}({sql})", call.name), gives, level))
    }

    fn group(&mut self, group: &GroupByExpr) -> Result<(), FormulaFault> {
        let GroupByExpr::Expressions(parts, more) = group else {
            return Ok(());
        };
        for (idx, part) in parts.iter().enumerate() {
            self.sql.push_str(if idx == 0 { " group by " } else { ", " });
            let sql = match self.column(part)? {
                Some(idx) => self.quoted(idx),
                None if literal::is_one(part) || !more.is_empty() => {
                    return Err(FormulaFault::new(&codes::not_a_plain_select, self.text.range_of(part)));
                }
                None => row::write(self.text, &self.scope, Setting::View, part)?.sql,
            };
            self.sql.push_str(&sql);
        }
        Ok(())
    }
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn holds(gives: Gives) -> Holds {
    match gives {
        Gives::Whole => Holds::Integer,
        Gives::Real => Holds::Number,
        Gives::Text | Gives::Anything => Holds::Text,
        Gives::Date => Holds::Date,
        Gives::Month => Holds::Month,
    }
}

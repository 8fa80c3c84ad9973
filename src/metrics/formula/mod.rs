//! A formula as written to what may run: arithmetic over atoms, each atom an aggregate that SQLite computes.

mod call;
mod evaluate;
mod fault;
mod kind;
mod literal;
mod names;
mod parse;
mod place;
mod row;
mod select;
#[cfg(test)]
mod tests;
mod value;

use super::amount::Amount;
use super::relation::{Holds, Relation};
use crate::diag::codes;
use crate::model::table::Sensitivity;

use self::parse::Text;
use self::row::Setting;

pub use self::evaluate::EvalFault;
pub use self::fault::FormulaFault;
pub use self::place::place_within;
pub use self::select::{Select, Selected, parse_select};

/// The value of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// The aggregates, each once.
    pub atoms: Vec<Atom>,
    /// How they make the value.
    pub expression: Expression,
    /// The whole as SQL with every name in full: `1.0 * sum("done") / count(*)`.
    pub sql: String,
    /// What may be meant otherwise: warnings.
    pub hints: Vec<FormulaFault>,
    /// Atoms that [`Formula::guard`] added: persons, of whom there must be none or enough, by position.
    pub guards: Vec<usize>,
}

/// One aggregate over the rows of a slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Which.
    pub kind: AtomKind,
    /// What it is computed over, as SQL with every name in full; `None` for `count(*)`.
    pub argument: Option<String>,
    /// The position of the column, where the argument is a single one: its numbers are summed exactly.
    pub column: Option<usize>,
    /// The condition of its `filter (where …)`, as SQL with every name in full.
    pub filter: Option<String>,
    /// Whether SQL has the result as a number with a fraction, by what its columns hold: averages always, counts never.
    pub is_real: bool,
    /// Whether it reads a column that is not public.
    pub is_internal: bool,
}

/// The aggregates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the aggregate of its name")]
pub enum AtomKind {
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
}

/// Arithmetic over atoms.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number; `is_real` for one with a point, which makes divisions exact.
    Number {
        /// The number.
        value: Amount,
        /// Whether it was written with a point.
        is_real: bool,
    },
    /// An atom, by position.
    Atom(usize),
    /// `-a`
    Negative(Box<Expression>),
    /// `a + b`, `a - b`, `a * b`, `a / b`, `a % b`; two whole numbers divide without fraction, as in SQL.
    Binary(char, Box<Expression>, Box<Expression>),
    /// `nullif`, `coalesce`, `abs`, `round`; all arguments are there.
    Call(&'static str, Vec<Expression>),
}

/// What an atom came to in one slice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtomValue {
    /// `None` where there was nothing to aggregate.
    pub value: Option<Amount>,
    /// Whether SQL has it as a number with a fraction (so that a division keeps its own).
    pub is_real: bool,
}

/// Where a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// `where` of a metric: the rows that count are listed as evidence.
    Where,
    /// `filter (where …)` of an atom.
    Filter,
}

/// Parses and checks the `value` of a metric.
///
/// - Codes: F101–F128.
pub fn parse_value(text: &str, relation: &Relation) -> Result<Formula, FormulaFault> {
    let text = Text::new(text);
    let expression = parse::parse_expression(&text)?;
    value::take(&text, relation, &expression)
}

/// Parses and checks a condition; gives its SQL with every name in full.
///
/// - Codes: F101–F128.
pub fn parse_condition(text: &str, relation: &Relation, place: Use) -> Result<String, FormulaFault> {
    let setting = match place {
        Use::Where => Setting::Where,
        Use::Filter => Setting::Filter,
    };
    let text = Text::new(text);
    let expression = parse::parse_expression(&text)?;
    row::write(&text, relation, setting, &expression).map(|checked| checked.sql)
}

/// Parses and checks what is judged row by row and never published as it is: points and their conditions. Internal columns may be
/// used, personal ones not.
///
/// - Codes: F101–F128.
pub fn parse_row(text: &str, relation: &Relation) -> Result<String, FormulaFault> {
    let text = Text::new(text);
    let expression = parse::parse_expression(&text)?;
    row::write(&text, relation, Setting::Row, &expression).map(|checked| checked.sql)
}

/// The column that dates a row, by its position in [`Relation::columns`].
///
/// - Codes: F103 unknown, F104 ambiguous, F110 personal, F112 internal, F127 not a date.
pub fn parse_time(text: &str, relation: &Relation) -> Result<usize, FormulaFault> {
    let idx = public_column(text, relation)?;
    match relation.columns[idx].holds {
        Holds::Date | Holds::Month if !relation.columns[idx].is_list => Ok(idx),
        _ => Err(about(&codes::time_is_no_date, text, relation, idx)),
    }
}

/// The column of a name that stands alone, as in `by`, if everybody may see it.
///
/// - Codes: F103 unknown, F104 ambiguous, F110 personal, F112 internal.
pub fn public_column(text: &str, relation: &Relation) -> Result<usize, FormulaFault> {
    let idx = any_column(text, relation)?;
    match relation.columns[idx].sensitivity {
        Sensitivity::Public => Ok(idx),
        Sensitivity::Internal => Err(about(&codes::internal_column_in_condition, text, relation, idx)),
        Sensitivity::Personal | Sensitivity::Secret => Err(about(&codes::personal_column_in_formula, text, relation, idx)),
    }
}

/// The column of a name that stands alone, whoever may see it.
///
/// - Codes: F103 unknown, F104 ambiguous.
pub fn any_column(text: &str, relation: &Relation) -> Result<usize, FormulaFault> {
    names::find(relation, text.trim().trim_matches('"'), 0..text.len())
}

fn about(code: &'static crate::diag::Code, text: &str, relation: &Relation, idx: usize) -> FormulaFault {
    let column = &relation.columns[idx];
    FormulaFault::new(code, 0..text.len()).with("name", &column.name).with("label", &column.label)
}

impl Formula {
    /// Has the persons counted whom a filter over columns that are not public lets through, and those whom it leaves out: a sum over
    /// one person, or over all but one, would be that person's value, however many persons the slice has.
    pub fn guard(&mut self, person: usize, relation: &Relation) {
        let filters = self.atoms.iter().filter(|atom| atom.is_internal).filter_map(|atom| atom.filter.clone());
        for filter in filters.collect::<Vec<_>>() {
            for filter in [format!("not coalesce(({filter}), 0)"), filter] {
                let atom = Atom {
                    kind: AtomKind::CountDistinct,
                    argument: Some(names::quoted(&relation.columns[person])),
                    column: Some(person),
                    filter: Some(filter),
                    is_real: false,
                    is_internal: false,
                };
                let known = self.atoms.iter().position(|one| *one == atom);
                self.guards.push(known.unwrap_or(self.atoms.len()));
                if known.is_none() {
                    self.atoms.push(atom);
                }
            }
        }
    }

    /// The fewest persons behind a part of the value, none not counted; `None` where nothing is guarded.
    pub fn n_persons(&self, atoms: &[AtomValue]) -> Option<Amount> {
        let counts = self.guards.iter().filter_map(|guard| atoms.get(*guard)?.value);
        counts.filter(|count| *count > Amount::ZERO).min()
    }
}

impl Atom {
    /// The aggregate as SQL.
    pub fn sql(&self) -> String {
        let argument = self.argument.as_deref().unwrap_or("*");
        let call = match self.kind {
            AtomKind::Count => format!("count({argument})"),
            AtomKind::CountDistinct => format!("count(distinct {argument})"),
            AtomKind::Sum => format!("sum({argument})"),
            AtomKind::Avg => format!("avg({argument})"),
            AtomKind::Min => format!("min({argument})"),
            AtomKind::Max => format!("max({argument})"),
        };
        match &self.filter {
            Some(filter) => format!("{call} filter (where {filter})"),
            None => call,
        }
    }
}

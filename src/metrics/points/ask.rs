//! A rule to what it asks of the database: whose a row is, when it was, how many points it gives, and what makes it the same as another.

use super::rule_set::{Points, Rule, RuleSet, Text};
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};
use crate::metrics::database::{Need, Stock, quote};
use crate::metrics::formula::{self, FormulaFault, place_within};
use crate::metrics::relation::{Holds, Relation};
use crate::metrics::standing::HolderKind;
use crate::model::form::Written;
use crate::model::table::Schemas;

/// What a rule asks.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// Position of the rule.
    pub(super) rule: usize,
    /// The relation.
    pub(super) relation: String,
    /// Full name of the column that dates a row; `None` where rows belong to years as a whole.
    pub(super) time: Option<String>,
    /// Which rows, as SQL.
    pub(super) condition: Option<String>,
    /// Where the holder comes from.
    pub(super) holder: HolderFrom,
    /// Where the points come from.
    pub(super) points: PointsFrom,
    /// What counts once, as SQL.
    pub(super) once: Vec<String>,
}

/// Where the holder of a row comes from.
#[derive(Clone, Debug)]
pub(super) enum HolderFrom {
    /// The row is one of the register itself.
    Row,
    /// This SQL gives its row in the register.
    Position(String),
    /// This SQL gives one id, or several with `;` between.
    Ids(String),
}

/// Where the points of a row come from.
#[derive(Clone, Debug)]
pub(super) enum PointsFrom {
    /// All rows give the same.
    Same,
    /// A number column, whose scaled integers are exact.
    Column(String),
    /// This SQL.
    Sql(String),
}

impl Ask {
    /// The expressions in the order in which rows have their values: holder, time, points, then what counts once.
    pub(super) fn select(&self) -> Vec<String> {
        let holder = match &self.holder {
            HolderFrom::Row => "null".to_owned(),
            HolderFrom::Position(sql) | HolderFrom::Ids(sql) => sql.clone(),
        };
        let time = self.time.as_deref().map_or_else(|| "null".to_owned(), quote);
        let points = match &self.points {
            PointsFrom::Same => "null".to_owned(),
            PointsFrom::Column(name) => quote(&format!("#{name}")),
            PointsFrom::Sql(sql) => sql.clone(),
        };
        let mut select = vec![holder, time, points];
        select.extend(self.once.iter().cloned());
        select
    }

    /// What has to be loaded.
    pub(super) fn need(&self) -> Need {
        let select = self.select();
        let expressions = select.iter().map(String::as_str).chain(self.condition.as_deref());
        Need::of(&self.relation, self.time.as_deref(), expressions)
    }
}

/// The surroundings of a rule.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) stock: &'a Stock<'a>,
    pub(super) set: &'a RuleSet,
    /// The set's file.
    pub(super) file_text: &'a str,
}

impl Asking<'_> {
    /// What a rule asks; `None` if it cannot be asked, which is said.
    ///
    /// - Codes: F204, F212–F216, and those of formulas.
    pub(super) fn ask(&self, idx: usize, found: &mut Vec<Diagnostic>) -> Option<Ask> {
        let rule = &self.set.rules[idx];
        let Some(relation) = self.stock.relation(&rule.from.text) else {
            found.push(self.no_relation(rule));
            return None;
        };
        let mut faults = Vec::new();
        let holder = self.holder(rule, relation, &mut faults);
        // A relation that leads to no holder is the wrong one; whether it has dates does not matter then.
        let time = holder.as_ref().and_then(|_| self.time(rule, relation, &mut faults));
        let condition = rule.condition.as_ref().map(|text| (text, formula::parse_row(&text.text, relation)));
        let condition = condition.map(|(text, parsed)| self.checked(text, parsed, &mut faults));
        let points = self.points(rule, relation, &mut faults);
        let once: Vec<Option<String>> = rule.once_per.iter().map(|text| self.column(text, relation, &mut faults)).collect();
        let is_whole = faults.is_empty();
        found.extend(faults);
        let condition = match condition {
            Some(condition) => Some(condition?),
            None => self.entered(rule),
        };
        is_whole.then_some(())?;
        Some(Ask {
            rule: idx,
            relation: relation.name.clone(),
            time: time?,
            condition,
            holder: holder?,
            points: points?,
            once: once.into_iter().flatten().map(|name| quote(&name)).collect(),
        })
    }

    fn no_relation(&self, rule: &Rule) -> Diagnostic {
        let name = &rule.from.text;
        let place = self.place(&rule.from);
        // A ledger that nobody has begun gives no points; that is no slip of the rules.
        if let Some(schema) = Schemas::shipped().get(name) {
            return codes::points_source_missing.at(place).with("table", &schema.label).with("name", name);
        }
        let known: Vec<&str> = self.stock.relations().iter().map(|relation| relation.name.as_str()).collect();
        let diagnostic = codes::unknown_points_source.at(place).with("name", name);
        diagnostic.with_some("near", nearest(name, known.iter().copied())).with("known", known.join("、"))
    }

    fn register(&self) -> &'static str {
        match self.set.holder {
            HolderKind::Member => "members",
            HolderKind::Branch => "branches",
        }
    }

    /// The column that says whose a row is: as the rule names it, else the nearest that leads to the register.
    fn holder(&self, rule: &Rule, relation: &Relation, faults: &mut Vec<Diagnostic>) -> Option<HolderFrom> {
        let register = self.register();
        let name = match &rule.holder {
            Some(text) => self.column(text, relation, faults)?,
            None if relation.name == register => return Some(HolderFrom::Row),
            None if relation.name == super::ENTRIES => return Some(HolderFrom::Ids(quote("holder"))),
            None => self.nearest_holder(rule, relation, faults)?,
        };
        let column = relation.columns.iter().find(|column| column.name == name)?;
        let is_own_key = relation.name == register && name == "id";
        let is_entered = relation.name == super::ENTRIES && name == "holder";
        match &column.holds {
            Holds::Key(target) if target == register && column.is_list => Some(HolderFrom::Ids(quote(&name))),
            Holds::Key(target) if target == register => Some(HolderFrom::Position(quote(&format!("#{name}")))),
            _ if is_own_key => Some(HolderFrom::Row),
            _ if is_entered => Some(HolderFrom::Ids(quote(&name))),
            _ => {
                let place = rule.holder.as_ref().map_or(rule.place.clone(), |text| self.place(text));
                faults.push(codes::no_holder_column.at(place).with("from", &relation.name).with("register", register));
                None
            }
        }
    }

    fn nearest_holder(&self, rule: &Rule, relation: &Relation, faults: &mut Vec<Diagnostic>) -> Option<String> {
        let register = self.register();
        let leads = |holds: &Holds| matches!(holds, Holds::Key(target) if target == register);
        let leading = relation.columns.iter().filter(|column| leads(&column.holds));
        let Some(depth) = leading.clone().map(|column| column.depth).min() else {
            let place = self.place(&rule.from);
            faults.push(codes::no_holder_column.at(place).with("from", &relation.name).with("register", register));
            return None;
        };
        let near: Vec<&str> = leading.filter(|column| column.depth == depth).map(|column| column.name.as_str()).collect();
        let [one] = near[..] else {
            let diagnostic = codes::several_holder_columns.at(self.place(&rule.from)).with("from", &relation.name);
            faults.push(diagnostic.with("first", near[0]).with("known", near.join("、")));
            return None;
        };
        Some(one.to_owned())
    }

    /// The column that dates a row: as the rule names it, else `date`, else the only date of the relation. A register has none.
    fn time(&self, rule: &Rule, relation: &Relation, faults: &mut Vec<Diagnostic>) -> Option<Option<String>> {
        if let Some(text) = &rule.time {
            let parsed = formula::parse_time(&text.text, relation);
            let idx = self.checked(text, parsed, faults)?;
            return Some(Some(relation.columns[idx].name.clone()));
        }
        if relation.name == "members" || relation.name == "branches" {
            return Some(None);
        }
        let is_date = |column: &&crate::metrics::relation::RelationColumn| column.holds == Holds::Date && !column.is_list;
        let mut own = relation.columns.iter().filter(|column| column.depth == 0).filter(is_date);
        if let Some(date) = own.clone().find(|column| column.name == "date") {
            return Some(Some(date.name.clone()));
        }
        if let (Some(one), None) = (own.next(), own.next()) {
            return Some(Some(one.name.clone()));
        }
        if let Ok(idx) = formula::parse_time("date", relation) {
            return Some(Some(relation.columns[idx].name.clone()));
        }
        let dates: Vec<&str> = relation.columns.iter().filter(is_date).map(|column| column.name.as_str()).collect();
        let diagnostic = codes::points_without_time.at(self.place(&rule.from)).with("from", &relation.name);
        faults.push(diagnostic.with_some("known", (!dates.is_empty()).then(|| dates.join("、"))));
        None
    }

    fn points(&self, rule: &Rule, relation: &Relation, faults: &mut Vec<Diagnostic>) -> Option<PointsFrom> {
        let text = match &rule.points {
            Points::Number(..) => return Some(PointsFrom::Same),
            Points::Entered => return Some(PointsFrom::Column("value".to_owned())),
            Points::Formula(text) => text,
        };
        // A column by itself keeps its decimals exactly; SQL would make binary fractions of them.
        if let Ok(idx) = formula::any_column(&text.text, relation)
            && relation.columns[idx].holds == Holds::Number
        {
            self.checked(text, formula::parse_row(&text.text, relation), faults)?;
            return Some(PointsFrom::Column(relation.columns[idx].name.clone()));
        }
        self.checked(text, formula::parse_row(&text.text, relation), faults).map(PointsFrom::Sql)
    }

    fn column(&self, text: &Text, relation: &Relation, faults: &mut Vec<Diagnostic>) -> Option<String> {
        let idx = self.checked(text, formula::any_column(&text.text, relation), faults)?;
        Some(relation.columns[idx].name.clone())
    }

    /// Rows of `points_entries` that a rule without a condition takes.
    fn entered(&self, rule: &Rule) -> Option<String> {
        if rule.from.text != super::ENTRIES {
            return None;
        }
        let is_plain = |rule: &&Rule| rule.from.text == super::ENTRIES && rule.condition.is_none();
        let n_plain = self.set.rules.iter().filter(is_plain).count();
        if n_plain > 1 {
            return Some(format!("\"rule\" in ({}, {})", literal(&rule.id), literal(&rule.title)));
        }
        let others: Vec<String> =
            self.set.rules.iter().filter(|other| other.id != rule.id).map(|other| literal(&other.id)).collect();
        (!others.is_empty()).then(|| format!("\"rule\" not in ({})", others.join(", ")))
    }

    fn checked<T>(&self, text: &Text, parsed: Result<T, FormulaFault>, faults: &mut Vec<Diagnostic>) -> Option<T> {
        match parsed {
            Ok(parsed) => Some(parsed),
            Err(fault) => {
                faults.push(fault.at(self.within(text, &fault.range)));
                None
            }
        }
    }

    /// The place of a text of the set's file.
    pub(super) fn place(&self, text: &Text) -> Place {
        Place::Text(self.set.file, text.span)
    }

    fn within(&self, text: &Text, range: &std::ops::Range<usize>) -> Place {
        let file: FileId = self.set.file;
        place_within(file, self.file_text, Written { text: &text.text, span: text.span }, range)
    }
}

/// A text as SQL.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

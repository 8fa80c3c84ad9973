//! What the engine does, written as SQL that a person can run over the ledgers.

use jiff::civil::Date;

use crate::metrics::cells::Group;
use crate::metrics::database::{Stock, natural_select, quote};
use crate::metrics::definition::Definition;

/// The relation of a group over the ledgers as people have them, with ids as texts.
pub(in crate::metrics) fn relation_sql(stock: &Stock<'_>, group: &Group) -> String {
    let names = group.expressions();
    let select = natural_select(stock, &group.relation, group.time.as_deref(), names.iter().map(String::as_str));
    format!("create view {} as\n{select};", quote(&name_of(group)))
}

/// The values of a metric by its dimensions and months.
pub(in crate::metrics) fn query_sql(group: &Group, definition: &Definition, as_of: Date) -> String {
    let mut by: Vec<String> = definition.by.iter().map(|name| quote(name)).collect();
    by.extend(definition.time.as_ref().map(|time| format!("substr({}, 1, 7)", quote(time))));
    let mut shown = by.clone();
    shown.push(format!("{} as value", definition.formula.sql));
    shown.push("count(*) as n".to_owned());
    let mut sql = format!("select {}\nfrom {}", shown.join(", "), quote(&name_of(group)));
    if let Some(condition) = &definition.condition {
        sql.push_str(&format!("\nwhere {condition}"));
    }
    if !by.is_empty() {
        let by = by.join(", ");
        sql.push_str(&format!("\ngroup by {by}\norder by {by}"));
    }
    sql.push(';');
    plain(&sql, as_of)
}

/// Our own functions as SQL that every SQLite knows.
fn plain(sql: &str, as_of: Date) -> String {
    let mut plain = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some((before, call)) = rest.split_once("has(") {
        let (list, item, behind) = match has_arguments(call) {
            Some(found) if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_') => found,
            _ => {
                plain.push_str(before);
                plain.push_str("has(");
                rest = call;
                continue;
            }
        };
        plain.push_str(&format!("{before}instr(';' || {list} || ';', ';{item};') > 0"));
        rest = behind;
    }
    plain.push_str(rest);
    plain.replace("as_of()", &format!("'{as_of}'"))
}

/// `"list", 'word')…` in its parts.
fn has_arguments(call: &str) -> Option<(&str, &str, &str)> {
    let (list, rest) = call.split_once(',')?;
    let (item, behind) = rest.trim_start().strip_prefix('\'')?.split_once('\'')?;
    Some((list.trim(), item, behind.trim_start().strip_prefix(')')?))
}

/// Tells apart relations of the same rows whose columns depend on the date.
fn name_of(group: &Group) -> String {
    group.time.as_deref().map_or_else(|| group.relation.clone(), |time| format!("{} by {time}", group.relation))
}

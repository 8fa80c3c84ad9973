//! The second lock: whatever SQL runs may read what it was given, call harmless functions, and take so many steps and no more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil::Date;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;

/// Functions that only look at their arguments.
const FUNCTIONS: [&str; 35] = [
    "abs",
    "as_of",
    "avg",
    "coalesce",
    "count",
    "date",
    "glob",
    "has",
    "ifnull",
    "iif",
    "instr",
    "julianday",
    "length",
    "like",
    "lower",
    "ltrim",
    "max",
    "min",
    "nullif",
    "replace",
    "round",
    "rtrim",
    "sign",
    "strftime",
    "substr",
    "substring",
    "sum",
    "total",
    "trim",
    "typeof",
    "upper",
    "row_number",
    "rank",
    "dense_rank",
    "lag",
];

/// Steps between two looks at the counter.
const N_STEPS_PER_LOOK: i32 = 10_000;

/// Begins the names of tables that only our views may read.
pub(super) const INNER: char = '=';

/// Counts the steps of a connection. Steps, not seconds: the same site must give the same findings on every machine.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps(Arc<AtomicU64>);

impl Steps {
    /// Allows this many more steps from now on.
    pub(super) fn allow(&self, n_steps: u64) {
        self.0.store(n_steps / N_STEPS_PER_LOOK as u64 + 1, Ordering::Relaxed);
    }
}

/// A database in memory that keeps no journal, with our functions.
pub(super) fn open(as_of: Date) -> rusqlite::Result<Connection> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(
        "pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory; pragma locking_mode = exclusive;",
    )?;
    // Otherwise an unknown name in double quotes would be a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let today = as_of.to_string();
    connection.create_scalar_function("as_of", 0, flags, move |_| Ok(today.clone()))?;
    connection.create_scalar_function("has", 2, flags, |arguments| {
        let (ValueRef::Text(list), ValueRef::Text(item)) = (arguments.get_raw(0), arguments.get_raw(1)) else {
            return Ok(false);
        };
        Ok(list.split(|byte| *byte == b';').any(|one| one == item))
    })?;
    Ok(connection)
}

/// Closes the locks: from now on only reading is possible.
pub(super) fn close(connection: &mut Connection) -> rusqlite::Result<Steps> {
    connection.execute_batch("pragma query_only = on;")?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 10_000_000)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 200)?;
    connection.set_limit(Limit::SQLITE_LIMIT_COMPOUND_SELECT, 10)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_limit(Limit::SQLITE_LIMIT_WORKER_THREADS, 0)?;
    connection.authorizer(Some(|context: AuthContext<'_>| judge(&context)))?;
    let steps = Steps::default();
    let left = steps.clone();
    let look = move || left.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err();
    connection.progress_handler(N_STEPS_PER_LOOK, Some(look))?;
    Ok(steps)
}

fn judge(context: &AuthContext<'_>) -> Authorization {
    let is_allowed = match context.action {
        AuthAction::Select => true,
        // A joined table of which nothing is read is named without a column and outside of the view.
        AuthAction::Read { table_name, column_name } if table_name.starts_with(INNER) => {
            context.accessor.is_some() || column_name.is_empty()
        }
        AuthAction::Read { table_name, .. } => !table_name.starts_with("sqlite_"),
        AuthAction::Function { function_name } => FUNCTIONS.contains(&function_name.to_ascii_lowercase().as_str()),
        _ => false,
    };
    if is_allowed { Authorization::Allow } else { Authorization::Deny }
}

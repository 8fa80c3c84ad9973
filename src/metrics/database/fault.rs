//! What can go wrong when SQL runs, as values that whoever asked turns into findings.

/// Why SQL gave no rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatabaseFault {
    /// What kind of trouble.
    pub kind: FaultKind,
    /// What SQLite says, for people who know SQL.
    pub message: String,
    /// The expression it is about, where it is about one.
    pub expression: Option<Expression>,
    /// Byte in that expression (in a view: in its `select`).
    pub offset: Option<usize>,
}

/// Which of the expressions that a query was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expression {
    /// The one selected at this position.
    Select(usize),
    /// The condition.
    Condition,
}

/// Kinds of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It reads or calls what it may not.
    Refused,
    /// It took more steps than anything sensible does.
    TooLong,
    /// It grew larger than anything sensible does.
    TooLarge,
    /// Anything else that SQLite refuses.
    Wrong,
}

impl DatabaseFault {
    /// A fault of the whole query.
    pub(super) fn of(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::AuthorizationForStatementDenied) => FaultKind::Refused,
            Some(ErrorCode::OperationInterrupted) => FaultKind::TooLong,
            Some(ErrorCode::TooBig | ErrorCode::OutOfMemory) => FaultKind::TooLarge,
            _ => FaultKind::Wrong,
        };
        let (message, offset) = match error {
            rusqlite::Error::SqlInputError { msg, offset, .. } => (msg.clone(), usize::try_from(*offset).ok()),
            rusqlite::Error::SqliteFailure(_, Some(message)) => (message.clone(), None),
            other => (other.to_string(), None),
        };
        // A function that may not be called is an ordinary error for SQLite.
        let kind = if message.starts_with("not authorized") { FaultKind::Refused } else { kind };
        Self { kind, message, expression: None, offset }
    }
}

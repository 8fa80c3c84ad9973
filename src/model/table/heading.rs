//! The headings of a file to the columns of its table; what is unknown, missing, double or forbidden is a finding.

use super::mapping::SourceRule;
use super::schema::{Sensitivity, TableSchema, heading_key};
use crate::diag::{Diagnostic, Place, codes};
use crate::read::{Ledger, LedgerColumn};

/// What headings say that hold what a site must never publish, with the forms in which schools write them.
const FORBIDDEN: [&str; 37] = [
    "身份证",
    "证件号",
    "证件编号",
    "护照",
    "港澳通行证",
    "手机",
    "移动电话",
    "联系电话",
    "家庭电话",
    "银行卡",
    "工资卡",
    "银行账号",
    "银行帐号",
    "家庭住址",
    "家庭地址",
    "现住址",
    "居住地址",
    "户籍地址",
    "家庭成员",
    "家庭情况",
    // 政治生日 is the day of joining the Party, so 生日 alone says too little.
    "出生",
    "健康状况",
    "健康情况",
    "病史",
    "疾病",
    "宗教信仰",
    "婚姻",
    "idcard",
    "id_card",
    "id_number",
    "passport",
    "birth",
    "bank_card",
    "home_address",
    "religio",
    "mobile",
    "phone",
];

/// For each column of the table the index of the ledger's column that holds it.
///
/// - Codes: M512 an unknown heading, M513 a required column is missing, M514 two headings for one column, M515 a forbidden heading,
///   M529 a heading of `data/sources.toml` that is not in the file, M530 a constant for a column that the file has.
pub(super) fn match_headings(
    ledger: &Ledger,
    schema: &TableSchema,
    rule: Option<&SourceRule>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Option<usize>> {
    let mut columns: Vec<Option<usize>> = vec![None; schema.columns.len()];
    for (idx, written) in ledger.columns.iter().enumerate() {
        let mapped = mapping_of(rule, &written.heading);
        let meant = match mapped {
            Some(column) => column,
            None => schema.by_heading(&written.heading),
        };
        if is_forbidden(&written.heading) && meant.is_none_or(|idx| schema.columns[idx].sensitivity != Sensitivity::Secret) {
            found.push(codes::forbidden_heading.at(written.at.clone()).with("heading", &written.heading));
            continue;
        }
        match meant {
            None if mapped.is_some() => {}
            None => found.push(unknown_heading(written, schema)),
            Some(column) => match columns[column] {
                Some(first) => {
                    let diagnostic = codes::same_column_twice.at(written.at.clone()).with("second", &written.heading);
                    let diagnostic = diagnostic.with("first", &ledger.columns[first].heading);
                    let diagnostic = diagnostic.with("column", &schema.columns[column].label);
                    found.push(diagnostic.also(ledger.columns[first].at.clone()));
                }
                None => columns[column] = Some(idx),
            },
        }
    }
    if let Some(rule) = rule {
        check_rule(ledger, schema, rule, &columns, found);
    }
    check_missing(ledger, schema, rule, &columns, found);
    columns
}

/// What `data/sources.toml` says about a heading: `None` nothing, `Some(None)` that it is left out.
fn mapping_of(rule: Option<&SourceRule>, heading: &str) -> Option<Option<usize>> {
    let key = heading_key(heading);
    rule?.columns.iter().find(|mapped| mapped.heading == key).map(|mapped| mapped.column)
}

fn is_forbidden(heading: &str) -> bool {
    let key = heading_key(heading);
    FORBIDDEN.iter().any(|word| key.contains(word))
}

fn unknown_heading(written: &LedgerColumn, schema: &TableSchema) -> Diagnostic {
    let known: Vec<String> = schema.columns.iter().map(|column| format!("{}（{}）", column.label, column.name)).collect();
    let diagnostic = codes::unknown_heading.at(written.at.clone()).with("heading", &written.heading);
    let diagnostic = diagnostic.with("table", &schema.name).with("known", known.join("、"));
    diagnostic.with_some("near", schema.nearest_heading(&written.heading))
}

fn check_rule(ledger: &Ledger, schema: &TableSchema, rule: &SourceRule, columns: &[Option<usize>], found: &mut Vec<Diagnostic>) {
    for mapped in &rule.columns {
        if !ledger.columns.iter().any(|column| heading_key(&column.heading) == mapped.heading) {
            let diagnostic = codes::mapped_heading_missing.at(mapped.at.clone()).with("heading", &mapped.heading);
            found.push(diagnostic.also(Place::File(ledger.file)));
        }
    }
    for constant in &rule.constants {
        if let Some(idx) = columns[constant.column] {
            let diagnostic = codes::constant_and_column.at(constant.at.clone());
            let diagnostic = diagnostic.with("column", &schema.columns[constant.column].label);
            found.push(diagnostic.also(ledger.columns[idx].at.clone()));
        }
    }
}

/// One finding for all missing columns: they are mended together.
fn check_missing(
    ledger: &Ledger,
    schema: &TableSchema,
    rule: Option<&SourceRule>,
    columns: &[Option<usize>],
    found: &mut Vec<Diagnostic>,
) {
    // A TOML or JSON file without rows has no headings either.
    if ledger.columns.is_empty() {
        return;
    }
    // A heading that was refused is likely the one that is missing, and one fault does not speak twice.
    let n_refused = found.iter().filter(|diagnostic| diagnostic.at.file() == Some(ledger.file)).count();
    let is_constant = |idx: usize| rule.is_some_and(|rule| rule.constants.iter().any(|constant| constant.column == idx));
    let mut missing = Vec::new();
    for (idx, column) in schema.columns.iter().enumerate() {
        if column.is_required && columns[idx].is_none() && !is_constant(idx) {
            missing.push(format!("{}（{}）", column.label, column.name));
        }
    }
    if missing.len() > n_refused {
        let at = ledger.columns[0].at.clone();
        found.push(codes::missing_columns.at(at).with("columns", missing.join("、")).with("table", &schema.name));
    }
}

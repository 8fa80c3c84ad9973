//! The list of open data to `datapackage.json`, as the Frictionless Data Package describes itself.

use serde_json::{Value, json};

use crate::plan::{OpenColumn, OpenKind, OpenSet, Plan};

/// Writes the description of all files.
pub fn package(plan: &Plan<'_>) -> Vec<u8> {
    let mut resources = Vec::new();
    for set in &plan.open {
        let schema = schema(&plan.open_columns(set));
        for (idx, part) in set.parts.iter().enumerate() {
            let name = if idx == 0 { set.name.clone() } else { format!("{}-{}", set.name, idx + 1) };
            resources.push(resource(set, &name, part.csv.as_str(), "csv", &schema));
            // An empty list tells validators nothing of its columns, so that they take it for broken.
            if let Some(json) = part.json.as_ref().filter(|_| !set.is_empty) {
                resources.push(resource(set, &format!("{name}-json"), json.as_str(), "json", &schema));
            }
        }
    }
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "open-data",
        "title": plan.site.title,
        "contributors": [{ "title": plan.site.org, "roles": ["publisher"] }],
        "version": plan.site.as_of.iso,
    });
    if let Some(home) = plan.home() {
        package["homepage"] = json!(home);
    }
    package["resources"] = Value::from(resources);
    let mut bytes = serde_json::to_vec_pretty(&package).expect("a value is always JSON");
    bytes.push(b'\n');
    bytes
}

fn resource(set: &OpenSet, name: &str, path: &str, format: &str, schema: &Value) -> Value {
    let media = if format == "csv" { "text/csv" } else { "application/json" };
    // Paths are from the folder of the description.
    let path = path.strip_prefix("open/").unwrap_or(path);
    json!({
        "name": name,
        "title": set.title,
        "path": path,
        "type": "table",
        "format": format,
        "mediatype": media,
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn schema(columns: &[OpenColumn]) -> Value {
    let fields: Vec<Value> = columns.iter().map(field).collect();
    let keys: Vec<&str> = columns.iter().filter(|column| column.is_key).map(|column| column.name.as_str()).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !keys.is_empty() {
        schema["primaryKey"] = json!(keys);
    }
    schema
}

fn field(column: &OpenColumn) -> Value {
    let kind = match column.kind {
        OpenKind::Text => "string",
        OpenKind::Number => "number",
        OpenKind::Integer => "integer",
        OpenKind::Flag => "boolean",
        OpenKind::Date => "date",
        OpenKind::Month => "yearmonth",
    };
    let mut field = json!({ "name": column.name, "title": column.title, "type": kind });
    if column.kind == OpenKind::Flag {
        field["trueValues"] = json!(["true"]);
        field["falseValues"] = json!(["false"]);
    }
    field
}

//! `theme.toml` to the order of styles and scripts.

use super::files::{ThemeFile, ThemeFiles};
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};
use crate::read::{Fields, Node, Value, parse_toml};

const KEYS: [&str; 4] = ["name", "styles", "scripts", "lazy"];

/// Scripts that pages load only when they need them, in the order in which they run: each is made of the files of a folder `scripts/<name>/`.
pub(super) const LAZY: [&str; 2] = ["search", "search-more"];

/// In which order files count.
pub(super) struct Order {
    /// Names of style sheets, without folder and ending.
    pub(super) styles: Vec<String>,
    /// Names of scripts, without folder and ending.
    pub(super) scripts: Vec<String>,
    /// Names of the files of each lazy script, in the order of [`LAZY`], without folder and ending.
    pub(super) lazy: Vec<Vec<String>>,
}

/// Reads the order; files that it does not name come last, by name, so that a site adds a style sheet by adding a file.
pub(super) fn read_order(files: &ThemeFiles, found: &mut Vec<Diagnostic>) -> Order {
    let built_in = fields(&files.built_in["theme.toml"], &mut Vec::new());
    let own = files.get("theme.toml").filter(|file| file.file.is_some());
    let own = own.map(|file| (file.file, fields(file, found)));
    if let Some((Some(file), fields)) = &own {
        check_keys(*file, fields, &KEYS, found);
        check_keys(*file, lazy(fields).unwrap_or(&Fields::default()), &LAZY, found);
    }
    let own = own.as_ref().and_then(|(file, fields)| Some(((*file)?, fields)));
    let mut read = |own: Option<(FileId, &Fields)>, built_in: &Fields, key: &str, known: Vec<&str>| {
        let mut names = match own {
            Some((file, fields)) if fields.get(key).is_some() => chosen(file, fields, key, &known, found),
            _ => texts(built_in, key).map(|(name, _)| name.to_owned()).collect(),
        };
        for name in known {
            if !names.iter().any(|one| one == name) {
                names.push(name.to_owned());
            }
        }
        names
    };
    let styles = read(own, &built_in, "styles", files.names("styles/", ".css"));
    let scripts = read(own, &built_in, "scripts", files.names("scripts/", ".js"));
    let own = own.and_then(|(file, fields)| Some((file, lazy(fields)?)));
    let nothing = Fields::default();
    let built_in = lazy(&built_in).unwrap_or(&nothing);
    let of_folder = |name: &&str| files.names(&format!("scripts/{name}/"), ".js");
    let lazy = LAZY.iter().map(|name| read(own, built_in, name, of_folder(name))).collect();
    Order { styles, scripts, lazy }
}

/// What `[lazy]` says.
fn lazy(fields: &Fields) -> Option<&Fields> {
    match &fields.get("lazy")?.value {
        Value::Fields(fields) => Some(fields),
        _ => None,
    }
}

fn fields(file: &ThemeFile, found: &mut Vec<Diagnostic>) -> Fields {
    let id = file.file.unwrap_or(FileId(0));
    parse_toml(id, &file.text, 0).into_value(found).unwrap_or_default()
}

fn check_keys(file: FileId, fields: &Fields, known: &[&'static str], found: &mut Vec<Diagnostic>) {
    for (key, _) in &fields.entries {
        if known.contains(&key.text.as_str()) {
            continue;
        }
        let near = nearest(&key.text, known.iter().copied());
        let place = Place::Text(file, key.span);
        found.push(codes::unknown_theme_key.at(place).with("key", &key.text).with_some("near", near));
    }
}

fn chosen(file: FileId, fields: &Fields, key: &str, known: &[&str], found: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut names = Vec::new();
    for (name, node) in texts(fields, key) {
        if known.contains(&name) {
            names.push(name.to_owned());
            continue;
        }
        let near = nearest(name, known.iter().copied());
        let place = Place::Text(file, node.span);
        found.push(codes::missing_theme_part.at(place).with("name", name).with_some("near", near));
    }
    names
}

fn texts<'a>(fields: &'a Fields, key: &str) -> impl Iterator<Item = (&'a str, &'a Node)> {
    let items = match fields.get(key).map(|node| &node.value) {
        Some(Value::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(|node| match &node.value {
        Value::Text(text) => Some((text.as_str(), node)),
        _ => None,
    })
}

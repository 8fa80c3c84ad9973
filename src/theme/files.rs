//! The built-in theme and the site's files to one list of theme files, in which the site's win.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

use super::config::LAZY;
use crate::diag::{Diagnostic, FileId, Place, Span, codes, nearest};
use crate::source::{FileKind, Hash, Sources, decode};

/// The name that a site need not have any file for.
pub(super) const BUILT_IN: &str = "default";

/// Folders of a theme.
const FOLDERS: [&str; 5] = ["icons", "scripts", "styles", "templates", "words"];

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct BuiltIn;

/// One text file of a theme.
#[derive(Clone, Debug)]
pub(super) struct ThemeFile {
    /// Its text.
    pub(super) text: String,
    /// The site's file; `None` for a built-in one.
    pub(super) file: Option<FileId>,
}

/// The files of a theme by their path in it.
pub(super) struct ThemeFiles {
    /// What counts: the site's, else the built-in.
    pub(super) merged: BTreeMap<String, ThemeFile>,
    /// All built-in ones, because the site's templates may extend those that they replace.
    pub(super) built_in: BTreeMap<String, ThemeFile>,
}

/// Collects the files of theme `name`.
pub(super) fn collect(sources: &Sources, name: &str, found: &mut Vec<Diagnostic>) -> ThemeFiles {
    let built_in = built_in();
    let mut merged = built_in.clone();
    let prefix = format!("themes/{name}/");
    let mut is_known = name == BUILT_IN;
    for (id, file) in sources.files() {
        let Some(path) = file.path.strip_prefix(&prefix) else { continue };
        is_known = true;
        if !belongs(path) {
            found.extend(not_used(id, path));
            continue;
        }
        let Ok(bytes) = sources.bytes(id) else {
            found.push(codes::unreadable_theme_file.at(Place::File(id)).with("path", path));
            continue;
        };
        let text = decode(id, &bytes).into_value(found).text.into_owned();
        merged.insert(path.to_owned(), ThemeFile { text, file: Some(id) });
    }
    if !is_known {
        found.push(unknown_theme(sources, name));
    }
    ThemeFiles { merged, built_in }
}

fn built_in() -> BTreeMap<String, ThemeFile> {
    let mut files = BTreeMap::new();
    // What an editor leaves beside the files while a developer works on them is no part of the theme.
    for path in BuiltIn::iter().filter(|path| belongs(path)) {
        let bytes = BuiltIn::get(&path).expect("a name of the list is in the list").data;
        let text = String::from_utf8(bytes.into_owned()).expect("our own files are UTF-8");
        files.insert(path.into_owned(), ThemeFile { text, file: None });
    }
    files
}

/// Whether the file has a place in a theme.
fn belongs(path: &str) -> bool {
    match path.split_once('/') {
        None => path == "theme.toml",
        Some(("templates", _)) => path.ends_with(".html"),
        Some(("styles", name)) => name.ends_with(".css") && !name.contains('/'),
        Some(("scripts", name)) => name.ends_with(".js") && !lazy_file(name).contains('/'),
        Some(("words", name)) => name.ends_with(".toml") && !name.contains('/'),
        Some(("icons", name)) => name.ends_with(".svg") && !name.contains('/'),
        Some(_) => false,
    }
}

/// The name of a script within its folder, where that is one of a lazy script.
fn lazy_file(name: &str) -> &str {
    name.split_once('/').filter(|(folder, _)| LAZY.contains(folder)).map_or(name, |(_, file)| file)
}

/// A finding about a file that has no place, unless it is a note for people.
fn not_used(id: FileId, path: &str) -> Option<Diagnostic> {
    let is_note = [".md", ".txt"].iter().any(|ending| path.to_lowercase().ends_with(ending)) || !path.contains(['.', '/']);
    if is_note {
        return None;
    }
    let folder = path.split('/').next().unwrap_or(path);
    let near = nearest(folder, FOLDERS).filter(|near| *near != folder);
    Some(codes::unused_theme_file.at(Place::File(id)).with("path", path).with_some("near", near))
}

fn unknown_theme(sources: &Sources, name: &str) -> Diagnostic {
    let mut known = vec![BUILT_IN];
    for (_, file) in sources.files() {
        let folder = file.path.strip_prefix("themes/").and_then(|rest| rest.split_once('/'));
        if file.kind == FileKind::Theme
            && let Some((folder, _)) = folder
        {
            known.push(folder);
        }
    }
    let place = sources.find("site.toml").map_or(Place::Project, |file| place_of_theme(sources, file, name));
    codes::unknown_theme.at(place).with("name", name).with_some("near", nearest(name, known))
}

/// Where `site.toml` names the theme: of the settings only the name has come here.
fn place_of_theme(sources: &Sources, file: FileId, name: &str) -> Place {
    let text = sources.text(file);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("theme")
            && let Some(at) = line.find(name)
        {
            return Place::Text(file, Span::new(start + at, start + at + name.len()));
        }
        start += line.len();
    }
    Place::File(file)
}

impl ThemeFiles {
    /// The file at a path of the theme.
    pub(super) fn get(&self, path: &str) -> Option<&ThemeFile> {
        self.merged.get(path)
    }

    /// Names of the files in a folder (but not in folders of it) with an ending, without both, in order.
    pub(super) fn names(&self, folder: &str, ending: &str) -> Vec<&str> {
        let inside = self.merged.keys().filter_map(|path| path.strip_prefix(folder)?.strip_suffix(ending));
        inside.filter(|name| !name.contains('/')).collect()
    }

    /// Hash of all files and the language.
    pub(super) fn hash(&self, language: &str) -> Hash {
        let mut hasher = blake3::Hasher::new();
        for part in [language, env!("CARGO_PKG_VERSION")] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        // Built-in files count even where the site replaces them: its templates may extend them.
        for (path, file) in self.merged.iter().chain(&self.built_in) {
            hasher.update(path.as_bytes()).update(&[0]);
            hasher.update(&(file.text.len() as u64).to_le_bytes()).update(file.text.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

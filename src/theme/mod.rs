//! The files of a theme to one bundle that can draw: templates, one style sheet, scripts, words.
//!
//! The built-in theme is part of the program, and a site's own files below `themes/<name>/` win over it file by file.
//! What a page shows is not known here.

mod assets;
mod config;
mod engine;
mod fault;
mod files;
mod nesting;
mod shorten;
mod words;

#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::sync::Arc;

use tera::{Context, Value};

use self::assets::Assets;
use self::engine::Engine;
use crate::diag::{Diagnostic, Outcome};
use crate::source::{Hash, Sources};

/// Everything that makes pages look as they do, checked and ready.
pub struct Theme {
    engine: Engine,
    words: Value,
    assets: Assets,
    hash: Hash,
}

/// Loads the theme `name` of a site in `language` (`zh-CN`).
///
/// - Codes: T001 to T007 for files and words, T101 to T105 for templates; decoding and TOML have their own.
/// - Result: always a theme that draws; what is broken is replaced by the built-in part.
pub fn load(sources: &Sources, name: &str, language: &str) -> Outcome<Theme> {
    let mut found = Vec::new();
    let files = files::collect(sources, name, &mut found);
    let order = config::read_order(&files, &mut found);
    let words = words::read_words(&files, language, &mut found);
    let engine = engine::compile(&files, &mut found);
    let theme = Theme { engine, words, assets: assets::gather(&files, &order), hash: files.hash(language) };
    Outcome::new(theme, found)
}

impl Theme {
    /// Path of the style sheet from the root of the output.
    pub fn style(&self) -> &str {
        &self.assets.style
    }

    /// Paths of the scripts from the root of the output, in the order in which they run.
    pub fn scripts(&self) -> &[String] {
        &self.assets.scripts
    }

    /// Paths of the scripts that pages load only when somebody searches, in the order in which they run: the first one does without the others.
    pub fn search_scripts(&self) -> &[String] {
        &self.assets.lazy
    }

    /// Path of the window's icon from the root of the output.
    pub fn icon(&self) -> &str {
        &self.assets.icon
    }

    /// The theme's own files of the output: path from the root, and bytes.
    pub fn assets(&self) -> &[(String, Arc<[u8]>)] {
        &self.assets.files
    }

    /// Hash of everything that drawing depends on besides the page.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// All words, as templates see them under the name `w`. Cheap to clone.
    pub fn words(&self) -> Value {
        self.words.clone()
    }

    /// The word at a path such as `section.activities`; the path itself if there is none.
    pub fn word<'a>(&'a self, path: &'a str) -> &'a str {
        self.words.get_from_path(path).and_then(Value::as_str).unwrap_or(path)
    }

    /// All texts of a group, by name, in the order of the file.
    pub fn group(&self, name: &str) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for (key, text) in self.words.get_from_path(name).and_then(Value::as_map).into_iter().flatten() {
            texts.extend(text.as_str().map(|text| (key.to_string(), text.to_owned())));
        }
        texts
    }

    /// The word at a place of the list at a path, such as the third of `date.months`; nothing if there is none.
    pub fn item<'a>(&'a self, path: &'a str, at: usize) -> &'a str {
        let list = self.words.get_from_path(path).and_then(Value::as_array);
        list.and_then(|list| list.get(at)).and_then(Value::as_str).unwrap_or_default()
    }

    /// The word at a path with its holes `{name}` filled.
    pub fn fill(&self, path: &str, values: &[(&str, &dyn Display)]) -> String {
        let mut text = self.word(path).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), &value.to_string());
        }
        text
    }

    /// Draws a template; `page` is the output path that a finding names.
    ///
    /// - Codes: T104 a value that does not exist, T105 too deep, T106 a loop without end, T107 too large, T108 our own fault.
    pub fn render(&self, template: &str, page: &str, context: &Context) -> Result<String, Diagnostic> {
        self.engine.render(template, page, context)
    }
}

//! Templates to a machine that draws them, within limits.
//!
//! Templates get values and nothing to call back with. Limits: what a page may ask of `range`, and how much it may write.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use tera::{Context, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::files::{ThemeFile, ThemeFiles};
use super::{fault, nesting};
use crate::diag::{Diagnostic, FileId, Place, codes};

/// What the names of built-in templates begin with, so that a site's `home.html` may extend `builtin/home.html`.
pub(super) const PREFIX: &str = "builtin/";

/// In bytes. The largest honest page (a matrix of many branches) has a tenth of it.
const OUTPUT_MAX: usize = 16 << 20;

/// Steps of all `range` calls of a page. Other loops run over the page's own values, which end by themselves.
const STEPS_MAX: usize = 200_000;

thread_local! {
    /// What is left of [`STEPS_MAX`]. A template has no other way to know what its page already used.
    static STEPS_LEFT: Cell<usize> = const { Cell::new(0) };
}

/// The machine, and which templates are the site's own.
pub(super) struct Engine {
    tera: Tera,
    own: BTreeMap<String, FileId>,
}

/// Compiles all templates. Broken ones of the site are said and left out, so that the built-in ones draw instead.
pub(super) fn compile(files: &ThemeFiles, found: &mut Vec<Diagnostic>) -> Engine {
    let own = own_templates(files);
    let sound = fault::without_broken(&own, found);
    let places: BTreeMap<_, _> = sound.iter().filter_map(|(name, file)| Some((name.clone(), file.file?))).collect();
    match build(files, &sound) {
        Ok(tera) => match nesting::too_deep(files, &sound) {
            None => return Engine { tera, own: places },
            Some(file) => found.push(too_deep(file)),
        },
        Err(error) => found.extend(fault::explain_load(&error, &places, &sound)),
    }
    let tera = build(files, &BTreeMap::new()).expect("a test compiles the built-in templates");
    Engine { tera, own: BTreeMap::new() }
}

fn too_deep(file: &ThemeFile) -> Diagnostic {
    let file = file.file.expect("own templates have a file");
    codes::template_too_deep.at(Place::File(file))
}

fn own_templates(files: &ThemeFiles) -> BTreeMap<String, &ThemeFile> {
    let mut own = BTreeMap::new();
    for (path, file) in &files.merged {
        if let Some(name) = path.strip_prefix("templates/")
            && file.file.is_some()
        {
            own.insert(name.to_owned(), file);
        }
    }
    own
}

fn build(files: &ThemeFiles, own: &BTreeMap<String, &ThemeFile>) -> TeraResult<Tera> {
    let mut tera = new_tera();
    tera.set_fallback_prefixes([PREFIX])?;
    let mut templates = Vec::new();
    for (path, file) in &files.built_in {
        if let Some(name) = path.strip_prefix("templates/") {
            templates.push((format!("{PREFIX}{name}"), file.text.as_str()));
        }
    }
    for (name, file) in own {
        templates.push((name.clone(), file.text.as_str()));
    }
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// A machine without templates, with the functions and filters of ours.
pub(super) fn new_tera() -> Tera {
    let mut tera = Tera::new();
    tera.register_function("range", range);
    tera.register_filter("fill", fill);
    tera
}

/// The numbers from `start` (or nought) to before `end`, as long as the page has steps left.
fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start: i64 = kwargs.get("start")?.unwrap_or(0);
    let end: i64 = kwargs.must_get("end")?;
    let n_steps = usize::try_from(end.saturating_sub(start)).unwrap_or(0);
    let n_left = STEPS_LEFT.get();
    if n_steps > n_left {
        return Err(tera::Error::message(fault::NO_STEPS_LEFT));
    }
    STEPS_LEFT.set(n_left - n_steps);
    Ok((start..end).collect())
}

/// A word with its holes `{name}` filled: `w.list.total | fill(n=3)`. A hole without a value stays as it is.
fn fill(word: StringInput, kwargs: Kwargs, _: &State) -> Value {
    let mut rest = word.as_str();
    let mut text = String::with_capacity(rest.len() + 32);
    while let Some(open) = rest.find('{') {
        let Some(len) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + len];
        text.push_str(&rest[..open]);
        match kwargs.iter().find(|(key, _)| key.as_str() == Some(name)) {
            Some((_, value)) => text.push_str(&value.to_string()),
            None => text.push_str(&rest[open..=open + len]),
        }
        rest = &rest[open + len + 1..];
    }
    text.push_str(rest);
    Value::from(text)
}

impl Engine {
    /// Draws a template for the page at an output path.
    pub(super) fn render(&self, template: &str, page: &str, context: &Context) -> Result<String, Diagnostic> {
        STEPS_LEFT.set(STEPS_MAX);
        let mut output = Capped(Vec::with_capacity(32 << 10));
        match self.tera.render_to(template, context, &mut output) {
            Ok(()) => Ok(String::from_utf8(output.0).expect("templates and values are UTF-8")),
            Err(error) => Err(fault::explain_render(&error, &self.own, template, page)),
        }
    }
}

/// A buffer that refuses to grow without end.
struct Capped(Vec<u8>);

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > OUTPUT_MAX {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

//! `data/waivers.toml` to the answers that somebody gave: what looked doubtful, was looked at, and may be published.
//!
//! A waiver is for one passage: the lines of a source in which a hit stands, or the whole of a file that cannot be read. It holds a
//! code of the passage, never the passage, and ends when that changes.

use jiff::civil::Date;

use crate::diag::{Diagnostic, Outcome, Place, codes, nearest};
use crate::model::form::Form;
use crate::read::parse_toml;
use crate::source::{Sources, decode};

use super::hit::HitKind;

/// Where waivers are kept.
pub const WAIVERS_PATH: &str = "data/waivers.toml";

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The source, from the root; where there is none, the file of the output.
    pub file: String,
    /// [`HitKind::name`].
    pub kind: String,
    /// Code of the passage.
    pub passage: String,
    /// Why it may be published.
    pub reason: String,
    /// The post of whoever approved it.
    pub by: String,
    /// When.
    pub date: Date,
    /// Where it is written.
    pub place: Place,
}

/// Reads the waivers of a site; without the file there are none.
///
/// - Codes: G202 unknown kind, M101–M110 fields, those of `parse_toml`.
pub fn waivers(sources: &Sources) -> Outcome<Vec<Waiver>> {
    let mut found = Vec::new();
    let mut waivers = Vec::new();
    let Some(file) = sources.find(WAIVERS_PATH) else { return Outcome::new(waivers, found) };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(&mut found).text;
    if let Some(fields) = parse_toml(file, &text, 0).into_value(&mut found) {
        let mut form = Form::of_file(file, &fields);
        for mut one in form.tables("waiver") {
            waivers.extend(waiver(&mut one));
            one.finish_into(&mut found);
        }
        form.finish_into(&mut found);
    }
    Outcome::new(waivers, found)
}

fn waiver(form: &mut Form<'_>) -> Option<Waiver> {
    let (file, kind, passage) = (form.required_text("file"), form.required_text("kind"), form.required_text("passage"));
    let (reason, by, date) = (form.required_text("reason"), form.required_text("by"), form.required_date("date"));
    if !kind.is_empty() && !HitKind::names().any(|known| known == kind) {
        form.found.push(unknown_kind(form, &kind));
        return None;
    }
    Some(Waiver { file, kind, passage, reason, by, date: date?, place: form.own_place() })
}

fn unknown_kind(form: &Form<'_>, kind: &str) -> Diagnostic {
    let diagnostic = codes::waiver_of_unknown_kind.at(form.place_of("kind")).with("kind", kind);
    diagnostic.with_some("nearest", nearest(kind, HitKind::names()))
}

//! Small sites for the tests of this room.

use std::sync::Arc;

use crate::diag::FileId;
use crate::model::{self, Model, Options};
use crate::read::{Parsed, parse_toml, read_note};
use crate::source::{FileKind, Sources};

/// The day on which tests take place.
pub(crate) const AS_OF: jiff::civil::Date = jiff::civil::date(2026, 3, 31);

const SITE: (&str, &str) = ("site.toml", "[site]\ntitle = \"Yuandi\"\norg = \"College\"\n");

/// The sources of a site that consists of these files and a `site.toml`.
pub(crate) fn sources(files: &[(&str, &str)]) -> Sources {
    let has_site = files.iter().any(|(path, _)| *path == SITE.0);
    let files = files.iter().chain(if has_site { None } else { Some(&SITE) });
    Sources::from_memory(files.map(|(path, text)| (*path, text.as_bytes())), AS_OF)
}

/// The model of a site that consists of these files and a `site.toml`.
pub(crate) fn model(files: &[(&str, &str)]) -> Model {
    model_of(&sources(files))
}

/// The model of sources.
pub(crate) fn model_of(sources: &Sources) -> Model {
    let mut parsed = Parsed::default();
    for (file, source) in sources.files() {
        let bytes = sources.bytes(file).expect("it is in memory");
        match source.kind {
            FileKind::Site => parsed.site = toml(file, &bytes),
            FileKind::Note => parsed.notes.push(Arc::new(read_note(file, &bytes).value)),
            _ => {}
        }
    }
    let preparation = model::prepare(sources, parsed.site.as_ref()).value;
    let plan = &preparation.tables;
    let parts =
        plan.files.iter().map(|planned| Arc::new(plan.read_part(sources, planned, &preparation.vocabulary).value)).collect();
    model::build(sources, &parsed, preparation, parts, &Options::default()).value
}

fn toml(file: FileId, bytes: &[u8]) -> Option<crate::read::Fields> {
    parse_toml(file, &String::from_utf8_lossy(bytes), 0).value
}

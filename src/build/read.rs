//! The snapshot's files to their syntax values, each file alone and so in parallel.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes};
use crate::media::{self, Subject};
use crate::model::table::Part;
use crate::model::{self, Preparation};
use crate::read::image::{Picture, Svg, is_picture_name, read_svg};
use crate::read::{Fields, ImageLimits, Note, Parsed, parse_toml, read_note};
use crate::source::{FileKind, Hash, Sources, decode};

use super::{Memo, Progress, Stage, threads};

/// Everything that was read.
pub(super) struct Read {
    pub(super) parsed: Parsed,
    pub(super) preparation: Preparation,
    /// One for each table file of the preparation.
    pub(super) parts: Vec<Arc<Part>>,
}

/// What one file gave.
enum One {
    Note((FileId, Hash), Arc<Outcome<Arc<Note>>>),
    Part(usize, Outcome<Part>),
    Picture(FileId, Outcome<Option<Picture>>),
    Drawing(FileId, Outcome<Option<Svg>>),
    Nothing,
}

/// Reads all files. Texts that the memo knows are not read again.
pub(super) fn read_all(sources: &Sources, memo: &mut Memo, progress: &dyn Progress, found: &mut Vec<Diagnostic>) -> Read {
    let site = read_site(sources, found);
    let preparation = model::prepare(sources, site.as_ref()).into_value(found);
    let default = ImageLimits::default();
    let max_px = model::early_limit(site.as_ref(), "images", "max_px").and_then(|px| u32::try_from(px).ok());
    let limits = ImageLimits { max_px: max_px.unwrap_or(default.max_px), ..default };
    let desk = Desk { sources, memo, preparation: &preparation, limits };
    let files: Vec<FileId> = sources.files().map(|(id, _)| id).collect();
    let ones = threads::each(progress, Stage::Read, &files, |file| desk.read_one(*file));
    let mut parsed = Parsed { site, ..Parsed::default() };
    let mut parts = BTreeMap::new();
    let mut notes = Vec::new();
    for one in ones {
        match one {
            One::Note(key, outcome) => {
                found.extend(outcome.found.iter().cloned());
                parsed.notes.push(outcome.value.clone());
                notes.push((key, outcome));
            }
            One::Part(position, outcome) => {
                parts.insert(position, Arc::new(outcome.into_value(found)));
            }
            One::Picture(file, outcome) => {
                parsed.pictures.extend(outcome.value.map(|picture| (file, picture)));
                parsed.picture_findings.insert(file, outcome.found);
            }
            One::Drawing(file, outcome) => {
                parsed.drawings.extend(outcome.value.map(|drawing| (file, Arc::new(drawing))));
                parsed.picture_findings.insert(file, outcome.found);
            }
            One::Nothing => {}
        }
    }
    memo.keep(notes);
    Read { parsed, preparation, parts: parts.into_values().collect() }
}

fn read_site(sources: &Sources, found: &mut Vec<Diagnostic>) -> Option<Fields> {
    let file = sources.find("site.toml")?;
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(found).text;
    parse_toml(file, &text, 0).into_value(found)
}

/// What reading a file needs beside the file.
struct Desk<'a> {
    sources: &'a Sources,
    memo: &'a Memo,
    preparation: &'a Preparation,
    limits: ImageLimits,
}

impl Desk<'_> {
    fn read_one(&self, file: FileId) -> One {
        let source = self.sources.file(file);
        match source.kind {
            FileKind::Note => self.read_note((file, source.hash)),
            FileKind::Data => self.read_part(file),
            FileKind::Asset if source.path.to_lowercase().ends_with(".svg") => {
                One::Drawing(file, read_drawing(self.sources, file))
            }
            FileKind::Asset if is_picture_name(&source.path) => {
                let subject = Subject { file, name: &source.path, hash: &source.hash };
                let looked = media::look(&self.memo.cache, subject, self.limits, || self.sources.bytes(file));
                One::Picture(file, looked.unwrap_or_else(|error| unreadable(self.sources, file, &error)))
            }
            FileKind::Asset | FileKind::Site | FileKind::Theme => One::Nothing,
        }
    }

    fn read_note(&self, key: (FileId, Hash)) -> One {
        if let Some(known) = self.memo.notes.get(&key) {
            return One::Note(key, known.clone());
        }
        let bytes = self.sources.bytes(key.0).unwrap_or_default();
        let outcome = read_note(key.0, &bytes);
        One::Note(key, Arc::new(Outcome::new(Arc::new(outcome.value), outcome.found)))
    }

    fn read_part(&self, file: FileId) -> One {
        let Preparation { vocabulary, tables } = self.preparation;
        match tables.files.iter().position(|planned| planned.file == file) {
            Some(position) => One::Part(position, tables.read_part(self.sources, &tables.files[position], vocabulary)),
            None => One::Nothing,
        }
    }
}

fn read_drawing(sources: &Sources, file: FileId) -> Outcome<Option<Svg>> {
    match sources.bytes(file) {
        Ok(bytes) => read_svg(file, &bytes),
        Err(error) => unreadable(sources, file, &error),
    }
}

fn unreadable<T>(sources: &Sources, file: FileId, error: &std::io::Error) -> Outcome<Option<T>> {
    let diagnostic = codes::unreadable_file.at(Place::File(file)).with("path", &sources.file(file).path).with("why", error);
    Outcome::new(None, vec![diagnostic])
}

//! The snapshot's files to their syntax values, each file alone and so in parallel.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes};
use crate::media::{self, Subject};
use crate::model::Model;
use crate::read::image::{Picture, Svg, is_picture_name, read_svg};
use crate::read::{Fields, ImageLimits, Note, Parsed, parse_toml, read_note};
use crate::source::{FileKind, Sources, decode};

use super::{Memo, Progress, Stage, threads};

/// Everything that was read, and what was found wrong with pictures: that is told only of those that are used.
pub(super) struct Read {
    pub(super) parsed: Parsed,
    pictures: BTreeMap<FileId, Vec<Diagnostic>>,
}

/// What one file gave.
enum One {
    Note((FileId, crate::source::Hash), Arc<Outcome<Arc<Note>>>),
    Site(Outcome<Option<Fields>>),
    Picture(FileId, Outcome<Option<Picture>>),
    Drawing(FileId, Outcome<Option<Svg>>),
    Nothing,
}

/// Reads all files. Texts that the memo knows are not read again.
pub(super) fn read_all(sources: &Sources, memo: &mut Memo, progress: &dyn Progress, found: &mut Vec<Diagnostic>) -> Read {
    let files: Vec<FileId> = sources.files().map(|(id, _)| id).collect();
    let known: &Memo = memo;
    let limits = image_limits(sources);
    let ones = threads::each(progress, Stage::Read, &files, |file| read_one(sources, known, limits, *file));
    let mut read = Read { parsed: Parsed::default(), pictures: BTreeMap::new() };
    let mut notes = Vec::new();
    for one in ones {
        match one {
            One::Note(key, outcome) => {
                found.extend(outcome.found.iter().cloned());
                read.parsed.notes.push(outcome.value.clone());
                notes.push((key, outcome));
            }
            One::Site(outcome) => read.parsed.site = outcome.into_value(found),
            One::Picture(file, outcome) => {
                read.parsed.pictures.extend(outcome.value.map(|picture| (file, picture)));
                read.pictures.insert(file, outcome.found);
            }
            One::Drawing(file, outcome) => {
                read.parsed.drawings.extend(outcome.value.map(|drawing| (file, Arc::new(drawing))));
                read.pictures.insert(file, outcome.found);
            }
            One::Nothing => {}
        }
    }
    memo.keep(notes);
    read
}

fn read_one(sources: &Sources, memo: &Memo, limits: ImageLimits, file: FileId) -> One {
    let source = sources.file(file);
    match source.kind {
        FileKind::Note => {
            let key = (file, source.hash);
            if let Some(known) = memo.notes.get(&key) {
                return One::Note(key, known.clone());
            }
            let bytes = sources.bytes(file).unwrap_or_default();
            let outcome = read_note(file, &bytes);
            One::Note(key, Arc::new(Outcome::new(Arc::new(outcome.value), outcome.found)))
        }
        FileKind::Site => {
            let mut found = Vec::new();
            let bytes = sources.bytes(file).unwrap_or_default();
            let text = decode(file, &bytes).into_value(&mut found).text;
            let fields = parse_toml(file, &text, 0).into_value(&mut found);
            One::Site(Outcome::new(fields, found))
        }
        FileKind::Asset if source.path.to_lowercase().ends_with(".svg") => One::Drawing(file, read_drawing(sources, file)),
        FileKind::Asset if is_picture_name(&source.path) => {
            let subject = Subject { file, name: &source.path, hash: &source.hash };
            let looked = media::look(&memo.cache, subject, limits, || sources.bytes(file));
            One::Picture(file, looked.unwrap_or_else(|error| unreadable(sources, file, &error)))
        }
        FileKind::Asset | FileKind::Data | FileKind::Theme => One::Nothing,
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

/// `[images] max_px` is needed before settings are judged; a mistake in it is reported there, and the default holds here.
fn image_limits(sources: &Sources) -> ImageLimits {
    let default = ImageLimits::default();
    let max_px = || -> Option<u32> {
        let file = sources.find("site.toml")?;
        let bytes = sources.bytes(file).ok()?;
        let fields = parse_toml(file, &decode(file, &bytes).value.text, 0).value?;
        let crate::read::Value::Fields(images) = &fields.get("images")?.value else { return None };
        let crate::read::Value::Integer(max_px) = images.get("max_px")?.value else { return None };
        u32::try_from(max_px).ok().filter(|max_px| *max_px > 0)
    };
    ImageLimits { max_px: max_px().unwrap_or(default.max_px), ..default }
}

/// Tells what is wrong with the pictures that pages use; a broken picture that nobody uses harms nobody.
pub(super) fn report_used_pictures(read: &Read, model: &Model, found: &mut Vec<Diagnostic>) {
    for (file, findings) in &read.pictures {
        if model.used_files.contains(file) {
            found.extend(findings.iter().cloned());
        }
    }
}

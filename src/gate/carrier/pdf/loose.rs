//! What a PDF file says beside its pages: properties, notes, fields, outlines, scripts, and files that are packed in it.
//!
//! Every object is looked at for strings, whatever it is for, so that nothing depends on how a writer links them.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use hayro_syntax::Pdf;
use hayro_syntax::object::String as Text;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};

use super::super::budget::Budget;
use super::super::{APART, Inside, Part, Piece, Spot, Take, Unreadable, read_part};
use super::{key, stream};

/// Arrays and dictionaries in each other.
const MAX_DEPTH: u32 = 16;
/// Keys whose strings are numbers of machines: check sums and keys of a lock.
const MACHINE: [&str; 8] = ["ID", "O", "U", "OE", "UE", "Perms", "CheckSum", "Cert"];
/// Keys whose text may be a stream.
const TEXTS: [&str; 3] = ["JS", "RV", "XFA"];

/// Reads it.
pub(super) fn read(pdf: &Pdf, inside: &Inside, budget: &mut Budget, take: &mut dyn Take) {
    let mut walk = Walk { pdf, inside, budget, take, text: String::new(), files: BTreeMap::new(), read: BTreeSet::new() };
    let mut streams = Vec::new();
    for object in pdf.objects() {
        if walk.budget.is_spent() {
            return;
        }
        match object {
            Object::Stream(stream) => {
                walk.dict(stream.dict(), 0);
                streams.push(stream.obj_id());
            }
            Object::Dict(dict) if is_info(&dict) => walk.info(&dict),
            other => walk.value("", &other, 0),
        }
        walk.give(Spot::Whole);
    }
    for (id, name) in std::mem::take(&mut walk.files) {
        walk.file(ObjectIdentifier::new(id.0, id.1), &name);
    }
    for id in streams {
        walk.stream(id);
    }
}

/// Whether it holds the properties of the file.
fn is_info(dict: &Dict<'_>) -> bool {
    !dict.contains_key("Type")
        && ["Producer", "Creator", "Author", "CreationDate", "ModDate"].iter().any(|name| dict.contains_key(name))
}

struct Walk<'w> {
    pdf: &'w Pdf,
    inside: &'w Inside,
    budget: &'w mut Budget,
    take: &'w mut dyn Take,
    text: String,
    /// Files in the file, by the streams that hold them, with their names.
    files: BTreeMap<(u32, i32), String>,
    read: BTreeSet<(u32, i32)>,
}

impl Walk<'_> {
    fn give(&mut self, spot: Spot) {
        if !self.text.is_empty() {
            let inside = Inside { spot, ..self.inside.clone() };
            self.take.piece(Piece { text: &self.text, headings: &[], inside: &inside });
            self.text.clear();
        }
    }

    fn info(&mut self, dict: &Dict<'_>) {
        for (name, value) in dict.entries() {
            if let Some(text) = dict.get::<Text<'_>>(&*name) {
                self.text.push_str(&decode(&text));
                self.give(Spot::Property(name.as_str().to_owned()));
            } else if let MaybeRef::NotRef(value) = value {
                self.value(name.as_str(), &value, 0);
            }
        }
    }

    fn value(&mut self, name: &str, value: &Object<'_>, depth: u32) {
        match value {
            _ if depth > MAX_DEPTH || MACHINE.contains(&name) => {}
            Object::String(text) => {
                self.text.push_str(&decode(text));
                self.text.push(APART);
            }
            Object::Dict(dict) => self.dict(dict, depth),
            Object::Array(array) => self.array(name, array, depth),
            _ => {}
        }
    }

    fn array(&mut self, name: &str, array: &Array<'_>, depth: u32) {
        for item in array.raw_iter() {
            match item {
                MaybeRef::NotRef(item) => self.value(name, &item, depth + 1),
                MaybeRef::Ref(id) if TEXTS.contains(&name) => self.script(id.into()),
                MaybeRef::Ref(_) => {}
            }
        }
    }

    fn dict(&mut self, dict: &Dict<'_>, depth: u32) {
        let is_signature = dict.get::<Name<'_>>("Type").is_some_and(|name| name.as_ref() == b"Sig");
        for (name, value) in dict.entries() {
            match value {
                // A signature in bytes.
                _ if is_signature && name.as_str() == "Contents" => {}
                MaybeRef::NotRef(value) => self.value(name.as_str(), &value, depth + 1),
                MaybeRef::Ref(id) if TEXTS.contains(&name.as_str()) => self.script(id.into()),
                MaybeRef::Ref(_) => {}
            }
        }
        if let Some(files) = dict.get::<Dict<'_>>("EF") {
            let name = dict.get::<Text<'_>>("UF").or_else(|| dict.get::<Text<'_>>("F"));
            let name = name.map(|name| decode(&name)).unwrap_or_default();
            for (at, _) in files.entries() {
                if let Some(id) = files.get_ref(&*at) {
                    self.files.insert(key(id.into()), name.clone());
                }
            }
        }
    }

    /// A text that stands in a stream.
    fn script(&mut self, id: ObjectIdentifier) {
        self.file(id, "");
    }

    /// A file in the file.
    fn file(&mut self, id: ObjectIdentifier, name: &str) {
        if let Some(stream) = self.pdf.xref().get::<Stream<'_>>(id)
            && self.read.insert(key(id))
        {
            self.unpack(&stream, name);
        }
    }

    fn unpack(&mut self, stream: &Stream<'_>, name: &str) {
        let mut inside = Inside { spot: Spot::Whole, ..self.inside.clone() };
        if !name.is_empty() {
            inside.parts.push(name.to_owned());
        }
        match stream::content(stream, self.budget) {
            Ok(bytes) => {
                read_part(&Part { name, bytes: &bytes, inside: &inside }, self.budget, self.take);
                self.budget.release(bytes.len() as u64);
            }
            Err(_) if self.budget.is_spent() => {}
            Err(_) => self.take.unreadable(&inside, Unreadable::Broken),
        }
    }

    /// A stream that says itself that it is a text or a file.
    fn stream(&mut self, id: ObjectIdentifier) {
        let Some(stream) = self.pdf.xref().get::<Stream<'_>>(id) else { return };
        let kind = stream.dict().get::<Name<'_>>("Type");
        match kind.as_ref().map(|kind| kind.as_ref()) {
            Some(b"EmbeddedFile") => self.file(id, "attachment"),
            Some(b"Metadata") => self.file(id, "metadata.xml"),
            _ => {}
        }
    }
}

/// A string as writers of PDF encode it: with a mark, or in whatever their system uses.
pub(super) fn decode(text: &Text<'_>) -> String {
    let bytes = text.as_bytes();
    match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => GB18030.decode_without_bom_handling(bytes).0.into_owned(),
        },
    }
}

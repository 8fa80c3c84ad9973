//! Documents that are zip archives (docx, xlsx, pptx, odt, ods, odp, …) to their texts, part by part.
//!
//! Every part is read, also those that no program shows: what was deleted, hidden or is no longer used is still published.
//!
//! Pictures in a document are not asked about one by one, as nearly every document has some. A document with pictures and hardly
//! any text is a scan or a photo of a table, and is noted as a picture. What a picture says about itself is read as text.

mod flow;
mod properties;
mod reader;
mod sheet;
mod strings;
mod workbook;

use self::flow::Flow;
use super::budget::Budget;
use super::zip::Archive;
use super::{Inside, Piece, Spot, Take, Unreadable};

/// In characters: a document with less text than this and with a picture is the picture.
const HARDLY_ANY: usize = 200;

/// What names say no more about a part than that nobody reads it: fonts, shapes, styles and settings of printers.
const SILENT: [&str; 7] = [".odttf", ".fntdata", ".ttf", "theme1.xml", "fontTable.xml", "Thumbnails/", "printerSettings"];

/// Reads the document that an archive is; `None` if it is no document.
pub(super) fn read(archive: &mut Archive<'_>, budget: &mut Budget, take: &mut dyn Take) -> Option<()> {
    let is_ooxml = archive.find("[Content_Types].xml").is_some();
    let is_odf = archive.find("META-INF/manifest.xml").is_some() && archive.find("content.xml").is_some();
    if !is_ooxml && !is_odf {
        return None;
    }
    let mut witness = Witness { take, n_chars: 0, n_pictures: 0 };
    // Those that need each other come first: sheets want their names and the strings they share.
    let done = if is_ooxml { workbook::read(archive, budget, &mut witness) } else { Vec::new() };
    for idx in 0..archive.names.len() {
        if !done.contains(&idx) && !budget.is_spent() {
            read_part(archive, idx, budget, &mut witness);
        }
    }
    if witness.n_pictures > 0 && witness.n_chars < HARDLY_ANY {
        witness.take.unreadable(archive.whole(), Unreadable::Picture);
    }
    Some(())
}

fn read_part(archive: &mut Archive<'_>, idx: usize, budget: &mut Budget, take: &mut dyn Take) {
    let name = archive.names[idx].clone();
    let inside = Inside { spot: Spot::FileName, ..archive.inside(idx) };
    take.piece(Piece { text: &name, headings: &[], inside: &inside });
    let is_silent = SILENT.iter().any(|sign| name.contains(sign)) || name.ends_with('/') || name == "mimetype";
    let is_own = name.starts_with("customXml/") || !(name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml"));
    match () {
        () if is_silent => {}
        () if name.starts_with("docProps/") && name.ends_with(".xml") || name == "meta.xml" => {
            let result = properties::read(archive, idx, budget, take);
            tell(result, &archive.inside(idx), budget, take);
        }
        // Somebody else's format, or one that has its own reader: pictures, embedded files, XML of other programs.
        () if is_own => archive.read_entry(idx, budget, take),
        () => read_flow(archive, idx, budget, take),
    }
}

fn read_flow(archive: &mut Archive<'_>, idx: usize, budget: &mut Budget, take: &mut dyn Take) {
    let inside = archive.inside(idx);
    let result = match archive.stream(idx, budget) {
        Ok(source) => Flow::new(&inside, take).read(source),
        Err(why) => Err(why),
    };
    tell(result, &inside, budget, take);
}

/// Notes why a part could not be read; that a limit was passed is told once, for the published file.
fn tell(result: Result<(), Unreadable>, inside: &Inside, budget: &Budget, take: &mut dyn Take) {
    if let Err(why) = result
        && !budget.is_spent()
    {
        take.unreadable(inside, why);
    }
}

/// Hands on what a document holds, and keeps in mind how much text and how many pictures that is.
struct Witness<'t> {
    take: &'t mut dyn Take,
    n_chars: usize,
    n_pictures: usize,
}

impl Take for Witness<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        if !matches!(piece.inside.spot, Spot::FileName | Spot::Property(_)) {
            self.n_chars += piece.text.chars().filter(|character| character.is_alphanumeric()).count();
        }
        self.take.piece(piece);
    }

    fn unreadable(&mut self, inside: &Inside, why: Unreadable) {
        match why {
            Unreadable::Picture => self.n_pictures += 1,
            _ => self.take.unreadable(inside, why),
        }
    }

    fn metadata(&mut self, inside: &Inside, name: &str) {
        self.take.metadata(inside, name);
    }
}

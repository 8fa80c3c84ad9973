//! The properties of a document (who made it, where, when) to one piece for each.

use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::Event;

use super::super::budget::{Budget, Unpack};
use super::super::zip::Archive;
use super::super::{Heading, Inside, Piece, Spot, Take, Unreadable};
use super::reader::{Xml, attribute, resolve};

/// Reads the properties in a part.
pub(super) fn read(archive: &mut Archive<'_>, idx: usize, budget: &mut Budget, take: &mut dyn Take) -> Result<(), Unreadable> {
    let inside = archive.inside(idx);
    read_all(archive.stream(idx, budget)?, &inside, take)
}

fn read_all<R: Read>(source: Unpack<'_, R>, inside: &Inside, take: &mut dyn Take) -> Result<(), Unreadable> {
    let mut xml = Xml::new(source);
    let mut name = String::new();
    // Set by an element that has its name in an attribute, as properties have that people made up.
    let mut given = None;
    let mut text = String::new();
    loop {
        match xml.next()? {
            Event::Start(start) => {
                let own = attribute(&start, "name").or_else(|| given.clone());
                if ["property", "user-defined"].contains(&start.local_name().as_ref()) {
                    given = attribute(&start, "name");
                }
                name = own.unwrap_or_else(|| start.name().as_ref().to_owned());
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(reference) => text.push_str(&resolve(&reference)),
            Event::End(end) => {
                give(&name, &text, inside, take);
                text.clear();
                if ["property", "user-defined"].contains(&end.local_name().as_ref()) {
                    given = None;
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn give(name: &str, text: &str, inside: &Inside, take: &mut dyn Take) {
    if text.trim().is_empty() {
        return;
    }
    let inside = Inside { spot: Spot::Property(name.to_owned()), ..inside.clone() };
    take.piece(Piece { text, headings: &[Heading::new(name)], inside: &inside });
}

//! A workbook to its sheets: which part is which sheet, what it is called, and which numbers are days.

use std::collections::BTreeMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::super::budget::Budget;
use super::super::zip::Archive;
use super::super::{Take, Unreadable};
use super::reader::{Xml, attribute};
use super::sheet::{Formats, Sheet};
use super::strings::Strings;
use super::tell;

/// Where the list of sheets is.
const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
/// Numbers of the formats that show a day, in all and in Chinese versions.
const DAYS: [u32; 4] = [14, 15, 16, 17];

/// Reads the sheets of a workbook, and gives the parts that are done with; none if it is no workbook.
pub(super) fn read(archive: &mut Archive<'_>, budget: &mut Budget, take: &mut dyn Take) -> Vec<usize> {
    let sheets: Vec<usize> = (0..archive.names.len())
        .filter(|idx| archive.names[*idx].starts_with("xl/worksheets/") && archive.names[*idx].ends_with(".xml"))
        .collect();
    if sheets.is_empty() {
        return Vec::new();
    }
    let titles = titles(archive, budget);
    let formats = formats(archive, budget);
    let mut strings = Strings::default();
    let at = archive.find(STRINGS);
    if let Some(idx) = at {
        let result = match archive.stream(idx, budget) {
            Ok(source) => strings.read(source),
            Err(why) => Err(why),
        };
        tell(result, &archive.inside(idx), budget, take);
    }
    let n_held = strings.n_bytes();
    if !budget.hold(n_held) {
        return sheets;
    }
    for idx in &sheets {
        let title = titles.get(&archive.names[*idx]).cloned().unwrap_or_else(|| short(&archive.names[*idx]));
        let inside = archive.inside(*idx);
        // The sheet says where it is in words that people know; the part's name says them nothing.
        let whole = archive.whole();
        let result = match archive.stream(*idx, budget) {
            Ok(source) => Sheet::new(&title, whole, &inside, &formats, &mut strings, take).read(source),
            Err(why) => Err(why),
        };
        tell(result, &inside, budget, take);
    }
    let mut done = sheets;
    if let Some(idx) = at {
        strings.give_unused(&archive.inside(idx), take);
        done.push(idx);
    }
    budget.release(n_held);
    done
}

fn short(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.trim_end_matches(".xml").to_owned()
}

/// Titles of the sheets by the names of their parts; faults are told when the parts are read for their texts.
fn titles(archive: &mut Archive<'_>, budget: &mut Budget) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    let _ = each(archive, RELATIONS, budget, |start| {
        if let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target")) {
            let target = target.trim_start_matches('/').trim_start_matches("xl/");
            targets.insert(id, format!("xl/{target}"));
        }
    });
    let mut titles = BTreeMap::new();
    let _ = each(archive, BOOK, budget, |start| {
        if start.local_name().as_ref() == "sheet"
            && let (Some(title), Some(id)) = (attribute(start, "name"), relation(start))
            && let Some(target) = targets.get(&id)
        {
            titles.insert(target.clone(), title);
        }
    });
    titles
}

/// The id of a relation, whose prefix is anything.
fn relation(start: &BytesStart<'_>) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == "id" && attribute.key.as_ref().contains(':'))?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn formats(archive: &mut Archive<'_>, budget: &mut Budget) -> Formats {
    let mut own = BTreeMap::new();
    let mut formats = Formats::default();
    let _ = each(archive, BOOK, budget, |start| {
        let is_1904 = attribute(start, "date1904").is_some_and(|value| value == "1" || value == "true");
        formats.is_1904 |= start.local_name().as_ref() == "workbookPr" && is_1904;
    });
    // Only formats of cells count: `cellStyleXfs`, which stands before them, has the same elements.
    let mut is_inside = false;
    let _ = each(archive, STYLES, budget, |start| match start.local_name().as_ref() {
        "numFmt" => {
            if let (Some(id), Some(code)) = (number(start, "numFmtId"), attribute(start, "formatCode")) {
                own.insert(id, shows_day(&code));
            }
        }
        "cellXfs" => is_inside = true,
        "cellStyles" | "cellStyleXfs" => is_inside = false,
        "xf" if is_inside => {
            let id = number(start, "numFmtId").unwrap_or_default();
            let is_day =
                own.get(&id).copied().unwrap_or(DAYS.contains(&id) || (27..=36).contains(&id) || (50..=58).contains(&id));
            formats.is_day.push(is_day || id == 22);
        }
        _ => {}
    });
    formats
}

fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.parse().ok()
}

/// Whether a format of the author's own shows a day: it has a year, outside of what it shows as it is.
fn shows_day(code: &str) -> bool {
    let shown: String = code.split('"').step_by(2).collect();
    shown.to_ascii_lowercase().contains('y')
}

/// Shows every start of an element of a part.
fn each(
    archive: &mut Archive<'_>,
    name: &str,
    budget: &mut Budget,
    mut show: impl FnMut(&BytesStart<'_>),
) -> Result<(), Unreadable> {
    let Some(idx) = archive.find(name) else { return Ok(()) };
    let mut xml = Xml::new(archive.stream(idx, budget)?);
    loop {
        match xml.next()? {
            Event::Start(start) | Event::Empty(start) => show(&start),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

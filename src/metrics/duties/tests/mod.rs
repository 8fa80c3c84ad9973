//! Small sites with matrices that are worked out by hand.

mod matrix;
mod watch;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Duties, compute};
use crate::diag::Outcome;
use crate::metrics::DutyState;
use crate::model::{self, Model, prepare};
use crate::read::{ImageLimits, Parsed, parse_toml, read_image, read_note};
use crate::source::{FileKind, Sources, decode};

const SITE: &str = "[site]\ntitle = \"园地\"\norg = \"示例学院党总支\"\n\
    [[column]]\nid = \"tech_news\"\ntitle = \"科技动态\"\ncadence_days = 31\n";

/// A has everything; B is younger and has neither committee nor groups.
const BRANCHES: &str = "id,name,has_committee,has_groups,founded_on\na,甲支部,是,是,2010-01-01\nb,乙支部,否,否,2026-02-10\n";

/// A picture of one pixel.
const PIXEL: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

/// The sources and the model of a small site; a file given here takes the place of a common one.
fn site(files: &[(&str, &str)], as_of: &str) -> (Sources, Model) {
    let mut all: BTreeMap<&str, &[u8]> = [("site.toml", SITE.as_bytes()), ("data/branches.csv", BRANCHES.as_bytes())].into();
    for (path, text) in files {
        all.insert(path, if *text == "PIXEL" { PIXEL } else { text.as_bytes() });
    }
    let as_of: Date = as_of.parse().expect("a day");
    let sources = Sources::from_memory(all, as_of);
    let mut found = Vec::new();
    let mut parsed = Parsed::default();
    for (id, file) in sources.files() {
        let bytes = sources.bytes(id).expect("files in memory can be read");
        match file.kind {
            FileKind::Note => parsed.notes.push(Arc::new(read_note(id, &bytes).into_value(&mut found))),
            FileKind::Site => {
                let text = decode(id, &bytes).into_value(&mut found).text;
                parsed.site = parse_toml(id, &text, 0).into_value(&mut found);
            }
            FileKind::Asset => {
                let image = read_image(id, &file.path, &bytes, ImageLimits::default()).into_value(&mut found);
                parsed.pictures.extend(image.map(|picture| (id, picture)));
            }
            _ => {}
        }
    }
    let preparation = prepare(&sources, parsed.site.as_ref()).into_value(&mut found);
    let mut parts = Vec::new();
    for planned in &preparation.tables.files {
        let part = preparation.tables.read_part(&sources, planned, &preparation.vocabulary);
        parts.push(Arc::new(part.into_value(&mut found)));
    }
    let model = model::build(&sources, &parsed, preparation, parts, &model::Options::default()).into_value(&mut found);
    found.retain(|one| one.severity == crate::diag::Severity::Error);
    assert!(found.is_empty(), "{:?}", found.iter().map(|one| (one.code.id, one.message().en)).collect::<Vec<_>>());
    (sources, model)
}

fn judge(files: &[(&str, &str)], as_of: &str) -> (Model, Outcome<Duties>) {
    let (sources, model) = site(files, as_of);
    let duties = compute(&sources, &model);
    (model, duties)
}

/// An activity of a kind, held on a day by branches.
fn held(kind: &str, day: &str, branches: &str, more: &str) -> String {
    format!(
        "+++\ntitle = \"一次活动\"\ndate = {day}\nkind = \"{kind}\"\nbranches = {branches}\nstart = {day}\nmode = \"onsite\"\n{more}\n+++\n正文。\n"
    )
}

/// The row of a duty and a branch in signs: `✓` done, `◐` late, `✕` missing, `·` not due, `—` exempt.
fn row(duties: &Duties, duty: &str, branch: &str) -> String {
    let idx = duties.compliance.duties.iter().position(|known| &*known.id == duty).expect("the duty is there");
    let cells = duties.compliance.cells[idx].iter().filter(|cell| &*cell.branch == branch);
    let sign = |state| match state {
        DutyState::Done => '✓',
        DutyState::Late => '◐',
        DutyState::Missing => '✕',
        DutyState::NotDue => '·',
        DutyState::Exempt => '—',
    };
    cells.map(|cell| sign(cell.state)).collect()
}

/// Activities as files, from texts.
fn activities(texts: &[String]) -> Vec<(String, String)> {
    texts.iter().enumerate().map(|(idx, text)| (format!("content/activities/x{idx}.md"), text.clone())).collect()
}

fn judge_activities(texts: &[String], more: &[(&str, &str)], as_of: &str) -> Duties {
    let files = activities(texts);
    let mut all: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    all.extend(more);
    let (_, outcome) = judge(&all, as_of);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    outcome.value
}

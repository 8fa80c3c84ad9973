//! Small sites through the door of the room.

mod across;
mod fields;
mod linking;
mod published;
mod sample;
mod site;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;

use super::{Drafts, Model, Options, build, prepare};
use crate::diag::{Outcome, Place, Severity};
use crate::read::{ImageLimits, Parsed, is_picture_name, parse_toml, read_image, read_note, read_svg};
use crate::source::{FileKind, Sources, decode};

const SITE: &str = r#"
[site]
title = "园地"
org = "示例学院党总支"
[links]
allow = ["edu.cn"]
[[column]]
id = "tech_news"
title = "科技动态"
"#;

const BRANCHES: &str = "id,name\nshukong,数控教工党支部\njiguan,机关党支部\n";

const CONSENT: &str = "id,person,purposes,granted_on,expires_on,withdrawn_on\n\
    C001,李示范,name;photo;story,2025-01-01,2027-01-01,\nC002,T2,name,2025-01-01,,2025-12-01\nC003,T3,name,2024-01-01,2026-03-14,\n";

const MEMBERS: &str = "id,name,branch,status\nT1,张样例,shukong,full\nT2,李示范,shukong,full\nT3,王示例,shukong,full\n";

const HONOURS: &str = "id,title,level,holder_kind,holder,date\nH1,先进支部,college,branch,数控教工党支部,2025-06-30\n";

/// A picture of one pixel.
const PIXEL: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

/// What every small site has unless a test gives its own.
const COMMON: [(&str, &str); 5] = [
    ("site.toml", SITE),
    ("data/branches.csv", BRANCHES),
    ("data/members.csv", MEMBERS),
    ("data/consent.csv", CONSENT),
    ("data/honours.csv", HONOURS),
];

/// Reads a site as `build` does, one file after the other.
fn parse(sources: &Sources) -> Outcome<Parsed> {
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
            FileKind::Asset if file.path.ends_with(".svg") => {
                let outcome = read_svg(id, &bytes);
                parsed.drawings.extend(outcome.value.map(|svg| (id, Arc::new(svg))));
                parsed.picture_findings.insert(id, outcome.found);
            }
            FileKind::Asset if is_picture_name(&file.path) => {
                let outcome = read_image(id, &file.path, &bytes, ImageLimits::default());
                parsed.pictures.extend(outcome.value.map(|picture| (id, picture)));
                parsed.picture_findings.insert(id, outcome.found);
            }
            _ => {}
        }
    }
    Outcome::new(parsed, found)
}

/// A small site with the common files; a file given here takes the place of a common one, and an empty one of `data/` none.
fn sources_of(files: &[(&str, &str)]) -> Sources {
    let mut all: BTreeMap<&str, &[u8]> = COMMON.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    for (path, text) in files {
        all.insert(path, if *text == "PIXEL" { PIXEL } else { text.as_bytes() });
    }
    all.retain(|path, bytes| !(path.starts_with("data/") && bytes.is_empty()));
    Sources::from_memory(all, date(2026, 3, 15))
}

fn build_with(files: &[(&str, &str)], options: &Options) -> (Sources, Outcome<Model>) {
    let sources = sources_of(files);
    let mut found = Vec::new();
    let parsed = parse(&sources).into_value(&mut found);
    let preparation = prepare(&sources, parsed.site.as_ref()).into_value(&mut found);
    let mut parts = Vec::new();
    for planned in &preparation.tables.files {
        let part = preparation.tables.read_part(&sources, planned, &preparation.vocabulary);
        parts.push(Arc::new(part.into_value(&mut found)));
    }
    let mut model = build(&sources, &parsed, preparation, parts, options);
    model.found.extend(found);
    (sources, model)
}

/// The model of a small site without any finding.
fn good(files: &[(&str, &str)]) -> Model {
    let (sources, outcome) = build_with(files, &Options::default());
    assert_eq!(shown(&sources, &outcome), Vec::<String>::new());
    outcome.value
}

/// The findings of a site in one line each: `content/news/a.md:3 M101 tilte`, where the last word is what stands there.
fn shown(sources: &Sources, outcome: &Outcome<Model>) -> Vec<String> {
    let mut lines = Vec::new();
    for diagnostic in &outcome.found {
        // Words must be whole, whatever a test looks at.
        let message = diagnostic.message();
        assert!(!message.zh.contains('{') && !message.en.contains('{'), "{message:?}");
        assert!(diagnostic.help().is_some(), "{} has no help", diagnostic.code.id);
        let sign = if diagnostic.severity == Severity::Error { "" } else { "?" };
        let place = match &diagnostic.at {
            Place::Project => "-".to_owned(),
            Place::File(file) => sources.file(*file).path.to_string(),
            Place::Text(file, span) => {
                let text = sources.text(*file);
                let line = text[..span.start as usize].matches('\n').count() + 1;
                let there = text[span.start as usize..span.end as usize].lines().next().unwrap_or_default();
                format!("{}:{line} {there}", sources.file(*file).path)
            }
            Place::Cell(file, cell) => format!("{} {}", sources.file(*file).path, cell.name()),
        };
        lines.push(format!("{}{sign} {place}", diagnostic.code.id));
    }
    lines
}

/// Builds a small site and compares its findings.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) -> Model {
    let (sources, outcome) = build_with(files, &Options::default());
    assert_eq!(shown(&sources, &outcome), expected);
    outcome.value
}

/// The Chinese help of the first finding of a small site.
fn help(files: &[(&str, &str)]) -> String {
    let (_, outcome) = build_with(files, &Options::default());
    outcome.found.first().and_then(|diagnostic| diagnostic.help()).map(|help| help.zh).unwrap_or_default()
}

/// A piece of news with more front matter and a text.
fn news(front: &str, body: &str) -> String {
    format!("+++\ntitle = \"标题\"\ndate = 2026-03-01\n{front}\n+++\n{body}")
}

/// Checks one text of a kind in `content/<folder>/a.md`, with these lines of front matter.
#[track_caller]
fn check_one(folder: &str, front: &str, expected: &[&str]) -> Model {
    let path = format!("content/{folder}/a.md");
    check(&[(&path, &format!("+++\n{front}\n+++\n正文\n"))], expected)
}

const ACTIVITY: &str = "title = \"主题党日\"\ndate = 2026-03-10\nkind = \"theme_day\"\nbranches = [\"shukong\"]\n\
    start = \"2026-03-10T14:30\"\nmode = \"onsite\"";

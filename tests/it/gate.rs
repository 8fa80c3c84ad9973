//! One identity number hidden in everything that reaches the output, in turn: the build stops, names the place and keeps the secret.

use std::fs;
use std::path::Path;

use serde_json::Value;
use walkdir::WalkDir;

use super::hidden::{self, Hidden};
use super::room::{Ran, Room};
use super::site::{self, AS_OF, Files};

/// A number whose county exists and whose bearer would be the oldest person alive, with its check digit.
fn secret() -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("{}{}{}", "110101", "19060606", "006");
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// A site that was built, beside it a folder for temporary files.
fn built() -> (Room, Files) {
    let room = Room::with("one_page");
    fs::create_dir(room.root().with_file_name("tmp")).expect("a folder can be made");
    run(&room, "json").ends(0);
    let old = site::read(&room.root().join("public"));
    (room, old)
}

fn run(room: &Room, format: &str) -> Ran {
    run_command(room, "build", format)
}

fn run_command(room: &Room, command: &str, format: &str) -> Ran {
    let mut command = room.command(&[command, "--root", "site", "--as-of", AS_OF, "--format", format]);
    let around = room.root().with_file_name("tmp");
    command.env("TMPDIR", &around).env("XDG_CACHE_HOME", &around).env("HOME", &around);
    Ran::of(&command.output().expect("the program runs"))
}

/// Whether bytes hold the number, or so much of it that it can be guessed, in any of the ways in which programs keep texts.
fn holds(bytes: &[u8], secret: &str) -> bool {
    // The day of birth with what follows: whoever has them needs only to guess a county.
    let telling = &secret[6..];
    let wide: Vec<u8> = telling.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let contains = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    contains(telling.as_bytes()) || contains(&wide) || contains(secret[..14].as_bytes())
}

/// Everything below the folder of the site's folder that the program wrote, names included.
fn written(room: &Room, sources: &Files) -> Vec<(String, Vec<u8>)> {
    let around = room.root().parent().expect("the site is in a folder").to_owned();
    let mut files = Vec::new();
    for entry in WalkDir::new(&around) {
        let entry = entry.expect("a folder can be listed");
        let path = entry.path().strip_prefix(&around).expect("what is listed is inside").to_string_lossy().into_owned();
        let is_source = path.strip_prefix("site/").is_some_and(|path| sources.contains_key(path));
        if entry.file_type().is_file() && !is_source {
            files.push((path, fs::read(entry.path()).expect("a file can be read")));
        }
    }
    files
}

/// Hides, builds, looks, and takes away again. What is wrong is told, so that one run tells of all.
fn try_one(room: &Room, old: &Files, secret: &str, hidden: &Hidden) -> Vec<String> {
    let before = site::read(&room.root());
    let is_ours = |path: &str| path.starts_with("public/") || path.starts_with(".yuandi/");
    let mut sources: Files = before.iter().filter(|(path, _)| !is_ours(path)).map(|(p, b)| (p.clone(), b.clone())).collect();
    site::write(&room.root(), &hidden.files);
    sources.extend(hidden.files.clone());
    let mut wrong = Vec::new();
    let ran = run(room, "json");
    if ran.exit == 3 {
        wrong.extend(wrong_place(&ran, hidden));
    } else {
        wrong.push(format!("ends {} and not 3: {}", ran.exit, ran.out.chars().take(300).collect::<String>()));
    }
    if holds(ran.out.as_bytes(), secret) || holds(ran.err.as_bytes(), secret) {
        wrong.push("the number is printed".to_owned());
    }
    for (path, bytes) in written(room, &sources) {
        if holds(path.as_bytes(), secret) || holds(&bytes, secret) {
            wrong.push(format!("{path} holds the number"));
        }
    }
    wrong.extend(site::differing_file(old, &site::read(&room.root().join("public"))));
    take_away(&room.root(), &before, &hidden.files);
    if ran.exit == 0 {
        run(room, "json").ends(0);
    }
    wrong.into_iter().map(|problem| format!("{}: {problem}", hidden.what)).collect()
}

/// What is told of an identity number.
const IDENTITY: &str = "G101";

/// A finding at the place: `content/news/a.md:6`.
fn wrong_place(ran: &Ran, hidden: &Hidden) -> Option<String> {
    let (file, line) = hidden.place.split_once(':').unwrap_or((&hidden.place, ""));
    let is_there = |finding: &Value| {
        let is_file = finding["file"].as_str().is_some_and(|path| path.starts_with(file));
        is_file && (line.is_empty() || finding["line"].as_u64().is_some_and(|at| at.to_string() == line))
    };
    let (findings, _) = ran.json();
    let found: Vec<&Value> = findings.iter().filter(|finding| finding["code"].as_str() == Some(IDENTITY)).collect();
    if found.iter().any(|finding| is_there(finding)) {
        return None;
    }
    let places = found.iter().map(|finding| format!("{}:{}", finding["file"], finding["line"])).collect::<Vec<_>>();
    Some(format!("it is told at {places:?} and not at {}", hidden.place))
}

fn take_away(root: &Path, before: &Files, hidden: &Files) {
    for path in hidden.keys() {
        fs::remove_file(root.join(path)).expect("the file is there");
    }
    site::write(root, before.iter().filter(|(path, _)| hidden.contains_key(*path)));
}

#[track_caller]
fn try_all(all: fn(&str) -> Vec<Hidden>) {
    let secret = secret();
    let (room, old) = built();
    let mut wrong = Vec::new();
    for hidden in all(&secret) {
        wrong.extend(try_one(&room, &old, &secret, &hidden));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_number_in_a_text_stops_the_build() {
    try_all(hidden::in_texts);
}

#[test]
fn a_number_in_settings_tables_and_themes_stops_the_build() {
    try_all(hidden::in_settings);
}

#[test]
fn a_number_in_a_name_stops_the_build() {
    try_all(hidden::in_names);
}

#[test]
fn a_number_in_an_attachment_stops_the_build() {
    try_all(hidden::in_attachments);
}

#[test]
fn no_way_to_tell_of_a_number_gives_it_away() {
    let secret = secret();
    let (room, old) = built();
    let mut sources = Files::new();
    for hidden in hidden::in_texts(&secret) {
        sources.extend(hidden.files);
    }
    let named = format!("content/news/n{secret}.md");
    sources.insert(named, sources["content/news/a.md"].clone());
    site::write(&room.root(), &sources);
    sources.extend(site::files("one_page"));
    for (command, format) in [("build", "human"), ("build", "short"), ("check", "human"), ("check", "json")] {
        let ran = run_command(&room, command, format).ends(3);
        assert!(ran.out.contains("content/news/a.md"), "{}", ran.out);
        assert!(!holds(ran.out.as_bytes(), &secret) && !holds(ran.err.as_bytes(), &secret), "{command} {format} prints it");
    }
    for (path, bytes) in written(&room, &sources) {
        assert!(!holds(path.as_bytes(), &secret) && !holds(&bytes, &secret), "{path} holds the number");
    }
    assert_eq!(site::differing_file(&old, &site::read(&room.root().join("public"))), None);
}

#[test]
fn a_number_in_the_metadata_of_a_photo_goes_nowhere() {
    let secret = secret();
    let (room, _) = built();
    let sources = hidden::in_a_photo(&secret);
    site::write(&room.root(), &sources);
    run(&room, "json").ends(0);
    for (path, bytes) in written(&room, &sources) {
        assert!(!holds(&bytes, &secret), "{path} holds what stood in the photo");
    }
}

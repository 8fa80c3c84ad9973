//! An answer to a doubt of the gate to one more entry of `data/waivers.toml`.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::gate::{WAIVERS_PATH, Waiver};

use super::AmendFault;

/// Writes a waiver behind those that there are, and gives the file's path from the root.
///
/// - The file is whole at every instant: the new one takes the place of the old one in a single step.
pub fn waive(root: &Path, waiver: &Waiver) -> Result<PathBuf, AmendFault> {
    let path = root.join(WAIVERS_PATH);
    let machine = |error| AmendFault::Machine(path.clone(), error);
    let mut text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => include_str!("scaffold/waivers.toml").to_owned(),
        Err(error) => return Err(machine(error)),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&entry(waiver));
    let unfinished = root.join(format!("{WAIVERS_PATH}.{}.unfinished", std::process::id()));
    if let Err(error) = replace(&path, &unfinished, &text) {
        let _ = fs::remove_file(&unfinished);
        return Err(machine(error));
    }
    Ok(PathBuf::from(WAIVERS_PATH))
}

fn replace(path: &Path, unfinished: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(unfinished, path)
}

fn entry(waiver: &Waiver) -> String {
    let texts = [
        ("file", &waiver.file),
        ("kind", &waiver.kind),
        ("passage", &waiver.passage),
        ("reason", &waiver.reason),
        ("by", &waiver.by),
    ];
    let mut entry = String::from("\n[[waiver]]\n");
    for (key, value) in texts {
        entry.push_str(&format!("{key} = {}\n", toml::Value::String(value.clone())));
    }
    entry.push_str(&format!("date = {}\n", waiver.date));
    entry
}

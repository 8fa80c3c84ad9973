//! A folder that is empty or does not exist to a site that builds at once.

use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::diag::{Place, codes};
use crate::model::Kind;
use crate::privacy::PERSON_KEY_PATH;

use super::AmendFault;

/// What a new site is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// Settings and empty folders.
    Nothing,
    /// The sample content.
    Sample,
}

#[derive(RustEmbed)]
#[folder = "content"]
struct SampleContent;

#[derive(RustEmbed)]
#[folder = "data"]
struct SampleData;

const SAMPLE_SITE: &str = include_str!("../../site.toml");

const EMPTY_SITE: &str = include_str!("scaffold/site.toml");

const KEY_FILE: &str = include_str!("scaffold/person-key.txt");

/// What version control leaves out of a site.
const IGNORE: &str = "/public/\n/.yuandi/\n~$*\n";

/// Makes a new site.
///
/// - Codes: C003 the folder is not empty.
pub fn init(dir: &Path, filling: Filling) -> Result<(), AmendFault> {
    refuse_unless_empty(dir)?;
    let files = match filling {
        Filling::Nothing => vec![("site.toml".to_owned(), EMPTY_SITE.as_bytes().to_vec())],
        Filling::Sample => sample_files(),
    };
    for folder in Kind::ALL.map(|kind| format!("content/{}", kind.folder())).iter().chain([&"data".to_owned()]) {
        let path = dir.join(folder);
        std::fs::create_dir_all(&path).map_err(|error| AmendFault::Machine(path.clone(), error))?;
    }
    for (name, bytes) in files {
        write(&dir.join(name), &bytes)?;
    }
    // Over the sample's own key, which everybody knows.
    let path = dir.join(PERSON_KEY_PATH);
    let key = fresh_key().map_err(|error| AmendFault::Machine(path.clone(), error))?;
    write(&path, KEY_FILE.replace("{key}", &key).as_bytes())?;
    write(&dir.join(".gitignore"), IGNORE.as_bytes())
}

fn refuse_unless_empty(dir: &Path) -> Result<(), AmendFault> {
    let machine = |error| AmendFault::Machine(dir.to_path_buf(), error);
    match std::fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(Ok(_)) => Err(AmendFault::usage(codes::folder_not_empty.at(Place::Project).with("path", dir.display()))),
            Some(Err(error)) => Err(machine(error)),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(machine(error)),
    }
}

/// The sample, in the order of its paths.
fn sample_files() -> Vec<(String, Vec<u8>)> {
    let content =
        SampleContent::iter().filter_map(|name| Some((format!("content/{name}"), SampleContent::get(&name)?.data.into_owned())));
    let data = SampleData::iter().filter_map(|name| Some((format!("data/{name}"), SampleData::get(&name)?.data.into_owned())));
    let mut files: Vec<(String, Vec<u8>)> = content.chain(data).collect();
    files.push(("site.toml".to_owned(), SAMPLE_SITE.as_bytes().to_vec()));
    files.sort();
    files
}

/// A key that nobody can guess, in hexadecimal digits.
fn fresh_key() -> std::io::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), AmendFault> {
    let parent = path.parent().expect("every file of a site is in its folder");
    std::fs::create_dir_all(parent)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| AmendFault::Machine(path.clone(), error))
}

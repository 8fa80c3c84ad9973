//! How deep templates include each other: drawing needs stack for every level.

use std::collections::BTreeMap;

use super::engine::PREFIX;
use super::files::{ThemeFile, ThemeFiles};

/// Levels of includes and parents. The built-in templates have four.
const LEVELS_MAX: usize = 64;

/// The first template of the site that stands above too many levels. Loops have been refused before.
pub(super) fn too_deep<'a>(files: &ThemeFiles, own: &BTreeMap<String, &'a ThemeFile>) -> Option<&'a ThemeFile> {
    let mut known = BTreeMap::new();
    for (name, file) in own {
        if levels(name, files, own, &mut known) > LEVELS_MAX {
            return Some(file);
        }
    }
    None
}

fn levels<'a>(
    name: &'a str,
    files: &'a ThemeFiles,
    own: &'a BTreeMap<String, &ThemeFile>,
    known: &mut BTreeMap<&'a str, usize>,
) -> usize {
    if let Some(levels) = known.get(name) {
        return *levels;
    }
    let built_in = || files.built_in.get(&format!("templates/{}", name.trim_start_matches(PREFIX)));
    let Some(file) = own.get(name).copied().or_else(built_in) else { return 0 };
    // A name in a comment may close a loop that is none.
    known.insert(name, 0);
    let below = named(&file.text).map(|name| levels(name, files, own, known)).max().unwrap_or(0);
    known.insert(name, below + 1);
    below + 1
}

/// The names that a template includes or extends. One too many (in a comment) does no harm.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let tags = ["include", "extends"].into_iter().flat_map(|tag| text.split(tag).skip(1));
    tags.filter_map(|rest| {
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|first| ['"', '\''].contains(first))?;
        rest[1..].split(quote).next()
    })
}

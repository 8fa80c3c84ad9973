//! What a text is and what its author wishes to its address: lower-case ASCII, no way out of its folder.

use std::sync::Arc;

use super::Kind;
use super::entry::Alias;
use super::form::{Form, Written};
use super::slug::slugify;
use super::spot::{Spot, id_of_path};
use super::table::EntryIds;
use crate::diag::codes;
use crate::source::Sources;

/// In bytes, so that `.html` and a fingerprint still fit into the 100 bytes of a name.
const MAX_PART: usize = 90;

/// The address of an entry: the kind's folder, the folders between, and the id or the `slug` of its author.
///
/// `content/pages/about.md` is the text of the section `about` and has its address.
///
/// - Codes: M122 a slug that cannot be one.
pub(super) fn address(spot: &Spot<'_>, form: &mut Form<'_>) -> Arc<str> {
    let slug = form.written("slug").and_then(|written| checked_slug(form, written));
    if spot.kind == Kind::Page && spot.id == "about" && spot.folders.is_empty() {
        return "about".into();
    }
    let mut address = spot.kind.folder().to_owned();
    for folder in &spot.folders {
        address.push('/');
        address.push_str(&part(folder));
    }
    address.push('/');
    address.push_str(&slug.unwrap_or_else(|| part(&spot.id)));
    address.into()
}

/// The ids that the texts of a site have by their paths, for tables that refer to them.
pub(super) fn ids_by_kind(sources: &Sources) -> EntryIds {
    let mut ids = EntryIds::new();
    for (_, file) in sources.files() {
        if let Some((kind, id)) = id_of_path(&file.path) {
            ids.entry(kind.name().to_owned()).or_default().insert(id.into_owned());
        }
    }
    ids
}

/// One part of an address. What can stand as it is stands as it is: authors find their file names again.
fn part(written: &str) -> String {
    let is_plain = written.len() <= MAX_PART
        && written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte))
        && written.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !written.ends_with('.');
    // A folder's own page is called `index`.
    if written.eq_ignore_ascii_case("index") {
        return "index-1".to_owned();
    }
    if is_plain && !is_reserved(written) { written.to_owned() } else { slugify(written) }
}

/// Whether Windows refuses the name, which shows in that `slugify` lengthens it.
fn is_reserved(written: &str) -> bool {
    let stem = written.split('.').next().unwrap_or_default();
    (3..=4).contains(&stem.len()) && slugify(stem) == format!("{}-1", stem.to_ascii_lowercase())
}

fn checked_slug(form: &mut Form<'_>, written: Written<'_>) -> Option<String> {
    let plain = written.text.trim_end_matches('/');
    let is_way = plain.contains(['/', '\\', ':', '%']) || plain.contains("..") || plain.chars().any(char::is_control);
    if is_way || is_reserved(plain) || plain.starts_with('.') {
        let diagnostic = codes::bad_slug.at(form.place(written.span)).with("slug", written.text);
        let better = slugify(plain.rsplit(['/', '\\']).next().unwrap_or(plain));
        form.found.push(diagnostic.with("better", better));
        return None;
    }
    Some(part(plain))
}

/// Old addresses below the root, without slashes around them.
///
/// - Codes: M123 an address that leads out of the site.
pub(super) fn aliases(form: &mut Form<'_>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for written in form.written_list("aliases") {
        let alias = written.text.trim_matches('/');
        let lower = alias.to_ascii_lowercase();
        let is_bad = alias.is_empty()
            || alias.contains(['\\', ':', '?', '#', '*', '"', '<', '>', '|'])
            || alias.chars().any(char::is_control)
            || written.text.starts_with("//")
            || lower.split('/').any(|part| part.is_empty() || part.replace("%2e", ".").starts_with('.') || part.len() > 100);
        if is_bad {
            form.found.push(codes::alias_leads_out.at(form.place(written.span)).with("alias", written.text));
        } else {
            aliases.push(Alias { path: alias.to_owned(), span: written.span });
        }
    }
    aliases
}

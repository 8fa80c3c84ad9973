//! Files that `site.toml` names to files that exist: the emblem, and texts in the navigation.

use std::collections::BTreeSet;

use super::NavItem;
use super::directory::{Directory, Standing};
use super::settings::Settings;
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};
use crate::read::{Parsed, is_picture_name};
use crate::source::{FileKind, Sources};

/// The picture beside the site's title, by its path from the root.
///
/// - Codes: M207 no such file, M315 not a picture.
pub(super) fn emblem(sources: &Sources, parsed: &Parsed, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Option<FileId> {
    let written = settings.emblem?;
    let at = Place::Text(settings.site.file?, written.span);
    let Some(file) = sources.find(written.text).filter(|file| sources.file(*file).kind == FileKind::Asset) else {
        let assets = sources.files().filter(|(_, file)| file.kind == FileKind::Asset).map(|(_, file)| &*file.path);
        let near = nearest(written.text, assets);
        found.push(codes::setting_file_missing.at(at).with("target", written.text).with_some("near", near));
        return None;
    };
    found.extend(parsed.picture_findings.get(&file).into_iter().flatten().cloned());
    if parsed.has_picture(file) {
        return Some(file);
    }
    if !is_picture_name(written.text) {
        found.push(codes::picture_expected.at(at).with("target", written.text));
    }
    None
}

/// Takes texts that are not published now out of the navigation.
///
/// - Codes: M309 not published (warning).
pub(super) fn keep_published_notes(settings: &mut Settings<'_>, directory: &Directory, found: &mut Vec<Diagnostic>) {
    let Some(site_file) = settings.site.file else { return };
    let mut out = BTreeSet::new();
    for (area, item, written) in &settings.nav_notes {
        let NavItem::Note { file, .. } = &settings.site.nav[*area].items[*item] else { continue };
        let standing = directory.of_file(*file);
        if standing == Some(Standing::Unpublished) {
            let at = Place::Text(site_file, written.span);
            found.push(codes::link_to_unpublished.at(at).with("target", written.text));
        }
        if !matches!(standing, Some(Standing::Published(_))) {
            out.insert(*file);
        }
    }
    for area in &mut settings.site.nav {
        area.items.retain(|item| !matches!(item, NavItem::Note { file, .. } if out.contains(file)));
    }
}

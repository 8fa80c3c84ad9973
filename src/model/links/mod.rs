//! A link or a file name as an author wrote it to what it leads to.

mod path;

use super::LinkTarget;
use super::directory::Standing;
use super::handed_out;
use super::scope::{Origin, Scope, anchors_of};
use super::web::{check_external, has_web_scheme};
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};
use crate::read::Note;
use crate::source::FileKind;

pub(super) use self::path::percent_decoded;
use self::path::{Fault, join, relative, resolve};

/// What a link leads to. Codes: see the functions below and `web::check_external`.
pub(super) fn link(scope: &Scope<'_>, origin: Origin<'_>, written: &str, at: &Place, found: &mut Vec<Diagnostic>) -> LinkTarget {
    let written = written.trim();
    if let Some(anchor) = written.strip_prefix('#') {
        return anchor_of(scope, origin.note, anchor, at, found).map_or(LinkTarget::Nowhere, LinkTarget::Here);
    }
    if has_web_scheme(written) {
        let is_good = check_external(at, written, scope.site, found);
        return if is_good { LinkTarget::External(written.to_owned()) } else { LinkTarget::Nowhere };
    }
    match scheme(written) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel") => {
            return LinkTarget::Contact(written.to_owned());
        }
        Some(scheme) if scheme.len() > 1 && !scheme.eq_ignore_ascii_case("file") => {
            found.push(codes::unknown_link_scheme.at(at.clone()).with("scheme", scheme));
            return LinkTarget::Nowhere;
        }
        _ => {}
    }
    let (path, anchor) = written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)));
    let Some(file) = file_at(scope, origin, path, at, found) else { return LinkTarget::Nowhere };
    if scope.sources.file(file).kind == FileKind::Asset {
        return handed_out::judge(scope, file, at, found).map_or(LinkTarget::Nowhere, LinkTarget::File);
    }
    note_target(scope, origin, (file, path, anchor), at, found)
}

/// Where a link to a text leads.
///
/// - Codes: M309 not published (warning), M302 no such heading.
fn note_target(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    (file, path, anchor): (FileId, &str, Option<&str>),
    at: &Place,
    found: &mut Vec<Diagnostic>,
) -> LinkTarget {
    match scope.directory.of_file(file) {
        Some(Standing::Published(idx)) => {
            let note = scope.note(file).expect("the directory holds only notes that were read");
            let anchor = anchor.filter(|anchor| !anchor.is_empty());
            LinkTarget::Entry(idx, anchor.and_then(|anchor| anchor_of(scope, note, anchor, at, found)))
        }
        Some(Standing::Unpublished) if origin.is_published => {
            found.push(codes::link_to_unpublished.at(at.clone()).with("target", path));
            LinkTarget::Nowhere
        }
        _ => LinkTarget::Nowhere,
    }
}

/// The id of a heading or another anchor of a text.
///
/// - Codes: M302 no such heading.
fn anchor_of(scope: &Scope<'_>, note: &Note, written: &str, at: &Place, found: &mut Vec<Diagnostic>) -> Option<String> {
    let anchor = percent_decoded(written);
    if scope.has_anchor(note, &anchor) {
        return Some(anchor);
    }
    let headings = &note.prose.body.headings;
    let by_text = || headings.iter().find(|heading| heading.text == anchor).map(|heading| heading.id.as_str());
    let near = if scope.may_offer(headings.len()) { by_text().or_else(|| nearest(&anchor, anchors_of(note))) } else { None };
    found.push(codes::broken_anchor.at(at.clone()).with("anchor", &anchor).with_some("near", near));
    None
}

/// The file below `content/` that a relative path means.
///
/// - Codes: M301 no such file, M303 outside of `content/`, M304 backslashes, M305 a folder, M306 a finished page.
pub(super) fn file_at(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    written: &str,
    at: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let path = match resolve(origin.folder, written) {
        Ok(path) => path,
        Err(Fault::Outside) => {
            found.push(codes::path_outside.at(at.clone()).with("target", written));
            return None;
        }
        Err(Fault::Backslash) => {
            let better = written.replace('\\', "/");
            found.push(codes::backslash_in_path.at(at.clone()).with("target", written).with("better", better));
            return None;
        }
    };
    let file = scope.find(&path).or_else(|| scope.find(&join(origin.folder, written)?));
    if file.is_none() {
        found.push(absent(scope, origin, written, &path, at));
    }
    file
}

/// The finding for a path at which there is no file.
fn absent(scope: &Scope<'_>, origin: Origin<'_>, written: &str, path: &str, at: &Place) -> Diagnostic {
    let write = |path: String| relative(origin.folder, &path);
    let existing = |path: String| scope.find(&path).map(|_| write(path));
    let folder = path.trim_end_matches('/');
    if path.ends_with('/') || written.is_empty() || scope.is_folder(folder) {
        let better = existing(format!("{folder}/index.md")).or_else(|| existing(format!("{folder}.md")));
        return codes::link_to_folder.at(at.clone()).with("target", written).with_some("better", better);
    }
    if let Some(stem) = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm")) {
        let page = stem.strip_suffix("/index").unwrap_or(stem);
        let better = existing(format!("{page}.md")).or_else(|| existing(format!("{page}/index.md")));
        return codes::link_to_page.at(at.clone()).with("target", written).with_some("better", better);
    }
    let near = existing(format!("{path}.md")).or_else(|| near_path(scope, path).map(|path| write(path.to_owned())));
    codes::broken_link.at(at.clone()).with("target", written).with_some("near", near)
}

/// The existing path nearest to one that does not exist: in its folder, then of the same name elsewhere, then anywhere.
fn near_path<'a>(scope: &Scope<'a>, path: &str) -> Option<&'a str> {
    if !scope.may_offer(scope.paths.len()) {
        return None;
    }
    let (folder, name) = path.rsplit_once('/')?;
    let beside: Vec<&str> = scope.in_folder(folder).collect();
    let n_before = folder.len() + 1;
    if let Some(near) = nearest(name, beside.iter().map(|path| &path[n_before..])) {
        return beside.into_iter().find(|path| &path[n_before..] == near);
    }
    let is_same_name = |path: &&str| name != "index.md" && path.rsplit('/').next() == Some(name);
    let all = || scope.paths.iter().map(|(path, _)| *path);
    all().find(is_same_name).or_else(|| nearest(path, all()))
}

/// The scheme of a link: `mailto`, or a single letter for a Windows drive.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then_some(scheme)
}

/// What each link of an entry's text leads to.
pub(super) fn links_of(scope: &Scope<'_>, origin: Origin<'_>, found: &mut Vec<Diagnostic>) -> Vec<LinkTarget> {
    let file = origin.note.file;
    let links = &origin.note.prose.body.links;
    links.iter().map(|one| link(scope, origin, &one.target, &Place::Text(file, one.span), found)).collect()
}

//! A path below `content/` to what the file there is: its kind, its id and the folders of its address.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::form::is_invisible;
use super::{Column, Kind};
use crate::diag::{Diagnostic, FileId, Place, codes, nearest};

/// What the path of a text says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    pub(super) kind: Kind,
    /// The stem, or the folder's name for `index.md`.
    pub(super) id: Cow<'a, str>,
    /// Folders between that of the kind and the text, outermost first.
    pub(super) folders: Vec<&'a str>,
}

/// Names of folders that people expect beside those that exist.
const OTHER_NAMES: &[(&str, Kind)] = &[
    ("活动", Kind::Activity),
    ("先锋", Kind::RoleModel),
    ("先锋模范", Kind::RoleModel),
    ("资源", Kind::Resource),
    ("学习资源", Kind::Resource),
    ("路径", Kind::Path),
    ("学习路径", Kind::Path),
    ("测验", Kind::Quiz),
    ("通知", Kind::Notice),
    ("公示", Kind::Notice),
    ("通知公告", Kind::Notice),
    ("新闻", Kind::News),
    ("动态", Kind::News),
    ("支部", Kind::Branch),
    ("专栏", Kind::Column),
    ("问答", Kind::Faq),
    ("页面", Kind::Page),
    ("posts", Kind::News),
    ("post", Kind::News),
    ("blog", Kind::News),
    ("events", Kind::Activity),
    ("faqs", Kind::Faq),
];

/// What the text at `path` is.
///
/// - Codes: M401 not in a folder of a kind, M402 unknown folder, M403 a text for a list, M404 an article outside of a
///   column, M405 unknown column.
pub(super) fn spot<'a>(file: FileId, path: &'a str, columns: &[Column]) -> Result<Spot<'a>, Diagnostic> {
    let mut parts: Vec<&str> = path.strip_prefix("content/").unwrap_or(path).split('/').collect();
    let name = parts.pop().unwrap_or_default();
    let at = || Place::File(file);
    let Some((folder, mut folders)) = parts.split_first().map(|(first, rest)| (*first, rest.to_vec())) else {
        return Err(codes::text_outside_folders.at(at()).with("file", name).with("folders", known_folders()));
    };
    let Some(kind) = Kind::of_folder(folder) else {
        let diagnostic = codes::unknown_content_folder.at(at()).with("folder", folder);
        return Err(diagnostic.with_some("near", near_folder(folder)).with("folders", known_folders()));
    };
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let id = match stem {
        "index" if !folders.is_empty() => folders.pop().expect("it is not empty"),
        "index" | "_index" => return Err(codes::text_for_a_list.at(at()).with("folder", folder)),
        stem => stem,
    };
    if kind == Kind::Column {
        check_column(file, id, stem, &folders, columns)?;
    }
    Ok(Spot { kind, id: plain_id(id), folders })
}

/// The kind and id that a path gives a text, whatever else is wrong with it.
pub(super) fn id_of_path(path: &str) -> Option<(Kind, Cow<'_, str>)> {
    let rest = path.strip_prefix("content/")?.strip_suffix(".md")?;
    let kind = Kind::of_folder(rest.split('/').next()?)?;
    let mut parts = rest.rsplit('/');
    let stem = parts.next()?;
    Some((kind, plain_id(if stem == "index" { parts.next()? } else { stem })))
}

fn check_column(file: FileId, id: &str, stem: &str, folders: &[&str], columns: &[Column]) -> Result<(), Diagnostic> {
    let Some(folder) = folders.first() else {
        let is_list = stem == "index" && columns.iter().any(|column| *column.id == *id);
        if is_list {
            return Err(codes::text_for_a_list.at(Place::File(file)).with("folder", format!("columns/{id}")));
        }
        let first = columns.first().map_or("tech_news", |column| &column.id);
        return Err(codes::article_outside_column.at(Place::File(file)).with("id", id).with("column", first));
    };
    if columns.iter().any(|column| *column.id == **folder) {
        return Ok(());
    }
    let near = nearest(folder, columns.iter().map(|column| &*column.id));
    Err(codes::unknown_column.at(Place::File(file)).with("column", folder).with_some("near", near))
}

fn known_folders() -> String {
    Kind::ALL.map(Kind::folder).join(", ")
}

fn near_folder(folder: &str) -> Option<&'static str> {
    let lower = folder.to_lowercase().replace('_', "-");
    let by_name = Kind::ALL.into_iter().find(|kind| kind.name().replace('_', "-") == lower || kind.folder() == lower);
    let by_other = OTHER_NAMES.iter().find(|(name, _)| *name == lower).map(|(_, kind)| *kind);
    by_name.or(by_other).map(Kind::folder).or_else(|| nearest(&lower, Kind::ALL.map(Kind::folder)))
}

/// An id in its composed form without invisible characters: a Mac writes file names decomposed, and nobody can see either.
pub(super) fn plain_id(written: &str) -> Cow<'_, str> {
    if written.is_ascii() || (is_nfc(written) && !written.contains(is_invisible)) {
        return Cow::Borrowed(written);
    }
    Cow::Owned(written.nfc().filter(|c| !is_invisible(*c)).collect())
}

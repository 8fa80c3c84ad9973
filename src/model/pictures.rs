//! Pictures as they are used: an existing picture with words for those who do not see it.

use super::ImageUse;
use super::form::{Form, Written, visible};
use super::handed_out;
use super::links::file_at;
use super::scope::{Origin, Scope};
use super::web::has_web_scheme;
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::read::is_picture_name;
use crate::source::FileKind;

/// Words that say nothing about what a picture shows.
const EMPTY_WORDS: [&str; 18] = [
    "图片",
    "照片",
    "图",
    "截图",
    "配图",
    "插图",
    "活动照片",
    "活动图片",
    "封面",
    "未命名",
    "新建图片",
    "image",
    "img",
    "photo",
    "picture",
    "pic",
    "screenshot",
    "untitled",
];

/// The picture of a written path. `None` is broken, and that has been said.
///
/// - Codes: those of `links::file_at`, M314 on another site, M315 not a picture.
pub(super) fn picture(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    written: &str,
    at: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let file = own_file(scope, origin, written, at, found)?;
    judge_picture(scope, file, at, found)
}

/// The file itself if it is a picture that can be shown.
pub(super) fn judge_picture(scope: &Scope<'_>, file: FileId, at: &Place, found: &mut Vec<Diagnostic>) -> Option<FileId> {
    scope.note_use(file);
    if scope.parsed.has_picture(file) {
        return Some(file);
    }
    // A picture that cannot be read has its own finding, which the scope tells.
    let path = &scope.sources.file(file).path;
    if !is_picture_name(path) {
        found.push(codes::picture_expected.at(at.clone()).with("target", path));
    }
    None
}

/// A file of the site that is not a text.
///
/// - Codes: those of `links::file_at`, M314 on another site, M316 a text.
pub(super) fn own_file(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    written: &str,
    at: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let written = visible(written);
    if has_web_scheme(written) || written.starts_with("//") || written.starts_with("data:") {
        let shown: String = written.chars().take(60).collect();
        found.push(codes::foreign_file.at(at.clone()).with("target", shown));
        return None;
    }
    let file = file_at(scope, origin, written, at, found)?;
    if scope.sources.file(file).kind != FileKind::Asset {
        found.push(codes::text_instead_of_file.at(at.clone()).with("target", written));
        return None;
    }
    Some(file)
}

/// A picture used with alternative text and caption.
///
/// - Codes: those of [`picture`], M311 no alternative text, M312 one that says nothing (warning).
fn image_use(
    scope: &Scope<'_>,
    file: Option<FileId>,
    (alt, caption): (&str, &str),
    at: &Place,
    found: &mut Vec<Diagnostic>,
) -> Option<ImageUse> {
    let alt = visible(alt);
    let caption = visible(caption).to_owned();
    if alt.is_empty() {
        found.push(codes::missing_alt.at(at.clone()));
    } else if says_nothing(alt, file.map(|file| &*scope.sources.file(file).path)) {
        found.push(codes::empty_alt.at(at.clone()).with("alt", alt));
    }
    file.map(|file| ImageUse { file, alt: alt.to_owned(), caption })
}

/// Whether an alternative text is only a file's name or a word like "photo".
fn says_nothing(alt: &str, path: Option<&str>) -> bool {
    let lower = alt.to_lowercase();
    let name = path.and_then(|path| path.rsplit('/').next()).unwrap_or_default().to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit() || " -_.()（）、一二三四五六七八九十".contains(c));
    let has_ending = is_picture_name(&lower);
    bare.is_empty() || has_ending || lower == name || (lower == stem && alt.is_ascii()) || EMPTY_WORDS.contains(&bare)
}

/// The picture of each image of an entry's text.
pub(super) fn images_of(scope: &Scope<'_>, origin: Origin<'_>, found: &mut Vec<Diagnostic>) -> Vec<Option<ImageUse>> {
    let mut images = Vec::with_capacity(origin.note.prose.body.images.len());
    for image in &origin.note.prose.body.images {
        let at = Place::Text(origin.note.file, image.span);
        let file = picture(scope, origin, &image.target, &at, found);
        images.push(image_use(scope, file, (&image.alt, &image.title), &at, found));
    }
    images
}

/// `[{ file, alt, caption }]` of an album or a gallery.
pub(super) fn album(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>, key: &'static str) -> Vec<ImageUse> {
    let mut album = Vec::new();
    for mut table in form.tables(key) {
        let file = table.required_written("file");
        let alt = table.text("alt").unwrap_or_default();
        let caption = table.text("caption").unwrap_or_default();
        let at = table.own_place();
        let file = file.and_then(|file| form_picture(scope, origin, &mut table, file));
        album.extend(image_use(scope, file, (&alt, &caption), &at, &mut table.found));
        table.finish_into(&mut form.found);
    }
    album
}

/// A picture with its own field for the alternative text, such as `cover` and `cover_alt`.
///
/// - Codes: those of [`picture`], M313 the field for the alternative text is missing.
pub(super) fn described(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    form: &mut Form<'_>,
    (key, alt_key): (&'static str, &'static str),
) -> Option<ImageUse> {
    let alt = form.written(alt_key);
    let written = form.written(key)?;
    let file = form_picture(scope, origin, form, written);
    let Some(alt) = alt else {
        let diagnostic = codes::missing_cover_alt.at(form.place(written.span)).with("key", key).with("alt_key", alt_key);
        form.found.push(diagnostic);
        return None;
    };
    let at = form.place(alt.span);
    image_use(scope, file, (alt.text, ""), &at, &mut form.found)
}

/// A picture whose alternative text is known from elsewhere and may be empty.
pub(super) fn beside(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    form: &mut Form<'_>,
    (key, alt): (&'static str, &str),
) -> Option<ImageUse> {
    let written = form.written(key)?;
    let file = form_picture(scope, origin, form, written)?;
    Some(ImageUse { file, alt: alt.to_owned(), caption: String::new() })
}

fn form_picture(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>, written: Written<'_>) -> Option<FileId> {
    let at = form.place(written.span);
    picture(scope, origin, written.text, &at, &mut form.found)
}

/// A file of the site named by a field.
pub(super) fn field_file(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>, key: &'static str) -> Option<FileId> {
    let written = form.written(key)?;
    let at = form.place(written.span);
    let file = own_file(scope, origin, written.text, &at, &mut form.found)?;
    handed_out::judge(scope, file, &at, &mut form.found)
}

/// A WebVTT file named by a field.
///
/// - Codes: those of [`own_file`], M317 another kind of file.
pub(super) fn captions(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>, key: &'static str) -> Option<FileId> {
    let file = field_file(scope, origin, form, key)?;
    let path = &scope.sources.file(file).path;
    if !path.to_ascii_lowercase().ends_with(".vtt") {
        form.found.push(codes::captions_not_vtt.at(form.place_of(key)).with("target", path));
        return None;
    }
    Some(file)
}

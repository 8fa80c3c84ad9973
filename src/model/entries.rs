//! A draft to an entry: everything that it says about itself, with whatever it refers to resolved.

use jiff::civil::Date;

use super::blocks::blocks_of;
use super::drafts::Draft;
use super::form::Form;
use super::handed_out;
use super::links::links_of;
use super::pictures::{described, images_of, own_file};
use super::scope::{Origin, Scope};
use super::{Attachment, Entry, ReviewStep, address, consented, hidden_names, kinds, requests};
use crate::diag::{Diagnostic, codes};

/// Whether the result of reading is shown now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// It is an entry of the model.
    Now,
    /// It is only checked.
    Later,
}

/// Reads what a draft says.
///
/// - Codes: those of forms, links and pictures, of its kind, and M419 review overdue (warning).
pub(super) fn entry(scope: &Scope<'_>, draft: Draft<'_>, shown: Shown, found: &mut Vec<Diagnostic>) -> Entry {
    let Draft { note, mut form, kind, id, address, folder, title, date, expires_at } = draft;
    let path = &scope.sources.file(note.file).path;
    let own_folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let origin = Origin { note, folder: own_folder, kind, id: &id, is_published: shown == Shown::Now };
    let mut tags = form.texts("tags");
    tags.dedup();
    let mut branches = Vec::new();
    for written in form.written_list("branches") {
        branches.extend(scope.branch(&mut form, written).filter(|branch| !branches.contains(branch)));
    }
    let mut entry = Entry {
        summary: form.text("summary").unwrap_or_else(|| note.prose.body.summary.clone()),
        updated: form.date("updated"),
        cover: described(scope, origin, &mut form, ("cover", "cover_alt")),
        aliases: address::aliases(&mut form),
        expires_at,
        review_by: review_by(&mut form, scope.sources.as_of()),
        owner: form.text("owner"),
        review: review(&mut form),
        attachments: attachments(scope, origin, &mut form),
        links: links_of(scope, origin, &mut form.found),
        images: images_of(scope, origin, &mut form.found),
        blocks: blocks_of(scope, origin, &title, &mut form.found),
        figures: requests::figures_of(note, &mut form.found),
        detail: kinds::detail(scope, origin, &mut form, date, (folder, &branches)),
        file: note.file,
        prose: note.prose.clone(),
        kind,
        id: id.clone(),
        address,
        title,
        date,
        tags,
        branches,
    };
    hidden_names::hide(scope, &mut form, &mut entry);
    consented::apply(scope, &mut form, &mut entry);
    form.finish_into(found);
    entry
}

fn review_by(form: &mut Form<'_>, as_of: Date) -> Option<Date> {
    let day = form.date("review_by")?;
    if day < as_of {
        form.found.push(codes::review_overdue.at(form.place_of("review_by")).with("day", day));
    }
    Some(day)
}

fn review(form: &mut Form<'_>) -> Vec<ReviewStep> {
    let mut steps = Vec::new();
    let Some(mut table) = form.table("review") else { return steps };
    for (step, day) in [("first", "first_on"), ("second", "second_on"), ("final", "final_on")] {
        let on = table.date(day);
        match table.text(step) {
            Some(by) => steps.push(ReviewStep { step, by, on }),
            None if on.is_some() => table.miss(step),
            None => {}
        }
    }
    table.finish_into(&mut form.found);
    steps
}

fn attachments(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for mut table in form.tables("attachments") {
        let title = table.text("title");
        if let Some(written) = table.required_written("file") {
            let at = table.place(written.span);
            let file = own_file(scope, origin, written.text, &at, &mut table.found);
            if let Some(file) = file.and_then(|file| handed_out::judge(scope, file, &at, &mut table.found)) {
                let name = scope.sources.file(file).path.rsplit('/').next().unwrap_or_default().to_owned();
                attachments.push(Attachment { file, title: title.unwrap_or(name) });
            }
        }
        table.finish_into(&mut form.found);
    }
    attachments
}

//! An entry to the text that its page shows: what its author wrote, its text, then the fields beside it.
//!
//! Where a page decides what is shown (names of a closed 公示, proofs, honours), the same function is asked.

use crate::model::{Activity, BlockContent, Detail, Entry, EntryIdx, ImageUse, Notice, PublicNotice, Resource, RoleModel};
use crate::plan::page::entry::own_summary;
use crate::plan::page::honours::honour_view;
use crate::plan::{HonourView, Plan, card};
use crate::read::HoleKind;

use super::text::Text;

/// The text of an entry's page.
pub(super) fn text_of(plan: &Plan<'_>, idx: EntryIdx) -> String {
    let entry = plan.model.entry(idx);
    // The fields are a few lines; most of the room is the prose, whose tags go.
    let mut text = Text::with_room(entry.prose.body.html.len() + 256);
    text.line(&own_summary(entry));
    before(&mut text, entry);
    push_prose(plan, &mut text, entry);
    behind(plan, &mut text, entry);
    if let Some(date) = entry.date {
        // People look for `2026年3月`; the day stands on the page in just this form.
        let (year, month, day, name) =
            (date.year(), date.month(), date.day(), plan.theme.item("date.months", date.month() as usize));
        text.line(&plan.theme.fill("date.day", &[("y", &year), ("m", &month), ("d", &day), ("name", &name)]));
    }
    text.line_of(card::badge(plan, entry).as_ref());
    for name in card::branch_names(plan, entry) {
        text.line(&name);
    }
    text.row(entry.tags.iter().map(String::as_str));
    for attachment in &entry.attachments {
        text.line(&attachment.title);
    }
    text.finish()
}

/// What stands above the text.
fn before(text: &mut Text, entry: &Entry) {
    match &entry.detail {
        Detail::Activity(activity) => {
            text.line_of(activity.purpose.as_ref());
            for item in &activity.agenda {
                text.line(item);
            }
        }
        Detail::RoleModel(role_model) => text.line_of(role_model.quote.as_ref()),
        Detail::Faq(faq) => text.line_of(faq.answer.as_ref()),
        _ => {}
    }
}

/// The text of an entry with what stands at its holes.
pub(super) fn push_prose(plan: &Plan<'_>, text: &mut Text, entry: &Entry) {
    let body = &entry.prose.body;
    let mut done = 0;
    for hole in &body.holes {
        // The attributes of a tag are no text.
        if matches!(hole.kind, HoleKind::Link(_)) {
            continue;
        }
        text.html(&body.html[done..hole.offset as usize]);
        done = hole.offset as usize;
        match hole.kind {
            HoleKind::Link(_) => {}
            HoleKind::Figure(idx) => push_figure(plan, text, entry, idx as usize),
            HoleKind::Image(idx) => {
                if let Some(Some(image)) = entry.images.get(idx as usize) {
                    push_image(text, image);
                }
            }
            HoleKind::Block(idx) => {
                if let Some(Some(block)) = entry.blocks.get(idx as usize) {
                    push_block(plan, text, block);
                }
            }
        }
    }
    text.html(&body.html[done..]);
}

/// A number in a sentence as readers see it.
fn push_figure(plan: &Plan<'_>, text: &mut Text, entry: &Entry, idx: usize) {
    match entry.figures.get(idx) {
        Some(Some(link)) if link.is_open => text.words(&plan.open_figure(link)),
        _ => text.words(entry.prose.body.figures.get(idx).map_or("", |figure| &figure.text)),
    }
}

fn push_image(text: &mut Text, image: &ImageUse) {
    text.words(&image.alt);
    if image.caption != image.alt && !image.caption.is_empty() {
        text.words(" ");
        text.words(&image.caption);
    }
}

fn push_block(plan: &Plan<'_>, text: &mut Text, block: &BlockContent) {
    match block {
        BlockContent::Gallery(images) => push_album(text, images),
        BlockContent::Video(video) => text.line(&video.title),
        BlockContent::Chart(chart) => {
            text.line(&chart.title);
            text.line(&chart.description);
        }
        BlockContent::Table(table) => text.line(&table.title),
        BlockContent::Board(request) => {
            // What is wrong with a request was said when the site was planned.
            if let Some((_, board)) = plan.asked_board(request, &mut Vec::new()) {
                text.line(&board.title);
            }
        }
    }
}

fn push_album(text: &mut Text, images: &[ImageUse]) {
    for image in images {
        text.line("");
        push_image(text, image);
    }
    text.line("");
}

/// What stands below the text, and the facts beside it.
fn behind(plan: &Plan<'_>, text: &mut Text, entry: &Entry) {
    match &entry.detail {
        Detail::Activity(activity) => of_activity(plan, text, activity),
        Detail::RoleModel(role_model) => of_role_model(plan, text, role_model),
        Detail::Resource(resource) => of_resource(plan, text, resource),
        Detail::Path(path) => audience(plan, text, &path.audience),
        Detail::Quiz(quiz) => {
            for question in &quiz.questions {
                text.line(&question.stem);
                text.row(question.options.iter().map(String::as_str));
            }
        }
        Detail::Notice(notice) => {
            if let Notice::PublicNotice(notice) = &**notice {
                of_public_notice(text, notice);
            }
        }
        Detail::Branch(page) => {
            text.line_of(page.secretary.as_ref());
            if let Some(brand) = &page.brand {
                text.line(&brand.name);
                text.line_of(brand.slogan.as_ref());
                text.row(brand.goals.iter().map(String::as_str));
            }
            super::generated::of_branch(plan, text, &entry.id);
        }
        Detail::News | Detail::Column(_) | Detail::Faq(_) | Detail::Page => {}
    }
}

fn of_activity(plan: &Plan<'_>, text: &mut Text, activity: &Activity) {
    push_album(text, &activity.album);
    text.line_of(activity.improvement.as_ref());
    text.line_of(activity.place.as_ref());
    text.line_of(activity.host.as_ref());
    let vocabulary = &plan.model.vocabulary;
    text.row(activity.also_counts_as.iter().map(|kind| vocabulary.label("activity_kind", kind).unwrap_or(kind)));
}

fn of_role_model(plan: &Plan<'_>, text: &mut Text, role_model: &RoleModel) {
    for id in &role_model.honours {
        if let Some(honour) = honour_view(plan, "", id) {
            push_honour(text, &honour);
        }
    }
    for proof in &role_model.evidence {
        text.line(&proof.title);
    }
}

/// An honour as it stands on the page of who holds it.
pub(super) fn push_honour(text: &mut Text, honour: &HonourView) {
    text.row([&*honour.title, &honour.level, &honour.issuer]);
}

fn of_resource(plan: &Plan<'_>, text: &mut Text, resource: &Resource) {
    let vocabulary = &plan.model.vocabulary;
    text.line_of(resource.doc_number.as_ref());
    text.line_of(resource.issuer.as_ref());
    text.line(vocabulary.label("topic", &resource.topic).unwrap_or(&resource.topic));
    if let Some(level) = &resource.level {
        text.line(vocabulary.label("resource_level", level).unwrap_or(level));
    }
    audience(plan, text, &resource.audience);
    text.line_of(resource.licence.as_ref());
    for file in [resource.media, resource.transcript].into_iter().flatten() {
        if let Some(view) = plan.file_view("", file, "") {
            text.line(&view.title);
        }
    }
}

fn audience(plan: &Plan<'_>, text: &mut Text, audience: &[String]) {
    text.row(audience.iter().filter_map(|id| plan.model.vocabulary.label("audience", id)));
}

/// When its period is over, the model has left of the names what may stay.
fn of_public_notice(text: &mut Text, notice: &PublicNotice) {
    text.line(&notice.matter);
    text.row(notice.objects.iter().map(String::as_str));
    for value in [&notice.accepting_unit, &notice.channel, &notice.basis] {
        text.line(value);
    }
    text.line_of(notice.outcome.as_ref());
    text.line_of(notice.reason_told());
}

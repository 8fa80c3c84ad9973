//! Learning resources: something to read, watch or do.

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::pictures::{beside, captions, field_file};
use crate::model::scope::{Origin, Scope};
use crate::model::web::check_external;
use crate::model::{DocumentStatus, EntryIdx, Kind, Resource};

/// Reads a resource.
///
/// - Codes: M417 replaced by itself, and those of links, pictures and references.
pub(super) fn read(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> Resource {
    let words = scope.vocabulary;
    let replaced_by = replaced_by(scope, origin, form);
    let title = form.text("title").unwrap_or_default();
    Resource {
        kind: form.required_term("type", words, "resource_type"),
        topic: form.required_term("topic", words, "topic"),
        minutes: form.count("minutes"),
        level: form.term("level", words, "resource_level"),
        audience: form.terms("audience", words, "audience"),
        source_url: source_url(scope, form),
        licence: form.text("licence"),
        issuer: form.text("issuer"),
        doc_number: form.text("doc_number"),
        issued_on: form.date("issued_on"),
        status: status(scope, form),
        replaced_by,
        poster: beside(scope, origin, form, ("poster", &title)),
        captions: captions(scope, origin, form, "captions"),
        transcript: field_file(scope, origin, form, "transcript"),
        media: field_file(scope, origin, form, "file"),
    }
}

fn replaced_by(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> Option<EntryIdx> {
    let written = form.written("replaced_by")?;
    if written.text == origin.id {
        form.found.push(codes::refers_to_itself.at(form.place(written.span)).with("key", "replaced_by"));
        return None;
    }
    scope.entry(form, origin, &[Kind::Resource], written)
}

/// A document that names its successor is replaced, whether it says so or not.
fn status(scope: &Scope<'_>, form: &mut Form<'_>) -> Option<DocumentStatus> {
    let is_replaced = form.has("replaced_by");
    match form.term("status", scope.vocabulary, "document_status").as_deref() {
        Some("in_force") => Some(DocumentStatus::InForce),
        Some("replaced") => Some(DocumentStatus::Replaced),
        Some("repealed") => Some(DocumentStatus::Repealed),
        _ => is_replaced.then_some(DocumentStatus::Replaced),
    }
}

fn source_url(scope: &Scope<'_>, form: &mut Form<'_>) -> Option<String> {
    let written = form.written("source_url")?;
    let at = form.place(written.span);
    check_external(&at, written.text, scope.site, &mut form.found).then(|| written.text.to_owned())
}

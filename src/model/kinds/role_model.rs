//! Role models: persons and teams to learn from, with what proves it.

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::links::link;
use crate::model::pictures::beside;
use crate::model::scope::{Origin, Scope};
use crate::model::spot::plain_id;
use crate::model::{Evidence, RoleModel};

/// Reads a role model. Its consent was judged before: without consent it never gets here.
///
/// - Codes: M409 unknown honour, and those of links and pictures.
pub(super) fn read(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> RoleModel {
    let branch = form.required_written("branch").and_then(|written| scope.branch(form, written));
    let portrait_alt = form.text("portrait_alt").unwrap_or_default();
    RoleModel {
        name: form.required_text("name"),
        kind: form.required_term("kind", scope.vocabulary, "role_model_kind"),
        branch: branch.unwrap_or_else(|| "".into()),
        term: form.text("term"),
        honours: honours(scope, form),
        evidence: evidence(scope, origin, form),
        quote: form.text("quote"),
        portrait: beside(scope, origin, form, ("portrait", &portrait_alt)),
        consent: form.required_text("consent"),
    }
}

fn honours(scope: &Scope<'_>, form: &mut Form<'_>) -> Vec<String> {
    let mut known = Vec::new();
    for written in form.written_list("honours") {
        let id = plain_id(written.text);
        let honours = scope.registers.honours.as_ref();
        if honours.is_some_and(|honours| honours.rows.contains_key(&*id)) {
            known.push(id.into_owned());
            continue;
        }
        if honours.is_some_and(|honours| !honours.is_whole) {
            continue;
        }
        let near = honours.and_then(|honours| honours.nearest(&id));
        form.found.push(codes::unknown_honour.at(form.place(written.span)).with("id", written.text).with_some("near", near));
    }
    known
}

fn evidence(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for mut table in form.required_tables("evidence") {
        let title = table.required_text("title");
        if let Some(written) = table.required_written("link") {
            let at = table.place(written.span);
            let target = link(scope, origin, written.text, &at, &mut table.found);
            evidence.push(Evidence { title, target });
        }
        table.finish_into(&mut form.found);
    }
    evidence
}

//! Learning paths: resources and quizzes in a recommended order.

use crate::model::form::Form;
use crate::model::scope::{Origin, Scope};
use crate::model::{Kind, LearningPath};

/// Reads a path. Items that are not published now are left out.
pub(super) fn read(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> LearningPath {
    let mut items = Vec::new();
    for written in form.required_list("items") {
        items.extend(scope.entry(form, origin, &[Kind::Resource, Kind::Quiz], written));
    }
    LearningPath { items, audience: form.terms("audience", scope.vocabulary, "audience") }
}

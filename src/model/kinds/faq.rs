//! Questions that were asked, with their answers.

use crate::diag::codes;
use crate::model::Faq;
use crate::model::form::Form;
use crate::model::scope::Scope;

/// Reads a question.
///
/// - Codes: M124 answered before it was asked.
pub(super) fn read(scope: &Scope<'_>, form: &mut Form<'_>) -> Faq {
    form.required_text("question");
    let asked_on = form.required_date("asked_on").unwrap_or_else(|| scope.sources.as_of());
    let answered_on = form.date("answered_on");
    if answered_on.is_some_and(|day| form.has("asked_on") && day < asked_on) {
        form.found.push(codes::answered_before_asked.at(form.place_of("answered_on")));
    }
    Faq { answer: form.text("answer"), asked_on, answered_on }
}

//! Quizzes: questions with their right answers.

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::scope::Scope;
use crate::model::{Question, QuestionKind, Quiz};
use crate::read::{Node, Value};

/// Letters for options; more than these nobody reads on a phone.
const N_OPTIONS: usize = 26;

/// Reads a quiz.
///
/// - Codes: M117 an answer that does not fit its question, M118 too few or too many options.
pub(super) fn read(scope: &Scope<'_>, form: &mut Form<'_>) -> Quiz {
    let mut questions = Vec::new();
    for mut table in form.required_tables("questions") {
        questions.extend(question(scope, &mut table));
        table.finish_into(&mut form.found);
    }
    Quiz { questions }
}

fn question(scope: &Scope<'_>, form: &mut Form<'_>) -> Option<Question> {
    let stem = form.required_text("stem");
    let options = form.texts("options");
    let explanation = form.text("explanation");
    let source = form.text("source");
    let written_kind = form.term("kind", scope.vocabulary, "question_kind");
    let Some(node) = form.node("answer") else {
        form.miss("answer");
        return None;
    };
    let answer = understood(node);
    let kind = match written_kind.as_deref() {
        Some("single") => QuestionKind::Single,
        Some("multiple") => QuestionKind::Multiple,
        Some("true_false") => QuestionKind::TrueFalse,
        _ => likely_kind(answer.as_ref(), &options),
    };
    let is_choice = kind != QuestionKind::TrueFalse;
    if is_choice && !(2..=N_OPTIONS).contains(&options.len()) {
        form.found.push(codes::wrong_number_of_options.at(form.place_of("options")).with("n", options.len()));
        return None;
    }
    let Some(answer) = answer.and_then(|answer| fitting(answer, kind, options.len())) else {
        form.found.push(codes::answer_does_not_fit.at(form.place(node.span)));
        return None;
    };
    Some(Question { stem, kind, options: if is_choice { options } else { Vec::new() }, answer, explanation, source })
}

/// An answer as written.
enum Answer {
    Truth(bool),
    /// Positions of options.
    Letters(Vec<usize>),
}

fn understood(node: &Node) -> Option<Answer> {
    match &node.value {
        Value::Bool(is_true) => Some(Answer::Truth(*is_true)),
        Value::Text(text) => match text.trim() {
            "对" | "正确" | "是" | "√" | "true" => Some(Answer::Truth(true)),
            "错" | "错误" | "否" | "×" | "false" => Some(Answer::Truth(false)),
            text => letters(text).map(Answer::Letters),
        },
        Value::List(items) => {
            let mut all = Vec::new();
            for item in items {
                let Value::Text(text) = &item.value else { return None };
                all.extend(letters(text)?);
            }
            Some(Answer::Letters(all))
        }
        _ => None,
    }
}

/// `A`, `AC`, `a、c` or `Ａ，Ｃ` to positions.
fn letters(text: &str) -> Option<Vec<usize>> {
    let mut positions = Vec::new();
    for c in text.chars() {
        match c {
            'A'..='Z' => positions.push(c as usize - 'A' as usize),
            'a'..='z' => positions.push(c as usize - 'a' as usize),
            'Ａ'..='Ｚ' => positions.push(c as usize - 'Ａ' as usize),
            ',' | '，' | '、' | ' ' | ';' | '；' => {}
            _ => return None,
        }
    }
    Some(positions)
}

fn likely_kind(answer: Option<&Answer>, options: &[String]) -> QuestionKind {
    match answer {
        Some(Answer::Truth(_)) if options.is_empty() => QuestionKind::TrueFalse,
        Some(Answer::Letters(letters)) if letters.len() > 1 => QuestionKind::Multiple,
        _ => QuestionKind::Single,
    }
}

/// The positions of an answer if it can be one to such a question.
fn fitting(answer: Answer, kind: QuestionKind, n_options: usize) -> Option<Vec<usize>> {
    match (answer, kind) {
        (Answer::Truth(is_true), QuestionKind::TrueFalse) => Some(vec![usize::from(!is_true)]),
        (Answer::Letters(mut positions), QuestionKind::Single | QuestionKind::Multiple) => {
            let n_written = positions.len();
            positions.sort_unstable();
            positions.dedup();
            let is_known = positions.last().is_some_and(|last| *last < n_options) && positions.len() == n_written;
            let is_enough = if kind == QuestionKind::Single { positions.len() == 1 } else { positions.len() >= 2 };
            (is_known && is_enough).then_some(positions)
        }
        _ => None,
    }
}

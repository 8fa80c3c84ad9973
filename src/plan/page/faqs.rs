//! Questions and answers, newest first.

use crate::model::{Detail, EntryIdx, Kind};
use crate::plan::{Content, FaqItem, FaqsView, Page, PageView, Plan, paths};

use super::entry::days_between;
use super::list::{page_title, pager};
use super::{date_view, frame};

/// Page `number` of the questions, from one.
pub(super) fn view(plan: &Plan<'_>, page: &Page, number: usize) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let n_per_page = plan.model.site.n_per_page;
    let all: Vec<EntryIdx> = plan.model.indices_of(Kind::Faq).collect();
    let shown = all.iter().skip((number - 1) * n_per_page).take(n_per_page);
    let content = FaqsView {
        questions: shown.filter_map(|idx| item(plan, &root, *idx)).collect(),
        pager: pager(&root, "faq", number, all.len().div_ceil(n_per_page)),
        n_total: all.len(),
        elsewhere: if all.is_empty() { plan.elsewhere(&root, "faq") } else { Vec::new() },
    };
    let title = page_title(plan, plan.theme.word("section.faq"), number);
    frame(plan, &page.path, "faqs.html", "faq", title, Content::Faqs(content))
}

fn item(plan: &Plan<'_>, root: &str, idx: EntryIdx) -> Option<FaqItem> {
    let entry = plan.model.entry(idx);
    let Detail::Faq(faq) = &entry.detail else { return None };
    Some(FaqItem {
        title: entry.title.clone(),
        href: plan.entry_href(root, idx),
        answer: faq.answer.clone().unwrap_or_else(|| plan.filled(entry, &entry.summary)),
        asked_on: date_view(faq.asked_on),
        answered_on: faq.answered_on.map(date_view),
        n_days: faq.answered_on.map(|answered| days_between(faq.asked_on, answered)),
    })
}

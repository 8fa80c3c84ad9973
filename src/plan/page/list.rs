//! A page of a list.

use crate::plan::card::cards;
use crate::plan::{Content, ListView, Page, PageView, PagerItem, PagerView, Plan, TermView, paths};

use super::{columns, frame};

/// Page `number` of a list, from one.
pub(super) fn view(plan: &Plan<'_>, page: &Page, idx: usize, number: usize) -> PageView {
    let listing = &plan.listings[idx];
    let root = paths::root_of(page.path.as_str());
    let list = list_view(plan, &root, idx, number);
    let (template, content) = match listing.column {
        Some(column) => ("column.html", Content::Column(Box::new(columns::column_view(plan, column, number, list)))),
        None => ("list.html", Content::List(list)),
    };
    let title = page_title(plan, &listing.title, number);
    let mut view = frame(plan, &page.path, template, listing.kind, title, content);
    if let Some(column) = listing.column {
        view.description = plan.model.site.columns[column].summary.clone();
    }
    view.crumbs.extend(listing.crumbs.iter().map(|(title, path)| plan.link(&root, title, path)));
    if number > 1 {
        view.crumbs.push(plan.link(&root, &listing.title, &paths::list_path(&listing.folder, 1)));
    }
    view
}

/// `活动（第 2 页）`, so that no two pages have one title.
pub(super) fn page_title(plan: &Plan<'_>, title: &str, number: usize) -> String {
    if number <= 1 {
        return title.to_owned();
    }
    plan.theme.word("plan.page_n").replace("{title}", title).replace("{n}", &number.to_string())
}

fn list_view(plan: &Plan<'_>, root: &str, idx: usize, number: usize) -> ListView {
    let listing = &plan.listings[idx];
    let n_per_page = plan.model.site.n_per_page;
    let shown = listing.entries.iter().copied().skip((number - 1) * n_per_page).take(n_per_page);
    ListView {
        kind: listing.kind,
        n_total: listing.entries.len(),
        filters: filters(plan, root, &listing.folder),
        cards: cards(plan, root, shown),
        pager: pager(root, &listing.folder, number, listing.n_pages(n_per_page)),
        elsewhere: if listing.entries.is_empty() { plan.elsewhere(root, listing.kind) } else { Vec::new() },
    }
}

/// Ways to narrow a section: resources by topic and audience, everything else by its folders.
fn filters(plan: &Plan<'_>, root: &str, folder: &str) -> Vec<TermView> {
    let term = |title: &str, path: String, n: usize| TermView {
        title: title.to_owned(),
        href: format!("{root}{path}"),
        n,
        summary: String::new(),
        badge: String::new(),
    };
    if folder == "resources" {
        let topics = plan.index.topics.iter().map(|(_, known)| (known, "topics"));
        let audiences = plan.index.audiences.iter().map(|(_, known)| (known, "audiences"));
        return topics
            .chain(audiences)
            .map(|(known, section)| term(&known.title, format!("{section}/{}/index.html", known.slug), known.entries.len()))
            .collect();
    }
    let inside = format!("{folder}/");
    plan.listings
        .iter()
        .filter(|listing| listing.folder.strip_prefix(&inside).is_some_and(|rest| !rest.contains('/')))
        .filter(|listing| plan.index.folders.contains_key(&listing.folder))
        .map(|listing| {
            let title = listing.folder.rsplit('/').next().unwrap_or_default();
            term(title, format!("{}/index.html", listing.folder), listing.entries.len())
        })
        .collect()
}

/// The pager of a list; `None` if all is on one page.
pub(super) fn pager(root: &str, folder: &str, current: usize, n_pages: usize) -> Option<PagerView> {
    if n_pages < 2 {
        return None;
    }
    let href = |number: usize| format!("{root}{}", paths::list_path(folder, number));
    // The ends and two on each side of the current page: fits a phone, and every page is a few clicks away.
    let shown: Vec<usize> =
        (1..=n_pages).filter(|number| *number == 1 || *number == n_pages || number.abs_diff(current) <= 2).collect();
    let mut pages = Vec::with_capacity(shown.len());
    let mut before = 0;
    for number in shown {
        pages.push(PagerItem { number, href: href(number), is_current: number == current, has_gap_before: number > before + 1 });
        before = number;
    }
    Some(PagerView {
        current,
        n_pages,
        previous: (current > 1).then(|| href(current - 1)),
        next: (current < n_pages).then(|| href(current + 1)),
        pages,
    })
}

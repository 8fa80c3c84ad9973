//! The page that lists the files of open data.

use crate::plan::open::OpenGroup;
use crate::plan::{Content, OpenFileView, OpenGroupView, OpenSet, OpenSetView, OpenView, Page, PageView, Plan, paths};

use super::frame;

/// The page of open data.
pub(super) fn view(plan: &Plan<'_>, page: &Page) -> PageView {
    let root = paths::root_of(page.path.as_str());
    let mut groups = Vec::new();
    for group in OpenGroup::ALL {
        let sets: Vec<OpenSetView> =
            plan.open.iter().filter(|set| set.group() == group).map(|set| set_view(&root, set)).collect();
        if !sets.is_empty() {
            groups.push(OpenGroupView { name: group.name(), sets });
        }
    }
    let package = plan.package.as_ref().map(|path| format!("{root}{}", path.as_str())).unwrap_or_default();
    let title = plan.theme.word("open.title").to_owned();
    let description = plan.theme.word("open.lead").to_owned();
    let view = frame(plan, &page.path, "open.html", "open", title, Content::Open(OpenView { groups, package }));
    PageView { description, ..view }
}

fn set_view(root: &str, set: &OpenSet) -> OpenSetView {
    let mut files = Vec::new();
    for part in &set.parts {
        let href = format!("{root}{}", part.csv.as_str());
        // A part of a large table is told by its month.
        let stem = part.csv.as_str().trim_end_matches(".csv").rsplit('/').next().unwrap_or_default();
        let title = if set.parts.len() == 1 { "CSV".to_owned() } else { format!("CSV {stem}") };
        files.push(OpenFileView { title, href });
        if let Some(json) = &part.json {
            files.push(OpenFileView { title: "JSON".to_owned(), href: format!("{root}{}", json.as_str()) });
        }
    }
    OpenSetView { title: set.title.clone(), n_rows: set.n_rows, files }
}

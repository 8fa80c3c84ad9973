//! The settings to what all pages share: title, navigation, footer.

use std::collections::BTreeSet;

use crate::model::{Model, NavArea, NavItem};
use crate::theme::Theme;

use super::page::date_view;
use super::{NavItemView, NavView, Page, SiteView, paths};

/// What all pages share. The emblem is added when pictures are planned.
pub(super) fn site_view(model: &Model, theme: &Theme) -> SiteView {
    let site = &model.site;
    SiteView {
        title: site.title.clone(),
        org: site.org.clone(),
        tagline: site.tagline.clone(),
        language: site.language.clone(),
        nav: site.nav.iter().map(|area| nav_view(model, theme, area)).collect(),
        emblem: None,
        style: theme.style().to_owned(),
        scripts: theme.scripts().to_vec(),
        icon: theme.icon().to_owned(),
        icp: site.footer.icp.clone(),
        police_filing: site.footer.police_filing.clone(),
        sponsor: site.footer.sponsor.clone(),
        address: site.footer.address.clone(),
        is_grey: site.is_grey,
        has_feeds: site.base_url.is_some(),
        has_open_data: false,
        has_calendar: true,
        search: if site.search.is_enabled { "search/index.html".to_owned() } else { String::new() },
        search_scripts: theme.search_scripts().to_vec(),
        as_of: date_view(model.as_of),
    }
}

fn nav_view(model: &Model, theme: &Theme, area: &NavArea) -> NavView {
    let title = area.title.clone().unwrap_or_else(|| theme.word(&format!("area.{}", area.name)).to_owned());
    let items = area.items.iter().filter_map(|item| item_view(model, theme, item)).collect();
    NavView { title: Some(title), name: area.name.to_owned(), items }
}

/// `None` for a text that is not published now.
fn item_view(model: &Model, theme: &Theme, item: &NavItem) -> Option<NavItemView> {
    Some(match item {
        NavItem::Section(section) => NavItemView {
            title: Some(theme.word(&format!("section.{section}")).to_owned()),
            section: (*section).to_owned(),
            path: format!("{section}/index.html"),
            is_external: false,
        },
        NavItem::Note { title, file } => {
            let entry = model.entry(model.entry_of_file(*file)?);
            let path = paths::entry_path(entry, model.site.style);
            NavItemView { title: Some(title.clone()), section: String::new(), path, is_external: false }
        }
        NavItem::External { title, url } => {
            NavItemView { title: Some(title.clone()), section: String::new(), path: url.clone(), is_external: true }
        }
    })
}

/// Leaves out items that lead to a section without a page: figures have pages only where there are any.
pub(super) fn keep_planned(site: &mut SiteView, pages: &[Page]) {
    let planned: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    for area in &mut site.nav {
        area.items.retain(|item| item.section.is_empty() || planned.contains(item.path.as_str()));
    }
    site.nav.retain(|area| !area.items.is_empty());
}

//! `site.toml` as written to the site's settings, with a default for whatever a site leaves out.
//!
//! What it says about files, branches and entries is checked later, when those are known: `nav` and `rota` wait in
//! [`Settings`].

mod months;
mod nav;
mod parts;
mod privacy;
mod search;
mod values;
mod wording;

use std::sync::Arc;

use jiff::civil::Date;

use super::form::{Form, Written};
use super::naming::Privacy;
use super::site::{Footer, Host, PageStyle, SearchSettings, Site, WordingLevels};
use super::{DEFAULT_TIMEZONE, Options, Vocabulary};
use crate::diag::{Diagnostic, codes};
use crate::read::Fields;
use crate::source::Sources;

pub(super) use self::months::parse_month;
pub use self::values::normal_base_url;

/// The settings, and what in them has to wait until the rest of the site is known.
#[derive(Debug)]
pub(super) struct Settings<'a> {
    /// The settings. Rotas are empty, and items of the navigation that are texts are there unchecked.
    pub(super) site: Site,
    /// Turns as written, by position of their column.
    pub(super) turns: Vec<(usize, Date, Written<'a>)>,
    /// Place of the texts in the navigation: area, item, as written.
    pub(super) nav_notes: Vec<(usize, usize, Written<'a>)>,
    /// The site's picture as written.
    pub(super) emblem: Option<Written<'a>>,
}

/// Reads the settings.
///
/// - Codes: those of forms, M201–M215.
pub(super) fn read<'a>(
    sources: &Sources,
    fields: Option<&'a Fields>,
    vocabulary: &Vocabulary,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Settings<'a> {
    let file = sources.find("site.toml");
    let site = Site { file, ..Site::default() };
    let mut settings = Settings { site, turns: Vec::new(), nav_notes: Vec::new(), emblem: None };
    if let (Some(file), Some(fields)) = (file, fields) {
        let mut form = Form::of_file(file, fields);
        settings.read_tables(&mut form, sources.as_of());
        settings.read_lists(&mut form, sources, vocabulary);
        form.finish_into(found);
    }
    settings.site.is_base_url_refused = settings.site.base_url.is_none() && refuses_base_url(found);
    if let Some(address) = options.base_url.as_deref().and_then(normal_base_url) {
        settings.site.base_url = Some(address);
    }
    settings
}

/// Whether the address of the site was refused, or its key was misspelt: that is said once.
fn refuses_base_url(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| {
        one.code.id == codes::bad_base_url.id
            || one.code.id == codes::unknown_field.id && one.args.iter().any(|(_, value)| value == "base_url")
    })
}

impl<'a> Settings<'a> {
    fn read_tables(&mut self, form: &mut Form<'a>, as_of: Date) {
        match form.table("site") {
            Some(table) => self.read_site(table, form),
            None if form.has("site") => {}
            None => form.miss("site"),
        }
        let site = &mut self.site;
        within(form, "footer", |table| {
            site.footer = Footer {
                icp: table.text("icp"),
                police_filing: table.text("police_filing"),
                sponsor: table.text("sponsor"),
                address: table.text("address"),
            };
        });
        within(form, "links", |table| {
            site.allowed_domains = values::domains(table, "allow");
            site.is_strict_about_links = table.flag("strict").unwrap_or(false);
        });
        within(form, "lists", |table| set(&mut site.n_per_page, table.whole("per_page", 1..=1000)));
        within(form, "feeds", |table| set(&mut site.n_in_feeds, table.whole("limit", 1..=1000)));
        within(form, "limits", |table| set(&mut site.n_rows_max, table.whole("rows", 1..=100_000_000)));
        within(form, "images", |table| {
            // A picture of 65,535 pixels is the largest that a JPEG can be.
            site.image_px_max = table.whole("max_px", 100..=65_535).map_or(site.image_px_max, |px| px as u32);
        });
        within(form, "budget", |table| site.is_strict_about_budgets = table.flag("strict").unwrap_or(false));
        within(form, "privacy", |table| site.privacy = privacy::privacy(table));
        within(form, "host", |table| site.host = host(table));
        within(form, "search", |table| site.search = search::search(table));
        within(form, "grey", |table| {
            site.grey_days = values::grey_days(table, "days");
            site.is_grey = site.grey_days.iter().any(|(first, last)| (*first..=*last).contains(&as_of));
        });
        within(form, "wording", |table| site.wording = wording::wording(table));
    }

    fn read_site(&mut self, mut table: Form<'a>, form: &mut Form<'_>) {
        let site = &mut self.site;
        site.title = table.required_text("title");
        site.org = table.required_text("org");
        site.tagline = table.text("tagline").unwrap_or_default();
        site.description = table.text("description").unwrap_or_else(|| site.tagline.clone());
        site.base_url = values::base_url(&mut table, "base_url");
        if let Some(language) = values::language(&mut table, "language") {
            site.language = language;
        }
        if let Some(timezone) = values::time_zone(&mut table, "timezone") {
            site.timezone = timezone;
        }
        if let Some(theme) = values::folder_name(&mut table, "theme") {
            site.theme = theme;
        }
        let style = table.choice("style", &[("folder", PageStyle::Folder), ("file", PageStyle::File)]);
        site.style = style.unwrap_or(PageStyle::Folder);
        self.emblem = table.written("emblem");
        table.finish_into(&mut form.found);
    }

    fn read_lists(&mut self, form: &mut Form<'a>, sources: &Sources, vocabulary: &Vocabulary) {
        self.site.months = months::months(form);
        let columns = parts::columns(form);
        for (idx, (column, turns)) in columns.into_iter().enumerate() {
            self.site.columns.push(column);
            self.turns.extend(turns.into_iter().map(|(month, branch)| (idx, month, branch)));
        }
        self.site.modules = parts::modules(form, &self.site.columns, vocabulary);
        let areas = nav::areas(form, sources, &self.site);
        if let Some(areas) = areas {
            self.site.nav = areas.areas;
            self.nav_notes = areas.notes;
        }
    }
}

fn within<'a>(form: &mut Form<'a>, key: &'static str, read: impl FnOnce(&mut Form<'a>)) {
    if let Some(mut table) = form.table(key) {
        read(&mut table);
        table.finish_into(&mut form.found);
    }
}

fn set(setting: &mut usize, written: Option<i64>) {
    if let Some(number) = written {
        *setting = number as usize;
    }
}

fn host(table: &mut Form<'_>) -> Host {
    let written = table.written_list("allow_ext");
    let allow_ext_place = written.first().map(|first| table.place(first.span));
    let endings: Vec<&str> = written.iter().map(|one| one.text).collect();
    Host {
        allow_ext_place,
        allow_ext: endings.iter().map(|ending| ending.trim_start_matches('.').to_lowercase()).collect(),
        n_files_max: table.whole("max_files", 1..=i64::MAX).map(|number| number as u64),
        n_bytes_max: table.whole("max_bytes", 1..=i64::MAX).map(|number| number as u64),
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            file: None,
            title: String::new(),
            org: String::new(),
            tagline: String::new(),
            description: String::new(),
            language: "zh-CN".to_owned(),
            timezone: DEFAULT_TIMEZONE.to_owned(),
            base_url: None,
            is_base_url_refused: false,
            theme: "default".to_owned(),
            style: PageStyle::Folder,
            emblem: None,
            footer: Footer::default(),
            allowed_domains: Vec::new(),
            is_strict_about_links: false,
            is_strict_about_budgets: false,
            n_per_page: 20,
            n_in_feeds: 30,
            n_rows_max: 2_000_000,
            image_px_max: 12_000,
            privacy: Privacy::default(),
            host: Host::default(),
            search: SearchSettings::default(),
            wording: WordingLevels::default(),
            is_grey: false,
            grey_days: Vec::new(),
            nav: nav::default_areas(),
            months: Vec::new(),
            modules: Vec::new(),
            columns: Vec::new(),
        }
    }
}

/// Whether a text can be the id of a module or column: it becomes a folder of the output.
fn is_id(text: &str) -> bool {
    text.len() <= 60
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
        && super::slug::slugify(text).as_str() == text
}

/// A required id; one that cannot be an address is reported and kept out.
fn required_id(form: &mut Form<'_>, key: &'static str) -> Option<Arc<str>> {
    let written = form.required_written(key)?;
    if !is_id(written.text) {
        let diagnostic = crate::diag::codes::bad_setting_id.at(form.place(written.span)).with("id", written.text);
        form.found.push(diagnostic.with("better", super::slug::slugify(written.text)));
        return None;
    }
    Some(written.text.into())
}

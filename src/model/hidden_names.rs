//! A 公示 whose names may not be shown any more to one that shows none: not in its fields, not in its text, not in its files.
//!
//! What can be taken out is taken out. What cannot, because it is needed (a title, an address), may not hold a name from the first
//! day on: else the mistake would show on the day on which nobody looks.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::drafts::quietly;
use super::form::{Form, is_invisible};
use super::held::HeldWhy;
use super::links::percent_decoded;
use super::scope::Scope;
use super::slug::slugify;
use super::{Detail, Entry, Leaving, LinkTarget, NamesAfter, Notice};
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::read::Prose;

/// Fields that stay when the period is over.
const LASTING: [&str; 11] =
    ["title", "slug", "aliases", "tags", "matter", "accepting_unit", "channel", "basis", "outcome", "withdrawn_reason", "owner"];

/// Fields of a review that stay.
const LASTING_OF_REVIEW: [&str; 3] = ["first", "second", "final"];

/// What ends a name in a list of objects: `张样例（机关支部）、李示范`.
const ENDS: [char; 12] = ['、', '，', ',', '；', ';', '/', '（', '(', '）', ')', '：', ':'];

/// Takes everything that shows a name out of a 公示 that is over or was taken back.
///
/// - Codes: M424 a name where it would stay.
pub(super) fn hide(scope: &Scope<'_>, form: &mut Form<'_>, entry: &mut Entry) {
    let Detail::Notice(detail) = &mut entry.detail else { return };
    let Notice::PublicNotice(notice) = &mut **detail else { return };
    if notice.names_after == NamesAfter::Keep && notice.withdrawal.is_none() {
        return;
    }
    let names = Names::of(&notice.objects);
    let names_today = notice.names_today();
    notice.objects = names_today.apply(&notice.objects);
    names.report_lasting(form, &scope.sources.file(entry.file).path, entry.file);
    let leaving = names.leaving(&entry.summary, &entry.prose);
    if names_today != NamesAfter::Keep {
        take_out(entry, leaving);
        scope.hold_back(entry.file, HeldWhy::NoticeNames);
    } else if notice.names_after != NamesAfter::Keep {
        notice.leaving = leaving;
    }
}

fn take_out(entry: &mut Entry, leaving: Leaving) {
    if leaving.summary {
        entry.summary.clear();
    }
    if leaving.text {
        entry.prose = Prose::default();
        entry.links.clear();
        entry.images.clear();
        entry.blocks.clear();
        entry.figures.clear();
    }
    // What stands in a file or a picture cannot be seen from here.
    entry.attachments.clear();
    entry.cover = None;
    entry.images.fill(None);
    entry.blocks.fill(None);
    for target in &mut entry.links {
        if matches!(target, LinkTarget::File(_)) {
            *target = LinkTarget::Nowhere;
        }
    }
}

impl NamesAfter {
    /// What is left of names.
    fn apply(self, names: &[String]) -> Vec<String> {
        match self {
            Self::Keep => names.to_vec(),
            Self::Reduce => names.iter().flat_map(|object| leading_names(object)).filter_map(|name| reduced(&name)).collect(),
            Self::Remove => Vec::new(),
        }
    }
}

/// The family name tells those who know, and nobody else.
fn reduced(name: &str) -> Option<String> {
    name.chars().next().map(|first| format!("{first}＊＊"))
}

/// The names of a 公示, as they are looked for.
struct Names {
    /// As written, and in the form in which texts are compared; no name is empty.
    all: Vec<(String, String)>,
    /// In the letters of addresses: `zhang-yang-li`.
    slugs: Vec<String>,
}

impl Names {
    fn of(objects: &[String]) -> Self {
        let mut written: BTreeSet<String> = BTreeSet::new();
        for object in objects {
            written.extend(leading_names(object));
            written.extend(named_behind_colons(object));
            // Somebody may repeat the whole of it.
            written.insert(object.clone());
        }
        let mut names = Self { all: Vec::new(), slugs: Vec::new() };
        for name in written {
            let plain = plain(&name);
            // One character is no name: it would be found in every text.
            if plain.chars().count() < 2 {
                continue;
            }
            names.slugs.push(slugify(&name));
            names.all.push((name, plain));
        }
        names
    }

    /// The first name that a text shows.
    fn shown_in(&self, text: &str) -> Option<&str> {
        if self.all.is_empty() || text.is_empty() {
            return None;
        }
        let text = plain(text);
        self.all.iter().find(|(_, name)| text.contains(name.as_str())).map(|(name, _)| name.as_str())
    }

    /// The first name that an address shows in its letters.
    fn shown_in_address(&self, address: &str) -> Option<&str> {
        let shows = |slug: &str| {
            let joined: String = slug.chars().filter(|c| *c != '-').collect();
            address.split('/').any(|part| {
                let parts: Vec<&str> = part.split('-').collect();
                format!("-{part}-").contains(&format!("-{slug}-")) || parts.contains(&joined.as_str())
            })
        };
        let idx = self.slugs.iter().position(|slug| !slug.is_empty() && shows(slug))?;
        Some(&self.all[idx].0)
    }

    /// Reports names where they would stay.
    ///
    /// - Codes: M424 a name where it would stay.
    fn report_lasting(&self, form: &mut Form<'_>, path: &str, file: FileId) {
        for key in LASTING {
            let written = quietly(form, |form| form.texts(key));
            let is_address = matches!(key, "slug" | "aliases");
            let in_letters = |text: &String| if is_address { self.shown_in_address(text) } else { None };
            if let Some(name) = written.iter().find_map(|text| self.shown_in(text).or_else(|| in_letters(text))) {
                form.found.push(lasting(form.place_of(key), key, name));
            }
        }
        self.report_review(form);
        // The file's name is the id of the notice in open data, whatever its `slug` is.
        let path = path.strip_suffix(".md").unwrap_or(path);
        if let Some(name) = self.shown_in(path).or_else(|| self.shown_in_address(path)) {
            form.found.push(codes::name_in_path.at(Place::File(file)).with("name", reduced(name).unwrap_or_default()));
        }
    }

    fn report_review(&self, form: &mut Form<'_>) {
        let Some(mut review) = quietly(form, |form| form.table("review")) else { return };
        for key in LASTING_OF_REVIEW {
            let written = quietly(&mut review, |review| review.text(key)).unwrap_or_default();
            if let Some(name) = self.shown_in(&written) {
                form.found.push(lasting(review.place_of(key), key, name));
            }
        }
    }

    /// What has to go with the names. Where nobody is named, nobody can be looked for, so everything that may name somebody goes.
    fn leaving(&self, summary: &str, prose: &Prose) -> Leaving {
        let is_unknown = self.all.is_empty();
        Leaving {
            files: true,
            summary: is_unknown || self.shown_in(summary).is_some(),
            text: is_unknown || self.are_in_text(prose),
        }
    }

    fn are_in_text(&self, prose: &Prose) -> bool {
        let body = &prose.body;
        let is_shown = |text: &str| self.shown_in(text).is_some();
        is_shown(&without_tags(&body.html))
            || body.images.iter().any(|image| is_shown(&image.alt) || is_shown(&image.title))
            || body.links.iter().any(|link| is_shown(&link.title) || is_shown(&percent_decoded(&link.target)))
    }
}

fn lasting(at: Place, key: &str, name: &str) -> Diagnostic {
    codes::name_stays.at(at).with("field", key).with("name", reduced(name).unwrap_or_default())
}

/// The names with which an object and the parts of its list begin; what stands in brackets says more about them.
fn leading_names(object: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut name = String::new();
    for c in object.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 && ENDS.contains(&c) => names.push(std::mem::take(&mut name)),
            c if depth == 0 => name.push(c),
            _ => {}
        }
    }
    names.push(name);
    names.iter().flat_map(|name| apart(name)).collect()
}

/// Names that are introduced by a word: `负责人：李示范`.
fn named_behind_colons(object: &str) -> Vec<String> {
    let behind = object.split(['：', ':']).skip(1).map(|rest| rest.split(ENDS).next().unwrap_or_default());
    behind.flat_map(apart).collect()
}

/// Names with space between them. Space within a name, as in `张　样` or `John Smith`, is none.
fn apart(names: &str) -> Vec<String> {
    if names.is_ascii() {
        return Some(names.trim().to_owned()).filter(|name| !name.is_empty()).into_iter().collect();
    }
    let mut apart: Vec<String> = Vec::new();
    let mut is_open = false;
    for part in names.split_whitespace() {
        let is_short = part.chars().count() < 2;
        match apart.last_mut().filter(|_| is_open && is_short) {
            Some(name) => name.push_str(part),
            None => apart.push(part.to_owned()),
        }
        is_open = is_short;
    }
    apart
}

/// A text as it is compared: signs that look alike are the same, and what takes no room or stands between the parts of a name is none.
fn plain(text: &str) -> String {
    let is_kept = |c: &char| !c.is_whitespace() && !is_invisible(*c) && !matches!(c, '·' | '•' | '・' | '‧' | '∙');
    text.nfkc().flat_map(char::to_lowercase).filter(is_kept).collect()
}

/// The text of HTML, so that a name is found whatever part of it is bold.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_lists_and_behind_words() {
        assert_eq!(leading_names("张样例（机关支部）、李示范"), ["张样例", "李示范"]);
        assert_eq!(leading_names("张　样 李示范"), ["张样", "李示范"]);
        assert_eq!(leading_names("张样例 李示范"), ["张样例", "李示范"]);
        assert_eq!(leading_names("John Smith"), ["John Smith"]);
        assert_eq!(named_behind_colons("示范岗（负责人：李示范）"), ["李示范"]);
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let names = Names::of(&["张样例（2023级）".to_owned(), "阿依·示范".to_owned()]);
        for text in ["张 样 例", "张\u{200b}样例", "阿依•示范", "阿依示范同志"] {
            assert!(names.shown_in(text).is_some(), "{text}");
        }
        assert_eq!(names.shown_in(&without_tags("张<b>样</b>例")), Some("张样例"));
        assert_eq!(names.shown_in("2023级学生"), None);
        for address in ["notices/zhang-yang-li", "notices/2026-zhangyangli", "old/zhang-yang-li-2"] {
            assert!(names.shown_in_address(address).is_some(), "{address}");
        }
        assert_eq!(names.shown_in_address("notices/zhang-yang-lian"), None);
    }
}

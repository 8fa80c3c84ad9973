//! Every note to what identifies it (kind, id, address, title, date) and to whether it is published now.
//!
//! Everything else about it is read when all of them are known, because it may refer to any of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::directory::{Directory, Standing};
use super::form::Form;
use super::held::{Held, HeldWhy};
use super::registers::Registers;
use super::spot::{self, Spot};
use super::{Drafts, EntryIdx, Kind, Options, Site, Turn, TurnKind, Vocabulary, address, kinds};
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::read::{Note, Parsed};
use crate::source::Sources;

/// A text on its way to be an entry.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) note: &'a Note,
    pub(super) form: Form<'a>,
    pub(super) kind: Kind,
    pub(super) id: Arc<str>,
    pub(super) address: Arc<str>,
    /// The first folder below the kind's: the column of an article.
    pub(super) folder: Option<&'a str>,
    pub(super) title: String,
    pub(super) date: Option<Date>,
    /// The last day on which it is shown.
    pub(super) expires_at: Option<Date>,
}

/// When a text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timing {
    Now,
    Later,
    No(HeldWhy),
}

/// The texts that are to be read further.
#[derive(Debug, Default)]
pub(super) struct Roll<'a> {
    /// What is published now, in the order of the model's entries.
    pub(super) published: Vec<Draft<'a>>,
    /// What will be: it is checked today, so that a mistake does not wait for the day on which nobody looks.
    pub(super) scheduled: Vec<Draft<'a>>,
    /// What is not.
    pub(super) held: Vec<Held>,
    /// What comes and goes by itself.
    pub(super) turns: Vec<Turn>,
    /// Who is there.
    pub(super) directory: Directory,
}

/// What identifying a text needs to know.
struct Desk<'a, 'b> {
    sources: &'a Sources,
    site: &'b Site,
    registers: &'b Registers,
    vocabulary: &'b Vocabulary,
    options: &'b Options,
    by_address: BTreeMap<Arc<str>, FileId>,
}

/// Identifies all notes of a site.
///
/// - Codes: those of `spot` and `address`, M406 the same id twice, M407 the same address twice, M410 unknown consent,
///   M411 consent ended, M431 not begun, M432 not for a story (warnings).
pub(super) fn roll<'a>(
    sources: &'a Sources,
    parsed: &'a Parsed,
    (site, registers, vocabulary): (&Site, &Registers, &Vocabulary),
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Roll<'a> {
    let mut desk = Desk { sources, site, registers, vocabulary, options, by_address: BTreeMap::new() };
    let mut roll = Roll::default();
    for note in &parsed.notes {
        let Some(mut draft) = desk.draft(note, &mut roll.directory, found) else { continue };
        match desk.timing(&mut draft, &mut roll.turns) {
            Timing::Now => roll.published.push(draft),
            Timing::Later => {
                roll.directory.stand(draft.kind, &draft.id, Standing::Unpublished);
                roll.held.push(Held { why: HeldWhy::NotYet, file: note.file });
                roll.scheduled.push(draft);
            }
            Timing::No(why) => {
                roll.held.push(Held { why, file: note.file });
                roll.directory.stand(draft.kind, &draft.id, Standing::Unpublished);
                found.append(&mut draft.form.found);
            }
        }
    }
    roll.published.sort_by(|a, b| (a.kind, b.date, &a.id).cmp(&(b.kind, a.date, &b.id)));
    for (idx, draft) in roll.published.iter().enumerate() {
        roll.directory.stand(draft.kind, &draft.id, Standing::Published(EntryIdx(idx as u32)));
    }
    roll
}

impl<'a> Desk<'a, '_> {
    fn draft(&mut self, note: &'a Note, directory: &mut Directory, found: &mut Vec<Diagnostic>) -> Option<Draft<'a>> {
        let path = &*self.sources.file(note.file).path;
        let spot = match spot::spot(note.file, path, &self.site.columns) {
            Ok(spot) => spot,
            Err(diagnostic) => {
                directory.add_broken(note.file);
                found.push(diagnostic);
                return None;
            }
        };
        let id: Arc<str> = (&*spot.id).into();
        if let Err(first) = directory.add(spot.kind, &id, note.file) {
            let diagnostic = codes::same_id.at(Place::File(note.file)).also(Place::File(first)).with("id", &*id);
            found.push(diagnostic.with("path", path).with("first", &self.sources.file(first).path));
            return None;
        }
        // Without front matter nothing can be said about it; that it is missing has been said.
        let mut form = Form::of_file(note.file, note.front.as_ref()?);
        let address = address::address(&spot, &mut form);
        if let Some(first) = self.by_address.insert(address.clone(), note.file) {
            let first_path = &self.sources.file(first).path;
            if first_path.to_lowercase() == path.to_lowercase() {
                // Names that differ only in case: `source` has said so.
                found.append(&mut form.found);
                return None;
            }
            let diagnostic = codes::same_address.at(Place::File(note.file)).also(Place::File(first)).with("address", &*address);
            found.push(diagnostic.with("path", path).with("first", &self.sources.file(first).path));
            found.append(&mut form.found);
            return None;
        }
        Some(self.identified(note, spot, id, address, form))
    }

    fn identified(&self, note: &'a Note, spot: Spot<'a>, id: Arc<str>, address: Arc<str>, mut form: Form<'a>) -> Draft<'a> {
        let title = self.title(spot.kind, &id, &mut form);
        let date = self.date(spot.kind, &mut form);
        Draft { note, form, kind: spot.kind, folder: spot.folders.first().copied(), id, address, title, date, expires_at: None }
    }

    /// The title, or the id in its place: a missing title is an error, so no reader will see it.
    fn title(&self, kind: Kind, id: &Arc<str>, form: &mut Form<'_>) -> String {
        let other = match kind {
            Kind::Faq => form.text("question"),
            Kind::Branch => self.registers.branches.as_ref().and_then(|branches| branches.rows.get(id)).cloned(),
            _ => None,
        };
        let title = form.text("title").or(other);
        if title.is_none() && !form.has("title") && !(kind == Kind::Faq && form.has("question")) {
            form.miss("title");
        }
        title.unwrap_or_else(|| id.as_ref().to_owned())
    }

    fn date(&self, kind: Kind, form: &mut Form<'_>) -> Option<Date> {
        match kind {
            Kind::Page | Kind::Branch => form.date("date"),
            Kind::Faq if !form.has("date") => {
                let answered = form.has("answered_on").then(|| quietly(form, |form| form.date("answered_on"))).flatten();
                answered.or_else(|| quietly(form, |form| form.date("asked_on")))
            }
            _ => form.required_date("date").or(Some(self.sources.as_of())),
        }
    }

    fn timing(&self, draft: &mut Draft<'_>, turns: &mut Vec<Turn>) -> Timing {
        let as_of = self.sources.as_of();
        let is_draft = draft.form.flag("draft").unwrap_or(false);
        let publish_at = draft.form.date("publish_at");
        let expires_at = draft.form.date("expires_at");
        let page_ends = if draft.kind == Kind::Notice { self.page_ends(&mut draft.form) } else { None };
        draft.expires_at = [expires_at, page_ends].into_iter().flatten().min();
        if is_draft && self.options.drafts == Drafts::LeftOut {
            return Timing::No(HeldWhy::Draft);
        }
        let has_consent = self.has_consent(draft);
        if has_consent && !is_draft {
            note_turns(draft, publish_at, turns);
        }
        // The last day on which it is shown is `expires_at` itself.
        if draft.expires_at.is_some_and(|last| last < as_of) {
            return Timing::No(HeldWhy::Expired);
        }
        if !has_consent {
            return Timing::No(HeldWhy::NoConsent);
        }
        if publish_at.is_some_and(|first| first > as_of) { Timing::Later } else { Timing::Now }
    }

    /// The last day of a 公示 whose page goes when its period is over.
    fn page_ends(&self, form: &mut Form<'_>) -> Option<Date> {
        quietly(form, |form| kinds::page_ends(form, self.vocabulary, &self.registers.working_days))
    }

    /// Whether the person of a role model agrees today. An unknown consent is an error, not a refusal.
    fn has_consent(&self, draft: &mut Draft<'_>) -> bool {
        if draft.kind != Kind::RoleModel {
            return true;
        }
        let Some(written) = draft.form.required_written("consent") else { return true };
        let Some(consents) = &self.registers.consents else {
            draft.form.found.push(codes::no_consent_table.at(draft.form.place(written.span)).with("id", written.text));
            return true;
        };
        let at = draft.form.place(written.span);
        let Some(consent) = consents.rows.get(&*spot::plain_id(written.text)) else {
            if consents.is_whole {
                let diagnostic = codes::unknown_consent.at(at).with("id", written.text);
                draft.form.found.push(diagnostic.with_some("near", consents.nearest(written.text)));
            }
            return true;
        };
        let as_of = self.sources.as_of();
        let refusal = if let Some(day) = consent.ended(as_of) {
            codes::consent_ended.at(at).with("day", day)
        } else if let Some(day) = consent.begins(as_of) {
            codes::consent_not_begun.at(at).with("day", day)
        } else if !consent.covers("story") {
            codes::consent_without_story.at(at)
        } else {
            return true;
        };
        draft.form.found.push(refusal.with("id", written.text));
        false
    }
}

/// Notes the days on which a text comes and goes.
fn note_turns(draft: &Draft<'_>, publish_at: Option<Date>, turns: &mut Vec<Turn>) {
    let turn = |day: Date, kind: TurnKind| Turn {
        day,
        kind,
        file: draft.note.file,
        entry_kind: draft.kind,
        id: draft.id.clone(),
        title: draft.title.clone(),
    };
    turns.extend(publish_at.map(|day| turn(day, TurnKind::Publishes)));
    turns.extend(draft.expires_at.and_then(|last| last.tomorrow().ok()).map(|day| turn(day, TurnKind::Expires)));
}

/// Reads values whose mistakes are reported when their own fields are read.
pub(super) fn quietly<'a, T>(form: &mut Form<'a>, read: impl FnOnce(&mut Form<'a>) -> T) -> T {
    let n_found = form.found.len();
    let value = read(form);
    form.found.truncate(n_found);
    value
}

//! Texts as authors wrote them to what in their wording should not be published as it stands.
//!
//! Only what a build publishes is looked at: a draft may say what is still missing. Nothing is decided about meaning; each check is a
//! list of words, a place where they count, and an exception or two. `data/wording.toml` is the school's own list.

mod aside;
mod crosses;
mod mark;
mod month;
mod note;
mod phrases;
mod spoken;
mod table;
mod watch;

use crate::diag::{Code, Diagnostic, FileId, Outcome, Place, Severity, Span, codes};
use crate::model::{Entry, Level, Model, Site};
use crate::read::{Fields, Parsed, Value};
use crate::source::Sources;

use self::phrases::PhraseKind;
use self::watch::{Met, Watch};

/// Looks at the wording of a site.
#[derive(Debug)]
pub struct Wording<'s> {
    sources: &'s Sources,
    parsed: &'s Parsed,
    model: &'s Model,
    watch: Watch,
}

impl<'s> Wording<'s> {
    /// The checks of a site, with its own list of phrases.
    ///
    /// - Codes: those of TOML and of forms, for `data/wording.toml`.
    pub fn new(sources: &'s Sources, parsed: &'s Parsed, model: &'s Model) -> Outcome<Self> {
        let mut found = Vec::new();
        let phrases = phrases::of_site(sources, &mut found);
        Outcome::new(Self { sources, parsed, model, watch: Watch::new(phrases) }, found)
    }

    /// What is wrong with the wording of one published text.
    ///
    /// - Codes: W001 placeholder, W002 another month, W003 a mark of secrecy, W004 a claim without a figure, W005 empty praise, W006 a
    ///   word of the list.
    pub fn of_entry(&self, entry: &Entry) -> Vec<Diagnostic> {
        let Some(note) = self.parsed.note(entry.file) else { return Vec::new() };
        let text = self.sources.text(entry.file);
        let mut found = note::look(self, note, &text);
        found.extend(mark::look(self, entry, note, &text));
        found.extend(month::look(self, entry, note, &text));
        found
    }

    /// What is wrong with the wording of `site.toml` and of the columns of tables that everybody may see.
    ///
    /// - Codes: W001 and W004 to W006.
    pub fn of_site(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if let (Some(file), Some(fields)) = (self.model.site.file, &self.parsed.site) {
            let text = self.sources.text(file);
            for span in texts_of(fields) {
                self.look_at(file, &text, span, &mut found);
            }
        }
        for table in self.model.tables.iter() {
            found.extend(table::look(self, table));
        }
        found
    }

    /// Looks at a stretch of a file that readers get to see whole.
    fn look_at(&self, file: FileId, text: &str, span: Span, found: &mut Vec<Diagnostic>) {
        let (start, end) = (span.start as usize, span.end as usize);
        let Some(passage) = text.get(start..end) else { return };
        for met in self.watch.look(passage) {
            let place = Place::Text(file, Span::new(met.range.start, met.range.end).shifted(start));
            found.extend(self.finding(&met, passage, place));
        }
    }

    /// The finding for a phrase that was met in `passage`; `None` if its check is switched off.
    fn finding(&self, met: &Met<'_>, passage: &str, place: Place) -> Option<Diagnostic> {
        let (code, level) = self.check(met.kind);
        let level = if level == Level::Off { level } else { met.phrase.and_then(|phrase| phrase.level).unwrap_or(level) };
        let severity = severity(level)?;
        let written = passage.get(met.range.clone()).unwrap_or_default();
        let why = met.phrase.and_then(|phrase| phrase.why.as_deref());
        let instead = met.phrase.and_then(|phrase| phrase.instead.as_deref());
        let diagnostic = code.at(place).severe(severity).with("phrase", written);
        Some(diagnostic.with_some("why", why).with_some("instead", instead))
    }

    fn check(&self, kind: PhraseKind) -> (&'static Code, Level) {
        let levels = &self.site().wording;
        match kind {
            PhraseKind::Placeholder => (&codes::leftover_placeholder, levels.placeholders),
            PhraseKind::Claim => (&codes::claim_without_figure, levels.claims),
            PhraseKind::Praise => (&codes::empty_praise, levels.praise),
            PhraseKind::Word => (&codes::listed_phrase, levels.phrases),
        }
    }

    fn site(&self) -> &Site {
        &self.model.site
    }
}

/// How bad a finding of a level is; `None` for a check that is switched off.
fn severity(level: Level) -> Option<Severity> {
    match level {
        Level::Off => None,
        Level::Warn => Some(Severity::Warning),
        Level::Error => Some(Severity::Error),
    }
}

/// Where the texts below a table stand, in their order. Addresses and names of files are none.
fn texts_of(fields: &Fields) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut waiting: Vec<(&Value, Span)> = fields.entries.iter().rev().map(|(_, node)| (&node.value, node.span)).collect();
    while let Some((value, span)) = waiting.pop() {
        match value {
            Value::Text(text) if !is_address(text) => spans.push(span),
            Value::List(items) => waiting.extend(items.iter().rev().map(|item| (&item.value, item.span))),
            Value::Fields(inner) => waiting.extend(inner.entries.iter().rev().map(|(_, node)| (&node.value, node.span))),
            _ => {}
        }
    }
    spans
}

/// Whether a text is an address, a path or an id rather than words.
fn is_address(text: &str) -> bool {
    text.contains("://")
        || (!text.contains(char::is_whitespace) && text.contains(['/', '.', '@']) && text.len() < 200 && text.is_ascii())
}

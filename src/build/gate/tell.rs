//! What was caught to findings: one for each place in the sources, with the code of its kind.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, FileId, Place, Severity, codes};
use crate::gate::{Gate, HitKind, Inside, Secret, Spot, Tier, Unreadable};
use crate::source::Sources;

use super::answers::{Answers, passage_of_file, passage_of_output};
use super::trace::{self, Traced};
use super::{Seen, Thing};

/// Further places of a name that are listed: enough to see whether it is a word.
const N_ALSO: usize = 3;

/// A finding of the gate, and what `waive` has to write to answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is told.
    pub diagnostic: Diagnostic,
    /// The place as authors write it: `content/news/a.md:12`.
    pub written: String,
    /// The source, or the file of the output where no source has it.
    pub file: String,
    /// [`HitKind::name`].
    pub kind: &'static str,
    /// Code of the passage.
    pub passage: String,
    /// Whether it may be answered at all.
    pub is_open: bool,
}

/// What the places are looked for in.
pub(super) struct From<'f> {
    pub(super) sources: &'f Sources,
    pub(super) gate: &'f Gate,
    /// Files of tables about persons.
    pub(super) registers: BTreeSet<FileId>,
}

/// A place to tell of.
struct At {
    place: Place,
    written: String,
    file: String,
    passage: String,
    inside: String,
}

/// Finds the places of everything that was caught.
pub(super) fn tell(
    from: &From<'_>,
    answers: &Answers,
    things: &BTreeMap<Thing, Seen>,
    doubt: (Severity, &[String]),
) -> Vec<Doubt> {
    let traces = traces(from, answers, things);
    let mut doubts: Vec<Doubt> = Vec::new();
    let mut named: Option<&Secret> = None;
    for (thing, seen) in things {
        if is_told_with_its_text(thing, things, &traces) {
            continue;
        }
        let is_only_seen = thing.kind == HitKind::Name && seen.tier == Tier::Warn;
        for at in places(from.sources, thing, seen, &traces) {
            if is_only_seen && named == Some(&thing.secret) {
                also(&mut doubts, at);
                continue;
            }
            named = is_only_seen.then_some(&thing.secret);
            let doubt = doubt_of(thing, seen.tier, at, answers, doubt);
            // One line of a text may have been seen in many files of the output.
            let is_same =
                |other: &Doubt| other.diagnostic.at == doubt.diagnostic.at && other.diagnostic.args == doubt.diagnostic.args;
            if !doubts.iter().rev().take_while(|other| other.kind == doubt.kind).any(is_same) {
                doubts.push(doubt);
            }
        }
    }
    doubts
}

/// Whether a list or the search only repeats what a page of its own text is told for.
fn is_told_with_its_text(thing: &Thing, things: &BTreeMap<Thing, Seen>, traces: &BTreeMap<TraceKey, Vec<Traced>>) -> bool {
    let is_same = |other: &&Thing| other.kind == thing.kind && other.secret == thing.secret && other.source.is_some();
    thing.source.is_none() && !traces.contains_key(&key_of(thing)) && things.keys().any(|other| is_same(&other))
}

/// A name that may be a word is told once; its next places are only listed.
fn also(doubts: &mut [Doubt], at: At) {
    let Some(Doubt { diagnostic, .. }) = doubts.last_mut() else { return };
    if at.place != Place::Project
        && diagnostic.also.len() < N_ALSO
        && diagnostic.at != at.place
        && !diagnostic.also.contains(&at.place)
    {
        diagnostic.also.push(at.place);
    }
}

/// Where the sources have what was caught, by kind and secret.
fn traces(from: &From<'_>, answers: &Answers, things: &BTreeMap<Thing, Seen>) -> BTreeMap<TraceKey, Vec<Traced>> {
    let wanted: BTreeSet<TraceKey> = things.keys().filter(|thing| thing.inside.is_none()).map(key_of).collect();
    let mut traces: BTreeMap<TraceKey, Vec<Traced>> = BTreeMap::new();
    if wanted.is_empty() {
        return traces;
    }
    for (file, _) in from.sources.files() {
        for traced in trace::hits_of(from.sources, from.gate, file) {
            let key = (traced.hit.kind, traced.hit.secret.expose().to_owned());
            let is_of_register =
                matches!(traced.hit.kind, HitKind::Name | HitKind::MemberNumber) && from.registers.contains(&file);
            if wanted.contains(&key) && !answers.has(file, &traced.hit) && !is_of_register {
                traces.entry(key).or_default().push(traced);
            }
        }
    }
    traces
}

type TraceKey = (HitKind, String);

fn key_of(thing: &Thing) -> TraceKey {
    (thing.kind, thing.secret.expose().to_owned())
}

fn places(sources: &Sources, thing: &Thing, seen: &Seen, traces: &BTreeMap<TraceKey, Vec<Traced>>) -> Vec<At> {
    if let (Some(file), Some(inside)) = (thing.source, &thing.inside) {
        return vec![of_file(sources, file, written_inside(inside), passage_of_file(sources, file))];
    }
    let traced = traces.get(&key_of(thing)).map_or(&[][..], Vec::as_slice);
    let in_source: Vec<&Traced> = traced.iter().filter(|traced| traced.place.file() == thing.source).collect();
    // A page is made of its own text first; what it has from elsewhere is told there.
    let chosen = if in_source.is_empty() { traced.iter().collect() } else { in_source };
    if !chosen.is_empty() {
        return chosen.into_iter().map(|traced| of_trace(sources, traced)).collect();
    }
    let passage = passage_of_output(thing.kind, &thing.secret);
    match thing.source {
        Some(file) => vec![of_file(sources, file, String::new(), passage)],
        None => vec![At {
            place: Place::Project,
            written: seen.path.clone(),
            file: seen.path.clone(),
            passage,
            inside: String::new(),
        }],
    }
}

fn of_file(sources: &Sources, file: FileId, inside: String, passage: String) -> At {
    let path = sources.file(file).path.to_string();
    At { place: Place::File(file), written: path.clone(), file: path, passage, inside }
}

fn of_trace(sources: &Sources, traced: &Traced) -> At {
    let file = traced.place.file().map(|file| sources.file(file).path.to_string()).unwrap_or_default();
    At {
        place: traced.place.clone(),
        written: traced.written.clone(),
        file,
        passage: traced.passage.clone(),
        inside: String::new(),
    }
}

fn doubt_of(thing: &Thing, tier: Tier, at: At, answers: &Answers, (doubt, patterns): (Severity, &[String])) -> Doubt {
    let code = code_of(thing.kind, tier);
    let severity = match tier {
        Tier::Block => Severity::Error,
        Tier::Ask => doubt,
        Tier::Warn => Severity::Warning,
    };
    let mut diagnostic = code.at(at.place.clone()).severe(severity).with("sample", sample(thing)).with("inside", at.inside);
    if let HitKind::Pattern(idx) = thing.kind {
        diagnostic = diagnostic.with("pattern", patterns.get(usize::from(idx)).map_or("", String::as_str));
    }
    if at.place == Place::Project {
        diagnostic = diagnostic.with("path", &at.written);
    }
    if tier == Tier::Ask {
        diagnostic = diagnostic.with("waive", format!("yuandi waive {} {}", code.id, at.written));
    }
    Doubt {
        diagnostic,
        written: at.written,
        file: at.file,
        kind: thing.kind.name(),
        passage: answers.code_of(&at.passage),
        is_open: tier != Tier::Block,
    }
}

/// Enough to recognise it. What is no secret is written as it is.
fn sample(thing: &Thing) -> String {
    match thing.kind {
        HitKind::Metadata | HitKind::Marking => thing.secret.expose().to_owned(),
        _ => thing.secret.masked(),
    }
}

/// ` [word/comments.xml, p. 3]`, or nothing.
fn written_inside(inside: &Inside) -> String {
    let spot = match &inside.spot {
        Spot::Whole => None,
        Spot::FileName => Some("*".to_owned()),
        Spot::Line(line) => Some(format!(":{line}")),
        Spot::Page(page) => Some(format!("p. {page}")),
        Spot::Cell(sheet, row, column) => Some(format!("{sheet}!R{row}C{column}")),
        Spot::Property(name) => Some(name.clone()),
    };
    let parts: Vec<String> = inside.parts.iter().cloned().chain(spot).collect();
    if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(" › ")) }
}

fn code_of(kind: HitKind, tier: Tier) -> &'static Code {
    match kind {
        HitKind::ResidentId | HitKind::ResidentIdOld | HitKind::RoundedId => &codes::identity_number_found,
        HitKind::Mobile => &codes::mobile_found,
        HitKind::BankCard => &codes::bank_card_found,
        HitKind::CreditCode => &codes::credit_code_found,
        HitKind::Passport => &codes::travel_document_found,
        HitKind::Plate => &codes::plate_found,
        HitKind::Qq | HitKind::Wechat => &codes::messenger_found,
        HitKind::Email => &codes::mail_address_found,
        HitKind::Landline => &codes::telephone_found,
        HitKind::MemberNumber => &codes::member_number_found,
        HitKind::Pattern(_) => &codes::school_number_found,
        HitKind::Name if tier == Tier::Block => &codes::name_found,
        HitKind::Name => &codes::name_seen,
        HitKind::HomeAddress => &codes::home_address_found,
        HitKind::BirthDate => &codes::birth_date_found,
        HitKind::Sensitive => &codes::sensitive_found,
        HitKind::Metadata => &codes::metadata_found,
        HitKind::Marking => &codes::marking_found,
        HitKind::Unreadable(why) => code_of_unreadable(why),
    }
}

fn code_of_unreadable(why: Unreadable) -> &'static Code {
    match why {
        Unreadable::Encrypted => &codes::encrypted_attachment,
        Unreadable::OnlyPictures => &codes::only_pictures,
        Unreadable::UnknownGlyphs => &codes::unknown_glyphs,
        Unreadable::Picture => &codes::picture_attached,
        Unreadable::Media => &codes::media_attached,
        Unreadable::UnknownFormat => &codes::unknown_attachment,
        Unreadable::TooMuch => &codes::too_much_attached,
        Unreadable::Broken => &codes::broken_attachment,
    }
}

//! What a case is, and whether a gate deals with it as the rules say.

use yuandi::gate::{Gate, Hit, HitKind, NamedOn, Subject, Tier};

use super::carry::File;

/// What the rules say about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wants {
    /// A check sum or a label holds.
    Block,
    /// It stops, by itself or with a question.
    Stop,
    /// It is found, in whatever tier.
    Found,
    /// It may ask and may not block.
    NoBlock,
    /// It neither blocks nor asks.
    Silent,
}

/// One file, or the files of one index, with what is to be found in it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Identifier, or what only looks like one.
    pub(crate) class: &'static str,
    pub(crate) form: &'static str,
    pub(crate) carrier: &'static str,
    pub(crate) held_out: bool,
    pub(crate) wants: Wants,
    /// Kinds that are right; empty where nothing is to be found.
    pub(crate) kinds: Vec<HitKind>,
    /// Its normalised value, where the rules say what that is.
    pub(crate) value: Option<String>,
    pub(crate) files: Vec<File>,
}

/// What a gate made of a case.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) is_right: bool,
    /// The strongest tier in which it was found.
    pub(crate) tier: Option<Tier>,
    /// It was found under another value than its own.
    pub(crate) is_renamed: bool,
    /// Blocks and questions about anything else.
    pub(crate) others: Vec<Hit>,
}

/// Shows a case to a gate.
pub(crate) fn judge(gate: &Gate, case: &Case) -> Verdict {
    let mut tier: Option<Tier> = None;
    let (mut n_exact, mut n_found) = (0, 0);
    let mut others = Vec::new();
    for hit in case.files.iter().flat_map(|file| scan(gate, file)) {
        if !case.kinds.contains(&hit.kind) {
            if hit.tier < Tier::Warn && !is_question_of_format(&hit, case) {
                others.push(hit);
            }
            continue;
        }
        n_found += 1;
        n_exact += usize::from(case.value.as_ref().is_none_or(|value| hit.secret.expose() == value));
        tier = Some(tier.map_or(hit.tier, |known| known.min(hit.tier)));
    }
    let is_right = match case.wants {
        Wants::Block => tier == Some(Tier::Block),
        Wants::Stop => tier.is_some_and(|tier| tier < Tier::Warn),
        Wants::Found => tier.is_some(),
        Wants::NoBlock => others.iter().all(|hit| hit.tier != Tier::Block),
        Wants::Silent => others.is_empty(),
    };
    Verdict { is_right, tier, is_renamed: n_found > 0 && n_exact == 0, others }
}

/// A picture that is attached is asked about, whatever it says.
fn is_question_of_format(hit: &Hit, case: &Case) -> bool {
    case.carrier == "jpeg comment" && matches!(hit.kind, HitKind::Unreadable(_) | HitKind::Metadata)
}

fn scan(gate: &Gate, file: &File) -> Vec<Hit> {
    let subject =
        Subject { path: &file.path, name: file.name.as_deref(), bytes: &file.bytes, on: Some(NamedOn::Elsewhere), also: &[] };
    gate.scan(&subject)
}

/// The file as a reader of a report wants to see it.
pub(crate) fn shown(case: &Case) -> String {
    let file = &case.files[0];
    let text = String::from_utf8_lossy(&file.bytes);
    let text: String = text.chars().rev().take(220).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{} {}: {}", file.path, file.name.as_deref().unwrap_or_default(), text.escape_debug())
}

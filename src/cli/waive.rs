//! The command `waive`: a doubt of the gate is answered, with a reason and a name.

use crate::amend;
use crate::build::Doubt;
use crate::diag::{Diagnostic, Place, Severity, codes};
use crate::gate::{WAIVERS_PATH, Waiver};

use super::args::{Args, WaiveArgs};
use super::build::{Looked, look, tell_one};
use super::language::Say;
use super::{exit, new, site};

/// Looks at the site as `check` does, finds the doubt that is meant, and writes the answer.
pub(super) fn run(options: &WaiveArgs, args: &Args, say: Say) -> u8 {
    let looked = match look(args, say) {
        Ok(looked) => looked,
        Err(code) => return code,
    };
    // A file of waivers that cannot be understood is not written to.
    if let Some(diagnostic) = looked.found.iter().find(|diagnostic| is_of_waivers(&looked, diagnostic)) {
        return tell_one(args, say, diagnostic, exit::CONTENT);
    }
    // Without a key of the site's own a passage could be guessed from its code.
    if !looked.has_key {
        return tell_one(args, say, &codes::person_key_missing.at(Place::Project), exit::USAGE);
    }
    let doubts = match chosen(&looked.doubts, options) {
        Ok(doubts) => doubts,
        Err(diagnostic) => return tell_one(args, say, &diagnostic, exit::USAGE),
    };
    let root = match site::root(args) {
        Ok(root) => root,
        Err(diagnostic) => return tell_one(args, say, &diagnostic, exit::USAGE),
    };
    for doubt in doubts {
        let waiver = Waiver {
            file: doubt.file.clone(),
            kind: doubt.kind.to_owned(),
            passage: doubt.passage.clone(),
            reason: options.reason.clone(),
            by: options.by.clone(),
            date: looked.as_of,
            place: Place::Project,
        };
        if let Err(fault) = amend::waive(&root, &waiver) {
            return new::tell(args, say, fault);
        }
    }
    if !args.quiet {
        println!(
            "{}",
            say.choose(
                &format!("已记到 {WAIVERS_PATH}；那一段内容一改，放行就失效"),
                &format!("written to {WAIVERS_PATH}; it ends when the passage changes"),
            )
        );
    }
    exit::DONE
}

fn is_of_waivers(looked: &Looked, diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error && diagnostic.at.file().is_some() && diagnostic.at.file() == looked.waivers
}

/// The doubts of a code at a place, each passage once.
///
/// - Codes: G203 none, G204 it cannot be answered.
fn chosen<'d>(doubts: &'d [Doubt], options: &WaiveArgs) -> Result<Vec<&'d Doubt>, Diagnostic> {
    let place = options.place.trim().replace('\\', "/");
    let is_meant = |doubt: &&Doubt| {
        let is_code = doubt.diagnostic.code.id.eq_ignore_ascii_case(&options.code);
        // A column behind the line, as `--format short` writes it, changes nothing.
        is_code && (doubt.written == place || place.strip_prefix(&doubt.written).is_some_and(|rest| rest.starts_with(':')))
    };
    let mut meant: Vec<&Doubt> = doubts.iter().filter(is_meant).collect();
    let tell =
        |code: &'static crate::diag::Code| code.at(Place::Project).with("code", &options.code).with("place", &options.place);
    if meant.is_empty() {
        return Err(tell(&codes::nothing_to_waive));
    }
    if meant.iter().any(|doubt| !doubt.is_open) {
        return Err(tell(&codes::never_waived));
    }
    meant.sort_by_key(|doubt| (&doubt.file, doubt.kind, &doubt.passage));
    meant.dedup_by_key(|doubt| (&doubt.file, doubt.kind, &doubt.passage));
    Ok(meant)
}

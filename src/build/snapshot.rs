//! A project folder to its snapshot, with "today" found: given, from the environment, or from the clock in the site's zone.

use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::diag::{Outcome, Place, codes};
use crate::model::{DEFAULT_TIMEZONE, zone};
use crate::read::{Value, parse_toml};
use crate::source::{self, FileKind, Loaded, Sources, decode};

/// Where "today" comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This date.
    Given(Date),
    /// The date of this moment (seconds since 1970) in the time zone of the site.
    Moment(i64),
}

/// Why there is no snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotFault {
    /// The folder has no `site.toml`.
    NoSite,
}

/// Reads the project at `root`.
pub fn snapshot(root: &Path, as_of: AsOf) -> Result<Outcome<Sources>, SnapshotFault> {
    let mut found = Vec::new();
    let listing = source::walk(root).into_value(&mut found);
    if !listing.files.iter().any(|file| file.kind == FileKind::Site) {
        return Err(SnapshotFault::NoSite);
    }
    let loaded: Vec<Loaded> = listing.files.par_iter().map(source::load).collect();
    // The zone stands in a file of the snapshot, so that it is read as of one moment with everything else.
    let mut sources = Sources::assemble(root, loaded, Date::ZERO).into_value(&mut found);
    let as_of = match as_of {
        AsOf::Given(date) => date,
        AsOf::Moment(seconds) => date_in_zone(&sources, seconds),
    };
    sources.set_as_of(as_of);
    Ok(Outcome::new(sources, found))
}

/// The date of a moment (seconds since 1970) in the time zone of the site at `root`.
pub fn date_of_site(root: &Path, seconds: i64) -> Date {
    let listing = source::walk(root).value;
    let settings: Vec<Loaded> = listing.files.iter().filter(|file| file.kind == FileKind::Site).map(source::load).collect();
    date_in_zone(&Sources::assemble(root, settings, Date::ZERO).value, seconds)
}

/// The date of a moment in the zone that `site.toml` names; a zone that it cannot name is reported when settings are read.
fn date_in_zone(sources: &Sources, seconds: i64) -> Date {
    let zone = site_zone(sources).or_else(|| zone(DEFAULT_TIMEZONE)).unwrap_or(TimeZone::UTC);
    let moment = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    moment.to_zoned(zone).date()
}

fn site_zone(sources: &Sources) -> Option<TimeZone> {
    let file = sources.find("site.toml")?;
    let bytes = sources.bytes(file).ok()?;
    let text = decode(file, &bytes).value.text;
    let fields = parse_toml(file, &text, 0).value?;
    let Value::Fields(site) = &fields.get("site")?.value else { return None };
    let Value::Text(name) = &site.get("timezone")?.value else { return None };
    zone(name)
}

impl SnapshotFault {
    /// The fault as a finding.
    ///
    /// - Codes: C001 no `site.toml`.
    pub fn into_diagnostic(self, root: &Path) -> crate::diag::Diagnostic {
        match self {
            Self::NoSite => codes::no_site.at(Place::Project).with("path", root.display()),
        }
    }
}

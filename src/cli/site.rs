//! The arguments that say which site is meant to the site's folder, "today" and settings of the build.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::build::AsOf;
use crate::diag::{Diagnostic, Place, codes};
use crate::model::date::parse_date;
use crate::model::{self, Drafts};
use crate::report;

use super::args::{Args, Format};
use super::language::Say;

/// The folder of the site: as given, else the nearest upward that has a `site.toml`.
///
/// - Codes: C001 no `site.toml`.
pub(super) fn root(args: &Args) -> Result<PathBuf, Diagnostic> {
    let start = match &args.root {
        Some(root) => {
            if root.join("site.toml").is_file() {
                return Ok(root.clone());
            }
            return Err(codes::no_site.at(Place::Project).with("path", root.display()));
        }
        None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
    };
    match start.ancestors().find(|folder| folder.join("site.toml").is_file()) {
        // The working folder itself is written as such, so that messages stay short.
        Some(folder) if folder == start => Ok(PathBuf::from(".")),
        Some(folder) => Ok(folder.to_path_buf()),
        None => Err(codes::no_site.at(Place::Project).with("path", start.display())),
    }
}

/// Where the output goes.
pub(super) fn out(args: &Args, root: &Path) -> PathBuf {
    args.out.clone().unwrap_or_else(|| root.join("public"))
}

/// Where made pictures are remembered.
pub(super) fn cache_dir(root: &Path) -> PathBuf {
    root.join(".yuandi").join("cache")
}

/// What "today" is: as given, else `SOURCE_DATE_EPOCH`, else the clock.
///
/// - Codes: C002 not a date.
#[expect(clippy::disallowed_methods, reason = "the one place where the clock becomes the as-of date")]
pub(super) fn as_of(args: &Args) -> Result<AsOf, Diagnostic> {
    if let Some(written) = &args.as_of {
        let date: Result<Date, _> = parse_date(written);
        return date.map(AsOf::Given).map_err(|_| codes::bad_as_of.at(Place::Project).with("value", written));
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) if !seconds.is_empty() => match seconds.trim().parse() {
            Ok(seconds) => Ok(AsOf::Moment(seconds)),
            Err(_) => Err(codes::bad_as_of.at(Place::Project).with("value", format!("SOURCE_DATE_EPOCH={seconds}"))),
        },
        _ => Ok(AsOf::Moment(jiff::Timestamp::now().as_second())),
    }
}

/// "Today" as a date, for commands that do not read the whole site.
///
/// - Codes: C002 not a date.
pub(super) fn today(args: &Args, root: &Path) -> Result<Date, Diagnostic> {
    Ok(match as_of(args)? {
        AsOf::Given(date) => date,
        AsOf::Moment(seconds) => crate::build::date_of_site(root, seconds),
    })
}

/// Whether `--base-url`, if given, is an address.
///
/// - Codes: M201 not an address of a web site.
pub(super) fn judge_base_url(args: &Args) -> Result<(), Diagnostic> {
    match &args.base_url {
        Some(written) if model::normal_base_url(written).is_none() => {
            Err(codes::bad_base_url.at(Place::Project).with("value", written))
        }
        _ => Ok(()),
    }
}

/// What decides which entries are published and under which address.
pub(super) fn model_options(args: &Args) -> model::Options {
    model::Options { drafts: if args.drafts { Drafts::Shown } else { Drafts::LeftOut }, base_url: args.base_url.clone() }
}

/// How findings are shown.
pub(super) fn manner(args: &Args, say: Say) -> report::Manner {
    let is_terminal = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    report::Manner {
        format: match args.format {
            Format::Human => report::Format::Human,
            Format::Short => report::Format::Short,
            Format::Json => report::Format::Json,
        },
        language: say.for_report(),
        colour: if is_terminal { report::Colour::Terminal } else { report::Colour::Plain },
    }
}

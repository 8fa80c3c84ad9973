//! The language of a run: from the arguments, else from the locale, else Chinese.

use std::ffi::OsString;

use clap::ValueEnum;

use crate::report;

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Says things in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Say(pub(super) Language);

impl Say {
    /// The words of this language.
    pub(super) fn choose<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// Says something that went wrong.
    pub(super) fn error(self, zh: &str, en: &str) {
        eprintln!("{}", self.choose(zh, en));
    }

    /// The language for reports.
    pub(super) fn for_report(self) -> report::Language {
        match self.0 {
            Language::Zh => report::Language::Chinese,
            Language::En => report::Language::English,
        }
    }
}

/// The language before arguments are understood, for the help and for faults in the arguments themselves.
pub(super) fn of_arguments(arguments: impl Iterator<Item = OsString>) -> Say {
    let arguments: Vec<String> = arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let mut given = None;
    for (idx, argument) in arguments.iter().enumerate() {
        if let Some(value) = argument.strip_prefix("--lang=") {
            given = Some(value.to_owned());
        } else if argument == "--lang" {
            given = arguments.get(idx + 1).cloned();
        }
    }
    match given.as_deref() {
        Some("en") => Say(Language::En),
        Some(_) => Say(Language::Zh),
        None => Say(of_locale()),
    }
}

/// English only where the locale says so: most editors' machines are Chinese, and servers say nothing.
fn of_locale() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        if let Ok(value) = std::env::var(name)
            && !value.is_empty()
        {
            return if value.starts_with("en") { Language::En } else { Language::Zh };
        }
    }
    Language::Zh
}

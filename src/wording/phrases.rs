//! The shipped list of phrases and a site's `data/wording.toml` to the phrases that are looked for.

use crate::diag::{Diagnostic, FileId};
use crate::model::Level;
use crate::model::form::Form;
use crate::read::{Fields, parse_toml};
use crate::source::{Sources, decode};

/// Where a site keeps its own phrases.
const PATH: &str = "data/wording.toml";

const SHIPPED: &str = include_str!("phrases.toml");

/// One phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As it stands in texts.
    pub(super) text: String,
    pub(super) kind: PhraseKind,
    /// What to write.
    pub(super) instead: Option<String>,
    pub(super) why: Option<String>,
    /// Takes the place of the level of its check.
    pub(super) level: Option<Level>,
}

/// Which check a phrase belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// It was to be replaced.
    Placeholder,
    /// It wants a figure near by.
    Claim,
    /// It says nothing.
    Praise,
    /// It is on the list.
    Word,
}

const KINDS: [(&str, PhraseKind); 4] = [
    ("placeholder", PhraseKind::Placeholder),
    ("claim", PhraseKind::Claim),
    ("praise", PhraseKind::Praise),
    ("word", PhraseKind::Word),
];

/// What a site says about the phrases.
struct List {
    phrases: Vec<Phrase>,
    /// Phrases that it does not want to hear of.
    ignored: Vec<String>,
}

/// The shipped phrases with those of the site, which win.
pub(super) fn of_site(sources: &Sources, found: &mut Vec<Diagnostic>) -> Vec<Phrase> {
    let mut phrases = shipped();
    let Some(file) = sources.find(PATH) else { return phrases };
    let bytes = sources.bytes(file).unwrap_or_default();
    let text = decode(file, &bytes).into_value(found).text;
    let Some(fields) = parse_toml(file, &text, 0).into_value(found) else { return phrases };
    let own = read(file, &fields, found);
    phrases.retain(|phrase| !own.ignored.contains(&phrase.text) && own.phrases.iter().all(|one| one.text != phrase.text));
    phrases.extend(own.phrases);
    phrases
}

fn shipped() -> Vec<Phrase> {
    let fields = parse_toml(FileId(0), SHIPPED, 0).value.expect("the shipped list is TOML: a test reads it");
    let mut found = Vec::new();
    let list = read(FileId(0), &fields, &mut found);
    debug_assert!(found.is_empty(), "the shipped list has no mistakes: {found:?}");
    list.phrases
}

fn read(file: FileId, fields: &Fields, found: &mut Vec<Diagnostic>) -> List {
    let mut form = Form::of_file(file, fields);
    let ignored = form.texts("ignore");
    let mut phrases = Vec::new();
    // The shipped list groups what has the same reason, and so may a site.
    for mut group in form.tables("phrase") {
        let texts = group.texts("text");
        if texts.is_empty() {
            group.miss("text");
        }
        let kind = group.choice("kind", &KINDS).unwrap_or(PhraseKind::Word);
        let (instead, why) = (group.text("instead"), group.text("why"));
        let level = group.choice("severity", &Level::ALL);
        phrases.extend(texts.into_iter().map(|text| Phrase { text, kind, instead: instead.clone(), why: why.clone(), level }));
        group.finish_into(&mut form.found);
    }
    form.finish_into(found);
    List { phrases, ignored }
}

#[test]
fn the_shipped_list_is_sound() {
    let phrases = shipped();
    assert!(phrases.len() > 50);
    for (idx, phrase) in phrases.iter().enumerate() {
        assert!(phrase.why.is_some(), "{} says why", phrase.text);
        assert!(phrases[..idx].iter().all(|one| one.text != phrase.text), "{} stands there once", phrase.text);
    }
}

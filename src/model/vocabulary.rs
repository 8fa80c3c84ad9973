//! The shipped words and a site's `data/vocabulary.toml` to the words that entries and tables may use.
//!
//! A word has an id, which files and addresses use, and a label, which people read. Authors may write either.

use crate::diag::{Diagnostic, FileId, Outcome, Place, codes, nearest};
use crate::read::{Fields, Key, Node, Value, parse_toml};
use crate::source::{Sources, decode};

/// Where a site keeps its own words.
pub const VOCABULARY_PATH: &str = "data/vocabulary.toml";

const SHIPPED: &str = include_str!("vocabulary.toml");

/// All groups of words, in the order of their declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    groups: Vec<Group>,
}

/// The words of one subject, such as `topic`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    name: String,
    /// Whether yuandi acts on its words, so that a site may only rename them.
    is_fixed: bool,
    words: Vec<Word>,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    id: String,
    label: String,
    /// Other ways to write it.
    aliases: Vec<String>,
}

impl Vocabulary {
    /// The words that come with yuandi, without those of a site.
    pub fn shipped() -> Self {
        let parsed = parse_toml(FileId(0), SHIPPED, 0).value.expect("the shipped vocabulary is TOML: a test reads it");
        let fixed = fixed_groups(&parsed);
        let mut vocabulary = Self::default();
        let mut found = Vec::new();
        for (key, node) in &parsed.entries {
            let Value::Fields(words) = &node.value else { continue };
            let mut group = Group { name: key.text.clone(), is_fixed: false, words: Vec::new() };
            group.overlay(FileId(0), words, &mut found);
            group.is_fixed = fixed.contains(&key.text.as_str());
            vocabulary.groups.push(group);
        }
        debug_assert!(found.is_empty(), "the shipped vocabulary has no mistakes: {found:?}");
        vocabulary
    }

    /// The shipped words with those of the site's `data/vocabulary.toml`, if there is one.
    ///
    /// - Codes: those of `decode` and `parse_toml`, and those of [`Vocabulary::overlaid`].
    pub fn of_site(sources: &Sources) -> Outcome<Self> {
        let mut found = Vec::new();
        let Some(file) = sources.find(VOCABULARY_PATH) else {
            return Outcome::new(Self::shipped(), found);
        };
        let bytes = sources.bytes(file).unwrap_or_default();
        let text = decode(file, &bytes).into_value(&mut found).text;
        let Some(fields) = parse_toml(file, &text, 0).into_value(&mut found) else {
            return Outcome::new(Self::shipped(), found);
        };
        let vocabulary = Self::shipped().overlaid(file, &fields).into_value(&mut found);
        Outcome::new(vocabulary, found)
    }

    /// These words with those of a vocabulary file: new ones at the end, known ones renamed in place, `false` removed.
    ///
    /// - Codes: M501 unknown group, M502 a value that is no word, M503 an id that cannot be one, M504 a word removed that is
    ///   not there, M505 a fixed group extended or shortened.
    pub fn overlaid(mut self, file: FileId, fields: &Fields) -> Outcome<Self> {
        let mut found = Vec::new();
        for (key, node) in &fields.entries {
            let Some(idx) = self.groups.iter().position(|group| group.name == key.text) else {
                let names = self.groups.iter().map(|group| group.name.as_str());
                let near = nearest(&key.text, names.clone());
                let diagnostic = codes::unknown_word_group.at(Place::Text(file, key.span)).with("group", &key.text);
                found.push(diagnostic.with_some("near", near).with("groups", names.collect::<Vec<_>>().join("、")));
                continue;
            };
            match &node.value {
                Value::Fields(words) => self.groups[idx].overlay(file, words, &mut found),
                _ => found.push(not_a_word(file, key, node)),
            }
        }
        Outcome::new(self, found)
    }

    /// Names of all groups, in the order of their declaration.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|group| group.name.as_str())
    }

    /// The ids of a group in the order of their declaration; nothing for an unknown group.
    pub fn ids(&self, group: &str) -> impl Iterator<Item = &str> {
        self.words(group).iter().map(|word| word.id.as_str())
    }

    /// What people read for an id.
    pub fn label(&self, group: &str, id: &str) -> Option<&str> {
        self.words(group).iter().find(|word| word.id == id).map(|word| word.label.as_str())
    }

    /// The id of what an author wrote: an id, a label or one of its other forms. Upper and lower case are one.
    pub fn resolve(&self, group: &str, written: &str) -> Option<&str> {
        let written = written.trim();
        let is_it = |form: &str| form.eq_ignore_ascii_case(written);
        let words = self.words(group);
        let by_id = words.iter().find(|word| is_it(&word.id));
        let word = by_id.or_else(|| words.iter().find(|word| is_it(&word.label) || word.aliases.iter().any(|form| is_it(form))));
        word.map(|word| word.id.as_str())
    }

    /// The id or label nearest to what an author wrote, if one is near enough to be offered.
    pub fn nearest(&self, group: &str, written: &str) -> Option<&str> {
        let words = self.words(group);
        let forms = words.iter().map(|word| word.id.as_str()).chain(words.iter().map(|word| word.label.as_str()));
        nearest(written.trim(), forms)
    }

    /// All words of a group for a message: `党史（party_history）、…`.
    pub fn choices(&self, group: &str) -> String {
        let words: Vec<String> = self.words(group).iter().map(|word| format!("{}（{}）", word.label, word.id)).collect();
        words.join("、")
    }

    /// Whether there is a group of this name.
    pub fn has_group(&self, group: &str) -> bool {
        self.groups.iter().any(|one| one.name == group)
    }

    fn words(&self, group: &str) -> &[Word] {
        self.groups.iter().find(|one| one.name == group).map_or(&[], |group| &group.words)
    }
}

impl Group {
    fn overlay(&mut self, file: FileId, words: &Fields, found: &mut Vec<Diagnostic>) {
        for (key, node) in &words.entries {
            let at = Place::Text(file, key.span);
            let idx = self.words.iter().position(|word| word.id == key.text);
            match forms(node) {
                Some(Forms::Removed) if self.is_fixed => found.push(self.refuse(at, key)),
                Some(Forms::Removed) => match idx {
                    Some(idx) => drop(self.words.remove(idx)),
                    None => {
                        let near = nearest(&key.text, self.words.iter().map(|word| word.id.as_str()));
                        let diagnostic = codes::removed_word_unknown.at(at).with("word", &key.text).with("group", &self.name);
                        found.push(diagnostic.with_some("near", near));
                    }
                },
                Some(Forms::Word(label, aliases)) => match idx {
                    Some(idx) => self.words[idx].rename(label, aliases),
                    None if self.is_fixed => found.push(self.refuse(at, key)),
                    None if !is_id(&key.text) => found.push(codes::bad_word_id.at(at).with("word", &key.text)),
                    None => self.words.push(Word { id: key.text.clone(), label, aliases }),
                },
                None => found.push(not_a_word(file, key, node)),
            }
        }
    }

    fn refuse(&self, at: Place, key: &Key) -> Diagnostic {
        let ids: Vec<&str> = self.words.iter().map(|word| word.id.as_str()).collect();
        codes::fixed_word_group.at(at).with("group", &self.name).with("word", &key.text).with("words", ids.join("、"))
    }
}

impl Word {
    /// The old label stays a way to write it: files that use it are not wrong because a page shows another word.
    fn rename(&mut self, label: String, aliases: Vec<String>) {
        let old = std::mem::replace(&mut self.label, label);
        self.aliases.push(old);
        self.aliases.extend(aliases);
    }
}

/// What stands behind the id of a word.
enum Forms {
    Removed,
    Word(String, Vec<String>),
}

fn forms(node: &Node) -> Option<Forms> {
    match &node.value {
        Value::Bool(false) => Some(Forms::Removed),
        Value::Text(label) if !label.trim().is_empty() => Some(Forms::Word(label.trim().to_owned(), Vec::new())),
        Value::List(items) => {
            let mut forms = Vec::with_capacity(items.len());
            for item in items {
                let Value::Text(text) = &item.value else { return None };
                forms.push(text.trim().to_owned());
            }
            let label = forms.first().filter(|label| !label.is_empty())?.clone();
            Some(Forms::Word(label, forms.split_off(1)))
        }
        _ => None,
    }
}

fn not_a_word(file: FileId, key: &Key, node: &Node) -> Diagnostic {
    codes::not_a_word.at(Place::Text(file, node.span)).with("word", &key.text)
}

/// Ids stand in addresses and formulas, so they are plain: lower-case letters, digits, `_`, beginning with a letter.
fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn fixed_groups(parsed: &Fields) -> Vec<&str> {
    let Some(Node { value: Value::List(items), .. }) = parsed.get("fixed") else { return Vec::new() };
    items.iter().filter_map(|item| if let Value::Text(text) = &item.value { Some(text.as_str()) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(text: &str) -> Outcome<Vocabulary> {
        let files = [(VOCABULARY_PATH, text.as_bytes())];
        Vocabulary::of_site(&Sources::from_memory(files, jiff::civil::date(2026, 3, 1)))
    }

    fn codes_of(text: &str) -> Vec<&'static str> {
        site(text).found.iter().map(|diagnostic| diagnostic.code.id).collect()
    }

    #[test]
    fn a_word_is_found_by_its_id_its_label_and_its_other_forms() {
        let words = Vocabulary::shipped();
        for written in ["committee_meeting", "支部委员会会议", " 支委会 ", "Committee_Meeting"] {
            assert_eq!(words.resolve("activity_kind", written), Some("committee_meeting"), "{written}");
        }
        assert_eq!(words.label("topic", "party_history"), Some("党史"));
        assert_eq!(words.resolve("topic", "党建史"), None);
        assert_eq!(words.nearest("topic", "party_histroy"), Some("party_history"));
    }

    #[test]
    fn every_shipped_form_means_one_word_of_its_group() {
        let words = Vocabulary::shipped();
        for group in &words.groups {
            for word in &group.words {
                assert!(is_id(&word.id), "{}", word.id);
                for form in word.aliases.iter().chain([&word.label, &word.id]) {
                    assert_eq!(words.resolve(&group.name, form), Some(word.id.as_str()), "{} {form}", group.name);
                }
            }
        }
        assert_eq!(words.groups.iter().filter(|group| group.is_fixed).count(), 11);
    }

    #[test]
    fn a_site_adds_renames_and_removes_words() {
        let outcome = site("[topic]\nwelding = \"焊接\"\nparty_history = \"百年党史\"\nsecurity = false\n");
        assert!(outcome.found.is_empty(), "{:?}", outcome.found);
        let words = outcome.value;
        assert_eq!(words.ids("topic").last(), Some("welding"));
        assert_eq!(words.ids("topic").nth(1), Some("party_history"));
        assert_eq!(words.label("topic", "party_history"), Some("百年党史"));
        assert_eq!(words.resolve("topic", "党史"), Some("party_history"));
        assert_eq!(words.label("topic", "security"), None);
    }

    #[test]
    fn mistakes_in_the_vocabulary_are_findings() {
        assert_eq!(codes_of("[topik]\na = \"甲\""), ["M501"]);
        assert_eq!(codes_of("topic = \"党史\""), ["M502"]);
        assert_eq!(codes_of("[topic]\nwelding = 3"), ["M502"]);
        assert_eq!(codes_of("[topic]\nWelding = \"焊接\""), ["M503"]);
        assert_eq!(codes_of("[topic]\nparty_histori = false"), ["M504"]);
        assert_eq!(codes_of("[mode]\nonline = false\nphone = \"电话\""), ["M505", "M505"]);
    }

    #[test]
    fn a_fixed_word_can_be_renamed() {
        assert_eq!(site("[mode]\nonsite = \"现场\"").value.label("mode", "onsite"), Some("现场"));
    }

    #[test]
    fn an_unknown_group_is_named_with_the_nearest() {
        let outcome = site("[topics]\na = \"甲\"");
        assert!(outcome.found[0].help().expect("a group is near").zh.contains("topic"));
    }
}

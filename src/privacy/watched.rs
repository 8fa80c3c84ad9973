//! Members, consents and settings to what the last reading of the finished files has to know.
//!
//! Plain data about persons: it is looked for in what would be published, and is itself published nowhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{NamingLevel, Privacy, PrivatePattern, Table};

use super::Published;
use super::consent::Purpose;

/// What kind of page names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedOn {
    /// Pages of role models: consent to `name`, if the site names role models at all.
    RoleModels,
    /// Boards and the pages of holders: consent to `rank`, if the site names anybody there.
    Boards,
    /// Any other page: consent to `name`.
    Elsewhere,
    /// What is made of several pages (home, lists, feeds, search, open data): whatever allows one of the above.
    Shared,
}

/// Who and what is looked for in finished files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// The register of members, in its order.
    pub persons: Vec<WatchedPerson>,
    /// Names of members that are words in this site's texts.
    pub not_persons: BTreeSet<String>,
    /// The school's own numbers.
    pub patterns: Vec<PrivatePattern>,
    /// Telephone numbers and mail addresses that may be published, normalised: digits only, lower case.
    pub contacts: BTreeSet<String>,
    /// Names of branches by id.
    pub branches: BTreeMap<String, String>,
}

/// A person of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchedPerson {
    /// Number, as in the table.
    pub id: String,
    /// Name, as in the table; may be empty.
    pub name: String,
    /// Id of the branch.
    pub branch: Option<String>,
    /// What the person agrees to today.
    pub purposes: BTreeSet<Purpose>,
    /// Where the name may stand in full.
    pub named_on: BTreeSet<NamedOn>,
}

impl Published<'_> {
    /// What the last reading looks for.
    pub fn watched(&self) -> Watched {
        let privacy = &self.model.site.privacy;
        Watched {
            persons: self.watched_persons(),
            not_persons: privacy.not_persons.clone(),
            patterns: privacy.patterns.clone(),
            contacts: privacy.contacts.iter().map(|contact| contact.normal.clone()).collect(),
            branches: self.branches(),
        }
    }

    /// Names of those who may stand on boards in full, sorted.
    pub fn names_on_boards(&self) -> Vec<String> {
        let persons = self.watched_persons();
        let named = persons.into_iter().filter(|person| person.named_on.contains(&NamedOn::Boards));
        let names: BTreeSet<String> = named.map(|person| person.name).collect();
        names.into_iter().collect()
    }

    /// Texts that name persons (张样例, 李示范（教工党支部）), and the names of members that stand in them.
    pub fn names_within(&self, texts: &[String]) -> Vec<String> {
        let mut names: BTreeSet<String> = texts.iter().cloned().collect();
        for row in self.model.tables.get("members").into_iter().flat_map(Table::rows) {
            let Some(name) = row.text("name").filter(|name| !name.is_empty()) else { continue };
            if texts.iter().any(|text| text.contains(name)) {
                names.insert(name.to_owned());
            }
        }
        names.into_iter().collect()
    }

    fn watched_persons(&self) -> Vec<WatchedPerson> {
        let Some(members) = self.model.tables.get("members") else { return Vec::new() };
        let mut persons = Vec::with_capacity(members.len());
        for row in members.rows() {
            let purposes: BTreeSet<Purpose> =
                Purpose::ALL.into_iter().filter(|purpose| self.agrees(row.idx() as u32, *purpose)).collect();
            persons.push(WatchedPerson {
                id: row.text("id").unwrap_or_default().to_owned(),
                name: row.text("name").unwrap_or_default().to_owned(),
                branch: row.text("branch").map(str::to_owned),
                named_on: named_on(&purposes, &self.model.site.privacy),
                purposes,
            });
        }
        persons
    }

    fn branches(&self) -> BTreeMap<String, String> {
        let mut branches = BTreeMap::new();
        for row in self.model.tables.get("branches").into_iter().flat_map(Table::rows) {
            if let (Some(id), Some(name)) = (row.text("id"), row.text("name")) {
                branches.insert(id.to_owned(), name.to_owned());
            }
        }
        branches
    }
}

/// Where a name may stand in full: what the person agrees to, where the site names anybody in full.
fn named_on(purposes: &BTreeSet<Purpose>, privacy: &Privacy) -> BTreeSet<NamedOn> {
    let mut named_on = BTreeSet::new();
    let is_full = |ceiling: NamingLevel| ceiling == NamingLevel::Full;
    if purposes.contains(&Purpose::Name) {
        named_on.insert(NamedOn::Elsewhere);
        if is_full(privacy.role_models) {
            named_on.insert(NamedOn::RoleModels);
        }
    }
    if purposes.contains(&Purpose::Rank) && (is_full(privacy.boards) || is_full(privacy.holder_pages)) {
        named_on.insert(NamedOn::Boards);
    }
    if !named_on.is_empty() {
        named_on.insert(NamedOn::Shared);
    }
    named_on
}

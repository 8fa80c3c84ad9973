//! What the page about privacy shows: the settings that decide what of persons is published.

use serde::Serialize;

use super::{ChannelView, DateView, LinkView};

/// What is published of persons, and why.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyView {
    /// Figures over fewer persons are held back.
    pub k: u32,
    /// How plainly persons may be named, by kind of page.
    pub naming: Vec<NamingLine>,
    /// The tables of the site.
    pub tables: Vec<PrivacyTable>,
    /// Metrics that are shown however few persons they count.
    pub shown_anyway: Vec<ShownAnyway>,
    /// Telephones and mail addresses that were approved.
    pub contacts: Vec<ContactView>,
    /// Ways to be heard.
    pub channels: Vec<ChannelView>,
    /// Where to ask.
    pub asking: Vec<LinkView>,
}

/// How plainly persons may be named on a kind of page.
#[derive(Clone, Debug, Serialize)]
pub struct NamingLine {
    /// Word `privacy_place.<place>`: boards, holder_pages, role_models.
    pub place: &'static str,
    /// Word `privacy_level.<level>`.
    pub level: &'static str,
}

/// A table.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyTable {
    /// What people read.
    pub label: String,
    /// Word `privacy_open.<openness>`: whole, partly, inside, persons.
    pub openness: &'static str,
}

/// A metric that is shown however few persons it counts.
#[derive(Clone, Debug, Serialize)]
pub struct ShownAnyway {
    /// Title.
    pub title: String,
    /// Why.
    pub reason: String,
}

/// A telephone number or mail address that was approved.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// As written.
    pub value: String,
    /// Whose; may be empty.
    pub note: String,
    /// The post that approved it.
    pub by: String,
    /// When.
    pub on: DateView,
}

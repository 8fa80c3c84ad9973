//! What of the content is not shown, and why: for the report of what was held back.

use crate::diag::FileId;

/// A text, or a part of one, that is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// Why.
    pub why: HeldWhy,
    /// The text.
    pub file: FileId,
}

/// Why a text is not shown, or which part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeldWhy {
    /// `draft = true`.
    Draft,
    /// `publish_at` is to come.
    NotYet,
    /// `expires_at` is past.
    Expired,
    /// A role model whose consent was withdrawn, ran out, has not begun, or does not cover a story.
    NoConsent,
    /// The portrait and cover of a role model who did not agree to `photo`.
    NoPhoto,
    /// The name of a role model who did not agree to `name`.
    NoName,
    /// The name of a role model, because the site names role models less plainly.
    NameByCeiling,
    /// The names of a 公示 that is over.
    NoticeNames,
}

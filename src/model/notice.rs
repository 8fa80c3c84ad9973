//! What a notice is once it is checked: an announcement, or a 公示 with its period, its state and what becomes of its names.

use jiff::civil::Date;

use super::{Detail, Entry};

/// What becomes of names in a 公示 when its period is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamesAfter {
    /// They stay.
    Keep,
    /// They are shortened.
    Reduce,
    /// They go.
    Remove,
}

/// What becomes of the page of a 公示 when its period is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageAfter {
    /// It stays, with what is left of the names.
    Keep,
    /// It goes.
    Drop,
}

/// Where a 公示 stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeState {
    /// People may object.
    Open,
    /// Its period is over.
    Closed,
    /// It was taken back.
    Withdrawn,
}

/// That a 公示 was or will be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The first day on which it does not hold any more.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// What of an open 公示 goes with its names at the end, beside the names themselves and all files and pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Whether files and pictures go.
    pub files: bool,
    /// Whether the summary goes.
    pub summary: bool,
    /// Whether the text goes.
    pub text: bool,
}

/// What a notice adds.
#[derive(Clone, Debug)]
pub enum Notice {
    /// An announcement.
    Announcement,
    /// A 公示: what people may object to within a number of working days.
    PublicNotice(Box<PublicNotice>),
}

/// The parts that a 公示 must have.
#[derive(Clone, Debug)]
pub struct PublicNotice {
    /// What it is about.
    pub matter: String,
    /// Whom it is about.
    pub objects: Vec<String>,
    /// Working days, counted from the one after `posted_on`.
    pub period_days: u32,
    /// The day it was put up.
    pub posted_on: Date,
    /// Who takes objections.
    pub accepting_unit: String,
    /// How to reach it.
    pub channel: String,
    /// The rule behind it.
    pub basis: String,
    /// The working days of the period, oldest first; empty if they cannot be known, which has been said.
    pub days: Vec<Date>,
    /// Where it stands today.
    pub state: NoticeState,
    /// That it was taken back; perhaps on a day to come, which nobody is told.
    pub withdrawal: Option<Withdrawal>,
    /// What becomes of names.
    pub names_after: NamesAfter,
    /// What becomes of the page.
    pub page_after: PageAfter,
    /// What else goes at the end of an open one.
    pub leaving: Leaving,
    /// How it ended.
    pub outcome: Option<String>,
}

impl PublicNotice {
    /// Why it was taken back, if it is known by now.
    pub fn reason_told(&self) -> Option<&String> {
        self.withdrawal.as_ref().filter(|_| self.state == NoticeState::Withdrawn).map(|withdrawal| &withdrawal.reason)
    }

    /// What is shown of names today.
    pub fn names_today(&self) -> NamesAfter {
        match self.state {
            NoticeState::Open => NamesAfter::Keep,
            NoticeState::Closed => self.names_after,
            NoticeState::Withdrawn => NamesAfter::Remove,
        }
    }
}

impl NoticeState {
    /// `open`, `closed` or `withdrawn`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Entry {
    /// What a 公示 adds, if this is one.
    pub fn public_notice(&self) -> Option<&PublicNotice> {
        let Detail::Notice(notice) = &self.detail else { return None };
        match &**notice {
            Notice::PublicNotice(notice) => Some(notice),
            Notice::Announcement => None,
        }
    }
}

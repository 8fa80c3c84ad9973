//! An entry to its card in lists.

use crate::model::{ActivityStatus, Detail, DocumentStatus, Entry, EntryIdx, Mode, Notice, NoticeState};

use super::page::date_view;
use super::related::Reason;
use super::{Card, ClockView, Plan, until};

/// How much of a picture a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CardSize {
    /// A small square.
    Small,
    /// A wide picture.
    Large,
}

/// The card of an entry as it is written on a page with this root.
pub(super) fn card(plan: &Plan<'_>, root: &str, idx: EntryIdx, size: CardSize) -> Card {
    let entry = plan.model.entry(idx);
    let picture = picture_of(entry);
    Card {
        href: plan.entry_href(root, idx),
        title: entry.title.clone(),
        kind: entry.kind.folder(),
        badge: badge(plan, entry),
        date: entry.date.map(date_view),
        summary: plan.filled(entry, &entry.summary),
        thumb: picture.and_then(|image| plan.thumb(root, image.file)),
        image: picture.filter(|_| size == CardSize::Large).and_then(|image| plan.image(root, image)),
        initial: initial(entry),
        branches: branch_names(plan, entry),
        mode: match &entry.detail {
            Detail::Activity(activity) => Some(mode_name(activity.mode)),
            _ => None,
        },
        marks: marks(entry),
        clock: clock(plan, entry),
        until: until::of_entry(plan, entry),
        summary_until: until::of_summary(plan, entry),
        minutes: minutes(plan, entry),
        reason: None,
        reason_value: String::new(),
    }
}

/// The cards of a list.
pub(super) fn cards(plan: &Plan<'_>, root: &str, entries: impl IntoIterator<Item = EntryIdx>) -> Vec<Card> {
    entries.into_iter().map(|idx| card(plan, root, idx, CardSize::Small)).collect()
}

/// The card of a related entry, with its reason.
pub(super) fn related_card(plan: &Plan<'_>, root: &str, idx: EntryIdx, reason: Reason) -> Card {
    Card { reason: Some(reason.name), reason_value: reason.value, ..card(plan, root, idx, CardSize::Small) }
}

/// The picture that stands for an entry: its cover, its portrait, its poster, or the first photo of its album.
pub(super) fn picture_of(entry: &Entry) -> Option<&crate::model::ImageUse> {
    let own = match &entry.detail {
        Detail::RoleModel(role_model) => role_model.portrait.as_ref(),
        Detail::Resource(resource) => resource.poster.as_ref(),
        Detail::Activity(activity) => activity.album.first(),
        _ => None,
    };
    match &entry.detail {
        Detail::RoleModel(_) => own.or(entry.cover.as_ref()),
        _ => entry.cover.as_ref().or(own),
    }
}

/// The kind's own classification in the site's words.
pub(super) fn badge(plan: &Plan<'_>, entry: &Entry) -> Option<String> {
    let (group, word) = match &entry.detail {
        Detail::Activity(activity) => ("activity_kind", activity.kind.as_str()),
        Detail::RoleModel(role_model) => ("role_model_kind", role_model.kind.as_str()),
        Detail::Resource(resource) => ("resource_type", resource.kind.as_str()),
        Detail::Notice(notice) => match **notice {
            Notice::Announcement => ("notice_kind", "announcement"),
            Notice::PublicNotice(_) => ("notice_kind", "public_notice"),
        },
        Detail::Column(id) => {
            return plan.model.site.columns.iter().find(|column| column.id == *id).map(|column| column.title.clone());
        }
        _ => return None,
    };
    Some(plan.model.vocabulary.label(group, word).unwrap_or(word).to_owned())
}

/// All that [`marks`] says.
pub(super) const MARKS: [&str; 7] = ["planned", "cancelled", "replaced", "repealed", "closed", "open", "withdrawn"];

/// What must be seen at once, as words `mark.<mark>` of the theme.
pub(super) fn marks(entry: &Entry) -> Vec<&'static str> {
    match &entry.detail {
        Detail::Activity(activity) => match activity.status {
            ActivityStatus::Planned => vec!["planned"],
            ActivityStatus::Cancelled => vec!["cancelled"],
            ActivityStatus::Held => Vec::new(),
        },
        Detail::Resource(resource) => match resource.status {
            Some(DocumentStatus::Replaced) => vec!["replaced"],
            Some(DocumentStatus::Repealed) => vec!["repealed"],
            Some(DocumentStatus::InForce) | None => Vec::new(),
        },
        Detail::Notice(notice) => match &**notice {
            Notice::PublicNotice(notice) => vec![notice.state.name()],
            Notice::Announcement => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// How far the period of an open 公示 is.
pub(super) fn clock(plan: &Plan<'_>, entry: &Entry) -> Option<ClockView> {
    let notice = entry.public_notice().filter(|notice| notice.state == NoticeState::Open)?;
    let day = notice.days.iter().filter(|day| **day <= plan.model.as_of).count();
    Some(ClockView { day, of: notice.period_days })
}

/// The word `mode.<mode>` of the theme.
pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Online => "online",
        Mode::Onsite => "onsite",
        Mode::Hybrid => "hybrid",
    }
}

/// The first character of a role model's name.
fn initial(entry: &Entry) -> Option<String> {
    match &entry.detail {
        Detail::RoleModel(role_model) => role_model.name.chars().next().map(String::from),
        _ => None,
    }
}

/// Names of the branches of an entry.
pub(super) fn branch_names(plan: &Plan<'_>, entry: &Entry) -> Vec<String> {
    if let Detail::RoleModel(role_model) = &entry.detail {
        return vec![plan.register.name_of(&role_model.branch)];
    }
    entry.branches.iter().map(|branch| plan.register.name_of(branch)).collect()
}

/// Minutes that a resource takes; for a path the sum of its items.
pub(super) fn minutes(plan: &Plan<'_>, entry: &Entry) -> Option<u32> {
    match &entry.detail {
        Detail::Resource(resource) => resource.minutes,
        Detail::Path(path) => {
            let sum = path.items.iter().filter_map(|item| minutes(plan, plan.model.entry(*item))).sum();
            (sum > 0).then_some(sum)
        }
        _ => None,
    }
}

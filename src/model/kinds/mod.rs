//! What each kind of content adds to the common part, one file per kind.

mod activity;
mod faq;
mod notice;
mod path;
mod quiz;
mod resource;
mod role_model;
mod branch;

use std::sync::Arc;

use jiff::civil::Date;

pub(super) use self::notice::page_ends;

use super::form::Form;
use super::scope::{Origin, Scope};
use super::{Detail, Kind};

/// Reads what the kind of an entry adds. `folder` is the column of an article; `branches` are those of the entry.
pub(super) fn detail(
    scope: &Scope<'_>,
    origin: Origin<'_>,
    form: &mut Form<'_>,
    date: Option<Date>,
    (folder, branches): (Option<&str>, &[Arc<str>]),
) -> Detail {
    match origin.kind {
        Kind::Activity => Detail::Activity(Box::new(activity::read(scope, origin, form, (date, branches)))),
        Kind::RoleModel => Detail::RoleModel(Box::new(role_model::read(scope, origin, form))),
        Kind::Resource => Detail::Resource(Box::new(resource::read(scope, origin, form))),
        Kind::Path => Detail::Path(Box::new(path::read(scope, origin, form))),
        Kind::Quiz => Detail::Quiz(Box::new(quiz::read(scope, form))),
        Kind::Notice => Detail::Notice(Box::new(notice::read(scope, form))),
        Kind::News => Detail::News,
        Kind::Branch => Detail::Branch(Box::new(branch::read(scope, origin, form))),
        Kind::Column => Detail::Column(folder.unwrap_or_default().into()),
        Kind::Faq => Detail::Faq(Box::new(faq::read(scope, form))),
        Kind::Page => Detail::Page,
    }
}

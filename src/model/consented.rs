//! What a role model agreed to be shown with, and an entry that shows no more than that.
//!
//! Here and not where a page is drawn, because an entry's words reach pages, cards, feeds and the search on many ways.

use super::form::Form;
use super::held::HeldWhy;
use super::naming::{NamingLevel, masked};
use super::registers::Consent;
use super::scope::Scope;
use super::spot::plain_id;
use super::{Detail, Entry, LinkTarget};
use crate::diag::codes;
use crate::read::Prose;

/// Takes out of a role model's entry what its person did not agree to.
///
/// - Without `photo` there is no portrait and no cover; pictures of the text stay, and the list of what is held back names the text.
/// - Without `name`, or where the site names role models less plainly, the name is masked wherever the entry says it.
/// - Codes: M430 the consent is somebody else's.
pub(super) fn apply(scope: &Scope<'_>, form: &mut Form<'_>, entry: &mut Entry) {
    let Detail::RoleModel(role_model) = &mut entry.detail else { return };
    let consents = scope.registers.consents.as_ref();
    // An unknown consent has been reported, and such a site is not written.
    let Some(consent) = consents.and_then(|consents| consents.rows.get(&*plain_id(&role_model.consent))) else { return };
    if !is_of(consent, &role_model.name) {
        form.found.push(codes::consent_of_another.at(form.place_of("consent")).with("id", &role_model.consent));
        return;
    }
    if !consent.covers("photo") {
        let (portrait, cover) = (role_model.portrait.take(), entry.cover.take());
        if portrait.or(cover).is_some() || !entry.images.is_empty() {
            scope.hold_back(entry.file, HeldWhy::NoPhoto);
        }
    }
    let allowed = if consent.covers("name") { NamingLevel::Full } else { NamingLevel::Masked };
    let level = allowed.max(scope.site.privacy.role_models);
    if level > NamingLevel::Full {
        let name = role_model.name.clone();
        let shown = if level == NamingLevel::Masked { masked(&name) } else { "＊".repeat(name.chars().count().min(3)) };
        rename(entry, &name, &shown);
        scope.hold_back(entry.file, if consent.covers("name") { HeldWhy::NameByCeiling } else { HeldWhy::NoName });
    }
}

/// Whether a consent is that of the person or team of this name. Without a register of members a number cannot be compared.
fn is_of(consent: &Consent, name: &str) -> bool {
    let same = |written: &str| bare(written) == bare(name);
    match &consent.member {
        Some(member) => same(member),
        None => same(&consent.person) || !consent.has_register && consent.person.is_ascii(),
    }
}

/// A name without the space that tables put into names of two characters.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Writes another name wherever an entry says one.
fn rename(entry: &mut Entry, name: &str, shown: &str) {
    if name.is_empty() {
        return;
    }
    let Detail::RoleModel(role_model) = &mut entry.detail else { return };
    let mut texts: Vec<&mut String> = vec![&mut entry.title, &mut entry.summary, &mut role_model.name];
    texts.extend(&mut entry.tags);
    texts.extend(&mut role_model.quote);
    texts.extend(role_model.evidence.iter_mut().map(|proof| &mut proof.title));
    texts.extend(entry.attachments.iter_mut().map(|attachment| &mut attachment.title));
    let pictures = entry.images.iter_mut().flatten().chain(&mut entry.cover).chain(&mut role_model.portrait);
    texts.extend(pictures.flat_map(|image| [&mut image.alt, &mut image.caption]));
    texts.extend(entry.links.iter_mut().filter_map(|link| match link {
        LinkTarget::Here(anchor) => Some(anchor),
        _ => None,
    }));
    for text in texts {
        *text = text.replace(name, shown);
    }
    entry.prose = Prose { body: entry.prose.body.renamed(name, shown).into() };
}

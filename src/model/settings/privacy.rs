//! `[privacy]` as written to how much of persons may be shown, and to what the last reading has to know.

use regex::RegexBuilder;

use crate::diag::codes;
use crate::model::form::Form;
use crate::model::naming::{Ask, Contact, NamingLevel, PatternTier, Privacy, PrivatePattern};

/// What a compiled pattern may take, in bytes: a form that needs more would slow every build.
const PATTERN_BYTES_MAX: usize = 1 << 20;

/// The settings of a table `[privacy]`.
///
/// - Codes: those of forms, M213 a pattern that cannot be read, M214 a pattern that matches nothing at all, M215 not a contact.
pub(super) fn privacy(table: &mut Form<'_>) -> Privacy {
    let mut privacy = Privacy::default();
    // With one person a figure is that person; with fifty hardly any branch has a figure.
    if let Some(k) = table.whole("k", 2..=50) {
        privacy.k = k as u32;
    }
    if let Some(mut naming) = table.table("naming") {
        let places = [
            ("boards", &mut privacy.boards),
            ("holder_pages", &mut privacy.holder_pages),
            ("role_models", &mut privacy.role_models),
        ];
        for (place, ceiling) in places {
            *ceiling = naming.choice(place, &NamingLevel::ALL).unwrap_or_default();
        }
        naming.finish_into(&mut table.found);
    }
    privacy.ask = table.choice("ask", &[("stop", Ask::Stop), ("warn", Ask::Warn)]).unwrap_or_default();
    privacy.not_persons = table.texts("not_a_person").into_iter().collect();
    for mut one in table.tables("pattern") {
        privacy.patterns.extend(pattern(&mut one));
        one.finish_into(&mut table.found);
    }
    for mut one in table.tables("contact") {
        privacy.contacts.extend(contact(&mut one));
        one.finish_into(&mut table.found);
    }
    privacy
}

/// A `[[privacy.pattern]]`; one that cannot work is reported and kept out.
fn pattern(form: &mut Form<'_>) -> Option<PrivatePattern> {
    let title = form.required_text("title");
    let near = form.texts("near");
    let tier = form.choice("tier", &[("block", PatternTier::Block), ("ask", PatternTier::Ask)]).unwrap_or_default();
    let written = form.required_written("form")?;
    let at = form.place(written.span);
    match RegexBuilder::new(written.text).size_limit(PATTERN_BYTES_MAX).build() {
        Err(_) => form.found.push(codes::bad_pattern.at(at).with("form", written.text)),
        Ok(regex) if regex.is_match("") => form.found.push(codes::pattern_of_nothing.at(at).with("form", written.text)),
        Ok(_) => return Some(PrivatePattern { title, form: written.text.to_owned(), near, tier }),
    }
    None
}

/// A `[[privacy.contact]]`; without the post that approved it, and the day, nothing is approved.
fn contact(form: &mut Form<'_>) -> Option<Contact> {
    let by = form.required_written("by").map(|by| by.text.to_owned());
    let on = form.required_date("on");
    let note = form.text("note");
    let written = form.required_written("value")?;
    let normal = normal_contact(written.text);
    if normal.is_none() {
        form.found.push(codes::bad_contact.at(form.place(written.span)).with("value", written.text));
    }
    Some(Contact { value: written.text.to_owned(), normal: normal?, by: by?, on: on?, note })
}

/// The digits of a telephone number, or a mail address in lower case.
fn normal_contact(written: &str) -> Option<String> {
    if let Some((name, host)) = written.split_once('@') {
        let is_mail =
            !name.is_empty() && host.contains('.') && !written.contains(|c: char| c.is_whitespace() || ",;<>".contains(c));
        return is_mail.then(|| written.to_lowercase());
    }
    let is_sign = |c: char| c.is_ascii_digit() || " +-()（）—–".contains(c);
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    // Service numbers such as 12371 are the shortest, extensions and country codes make the longest.
    ((5..=17).contains(&digits.len()) && written.chars().all(is_sign)).then_some(digits)
}

//! `[privacy]` as written to how much of persons may be shown.

use crate::model::form::Form;
use crate::model::naming::{NamingLevel, Privacy};

/// The settings of a table `[privacy]`.
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
    privacy
}

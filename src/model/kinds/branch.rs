//! Texts about branches, which the table `branches` registers.

use crate::diag::{Place, codes};
use crate::model::form::Form;
use crate::model::scope::{Origin, Scope};
use crate::model::{BranchPage, Brand};

/// Reads the text about a branch.
///
/// - Codes: M421 no such branch in the register.
pub(super) fn read(scope: &Scope<'_>, origin: Origin<'_>, form: &mut Form<'_>) -> BranchPage {
    if let Some(branches) = &scope.registers.branches
        && branches.is_whole
        && !branches.rows.contains_key(origin.id)
    {
        let near = branches.nearest(origin.id);
        let diagnostic = codes::branch_not_registered.at(Place::File(origin.note.file)).with("id", origin.id);
        form.found.push(diagnostic.with_some("near", near));
    }
    BranchPage { secretary: form.text("secretary"), brand: brand(form) }
}

fn brand(form: &mut Form<'_>) -> Option<Brand> {
    let mut table = form.table("brand")?;
    let brand = Brand {
        name: table.required_text("name"),
        slogan: table.text("slogan"),
        goals: table.texts("goals"),
        years: table.text("years"),
    };
    table.finish_into(&mut form.found);
    Some(brand)
}

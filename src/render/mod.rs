//! One page's view and the theme to one finished file.

mod feed;
mod open;
mod printable;
mod prose;
mod template;

#[cfg(test)]
mod tests;

pub use self::feed::feed;
pub use self::open::{OpenBytes, SheetCsv, open, open_sheet, package};
pub use self::template::{page, site_value};

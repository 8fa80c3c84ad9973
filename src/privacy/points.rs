//! Boards and indicators as pages may ask for them; who of the holders is named is the business of naming levels.

use super::Published;
use crate::metrics::{Board, IndicatorTree};

impl Published<'_> {
    /// Boards, in the order of their declaration.
    pub fn boards(&self) -> &[Board] {
        &self.figures.boards
    }

    /// Indicator trees, without the scores that would tell what is held back.
    pub fn indicators(&self) -> &[IndicatorTree] {
        &self.indicators
    }
}

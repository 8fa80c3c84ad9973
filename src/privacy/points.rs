//! Points and boards as pages may ask for them; who of the holders is named is the business of naming levels.

use super::Published;
use crate::metrics::{Board, IndicatorTree, Standings};

impl Published<'_> {
    /// Boards, in the order of their declaration.
    pub fn boards(&self) -> &[Board] {
        &self.figures.boards
    }

    /// Rule sets with what they gave. Points follow naming levels, not k: a total is shown with a name or a code, as consent says.
    pub fn standings_unjudged(&self) -> &[Standings] {
        &self.figures.standings
    }

    /// Indicator trees.
    pub fn indicators(&self) -> &[IndicatorTree] {
        &self.figures.indicators
    }
}

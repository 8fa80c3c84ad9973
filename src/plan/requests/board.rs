//! A ` ```board ` block to the first rows of a board.

use crate::diag::{Diagnostic, codes, nearest};
use crate::metrics::{Board, BoardOf, HolderKind, Period};
use crate::model::requests::BoardRequest;
use crate::plan::page::board_table;
use crate::plan::{BoardTable, Plan};

impl Plan<'_> {
    /// The ranking that a block asks for.
    ///
    /// - Codes: P205 not a period, P211 nothing to show (warning), P219 unknown board, P220 a period that the board does not have,
    ///   P221 a board that ranks nothing, P222 a board of one person.
    pub(super) fn board_view(&self, request: &BoardRequest, root: &str, found: &mut Vec<Diagnostic>) -> Option<BoardTable> {
        let (idx, board) = self.asked_board(request, found)?;
        if matches!(board.of, BoardOf::Honours | BoardOf::RoleModels) {
            found.push(codes::board_without_ranking.at(request.id.place.clone()).with("title", &board.title));
            return None;
        }
        let Some(period) = self.board_period(request, idx, board, found)? else {
            found.push(codes::nothing_to_show.at(request.place.clone()).with("title", &board.title));
            return None;
        };
        // A text shows no more names than the board itself.
        let n_top = request.top.map_or(board.n_top, |top| board.n_top.min(top as usize));
        let table = board_table(self, root, idx, period, n_top);
        let is_of_persons = self.standings_of(board).is_some_and(|standings| standings.holder_kind() == HolderKind::Member);
        if is_of_persons && table.n_ranked + table.n_without == 1 {
            found.push(codes::board_of_one.at(request.id.place.clone()).with("title", &board.title));
            return None;
        }
        Some(table)
    }

    /// The board that is asked for, with its position.
    pub(in crate::plan) fn asked_board(&self, request: &BoardRequest, found: &mut Vec<Diagnostic>) -> Option<(usize, &Board)> {
        let boards = self.figures.boards();
        let position = boards.iter().position(|board| *board.id == *request.id.text);
        if position.is_none() {
            let near = nearest(&request.id.text, boards.iter().map(|board| &*board.id));
            let known: Vec<String> = boards.iter().map(|board| format!("`{}`", board.id)).collect();
            let known = (!known.is_empty()).then(|| known.join(" "));
            let diagnostic = codes::unknown_board_asked.at(request.id.place.clone()).with("board", &request.id.text);
            found.push(diagnostic.with_some("near", near).with_some("known", known));
        }
        position.map(|idx| (idx, &boards[idx]))
    }

    /// The period that is asked for, or the newest; `Some(None)` if the board has no figures at all.
    fn board_period(
        &self,
        request: &BoardRequest,
        idx: usize,
        board: &Board,
        found: &mut Vec<Diagnostic>,
    ) -> Option<Option<Period>> {
        let planned = &self.boards[idx];
        let Some(asked) = &request.period else { return Some(planned.newest()) };
        let Some(period) = Period::parse(&asked.text) else {
            found.push(codes::bad_period_asked.at(asked.place.clone()).with("period", &asked.text));
            return None;
        };
        if planned.periods.iter().any(|(_, periods)| periods.contains(&period)) {
            return Some(Some(period));
        }
        let newest = planned.periods.iter().flat_map(|(_, periods)| periods.first());
        let known: Vec<String> = newest.map(|period| format!("`{period}`")).collect();
        let known = (!known.is_empty()).then(|| known.join(" "));
        let diagnostic = codes::period_not_on_board.at(asked.place.clone()).with("period", &asked.text);
        found.push(diagnostic.with("title", &board.title).with_some("known", known));
        None
    }
}

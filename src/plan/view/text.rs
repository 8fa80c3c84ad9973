//! A text whose holes are known: what stands where a link, a picture or a block was left open.

use std::sync::Arc;

use serde::Serialize;

use super::{BoardTable, ChartView, FigureLinkView, FigureTableView, FileView, ImageView};
use crate::read::markdown::Body;

/// A text whose holes are known.
#[derive(Clone, Debug)]
pub struct ProseView {
    /// HTML with holes.
    pub body: Arc<Body>,
    /// One for each link.
    pub links: Vec<Option<TargetView>>,
    /// One for each image.
    pub images: Vec<Option<ImageView>>,
    /// One for each figure in a sentence.
    pub figures: Vec<Option<FigureLinkView>>,
    /// One for each block.
    pub blocks: Vec<Option<BlockView>>,
}

/// Where a link of a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetView {
    /// Ready to be written.
    pub href: String,
    /// Whether to another site.
    pub is_external: bool,
    /// Whether to a file that the reader saves.
    pub is_download: bool,
}

/// A block of a text.
#[derive(Clone, Debug)]
pub enum BlockView {
    /// Pictures side by side.
    Gallery(Vec<ImageView>),
    /// A video or audio file.
    Video(Box<VideoView>),
    /// A chart.
    Chart(Box<ChartView>),
    /// The first of a board.
    Board(Box<BoardTable>),
    /// Figures in rows and columns.
    Table(Box<FigureTableView>),
}

/// A video or audio file.
#[derive(Clone, Debug, Serialize)]
pub struct VideoView {
    /// The file.
    pub file: FileView,
    /// Whether it plays as `video` or `audio`.
    pub plays: &'static str,
    /// Title.
    pub title: String,
    /// Still picture.
    pub poster: Option<ImageView>,
    /// WebVTT.
    pub captions: Option<String>,
    /// Length.
    pub minutes: Option<u32>,
}

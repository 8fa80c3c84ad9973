//! The links, pictures and blocks of a text to what stands at its holes on one page.

use crate::model::{BlockContent, Entry, LinkTarget, Video};

use super::{BlockView, Plan, ProseView, TargetView, VideoView};

impl Plan<'_> {
    /// The text of an entry as it is shown on a page with this root.
    pub(super) fn prose(&self, root: &str, entry: &Entry) -> ProseView {
        ProseView {
            body: entry.prose.body.clone(),
            links: entry.links.iter().map(|target| self.target(root, target)).collect(),
            images: entry.images.iter().map(|image| image.as_ref().and_then(|image| self.image(root, image))).collect(),
            figures: self.figure_links(root, entry),
            blocks: self.blocks(root, entry),
        }
    }

    /// Where a link leads; `None` if nowhere.
    pub(super) fn target(&self, root: &str, target: &LinkTarget) -> Option<TargetView> {
        let plain = |href| Some(TargetView { href, is_external: false, is_download: false });
        match target {
            LinkTarget::Entry(idx, anchor) => {
                let href = self.entry_href(root, *idx);
                plain(match anchor {
                    Some(anchor) => format!("{href}#{anchor}"),
                    None => href,
                })
            }
            LinkTarget::Here(anchor) => plain(format!("#{anchor}")),
            LinkTarget::File(file) => {
                let href = self.file_href(root, *file)?;
                Some(TargetView { href, is_external: false, is_download: true })
            }
            LinkTarget::External(url) => Some(TargetView { href: url.clone(), is_external: true, is_download: false }),
            LinkTarget::Contact(url) => plain(url.clone()),
            LinkTarget::Nowhere => None,
        }
    }

    fn blocks(&self, root: &str, entry: &Entry) -> Vec<Option<BlockView>> {
        let blocks = entry.blocks.iter().enumerate();
        blocks.map(|(number, block)| block.as_ref().and_then(|block| self.block(root, block, number))).collect()
    }

    fn block(&self, root: &str, block: &BlockContent, number: usize) -> Option<BlockView> {
        match block {
            BlockContent::Gallery(images) => {
                Some(BlockView::Gallery(images.iter().filter_map(|image| self.image(root, image)).collect()))
            }
            BlockContent::Video(video) => self.video(root, video).map(|view| BlockView::Video(Box::new(view))),
            // What is wrong with a request was said when the site was planned.
            request => self.request_block(root, request, number, &mut Vec::new()),
        }
    }

    fn video(&self, root: &str, video: &Video) -> Option<VideoView> {
        let file = self.file_view(root, video.file, &video.title)?;
        Some(VideoView {
            plays: plays(&file.href)?,
            file,
            title: video.title.clone(),
            poster: video.poster.as_ref().and_then(|image| self.image(root, image)),
            captions: video.captions.and_then(|file| self.file_href(root, file)),
            minutes: video.minutes,
        })
    }
}

/// The element that plays a file of this name in every browser of the baseline.
pub(super) fn plays(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "mp4" | "webm" | "m4v" => Some("video"),
        "mp3" | "m4a" | "ogg" | "wav" => Some("audio"),
        _ => None,
    }
}

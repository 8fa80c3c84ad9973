//! Pictures and attachments in use to the files they become, and to what pages say of them.
//!
//! Names carry the content's fingerprint, so a page can name a file before it is made.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Place};
use crate::media::{Effort, Request, attachment_name, drawing_name, request};
use crate::model::{BlockContent, Detail, Entry, ImageUse, LinkTarget};
use crate::read::image::Svg;
use crate::source::Sources;

use super::paths::Paths;
use super::{CopyPlan, EmblemView, FileView, ImageView, OutPath, Plan, ThumbView};

/// The files that one picture becomes.
#[derive(Clone, Debug)]
pub enum PicturePlan {
    /// A photo or painting in several sizes; paths in the order of [`Request::variants`].
    Sizes(Box<Request>, Vec<OutPath>),
    /// A drawing, as it was cleaned.
    Drawing(Arc<Svg>, OutPath),
}

impl PicturePlan {
    /// All its files.
    pub fn paths(&self) -> impl Iterator<Item = &OutPath> {
        match self {
            Self::Sizes(_, paths) => paths.iter(),
            Self::Drawing(_, path) => std::slice::from_ref(path).iter(),
        }
    }
}

/// Plans every picture and attachment that a page of this build uses. One picture used twice is one set of files.
pub(super) fn take_files(plan: &mut Plan<'_>, sources: &Sources, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let mut uses = Uses::default();
    for entry in &plan.model.entries {
        uses.of_entry(entry);
    }
    uses.images.extend(plan.model.site.emblem);
    for file in uses.images {
        take_picture(plan, sources, file, paths, found);
    }
    for file in uses.files {
        let source = sources.file(file);
        let name = source.path.rsplit('/').next().unwrap_or_default();
        let path = format!("assets/files/{}", attachment_name(name, &source.hash));
        if let Some(path) = paths.share(&path, Place::File(file), found) {
            let drawing = plan.model.drawings.get(&file).cloned();
            let size = drawing.as_ref().map_or(source.size, |drawing| drawing.bytes.len() as u64);
            plan.copies.insert(file, CopyPlan { drawing, path, file, name: name.to_owned(), size });
        }
    }
    plan.site.emblem = plan.model.site.emblem.and_then(|file| emblem(plan, file));
}

fn take_picture(plan: &mut Plan<'_>, sources: &Sources, file: FileId, paths: &mut Paths, found: &mut Vec<Diagnostic>) {
    let source = sources.file(file);
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if let Some(picture) = plan.model.pictures.get(&file) {
        let request = request(picture, &source.hash, stem, Effort::Full);
        let names: Vec<String> = request.variants().map(|variant| format!("assets/img/{}", variant.name)).collect();
        let taken: Vec<OutPath> = names.iter().filter_map(|name| paths.share(name, Place::File(file), found)).collect();
        if taken.len() == names.len() {
            plan.pictures.insert(file, PicturePlan::Sizes(Box::new(request), taken));
        }
    } else if let Some(drawing) = plan.model.drawings.get(&file) {
        let name = format!("assets/img/{}", drawing_name(stem, &source.hash));
        if let Some(path) = paths.share(&name, Place::File(file), found) {
            plan.pictures.insert(file, PicturePlan::Drawing(drawing.clone(), path));
        }
    }
}

/// The files that entries use.
#[derive(Default)]
struct Uses {
    images: BTreeSet<FileId>,
    files: BTreeSet<FileId>,
}

impl Uses {
    fn of_entry(&mut self, entry: &Entry) {
        self.images.extend(entry.cover.iter().chain(entry.images.iter().flatten()).map(|image| image.file));
        self.files.extend(entry.attachments.iter().map(|attachment| attachment.file));
        for target in &entry.links {
            self.of_target(target);
        }
        for block in entry.blocks.iter().flatten() {
            match block {
                BlockContent::Gallery(images) => self.of_images(images),
                BlockContent::Chart(_) | BlockContent::Board(_) | BlockContent::Table(_) => {}
                BlockContent::Video(video) => {
                    self.files.insert(video.file);
                    self.files.extend(video.captions);
                    self.images.extend(video.poster.as_ref().map(|image| image.file));
                }
            }
        }
        match &entry.detail {
            Detail::Activity(activity) => self.of_images(&activity.album),
            Detail::RoleModel(role_model) => {
                self.images.extend(role_model.portrait.as_ref().map(|image| image.file));
                for proof in &role_model.evidence {
                    self.of_target(&proof.target);
                }
            }
            Detail::Resource(resource) => {
                self.images.extend(resource.poster.as_ref().map(|image| image.file));
                self.files.extend(resource.media.into_iter().chain(resource.captions).chain(resource.transcript));
            }
            _ => {}
        }
    }

    fn of_images(&mut self, images: &[ImageUse]) {
        self.images.extend(images.iter().map(|image| image.file));
    }

    fn of_target(&mut self, target: &LinkTarget) {
        if let LinkTarget::File(file) = target {
            self.files.insert(*file);
        }
    }
}

fn emblem(plan: &Plan<'_>, file: FileId) -> Option<EmblemView> {
    match plan.pictures.get(&file)? {
        // The smallest is enough: the mark is a few characters high.
        PicturePlan::Sizes(request, paths) => {
            let position = request.variants().position(|variant| *variant == request.fallback)?;
            let (width, height) = (request.fallback.width, request.fallback.height);
            Some(EmblemView { path: paths[position].as_str().to_owned(), width, height })
        }
        PicturePlan::Drawing(drawing, path) => {
            Some(EmblemView { path: path.as_str().to_owned(), width: drawing.width, height: drawing.height })
        }
    }
}

impl Plan<'_> {
    /// A picture on a page with this root; `None` if its file could not be planned.
    pub(super) fn image(&self, root: &str, image: &ImageUse) -> Option<ImageView> {
        let (alt, caption) = (image.alt.clone(), image.caption.clone());
        match self.pictures.get(&image.file)? {
            PicturePlan::Sizes(request, paths) => {
                let srcset: Vec<String> = request
                    .widths
                    .iter()
                    .zip(paths)
                    .map(|(variant, path)| format!("{root}{} {}w", path.as_str(), variant.width))
                    .collect();
                let largest = request.widths.last()?;
                Some(ImageView {
                    webp: srcset.join(", "),
                    src: format!("{root}{}", paths[request.widths.len()].as_str()),
                    width: largest.width,
                    height: largest.height,
                    full: format!("{root}{}", paths[request.widths.len() - 1].as_str()),
                    is_vector: false,
                    alt,
                    caption,
                })
            }
            PicturePlan::Drawing(drawing, path) => {
                let src = format!("{root}{}", path.as_str());
                let (width, height) = (drawing.width, drawing.height);
                Some(ImageView { webp: String::new(), full: src.clone(), src, width, height, is_vector: true, alt, caption })
            }
        }
    }

    /// The small square of a picture; drawings have none.
    pub(super) fn thumb(&self, root: &str, file: FileId) -> Option<ThumbView> {
        let PicturePlan::Sizes(request, paths) = self.pictures.get(&file)? else { return None };
        let [.., webp, src] = paths.as_slice() else { return None };
        let href = |path: &OutPath| format!("{root}{}", path.as_str());
        Some(ThumbView { webp: href(webp), src: href(src), side: request.thumb.width })
    }

    /// The full address of a picture for sharing: square, and in a format that every program reads.
    pub(super) fn share_image(&self, file: FileId) -> Option<String> {
        let base_url = self.model.site.base_url.as_deref()?;
        let thumb = self.thumb("", file)?;
        Some(format!("{base_url}{}", thumb.src))
    }

    /// Where a copied file is, on a page with this root.
    pub(super) fn file_href(&self, root: &str, file: FileId) -> Option<String> {
        self.copies.get(&file).map(|copy| format!("{root}{}", copy.path.as_str()))
    }

    /// A copied file with its title, format and size; without a title it is called by its name.
    pub(super) fn file_view(&self, root: &str, file: FileId, title: &str) -> Option<FileView> {
        let copy = self.copies.get(&file)?;
        let name = &copy.name;
        let href = format!("{root}{}", copy.path.as_str());
        let format = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
        let title = if title.is_empty() { name.clone() } else { title.to_owned() };
        Some(FileView { title, href, format, size: size_for_people(copy.size) })
    }
}

/// `830 B`, `12 KB`, `3.4 MB`.
fn size_for_people(n_bytes: u64) -> String {
    match n_bytes {
        0..1_000 => format!("{n_bytes} B"),
        1_000..1_000_000 => format!("{} KB", n_bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", n_bytes / 1_000_000, n_bytes % 1_000_000 / 100_000),
    }
}

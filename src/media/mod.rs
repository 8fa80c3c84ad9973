//! Pictures and attachments as planned to the files that readers get: several sizes, turned upright, without metadata.
//!
//! `request` says which files a picture becomes before a pixel is read, so that pages can name them; `produce` gives them, from
//! the cache or by making them. A picture of the source never reaches the output as it is: every byte is encoded anew, so
//! that place, camera and author cannot come along.

mod attachment;
mod cache;
mod colour;
mod decode;
mod encode;
mod make;
mod request;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io;

pub use self::attachment::{attachment_name, drawing_name};
pub use self::cache::Cache;
pub use self::make::make;
pub use self::request::{Effort, Encoding, Look, Request, Shape, Variant, request};

use crate::diag::{FileId, Outcome};
use crate::read::image::{ImageLimits, Picture, judge_ending, read_image};
use crate::source::Hash;

/// What the headers of a picture say, from the cache if its bytes were seen before.
///
/// - `read` gives the file's bytes and is called only if they are needed; its error is the only one.
/// - Codes: those of [`read_image`].
pub fn look<'a>(
    cache: &Cache,
    subject: Subject,
    limits: ImageLimits,
    read: impl FnOnce() -> io::Result<Cow<'a, [u8]>>,
) -> io::Result<Outcome<Option<Picture>>> {
    if let Some(picture) = cache.picture(subject.hash, limits) {
        let found = judge_ending(subject.file, subject.name, picture.format).into_iter().collect();
        return Ok(Outcome::new(Some(picture), found));
    }
    let outcome = read_image(subject.file, subject.name, &read()?, limits);
    if let Some(picture) = &outcome.value {
        cache.remember_picture(subject.hash, limits, picture);
    }
    Ok(outcome)
}

/// A picture file of the snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Where findings about it go.
    pub file: FileId,
    /// Its name or path; only the ending is looked at.
    pub name: &'a str,
    /// Of its bytes.
    pub hash: &'a Hash,
}

/// The files of a request, in the order of [`Request::variants`]: from the cache, or made now and put there.
///
/// - `read` gives the original's bytes and is called only if something must be made; its error is the only one.
/// - Result: `None` if the picture cannot be decoded, which has been said.
/// - Codes: those of [`make()`].
pub fn produce<'a>(
    cache: &Cache,
    file: FileId,
    request: &Request,
    read: impl FnOnce() -> io::Result<Cow<'a, [u8]>>,
) -> io::Result<Outcome<Option<Vec<Vec<u8>>>>> {
    let kept: Option<Vec<Vec<u8>>> = request.variants().map(|variant| cache.get(&variant.key)).collect();
    if kept.is_some() {
        return Ok(Outcome::new(kept, Vec::new()));
    }
    let variants: Vec<&Variant> = request.variants().collect();
    let outcome = make(file, &read()?, &request.picture, &variants);
    for (variant, bytes) in variants.iter().zip(outcome.value.iter().flatten()) {
        cache.put(&variant.key, bytes);
    }
    Ok(outcome)
}

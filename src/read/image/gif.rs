//! A GIF's blocks to its size, and whether it has more than one frame.

use image::metadata::Orientation;

use super::bytes::{Walker, u16_le};
use super::{Fault, Header};

pub(super) fn walk(bytes: &[u8]) -> Result<Header, Fault> {
    let mut walker = Walker::new(bytes, 6);
    let screen = walker.take(7)?;
    let (width, height) = (u16_le(screen, 0), u16_le(screen, 2));
    skip_palette(&mut walker, screen[4])?;
    let mut n_frames = 0;
    loop {
        match walker.byte()? {
            b'!' => {
                walker.byte()?;
                skip_blocks(&mut walker)?;
            }
            b',' => {
                let frame = walker.take(9)?;
                skip_palette(&mut walker, frame[8])?;
                walker.byte()?;
                skip_blocks(&mut walker)?;
                n_frames += 1;
            }
            b';' => break,
            _ => return Err(Fault::Damaged),
        }
    }
    match n_frames {
        _ if width == 0 || height == 0 => Err(Fault::Damaged),
        0 => Err(Fault::Damaged),
        1 => Ok(Header {
            width,
            height,
            orientation: Orientation::NoTransforms,
            // The frame may be smaller than the picture even where no colour is transparent.
            has_alpha: true,
            has_palette: true,
            bytes_per_pixel: 4,
        }),
        _ => Err(Fault::Animated),
    }
}

fn skip_palette(walker: &mut Walker, flags: u8) -> Result<(), Fault> {
    if flags & 0x80 != 0 {
        walker.take(3 << ((flags & 7) + 1))?;
    }
    Ok(())
}

fn skip_blocks(walker: &mut Walker) -> Result<(), Fault> {
    loop {
        match walker.byte()? {
            0 => return Ok(()),
            n_bytes => walker.take(usize::from(n_bytes))?,
        };
    }
}

//! A GIF's blocks to its metadata: comments, texts, and what applications add.

use super::{Finds, take_byte, take_bytes};

/// What applications add that says how to show a picture: how often it moves, its colours.
const NEEDED: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// Goes over the blocks; `None` if one is cut off.
pub(super) fn walk(bytes: &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let mut rest = bytes.get(6..)?;
    let screen = take_bytes(&mut rest, 7)?;
    skip_palette(&mut rest, screen[4])?;
    loop {
        match take_byte(&mut rest)? {
            b'!' => extension(&mut rest, finds)?,
            b',' => {
                let frame = take_bytes(&mut rest, 9)?;
                skip_palette(&mut rest, frame[8])?;
                take_byte(&mut rest)?;
                skip_blocks(&mut rest)?;
            }
            b';' => {
                finds.trailing(rest);
                return Some(());
            }
            _ => return None,
        }
    }
}

fn skip_palette(rest: &mut &[u8], flags: u8) -> Option<()> {
    if flags & 0x80 != 0 {
        take_bytes(rest, 3 << ((flags & 7) + 1))?;
    }
    Some(())
}

/// Moves behind blocks and the one that ends them.
fn skip_blocks(rest: &mut &[u8]) -> Option<()> {
    loop {
        match take_byte(rest)? {
            0 => return Some(()),
            n_bytes => take_bytes(rest, usize::from(n_bytes))?,
        };
    }
}

/// The bodies of blocks, one behind the other.
fn joined_blocks(mut blocks: &[u8]) -> Vec<u8> {
    let mut joined = Vec::new();
    while let Some(body) = take_byte(&mut blocks).and_then(|n_bytes| take_bytes(&mut blocks, usize::from(n_bytes))) {
        joined.extend_from_slice(body);
    }
    joined
}

fn extension(rest: &mut &[u8], finds: &mut Finds<'_>) -> Option<()> {
    let kind = take_byte(rest)?;
    let whole = *rest;
    skip_blocks(rest)?;
    let blocks = &whole[..whole.len() - rest.len()];
    match kind {
        // How long a frame is shown.
        0xF9 => {}
        0xFE => {
            finds.note("comment");
            finds.text("comment", &joined_blocks(blocks));
        }
        0xFF => application(blocks, finds),
        _ => {
            finds.note("text");
            finds.opaque("text", &joined_blocks(blocks));
        }
    }
    Some(())
}

fn application(blocks: &[u8], finds: &mut Finds<'_>) {
    let Some((name, data)) = blocks.get(1..).and_then(|blocks| blocks.split_at_checked(11)) else {
        return finds.note("application");
    };
    if NEEDED.contains(&name) {
        return;
    }
    // A packet of XMP lies there as it is: its letters happen to lead over themselves to its end.
    if name == b"XMP DataXMP" {
        return finds.xmp(data);
    }
    finds.note("application");
    finds.opaque("application", &joined_blocks(blocks));
}

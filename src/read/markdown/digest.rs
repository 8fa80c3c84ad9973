//! A body to its digest.

use blake3::Hasher;

use super::{Body, HoleKind};
use crate::read::{Fields, Node, Value};

/// BLAKE3 of everything but places in the file. Each part is preceded by its length, so that none can pass for another.
pub(super) fn digest(body: &Body) -> [u8; 32] {
    let mut hasher = Hasher::new();
    text(&mut hasher, &body.html);
    for hole in &body.holes {
        let (kind, index) = match hole.kind {
            HoleKind::Link(index) => (0, index),
            HoleKind::Image(index) => (1, index),
            HoleKind::Block(index) => (2, index),
            HoleKind::Figure(index) => (3, index),
        };
        hasher.update(&[kind]).update(&hole.offset.to_le_bytes()).update(&index.to_le_bytes());
    }
    number(&mut hasher, body.links.len());
    for link in &body.links {
        text(&mut hasher, &link.target);
        text(&mut hasher, &link.title);
    }
    number(&mut hasher, body.images.len());
    for image in &body.images {
        text(&mut hasher, &image.target);
        text(&mut hasher, &image.alt);
        text(&mut hasher, &image.title);
        hasher.update(&[u8::from(image.is_alone)]);
    }
    number(&mut hasher, body.blocks.len());
    for block in &body.blocks {
        text(&mut hasher, &block.name);
        fields(&mut hasher, &block.fields);
    }
    number(&mut hasher, body.figures.len());
    for figure in &body.figures {
        text(&mut hasher, &figure.target);
        text(&mut hasher, &figure.text);
    }
    number(&mut hasher, body.headings.len());
    for heading in &body.headings {
        hasher.update(&[heading.level]);
        text(&mut hasher, &heading.text);
        text(&mut hasher, &heading.id);
    }
    number(&mut hasher, body.anchors.len());
    for anchor in &body.anchors {
        text(&mut hasher, anchor);
    }
    text(&mut hasher, &body.summary);
    number(&mut hasher, body.n_chars as usize);
    *hasher.finalize().as_bytes()
}

fn number(hasher: &mut Hasher, number: usize) {
    hasher.update(&(number as u64).to_le_bytes());
}

fn text(hasher: &mut Hasher, text: &str) {
    number(hasher, text.len());
    hasher.update(text.as_bytes());
}

fn fields(hasher: &mut Hasher, fields: &Fields) {
    number(hasher, fields.entries.len());
    for (key, value) in &fields.entries {
        text(hasher, &key.text);
        node(hasher, value);
    }
}

/// No deeper than the parser of the fields allows.
fn node(hasher: &mut Hasher, node: &Node) {
    text(hasher, node.value.type_name());
    match &node.value {
        Value::List(items) => {
            number(hasher, items.len());
            items.iter().for_each(|item| self::node(hasher, item));
        }
        Value::Fields(inner) => fields(hasher, inner),
        // The rest has no places inside.
        plain => text(hasher, &format!("{plain:?}")),
    }
}

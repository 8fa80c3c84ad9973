//! The blocks of a case to a folder on disk.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage};

use super::parse::{Block, Case};

/// What a case gets unless it brings its own.
const SITE: &str = "[site]\ntitle = \"测试园地\"\norg = \"测试学院党总支\"\nbase_url = \"https://test.example/\"\n\n\
                    [footer]\nicp = \"示例备案\"\nsponsor = \"测试学院党总支\"\n";

/// The key of a case's codes, so that they are the same in every run.
const PERSON_KEY: &str = "key-of-the-text-cases-0123456789\n";

/// Writes the site of a case into an empty folder.
pub(crate) fn write(case: &Case, root: &Path) {
    if !case.blocks_of("file").any(|block| block.words.first().is_some_and(|path| path == "site.toml")) {
        write_file(root, "site.toml", SITE.as_bytes());
    }
    if case.option("person-key") != Some("none") {
        write_file(root, "data/person-key.txt", PERSON_KEY.as_bytes());
    }
    for block in &case.blocks {
        match block.kind.as_str() {
            "file" => write_file(root, path_of(block), &bytes(block)),
            "picture" => write_file(root, path_of(block), &picture(block)),
            "link" => link(root, path_of(block), block.body.trim_end()),
            _ => {}
        }
    }
}

/// Path of a block, where `%20` stands for a space.
fn path_of(block: &Block) -> &str {
    block.words.first().unwrap_or_else(|| panic!("a block `{}` names no file", block.kind))
}

fn write_file(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path.replace("%20", " "));
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

#[cfg(unix)]
fn link(root: &Path, path: &str, target: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a link is in a folder")).expect("a folder can be made");
    std::os::unix::fs::symlink(target, path).expect("a link can be made");
}

#[cfg(not(unix))]
fn link(_root: &Path, _path: &str, _target: &str) {}

/// The bytes of a `file` block, changed as its words say, in their order.
fn bytes(block: &Block) -> Vec<u8> {
    let mut text = block.body.clone();
    let mut bytes = None;
    for word in &block.words[1..] {
        match word.as_str() {
            "crlf" => text = text.replace('\n', "\r\n"),
            "cr" => text = text.replace('\n', "\r"),
            "no-newline" => text.truncate(text.trim_end_matches('\n').len()),
            "bom" => text.insert(0, '\u{feff}'),
            "escapes" => bytes = Some(escaped(&text)),
            "encoding=gbk" => bytes = Some(encoding_rs::GBK.encode(&text).0.into_owned()),
            "encoding=utf-16" => {
                let units = std::iter::once(0xfeff).chain(text.encode_utf16());
                bytes = Some(units.flat_map(u16::to_le_bytes).collect());
            }
            other => match other.strip_prefix("times=").and_then(|n| n.parse().ok()) {
                Some(n) => text = text.repeat(n),
                None => panic!("a file block does not know `{other}`"),
            },
        }
    }
    bytes.unwrap_or_else(|| text.into_bytes())
}

/// `\xD6` is a byte and `\u{200B}` a character; `\\` is the backslash itself.
fn escaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend(&rest.as_bytes()[..at]);
        let tail = &rest[at + 1..];
        if let Some(hex) = tail.strip_prefix('x') {
            bytes.push(u8::from_str_radix(&hex[..2], 16).expect("two hexadecimal digits follow `\\x`"));
            rest = &hex[2..];
        } else if let Some(hex) = tail.strip_prefix("u{") {
            let (hex, behind) = hex.split_once('}').expect("`\\u{` is closed");
            let c = char::from_u32(u32::from_str_radix(hex, 16).expect("hexadecimal digits")).expect("a character");
            bytes.extend(c.to_string().into_bytes());
            rest = behind;
        } else {
            bytes.push(b'\\');
            rest = tail.strip_prefix('\\').unwrap_or(tail);
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// A picture of the size and type that the words of its block say: `picture a.png 40x30 type=jpeg truncated`, or `animated`.
fn picture(block: &Block) -> Vec<u8> {
    let path = path_of(block);
    let mut size = (40, 30);
    let mut kind = path.rsplit('.').next().unwrap_or_default();
    let mut is_truncated = false;
    let mut is_animated = false;
    for word in &block.words[1..] {
        if let Some((width, height)) = word.split_once('x')
            && let (Ok(width), Ok(height)) = (width.parse(), height.parse())
        {
            size = (width, height);
        } else if let Some(name) = word.strip_prefix("type=") {
            kind = name;
        } else if word == "truncated" {
            is_truncated = true;
        } else if word == "animated" {
            is_animated = true;
        } else {
            panic!("a picture block does not know `{word}`");
        }
    }
    let format = ImageFormat::from_extension(kind).unwrap_or_else(|| panic!("no pictures of type `{kind}`"));
    let colours = RgbImage::from_fn(size.0, size.1, |x, y| Rgb([(x * 5) as u8, (y * 7) as u8, (x + y) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(colours);
    if is_animated {
        let frames = [picture.to_rgba8(), picture.rotate180().to_rgba8()].map(Frame::new);
        GifEncoder::new(&mut bytes).encode_frames(frames).expect("a small picture can be made");
    } else {
        picture.write_to(&mut bytes, format).expect("a small picture can be made");
    }
    let mut bytes = bytes.into_inner();
    if is_truncated {
        bytes.truncate(bytes.len() * 2 / 3);
    }
    bytes
}

#[test]
fn files_are_changed_as_their_words_say() {
    let block = |words: &[&str], body: &str| Block {
        kind: "file".to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        body: body.to_owned(),
        range: 0..0,
    };
    assert_eq!(bytes(&block(&["a", "crlf"], "一\n")), "一\r\n".as_bytes());
    assert_eq!(bytes(&block(&["a", "bom", "no-newline"], "x\n")), b"\xef\xbb\xbfx");
    assert_eq!(bytes(&block(&["a", "encoding=gbk"], "党\n")), b"\xb5\xb3\n");
    assert_eq!(bytes(&block(&["a", "encoding=utf-16"], "党")), b"\xff\xfe\x5a\x51");
    assert_eq!(bytes(&block(&["a", "escapes"], "a\\x00\\u{200b}\\\\n")), b"a\0\xe2\x80\x8b\\n");
}

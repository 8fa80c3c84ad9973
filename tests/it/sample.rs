//! The sample site to what is wrong with it: it is the manual for editors, so it must be without fault.
//!
//! Its pictures stand in for themselves as dots of the same type: pages need only their names and places, and making
//! the real ones takes a minute. The browser's tests look at the real ones.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};

use super::code::root;
use super::pages;
use super::site::{self, AS_OF, Files};

/// The sample with a dot for each picture.
fn sample() -> Files {
    let mut files = Files::new();
    for folder in ["content", "data"] {
        let inside = site::read(&root().join(folder));
        files.extend(inside.into_iter().map(|(path, bytes)| (format!("{folder}/{path}"), bytes)));
    }
    for (path, bytes) in &mut files {
        if let Some(format) = ImageFormat::from_path(path).ok().filter(|_| !path.ends_with(".svg")) {
            *bytes = dot(format);
        }
    }
    files.insert("site.toml".to_owned(), std::fs::read(root().join("site.toml")).expect("the sample has settings"));
    files
}

fn dot(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::new(8, 6).write_to(&mut bytes, format).expect("memory takes everything");
    bytes.into_inner()
}

#[test]
fn the_sample_site_keeps_what_every_site_promises() {
    let built = site::build_cold(&sample(), AS_OF);
    assert_eq!(built.findings, [""; 0], "the sample has no findings");
    let problems = pages::problems(&built.files, Some("https://dangjian.example.edu.cn/yuandi/"));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

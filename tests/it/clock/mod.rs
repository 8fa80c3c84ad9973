//! What a site shows on which day: 公示 that close, texts that come and go, and the agenda that says when to build again.
//!
//! All of it through the real program, and judged by every file of the output, the index of the search decoded.

mod agenda;
mod notices;
mod texts;

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use yuandi::search::{carrier, reader};

use super::room::{Ran, Room};
use super::site::{self, Files};

// What stands in pictures is no matter of these tests.
const SITE: &str = "[site]\ntitle = \"测试园地\"\norg = \"测试学院党总支\"\nbase_url = \"https://test.example/\"\n\n\
                    [footer]\nicp = \"示例备案\"\nsponsor = \"测试学院党总支\"\n\n[privacy]\nask = \"warn\"\n";

/// The table of `data.md`.
const HOLIDAYS: &str = "date,kind\n2024-09-29,work\n2024-10-01,off\n2024-10-02,off\n2024-10-03,off\n2024-10-04,off\n\
                        2024-10-05,off\n2024-10-06,off\n2024-10-07,off\n2024-10-12,work\n";

/// A site of these texts.
fn site_of(texts: &[(&str, &str)]) -> Room {
    let room = Room::empty();
    let mut files = Files::from([
        ("site.toml".to_owned(), SITE.as_bytes().to_vec()),
        ("data/holidays.csv".to_owned(), HOLIDAYS.as_bytes().to_vec()),
        ("content/news/first.md".to_owned(), b"+++\ntitle = \"first\"\ndate = 2024-01-01\n+++\nText.\n".to_vec()),
    ]);
    files.extend(texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    site::write(&room.root(), &files);
    room
}

/// Runs a command on a day.
fn on(room: &Room, day: &str, arguments: &[&str]) -> Ran {
    room.run(&[arguments, &["--root", "site", "--as-of", day, "--format", "json"]].concat())
}

/// Builds on a day; gives all files of the output, each with its path and everything that can be read in it.
fn built(room: &Room, day: &str) -> Vec<(String, String)> {
    on(room, day, &["build"]).ends(0);
    let files = site::read(&room.root().join("public"));
    files.into_iter().map(|(path, bytes)| (path.clone(), readable(&path, &bytes))).collect()
}

fn readable(path: &str, bytes: &[u8]) -> String {
    let mut text = format!("{path}\n{}", String::from_utf8_lossy(bytes));
    if let Some((name, _, bytes)) = carrier::read_script(bytes).filter(|_| path.starts_with("search/")) {
        text.push_str(&String::from_utf8_lossy(&bytes));
        if name.starts_with("t/") {
            text.extend(reader::texts(&bytes).iter().map(|page| format!("\n{page:?}")));
        }
    }
    text
}

/// Paths of files in which a text stands.
fn holding<'f>(files: &'f [(String, String)], needle: &str) -> Vec<&'f str> {
    files.iter().filter(|(_, text)| text.contains(needle)).map(|(path, _)| path.as_str()).collect()
}

#[track_caller]
fn nowhere(files: &[(String, String)], needles: &[&str]) {
    for needle in needles {
        assert_eq!(holding(files, needle), [""; 0], "{needle} is in the output");
    }
}

/// A picture whose file is like no other.
fn png(shade: u8) -> Vec<u8> {
    let colours = RgbImage::from_fn(40, 30, |x, y| Rgb([(x * 5) as u8, (y * 7) as u8, shade]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(colours).write_to(&mut bytes, ImageFormat::Png).expect("a small picture can be made");
    bytes.into_inner()
}

/// A 公示 of `data.md` with more fields and a text.
fn notice(fields: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"关于拟接收预备党员的公示\"\ndate = 2024-09-27\nkind = \"public_notice\"\nmatter = \"拟接收预备党员\"\n\
         objects = [\"张样例\", \"李示范（机关支部）\"]\nperiod_days = 5\nposted_on = 2024-09-27\naccepting_unit = \"党总支\"\n\
         channel = \"意见箱\"\nbasis = \"细则\"\n{fields}\n+++\n\n{text}\n"
    )
}

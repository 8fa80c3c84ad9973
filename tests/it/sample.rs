//! The sample site to what is wrong with it: it is the manual for editors, so it must be without fault.
//!
//! Its pictures stand in for themselves as dots of the same type: pages need only their names and places, and making
//! the real ones takes a minute. The browser's tests look at the real ones.

use std::io::Cursor;
use std::sync::OnceLock;

use image::{ImageFormat, RgbImage};

use super::code::root;
use super::pages;
use super::site::{self, AS_OF, Built, Files};

/// What a build makes of the sample; built once for all tests.
pub(super) fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| site::build_cold(&sample(), AS_OF))
}

/// The sample with a dot for each picture.
pub(super) fn sample() -> Files {
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
    let built = built();
    assert_eq!(built.findings, [""; 0], "the sample has no findings");
    let problems = pages::problems(&built.files, Some("https://dangjian.example.edu.cn/yuandi/"));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The figures that one real branch reported for 2024, and where the site gives them.
const KNOWN_ANSWERS: [(&str, &str); 7] = [
    ("members", "shukong,,all,,22,persons,22,false,2026-03-31"),
    ("study_tasks", "shukong,year,2024,33,items,33,false,2026-03-31"),
    ("activities", "shukong,theory_study,year,2024,5,times,5,false,2026-03-31"),
    ("activities", "shukong,micro_lesson,year,2024,6,times,6,false,2026-03-31"),
    ("activities", "shukong,salon,year,2024,3,times,3,false,2026-03-31"),
    ("discussion_posts", "shukong,year,2024,31,posts,1,false,2026-03-31"),
    // 690 of 726 are 0.950413223140…
    ("completion_rate", "shukong,year,2024,0.95041322314,percent,726,false,2026-03-31"),
];

#[test]
fn the_known_answers_come_out_and_each_leads_to_its_rows() {
    let built = built();
    for (metric, line) in KNOWN_ANSWERS {
        let open = text(&built.files, &format!("open/metrics/{metric}.csv"));
        assert!(open.lines().any(|one| one == line), "{metric}: {line}");
    }
    let rows = text(&built.files, "open/evidence/completion_rate.csv");
    let of_branch = rows.lines().filter(|row| row.starts_with("shukong,month,2024-")).count();
    assert_eq!(of_branch, 726, "each counted row stands once, in its month");
    let page = text(&built.files, "news/2024-12-25-case-award/index.html");
    let figure = "data-metric=\"completion_rate\" data-slice=\"branch=shukong;period=2024\"";
    let link = page.split("<a ").find(|tag| tag.contains(figure)).expect("the sentence has its figure");
    let href = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it leads somewhere");
    let (path, anchor) = href.split_once('#').expect("it leads to its slice");
    let target = text(&built.files, path.strip_prefix("../../").expect("two folders up"));
    assert!(target.contains(&format!("id=\"{anchor}\"")), "{href}");
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is {path}"));
    String::from_utf8(bytes.clone()).expect("text")
}

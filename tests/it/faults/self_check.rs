//! The school's self-check: what stands in it, what never does, and where it may be written.

use std::fs;

use crate::room::Room;

/// A text in which something of every group is wrong.
const TEXT: &str = "+++\ntitle = \"2月份工作总结\"\ndate = 2026-03-31\nreview_by = 2026-01-01\n[review]\nfirst = \"宣传委员\"\n+++\n\n\
                    xx党支部凝聚力显著提升。[坏](nowhere.md)、[外](https://www.outside.test/a?b=1&c=2)、[内](https://www.example.edu.cn/)\n\n\
                    联系人手机：13800138000\n";

fn room() -> Room {
    let room = Room::with("whole");
    room.note("content/news/bad.md", TEXT);
    room
}

#[test]
fn it_names_what_was_found_where_links_lead_and_what_is_due() {
    let room = room();
    let file = room.root().join("check.html");
    let path = file.to_str().expect("the folder of a test is UTF-8");
    room.on_site(&["check", "--self-check", path]).ends(1);
    let page = fs::read_to_string(&file).expect("it was written though there are errors");
    for part in [
        "content/news/bad.md 第 9 行",
        "还没有换掉的占位文字",
        "W002",
        "M301",
        "https://www.outside.test/a?b=1&amp;c=2",
        "<strong>不在</strong>",
        "https://www.example.edu.cn/",
        "复审、终审",
        "2026-01-01 已过",
        "<strong>进行中</strong>",
        "1**********",
        "截至日期</th><td>2026-03-31",
    ] {
        assert!(page.contains(part), "{part} is missing");
    }
    assert!(!page.contains("13800138000"), "a number stands in it");
    assert!(!page.contains("<script") && !page.contains("src="), "it stands alone");
}

#[test]
fn it_is_written_nowhere_where_it_would_be_published_or_read() {
    let room = room();
    let root = room.root();
    fs::create_dir(root.join("public")).expect("a folder can be made");
    let at = |path: &str| root.join(path).to_str().expect("the folder of a test is UTF-8").to_owned();
    for (path, code) in [
        ("public/check.html", "C008"),
        ("content/check.html", "C008"),
        ("data/../content/news/check.html", "C008"),
        ("site.toml", "C007"),
        ("check.docx", "C007"),
        ("no-folder/check.html", "C007"),
    ] {
        let ran = room.on_site(&["build", "--format", "json", "--self-check", &at(path)]).ends(2);
        assert_eq!(ran.codes(), [code], "{path}");
    }
    assert!(!root.join("public/index.html").exists(), "nothing was built");
    assert_eq!(fs::read_dir(root.join("public")).expect("the folder is there").count(), 0);
}

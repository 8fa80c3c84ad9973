//! 公示: the days on which they are open, and everything that goes with their names.

use super::*;

fn page_of(files: &[(String, String)]) -> &str {
    let page = files.iter().find(|(path, _)| path == "notices/n/index.html");
    page.map(|(_, text)| text.as_str()).expect("the notice has a page")
}

#[test]
fn the_notice_of_the_design_closes_at_the_end_of_october_10() {
    let room = site_of(&[("content/notices/n.md", &notice("", "现公示张样例、李示范。"))]);
    let open = built(&room, "2024-10-10");
    let page = page_of(&open);
    assert!(page.contains("张样例") && page.contains("mark-open") && page.contains("datetime=\"2024-10-10\""), "{page}");
    assert!(page.contains("data-until=\"2024-10-10T16:00:00Z\""), "devices know when the day is over in the zone of the site");
    assert!(!holding(&open, "n,2024-09-27,2024-10-10,open").is_empty());
    let closed = built(&room, "2024-10-11");
    nowhere(&closed, &["张样例", "李示范", "data-until=\""]);
    assert!(page_of(&closed).contains("mark-closed") && page_of(&closed).contains("公示期满，姓名已删去"));
    assert!(!holding(&closed, "n,2024-09-27,2024-10-10,closed").is_empty());
}

#[test]
fn a_year_without_holidays_is_an_error_and_never_a_guess() {
    let room = site_of(&[("content/notices/n.md", &notice("", "公示。").replace("2024-09-27", "2025-09-26"))]);
    let ran = on(&room, "2025-09-28", &["build"]).ends(1);
    assert_eq!(ran.codes(), ["M423"]);
    assert!(!room.root().join("public").exists());
}

/// Marks that stand in one place each.
const MARKED: [&str; 10] = [
    "甲摘要标记",
    "乙粗体标记",
    "丙替代标记",
    "丁图注标记",
    "戊链接标记",
    "己附件标记",
    "庚封面标记",
    "辛相册标记",
    "壬脚注标记",
    "癸标题标记",
];

/// A notice that names its persons in every place that can be cleared: a name and a mark stand together.
fn marked() -> Room {
    let fields = "summary = \"张样例 甲摘要标记\"\ncover = \"img/cover.png\"\ncover_alt = \"张样例 庚封面标记\"\n\
                  attachments = [{ file = \"list.txt\", title = \"张样例 己附件标记\" }]";
    let text = "## 癸标题标记：张样例\n\n张**样**例 乙粗体标记[^1]\n\n![张样例 丙替代标记](img/inside.png \"李示范 丁图注标记\")\n\n\
                [张样例 戊链接标记](张样例名单.txt)\n\n[^1]: 李示范 壬脚注标记\n\n```gallery\n\
                images = [{ file = \"img/album.png\", alt = \"张样例 辛相册标记\" }]\n```";
    let room = site_of(&[
        ("content/notices/n.md", &notice(fields, text)),
        ("content/notices/list.txt", "张样例 附件正文标记"),
        ("content/notices/张样例名单.txt", "李示范 名单正文标记"),
    ]);
    for (shade, name) in [(1, "cover"), (2, "inside"), (3, "album")] {
        let path = format!("content/notices/img/{name}.png");
        site::write(&room.root(), &Files::from([(path, png(shade))]));
    }
    room
}

#[test]
fn names_go_from_every_place_with_everything_around_them() {
    let room = marked();
    let open = built(&room, "2024-10-10");
    for mark in MARKED.iter().chain(&["附件正文标记", "名单正文标记"]) {
        assert!(!holding(&open, mark).is_empty(), "{mark} is not shown while the notice is open, so this test proves nothing");
    }
    let pictures = |files: &[(String, String)]| files.iter().filter(|(path, _)| path.starts_with("assets/img/")).count();
    let n_open = pictures(&open);
    let closed = built(&room, "2024-10-11");
    nowhere(&closed, &MARKED);
    nowhere(&closed, &["张样例", "李示范", "附件正文标记", "名单正文标记", "zhang-yang-li", "assets/files/"]);
    assert_eq!((n_open > 0, pictures(&closed)), (true, 0), "pictures of the notice stay");
}

#[test]
fn a_picture_and_a_file_go_even_where_the_text_has_no_name() {
    let room = site_of(&[
        ("content/notices/n.md", &notice("", "这段话留下。\n\n![名单照片](img/a.png)\n\n[名单](list.txt)")),
        ("content/notices/list.txt", "名单正文标记"),
    ]);
    site::write(&room.root(), &Files::from([("content/notices/img/a.png".to_owned(), png(9))]));
    let closed = built(&room, "2024-10-11");
    assert!(page_of(&closed).contains("这段话留下"));
    nowhere(&closed, &["名单照片", "名单正文标记", "assets/files/"]);
    assert_eq!(closed.iter().filter(|(path, _)| path.starts_with("assets/img/")).count(), 0);
}

#[test]
fn what_is_withdrawn_says_so_from_that_day_and_names_nobody() {
    let fields = "names_after = \"keep\"\nwithdrawn_on = 2024-10-08\nwithdrawn_reason = \"材料有误\"";
    let room = site_of(&[("content/notices/n.md", &notice(fields, "现公示张样例。"))]);
    let before = built(&room, "2024-09-30");
    assert!(page_of(&before).contains("张样例"));
    nowhere(&before, &["材料有误", "mark mark-withdrawn"]);
    let after = built(&room, "2024-10-08");
    nowhere(&after, &["张样例", "李示范", "mark mark-open"]);
    assert!(page_of(&after).contains("材料有误") && page_of(&after).contains("mark-withdrawn"));
    assert!(!holding(&after, "n,2024-09-27,2024-10-10,withdrawn").is_empty());
    assert!(holding(&after, "材料有误").iter().any(|path| path.starts_with("search/")), "the reason can be searched");
}

#[test]
fn a_page_that_is_dropped_is_nowhere_on_the_day_behind_the_last() {
    let room = site_of(&[("content/notices/n.md", &notice("page_after = \"drop\"\ntags = [\"唯一标签\"]", "正文标记。"))]);
    let open = built(&room, "2024-10-10");
    assert!(!holding(&open, "notices/n/").is_empty() && !holding(&open, "唯一标签").is_empty());
    let over = built(&room, "2024-10-11");
    nowhere(&over, &["notices/n/", "关于拟接收预备党员的公示", "唯一标签", "正文标记", "2024-09-27", "months/2024/09"]);
}

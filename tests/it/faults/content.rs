//! Rows 1 to 16, 39, 41 to 43, 46, 47, 62, 67 and 70: texts, names, links, dates.

use std::time::{Duration, Instant};

use super::site::Site;

#[test]
fn row_01_front_matter_that_is_not_closed_or_not_toml() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\ntitle = \"甲\"\n\n正文\n");
    site.write("content/news/b.md", "+++\ntitle = 甲\ndate = 2026-03-01\n+++\n");
    let ran = site.refused(1, &["R001", "R108"]);
    assert_eq!(ran.place(0), "content/news/a.md:1:1");
    assert!(ran.message(0).contains("`+++`"));
    assert_eq!(ran.place(1), "content/news/b.md:2:9");
}

#[test]
fn row_02_unknown_key() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\ntilte = \"甲\"\ndate = 2026-03-01\n+++\n");
    let ran = site.refused(1, &["M101"]);
    assert_eq!(ran.place(0), "content/news/a.md:2:1");
    assert!(ran.help(0).contains("title"), "{}", ran.help(0));
}

#[test]
fn row_03_full_width_punctuation_in_toml() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\ntitle ＝ “甲”\ndate = 2026-03-01\n+++\n");
    site.write("content/news/b.md", "+++\ntitle = \"乙\"\ndate = 2026-03-01\ntags = [\"一\"，\"二\"]\n+++\n");
    let ran = site.refused(1, &["R102", "R102"]);
    assert_eq!((ran.place(0), ran.place(1)), ("content/news/a.md:2:7".into(), "content/news/b.md:4:12".into()));
    assert!(ran.help(0).contains("title = \"甲\""), "{}", ran.help(0));
    assert!(ran.help(1).contains("tags = [\"一\",\"二\"]"), "{}", ran.help(1));
}

#[test]
fn row_04_missing_required_fields_of_all_files() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\nsummary = \"没有\"\n+++\n");
    site.write("content/news/b.md", "+++\ntitle = \"乙\"\n+++\n");
    site.write("content/notices/c.md", "+++\ntitle = \"丙\"\ndate = 2026-03-01\n+++\n");
    let ran = site.refused(1, &["M102", "M102", "M102"]);
    assert!(ran.message(0).contains("title") && ran.message(0).contains("date"), "{}", ran.message(0));
    assert!(ran.message(2).contains("kind"), "{}", ran.message(2));
}

#[test]
fn row_05_dates_that_do_not_exist_or_are_not_whole() {
    let site = Site::built();
    let note = |date: &str| format!("+++\ntitle = \"甲\"\ndate = {date}\n+++\n");
    site.write("content/news/a.md", note("\"2026-13-40\""));
    site.write("content/news/b.md", note("\"2026年9月\""));
    site.write("content/news/c.md", note("46000"));
    site.write("content/news/d.md", note("\"2026年3月5日\""));
    site.refused(1, &["M105", "M106", "M104"]);
}

#[test]
fn row_06_duplicate_slug() {
    let site = Site::built();
    site.note("content/news/a.md", "甲", "");
    site.write("content/news/b.md", "+++\ntitle = \"乙\"\ndate = 2026-03-01\nslug = \"a\"\n+++\n");
    let ran = site.refused(1, &["M407"]);
    assert!(ran.text.contains("content/news/a.md") && ran.text.contains("content/news/b.md"));
}

#[cfg(target_os = "linux")]
#[test]
fn row_07_names_that_differ_only_in_case_or_composition() {
    let site = Site::built();
    site.note("content/news/Spring.md", "甲", "");
    site.note("content/news/spring.md", "乙", "");
    site.note("content/news/caf\u{e9}.md", "丙", "");
    site.note("content/news/cafe\u{301}.md", "丁", "");
    let ran = site.build();
    assert_eq!(ran.exit, 1);
    assert_eq!(ran.codes().iter().filter(|code| **code == "S002").count(), 2, "{}", ran.text);
}

#[cfg(target_os = "linux")]
#[test]
fn row_08_names_that_other_systems_cannot_hold() {
    let site = Site::built();
    site.note("content/news/aux.md", "甲", "");
    site.note("content/news/b\u{7}.md", "乙", "");
    site.note("content/news/c:d.md", "丙", "");
    site.write("content/news/e.", "x");
    let ran = site.refused(1, &["S001", "S001", "S001", "S001"]);
    assert!(!ran.text.contains('\u{7}'), "a control character reached the screen");
    assert!(ran.help(0).contains("aux-1.md"), "{}", ran.help(0));
}

#[test]
fn row_09_byte_order_mark() {
    let site = Site::built();
    site.note("content/news/a.md", "甲", "正文");
    let with_mark = format!("\u{feff}{}", std::fs::read_to_string(site.root().join("content/news/a.md")).expect("it is there"));
    site.write("content/news/a.md", with_mark);
    site.write("data/branches.csv", "\u{feff}id,name\njia,甲支部\n");
    site.accepted(&[]);
    assert!(!site.page("news/a/index.html").contains('\u{feff}'));
}

#[test]
fn row_10_gbk_is_converted_and_neither_is_refused() {
    let site = Site::built();
    let text = "+++\ntitle = \"三月主题党日\"\ndate = 2026-03-01\n+++\n\n我们开展了主题党日活动。\n";
    site.write("content/news/a.md", encoding_rs::GBK.encode(text).0);
    let ran = site.accepted(&["S102"]);
    assert!(ran.help(0).contains("iconv"), "{}", ran.help(0));
    assert!(site.page("news/a/index.html").contains("我们开展了主题党日活动。"));
    site.write("content/news/b.md", b"+++\ntitle = \"\xff\xfe\xff\"\ndate = 2026-03-01\n+++\n");
    let ran = site.refused(1, &["S102", "S101"]);
    assert!(ran.message(1).contains("第 2 行") && ran.message(1).contains("第 13 字节"), "{}", ran.message(1));
}

#[test]
fn row_11_utf_16() {
    let site = Site::built();
    let units = "\u{feff}+++\ntitle = \"甲\"\ndate = 2026-03-01\n+++\n\n正文\n".encode_utf16();
    site.write("content/news/a.md", units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    site.accepted(&["S102"]);
    assert!(site.page("news/a/index.html").contains("正文"));
}

#[test]
fn row_12_line_ends_nul_and_characters_without_width() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\r\ntitle = \"甲\"\r\ndate = 2026-03-01\r\n+++\r\n\r\n正\u{200b}文\r\n");
    site.accepted(&[]);
    site.note("content/news/b.md", "乙", "正\0文");
    let ran = site.refused(1, &["S103"]);
    assert_eq!(ran.place(0), "content/news/b.md:6:2");
}

#[test]
fn row_13_two_encodings_in_one_file() {
    let site = Site::built();
    let mut bytes = "+++\ntitle = \"甲\"\ndate = 2026-03-01\n+++\n\n党\n".as_bytes().to_vec();
    bytes.extend(&*encoding_rs::GBK.encode("我们开展了活动\n").0);
    site.write("content/news/a.md", bytes);
    let ran = site.refused(1, &["S101"]);
    assert!(ran.message(0).contains("第 7 行"), "{}", ran.message(0));
}

#[cfg(unix)]
#[test]
fn row_14_link_loop() {
    let site = Site::built();
    std::os::unix::fs::symlink("../news", site.root().join("content/news/all")).expect("a link can be made");
    let ran = site.refused(1, &["S004"]);
    assert_eq!(ran.place(0), "content/news/all");
}

#[cfg(unix)]
#[test]
fn row_15_link_out_of_the_project() {
    let site = Site::built();
    std::fs::write(site.around().join("secret.md"), "+++\ntitle = \"密\"\ndate = 2026-03-01\n+++\n").expect("it can be written");
    std::os::unix::fs::symlink("../../../secret.md", site.root().join("content/news/a.md")).expect("a link can be made");
    std::os::unix::fs::symlink("/etc", site.root().join("content/news/etc")).expect("a link can be made");
    site.refused(1, &["S003", "S003"]);
}

#[test]
fn row_16_paths_that_leave_the_content() {
    let site = Site::built();
    let targets = ["../../site.toml", "%2e%2e/%2e%2e/site.toml", "/etc/passwd", "//host/share/a.doc", "C:/a.doc"];
    let links: Vec<String> = targets.iter().map(|target| format!("[甲]({target})")).collect();
    site.note("content/news/a.md", "甲", &links.join("\n\n"));
    site.note("content/news/b.md", "乙", "![党员教师在机床旁](../../../a.png)\n\n![党员教师在机床旁](..\\..\\a.png)");
    site.write("content/news/c.md", "+++\ntitle = \"丙\"\ndate = 2026-03-01\nslug = \"../x\"\naliases = [\"../../y\"]\n+++\n");
    let ran = site.refused(1, &["M303", "M303", "M303", "M303", "M303", "M303", "M304", "M122", "M123"]);
    assert!(!ran.text.contains("root:"), "no content of another file is shown");
}

#[test]
fn row_39_references_to_what_is_missing() {
    let site = Site::built();
    site.write("data/branches.csv", "id,name\nshukong,数控教工党支部\n");
    let activity = "+++\ntitle = \"甲\"\ndate = 2026-03-01\nkind = \"theme_day\"\nbranches = [\"shukng\"]\nstart = \"14:30\"\n\
                    mode = \"onsite\"\n+++\n\n[前文](frist.md)\n\n![党员教师在机床旁](imgs/a.png)\n";
    site.write("content/activities/a.md", activity);
    let ran = site.refused(1, &["M408", "M301", "M301"]);
    assert!(ran.help(0).contains("shukong"), "{}", ran.help(0));
}

#[test]
fn row_41_what_has_expired_is_gone_everywhere() {
    let site = Site::built();
    site.write("content/news/old.md", "+++\ntitle = \"过期之事\"\ndate = 2026-01-01\nexpires_at = 2026-03-01\n+++\n\n过期正文\n");
    let notice = "+++\ntitle = \"拟接收公示\"\ndate = 2026-01-05\nkind = \"public_notice\"\nmatter = \"拟接收预备党员\"\n\
                  objects = [\"张三丰\"]\nperiod_days = 5\nposted_on = 2026-01-05\naccepting_unit = \"组织部\"\n\
                  channel = \"电话\"\nbasis = \"章程\"\n+++\n\n公示正文\n";
    site.write("content/notices/n.md", notice);
    site.write("data/holidays.csv", "date,kind\n2026-01-01,off\n");
    site.accepted(&[]);
    let all = everything(&site);
    assert!(!all.contains("过期之事") && !all.contains("过期正文"), "an expired text is in the output");
    assert!(all.contains("拟接收公示"), "a notice whose period is over stays");
    assert!(!all.contains("张三丰"), "its names do not");
    let ran = site.run(&["build", "--as-of", "2026-01-06"]);
    assert_eq!(ran.exit, 0, "{}", ran.text);
    assert!(everything(&site).contains("张三丰"), "while it is open, a notice names its persons");
    assert!(everything(&site).contains("过期之事"));
}

/// All texts of the output, one behind the other.
fn everything(site: &Site) -> String {
    site.output().keys().filter_map(|path| std::fs::read_to_string(site.root().join("public").join(path)).ok()).collect()
}

#[test]
fn row_42_public_notice_without_a_required_part() {
    let site = Site::built();
    let notice =
        "+++\ntitle = \"公示\"\ndate = 2026-03-01\nkind = \"public_notice\"\nmatter = \"接收\"\nposted_on = 2026-03-01\n+++\n";
    site.write("content/notices/n.md", notice);
    let ran = site.refused(1, &["M102"]);
    for field in ["period_days", "accepting_unit", "channel", "basis"] {
        assert!(ran.message(0).contains(field), "{field} is missing in {}", ran.message(0));
    }
}

#[test]
fn row_43_drafts_and_texts_of_the_future_are_nowhere() {
    let site = Site::built();
    site.write("content/news/a.md", "+++\ntitle = \"草稿之题\"\ndate = 2026-03-01\ndraft = true\n+++\n\n草稿之文\n");
    site.write("content/news/b.md", "+++\ntitle = \"未来之题\"\ndate = 2026-03-01\npublish_at = 2026-04-01\n+++\n\n未来之文\n");
    site.accepted(&[]);
    let all = everything(&site);
    for words in ["草稿之题", "草稿之文", "未来之题", "未来之文"] {
        assert!(!all.contains(words), "{words} is in the output");
    }
    assert_eq!(site.run(&["build", "--drafts"]).exit, 0);
    let all = everything(&site);
    assert!(all.contains("草稿之文") && !all.contains("未来之文"), "drafts are published on request, the future is not");
}

#[test]
fn row_46_bombs_of_markdown_and_toml_end_soon() {
    let site = Site::built();
    let begun = Instant::now();
    site.note("content/news/a.md", "甲", &"[".repeat(50_000));
    site.note("content/news/b.md", "乙", &"![".repeat(25_000));
    site.note("content/news/c.md", "丙", &"*a_".repeat(20_000));
    site.note("content/news/d.md", "丁", &"<".repeat(50_000));
    let ran = site.build();
    assert!(ran.exit == 0 || ran.exit == 1, "{} {}", ran.exit, ran.text);
    let lists: String = (0..2_000).map(|depth| format!("{}- 项\n", " ".repeat(2 * depth))).collect();
    site.note("content/news/e.md", "戊", &lists);
    site.note("content/news/f.md", "己", &format!("{} 深", ">".repeat(20_000)));
    site.write("content/news/g.md", format!("+++\ntitle = {}{}\n+++\n", "[".repeat(20_000), "]".repeat(20_000)));
    site.write("content/news/h.md", format!("---\ntitle: {}{}\n---\n", "[".repeat(20_000), "]".repeat(20_000)));
    site.write("data/branches.json", "[".repeat(200_000));
    let ran = site.build();
    assert_eq!(ran.exit, 1, "{}", ran.text);
    for code in ["R201", "R406"] {
        assert!(ran.codes().contains(&code), "{code} is not in {:?}", ran.codes());
    }
    // Generous, because tests are built without optimisation and share their machine.
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

#[test]
fn row_47_html_that_acts_is_removed_with_a_warning() {
    let site = Site::built();
    let body = "前<script>alert(1)</script>后\n\n<p onclick=\"go()\">段</p>\n\n[点](javascript:alert(1))\n";
    site.note("content/news/a.md", "甲", body);
    let ran = site.accepted(&["R202", "R203", "R204"]);
    assert_eq!(ran.place(0), "content/news/a.md:6:2");
    let page = site.page("news/a/index.html");
    assert!(!page.contains("alert(1)</script>") && !page.contains("onclick") && !page.contains("javascript:"));
    assert!(page.contains("Content-Security-Policy") && page.contains("default-src 'none'"), "the second layer is there");
}

#[test]
fn row_62_content_decides_not_the_time_of_a_file() {
    let site = Site::built();
    let path = site.root().join("content/news/first.md");
    let time = std::fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a file has a time");
    site.note("content/news/first.md", "第一条", "另文");
    std::fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("the time can be set");
    site.accepted(&[]);
    assert!(site.page("news/first/index.html").contains("另文"));
}

#[test]
fn row_67_links_out_broken_links_and_pictures_without_words() {
    let site = Site::built();
    site.note("content/news/a.md", "甲", "[外](https://example.com/)");
    site.accepted(&["M307"]);
    site.set("[links]\nstrict = true");
    site.refused(1, &["M307"]);
    site.set("[links]\nallow = [\"example.com\"]");
    site.accepted(&[]);
    site.note("content/news/b.md", "乙", "[内](none.md)\n\n![](c.png)");
    site.write("content/news/c.png", super::pictures::png(4, 3));
    site.refused(1, &["M301", "M311"]);
}

#[test]
fn row_70_an_empty_site_says_so() {
    let site = Site::bare();
    site.accepted(&[]);
    assert!(site.page("index.html").contains("暂无"), "an empty home page says that nothing is there yet");
    let expired = "+++\ntitle = \"旧闻\"\ndate = 2026-01-01\nexpires_at = 2026-02-01\n+++\n";
    site.write("content/news/a.md", expired);
    site.write("content/notices/b.md", expired.replace("+++\ntitle", "+++\nkind = \"announcement\"\ntitle"));
    site.accepted(&[]);
    site.note("content/news/one.md", "一页", "正文");
    site.accepted(&[]);
}

#[test]
fn a_page_too_heavy_for_a_phone_is_a_warning_or_an_error_on_request() {
    let site = Site::built();
    // Characters in no order, which nothing can compress.
    let mut state = 1u32;
    let text: String = (0..40_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 16) % 0x5000).expect("these are all characters")
        })
        .collect();
    site.note("content/news/a.md", "甲", &text);
    let ran = site.accepted(&["P201"]);
    assert!(ran.message(0).contains("news/a/index.html"), "{}", ran.message(0));
    site.set("[budget]\nstrict = true");
    site.refused(1, &["P201"]);
}

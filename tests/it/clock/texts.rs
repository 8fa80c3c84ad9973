//! Drafts, texts to come and texts that have expired: nothing of them is anywhere, not even a count.

use super::*;

/// What only this text brings with it: a tag, a picture, a file, a month, a title, a summary, a name, an old address.
fn text(timing: &str, mark: &str) -> String {
    format!(
        "+++\ntitle = \"{mark}之题\"\ndate = 2023-07-03\nsummary = \"{mark}之要\"\ntags = [\"{mark}之签\"]\naliases = [\"old/{mark}\"]\n\
         cover = \"img/{mark}.png\"\ncover_alt = \"{mark}之图\"\nattachments = [{{ file = \"{mark}.txt\", title = \"{mark}之件\" }}]\n\
         {timing}\n+++\n\n{mark}之文，见[首页](https://test.example/)。\n"
    )
}

fn site_with(timing: &str, kind: &str) -> Room {
    let path = format!("content/{kind}/unseen-file.md");
    let room = site_of(&[(&path, &text(timing, "xmarkx")), (&format!("content/{kind}/xmarkx.txt"), "xmarkx 附件之文")]);
    site::write(&room.root(), &Files::from([(format!("content/{kind}/img/xmarkx.png"), png(7))]));
    room
}

/// The output of the same site without the text.
fn without() -> Vec<(String, String)> {
    built(&site_of(&[]), "2024-10-10")
}

/// Paths and contents, but for what the manifest says of the sources.
fn same(one: &[(String, String)], other: &[(String, String)]) {
    let plain = |files: &[(String, String)]| -> Vec<(String, String)> {
        files.iter().filter(|(path, _)| path != "manifest.json").cloned().collect()
    };
    let (one, other) = (plain(one), plain(other));
    let paths = |files: &[(String, String)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&one), paths(&other));
    for ((path, text), (_, other)) in one.iter().zip(&other) {
        assert!(text == other, "{path} differs");
    }
}

#[test]
fn a_site_with_a_text_that_is_not_shown_is_the_site_without_it() {
    let bare = without();
    for timing in ["draft = true", "publish_at = 2024-10-11", "expires_at = 2024-10-09"] {
        for kind in ["news", "pages", "columns/tech"] {
            let room = site_with(timing, kind);
            if kind == "columns/tech" {
                room.edit("site.toml", |text| format!("{text}\n[[column]]\nid = \"tech\"\ntitle = \"科技\"\n"));
            }
            let files = built(&room, "2024-10-10");
            nowhere(&files, &["xmarkx", "unseen-file"]);
            if kind != "columns/tech" {
                same(&files, &bare);
            }
        }
    }
}

#[test]
fn a_text_is_shown_on_its_first_and_on_its_last_day() {
    for (timing, day) in [("publish_at = 2024-10-10", "2024-10-10"), ("expires_at = 2024-10-10", "2024-10-10")] {
        let files = built(&site_with(timing, "news"), day);
        for part in ["xmarkx之题", "xmarkx之要", "xmarkx之签", "xmarkx之图", "xmarkx之件", "xmarkx之文", "xmarkx 附件之文"]
        {
            assert!(!holding(&files, part).is_empty(), "{timing}: {part} is not there");
        }
        assert!(!holding(&files, "months/2023/07").is_empty(), "{timing}: its month is not there");
    }
    let last = built(&site_with("expires_at = 2024-10-10", "news"), "2024-10-10");
    assert!(holding(&last, "data-until=\"2024-10-10T16:00:00Z\"").len() > 1, "devices take it down from its page and from lists");
}

#[test]
fn the_way_into_a_meeting_is_shown_until_its_day_is_over() {
    let activity = "+++\ntitle = \"线上学习\"\ndate = 2024-10-10\nkind = \"theory_study\"\nbranches = [\"b\"]\nstart = 2024-10-10T19:00\n\
                    mode = \"online\"\nmeeting_url = \"https://meeting.example.edu.cn/4711\"\n+++\n\n会前请读材料。\n";
    let room = site_of(&[("content/activities/a.md", activity), ("data/branches.csv", "id,name\nb,示例支部\n")]);
    room.edit("site.toml", |text| format!("{text}\n[links]\nallow = [\"meeting.example.edu.cn\"]\n"));
    for day in ["2024-10-09", "2024-10-10"] {
        assert!(!holding(&built(&room, day), "example.edu.cn/4711").is_empty(), "{day}");
    }
    nowhere(&built(&room, "2024-10-11"), &["example.edu.cn/4711"]);
}

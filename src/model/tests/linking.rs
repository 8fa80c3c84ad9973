//! Links, anchors, files and pictures.

use super::*;
use crate::model::{BlockContent, LinkTarget};

/// A text with a body, beside a few others that it may link to.
fn beside<'a>(body: &'a str, rest: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut files = vec![
        ("content/news/a.md", body),
        ("content/news/b.md", "+++\ntitle = \"乙\"\ndate = 2026-03-01\n+++\n## 怎么报名\n"),
        ("content/news/deep/index.md", "+++\ntitle = \"丙\"\ndate = 2026-03-01\n+++\n"),
        ("content/news/plan.pdf", "%PDF"),
        ("content/news/img/photo.gif", "PIXEL"),
        ("content/news/draft.md", "+++\ntitle = \"丁\"\ndraft = true\ndate = 2026-03-01\n+++\n"),
    ];
    files.extend(rest);
    files
}

#[track_caller]
fn check_body(body: &str, expected: &[&str]) -> Vec<LinkTarget> {
    let model = check(&beside(&news("", body), &[]), expected);
    let idx = model.find(crate::model::Kind::News, "a").expect("the text is there");
    model.entry(idx).links.clone()
}

#[test]
fn links_lead_to_entries_files_headings_and_other_sites() {
    let body = "## 标题\n[一](b.md) [二](b.md#怎么报名) [三](deep/index.md) [四](plan.pdf) [五](#标题) [六](https://www.edu.cn/x) [七](mailto:a@b.cn) [八](../news/b.md#%E6%80%8E%E4%B9%88%E6%8A%A5%E5%90%8D)";
    let links = check_body(body, &[]);
    assert!(matches!(&links[0], LinkTarget::Entry(_, None)));
    assert!(matches!(&links[1], LinkTarget::Entry(_, Some(anchor)) if anchor == "怎么报名"));
    assert!(matches!(&links[2], LinkTarget::Entry(_, None)));
    assert!(matches!(&links[3], LinkTarget::File(_)));
    assert!(matches!(&links[4], LinkTarget::Here(anchor) if anchor == "标题"));
    assert!(matches!(&links[5], LinkTarget::External(_)));
    assert!(matches!(&links[6], LinkTarget::Contact(_)));
    assert_eq!(links[7], links[1]);
}

#[test]
fn broken_links_offer_the_nearest() {
    for (target, code, offer) in [
        ("c.md", "M301", None),
        ("plam.pdf", "M301", Some("plan.pdf")),
        ("../new/plan.pdf", "M301", Some("plan.pdf")),
        ("b", "M301", Some("b.md")),
        ("deep/", "M305", Some("deep/index.md")),
        ("deep", "M305", Some("deep/index.md")),
        ("b.html", "M306", Some("b.md")),
        ("deep/index.html", "M306", Some("deep/index.md")),
        ("b.md#报名", "M302", None),
        ("#不存在", "M302", None),
        ("https://a b", "M308", None),
    ] {
        let body = format!("[x](<{target}>)");
        let text = news("", &body);
        let files = beside(&text, &[]);
        let (_, outcome) = build_with(&files, &Options::default());
        let codes: Vec<&str> = outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect();
        assert_eq!(codes, [code], "{target}");
        let help = outcome.found[0].help().expect("there is help").zh;
        assert!(offer.is_none_or(|offer| help.contains(&format!("`{offer}`"))), "{target}: {help}");
    }
}

#[test]
fn paths_stay_inside_of_content() {
    for target in ["../../site.toml", "../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/site.toml", "..%2fb.md", "~/a.md"] {
        check_body(&format!("[x](<{target}>)"), &[&format!("M303 content/news/a.md:6 {target}")]);
    }
    for (target, code) in [("C:/a.md", "M303"), ("\\\\\\\\server\\\\a.md", "M303"), ("deep\\\\index.md", "M304")] {
        let text = news("", &format!("[x](<{target}>)"));
        let (_, outcome) = build_with(&beside(&text, &[]), &Options::default());
        assert_eq!(outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect::<Vec<_>>(), [code], "{target}");
    }
}

#[test]
fn a_link_to_what_is_not_published_now_is_a_warning() {
    let links = check_body("[x](draft.md)", &["M309? content/news/a.md:6 draft.md"]);
    assert_eq!(links, [LinkTarget::Nowhere]);
}

#[test]
fn a_link_to_a_broken_text_says_nothing_more() {
    let text = news("", "[x](c.md)");
    let files = [("content/news/a.md", text.as_str()), ("content/news/c.md", "没有文件头")];
    check(&files, &["R002 content/news/c.md:1 "]);
}

#[test]
fn outside_links_are_compared_with_the_list() {
    check_body("[x](https://www.example.edu.cn/)", &[]);
    check_body("[x](https://edu.cn.evil.com/)", &["M307? content/news/a.md:6 https://edu.cn.evil.com/"]);
    check_body("[x](https://edu.cn@evil.com/)", &["M307? content/news/a.md:6 https://edu.cn@evil.com/"]);
    check_body("[x](https://myedu.cn/)", &["M307? content/news/a.md:6 https://myedu.cn/"]);
    let strict = SITE.replace("[links]", "[links]\nstrict = true");
    let text = news("", "[x](https://a.com/)");
    check(&beside(&text, &[("site.toml", &strict)]), &["M307 content/news/a.md:6 https://a.com/"]);
}

#[test]
fn pictures_exist_and_say_what_they_show() {
    let model = check(&beside(&news("", "![党员在车间讨论](img/photo.gif \"现场\")"), &[]), &[]);
    let entry = model.entry(model.find(crate::model::Kind::News, "a").expect("the text is there"));
    assert_eq!(entry.images[0].as_ref().map(|image| image.caption.as_str()), Some("现场"));
    assert_eq!(model.pictures.len(), 1);
    for (body, expected) in [
        ("![](img/photo.gif)", "M311 content/news/a.md:6 "),
        ("![图片1](img/photo.gif)", "M312? content/news/a.md:6 "),
        ("![photo.gif](img/photo.gif)", "M312? content/news/a.md:6 "),
        ("![photo](img/photo.gif)", "M312? content/news/a.md:6 "),
        ("![讨论](plan.pdf)", "M315 content/news/a.md:6 "),
        ("![讨论](b.md)", "M316 content/news/a.md:6 "),
        ("![讨论](img/phto.gif)", "M301 content/news/a.md:6 "),
        ("![讨论](https://a.edu.cn/b.jpg)", "M314 content/news/a.md:6 "),
        ("![讨论](../../../b.jpg)", "M303 content/news/a.md:6 "),
    ] {
        let text = news("", body);
        let (sources, outcome) = build_with(&beside(&text, &[]), &Options::default());
        let shown = shown(&sources, &outcome);
        assert!(shown.len() == 1 && shown[0].starts_with(expected), "{body}: {shown:?}");
    }
}

#[test]
fn a_picture_that_cannot_be_read_is_not_complained_about_twice() {
    let text = news("", "![党员在讨论](bad.jpg)");
    check(&beside(&text, &[("content/news/bad.jpg", "nothing")]), &["I001 content/news/bad.jpg"]);
    // A broken picture that nobody uses harms nobody.
    check(&beside(&news("", ""), &[("content/news/bad.jpg", "nothing")]), &[]);
}

#[test]
fn fields_name_files_by_the_same_rules() {
    for (line, expected) in [
        ("cover = \"img/photo.gif\"", "M313 content/news/a.md:4 \"img/photo.gif\""),
        ("cover = \"no.gif\"\ncover_alt = \"讨论\"", "M301 content/news/a.md:4 \"no.gif\""),
        ("attachments = [{ file = \"../../site.toml\" }]", "M303 content/news/a.md:4 \"../../site.toml\""),
        ("attachments = [{ file = \"b.md\" }]", "M316 content/news/a.md:4 \"b.md\""),
        ("attachments = [{ title = \"方案\" }]", "M102 content/news/a.md:4 { title = \"方案\" }"),
    ] {
        let text = news(line, "");
        check(&beside(&text, &[]), &[expected]);
    }
    let text = news("cover = \"img/photo.gif\"\ncover_alt = \"讨论\"\nattachments = [{ file = \"plan.pdf\" }]", "");
    let model = check(&beside(&text, &[]), &[]);
    let entry = model.entry(model.find(crate::model::Kind::News, "a").expect("the text is there"));
    assert_eq!(entry.attachments[0].title, "plan.pdf");
    assert!(entry.cover.is_some());
}

#[test]
fn blocks_show_pictures_and_films() {
    let body = "```gallery\nimages = [{ file = \"img/photo.gif\", alt = \"讨论\" }]\n```\n\n```video\nfile = \"v.mp4\"\ncaptions = \"v.vtt\"\nposter = \"img/photo.gif\"\n```\n";
    let text = news("", body);
    let model = check(&beside(&text, &[("content/news/v.mp4", "x"), ("content/news/v.vtt", "WEBVTT")]), &[]);
    let entry = model.entry(model.find(crate::model::Kind::News, "a").expect("the text is there"));
    assert!(matches!(&entry.blocks[0], Some(BlockContent::Gallery(images)) if images.len() == 1));
    assert!(matches!(&entry.blocks[1], Some(BlockContent::Video(video)) if video.title == "标题" && video.captions.is_some()));
    let body = "```video\nfile = \"v.mp4\"\ncaptions = \"plan.pdf\"\n```\n\n```gallery\nimages = [{ file = \"img/photo.gif\" }]\nfoto = 1\n```\n";
    let text = news("", body);
    let (_, outcome) = build_with(&beside(&text, &[("content/news/v.mp4", "x")]), &Options::default());
    let codes: Vec<&str> = outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect();
    assert_eq!(codes, ["M317", "M311", "M101"]);
}

#[test]
fn names_that_a_mac_wrote_decomposed_are_found() {
    let text = news("", "[x](cafe\u{301}.pdf) [y](caf\u{e9}.pdf)");
    check(&beside(&text, &[("content/news/cafe\u{301}.pdf", "x")]), &[]);
}

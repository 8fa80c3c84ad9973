//! Every kind of page is drawn with all values and with none; holes of texts are filled; what authors write is escaped.

mod duties;
mod figures;
mod sample;
mod views;

use std::sync::Arc;

use jiff::civil::date;

use super::{page, site_value};
use crate::plan::{BlockView, PageView, ProseView, TargetView};
use crate::read::markdown::{Body, Hole, HoleKind, Image};
use crate::source::Sources;
use crate::theme::{Theme, load};

fn theme(language: &str) -> Theme {
    load(&Sources::from_memory([], date(2026, 3, 31)), "default", language).value
}

fn draw(view: &PageView, language: &str) -> String {
    let site = site_value(&sample::site(language));
    match page(view, &site, &theme(language)) {
        Ok(artifact) => String::from_utf8(artifact.bytes.to_vec()).expect("pages are UTF-8"),
        Err(fault) => panic!("{}: {}", fault.code.id, fault.message().en),
    }
}

fn body(html: &str, holes: &[(u32, HoleKind)]) -> ProseView {
    let holes = holes.iter().map(|(offset, kind)| Hole { offset: *offset, kind: *kind }).collect();
    let body = Body { html: html.to_owned(), holes, ..Body::default() };
    ProseView { body: Arc::new(body), links: Vec::new(), images: Vec::new(), blocks: Vec::new(), figures: Vec::new() }
}

fn entry_with(prose: ProseView) -> PageView {
    PageView { prose: Some(prose), ..sample::full().remove(0) }
}

#[test]
fn every_kind_of_page_is_drawn_with_all_values() {
    for language in ["zh-CN", "en"] {
        for view in sample::full().into_iter().chain(figures::full()) {
            let html = draw(&view, language);
            assert!(html.contains("<h1"), "{} has no h1", view.template);
            assert_eq!(html.matches("<h1").count(), 1, "{} has one h1", view.template);
            assert!(html.starts_with("<!doctype html>\n<html lang="), "{}", view.template);
            assert!(!html.contains(" style=") && !html.contains("onclick"), "{}", view.template);
            assert!(!html.contains("undefined") && (view.template == "quiz.html" || !html.contains("{n}")), "{}", view.template);
        }
    }
}

#[test]
fn every_kind_of_page_is_drawn_with_as_little_as_possible() {
    for view in sample::empty().into_iter().chain(figures::empty()) {
        let html = draw(&view, "zh-CN");
        assert_eq!(html.matches("<h1").count(), 1, "{} has one h1", view.template);
    }
}

#[test]
fn the_policy_comes_first_and_the_charset_within_the_first_kilobyte() {
    let html = draw(&sample::full()[0], "zh-CN");
    let first = html.find("<meta").expect("a meta element");
    assert!(html[first..].starts_with("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"));
    assert!(html.find("<meta charset=\"utf-8\">").expect("a charset") < 1000);
}

#[test]
fn what_authors_write_is_escaped() {
    let mut view = sample::full().remove(0);
    view.title = "<script>alert(1)</script> & \"x\"".to_owned();
    let html = draw(&view, "zh-CN");
    assert!(html.contains("<h1>&lt;script&gt;alert(1)"));
    assert!(!html.contains("<script>alert"));
}

#[test]
fn links_get_their_targets_and_broken_ones_stay_without() {
    let mut prose = body("<p><a>甲</a><a>乙</a><a>丙</a></p>", &[]);
    let html = prose.body.html.clone();
    let holes = html.match_indices("<a").enumerate();
    let holes: Vec<_> = holes.map(|(idx, (at, _))| (at as u32 + 2, HoleKind::Link(idx as u32))).collect();
    prose.body = body(&html, &holes).body;
    prose.links = vec![
        Some(TargetView { href: "a.html?x=1&y=2".to_owned(), is_external: false, is_download: true }),
        Some(TargetView { href: "https://a.edu.cn/\"".to_owned(), is_external: true, is_download: false }),
        None,
    ];
    let html = draw(&entry_with(prose), "zh-CN");
    assert!(html.contains("<a href=\"a.html?x=1&amp;y=2\" download>甲</a>"));
    assert!(html.contains("<a href=\"https://a.edu.cn/&quot;\" class=\"external\" rel=\"noopener noreferrer\">乙</a>"));
    assert!(html.contains("<a>丙</a>"));
}

#[test]
fn a_picture_alone_is_a_figure_and_blocks_are_drawn() {
    let holes = [(0, HoleKind::Image(0)), (0, HoleKind::Block(0)), (0, HoleKind::Block(1)), (0, HoleKind::Image(1))];
    let mut prose = body("", &holes);
    let image =
        Image { target: String::new(), alt: "甲".to_owned(), title: String::new(), span: Default::default(), is_alone: true };
    let inline = Image { is_alone: false, ..image.clone() };
    prose.body = Arc::new(Body { images: vec![image, inline], ..(*prose.body).clone() });
    prose.images = vec![Some(sample::image()), None];
    prose.blocks = vec![Some(BlockView::Gallery(vec![sample::image()])), Some(BlockView::Video(Box::new(sample::video())))];
    let html = draw(&entry_with(prose), "zh-CN");
    assert!(html.contains("<figure><picture>"));
    assert!(html.contains("<ul class=\"album\">"));
    assert!(html.contains("<video controls"));
}

#[test]
fn an_alert_gets_its_word() {
    let html = draw(&entry_with(body("<div class=\"alert warning\" role=\"note\">\n<p>甲</p>\n</div>", &[])), "zh-CN");
    assert!(html.contains("<div class=\"alert warning\" role=\"note\"><p class=\"alert-title\">注意</p>"), "{html}");
}

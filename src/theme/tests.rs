//! The theme through its door: built-in parts are sound, a site's parts win, faults are said where they stand.

use jiff::civil::date;

use super::files::ThemeFile;
use super::{Theme, load, words};
use crate::diag::{Outcome, Place};
use crate::source::Sources;

fn load_with(files: &[(&str, &str)]) -> Outcome<Theme> {
    load(&sources(files), "default", "zh-CN")
}

fn sources(files: &[(&str, &str)]) -> Sources {
    Sources::from_memory(files.iter().map(|(path, text)| (*path, text.as_bytes())), date(2026, 3, 31))
}

fn codes(outcome: &Outcome<Theme>) -> Vec<&'static str> {
    outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect()
}

fn built_in(path: &str) -> ThemeFile {
    super::files::collect(&sources(&[]), "default", &mut Vec::new()).merged.remove(path).expect("a built-in file")
}

#[test]
fn the_built_in_theme_loads_without_findings() {
    let theme = load_with(&[]);
    assert!(theme.found.is_empty(), "{:?}", theme.found);
    assert!(theme.value.style().starts_with("assets/site-"));
    assert_eq!(theme.value.word("section.activities"), "支部活动");
    assert_eq!(theme.value.fill("list.total", &[("n", &3)]), "共 3 条");
}

#[test]
fn both_languages_have_the_same_words_with_the_same_holes() {
    let zh = words::flatten(&built_in("words/zh.toml").text);
    let en = words::flatten(&built_in("words/en.toml").text);
    let names = |words: &[(String, String)]| words.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&zh), names(&en));
    for ((name, zh), (_, en)) in zh.iter().zip(&en) {
        assert!(!zh.is_empty() && !en.is_empty(), "{name} is empty");
        // A month's name has its number in Chinese and its name in English.
        if !name.starts_with("date.") {
            assert_eq!(holes(zh), holes(en), "{name}");
        }
    }
}

fn holes(word: &str) -> Vec<&str> {
    let mut holes: Vec<_> = word.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    holes.sort_unstable();
    holes
}

#[test]
fn an_unknown_theme_is_an_error_with_the_nearest_name() {
    let outcome = load(&sources(&[("themes/university/theme.toml", "")]), "univercity", "zh-CN");
    assert_eq!(codes(&outcome), ["T001"]);
    assert!(outcome.found[0].help().expect("a help").en.contains("university"));
}

#[test]
fn a_site_replaces_a_template_and_may_extend_the_built_in_one() {
    let own = "{% extends \"builtin/404.html\" %}{% block main %}<p>ours</p>{{ super() }}{% endblock %}";
    let theme = load_with(&[("themes/default/templates/404.html", own)]);
    assert!(theme.found.is_empty(), "{:?}", theme.found);
}

#[test]
fn a_site_replaces_words_and_an_unknown_word_is_a_warning() {
    let own = "[section]\nactivities = \"支部生活\"\nactivites = \"活动\"\n";
    let theme = load_with(&[("themes/default/words/zh.toml", own)]);
    assert_eq!(codes(&theme), ["T005"]);
    assert_eq!(theme.value.word("section.activities"), "支部生活");
    assert_eq!(theme.value.word("section.notices"), "通知公示");
}

#[test]
fn a_style_sheet_of_the_site_comes_last_and_changes_the_name() {
    let plain = load_with(&[]).value;
    let own = load_with(&[("themes/default/styles/zz.css", ".ours { margin: 0; }\n")]).value;
    assert_ne!(plain.style(), own.style());
    let (_, sheet) = own.assets().iter().find(|(path, _)| path == own.style()).expect("the style sheet is an asset");
    assert!(String::from_utf8_lossy(sheet).ends_with(".ours { margin: 0; }\n"));
    assert_ne!(plain.hash(), own.hash());
}

#[test]
fn a_file_in_a_misspelt_folder_is_a_warning() {
    let theme = load_with(&[("themes/default/template/home.html", ""), ("themes/default/README.md", "")]);
    assert_eq!(codes(&theme), ["T002"]);
}

#[test]
fn a_syntax_error_has_its_place_and_the_built_in_template_draws() {
    let text = "<p>\n{% if page.title %}\n</p>";
    let theme = load_with(&[("themes/default/templates/404.html", text)]);
    assert_eq!(codes(&theme), ["T101"]);
    assert!(matches!(theme.found[0].at, Place::Text(..)));
}

#[test]
fn an_unknown_filter_has_its_place() {
    let text = "<p>\n{{ page.title | shout }}</p>";
    let theme = load_with(&[("themes/default/templates/404.html", text)]);
    assert_eq!(codes(&theme), ["T102"]);
    let Place::Text(_, span) = theme.found[0].at else { panic!("no place: {:?}", theme.found[0].at) };
    assert!(text[span.start as usize..span.end as usize].contains("shout"), "{span:?}");
}

#[test]
fn a_missing_parent_has_its_place() {
    let text = "{% extends \"bsae.html\" %}";
    let theme = load_with(&[("themes/default/templates/404.html", text)]);
    assert_eq!(codes(&theme), ["T102"]);
    assert!(matches!(theme.found[0].at, Place::Text(..)));
}

#[test]
fn a_loop_of_includes_is_an_error_with_the_chain() {
    let a = ("themes/default/templates/parts/a.html", "{% include \"parts/b.html\" %}");
    let b = ("themes/default/templates/parts/b.html", "{% include \"parts/a.html\" %}");
    let theme = load_with(&[a, b]);
    assert_eq!(codes(&theme), ["T103"]);
    assert!(theme.found[0].message().en.contains("parts/a.html → parts/b.html"));
}

#[test]
fn a_template_that_extends_itself_is_a_loop() {
    let theme = load_with(&[("themes/default/templates/404.html", "{% extends \"404.html\" %}")]);
    assert_eq!(codes(&theme), ["T103"]);
}

fn render(text: &str) -> Result<String, crate::diag::Diagnostic> {
    let theme = load_with(&[("themes/default/templates/own.html", text)]);
    assert!(theme.found.is_empty(), "{:?}", theme.found);
    theme.value.render("own.html", "news/a/index.html", &tera::context! { title => "x" })
}

#[test]
fn an_undefined_value_is_an_error_with_its_place_and_the_page() {
    let fault = render("<p>{{ titel }}</p>").expect_err("there is no such value");
    assert_eq!(fault.code.id, "T104");
    assert!(fault.message().en.contains("news/a/index.html"));
    assert!(fault.help().expect("a help").en.contains("`title`"));
    assert!(matches!(fault.at, Place::Text(..)));
}

#[test]
fn a_loop_without_end_stops() {
    let fault = render("{% for i in range(end=1000000000) %}{% endfor %}").expect_err("too many steps");
    assert_eq!(fault.code.id, "T106");
    let nested = "{% for i in range(end=1000) %}{% for j in range(end=1000) %}{% endfor %}{% endfor %}";
    assert_eq!(render(nested).expect_err("too many steps").code.id, "T106");
}

#[test]
fn an_endless_component_stops() {
    let text = "{% component again() %}{{ <again /> }}{% endcomponent again %}{{ <again /> }}";
    assert_eq!(render(text).expect_err("too deep").code.id, "T105");
}

#[test]
fn a_giant_page_stops() {
    let line = "x".repeat(1000);
    let text = format!("{{% for i in range(end=20000) %}}{line}{{% endfor %}}");
    assert_eq!(render(&text).expect_err("too large").code.id, "T107");
}

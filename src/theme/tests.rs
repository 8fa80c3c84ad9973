//! The theme through its door: built-in parts are sound, a site's parts win, faults are said where they stand.

use jiff::civil::date;

use super::files::ThemeFile;
use super::{Theme, load, words};
use crate::diag::{Outcome, Place};
use crate::model::{Kind, SECTIONS};
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

/// The scripts that search, as they are written.
fn search_scripts(theme: &Theme) -> Vec<String> {
    let asset = |path: &String| theme.assets().iter().find(|(known, _)| known == path).expect("the script is an asset");
    theme.search_scripts().iter().map(|path| String::from_utf8_lossy(&asset(path).1).into_owned()).collect()
}

#[test]
fn scripts_that_come_later_are_two_files_without_comments_that_pages_do_not_load() {
    let theme = load_with(&[]).value;
    assert!(!theme.scripts().iter().any(|path| path.contains("search")));
    let names: Vec<&str> = theme.search_scripts().iter().filter_map(|path| path.rsplit_once('-')).map(|(name, _)| name).collect();
    assert_eq!(names, ["assets/search", "assets/search-more"]);
    for script in search_scripts(&theme) {
        assert!(!script.contains("@ts-check") && !script.contains("\n\n"));
        // Texts of several lines would lose what looks like a comment or an indent.
        assert!(!script.contains('`'), "a script of the search has a template literal");
    }
}

#[test]
fn a_site_replaces_a_part_of_a_later_script_or_adds_one() {
    let own = ("themes/default/scripts/search-more/suggest.js", "// ours\nour();\n");
    let more = ("themes/default/scripts/search-more/zz.js", "more();\n");
    let outcome = load_with(&[own, more]);
    assert!(outcome.found.is_empty(), "{:?}", outcome.found);
    let scripts = search_scripts(&outcome.value);
    assert!(scripts[1].starts_with("// ours\nour();\n") && scripts[1].ends_with("more();\n"));
    let paths = load_with(&[]).value.search_scripts().to_vec();
    assert_eq!(outcome.value.search_scripts()[0], paths[0]);
    assert_ne!(outcome.value.search_scripts()[1], paths[1]);
}

#[test]
fn the_order_of_a_later_script_is_checked() {
    let settings = "[lazy]\nsearch = [\"box\", \"fnd\"]\nsarch = []\n";
    let theme = load_with(&[("themes/default/theme.toml", settings), ("themes/default/scripts/other/a.js", "")]);
    assert_eq!(codes(&theme), ["T002", "T003", "T004"]);
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

#[test]
fn a_long_chain_of_includes_is_an_error() {
    let names: Vec<_> = (0..70).map(|idx| format!("themes/default/templates/parts/{idx}.html")).collect();
    let texts: Vec<_> = (1..71).map(|idx| format!("{{% include 'parts/{idx}.html' %}}")).collect();
    let mut files: Vec<_> = names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.push(("themes/default/templates/parts/70.html", "end"));
    assert_eq!(codes(&load_with(&files)), ["T105"]);
    assert!(load_with(&files[10..]).found.is_empty());
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

/// What the design lists: text, ground, least contrast.
const PAIRS: [(&str, &str, f64); 39] = [
    ("ink", "paper", 15.0),
    ("quiet", "paper", 7.0),
    ("red", "paper", 7.0),
    ("gold", "paper", 5.9),
    ("ink", "sheet", 7.0),
    ("quiet", "sheet", 4.5),
    ("red", "sheet", 4.5),
    ("gold", "sheet", 4.5),
    ("ink", "tint", 7.0),
    ("quiet", "tint", 4.5),
    ("red", "tint", 4.5),
    ("gold", "tint", 4.5),
    ("on-red", "red", 4.5),
    ("header-ink", "header", 7.0),
    ("header-gold", "header", 6.2),
    ("header", "header-gold", 4.5),
    ("header", "header-ink", 4.5),
    // Borders of what can be pressed and the line below an area that is open: shapes, which need less.
    ("red", "line", 3.0),
    ("gold", "line", 3.0),
    ("header-gold", "header-line", 3.0),
    ("header-ink", "header-line", 3.0),
    ("quiet", "line", 3.0),
    ("ink", "line", 4.5),
    // Marks of charts, and numbers on the shades of a heatmap.
    ("series-1", "paper", 3.0),
    ("series-2", "paper", 3.0),
    ("series-3", "paper", 3.0),
    ("series-4", "paper", 3.0),
    ("series-5", "paper", 3.0),
    ("series-6", "paper", 3.0),
    ("series-7", "paper", 3.0),
    ("series-8", "paper", 3.0),
    ("series-2", "sheet", 3.0),
    ("edge", "paper", 3.0),
    ("edge", "sheet", 3.0),
    ("ink", "step-1", 4.5),
    ("ink", "step-2", 4.5),
    ("ink", "step-3", 4.5),
    ("on-step", "step-4", 4.5),
    ("on-step", "step-5", 4.5),
];

#[test]
fn texts_stand_out_from_their_grounds_in_light_and_in_dark() {
    let sheet = built_in("styles/tokens.css").text;
    let (light, rest) = sheet.split_once("@media (prefers-color-scheme: dark)").expect("a dark part");
    let (dark, _) = rest.split_once("@media").expect("something behind the dark part");
    for (name, own) in [("light", ""), ("dark", dark)] {
        for (text, ground, least) in PAIRS {
            let color = |token: &str| color_of(own, token).or_else(|| color_of(light, token)).expect("a token of the sheet");
            let contrast = contrast(color(text), color(ground));
            assert!(contrast >= least, "{name}: {text} on {ground} is {contrast:.2}, wanted {least}");
        }
    }
}

fn color_of(sheet: &str, token: &str) -> Option<[u8; 3]> {
    let (_, rest) = sheet.split_once(&format!("--{token}: #"))?;
    let channel = |idx: usize| u8::from_str_radix(&rest[idx * 2..idx * 2 + 2], 16).expect("two hexadecimal digits");
    Some([channel(0), channel(1), channel(2)])
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[expect(clippy::disallowed_methods, reason = "two digits are compared, and nothing of it is written")]
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let files = super::files::collect(&sources(&[]), "default", &mut Vec::new());
    for name in files.names("styles/", ".css").into_iter().filter(|name| *name != "tokens") {
        let text = &files.merged[&format!("styles/{name}.css")].text;
        for line in text.lines().filter(|line| !line.starts_with("/*")) {
            let (_, value) = line.split_once(':').unwrap_or(("", ""));
            let is_literal =
                value.contains('#') || ["rgb", "hsl", " white", " black", " red;"].iter().any(|word| value.contains(word));
            assert!(!is_literal, "styles/{name}.css: {line}");
        }
    }
}

#[test]
fn the_style_sheets_stay_with_what_old_engines_know() {
    let files = super::files::collect(&sources(&[]), "default", &mut Vec::new());
    // What Chromium 78 or iOS 13.4 drop with a whole rule, or would need for the layout.
    let too_new =
        [":has(", ":is(", ":where(", "@container", "@layer", "inset:", "aspect-ratio:", "clamp(", "min(", "max(", "dvh", "&:"];
    for name in files.names("styles/", ".css") {
        let text = &files.merged[&format!("styles/{name}.css")].text;
        for line in text.lines().filter(|line| !line.contains("minmax(")) {
            assert!(!too_new.iter().any(|word| line.contains(word)), "styles/{name}.css: {line}");
        }
    }
}

#[test]
fn words_that_the_program_asks_for_by_name_exist() {
    let theme = load_with(&[]).value;
    let mut names: Vec<String> = SECTIONS.iter().map(|section| format!("section.{section}")).collect();
    names.extend(Kind::ALL.iter().map(|kind| format!("kind.{}", kind.folder())));
    names.extend(["pair", "path", "tag", "topic", "column", "branch"].map(|reason| format!("reason.{reason}")));
    names.extend(["planned", "cancelled", "replaced", "repealed", "open", "closed"].map(|mark| format!("mark.{mark}")));
    names.extend(["note", "tip", "important", "warning", "caution"].map(|alert| format!("alert.{alert}")));
    names.extend(["done", "missed", "due", "ahead"].map(|turn| format!("turn.{turn}")));
    for name in names {
        assert_ne!(theme.word(&name), name, "there is no such word");
    }
}

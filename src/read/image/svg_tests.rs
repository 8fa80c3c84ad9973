use proptest::prelude::*;

use super::*;

/// The cleaned text and the codes found.
fn clean(text: &str) -> (Option<String>, Vec<&'static str>) {
    let outcome = read_svg(FileId(0), text.as_bytes());
    let text = outcome.value.map(|svg| String::from_utf8(svg.bytes).expect("a drawing is text"));
    (text, outcome.found.iter().map(|diagnostic| diagnostic.code.id).collect())
}

const HEAD: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">"#;

fn clean_inside(inside: &str) -> (String, Vec<&'static str>) {
    let (text, codes) = clean(&format!("{HEAD}{inside}</svg>"));
    (text.expect(inside).replace("xmlns:xlink=\"http://www.w3.org/1999/xlink\" ", ""), codes)
}

#[test]
fn a_plain_drawing_comes_through() {
    let inside = r##"<title>党徽 &amp; 文字</title><defs><linearGradient id="a"><stop offset="0" stop-color="#c00"/></linearGradient></defs><g fill="url(#a)"><path d="M0 0h10v10z"/></g><use xlink:href="#a" x="1"/><text style="font-size:2px">红</text>"##;
    let (text, codes) = clean_inside(inside);
    assert_eq!(codes, Vec::<&str>::new());
    assert!(text.contains("<title>党徽 &amp; 文字</title>"), "{text}");
    assert!(text.contains(r##"xlink:href="#a""##) && text.contains("url(#a)") && text.contains("font-size:2px"), "{text}");
    let again = clean(&text).0;
    assert_eq!(again.map(|again| again.replace("xmlns:xlink=\"http://www.w3.org/1999/xlink\" ", "")), Some(text));
}

#[test]
fn whatever_runs_or_loads_is_removed_with_a_warning() {
    for nasty in [
        "<script>alert(1)</script>",
        "<script href='x.js'/>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>alert(1)</svg:script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject><iframe src='http://evil'/></foreignObject>",
        "<path onload='alert(1)' d='M0 0'/>",
        "<path onclick='alert(1)' d='M0 0'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<use href='http://evil/x.svg#a'/>",
        "<use xlink:href='data:image/svg+xml;base64,AAAA#a'/>",
        "<image href='http://evil/track.png'/>",
        "<image href='data:image/jpeg;base64,AAAA'/>",
        "<path fill='url(http://evil/#a)' d='M0 0'/>",
        "<path style='fill:url(//evil)' d='M0 0'/>",
        "<path style='background:u\\72l(//evil)' d='M0 0'/>",
        "<path style='background:ur/**/l(//evil)' d='M0 0'/>",
        "<style>@import 'http://evil/x.css';</style>",
        "<style>@im\\70ort 'http://evil/x.css';</style>",
        "<style>@font-face{font-family:x;src:url(x.woff)}</style>",
        "<style>a{background:url( \"http://evil\" )}</style>",
        "<style><![CDATA[a{background:url(http://evil)}]]></style>",
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<?xml-stylesheet href='http://evil/x.css'?>",
        "<handler>alert(1)</handler>",
        "<path xml:base='http://evil' formaction='x' d='M0 0'/>",
    ] {
        let (text, codes) = clean_inside(nasty);
        assert_eq!(codes, ["I024"], "{nasty}");
        for word in ["alert", "evil", "script", "import", "url(", "base64", "on", "iframe"] {
            let body = text.replace("version", "");
            assert!(!body.contains(word), "{nasty} → {text}");
        }
    }
}

#[test]
fn tricks_with_references_do_not_hide_anything() {
    let (text, codes) = clean_inside("<a href='&#106;avascript:alert(1)'/><path style='fill:&#117;rl(http://evil)' d='M0 0'/>");
    assert_eq!(codes, ["I024"]);
    assert!(!text.contains("evil") && !text.contains("alert"), "{text}");
    let (text, _) = clean_inside("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>");
    assert!(text.contains("&lt;script&gt;"), "{text}");
    let (text, codes) = clean_inside("<style>&#60;/style>&#60;script>alert(1)</style>");
    assert!(!text.contains("<script") && codes == ["I024"], "{text}");
}

#[test]
fn what_drawing_programs_note_for_themselves_falls_away_in_silence() {
    let inside = "<!-- 张三 --><metadata><rdf:RDF xmlns:rdf='r'><dc:creator xmlns:dc='d'>张三</dc:creator></rdf:RDF></metadata><sodipodi:namedview xmlns:sodipodi='s'/><path inkscape:label='张三' xmlns:inkscape='i' d='M0 0'/>";
    let (text, codes) = clean_inside(inside);
    assert_eq!(codes, Vec::<&str>::new());
    assert!(!text.contains("张三") && text.contains("<path d=\"M0 0\">"), "{text}");
}

#[test]
fn own_entities_are_refused_and_a_plain_document_type_is_dropped() {
    let bomb = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><svg viewBox='0 0 1 1'><text>&b;</text></svg>";
    assert_eq!(clean(bomb), (None, vec!["I022"]));
    let outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg viewBox='0 0 1 1'/>";
    assert_eq!(clean(outside), (None, vec!["I022"]));
    assert_eq!(clean("<svg viewBox='0 0 1 1'><text>&nope;</text></svg>"), (None, vec!["I022"]));
    assert_eq!(clean("<svg viewBox='0 0 1 1' id='&nope;'/>"), (None, vec!["I022"]));
    let plain = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg viewBox='0 0 1 1'/>";
    let (text, codes) = clean(plain);
    assert_eq!(codes, Vec::<&str>::new());
    assert!(text.is_some_and(|text| !text.contains("DOCTYPE")));
}

#[test]
fn what_is_not_a_drawing_is_refused() {
    for text in
        ["", "文字", "<html><svg/></html>", "<svg><path></svg>", "<svg>", "<svg/><svg/>", "<svg/>文字", "<svg a='1' b=2/>"]
    {
        assert_eq!(clean(text), (None, vec!["I021"]), "{text}");
    }
}

#[test]
fn drawings_that_hang_a_browser_are_refused() {
    let deep = format!("{HEAD}{}{}</svg>", "<g>".repeat(10_000), "</g>".repeat(10_000));
    assert_eq!(clean(&deep), (None, vec!["I023"]));
    let mut laughs = String::from("<g id='a0'><path d='M0 0'/></g>");
    for level in 1..10 {
        let copies = format!("<use href='#a{}'/>", level - 1).repeat(10);
        laughs.push_str(&format!("<g id='a{level}'>{copies}</g>"));
    }
    assert_eq!(clean(&format!("{HEAD}{laughs}</svg>")), (None, vec!["I023"]));
    assert_eq!(clean(&format!("{HEAD}<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>")), (None, vec!["I023"]));
    let many = format!("{HEAD}<path {}/></svg>", (0..5000).map(|idx| format!("a{idx}='1' ")).collect::<String>());
    assert_eq!(clean(&many), (None, vec!["I023"]));
    assert_eq!(clean(&" ".repeat(MAX_BYTES_FOR_TEST)), (None, vec!["I023"]));
}

const MAX_BYTES_FOR_TEST: usize = (2 << 20) + 1;

#[test]
fn the_size_comes_from_where_it_is() {
    let size = |attributes: &str| {
        let outcome = read_svg(FileId(0), format!("<svg {attributes}/>").as_bytes());
        let svg = outcome.value.expect("it is a drawing");
        (svg.width, svg.height, outcome.found.len())
    };
    assert_eq!(size("width='64' height='32px'"), (64, 32, 0));
    assert_eq!(size("width='1in' height='25.4mm'"), (96, 96, 0));
    assert_eq!(size("width='100%' height='100%' viewBox='0 0 200 100'"), (200, 100, 0));
    assert_eq!(size("width='50' viewBox='0,0,200,100'"), (50, 25, 0));
    assert_eq!(size(""), (300, 150, 1));
    assert_eq!(size("width='NaN' height='1e999'"), (300, 150, 1));
}

#[test]
fn a_drawing_saved_as_gbk_is_read() {
    let (bytes, _, _) = encoding_rs::GBK.encode("<svg viewBox='0 0 1 1'><title>党徽</title></svg>");
    let outcome = read_svg(FileId(0), &bytes);
    assert!(String::from_utf8(outcome.value.expect("it is a drawing").bytes).expect("it is text").contains("党徽"));
}

proptest! {
    #[test]
    fn no_text_panics(text: String) {
        clean(&text);
        clean(&format!("{HEAD}{text}</svg>"));
    }

    #[test]
    fn what_is_clean_stays_as_it_is(parts in prop::collection::vec(0usize..8, 0..12)) {
        let inside: String = parts.iter().map(|part| ["<g>", "</g>", "<path d='M0 0'/>", "<script>", "</script>", "x", "&amp;", "<style>a{}</style>"][*part]).collect();
        if let (Some(once), _) = clean(&format!("{HEAD}{inside}</svg>")) {
            prop_assert!(!once.contains("<script"));
            let (twice, codes) = clean(&once);
            prop_assert_eq!(twice, Some(once));
            prop_assert!(codes.is_empty());
        }
    }
}

//! Whatever bytes come, they are read to their end, once.

use proptest::prelude::*;

use super::tests::given;

/// Names whose endings lead everywhere.
const NAMES: [&str; 12] = [
    "index.html",
    "assets/files/a.html",
    "assets/files/a.xml",
    "feed.xml",
    "a.json",
    "a.csv",
    "a.js",
    "a.css",
    "a.ics",
    "assets/files/a.txt",
    "assets/files/a",
    "assets/files/a.svg",
];

/// In bytes; a reader that looks back from every byte would need minutes.
const MANY: usize = 100 << 10;

#[test]
fn long_files_of_one_thing_end_soon() {
    let things = [
        "<",
        "&",
        "<!",
        "<!--",
        "<a ",
        "</",
        "<a b='",
        "<a b=\"c\"",
        "<![CDATA[",
        "<script>",
        "</script",
        "<table>",
        "<td>",
        "<tr>",
        "<table><tr><td>",
        "&#",
        "&amp",
        "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "\\",
        "\\u",
        "{",
        "[",
        "\"",
        "{\"a\":",
        "a,",
        "a\n",
        "\n ",
        "data:",
        "data:,",
        "data:,<a href='data:,",
        "]]>",
        "-->",
        "<?",
        "<!DOCTYPE [",
        "<p>",
        "<p title='&lt;a>'>",
        "=",
        "'",
        " ",
        "\u{1f}",
        "&lt;p title='&amp;lt;",
        "<td colspan=99>",
        "<!--<a>-->",
    ];
    for thing in things {
        let text = thing.repeat(MANY / thing.len());
        for name in ["index.html", "assets/files/a.xml", "a.json", "a.js"] {
            given(name, &text);
        }
    }
}

#[test]
fn a_long_number_is_no_coordinate_whatever_its_attribute_is_called() {
    let given = given("index.html", "<p><a d=110101190101010011>a</a><svg><path d='M0 0L12 3.25'/></svg></p>");
    assert!(given.pieces.iter().any(|(text, ..)| text.contains("110101190101010011")));
    assert!(!given.pieces.iter().any(|(text, ..)| text.contains("3.25")));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes: Vec<u8>, name in 0..NAMES.len()) {
        given(NAMES[name], &bytes);
    }

    #[test]
    fn no_markup_panics(parts in prop::collection::vec(0usize..24, 0..24), name in 0..NAMES.len()) {
        const PARTS: [&str; 24] = [
            "<table>", "</table>", "<tr>", "</tr>", "<td colspan=3>", "</td>", "<p>", "</p>", "党", "a\tb\n", "&#49;", "<b title='党",
            "'>", "\"", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "]]>", "<br/>", "data:text/html,<p>", "\\u00", "<",
        ];
        let text: String = parts.iter().map(|part| PARTS[*part]).collect();
        given(NAMES[name], &text);
        given(NAMES[name], format!("<?xml version='1.0'?>{text}"));
    }

    #[test]
    fn letters_of_a_page_are_all_given(parts in prop::collection::vec(("[a-z<>&/ '\"=!-]{0,6}", 100_000u32..999_999), 1..12)) {
        // Whatever the browser makes of it: no number of six digits gets lost between tags.
        let html: String = parts.iter().map(|(junk, number)| format!("{junk} {number} ")).collect();
        for name in ["index.html", "assets/files/a.html"] {
            let given = given(name, &html);
            for (_, number) in &parts {
                let number = number.to_string();
                prop_assert!(given.pieces.iter().any(|(text, ..)| text.contains(&number)), "{html} {number}");
            }
        }
    }
}

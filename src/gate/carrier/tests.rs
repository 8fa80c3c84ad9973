//! Places where a number may hide, one by one.

use super::super::hit::{Inside, Spot, Unreadable};
use super::{APART, Piece, Take, read};

/// Of nobody: the check digit is right, the area and the day are visibly made up.
pub(super) const NUMBER: &str = "110101190001010006";

/// What a carrier gave.
#[derive(Default)]
pub(super) struct Given {
    pub(super) pieces: Vec<(String, Vec<String>, Inside)>,
    pub(super) unreadable: Vec<Unreadable>,
    pub(super) metadata: Vec<String>,
}

impl Take for Given {
    fn piece(&mut self, piece: Piece<'_>) {
        self.pieces.push((
            piece.text.to_owned(),
            piece.headings.iter().map(|heading| heading.to_string()).collect(),
            piece.inside.clone(),
        ));
    }

    fn unreadable(&mut self, _: &Inside, why: Unreadable) {
        self.unreadable.push(why);
    }

    fn metadata(&mut self, _: &Inside, name: &str) {
        self.metadata.push(name.to_owned());
    }
}

pub(super) fn given(name: &str, bytes: impl AsRef<[u8]>) -> Given {
    let mut given = Given::default();
    read(name, bytes.as_ref(), &Inside::default(), &mut given);
    given
}

/// All texts of a file, each between APART.
fn texts(name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let given = given(name, bytes);
    given.pieces.iter().flat_map(|(text, ..)| text.split(APART)).map(|text| text.trim().to_owned()).collect()
}

#[track_caller]
fn assert_holds(name: &str, bytes: impl AsRef<[u8]>) {
    let texts = texts(name, bytes);
    assert!(texts.iter().any(|text| text.contains(NUMBER)), "{texts:?}");
}

#[test]
fn pages_hide_it_nowhere() {
    for html in [
        "<p>110101190001010006</p>",
        "<p>110101<b>1900</b>01<span class=x>01</span>0006</p>",
        "<p>110101<!-- x -->1900<wbr>01<a href='y'></a>010006",
        "<p>&#49;1010&#x31;19&#48;0&#48;1010006&nbsp;</p>",
        "<img alt='110101190001010006'>",
        "<img alt=110101190001010006>",
        "<a title=\"a&#49;10101190001010006\">",
        "<a href=\"/x?id=110101190001010006&amp;y\">",
        "<a data-id = '110101190001010006'/>",
        "</p data-id='110101190001010006'>",
        "<img srcset='a 1x, 110101190001010006.webp 2x'>",
        "<p onclick=\"go('110101190001010006')\">",
        "<!-- 110101190001010006 -->",
        "<!-- <i>110101</i><i>190001010006</i> -->",
        "<!--[if mso]><o:Author>110101190001010006</o:Author><![endif]-->",
        "<!--><p>110101190001010006</p>",
        "<!doctype html SYSTEM '110101190001010006'>",
        "<?x 110101190001010006?>",
        "<svg><![CDATA[110101190001010006]]></svg>",
        "<title>110101190001010006</title>",
        "<title>1&#49;0101190001010006</title>",
        "<textarea>110101190001010006</textarea>",
        "<script>var x = '\\u00310101190001010006'.replace('0', '110')</script><i title=110101190001010006>",
        "<script>x = \"11\\x301\\u{30}1190001010006\"</script>",
        "<script type='application/ld+json'>{\"x\":\"\\u0031\\u003110101190001010006\"}</script><p>110101190001010006",
        "<script type='application/ld+json'>{\"a\":[{\"x\":\"11010119000101\\u0030006\"}]}</script>",
        "<style>/* 110101190001010006 */</style>",
        "<template><p>110101190001010006</template>",
        "<noscript><p>110101190001010006</noscript>",
        "<svg><title/><text>110101<tspan>190001010006</tspan></text></svg>",
        "<svg><script/><text>110101190001010006</text></svg>",
        "<iframe srcdoc='&lt;p>110101&lt;b>190001010006'></iframe>",
        "<a href='data:text/plain,110101%319%30001010006'>",
        "<a href='data:text/plain;base64,MTEwMTAxMTkwMDAxMDEwMDA2'>",
        "<i style=\"background:url('data:image/svg+xml;base64,PHN2Zz48dGV4dD4xMTAxMDE8dHNwYW4+MTkwMDAxMDEwMDA2PC90c3Bhbj4=')\">",
        "<x110101190001010006>",
        "<p data-110101190001010006>",
        "a < b <p>110101190001010006",
        "<p title='110101190001010006",
        "<p title=110101190001010006",
        "<!-- 110101190001010006",
        "<script>110101190001010006",
        "<select><option>110101190001010006",
        "<meta content='110101190001010006'>",
        "<table><tr><td>110101190001010006<td>x</table>",
        "<table><tr><td>110101<table><tr><td>x<tr><td>110101190001010006</table></table>",
    ] {
        assert_holds("a/index.html", html);
        assert_holds("assets/files/a.html", format!("\n{html}"));
    }
}

#[test]
fn what_stands_apart_is_not_joined() {
    for html in [
        "<p>110101</p><p>190001010006</p>",
        "<i title=110101190001><b title=010006>",
        "110101<br>190001010006",
        "<table><tr><td>110101<td>190001010006</table>",
        "<svg><text>110101</text><text>190001010006</text></svg>",
        "<!--110101190001--><!--010006-->",
    ] {
        for name in ["a/index.html", "assets/files/a.html"] {
            let texts = texts(name, html);
            assert!(!texts.iter().any(|text| text.contains(NUMBER)), "{texts:?}");
        }
    }
}

#[test]
fn rows_of_tables_come_with_their_headings() {
    let html = "<h1>名单</h1>\n<table><caption>甲</caption>\n<tr><th colspan=3>表一</th></tr>\n<tr><th colspan=2>姓名</th>\n<th>QQ</th></tr>\n\
                <tr>\n<td>张样例</td> <td>a\tb<p>c</td>\n<td>12345</td></tr></table>\n<p>完";
    let given = given("assets/files/a.html", html);
    let rows: Vec<_> =
        given.pieces.iter().map(|(text, headings, inside)| (text.as_str(), headings.len(), &inside.spot)).collect();
    let line = Spot::Line;
    assert_eq!(
        rows,
        [
            ("名单", 0, &line(1)),
            ("甲", 0, &line(2)),
            ("表一", 0, &line(3)),
            ("姓名\t\tQQ", 0, &line(4)),
            ("张样例\ta b c\t12345", 3, &line(6)),
            ("完", 0, &line(9)),
        ]
    );
    assert_eq!(given.pieces[4].1, ["姓名", "", "QQ"]);
}

#[test]
fn data_hides_it_nowhere() {
    for json in [
        "{\"a\": 110101190001010006}",
        "{\"a\": \"11010119000101\\u0030\\u0030\\u00306\"}",
        "{\"110101190001010006\": {}}",
        "{\"110101190001010006\": true}",
        "{\"a\": {\"b\": [[1, \"110101190001010006\"]]}}",
        "{\"a\": \"<p>110101<b>1900&#48;1010006</b>\"}",
        "{\"a\": \"<p title='110101190001010006'>\"}",
        "{\"a\": \"\\ud83d\\ude00110101190001010006\\\\\"}",
        "[\"110101190001010006",
        "{\"a\": \"110101190001010006\\",
        "{'a': 110101190001010006}",
        "{} // 110101190001010006",
    ] {
        assert_holds("open/a.json", json);
        assert_holds("assets/files/a", json);
    }
    for csv in ["a,b\n1,110101190001010006\n", "\u{feff}a;b\r\n\"110101190001010006\";", "a\tb\n\"x\n110101190001010006\"\t2"] {
        assert_holds("open/a.csv", csv);
    }
    let script = "a = '\\x3110101190001010006'";
    assert_holds("assets/a.js", script);
    let style = "a::before{content:'\\31 10101\\000031 90001010006'}";
    assert_holds("assets/a.css", style);
    assert_holds("assets/a.css", "a{background:url(data:text/plain;base64,MTEwMTAxMTkwMDAxMDEwMDA2)}");
    let calendar = "BEGIN:VCALENDAR\r\nDESCRIPTION:110101\r\n 1900010\r\n\t10006\\n\r\n";
    assert_holds("a.ics", calendar);
}

#[test]
fn values_of_json_stand_behind_their_keys() {
    let json = "{\n  \"手机\": \"1\\n2\",\n  \"卡号\": [3, \"四\"],\n \"空\": null}";
    let given = given("a.json", json);
    assert_eq!(given.pieces[0].0, "\n手机: 1 2\u{1f}\n卡号\u{1f}卡号: 3\u{1f}卡号: 四\u{1f}\n空\u{1f}");
    assert_eq!(given.pieces[0].2.spot, Spot::Line(1));
}

#[test]
fn rows_of_csv_are_counted_as_a_spreadsheet_does() {
    let given = given("a.csv", "\u{feff}\r\n姓名,QQ\r\n\r\n\n\"甲\n乙\",12345\r\n丙,1");
    let rows: Vec<_> =
        given.pieces.iter().map(|(text, headings, inside)| (text.as_str(), headings.len(), inside.spot.clone())).collect();
    let cell = |row| Spot::Cell(String::new(), row, 1);
    assert_eq!(rows, [("姓名\tQQ", 0, cell(2)), ("甲 乙\t12345", 2, cell(5)), ("丙\t1", 2, cell(6))]);
}

#[test]
fn texts_are_read_in_what_office_software_writes() {
    let text = format!("姓名：张样例\r\n证件号：{NUMBER}\r\n");
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let (gbk, ..) = encoding_rs::GB18030.encode(&text);
    for bytes in [
        text.clone().into_bytes(),
        [&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat(),
        gbk.to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        [&b"\xFF\xFE"[..], &utf16(u16::to_le_bytes)].concat(),
        [&b"\xFE\xFF"[..], &utf16(u16::to_be_bytes)].concat(),
    ] {
        let given = given("assets/files/a.txt", &bytes);
        assert_eq!((given.pieces.len(), given.unreadable.len()), (1, 0), "{bytes:x?}");
        assert_eq!(given.pieces[0].0, text);
    }
    let damaged = given("assets/files/a.txt", [text.as_bytes(), &text.as_bytes()[..1]].concat());
    assert_eq!(damaged.unreadable, [Unreadable::Broken]);
    assert!(damaged.pieces.iter().any(|(text, ..)| text.contains("证件号：110101")));
    let binary: Vec<u8> = (0..4000u32).map(|n| (n * n * 7 + n / 3) as u8).collect();
    assert_eq!(given("assets/files/a.bin", &binary).unreadable, [Unreadable::UnknownFormat]);
    assert_eq!(given("assets/files/a.csv", b"").unreadable, []);
}

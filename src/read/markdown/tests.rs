//! Prose from outside: small notes and the HTML they give.

use proptest::prelude::*;

use super::{BLOCKS, HoleKind, Prose, read_prose, to_plain_html};
use crate::diag::{Diagnostic, FileId, Outcome, Place};

fn read(body: &str) -> Outcome<Prose> {
    read_prose(FileId(0), body, 0)
}

/// The plain HTML of a note in which nothing is wrong.
fn html(body: &str) -> String {
    let outcome = read(body);
    assert_eq!(outcome.found, [], "{body}");
    to_plain_html(&outcome.value).trim_end().to_owned()
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|diagnostic| diagnostic.code.name).collect()
}

/// What stands at the place of a finding.
fn marked<'a>(body: &'a str, diagnostic: &Diagnostic) -> &'a str {
    match &diagnostic.at {
        Place::Text(_, span) => &body[span.start as usize..span.end as usize],
        _ => "",
    }
}

fn link_text(body: &str) -> Vec<&str> {
    let prose = read(body).value;
    prose.body.links.iter().map(|link| &body[link.span.start as usize..link.span.end as usize]).collect()
}

#[test]
fn emphasis_ends_behind_chinese_punctuation() {
    for (body, expected) in [
        ("**重点：**后面的字", "<strong>重点：</strong>后面的字"),
        ("「**引文**」", "「<strong>引文</strong>」"),
        ("甲**一：**乙**二：**丙", "甲<strong>一：</strong>乙<strong>二：</strong>丙"),
        ("他说**“好”**。", "他说<strong>“好”</strong>。"),
        ("他说**“好”**吗", "他说<strong>“好”</strong>吗"),
        ("在**“双一流”**A类高校", "在<strong>“双一流”</strong>A类高校"),
        ("A类**“双一流”**高校", "A类<strong>“双一流”</strong>高校"),
        ("~~删：~~后", "<del>删：</del>后"),
        ("前~~“删”~~后", "前<del>“删”</del>后"),
        ("***粗斜：***后", "<em><strong>粗斜：</strong></em>后"),
        ("**甲*乙：*丙**丁", "<strong>甲<em>乙：</em>丙</strong>丁"),
        ("**~~删：~~**后", "<strong><del>删：</del></strong>后"),
        ("*斜：*后", "<em>斜：</em>后"),
        ("**ＡＢ１：**后", "<strong>ＡＢ１：</strong>后"),
        ("Git**（注：不是GitHub）**", "Git<strong>（注：不是GitHub）</strong>"),
        (
            "甲**（一）**乙**【二】**丙**《三》**丁",
            "甲<strong>（一）</strong>乙<strong>【二】</strong>丙<strong>《三》</strong>丁",
        ),
        ("**真—**她", "<strong>真—</strong>她"),
        ("**真…**她", "<strong>真…</strong>她"),
        ("**真·**她", "<strong>真·</strong>她"),
        ("**真-**她", "<strong>真-</strong>她"),
        ("**C#**和**F#**是**「.NET」**平台", "<strong>C#</strong>和<strong>F#</strong>是<strong>「.NET」</strong>平台"),
        ("协议**(HTTP)**麺", "协议<strong>(HTTP)</strong>麺"),
        ("𰻞𰻞**(biang)**麺", "𰻞𰻞<strong>(biang)</strong>麺"),
        ("葛\u{E0100}**(正式)**城市", "葛\u{E0100}<strong>(正式)</strong>城市"),
        ("大塚\u{FE00}**(异体)** 大", "大塚\u{FE00}<strong>(异体)</strong> 大"),
        ("**推荐几个框架：**React、Vue等", "<strong>推荐几个框架：</strong>React、Vue等"),
        ("**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"),
        ("**末尾的`代码`**也注意。", "<strong>末尾的<code>代码</code></strong>也注意。"),
        ("先**`代码`也注意。**后", "先<strong><code>代码</code>也注意。</strong>后"),
        ("税込**¥10,000**で", "税込<strong>¥10,000</strong>で"),
        ("**真，** 她", "<strong>真，</strong> 她"),
        ("**真**，她", "<strong>真</strong>，她"),
        ("**重点：**\\*后", "<strong>重点：</strong>*后"),
        ("甲\\**乙：*丙", "甲*<em>乙：</em>丙"),
        ("__注意__：注意事项", "<strong>注意</strong>：注意事项"),
        ("注意：__注意事项__", "注意：<strong>注意事项</strong>"),
        ("_重点：_后面", "<em>重点：</em>后面"),
        ("前面_“引文”_后面", "前面<em>“引文”</em>后面"),
        ("文件_名称_说明", "文件_名称_说明"),
        ("共3~5日、10~12人", "共3~5日、10~12人"),
    ] {
        assert_eq!(html(body), format!("<p>{expected}</p>"), "{body}");
    }
}

#[test]
fn emphasis_between_western_words_is_that_of_commonmark() {
    for (body, expected) in [
        ("a**b**c “**hi**”", "a<strong>b</strong>c “<strong>hi</strong>”"),
        ("a**\"b\"**c", "a**&quot;b&quot;**c"),
        ("**“hi”**there", "**“hi”**there"),
        ("snake_case_word", "snake_case_word"),
        ("a**a«**a", "a**a«**a"),
    ] {
        assert_eq!(html(body), format!("<p>{expected}</p>"), "{body}");
    }
}

#[test]
fn emphasis_at_the_borders_of_lines_quotes_and_cells_is_found() {
    assert_eq!(
        html("> **重点：**后\n> **乙。**丙"),
        "<blockquote>\n<p><strong>重点：</strong>后<strong>乙。</strong>丙</p>\n</blockquote>"
    );
    assert_eq!(html(">**重点：**后"), "<blockquote>\n<p><strong>重点：</strong>后</p>\n</blockquote>");
    assert!(
        html("|a|b|\n|-|-|\n|**甲：**|**乙：**丙|").contains("<td><strong>甲：</strong></td><td><strong>乙：</strong>丙</td>")
    );
    assert_eq!(
        html(">~~~中\n>**甲：**乙\n>~~~"),
        "<blockquote>\n<pre><code class=\"language-中\">**甲：**乙\n</code></pre>\n</blockquote>"
    );
}

#[test]
fn nothing_of_the_emphasis_trick_is_left_in_code_links_and_raw_html() {
    let body = "`**重点：**后` [甲**：**乙](丙**：丁.md \"**戊：**己\") ![**庚：**辛](壬**：癸.png)";
    let prose = read(body).value;
    assert_eq!(prose.body.links[0].target, "丙**：丁.md");
    assert_eq!(prose.body.links[0].title, "**戊：**己");
    assert_eq!(prose.body.images[0].alt, "庚：辛");
    assert_eq!(prose.body.images[0].target, "壬**：癸.png");
    assert!(prose.body.html.contains("<code>**重点：**后</code>"));
    assert_eq!(html("```\n**重点：**后\n```"), "<pre><code>**重点：**后\n</code></pre>");
    assert_eq!(
        html("<i title=\"**重点：**后\">甲</i>**乙：**丙"),
        "<p><i title=\"**重点：**后\">甲</i><strong>乙：</strong>丙</p>"
    );
}

#[test]
fn private_characters_of_the_author_stay() {
    for c in ['\u{F8F0}', '\u{F8F1}', '\u{1DA8B}'] {
        assert_eq!(html(&format!("{c}**重点：**后")), format!("<p>{c}<strong>重点：</strong>后</p>"));
        assert_eq!(html(&format!("&#x{:x};甲**重点：**后", c as u32)), format!("<p>{c}甲<strong>重点：</strong>后</p>"));
    }
    let all: String = ('\u{F8F0}'..='\u{F8F7}').collect();
    assert_eq!(html(&format!("{all}甲**重点：**后")), format!("<p>{all}甲<strong>重点：</strong>后</p>"));
}

#[test]
fn a_line_break_between_chinese_characters_is_nothing_and_elsewhere_a_space() {
    assert_eq!(
        html("第一行\n第二行，\n**第三行**\n[第四行](a.md)"),
        "<p>第一行第二行，<strong>第三行</strong><a href=\"a.md\">第四行</a></p>"
    );
    assert_eq!(html("他说：\n“好”\n吗"), "<p>他说：“好”吗</p>");
    assert_eq!(html("English\nword\n中文\nword"), "<p>English\nword\n中文\nword</p>");
    assert_eq!(html("한국\n어"), "<p>한국\n어</p>");
    assert_eq!(html("甲\n`乙`\n丙"), "<p>甲\n<code>乙</code>\n丙</p>");
}

#[test]
fn bare_addresses_end_before_chinese_text() {
    let body = "见https://a.edu.cn/x。后面（http://b.cn/~zhang/a_b_c?x=1&y=2）也**https://c.cn/**，`https://d.cn`";
    assert_eq!(link_text(body), ["https://a.edu.cn/x", "http://b.cn/~zhang/a_b_c?x=1&y=2", "https://c.cn/"]);
    assert_eq!(html("[https://a.cn](b.md) ftp://x.cn"), "<p><a href=\"b.md\">https://a.cn</a> ftp://x.cn</p>");
}

#[test]
fn a_link_is_placed_where_its_destination_is_written() {
    let body = "甲**：**乙 [一](a.md) [二](<b c.md> \"题\") ![三](d.png) [四][ref] <https://e.cn> <f@g.cn>\n\n[ref]: h.md";
    assert_eq!(link_text(body), ["a.md", "b c.md", "h.md", "https://e.cn", "f@g.cn"]);
    let prose = read_prose(FileId(0), body, 100).value;
    let span = prose.body.images[0].span;
    assert_eq!(&body[span.start as usize - 100..span.end as usize - 100], "d.png");
    assert_eq!(link_text("[a\\*](b\\*.md)"), ["[a\\*](b\\*.md)"]);
}

#[test]
fn links_with_other_schemes_leave_only_their_text() {
    let body = "[甲](javascript:alert) <irc://x/y> ![图](data:image/png;base64,x) [乙](java&#9;script:x) [丙](mailto:a@b.cn) [丁](TEL:110)";
    let outcome = read(body);
    assert_eq!(codes(&outcome.found), ["link_not_kept"; 4]);
    assert_eq!(marked(body, &outcome.found[0]), "javascript:alert");
    assert_eq!(outcome.value.body.links.len(), 2);
    assert!(outcome.value.body.html.starts_with("<p>甲 irc://x/y 图 乙 <a>丙</a>"), "{}", outcome.value.body.html);
}

#[test]
fn headings_get_readable_unique_ids_and_levels_without_gaps() {
    let body = "## 三会 一课：A & B\n#### 乙\n## 三会 一课: a b\n# *丙* {#own .red}\n##### 丁 {a, b}\n!!!\n===";
    let prose = read(body).value;
    let shown: Vec<_> = prose.body.headings.iter().map(|heading| (heading.level, heading.id.as_str())).collect();
    assert_eq!(shown, [(2, "三会-一课a-b"), (4, "乙"), (2, "三会-一课-a-b"), (1, "own"), (5, "丁-a-b"), (1, "section")]);
    assert_eq!(prose.body.headings[4].text, "丁 {a, b}");
    for tag in ["<h2 id=\"三会-一课a-b\">", "<h3 id=\"乙\">乙</h3>", "<h2 id=\"own\"><em>丙</em></h2>", "<h3 id=\"丁-a-b\">"]
    {
        assert!(prose.body.html.contains(tag), "{tag} {}", prose.body.html);
    }
    let same = read("# 甲\n# 甲\n# 甲-2\n# 甲\n# 甲 {#fn-1}").value;
    let ids: Vec<_> = same.body.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["甲", "甲-2", "甲-2-2", "甲-3", "h-fn-1"]);
}

#[test]
fn a_hole_in_a_heading_moves_with_its_id() {
    assert_eq!(html("# [甲](a.md) 与 ![乙](b.png)"), "<h1><a href=\"a.md\">甲</a> 与 <img src=\"b.png\" alt=\"乙\" /></h1>");
}

#[test]
fn a_picture_alone_in_its_paragraph_is_a_figure() {
    let prose = read("![图](a.jpg \"标题\")\n\n文字 ![图](b.jpg)\n\n![c](c.jpg)![d](d.jpg)").value;
    let alone: Vec<_> = prose.body.images.iter().map(|image| image.is_alone).collect();
    assert_eq!(alone, [true, false, false, false]);
    assert!(prose.body.html.starts_with("\n<p>文字 </p>"), "{:?}", prose.body.html);
    assert_eq!(prose.body.images[0].title, "标题");
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_their_references() {
    let body = "[^乙]甲[^A]丙[^乙]\n\n[^a]: 一\n[^乙]: 二[^c]\n[^没有]: 无[^d]\n[^c]: 三\n[^d]: 四";
    let prose = read(body).value;
    assert_eq!(prose.body.anchors, ["fnref-1", "fnref-2", "fnref-1-2", "fn-1", "fnref-3", "fn-2", "fn-3"]);
    let notes = prose.body.html.split("<ol>").nth(1).unwrap_or_default();
    assert!(notes.contains("<li id=\"fn-1\">\n<p>二<sup class=\"footnote-ref\"><a href=\"#fn-3\" id=\"fnref-3\""), "{notes}");
    assert!(notes.contains("<a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\">↩\u{FE0E}<sup>2</sup></a></p>"));
    assert!(!notes.contains('无'));
    assert_eq!(html("没有[^x]定义"), "<p>没有[^x]定义</p>");
}

#[test]
fn tables_tasks_and_alerts_have_classes_instead_of_styles() {
    let table = read("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|").value.body.html.clone();
    assert_eq!(
        table,
        "<div class=\"table-frame\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\" class=\"left\">a</th><th scope=\"col\" class=\"center\">b</th><th scope=\"col\" class=\"right\">c</th></tr></thead>\n<tbody>\n<tr><td class=\"left\">1</td><td class=\"center\">2</td><td class=\"right\">3</td></tr>\n</tbody>\n</table></div>\n"
    );
    assert_eq!(
        html("- [x] 甲\n- [ ] 乙\n  - 丙"),
        "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> 甲</label></li>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> 乙</label>\n<ul>\n<li>丙</li>\n</ul>\n</li>\n</ul>"
    );
    assert_eq!(html("> [!WARNING]\n> 甲"), "<div class=\"alert warning\" role=\"note\">\n<p>甲</p>\n</div>");
}

#[test]
fn blocks_are_toml_whose_mistakes_are_found_in_place() {
    let body = "文\n\n> ```gallery\n> title = \"甲**：乙\"\n> ```\n\n- x\n\n  ```video\n  file = “a.mp4”\n  ```\n";
    let outcome = read(body);
    let [block] = outcome.value.body.blocks.as_slice() else { panic!("one block") };
    assert_eq!((block.name.as_str(), BLOCKS.contains(&block.name.as_str())), ("gallery", true));
    let (key, _) = &block.fields.entries[0];
    assert_eq!(&body[key.span.start as usize..key.span.end as usize], "title");
    assert_eq!(codes(&outcome.found), ["wide_punctuation"]);
    assert_eq!(marked(body, &outcome.found[0]), "“");
}

#[test]
fn raw_html_is_cleaned_with_a_warning_for_what_is_lost() {
    let body = "z <script>alert(1)</script> <b onclick=\"x\" style='y'>w</b> <!-- c --> <a href=\"javascript:x\">q</a><iframe src=x></iframe>\n\n<div>\n<form>甲</form>\n\n乙\n\n<h1 ID='a b'>丙</h1>";
    let outcome = read(body);
    assert_eq!(
        codes(&outcome.found),
        [
            "html_tag_removed",
            "html_attribute_removed",
            "html_attribute_removed",
            "link_not_kept",
            "html_tag_removed",
            "html_tag_removed",
            "html_tag_removed"
        ]
    );
    let places: Vec<_> = outcome.found.iter().map(|diagnostic| marked(body, diagnostic)).collect();
    assert_eq!(places, ["<script>", "onclick", "style", "javascript:x", "<iframe src=x>", "<form>", "<h1 ID='a b'>"]);
    assert_eq!(to_plain_html(&outcome.value), "<p>z  <b>w</b>  <a>q</a></p>\n<div>\n甲\n<p>乙</p>\n丙\n</div>");
}

#[test]
fn links_and_pictures_in_raw_html_are_like_all_others() {
    let body = "<p><a href=\"甲.md\" title=\"t\">**x**</a> <img src=a.png alt=\"图&amp;\"></p>\n\n[乙](b.md) ![丙](c.png)";
    let prose = read(body).value;
    assert_eq!(link_text(body), ["甲.md", "b.md"]);
    assert_eq!((prose.body.images[0].alt.as_str(), prose.body.images[0].target.as_str()), ("图&", "a.png"));
    let kinds: Vec<_> = prose.body.holes.iter().map(|hole| hole.kind).collect();
    assert_eq!(kinds, [HoleKind::Link(0), HoleKind::Image(0), HoleKind::Link(1), HoleKind::Image(1)]);
    assert_eq!(
        html(body),
        "<p><a href=\"%E7%94%B2.md\" title=\"t\">**x**</a> <img src=\"a.png\" alt=\"图&amp;\" /></p>\n<p><a href=\"b.md\">乙</a> <img src=\"c.png\" alt=\"丙\" /></p>"
    );
}

#[test]
fn entities_in_attributes_of_raw_html_are_what_they_stand_for() {
    let body = "<img src=\"a.png\" alt=\"&ldquo;好&rdquo;&nbsp;&#22909;&#x597D;&amp;lt; &a b; &nothing; &\" title=\"&;&#0;\">";
    let prose = read(body).value;
    let image = &prose.body.images[0];
    assert_eq!(image.alt, "“好”\u{a0}好好&lt; &a b; &nothing; &");
    assert_eq!(image.title, "&;\u{fffd}");
    assert_eq!(read("<a href=\"java&#115;cript&colon;x\">y</a>").value.body.links.len(), 0);
}

#[test]
fn an_unclosed_tag_ends_with_its_paragraph() {
    assert_eq!(html("x <u>y\n\nz"), "<p>x <u>y</u></p>\n<p>z</p>");
    assert_eq!(
        html("<details><summary>题</summary>\n\n**甲：**乙\n\n</details>"),
        "<details><summary>题</summary>\n<p><strong>甲：</strong>乙</p>\n</details>"
    );
    assert_eq!(html("甲<br>乙"), "<p>甲<br />乙</p>");
}

#[test]
fn the_summary_is_the_first_paragraph_cut_at_a_sentence() {
    assert_eq!(read("# 题\n\n![图](a.png)\n\n甲**乙**`c`\n丁\n\n戊").value.body.summary, "甲乙c 丁");
    let long = format!("{}。{}", "甲".repeat(100), "乙".repeat(100));
    assert_eq!(read(&long).value.body.summary, format!("{}。", "甲".repeat(100)));
    let endless = read(&"甲".repeat(200)).value.body.summary.clone();
    assert_eq!((endless.chars().count(), endless.ends_with('…')), (160, true));
}

#[test]
fn the_digest_follows_what_is_shown_and_not_where_it_stands() {
    let digest = |body: &str, start| read_prose(FileId(0), body, start).value.body.digest;
    assert_eq!(digest("[a](b.md)", 0), digest("[a](b.md)", 50));
    for other in ["[a](c.md)", "[a](b.md \"t\")", "a", "![a](b.md)"] {
        assert_ne!(digest("[a](b.md)", 0), digest(other, 0), "{other}");
    }
    assert_eq!(read("甲 乙　丙\nab").value.body.n_chars, 5);
}

#[test]
fn bombs_are_refused_or_read_in_linear_time() {
    let n = 20_000;
    for body in [
        ">".repeat(n),
        "- ".repeat(n) + "a",
        "> - ".repeat(n),
        "1. ".repeat(n),
        "*a **a ".repeat(n) + &"b** b*".repeat(n),
        "<div>".repeat(n),
    ] {
        let outcome = read(&body);
        assert!(codes(&outcome.found).contains(&"too_deep"), "{}", &body[..8]);
        assert_eq!(outcome.value.body.html, "");
    }
    for body in [
        "[".repeat(50_000),
        "![".repeat(50_000),
        "[a](".repeat(n),
        "`a``b```".repeat(n),
        "<a ".repeat(n),
        "<div>\n".to_owned() + &"<a ='<a x ".repeat(n),
        "<!--".repeat(n),
        "**甲：**乙".repeat(n),
        "甲 ".repeat(300_000),
        "甲\r".repeat(n),
        "# 甲\n".repeat(n),
        "https://a.cn/ ".repeat(n),
        "* ".repeat(n) + "\n\n" + &"- a\n".repeat(n),
    ] {
        read(&body);
    }
    let notes: String = (0..10_000).map(|idx| format!("[^{idx}]\n\n[^{idx}]: 注\n\n")).collect();
    assert_eq!(read(&notes).value.body.anchors.len(), 20_000);
}

/// The blocks that the parser sees, with what is no matter of emphasis left out.
fn blocks(text: &str) -> Vec<String> {
    let options = super::write::OPTIONS;
    let mut blocks = Vec::new();
    for event in pulldown_cmark::Parser::new_ext(text, options) {
        use pulldown_cmark::{Event, Tag};
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }) => {}
            Event::Start(Tag::Heading { level, .. }) => blocks.push(format!("{level}")),
            Event::Start(Tag::CodeBlock(_)) => blocks.push("code".to_owned()),
            Event::Start(Tag::FootnoteDefinition(_)) => blocks.push("note".to_owned()),
            Event::Start(tag) => blocks.push(format!("{tag:?}")),
            Event::Rule | Event::TaskListMarker(_) | Event::HardBreak => blocks.push(format!("{event:?}")),
            _ => {}
        }
    }
    blocks
}

proptest! {
    #[test]
    fn placeholders_change_no_block_and_leave_no_trace(
        body in "([a甲：“”（.`\\[\\]()<>!#&{}|>\\\\ \t\"=0-9]|\\*|\\*\\*|~~|~~~|_|\n|\n\n|\n> |\n- |\n1\\. |\n# |\n\\||\n\\|-\\|-\\|\n|```|    |<b>|<!--|\\[\\^a\\]:|- \\[x\\] ){0,60}"
    ) {
        let marked = super::emphasis::Marked::new(&body);
        prop_assert_eq!(marked.strip(&marked.text).into_owned(), body.clone());
        for (idx, _) in marked.text.char_indices() {
            let origin = marked.origin(idx);
            prop_assert!(body.is_char_boundary(origin));
        }
        prop_assert_eq!(blocks(&marked.text), blocks(&body));
    }

    #[test]
    fn any_text_becomes_prose_whose_holes_and_places_exist(
        body in "([a-z甲：“”。*_~`\\[\\]()<>!#&;\\-+|>\\\\ \n\t\"'=/^0-9\u{F8F0}]|\\*\\*|\n\n|<b>|</b>|<div>|https://a\\.cn|\\[\\^1\\]|```gallery\n|<a href=\"|<img src=x>|<script>|</script|<svg |<br>|onclick=x |<table>|<!--|-->){0,60}"
    ) {
        let start = 7;
        let outcome = read_prose(FileId(0), &body, start);
        let prose = &outcome.value.body;
        for hole in &prose.holes {
            prop_assert!(prose.html.is_char_boundary(hole.offset as usize));
        }
        for tag in prose.html.split('<').skip(1) {
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(super::clean::tags().any(|tag| tag == name), "{name} {}", prose.html);
        }
        let spans = prose.links.iter().map(|link| link.span).chain(prose.images.iter().map(|image| image.span));
        let found = outcome.found.iter().filter_map(|diagnostic| match &diagnostic.at {
            Place::Text(_, span) => Some(*span),
            _ => None,
        });
        for span in spans.chain(found) {
            let (from, to) = (span.start as usize, span.end as usize);
            prop_assert!(from >= start && from <= to && to <= start + body.len(), "{span:?}");
            prop_assert!(body.is_char_boundary(from - start) && body.is_char_boundary(to - start), "{span:?}");
        }
    }
}

//! A passage to a finished file that holds it: pages, data, feeds, plain texts. What a carrier cannot say it refuses.

use super::write::{Bit, Coding};

/// Words, a number among them.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub(crate) lead: String,
    pub(crate) bits: Vec<Bit>,
    pub(crate) tail: String,
    pub(crate) coding: Coding,
    /// What stands at the head of its column; carriers without columns refuse it.
    pub(crate) heading: Option<String>,
}

/// A file as it would be written.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) name: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(path: &str, bytes: impl Into<Vec<u8>>) -> Option<Vec<Self>> {
        Some(vec![Self { path: path.to_owned(), name: None, bytes: bytes.into() }])
    }
}

/// Something that holds a passage.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carrier {
    pub(crate) name: &'static str,
    pub(crate) carry: fn(&Passage) -> Option<Vec<File>>,
}

/// How a carrier writes what is between characters; `None` where it cannot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marks {
    pub(crate) line: Option<&'static str>,
    pub(crate) cell: Option<&'static str>,
    pub(crate) tag: Option<&'static str>,
}

pub(crate) const NO_MARKS: Marks = Marks { line: None, cell: None, tag: None };

/// The number alone, with its marks.
pub(crate) fn number(passage: &Passage, marks: Marks, escape: impl Fn(&str, Coding) -> Option<String>) -> Option<String> {
    let mut written = String::new();
    for bit in &passage.bits {
        match bit {
            Bit::Text(text) => written.push_str(&escape(text, passage.coding)?),
            Bit::Line => written.push_str(marks.line?),
            Bit::Cell => written.push_str(marks.cell?),
            Bit::Tag => written.push_str(marks.tag?),
        }
    }
    Some(written)
}

/// The whole passage without a column.
pub(crate) fn whole(passage: &Passage, marks: Marks, escape: impl Fn(&str, Coding) -> Option<String>) -> Option<String> {
    if passage.heading.is_some() {
        return None;
    }
    let number = number(passage, marks, &escape)?;
    Some(format!("{}{number}{}", escape(&passage.lead, Coding::Plain)?, escape(&passage.tail, Coding::Plain)?))
}

pub(crate) fn plain(text: &str, coding: Coding) -> Option<String> {
    (coding == Coding::Plain).then(|| text.to_owned())
}

pub(crate) fn markup(text: &str, coding: Coding) -> Option<String> {
    let escaped = || text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    match coding {
        Coding::Plain => Some(escaped()),
        Coding::Decimal => Some(text.chars().map(|c| format!("&#{};", c as u32)).collect()),
        Coding::Hex => Some(text.chars().map(|c| format!("&#x{:X};", c as u32)).collect()),
        _ => None,
    }
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Only what a URL may not hold is escaped, unless everything is to be.
fn url(text: &str, coding: Coding) -> Option<String> {
    match coding {
        Coding::Plain if text.is_ascii() && !text.contains([' ', '#']) => Some(text.to_owned()),
        Coding::Plain | Coding::Url => Some(percent(text)),
        Coding::UrlTwice => Some(percent(text).replace('%', "%25")),
        _ => None,
    }
}

fn json(text: &str, coding: Coding) -> Option<String> {
    match coding {
        Coding::Plain => {
            let quoted = serde_json::to_string(text).expect("a text is JSON");
            Some(quoted[1..quoted.len() - 1].to_owned())
        }
        Coding::Json => Some(text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()),
        _ => None,
    }
}

const IN_HTML: Marks = Marks { line: Some("<br>"), cell: Some("</td><td>"), tag: Some("<span class=\"figure\">") };

fn page(body: &str) -> Option<Vec<File>> {
    let head = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>支部活动</title></head><body><main><h1>支部活动</h1>";
    File::new("activities/2026/a1/index.html", format!("{head}{body}</main></body></html>\n"))
}

/// Tags are closed where they were opened: the mark opens one and closes it.
fn html_text(passage: &Passage) -> Option<String> {
    let marks = Marks { cell: None, tag: Some("<b></b>"), ..IN_HTML };
    whole(passage, marks, markup)
}

fn paragraph(passage: &Passage) -> Option<Vec<File>> {
    page(&format!("<p>{}</p>", html_text(passage)?))
}

fn table(passage: &Passage) -> Option<Vec<File>> {
    let number = number(passage, Marks { tag: Some("<em></em>"), ..IN_HTML }, markup)?;
    let heading = passage.heading.clone().unwrap_or_else(|| "内容".to_owned());
    let head = format!("<tr><th>序号</th><th>项目</th><th>{heading}</th></tr>");
    let lead = markup(&passage.lead, Coding::Plain)?;
    let row = if passage.heading.is_some() {
        format!("<tr><td>1</td><td>参加</td><td>{number}</td></tr>")
    } else {
        format!("<tr><td>1</td><td>{lead}</td><td>{number}</td><td>{}</td></tr>", passage.tail)
    };
    page(&format!("<table><thead>{head}</thead><tbody>{row}</tbody></table>"))
}

fn attribute(passage: &Passage) -> Option<Vec<File>> {
    let marks = Marks { line: Some("&#10;"), ..NO_MARKS };
    page(&format!("<p><img src=\"../a.webp\" alt=\"{}\" width=\"1\"></p>", whole(passage, marks, markup)?))
}

fn meta(passage: &Passage) -> Option<Vec<File>> {
    page(&format!("<meta name=\"description\" content='{}'>", whole(passage, NO_MARKS, markup)?))
}

fn data_attribute(passage: &Passage) -> Option<Vec<File>> {
    page(&format!("<div data-note={}>-</div>", url(&whole(passage, NO_MARKS, plain)?, Coding::Plain)?))
}

fn comment(passage: &Passage) -> Option<Vec<File>> {
    page(&format!("<p>正文</p><!-- {} -->", whole(passage, Marks { line: Some("\n"), ..NO_MARKS }, plain)?))
}

fn query(passage: &Passage) -> Option<Vec<File>> {
    let lead = passage.lead.trim_end_matches(['：', ':', ' ']);
    let number = number(passage, NO_MARKS, url)?;
    if passage.heading.is_some() {
        return None;
    }
    page(&format!("<p><a href=\"https://form.example.com/view?{}={number}&amp;page=2\">查询</a></p>", url(lead, Coding::Plain)?))
}

fn json_ld(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, Marks { line: Some("\\n"), ..NO_MARKS }, json)?;
    page(&format!("<script type=\"application/ld+json\">{{\"@type\":\"Article\",\"headline\":\"{text}\"}}</script>"))
}

fn json_text(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, Marks { line: Some("\\n"), ..NO_MARKS }, json)?;
    File::new("open/tables/notes.json", format!("[{{\"id\":1,\"note\":\"{text}\"}}]\n"))
}

fn json_field(passage: &Passage) -> Option<Vec<File>> {
    let heading = passage.heading.clone()?;
    let number = number(passage, NO_MARKS, json)?;
    let is_number = number.len() < 20 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
    let value = if is_number { number } else { format!("\"{number}\"") };
    File::new("open/tables/list.json", format!("[{{\"序号\":1,\"{heading}\":{value}}}]\n"))
}

fn cell_of(text: &str) -> String {
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn csv(passage: &Passage) -> Option<Vec<File>> {
    let number = number(passage, Marks { line: Some("\n"), cell: Some("\u{1}"), tag: None }, plain)?;
    let cells: Vec<String> = number.split('\u{1}').map(cell_of).collect();
    let text = match &passage.heading {
        Some(heading) => format!("\u{feff}序号,{heading},备注\r\n1,{},已核对\r\n", cells.join(",")),
        None => {
            let whole: Vec<String> = number.split('\u{1}').map(str::to_owned).collect();
            if whole.len() > 1 {
                format!("序号,内容\n1,{},{}\n", cell_of(&passage.lead), cells.join(","))
            } else {
                format!("序号,内容\n1,{}\n", cell_of(&format!("{}{number}{}", passage.lead, passage.tail)))
            }
        }
    };
    File::new("open/tables/list.csv", text)
}

fn drawing(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, Marks { tag: Some("<tspan></tspan>"), ..NO_MARKS }, markup)?;
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 20\"><path d=\"M0 0L90 20\"/>";
    File::new("assets/drawing.0a1b.svg", format!("{svg}<text x=\"1\" y=\"2\">{text}</text></svg>\n"))
}

fn drawing_title(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, markup)?;
    let svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">";
    File::new("assets/drawing.0a1c.svg", format!("{svg}<title>{text}</title><desc><![CDATA[-]]></desc></svg>\n"))
}

/// The page in a feed is HTML as the text of XML, so that everything is escaped once more.
fn feed(passage: &Passage) -> Option<Vec<File>> {
    let inner = format!("<p>{}</p>", html_text(passage)?);
    let text = markup(&inner, Coding::Plain)?;
    let feed = "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>";
    File::new("feed.xml", format!("{feed}<content type=\"html\">{text}</content></entry></feed>\n"))
}

fn feed_title(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, markup)?;
    File::new("feed.xml", format!("<?xml version=\"1.0\"?><feed><entry><title>{text}</title></entry></feed>\n"))
}

fn sitemap(passage: &Passage) -> Option<Vec<File>> {
    if passage.heading.is_some() {
        return None;
    }
    let number = number(passage, NO_MARKS, url)?;
    let text = "<?xml version=\"1.0\"?><urlset><url><loc>https://site.example.edu.cn/news/";
    File::new("sitemap.xml", format!("{text}{}-{number}/index.html</loc></url></urlset>\n", url(&passage.lead, Coding::Plain)?))
}

/// Lines of 75 bytes, as RFC 5545 wants them.
fn calendar(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, Marks { line: Some("\\n"), ..NO_MARKS }, plain)?;
    let mut folded = String::new();
    let mut n_bytes = 0;
    for character in format!("DESCRIPTION:支部全体党员参加，请提前十分钟到场，{}", text.replace(',', "\\,")).chars()
    {
        if n_bytes + character.len_utf8() > 75 {
            folded.push_str("\r\n ");
            n_bytes = 1;
        }
        folded.push(character);
        n_bytes += character.len_utf8();
    }
    let head = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260310T013000Z\r\nUID:theme-day-a1\r\n";
    File::new("calendar.ics", format!("{head}{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
}

fn style(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    File::new("assets/site.0a1b.css", format!(".a{{color:#138138}}.note::after{{content:\"{}\"}}\n", text.replace('"', "")))
}

fn script(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, Marks { line: Some("\\n"), ..NO_MARKS }, json)?;
    File::new("assets/site.0a1b.js", format!("(function(){{var a=2147483647,b=\"{text}\";return b+a}})();\n"))
}

const IN_TEXT: Marks = Marks { line: Some("\n"), cell: Some("\t"), tag: None };

fn text_of(passage: &Passage) -> Option<String> {
    if let Some(heading) = &passage.heading {
        let number = number(passage, IN_TEXT, plain)?;
        return Some(format!("序号\t{heading}\t备注\n1\t{number}\t已到\n"));
    }
    Some(format!("通知\n各支部：\n    {}\n", whole(passage, IN_TEXT, plain)?))
}

fn txt(passage: &Passage) -> Option<Vec<File>> {
    File::new("assets/files/notice.0a1b.txt", text_of(passage)?)
}

/// As the editor of an older Windows saves it.
fn txt_gbk(passage: &Passage) -> Option<Vec<File>> {
    let text = text_of(passage)?.replace('\n', "\r\n");
    let (bytes, _, has_failed) = encoding_rs::GBK.encode(&text);
    if has_failed { None } else { File::new("assets/files/notice.0a1b.txt", bytes) }
}

fn txt_utf16(passage: &Passage) -> Option<Vec<File>> {
    let text = format!("\u{feff}{}", text_of(passage)?);
    File::new("assets/files/notice.0a1b.txt", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
}

fn txt_utf16_be(passage: &Passage) -> Option<Vec<File>> {
    let text = format!("\u{feff}{}", text_of(passage)?);
    File::new("assets/files/notice.0a1b.txt", text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>())
}

fn file_name(passage: &Passage) -> Option<Vec<File>> {
    let text = whole(passage, NO_MARKS, plain)?;
    // No file can be called so.
    if text.contains('/') {
        return None;
    }
    File::new(&format!("assets/files/{text}.txt"), "正文\n")
}

fn shown_name(passage: &Passage) -> Option<Vec<File>> {
    let name = Some(format!("{}.txt", whole(passage, NO_MARKS, plain)?));
    Some(vec![File { path: "assets/files/notice.0a1b.txt".to_owned(), name, bytes: "正文\n".as_bytes().to_vec() }])
}

const fn carrier(name: &'static str, carry: fn(&Passage) -> Option<Vec<File>>) -> Carrier {
    Carrier { name, carry }
}

/// What yuandi writes, and plain texts.
pub(crate) const WRITTEN: [Carrier; 27] = [
    carrier("html text", paragraph),
    carrier("html table", table),
    carrier("html attribute", attribute),
    carrier("html meta", meta),
    carrier("html data attribute", data_attribute),
    carrier("html comment", comment),
    carrier("html query", query),
    carrier("html json-ld", json_ld),
    carrier("json text", json_text),
    carrier("json field", json_field),
    carrier("csv", csv),
    carrier("svg text", drawing),
    carrier("svg title", drawing_title),
    carrier("atom html", feed),
    carrier("atom title", feed_title),
    carrier("sitemap", sitemap),
    carrier("ics folded", calendar),
    carrier("css", style),
    carrier("js", script),
    carrier("txt", txt),
    carrier("txt gbk", txt_gbk),
    carrier("txt utf-16le", txt_utf16),
    carrier("txt utf-16be", txt_utf16_be),
    carrier("file name", file_name),
    carrier("shown name", shown_name),
    carrier("search shards", super::shards::shards),
    carrier("jpeg comment", super::pack::jpeg_comment),
];

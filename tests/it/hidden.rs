//! Files of a small site that hide a number, each in another place.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use super::gate_corpus;
use super::site::Files;

/// A number in one place.
pub(super) struct Hidden {
    pub(super) what: String,
    pub(super) files: Files,
    /// Where an author has to look: `content/news/a.md:6`; for a name that gives the number away, what stands before it.
    pub(super) place: String,
}

fn hidden(what: &str, place: &str, files: &[(&str, Vec<u8>)]) -> Hidden {
    let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone())).collect();
    Hidden { what: what.to_owned(), files, place: place.to_owned() }
}

fn in_file(what: &str, path: &str, line: usize, text: String) -> Hidden {
    let place = if line == 0 { path.to_owned() } else { format!("{path}:{line}") };
    hidden(what, &place, &[(path, text.into_bytes())])
}

/// A piece of news: further fields stand from line 4, and without them the body stands on line 6.
fn news(fields: &str, body: &str) -> String {
    format!("+++\ntitle = \"一条消息\"\ndate = 2026-03-02\n{fields}+++\n\n{body}\n")
}

const NEWS: &str = "content/news/a.md";

pub(super) fn in_texts(number: &str) -> Vec<Hidden> {
    let body = |what: &str, body: String| in_file(what, NEWS, 6, news("", &body));
    let field = |what: &str, field: String| in_file(what, NEWS, 4, news(&format!("{field}\n"), "正文。"));
    let entities: String = number.chars().map(|c| format!("&#{};", c as u32)).collect();
    let [first, second, third] = [&number[..6], &number[6..14], &number[14..]];
    let quiz = |stem: &str, option: &str, why: &str| {
        format!(
            "+++\ntitle = \"自测\"\ndate = 2026-03-02\n\n[[questions]]\nstem = \"{stem}\"\nkind = \"single\"\n\
             options = [\"对\", \"{option}\"]\nanswer = \"A\"\nexplanation = \"{why}\"\n+++\n\n一道题。\n"
        )
    };
    let activity = |place: &str, agenda: &str| {
        format!(
            "+++\ntitle = \"主题党日\"\ndate = 2026-03-12\nkind = \"theme_day\"\nbranches = [\"shukong\"]\n\
             start = 2026-03-12T14:30\nmode = \"onsite\"\nplace = \"{place}\"\nagenda = [\"{agenda}\"]\n+++\n\n正文。\n"
        )
    };
    vec![
        body("a text", format!("张样例，身份证号 {number}。")),
        body("a text without a label", format!("附：{number}")),
        body("a heading", format!("## 名单 {number}")),
        body("a block of code", format!("    {number}")),
        body("a cell", format!("| 姓名 | 号码 |\n|---|---|\n| 样例 | {number} |")).on_line(8),
        body("an address", format!("[表](https://www.example.edu.cn/view?id={number})")),
        body("emphasis inside", format!("{first}**{second}**{third}")).somewhere(),
        body("entities", entities).somewhere(),
        body("spaces", format!("{first} {second} {third}")),
        body("full width", number.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).expect("it has a wide twin")).collect()),
        body("lines", format!("{first}\n{second}{third}")),
        body("zero width", format!("{first}\u{200b}{second}\u{200b}{third}")),
        in_file("a title", NEWS, 2, news("", "正文。").replace("一条消息", number)),
        field("a summary", format!("summary = \"{number}\"")),
        field("a tag", format!("tags = [\"样例{number}\"]")),
        in_file("a quiz", "content/quizzes/q.md", 6, quiz(number, "错", "略")),
        in_file("an answer", "content/quizzes/q.md", 8, quiz("对吗？", number, "略")),
        in_file("an explanation", "content/quizzes/q.md", 10, quiz("对吗？", "错", number)),
        with_branch(in_file("a place", "content/activities/d.md", 8, activity(number, "集合"))),
        with_branch(in_file("an agenda", "content/activities/d.md", 9, activity("实训中心", number))),
        in_file(
            "a question",
            "content/faq/f.md",
            2,
            format!("+++\nquestion = \"{number} 是什么？\"\nasked_on = 2026-03-01\nanswered_on = 2026-03-02\n+++\n\n答。\n"),
        ),
    ]
}

fn with_branch(mut hidden: Hidden) -> Hidden {
    hidden.files.insert("data/branches.csv".to_owned(), "id,name\nshukong,数控支部\n".to_owned().into_bytes());
    hidden
}

impl Hidden {
    fn on_line(mut self, line: usize) -> Self {
        let file = self.place.split(':').next().unwrap_or_default();
        self.place = format!("{file}:{line}");
        self
    }

    /// The file is enough: as it is written there, no number stands on one line.
    fn somewhere(mut self) -> Self {
        self.place = self.place.split(':').next().unwrap_or_default().to_owned();
        self
    }
}

pub(super) fn in_settings(number: &str) -> Vec<Hidden> {
    let site = |org: &str, footer: &str, month: &str| {
        format!(
            "[site]\ntitle = \"测试园地\"\norg = \"{org}\"\nbase_url = \"https://dangjian.test.example/yuandi/\"\n\n\
             [footer]\nicp = \"测试备00000000号\"\nsponsor = \"测试学院党总支\"\naddress = \"{footer}\"\n\n\
             [[month]]\nmonth = \"2026-03\"\ntitle = \"三月\"\nsummary = \"{month}\"\n"
        )
    };
    let themed = |path: &str, text: String| {
        let site = site("测试学院党总支", "示例路", "小事").replacen("[site]", "[site]\ntheme = \"red\"", 1);
        let path = format!("themes/red/{path}");
        hidden(&format!("a theme's {path}"), &path, &[("site.toml", site.into_bytes()), (path.as_str(), text.into_bytes())])
    };
    let branches = "id,name\nshukong,数控支部\n".to_owned().into_bytes();
    let honours = |issuer: &str| {
        let head = "id,title,level,holder_kind,holder,date,issuer,document";
        format!("{head}\nH01,优秀案例,university,branch,shukong,2025-12-20,{issuer},测大党〔2025〕31号\n").into_bytes()
    };
    vec![
        in_file("the organisation", "site.toml", 3, site(number, "示例路", "小事")),
        in_file("the footer", "site.toml", 9, site("测试学院", number, "小事")),
        in_file("a month", "site.toml", 14, site("测试学院", "示例路", number)),
        hidden("a table", "data/honours.csv:2", &[("data/honours.csv", honours(number)), ("data/branches.csv", branches)]),
        in_file("a register", "data/branches.csv", 2, format!("id,name\nshukong,数控支部{number}\n")),
        in_file(
            "a metric",
            "data/metrics.toml",
            2,
            format!(
                "[metric.activities]\ntitle = \"开展活动{number}\"\ndefinition = \"场次\"\nunit = \"count\"\nfrom = \"activities\"\nvalue = \"count(*)\"\ntime = \"date\"\n"
            ),
        ),
        themed("words/zh.toml", format!("[section]\nnews = \"消息{number}\"\n")),
        themed("styles/seal.css", format!(".seal::after {{ content: \"{number}\"; }}\n")),
        themed("scripts/own.js", format!("\"use strict\";\nvar seal = \"{number}\";\n")),
        themed(
            "templates/404.html",
            format!(
                "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>无</title></head><body><h1>无</h1><p>{number}</p></body></html>\n"
            ),
        ),
    ]
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(8, 6)).write_to(&mut bytes, format).expect("memory takes everything");
    bytes.into_inner()
}

const INDEX: &str = "content/news/a/index.md";

fn attached(what: &str, name: &str, bytes: Vec<u8>) -> Hidden {
    let path = format!("content/news/a/{name}");
    let text = news(&format!("attachments = [{{ file = \"{name}\", title = \"附件\" }}]\n"), "正文。");
    hidden(what, &path, &[(INDEX, text.into_bytes()), (&path, bytes)])
}

pub(super) fn in_names(number: &str) -> Vec<Hidden> {
    let shown = |name: &str, alt: &str| news("", &format!("![{alt}]({name})")).into_bytes();
    let image = format!("content/news/a/p{number}.png");
    let drawing =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 20\"><text x=\"1\" y=\"9\">{number}</text></svg>\n");
    let mut attachment = attached("the name of an attachment", &format!("表{number}.txt"), "正文\n".as_bytes().to_vec());
    attachment.place = "content/news/a/".to_owned();
    vec![
        attachment,
        in_file("the name of a text", &format!("content/news/n{number}.md"), 0, news("", "正文。")).at("content/news/"),
        in_file("an address that was chosen", NEWS, 4, news(&format!("slug = \"n{number}\"\n"), "正文。")),
        in_file("an address of old", NEWS, 4, news(&format!("aliases = [\"/x/{number}.html\"]\n"), "正文。")),
        hidden(
            "the name of a picture",
            "content/news/a/",
            &[(INDEX, shown(&format!("p{number}.png"), "机床的近景")), (&image, picture(ImageFormat::Png))],
        ),
        hidden(
            "words for a picture",
            "content/news/a/index.md:6",
            &[(INDEX, shown("p.png", &format!("名单 {number}"))), ("content/news/a/p.png", picture(ImageFormat::Png))],
        ),
        hidden(
            "a drawing",
            "content/news/a/p.svg",
            &[(INDEX, shown("p.svg", "示意图")), ("content/news/a/p.svg", drawing.into_bytes())],
        ),
    ]
}

impl Hidden {
    fn at(mut self, place: &str) -> Self {
        self.place = place.to_owned();
        self
    }
}

pub(super) fn in_attachments(number: &str) -> Vec<Hidden> {
    let mut all = Vec::new();
    for (carrier, name, bytes) in gate_corpus::documents(&format!("身份证号 {number}"), number) {
        all.push(attached(carrier, &name, bytes));
    }
    let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>{number}</desc></svg>\n");
    all.push(attached("a drawing", "图.svg", drawing.into_bytes()));
    all.push(attached("data", "表.json", format!("{{\"a\":[{number}]}}\n").into_bytes()));
    all.push(attached("a remark in a photo", "照片.jpg", with_remark(number)));
    all
}

/// A photo with a remark behind its first mark.
fn with_remark(remark: &str) -> Vec<u8> {
    let photo = picture(ImageFormat::Jpeg);
    let mut bytes = photo[..2].to_vec();
    bytes.extend([0xFF, 0xFE]);
    bytes.extend((remark.len() as u16 + 2).to_be_bytes());
    bytes.extend(remark.as_bytes());
    bytes.extend(&photo[2..]);
    bytes
}

/// A text with such a photo.
pub(super) fn in_a_photo(number: &str) -> Files {
    let text = news("", "![机床的近景](p.jpg)").into_bytes();
    Files::from([(INDEX.to_owned(), text), ("content/news/a/p.jpg".to_owned(), with_remark(number))])
}

//! Numbers of papers, goods and machines, and numbers that count days and amounts.

use super::draw::Draw;
use super::negatives::{Looks, asks, row, silent, unseen};
use super::numbers as make;
use super::write::{Bit, text};

fn day(draw: &mut Draw, sign: &str) -> String {
    let [year, month, day] = draw.day(2019, 2026);
    format!("{year}{sign}{month:02}{sign}{day:02}")
}

fn uuid(draw: &mut Draw) -> String {
    [8, 4, 4, 4, 12].map(|n| draw.hex(n)).join("-")
}

/// Eighteen digits that no citizen has: the county or the day does not exist.
fn no_citizen(draw: &mut Draw) -> String {
    let area = draw.pick(&["990101", "180203", "770102", "681234", "000101"]);
    match draw.below(3) {
        0 => format!("{area}19{}", draw.digits(10)),
        1 => format!(
            "110101{}{}{}",
            draw.between(1950, 2010),
            draw.pick(&["1345", "0032", "0230", "1301", "9912"]),
            draw.digits(4)
        ),
        _ => format!("350102{}{}", draw.pick(&["2913", "3001", "0999", "1612"]), draw.digits(8)),
    }
}

/// A serial number of a length, beginning with what no bank and no telephone begins with.
fn serial(draw: &mut Draw, n: usize) -> String {
    format!("{}{}", draw.pick(&["20", "70", "80", "71", "10"]), draw.digits(n - 2))
}

fn isbn(draw: &mut Draw) -> String {
    let body = format!("9787{}", draw.digits(8));
    let sum: u32 = body.bytes().enumerate().map(|(idx, digit)| u32::from(digit - b'0') * if idx % 2 == 0 { 1 } else { 3 }).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// Papers, goods, machines.
pub(crate) const PAPERS: [Looks; 34] = [
    silent("order number", |draw| text(format!("订单号：{}{}", day(draw, ""), draw.digits(10)))),
    silent("order number of no citizen", |draw| text(format!("{}{}", draw.pick(&["流水号 ", "订单 ", ""]), no_citizen(draw)))),
    silent("invoice of 20 digits", |draw| text(format!("发票号码：24{}{}", draw.pick(&["31", "35", "11"]), draw.digits(16)))),
    silent("invoice with its code", |draw| text(format!("发票代码：0{} 发票号码：{}", draw.digits(11), draw.digits(8)))),
    silent("ISBN", |draw| {
        let isbn = isbn(draw);
        text(match draw.below(3) {
            0 => format!("ISBN {isbn}"),
            1 => format!("ISBN {}-{}-{}-{}-{}", &isbn[..3], &isbn[3..4], &isbn[4..7], &isbn[7..12], &isbn[12..]),
            _ => format!("书号：{isbn}"),
        })
    }),
    silent("ISSN and CN", |draw| {
        text(format!("ISSN {}-{}，CN {}-{}/G4", draw.number(4), draw.digits(4), draw.number(2), draw.digits(4)))
    }),
    silent("DOI", |draw| {
        text(match draw.below(3) {
            0 => format!("10.69979/3029-2700.24.8.0{}", draw.digits(2)),
            1 => format!(
                "DOI:10.{}/j.issn.{}-{}.20{}.0{}.0{}",
                draw.number(5),
                draw.number(4),
                draw.digits(4),
                draw.digits(2),
                draw.digits(1),
                draw.digits(2)
            ),
            _ => format!(
                "https://doi.org/10.{}/s{}-0{}-{}-{}",
                draw.number(4),
                draw.number(5),
                draw.digits(2),
                draw.number(5),
                draw.digits(1)
            ),
        })
    }),
    silent("hash", |draw| {
        let n = draw.pick(&[32, 40, 64]);
        let hash = draw.hex(n);
        text(if draw.one_in(3) { hash.to_uppercase() } else { hash })
    }),
    silent("UUID", |draw| text(uuid(draw))),
    silent("record number of a site", |draw| {
        text(format!(
            "{}ICP备{}号-{} {}公网安备 110108020{}号",
            draw.pick(&["京", "闽"]),
            draw.number(8),
            draw.digits(1),
            draw.pick(&["京", "闽"]),
            draw.digits(5)
        ))
    }),
    silent("number of a paper", |draw| {
        text(match draw.below(5) {
            0 => format!("课题编号 20{}DJ0{}", draw.number(2), draw.digits(2)),
            1 => format!("JXFDYGK{}", draw.number(4)),
            2 => format!("示职大党〔20{}〕{}号", draw.number(2), draw.number(2)),
            3 => "教财厅函〔2017〕28号".to_owned(),
            _ => format!("示职大教〔20{}〕{}号附件{}", draw.number(2), draw.number(3), draw.digits(1)),
        })
    }),
    silent("course id", |draw| text(format!("课程号 24120{}", draw.digits(4)))),
    silent("course ids in a row", |draw| {
        let between = draw.pick(&["、", " ", "，", "；"]);
        text((0..4).map(|_| format!("24120{}", draw.digits(4))).collect::<Vec<_>>().join(between))
    }),
    silent("longer than a citizen's number", |draw| {
        let id = make::resident_id(draw);
        let id = &id[..17];
        text(format!("流水号 {}{id}{}", draw.pick(&["8", "70", "208"]), draw.digits(4)))
    }),
    asks("mistyped citizen's number as an order", |draw| text(format!("订单号 {}", make::mistyped_id(draw)))),
    silent("goods", |draw| text(format!("{}69{}", draw.pick(&["条码 ", "EAN ", "商品条码：", ""]), draw.digits(11)))),
    silent("parcels", |draw| {
        text(match draw.below(5) {
            0 => format!("顺丰 SF1{}", draw.digits(12)),
            1 => format!("圆通 YT8{}", draw.digits(12)),
            2 => format!("快递单号：77301{}", draw.digits(10)),
            3 => format!("EMS EX{}CN", draw.number(9)),
            _ => format!("运单号 JD0{}", draw.digits(12)),
        })
    }),
    silent("standard", |draw| {
        text(draw.pick(&[
            "GB/T 45574-2025",
            "GB 11643-1999",
            "ISO 7064:2003",
            "GB/T 37964—2019",
            "GB 32100-2015",
            "JB/T 8324.1-1996",
        ]))
    }),
    silent("patent", |draw| text(format!("ZL20{} 1 0{}.{}", draw.number(2), draw.digits(6), draw.digits(1)))),
    silent("registered software", |draw| {
        text(format!("软著登字第{}号，20{}SR0{}", draw.number(7), draw.number(2), draw.digits(6)))
    }),
    silent("contract", |draw| text(format!("合同编号：HT-{}-{}", day(draw, ""), draw.digits(4)))),
    asks("number of a thing, like a telephone", |draw| text(format!("资产编号：{}", make::mobile(draw)))),
    silent("number of a thing", |draw| text(format!("资产编号：{}", serial(draw, 13)))),
    unseen("ORCID", |draw| text(format!("https://orcid.org/0000-000{}-{}-{}", draw.digits(1), draw.digits(4), draw.digits(4)))),
    unseen("code of an organisation of old", |draw| text(format!("组织机构代码：{}-{}", draw.number(8), draw.digits(1)))),
    unseen("code of a village", |draw| text(format!("统计用区划代码 350102{}", draw.pick(&["001001", "003012", "400204"])))),
    asks("registered company of old", |draw| text(format!("注册号：350100100{}", draw.digits(6)))),
    silent("code of an organisation", |draw| {
        let kind = draw.pick(&["12", "91"]);
        text(format!("统一社会信用代码：{}", make::credit_code(draw, kind)))
    }),
    unseen("meeting room of a service", |draw| {
        text(format!("腾讯会议：{}-{}-{}", draw.number(3), draw.digits(3), draw.digits(3)))
    }),
    unseen("serial of sixteen digits", |draw| {
        let serial = serial(draw, 16);
        text(format!("{}{serial}", draw.pick(&["设备序列号 ", "S/N ", ""])))
    }),
    unseen("identifier of a message", |draw| text(format!("{{\"id\":7{},\"mid\":22474{}}}", draw.digits(18), draw.digits(5)))),
    silent("address of a page", |draw| {
        let mobile = make::mobile(draw);
        text(match draw.below(5) {
            0 => format!("https://news.example.cn/n1/2024/0315/c1024-{mobile}.html"),
            1 => format!("https://www.example.com/a/{mobile}"),
            2 => format!(
                "https://mp.weixin.qq.com/s?__biz=MzA{}==&mid=2247{}&idx=1&sn={}",
                draw.capitals(8),
                draw.digits(6),
                draw.hex(32)
            ),
            3 => format!("https://v.example.com/x/page/{mobile}_{}.shtml", draw.digits(3)),
            _ => format!("https://cdn.example.com/p/{}/{mobile}.jpg?t={}", day(draw, "/"), draw.digits(2)),
        })
    }),
    silent("cache buster", |draw| text(format!("style.{}.css?v=17{}", draw.hex(8), draw.digits(8)))),
    silent("address of a machine", |draw| {
        let part = |draw: &mut Draw| draw.between(1, 254).to_string();
        text(format!("{}.{}.{}.{}:8080", part(draw), part(draw), part(draw), part(draw)))
    }),
];

fn amounts(draw: &mut Draw) -> String {
    let millions = draw.between(1, 999);
    format!("{millions},{},{}", draw.digits(3), draw.digits(3))
}

fn counted(draw: &mut Draw) -> String {
    let n_digits = draw.pick(&[1, 2, 2, 3, 4]);
    draw.number(n_digits)
}

/// Days and amounts.
pub(crate) const DAYS: [Looks; 26] = [
    silent("day", |draw| {
        let sign = draw.pick(&["-", ".", "/", ""]);
        text(day(draw, sign))
    }),
    silent("span of days", |draw| {
        let sign = draw.pick(&["", ".", "-"]);
        let between = draw.pick(&["-", "—", "至", "～", " - ", "~"]);
        text(format!("公示期：{}{between}{}", day(draw, sign), day(draw, sign)))
    }),
    silent("day in words", |draw| {
        text(draw.pick(&["2024年10月8日至10月10日", "二〇二四年三月十五日", "一九四九年十月一日", "2023年9月—2024年7月"]))
    }),
    silent("row of years", |draw| {
        let first = draw.between(2012, 2021);
        let between = draw.pick(&["、", " ", "，", "/", "-"]);
        text((first..first + 5).map(|year| year.to_string()).collect::<Vec<_>>().join(between))
    }),
    silent("years in cells", |draw| {
        let first = draw.between(2012, 2021);
        row((first..first + 5).map(|year| year.to_string()))
    }),
    unseen("years in Chinese", |_| text("二〇二一、二〇二二、二〇二三、二〇二四年度")),
    silent("term", |draw| text(format!("{}-{}-{}学期", draw.between(2018, 2021), draw.between(2022, 2025), draw.between(1, 2)))),
    silent("time stamp", |draw| {
        text(match draw.below(6) {
            0 => format!("17{}", draw.digits(8)),
            1 => format!("17{}", draw.digits(11)),
            2 => format!("{}093000", day(draw, "")),
            3 => format!("{}T09:30:00+08:00", day(draw, "-")),
            4 => format!("{} 09:30:15.{}", day(draw, "-"), draw.digits(6)),
            _ => format!("{}T013000Z", day(draw, "")),
        })
    }),
    silent("validity of a card", |draw| text(format!("身份证有效期：{}-{}", day(draw, "."), day(draw, ".")))),
    silent("budget", |draw| text(format!("预算{}.{}元，其中设备费{}元", amounts(draw), draw.digits(2), amounts(draw)))),
    asks("amount like a telephone", |draw| {
        text(format!("总投资 {},{},{},{} 元", draw.pick(&["13", "15", "18"]), draw.digits(3), draw.digits(3), draw.digits(3)))
    }),
    silent("statistics in cells", |draw| {
        let mut cells: Vec<String> = (0..8).map(|_| counted(draw)).collect();
        cells.insert(0, "机关党支部".to_owned());
        row(cells)
    }),
    asks("statistics in cells, like a telephone", |draw| {
        row(["人次".to_owned(), draw.pick(&["138", "159", "186"]).to_owned(), draw.number(4), draw.number(4)])
    }),
    asks("single digits in cells", |draw| row(std::iter::once("1".to_owned()).chain((0..10).map(|_| draw.digits(1))))),
    silent("scores", |draw| {
        let n = draw.between(6, 12);
        let between = draw.pick(&[" ", "、", "  "]);
        text((0..n).map(|_| format!("{}.{}", draw.between(60, 99), draw.digits(1))).collect::<Vec<_>>().join(between))
    }),
    silent("decimals in cells", |draw| {
        row((0..7).map(|_| format!("{}.{}", draw.between(1, 99), draw.digits(2))).collect::<Vec<_>>())
    }),
    silent("week of a calendar", |draw| {
        let first = draw.between(1, 24);
        row((first..first + 7).map(|day| day.to_string()))
    }),
    silent("numbers of pages", |draw| {
        let n = draw.between(12, 30);
        let between = draw.pick(&[" ", "\n", "、"]);
        let pages: Vec<String> = (1..=n).map(|page| page.to_string()).collect();
        if between == "\n" {
            pages.iter().flat_map(|page| [Bit::Text(page.clone()), Bit::Line]).collect()
        } else {
            text(pages.join(between))
        }
    }),
    silent("coordinates", |draw| {
        text(format!("{}.{},{}.{}", draw.between(73, 135), draw.digits(6), draw.between(18, 53), draw.digits(6)))
    }),
    silent("long decimals", |draw| text(format!("{}.{}", draw.between(0, 999), draw.digits(12)))),
    silent("power of ten", |draw| {
        let power = draw.pick(&["E-23", "E+23", "E+05", "E-34", "e+09"]);
        text(format!("{}.{}{power}", draw.number(1), draw.digits(5)))
    }),
    silent("version", |draw| text(format!("v{}.{}.{}.{}", draw.digits(1), draw.number(2), draw.digits(1), draw.number(4)))),
    unseen("line of a drawing", |draw| {
        let point = |draw: &mut Draw| format!("{}.{} {}.{}", draw.number(3), draw.digits(2), draw.number(3), draw.digits(2));
        text(format!("M{}L{} {}L{}Z", point(draw), point(draw), point(draw), point(draw)))
    }),
    unseen("points of a drawing", |draw| {
        text((0..8).map(|_| format!("{},{}", draw.number(3), draw.number(3))).collect::<Vec<_>>().join(" "))
    }),
    unseen("votes", |draw| text(format!("应到{}人，实到{}人，赞成{}票", draw.number(2), draw.number(2), draw.number(2)))),
    unseen("growth", |draw| {
        text(format!("{}→{}→{}（+{}.{}%）", draw.number(4), draw.number(4), draw.number(4), draw.number(2), draw.digits(1)))
    }),
];

//! Texts in the code of the index, for tests of the script that reads them: prints JSON with the part `words`, the part `fold`, and a
//! dozen texts with the parts that hold them.

use serde_json::{Value, json};
use yuandi::search::bits::BitWriter;
use yuandi::search::{carrier, simplified, text};

/// Names and texts.
const TEXTS: [(&str, &str); 13] = [
    ("empty", ""),
    ("plain", "支部党员大会讨论了三会一课的记录，通过了整改清单。\n"),
    ("digits", "2026年3月15日 18:30，人数 1,024，占 37.5%，文号 2024DJ008。"),
    ("latin", "activities/2026/2026-03-12-theme-day/ — Party-building (PB) for \"students\" & staff_2026"),
    ("traditional", "黨員學習臺灣、香港的說法：裏裡為爲眾衆，綫線，峯峰。"),
    ("emoji", "志愿服务👩‍👩‍👧‍👦很好👍🏽，🇨🇳！"),
    ("rare", "𠮷野家、𪚥、㐂、〇、﨑、\u{e000}\u{fffd}"),
    ("controls", "a\u{0}b\u{e}c\u{10}d\u{1f}e\u{1}f\u{2}g\u{3}h\u{4}i\u{5}j"),
    ("repeats", "不忘初心、牢记使命；不忘初心、牢记使命；不忘初心、牢记使命；不忘初心、牢记使命，方得始终。"),
    ("one", "啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊"),
    ("kana", "ひらがな カタカナ 한국어 Привет ὅσον"),
    (
        "record",
        "news/2026-01-02-a/\u{1}标题\u{1}2026-01-02\u{1}数控党支部、机关党支部\u{1}replaced\u{1}黨党學学\u{1}\u{3}小标题\u{4}xiao-biao-ti\u{5}正文。\n第二段。\n",
    ),
    ("two", "字字字"),
];

fn main() {
    let part = |name: &str, bytes: &[u8]| {
        let script = carrier::script(name, "fixture", bytes);
        json!({ "name": name, "script": String::from_utf8(script).expect("a script is ASCII") })
    };
    let mut texts: Vec<Value> = Vec::new();
    for (name, text) in TEXTS.iter().map(|(name, text)| (*name, (*text).to_owned())).chain([("long", long_text())]) {
        let mut bits = BitWriter::new();
        text::write_text(&mut bits, &text);
        let mut entry = part(name, &bits.into_bytes());
        entry["text"] = Value::from(text);
        texts.push(entry);
    }
    println!(
        "{:#}",
        json!({
            "words": part("words", &text::words_part()),
            "fold": part("fold", &simplified::fold_part()),
            "texts": texts,
        })
    );
}

/// Distances and lengths of every size.
fn long_text() -> String {
    let mut text = String::new();
    for n in 0..400_u32 {
        let from = (n * n * 37) as usize % 211;
        text.extend(
            "党的组织生活会上，同志们认真学习文件精神并讨论如何改进工作；会后整理记录、拍照存档、及时公示。"
                .chars()
                .cycle()
                .skip(from)
                .take(n as usize % 41),
        );
        text.push_str(&n.to_string());
    }
    text
}

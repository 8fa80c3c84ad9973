//! A register of people who do not exist, with names about as frequent as they are in the country.

use std::collections::{BTreeMap, BTreeSet};

use yuandi::gate::{NamedOn, Pattern, Person, Policy, Tier};

use super::draw::Draw;

/// The most frequent first, as the ministry of public security counts them.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文";

/// The most frequent first.
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚英华文玲建国红梅飞鹏辉波斌宇浩凯燕鑫婷雪林晶慧莉东海峰龙志亮俊欣怡佳豪思梦子轩泽雨涵一诺博晨嘉琪瑞阳天宏晓春玉兰秀云生新成永庆福祥德仁义安康宁乐山川江河松柏青云月星光学良才德胜利民世贵";

/// Names that are words as well.
pub(crate) const WORDS: [&str; 24] = [
    "高新",
    "韩国",
    "万平",
    "李强",
    "王国",
    "方正",
    "江山",
    "白云",
    "石林",
    "安康",
    "高原",
    "文明",
    "金山",
    "马力",
    "成功",
    "常德",
    "易学",
    "向前",
    "黄河",
    "周期",
    "于是",
    "任何",
    "王明确",
    "张文件",
];

/// A name that is most likely shared by many.
pub(crate) fn name(draw: &mut Draw) -> String {
    let surnames: Vec<char> = SURNAMES.chars().collect();
    let given: Vec<char> = GIVEN.chars().collect();
    let length = if draw.one_in(4) { 1 } else { 2 };
    let mut name = draw.pick_early(&surnames).to_string();
    for _ in 0..length {
        name.push(draw.pick_early(&given));
    }
    name
}

/// Distinct names, words among them.
pub(crate) fn names(draw: &mut Draw, n: usize) -> Vec<String> {
    let mut names: BTreeSet<String> = WORDS.iter().map(|word| (*word).to_owned()).collect();
    while names.len() < n {
        names.insert(name(draw));
    }
    names.into_iter().collect()
}

/// Of students: year, school, class, seat. Of staff: the letters of the register, and digits.
fn number(draw: &mut Draw, seat: usize) -> String {
    match seat % 3 {
        0 => format!("JG{:06}", 100_000 + seat * 7 + draw.below(7)),
        1 => format!("20{}08{:02}{:02}", draw.between(19, 25), seat / 60 % 90 + 1, seat % 60 + 1),
        _ => format!("{}1203{:05}", draw.between(20, 25), seat),
    }
}

/// Branches of the register.
const BRANCHES: [(&str, &str); 3] =
    [("shukong", "数控教研室党支部"), ("zhizao", "智能制造学生第一党支部"), ("jiguan", "机关党支部")];

/// Telephone numbers and addresses that are approved.
pub(crate) const CONTACTS: [&str; 4] = ["0591-22868001", "0591-22868002", "010-62010001", "dangjian@example.edu.cn"];

/// Words of a register that no page names, and one person in ten who agreed to everything.
pub(crate) fn policy(seed: u64, n_persons: usize) -> Policy {
    let mut draw = Draw::new(seed);
    let names = names(&mut draw, n_persons);
    let mut persons = Vec::new();
    for (seat, name) in names.into_iter().enumerate() {
        let agrees = seat % 10 == 9 && !WORDS.contains(&name.as_str());
        let named_on = if agrees { [NamedOn::Elsewhere, NamedOn::Shared].into_iter().collect() } else { BTreeSet::new() };
        let branch = Some(BRANCHES[seat % BRANCHES.len()].0.to_owned());
        persons.push(Person { id: number(&mut draw, seat), name, branch, named_on });
    }
    let contacts = CONTACTS.iter().map(|contact| normalised(contact)).collect();
    let branches: BTreeMap<String, String> = BRANCHES.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
    Policy { persons, patterns: patterns(), contacts, branches, not_persons: BTreeSet::from(["成功".to_owned()]) }
}

fn normalised(contact: &str) -> String {
    if contact.contains('@') { contact.to_owned() } else { contact.replace('-', "") }
}

/// Numbers of this school: one whose form is enough, and one that wants a word near by.
fn patterns() -> Vec<Pattern> {
    let pattern = |title: &str, form: &str, near: &[&str], tier| Pattern {
        title: title.to_owned(),
        form: form.to_owned(),
        near: near.iter().map(|word| (*word).to_owned()).collect(),
        tier,
    };
    vec![
        pattern("学籍号", "XJ20[0-9]{2}[0-9]{6}", &[], Tier::Block),
        pattern("考籍号", "[0-9]{7}K", &["考籍", "考号"], Tier::Ask),
    ]
}

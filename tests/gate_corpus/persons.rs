//! Names and numbers of the register where they give somebody away.

use yuandi::gate::{HitKind, Person, Policy};

use super::carry::Passage;
use super::case::Wants;
use super::people::WORDS;
use super::positives::{Gathering, Wanted};
use super::write::{Bit, Coding, text};

/// Sentences with a person in them, `#` for the name; the second is held out. With a colon, or with a number beside it, a name is
/// a person's anywhere; a post or a form of address alone stands beside as many names in any newspaper.
const CUES: [(&str, bool); 30] = [
    ("联系人：#", false),
    ("姓名：#", false),
    ("主持人：#", false),
    ("记录人：#，参加人数若干", false),
    ("入党介绍人：#", false),
    ("发展对象：#", false),
    ("数控教研室党支部#参加了活动", false),
    ("机关党支部 #", false),
    ("会上，#同志作了发言", false),
    ("#老师带领学生开展实训", false),
    ("#同学获得一等奖", false),
    ("党支部书记#主持会议", false),
    ("由支部书记#讲党课", false),
    ("组织委员#汇报了工作", false),
    ("副书记#传达文件", false),
    ("#教授解读政策", false),
    ("辅导员#组织了班会", false),
    ("#书记作总结", false),
    ("院长#出席", false),
    ("发展对象#的政审材料", false),
    ("党员#交流了体会", false),
    ("预备党员#宣读誓词", false),
    ("入党积极分子#递交思想汇报", false),
    ("主任#参加", false),
    ("作者：#", true),
    ("责任人：#", true),
    ("（文/图 #）", true),
    ("特此表彰#（数控2301班）", true),
    ("#（男，汉族，中共党员）", true),
    ("宣传委员兼纪检委员#作说明", true),
];

/// What may stand before such a sentence: a branch of the school, or nothing that tells whose paper it is.
const SCENES: [(&str, &str); 2] =
    [("name beside a cue and a branch", "数控教研室党支部本月活动。"), ("name beside a cue alone", "")];

const NAME_COLUMNS: [(&str, bool); 8] = [
    ("姓名", false),
    ("党员姓名", false),
    ("联系人", false),
    ("学生姓名", false),
    ("负责人", false),
    ("名字", true),
    ("申请人", true),
    ("指导教师", true),
];

fn wanted(class: &'static str, form: &'static str, held_out: bool, person: &Person) -> Wanted {
    let value = Some(person.name.clone());
    Wanted { class, form, held_out, wants: Wants::Block, kinds: vec![HitKind::Name], value }
}

/// People who did not agree and whose names are nothing else.
fn silent_people(policy: &Policy) -> Vec<&Person> {
    policy.persons.iter().filter(|person| person.named_on.is_empty() && !WORDS.contains(&person.name.as_str())).collect()
}

pub(crate) fn all(gathering: &mut Gathering, policy: &Policy) {
    let people = silent_people(policy);
    for (scene, before) in SCENES {
        for (cue, held_out) in CUES {
            beside_cue(gathering, &people, (scene, before), (cue, held_out));
        }
    }
    for (heading, held_out) in NAME_COLUMNS {
        for length in [2, 3, 2] {
            let person = some(gathering, &people, length);
            for (form, bits) in spellings(&person.name) {
                let mut passage = sentence("", bits, "");
                passage.heading = Some(heading.to_owned());
                gathering.spread(4, &passage, &wanted("name in a column", form, held_out, person));
            }
        }
    }
    alone(gathering, &people);
    numbers(gathering, &people);
}

fn beside_cue(
    gathering: &mut Gathering,
    people: &[&Person],
    (scene, before): (&'static str, &str),
    (cue, held_out): (&str, bool),
) {
    let tells = !before.is_empty() || cue.contains("：#") || cue.contains("支部#") || cue.contains("支部 #");
    for length in [2, 3] {
        let person = some(gathering, people, length);
        let (lead, tail) = cue.split_once('#').unwrap_or((cue, ""));
        for (form, bits) in spellings(&person.name) {
            let passage = sentence(&format!("{before}{lead}"), bits, tail);
            let is_spaced = form == "wide space in a name" && length > 2;
            let wants = if tells { Wants::Block } else { Wants::Found };
            let wanted = Wanted { wants, ..wanted(scene, form, held_out || is_spaced, person) };
            gathering.spread(if form == "plain" { 8 } else { 2 }, &passage, &wanted);
        }
    }
}

fn some<'p>(gathering: &mut Gathering, people: &[&'p Person], length: usize) -> &'p Person {
    loop {
        let person = people[gathering.draw.below(people.len())];
        if person.name.chars().count() == length {
            return person;
        }
    }
}

fn sentence(lead: &str, bits: Vec<Bit>, tail: &str) -> Passage {
    Passage { lead: lead.to_owned(), bits, tail: tail.to_owned(), coding: Coding::Plain, heading: None }
}

/// A name as lists write it: names of two characters are made as wide as those of three.
fn spellings(name: &str) -> [(&'static str, Vec<Bit>); 4] {
    let spread = |between: &str| name.chars().map(String::from).collect::<Vec<_>>().join(between);
    let at = name.chars().next().map_or(0, char::len_utf8);
    let cut = vec![Bit::Text(name[..at].to_owned()), Bit::Tag, Bit::Text(name[at..].to_owned())];
    [
        ("plain", text(name)),
        ("wide space in a name", text(spread("\u{3000}"))),
        ("zero width", text(spread("\u{200b}"))),
        ("inline tags", cut),
    ]
}

/// Without a cue a name is worth a look.
fn alone(gathering: &mut Gathering, people: &[&Person]) {
    for sentence_of in ["本次活动由#完成", "感谢#的付出", "参加者有#", "#、样例等参加了活动"] {
        for _ in 0..6 {
            let person = some(gathering, people, 3);
            let (lead, tail) = sentence_of.split_once('#').unwrap_or_default();
            let wanted = Wanted { wants: Wants::Found, ..wanted("name alone", "plain", false, person) };
            gathering.spread(6, &sentence(lead, text(&person.name), tail), &wanted);
        }
    }
}

/// Exact numbers of the register, wherever they stand.
fn numbers(gathering: &mut Gathering, people: &[&Person]) {
    let leads = [("", false), ("学号：", false), ("工号 ", false), ("获奖者（", false), ("no.", true), ("见", true)];
    for (lead, held_out) in leads {
        for round in 0..12 {
            let person = people[gathering.draw.below(people.len())];
            let (form, written) = spelling(&person.id, round);
            let wanted = Wanted {
                class: "member number",
                form,
                held_out: held_out || form == "small letters" || form == "Chinese digits",
                wants: if lead.contains('号') || person.id.starts_with("JG") { Wants::Block } else { Wants::Stop },
                kinds: vec![HitKind::MemberNumber],
                value: Some(person.id.clone()),
            };
            gathering.spread(8, &sentence(lead, text(written), "。"), &wanted);
            let mut passage = sentence("", text(&person.id), "");
            passage.heading = Some(["学号", "工号"][round % 2].to_owned());
            gathering.spread(2, &passage, &Wanted { form: "heading", held_out: false, wants: Wants::Block, ..wanted });
        }
    }
}

fn spelling(id: &str, round: usize) -> (&'static str, String) {
    match round % 6 {
        0..=2 => ("plain", id.to_owned()),
        3 => {
            let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
            ("full width", id.chars().map(wide).collect())
        }
        4 => ("zero width", format!("{}\u{200b}{}", &id[..4], &id[4..])),
        _ => ("small letters", id.to_lowercase()),
    }
}

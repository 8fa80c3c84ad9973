//! Kinds that a word beside them makes known, names and numbers of the register, and what is left of a number that was hidden.

use yuandi::gate::{HitKind, Policy};

use super::carry::Passage;
use super::case::Wants;
use super::draw::Draw;
use super::numbers as make;
use super::positives::{Gathering, Wanted};
use super::write::{Bit, Coding, text};

/// A kind with the labels that it is written beside.
struct Labelled {
    class: &'static str,
    kind: HitKind,
    make: fn(&mut Draw) -> String,
    wants: Wants,
    labels: &'static [&'static str],
    held_out: &'static [&'static str],
    headings: &'static [&'static str],
    /// Whether the value is compared; some have no form of their own.
    has_value: bool,
}

fn birth_date(draw: &mut Draw) -> String {
    let [year, month, day] = draw.day(1950, 2008);
    match draw.below(6) {
        0 => format!("{year}年{month}月{day}日"),
        1 => format!("{year}年{month}月"),
        2 => format!("{year}-{month:02}-{day:02}"),
        3 => format!("{year}.{month:02}"),
        4 => format!("{year}/{month}/{day}"),
        _ => format!("{year}{month:02}{day:02}"),
    }
}

fn sensitive(draw: &mut Draw) -> String {
    let said = [
        "健康状况：患有高血压",
        "宗教信仰：佛教",
        "既往病史：哮喘",
        "家庭成员：父亲张样例，务农",
        "婚姻状况：离异",
        "残疾类型：肢体二级",
        "健康状况：心脏病",
        "病史：乙肝",
    ];
    draw.pick(&said).to_owned()
}

fn one_person_business(draw: &mut Draw) -> String {
    let kind = draw.pick(&["92", "93"]);
    make::credit_code(draw, kind)
}

fn organisation(draw: &mut Draw) -> String {
    let kind = draw.pick(&["91", "12", "51", "11", "52"]);
    make::credit_code(draw, kind)
}

fn plain(value: fn(&mut Draw) -> String) -> fn(&mut Draw) -> String {
    value
}

const TABLE: [Labelled; 18] = [
    Labelled {
        class: "passport",
        kind: HitKind::Passport,
        make: make::passport,
        wants: Wants::Block,
        labels: &["护照号：", "护照号码：", "护照 ", "因私护照号码:", "通行证号码："],
        held_out: &["Passport No.: ", "护 照："],
        headings: &["护照号", "护照号码"],
        has_value: true,
    },
    Labelled {
        class: "plate",
        kind: HitKind::Plate,
        make: make::plate,
        wants: Wants::Block,
        labels: &["车牌号：", "车牌：", "车牌号码 ", "随行车辆车牌："],
        held_out: &["車牌號：", "车辆号牌："],
        headings: &["车牌", "车牌号"],
        has_value: true,
    },
    Labelled {
        class: "qq",
        kind: HitKind::Qq,
        make: make::qq,
        wants: Wants::Block,
        labels: &["QQ：", "QQ号：", "qq:", "QQ号码 ", "QQ "],
        held_out: &["扣扣：", "企鹅号："],
        headings: &["QQ", "QQ号"],
        has_value: true,
    },
    Labelled {
        class: "wechat",
        kind: HitKind::Wechat,
        make: make::wechat,
        wants: Wants::Block,
        labels: &["微信：", "微信号：", "微信号码:", "个人微信 "],
        held_out: &["WeChat: ", "vx：", "加V："],
        headings: &["微信", "微信号"],
        has_value: true,
    },
    Labelled {
        class: "email, labelled",
        kind: HitKind::Email,
        make: make::email,
        wants: Wants::Block,
        labels: &["邮箱：", "电子邮箱：", "邮箱 ", "个人邮箱:"],
        held_out: &["E-mail: ", "電子郵箱："],
        headings: &["邮箱", "电子邮箱"],
        has_value: true,
    },
    Labelled {
        class: "email, bare",
        kind: HitKind::Email,
        make: make::email,
        wants: Wants::Found,
        labels: &["（", "请发至 ", "报送 "],
        held_out: &[],
        headings: &[],
        has_value: true,
    },
    Labelled {
        class: "landline of an office",
        kind: HitKind::Landline,
        make: make::landline,
        wants: Wants::Found,
        labels: &["办公电话：", "（", "值班电话："],
        held_out: &["座机 "],
        headings: &[],
        has_value: false,
    },
    Labelled {
        class: "landline at home",
        kind: HitKind::Landline,
        make: make::landline,
        wants: Wants::Stop,
        labels: &["家庭电话：", "住宅电话："],
        held_out: &["家里电话："],
        headings: &["家庭电话"],
        has_value: false,
    },
    Labelled {
        class: "address",
        kind: HitKind::HomeAddress,
        make: make::address,
        wants: Wants::Stop,
        labels: &["现居", "（", "寄往"],
        held_out: &["家住"],
        headings: &[],
        has_value: false,
    },
    Labelled {
        class: "address, labelled",
        kind: HitKind::HomeAddress,
        make: make::address,
        wants: Wants::Block,
        labels: &["家庭住址：", "住址：", "家庭地址：", "现住址：", "户籍地址："],
        held_out: &["家 庭 住 址：", "户口所在地："],
        headings: &["家庭住址", "住址"],
        has_value: false,
    },
    Labelled {
        class: "birth date",
        kind: HitKind::BirthDate,
        make: birth_date,
        wants: Wants::Block,
        labels: &["出生年月：", "出生日期：", "生日：", "出生年月 ", "出生日期:"],
        held_out: &["出 生 年 月：", "出生时间："],
        headings: &["出生年月", "出生日期"],
        has_value: false,
    },
    Labelled {
        class: "health, family, religion",
        kind: HitKind::Sensitive,
        make: sensitive,
        wants: Wants::Stop,
        labels: &["", "备注："],
        held_out: &[],
        headings: &[],
        has_value: false,
    },
    Labelled {
        class: "mistyped id",
        kind: HitKind::ResidentId,
        make: make::mistyped_id,
        wants: Wants::Stop,
        labels: &["（", "附 ", "身份证号：", "证件号码："],
        held_out: &["sfzh："],
        headings: &["身份证号"],
        has_value: false,
    },
    Labelled {
        class: "rounded id",
        kind: HitKind::RoundedId,
        make: make::rounded_id,
        wants: Wants::Stop,
        labels: &["身份证号：", "证件号码："],
        held_out: &["（"],
        headings: &["身份证号", "证件号码"],
        has_value: false,
    },
    Labelled {
        class: "rounded id as shown",
        kind: HitKind::RoundedId,
        make: make::rounded_id_shown,
        wants: Wants::Stop,
        labels: &["身份证号：", "证件号码："],
        held_out: &["（"],
        headings: &["身份证号", "证件号码"],
        has_value: false,
    },
    Labelled {
        class: "code of one person's business",
        kind: HitKind::CreditCode,
        make: one_person_business,
        wants: Wants::Stop,
        labels: &["统一社会信用代码：", "（", "信用代码 "],
        held_out: &["税号："],
        headings: &["统一社会信用代码"],
        has_value: true,
    },
    Labelled {
        class: "code of an organisation",
        kind: HitKind::CreditCode,
        make: organisation,
        wants: Wants::Found,
        labels: &["统一社会信用代码：", "（"],
        held_out: &[],
        headings: &["统一社会信用代码"],
        has_value: true,
    },
    Labelled {
        class: "pattern",
        kind: HitKind::Pattern(0),
        make: |draw| format!("XJ20{}{}", draw.digits(2), draw.digits(6)),
        wants: Wants::Block,
        labels: &["学籍号：", "（", "附"],
        held_out: &[],
        headings: &["学籍号", "编号"],
        has_value: true,
    },
];

/// Everything that is not in groups.
pub(crate) fn all(gathering: &mut Gathering, policy: &Policy) {
    for kind in &TABLE {
        of_kind(gathering, kind);
    }
    let asked = Labelled {
        class: "pattern that asks",
        kind: HitKind::Pattern(1),
        make: plain(|draw| format!("{}K", draw.number(7))),
        wants: Wants::Stop,
        labels: &["考籍号：", "考号 "],
        held_out: &[],
        headings: &["考号"],
        has_value: true,
    };
    of_kind(gathering, &asked);
    super::masked::all(gathering);
    super::persons::all(gathering, policy);
}

/// Each label in 14 carriers, each heading in 4, three times; and the value in other signs.
fn of_kind(gathering: &mut Gathering, kind: &Labelled) {
    let labels = kind.labels.iter().map(|label| (label, false)).chain(kind.held_out.iter().map(|label| (label, true)));
    for (label, held_out) in labels {
        let (passage, wanted) = beside(gathering, kind, label, held_out);
        gathering.spread(14, &passage, &wanted);
    }
    for heading in kind.headings.iter().cycle().take(kind.headings.len() * 2) {
        let (mut passage, wanted) = beside(gathering, kind, "", false);
        passage.heading = Some((*heading).to_owned());
        gathering.spread(4, &passage, &Wanted { form: "heading", ..wanted });
    }
    if kind.has_value {
        for (form, held_out, change) in CHANGES {
            let (mut passage, wanted) = beside(gathering, kind, kind.labels[0], held_out);
            let [Bit::Text(value)] = passage.bits.as_slice() else { continue };
            passage.bits = change(value, &mut gathering.draw);
            gathering.spread(8, &passage, &Wanted { form, ..wanted });
        }
    }
}

fn beside(gathering: &mut Gathering, kind: &Labelled, label: &str, held_out: bool) -> (Passage, Wanted) {
    let value = (kind.make)(&mut gathering.draw);
    let wanted = Wanted {
        class: kind.class,
        form: if held_out { "other labels" } else { "labels" },
        held_out,
        wants: kind.wants,
        kinds: also_right(kind.kind),
        value: kind.has_value.then(|| normalised(&value)),
    };
    (gathering.labelled(label, text(value), Coding::Plain), wanted)
}

/// The mobile number in a mail address is as bad, and a number that was rounded may have a check digit that is right by chance.
fn also_right(kind: HitKind) -> Vec<HitKind> {
    match kind {
        HitKind::Email => vec![kind, HitKind::Mobile],
        HitKind::RoundedId => vec![kind, HitKind::ResidentId],
        _ => vec![kind],
    }
}

fn normalised(value: &str) -> String {
    if value.contains('@') { value.to_lowercase() } else { value.to_owned() }
}

/// A way to write a value differently, its name, and whether it was held out.
type Change = (&'static str, bool, fn(&str, &mut Draw) -> Vec<Bit>);

const CHANGES: [Change; 4] = [
    ("full width", false, |value, _| {
        let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
        text(value.chars().map(wide).collect::<String>())
    }),
    ("zero width", false, |value, draw| {
        let at = value.char_indices().nth(draw.between(2, 4)).map_or(value.len(), |(at, _)| at);
        text(format!("{}\u{200b}{}", &value[..at], &value[at..]))
    }),
    ("inline tags", false, |value, _| {
        let at = value.char_indices().nth(3).map_or(value.len(), |(at, _)| at);
        vec![Bit::Text(value[..at].to_owned()), Bit::Tag, Bit::Text(value[at..].to_owned())]
    }),
    ("soft hyphens", true, |value, _| {
        let at = value.char_indices().nth(3).map_or(value.len(), |(at, _)| at);
        text(format!("{}\u{ad}{}", &value[..at], &value[at..]))
    }),
];

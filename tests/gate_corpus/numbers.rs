//! Identifiers as the standards make them, computed here: none is written down, and whose they might be nobody knows.
//!
//! GB 11643 (numbers of citizens), GB 32100 (unified codes), ISO/IEC 7812 with the prefixes that Chinese banks print, the number
//! segments of the ministry of industry, GA 36 (plates), the forms of passports and travel permits.

use super::draw::Draw;

/// Counties and districts, from every part of the country.
const AREAS: [&str; 36] = [
    "110101", "110108", "120101", "130102", "140105", "150102", "210102", "220102", "230102", "310101", "310115", "320102",
    "330106", "330782", "340104", "350102", "350521", "360102", "370102", "410102", "420106", "421126", "430102", "440106",
    "450102", "460105", "500103", "510104", "520102", "530102", "540102", "610103", "620102", "630102", "640104", "650102",
];

/// Codes that were given up long ago and stand on the cards of those who were born there.
const OLD_AREAS: [&str; 6] = ["512501", "422101", "132201", "352101", "362201", "612401"];

/// The last character of a number of citizens: ISO 7064 MOD 11-2 over 17 digits.
fn check_of(body: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

fn body_of(draw: &mut Draw, area: &str) -> String {
    let [year, month, day] = draw.day(1948, 2008);
    // The shortest spans of births lead to most cards of students.
    let year = if draw.one_in(2) { 1999 + year % 9 } else { year };
    format!("{area}{year}{month:02}{day:02}{:03}", draw.between(1, 999))
}

fn with_check(body: String) -> String {
    let check = check_of(&body);
    body + &check.to_string()
}

/// The number of a citizen.
pub(crate) fn resident_id(draw: &mut Draw) -> String {
    let area = draw.pick(&AREAS);
    with_check(body_of(draw, area))
}

/// One that ends with the letter.
pub(crate) fn resident_id_with_x(draw: &mut Draw) -> String {
    loop {
        let id = resident_id(draw);
        if id.ends_with('X') {
            return id;
        }
    }
}

/// Residence permits of people from Hongkong, Macao and Taiwan.
pub(crate) fn residence_permit(draw: &mut Draw) -> String {
    let area = draw.pick(&["810000", "820000", "830000"]);
    with_check(body_of(draw, area))
}

/// The card of foreigners with permanent residence since 2023: nine, a province, a country.
pub(crate) fn foreigner_id(draw: &mut Draw) -> String {
    let area = draw.pick(&["911840", "931156", "944392", "933410", "911643"]);
    with_check(body_of(draw, area))
}

/// A citizen whose county does not exist any more.
pub(crate) fn old_area_id(draw: &mut Draw) -> String {
    let area = draw.pick(&OLD_AREAS);
    with_check(body_of(draw, area))
}

/// One of which somebody mistyped the last character.
pub(crate) fn mistyped_id(draw: &mut Draw) -> String {
    let area = draw.pick(&AREAS);
    let body = body_of(draw, area);
    let right = check_of(&body);
    let wrong = loop {
        let digit = char::from(draw.pick(b"0123456789"));
        if digit != right {
            break digit;
        }
    };
    format!("{body}{wrong}")
}

/// The number as it was until 1999: two digits of the year, no check.
pub(crate) fn old_resident_id(draw: &mut Draw) -> String {
    let [year, month, day] = draw.day(30, 84);
    format!("{}{year:02}{month:02}{day:02}{:03}", draw.pick(&AREAS), draw.between(1, 999))
}

/// What a spreadsheet makes of the number in a cell of numbers: 15 digits are kept.
pub(crate) fn rounded_id(draw: &mut Draw) -> String {
    let id = resident_id(draw);
    format!("{}000", &id[..15])
}

/// What it shows of it: `1.10101E+17`.
pub(crate) fn rounded_id_shown(draw: &mut Draw) -> String {
    let id = resident_id(draw);
    format!("{}.{}E+17", &id[..1], id[1..6].trim_end_matches('0'))
}

/// A mobile number of a segment that was given out.
pub(crate) fn mobile(draw: &mut Draw) -> String {
    const SEGMENTS: [&str; 40] = [
        "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "145", "147", "149", "150", "151", "152", "153",
        "155", "156", "157", "158", "159", "162", "165", "166", "167", "170", "171", "173", "175", "176", "177", "178", "180",
        "185", "188", "189", "191", "195", "199",
    ];
    format!("{}{}", draw.pick(&SEGMENTS), draw.digits(8))
}

fn with_luhn(body: String) -> String {
    let doubled = |(idx, digit): (usize, u8)| {
        let digit = u32::from(digit - b'0') * if idx % 2 == 0 { 2 } else { 1 };
        digit / 10 + digit % 10
    };
    let sum: u32 = body.bytes().rev().enumerate().map(doubled).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn card(draw: &mut Draw, prefix: &str, length: usize) -> String {
    let digits = draw.digits(length - 1 - prefix.len());
    with_luhn(format!("{prefix}{digits}"))
}

/// A card of the national scheme.
pub(crate) fn bank_card(draw: &mut Draw) -> String {
    const KNOWN: [(&str, usize); 16] = [
        ("622202", 19),
        ("621226", 19),
        ("622848", 19),
        ("621700", 19),
        ("622700", 16),
        ("621660", 19),
        ("622588", 16),
        ("622262", 17),
        ("622260", 19),
        ("621799", 19),
        ("622908", 18),
        ("622622", 16),
        ("622155", 16),
        ("621483", 16),
        ("625338", 16),
        ("628288", 16),
    ];
    let (prefix, length) = draw.pick(&KNOWN);
    card(draw, prefix, length)
}

/// A card that is older than the national scheme, or of a foreign one.
pub(crate) fn old_bank_card(draw: &mut Draw) -> String {
    const KNOWN: [(&str, usize); 7] =
        [("955880", 19), ("955998", 19), ("436742", 16), ("456351", 19), ("603367", 18), ("520169", 16), ("356827", 16)];
    let (prefix, length) = draw.pick(&KNOWN);
    card(draw, prefix, length)
}

/// A unified code of the kind that its first two characters say.
pub(crate) fn credit_code(draw: &mut Draw, kind: &str) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("{kind}{}{}", draw.pick(&AREAS), draw.of(ALPHABET, 9));
    let mut weight = 1;
    let mut sum = 0;
    for character in body.chars() {
        sum += weight * ALPHABET.find(character).expect("it was made of them");
        weight = weight * 3 % 31;
    }
    let check = ALPHABET.as_bytes()[(31 - sum % 31) % 31];
    format!("{body}{}", char::from(check))
}

/// Passports, and permits for Hongkong, Macao and Taiwan.
pub(crate) fn passport(draw: &mut Draw) -> String {
    match draw.below(6) {
        0 => format!("E{}{}", draw.of("ABCDEFGH", 1), draw.digits(7)),
        1 => format!("G{}", draw.digits(8)),
        2 => format!("P{}", draw.digits(7)),
        3 => format!("{}{}", draw.pick(&["C", "H", "M"]), draw.digits(8)),
        _ => format!("E{}", draw.digits(8)),
    }
}

/// Number plates, of cars with and without an exhaust.
pub(crate) fn plate(draw: &mut Draw) -> String {
    let province = draw.pick(&["京", "沪", "闽", "粤", "浙", "苏", "鲁", "川", "鄂", "湘", "琼", "桂"]);
    let city = draw.of("ABCDEFGHJ", 1);
    match draw.below(4) {
        0 => format!("{province}{city}{}{}", draw.pick(&["D", "F"]), draw.digits(5)),
        1 => format!("{province}{city}{}{}", draw.capitals(1), draw.digits(4)),
        2 => format!("{province}{city}{}{}", draw.digits(3), draw.of("ABCDEFGH", 2)),
        _ => format!("{province}{city}{}", draw.digits(5)),
    }
}

pub(crate) fn qq(draw: &mut Draw) -> String {
    let length = draw.between(6, 10);
    draw.number(length)
}

pub(crate) fn wechat(draw: &mut Draw) -> String {
    let word = draw.pick(&["yangli", "lishifan", "wxid_", "zhang_", "chen-", "Hello"]);
    let length = draw.between(3, 8);
    format!("{word}{}", draw.of("abcdefghjkmnpqrstuvwxyz0123456789", length))
}

pub(crate) fn email(draw: &mut Draw) -> String {
    match draw.below(4) {
        0 => format!("{}@qq.com", qq(draw)),
        1 => format!("{}@139.com", mobile(draw)),
        2 => format!("{}{}@163.com", draw.of("abcdefghklmnwxyz", 6), draw.digits(3)),
        _ => format!("{}.{}@gmail.com", draw.of("abcdefghklmnwxyz", 5), draw.of("abcdefghklmnwxyz", 4)),
    }
}

pub(crate) fn landline(draw: &mut Draw) -> String {
    let area = draw.pick(&["010", "021", "0591", "0592", "0571", "0755", "028", "027"]);
    let sign = draw.pick(&["-", "-", " ", "－"]);
    format!("{area}{sign}{}{}", draw.pick(&["8", "6", "5", "2"]), draw.digits(7))
}

/// Where somebody lives, in a city that does not exist.
pub(crate) fn address(draw: &mut Draw) -> String {
    let province = draw.pick(&["福建省", "浙江省", "示例省", "广西壮族自治区", ""]);
    let city = draw.pick(&["示例市", "福州市", "杭州市", "泉州市"]);
    let district = draw.pick(&["仓山区", "西湖区", "样例县", "鲤城区"]);
    let street = draw.pick(&["学园路", "建设大道", "人民路", "上街镇大学城路"]);
    let home = draw.pick(&["阳光花园", "学府小区", "幸福苑", ""]);
    let (number, building, room) = (draw.between(1, 300), draw.between(1, 30), draw.between(1, 32) * 100 + draw.between(1, 8));
    match draw.below(3) {
        0 => format!("{province}{city}{district}{street}{number}号{home}{building}栋{room}室"),
        1 => format!("{province}{city}{district}{street}{number}号{home}{building}号楼{}单元{room}室", draw.between(1, 4)),
        _ => format!("{province}{city}{district}{street}{number}号{building}幢{room}室"),
    }
}

//! Identity numbers of 18 signs.

use super::*;

/// A number that ends with a digit, one that ends with X, and their parts.
fn numbers() -> [String; 2] {
    let with_x = (100..999).map(|order| id("110101", "19000101", &order.to_string())).find(|id| id.ends_with('X'));
    [id("110101", "19000101", "123"), with_x.expect("one of eleven ends with X")]
}

/// Every form with both numbers; `{}` is the number, `{6}`, `{8}` and `{4}` its parts.
fn filled(forms: &[&str]) -> Vec<String> {
    let fill = |form: &&str, id: &String| {
        form.replace("{}", id).replace("{6}", &id[..6]).replace("{8}", &id[6..14]).replace("{4}", &id[14..])
    };
    forms.iter().flat_map(|form| numbers().map(|id| fill(form, &id))).collect()
}

fn wide(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c }).collect()
}

#[test]
fn a_number_is_found_however_it_is_written() {
    let forms = [
        "{}",
        "身份证{}",
        "身份证号：{}，手机另附",
        "张三{}",
        "王五 {} 陆六",
        "ID:{}",
        "ID{}",
        "{}结尾",
        "（{}）",
        "\"{}\",",
        "{6} {8} {4}",
        "{6}-{8}-{4}",
        "{6}—{8}—{4}",
        "{6}.{8}.{4}",
        "{6}·{8}·{4}",
        "{6}\u{a0}{8}\u{3000}{4}",
        "{6}\n{8}{4}",
        "{6}{8}\r\n    {4}",
        "姓名\t{6}\t{8}\t{4}\t2024",
        "{6}\u{200b}{8}\u{feff}{4}",
        "{6}\u{ad}{8}\u{202c}{4}",
        "{6}/{8}/{4}",
        "{6}_{8}_{4}",
        "({6}){8}({4})",
        "https://example.edu.cn/a?x={}&y=1",
        "/files/{}.pdf",
        "编号 12 {} 34",
        "1. {}\n2. 其他",
        "20241010\t{}\t13",
        "{}、{}".split_at(2).0,
    ];
    check(&filled(&forms), &[(HitKind::ResidentId, Tier::Block)]);
    for id in numbers() {
        let spaced: Vec<String> = id.chars().map(String::from).collect();
        let x_like = |letter: &str| id.replace('X', letter);
        let texts = [
            wide(&id),
            spaced.join(" "),
            spaced.join("\t"),
            spaced.join("-"),
            id.to_lowercase(),
            x_like("Х"),
            x_like("×"),
            x_like("ｘ"),
            format!("证号{}", spaced.join("\u{200d}")),
        ];
        check(&texts, &[(HitKind::ResidentId, Tier::Block)]);
    }
}

#[test]
fn digits_of_other_scripts_are_digits() {
    let han = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let formal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    let circled = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];
    let arabic: Vec<char> = ('\u{660}'..='\u{669}').collect();
    for id in numbers() {
        for digits in [&han[..], &formal, &circled, &arabic] {
            let written = id.chars().map(|c| c.to_digit(10).map_or(c, |digit| digits[digit as usize]));
            check(&[format!("号码{}，", written.collect::<String>())], &[(HitKind::ResidentId, Tier::Block)]);
        }
    }
}

#[test]
fn a_slip_of_the_hand_asks_and_a_label_makes_it_certain() {
    let id = &numbers()[0];
    let wrong = format!("{}{}", &id[..17], (id.as_bytes()[17] - b'0' + 1) % 10);
    check(&[wrong.clone(), format!("张三 {wrong}"), format!("{wrong}。")], &[(HitKind::ResidentId, Tier::Ask)]);
    check(&[format!("身份证号：{wrong}"), format!("证件号码 {wrong}")], &[(HitKind::ResidentId, Tier::Block)]);
    check(&[format!("订单号：{wrong}"), format!("a{wrong}"), format!("{wrong}f"), format!("{wrong}00")], &[]);
}

#[test]
fn what_looks_like_one_and_is_none() {
    let id = &numbers()[0];
    let texts = [
        format!("{id}00"),
        format!("00{id}"),
        format!("发票号码 2{id}7"),
        format!("a3f{id}bc9"),
        format!("9c{id}"),
        "202410101234567890".to_owned(),
        "110101202413011234".to_owned(),
        "000000190001011234".to_owned(),
        "661234190001011234".to_owned(),
        "2024-10-10 2024-10-11 2024-10-12".to_owned(),
        "11 01 01 19 00 01 02 12 34 56 77 88".to_owned(),
        "24522000000012345678".to_owned(),
        "978-7-01-000000-1 978-7-02-000000-2".to_owned(),
        "1728540000000 1728540001000".to_owned(),
        "M110 101 L190 001 011 23 4 Z".to_owned(),
        "12\t34\t56\t19\t00\t01\t01\t12\t34\t56\t78".to_owned(),
        "192.168.100.101 192.168.100.102".to_owned(),
        "10.69979/3029-2700.24.8.014".to_owned(),
        "黔公网安备52010302000123号".to_owned(),
    ];
    check(&texts, &[]);
}

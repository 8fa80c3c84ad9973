//! Bank cards.

use super::super::super::bank_card::is_checked;
use super::*;

/// A card of so many digits with a right check digit.
fn card(head: &str, n: usize) -> String {
    let mut body = head.to_owned();
    while body.len() < n - 1 {
        body.push(char::from(b'0' + (body.len() * 7 % 10) as u8));
    }
    let with = |digit: u8| format!("{body}{digit}");
    (0..10).map(with).find(|card| is_checked(card.as_bytes())).expect("one of ten is right")
}

fn grouped(card: &str, gap: &str) -> String {
    let groups: Vec<String> = card.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join(gap)
}

#[test]
fn a_card_of_this_country_is_certain() {
    for card in [card("6222020000", 19), card("6217000000", 16), card("6228480000", 19), card("6225880000", 16)] {
        let texts = [
            card.clone(),
            format!("张三{card}"),
            format!("卡号：{card}"),
            format!("银行卡 {card}，开户行另附"),
            grouped(&card, " "),
            grouped(&card, "-"),
            grouped(&card, "\u{a0}"),
            grouped(&card, "\u{3000}"),
            format!("{} {}", &card[..6], &card[6..]),
            format!("（{card}）"),
            format!("李示范\t{card}\t100.00"),
            card.chars().map(|digit| char::from_u32(digit as u32 + 0xfee0).unwrap_or(digit)).collect(),
            format!("{}\u{200b}{}", &card[..8], &card[8..]),
            format!("card={card}&x=1"),
            format!("账号:{}", grouped(&card, "  ")),
        ];
        check(&texts, &[(HitKind::BankCard, Tier::Block)]);
    }
}

#[test]
fn other_cards_ask_unless_labelled() {
    for card in [card("4392250000", 16), card("5187100000", 16), card("3568000000", 16), card("9558820000", 19)] {
        check(&[card.clone(), grouped(&card, " ")], &[(HitKind::BankCard, Tier::Ask)]);
        check(&[format!("信用卡：{card}"), format!("卡号 {}", grouped(&card, " "))], &[(HitKind::BankCard, Tier::Block)]);
    }
}

#[test]
fn a_card_is_found_beside_a_word_and_an_old_one_however_it_is_parted() {
    let (new, old) = (card("6222020000", 19), card("9558820000", 19));
    check(
        &[format!("sn{new}"), format!("{new}id 已"), grouped(&old, ","), grouped(&old, "\t")],
        &[(HitKind::BankCard, Tier::Ask)],
    );
    check(&[format!("账号：{new}id 已"), format!("卡号：sn{new}")], &[(HitKind::BankCard, Tier::Block)]);
}

#[test]
fn what_looks_like_one_and_is_none() {
    let card = card("6222020000", 19);
    let wrong = format!("{}{}", &card[..18], (card.as_bytes()[18] - b'0' + 1) % 10);
    let texts = [
        wrong.clone(),
        format!("{card}0"),
        format!("1{card}"),
        format!("a{card}"),
        format!("{card}f"),
        format!("订单号：{card}"),
        format!("运单号 {card}"),
        format!("https://example.edu.cn/{card}.html"),
        format!("0.{card}"),
        format!("￥{card}"),
        "6222 0200 0000 12".to_owned(),
        "6222\t0200\t0000\t1234".to_owned(),
        "1234567890123456".to_owned(),
        "4000000000000000".to_owned(),
        "6222222222222222".to_owned(),
        "1728540000000000000".to_owned(),
        "20241010123456789".to_owned(),
        "62 63 64 65 66 67 68 69".to_owned(),
    ];
    check(&texts, &[]);
    check(&[format!("银行卡号：{wrong}")], &[(HitKind::BankCard, Tier::Block)]);
}

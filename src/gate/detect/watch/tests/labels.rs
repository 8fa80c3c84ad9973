//! Which label stands by a value.

use super::*;
use crate::gate::detect::label::{Label, near};

/// The value is what stands between `«` and `»`.
#[track_caller]
fn labels(text: &str) -> crate::gate::detect::label::Labels {
    let (before, rest) = text.split_once('«').expect("the value begins");
    let (value, behind) = rest.split_once('»').expect("the value ends");
    let plain = format!("{before}{value}{behind}");
    let range = before.len()..before.len() + value.len();
    near(&Piece { text: &plain, headings: &[], inside: &Inside::default() }, &range)
}

#[test]
fn the_nearest_clause_with_a_label_counts() {
    for (text, label) in [
        ("手机：«138»", Label::Phone),
        ("手 机 号：«138»", Label::Phone),
        ("手机（微信同号）：«138»", Label::Phone),
        ("手机（微信同号）：«138»", Label::Wechat),
        ("姓名：某人，电话：«138»", Label::Phone),
        ("身份证号码（请核对）：«1»", Label::Identity),
        ("ＩＤＣＡＲＤ：«1»", Label::Identity),
        ("学号 12345678 手机 «138»", Label::Phone),
        ("«138»（手机）", Label::Phone),
        ("姓名\t手机\n某人\t«138»", Label::Phone),
        ("姓名\t手机\n某人\t1\n\n别人\t«138»", Label::Phone),
        ("手机\t«138»", Label::Phone),
        ("银行卡号：«6222»", Label::BankCard),
        ("出生年月：«1900»", Label::BirthDate),
        ("生于«1900»", Label::BirthDate),
        ("家庭电话：«0»", Label::HomePhone),
        ("Tel: «0»", Label::Phone),
    ] {
        assert!(labels(text).has(label), "{text} {label:?} {:?}", labels(text));
    }
}

#[test]
fn other_words_are_no_label() {
    for (text, label) in [
        ("QQ群：«1»", Label::Qq),
        ("微信公众号：«a»", Label::Wechat),
        ("手机银行：«1»", Label::Phone),
        ("手机。«138»", Label::Phone),
        ("手机\n«138»", Label::Phone),
        ("手机号 13800138000 学号 «1»", Label::Phone),
        ("手机：1，学号：«1»", Label::Phone),
        ("hotel: «1»", Label::Phone),
        ("cowx: «a»", Label::Wechat),
        ("姓名\t手机\n\n正文\n某人\t«138»", Label::Phone),
        ("学号\t手机\n«1»\t138", Label::Phone),
        ("手机已经成为人们日常生活中不可缺少的一部分了你再看看«138»", Label::Phone),
        ("出生地：«1»", Label::BirthDate),
        ("停车 «1»", Label::Plate),
        ("订单号：«1»", Label::MemberNumber),
    ] {
        assert!(!labels(text).has(label), "{text} {label:?} {:?}", labels(text));
    }
}

//! Unified social credit codes.

use super::super::super::credit_code::check_sign;
use super::*;

fn code(head: &str) -> String {
    let check = check_sign(head.as_bytes()).expect("the signs are those of a code");
    format!("{head}{}", char::from(check))
}

#[test]
fn a_code_is_told_and_that_of_a_person_asks() {
    for (head, tier) in [("91110101MA0000001", Tier::Warn), ("12520000000000001", Tier::Warn), ("92110101MA0000001", Tier::Ask)] {
        let code = code(head);
        let forms = [
            code.clone(),
            format!("统一社会信用代码：{code}"),
            format!("公司（{code}）"),
            code.to_lowercase(),
            format!("某某有限公司{code}，"),
            format!("\t{code}\t"),
            code.chars().map(|sign| char::from_u32(sign as u32 + 0xfee0).unwrap_or(sign)).collect(),
        ];
        check(&forms, &[(HitKind::CreditCode, tier)]);
    }
}

#[test]
fn what_looks_like_one_and_is_none() {
    let code = code("91110101MA0000001");
    let forms = [
        format!("{code}A"),
        format!("A{code}"),
        code.replace("MA", "MB"),
        code[..17].to_owned(),
        "d41d8cd98f00b204e9800998ecf8427e".to_owned(),
        "550e8400-e29b-41d4-a716-446655440000".to_owned(),
        "JXFDYGK2440".to_owned(),
        "2024DJ008".to_owned(),
    ];
    check(&forms, &[]);
}

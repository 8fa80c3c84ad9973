//! Numbers that a spreadsheet rounded.

use super::*;

#[test]
fn a_rounded_number_is_certain_in_a_cell_or_with_a_label() {
    let forms = [
        "1.10101E+17",
        "1.10101E+17\t张样例",
        "张样例\t1.10101E+17\t男",
        "1.10101190001011E+17",
        "1.1010119000101123e+17",
        "1.10101190001011e17",
        "1.10E+17",
        "\"1.10101E+17\"",
        "张样例,1.10101E+17,男",
        "身份证号：1.10101E+17（见附件）",
        "证件号码为1.10101E+17，",
        "１．１０１０１Ｅ＋１７",
        "110101190001011000",
        "张样例\t110101190001011000\t男",
        "身份证号 110101190001011000 有误",
        "张样例\n1.10101E+17\n",
    ];
    check(&texts(&forms), &[(HitKind::RoundedId, Tier::Block)]);
    check(&texts(&["约为 1.10101E+17 个", "其中 110101190001011000 个"]), &[(HitKind::RoundedId, Tier::Ask)]);
    check(&texts(&["手机号\t1.38E+10", "电话：1.38001E+10"]), &[(HitKind::Mobile, Tier::Block)]);
    check(&texts(&["银行卡号：6.22202E+18"]), &[(HitKind::BankCard, Tier::Block)]);
}

#[test]
fn what_looks_like_one_and_is_none() {
    let forms = [
        "1.38E+10",
        "6.02E+23",
        "1.10101E+16",
        "1.10101E+170",
        "9.10101E+17",
        "0.10101E+17",
        "11.0101E+17",
        "1.10101E-17",
        "E+17",
        "a1.10101E+17",
        "v1.10101E+17.2",
        "订单号：110101190001011000 个",
        "#1E17AB",
        "cafe17",
        "2e17",
        "1E+17",
    ];
    check(&texts(&forms), &[]);
}

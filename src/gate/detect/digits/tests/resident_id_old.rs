//! Identity numbers of 15 digits.

use super::*;

#[test]
fn the_old_form_asks_and_a_label_makes_it_certain() {
    let forms = ["{}", "张三{}", "（{}）", "{} 李示范", "\t{}\t", "1101 01".split_at(0).0, "{}。", "王五 {}", "{}\n", "号 {}"];
    let number = "110101000101123";
    let shapes: Vec<String> = forms.iter().filter(|form| !form.is_empty()).map(|form| form.replace("{}", number)).collect();
    check(&shapes, &[(HitKind::ResidentIdOld, Tier::Ask)]);
    check(
        &texts(&["110101 000101 123", "110101-000101-123", "１１０１０１０００１０１１２３"]),
        &[(HitKind::ResidentIdOld, Tier::Ask)],
    );
    let labelled = [
        "身份证：110101000101123",
        "身份证号码 110101000101123",
        "证件号：110101 000101 123",
        "身份证号\t110101000101123",
        "身份证：1 1 0 1 0 1 0 0 0 1 0 1 1 2 3",
        "公民身份号码：11010100\u{200b}0101123",
        "sfz110101000101123",
    ];
    check(&texts(&labelled), &[(HitKind::ResidentIdOld, Tier::Block)]);
}

#[test]
fn what_looks_like_one_and_is_none() {
    let forms = [
        "110101001301123",
        "110101000132123",
        "000101000101123",
        "1101010001011234",
        "11010100010112",
        "a110101000101123",
        "110101000101123f",
        "订单号：110101000101123",
        "0.110101000101123",
        "https://example.edu.cn/110101000101123",
        "/a/110101000101123.html",
        "110101 000101 123 45",
        "110101\t000101\t123\t7",
        "￥110101000101123",
        "110101000101000",
        "862004000101123",
        "202410101234567",
        "黔ICP备12345678号-1",
    ];
    check(&texts(&forms), &[]);
}

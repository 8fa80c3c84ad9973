//! Telephone numbers on a desk.

use super::*;

#[test]
fn a_number_of_an_office_is_told() {
    let forms = [
        "0851-80000000",
        "(0851)80000000",
        "（0851）80000000",
        "0851 8000 0000",
        "010-60000000",
        "010－6000 0000",
        "0851—80000000-8001",
        "电话：085180000000",
        "电话：80000000",
        "电话：8000 0000",
        "传真 2345678",
        "联系电话：0771-3200000",
        "办公室电话\t80000000",
        "热线：0851/80000000",
        "电话：０８５１－８０００００００",
    ];
    check(&texts(&forms), &[(HitKind::Landline, Tier::Warn)]);
    check(&texts(&["家庭电话：0851-80000000", "宅电 80000000"]), &[(HitKind::Landline, Tier::Ask)]);
}

#[test]
fn an_approved_number_is_silent() {
    let contacts = BTreeSet::from(["085180000000".to_owned(), "13800000000".to_owned()]);
    let inside = Inside::default();
    for text in ["电话：0851-80000000", "电话：80000000", "(0851) 8000 0000", "手机：138 0000 0000", "tel:+8613800000000"]
    {
        let mut found = Vec::new();
        look(&Piece { text, headings: &[], inside: &inside }, &contacts, &mut found);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn what_looks_like_one_and_is_none() {
    let forms = [
        "80000000",
        "20241010",
        "电话会议 20241010",
        "085180000000",
        "0051-80000000",
        "2024-10101234",
        "0851-800",
        "0.85180000000",
        "https://example.edu.cn/0851-80000000",
        "课程 241203954",
        "发票代码 052002100111",
        "邮编：550000",
        "0851\t8000\t0000",
        "QQ群号：80000000",
        "12345678 次",
        "10.69979/3029-2700.24.8.014",
    ];
    check(&texts(&forms), &[]);
}

//! Days of birth.

use super::*;
use crate::gate::carrier::Heading;

#[test]
fn a_day_behind_a_label_is_certain() {
    let forms = [
        "出生日期：1990-01-02",
        "出生日期：1990年1月2日",
        "出 生 年 月：1990/1/2",
        "出　生　日　期：1990-01-02",
        "出生年月：1990.01",
        "出生年月 199001",
        "出生年月日：19900102",
        "出生\t1990.01\t籍贯",
        "出生日期\n1990/1/2",
        "生日：1990-1-2",
        "出生时间：1990年1月",
        "出生年月（1990年1月）",
        "出生年月：１９９０年１月",
        "出生年月：一九九〇年一月",
        "姓名\t出生日期\t性别\n张样例\t1990-01-02\t男\n",
        "（1990年1月2日生）生日：无".split_at("（1990年1月2日生）".len()).1,
        "出生日期 = 1990 年 1 月 2 日",
        "出生年月： 1990 - 01",
    ];
    let forms: Vec<String> =
        texts(&forms).into_iter().filter(|form| form.contains(|c: char| !c.is_alphabetic() && c != '：')).collect();
    check(&forms, &[(HitKind::BirthDate, Tier::Block)]);
    let inside = Inside::default();
    let headings = ["姓名", "出生年月"].map(Heading::new);
    let mut found = Vec::new();
    look(&Piece { text: "张样例\t1990.01", headings: &headings, inside: &inside }, &BTreeSet::new(), &mut found);
    assert_eq!(found.len(), 1);
    assert_eq!(kinds("姓名\t出生日期\n张\t1990-01-02\n李\t1991-02-03\n").len(), 2);
}

#[test]
fn a_day_in_prose_asks() {
    let forms = [
        "张样例，男，1990年1月生，中共党员",
        "张样例，1990年1月2日出生",
        "1990年1月出生于贵阳",
        "（1990.01生）",
        "生于1990年1月2日",
        "出生于1990年1月",
        "张样例 1990年1月2日 出生",
        "一九九〇年一月生，",
    ];
    check(&texts(&forms), &[(HitKind::BirthDate, Tier::Ask)]);
    check(&texts(&["1921年7月生", "出生于1940年12月18日"]), &[(HitKind::BirthDate, Tier::Warn)]);
}

#[test]
fn what_looks_like_one_and_is_none() {
    let forms = [
        "2024年10月10日",
        "学生2024年9月入学",
        "2024年9月生活部",
        "2024年3月生产总值",
        "2024年9月生效",
        "新生2024年9月报到",
        "出生率：2024年10月",
        "学生日常管理 2024-10-10",
        "先生日前 2024-10-10 到访",
        "1990年出生",
        "出生地：贵阳 2024-10-10",
        "发生于2024年10月10日",
        "产生于2024年10月",
        "诞生于2024年10月",
        "招生日期：2024-10-10",
        "2024年10月学生",
        "姓名\t出生地\t日期\n张样例\t贵阳\t2024-10-10\n",
    ];
    check(&texts(&forms), &[]);
}

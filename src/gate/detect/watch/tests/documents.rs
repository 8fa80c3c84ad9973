//! Health, family, religion; and marks of secrecy.

use super::*;

#[test]
fn a_sensitive_label_with_a_value_stops() {
    all(
        HitKind::Sensitive,
        Tier::Block,
        &[
            "姓名：某人　健康状况：良好",
            "姓名：某人\t宗教信仰：某教",
            "性别：女，健康状况：有慢性病",
            "学号 1，家庭成员：父亲某某",
            "某人同学 病史：哮喘",
            "姓名\t健康状况\n某人\t良好",
            "姓名\t宗教信仰\t电话\n某人\t某教\t无",
        ],
    );
    all(
        HitKind::Sensitive,
        Tier::Ask,
        &[
            "健康状况：良好",
            "宗教信仰：某教",
            "家庭成员：父亲某某、母亲某某",
            "疾病：哮喘",
            "血型：A",
            "健康状况\t良好",
            "残疾类型：听力",
            "家庭经济情况：困难",
            "婚姻状况：未婚",
            "宗　教信仰：某教",
        ],
    );
    assert_eq!(said(&row(&["姓名", "健康状况"], "某人\t良好")), ["Sensitive Block 良好"]);
}

#[test]
fn the_label_alone_is_a_form() {
    none(
        HitKind::Sensitive,
        &[
            "健康状况：",
            "健康状况：____",
            "健康状况：（请填写）",
            "宗教信仰：□",
            "宗教信仰自由",
            "学生健康状况良好",
            "宗教信仰：不得信仰宗教",
            "家庭成员：如实填写",
            "防治传染疾病",
            "疾病：",
            "姓名\t健康状况\t电话",
            "家庭情况调查表",
            "关心群众的家庭情况。",
            "母亲节",
            "父亲和母亲",
            "血型：XX",
            "健康状况：——",
            "健康状况包括：身体、心理两方面",
        ],
    );
}

#[test]
fn a_marked_document_is_warned_of() {
    all(
        HitKind::Marking,
        Tier::Warn,
        &[
            "秘密★1年\n关于某事的通知",
            "机密★",
            "绝密★长期",
            "秘密 ★ 三年",
            "正文。".repeat(300).as_str(),
            "内部资料 注意保存\n党课讲稿",
            "内部资料\n党课讲稿",
            "内部文件，不得外传\n正文",
            "【内部】通知",
            "（内部资料）党课讲稿",
            "秘密\n关于某事的通知",
            "仅供内部使用\n正文",
            "标题\n内部\n正文",
            "机密\n",
            "严禁外传\n",
            "【内部资料 注意保存】".replace(' ', "").as_str(),
        ]
        .map(|text| if text.starts_with("正文") { "某单位\n机密★6个月\n关于某事的通知" } else { text }),
    );
}

#[test]
fn words_about_secrecy_are_no_mark() {
    none(
        HitKind::Marking,
        &[
            "保守国家秘密",
            "秘密级文件怎样管理",
            "机密文件的保管",
            "内部控制制度",
            "内部",
            "党内部分同志",
            "本会议不得公开的内容",
            "加强内部管理",
            "国家秘密分为绝密、机密、秘密三级",
            "内部审计",
            "企业内部",
            "机密计算",
            "绝密飞行",
            "内部资料的编印须经批准",
            "不予公开的情形",
            "秘书处",
        ]
        .map(|text| if text == "内部" { "内部讨论" } else { text }),
    );
}

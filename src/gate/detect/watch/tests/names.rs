//! Names of members beside people's words, and inside of other words.

use super::*;

#[test]
fn a_name_that_is_a_member_blocks() {
    all(
        HitKind::Name,
        Tier::Block,
        &[
            "姓名：张样例",
            "姓　名：张样例　　性别：女",
            "姓名: 李强",
            "姓名\t张样例\t性别\t女",
            "序号\t姓名\t分数\n1\t李强\t90",
            "党员\t学院\n张样例（组长）\t文学院",
            "张样例（学号 2023）",
            "张样例，学号：见附件",
            "李强 2023010105",
            "发展对象：张样例。",
            "申请人：李示范",
            "入党积极分子：某甲、李示范、某乙",
            "计算机学院学生第一党支部张样例在会上发言",
            "计算机学院学生第一党支部党员李强",
            "张样例，计算机学院学生第一党支部",
            "张样例同志任计算机学院学生第一党支部书记",
            "数学学院教工第二党支部邀请张样例老师作报告",
            "姓名：张\u{200b}样例",
            "姓名：张 三",
            "姓名：张　三",
            "姓名：张%E6%A0%B7%E4%BE%8B",
            "姓名：阿里木•样例",
        ],
    );
}

/// Another branch than the members': it says that this is about the school, and the cue that it is about a person.
#[test]
fn a_cue_and_a_branch_of_the_school_block() {
    let cues = [
        "党员张三交流了体会",
        "入党积极分子李强递交思想汇报",
        "发展对象张样例的政审材料",
        "预备党员李强宣读誓词",
        "群众张三发言",
        "副书记李示范传达文件",
        "院长李强出席",
        "书记　李强",
        "会上，张三同志作了发言",
        "副书记张　三传达文件",
        "党员张\u{200b}三交流了体会",
        "特此表彰张样例（机电2301班）",
        "李强（男，汉族，中共党员）",
        "（文/图 张三）",
    ];
    let texts: Vec<String> = cues.iter().map(|cue| format!("数学学院教工第二党支部本月活动。{cue}")).collect();
    all(HitKind::Name, Tier::Block, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    all(
        HitKind::Name,
        Tier::Block,
        &["数学学院教工第二党支部李强参加了活动", "数学学院教工第二党支部 李强", "计算机学院学生第一党支部张　三参加了活动"],
    );
    let far = format!("计算机学院学生第一党支部开会。{}会上，李强同志作了发言。", "大家学习了文件。".repeat(20));
    all(HitKind::Name, Tier::Block, &[&far]);
}

#[test]
fn a_label_of_people_with_a_colon_blocks() {
    let labels =
        "联系人 记录人 主持人 主讲人 负责人 介绍人 入党介绍人 培养联系人 报名人 申请人 作者 供稿 撰稿 摄影 审核 编辑 签字 责任人";
    let texts: Vec<String> = labels.split(' ').map(|label| format!("{label}：李强")).collect();
    all(HitKind::Name, Tier::Block, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    all(HitKind::Name, Tier::Block, &["联系人：张　三", "记录人：某甲、某乙、李强，参加人数若干"]);
    all(HitKind::Name, Tier::Warn, &["记者：李强", "主持人：今天我们请到的是，李强，他说"]);
    never_stops(HitKind::Name, &["编辑：李强调了校对"]);
}

#[test]
fn a_cue_without_a_branch_warns() {
    all(
        HitKind::Name,
        Tier::Warn,
        &["党员张三交流了体会", "入党积极分子李强递交思想汇报", "院长李强出席", "感谢张样例的付出", "副书记张　三传达文件"],
    );
}

#[test]
fn parts_of_words_beside_cues_and_a_branch_never_stop() {
    let cues = [
        "党员高明确提出",
        "党员王国庆祝建党节",
        "书记李强调研",
        "党员韩国出席",
        "群众高新技术",
        "老师高明地提问",
        "党员高新一届",
        "院长王国庆典",
    ];
    let texts: Vec<String> = cues.iter().map(|cue| format!("数学学院教工第二党支部本月活动。{cue}")).collect();
    never_stops(HitKind::Name, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    never_stops(HitKind::Name, &["数学学院教工第二党支部高明确提出", "数学学院教工第二党支部高新技术小组"]);
}

#[test]
fn two_members_in_a_list_of_people_block() {
    let found = found("参加的有张样例同学、李示范同学。");
    assert_eq!(said(&found), ["Name Block 张样例", "Name Block 李示范"]);
}

#[test]
fn a_word_that_may_be_a_name_only_warns() {
    all(
        HitKind::Name,
        Tier::Warn,
        &[
            "李强同志在会上强调",
            "国务院总理李强。",
            "张样例今天来了",
            "张样例",
            "韩国和日本",
            "（高新、科技）",
            "欧阳修是宋代文学家",
            "王国庆说，大家辛苦了",
            "省委书记李强主持会议",
            "李强教授",
            "记者 李强",
            "感谢张样例老师",
            "2. 李示范",
            "同名人同志，计算机学院学生第一党支部",
            "姓名：同名人",
            "Zhang Yangli won",
        ],
    );
}

#[test]
fn parts_of_words_never_stop() {
    never_stops(
        HitKind::Name,
        &[
            "书记李强调研",
            "李强调，要抓好落实",
            "党支部书记李强调要学",
            "王国庆祝大会",
            "王国庆祝同志们节日快乐",
            "高明确提出",
            "提高明确度",
            "提高新同志的认识",
            "韩国老师傅",
            "韩国同学们",
            "高新技术企业",
            "最高明的办法",
            "张李强同志",
            "欧阳修文集",
            "李强主任务完成",
            "李强委员会",
            "刘李强教授",
            "最高新增",
            "三韩国书",
            "张三丰同志",
            "李强书记载入史册",
        ],
    );
    none(HitKind::Name, &["提高明确度", "提高新增量", "最高明的办法", "新韩国际", "高新区管委会", "万平", "万平同志"]);
}

#[test]
fn who_may_be_named_is_not_found() {
    none(HitKind::Name, &["姓名：陈公开", "陈公开同志，计算机学院学生第一党支部", "姓名：欧阳"]);
    assert!(found_on("姓名：周榜样", Some(NamedOn::RoleModels), &[]).is_empty());
    assert_eq!(said(&found_on("姓名：周榜样", Some(NamedOn::Boards), &[])), ["Name Block 周榜样"]);
    assert!(found_on("姓名：张样例", Some(NamedOn::Elsewhere), &["张样例".to_owned()]).is_empty());
}

#[test]
fn every_name_is_found_in_sources() {
    let found = found_on("姓名：陈公开，又是陈公开", None, &[]);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].range, 9..18);
}

#[test]
fn the_longest_name_counts() {
    assert_eq!(said(&found("姓名：欧阳修文")), ["Name Block 欧阳修文"]);
    assert_eq!(said(&found("姓名：欧阳修")), ["Name Block 欧阳修"]);
    assert_eq!(said(&found("姓名：欧阳 修")), ["Name Block 欧阳修"]);
}

#[test]
fn a_name_is_warned_of_once_in_a_piece() {
    assert_eq!(found("张样例、张样例、张样例").len(), 1);
}

#[test]
fn a_name_in_a_branch_is_none() {
    let mut policy = policy();
    policy.branches.insert("b1".to_owned(), "高新学院学生第一党支部".to_owned());
    let mut found = Vec::new();
    let inside = Inside::default();
    let piece = Piece { text: "高新学院学生第一党支部：开会", headings: &[], inside: &inside };
    Watch::new(&policy).look(&piece, Naming { on: Some(NamedOn::Elsewhere), also: &[] }, &mut found);
    assert_eq!(said(&found), [""; 0]);
}

#[test]
fn headings_of_a_row_name_its_columns() {
    assert_eq!(said(&row(&["序号", "姓名", "学号"], "1\t李强\t")), ["Name Block 李强"]);
    assert_eq!(said(&row(&["序号", "国家"], "1\t韩国")), ["Name Warn 韩国"]);
}

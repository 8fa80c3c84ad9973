//! QQ numbers, WeChat names, mail addresses.

use super::*;

#[test]
fn digits_behind_a_label_are_a_qq_number() {
    all(
        HitKind::Qq,
        Tier::Block,
        &[
            "QQ：12345678",
            "QQ:12345678",
            "qq 12345678",
            "QQ号：1234567890",
            "QQ号码 12345",
            "QQ12345678".split_at(2).0,
            "联系QQ：12345678",
            "扣扣：12345678",
            "扣扣号 12345678",
            "QQ（微信同号）：12345678",
            "姓名\tQQ\n某人\t12345678",
            "QQ\t12345678",
            "ＱＱ：１２３４５６７８",
            "QQ账号为12345678。",
            "12345678（QQ）".trim_start(),
            "QQ/微信：12345678",
            "企鹅号：12345678",
        ]
        .map(|text| {
            if text == "QQ" {
                "QQ 12345678"
            } else if text.starts_with('1') {
                "请加QQ：12345678（QQ）"
            } else {
                text
            }
        }),
    );
    assert_eq!(said(&row(&["姓名", "QQ号"], "某人\t12345678")), ["Qq Block 12345678"]);
}

#[test]
fn digits_of_other_things_are_no_qq_number() {
    none(
        HitKind::Qq,
        &[
            "12345678",
            "QQ群：12345678",
            "QQ交流群号 12345678",
            "QQ：1234",
            "QQ：012345678",
            "QQ：123456789012",
            "QQ有12345678人使用",
            "QQ邮箱：12345678@qq.com",
            "qq.com/12345678a",
            "QQ\n\n12345678",
            "QQ。联系 12345678",
            "QQ：2024年",
            "订单号：12345678",
            "使用QQ登录，订单号 12345678",
            "个人微信 wxid_py4",
            "加V：chen-09bbv1r",
            "view?%E5%BE%AE%E4%BF%A1=zhang_hxxd1&page=2",
            "微信：abc12345678",
            "QQ 空间",
        ],
    );
}

#[test]
fn a_name_behind_a_label_is_a_wechat_name() {
    all(
        HitKind::Wechat,
        Tier::Block,
        &[
            "微信：zhangyangli",
            "微信号：zhang_yangli",
            "微信号 zhang-yangli88",
            "微信 ID：yangli2023",
            "WeChat: yangli2023",
            "wechat：yangli2023",
            "vx：yangli2023",
            "VX: yangli2023",
            "wx：yangli2023",
            "加微：yangli2023",
            "微信（手机同号）：yangli2023",
            "微信:12345678",
            "姓名\t微信\n某人\tyangli2023",
            "微信\tyangli2023",
            "微信号码为yangli2023，",
            "ｖｘ：yangli2023",
        ],
    );
    all(HitKind::Wechat, Tier::Ask, &["wxid_abcdef123456"]);
    assert_eq!(said(&row(&["姓名", "微信号"], "某人\tyangli2023")), ["Wechat Block yangli2023"]);
}

#[test]
fn words_beside_a_label_are_no_wechat_name() {
    none(
        HitKind::Wechat,
        &[
            "微信公众号：yuandi_official",
            "官方微信：school_news",
            "微信 WeChat",
            "微信：weixin.qq.com",
            "微信：https://school.edu.cn",
            "微信扫码",
            "微信：abc",
            "微信分享 library system",
            "微信、微博 platform",
            "zhangyangli",
            "微信：@yangli",
            "微信：1a2b3c4d",
            "微信小程序：campus",
            "weixin-share-button",
            "微信使用 Android 手机",
            "微信\n\nyangli2023",
            "微信群：yangli2023",
        ],
    );
}

#[test]
fn a_mail_address_is_found() {
    all(
        HitKind::Email,
        Tier::Block,
        &[
            "邮箱：zhang@school.edu.cn",
            "电子邮箱 zhang.yangli@school.edu.cn",
            "Email: zhang@school.edu.cn",
            "E-mail：zhang@school.edu.cn",
            "邮件地址：zhang_1@qq.com",
            "姓名\t邮箱\n某人\tzhang@school.edu.cn",
            "邮箱\tzhang@school.edu.cn",
            "QQ邮箱：12345678@qq.com",
            "邮箱：zhang(at)school.edu.cn",
            "邮箱：zhang [at] school.edu.cn",
            "邮箱：zhang＠school.edu.cn",
            "邮箱：ｚｈａｎｇ＠１６３．ｃｏｍ",
            "邮箱：zhang%40school.edu.cn",
            "zhang@school.edu.cn（邮箱）",
            "mail: zhang@school.edu.cn",
            "邮箱为 zhang@school.edu.cn。",
        ],
    );
    all(
        HitKind::Email,
        Tier::Ask,
        &["zhang@school.edu.cn", "mailbox zhang@school.edu.cn", "<zhang@mail.school.edu.cn>", "发到zhang@163.com。"],
    );
}

#[test]
fn other_uses_of_the_sign_are_no_mail_address() {
    none(
        HitKind::Email,
        &[
            "邮箱：dangwei@school.edu.cn",
            "邮箱：DangWei@School.edu.cn",
            "logo@2x.png",
            "@media screen",
            "@张样例",
            "https://site.cn/@name/post",
            "npm i @scope/pkg",
            "pkg@1.2.3",
            "git@host.cn",
            "a@b",
            "@school.edu.cn",
            "zhang@",
            "zhang@example.com",
            "邮箱：name@example.edu.cn".replace("example.edu.cn", "example.org").as_str(),
            "面向对象@第3章.html",
            "user@main.js",
            "at school.edu.cn",
            "meet at (school)",
        ],
    );
}

//! Words that speak of identifiers and hold none, approved contacts, rooms and classes, and names that are words.

use super::draw::Draw;
use super::negatives::{Looks, asks, silent, unseen};
use super::people::CONTACTS;
use super::write::text;

const ABOUT: [&str; 14] = [
    "请携带身份证、手机号登记",
    "学号、姓名、身份证号不得公开",
    "身份证号码（18位）为必填项",
    "手机号为11位数字",
    "账号：请联系管理员",
    "家庭住址不得公示",
    "微信：请关注学院公众号",
    "QQ：请勿公布",
    "电话：见反馈渠道",
    "卡号字段长度为16至19位",
    "姓名：见附件",
    "出生年月不公开",
    "护照号由本人保管",
    "邮箱：按学院规定",
];

const FAR: [&str; 10] = [
    "电话会议于2024年3月15日召开，参会1380人",
    "手机银行2024年办理业务1234567笔",
    "账号管理办法（2024）12号",
    "微信小程序访问量达15230000次",
    "身份证办理时间：2024年3月15日至2024年4月15日",
    "学号为2023级的同学共1380人",
    "电话费1234.50元",
    "卡号段622202为示例",
    "车牌识别系统2024年上线",
    "护照办理窗口设在1号楼203室",
];

const LIVES: [&str; 6] = [
    "雷锋（1940年12月18日—1962年8月15日）",
    "1893年12月26日，毛泽东同志诞辰",
    "1898年3月5日出生于江苏淮安",
    "诞辰130周年（1893—2023）",
    "焦裕禄，1922年8月16日—1964年5月14日",
    "学校创办于1958年9月",
];

const IN_WORDS: [&str; 20] = [
    "高新技术产业开发区建设",
    "访问韩国并签署协议",
    "李强调研时指出",
    "建筑面积3.5万平方米",
    "在自由王国里",
    "字形端方正直",
    "打江山守江山",
    "蓝天白云青山绿水",
    "云南石林风景",
    "平安康乐",
    "青藏高原生态",
    "精神文明建设",
    "金山银山",
    "开足马力",
    "成功举办",
    "不忘初心、一往向前进",
    "黄河流域生态保护",
    "项目周期管理",
    "于是大家开始讨论",
    "任何单位和个人",
];

/// A word that is also a name, and a cue near by that belongs to something else.
const NEAR_CUES: [&str; 8] = [
    "高新区党工委书记出席",
    "建筑面积5万平方米的教师公寓",
    "李强调，同志们要坚定信心",
    "韩国留学生代表参加",
    "黄河水利委员会主任致辞",
    "成功申报，老师们备受鼓舞",
    "周期较长，同学们要有耐心",
    "任何同志都应当遵守",
];

fn of(draw: &mut Draw, texts: &[&'static str]) -> String {
    let wrapped = ["#", "通知：#。", "一、#；二、另行通知", "（#）"];
    draw.pick(&wrapped).replace('#', draw.pick(texts))
}

/// Sentences.
pub(crate) const TALK: [Looks; 16] = [
    silent("words about identifiers", |draw| text(of(draw, &ABOUT))),
    silent("labels far from numbers", |draw| text(of(draw, &FAR))),
    unseen("lives of the dead", |draw| text(of(draw, &LIVES))),
    silent("names as words", |draw| text(of(draw, &IN_WORDS))),
    unseen("names as words near cues", |draw| text(of(draw, &NEAR_CUES))),
    silent("approved contact", |draw| {
        let contact = draw.pick(&CONTACTS);
        text(format!("{}{contact}", draw.pick(&["电话：", "联系电话：", "反馈渠道 ", "办公电话 ", "邮箱："])))
    }),
    silent("line of an office", |draw| {
        text(format!("{}0591-2286{}", draw.pick(&["办公电话：", "值班室 ", "咨询 "]), draw.digits(4)))
    }),
    silent("hot line", |draw| {
        text(format!("监督举报电话：{}", draw.pick(&["12388", "12371", "400-810-6666", "95588", "12345", "010-12388"])))
    }),
    silent("class", |draw| {
        let year = draw.between(2020, 2025);
        text(match draw.below(4) {
            0 => format!("数控{year}-{}班", draw.between(1, 6)),
            1 => format!("数控{}{:02}班", year % 100, draw.between(1, 12)),
            2 => format!("{year}级机电一体化{}班{}人", draw.between(1, 6), draw.between(30, 50)),
            _ => format!("模具{}01、{}02、{}03班", year % 100, year % 100, year % 100),
        })
    }),
    silent("room", |draw| {
        let room = draw.between(1, 6) * 100 + draw.between(1, 30);
        text(format!("{}{room}{}", draw.pick(&["实训楼A座", "3-", "教学楼B", "行政楼"]), draw.pick(&["室", "会议室", "教室"])))
    }),
    asks("address of an office", |draw| {
        text(format!("福建省示例市仓山区学园路{}号实训楼{}室", draw.between(1, 300), draw.between(101, 620)))
    }),
    silent("address of a school", |draw| {
        text(format!("地址：示例省示例市学园路{}号，邮编35{}", draw.between(1, 300), draw.digits(4)))
    }),
    unseen("Chinese numerals in words", |draw| {
        text(of(
            draw,
            &[
                "三会一课",
                "一二三四五，上山打老虎",
                "一五一十地汇报",
                "二〇二四年第一、二、三季度",
                "四个意识、四个自信、两个维护、三严三实",
                "九八七六五四三二一倒计时",
            ],
        ))
    }),
    silent("time of day", |draw| {
        text(format!("每周{}14:30-16:00，第{}-{}节", draw.pick(&["三", "四"]), draw.between(1, 4), draw.between(5, 8)))
    }),
    unseen("account of an office", |draw| {
        text(format!("微信公众号：{}，学习强国号", draw.pick(&["示职大数控先锋", "示例智造", "数控学院党建"])))
    }),
    unseen("numbers of a list", |draw| {
        let n = draw.between(8, 14);
        text((1..=n).map(|idx| format!("{idx}.示例项目")).collect::<Vec<_>>().join(" "))
    }),
];

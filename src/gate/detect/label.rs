//! What the words before a value say that it is: 手机号：…, or the heading of its column.
//!
//! A label is looked for only where a detector has found a shape, so that nothing here has to be fast. Words that say that a
//! number is something harmless (订单号, QQ群) are labels too, or the shorter word inside of them would be taken for one.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::letters::{Gap, Letter, is_han, letters};
use super::table;
use crate::gate::carrier::{APART, Piece};

/// How far before a value its label is looked for, in characters: a word, a remark in brackets, and a colon.
const REACH: usize = 24;

/// What a word says of the value behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Label {
    /// Identity number or the number of any certificate.
    Identity,
    /// Mobile telephone, or a telephone of which is not said where it stands.
    Phone,
    /// Telephone at home.
    HomePhone,
    /// Bank card or account.
    BankCard,
    /// Number of a student, a teacher or a member.
    MemberNumber,
    /// Day of birth.
    BirthDate,
    /// Passport or travel permit.
    Passport,
    /// Number plate.
    Plate,
    /// QQ number.
    Qq,
    /// WeChat name.
    Wechat,
    /// Mail address.
    Email,
    /// Where somebody lives.
    HomeAddress,
    /// Name of a person.
    PersonName,
    /// Health, family, religion.
    Sensitive,
    /// A number or a name of something that is nobody's.
    Harmless,
}

/// Labels that stand by one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::gate) struct Labels(u32);

impl Labels {
    /// Whether one of them is `label`.
    pub(super) fn has(self, label: Label) -> bool {
        self.0 & (1 << label as u32) != 0
    }

    /// Whether there is none.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, label: Label) {
        self.0 |= 1 << label as u32;
    }
}

/// Words and what they say; the longest that fits counts. Blanks inside of them do not matter, nor does case.
const WORDS: &[(Label, &str)] = &[
    (
        Label::Identity,
        "身份证 身份证号 身份证号码 身份证件号码 身份证件号 居民身份证 居民身份号码 公民身份号码 公民身份证号 身份号码",
    ),
    (Label::Identity, "证件号 证件号码 证件编号 身分证 身份証 身份證 居住证 居住证号 居住证号码 社保号 社会保障号 社会保障号码"),
    (Label::Identity, "idcard id_card idnumber id_number idno identitycard identitynumber id_no sfz sfzh shenfenzheng"),
    (
        Label::Phone,
        "手机 手机号 手机号码 移动电话 电话 电话号码 联系电话 联系方式 联络电话 联系手机 致电 来电 拨打 热线 短号 长号",
    ),
    (Label::Phone, "tel phone mobile cellphone telephone phonenumber mobilephone phone_number 电联 传真 fax 紧急联系人"),
    (
        Label::HomePhone,
        "家庭电话 住宅电话 家长电话 家长联系方式 家长手机 父母电话 家庭联系方式 家庭联系电话 宅电 家庭座机 住址电话 家里电话 家中电话 家电话 住家电话",
    ),
    (
        Label::BankCard,
        "银行卡 银行卡号 银行账号 银行账户 银行帐号 银行帐户 账号 帐号 卡号 收款账号 收款账户 储蓄卡 借记卡 信用卡 工资卡",
    ),
    (Label::BankCard, "工资卡号 打款账号 转账账号 开户账号 对私账号 bankcard bankaccount cardno card_no accountno account_no"),
    (
        Label::MemberNumber,
        "学号 工号 教工号 职工号 学工号 考生号 准考证号 学籍号 党员编号 党员证号 编号 证号 人员编号 一卡通号 校园卡号",
    ),
    (
        Label::MemberNumber,
        "学生证号 工作证号 教师编号 报名号 学生编号 studentid student_id studentno staffid staff_id memberid member_id",
    ),
    (
        Label::BirthDate,
        "出生 出生日期 出生年月 出生年月日 出生时间 生日 生于 出生于 birthday birthdate birth_date dateofbirth dob",
    ),
    (
        Label::Passport,
        "护照 护照号 护照号码 通行证 通行证号 通行证号码 台胞证 回乡证 港澳通行证 台湾通行证 旅行证 旅行证号 旅行证件",
    ),
    (Label::Passport, "passport passportno passport_no passportnumber 护照编号 来往内地通行证 往来港澳通行证 来往大陆通行证"),
    (Label::Plate, "车牌 车牌号 车牌号码 车号 号牌 车辆号牌 机动车号牌 牌照 牌照号 车辆 车 驾驶 plate plateno licenseplate"),
    (Label::Qq, "qq qq号 qq号码 qq账号 qq帐号 扣扣 扣扣号 企鹅号 q号 qq: 联系qq"),
    (
        Label::Wechat,
        "微信 微信号 微信号码 微信id 微信账号 微信帐号 wechat wechatid wechat_id weixin weixinhao v信 vx wx wxid 加微 加v +v 微信同号 个人微信",
    ),
    (
        Label::Email,
        "邮箱 电子邮箱 邮箱地址 电子邮件 电子信箱 信箱 邮件地址 邮件 email e-mail mail emailaddress 电邮 qq邮箱 电子邮箱地址",
    ),
    (
        Label::HomeAddress,
        "住址 家庭住址 家庭地址 现住址 现居住地 居住地址 居住地 户籍地址 户籍所在地 户口所在地 户籍地 常住地址 住所地 家住",
    ),
    (
        Label::HomeAddress,
        "通讯住址 身份证地址 收货地址 邮寄地址 租住地 暂住地 暂住地址 homeaddress home_address 宿舍地址 宿舍号 寝室号",
    ),
    (
        Label::PersonName,
        "姓名 名字 真实姓名 学生姓名 党员姓名 教师姓名 联系人 申请人 发展对象 入党积极分子 积极分子 预备党员 党员 获奖人 获奖者",
    ),
    (
        Label::PersonName,
        "负责人 介绍人 入党介绍人 培养联系人 当事人 报名人 参加人 参与人 成员 名单 人员 学生 教师 name fullname full_name",
    ),
    (
        Label::PersonName,
        "姓名拼音 曾用名 作者 主讲人 主持人 记录人 汇报人 接收人 转正对象 拟发展对象 拟接收对象 获得者 受助人 受助学生",
    ),
    (
        Label::Sensitive,
        "健康状况 身体状况 病史 既往病史 疾病 患病情况 残疾情况 残疾类型 诊断 诊断结果 病情 血型 传染病史 心理状况",
    ),
    (
        Label::Sensitive,
        "宗教信仰 宗教 信教情况 家庭成员 家庭情况 家庭关系 家庭经济状况 家庭经济情况 父亲 母亲 父亲姓名 母亲姓名 配偶 配偶姓名",
    ),
    (
        Label::Sensitive,
        "贫困等级 困难等级 家庭收入 家庭年收入 主要社会关系 社会关系 婚姻状况 religion health healthstatus familymembers",
    ),
    (
        Label::Harmless,
        "qq群 qq群号 群号 qq交流群 qq空间 微信群 微信公众号 微信公众平台 官方微信 微信平台 微信订阅号 微信服务号 微信小程序 公众号",
    ),
    (
        Label::Harmless,
        "订单号 订单编号 发票号 发票号码 发票代码 快递单号 运单号 流水号 交易号 备案号 文号 发文字号 课程号 课程编号 项目编号 项目号",
    ),
    (
        Label::Harmless,
        "合同编号 合同号 招标编号 采购编号 批准号 批准文号 许可证号 刊号 书号 isbn issn doi cn 序号 期号 版本号 邮编 邮政编码",
    ),
    (
        Label::Harmless,
        "统一社会信用代码 信用代码 组织机构代码 税号 纳税人识别号 学校代码 专业代码 会议号 腾讯会议 会议id 房间号 座位号 编码 条码",
    ),
    (
        Label::Harmless,
        "火车票 车站 车间 电子邮件营销 手机版 手机端 手机银行 手机应用 电话会议 电话号码簿 邮箱格式 作品名字 基金号 资助号 课题编号",
    ),
    (
        Label::Harmless,
        "汽车 火车 车次 停车 公交车 卡车 发车 乘车 车程 车队 成员单位 党员活动 党员教育 党员发展 党员大会 党员人数 党员数 学生党支部",
    ),
    (
        Label::Harmless,
        "教师党支部 学生会 学生处 教师节 出生地 出生地点 人员名额 名单位 获奖名单公示 资产编号 设备编号 档案编号 图书编号 支部编号 活动编号",
    ),
];

/// Labels of the value at `range`: those of the nearest clause before it in its cell or line, of its column's heading, of the
/// cell before it, or in brackets behind it.
pub(super) fn near(piece: &Piece<'_>, range: &Range<usize>) -> Labels {
    let own = before(piece.text, range.start);
    if !own.is_empty() {
        return own;
    }
    let behind = behind(piece.text, range.end);
    if !behind.is_empty() {
        return behind;
    }
    let heading = table::heading(piece, range.start).map(labels_in).unwrap_or_default();
    if !heading.is_empty() {
        return heading;
    }
    table::cell_before(piece.text, range.start).map(whole_label).unwrap_or_default()
}

/// All labels in a text.
pub(super) fn labels_in(text: &str) -> Labels {
    let mut labels = Labels::default();
    each(text, |label, _| labels.add(label));
    labels
}

/// The labels of a text that hardly says anything else, such as a heading or the left one of two cells.
pub(in crate::gate) fn whole_label(text: &str) -> Labels {
    let mut n_signs = 0;
    for letter in letters(text, 0) {
        n_signs += 1;
        if n_signs > REACH || is_stop(letter.sign) {
            return Labels::default();
        }
    }
    labels_in(text)
}

/// Whether a text is one label and nothing else.
pub(super) fn is_label(text: &str) -> bool {
    let signs: Vec<Letter> = letters(text, 0).collect();
    longest(&signs, None).is_some_and(|(_, n_signs)| n_signs == signs.len())
}

/// Labels of the nearest clause with any, in the same cell before `at`.
fn before(text: &str, at: usize) -> Labels {
    let window = window(text, at);
    let mut end = window.len();
    let mut n_digits = 0;
    for (start, character) in window.char_indices().rev() {
        n_digits = if character.is_ascii_digit() { n_digits + 1 } else { 0 };
        // Four digits are a value of their own, and what stands before it is that value's.
        if !is_clause_end(character) && n_digits < 4 {
            continue;
        }
        let labels = labels_in(&window[start + character.len_utf8()..end]);
        if !labels.is_empty() || is_stop(character) {
            return labels;
        }
        end = start;
        n_digits = 0;
    }
    labels_in(&window[..end])
}

/// What stands before `at` in the same cell, not more than a label reaches.
fn window(text: &str, at: usize) -> &str {
    let Some(head) = text.get(..at) else { return "" };
    let mut start = at;
    for (idx, character) in head.char_indices().rev().take(REACH) {
        if matches!(character, '\n' | '\t' | APART) {
            break;
        }
        start = idx;
    }
    &head[start..]
}

/// Labels in brackets right behind a value: `13800138000（手机）`.
fn behind(text: &str, at: usize) -> Labels {
    let rest = text.get(at..).unwrap_or_default().trim_start_matches(' ');
    let Some(inner) = rest.strip_prefix(['(', '（']) else { return Labels::default() };
    let end = inner.char_indices().take(12).find(|(_, character)| matches!(character, ')' | '）'));
    end.map(|(end, _)| labels_in(&inner[..end])).unwrap_or_default()
}

fn is_clause_end(character: char) -> bool {
    matches!(character, '，' | ',' | '、' | '|' | '｜') || is_stop(character)
}

fn is_stop(character: char) -> bool {
    matches!(character, '。' | '；' | ';' | '！' | '？' | '!' | '?')
}

/// Shows every label of a small text to `take`, with its place; longest first, none inside of another.
fn each(text: &str, mut take: impl FnMut(Label, Range<usize>)) {
    let signs: Vec<Letter> = letters(text, 0).collect();
    let mut idx = 0;
    while let Some(first) = signs.get(idx) {
        match longest(&signs[idx..], idx.checked_sub(1).map(|before| signs[before])) {
            Some((label, n_signs)) => {
                take(label, first.start..signs[idx + n_signs - 1].end);
                idx += n_signs;
            }
            None => idx += 1,
        }
    }
}

/// The longest label at the beginning of some letters, with its length in letters.
fn longest(signs: &[Letter], before: Option<Letter>) -> Option<(Label, usize)> {
    let words = BY_SIGN.get(&signs.first()?.sign)?;
    let fits =
        |word: &str, n_signs: usize| starts_with(signs, word) && stands_alone(&signs[..n_signs], before, signs.get(n_signs));
    words.iter().find(|(_, word, n_signs)| fits(word, *n_signs)).map(|(label, _, n_signs)| (*label, *n_signs))
}

/// Words with their lengths in letters, by their first letter.
type ByFirstSign = BTreeMap<char, Vec<(Label, &'static str, usize)>>;

/// Words by their first letter, longest first.
static BY_SIGN: LazyLock<ByFirstSign> = LazyLock::new(|| {
    let mut words: BTreeMap<char, Vec<(Label, &str, usize)>> = BTreeMap::new();
    for (label, line) in WORDS {
        for word in line.split(' ') {
            let Some(first) = word.chars().next() else { continue };
            words.entry(first).or_default().push((*label, word, word.chars().count()));
        }
    }
    for same in words.values_mut() {
        same.sort_by_key(|(_, _, n_signs)| std::cmp::Reverse(*n_signs));
    }
    words
});

fn starts_with(signs: &[Letter], word: &str) -> bool {
    let mut signs = signs.iter();
    word.chars().all(|character| signs.next().is_some_and(|letter| letter.sign == character))
}

/// Whether Latin letters at the ends of a word are no part of a longer one: `wx` is not in `wxyz`.
fn stands_alone(word: &[Letter], before: Option<Letter>, behind: Option<&Letter>) -> bool {
    let (Some(first), Some(last)) = (word.first(), word.last()) else { return false };
    let joins = |one: Letter, other: Letter| {
        other.gap == Gap::None && one.sign.is_ascii_alphanumeric() && other.sign.is_ascii_alphabetic()
    };
    let is_cut = before.is_some_and(|before| joins(before, *first)) || behind.is_some_and(|behind| joins(*last, *behind));
    !is_cut && (is_han(first.sign) || first.sign.is_ascii())
}

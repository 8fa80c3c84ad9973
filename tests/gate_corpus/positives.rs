//! Identifiers in every written form in every carrier, each with what the rules want.

use yuandi::gate::{HitKind, Policy};

use super::carry::{Carrier, Passage, WRITTEN};
use super::case::{Case, Wants};
use super::draw::Draw;
use super::numbers as make;
use super::pack::ATTACHED;
use super::write::{Bit, CROSSES, Coding, Form, HELD_OUT, TOLD, text};

/// A kind whose numbers are written in groups.
struct Grouped {
    class: &'static str,
    kinds: &'static [HitKind],
    make: fn(&mut Draw) -> String,
    groups: &'static [usize],
    /// Without a word that says what it is.
    bare: Wants,
    labels: &'static [&'static str],
    /// Labels that no author of a detector was shown.
    labels_held_out: &'static [&'static str],
    headings: &'static [&'static str],
    /// The values themselves are of a kind that was held out.
    held_out: bool,
    /// In how many carriers each form is shown; the first kind is shown in all.
    n_carriers: usize,
}

const IDENTITY: [&str; 10] = [
    "身份证号：",
    "身份证号码: ",
    "身份证：",
    "证件号码：",
    "公民身份号码 ",
    "居民身份证号",
    "身份证号为",
    "本人身份证号是",
    "证件号:",
    "身份证号码（必填）：",
];
const IDENTITY_HELD: [&str; 6] =
    ["身份證號碼：", "ID Card No.: ", "身 份 证 号：", "证件类型：身份证，号码：", "sfzh：", "身份号"];
const PHONE: [&str; 10] = [
    "手机：",
    "手机号：",
    "手机号码:",
    "联系电话：",
    "电话：",
    "联系方式：",
    "联系人电话 ",
    "移动电话：",
    "手机号码（必填）：",
    "家长电话：",
];
const PHONE_HELD: [&str; 6] = ["Tel: ", "手 机：", "☎", "手機：", "报名请致电", "手机/微信："];
const CARD: [&str; 7] = ["银行卡号：", "卡号：", "银行账号:", "账号：", "收款账号 ", "工资卡号：", "开户行及账号：示例银行 "];
const CARD_HELD: [&str; 4] = ["银行卡（建行）：", "帐号：", "银 行 卡 号：", "打款至"];

const ID: &[HitKind] = &[HitKind::ResidentId];

/// Kinds that are written in all forms.
const GROUPED: [Grouped; 9] = [
    Grouped {
        class: "resident id",
        kinds: ID,
        make: make::resident_id,
        groups: &[6, 8, 4],
        bare: Wants::Block,
        labels: &IDENTITY,
        labels_held_out: &IDENTITY_HELD,
        headings: &["身份证号", "身份证号码", "证件号码"],
        held_out: false,
        n_carriers: 99,
    },
    Grouped {
        class: "resident id with X",
        kinds: ID,
        make: make::resident_id_with_x,
        groups: &[6, 4, 4, 4],
        bare: Wants::Block,
        labels: &IDENTITY,
        labels_held_out: &IDENTITY_HELD,
        headings: &["身份证号", "身份证"],
        held_out: false,
        n_carriers: 8,
    },
    Grouped {
        class: "residence permit",
        kinds: ID,
        make: make::residence_permit,
        groups: &[6, 8, 4],
        bare: Wants::Block,
        labels: &["居住证号：", "证件号码：", "港澳台居民居住证 "],
        labels_held_out: &["居住证："],
        headings: &["证件号码"],
        held_out: false,
        n_carriers: 4,
    },
    Grouped {
        class: "resident id, county given up",
        kinds: ID,
        make: make::old_area_id,
        groups: &[6, 8, 4],
        bare: Wants::Block,
        labels: &IDENTITY,
        labels_held_out: &IDENTITY_HELD,
        headings: &["身份证号"],
        held_out: true,
        n_carriers: 3,
    },
    Grouped {
        class: "foreigner's id",
        kinds: ID,
        make: make::foreigner_id,
        groups: &[6, 8, 4],
        bare: Wants::Block,
        labels: &["外国人永久居留身份证：", "证件号码："],
        labels_held_out: &["永居证号："],
        headings: &["证件号码"],
        held_out: true,
        n_carriers: 2,
    },
    Grouped {
        class: "mobile",
        // Some labels say that it is both.
        kinds: &[HitKind::Mobile, HitKind::Wechat],
        make: make::mobile,
        groups: &[3, 4, 4],
        bare: Wants::Stop,
        labels: &PHONE,
        labels_held_out: &PHONE_HELD,
        headings: &["手机", "联系电话", "手机号码", "联系方式"],
        held_out: false,
        n_carriers: 9,
    },
    Grouped {
        class: "bank card",
        kinds: &[HitKind::BankCard],
        make: make::bank_card,
        groups: &[4, 4, 4, 99],
        bare: Wants::Block,
        labels: &CARD,
        labels_held_out: &CARD_HELD,
        headings: &["银行卡号", "卡号", "账号"],
        held_out: false,
        n_carriers: 6,
    },
    Grouped {
        class: "bank card, older",
        kinds: &[HitKind::BankCard],
        make: make::old_bank_card,
        groups: &[4, 4, 4, 99],
        bare: Wants::Block,
        labels: &CARD,
        labels_held_out: &CARD_HELD,
        headings: &["银行卡号"],
        held_out: true,
        n_carriers: 2,
    },
    Grouped {
        class: "resident id of 15",
        kinds: &[HitKind::ResidentIdOld],
        make: make::old_resident_id,
        groups: &[6, 6, 3],
        bare: Wants::Stop,
        labels: &IDENTITY,
        labels_held_out: &IDENTITY_HELD,
        headings: &["身份证号", "证件号码"],
        held_out: false,
        n_carriers: 4,
    },
];

const LEADS: [&str; 6] = ["请核对", "附：", "已收到 ", "其中：", "报送材料（", "第一组 "];
const TAILS: [&str; 6] = ["，请知悉。", "。", " 已核对", "；其余另附", "", "）"];

/// What is being gathered, and from what.
pub(crate) struct Gathering {
    pub(crate) draw: Draw,
    pub(crate) cases: Vec<Case>,
    carriers: Vec<Carrier>,
}

/// What the cases of one spelling have in common.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) class: &'static str,
    pub(crate) form: &'static str,
    pub(crate) held_out: bool,
    pub(crate) wants: Wants,
    pub(crate) kinds: Vec<HitKind>,
    pub(crate) value: Option<String>,
}

impl Gathering {
    /// Puts a passage into a carrier, if the carrier can say it.
    pub(crate) fn put(&mut self, carrier: &Carrier, passage: &Passage, wanted: &Wanted) -> bool {
        // A heading stands over one column, and digits in the address of a page are its own unless a check sign says otherwise.
        let is_ragged = passage.heading.is_some() && passage.bits.contains(&Bit::Cell);
        if is_ragged || carrier.name == "sitemap" && !wanted.kinds.contains(&HitKind::ResidentId) {
            return false;
        }
        let Some(files) = (carrier.carry)(passage) else { return false };
        let Wanted { class, form, held_out, wants, mut kinds, value } = wanted.clone();
        match carrier.name {
            "jpeg comment" => kinds.push(HitKind::Metadata),
            // A sheet keeps 15 digits of a number, and what it has lost nobody finds.
            "xlsx number" if kinds.contains(&HitKind::ResidentId) => kinds.push(HitKind::RoundedId),
            "xlsx number" if kinds.contains(&HitKind::BankCard) => return false,
            _ => {}
        }
        let carrier = carrier.name;
        self.cases.push(Case { class, form, carrier, held_out, wants, kinds, value, files });
        true
    }

    /// Puts a passage into `n` carriers that can say it, or into all.
    pub(crate) fn spread(&mut self, n: usize, passage: &Passage, wanted: &Wanted) {
        let mut carriers = self.carriers.clone();
        let mut n_left = n;
        while n_left > 0 && !carriers.is_empty() {
            let carrier = carriers.swap_remove(self.draw.below(carriers.len()));
            n_left -= usize::from(self.put(&carrier, passage, wanted));
        }
    }

    fn bare(&mut self, bits: Vec<Bit>, coding: Coding) -> Passage {
        let (lead, tail) = (self.draw.pick(&LEADS).to_owned(), self.draw.pick(&TAILS).to_owned());
        Passage { lead, bits, tail, coding, heading: None }
    }

    pub(crate) fn labelled(&mut self, label: &str, bits: Vec<Bit>, coding: Coding) -> Passage {
        let tail = self.draw.pick(&TAILS).to_owned();
        Passage {
            lead: format!("{}{label}", self.draw.pick(&["", "样例 ", "参会人员，"])), bits, tail, coding, heading: None
        }
    }
}

fn headed(heading: &str, bits: Vec<Bit>, coding: Coding) -> Passage {
    Passage { lead: String::new(), bits, tail: String::new(), coding, heading: Some(heading.to_owned()) }
}

/// Cuts a number where it is usually cut.
fn groups<'v>(value: &'v str, lengths: &[usize]) -> Vec<&'v str> {
    let mut rest = value;
    let mut groups = Vec::new();
    for length in lengths {
        let (group, after) = rest.split_at((*length).min(rest.len()));
        groups.push(group);
        rest = after;
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// All positives.
pub(crate) fn positives(seed: u64, policy: &Policy) -> Vec<Case> {
    let carriers = WRITTEN.into_iter().chain(ATTACHED).collect();
    let mut gathering = Gathering { draw: Draw::new(seed), cases: Vec::new(), carriers };
    for kind in &GROUPED {
        for form in TOLD.iter().chain(&HELD_OUT) {
            in_form(&mut gathering, kind, form);
        }
    }
    crosses(&mut gathering);
    super::labelled::all(&mut gathering, policy);
    gathering.cases
}

fn in_form(gathering: &mut Gathering, kind: &Grouped, form: &Form) {
    // Letters right beside eleven digits make them a part of a word, as in a hash.
    if form.name == "glued to letters" && kind.bare != Wants::Block {
        return;
    }
    let mut wanted = Wanted {
        class: kind.class,
        form: form.name,
        held_out: form.held_out || kind.held_out,
        wants: kind.bare,
        kinds: kind.kinds.to_vec(),
        value: None,
    };
    let write = |gathering: &mut Gathering| {
        let value = (kind.make)(&mut gathering.draw);
        let bits = (form.write)(&groups(&value, kind.groups), &mut gathering.draw);
        (value, bits)
    };
    let (value, bits) = write(gathering);
    wanted.value = Some(value);
    let passage = gathering.bare(bits, form.coding);
    gathering.spread(kind.n_carriers, &passage, &wanted);
    wanted.wants = Wants::Block;
    let (value, bits) = write(gathering);
    wanted.value = Some(value);
    let label = gathering.draw.pick(kind.labels);
    let passage = gathering.labelled(label, bits, form.coding);
    gathering.spread(kind.n_carriers, &passage, &wanted);
    let (value, bits) = write(gathering);
    wanted.value = Some(value);
    let passage = headed(gathering.draw.pick(kind.headings), bits, form.coding);
    gathering.spread(kind.n_carriers.div_ceil(2), &passage, &wanted);
    if form.name == "plain" {
        plain_with_labels(gathering, kind, &wanted);
    }
}

/// Every label once, the number as it is.
fn plain_with_labels(gathering: &mut Gathering, kind: &Grouped, wanted: &Wanted) {
    let labels = kind.labels.iter().map(|label| (label, false)).chain(kind.labels_held_out.iter().map(|label| (label, true)));
    for (label, is_held_out) in labels {
        let value = (kind.make)(&mut gathering.draw);
        let form = if is_held_out { "other labels" } else { "labels" };
        let wanted = Wanted { form, held_out: is_held_out || kind.held_out, value: Some(value.clone()), ..wanted.clone() };
        let passage = gathering.labelled(label, text(value), Coding::Plain);
        gathering.spread(12, &passage, &wanted);
    }
}

/// The letter at the end in other shapes.
fn crosses(gathering: &mut Gathering) {
    for (form, cross, held_out) in CROSSES {
        for _ in 0..3 {
            let value = make::resident_id_with_x(&mut gathering.draw);
            let wanted = Wanted {
                class: "resident id with X",
                form,
                held_out,
                wants: Wants::Block,
                kinds: ID.to_vec(),
                value: Some(value.clone()),
            };
            let bits = text(format!("{}{cross}", &value[..17]));
            let label = gathering.draw.pick(&IDENTITY);
            let passage = gathering.labelled(label, bits.clone(), Coding::Plain);
            gathering.spread(10, &passage, &wanted);
            let passage = gathering.bare(bits, Coding::Plain);
            gathering.spread(10, &passage, &wanted);
        }
    }
}

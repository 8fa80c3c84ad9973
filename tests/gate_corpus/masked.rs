//! Numbers of which a part was hidden: `privacy.md` wants them stopped, because few candidates are left.

use yuandi::gate::HitKind;

use super::case::Wants;
use super::draw::Draw;
use super::numbers as make;
use super::positives::{Gathering, Wanted};
use super::write::{Coding, text};

/// A kind, what is left of it at both ends, and the label that it is often written beside.
struct Masked {
    class: &'static str,
    kinds: &'static [HitKind],
    make: fn(&mut Draw) -> String,
    ends: (usize, usize),
    label: &'static str,
}

const TABLE: [Masked; 6] = [
    Masked {
        class: "masked id 6+4",
        kinds: &[HitKind::ResidentId, HitKind::RoundedId],
        make: make::resident_id,
        ends: (6, 4),
        label: "身份证号：",
    },
    Masked {
        class: "masked id 10+4",
        kinds: &[HitKind::ResidentId],
        make: make::resident_id,
        ends: (10, 4),
        label: "身份证号：",
    },
    Masked {
        class: "masked id 14+0",
        kinds: &[HitKind::ResidentId],
        make: make::resident_id,
        ends: (14, 0),
        label: "身份证号：",
    },
    Masked {
        class: "masked id 3+4", kinds: &[HitKind::ResidentId], make: make::resident_id, ends: (3, 4), label: "身份证号："
    },
    Masked { class: "masked mobile", kinds: &[HitKind::Mobile], make: make::mobile, ends: (3, 4), label: "手机：" },
    Masked {
        class: "masked card",
        kinds: &[HitKind::BankCard, HitKind::ResidentId],
        make: make::bank_card,
        ends: (6, 4),
        label: "银行卡号：",
    },
];

/// What hides, and whether the authors of detectors were told of it.
const SIGNS: [(&str, bool); 7] = [("*", false), ("＊", false), ("x", true), ("X", true), ("×", true), ("#", true), ("●", true)];

pub(crate) fn all(gathering: &mut Gathering) {
    for kind in &TABLE {
        for (sign, held_out) in SIGNS {
            for label in [kind.label, "（"] {
                one(gathering, kind, sign, held_out, label);
            }
        }
    }
}

fn one(gathering: &mut Gathering, kind: &Masked, sign: &str, held_out: bool, label: &str) {
    let value = (kind.make)(&mut gathering.draw);
    let (first, last) = kind.ends;
    let hidden = sign.repeat(value.len() - first - last);
    let written = format!("{}{hidden}{}", &value[..first], &value[value.len() - last..]);
    let form = if held_out { "masked by other signs" } else { "masked by asterisks" };
    // A few digits and letters without any word are anything.
    let is_bare = label == "（";
    let is_telling = first + last >= 10 || kind.class == "masked mobile";
    let wanted = Wanted {
        class: kind.class,
        form: if is_bare { form } else { "masked, labelled" },
        held_out: held_out || is_bare && !is_telling,
        wants: Wants::Stop,
        kinds: kind.kinds.to_vec(),
        value: None,
    };
    let passage = gathering.labelled(label, text(written), Coding::Plain);
    gathering.spread(4, &passage, &wanted);
}

//! Labels and names behind them, or under them in a column, to WeChat names.

use super::Found;
use super::label::{self, Label};
use super::watch::Pass;
use crate::gate::hit::{HitKind, Secret, Tier};

/// Words that may begin a label in Chinese; `vx`, `wx` and `wechat` are tokens.
pub(super) const WORDS: &str = "微信 加微";

/// How far behind its label a name is looked for in one line, in bytes.
const REACH: usize = 60;

/// How far below its heading a name is looked for, in bytes.
const COLUMN: usize = 16 * 1024;

/// Words that are no names.
const WORDS_NOT_NAMES: &str = "wechat weixin official account public https http image qrcode wechatid scan please follow share login android iphone \
                               applet server mobile pinyin wechat_qr qr_code mini_program toolbar button class style title label";

/// Takes note of 加V and +v, of which the second sign is a token of its own.
pub(super) fn note_letter(pass: &mut Pass<'_>, at: usize, end: usize) {
    if matches!(pass.piece.text.as_bytes()[at], b'v' | b'V') && pass.piece.text[..at].ends_with(['加', '+', '＋']) {
        pass.wechat = Some(end);
    }
}

/// Takes note of a label.
pub(super) fn note(pass: &mut Pass<'_>, at: usize, end: usize) {
    let word = pass.piece.text[at..end].to_ascii_lowercase();
    if matches!(word.as_str(), "vx" | "wx" | "wechat" | "weixin") || WORDS.split(' ').any(|label| label == word) {
        pass.wechat = Some(end);
    }
}

/// Looks at a token.
pub(super) fn look(pass: &mut Pass<'_>, at: usize, end: usize) {
    let text = pass.piece.text;
    let token = &text.as_bytes()[at..end];
    let is_wxid = token.eq_ignore_ascii_case(b"wxid");
    if !is_wxid && pass.wechat.is_none_or(|label_end| at - label_end.min(at) > COLUMN) {
        if token.eq_ignore_ascii_case(b"wechat") || token.eq_ignore_ascii_case(b"weixin") {
            pass.wechat = Some(end);
        }
        return;
    }
    let end = whole(text, end);
    let is_value = pass.wechat.is_some_and(|label_end| label_end + 1 == at);
    if !is_name(text, at, end) || (text[..at].ends_with('=') && !is_value) {
        note(pass, at, end);
        return;
    }
    let name = &text[at..end];
    let label_end = pass.wechat.unwrap_or_default();
    let touches = pass.wechat.is_some() && at >= label_end && at - label_end <= REACH && connects(&text[label_end..at], is_wxid);
    let range = at..end;
    let tier = match touches || is_in_column(pass, at, end) {
        true if !label::near(pass.piece, &range).has(Label::Harmless) => Tier::Block,
        false if is_wxid && name.len() > 10 => Tier::Ask,
        _ => return,
    };
    pass.found.push(Found { kind: HitKind::Wechat, tier, secret: Secret::new(name.to_ascii_lowercase()), range });
}

/// Where a name that begins with a token ends: it may hold hyphens and underlines.
fn whole(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    let n_more = rest.iter().take(24).take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    end + n_more
}

fn is_name(text: &str, at: usize, end: usize) -> bool {
    let name = &text[at..end];
    let before = text[..at].chars().next_back();
    let behind = text[end..].chars().next();
    let is_number = (5..=11).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = (6..=20).contains(&name.len()) && name.starts_with(|sign: char| sign.is_ascii_alphabetic());
    let is_cut =
        matches!(before, Some('/' | '.' | '_' | '-' | '&' | '@' | '#')) || matches!(behind, Some('@' | '/' | '=' | '年' | '人'));
    let is_listed = WORDS_NOT_NAMES.split_whitespace().any(|word| name.eq_ignore_ascii_case(word));
    (is_number || is_word) && !is_cut && !is_listed && !behind_is_domain(text, end)
}

/// `weixin.qq.com` is an address of the web.
fn behind_is_domain(text: &str, end: usize) -> bool {
    let mut rest = text[end..].bytes();
    rest.next() == Some(b'.') && rest.next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a text between label and name only connects them: `号：`, ` ID: `, `（同号）`.
///
/// A name that says itself what it is needs no sign before it.
fn connects(between: &str, is_wxid: bool) -> bool {
    let mut rest = between;
    let mut has_sign = is_wxid;
    loop {
        rest = rest.trim_start_matches([' ', '\u{3000}', '\u{a0}', '(', '（', ')', '）']);
        let sign = rest.chars().next();
        if let Some(behind) = rest.strip_prefix([':', '：', '=', '\t']) {
            (rest, has_sign) = (behind, true);
        } else if let Some(behind) = CONNECTORS.split(' ').find_map(|word| rest.strip_prefix(word)) {
            (rest, has_sign) = (behind, true);
        } else {
            return sign.is_none() && has_sign;
        }
    }
}

/// Words between a label and its name.
const CONNECTORS: &str = "号码 号 是 为 账号 帐号 ID Id id 同号 添加 我 搜索 / QQ qq 手机";

/// Whether a name is a whole cell under a heading for them.
fn is_in_column(pass: &Pass<'_>, at: usize, end: usize) -> bool {
    let text = pass.piece.text;
    let cell = super::table::cell(text, at);
    text[cell].trim() == &text[at..end]
        && super::table::heading(pass.piece, at).is_some_and(|heading| label::whole_label(heading).has(Label::Wechat))
}

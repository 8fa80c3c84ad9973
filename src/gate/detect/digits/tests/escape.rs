//! Numbers in escapes, and the way back to the bytes as they were written.

use super::*;

#[test]
fn escaped_digits_are_digits() {
    let id = id("110101", "19000101", "123");
    let all = |write: fn(char) -> String| id.chars().map(write).collect::<String>();
    let forms = [
        all(|c| format!("%{:02X}", c as u32)),
        all(|c| format!("%25{:02X}", c as u32)),
        all(|c| format!("%25EF%25BC%25{:02X}", 0x90 + (c as u32 - 0x30))),
        all(|c| format!("&#{};", c as u32)),
        all(|c| format!("&#x{:x};", c as u32)),
        all(|c| format!("&#{};", c as u32 + 0xfee0)),
        all(|c| format!("\\u{:04x}", c as u32)),
        all(|c| format!("\\x{:02x}", c as u32)),
        all(|c| format!("%EF%BC%{:02X}", 0x90 + (c as u32 - 0x30))),
        format!("{}%20{}&nbsp;{}", &id[..6], &id[6..14], &id[14..]),
        format!("{}&shy;{}&zwnj;{}", &id[..6], &id[6..14], &id[14..]),
        format!("https://example.edu.cn/%E8%AF%81{id}"),
        format!("\\u8bc1{id}"),
        format!("{}&#8203;{}", &id[..6], &id[6..]),
    ];
    check(&forms, &[(HitKind::ResidentId, Tier::Block)]);
    for text in forms {
        assert_eq!(found(&text)[0].secret.expose(), id);
    }
}

#[test]
fn a_label_in_the_query_of_an_address_is_a_label() {
    let mobile = ["手机", "电话"].map(|label| {
        let escaped: String = label.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("https://example.edu.cn/view?{escaped}=13800000000&page=2")
    });
    check(&mobile, &[(HitKind::Mobile, Tier::Block)]);
    check(&texts(&["/view?%E5%87%BA%E7%94%9F%E5%B9%B4%E6%9C%88=1953-11-17"]), &[(HitKind::BirthDate, Tier::Block)]);
}

#[test]
fn a_place_is_that_of_the_bytes_as_written() {
    for text in ["a%20b 13%38&#48;0000000 c", "党%E5%85%9A1380000000&#x30;。", "党 13800000000 &nbsp;"] {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(text[found[0].range.clone()].starts_with("13"), "{text}");
        let behind = &text[found[0].range.end..];
        assert!(behind.starts_with([' ', '。']), "{text}: {behind}");
    }
}

#[test]
fn what_is_no_escape_is_left_alone() {
    check(&texts(&["100%", "50% 60% 70%", "&#;", "%", "&", "\\", "%E5%8", "&#x110000;", "&#99999999999;1", "\\u+123"]), &[]);
}

//! A piece of CSS to a verdict: whether it can load or run anything.

/// Words by which old and new browsers run or load something from a style.
const NASTY: &[&str] =
    &["javascript:", "vbscript:", "data:", "expression(", "behavior", "-moz-binding", "image-set(", "src:", "http:", "https:"];

/// Whether this style or attribute value can only paint: no `@import`, no address but one inside the drawing, no escapes that
/// could hide one.
pub(super) fn is_harmless(css: &str) -> bool {
    // An escape or a comment can split any of the words below; no drawing program writes them into a value.
    if css.contains(['\\', '<']) {
        return false;
    }
    let plain: String = without_comments(css).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let lower = plain.to_lowercase();
    !NASTY.iter().any(|word| lower.contains(word)) && has_only_media_rules(&lower) && has_only_inner_urls(&lower)
}

fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        let Some(length) = rest[start + 2..].find("*/") else {
            return plain;
        };
        rest = &rest[start + 2 + length + 2..];
    }
    plain.push_str(rest);
    plain
}

fn has_only_media_rules(lower: &str) -> bool {
    lower.split('@').skip(1).all(|rule| rule.starts_with("media"))
}

fn has_only_inner_urls(lower: &str) -> bool {
    lower.split("url(").skip(1).all(|address| address.trim_start_matches(['"', '\'']).starts_with('#'))
}

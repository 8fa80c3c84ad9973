//! Marks and tokens of a line that TOML refused: what each was meant to be, and where a text ends.

use jiff::civil::Date;

/// Pairs of marks that mean the same in an author's mind.
const WIDE: [(char, char); 20] = [
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('＂', '"'),
    ('「', '"'),
    ('」', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('＇', '\''),
    ('＝', '='),
    ('，', ','),
    ('、', ','),
    ('【', '['),
    ('】', ']'),
    ('［', '['),
    ('］', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('＃', '#'),
    ('：', '='),
];

pub(super) fn narrow(c: char) -> char {
    WIDE.iter().find(|(wide, _)| *wide == c).map_or(c, |(_, narrow)| *narrow)
}

/// Digits and marks that a Chinese keyboard makes wide, inside of numbers and dates.
pub(super) fn narrow_all(token: &str) -> String {
    token.chars().map(|c| if matches!(c, '！'..='～') { char::from_u32(c as u32 - 0xFEE0).unwrap_or(c) } else { c }).collect()
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(narrow(c), '"' | '\'')
}

/// `[name]`, with brackets of any width.
pub(super) fn is_header(line: &str) -> bool {
    let line = line.trim();
    let name = line.trim_matches(['[', ']', '【', '】', '［', '］']);
    line.len() > name.len() && line.starts_with(['[', '【', '［']) && line.ends_with([']', '】', '］']) && {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '))
    }
}

/// Where the key ends: the offset of `=` or of what stands for it.
pub(super) fn separator(line: &str) -> Option<usize> {
    let n_space = line.len() - line.trim_start().len();
    let key = &line[n_space..];
    let quote = key.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => key[1..].find(quote)? + 2,
        None => 0,
    };
    for (idx, c) in key[from..].char_indices() {
        match c {
            '=' | '＝' | ':' | '：' => return Some(n_space + from + idx),
            '[' | '{' | '【' | '#' | ',' | '，' => return None,
            _ => {}
        }
    }
    None
}

/// The end of a text in straight quotes, if something sensible follows it; in a list also the next text.
pub(super) fn proper_end(open: char, text: &str, is_item: bool) -> Option<usize> {
    let mut is_escaped = false;
    for (idx, c) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if c == '\\' && open == '"' {
            is_escaped = true;
        } else if c == open && open.is_ascii() {
            let behind = &text[idx + 1..];
            return (ends_value(behind) || is_item && idx > 0 && next_opens(behind)).then_some(idx);
        }
    }
    None
}

/// The last quote of the same kind that something sensible follows, before which no other such stands.
pub(super) fn tolerant_end(open: char, text: &str, is_item: bool) -> Option<(usize, Option<char>)> {
    let kind = narrow(open);
    let ends = |(idx, c): &(usize, char)| {
        let behind = &text[idx + c.len_utf8()..];
        narrow(*c) == kind && (ends_value(behind) || is_item && *idx > 0 && next_opens(behind))
    };
    text.char_indices().find(ends).map(|(idx, c)| (idx, Some(c)))
}

/// Whether another text in quotes begins here, with nothing but spaces before it.
fn next_opens(rest: &str) -> bool {
    let mut chars = rest.trim_start().chars();
    let is_open = chars.next().is_some_and(|c| is_quote(c) && !matches!(c, '”' | '’'));
    // A quote before a comma or a bracket closes.
    is_open && chars.next().is_some_and(|c| !c.is_whitespace() && !matches!(narrow(c), ',' | ']' | '}'))
}

/// A word for yes or no in the form that TOML knows.
pub(super) fn yes_or_no(token: &str) -> Option<&'static str> {
    match token.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "是" | "对" | "√" => Some("true"),
        "false" | "no" | "off" | "否" | "不是" | "×" => Some("false"),
        _ => None,
    }
}

/// The number in `35人` or `95%`; `2026年总结` is a text.
pub(super) fn number_with_unit(token: &str) -> Option<&str> {
    const UNITS: [&str; 16] =
        ["人次", "分钟", "小时", "学时", "课时", "人", "名", "次", "个", "分", "项", "篇", "份", "期", "元", "%"];
    let number = UNITS.iter().find_map(|unit| token.strip_suffix(unit))?.trim_end();
    (number.starts_with(|c: char| c.is_ascii_digit()) && is_value(number)).then_some(number)
}

fn ends_value(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([',', '，', '、', ']', '】', '］', '}', '｝', '#', ';', '；', '=', '＝'])
}

/// A text in straight quotes; straight quotes inside become Chinese ones.
pub(super) fn quoted(content: &str, is_escaped: bool) -> String {
    let mut out = String::with_capacity(content.len() + 2);
    let mut is_open = false;
    out.push('"');
    for c in content.chars() {
        match c {
            '"' => {
                out.push(if is_open { '”' } else { '“' });
                is_open = !is_open;
            }
            '\\' if !is_escaped => out.push_str("\\\\"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

pub(super) fn is_value(token: &str) -> bool {
    !token.is_empty() && !token.contains(['"', '\'', '\n', '#']) && toml::de::DeTable::parse(&format!("x = {token}")).is_ok()
}

/// A date in another form than TOML's, as TOML writes it; `Err` for a day that does not exist.
pub(super) fn date(token: &str) -> Option<Result<String, ()>> {
    let token = token.trim();
    if let Some((day, time)) = token.rsplit_once([' ', 'T']) {
        // A time that TOML knows stands behind the day; anything else is a sentence.
        let is_time = time.contains(':') && is_value(time);
        return date(day).filter(|_| is_time).map(|day| day.map(|day| format!("{day}T{time}")));
    }
    let parts: Vec<&str> = if let Some((year, rest)) = token.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        vec![year, month, day.strip_suffix(['日', '号'])?]
    } else {
        token.split(['-', '/', '.']).collect()
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let number = |part: &str, n_max: usize| -> Option<i16> {
        let part = part.trim();
        (part.len() <= n_max && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
    };
    if !matches!(year.trim().len(), 2 | 4) {
        return None;
    }
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let year = if year < 100 { 2000 + year } else { year };
    Some(Date::new(year, month as i8, day as i8).map(|date| date.to_string()).map_err(|_| ()))
}
